"""The course as a table: events, studies, reports, statements, and a row for each of their parts.

A row tells one fact with its own time and evidence; `row` says of which kind it is, and `of` names
the event, study or report that it is a part of.
"""

from collections.abc import Iterator
from typing import Final

from viewer.io.exporters.cells import EVIDENCE_COLUMNS, TIME_FIELDS, CaseCells, Cells
from viewer.io.exporters.data_words import DataWords
from viewer.model.case import Case
from viewer.model.clinical import Figure, Images, Lesion, Report, Slide, Stain, Study
from viewer.model.course import in_order
from viewer.model.event import Event, Remark
from viewer.model.part import Text, words_of
from viewer.model.series import Statement
from viewer.model.treatment import Change, Cycle, Dose, Response

Known = Event | Statement | Study | Report | Remark | Change | Cycle | Response | Lesion

COURSE_COLUMNS: Final = (
    *("row", "id", "of", "lane", "lane_title", "lane_kind", "kind", "title", "text", "when"),
    *("start", *(f"start_{field}" for field in TIME_FIELDS)),
    *("end", *(f"end_{field}" for field in TIME_FIELDS), "wording"),
    *("value", "unit", "per", "therapy_line", "result", "outcome_sign", "outcome", "details"),
    *("series", "links", "file", "known_from", *EVIDENCE_COLUMNS),
)
WHOLE_ROWS: Final = frozenset({"event", "study", "report"})
"""Kinds of rows that stand for themselves; `statement` is another, all others are parts."""


def course_rows(case: Case, words: DataWords) -> Iterator[Cells]:
    """Give the rows of a disclosed case: events in the order of time, each before its parts.

    Studies, reports and statements follow as they stand in the case.
    """
    rows = _Rows(case, words)
    for number in in_order(case).tolist():
        yield from rows.event(case.events.passing(number))
    for study in case.studies:
        yield from rows.study(study)
    for report in case.reports:
        yield from rows.report(report)
    yield from map(rows.statement, case.statements)


