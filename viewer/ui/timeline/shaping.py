"""The drawing and words of each thing in columns, and its rectangles once it has a row."""

import math
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QRectF

from viewer.geometry.bars import BarShape, Drawn, PointShape, bar_shape, period, point_shape
from viewer.geometry.doses import Step
from viewer.geometry.labels import Label, Piece, Thing
from viewer.geometry.packing import Placement
from viewer.geometry.time_scale import Frame
from viewer.model.case import Case
from viewer.model.event import Event
from viewer.model.event_times import Flags
from viewer.model.series import Statement
from viewer.model.time import Interval, Span
from viewer.model.view_state import ViewState
from viewer.ui.timeline.contents import Contents, LaneContents
from viewer.ui.timeline.measures import Measures
from viewer.ui.timeline.placed import Placed, PlacedTick
from viewer.ui.timeline.tick_places import in_row, quiet_columns, right_px, steps_of, ticks_of
from viewer.ui.words.treatment_words import response_letters


@dataclass(frozen=True, slots=True)
class Ground:
    """What a layout is made on: sizes, columns and where the course ends."""

    measures: Measures
    drawn: Drawn
    room: tuple[float, float]
    """The columns that words may take."""
    death: Span | None = None
    """The moment of death and the end of that day."""
    kept: Flags | None = None
    """Of each event and statement of the case, whether the filter keeps it; None without one."""
    apart: str | None = None
    """The id of what gets a row below the others of its lane where it finds none."""

    def clipped(self, shape: BarShape) -> float:
        """Give the last column of a bar that is seen; one that ends that day ends at death."""
        right = shape.clip_right_px
        if self.death is not None:
            line, day_end = (self.drawn.scale.x(day) for day in self.death)
            if shape.right_px <= day_end + 0.5 or shape.clip_right_px <= day_end + 0.5:
                right = min(right, line)
        return right


