"""The values of one series in the order of time, as arrays that are made once a case."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from viewer.geometry.thinning import Flags, Floats, Indices, thinned, unbroken
from viewer.geometry.time_scale import TimeScale
from viewer.model.series import Measurement, Series
from viewer.model.time import Span


class Pairs(NamedTuple):
    """Numbers of the values between which a line is drawn, two arrays of one length."""

    starts: Indices
    ends: Indices
    is_thinned: bool


class Columns:
    """Dated values sorted by their moment, and the days of all values of the series."""

    def __init__(
        self, series: Series, dated: Sequence[Measurement], statements: Sequence[Span]
    ) -> None:
        anchors = np.array([point.when.anchor for point in dated], dtype=np.float64)
        order = np.argsort(anchors, kind="stable")
        self.points: list[Measurement] = [dated[i] for i in order.tolist()]
        self.days: Floats = anchors[order]
        self.values: Floats = np.array(
            # A word such as "Low" stands below every number.
            [-np.inf if p.value is None else p.value for p in self.points],
            dtype=np.float64,
        )
        ends = [point.when.span.end for point in dated]
        if series.sampled is not None:
            ends.append(series.sample(len(series.sampled) - 1).when.span.end)
        self.last_end = max(ends, default=None)
        """The end of the last value's day; None without values."""
        self.shapes: dict[int, str] = {}
        """The signs of values that were drawn before, by their number."""
        self._series = series
        self._rank = order
        self._is_exact = np.array([p.when.is_exact for p in self.points], dtype=bool)
        self._loose = np.flatnonzero(~self._is_exact)
        spans = [self.points[number].when.span for number in self._loose.tolist()]
        self._bounds = np.array([(span.start, span.end) for span in spans]).reshape(-1, 2)
        self._is_linked = self._links(series.gap_days, statements)

    def _links(self, gap_days: float | None, statements: Sequence[Span]) -> Flags:
        """Tell for each value whether a line may lead to the next.

        Never across more than the stated gap, across a statement, or to a value that is not a
        number of an exact moment.
        """
        count = max(len(self.points) - 1, 0)
        if gap_days is None:
            return np.zeros(count, dtype=bool)
        is_number = np.array([p.value is not None and not p.comparator for p in self.points], bool)
        may = is_number & self._is_exact
        is_linked: Flags = may[:-1] & may[1:] & (np.diff(self.days) <= gap_days)
        for span in statements:
            is_linked &= ~((span.start < self.days[1:]) & (self.days[:-1] < span.end))
        return is_linked

    def shown(self, scale: TimeScale, mark_px: float) -> list[int]:
        """Give the numbers of the values to draw, in the order of the case.

        Those whose day is not exact are all among them, since what may be seen of them is wider
        than a mark.
        """
        kept = self._kept(*self._stretch(scale, mark_px / scale.px_per_day), scale)
        if len(self._loose):
            kept = np.concatenate((kept, self._loose))
        numbers: list[int] = kept[np.argsort(self._rank[kept])].tolist()
        return numbers

    def perhaps_in(self, window: Span) -> Floats:
        """Give the values that are known between two days only and may be of the window.

        Each is drawn over all its days, wherever its best day lies.
        """
        starts, ends = self._bounds.T
        is_bounded = np.isfinite(starts) & np.isfinite(ends)
        is_seen = is_bounded & (starts < window.end) & (window.start < ends)
        values: Floats = self.values[self._loose[is_seen]]
        return values

    def joined(self, scale: TimeScale) -> Pairs:
        """Give the pairs of values between which a line is drawn in the window."""
        first, last = self._stretch(scale, 0.0)
        first, last = max(first - 1, 0), min(last + 1, len(self.days))
        kept = self._kept(first, last, scale, with_ends=True)
        may = unbroken(kept, self._is_linked)
        return Pairs(kept[:-1][may], kept[1:][may], len(kept) < last - first)

    def _stretch(self, scale: TimeScale, margin_days: float) -> tuple[int, int]:
        window = scale.window
        first = np.searchsorted(self.days, window.start - margin_days, "left")
        return int(first), int(np.searchsorted(self.days, window.end + margin_days, "right"))

    def _kept(self, first: int, last: int, scale: TimeScale, *, with_ends: bool = False) -> Indices:
        """Give the numbers of the values on exact days in a stretch, thinned where need be."""
        exact = first + np.flatnonzero(self._is_exact[first:last])
        days, values = self.days[exact], self.values[exact]
        size = scale.px_per_day, scale.width_px
        return exact[thinned(days, values, *size, with_ends=with_ends)]

    def nearest_to(self, window: Span) -> Measurement | None:
        """Give the dated value that lies least far outside a window; None without values."""
        outside = np.maximum(window.start - self.days, self.days - window.end)
        found = (
            [(float(outside.min()), self.points[int(np.argmin(outside))])] if self.points else []
        )
        sampled = self._series.sampled
        if sampled is not None:
            # The last before the window, and the one that follows it.
            before = sampled.nearest(window.start)
            for number in (before, min(before + 1, len(sampled) - 1)):
                sample = self._series.sample(number)
                day = sample.when.anchor
                found.append((max(window.start - day, day - window.end), sample))
        return min(found, key=lambda pair: pair[0])[1] if found else None
