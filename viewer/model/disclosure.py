"""The disclosed case: what may be known and shown at a horizon, made before any view sees it.

A part is told from its `known_from` on. Where that is not stated it is the latest day the part
speaks of; where even that is unknown, the part stays hidden under any horizon.
"""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from viewer.model.case import Case, DayZero, Discrepancy, FollowUp, Note, Source, Subject
from viewer.model.clinical import Figure, Images, Lesion, Report, Slide, Stain, Study
from viewer.model.event import Event, Outcome, Remark
from viewer.model.events import Events
from viewer.model.horizon import Horizon, stated, told_whole
from viewer.model.inside import sources_in, without_unknown, words_in
from viewer.model.lanes import with_groups
from viewer.model.lesion_series import with_lesion_sums, without_worked_out
from viewer.model.part import Text, Title, Version
from viewer.model.series import Measurement, ReferenceInterval, Samples, Series, Statement
from viewer.model.time import Instant, Interval
from viewer.model.treatment import Response

Member = Remark | Figure | Images | Lesion | Slide | Stain | Response | Version | None

UNTITLED = Text({"en": "Case", "ja": "症例"})
UNNAMED_SOURCE = Text({"en": "Source", "ja": "原典"})
PLAIN_DAY_ZERO = Text({"en": "Days are counted from day zero.", "ja": "第0病日から数える。"})


def disclose(case: Case, horizon: int | None) -> Case:
    """Give the case as it may be known at the end of day `horizon`; all of it without one.

    What is worked out from its parts, as sums of lesion diameters are, is worked out from what is
    told.
    """
    if horizon is None:
        return with_lesion_sums(case)
    follow_up = case.subject.follow_up
    end = follow_up.end.spoken if follow_up else math.inf
    return with_lesion_sums(_At(horizon, end, without_worked_out(case)).case())


def begun_by(when: Instant | Interval) -> float:
    """Give the latest day on which it may have begun; infinity where that is not known (days)."""
    return when.start.spoken if isinstance(when, Interval) else when.spoken


def _latest_told(last: float, title: Title, *parts: Member) -> float:
    """Give the day from which all that a part says may be known (days)."""
    versions: tuple[Member, ...] = () if isinstance(title, Text) else title
    stated = [part.known_from for part in (*versions, *parts) if part is not None]
    return max([last, *(day for day in stated if day is not None)])


