"""From contents, window and sizes to the rectangles of everything on the timeline."""

import math
from dataclasses import dataclass

from viewer.geometry.packing import MOST_ROWS
from viewer.model.lanes import LaneRow
from viewer.model.problem import Problem
from viewer.model.time import Span
from viewer.ui.timeline.contents import Contents
from viewer.ui.timeline.crowds import collapsed_row
from viewer.ui.timeline.dense import is_told_in_counts, least_rows, most_told_apart, place_dense
from viewer.ui.timeline.lane_rows import place_problems, place_things, reach
from viewer.ui.timeline.placed import LaneBox, Layout, Placed
from viewer.ui.timeline.shaping import Ground

FEW_LANES = 150
"""Up to so many lanes all are laid out; of more only those in sight, the others keep a height."""
FEW_EVENTS = 400
"""The same for so many events in view, all lanes together."""
_LABEL_H = 10.0
"""About how wide a label is (lines), for the height of a lane that was never laid out."""

Form = tuple[str, bool, int]
"""A lane, whether it is collapsed, and how many rows it has for being dense; 0 if it is not."""
Covered = tuple[tuple[float, float], ...]
"""The columns that the periods of a lane surely cover."""


@dataclass(frozen=True)
class _Row:
    """A lane with what has to be known of it before it is laid out."""

    row: LaneRow
    problems: tuple[Problem, ...]
    count: int
    """How many of its events the window shows."""
    dense_rows: int

    @property
    def form(self) -> Form:
        return self.row.lane.id, self.row.is_collapsed, self.dense_rows

    def rows(self, heights: dict[Form, int], ground: Ground) -> int:
        """Give the number of rows it had last, else about how many it will have."""
        if self.row.is_collapsed:
            return 1 + len(self.problems)
        known = heights.get(self.form)
        if known is not None:
            return known
        if self.dense_rows:
            return self.dense_rows + len(self.problems)
        taken = self.count * _LABEL_H * ground.measures.h_px / ground.drawn.scale.width_px
        return min(math.ceil(taken), MOST_ROWS) + len(self.problems)


def lay_out(
    contents: Contents,
    rows: tuple[LaneRow, ...],
    problems: tuple[Problem, ...],
    ground: Ground,
    heights: dict[Form, int],
    view: Span,
) -> Layout:
    """Place everything of the lanes that the window shows.

    Of very many lanes or events only those in and about the stretch of height `view` (pixels) are
    laid out; other lanes keep the number of rows they had last, which `heights` remembers. Depends
    on no cursor and no selection, so nothing jumps when they change.
    """
    known = _known(contents, rows, problems, ground)
    most = most_told_apart(ground)
    is_long = len(rows) > FEW_LANES or sum(min(one.count, most) for one in known) > FEW_EVENTS
    slack = view.days / 4
    seen = Span(view.start - slack, view.end + slack) if is_long else None
    spots: list[tuple[float, float, int, int, Covered]] = []
    placed: list[Placed] = []
    top, row_px, pads_px = 0.0, ground.measures.row_px, 2 * ground.measures.lane_pad_px
    for one in known:
        count = one.rows(heights, ground)
        height, covered = max(count, 1) * row_px + pads_px, Covered()
        if seen is None or (top < seen.end and top + height > seen.start):
            count, covered = _place(contents, one, top, ground, placed)
            heights[one.form] = count
            height = max(count, 1) * row_px + pads_px
        spots.append((top, height, contents.of_row(one.row).count, count, covered))
        top += height
    return Layout(_boxes(rows, spots), tuple(placed), top, seen)


def _known(
    contents: Contents,
    rows: tuple[LaneRow, ...],
    problems: tuple[Problem, ...],
    ground: Ground,
) -> list[_Row]:
    broken: dict[str | None, tuple[Problem, ...]] = {}
    for problem in problems:
        broken[problem.lane] = (*broken.get(problem.lane, ()), problem)
    counts = contents.counts(ground.drawn.scale.window)
    found = list[_Row]()
    for row in rows:
        own = tuple(p for id_ in row.within for p in broken.get(id_, ())) if broken else ()
        count = 0 if row.is_collapsed else counts[row.lane.id]
        is_dense = count > 0 and is_told_in_counts(contents.lanes[row.lane.id], count, ground)
        found.append(_Row(row, own, count, least_rows(ground) if is_dense else 0))
    return found


def _place(
    contents: Contents, one: _Row, top_px: float, ground: Ground, placed: list[Placed]
) -> tuple[int, Covered]:
    """Add what stands in a lane; give the number of rows, and what its periods cover if counted."""
    lane, covered = contents.of_row(one.row), Covered()
    if one.row.is_collapsed:
        marks, covered = collapsed_row(contents, lane, top_px, ground)
        placed += marks
        row = 1
    elif one.dense_rows:
        row, covered = place_dense(contents, lane, top_px, ground, placed)
    else:
        near = lane.between(reach(ground))
        row = place_things(contents, lane, near, (0, top_px), ground, placed)
    return place_problems(one.problems, (row, top_px), lane, ground, placed), covered


def _boxes(
    rows: tuple[LaneRow, ...], spots: list[tuple[float, float, int, int, Covered]]
) -> tuple[LaneBox, ...]:
    """Tell each lane where the last one below it ends, and a group how many events it holds."""
    found: list[LaneBox] = []
    open_groups: list[tuple[int, float, int]] = []  # depth, bottom, events
    for row, spot in zip(reversed(rows), reversed(spots), strict=True):
        top, height, count, lines, covered = spot
        bottom = top + height
        while open_groups and open_groups[-1][0] > row.depth:
            _, lower, events = open_groups.pop()
            bottom, count = max(bottom, lower), count + events
        open_groups.append((row.depth, bottom, count))
        box = row.lane, top, height, count, lines, row.depth, row.is_collapsed, bottom, covered
        found.append(LaneBox(*box))
    return tuple(reversed(found))
