"""What the summary of a case says beside its figure, list by list."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from math import floor

from PySide6.QtCore import QCoreApplication

from viewer.model.clinical import Report, Study
from viewer.model.course import in_order, is_dated
from viewer.model.event import Event, LaneKind
from viewer.model.part import words_of
from viewer.model.series import Measurement, Series
from viewer.model.sides import OUT, side_of
from viewer.session.session import Session
from viewer.ui.export.typeset import Paragraph
from viewer.ui.panels.telling import Telling
from viewer.ui.words.joining import in_line, in_turn, labelled, with_aside
from viewer.ui.words.lesion_words import lesion_text
from viewer.ui.words.side_words import side_name
from viewer.ui.words.treatment_words import dose_text, response_text
from viewer.ui.words.value_words import reference_text, value_with_unit

translate = QCoreApplication.translate

MOST_ITEMS = 40
"""So many of a list are set; there is room for fewer."""
LONGEST = 360
"""An item is cut after so many letters."""
GAP = 0.12
"""Items stand close together (lines)."""
TREATMENTS: tuple[LaneKind, ...] = ("drug", "nutrition", "procedure")
COURSE: tuple[LaneKind, ...] = ("response", "complication", "outcome")


@dataclass(frozen=True)
class Listed:
    """A head and what stands below it; what is left out is counted."""

    head: str
    items: tuple[Paragraph, ...]
    more: int = 0
    """So many that do not stand there."""
    remark: str = ""
    """Stands below all."""

    def paragraphs(self) -> Iterator[Paragraph]:
        """Give it as it is set; nothing for an empty list."""
        if not self.items and not self.more:
            return
        yield Paragraph(self.head, "head", gap=0.8)
        yield from self.items
        if self.more:
            words = translate("Timeline", "and {count} more").format(count=f"{self.more:,}")
            yield Paragraph(words, "second")
        if self.remark and self.items:
            yield Paragraph(self.remark, "small")

    def shorter(self) -> "Listed":
        """Give it without its last item, which is counted."""
        return replace(self, items=self.items[:-1], more=self.more + 1)


def lists_of(session: Session) -> tuple[Listed, ...]:
    """Give all lists that say anything, in the order in which they are read."""
    return tuple(one for one in (*_findings(session), *_course(session)) if one.items)


def _findings(session: Session) -> tuple[Listed, ...]:
    """Give what was found: pathology, imaging, values at presentation, disagreements."""
    telling = _telling(session)
    case = telling.case
    lists = [
        _listed(
            translate("Pathology", "Pathology"),
            (item for one in case.reports for item in _report(telling, one)),
            len(case.reports),
        ),
        _listed(
            translate("Imaging", "Imaging"),
            (_study(telling, one) for one in case.studies),
            len(case.studies),
        ),
        _values(telling),
    ]
    if count := len(case.discrepancies):
        words = (
            translate("Notes", "1 disagreement in the source")
            if count == 1
            else translate("Notes", "{count} disagreements in the source")
        )
        head = translate("Export", "Where the source disagrees with itself")
        lists.append(Listed(head, (Paragraph(words.format(count=count)),)))
    return tuple(lists)


def _course(session: Session) -> tuple[Listed, ...]:
    """Give what was done, with its outcome, and how it went on and ended."""
    telling = _telling(session)
    end = session.case.subject.follow_up
    treated = _events(telling, translate("Export", "Treatments"), TREATMENTS)
    went = _events(telling, translate("Export", "Course and outcome"), COURSE)
    if end is not None:
        # Said first of all: it must not be what there is no room for.
        words = Paragraph(_cut(telling.words(end.text)), "strong")
        went = replace(went, items=(words, *went.items))
    return treated, went


def _telling(session: Session) -> Telling:
    return Telling(session.case, session.counting, session.language, session.state.plots)


def _listed(head: str, items: Iterator[Paragraph], count: int) -> Listed:
    kept = tuple(islice(items, MOST_ITEMS))
    return Listed(head, kept, max(0, count - len(kept)))


def _cut(words: str) -> str:
    one_line = " ".join(words.split())
    return one_line if len(one_line) <= LONGEST else one_line[: LONGEST - 1].rstrip() + "…"


def _item(label: str, words: str, aside: str = "") -> Paragraph:
    """Give a line of a list; an aside is never cut."""
    said = with_aside(_cut(words), aside) if aside else _cut(words)
    return Paragraph(said, label=_cut(label), gap=GAP)


# -- findings ---------------------------------------------------------------------------------


def _report(telling: Telling, report: Report) -> Iterator[Paragraph]:
    """Say the diagnosis, the grade and how much of the tumour divides, as far as each is told."""
    said = [telling.words(one.text) for one in (report.diagnosis, report.grade) if one is not None]
    said += [
        in_line((telling.words(stain.marker), telling.words(stain.result)))
        if stain.percent is None
        else f"{telling.words(stain.marker)} {telling.words(stain.result)}"
        for stain in report.stains
        if stain.percent is not None
    ]
    words = in_turn(said) if said else telling.words(report.specimen)
    yield _item(telling.name(report), words or telling.time(report.when))


def _study(telling: Telling, study: Study) -> Paragraph:
    sites: dict[str, list[str]] = {}
    for one in study.findings:
        sites.setdefault(telling.words(one.site), []).append(telling.words(one.text))
    found = in_turn(labelled(site, in_line(texts)) for site, texts in sites.items())
    found = in_turn([found, in_line(lesion_text(one, telling.language) for one in study.lesions)])
    found = found or translate("Imaging", "No findings are told.")
    return _item(telling.name(study), found, telling.time(study.when))


def _values(telling: Telling) -> Listed:
    """Give the values out of their limits up to the first day that has a value."""
    head = translate("Export", "Values out of range at presentation")
    series = telling.case.series
    days = [point.when.anchor for one in series for point in one.points if is_dated(point)]
    if not days:
        return Listed(head, ())
    end = floor(min(days)) + 1
    out = [
        (one, point)
        for one in series
        for point in one.points
        if point.when.anchor < end and side_of(one, point) in OUT
    ]
    items = (_value(telling, one, point) for one, point in out)
    limits = [one.reference_for(point) for one, point in out]
    is_borrowed = any(one is not None and not one.is_own for one in limits)
    remark = translate(
        "Export", "Limits are those of the laboratories named, not of the one that measured."
    )
    return replace(_listed(head, items, len(out)), remark=remark if is_borrowed else "")


def _value(telling: Telling, series: Series, point: Measurement) -> Paragraph:
    language = telling.language
    limits = series.reference_for(point)
    words = in_line(
        (
            value_with_unit(point, series, language),
            telling.time(point.when),
            side_name(side_of(series, point)),
        )
    )
    said = "" if limits is None else reference_text(limits, language)
    label = telling.words(series.short or series.title)
    return _item(label, words, said)


# -- events -----------------------------------------------------------------------------------


def _events(telling: Telling, head: str, kinds: tuple[LaneKind, ...]) -> Listed:
    case = telling.case
    lanes = {one.id for one in case.lanes if one.kind in kinds}
    found = [n for n in in_order(case).tolist() if case.events.passing(n).lane in lanes]
    items = (_event(telling, case.events[number]) for number in found)
    return _listed(head, items, len(found))


def _event(telling: Telling, event: Event) -> Paragraph:
    name = telling.words(words_of(event.title))
    dose = "" if event.dose is None else dose_text(event.dose)
    said = [in_line((name, dose))]
    if event.result is not None:
        said.append(telling.words(event.result.text))
    if event.response is not None:
        said.append(response_text(event.response, telling.language))
    if event.outcome is not None and telling.words(event.outcome.text) not in _folded(name):
        said.append(telling.words(event.outcome.text))
    return _item(telling.time(event.when), in_turn(said))


def _folded(name: str) -> tuple[str, ...]:
    """Give what an outcome need not say again: "Death: death"."""
    return name, name.lower()
