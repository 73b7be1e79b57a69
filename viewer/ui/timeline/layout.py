"""From contents, window and sizes to the rectangles of everything on the timeline."""

import math
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QRectF

from viewer.geometry.bars import BarShape, Drawn, PointShape, bar_shape, period, point_shape
from viewer.geometry.labels import Label, Piece, Thing
from viewer.geometry.packing import Placement, pack
from viewer.geometry.time_scale import Frame
from viewer.model.case import Case
from viewer.model.event import Event
from viewer.model.problem import Problem
from viewer.model.series import Statement
from viewer.model.time import Interval, Span
from viewer.model.view_state import ViewState
from viewer.ui.timeline.contents import Contents, LaneContents
from viewer.ui.timeline.measures import Measures
from viewer.ui.timeline.placed import LaneBox, Layout, Placed, PlacedWords
from viewer.ui.timeline.texts import Wording
from viewer.ui.words.joining import labelled
from viewer.ui.words.problem_words import problem_text

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Ground:
    """What a layout is made on: sizes, columns and where the course ends."""

    measures: Measures
    drawn: Drawn
    room: tuple[float, float]
    """The columns that words may take."""
    death: Span | None = None
    """The moment of death and the end of that day."""

    def clipped(self, shape: BarShape) -> float:
        """Give the last column of a bar that is seen; one that ends that day ends at death."""
        right = shape.clip_right_px
        if self.death is not None:
            line, day_end = (self.drawn.scale.x(day) for day in self.death)
            if shape.right_px <= day_end + 0.5 or shape.clip_right_px <= day_end + 0.5:
                right = min(right, line)
        return right


class _Shaped(NamedTuple):
    subject: Event | Statement
    thing: Thing
    bar: BarShape | None
    point: PointShape | None


def ground_of(case: Case, state: ViewState, frame: Frame, measures: Measures) -> Ground:
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
    return Ground(measures, Drawn(scale, measures.em_px, min(limits)), room, death)


def lay_out(
    contents: Contents, problems: tuple[Problem, ...], hidden: frozenset[str], ground: Ground
) -> Layout:
    """Place everything of the visible lanes that the window shows.

    Depends on no cursor and no selection, so nothing jumps when they change.
    """
    boxes: list[LaneBox] = []
    placed: list[Placed] = []
    top = 0.0
    for lane in contents.lanes:
        if lane.lane.id in hidden:
            continue
        own = tuple(p for p in problems if p.lane == lane.lane.id)
        rows = _place_lane(contents, lane, own, top, ground, placed)
        height = max(rows, 1) * ground.measures.row_px + 2 * ground.measures.lane_pad_px
        boxes.append(LaneBox(lane.lane, top, height, lane.count, rows))
        top += height
    return Layout(tuple(boxes), tuple(placed), top)


def _place_lane(
    contents: Contents,
    lane: LaneContents,
    problems: tuple[Problem, ...],
    top_px: float,
    ground: Ground,
    placed: list[Placed],
) -> int:
    """Add what stands in a lane; give the number of rows."""
    window = ground.drawn.scale.window
    # What fades without a bound may reach into the window from outside.
    reach = ground.drawn.open_px / ground.drawn.scale.px_per_day
    near = lane.between(Span(window.start - reach, window.end + reach))
    shaped = [s for subject in near if (s := _shape(contents, subject, ground)) is not None]
    packing = pack([s.thing for s in shaped], ground.room, ground.measures.spacing)
    first_row = top_px + ground.measures.lane_pad_px
    for one, placement in zip(shaped, packing.placements, strict=True):
        if placement is not None:
            wording = contents.wording(one.subject)
            placed.append(_placed(one, wording, placement, lane, first_row, ground))
    row = packing.rows
    left_over = tuple(shaped[i].subject.id for i in packing.left_over)
    at_row = partial(_row_of_words, lane=lane, first_row_px=first_row, ground=ground)
    if left_over:
        words = translate("Timeline", "+{count} more").format(count=len(left_over))
        placed.append(at_row(f"more:{lane.lane.id}", words, row=row, hidden=left_over))
        row += 1
    for number, problem in enumerate(problems):
        words = problem_text(problem)
        words = labelled(problem.title, words)
        placed.append(at_row(f"problem:{lane.lane.id}:{number}", words, row=row))
        row += 1
    return row


def _shape(contents: Contents, subject: Event | Statement, ground: Ground) -> _Shaped | None:
    """Give the drawing and words of a subject; None where the window does not show it."""
    when, kind = subject.when, subject.evidence.kind
    if isinstance(subject, Statement) or isinstance(when, Interval):
        return _bar(contents, subject, bar_shape(period(when), ground.drawn, kind), ground)
    return _point(contents, subject, point_shape(when, ground.drawn, kind), ground)


