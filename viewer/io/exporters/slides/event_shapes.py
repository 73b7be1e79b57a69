"""The drawing of one event or statement on a slide: bars with faded ends, whiskers and marks."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from viewer.geometry.bars import (
    BarShape,
    PointShape,
    Whisker,
    bar_shape,
    period,
    point_shape,
)
from viewer.geometry.labels import Thing as Labelled
from viewer.io.exporters.slides.event_words import Wording, event_wording, statement_wording
from viewer.io.exporters.slides.ground import Ground
from viewer.io.exporters.slides.look import blended
from viewer.io.exporters.slides.signs import mark_things
from viewer.io.exporters.slides.things import (
    Box,
    Corners,
    Dash,
    Plate,
    Run,
    Stroke,
    Words,
)
from viewer.io.exporters.slides.type_sizes import width
from viewer.model.event import Event
from viewer.model.part import EvidenceKind
from viewer.model.series import Statement
from viewer.model.time import Interval

Drawing = Plate | Stroke | Corners | Words
DASHES: dict[EvidenceKind, Dash] = {"derived": "dash_dot", "inferred": "dash", "digitised": "dot"}
"""How a whisker is dashed by how its day is known; solid else."""


class Shaped(NamedTuple):
    """A thing with its shape and words, before it has a row."""

    subject: Event | Statement
    kind: str
    labelled: Labelled
    wording: Wording
    bar: BarShape | None
    point: PointShape | None
    letters: str = ""


def shape_of(
    subject: Event | Statement, kind: str, is_disputed: bool, ground: Ground
) -> Shaped | None:
    """Give the drawing and words of a subject; None where the window does not show it."""
    when, evidence = subject.when, subject.evidence.kind
    if isinstance(subject, Statement):
        wording = statement_wording(subject, is_disputed, ground)
    else:
        wording = event_wording(subject, is_disputed, ground)
    plain = Shaped(subject, kind, Labelled(0, 0, wording.measured(ground)), wording, None, None)
    if isinstance(subject, Statement) or isinstance(when, Interval):
        return _bar(plain, bar_shape(period(when), ground.drawn, evidence), ground)
    letters = ground.told.words.response(subject)
    point = point_shape(when, ground.drawn, evidence)
    return _point(plain._replace(letters=letters if point.has_mark else ""), point, ground)


def _bar(plain: Shaped, shape: BarShape, ground: Ground) -> Shaped | None:
    left, right = shape.seen_left_px, min(shape.right_px, ground.clipped(shape))
    if right <= left:
        return None
    sign = 0.5 * ground.bar_pt
    inside_left = left + (sign if shape.is_past_left else 0.0)
    ends_in_sign = shape.is_past_right or shape.end in ("open", "unknown")
    inside_right = max(inside_left, right - (sign if ends_in_sign else 0.0))
    if shape.end == "unknown":
        right = min(right + 0.5 * ground.em_pt, max(right, ground.room[1]))
    words = plain.labelled.words
    labelled = Labelled(left, right, words, (inside_left, inside_right))
    return plain._replace(labelled=labelled, bar=shape)


def _point(plain: Shaped, shape: PointShape, ground: Ground) -> Shaped | None:
    scale, half = ground.scale, mark_width(plain.letters, ground) / 2
    left, right = shape.extent(2 * half)
    if right <= scale.left_px or left >= scale.right_px:
        return None
    if shape.has_mark and shape.capsule is None:
        if not scale.left_px <= shape.anchor_px <= scale.right_px + half:
            return None
        left = max(left, scale.left_px - half)
    else:
        left = max(left, scale.left_px)
    right = min(right, scale.right_px + half)
    inside = mark = None
    if shape.capsule is not None:
        inside = max(shape.capsule[0], scale.left_px), min(shape.capsule[1], scale.right_px)
        drawn = shape.anchor_px - half, shape.anchor_px + half
        if shape.has_mark and inside[0] < drawn[1] and drawn[0] < inside[1]:
            mark, wanted = drawn, plain.labelled.words.name_px + 2 * ground.spacing.inner_px
            before, after = mark[0] - inside[0], inside[1] - mark[1]
            inside = (inside[0], mark[0]) if after < wanted <= before else (mark[1], inside[1])
    labelled = Labelled(left, right, plain.labelled.words, inside, mark)
    return plain._replace(labelled=labelled, point=shape)


def mark_width(letters: str, ground: Ground) -> float:
    """Give the width of a mark; one that holds letters is wider (points)."""
    if not letters:
        return ground.mark_pt
    return width(letters, ground.small_pt, is_bold=True) + 0.6 * ground.h


@dataclass(frozen=True)
class Wash:
    """How a thing is brought out: washed in the highlighter's colour, or selected."""

    is_washed: bool = False
    is_selected: bool = False


