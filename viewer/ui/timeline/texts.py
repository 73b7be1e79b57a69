"""What is written beside an event, in pieces that can be placed and shortened."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QRectF

from viewer.geometry.labels import Label, Piece, Words
from viewer.model.event import Event
from viewer.model.numbering import Counting
from viewer.model.part import words_of
from viewer.model.series import Statement
from viewer.model.time import CutInstant, Instant, Interval
from viewer.ui.look import FontRole
from viewer.ui.timeline.measures import Measures
from viewer.ui.timeline.placed import PlacedSign, PlacedWords, WordPart
from viewer.ui.words.time_words import when_short
from viewer.ui.words.treatment_words import dose_text, line_text, response_letters

LONGEST_DOSES = 4
"""So many doses of a treatment stand beside its name."""
LONGEST_TEXT = 300
"""Characters of one text on the timeline; the whole stands in details."""
PICTURE = "picture"
"""Stands in the place of a sign for the small picture of a study."""
NEVER_CUT = frozenset(("outcome", "response"))


class Bit(NamedTuple):
    """A word group or, where `sign` is given, a sign."""

    text: str = ""
    part: WordPart = "name"
    role: FontRole = "label"
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one thing: name, time, and the tail that stands right of the mark."""

    name: tuple[Bit, ...]
    when: Bit | None = None
    tail: tuple[Bit, ...] = ()

    def measured(self, measures: Measures) -> Words:
        """Give the widths that placement needs."""
        result_px = sum(_width(bit, measures) for bit in self.tail if bit.part == "result")
        tail_px = _line_width(self.tail, measures)
        return Words(
            _line_width(self.name, measures),
            _width(self.when, measures) if self.when is not None else 0.0,
            tail_px,
            tail_px - result_px,
        )

    def placed(
        self, label: Label, top_px: float, measures: Measures
    ) -> tuple[tuple[PlacedWords, ...], tuple[PlacedSign, ...]]:
        """Give the words and signs at the places that a label gives them."""
        words: list[PlacedWords] = []
        signs: list[PlacedSign] = []
        lines: list[tuple[tuple[Bit, ...], Piece | None]] = [
            (self.name, label.name),
            ((self.when,) if self.when is not None else (), label.when),
            (self.tail, label.tail),
        ]
        for bits, piece in lines:
            if piece is not None:
                _set(bits, piece, top_px, measures, words, signs)
        return tuple(words), tuple(signs)


def event_wording(
    event: Event,
    is_disputed: bool,
    counting: Counting,
    language: str,
    *,
    is_pictured: bool = False,
) -> Wording:
    """Say an event: its title, when it was, its outcome and result, and whether it is disputed.

    Where it is pictured a small picture stands before its title.
    """
    title = _line(words_of(event.title).pick(language))
    picture = (Bit(sign=PICTURE),) if is_pictured else ()
    name: tuple[Bit, ...] = (*_letters(event), *picture, Bit(title), *_treatment(event))
    tail: tuple[Bit, ...] = ()
    if event.outcome is not None:
        text = _line(event.outcome.text.pick(language))
        # "Death" need not be followed by "death".
        if text.casefold() != title.casefold():
            sign = Bit(part="outcome", sign=event.outcome.sign)
            tail = (sign, Bit(text, "outcome", "strong"))
    if event.result is not None:
        tail = (*tail, Bit(_line(event.result.text.pick(language)), "result"))
    disputed = (Bit(sign="disagreement"),) if is_disputed else ()
    if tail:
        tail = (*tail, *disputed)
    else:
        name = (*name, *disputed)
    when = _line(when_short(event.when, counting, language))
    return Wording(name, Bit(when, "when", "when"), tail)


def _letters(event: Event) -> Iterator[Bit]:
    """Say a response in words where its day has no mark that could hold the letters."""
    when = event.when
    if event.response is None or isinstance(when, Interval) or when.best is not None:
        return
    if isinstance(when, CutInstant) or None not in (when.earliest, when.latest):
        yield Bit(response_letters(event.response), "response", "strong")


