"""The parts of a case as lines, facts and links, in the words of one language."""

from dataclasses import dataclass, replace
from functools import cached_property

from PySide6.QtCore import QCoreApplication

from viewer.model.case import Case, Discrepancy
from viewer.model.clinical import Report, Study
from viewer.model.course import Selectable, discrepancies_about, part
from viewer.model.event import Event, Lane, LaneKind, Outcome
from viewer.model.noted_studies import ByAuthor, ShownStudy
from viewer.model.numbering import Counting
from viewer.model.part import Code, Evidence, Text, words_of
from viewer.model.plot_choices import AS_REPORTED, PlotChoices
from viewer.model.series import Series, Statement
from viewer.model.time import Instant, Interval
from viewer.ui.look import FontRole
from viewer.ui.widgets.block import Line
from viewer.ui.widgets.facts import Fact
from viewer.ui.widgets.link import Target
from viewer.ui.widgets.plain_text import Ink
from viewer.ui.widgets.sign import Sign
from viewer.ui.words.evidence_words import evidence_name, known_sentence, place_text
from viewer.ui.words.glossary import explain
from viewer.ui.words.joining import in_line, in_turn, labelled
from viewer.ui.words.sign_words import kind_name, sign_name
from viewer.ui.words.time_words import how_far_off, when_long, when_short

translate = QCoreApplication.translate

SYSTEMS = {
    "http://loinc.org": "LOINC",
    "http://snomed.info/sct": "SNOMED CT",
    "http://hl7.org/fhir/sid/icd-10": "ICD-10",
    "http://www.whocc.no/atc": "ATC",
}
"""Names of terminologies that are cited by an address."""