def drawings(one: Shaped, top: float, wash: Wash, ground: Ground) -> Iterator[Drawing]:
    """Draw a thing, without its words, in a row that begins at `top` (points)."""
    middle = top + ground.row_pt / 2
    if one.bar is not None:
        if isinstance(one.subject, Statement):
            row = Box(0, middle - ground.bar_pt / 2, 0, ground.bar_pt)
            yield from band(one.bar, row, wash.is_washed or wash.is_selected, ground)
        else:
            yield from _period(one, one.bar, middle, wash, ground)
        colour = _edge_colour(one, ground)
        for whisker in one.bar.whiskers:
            yield from _whisker(whisker, middle + ground.bar_pt / 2 + 1.5, 2.0, colour, ground)
    else:
        assert one.point is not None  # a thing has one of the two shapes
        yield from _instant(one, one.point, middle, ground)


def _edge_colour(one: Shaped, ground: Ground) -> str:
    look = ground.told.look
    is_said = isinstance(one.subject, Statement)
    return look.role("statement_edge") if is_said else look.kind(one.kind)


# -- periods ----------------------------------------------------------------------------------


class Part(NamedTuple):
    """Columns of a bar, and how full its tint is at either end (0 to 1)."""

    left: float
    right: float
    from_share: float
    to_share: float


def parts_of(shape: BarShape, end: float) -> Iterator[Part]:
    """Give the rising, the full and the falling part of a bar as far as they are seen."""
    first, last = shape.seen_left_px, min(shape.right_px, end)
    columns = (shape.left_px, shape.full_left_px, shape.full_right_px, shape.right_px)
    shares = (0.0, 1.0, 1.0, 0.0)
    for at in range(3):
        left, right = columns[at], columns[at + 1]
        if right - left < 0.01:
            continue
        seen_left, seen_right = max(left, first), min(right, last)
        if seen_right - seen_left < 0.05:
            continue
        slope = (shares[at + 1] - shares[at]) / (right - left)
        begin = shares[at] + slope * (seen_left - left)
        yield Part(seen_left, seen_right, begin, shares[at] + slope * (seen_right - left))


def _period(
    one: Shaped, shape: BarShape, middle: float, wash: Wash, ground: Ground
) -> Iterator[Drawing]:
    look, kind, high = ground.told.look, one.kind, ground.bar_pt
    colour, paper = look.kind(kind), look.role("paper")
    evidence = one.subject.evidence.kind
    tint = look.role("select") if wash.is_washed or wash.is_selected else look.tint(kind)
    top, end = middle - high / 2, ground.clipped(shape)
    tint_top = middle if evidence == "derived" and not wash.is_washed else top
    has_tint = evidence in ("reported", "derived", "synthetic") or wash.is_washed
    for part in parts_of(shape, end):
        wide = part.right - part.left
        shares = part.from_share, part.to_share
        if has_tint or wash.is_selected:
            box = Box(part.left, tint_top, wide, middle + high / 2 - tint_top)
            yield _faded(box, tint, paper, shares)
        for y in (top, middle + high / 2 - 0.9):
            yield from _edge(Box(part.left, y, wide, 0.9), colour, paper, shares, evidence)
    left, right = shape.seen_left_px, min(shape.right_px, end)
    if evidence == "digitised":
        yield Stroke(left, middle, right, middle, colour, 1.5, "dot")
    if shape.start == "hard" and not shape.is_past_left:
        yield Plate(Box(left, top, 1.8, high), colour)
    if shape.end == "hard" and not shape.is_past_right:
        yield Plate(Box(right - 1.8, top, 1.8, high), colour)
    yield from _end_signs(shape, (left, right), middle, colour, ground)
    if wash.is_selected:
        yield Plate(Box(left, top, right - left, high), line=look.role("select_line"), line_pt=1.75)


def _faded(box: Box, tint: str, paper: str, shares: tuple[float, float]) -> Plate:
    begin, end = (blended(tint, paper, share) for share in shares)
    return Plate(box, begin, end if begin != end else None)


def _edge(
    box: Box, colour: str, paper: str, shares: tuple[float, float], evidence: EvidenceKind
) -> Iterator[Drawing]:
    """Draw the edge of a bar, fading with it; dashed where the fact is inferred."""
    if evidence == "inferred":
        solid = blended(colour, paper, max(0.35, *shares))
        yield Stroke(box.left, box.middle, box.right, box.middle, solid, 0.9, "dash")
    else:
        yield _faded(box, colour, paper, shares)


def _end_signs(
    shape: BarShape, seen: tuple[float, float], middle: float, colour: str, ground: Ground
) -> Iterator[Drawing]:
    """Draw the arrow of what goes on, the question mark of an end not stated, and chevrons."""
    left, right = seen
    size = 0.42 * ground.bar_pt
    if shape.is_past_left:
        yield _chevron(left + 0.35 * size, middle, size, colour, is_left=True)
    if shape.is_past_right:
        yield _chevron(right - 0.35 * size, middle, size, colour, is_left=False)
    elif shape.end == "open" and shape.right_px <= right + 0.5:
        head = Box(right - size, middle - size, size, 2 * size)
        yield Corners(
            ((head.left, head.top), (head.right, middle), (head.left, head.bottom)), fill=colour
        )
    elif shape.end == "unknown" and shape.right_px <= right + 0.5:
        run = ground.name_run("?")
        yield Words(
            Box(right - 0.2 * ground.em_pt, middle - ground.h / 2, ground.em_pt, ground.h), (run,)
        )