def _treatment(event: Event) -> Iterator[Bit]:
    """Say the line of therapy and the doses, in the order in which they were given."""
    if event.therapy_line is not None:
        yield Bit(_line(line_text(event.therapy_line)), "dose", "when")
    doses = [event.dose, *(change.dose for change in event.changes)]
    said = [dose_text(dose) for dose in doses if dose is not None]
    if said:
        shown = [*said[:LONGEST_DOSES], "…"] if len(said) > LONGEST_DOSES else said
        yield Bit(_line(" → ".join(shown)), "dose", "when")


def statement_wording(statement: Statement, is_disputed: bool, language: str) -> Wording:
    """Say a statement: an arrow where it has a direction, and its words."""
    text = _line(statement.text.pick(language))
    bits = [Bit(text, "statement", "statement")]
    if statement.direction in ("up", "down", "steady"):
        bits.insert(0, Bit(sign=statement.direction))
    disputed = (Bit(sign="disagreement"),) if is_disputed else ()
    when = statement.when
    if isinstance(when, Interval) and isinstance(when.end, Instant):
        # Words belong inside a band with two ends; its sign beside it leaves them the room.
        return Wording(tuple(bits), tail=disputed)
    return Wording((*bits, *disputed))


def _line(text: str) -> str:
    """Make one line of a text, of a length that can be drawn."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_TEXT else line[: LONGEST_TEXT - 1] + "…"


def _width(bit: Bit, measures: Measures) -> float:
    if bit.sign:
        return _sign_px(bit, measures)
    # A selected name is heavier; its room is kept, so that nothing jumps when it is chosen.
    role: FontRole = "strong" if bit.role == "label" else bit.role
    return measures.width(bit.text, role)


def _sign_px(bit: Bit, measures: Measures) -> float:
    return measures.picture_px if bit.sign == PICTURE else measures.sign_px


def _line_width(bits: tuple[Bit, ...], measures: Measures) -> float:
    gaps = measures.word_px * max(0, len(bits) - 1)
    return sum(_width(bit, measures) for bit in bits) + gaps


def _set(
    bits: tuple[Bit, ...],
    piece: Piece,
    top_px: float,
    measures: Measures,
    words: list[PlacedWords],
    signs: list[PlacedSign],
) -> None:
    """Set bits in a line; a name or a result gives way where the line is too short."""
    at, row = piece.left_px, measures.row_px
    for bit, width in _fitted(bits, piece.width_px, measures):
        if bit.sign:
            size = _sign_px(bit, measures)
            signs.append(PlacedSign(bit.sign, QRectF(at, top_px + (row - size) / 2, size, size)))
        else:
            text = bit.text
            if width < _width(bit, measures) - 0.5:
                role: FontRole = "strong" if bit.role == "label" else bit.role
                text = measures.elided(text, role, width)
            rect = QRectF(at, top_px + (row - measures.h_px) / 2, width, measures.h_px)
            words.append(PlacedWords(bit.part, text, bit.text, bit.role, rect))
        at += width + measures.word_px


def _fitted(
    bits: tuple[Bit, ...], room_px: float, measures: Measures
) -> Iterator[tuple[Bit, float]]:
    """Give the bits with widths that fit; the last that may be cut gives way first.

    What should never be cut gives way where all else has, and the line would leave the chart.
    """
    excess = _line_width(bits, measures) - room_px
    spare = sum(_width(b, measures) for b in bits if not b.sign and b.part not in NEVER_CUT)
    beyond = excess - spare
    widths: list[float | None] = []
    for number, bit in reversed(tuple(enumerate(bits))):
        width = _width(bit, measures)
        if excess > 0.5 and not bit.sign and bit.part not in NEVER_CUT:
            left = width - excess
            if number > 0 and bit.part == "dose" and left < measures.spacing.least_px:
                excess -= width + measures.word_px
                widths.append(None)
                continue
            width, excess = max(0.0, left), max(0.0, -left)
        elif beyond > 0.5 and not bit.sign:
            width, beyond = max(0.0, width - beyond), max(0.0, beyond - width)
        widths.append(width)
    for bit, fitted in zip(bits, reversed(widths), strict=True):
        if fitted is not None:
            yield bit, fitted
