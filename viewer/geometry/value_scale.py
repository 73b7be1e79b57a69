"""Values to pixels and back, and which values the axis of a series shows.

A range is made from the values it is given and from limits that hold for everyone, so that the
axis of a disclosed case tells nothing about what is not disclosed.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from viewer.geometry.value_ticks import LARGEST, log_ticks, round_ticks
from viewer.model.glucose import LevelLimits

Floats = NDArray[np.float64]

LOWEST_MULTIPLE = 0.25
HIGHEST_MULTIPLE = 20.0
"""What a strip shows of the multiples of the upper limit, unless a value lies beyond."""

GLUCOSE_TOP = {70.0: 100.0}
"""How far a glucose axis reaches at least, by its level-1 limit (mg/dL); else in proportion."""

LOG_FROM_RATIO = 30.0
"""Without limits, values that differ by more than this factor get a log axis."""

FAR_ABOVE = 2.5
"""From this multiple of the upper limit on, a value is told as one, whatever the lower limit."""

LEAST_MULTIPLE = 0.01
"""Multiples below this one say nothing that can be read."""

SMALLEST = 1e-300
"""A log axis goes no lower; what lies lower stands at its edge."""

NEAR = 0.03
"""A round number this near to a limit, as a share of the axis, is not ticked beside it."""

TIGHT = 1.25
"""A tight log axis leaves this factor above and below."""

_NICE = (1.0, 2.0, 2.5, 5.0, 10.0)


class ValueTick(NamedTuple):
    """A place on the value axis; `multiple` where it counts multiples of the upper limit."""

    value: float
    multiple: float | None = None


@dataclass(frozen=True, slots=True)
class ValueScale:
    """The values that a panel shows, from `low` to `high` in the unit of the series."""

    low: float
    high: float
    is_log: bool = False
    ticks: tuple[ValueTick, ...] = ()
    per: float = field(init=False, repr=False, compare=False)
    """What one step along the axis counts: 1, or a power of ten where numbers are extreme."""

    def __post_init__(self) -> None:
        size = max(abs(self.low), abs(self.high))
        is_plain = self.is_log or not size or 1e-30 < size < 1e30
        object.__setattr__(self, "per", 1.0 if is_plain else 10.0 ** math.floor(math.log10(size)))

    def position(self, value: float) -> float:
        """Give the place along the axis: the value, or its decimal logarithm on a log axis.

        What a log axis cannot show (zero, or less) stands at its low end. Numbers too large or too
        small to be reckoned with are counted in powers of ten.
        """
        if not self.is_log:
            return value / self.per
        return math.log10(value if value > 0 else self.low)

    def places(self, values: Floats) -> Floats:
        """Give the places of many values, those beyond the axis at its ends."""
        kept = np.clip(values, self.low, self.high)
        return np.log10(kept) if self.is_log else kept / self.per

    def beyond(self, value: float) -> Literal["top", "bottom"] | None:
        """Tell at which edge a value must stand that the axis cannot show."""
        if value < self.low:
            return "bottom"
        return "top" if value > self.high else None


@dataclass(frozen=True, slots=True)
class ValueAxis:
    """A scale on one panel's pixels, with `pad_px` free above and below for the marks.

    Above that `head_px` more are free for words.
    """

    scale: ValueScale
    top_px: float
    height_px: float
    pad_px: float = 0.0
    head_px: float = 0.0
    positions_per_px: float = field(init=False, compare=False)
    """How much of the axis one pixel takes."""
    positions: tuple[float, float] = field(init=False, compare=False)
    """The places at the lower and the upper edge of the panel, the padding included."""

    def __post_init__(self) -> None:
        scale = self.scale
        low, high = scale.position(scale.low), scale.position(scale.high)
        each = (high - low) / max(self.height_px - 2 * self.pad_px - self.head_px, 1.0)
        bottom = low - self.pad_px * each
        object.__setattr__(self, "positions_per_px", each)
        object.__setattr__(self, "positions", (bottom, bottom + self.height_px * each))

    def y(self, value: float) -> float:
        """Give the pixel row of a value; one beyond the axis stays at its edge."""
        scale = self.scale
        kept = min(max(value, scale.low), scale.high)
        return self.y_of_position(scale.position(kept))

    def ys(self, values: Floats) -> Floats:
        """Give the pixel rows of many values; those beyond the axis stay at its edges."""
        places = self.scale.places(values)
        bottom = self.top_px + self.height_px
        return bottom - (places - self.positions[0]) / self.positions_per_px

    def y_of_position(self, position: float) -> float:
        """Give the pixel row of a place along the axis."""
        return self.top_px + self.height_px - (position - self.positions[0]) / self.positions_per_px


def glucose_scale(
    values: Sequence[float], limits: LevelLimits, per_unit: float = 1.0
) -> ValueScale:
    """Make the linear axis of a glucose panel: 0 to 100 mg/dL at least, all values in it.

    `per_unit` is how many of the unit that is shown one of the reported unit is.
    """
    least = GLUCOSE_TOP.get(limits.level_1, 6.0)
    high = least if not values or max(values) <= least else _nice_above(max(values))
    low = min([0.0, *(-_nice_above(-v) for v in values if v < 0)])
    if per_unit != 1.0:
        return _ticked(low, high, [*limits, *_between(limits, low, high, per_unit, 6)])
    step = _step(min(high - max(low, 0.0), LARGEST), 4) if high > least else high
    marks = {low, 0.0, limits.level_2, limits.level_1, least, high}
    marks |= {n * step for n in range(1, int(high / step) + 1) if n * step > limits.level_1}
    return _ticked(low, high, marks)


def _ticked(low: float, high: float, marks: Iterable[float], is_log: bool = False) -> ValueScale:
    return ValueScale(low, high, is_log, tuple(ValueTick(value) for value in sorted(set(marks))))


def _between(
    limits: Sequence[float], low: float, high: float, per_unit: float, steps: int
) -> Iterable[float]:
    """Give round numbers of a unit that are not so near to a limit as to be taken for it."""
    ticks = round_ticks(low, high, per_unit, steps)
    near = NEAR * min(high - low, LARGEST)
    return (tick for tick in ticks if all(abs(tick - limit) > near for limit in limits))


def counts_multiples(low: float | None, high: float | None, highest: float) -> bool:
    """Tell whether values are read as multiples of their upper limit.

    So are those with an upper limit only, and those of which the `highest` lies far above it;
    for the others, such as a potassium, what matters lies close to both limits.
    """
    if high is None or high <= 0:
        return False
    return not low or highest > FAR_ABOVE * high


def multiples_scale(
    values: Sequence[float], upper_limit: float, *, is_tight: bool = False
) -> ValueScale:
    """Make the log axis of a strip: 0.25 to 20 times the upper limit, or to the values beyond.

    `upper_limit` must be above 0; so that six strips compare, it is all that makes them differ.
    A tight axis shows the limit and the values, and no more.
    """
    shown = [value for value in values if value > SMALLEST]
    if is_tight:
        low = max(min([upper_limit, *shown]) / TIGHT, SMALLEST)
        high = min(max([upper_limit, *shown]) * TIGHT, LARGEST)
    else:
        low = min([LOWEST_MULTIPLE * upper_limit, *shown])
        high = min(max([HIGHEST_MULTIPLE * upper_limit, *shown]), LARGEST)
    least, most = max(low / upper_limit, LEAST_MULTIPLE), _finite(high / upper_limit)
    if is_tight:
        multiples = log_ticks(least, max(most, least))
    else:
        first = math.ceil(math.log10(least) - 1e-9)
        last = math.floor(math.log10(most) + 1e-9)
        multiples = tuple(10.0**n for n in range(first, last + 1))
    return ValueScale(low, high, True, tuple(ValueTick(n * upper_limit, n) for n in multiples))


def limits_scale(
    values: Sequence[float], limits: Sequence[float], per_unit: float = 1.0
) -> ValueScale:
    """Make the linear axis of a strip that shows its values and its limits, at least one of them.

    The limits are ticked, and the round numbers at both ends; in another unit than the reported
    one, of which one of the reported is `per_unit`, the round numbers of that unit.
    """
    shown = (*values, *limits)
    low, high = min(shown), max(shown)
    span = min(high - low, LARGEST) or abs(high) or 1.0
    step = _step(span, 4)
    room = 0.1 * span / step
    bottom, top = math.floor(low / step - room) * step, math.ceil(high / step + room) * step
    if low >= 0:
        bottom = max(bottom, 0.0)
    # What the steps add up to is a round number, but for the last digits.
    bottom, top = (_finite(float(f"{end:.12g}")) for end in (bottom, top))
    if per_unit != 1.0:
        return _ticked(bottom, top, [*limits, *_between(limits, bottom, top, per_unit, 4)])
    return _ticked(bottom, top, [bottom, *limits, top])


def linear_scale(values: Sequence[float], per_unit: float = 1.0) -> ValueScale:
    """Make a linear axis from 0 for values without limits."""
    low, high = min(values, default=0.0), max(values, default=0.0)
    bottom = -_nice_above(-low) if low < 0 else 0.0
    top = _nice_above(high) if high > 0 else 0.0
    if bottom == top:
        top = 1.0
    if per_unit != 1.0:
        return _ticked(bottom, top, round_ticks(bottom, top, per_unit))
    return _ticked(bottom, top, [bottom, 0.0, top])


def log_scale(
    values: Sequence[float], limits: Sequence[float] = (), per_unit: float = 1.0
) -> ValueScale:
    """Make a log axis of the values and limits above 0; 1 to 10 where there are none.

    The limits are ticked, and the round numbers between them.
    """
    shown = [value for value in (*values, *limits) if value > SMALLEST]
    low, high = min(shown, default=1.0), max(shown, default=10.0)
    bottom, top = _log_below(low), _log_above(high)
    marks = [limit for limit in limits if limit > SMALLEST]
    return _ticked(bottom, top, [*marks, *log_ticks(bottom, top, per_unit)], is_log=True)


def spans_decades(values: Sequence[float]) -> bool:
    """Tell whether values differ so much that a linear axis would hide the low ones."""
    return bool(values) and min(values) > SMALLEST and max(values) / LOG_FROM_RATIO > min(values)


def _power(exponent: int) -> float:
    """Give a power of ten, or the number next to it that there is."""
    return _finite(max(float(f"1e{exponent}"), SMALLEST))


def _finite(value: float) -> float:
    return min(max(value, -LARGEST), LARGEST)


def _nice_above(value: float) -> float:
    """Give the next round number that leaves a little room above a positive value."""
    power = _power(math.floor(math.log10(value)))
    steps = (1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0, 12.0)
    found = next((step * power for step in steps if step * power >= value * 1.02), LARGEST)
    return _finite(found)


def _log_above(value: float) -> float:
    """Give the next of 1, 2, 5 and so on that leaves a little room above a positive value."""
    power = _power(math.floor(math.log10(value)))
    steps = (1.0, 2.0, 5.0, 10.0, 20.0)
    return _finite(next((n * power for n in steps if n * power >= value * 1.05), LARGEST))


def _log_below(value: float) -> float:
    power = _power(math.floor(math.log10(value)))
    steps = (5.0, 2.0, 1.0, 0.5)
    found = next((n * power for n in steps if n * power <= value / 1.05), SMALLEST)
    return max(found, SMALLEST)


def _step(span: float, count: int) -> float:
    power = _power(math.floor(math.log10(max(span / count, SMALLEST))))
    return next(n * power for n in _NICE if n * power >= span / count)