@dataclass(frozen=True)
class _At(Horizon):
    """One case at one horizon; every method gives a part cut to it, or None where it is hidden."""

    whole: Case

    # -- parts --------------------------------------------------------------------------------

    def event(self, event: Event) -> Event | None:
        own = stated(event.known_from, begun_by(event.when))
        last = max(own, event.when.spoken)
        title, when = self.title(event.title, last), self.when(event.when)
        if not self.knows(own) or title is None or when is None:
            return None
        members: tuple[Member, ...] = (event.result, event.outcome, event.response)
        whole = _latest_told(last, event.title, *members, *event.details)
        whole = max([whole, *map(told_whole, event.changes), *map(told_whole, event.cycles)])
        if event.outcome is not None and event.outcome.when is not None:
            whole = max(whole, event.outcome.when.spoken)
        return event.model_copy(
            update={
                "title": title,
                "when": when,
                "evidence": self.evidence(event.evidence, whole),
                "codes": event.codes if self.knows(whole) else (),
                "result": self.one(event.result, last, last),
                "outcome": self.outcome(event.outcome, last),
                "changes": self.dated(event.changes),
                "cycles": self.dated(event.cycles),
                "response": self.one(event.response, last, last),
                "details": self.told(event.details, last, last),
            }
        )

    def events(self, events: Events) -> Events:
        """Give the events that are told; only those that are told in part are looked at closely."""
        limit = self.day_told + 1
        told = np.flatnonzero(events.told_from < limit)
        changes, hidden = dict[int, Event](), list[int]()
        for number in told[events.wholly_told_from[told] >= limit].tolist():
            event = self.event(events[number])
            if event is None:
                hidden.append(number)
            else:
                changes[number] = event
        return events.changed(changes).chosen(np.setdiff1d(told, np.array(hidden, dtype=np.intp)))

    def outcome(self, outcome: Outcome | None, last: float) -> Outcome | None:
        if outcome is None:
            return None
        if outcome.when is None:
            return self.one(outcome, last, last)
        told = self.one(outcome, outcome.when.spoken, max(last, outcome.when.spoken))
        return told and told.model_copy(update={"when": self.instant(outcome.when)})

    def measurement(self, point: Measurement) -> Measurement | None:
        own = stated(point.known_from, point.when.spoken)
        when = self.instant(point.when)
        if not self.knows(own) or when is None:
            return None
        last = max(own, point.when.spoken)
        return point.model_copy(
            update={
                "when": when,
                "evidence": self.evidence(point.evidence, last),
                "reference": point.reference and self.reference(point.reference),
                "remarks": self.told(point.remarks, last, last),
            }
        )

    def reference(self, reference: ReferenceInterval) -> ReferenceInterval | None:
        if reference.period is None:
            return reference
        period = self.interval(reference.period)
        if period is None or not self.knows(begun_by(reference.period)):
            return None
        return reference.model_copy(update={"period": period})

    def series(self, series: Series, is_spoken_of: bool) -> Series | None:
        points = _kept(self.measurement(point) for point in series.points)
        samples = series.samples and self.samples(series.samples)
        is_known = self.knows(stated(series.known_from, -math.inf))
        if not is_known or not (points or samples or is_spoken_of):
            return None
        return series.model_copy(
            update={
                "points": points,
                "samples": samples,
                "remarks": self.told(series.remarks, math.inf, math.inf),
                "references": _kept(self.reference(r) for r in series.references),
            }
        )

    def samples(self, samples: Samples) -> Samples | None:
        """Each sample is told from its own day on, unless all of them only later."""
        whole = samples.values
        if whole is None or not self.knows(stated(samples.known_from, -math.inf)):
            return None
        told = whole.until(self.day_told + 1)
        if not len(told):
            return None
        last = math.inf if len(told) < len(whole) else -math.inf
        evidence = self.evidence(samples.evidence, last)
        return samples.model_copy(update={"evidence": evidence}).holding(told)

    def statement(self, statement: Statement) -> Statement | None:
        own = stated(statement.known_from, statement.when.spoken)
        when = self.when(statement.when)
        if not self.knows(own) or when is None:
            return None
        evidence = self.evidence(statement.evidence, max(own, statement.when.spoken))
        return statement.model_copy(update={"when": when, "evidence": evidence})

    def study(self, study: Study) -> Study | None:
        own = stated(study.known_from, begun_by(study.when))
        last = max(own, study.when.spoken)
        title, when = self.title(study.title, last), self.when(study.when)
        if not self.knows(own) or title is None or when is None:
            return None
        pictured: tuple[Member, ...] = (*study.figures, *study.images, *study.lesions)
        parts: tuple[Member, ...] = (*study.findings, *pictured, *study.remarks)
        whole = _latest_told(last, study.title, *parts)
        return study.model_copy(
            update={
                "title": title,
                "when": when,
                "evidence": self.evidence(study.evidence, whole),
                "findings": self.told(study.findings, last, last),
                "figures": self.told(study.figures, last, last),
                "images": self.told(study.images, last, last),
                "lesions": self.told(study.lesions, last, last),
                "remarks": self.told(study.remarks, last, last),
            }
        )

    def report(self, report: Report) -> Report | None:
        own = stated(report.known_from, begun_by(report.when))
        last = max(own, report.when.spoken)
        title, when = self.title(report.title, last), self.when(report.when)
        if not self.knows(own) or title is None or when is None:
            return None
        pictured: tuple[Member, ...] = (*report.stains, *report.figures, *report.slides)
        parts: tuple[Member, ...] = (report.diagnosis, report.grade, *report.morphology, *pictured)
        whole = _latest_told(last, report.title, *parts)
        return report.model_copy(
            update={
                "title": title,
                "when": when,
                "evidence": self.evidence(report.evidence, whole),
                "diagnosis": self.one(report.diagnosis, last, last),
                "grade": self.one(report.grade, last, last),
                "morphology": self.told(report.morphology, last, last),
                "stains": self.told(report.stains, last, last),
                "figures": self.told(report.figures, last, last),
                "slides": self.told(report.slides, last, last),
            }
        )

    def note(self, note: Note) -> Note | None:
        title = self.title(note.title, math.inf)
        if title is None or not self.knows(stated(note.known_from, math.inf)):
            return None
        evidence = note.evidence and self.evidence(note.evidence, math.inf)
        return note.model_copy(update={"title": title, "evidence": evidence})

    def discrepancy(self, discrepancy: Discrepancy) -> Discrepancy | None:
        own = stated(discrepancy.known_from, math.inf)
        if not self.knows(own):
            return None
        return discrepancy.model_copy(update={"reading": self.one(discrepancy.reading, own, own)})

    def source(self, source: Source) -> Source:
        title = self.title(source.title, math.inf)
        if title is None or not self.knows(stated(source.known_from, math.inf)):
            return Source(id=source.id, title=UNNAMED_SOURCE)
        return source.model_copy(update={"title": title})

    def subject(self, subject: Subject) -> Subject:
        return subject.model_copy(
            update={
                "background": self.told(subject.background, math.inf, math.inf),
                "follow_up": subject.follow_up and self.follow_up(subject.follow_up),
            }
        )

    def follow_up(self, follow_up: FollowUp) -> FollowUp | None:
        told = self.one(follow_up, follow_up.end.spoken, follow_up.end.spoken)
        end = self.instant(follow_up.end)
        return None if told is None or end is None else told.model_copy(update={"end": end})

    def case_title(self, title: Title) -> Text:
        """One title for the whole course may speak of any day; only one by stages is told."""
        told = None if isinstance(title, Text) else self.title(title, math.inf)
        return told or UNTITLED

    def day_zero(self, day_zero: DayZero) -> DayZero:
        if self.knows(0):
            return day_zero
        return DayZero(
            text=PLAIN_DAY_ZERO,
            counts_from=day_zero.counts_from,
            date=day_zero.date,
            is_midnight=day_zero.is_midnight,
        )

    # -- the whole ----------------------------------------------------------------------------

    def case(self) -> Case:
        whole = self.whole
        statements = _kept(self.statement(s) for s in whole.statements)
        spoken_of = {id_ for statement in statements for id_ in statement.series}
        events = self.events(whole.events)
        used = events.lanes | {s.lane for s in statements}
        told = whole.model_copy(
            update={
                "title": self.case_title(whole.title),
                "subject": self.subject(whole.subject),
                "day_zero": self.day_zero(whole.day_zero),
                "sources": tuple(self.source(s) for s in whole.sources),
                "lanes": with_groups(whole.lanes, used),
                "events": events,
                "series": _kept(self.series(s, s.id in spoken_of) for s in whole.series),
                "statements": statements,
                "studies": _kept(self.study(s) for s in whole.studies),
                "reports": _kept(self.report(r) for r in whole.reports),
                "notes": _kept(self.note(n) for n in whole.notes),
                "discrepancies": _kept(self.discrepancy(d) for d in whole.discrepancies),
                "glossary": (),
                "deck": (),
            }
        )
        told = without_unknown(_without_dangling(_without_uncited(told)))
        return told.model_copy(update={"glossary": _terms_used(whole, told)})


