"""The extremes of samples in pixel columns, kept while the window is panned."""

import math
from typing import NamedTuple

import numpy as np

from viewer.geometry.pyramid import extremes
from viewer.geometry.thinning import Indices
from viewer.model.samples import Floats, SampleValues, Values

SAME_COLUMN_PX = 0.01
"""Panning changes the length of a window by its last digits; so little is no other zoom."""


class Cut(NamedTuple):
    """The samples of neighbouring columns."""

    numbers: Indices
    """The first sample of each column, and the one after the last column."""
    lows: Values
    highs: Values
    """Infinity and minus infinity in an empty column."""


class SampleColumns:
    """Cuts samples into columns of one pixel, counted from day zero."""

    def __init__(self, samples: SampleValues) -> None:
        self.samples = samples
        self._px_per_day = 0.0
        self._first = 0
        self._cut = _empty(samples)

    def cut(self, px_per_day: float, start: float, end: float) -> tuple[int, Cut]:
        """Give the number of the column in which a window starts, and the columns to its end.

        Columns at both ends hold all their samples, though the window may end inside them.
        """
        reach = max(abs(start), abs(end))
        if abs(px_per_day - self._px_per_day) * reach > SAME_COLUMN_PX:
            self._px_per_day, self._cut = px_per_day, _empty(self.samples)
        first = math.floor(start * self._px_per_day)
        last = max(math.ceil(end * self._px_per_day), first + 1)
        known_last = self._first + len(self._cut.lows)
        if last <= self._first or known_last <= first or not len(self._cut.lows):
            self._cut = self._made(first, last)
        else:
            before, after = self._first - first, last - known_last
            parts = [self._made(first, self._first)] if before > 0 else []
            parts.append(_part(self._cut, max(-before, 0), min(after, 0) or None))
            parts += [self._made(known_last, last)] if after > 0 else []
            self._cut = _joined(parts)
        self._first = first
        return first, self._cut

    def cut_within(self, px_per_day: float, start: float, end: float) -> tuple[int, Cut]:
        """Give the same columns, both ends only with what lies between `start` and `end`.

        Nothing of it is kept.
        """
        first = math.floor(start * px_per_day)
        last = max(math.ceil(end * px_per_day), first + 1)
        return first, self._between(np.clip(np.arange(first, last + 1) / px_per_day, start, end))

    def _made(self, first: int, last: int) -> Cut:
        return self._between(np.arange(first, last + 1) / self._px_per_day)

    def _between(self, edges: Floats) -> Cut:
        numbers = np.searchsorted(self.samples.days, edges, "left")
        return Cut(numbers, *extremes(self.samples, numbers))


def _empty(samples: SampleValues) -> Cut:
    none = samples.values[:0]
    return Cut(np.zeros(1, dtype=np.intp), none, none)


def _part(cut: Cut, first: int, less: int | None) -> Cut:
    """Give the columns from `first` on, at the end `less` fewer (a negative number)."""
    return Cut(cut.numbers[first:less], cut.lows[first:less], cut.highs[first:less])


def _joined(parts: list[Cut]) -> Cut:
    numbers = [*(part.numbers[:-1] for part in parts[:-1]), parts[-1].numbers]
    return Cut(
        np.concatenate(numbers),
        np.concatenate([part.lows for part in parts]),
        np.concatenate([part.highs for part in parts]),
    )
