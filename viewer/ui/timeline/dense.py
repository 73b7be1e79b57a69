"""Lanes with more events in view than can be told apart: counted from arrays, none drawn alone.

Whether a lane is dense follows from the window and the lane, never from cursor or selection.
"""

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QCoreApplication

from viewer.geometry.packing import MOST_ROWS, pack
from viewer.model.event import Event
from viewer.ui.timeline.contents import Contents, LaneContents
from viewer.ui.timeline.crowds import covered_by, summary
from viewer.ui.timeline.lane_rows import place_things, reach, row_of_words
from viewer.ui.timeline.placed import Layout, Placed
from viewer.ui.timeline.shaping import Ground, place_shape, shape_of

translate = QCoreApplication.translate

_ID = "dense:"
SHORT_WORD_H = 3.0
"""About how wide a short word is (lines)."""


def most_told_apart(ground: Ground, name_h: float = 1.0) -> int:
    """Give how many events all rows of a lane could name, were each name so many lines wide.

    A letter or two are about a line wide.
    """
    measures, spacing = ground.measures, ground.measures.spacing
    least = measures.mark_px + spacing.off_px + name_h * measures.h_px + spacing.apart_px
    return int(MOST_ROWS * ground.drawn.scale.width_px / least)


def is_told_in_counts(lane: LaneContents, count: int, ground: Ground) -> bool:
    """Tell whether a lane has more events in view than can be told apart.

    Those of one day that have no row are one mark as it is, and do not make the others dense.
    """
    if count <= most_told_apart(ground, SHORT_WORD_H):
        return False
    if count > most_told_apart(ground):
        return True
    places = lane.places_between(ground.drawn.scale.window)
    by_day = np.unique(np.floor(lane.anchors[places]), return_counts=True)[1]
    named = int(np.minimum(by_day, MOST_ROWS).sum())
    return named > most_told_apart(ground, SHORT_WORD_H)


def least_rows(ground: Ground) -> int:
    """Give the rows of a dense lane without statements: counts, what is left out, and words."""
    return 2 if ground.kept is None else 3


def place_dense(
    contents: Contents, lane: LaneContents, top_px: float, ground: Ground, placed: list[Placed]
) -> tuple[int, tuple[tuple[float, float], ...]]:
    """Add the counts of a dense lane; give its rows and the columns that its periods cover.

    Events that a filter leaves out are counted in a row of their own. Statements keep being drawn.
    """
    places = lane.places_between(ground.drawn.scale.window)
    places = places[lane.numbers[places] < len(lane.case.events)]
    count, row = len(places), 1
    if ground.kept is None:
        placed += summary(contents, lane, places, (0, top_px), ground)
    else:
        is_kept = ground.kept[lane.numbers[places]]
        placed += summary(contents, lane, places[is_kept], (0, top_px), ground)
        left_out = places[~is_kept]
        placed += summary(contents, lane, left_out, (1, top_px), ground, is_left_out=True)
        row = 2
    statements = lane.statements_between(reach(ground))
    row = place_things(contents, lane, statements, (row, top_px), ground, placed)
    words = (
        translate("Timeline", "{count} events")
        if ground.measures.is_stage  # nobody can zoom there
        else translate("Timeline", "{count} events; zoom in for names")
    ).format(count=f"{count:,}")
    id_ = f"{_ID}{lane.lane.id}"
    placed.append(row_of_words(id_, ("dense", words), (row, top_px), lane, ground))
    return row + 1, covered_by(lane, ground, ground.kept)


def is_dense(layout: Layout, lane: str) -> bool:
    """Tell whether a lane's events are counted, with a row kept for the selected one."""
    return layout.own(f"{_ID}{lane}") is not None


def with_chosen(layout: Layout, chosen: Event, contents: Contents, ground: Ground) -> Layout:
    """Draw an event with its words in the row that a dense lane keeps for the selected one.

    Words that stand there already give way to it.
    """
    words = layout.own(f"{_ID}{chosen.lane}")
    box = layout.lane(chosen.lane)
    shaped = shape_of(contents, chosen, ground)
    if words is None or box is None or shaped is None:
        return layout
    (placement,) = pack([shaped.thing], ground.room, ground.measures.spacing).placements
    assert placement is not None  # there is nothing else in its row
    placement = replace(placement, row=words.row)
    first_row = box.top_px + ground.measures.lane_pad_px
    lane = contents.lanes[chosen.lane]
    drawn = place_shape(shaped, contents, placement, lane, first_row, ground)
    apart = ground.measures.spacing.apart_px
    around = drawn.bounds.adjusted(-apart, 0, apart, 0)
    # A mark that stands for it alone gives way to it too.
    gone = {chosen.id, *([words.id] if around.intersects(words.bounds) else [])}
    kept = (placed for placed in layout.placed if placed.id not in gone)
    return replace(layout, placed=(*kept, drawn))
