"""Episodes of low glucose by the consensus rule (Battelino 2019).

An episode begins with at least 15 minutes below the limit and ends where at least 15 minutes at
or above it begin. Each reading stands for one interval, so three in five-minute steps make 15
minutes.
"""

from typing import Final, Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from viewer.model.figures import Count, Flags, Floats, Mark, Reported, WhyNot, lowest_of
from viewer.model.glucose_metrics import LEAST_VALUES, why_no_bands
from viewer.model.readings import LOW, MINUTE_DAYS, VERY_LOW, Readings

EPISODE_DAYS: Final = 15 * MINUTE_DAYS
LONGEST_GAP_DAYS: Final = 30 * MINUTE_DAYS
"""Over a longer gap nobody knows whether the glucose was low all the time (days)."""
SLACK: Final = 0.2
"""Share of an interval by which a sensor's clock may be off."""

EpisodeLevel = Literal[1, 2]
Indices = NDArray[np.intp]


class Episode(NamedTuple):
    """One episode of low glucose."""

    start: float
    """The moment of the first value below the limit (days)."""
    end: float
    """The moment of the first value of the recovery; of the last value below the limit where the
    recovery was not seen (days)."""
    lowest: Reported
    level: EpisodeLevel
    """The limit it is told by: 1 below 70 mg/dL, 2 below 54."""
    is_start_seen: bool
    """Whether a value at or above the limit stands before it, with no long gap between."""
    is_end_seen: bool


def glucose_episodes(
    readings: Readings, level: EpisodeLevel, longest_gap_days: float = LONGEST_GAP_DAYS
) -> tuple[Episode, ...] | WhyNot:
    """Find the episodes below the limit of a level, in order; none are made up from spot values.

    Readings that may lie on either side of a limit ("< 60") count as missing.
    """
    found = _find(readings, level, longest_gap_days)
    if isinstance(found, WhyNot):
        return found
    days = readings.days
    ends = np.where(found.is_end_seen, found.recoveries, found.last_lows)
    return tuple(
        Episode(start, end, low, level, is_start_seen, is_end_seen)
        for start, end, low, is_start_seen, is_end_seen in zip(
            days[found.firsts].tolist(),
            days[ends].tolist(),
            _lowest(readings, found.firsts, found.last_lows),
            found.is_start_seen.tolist(),
            found.is_end_seen.tolist(),
            strict=True,
        )
    )


def episode_count(
    readings: Readings, level: EpisodeLevel, longest_gap_days: float = LONGEST_GAP_DAYS
) -> Count:
    """Give the number of episodes that `glucose_episodes` finds."""
    found = _find(readings, level, longest_gap_days)
    return found if isinstance(found, WhyNot) else len(found.firsts)


class _Runs(NamedTuple):
    """Neighbours on one side of the limit with no long gap between them, in order."""

    firsts: Indices
    lasts: Indices
    are_below: Flags
    stretches: Indices
    """The number of the stretch without a long gap that a run lies in."""


class _Bounds(NamedTuple):
    """Where each episode lies among the readings."""

    firsts: Indices
    last_lows: Indices
    recoveries: Indices
    """The first reading of the recovery; any reading where it was not seen."""
    is_start_seen: Flags
    is_end_seen: Flags


def _find(readings: Readings, level: EpisodeLevel, longest_gap: float) -> _Bounds | WhyNot:
    why_not = why_no_bands(readings)
    if why_not is not None:
        return why_not
    sure = np.flatnonzero(readings.bands >= 0)
    if len(sure) < LEAST_VALUES:
        return WhyNot.TOO_FEW
    days, slack = readings.days[sure], SLACK * readings.interval_days
    is_below = readings.bands[sure] <= (LOW if level == 1 else VERY_LOW)
    runs = _runs(days, is_below, longest_gap + slack)
    lasted = days[runs.lasts] - days[runs.firsts] + readings.interval_days
    found = _bounds(runs, np.flatnonzero(lasted >= EPISODE_DAYS - slack))
    return found._replace(
        firsts=sure[found.firsts],
        last_lows=sure[found.last_lows],
        recoveries=sure[found.recoveries],
    )


def _runs(days: Floats, is_below: Flags, longest_gap: float) -> _Runs:
    is_gap = np.diff(days) > longest_gap
    firsts = np.flatnonzero(np.concatenate(([True], is_gap | (is_below[1:] != is_below[:-1]))))
    lasts = np.append(firsts[1:], len(days)) - 1
    stretches = np.cumsum(np.concatenate(([False], is_gap))[firsts])
    return _Runs(firsts, lasts, is_below[firsts], stretches)


def _bounds(runs: _Runs, lasting: Indices) -> _Bounds:
    """Find the episodes: only runs that last begin or end one, the short ones change nothing."""
    is_below, stretch = runs.are_below[lasting], runs.stretches[lasting]
    goes_on = is_below[1:] & is_below[:-1] & (stretch[1:] == stretch[:-1])
    begins = is_below & ~np.concatenate(([False], goes_on))[: len(is_below)]
    closes = is_below & ~np.concatenate((goes_on, [False]))[: len(is_below)]
    first_runs = lasting[begins]
    after = np.flatnonzero(closes) + 1
    next_ = np.minimum(after, max(len(lasting) - 1, 0))
    is_end_seen = (after < len(lasting)) & (stretch[next_] == stretch[closes])
    recovery_runs = lasting[next_]
    # Runs of a stretch are below and above in turn, so the run before another is a low one.
    ends_of_stretches = np.append(np.flatnonzero(np.diff(runs.stretches)), len(runs.firsts) - 1)
    final_runs = ends_of_stretches[runs.stretches[first_runs]]
    final_runs = final_runs - ~runs.are_below[final_runs]
    last_low_runs = np.where(is_end_seen, recovery_runs - 1, final_runs)
    is_first = np.diff(runs.stretches, prepend=-1) > 0
    return _Bounds(
        firsts=runs.firsts[first_runs],
        last_lows=runs.lasts[last_low_runs],
        recoveries=runs.firsts[recovery_runs],
        is_start_seen=~is_first[first_runs],
        is_end_seen=is_end_seen,
    )


def _lowest(readings: Readings, firsts: Indices, lasts: Indices) -> list[Reported]:
    """Tell the lowest value of each episode; of those with bounds or words one by one."""
    if len(firsts) == 0:
        return []
    values, marks = readings.values, readings.marks
    # Each second slice lies between two episodes; the last needs no end.
    edges = np.column_stack((firsts, lasts + 1)).ravel()
    edges = edges[:-1] if edges[-1] == len(values) else edges
    lowest = np.fmin.reduceat(values, edges)[::2].tolist()
    others = np.concatenate(([0], np.cumsum(marks != Mark.NUMBER)))
    is_plain = (others[lasts + 1] == others[firsts]).tolist()
    told = []
    for index, value in enumerate(lowest):
        part = slice(firsts[index], lasts[index] + 1)
        found = None if is_plain[index] else lowest_of(values[part], marks[part])
        told.append(found or Reported(value))
    return told
