"""What is drawn of very many samples on the pixel columns of one window.

Where they are more than two a column, the lowest and the highest of each column, exactly; where
they are fewer, all of them, joined; where there is room for marks, each with one. Columns are
counted from day zero, so that panning does not regroup the samples.
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple

import numpy as np

from viewer.geometry.sample_columns import SampleColumns
from viewer.geometry.time_scale import Stretch, TimeScale
from viewer.model.samples import Floats, SampleValues, Values

MOST_PER_COLUMN = 2.0
"""From more samples a pixel column on, only the extremes of each column are drawn."""
DOT_PX = 1.0
"""Half the height of the line at a sample that is joined to no other (pixels)."""

Detail = Literal["extremes", "lines", "points"]
"""How much of the samples is drawn, from least to most."""


class Bars(NamedTuple):
    """Vertical lines: column, lowest and highest value, three arrays."""

    xs: Floats
    lows: Floats
    highs: Floats


class Links(NamedTuple):
    """Lines from one sample to the next: columns and values of both, four arrays."""

    xs: Floats
    values: Floats
    next_xs: Floats
    next_values: Floats


@dataclass(frozen=True, eq=False)
class Strokes:
    """What is drawn of samples, in pixel columns and values."""

    detail: Detail
    count: int
    """How many samples the window holds."""
    bars: Bars
    """The extremes of each column; the samples alone where they are joined to none."""
    links: Links
    points: tuple[Floats, Floats]
    """Columns and values of the samples that get a mark."""


def sample_strokes(
    columns: SampleColumns, scale: TimeScale, gap_days: float, mark_px: float
) -> Strokes:
    """Give what is drawn of samples in a window whose marks are `mark_px` wide.

    Samples further apart than `gap_days` are not joined.
    """
    samples = columns.samples
    drawn = [stretch for stretch in scale.stretches if not stretch.is_fold]
    ranges = [_numbers(samples, stretch) for stretch in drawn]
    count = sum(last - first for first, last in ranges)
    width = sum(stretch.right_px - stretch.left_px for stretch in drawn)
    if count > MOST_PER_COLUMN * width:
        pieces = [_columns(columns, stretch, scale, gap_days) for stretch in drawn]
        return Strokes("extremes", count, *_side_by_side(pieces), (np.empty(0), np.empty(0)))
    pieces = [
        _joined(samples, stretch, scale.px_per_day, _reach(samples, scale, stretch), gap_days)
        for stretch in drawn
    ]
    if count * mark_px > width:
        return Strokes("lines", count, *_side_by_side(pieces), (np.empty(0), np.empty(0)))
    points = [
        _places(samples, stretch, scale.px_per_day, *ends)
        for stretch, ends in zip(drawn, ranges, strict=True)
    ]
    xs, values = (np.concatenate(one) for one in zip(*points, strict=True))
    return Strokes("points", count, *_side_by_side(pieces), (xs, values))


def _reach(samples: SampleValues, scale: TimeScale, stretch: Stretch) -> tuple[int, int]:
    """Give the numbers of the samples to join: past the window's edge one more, none in a fold."""
    first, last = _numbers(samples, stretch)
    is_first = stretch.days.start == scale.window.start
    is_last = stretch.days.end == scale.window.end
    return max(first - is_first, 0), min(last + is_last, len(samples))


def _numbers(samples: SampleValues, stretch: Stretch) -> tuple[int, int]:
    ends = np.array([stretch.days.start, stretch.days.end])
    first, last = np.searchsorted(samples.days, ends, "left").tolist()
    return first, last


def _places(
    samples: SampleValues, stretch: Stretch, px_per_day: float, first: int, last: int
) -> tuple[Floats, Floats]:
    xs = stretch.left_px + (samples.days[first:last] - stretch.days.start) * px_per_day
    return xs, _floats(samples.values[first:last])


