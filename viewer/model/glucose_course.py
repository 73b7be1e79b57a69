"""The glucose of a whole course with its low episodes, and what a stretch of it tells."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from viewer.model.case import Case
from viewer.model.daily_pattern import DailyPattern, daily_pattern
from viewer.model.figures import Floats, WhyNot
from viewer.model.glucose_episodes import Episode, EpisodeLevel, glucose_episodes
from viewer.model.glucose_metrics import GlucoseMetrics, glucose_metrics, why_no_bands
from viewer.model.readings import Readings, imputing, is_glucose, readings_of
from viewer.model.series import Series
from viewer.model.time import Span

Wanted = Literal["metrics", "pattern", "days", "episodes"]
ROUNDING_DAYS = 1e-9
"""Moments no further apart than this are the same one (days)."""


class LowEpisode(NamedTuple):
    """An episode below 70 mg/dL, or the like in mmol/L."""

    whole: Episode
    level: EpisodeLevel
    """2 where an episode below 54 lies in it."""


@dataclass(frozen=True, eq=False)
class GlucoseCourse:
    """The glucose series of a case as readings, and the episodes among them in order."""

    series: Series
    readings: Readings
    episodes: tuple[LowEpisode, ...]
    why_no_episodes: WhyNot | None
    """Why nothing can be said about episodes; None where there may just be none."""
    starts: Floats
    """When each episode begins (days), rising; `ends` and `levels` go with it."""
    ends: Floats
    levels: NDArray[np.int8]

    def touching(self, span: Span) -> tuple[LowEpisode, ...]:
        """Give the episodes of which any part lies in [start, end)."""
        first = int(np.searchsorted(self.ends, span.start, "left"))
        last = int(np.searchsorted(self.starts, span.end, "left"))
        return self.episodes[first : max(first, last)]

    def start_from(self, day: float, steps: int) -> float | None:
        """Give the start of the next episode, of the one before where `steps` is negative (days).

        None where there is none on that side.
        """
        if steps > 0:
            number = int(np.searchsorted(self.starts, day + ROUNDING_DAYS, "right")) + steps - 1
        else:
            number = int(np.searchsorted(self.starts, day - ROUNDING_DAYS, "left")) + steps
        return float(self.starts[number]) if 0 <= number < len(self.starts) else None


@dataclass(frozen=True, eq=False)
class GlucoseTold:
    """What one stretch of a course tells; of `metrics` and `pattern` only what was wanted."""

    course: GlucoseCourse
    span: Span
    readings: Readings
    """Those of the stretch."""
    episodes: tuple[LowEpisode, ...]
    """Those of which any part lies in the stretch, as the whole course tells them."""
    metrics: GlucoseMetrics | None
    pattern: DailyPattern | None


def value_count(case: Case) -> int:
    """Tell how many glucose values a case has, to judge how long they take."""
    found = [series for series in case.series if is_glucose(series.analyte)]
    return sum(len(series.points) + len(series.sampled or ()) for series in found)


def glucose_readings(case: Case) -> tuple[Series, Readings] | None:
    """Give the glucose series with the most readings, a sensor's before all others.

    None where the case has no glucose series.
    """
    found = [(one, readings_of(one)) for one in case.series if is_glucose(one.analyte)]
    return max(found, key=lambda one: (one[1].is_sensor, len(one[1])), default=None)


def glucose_course(case: Case) -> GlucoseCourse | None:
    """Find the episodes of a disclosed case's glucose; None where it has no glucose series."""
    found = glucose_readings(case)
    if found is None:
        return None
    series, readings = found
    below = glucose_episodes(readings, 1)
    deep = glucose_episodes(readings, 2)
    # Both are missing for the same reasons.
    if isinstance(below, WhyNot) or isinstance(deep, WhyNot):
        empty = np.empty(0)
        why = below if isinstance(below, WhyNot) else None
        return GlucoseCourse(series, readings, (), why, empty, empty, np.empty(0, np.int8))
    starts = np.array([one.start for one in below])
    levels = np.ones(len(below), np.int8)
    levels[np.searchsorted(starts, [one.start for one in deep], "right") - 1] = 2
    return GlucoseCourse(
        series,
        readings,
        tuple(
            LowEpisode(one, 2 if level == 2 else 1)
            for one, level in zip(below, levels.tolist(), strict=True)
        ),
        None,
        starts,
        np.array([one.end for one in below]),
        levels,
    )


def glucose_told(
    course: GlucoseCourse, span: Span, wanted: Wanted, low_as: float | None = None
) -> GlucoseTold:
    """Tell what a stretch holds; `low_as` stands in the place of "Low" in mean, SD, CV and GMI.

    Nowhere else, so that nothing is drawn at a number that nobody measured. A daily pattern
    is made from a sensor's readings only.
    """
    readings = course.readings.within(span)
    if low_as is not None and wanted == "metrics":
        readings = imputing(readings, low_as)
    has_pattern = wanted == "pattern" and why_no_bands(readings) is None
    return GlucoseTold(
        course,
        span,
        readings,
        course.touching(span),
        glucose_metrics(readings) if wanted == "metrics" else None,
        daily_pattern(readings) if has_pattern else None,
    )