def _chevron(x: float, y: float, size: float, colour: str, *, is_left: bool) -> Corners:
    back = size / 2 if is_left else -size / 2
    return Corners(
        ((x + back, y - size / 2), (x, y), (x + back, y + size / 2)),
        line=colour,
        line_pt=1.25,
        is_closed=False,
    )


def band(shape: BarShape, row: Box, is_washed: bool, ground: Ground) -> Iterator[Drawing]:
    """Draw the ground of a statement, with brackets at exact ends; of its row the height counts."""
    look = ground.told.look
    fill = look.role("select" if is_washed else "statement")
    edge, paper = look.role("statement_edge"), look.role("paper")
    end = ground.clipped(shape)
    for part in parts_of(shape, end):
        wide = part.right - part.left
        shares = part.from_share, part.to_share
        yield _faded(Box(part.left, row.top, wide, row.height), fill, paper, shares)
        faint = blended(edge, paper, max(0.3, *shares))
        for y in (row.top, row.bottom):
            yield Stroke(part.left, y, part.right, y, faint, 0.75, "dot")
    left, right = shape.seen_left_px, min(shape.right_px, end)
    arm = 0.25 * row.height
    for x, way, kind in ((left, arm, shape.start), (right, -arm, shape.end)):
        is_seen = not (shape.is_past_left if way > 0 else shape.is_past_right)
        if kind == "hard" and is_seen:
            bracket = ((x + way, row.top), (x, row.top), (x, row.bottom), (x + way, row.bottom))
            yield Corners(bracket, line=edge, line_pt=1.25, is_closed=False)


# -- instants ---------------------------------------------------------------------------------


def _instant(one: Shaped, shape: PointShape, middle: float, ground: Ground) -> Iterator[Drawing]:
    look, kind = ground.told.look, one.kind
    colour, high = look.kind(kind), ground.mark_pt
    yield from bounds_of(shape, middle, high, (colour, look.tint(kind)), ground)
    wide = mark_width(one.letters, ground)
    place = Box(shape.anchor_px - wide / 2, middle - high / 2, wide, high)
    is_inside = ground.left - 0.5 <= shape.anchor_px <= ground.right + 0.5 * wide
    if not shape.has_mark or not is_inside:
        return
    if one.letters:
        place = Box(place.left, middle - 0.5 * ground.h, wide, ground.h)
        yield Plate(place, look.role("paper"), None, colour, 1.25, form="capsule")
        run = Run(one.letters, ground.small_pt, look.role("ink"), is_bold=True)
        yield Words(place, (run,), "center")
    else:
        yield from mark_things(kind, one.subject.evidence.kind, place, look)


def bounds_of(
    shape: PointShape, middle: float, high: float, colours: tuple[str, str], ground: Ground
) -> Iterator[Drawing]:
    """Draw how far off an instant may be: capsule, whisker, and lines that fade away from it.

    `colours` are those of the line and of the capsule.
    """
    colour, tint = colours
    paper, first, last = ground.told.look.role("paper"), ground.left, ground.right
    if shape.capsule is not None:
        left, right = max(shape.capsule[0], first), min(shape.capsule[1], last)
        if right > left:
            yield Plate(Box(left, middle - high / 2, right - left, high), tint, form="capsule")
    if shape.whisker is not None:
        yield from _whisker(shape.whisker, middle, 0.3 * high, colour, ground)
    anchor, thick = shape.anchor_px, 1.25
    if shape.fade_left_px > 0:
        left = max(first, anchor - shape.fade_left_px)
        if anchor > left:
            yield Plate(Box(left, middle - thick / 2, anchor - left, thick), paper, colour)
    if shape.fade_right_px > 0:
        right = min(last, shape.clip_right_px, anchor + shape.fade_right_px)
        if right > anchor:
            yield Plate(Box(anchor, middle - thick / 2, right - anchor, thick), colour, paper)


def _whisker(
    whisker: Whisker, y: float, tick: float, colour: str, ground: Ground
) -> Iterator[Drawing]:
    """Draw the line between two days, with a tick at either end that the window shows."""
    left, right = max(whisker.left_px, ground.left), min(whisker.right_px, ground.right)
    if right - left < 0.5:
        return
    yield Stroke(left, y, right, y, colour, 1.0, DASHES.get(whisker.evidence, "solid"))
    if math.isclose(left, whisker.left_px):
        yield Stroke(left, y - tick, left, y + tick, colour)
    if math.isclose(right, whisker.right_px) and whisker.has_right_tick:
        yield Stroke(right, y - tick, right, y + tick, colour)
