"""The consensus metrics of glucose sensors (Battelino 2019), or why one of them is missing.

Shares of time are shares of readings: each stands for one interval. The targets of the consensus
are written for diabetes; GMI is not validated in insulinoma.
"""

import math
from dataclasses import dataclass
from typing import Final

import numpy as np

from viewer.model.figures import Figure, Floats, Mark, WhyNot, are_numbers
from viewer.model.readings import HIGH, IN_RANGE, LOW, VERY_HIGH, VERY_LOW, Readings
from viewer.model.units import GLUCOSE_MG_DL_PER_MMOL_L, plain_unit

GMI_BASE: Final = 3.31
GMI_SLOPE: Final = 0.02392
"""GMI = 3.31 + 0.02392 × mean in mg/dL (per cent)."""
CONSENSUS_DAYS: Final = 14.0
CONSENSUS_SHARE: Final = 0.70
LEAST_VALUES: Final = 2
"""From so many values on there is a spread or a share of time."""


@dataclass(frozen=True)
class TimeShares:
    """Shares of the readings by band (per cent); the limits are named as in mg/dL.

    `below` is `very_low` and `low` together, `above` is `high` and `very_high`; with `in_range`
    they make 100. Bounds that fit several bands ("< 60") are not part of the whole.
    """

    very_low: float
    """< 54: level 2."""
    low: float
    """54 to 69: level 1."""
    below: float
    """< 70."""
    in_range: float
    """70 to 180."""
    above: float
    """> 180."""
    high: float
    """181 to 250."""
    very_high: float
    """> 250."""


@dataclass(frozen=True)
class Coverage:
    """How much of the time a sensor told something."""

    days: float
    """From the first reading to one interval after the last (days)."""
    active_percent: float
    """The moments with a reading among those that these days would hold."""
    meets_consensus: bool
    """Whether 70 % of 14 days are told, or 70 % of all days where there are more."""


@dataclass(frozen=True)
class GlucoseMetrics:
    """The metrics of a stretch of readings; each a number, or why there is none."""

    count: int
    """Numbers, the imputed ones with them: what mean, SD, CV and GMI are made from."""
    imputed: int
    """How many of them were put in the place of "Low"; as what, tells `imputed_as`."""
    imputed_as: float | None
    bounded: int
    """Readings with a comparator, "Low" and "High": in no mean, but in the shares of time."""
    mean: Figure
    """In the unit of measurement."""
    sd: Figure
    """Of the sample (n − 1), in the unit of measurement."""
    cv_percent: Figure
    gmi_percent: Figure
    shares: TimeShares | WhyNot
    coverage: Coverage | WhyNot


def glucose_metrics(readings: Readings) -> GlucoseMetrics:
    """Work out the metrics of all the readings; hand it `readings.within(…)` for a period."""
    numbers = readings.values[are_numbers(readings.marks)]
    mean, sd, cv_percent = _spread(numbers)
    return GlucoseMetrics(
        count=len(numbers),
        imputed=int(np.count_nonzero(readings.marks == Mark.IMPUTED)),
        imputed_as=readings.imputed_as,
        bounded=len(readings) - len(numbers),
        mean=mean,
        sd=sd,
        cv_percent=cv_percent,
        gmi_percent=_gmi(mean, readings),
        shares=time_shares(readings),
        coverage=coverage(readings),
    )


def time_shares(readings: Readings) -> TimeShares | WhyNot:
    """Give the shares of time by band; not for spot values, which tell nothing about time."""
    why_not = why_no_bands(readings)
    if why_not is not None:
        return why_not
    told = readings.bands[readings.bands >= 0]
    if len(told) < LEAST_VALUES:
        return WhyNot.TOO_FEW
    # Percentages are made from whole counts, so that the parts are as true as the sums.
    counts: list[int] = np.bincount(told, minlength=VERY_HIGH + 1).tolist()

    def percent(*bands: int) -> float:
        return 100.0 * sum(counts[band] for band in bands) / len(told)

    return TimeShares(
        very_low=percent(VERY_LOW),
        low=percent(LOW),
        below=percent(VERY_LOW, LOW),
        in_range=percent(IN_RANGE),
        above=percent(HIGH, VERY_HIGH),
        high=percent(HIGH),
        very_high=percent(VERY_HIGH),
    )


def why_no_bands(readings: Readings) -> WhyNot | None:
    """Tell why there is no time in a band and no episode in the readings; None where there is."""
    if not readings.is_glucose:
        return WhyNot.NOT_GLUCOSE
    if readings.limits is None:
        return WhyNot.NO_LIMITS
    return why_no_time(readings)


def why_no_time(readings: Readings) -> WhyNot | None:
    """Tell why the readings do not stand for time; None where they do."""
    if len(readings) == 0:
        return WhyNot.NO_VALUES
    return None if readings.is_sensor else WhyNot.NOT_SENSOR


def coverage(readings: Readings) -> Coverage | WhyNot:
    """Tell how many days the readings cover and how much of them is told."""
    why_not = why_no_time(readings)
    if why_not is not None:
        return why_not
    days = float(readings.days[-1] - readings.days[0]) + readings.interval_days
    told = min(told_days(readings), days)
    return Coverage(
        days=days,
        active_percent=100.0 * told / days,
        meets_consensus=told >= CONSENSUS_SHARE * max(CONSENSUS_DAYS, days),
    )


def told_days(readings: Readings) -> float:
    """Give the time that a sensor's readings, at least one, stand for: an interval each (days)."""
    return (1 + int(np.count_nonzero(np.diff(readings.days)))) * readings.interval_days


def _spread(numbers: Floats) -> tuple[Figure, Figure, Figure]:
    if len(numbers) == 0:
        return WhyNot.NO_VALUES, WhyNot.NO_VALUES, WhyNot.NO_VALUES
    if len(numbers) < LEAST_VALUES:
        return WhyNot.TOO_FEW, WhyNot.TOO_FEW, WhyNot.TOO_FEW
    with np.errstate(over="ignore", invalid="ignore"):
        mean, sd = float(np.mean(numbers)), float(np.std(numbers, ddof=1))
    if not math.isfinite(mean) or not math.isfinite(sd):
        return WhyNot.TOO_LARGE, WhyNot.TOO_LARGE, WhyNot.TOO_LARGE
    return mean, sd, 100.0 * sd / mean if mean > 0 else WhyNot.NOT_POSITIVE


def _gmi(mean: Figure, readings: Readings) -> Figure:
    why_not = why_no_bands(readings)
    if isinstance(mean, WhyNot) or why_not is not None:
        return why_not or mean
    is_molar = plain_unit(readings.unit) == "mmol/l"
    return GMI_BASE + GMI_SLOPE * mean * (GLUCOSE_MG_DL_PER_MMOL_L if is_molar else 1.0)