@dataclass(frozen=True)
class Telling:
    """A disclosed case, how its days are counted, and the language to tell it in."""

    case: Case
    counting: Counting
    language: str
    plots: PlotChoices = AS_REPORTED
    """In which units values are shown."""
    studies: tuple[ShownStudy, ...] = ()
    """The case's studies and those that reviewers have added; none where only the case is told."""
    can_act: bool = True
    """Whether links that do something are of use: not on a stage, nor on paper."""

    @cached_property
    def lanes(self) -> dict[str, Lane]:
        """The lanes by their ids; the first where an id stands twice."""
        return {lane.id: lane for lane in reversed(self.case.lanes)}

    # -- words --------------------------------------------------------------------------------

    def words(self, text: Text | None) -> str:
        """Give a text in the language; empty for none."""
        return text.pick(self.language) if text is not None else ""

    def name(self, thing: Selectable) -> str:
        """Give what a part is called."""
        if isinstance(thing, Statement):
            return self.words(thing.text)
        if isinstance(thing, Series | Discrepancy):
            return self.words(thing.title)
        return self.words(words_of(thing.title))

    def time(self, when: Instant | Interval) -> str:
        """Say when something was in few words."""
        return when_short(when, self.counting, self.language)

    def line(
        self,
        words: str,
        sign: Sign | None = None,
        target: Target | None = None,
        role: FontRole = "label",
        ink: Ink = "ink",
    ) -> Line:
        """Give a line of text, its abbreviations explained."""
        # Most lines hold no abbreviation, and pages are told anew with every step of the cursor.
        is_short_for = any(term.term in words for term in self.case.glossary)
        explained = explain(words, self.case, self.language) if is_short_for else ""
        return Line(words, sign, target, role, ink, explained)

    def fact(self, label: str, words: str, role: FontRole = "label") -> tuple[Fact, ...]:
        """Give a fact, or nothing where there are no words for it."""
        return (Fact(label, (self.line(words, role=role),)),) if words else ()

    # -- signs --------------------------------------------------------------------------------

    def sign(self, thing: Selectable) -> Sign | None:
        """Give the mark of a part: its lane's shape, filled by how it is known."""
        match thing:
            case Event():
                lane = self.lanes.get(thing.lane or "")
                return _mark(lane.kind, thing.evidence) if lane is not None else None
            case Study() | Report():
                return _mark("diagnostic", thing.evidence)
            case Statement():
                return Sign("statement", translate("Details", "statement, no values"))
            case Discrepancy():
                return disagreement()
        return None

    def outcome(self, outcome: Outcome) -> Line:
        """Give the outcome's sign and word, as they stand on the timeline."""
        words = self.words(outcome.text)
        sign = Sign("sign", sign_name(outcome.sign), outcome.sign)
        return self.line(words, sign, role="strong")

    # -- links --------------------------------------------------------------------------------

    def link(self, thing: Selectable, *notes: str) -> Line:
        """Give a link to a part, with its mark before it and second text below it."""
        line = self.line(self.name(thing), self.sign(thing), Target("part", thing.id))
        return replace(line, notes=notes)

    def linked(self, ids: tuple[str, ...]) -> tuple[Selectable, ...]:
        """Give the parts with these ids; a value stands for its series."""
        found: list[Selectable] = []
        for id_ in ids:
            thing = part(self.case, id_) or self._series_with(id_)
            if thing is not None and thing not in found:
                found.append(thing)
        return tuple(found)

    def _series_with(self, point_id: str) -> Series | None:
        return next((s for s in self.case.series if any(p.id == point_id for p in s.points)), None)

    def disagreements(self, id_: str) -> tuple[Fact, ...]:
        """Give where the source disagrees about a part, as links."""
        found = tuple(self.link(d) for d in discrepancies_about(self.case, id_))
        return (Fact(translate("Details", "Disagreement"), found),) if found else ()

    def sides(self, discrepancy: Discrepancy) -> tuple[str, ...]:
        """Give both sides, each behind the place where it stands."""
        return tuple(
            labelled(self.words(side.place), self.words(side.text)) for side in discrepancy.sides
        )

    # -- facts --------------------------------------------------------------------------------

    def when(self, when: Instant | Interval) -> tuple[Fact, ...]:
        """Give the time with its imprecision in long words."""
        words = when_long(when, self.counting, self.language)
        is_exact = (
            isinstance(when, Instant) and when.is_exact and when.evidence in (None, "reported")
        )
        if is_exact:
            words = translate("Details", "{time} (exact)").format(time=words)
        role: FontRole = "strong" if is_exact else "label"
        return self.fact(translate("Details", "When"), capital(words), role)

    def evidence(self, evidence: Evidence | None) -> tuple[Fact, ...]:
        """Give how a fact is known, what that rests on, and where it stands."""
        if evidence is None:
            return ()
        if isinstance(evidence, ByAuthor):
            said = (known_sentence(evidence), place_text(evidence, self.case, self.language))
            return self.fact(translate("Details", "Evidence"), in_turn(said))
        how = [self.line(known_sentence(evidence), evidence_sign(evidence))]
        if evidence.why is not None:
            how.append(self.line(self.words(evidence.why), role="when", ink="ink_2"))
        facts = (Fact(translate("Details", "Evidence"), tuple(how)),)
        place = self.place(evidence)
        return (*facts, Fact(translate("Details", "Source"), (place,))) if place else facts

    def evidence_beside(self, own: Evidence | None, known: Evidence | None) -> tuple[Line, ...]:
        """Say in small lines in what a member's evidence differs from that of its part."""
        if own is None:
            return ()
        lines = []
        if known is None or own.kind != known.kind:
            sign = evidence_sign(own)
            lines.append(Line(evidence_name(own.kind), sign, role="small", ink="ink_2"))
        if own.why is not None and (known is None or own.why != known.why):
            lines.append(self.line(self.words(own.why), role="small", ink="ink_2"))
        place = self.place(own)
        if place is not None and (known is None or own.place != known.place):
            lines.append(replace(place, role="small"))
        return tuple(lines)

    def place(self, evidence: Evidence) -> Line | None:
        """Give the place in the source, as a link to the reader's own copy of it."""
        words = place_text(evidence, self.case, self.language)
        sources = self.case.sources
        source = next((s for s in sources if evidence.source in (None, s.id)), None)
        if source is not None and evidence.place is not None and len(sources) > 1:
            words = labelled(self.words(words_of(source.title)), words)
        if not words:
            return None
        target = Target("source", source.id) if source is not None else None
        return self.line(words, target=target)

    def codes(self, codes: tuple[Code, ...]) -> tuple[Fact, ...]:
        """Give codes of public terminologies, small."""
        lines = tuple(
            Line(
                " ".join(
                    word
                    for word in (SYSTEMS.get(code.system, code.system), code.code, code.display)
                    if word
                ),
                role="small",
                ink="ink_3",
            )
            for code in codes
        )
        return (Fact(translate("Details", "Codes"), lines),) if lines else ()

    def how_far(self, when: Instant | Interval, day: float) -> str:
        """Say when something was, and how far that is from a day where its own day is given."""
        words = self.time(when)
        if isinstance(when, Instant) and when.best is not None:
            return in_line((words, how_far_off(when, day)))
        return words


def evidence_sign(evidence: Evidence) -> Sign:
    """Give the sign of how a fact is known."""
    return Sign("evidence", evidence_name(evidence.kind), evidence=evidence.kind)


def disagreement() -> Sign:
    """Give the sign of two places of the source that disagree."""
    return Sign("sign", translate("Details", "the source disagrees"), "disagreement")


def _mark(kind: LaneKind, evidence: Evidence) -> Sign:
    meaning = in_line((kind_name(kind), evidence_name(evidence.kind)))
    return Sign.mark(kind, evidence.kind, meaning)


def capital(words: str) -> str:
    """Begin words with a capital letter."""
    return words[:1].upper() + words[1:]
