"""Reads a phenopacket back into a raw case, and takes from a case what the docs say is lost."""

from __future__ import annotations

import datetime
from typing import Any
from urllib.parse import unquote

import phenopackets
from google.protobuf import json_format

from viewer.model.case import Case
from viewer.model.case_texts import value_as_reported
from viewer.model.event import Event
from viewer.model.part import words_of
from viewer.model.time import Instant, Interval

Json = dict[str, Any]
NUMBERS = ("day", "earliest", "about", "latest")


def parsed(raw: bytes) -> Json:
    """Give a packet as its own library understands it: an unknown element is an error."""
    message = json_format.Parse(raw, phenopackets.Phenopacket())
    found: Json = json_format.MessageToDict(message)
    return found


def case_of(packet: Json, zero: datetime.date | None = None) -> Json:
    """Give what can be read of a case; `zero` is the date of its day zero."""
    reader = _Reader(zero)
    actions = packet.get("medicalActions", [])
    measured = packet.get("measurements", [])
    return {
        "subject": reader.subject(packet["subject"]),
        "features": [reader.feature(one) for one in packet.get("phenotypicFeatures", [])],
        "treatments": [reader.treatment(a) for a in actions if "therapeuticRegimen" in a],
        "procedures": [reader.procedure(a) for a in actions if "procedure" in a],
        "measurements": [reader.measurement(one) for one in measured],
        "reports": [reader.report(one) for one in packet.get("biosamples", [])],
    }


class _Reader:
    def __init__(self, zero: datetime.date | None) -> None:
        self.zero = zero

    def subject(self, subject: Json) -> Json:
        age = subject.get("timeAtLastEncounter", {}).get("age", {}).get("iso8601duration")
        vital = subject.get("vitalStatus")
        death = None if vital is None else self.time(vital.get("timeOfDeath"))
        status = None if vital is None else vital.get("status", "UNKNOWN_STATUS")
        return {"sex": subject.get("sex", "UNKNOWN_SEX"), "age": age, "end": (status, death)}

    def time(self, element: Json | None) -> Json | None:
        if element is None:
            return None
        if "ontologyClass" in element:
            return _days(unquote(element["ontologyClass"]["id"]).removeprefix("dayline:day_"))
        if "timestamp" in element:
            return self.moment(element["timestamp"])
        interval = element["interval"]
        return {"start": self.moment(interval["start"]), "end": self.moment(interval["end"])}

    def moment(self, stamp: str) -> Json:
        moment = datetime.datetime.fromisoformat(stamp.removesuffix("Z"))
        assert self.zero is not None
        days = (moment.date() - self.zero).days
        seconds = moment.hour * 3600 + moment.minute * 60 + moment.second
        return {"day": days + (0 if seconds == 86_399 else seconds / 86_400)}

    def feature(self, feature: Json) -> Json:
        evidence = feature["evidence"][0]["evidenceCode"]["id"]
        return {
            "title": feature["type"]["label"],
            "code": _code(feature["type"]),
            "start": self.time(feature["onset"]),
            "end": self.time(feature.get("resolution")),
            "text": feature.get("description"),
            "evidence": evidence.removeprefix("dayline:evidence_"),
        }

    def treatment(self, action: Json) -> Json:
        regimen = action["therapeuticRegimen"]
        return {
            "title": regimen["ontologyClass"]["label"],
            "code": _code(regimen["ontologyClass"]),
            "start": self.time(regimen["startTime"]),
            "end": self.time(regimen.get("endTime")),
            "status": regimen.get("regimenStatus", "UNKNOWN_STATUS"),
            **_outcome(action),
        }

    def procedure(self, action: Json) -> Json:
        code = action["procedure"]["code"]
        when = self.time(action["procedure"]["performed"])
        return {"title": code["label"], "code": _code(code), "when": when, **_outcome(action)}

    def measurement(self, one: Json) -> Json:
        value, found = one["value"], {"when": self.time(one["timeObserved"])}
        found |= {"of": one["assay"]["label"], "code": _code(one["assay"])}
        if "ontologyClass" in value:
            return found | {"said": value["ontologyClass"]["label"]}
        quantity = value["quantity"]
        found |= {"value": quantity["value"], "unit": quantity["unit"]["label"]}
        limits = quantity.get("referenceRange")
        return found | ({} if limits is None else {"limits": (limits["low"], limits["high"])})

    def report(self, sample: Json) -> Json:
        stains = {
            one["assay"]["label"]: one["value"].get("quantity", {}).get("value", one["description"])
            for one in sample.get("measurements", [])
        }
        names = ("sampledTissue", "histologicalDiagnosis", "tumorGrade")
        return {
            "id": sample["id"],
            "title": sample["description"],
            "when": self.time(sample["timeOfCollection"]),
            "said": [sample[name]["label"] for name in names if name in sample],
            "seen": [one["type"]["label"] for one in sample.get("phenotypicFeatures", [])],
            "stains": stains,
        }


