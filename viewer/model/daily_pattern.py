"""The daily pattern of a sensor: median and percentile bands by the time of day (AGP)."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from viewer.model.figures import Floats, are_numbers
from viewer.model.readings import VERY_HIGH, Readings

PERCENTILES: Final = (5, 25, 50, 75, 95)
BIN_MINUTES: Final = 15
LEAST_PER_BIN: Final = 5
"""With fewer values a time of day has no percentiles: the bands are broken there."""
_DAY_MINUTES = 1440


@dataclass(frozen=True, eq=False)
class DailyPattern:
    """Percentiles by the time of day; column i is the time from `starts[i]` on."""

    starts: Floats
    """The beginning of each bin, as a part of the day: 0 to below 1."""
    counts: NDArray[np.intp]
    """Readings in each bin."""
    percentiles: Floats
    """One row for each of PERCENTILES, in the unit of measurement.

    NaN where a bin has too few readings; minus infinity where all that is known is that it is
    "Low", infinity where it is "High".
    """
    day_count: int
    """Whole days with readings."""


def daily_pattern(readings: Readings, bin_minutes: int = BIN_MINUTES) -> DailyPattern:
    """Lay all days over one another and tell the percentiles of each time of day.

    The time of day is `day % 1`, so day zero must begin at midnight: ask only where the case says
    so. Percentiles lie between neighbouring values by their rank. Readings that are neither
    numbers nor surely low or high are left out. Raises ValueError for bins that do not fill a day.
    """
    if bin_minutes < 1 or _DAY_MINUTES % bin_minutes:
        raise ValueError(f"bins of {bin_minutes} minutes do not fill a day")
    bins = _DAY_MINUTES // bin_minutes
    is_number = are_numbers(readings.marks)
    is_told = is_number | (readings.bands >= 0)
    far = np.where(readings.bands == VERY_HIGH, np.inf, -np.inf)
    values = np.where(is_number, readings.values, far)[is_told]
    days = readings.days[is_told]
    # A whole minute may come out a hair below its number; a millionth of a bin is no time.
    which = (np.floor((days % 1) * bins + 1e-6).astype(np.intp) % bins).astype(np.uint16)
    counts = np.bincount(which, minlength=bins)
    values = values[np.argsort(which, kind="stable")]
    percentiles = np.full((len(PERCENTILES), bins), np.nan)
    ends = np.cumsum(counts)
    for index in np.flatnonzero(counts >= LEAST_PER_BIN).tolist():
        ranked = np.sort(values[ends[index] - counts[index] : ends[index]])
        percentiles[:, index] = _percentiles(ranked)
    return DailyPattern(
        starts=np.arange(bins) / bins,
        counts=counts,
        percentiles=percentiles,
        day_count=len(np.unique(np.floor(days))),
    )


def _percentiles(ranked: Floats) -> Floats:
    ranks = (len(ranked) - 1) * np.array(PERCENTILES) / 100
    lower, share = np.floor(ranks).astype(np.intp), ranks % 1
    below, above = ranked[lower], ranked[np.ceil(ranks).astype(np.intp)]
    with np.errstate(invalid="ignore"):
        between = below * (1 - share) + above * share
    # Nothing lies between "Low" and a number: it is as open as the open one of the two.
    open_ = np.where(np.isinf(below), below, above)
    is_open = np.isinf(below) | np.isinf(above)
    return np.where(is_open, open_, np.where(share > 0, between, below))