class Shaped(NamedTuple):
    """A thing with its drawing, before it has a row; a crowd has no subject but what it hides."""

    subject: Event | Statement | None
    thing: Thing
    bar: BarShape | None
    point: PointShape | None
    mark: tuple[float, float] | None = None
    """The columns of its mark; None where it has none in the window."""
    letters: str = ""
    hidden: tuple[str, ...] = ()
    ticks: tuple[PlacedTick, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all that it shows or stands for."""
        return (self.subject.id,) if self.subject is not None else self.hidden


def ground_of(
    case: Case, state: ViewState, frame: Frame, measures: Measures, kept: Flags | None = None
) -> Ground:
    """Give the ground for a window of a disclosed case."""
    scale = frame.scale(state.window, state.folds)
    follow_up = case.subject.follow_up
    limits = [math.inf]
    death = None
    if state.horizon is not None:
        limits.append(state.horizon + 1)
    if follow_up is not None and math.isfinite(follow_up.end.last):
        limits.append(follow_up.end.span.end)
        if follow_up.reason == "death" and follow_up.end.is_exact:
            death = Span(follow_up.end.anchor, follow_up.end.span.end)
            limits.append(death.start)
    pad = 0.25 * measures.h_px
    room = (frame.gutter_px + pad, scale.right_px - pad)
    return Ground(
        measures, Drawn(scale, measures.em_px, min(limits)), room, death, kept, state.selection
    )


def shape_of(contents: Contents, subject: Event | Statement, ground: Ground) -> Shaped | None:
    """Give the drawing and words of a subject; None where the window does not show it."""
    when, kind = subject.when, subject.evidence.kind
    if isinstance(subject, Statement) or isinstance(when, Interval):
        return _bar(contents, subject, bar_shape(period(when), ground.drawn, kind), ground)
    return _point(contents, subject, point_shape(when, ground.drawn, kind), ground)


def letters_of(subject: Event | Statement) -> str:
    """Give the letters that stand in the mark of an event; nothing for most."""
    response = subject.response if isinstance(subject, Event) else None
    return response_letters(response) if response is not None else ""


def _bar(
    contents: Contents, subject: Event | Statement, shape: BarShape, ground: Ground
) -> Shaped | None:
    left, right = shape.seen_left_px, min(shape.right_px, ground.clipped(shape))
    if right <= left:
        return None
    measures = ground.measures
    sign = 0.5 * measures.bar_px
    if isinstance(subject, Statement):
        # Its brackets leave more room for words than the ends of a bar.
        inside_left, inside_right = left - 0.3 * measures.h_px, right + 0.3 * measures.h_px
    else:
        inside_left = left + (sign if shape.is_past_left else 0.0)
        ends_in_sign = shape.is_past_right or shape.end in ("open", "unknown")
        inside_right = right - (sign if ends_in_sign else 0.0)
    if shape.end == "unknown":
        right = min(right + 0.5 * measures.em_px, max(right, ground.room[1]))
    mark, letters = None, letters_of(subject)
    if letters:
        mark = inside_left, inside_left + measures.letters_px(letters)
        right, inside_left = max(right, mark[1]), mark[1]
    ticks = ticks_of(subject, shape, ground.drawn, measures)
    right = min(max([right, *right_px(ticks)]), max(right, ground.room[1]))
    words = contents.words(subject, measures)
    room = inside_left, max(inside_left, inside_right)
    inside: tuple[float, float] | None = room
    steps = steps_of(subject, shape, ground.drawn)
    if steps or any(tick.letters for tick in ticks):
        # Its height tells doses, or cycles are named on it: words stand beside it, or else where
        # nothing changes for longest.
        beside = max(left - ground.room[0], ground.room[1] - right) - measures.spacing.off_px
        inside = quiet_columns(room, ticks, steps) if words.name_px > beside else None
    thing = Thing(left, right, words, inside)
    return Shaped(subject, thing, shape, None, mark, letters, ticks=ticks)


def _point(
    contents: Contents, subject: Event | Statement, shape: PointShape, ground: Ground
) -> Shaped | None:
    scale, measures, letters = ground.drawn.scale, ground.measures, letters_of(subject)
    mark_px = measures.letters_px(letters) if letters else measures.mark_px
    left, right = shape.extent(mark_px)
    if right <= scale.left_px or left >= scale.right_px:
        return None
    half = mark_px / 2
    if shape.has_mark and shape.capsule is None:
        if not scale.left_px <= shape.anchor_px <= scale.right_px + half:
            return None
        left = max(left, scale.left_px - half)
    else:
        left = max(left, scale.left_px)
    right = min(right, scale.right_px + half)
    words = contents.words(subject, measures)
    drawn = shape.anchor_px - half, shape.anchor_px + half
    inside = mark = None
    has_mark = shape.has_mark
    if shape.capsule is not None:
        inside = max(shape.capsule[0], scale.left_px), min(shape.capsule[1], scale.right_px)
        if has_mark and inside[0] < drawn[1] and drawn[0] < inside[1]:
            mark = drawn
            inside = _beside_mark(inside, mark, words.name_px + 2 * measures.spacing.inner_px)
        has_mark &= scale.left_px <= shape.anchor_px <= scale.right_px + half
    thing = Thing(left, right, words, inside, mark)
    return Shaped(subject, thing, None, shape, drawn if has_mark else None, letters)


def _beside_mark(
    room: tuple[float, float], mark: tuple[float, float], wanted_px: float
) -> tuple[float, float]:
    """Give the room right of a mark on a capsule; left of it where only there words fit."""
    before, after = mark[0] - room[0], room[1] - mark[1]
    return (room[0], mark[0]) if after < wanted_px <= before else (mark[1], room[1])


def place_shape(
    one: Shaped,
    contents: Contents,
    placement: Placement,
    lane: LaneContents,
    first_row_px: float,
    ground: Ground,
) -> Placed:
    """Give a thing with its rectangles in the row that it was given."""
    measures, label = ground.measures, placement.label
    top = first_row_px + placement.row * measures.row_px
    middle = top + measures.row_px / 2
    bar, mark = None, _mark_rect(one, middle, measures)
    if one.bar is not None:
        left = one.bar.seen_left_px
        width = min(one.bar.right_px, ground.clipped(one.bar)) - left
        bar = QRectF(left, middle - measures.bar_px / 2, width, measures.bar_px)
    elif one.point is not None and one.point.capsule is not None:
        left = max(one.point.capsule[0], ground.drawn.scale.left_px)
        right = min(one.point.capsule[1], ground.drawn.scale.right_px)
        bar = QRectF(left, middle - measures.mark_px / 2, right - left, measures.mark_px)
    if one.subject is None:
        return _placed_crowd(one, placement, lane, mark)
    if isinstance(one.subject, Statement) and bar is not None:
        label = _centred(label, bar)
    words, signs = contents.wording(one.subject).placed(label, top, measures)
    ticks, steps = one.ticks, tuple[Step, ...]()
    if one.bar is not None and bar is not None:
        row = QRectF(bar.left(), bar.top(), one.thing.right_px - bar.left(), bar.height())
        ticks = in_row(ticks, row, [w.rect for w in words] + ([mark] if mark else []))
        steps = steps_of(one.subject, one.bar, ground.drawn)
    return Placed(
        one.subject.id,
        lane.lane.id,
        placement.row,
        one.subject,
        one.subject.evidence.kind,
        lane.lane.kind,
        bar,
        one.bar,
        mark,
        one.point,
        words,
        signs,
        letters=one.letters,
        steps=steps,
        ticks=ticks,
    )


def _mark_rect(one: Shaped, middle_px: float, measures: Measures) -> QRectF | None:
    if one.mark is None:
        return None
    height = measures.letters_h_px if one.letters else measures.mark_px
    return QRectF(one.mark[0], middle_px - height / 2, one.mark[1] - one.mark[0], height)


def _placed_crowd(
    one: Shaped, placement: Placement, lane: LaneContents, mark: QRectF | None
) -> Placed:
    return Placed(
        f"crowd:{lane.lane.id}:{one.hidden[0]}",
        lane.lane.id,
        placement.row,
        None,
        "reported",
        lane.lane.kind,
        mark=mark,
        hidden=one.hidden,
        letters=one.letters,
    )


def _centred(label: Label, bar: QRectF) -> Label:
    """Put words that stand inside a band into its middle."""
    if not bar.left() <= label.name.left_px <= label.name.right_px <= bar.right():
        return label
    if label.tail is not None and label.tail.right_px <= bar.right():
        return label
    start = bar.center().x() - label.name.width_px / 2
    return Label(Piece(start, label.name.width_px), label.when, label.tail)
