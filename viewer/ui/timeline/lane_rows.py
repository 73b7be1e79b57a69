"""The rows of one lane: its events and statements packed, and rows that hold only words."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QRectF

from viewer.geometry.packing import pack
from viewer.model.event import Event
from viewer.model.problem import Problem
from viewer.model.series import Statement
from viewer.model.time import Span
from viewer.ui.timeline.contents import Contents, LaneContents
from viewer.ui.timeline.crowds import crowded
from viewer.ui.timeline.placed import Placed, PlacedWords, WordPart
from viewer.ui.timeline.shaping import Ground, place_shape, shape_of
from viewer.ui.words.joining import labelled
from viewer.ui.words.problem_words import problem_text

translate = QCoreApplication.translate


def reach(ground: Ground) -> Span:
    """Give the days from which something may reach into the window: what fades has no bound."""
    window = ground.drawn.scale.window
    days = ground.drawn.open_px / ground.drawn.scale.px_per_day
    return Span(window.start - days, window.end + days)


def place_things(
    contents: Contents,
    lane: LaneContents,
    things: Sequence[Event | Statement],
    at: tuple[int, float],
    ground: Ground,
    placed: list[Placed],
) -> int:
    """Add things of a lane from a row on; give the number of the row after them.

    `at` is the number of the row and the height at which the lane begins.
    """
    row, top_px = at
    shaped = [s for subject in things if (s := shape_of(contents, subject, ground)) is not None]
    single = next((s for s in shaped if s.ids == (ground.apart,)), None)
    spacing = ground.measures.spacing
    packing = pack([s.thing for s in shaped], ground.room, spacing)
    if packing.left_over:
        shaped = crowded(shaped, packing.left_over, ground)
        packing = pack([s.thing for s in shaped], ground.room, spacing)
    first_row = top_px + ground.measures.lane_pad_px
    for one, placement in zip(shaped, packing.placements, strict=True):
        if placement is not None:
            lower = replace(placement, row=row + placement.row) if row else placement
            placed.append(place_shape(one, contents, lower, lane, first_row, ground))
    row += packing.rows
    left_over = tuple(id_ for i in packing.left_over for id_ in shaped[i].ids)
    if left_over:
        words = translate("Timeline", "+{count} more").format(count=len(left_over))
        id_ = f"more:{lane.lane.id}"
        placed.append(row_of_words(id_, ("more", words), (row, top_px), lane, ground, left_over))
        row += 1
    if single is not None and (single not in shaped or ground.apart in left_over):
        # What is selected is seen, even where only a count stands for it.
        (placement,) = pack([single.thing], ground.room, spacing).placements
        assert placement is not None  # one thing alone always finds a row
        lower = replace(placement, row=row)
        placed.append(place_shape(single, contents, lower, lane, first_row, ground))
        row += 1
    return row


def place_problems(
    problems: Sequence[Problem],
    at: tuple[int, float],
    lane: LaneContents,
    ground: Ground,
    placed: list[Placed],
) -> int:
    """Add a row for each problem of a lane; `at` as above. Give the number of rows."""
    row, top_px = at
    for number, problem in enumerate(problems):
        words = labelled(problem.title, problem_text(problem))
        id_ = f"problem:{lane.lane.id}:{number}"
        placed.append(row_of_words(id_, ("problem", words), (row, top_px), lane, ground))
        row += 1
    return row


def row_of_words(
    id_: str,
    said: tuple[WordPart, str],
    at: tuple[int, float],
    lane: LaneContents,
    ground: Ground,
    hidden: tuple[str, ...] = (),
) -> Placed:
    """Give a row that holds only words, as "+N more" or what is wrong with an event."""
    measures, (row, top_px), (part, text) = ground.measures, at, said
    left = ground.drawn.scale.left_px + measures.spacing.inner_px
    most = ground.room[1] - left - measures.spacing.inner_px
    drawn = measures.elided(text, "label", most)
    width = min(most, measures.width(drawn, "label"))
    top = top_px + measures.lane_pad_px + (row + 0.5) * measures.row_px - measures.h_px / 2
    rect = QRectF(left, top, width, measures.h_px)
    words = PlacedWords(part, drawn, text, "label", rect)
    return Placed(
        id_, lane.lane.id, row, None, "reported", lane.lane.kind, words=(words,), hidden=hidden
    )
