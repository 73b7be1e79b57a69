"""How high the panels are and where they stand, the first glucose panel fixed above the others."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from viewer.ui.plots.series_panels import SeriesPanel, Size

LEAST_H: dict[Size, float] = {"tall": 6.6, "many": 5.0, "slim": 2.5, "noted": 3.5, "overlay": 5.0}
MOST_H: dict[Size, float] = {"tall": 16.0, "many": 8.0, "slim": 5.0, "noted": 5.0, "overlay": 12.0}
NAME_H = 2.4
"""The height that the name and the readout of one series of an overlay take."""
NOTED_NAME_H = 3.4
"""The same where a series is shown in another unit."""
SHORTEST_TALL_H = 5.0
RAIL_H = 1.6
"""The height of the line of events below the values, where any stand there."""
MARKS_H = 1.05
"""How much more marks take that stand above bars."""
MORE_LINE_H = 0.55
"""How much more each further line of bars takes."""
GROUP_GAP_H = 0.35
EMPTY_H = 3.0
"""The height for the words that there are no values."""


@dataclass(frozen=True)
class Rows:
    """Top and height of every panel in whole pixels, and how far they can be scrolled."""

    spans: tuple[tuple[int, int], ...]
    fixed_px: int
    """Height of the part that does not scroll."""
    rules: tuple[int, ...]
    scroll_max_px: int


def stack_rows(panels: Sequence[SeriesPanel], height_px: int, h_px: float, scroll_px: int) -> Rows:
    """Stack the panels in `height_px`; where they do not fit, those below the first scroll."""
    if not panels:
        return Rows((), 0, (), 0)
    gap = round(GROUP_GAP_H * h_px)
    rows = _rows(panels)
    heights = _heights(rows, height_px - gap * _breaks(rows), h_px)
    has_fixed = panels[0].limits is not None
    fixed = heights[0] if has_fixed else 0
    total = sum(heights) + gap * _breaks(rows)
    scroll_max = max(0, total - height_px)
    scroll = min(max(scroll_px, 0), scroll_max)
    spans, rules = [], []
    top = 0 if has_fixed else -scroll
    for index, (panel, height) in enumerate(zip(rows, heights, strict=True)):
        if index and panel.group != rows[index - 1].group:
            rules += [top, top + gap]
            top += gap
        spans += [(top, height)] * panel.members
        top += height
        if index == 0 and has_fixed:
            fixed = top
            top -= scroll
    return Rows(tuple(spans), fixed, (*rules, top), scroll_max)


def _rows(panels: Sequence[SeriesPanel]) -> list[SeriesPanel]:
    """Give the first series of each panel; those laid over it take no room of their own."""
    return [panel for panel in panels if not panel.line]


STAGE_H = SHORTEST_TALL_H
"""On a stage the only panel needs no more (lines): the lanes tell the story there."""


def first_px(h_px: float, is_on_stage: bool) -> int:
    """Give the height that the first panel cannot do without."""
    return round((STAGE_H if is_on_stage else 6.6) * h_px)


def least_height_px(panels: Sequence[SeriesPanel], h_px: float, is_on_stage: bool = False) -> int:
    """Give the height from which on every panel has its least height and nothing scrolls."""
    if is_on_stage and len(panels) == 1:
        return first_px(h_px, is_on_stage)
    if not panels:
        return math.ceil(EMPTY_H * h_px)
    gap = round(GROUP_GAP_H * h_px)
    rows = _rows(panels)
    return math.ceil(sum(_least(rows, h_px)) + gap * _breaks(rows))


def most_height_px(panels: Sequence[SeriesPanel], h_px: float) -> int:
    """Give the height at which every panel has its most; more would stay empty."""
    if not panels:
        return math.ceil(EMPTY_H * h_px)
    gap = round(GROUP_GAP_H * h_px)
    rows = _rows(panels)
    most = [int(_most(panel, h_px)) for panel in rows]
    return sum(most) + gap * _breaks(rows)


def rail_px(panel: SeriesPanel, h_px: float) -> int:
    """Give the height of the line of events below the values of a panel; 0 without any."""
    if panel.rail is None:
        return 0
    marks = MARKS_H if panel.rail.is_mixed else 0.0
    return round((RAIL_H + marks + MORE_LINE_H * (panel.rail.line_count - 1)) * h_px)


def _least(panels: Sequence[SeriesPanel], h_px: float) -> list[float]:
    return [_values_px(panel, h_px) + rail_px(panel, h_px) for panel in panels]


def _values_px(panel: SeriesPanel, h_px: float) -> float:
    """Give the least height of the part with the values."""
    return max(LEAST_H[panel.size], _names_h(panel)) * h_px


def _names_h(panel: SeriesPanel) -> float:
    """Give the height of the names in the gutter of an overlay; 0 for a series on its own."""
    if panel.members == 1:
        return 0.0
    return (NOTED_NAME_H if panel.size == "noted" else NAME_H) * panel.members


def _most(panel: SeriesPanel, h_px: float) -> float:
    return max(MOST_H[panel.size], _names_h(panel)) * h_px + rail_px(panel, h_px)


def _breaks(panels: Sequence[SeriesPanel]) -> int:
    return sum(a.group != b.group for a, b in pairwise(panels))


def _heights(panels: Sequence[SeriesPanel], room_px: float, h_px: float) -> list[int]:
    least, rails = [_values_px(p, h_px) for p in panels], [rail_px(p, h_px) for p in panels]
    growth = max(1.0, (room_px - sum(rails)) / sum(least))
    heights = [
        min(size * growth + rail, _most(panel, h_px))
        for size, rail, panel in zip(least, rails, panels, strict=True)
    ]
    if panels[0].limits is not None:
        # What the strips cannot use is glucose's; in a very low window it gives way to one strip.
        spare = room_px - sum(heights)
        if spare > 0:
            heights[0] = min(heights[0] + spare, MOST_H["tall"] * h_px + rails[0])
        lowest_px = LEAST_H["slim"] * h_px if len(panels) > 1 else 0.0
        shortest_px = SHORTEST_TALL_H * h_px + rails[0]
        heights[0] = min(heights[0], max(shortest_px, room_px - lowest_px))
    # Rounded down, so that rounding alone never makes them scroll. What that leaves is the first
    # panel's: strips of one size are equally high, and so compare.
    whole = [int(height) for height in heights]
    whole[0] += min(max(0, int(room_px) - sum(whole)), len(whole))
    return whole
