"""What is written beside an event on a slide, in pieces that can be placed and shortened."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from viewer.geometry.labels import Label, Piece
from viewer.geometry.labels import Words as Widths
from viewer.io.exporters.slides.ground import Ground, run_width
from viewer.io.exporters.slides.signs import sign_things
from viewer.io.exporters.slides.things import Align, Box, Corners, Plate, Run, Stroke, Words
from viewer.io.exporters.slides.type_sizes import elided, one_line
from viewer.model.event import Event
from viewer.model.part import words_of
from viewer.model.series import Statement
from viewer.model.time import CutInstant, Instant, Interval

Written = Words | Plate | Stroke | Corners
DIRECTIONS = ("up", "down", "steady")


@dataclass(frozen=True)
class Bit:
    """Words that stay together, or a sign where one is given; `is_cut` where it may give way."""

    run: Run | None = None
    sign: str = ""
    is_cut: bool = True

    def width(self, ground: Ground) -> float:
        """Give the width that it takes (points)."""
        return ground.sign_pt if self.run is None else run_width(self.run)


@dataclass(frozen=True)
class Wording:
    """The words of one thing: name, time, and the tail that stands right of the mark."""

    name: tuple[Bit, ...]
    when: tuple[Bit, ...] = ()
    tail: tuple[Bit, ...] = ()

    def measured(self, ground: Ground) -> Widths:
        """Give the widths that placement needs."""
        may_go = sum(bit.width(ground) for bit in self.tail if bit.is_cut and not bit.sign)
        tail = _length(self.tail, ground)
        return Widths(_length(self.name, ground), _length(self.when, ground), tail, tail - may_go)

    def placed(self, label: Label, top: float, align: Align, ground: Ground) -> list[Written]:
        """Give the words and signs in a row that begins at `top`, where a label places them."""
        found: list[Written] = []
        for bits, piece in (
            (self.name, label.name),
            (self.when, label.when),
            (self.tail, label.tail),
        ):
            if piece is not None and bits:
                found += _set(bits, piece, top, align if bits is not self.tail else "left", ground)
        return found


def event_wording(event: Event, is_disputed: bool, ground: Ground) -> Wording:
    """Say an event: its title, when it was, its outcome and result, and whether it is disputed."""
    words, language = ground.told.words, ground.told.language
    title = one_line(words_of(event.title).pick(language))
    name = [*_letters(event, ground), Bit(ground.name_run(title))]
    name += [Bit(ground.second_run(one_line(said))) for said in words.treatment(event)]
    tail: list[Bit] = []
    if event.outcome is not None:
        text = one_line(event.outcome.text.pick(language))
        if text.casefold() != title.casefold():  # "Death" need not be followed by "death"
            tail += [Bit(sign=event.outcome.sign), Bit(ground.name_run(text), is_cut=False)]
    if event.result is not None:
        run = ground.second_run(one_line(event.result.text.pick(language)))
        tail.append(Bit(replace(run, colour=ground.told.look.role("ink"))))
    if is_disputed:
        (tail or name).append(Bit(sign="disagreement"))
    when = one_line(words.when(event.when, ground.told.counting))
    return Wording(tuple(name), (Bit(ground.second_run(when)),) if when else (), tuple(tail))


def _letters(event: Event, ground: Ground) -> Iterator[Bit]:
    """Say a response in words where its day has no mark that could hold the letters."""
    letters, when = ground.told.words.response(event), event.when
    if not letters or isinstance(when, Interval) or when.best is not None:
        return
    if isinstance(when, CutInstant) or None not in (when.earliest, when.latest):
        yield Bit(ground.name_run(one_line(letters)), is_cut=False)


def statement_wording(statement: Statement, is_disputed: bool, ground: Ground) -> Wording:
    """Say a statement: an arrow where it has a direction, and its words."""
    bits = [Bit(sign=statement.direction)] if statement.direction in DIRECTIONS else []
    bits.append(Bit(ground.said_run(one_line(statement.text.pick(ground.told.language)))))
    disputed = (Bit(sign="disagreement"),) if is_disputed else ()
    when = statement.when
    if isinstance(when, Interval) and isinstance(when.end, Instant):
        return Wording(tuple(bits), tail=disputed)
    return Wording((*bits, *disputed))


def _length(bits: tuple[Bit, ...], ground: Ground) -> float:
    gaps = ground.spacing.word_px * max(0, len(bits) - 1)
    return sum(bit.width(ground) for bit in bits) + gaps


def _set(
    bits: tuple[Bit, ...], piece: Piece, top: float, align: Align, ground: Ground
) -> Iterator[Written]:
    """Set bits in a line; the last that may be cut gives way where the line is too short."""
    at, row = piece.left_px, ground.row_pt
    for bit, wide in _fitted(bits, piece.width_px, ground):
        if bit.run is None:
            size = ground.sign_pt
            place = Box(at, top + (row - size) / 2, size, size)
            yield from sign_things(bit.sign, place, ground.told.look)
        else:
            run = bit.run
            if wide < run_width(run) - 0.5:
                run = replace(run, text=elided(run.text, wide, run.size_pt, run.is_bold))
            place = Box(at, top + (row - ground.h) / 2, wide, ground.h)
            yield Words(place, (run,), align)
        at += wide + ground.spacing.word_px


def _fitted(bits: tuple[Bit, ...], room: float, ground: Ground) -> list[tuple[Bit, float]]:
    """Give the bits with widths that fit; an outcome gives way last, lest it cover the panel."""
    excess = _length(bits, ground) - room
    wides = [bit.width(ground) for bit in bits]
    for may_cut in (True, False):
        for number in reversed(range(len(bits))):
            if excess > 0.5 and bits[number].run is not None and bits[number].is_cut is may_cut:
                left = max(0.0, wides[number] - excess)
                excess -= wides[number] - left
                wides[number] = left
    return [*zip(bits, wides, strict=True)]
