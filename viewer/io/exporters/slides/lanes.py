"""The lanes of a slide: what stands in each, in which row, and all of it drawn."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from viewer.geometry.labels import Label
from viewer.geometry.labels import Thing as Labelled
from viewer.geometry.packing import Packing, pack
from viewer.io.exporters.slides import slide_words as say
from viewer.io.exporters.slides.event_shapes import (
    Drawing,
    Shaped,
    Wash,
    drawings,
    shape_of,
)
from viewer.io.exporters.slides.ground import Ground
from viewer.io.exporters.slides.signs import mark_things
from viewer.io.exporters.slides.things import (
    Align,
    Box,
    Group,
    Plate,
    Run,
    Stroke,
    Thing,
    Words,
)
from viewer.io.exporters.slides.type_sizes import elided, one_line, width
from viewer.model.event import Event, Lane
from viewer.model.lanes import LaneRow, rows
from viewer.model.part import words_of
from viewer.model.series import Statement
from viewer.model.time import Span

MOST_NAMED = 60
"""Of more things in one lane none is named; they are counted (the window can zoom in)."""
THIN_PT = 2.0
"""What is filled and no higher than this is a line that fades."""
INDENT_H = 0.8
"""How far a lane stands in under its group (lines)."""


@dataclass(frozen=True)
class ShapedLane:
    """A lane with what it shows, packed into rows; `marks` stand for what is only counted."""

    row: LaneRow
    shaped: tuple[Shaped, ...]
    packing: Packing
    marks: tuple[float, ...] = ()
    """The columns of marks that stand for events which are not named."""
    counted: str = ""
    """Words for what is not drawn by itself."""

    @property
    def lines(self) -> int:
        """How many rows it takes; an empty one has one."""
        return max(1, self.packing.rows + bool(self.marks) + bool(self.counted))

    def height(self, ground: Ground) -> float:
        """Give its height (points)."""
        return self.lines * ground.row_pt + 2 * ground.pad_pt


def shaped_lanes(ground: Ground) -> tuple[ShapedLane, ...]:
    """Give the lanes that the scene shows, from top to bottom, with what stands in them."""
    case, state = ground.told.case, ground.told.state
    shown = rows(case.lanes, state)
    numbers = case.events.rows([lane.id for lane in case.lanes])
    known = {lane.id: at for at, lane in reversed([*enumerate(case.lanes)])}
    disputed = frozenset(id_ for found in case.discrepancies for id_ in found.about)
    reach = _reach(ground)
    times = case.events.times
    is_near = (times.first < reach.end) & (reach.start < times.last + 1)
    found: list[ShapedLane] = []
    for row in shown:
        within = [known[id_] for id_ in row.within]
        mine = np.flatnonzero(is_near & np.isin(numbers, within))
        said = [s for s in case.statements if s.lane in row.within]
        found.append(_lane(row, mine.tolist(), said, disputed, ground))
    return tuple(found)


def _reach(ground: Ground) -> Span:
    """Give the days from which something may reach into the window: what fades has no bound."""
    window, days = ground.scale.window, ground.drawn.open_px / ground.scale.px_per_day
    return Span(window.start - days, window.end + days)


def _lane(
    row: LaneRow,
    numbers: list[int],
    said: Sequence[Statement],
    disputed: frozenset[str],
    ground: Ground,
) -> ShapedLane:
    events, kind = ground.told.case.events, row.lane.kind
    if row.is_collapsed or len(numbers) + len(said) > MOST_NAMED:
        anchors = events.times.anchor[np.array(numbers, dtype=np.intp)]
        columns = _columns([*anchors.tolist(), *(s.when.anchor for s in said)], ground)
        words = ground.told.say(say.COUNTED_EVENTS, count=len(numbers) + len(said))
        named = "" if row.is_collapsed or not columns else words
        return ShapedLane(row, (), Packing((), 0), columns, named)
    things: list[Event | Statement] = [*(events[number] for number in numbers), *said]
    things.sort(key=lambda thing: thing.when.anchor)
    tried = (shape_of(thing, kind, thing.id in disputed, ground) for thing in things)
    shaped = tuple(one for one in tried if one is not None)
    packing = _packed(shaped, ground)
    left_over = len(packing.left_over)
    more = ground.told.say(say.MORE_EVENTS, count=left_over) if left_over else ""
    return ShapedLane(row, shaped, packing, (), more)


def _packed(shaped: Sequence[Shaped], ground: Ground) -> Packing:
    """Pack things so that the fewest words are lost: beside the axis there is room for more."""
    things = [one.labelled for one in shaped]
    narrow = ground.left + 0.25 * ground.h, ground.room[1]
    tries = [pack(things, room, ground.spacing) for room in (narrow, ground.room)]
    return min(tries, key=lambda packing: (_lost(things, packing), packing.rows))


def _lost(things: Sequence[Labelled], packing: Packing) -> float:
    """Give how much of the words finds no room (points); a time counts half.

    Words that cover their own mark count as lost, too.
    """
    lost = 0.0
    for thing, placement in zip(things, packing.placements, strict=True):
        words, label = thing.words, None if placement is None else placement.label
        name = 0.0 if label is None else label.name.width_px
        tail = 0.0 if label is None or label.tail is None else label.tail.width_px
        when = 0.0 if label is None or label.when is None else label.when.width_px
        if label is not None and _covers_mark(thing, label):
            lost += words.name_px
        lost += words.name_px - name + words.tail_px - tail + (words.when_px - when) / 2
    return round(lost, 3)


def _covers_mark(thing: Labelled, label: Label) -> bool:
    mark = thing.mark if thing.inside is not None else (thing.left_px, thing.right_px)
    if mark is None:
        return False
    pieces = (piece for piece in (label.name, label.when, label.tail) if piece is not None)
    return any(piece.left_px < mark[1] and mark[0] < piece.right_px for piece in pieces)


def _columns(anchors: list[float], ground: Ground) -> tuple[float, ...]:
    """Give the columns of marks in the window that do not cover one another."""
    found: list[float] = []
    for x in sorted(ground.scale.x(anchor) for anchor in anchors):
        is_seen = ground.left <= x <= ground.right
        if is_seen and (not found or x - found[-1] >= ground.mark_pt):
            found.append(x)
    return tuple(found)


# -- drawing ----------------------------------------------------------------------------------


def lane_things(lane: ShapedLane, top: float, ground: Ground) -> Iterator[Thing]:
    """Draw a lane that begins at `top`: its title, and what stands in its rows."""
    yield title_group(lane.row, top, ground)
    first = top + ground.pad_pt
    for one, placement in zip(lane.shaped, lane.packing.placements, strict=True):
        if placement is not None:
            label = placement.label
            yield _group(
                one, lane, first + placement.row * ground.row_pt, label_of(one, label), ground
            )
    line = lane.packing.rows
    if lane.marks:
        yield _marks(lane, first + line * ground.row_pt, ground)
        line += 1
    if lane.counted:
        run = ground.second_run(lane.counted)
        room = ground.right - ground.left
        place = Box(
            ground.left + ground.spacing.inner_px, first + line * ground.row_pt, room, ground.row_pt
        )
        yield Words(place, (run,))


def label_of(one: Shaped, label: Label) -> Align:
    """Tell at which side of its box a label stands: left of a mark it ends at the mark."""
    return "right" if label.name.right_px <= one.labelled.left_px else "left"


def _group(one: Shaped, lane: ShapedLane, top: float, align: Align, ground: Ground) -> Group:
    placement = next(
        p for s, p in zip(lane.shaped, lane.packing.placements, strict=True) if s is one
    )
    assert placement is not None  # only what has a row is drawn
    state, label = ground.told.state, placement.label
    is_selected = one.subject.id == state.selection
    is_washed = one.subject.id in state.highlights
    labelled = one.labelled
    left = min(label.left_px, labelled.left_px)
    right = max(label.right_px, labelled.right_px)
    is_inside = (
        one.bar is not None and left >= labelled.left_px - 1 and right <= labelled.right_px + 1
    )
    is_bar = is_inside
    things: list[Drawing] = []
    if (is_selected or is_washed) and not is_bar:
        look = ground.told.look
        pad, high = 0.25 * ground.h, ground.bar_pt + 1.0
        box = Box(left - pad, top + (ground.row_pt - high) / 2, right - left + 2 * pad, high)
        line = look.role("select_line") if is_selected else None
        things.append(Plate(box, look.role("select"), line=line, line_pt=1.75))
    wash = Wash(is_washed and is_bar, is_selected and is_bar)
    things += drawings(one, top, wash, ground)
    words = one.wording.placed(label, top, align, ground)
    kept = tuple(broken(things, [w.box for w in words if isinstance(w, Words)]))
    return Group(name_of(one.subject, ground), told_of(one.subject, ground), (*kept, *words))


def broken(things: Iterable[Drawing], words: Sequence[Box]) -> Iterator[Drawing]:
    """Break the lines across that would strike through words."""
    for thing in things:
        if isinstance(thing, Stroke) and thing.top == thing.bottom:
            for left, right in _free((thing.left, thing.right), thing.top, words):
                yield replace(thing, left=left, right=right)
        elif isinstance(thing, Plate) and thing.box.height < THIN_PT and thing.fill_to:
            box = thing.box
            for left, right in _free((box.left, box.right), box.middle, words):
                yield replace(thing, box=box._replace(left=left, width=right - left))
        else:
            yield thing


def _free(line: tuple[float, float], y: float, words: Sequence[Box]) -> list[tuple[float, float]]:
    """Give the stretches of a line across on which no words stand."""
    stretches = [line]
    for box in words:
        if box.top + 0.15 * box.height < y < box.bottom - 0.1 * box.height:
            stretches = [
                part
                for left, right in stretches
                for part in ((left, min(right, box.left - 3)), (max(left, box.right + 3), right))
                if part[1] - part[0] > 1
            ]
    return stretches


def name_of(subject: Event | Statement, ground: Ground) -> str:
    """Give what an event or a statement is called."""
    text = subject.text if isinstance(subject, Statement) else words_of(subject.title)
    return one_line(text.pick(ground.told.language))


def told_of(subject: Event | Statement, ground: Ground) -> str:
    """Say all that is drawn of an event or a statement, for those who do not see it."""
    told, language = ground.told, ground.told.language
    parts = [told.words.when(subject.when, told.counting)]
    if isinstance(subject, Statement):
        parts.append(told.say(say.STATEMENT))
    else:
        parts += told.words.treatment(subject)
        if subject.outcome is not None:
            parts.append(subject.outcome.text.pick(language))
        if subject.result is not None:
            parts.append(subject.result.text.pick(language))
    parts.append(told.words.evidence(subject.evidence.model_copy(update={"why": None}), told.case))
    said = told.words.in_line(one_line(part) for part in parts if part)
    return told.words.labelled(name_of(subject, ground), said)


def _marks(lane: ShapedLane, top: float, ground: Ground) -> Group:
    high, look = ground.mark_pt, ground.told.look
    middle = top + ground.row_pt / 2
    things: list[Drawing] = []
    for x in lane.marks:
        place = Box(x - high / 2, middle - high / 2, high, high)
        things += mark_things(lane.row.lane.kind, "reported", place, look)
    title = title_of(lane.row.lane, ground)
    return Group(title, lane.counted or title, tuple(things))


# -- the gutter -------------------------------------------------------------------------------


def title_of(lane: Lane, ground: Ground) -> str:
    """Give the title of a lane."""
    return one_line(lane.title.pick(ground.told.language))


def title_width(row: LaneRow, ground: Ground) -> float:
    """Give the width that the title of a lane needs with its mark (points)."""
    indent = (INDENT_H * row.depth + 1.4) * ground.h
    return indent + width(title_of(row.lane, ground), ground.em_pt, is_bold=True)


def title_group(row: LaneRow, top: float, ground: Ground) -> Group:
    """Draw the title of a lane and the mark of its kind, in the gutter."""
    look, high = ground.told.look, ground.mark_pt
    line = top + ground.pad_pt
    left = ground.gutter_left + INDENT_H * row.depth * ground.h
    place = Box(left, line + (ground.row_pt - high) / 2, high, high)
    at = left + 1.1 * ground.h
    room = ground.gutter_right - at - 0.3 * ground.h
    title = title_of(row.lane, ground)
    text, size = fitted(title, room, ground)
    words = Words(
        Box(at, line, room, ground.row_pt), (Run(text, size, look.role("ink"), is_bold=True),)
    )
    mark = tuple(mark_things(row.lane.kind, "reported", place, look))
    return Group(title, ground.told.say(say.TIMELINE, title=title), (*mark, words))


def fitted(text: str, room: float, ground: Ground) -> tuple[str, float]:
    """Give a bold text and its font so that it fits: smaller first, then cut."""
    for size in (ground.em_pt, 0.92 * ground.em_pt, ground.small_pt):
        if width(text, size, is_bold=True) <= room:
            return text, size
    return elided(text, room, ground.small_pt, is_bold=True), ground.small_pt
