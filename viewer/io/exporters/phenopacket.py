"""A case as a GA4GH phenopacket, version 2, in JSON.

Source: https://phenopacket-schema.readthedocs.io/en/latest/ (which elements are required). What of
a case has no place in it is told in docs/exports.md.
"""

import datetime
import json
import math
from collections.abc import Iterator
from typing import Final

from viewer.io.exporters.cells import how_known
from viewer.io.exporters.data_words import DataWords
from viewer.io.exporters.phenopacket_findings import Findings
from viewer.io.exporters.phenopacket_terms import OWN, Json, Terms
from viewer.model.case import Case, Subject
from viewer.model.event import Event, LaneKind
from viewer.model.part import words_of
from viewer.model.time import Instant, Interval

SCHEMA_VERSION: Final = "2.0"
NOT_SAID: Final = datetime.datetime(1970, 1, 1)
"""Stands for the time of making where the caller does not give it."""
_SEXES: Final = {
    "female": "FEMALE",
    "male": "MALE",
    "other": "OTHER_SEX",
    "unknown": "UNKNOWN_SEX",
}
_VITAL: Final = {"death": "DECEASED", "alive": "ALIVE"}
_FEATURES: Final[frozenset[LaneKind]] = frozenset(
    {"symptom", "complication", "response", "outcome"}
)
_GIVEN: Final[frozenset[LaneKind]] = frozenset({"drug", "nutrition"})
_DONE: Final[frozenset[LaneKind]] = frozenset({"procedure", "diagnostic"})


def phenopacket(
    case: Case, words: DataWords, created: datetime.datetime = NOT_SAID, id_: str = "case"
) -> bytes:
    """Give a disclosed case as a phenopacket, in UTF-8.

    Texts are in the language of `words`; `created` is the time of making, in UTC. `id_` names the
    packet: the id of the case may tell what a horizon hides, and is given only without one.
    """
    terms = Terms(words, case.day_zero)
    findings = Findings(case, words, terms)
    actions = _Actions(case, words, terms)
    packet: Json = {
        "id": id_,
        "subject": _subject(case.subject, terms),
        "phenotypicFeatures": [*findings.features(_FEATURES)],
        "measurements": [*findings.measurements()],
        "biosamples": [*findings.biosamples()],
        "diseases": [*findings.diseases()],
        "medicalActions": [*actions.all()],
    }
    packet = {name: value for name, value in packet.items() if value}
    packet["metaData"] = _meta_data(case, words, terms, created)  # last: all terms are made
    text = json.dumps(packet, ensure_ascii=False, allow_nan=False, indent=1)
    return text.encode("utf-8") + b"\n"


def _subject(subject: Subject, terms: Terms) -> Json:
    found: Json = {"id": "patient", "sex": _SEXES[subject.sex]}
    if subject.age_years is not None:
        found["timeAtLastEncounter"] = {"age": {"iso8601duration": _age(subject.age_years)}}
    end = subject.follow_up
    if end is not None:
        found["vitalStatus"] = {"status": _VITAL.get(end.reason, "UNKNOWN_STATUS")}
        if end.reason == "death":
            found["vitalStatus"]["timeOfDeath"] = terms.time(end.end)
    return found


def _age(years: float) -> str:
    """Write an age in whole years and, where it is finer, whole months: no day is made up."""
    months = math.floor((years - math.floor(years)) * 12)
    return f"P{math.floor(years)}Y" + (f"{months}M" if months else "")


def _meta_data(case: Case, words: DataWords, terms: Terms, created: datetime.datetime) -> Json:
    notices = enumerate(words.notices_of(case), 1)
    references = [{"id": f"{OWN}:notice_{n}", "description": said} for n, said in notices]
    for source in case.sources:
        title = words_of(source.title).pick(words.language)
        references.append({"id": f"{OWN}:source_{source.id}", "description": title})
    return {
        "created": f"{created.replace(tzinfo=None).isoformat(timespec='seconds')}Z",
        "createdBy": "Dayline",
        "resources": terms.resources,
        "phenopacketSchemaVersion": SCHEMA_VERSION,
        "externalReferences": references,
    }


class _Actions:
    """What was done: treatments with their times, procedures and examinations."""

    def __init__(self, case: Case, words: DataWords, terms: Terms) -> None:
        self._case, self._words, self._terms = case, words, terms
        self._kinds = {lane.id: lane.kind for lane in reversed(case.lanes)}

    def all(self) -> Iterator[Json]:
        events = self._case.events
        for event in map(events.passing, range(len(events))):
            kind = self._kinds.get(event.lane)
            if kind in _GIVEN:
                yield {"therapeuticRegimen": self._regimen(event)} | self._outcome(event)
            elif kind in _DONE:
                procedure = {"code": self._name(event), "performed": self._terms.time(event.when)}
                yield {"procedure": procedure} | self._outcome(event)
        for study in self._case.studies:
            title = words_of(study.title).pick(self._words.language)
            code = self._terms.own("study", study.id, title)
            yield {"procedure": {"code": code, "performed": self._terms.time(study.when)}}

    def _name(self, event: Event) -> Json:
        title = words_of(event.title).pick(self._words.language)
        return self._terms.coded(event.codes, "event", event.id, title)

    def _regimen(self, event: Event) -> Json:
        """Give a regimen: only it has times where there is no date and no dose."""
        when, status = event.when, "UNKNOWN_STATUS"
        start, end = (when.start, when.end) if isinstance(when, Interval) else (when, None)
        found: Json = {"ontologyClass": self._name(event), "startTime": self._terms.time(start)}
        if isinstance(end, Instant) and how_known(end) != "not_told":
            found["endTime"] = self._terms.time(end)
        elif end == "open":
            status = "STARTED"
        if event.outcome is not None and event.outcome.sign == "stopped":
            status = "DISCONTINUED"
        return found | {"regimenStatus": status}

    def _outcome(self, event: Event) -> Json:
        found: Json = {}
        if event.response is not None:
            letters = event.response.value
            found["responseToTreatment"] = self._terms.own("response", letters, letters)
        if event.outcome is not None:
            sign, text = event.outcome.sign, event.outcome.text.pick(self._words.language)
            name = "treatmentTerminationReason" if sign == "stopped" else "responseToTreatment"
            found[name] = self._terms.own("sign", sign, text)
        return found