def _columns(
    columns: SampleColumns, stretch: Stretch, scale: TimeScale, gap_days: float
) -> tuple[Bars, Links]:
    """Give the extremes of each column, and what joins columns whose values do not meet."""
    samples, (start, end) = columns.samples, stretch.days
    # Beside a fold a column ends with the days that are drawn.
    cut = columns.cut_within if scale.is_folded else columns.cut
    first, (cuts, lows, highs) = cut(scale.px_per_day, start, end)
    xs = np.arange(first, first + len(lows), dtype=np.float64)
    xs += round(stretch.left_px - start * scale.px_per_day)
    filled = np.flatnonzero(cuts[:-1] < cuts[1:])
    bars = Bars(xs[filled], _floats(lows[filled]), _floats(highs[filled]))
    ends, starts = cuts[filled + 1][:-1] - 1, cuts[filled][1:]
    is_apart = (bars.lows[1:] > bars.highs[:-1]) | (bars.highs[1:] < bars.lows[:-1])
    is_apart |= np.diff(bars.xs) > 1
    is_linked = is_apart & (samples.days[starts] - samples.days[ends] <= gap_days)
    return bars, Links(
        bars.xs[:-1][is_linked],
        _floats(samples.values[ends[is_linked]]),
        bars.xs[1:][is_linked],
        _floats(samples.values[starts[is_linked]]),
    )


def _floats(values: Values) -> Floats:
    return values.astype(np.float64)


def _joined(
    samples: SampleValues,
    stretch: Stretch,
    px_per_day: float,
    reach: tuple[int, int],
    gap_days: float,
) -> tuple[Bars, Links]:
    """Give what joins neighbours, and those that are joined to none."""
    xs, values = _places(samples, stretch, px_per_day, *reach)
    is_linked = np.diff(samples.days[slice(*reach)]) <= gap_days
    is_alone = ~(np.append(False, is_linked) | np.append(is_linked, False))[: len(xs)]
    is_alone &= (stretch.left_px <= xs) & (xs <= stretch.right_px)
    alone = Bars(xs[is_alone], values[is_alone], values[is_alone])
    return alone, Links(
        xs[:-1][is_linked], values[:-1][is_linked], xs[1:][is_linked], values[1:][is_linked]
    )


def _side_by_side(pieces: list[tuple[Bars, Links]]) -> tuple[Bars, Links]:
    bars = [np.concatenate(one) for one in zip(*(bars for bars, _ in pieces), strict=True)]
    links = [np.concatenate(one) for one in zip(*(links for _, links in pieces), strict=True)]
    return Bars(*bars), Links(*links)


def envelope(strokes: Strokes, width_px: float) -> tuple[Floats, Floats, Floats, Floats]:
    """Give the stretches of columns that the samples take: two columns and two values each.

    Each is at most `width_px` wide, so that words can find a place between them.
    """
    bars, links = strokes.bars, strokes.links
    xs = np.concatenate((bars.xs, links.xs, links.next_xs))
    lows = np.concatenate((bars.lows, links.values, links.next_values))
    highs = np.concatenate((bars.highs, links.values, links.next_values))
    if not len(xs):
        return xs, xs, lows, highs
    order = np.argsort(xs, kind="stable")
    xs, lows, highs = xs[order], lows[order], highs[order]
    groups = np.flatnonzero(np.diff(np.floor(xs / width_px), prepend=-np.inf))
    lasts = np.append(groups[1:], len(xs)) - 1
    lowest, highest = np.minimum.reduceat(lows, groups), np.maximum.reduceat(highs, groups)
    return xs[groups], xs[lasts], lowest, highest


def sample_numbers(
    samples: SampleValues, scale: TimeScale, x_px: float, reach_px: float
) -> tuple[int, int]:
    """Give the numbers of the first and after the last sample about a column, the nearest ones."""
    days = np.array([scale.day(x_px - reach_px), scale.day(x_px + reach_px)])
    first, last = np.searchsorted(samples.days, days, "left").tolist()
    return first, last
