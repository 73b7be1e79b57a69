"""Long series as arrays: what a file beside case.json holds, in the order of time."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Values = NDArray[Any]
"""Values as the file has them, float32 or float64."""

SPACING_PAIRS = 10_000
"""The usual spacing is the median over so many pairs of neighbours, spread over the whole."""
GAP_SPACINGS = 3.0
"""Where no gap is stated, a line breaks where neighbours lie further apart than so many usual
spacings."""


class Level(NamedTuple):
    """The lowest and the highest value of each whole block of `size` samples, two arrays."""

    size: int
    lows: Values
    highs: Values


@dataclass(frozen=True, eq=False)
class SampleValues:
    """Sampled values and their moments, neither of them ever NaN or infinite.

    `days` rises (float64, days; two may be equal), `values` are as many. `missing_days` are the
    moments at which the file has a NaN. `levels` are blocks of ever more samples.
    """

    days: Floats
    values: Values
    missing_days: Floats = field(default_factory=lambda: np.empty(0))
    levels: tuple[Level, ...] = ()

    def __eq__(self, other: object) -> bool:
        """Tell whether the files held the same; at once where it is the same value."""
        if self is other or not isinstance(other, SampleValues):
            return self is other
        pairs = (self.days, other.days), (self.values, other.values)
        missing = self.missing_days, other.missing_days
        return all(np.array_equal(one, two) for one, two in (*pairs, missing))

    __hash__ = None  # type: ignore[assignment]  # arrays have none

    def __len__(self) -> int:
        return len(self.days)

    @property
    def missing_count(self) -> int:
        """How many samples the file has without a value."""
        return len(self.missing_days)

    @cached_property
    def spacing_days(self) -> float:
        """How far apart neighbours usually lie; 0 where that cannot be told (days)."""
        last = len(self.days) - 1
        if last < 1:
            return 0.0
        firsts = np.unique(np.linspace(0, last - 1, min(last, SPACING_PAIRS)).astype(np.intp))
        apart = self.days[firsts + 1] - self.days[firsts]
        apart = apart[apart > 0]
        return float(np.median(apart)) if len(apart) else 0.0

    def whole_days(self) -> Floats:
        """Give the whole days that have a sample, in order; there must be one (days)."""
        days = np.arange(np.floor(self.days[0]), np.floor(self.days[-1]) + 1)
        cuts = np.searchsorted(self.days, np.append(days, np.inf), "left")
        return days[cuts[:-1] < cuts[1:]]

    def value(self, number: int) -> float:
        """Give a value as it would be written: of a float32 no digits that it does not have."""
        found = self.values[number]
        return float(str(found)) if found.dtype == np.float32 else float(found)

    def until(self, end: float) -> "SampleValues":
        """Give only what lies before a moment, without copying (days)."""
        count = int(np.searchsorted(self.days, end, "left"))
        missing = int(np.searchsorted(self.missing_days, end, "left"))
        if count == len(self.days) and missing == len(self.missing_days):
            return self
        levels = (
            Level(level.size, level.lows[: count // level.size], level.highs[: count // level.size])
            for level in self.levels
        )
        return SampleValues(
            self.days[:count], self.values[:count], self.missing_days[:missing], tuple(levels)
        )

    def nearest(self, day: float) -> int:
        """Give the number of the last sample at or before a moment, else of the first after it.

        There must be one.
        """
        return max(int(np.searchsorted(self.days, day, "right")) - 1, 0)
