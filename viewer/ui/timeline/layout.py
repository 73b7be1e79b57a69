"""From contents, window and sizes to the rectangles of everything on the timeline."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QRectF

from viewer.geometry.packing import pack
from viewer.model.lanes import LaneRow
from viewer.model.problem import Problem
from viewer.model.time import Span
from viewer.ui.timeline.contents import Contents, LaneContents
from viewer.ui.timeline.crowds import collapsed_row, crowded
from viewer.ui.timeline.measures import Measures
from viewer.ui.timeline.placed import LaneBox, Layout, Placed, PlacedWords
from viewer.ui.timeline.shaping import Ground, place_shape, shape_of
from viewer.ui.words.joining import labelled
from viewer.ui.words.problem_words import problem_text

translate = QCoreApplication.translate


def lay_out(
    contents: Contents,
    rows: tuple[LaneRow, ...],
    problems: tuple[Problem, ...],
    ground: Ground,
    heights: dict[str, int],
    seen: Span | None = None,
) -> Layout:
    """Place everything of the lanes that the window shows.

    Of very many lanes only those in the stretch of height `seen` (pixels) are laid out; the others
    keep the number of rows they had last, which `heights` remembers by lane. Depends on no cursor
    and no selection, so nothing jumps when they change.
    """
    boxes: list[LaneBox] = []
    placed: list[Placed] = []
    broken: dict[str | None, list[Problem]] = {}
    for problem in problems:
        broken.setdefault(problem.lane, []).append(problem)
    measures, top = ground.measures, 0.0
    for row in rows:
        box = LaneBox(row.lane, top, 0.0, 0, depth=row.depth, is_collapsed=row.is_collapsed)
        lane = contents.of_row(row)
        height = _height(heights.get(row.lane.id, 1), measures)
        covered: tuple[tuple[float, float], ...] = ()
        if seen is None or (top < seen.end and top + height > seen.start):
            own = tuple(p for id_ in row.within for p in broken.get(id_, ()))
            if row.is_collapsed:
                marks, covered = collapsed_row(contents, lane, top, ground)
                placed += marks
                count = _place_problems(own, 1, lane, top, ground, placed)
            else:
                count = _place_lane(contents, lane, own, top, ground, placed)
            heights[row.lane.id] = count
            height = _height(count, measures)
        rows_of_lane = heights.get(row.lane.id, 1)
        boxes.append(
            replace(box, height_px=height, count=lane.count, rows=rows_of_lane, covered=covered)
        )
        top += height
    return Layout(_with_bottoms(boxes), tuple(placed), top)


def _height(rows: int, measures: Measures) -> float:
    return max(rows, 1) * measures.row_px + 2 * measures.lane_pad_px


def _with_bottoms(boxes: list[LaneBox]) -> tuple[LaneBox, ...]:
    """Tell each lane where the last one below it ends, and a group how many events it holds."""
    found: list[LaneBox] = []
    open_groups: list[tuple[int, float, int]] = []  # depth, bottom, events
    for box in reversed(boxes):
        bottom, count = box.bottom_px, box.count
        while open_groups and open_groups[-1][0] > box.depth:
            _, lower, events = open_groups.pop()
            bottom, count = max(bottom, lower), count + events
        open_groups.append((box.depth, bottom, count))
        found.append(replace(box, tree_bottom_px=bottom, count=count))
    return tuple(reversed(found))


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
    shaped = [s for subject in near if (s := shape_of(contents, subject, ground)) is not None]
    spacing = ground.measures.spacing
    packing = pack([s.thing for s in shaped], ground.room, spacing)
    if packing.left_over:
        shaped = crowded(shaped, packing.left_over, ground)
        packing = pack([s.thing for s in shaped], ground.room, spacing)
    first_row = top_px + ground.measures.lane_pad_px
    for one, placement in zip(shaped, packing.placements, strict=True):
        if placement is not None:
            placed.append(place_shape(one, contents, placement, lane, first_row, ground))
    left_over = tuple(id_ for i in packing.left_over for id_ in shaped[i].ids)
    row = packing.rows
    if left_over:
        words = translate("Timeline", "+{count} more").format(count=len(left_over))
        id_ = f"more:{lane.lane.id}"
        placed.append(_row_of_words(id_, words, (row, first_row), lane, ground, left_over))
        row += 1
    return _place_problems(problems, row, lane, top_px, ground, placed)


def _place_problems(
    problems: tuple[Problem, ...],
    row: int,
    lane: LaneContents,
    top_px: float,
    ground: Ground,
    placed: list[Placed],
) -> int:
    """Add a row for each problem of a lane from `row` on; give the number of rows."""
    first_row = top_px + ground.measures.lane_pad_px
    for number, problem in enumerate(problems):
        words = labelled(problem.title, problem_text(problem))
        id_ = f"problem:{lane.lane.id}:{number}"
        placed.append(_row_of_words(id_, words, (row, first_row), lane, ground))
        row += 1
    return row


def _row_of_words(
    id_: str,
    text: str,
    at: tuple[int, float],
    lane: LaneContents,
    ground: Ground,
    hidden: tuple[str, ...] = (),
) -> Placed:
    """Give a row that holds only words: "+N more", or what is wrong with an event.

    `at` is the number of the row and the height of the first one.
    """
    measures, (row, first_row_px) = ground.measures, at
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
