"""What is drawn of very many samples on the pixel columns of one window.

Where they are more than two a column, the lowest and the highest of each column, exactly; where
they are fewer, all of them, joined; where there is room for marks, each with one. Columns are
counted from day zero, so that panning does not regroup the samples.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

import numpy as np

from viewer.geometry.pyramid import extremes
from viewer.geometry.thinning import Indices
from viewer.geometry.time_scale import Stretch, TimeScale
from viewer.model.samples import Floats, SampleValues

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
    samples: SampleValues, scale: TimeScale, gap_days: float, mark_px: float
) -> Strokes:
    """Give what is drawn of samples in a window whose marks are `mark_px` wide.

    Samples further apart than `gap_days` are not joined.
    """
    drawn = [stretch for stretch in scale.stretches if not stretch.is_fold]
    ranges = [_numbers(samples, stretch) for stretch in drawn]
    count = sum(last - first for first, last in ranges)
    width = sum(stretch.right_px - stretch.left_px for stretch in drawn)
    if count > MOST_PER_COLUMN * width:
        pieces = [_columns(samples, stretch, scale.px_per_day, gap_days) for stretch in drawn]
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
    return xs, samples.values[first:last].astype(np.float64)


def _columns(
    samples: SampleValues, stretch: Stretch, px_per_day: float, gap_days: float
) -> tuple[Bars, Links]:
    """Give the extremes of each column, and what joins columns whose values do not meet."""
    start, end = stretch.days
    first, last = int(np.floor(start * px_per_day)), int(np.ceil(end * px_per_day))
    edges = np.clip(np.arange(first, last + 1) / px_per_day, start, end)
    cuts = np.searchsorted(samples.days, edges, "left")
    found = extremes(samples, cuts[:-1], cuts[1:])
    lows: Floats = found[0].astype(np.float64)
    highs: Floats = found[1].astype(np.float64)
    xs = np.arange(first, last, dtype=np.float64)
    xs += round(stretch.left_px - start * px_per_day)
    filled = np.flatnonzero(cuts[:-1] < cuts[1:])
    bars = Bars(xs[filled], lows[filled], highs[filled])
    ends, starts = cuts[filled + 1][:-1] - 1, cuts[filled][1:]
    is_apart = (bars.lows[1:] > bars.highs[:-1]) | (bars.highs[1:] < bars.lows[:-1])
    is_apart |= np.diff(bars.xs) > 1
    is_linked = is_apart & (samples.days[starts] - samples.days[ends] <= gap_days)
    values = samples.values
    return bars, Links(
        bars.xs[:-1][is_linked],
        values[ends[is_linked]].astype(np.float64),
        bars.xs[1:][is_linked],
        values[starts[is_linked]].astype(np.float64),
    )


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
    alone = Bars(xs[is_alone], values[is_alone], values[is_alone])
    return alone, Links(
        xs[:-1][is_linked], values[:-1][is_linked], xs[1:][is_linked], values[1:][is_linked]
    )


def _side_by_side(pieces: list[tuple[Bars, Links]]) -> tuple[Bars, Links]:
    bars = [np.concatenate(one) for one in zip(*(bars for bars, _ in pieces), strict=True)]
    links = [np.concatenate(one) for one in zip(*(links for _, links in pieces), strict=True)]
    return Bars(*bars), Links(*links)


def envelope(strokes: Strokes, width_px: float) -> Iterator[tuple[float, float, float, float]]:
    """Give the stretches of columns that the samples take: two columns and two values each.

    Each is about `width_px` wide, so that words can find a place between them.
    """
    xs = np.concatenate((strokes.bars.xs, strokes.links.xs, strokes.links.next_xs))
    lows = np.concatenate((strokes.bars.lows, strokes.links.values, strokes.links.next_values))
    highs = np.concatenate((strokes.bars.highs, strokes.links.values, strokes.links.next_values))
    order = np.argsort(xs, kind="stable")
    xs, lows, highs = xs[order], lows[order], highs[order]
    groups: Indices = np.flatnonzero(np.diff(np.floor(xs / width_px), prepend=-np.inf))
    if len(groups):
        lasts = np.append(groups[1:], len(xs)) - 1
        lowest, highest = np.minimum.reduceat(lows, groups), np.maximum.reduceat(highs, groups)
        yield from zip(
            xs[groups].tolist(), xs[lasts].tolist(), lowest.tolist(), highest.tolist(), strict=True
        )


def sample_numbers(
    samples: SampleValues, scale: TimeScale, x_px: float, reach_px: float
) -> tuple[int, int]:
    """Give the numbers of the first and after the last sample about a column, the nearest ones."""
    days = np.array([scale.day(x_px - reach_px), scale.day(x_px + reach_px)])
    first, last = np.searchsorted(samples.days, days, "left").tolist()
    return first, last
