"""The picture of the whole course: a row of pixels for each lane."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from viewer.geometry.coverage import coverage
from viewer.geometry.time_scale import Floats
from viewer.model.case import Case
from viewer.model.time import Instant, Interval, Span
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
    numbers = {lane.id: number for number, lane in enumerate(lanes)}
    events = [event for event in case.events if event.lane in numbers]
    possible = [_bounded(event.when) for event in events]
    certain = [_certain(event.when) for event in events]
    return StripRows(
        tuple(lane.kind for lane in lanes),
        np.array([numbers[event.lane] for event in events], dtype=np.intp),
        _columns(possible),
        _columns(certain),
    )


def _columns(spans: list[Span]) -> tuple[Floats, Floats]:
    array = np.array(spans, dtype=np.float64).reshape(-1, 2)
    return array[:, 0], array[:, 1]


def _bounded(when: Instant | Interval) -> Span:
    """Give the days something may take; a side without a bound ends at its best day."""
    span = when.span
    middle = when.anchor
    start = span.start if math.isfinite(span.start) else min(middle, span.end)
    end = span.end if math.isfinite(span.end) else max(middle, start)
    return Span(start, end)


def _certain(when: Instant | Interval) -> Span:
    if isinstance(when, Interval):
        certain = when.certain
        return _bounded(when) if when.end == "open" else certain or Span(math.nan, math.nan)
    return when.span if when.is_exact else Span(math.nan, math.nan)


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