def _code(term: Json) -> str | None:
    return None if term["id"].startswith("dayline:") else term["id"]


def _outcome(action: Json) -> Json:
    names = ("responseToTreatment", "treatmentTerminationReason")
    return {"outcome": [action[name]["label"] for name in names if name in action]}


def _days(token: str) -> Json:
    start, slash, end = token.partition("/")
    if slash:
        hidden = end in ("open", "unknown", "")
        return {"start": _moment(start), "end": end if hidden else _moment(end)}
    return _moment(token)


def _moment(token: str) -> Json:
    if not token.startswith("~") and ".." not in token:
        return {"day": float(token)}
    about, _, bounds = token.removeprefix("~").partition(",") if "~" in token else ("", "", token)
    first, _, last = bounds.partition("..")
    pairs = (("earliest", first), ("about", about), ("latest", last))
    return {name: float(text) for name, text in pairs if text}


# --- what is lost -------------------------------------------------------------------------


def as_a_packet_tells(case: Case) -> Json:
    """Give what docs/exports.md says is left of a case in a phenopacket."""
    kinds = {lane.id: lane.kind for lane in case.lanes}
    events = [(kinds.get(event.lane), event) for event in case.events]
    shown = ("symptom", "complication", "response", "outcome")
    end = case.subject.follow_up
    status = {"death": "DECEASED", "alive": "ALIVE"}.get(end.reason if end else "")
    age = case.subject.age_years
    return {
        "subject": {
            "sex": {"female": "FEMALE", "male": "MALE"}.get(case.subject.sex, "UNKNOWN_SEX"),
            "age": None if age is None else f"P{age:.0f}Y",
            "end": (
                (status or "UNKNOWN_STATUS") if end else None,
                _told(end.end) if end and end.reason == "death" else None,
            ),
        },
        "features": [_feature(event) for kind, event in events if kind in shown],
        "treatments": [_treatment(e) for kind, e in events if kind in ("drug", "nutrition")],
        "procedures": [
            *(_procedure(e) for kind, e in events if kind in ("procedure", "diagnostic")),
            *(
                {"title": _en(words_of(s.title)), "code": None, "when": _told(s.when)}
                | {"outcome": []}
                for s in case.studies
            ),
        ],
        "measurements": [*_measurements(case)],
        "reports": [_report(report) for report in case.reports],
    }


def _en(text: Any) -> str:
    said: str = text.pick("en")
    return said


def _told(when: Any) -> Any:
    if isinstance(when, Interval):
        return {"start": _told(when.start), "end": _told(when.end)}
    if not isinstance(when, Instant):
        return when
    return {name: getattr(when, name) for name in NUMBERS if getattr(when, name) is not None}


