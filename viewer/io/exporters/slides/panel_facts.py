"""What the panel of a scene tells, as rows of two cells: the same facts as in the program."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from viewer.io.exporters.slides import slide_words as say
from viewer.io.exporters.slides.ground import Told
from viewer.model.case import Discrepancy, Note
from viewer.model.clinical import Figure, Finding, Lesion, Report, Stain, Study
from viewer.model.course import (
    discrepancies_about,
    in_order,
    nearest_value,
    on_day,
    part,
)
from viewer.model.event import Event, Remark
from viewer.model.part import Evidence, words_of
from viewer.model.series import Measurement, Series, Statement
from viewer.model.shown_part import shown_part
from viewer.model.time import Instant, Interval
from viewer.model.units import plain_analyte

MOST_FACTS = 60
"""More rows than this fit on no slide."""


class Fact(NamedTuple):
    """A label, and what is told under it."""

    label: str
    text: str


@dataclass(frozen=True)
class Facts:
    """What stands in a panel: its heading, its rows, and the figures of its study or report."""

    heading: str
    rows: tuple[Fact, ...]
    figures: tuple[Figure, ...] = ()


def panel_facts(told: Told, panel: str) -> Facts | None:
    """Give what a panel tells; None for a panel that slides do not know."""
    makers: dict[str, Callable[[Told], Facts]] = {
        "details": _details,
        "events": _events,
        "values": lambda told: _values(told, told.case.series, say.PANELS["values"]),
        "glucose": _glucose,
        "imaging": _imaging,
        "pathology": _pathology,
        "notes": _notes,
    }
    maker = makers.get(panel)
    return None if maker is None else maker(told)


def _facts(told: Told, heading: str, rows: Iterator[Fact] | Sequence[Fact]) -> Facts:
    found = tuple(fact for fact in rows if fact.text)[:MOST_FACTS]
    return Facts(heading, found or (Fact("", told.say(say.NOTHING_TOLD)),))


# -- studies and reports ----------------------------------------------------------------------


def _imaging(told: Told) -> Facts:
    study = shown_part(told.case, told.state.selection, told.state.cursor, told.case.studies)
    if study is None:
        return _facts(told, told.say(say.PANELS["imaging"]), ())
    return _study_facts(told, study)


def _study_facts(told: Told, study: Study) -> Facts:
    rows = [_finding(told, finding) for finding in study.findings]
    if not rows:
        rows = [Fact(told.say(say.FINDINGS), told.say(say.NO_FINDINGS))]
    rows += [_lesion(told, lesion) for lesion in study.lesions]
    rows += _disagreements(told, study.id)
    rows += [Fact(told.say(say.REMARK), _text(told, remark)) for remark in study.remarks]
    rows += [_when(told, study.when), _evidence(told, study.evidence)]
    facts = _facts(told, words_of(study.title).pick(told.language), rows)
    return Facts(facts.heading, facts.rows, study.figures)


def _pathology(told: Told) -> Facts:
    report = shown_part(told.case, told.state.selection, told.state.cursor, told.case.reports)
    if report is None:
        return _facts(told, told.say(say.PANELS["pathology"]), ())
    return _report_facts(told, report)


def _report_facts(told: Told, report: Report) -> Facts:
    specimen = report.specimen.pick(told.language) if report.specimen is not None else ""
    rows = [
        Fact(told.say(say.DIAGNOSIS), _text(told, report.diagnosis)),
        Fact(told.say(say.GRADE), _text(told, report.grade)),
        *(_stain(told, stain) for stain in report.stains),
        Fact(told.say(say.SPECIMEN), specimen),
        *(_finding(told, finding) for finding in report.morphology),
        *_disagreements(told, report.id),
        _when(told, report.when),
        _evidence(told, report.evidence),
    ]
    facts = _facts(told, words_of(report.title).pick(told.language), rows)
    return Facts(facts.heading, facts.rows, report.figures)


def _finding(told: Told, finding: Finding) -> Fact:
    return Fact(finding.site.pick(told.language), _text(told, finding))


def _lesion(told: Told, lesion: Lesion) -> Fact:
    site = "" if lesion.site is None else lesion.site.pick(told.language)
    words = say.SHORT_AXIS if lesion.is_node else say.MILLIMETRES
    size = told.say(words, number=told.words.number(lesion.diameter_mm))
    return Fact(told.words.in_line((lesion.name, site) if site else (lesion.name,)), size)


def _stain(told: Told, stain: Stain) -> Fact:
    result = stain.result.pick(told.language)
    if stain.percent is not None:
        number = told.words.number(stain.percent)
        share = told.say(say.PERCENT, number=number)
        # The result may be the number itself, or a word such as "+" beside it.
        result = share if number in result else told.words.in_line((result, share))
    if stain.score is not None:
        result = told.words.in_line((result, stain.score.pick(told.language)))
    return Fact(stain.marker.pick(told.language), result)


# -- all else ---------------------------------------------------------------------------------


def _details(told: Told) -> Facts:
    chosen = part(told.case, told.state.selection)
    match chosen:
        case Study():
            return _study_facts(told, chosen)
        case Report():
            return _report_facts(told, chosen)
        case Series():
            return _values(told, (chosen,), "")
        case None:
            return _day(told)
    rows: list[Fact]
    match chosen:
        case Event():
            title, rows = words_of(chosen.title), [*_event(told, chosen)]
        case Statement():
            said = Fact(told.say(say.WHAT), told.say(say.STATEMENT))
            title, rows = chosen.text, [_when(told, chosen.when), said]
            rows += [*_disagreements(told, chosen.id), _evidence(told, chosen.evidence)]
        case Note():
            title, rows = words_of(chosen.title), [Fact("", chosen.text.pick(told.language))]
        case _:
            title, rows = chosen.title, [*_sides(told, chosen)]
    return _facts(told, title.pick(told.language), rows)


def _day(told: Told) -> Facts:
    cursor = told.state.cursor
    found = on_day(told.case, cursor, MOST_FACTS)
    things: tuple[Event | Statement, ...] = (*found.surely, *found.begun, *found.perhaps)
    rows = [_line(told, thing) for thing in things]
    rows += [_nearest(told, series) for series in told.case.series]
    return _facts(told, told.words.heading(cursor, told.counting), rows)


def _event(told: Told, event: Event) -> Iterator[Fact]:
    yield _when(told, event.when)
    yield Fact(told.say(say.RESULT), _text(told, event.result))
    yield Fact(told.say(say.OUTCOME), _text(told, event.outcome))
    yield Fact(told.say(say.JUDGED), told.words.response(event))
    yield Fact(told.say(say.TREATMENT), told.words.in_line(told.words.treatment(event)))
    for detail in event.details:
        yield Fact(detail.label.pick(told.language), _text(told, detail))
    yield from _disagreements(told, event.id)
    yield _evidence(told, event.evidence)


def _events(told: Told) -> Facts:
    window = told.state.window
    numbers = in_order(told.case).tolist()
    spans = ((number, told.case.events[number]) for number in numbers)
    seen = [event for _, event in spans if event.when.span.overlaps(window)][:MOST_FACTS]
    return _facts(told, told.say(say.PANELS["events"]), [_line(told, event) for event in seen])


def _glucose(told: Told) -> Facts:
    those = tuple(one for one in told.case.series if plain_analyte(one.analyte) == "glucose")
    return _values(told, those, say.PANELS["glucose"])


def _values(told: Told, series: tuple[Series, ...], heading: str) -> Facts:
    """Give the reported values of series in the window; of sampled ones the nearest."""
    window, rows = told.state.window, list[Fact]()
    for one in series:
        near = [p for p in one.points if p.when.span.overlaps(window)]
        name = (one.short or one.title).pick(told.language)
        rows += [Fact(name, _value(told, point, one)) for point in near[:MOST_FACTS]]
        if one.sampled is not None:
            rows.append(_nearest(told, one))
    title = told.say(heading) if heading else series[0].title.pick(told.language)
    return _facts(told, title, rows)


def _nearest(told: Told, series: Series) -> Fact:
    found = nearest_value(series, told.state.cursor)
    name = (series.short or series.title).pick(told.language)
    return Fact(name, "" if found is None else _value(told, found[0], series))


def _value(told: Told, point: Measurement, series: Series) -> str:
    value = told.words.value(point)
    if point.value is not None:
        value = f"{value} {series.unit}"
    return told.words.in_line((value, told.words.when(point.when, told.counting)))


def _notes(told: Told) -> Facts:
    rows: list[Fact] = []
    for found in told.case.discrepancies:
        sides = "\n".join(told.words.labelled(*side) for side in _sides(told, found))
        rows.append(Fact(found.title.pick(told.language), sides))
    rows += [
        Fact(words_of(note.title).pick(told.language), note.text.pick(told.language))
        for note in told.case.notes
    ]
    chosen = told.state.selection
    about = [d for d in told.case.discrepancies if d.id == chosen]
    about_notes = [n for n in told.case.notes if n.id == chosen]
    if about:  # what is selected is what the scene is about
        first = about[0].title.pick(told.language)
        rows.sort(key=lambda row: row.label != first)
    elif about_notes:
        first = words_of(about_notes[0].title).pick(told.language)
        rows.sort(key=lambda row: row.label != first)
    return _facts(told, told.say(say.PANELS["notes"]), rows)


# -- pieces -----------------------------------------------------------------------------------


def _line(told: Told, thing: Event | Statement) -> Fact:
    text = thing.text if isinstance(thing, Statement) else words_of(thing.title)
    return Fact(told.words.when(thing.when, told.counting), text.pick(told.language))


def _text(told: Told, remark: Remark | None) -> str:
    return "" if remark is None else remark.text.pick(told.language)


def _when(told: Told, when: Instant | Interval) -> Fact:
    return Fact(told.say(say.WHEN), told.words.when(when, told.counting))


def _evidence(told: Told, evidence: Evidence) -> Fact:
    return Fact(told.say(say.EVIDENCE), told.words.evidence(evidence, told.case))


def _disagreements(told: Told, id_: str) -> list[Fact]:
    return [
        Fact(
            told.say(say.DISAGREES),
            "\n".join(told.words.labelled(*side) for side in _sides(told, found)),
        )
        for found in discrepancies_about(told.case, id_)
    ]


def _sides(told: Told, found: Discrepancy) -> Iterator[Fact]:
    for side in found.sides:
        yield Fact(side.place.pick(told.language), side.text.pick(told.language))
    if found.reading is not None:
        yield Fact(told.say(say.READING), _text(told, found.reading))
