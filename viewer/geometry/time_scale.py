"""Days to pixels and back."""

import math
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from viewer.model.folded_time import Folds
from viewer.model.time import Span

Floats = NDArray[np.float64]

FOLDS_SHARE = 0.4
"""Folds take no more of the width than this share."""


class Stretch(NamedTuple):
    """Days that are drawn, or a fold between such, and the columns they take."""

    days: Span
    left_px: float
    right_px: float
    is_fold: bool = False


@dataclass(frozen=True, slots=True)
class TimeScale:
    """One window on one stretch of pixels; every view of a chart is handed the same one.

    Each fold inside the window takes `fold_px`, however many days it hides.
    """

    window: Span
    left_px: float
    width_px: float
    folds: Folds = ()
    fold_px: float = 0.0
    stretches: tuple[Stretch, ...] = field(init=False, repr=False, compare=False)
    """What the window shows from left to right, drawn days and folds by turns."""
    px_per_day: float = field(init=False, repr=False, compare=False)
    """How many pixels one day takes where it is not folded."""

    def __post_init__(self) -> None:
        """Lay the drawn days and the folds side by side."""
        seen = tuple(f for f in self.folds if f.overlaps(self.window))
        cut = [Span(max(f.start, self.window.start), min(f.end, self.window.end)) for f in seen]
        drawn = self.window.days - sum(f.days for f in cut)
        if drawn <= 0:  # inside a fold there is nothing else to see
            cut, drawn = [], self.window.days
        fold_px = min(self.fold_px, self.width_px * FOLDS_SHARE / max(len(cut), 1))
        per_day = (self.width_px - fold_px * len(cut)) / drawn
        found, day, x = list[Stretch](), self.window.start, self.left_px
        for fold in (*cut, Span(self.window.end, self.window.end)):
            if fold.start > day:
                found.append(Stretch(Span(day, fold.start), x, x + (fold.start - day) * per_day))
                x = found[-1].right_px
            if fold.days > 0:
                found.append(Stretch(fold, x, x + fold_px, is_fold=True))
                x += fold_px
            day = fold.end
        object.__setattr__(self, "stretches", tuple(found))
        object.__setattr__(self, "px_per_day", per_day)

    @property
    def right_px(self) -> float:
        """Where the window ends."""
        return self.left_px + self.width_px

    @property
    def gaps(self) -> tuple[Stretch, ...]:
        """The folds inside the window and the columns they take."""
        return tuple(stretch for stretch in self.stretches if stretch.is_fold)

    def gap_at(self, x_px: float) -> Stretch | None:
        """Give the fold that takes a column; None between folds."""
        return next((g for g in self.gaps if g.left_px <= x_px < g.right_px), None)

    @property
    def is_folded(self) -> bool:
        """Tell whether a fold lies inside the window."""
        return len(self.stretches) > 1

    def x(self, day: float) -> float:
        """Give the pixel column of a moment; infinite moments stay infinite."""
        if self.is_folded and math.isfinite(day):
            for stretch in self.stretches:
                if self.window.start <= day <= stretch.days.end:
                    share = (day - stretch.days.start) / stretch.days.days
                    return stretch.left_px + share * (stretch.right_px - stretch.left_px)
            if day > self.window.end:
                return self.right_px + (day - self.window.end) * self.px_per_day
        return self.left_px + (day - self.window.start) * self.px_per_day

    def xs(self, days: Floats) -> Floats:
        """Give the pixel columns of many moments, an array of the same shape."""
        if not self.is_folded:
            return self.left_px + (days - self.window.start) * self.px_per_day
        knots = [self.stretches[0].days.start, *(s.days.end for s in self.stretches)]
        columns = [self.stretches[0].left_px, *(s.right_px for s in self.stretches)]
        inside = np.clip(days, knots[0], knots[-1])
        return np.interp(inside, knots, columns) + (days - inside) * self.px_per_day

    @property
    def axis(self) -> tuple[float, float]:
        """The two ends of a plain axis in days as wide as the window, for `places`."""
        return self.window.start, self.window.start + self.width_px / self.px_per_day

    def places(self, days: Floats) -> Floats:
        """Give where moments lie on that axis: themselves, unless the window has folds."""
        if not self.is_folded:
            return days
        return self.window.start + (self.xs(days) - self.left_px) / self.px_per_day

    def day(self, x_px: float) -> float:
        """Give the moment at a pixel column (days)."""
        if self.is_folded and x_px >= self.left_px:
            for stretch in self.stretches:
                if x_px <= stretch.right_px and stretch.left_px < stretch.right_px:
                    share = (x_px - stretch.left_px) / (stretch.right_px - stretch.left_px)
                    return stretch.days.start + share * stretch.days.days
            return self.window.end + (x_px - self.right_px) / self.px_per_day
        return self.window.start + (x_px - self.left_px) / self.px_per_day


@dataclass(frozen=True, slots=True)
class Frame:
    """The columns that all views of a chart share, in pixels from the left edge.

    `before_px` is the strip for what is known only to lie before the day count; `margin_px` at
    the right is kept free for a scroll bar; `fold_px` is the width of a fold.
    """

    gutter_px: int
    before_px: int
    axis_px: int
    margin_px: int
    fold_px: int = 0

    @property
    def left_px(self) -> int:
        """Where the time axis begins."""
        return self.gutter_px + self.before_px

    @property
    def width_px(self) -> int:
        """The whole width."""
        return self.left_px + self.axis_px + self.margin_px

    def scale(self, window: Span, folds: Folds = ()) -> TimeScale:
        """Give the scale of this frame for a window."""
        return _scale(self, window, folds)


@lru_cache(maxsize=16)
def _scale(frame: Frame, window: Span, folds: Folds) -> TimeScale:
    """Every view asks many times in one paint, and the answer changes with the window only."""
    return TimeScale(window, frame.left_px, frame.axis_px, folds, frame.fold_px)