def _named(part: Any, title: str) -> Json:
    prefixes = {"http://loinc.org": "LOINC", "http://snomed.info/sct": "SNOMEDCT"}
    if not part.codes:
        return {"title": title, "code": None}
    code = part.codes[0]
    return {"title": code.display or title, "code": f"{prefixes[code.system]}:{code.code}"}


def _ends(event: Event) -> Json:
    when = event.when
    if isinstance(when, Instant):
        return {"start": _told(when), "end": None}
    end = _told(when.end)
    return {"start": _told(when.start), "end": end if isinstance(end, dict) and end else None}


def _feature(event: Event) -> Json:
    remarks = [r.text for r in (event.result, event.outcome) if r is not None]
    said = "; ".join(map(_en, [*remarks, *(detail.text for detail in event.details)]))
    more = {"text": said or None, "evidence": event.evidence.kind}
    return _named(event, _en(words_of(event.title))) | _ends(event) | more


def _said_of(event: Event) -> Json:
    said = [] if event.response is None else [event.response.value]
    if event.outcome is not None:
        said = [*(said if event.outcome.sign == "stopped" else []), _en(event.outcome.text)]
    return {"outcome": said}


def _treatment(event: Event) -> Json:
    status = "UNKNOWN_STATUS"
    if isinstance(event.when, Interval) and event.when.end == "open":
        status = "STARTED"
    if event.outcome is not None and event.outcome.sign == "stopped":
        status = "DISCONTINUED"
    named = _named(event, _en(words_of(event.title)))
    return named | _ends(event) | {"status": status} | _said_of(event)


def _procedure(event: Event) -> Json:
    named = _named(event, _en(words_of(event.title)))
    return named | {"when": _told(event.when)} | _said_of(event)


def _measurements(case: Case) -> Any:
    for series in case.series:
        named = _named(series, _en(series.title))
        of = {"of": named["title"], "code": named["code"]}
        for point in series.points:
            found = {"when": _told(point.when), **of}
            if point.value is None or point.comparator:
                yield found | {"said": value_as_reported(point, series, "en")}
                continue
            found |= {"value": point.value, "unit": series.unit}
            limits = series.reference_for(point)
            is_told = limits is not None and limits.is_own
            if is_told and limits is not None and None not in (limits.low, limits.high):
                found["limits"] = (limits.low, limits.high)
            yield found
    for statement in case.statements:
        about = [series for series in case.series if series.id in statement.series]
        ordered = sorted(about, key=lambda series: statement.series.index(series.id))
        for series in ordered or [None]:
            named = {"title": "Statements", "code": None}
            named = named if series is None else _named(series, _en(series.title))
            of = {"of": named["title"], "code": named["code"]}
            yield {"when": _told(statement.when), **of, "said": _en(statement.text)}
    for study in case.studies:
        for finding in study.findings:
            of = {"of": f"{study.modality}: {_en(finding.site)}", "code": None}
            yield {"when": _told(study.when), **of, "said": _en(finding.text)}
        for lesion in study.lesions:
            named = "; ".join([lesion.name, *([] if lesion.site is None else [_en(lesion.site)])])
            of = {"of": f"{study.modality}: {named}", "code": None}
            yield {"when": _told(study.when), **of, "value": lesion.diameter_mm, "unit": "mm"}


def _report(report: Any) -> Json:
    diagnosis, grade = (r and r.text for r in (report.diagnosis, report.grade))
    said = [_en(text) for text in (report.specimen, diagnosis, grade) if text is not None]
    return {
        "id": report.id,
        "title": _en(words_of(report.title)),
        "when": _told(report.when),
        "said": said,
        "seen": [f"{_en(one.site)}: {_en(one.text)}" for one in report.morphology],
        "stains": {
            _en(one.marker): _stained(one) if one.percent is None else one.percent
            for one in report.stains
        },
    }


def _stained(stain: Any) -> str:
    return "; ".join(_en(text) for text in (stain.result, stain.score) if text is not None)
