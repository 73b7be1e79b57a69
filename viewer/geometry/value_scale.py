"""Values to pixels and back, and which values the axis of a series shows.

A range is made from the values it is given and from limits that hold for everyone, so that the
axis of a disclosed case tells nothing about what is not disclosed.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

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

    def position(self, value: float) -> float:
        """Give the place along the axis: the value, or its decimal logarithm on a log axis.

        What a log axis cannot show (zero, or less) stands at its low end.
        """
        if not self.is_log:
            return value
        return math.log10(value if value > 0 else self.low)

    def places(self, values: Floats) -> Floats:
        """Give the places of many values, those beyond the axis at its ends."""
        kept = np.clip(values, self.low, self.high)
        return np.log10(kept) if self.is_log else kept

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


def glucose_scale(values: Sequence[float], limits: LevelLimits) -> ValueScale:
    """Make the linear axis of a glucose panel: 0 to 100 mg/dL at least, all values in it."""
    least = GLUCOSE_TOP.get(limits.level_1, 6.0)
    high = least if not values or max(values) <= least else _nice_above(max(values))
    low = min([0.0, *(-_nice_above(-v) for v in values if v < 0)])
    step = _step(high - max(low, 0.0), 4) if high > least else high
    marks = {low, 0.0, limits.level_2, limits.level_1, least, high}
    marks |= {n * step for n in range(1, int(high / step) + 1) if n * step > limits.level_1}
    return ValueScale(low, high, ticks=tuple(ValueTick(v) for v in sorted(marks)))


def counts_multiples(low: float | None, high: float | None, highest: float) -> bool:
    """Tell whether values are read as multiples of their upper limit.

    So are those with an upper limit only, and those of which the `highest` lies far above it;
    for the others, such as a potassium, what matters lies close to both limits.
    """
    if high is None or high <= 0:
        return False
    return not low or highest > FAR_ABOVE * high


def multiples_scale(values: Sequence[float], upper_limit: float) -> ValueScale:
    """Make the log axis of a strip: 0.25 to 20 times the upper limit, or to the values beyond.

    `upper_limit` must be above 0; so that six strips compare, it is all that makes them differ.
    """
    shown = [value for value in values if value > 0]
    low = min([LOWEST_MULTIPLE * upper_limit, *shown])
    high = max([HIGHEST_MULTIPLE * upper_limit, *shown])
    first = math.ceil(math.log10(max(low / upper_limit, LEAST_MULTIPLE)) - 1e-9)
    last = math.floor(math.log10(high / upper_limit) + 1e-9)
    powers = [10.0**n for n in range(first, last + 1)]
    ticks = tuple(ValueTick(power * upper_limit, power) for power in powers)
    return ValueScale(low, high, True, ticks)


def limits_scale(values: Sequence[float], limits: Sequence[float]) -> ValueScale:
    """Make the linear axis of a strip that shows its values and its limits, at least one of them.

    The limits are ticked, and the round numbers at both ends.
    """
    shown = (*values, *limits)
    low, high = min(shown), max(shown)
    span = high - low or abs(high) or 1.0
    step = _step(span, 4)
    bottom = math.floor((low - 0.1 * span) / step) * step
    top = math.ceil((high + 0.1 * span) / step) * step
    if low >= 0:
        bottom = max(bottom, 0.0)
    # What the steps add up to is a round number, but for the last digits.
    bottom, top = (float(f"{end:.12g}") for end in (bottom, top))
    marks = sorted({bottom, *limits, top})
    return ValueScale(bottom, top, ticks=tuple(ValueTick(value) for value in marks))


def plain_scale(values: Sequence[float]) -> ValueScale:
    """Make an axis for values without limits: from 0 linear, or log over decades."""
    if not values:
        return ValueScale(0.0, 1.0)
    low, high = min(values), max(values)
    if low > 0 and high / low > LOG_FROM_RATIO:
        first, last = math.floor(math.log10(low)), math.ceil(math.log10(high))
        ticks = tuple(ValueTick(10.0**n) for n in range(first, last + 1))
        return ValueScale(10.0**first, 10.0**last, True, ticks)
    bottom = -_nice_above(-low) if low < 0 else 0.0
    top = _nice_above(high) if high > 0 else 0.0
    if bottom == top:
        top = 1.0
    marks = sorted({bottom, 0.0, top})
    return ValueScale(bottom, top, ticks=tuple(ValueTick(value) for value in marks))


def _nice_above(value: float) -> float:
    """Give the next round number that leaves a little room above a positive value."""
    power = 10.0 ** math.floor(math.log10(value))
    steps = (1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0, 12.0)
    return next(step * power for step in steps if step * power >= value * 1.02)


def _step(span: float, count: int) -> float:
    power = 10.0 ** math.floor(math.log10(span / count))
    return next(n * power for n in _NICE if n * power >= span / count)
