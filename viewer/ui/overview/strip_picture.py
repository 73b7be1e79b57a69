"""The picture of the whole course: a row of pixels for each lane."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from viewer.geometry.coverage import coverage
from viewer.geometry.time_scale import Floats
from viewer.model.case import Case
from viewer.model.event_times import OPEN, POINT, EventTimes, Flags
from viewer.model.time import Span
from viewer.ui.theme import Theme

UNSURE_SHARE = 0.4
"""What may have been is this much of the colour of what is certain."""


@dataclass(frozen=True)
class StripRows:
    """When the events of a case were, in arrays: row, days that are certain, days that may be."""

    kinds: tuple[str, ...]
    """The kind of each row, from top to bottom."""
    rows: NDArray[np.intp]
    possible: tuple[Floats, Floats]
    certain: tuple[Floats, Floats]
    """NaN where no day is certain."""


def strip_rows(case: Case, hidden: frozenset[str]) -> StripRows:
    """Read the lanes that are not hidden; what has no bound is taken from its best day."""
    lanes = [lane for lane in case.lanes if lane.id not in hidden]
    rows = case.events.rows([lane.id for lane in lanes])
    shown = rows >= 0
    return StripRows(
        tuple(lane.kind for lane in lanes),
        rows[shown],
        *(_chosen(spans, shown) for spans in _spans(case.events.times)),
    )


def _spans(times: EventTimes) -> tuple[tuple[Floats, Floats], tuple[Floats, Floats]]:
    """Give the days each may take, and those that are certain."""
    first = np.where(np.isfinite(times.first), times.first, np.minimum(times.anchor, times.last))
    last = np.where(np.isfinite(times.last), times.last, np.maximum(times.anchor, first))
    is_day, is_open = (times.forms == POINT) & times.start.is_exact, times.forms == OPEN
    certain = tuple(
        np.where(is_day | is_open, possible, sure)
        for possible, sure in zip((first, last), times.certain, strict=True)
    )
    return (first, last), (certain[0], certain[1])


def _chosen(spans: tuple[Floats, Floats], shown: Flags) -> tuple[Floats, Floats]:
    return spans[0][shown], spans[1][shown]


def strip_picture(
    strip: StripRows, course: Span, size: tuple[int, int], theme: Theme, row_px: int
) -> QImage:
    """Paint the course on `size` (width, height) device pixels; rows share the height.

    A row is `row_px` high, or lower where many lanes have to share; rows merge where there are more
    lanes than pixels, and then the last of them gives the colour.
    """
    width, height = max(size[0], 1), max(size[1], 1)
    shares = np.zeros((height, width), dtype=np.float64)
    colours = np.zeros((height, 3), dtype=np.float64)
    lanes = len(strip.kinds)
    for days, share in ((strip.possible, UNSURE_SHARE), (strip.certain, 1.0)):
        lefts, rights = ((day - course.start) / course.days * width for day in days)
        known = np.isfinite(lefts) & np.isfinite(rights)
        taken = coverage(strip.rows[known], lefts[known], rights[known], (lanes, width))
        for lane in range(lanes):
            top = lane * height // max(lanes, 1)
            bottom = min(top + row_px, max(top + 1, (lane + 1) * height // lanes))
            np.maximum(shares[top:bottom], share * taken[lane], out=shares[top:bottom])
            colour = theme.kind(strip.kinds[lane])
            colours[top:bottom] = colour.red(), colour.green(), colour.blue()
    return _image(shares, colours)


def _image(shares: Floats, colours: Floats) -> QImage:
    height, width = shares.shape
    pixels = np.empty((height, width, 4), dtype=np.uint8)
    pixels[..., 3] = np.round(255 * shares)
    for place, channel in enumerate((2, 1, 0)):  # blue, green, red in memory
        pixels[..., place] = np.round(colours[:, channel, None] * shares)
    kind = QImage.Format.Format_ARGB32_Premultiplied
    return QImage(pixels.tobytes(), width, height, 4 * width, kind).copy()