class _Rows(CaseCells):
    def __init__(self, case: Case, words: DataWords) -> None:
        super().__init__(case, words)
        self._lanes = {lane.id: lane for lane in reversed(case.lanes)}

    # -- events -------------------------------------------------------------------------------

    def event(self, event: Event) -> Iterator[Cells]:
        outcome = event.outcome
        cells: Cells = {
            "row": "event",
            "id": event.id,
            "title": self.pick(words_of(event.title)),
            "therapy_line": event.therapy_line,
            "result": None if event.result is None else self.pick(event.result.text),
            "outcome_sign": None if outcome is None else outcome.sign,
            "outcome": None if outcome is None else self.pick(outcome.text),
            "details": self.labelled((one.label, one.text) for one in event.details),
            "series": " ".join(event.series),
            "links": " ".join(event.links),
        }
        cells |= self._lane(event.lane) | self.time(event.when) | _dose(event.dose)
        yield cells | self._known(event)
        yield from self._parts(event)

    def _parts(self, event: Event) -> Iterator[Cells]:
        of: Cells = {"of": event.id}
        if event.result is not None:
            yield of | self._remark("result", event.result)
        if event.outcome is not None:
            outcome = self._remark("outcome", event.outcome) | self.time(event.outcome.when)
            yield of | outcome | {"kind": event.outcome.sign}
        if event.response is not None:
            kind, letters = event.response.kind, event.response.value
            said = {"title": self.pick(event.response.scale), "text": letters}
            yield of | {"row": "response", "kind": kind} | said | self._known(event.response)
        for change in event.changes:
            when, dose = self.time(change.when), _dose(change.dose)
            said = {"row": "change", "text": self.pick(change.text)}
            yield of | said | when | dose | self._known(change)
        for cycle in event.cycles:
            when = self.time(cycle.when)
            yield of | {"row": "cycle", "value": cycle.number} | when | self._known(cycle)
        for detail in event.details:
            yield of | self._remark("detail", detail, detail.label)
        for code in event.codes:
            names: Cells = {"kind": code.system, "title": code.display, "text": code.code}
            yield of | {"row": "code"} | names

    def statement(self, statement: Statement) -> Cells:
        cells: Cells = {
            "row": "statement",
            "id": statement.id,
            "kind": statement.direction,
            "text": self.pick(statement.text),
            "series": " ".join(statement.series),
        }
        cells |= self._lane(statement.lane) | self.time(statement.when)
        return cells | self._known(statement)

    # -- studies and reports --------------------------------------------------------------------

    def study(self, study: Study) -> Iterator[Cells]:
        findings = self.labelled((one.site, one.text) for one in study.findings)
        own: Cells = {"row": "study", "kind": study.modality, "details": findings}
        yield own | self._whole(study)
        of: Cells = {"of": study.id}
        for finding in study.findings:
            yield of | self._remark("finding", finding, finding.site)
        yield from (of | self._lesion(lesion) for lesion in study.lesions)
        for remark in study.remarks:
            yield of | self._remark("remark", remark)
        yield from (of | self._figure(figure) for figure in study.figures)
        yield from (of | self._images(images) for images in study.images)

    def report(self, report: Report) -> Iterator[Cells]:
        cells: Cells = {
            "row": "report",
            "text": self.pick(report.specimen),
            "result": None if report.diagnosis is None else self.pick(report.diagnosis.text),
            "details": self.labelled((one.site, one.text) for one in report.morphology),
        }
        yield cells | self._whole(report)
        of: Cells = {"of": report.id}
        if report.diagnosis is not None:
            yield of | self._remark("diagnosis", report.diagnosis)
        if report.grade is not None:
            yield of | self._remark("grade", report.grade)
        for finding in report.morphology:
            yield of | self._remark("finding", finding, finding.site)
        yield from (of | self._stain(stain) for stain in report.stains)
        yield from (of | self._figure(figure) for figure in report.figures)
        yield from (of | self._slide(slide) for slide in report.slides)

    def _whole(self, part: Study | Report) -> Cells:
        title, links = self.pick(words_of(part.title)), " ".join(part.links)
        cells: Cells = {"id": part.id, "title": title, "links": links}
        return cells | self.time(part.when) | self._known(part)

    def _stain(self, stain: Stain) -> Cells:
        percent: Cells = {} if stain.percent is None else {"value": stain.percent, "unit": "%"}
        return percent | {
            "row": "stain",
            "kind": self.pick(stain.figure),
            "title": self.pick(stain.marker),
            "text": self.pick(stain.result),
            "details": self.pick(stain.score),
            "known_from": stain.known_from,
        }

    def _lesion(self, lesion: Lesion) -> Cells:
        return {
            "row": "lesion",
            "kind": "node" if lesion.is_node else None,
            "title": lesion.name,
            "text": self.pick(lesion.site),
            "value": lesion.diameter_mm,
            "unit": "mm",
        } | self._known(lesion)

    def _images(self, images: Images) -> Cells:
        said: Cells = {"title": self.pick(images.title), "file": images.path}
        return {"row": "images", "known_from": images.known_from} | said

    def _slide(self, slide: Slide) -> Cells:
        said: Cells = {"title": self.pick(slide.title), "text": self.pick(slide.stain)}
        return {"row": "slide", "file": slide.path, "known_from": slide.known_from} | said

    def _figure(self, figure: Figure) -> Cells:
        return {
            "row": "figure",
            "title": self.pick(figure.label),
            "text": self.pick(figure.caption),
            "file": figure.file,
            "known_from": figure.known_from,
        }

    # -- what rows share ------------------------------------------------------------------------

    def _lane(self, id_: str | None) -> Cells:
        lane = self._lanes.get(id_ or "")
        if lane is None:
            return {"lane": id_}
        return {"lane": id_, "lane_title": self.pick(lane.title), "lane_kind": lane.kind}

    def _remark(self, row: str, remark: Remark, label: Text | None = None) -> Cells:
        said = {"title": self.pick(label), "text": self.pick(remark.text)}
        return {"row": row} | said | self._known(remark)

    def _known(self, part: Known) -> Cells:
        return {"known_from": part.known_from} | self.evidence(part.evidence)


def _dose(dose: Dose | None) -> Cells:
    return {} if dose is None else {"value": dose.value, "unit": dose.unit, "per": dose.per}