T = TypeVar("T")


def _kept(parts: Iterable[T | None]) -> tuple[T, ...]:
    return tuple(part for part in parts if part is not None)


def _without_dangling(case: Case) -> Case:
    """Drop links to what is hidden, so that not even its id is told."""
    linkable = (case.series, case.statements, case.studies, case.reports, case.notes)
    ids = {*case.events.numbers, *(part.id for parts in linkable for part in parts)}
    ids |= {point.id for series in case.series for point in series.points if point.id}
    update: dict[str, object] = {
        "discrepancies": tuple(
            d.model_copy(update={"about": _among(d.about, ids)}) for d in case.discrepancies
        ),
        "statements": tuple(
            s.model_copy(update={"series": _among(s.series, ids)}) for s in case.statements
        ),
    }
    named = zip(case.events.column("links"), case.events.column("series"), strict=True)
    update["events"] = case.events.changed(
        {
            number: _event_among(case.events[number], ids)
            for number, (links, series) in enumerate(named)
            if (links or series) and not ids.issuperset((*(links or ()), *(series or ())))
        }
    )
    for name in ("studies", "reports"):
        update[name] = tuple(
            part.model_copy(update={"links": _among(part.links, ids)})
            for part in getattr(case, name)
        )
    return case.model_copy(update=update)


def _without_uncited(case: Case) -> Case:
    """Drop sources that are not told yet and nothing told cites: their number would tell.

    The first one stays, since evidence that names no source means it.
    """
    if all(source.title != UNNAMED_SOURCE for source in case.sources[1:]):
        return case
    cited = {*sources_in(case), *(source.id for source in case.sources[:1])}
    sources = tuple(s for s in case.sources if s.id in cited or s.title != UNNAMED_SOURCE)
    return case.model_copy(update={"sources": sources})


def _event_among(event: Event, ids: set[str]) -> Event:
    kept = {"links": _among(event.links, ids), "series": _among(event.series, ids)}
    return event.model_copy(update=kept)


def _among(links: tuple[str, ...], ids: set[str]) -> tuple[str, ...]:
    return tuple(link for link in links if link in ids)


def _terms_used(whole: Case, told: Case) -> tuple[object, ...]:
    """Explain an abbreviation only where it stands in what is told."""
    words = "\n".join(words_in(told)) if whole.glossary else ""
    return tuple(
        term
        for term in whole.glossary
        if term.term in words
        and re.search(rf"(?<!\w){re.escape(term.term)}(?!\w)", words, re.ASCII)
    )
