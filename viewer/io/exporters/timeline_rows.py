"""The timeline of the CARE guideline: what happened, day by day, with dose, reasons and outcome.

Source: https://www.care-statement.org (items 7, 9b and 9c of the checklist).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from viewer.io.exporters import data_words
from viewer.io.exporters.cells import number_text
from viewer.io.exporters.data_words import DataWords
from viewer.io.exporters.lesion_cells import lesion_name, lesion_size, stain_result
from viewer.model.case import Case
from viewer.model.case_texts import value_as_reported
from viewer.model.clinical import Report, Study
from viewer.model.course import in_order
from viewer.model.event import Event, Remark
from viewer.model.part import Evidence, Text, words_of
from viewer.model.series import Measurement, Series, Statement
from viewer.model.time import Instant, Interval
from viewer.model.treatment import Change, Dose

Line = tuple[str, ...]
"""What stands in a cell, a line each."""
MOST_VALUES = 3
"""So many values of one series and time are told one by one; of more the range."""


@dataclass(frozen=True)
class TimelineRow:
    """A row of the timeline; `moment` is where it stands in the course (days)."""

    moment: float
    day: str
    what: str
    details: Line = ()
    changes: Line = ()
    outcome: Line = ()
    source: Line = ()


class Timeline:
    """Tells a disclosed case as the rows of its timeline."""

    def __init__(self, case: Case, words: DataWords) -> None:
        self._case = case
        self._words = words

    def about(self) -> tuple[str, ...]:
        """Give the lines above the table: what stands on every export, patient, day zero, end."""
        subject, say = self._case.subject, self._words.say
        said = [*self._words.notices_of(self._case)]
        if subject.sex != "unknown":
            said.append(self._labelled(data_words.SEX, say(data_words.SEXES[subject.sex])))
        if subject.age_years is not None:
            said.append(self._labelled(data_words.AGE, number_text(subject.age_years)))
        said += [self._pair(one.label, one.text) for one in subject.background]
        said.append(self._labelled(data_words.DAY_ZERO, self._pick(self._case.day_zero.text)))
        if subject.follow_up is not None:
            said.append(self._labelled(data_words.FOLLOW_UP, self._pick(subject.follow_up.text)))
        return tuple(said)

    def title(self) -> str:
        """Give the heading."""
        title = self._pick(words_of(self._case.title))
        return self._words.say(data_words.TIMELINE).format(case=title)

    def heads(self) -> tuple[str, ...]:
        """Give the heads of the six columns."""
        heads = (data_words.DAY, data_words.WHAT, data_words.DETAILS)
        more = (data_words.CHANGES, data_words.OUTCOME, data_words.SOURCE)
        return tuple(map(self._words.say, (*heads, *more)))

    def rows(self) -> list[TimelineRow]:
        """Give the rows in the order of time; samples of a device have none."""
        case = self._case
        events = (case.events.passing(number) for number in in_order(case).tolist())
        found = [self._event(event) for event in events]
        found += [self._statement(one) for one in case.statements]
        found += [self._study(one) for one in case.studies]
        found += [self._report(one) for one in case.reports]
        found += self._values()
        return sorted(found, key=lambda row: row.moment)

    # -- events -------------------------------------------------------------------------------

    def _event(self, event: Event) -> TimelineRow:
        details = [self._pair(one.label, one.text) for one in event.details]
        if event.dose is not None:
            details.append(self._labelled(data_words.DOSE, _dose(event.dose)))
        if event.therapy_line is not None:
            line = number_text(event.therapy_line)
            details.append(self._labelled(data_words.THERAPY_LINE, line))
        details += self._duration(event.when)
        for cycle in event.cycles:
            name = self._words.say(data_words.CYCLE).format(number=cycle.number)
            details.append(self._words.labelled(name, self._words.when(cycle.when)))
        what, row = self._pick(words_of(event.title)), self._row(event)
        changes = tuple(self._change(one) for one in event.changes)
        return TimelineRow(
            *row, what, tuple(details), changes, self._outcome(event), self._of(event)
        )

    def _duration(self, when: Instant | Interval) -> Iterator[str]:
        """Say how long it lasted, where both days are exact; never from days that are not."""
        if not isinstance(when, Interval) or not isinstance(when.end, Instant):
            return
        first, last = when.start.day, when.end.day
        is_by_day = when.start.precision == when.end.precision == "day"
        if is_by_day and first is not None and last is not None:
            days = round(last - first) + 1
            words = data_words.ONE_DAY if days == 1 else data_words.DAYS
            said = self._words.say(words).format(count=days)
            yield self._labelled(data_words.DURATION, said)

    def _change(self, change: Change) -> str:
        said = [] if change.dose is None else [_dose(change.dose)]
        why = None if change.evidence is None else change.evidence.why
        said += self._all((change.text, why))
        return self._words.labelled(self._words.when(change.when), self._words.joined(said))

    def _outcome(self, event: Event) -> Line:
        said = [] if event.result is None else [self._pick(event.result.text)]
        if event.outcome is not None:
            text, when = self._pick(event.outcome.text), event.outcome.when
            said.append(
                text if when is None else self._words.labelled(self._words.when(when), text)
            )
        if event.response is not None:
            said.append(" ".join([event.response.value, *self._all((event.response.scale,))]))
        return tuple(said)

    # -- what was said, seen and measured -------------------------------------------------------

    def _statement(self, statement: Statement) -> TimelineRow:
        what, row = self._pick(statement.text), self._row(statement)
        names = {series.id: series.title for series in self._case.series}
        about = self._all(names.get(id_) for id_ in statement.series)
        details = (self._words.joined(about),) if about else ()
        return TimelineRow(*row, what, details, source=self._of(statement))

    def _study(self, study: Study) -> TimelineRow:
        what, row = self._pick(words_of(study.title)), self._row(study)
        details = [self._pair(one.site, one.text) for one in study.findings]
        for lesion in study.lesions:
            size = lesion_size(lesion, self._words)
            details.append(self._words.labelled(lesion_name(lesion, self._words), size))
        details += self._all(one.text for one in study.remarks)
        return TimelineRow(*row, what, tuple(details), source=self._of(study))

    def _report(self, report: Report) -> TimelineRow:
        what, row = self._pick(words_of(report.title)), self._row(report)
        details: list[str] = []
        if report.specimen is not None:
            details.append(self._labelled(data_words.SPECIMEN, self._pick(report.specimen)))
        details += [self._pair(one.site, one.text) for one in report.morphology]
        for stain in report.stains:
            result = stain_result(stain, self._words)
            details.append(self._words.labelled(self._pick(stain.marker), result))
        outcome = [*self._judged(data_words.DIAGNOSIS, report.diagnosis)]
        outcome += self._judged(data_words.GRADE, report.grade)
        return TimelineRow(
            *row, what, tuple(details), outcome=tuple(outcome), source=self._of(report)
        )

    def _judged(self, name: str, remark: Remark | None) -> Iterator[str]:
        if remark is not None:
            yield self._labelled(name, self._pick(remark.text))

    def _values(self) -> Iterator[TimelineRow]:
        """Give the reported values of each time that is said in the same words as one row."""
        found: dict[str, list[tuple[Series, Measurement]]] = {}
        for series in self._case.series:
            for point in series.points:
                found.setdefault(self._words.when(point.when), []).append((series, point))
        for day, pairs in found.items():
            told: dict[str, list[tuple[Series, Measurement]]] = {}
            for series, point in pairs:
                told.setdefault(series.id, []).append((series, point))
            details = tuple(self._measured(those) for those in told.values())
            source = dict.fromkeys(self._words.evidence(point.evidence) for _, point in pairs)
            what = self._words.say(data_words.VALUES_MEASURED)
            moment = min(point.when.anchor for _, point in pairs)
            yield TimelineRow(moment, day, what, details, source=tuple(source))

    def _measured(self, pairs: list[tuple[Series, Measurement]]) -> str:
        """Tell the values of one series; of many plain numbers how many and from where to where."""
        series, language = pairs[0][0], self._words.language
        points = [point for _, point in pairs]
        title = series.title.pick(language)
        numbers = [(one.value, n) for n, one in enumerate(points) if one.value is not None]
        is_plain = all(one.comparator is None for one in points) and len(numbers) == len(points)
        if len(points) <= MOST_VALUES or not is_plain:
            said = [value_as_reported(one, series, language) for one in points]
            return self._words.labelled(title, self._words.joined(said))
        ends = (points[min(numbers)[1]], points[max(numbers)[1]])
        lowest, highest = (value_as_reported(one, series, language) for one in ends)
        words = self._words.say(data_words.RANGE)
        said_range = words.format(count=len(points), lowest=lowest, highest=highest)
        return self._words.labelled(title, said_range)

    # -- words ----------------------------------------------------------------------------------

    def _row(self, part: Event | Statement | Study | Report) -> tuple[float, str]:
        return part.when.anchor, self._words.when(part.when)

    def _of(self, part: Event | Statement | Study | Report) -> Line:
        evidence: Evidence = part.evidence
        return (self._words.evidence(evidence),)

    def _pick(self, text: Text) -> str:
        return text.pick(self._words.language)

    def _all(self, texts: Iterable[Text | None]) -> list[str]:
        return [self._pick(text) for text in texts if text is not None]

    def _pair(self, label: Text, text: Text) -> str:
        return self._words.labelled(self._pick(label), self._pick(text))

    def _labelled(self, label: str, words: str) -> str:
        return self._words.labelled(self._words.say(label), words)


def _dose(dose: Dose) -> str:
    per = "" if dose.per is None else f"/{dose.per}"
    return f"{number_text(dose.value)} {dose.unit}{per}"
