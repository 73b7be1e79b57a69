"""What reviewers put into plots, in arrays by series: values of their own, points and boxes."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from viewer.model.annotation import ANSWERS, AddedValue, Content, OnBox, OnPoint
from viewer.model.annotation_places import middle_of_day
from viewer.model.annotation_set import Annotation
from viewer.model.series import Series
from viewer.model.time import Span
from viewer.model.units import conversion, plain_unit

Floats = NDArray[np.float64]
Numbers = NDArray[np.intp]
Sort = Literal["value", "point", "box"]


class Noted(NamedTuple):
    """An annotation in a plot; values count the unit of the series."""

    one: Annotation
    content: Content
    sort: Sort
    series: str
    start: float
    end: float
    low: float
    """Not a number where its unit is not the series' and nobody knows the way to it."""
    high: float


@dataclass(frozen=True, eq=False)
class NotedSeries:
    """What is in the plot of one series, in order of days."""

    things: tuple[Noted, ...]
    numbers: Floats
    """Of each first and last day, lowest and highest value."""

    @classmethod
    def of(cls, things: list[Noted]) -> "NotedSeries":
        """Put things in order."""
        ordered = sorted(things, key=lambda thing: thing.start)
        rows = [(t.start, t.end, t.low, t.high) for t in ordered]
        return cls(tuple(ordered), np.array(rows, dtype=float).reshape(-1, 4))

    def inside(self, window: Span) -> Numbers:
        """Give the numbers of what a window shows any of."""
        stop = int(np.searchsorted(self.numbers[:, 0], window.end, side="right"))
        return np.flatnonzero(self.numbers[:stop, 1] >= window.start)


def noted_of(one: Annotation, series: Mapping[str, Series]) -> Noted | None:
    """Give an annotation as a plot shows it; None for what is in the plot of none of the series."""
    content = one.content
    if content is None or content.kind in ANSWERS:
        return None
    added, target = content.value, content.target
    if added is not None and added.series in series:
        value = in_unit_of(added, series[added.series])
        days = middle_of_day(Span(added.day, added.day))
        return Noted(one, content, "value", added.series, *days, value, value)
    if isinstance(target, OnPoint) and target.series in series:
        day, value = target.day, target.value
        return Noted(one, content, "point", target.series, day, day, value, value)
    if isinstance(target, OnBox) and target.series in series:
        sides = target.start, target.end, target.low, target.high
        return Noted(one, content, "box", target.series, *sides)
    return None


def in_unit_of(added: AddedValue, series: Series) -> float:
    """Give an added value in the unit of its series; not a number where no way leads there."""
    if plain_unit(added.unit) == plain_unit(series.unit):
        return added.value
    way = conversion(series.analyte, added.unit)
    if way is None or plain_unit(way.unit) != plain_unit(series.unit):
        return float("nan")
    return way.apply(added.value)
