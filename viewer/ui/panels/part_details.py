"""Everything the case tells about one part, as blocks of the details panel."""

from PySide6.QtCore import QCoreApplication

from viewer.model.case import Discrepancy, Note
from viewer.model.clinical import Report, Study
from viewer.model.course import Selectable
from viewer.model.event import Event, Remark
from viewer.model.part import Evidence, words_of
from viewer.model.series import Statement
from viewer.ui.panels.series_details import series_facts
from viewer.ui.panels.studies_beside import study_facts
from viewer.ui.panels.telling import Telling
from viewer.ui.widgets.block import Block, Line
from viewer.ui.widgets.facts import Fact, Facts
from viewer.ui.words.lesion_words import lesion_text
from viewer.ui.words.treatment_words import (
    change_text,
    cycle_text,
    dose_text,
    line_text,
    response_text,
)

translate = QCoreApplication.translate


def part_blocks(telling: Telling, thing: Selectable, day: float) -> tuple[Block, ...]:
    """Say everything about a part; `day` is the cursor's, for series with very many values."""
    title = telling.line(telling.name(thing), telling.sign(thing), role="title")
    return (title, Facts(_facts(telling, thing, day)))


def _facts(telling: Telling, thing: Selectable, day: float) -> tuple[Fact, ...]:
    match thing:
        case Event():
            facts = _event(telling, thing)
        case Statement():
            facts = _statement(telling, thing)
        case Study():
            facts = _study(telling, thing)
        case Report():
            facts = _report(telling, thing)
        case Note():
            text = telling.fact(translate("Details", "Text"), telling.words(thing.text))
            facts = (*text, *telling.evidence(thing.evidence))
        case Discrepancy():
            return _discrepancy(telling, thing)
        case _:
            facts = series_facts(telling, thing, day)
    codes = telling.codes(getattr(thing, "codes", ()))
    return (*facts, *telling.disagreements(thing.id), *codes)


def _event(telling: Telling, event: Event) -> tuple[Fact, ...]:
    details = tuple(
        fact
        for detail in event.details
        for fact in _remark(telling, telling.words(detail.label), detail, event.evidence)
    )
    outcome: tuple[Fact, ...] = ()
    if event.outcome is not None:
        known = telling.evidence_beside(event.outcome.evidence, event.evidence)
        lines = (telling.outcome(event.outcome), *known)
        outcome = (Fact(translate("Details", "Outcome"), lines),)
    return (
        *telling.when(event.when),
        *_remark(telling, translate("Details", "Result"), event.result, event.evidence),
        *outcome,
        *_treatment(telling, event),
        *details,
        *telling.evidence(event.evidence),
        *_links(telling, event),
    )


def _treatment(telling: Telling, event: Event) -> tuple[Fact, ...]:
    """Give how a treatment was given, a line each; how a line is known where that differs."""
    language, response = telling.language, event.response
    spoken = telling.counting, language
    facts: list[Fact] = []
    if response is not None:
        known = telling.evidence_beside(response.evidence, event.evidence)
        lines = (telling.line(response_text(response, language), role="strong"), *known)
        facts.append(Fact(translate("Details", "Judged"), lines))
    if event.therapy_line is not None:
        facts += telling.fact(translate("Details", "Therapy"), line_text(event.therapy_line))
    if event.dose is not None:
        facts += telling.fact(translate("Details", "Dose"), dose_text(event.dose))
    for label, parts in (
        (translate("Details", "Changes"), [(c, change_text(c, *spoken)) for c in event.changes]),
        (translate("Details", "Cycles"), [(c, cycle_text(c, *spoken)) for c in event.cycles]),
    ):
        told = tuple(
            line
            for one, words in parts
            for line in (
                telling.line(words),
                *telling.evidence_beside(one.evidence, event.evidence),
            )
        )
        facts += (Fact(label, told),) if told else ()
    return tuple(facts)


def _statement(telling: Telling, statement: Statement) -> tuple[Fact, ...]:
    says = translate("Details", "The source says so in words; it gives no values.")
    return (
        *telling.when(statement.when),
        *telling.fact(translate("Details", "What"), says),
        *telling.evidence(statement.evidence),
        *_links(telling, statement),
    )


