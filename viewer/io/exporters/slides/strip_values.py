"""The numbers of a strip's native chart: those of the case and no others.

What has no exact or best day is no point of a chart; neither is a word such as "Low".
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from viewer.geometry.thinning import Indices, extremes, unbroken
from viewer.io.exporters.slides.strip_scales import StripSeries
from viewer.io.exporters.slides.things import ChartValues
from viewer.model.series import Measurement
from viewer.model.table_cells import harmless
from viewer.model.time import Span

MOST_POINTS = 3000
"""Of more values in view only the lowest and the highest of each stretch are drawn."""
STRETCHES = 1000
"""Into so many stretches of one length the window is cut then."""
MOST_RUNS = 40
"""Lines that break more often are not drawn: points alone tell as much."""
SIGNS = {"<": "<", "<=": "≤", ">": ">", ">=": "≥"}


@dataclass(frozen=True)
class Plotted:
    """The values of a strip in one stretch of days."""

    values: tuple[ChartValues, ...]
    points: tuple[tuple[Measurement, int, int], ...]
    """The reported values that are points, each with the number of its series and of its point."""
    count: int
    """How many values the case has in the stretch."""
    is_summarised: bool = False


def plotted(strip: StripSeries, name: str, days: Span, shift: float, mark_pt: float) -> Plotted:
    """Give the chart values of a strip within `days`; each day is told less `shift` (days)."""
    near = [p for p in strip.dated if days.start <= p.when.anchor < days.end]
    told = [p for p in near if p.value is not None and p.when.best is not None]
    told.sort(key=lambda point: point.when.anchor)
    samples = _samples(strip, name, days, shift)
    count = len(told) + samples.count
    kept, is_cut = _kept(told, days)
    groups = _groups([told[number] for number in kept], strip, name)
    values = [
        _chart_values(said, points, joined, shift, mark_pt) for said, points, joined in groups
    ]
    where = [
        (point, at, number)
        for at, (_, points, _) in enumerate(groups)
        for number, point in enumerate(points)
    ]
    return Plotted((*values, *samples.values), tuple(where), count, is_cut or samples.is_summarised)


def is_whole_days(strip: StripSeries) -> bool:
    """Tell whether all values of a strip are stated by the day."""
    return strip.series.sampled is None and all(p.when.precision == "day" for p in strip.dated)


def _kept(points: list[Measurement], days: Span) -> tuple[list[int], bool]:
    if len(points) <= MOST_POINTS:
        return list(range(len(points))), False
    moments = np.array([p.when.anchor for p in points], dtype=np.float64)
    values = np.array([p.value for p in points], dtype=np.float64)
    return extremes(_stretches(moments, days), values).tolist(), True


def _stretches(moments: "np.ndarray[tuple[int], np.dtype[np.float64]]", days: Span) -> Indices:
    return np.floor((moments - days.start) / days.days * STRETCHES).astype(np.intp)


Grouped = tuple[str, list[Measurement], bool]


def _groups(points: list[Measurement], strip: StripSeries, name: str) -> list[Grouped]:
    """Part values by what a number means: that many, less or more; lines join only the first."""
    plain = [p for p in points if p.comparator is None]
    runs = _runs(plain, strip)
    is_joined = len(runs) <= MOST_RUNS and any(len(run) > 1 for run in runs)
    found: list[Grouped] = []
    if is_joined:
        found += [(name, run, len(run) > 1) for run in runs]
    elif plain:
        found.append((name, plain, False))
    for comparator, sign in SIGNS.items():
        those = [p for p in points if p.comparator == comparator]
        if those:
            found.append((f"{name} {sign}", those, False))
    return found


def _runs(points: list[Measurement], strip: StripSeries) -> list[list[Measurement]]:
    """Part values where no line may lead from one to the next.

    None leads over more than the stated gap, across a statement, or to a day that is not exact.
    """
    gap, runs = strip.series.gap_days, list[list[Measurement]]()
    silent = [statement.when.span for statement in strip.statements]
    for point in points:
        last = runs[-1][-1] if runs else None
        if last is None or gap is None or not (last.when.is_exact and point.when.is_exact):
            runs.append([point])
            continue
        begin, end = last.when.anchor, point.when.anchor
        is_broken = end - begin > gap or any(s.start < end and begin < s.end for s in silent)
        if is_broken:
            runs.append([point])
        else:
            runs[-1].append(point)
    return runs


def _chart_values(
    name: str, points: list[Measurement], is_joined: bool, shift: float, mark_pt: float
) -> ChartValues:
    hollow = (
        number
        for number, point in enumerate(points)
        if point.comparator is not None or point.evidence.kind != "reported"
    )
    return ChartValues(
        harmless(name),
        tuple(point.when.anchor - shift for point in points),
        tuple(point.value for point in points if point.value is not None),
        is_joined,
        mark_pt,
        frozenset(hollow),
    )


# -- samples ----------------------------------------------------------------------------------


def _samples(strip: StripSeries, name: str, days: Span, shift: float) -> Plotted:
    """Give the samples in view, where they are many the extremes of each stretch."""
    samples = strip.series.sampled
    if samples is None:
        return Plotted((), (), 0)
    first, last = np.searchsorted(samples.days, (days.start, days.end))
    moments, values = samples.days[first:last], samples.values[first:last].astype(np.float64)
    count = len(moments)
    is_cut = count > MOST_POINTS
    kept = extremes(_stretches(moments, days), values) if is_cut else np.arange(count)
    is_linked = np.diff(moments) <= strip.series.sample_gap_days
    starts = np.flatnonzero(~unbroken(kept, is_linked)) + 1
    pieces = np.split(kept, starts) if count else []
    exact = _exactly(samples.value, int(first))
    if len(pieces) > MOST_RUNS:
        whole = _piece(kept, moments, exact, name, shift)
        return Plotted((replace(whole, is_joined=False, mark_pt=2.0),), (), count, is_cut)
    lines = tuple(_piece(piece, moments, exact, name, shift) for piece in pieces)
    return Plotted(lines, (), count, is_cut)


def _exactly(value: Callable[[int], float], first: int) -> Callable[[int], float]:
    """Give a sample as it would be written, by its number among those in view."""
    return lambda number: value(first + number)


def _piece(
    numbers: Indices,
    moments: "np.ndarray[tuple[int], np.dtype[np.float64]]",
    exact: Callable[[int], float],
    name: str,
    shift: float,
) -> ChartValues:
    days = tuple((moments[numbers] - shift).tolist())
    values = tuple(exact(number) for number in numbers.tolist())
    is_alone = len(days) == 1
    return ChartValues(harmless(name), days, values, not is_alone, 2.0 if is_alone else None)