def _bar(
    contents: Contents, subject: Event | Statement, shape: BarShape, ground: Ground
) -> _Shaped | None:
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
    words = contents.words(subject, measures)
    return _Shaped(subject, Thing(left, right, words, (inside_left, inside_right)), shape, None)


def _point(
    contents: Contents, subject: Event | Statement, shape: PointShape, ground: Ground
) -> _Shaped | None:
    scale, measures = ground.drawn.scale, ground.measures
    left, right = shape.extent(measures.mark_px)
    if right <= scale.left_px or left >= scale.right_px:
        return None
    half = measures.mark_px / 2
    if shape.has_mark and shape.capsule is None:
        if not scale.left_px <= shape.anchor_px <= scale.right_px + half:
            return None
        left = max(left, scale.left_px - half)
    else:
        left = max(left, scale.left_px)
    right = min(right, scale.right_px + half)
    words = contents.words(subject, measures)
    inside = mark = None
    if shape.capsule is not None:
        inside = max(shape.capsule[0], scale.left_px), min(shape.capsule[1], scale.right_px)
        if (
            shape.has_mark
            and inside[0] < shape.anchor_px + half
            and shape.anchor_px - half < inside[1]
        ):
            mark = shape.anchor_px - half, shape.anchor_px + half
            inside = _beside_mark(inside, mark, words.name_px + 2 * measures.spacing.inner_px)
    return _Shaped(subject, Thing(left, right, words, inside, mark), None, shape)


def _beside_mark(
    room: tuple[float, float], mark: tuple[float, float], wanted_px: float
) -> tuple[float, float]:
    """Give the room right of a mark on a capsule; left of it where only there words fit."""
    before, after = mark[0] - room[0], room[1] - mark[1]
    return (room[0], mark[0]) if after < wanted_px <= before else (mark[1], room[1])


def _placed(
    one: _Shaped,
    wording: Wording,
    placement: Placement,
    lane: LaneContents,
    first_row_px: float,
    ground: Ground,
) -> Placed:
    measures = ground.measures
    top = first_row_px + placement.row * measures.row_px
    middle = top + measures.row_px / 2
    bar = mark = None
    label = placement.label
    if one.bar is not None:
        left = one.bar.seen_left_px
        width = min(one.bar.right_px, ground.clipped(one.bar)) - left
        bar = QRectF(left, middle - measures.bar_px / 2, width, measures.bar_px)
    elif one.point is not None:
        if one.point.capsule is not None:
            left = max(one.point.capsule[0], ground.drawn.scale.left_px)
            right = min(one.point.capsule[1], ground.drawn.scale.right_px)
            bar = QRectF(left, middle - measures.mark_px / 2, right - left, measures.mark_px)
        half = measures.mark_px / 2
        from_px, to_px = ground.drawn.scale.left_px, ground.drawn.scale.right_px + half
        if one.point.has_mark and (bar is None or from_px <= one.point.anchor_px <= to_px):
            size = measures.mark_px
            mark = QRectF(one.point.anchor_px - size / 2, middle - size / 2, size, size)
    if isinstance(one.subject, Statement) and bar is not None:
        label = _centred(label, bar)
    words, signs = wording.placed(label, top, measures)
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
    )


def _centred(label: Label, bar: QRectF) -> Label:
    """Put words that stand inside a band into its middle."""
    if not bar.left() <= label.name.left_px <= label.name.right_px <= bar.right():
        return label
    if label.tail is not None and label.tail.right_px <= bar.right():
        return label
    start = bar.center().x() - label.name.width_px / 2
    return Label(Piece(start, label.name.width_px), label.when, label.tail)


def _row_of_words(
    id_: str,
    text: str,
    *,
    row: int,
    lane: LaneContents,
    first_row_px: float,
    ground: Ground,
    hidden: tuple[str, ...] = (),
) -> Placed:
    """Give a row that holds only words: "+N more", or what is wrong with an event."""
    measures = ground.measures
    left = ground.drawn.scale.left_px + measures.spacing.inner_px
    most = ground.room[1] - left - measures.spacing.inner_px
    drawn = measures.elided(text, "label", most)
    width = min(most, measures.width(drawn, "label"))
    top = first_row_px + row * measures.row_px + (measures.row_px - measures.h_px) / 2
    rect = QRectF(left, top, width, measures.h_px)
    words = PlacedWords("more" if hidden else "problem", drawn, text, "label", rect)
    return Placed(
        id_, lane.lane.id, row, None, "reported", lane.lane.kind, words=(words,), hidden=hidden
    )