def _study(telling: Telling, study: Study) -> tuple[Fact, ...]:
    findings = tuple(
        fact
        for finding in study.findings
        for fact in _remark(telling, telling.words(finding.site), finding, study.evidence)
    )
    remarks = tuple(
        fact
        for remark in study.remarks
        for fact in _remark(telling, translate("Details", "Remark"), remark, study.evidence)
    )
    return (
        *telling.when(study.when),
        *telling.fact(translate("Details", "Modality"), study.modality),
        *findings,
        *_lesions(telling, study),
        *remarks,
        *telling.evidence(study.evidence),
        *_links(telling, study),
    )


def _lesions(telling: Telling, study: Study) -> tuple[Fact, ...]:
    """Give the diameters that were measured, a line each."""
    lines: list[Line] = []
    for lesion in study.lesions:
        words = lesion_text(lesion, telling.language)
        lines += [telling.line(words), *telling.evidence_beside(lesion.evidence, study.evidence)]
    return (Fact(translate("Details", "Lesions"), tuple(lines)),) if lines else ()


def _report(telling: Telling, report: Report) -> tuple[Fact, ...]:
    return (
        *telling.when(report.when),
        *telling.fact(translate("Details", "Specimen"), telling.words(report.specimen)),
        *_remark(telling, translate("Details", "Diagnosis"), report.diagnosis, report.evidence),
        *_remark(telling, translate("Details", "Grade"), report.grade, report.evidence),
        *telling.evidence(report.evidence),
        *_links(telling, report),
    )


def _discrepancy(telling: Telling, discrepancy: Discrepancy) -> tuple[Fact, ...]:
    sides = tuple(
        Fact(telling.words(side.place), (telling.line(telling.words(side.text)),))
        for side in discrepancy.sides
    )
    about = tuple(telling.link(thing) for thing in telling.linked(discrepancy.about))
    return (
        *sides,
        *_remark(telling, translate("Details", "Reading"), discrepancy.reading, None),
        *((Fact(translate("Details", "About"), about),) if about else ()),
    )


def _remark(
    telling: Telling, label: str, remark: Remark | None, known: Evidence | None
) -> tuple[Fact, ...]:
    """Give a remark; how it is known only where that is not how its part is `known`."""
    if remark is None:
        return ()
    words = telling.line(telling.words(remark.text))
    return (Fact(label, (words, *telling.evidence_beside(remark.evidence, known))),)


def _links(telling: Telling, thing: Event | Statement | Study | Report) -> tuple[Fact, ...]:
    """Give what belongs to a part, whichever of the two names the other."""
    ids = () if isinstance(thing, Statement) else thing.links
    if isinstance(thing, Event | Statement):
        ids = (*ids, *thing.series)
    case = telling.case
    naming = [case.events[number].id for number in case.events.naming.get(thing.id, ())]
    naming += [study.id for study in case.studies if thing.id in study.links]
    naming += [report.id for report in case.reports if thing.id in report.links]
    found = [part for part in telling.linked((*ids, *naming)) if part.id != thing.id]
    # An examination's event says nothing that the link to its study does not.
    studied = {telling.name(part) for part in found if isinstance(part, Study | Report)}
    found = [p for p in found if not (isinstance(p, Event) and telling.name(p) in studied)]
    facts = list(_studies(telling, thing, tuple(p for p in found if isinstance(p, Study))))
    for label, kind in (
        (translate("Details", "Pathology"), Report),
        (translate("Details", "Events"), Event),
        (translate("Details", "Statements"), Statement),
        (translate("Details", "Values"), None),
    ):
        of_kind = tuple(part for part in found if _is_kind(part, kind))
        if of_kind:
            facts.append(Fact(label, tuple(telling.link(part) for part in of_kind)))
    return tuple(facts)


def _studies(telling: Telling, thing: Selectable, linked: tuple[Study, ...]) -> tuple[Fact, ...]:
    if isinstance(thing, Event):
        return study_facts(telling, thing, linked)
    lines = tuple(telling.link(study) for study in linked)
    return (Fact(translate("Details", "Studies"), lines),) if lines else ()


def _is_kind(thing: Selectable, kind: type | None) -> bool:
    if kind is None:
        return not isinstance(thing, Study | Report | Event | Statement)
    return isinstance(thing, kind)


def title_in_any_language(thing: Selectable) -> frozenset[str]:
    """Give all words a part is called by, to find it again in the words of a problem."""
    title = thing.text if isinstance(thing, Statement) else words_of(thing.title)
    root = title.root
    return frozenset((root,) if isinstance(root, str) else root.values())
