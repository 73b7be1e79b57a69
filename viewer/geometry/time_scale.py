"""Days to pixels and back, and where the ticks stand."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from viewer.model.time import Span

HOURS = (1, 2, 3, 6, 12)
TICK_ROOM_EM = 4.5
"""How far apart ticks stand at least, in every view of a chart."""
DAYS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000)


class Tick(NamedTuple):
    """A place on the axis: the moment, its whole day, and the hour (None for a whole day)."""

    moment: float
    day: int
    hour: int | None


def zero_moment(ticks: Iterable[Tick]) -> float:
    """Give the moment the rule of day 0 stands at: where its tick stands among such ticks.

    The middle of the day among whole days, its beginning among hours.
    """
    return 0.5 if all(tick.hour is None for tick in ticks) else 0.0


@dataclass(frozen=True, slots=True)
class TimeScale:
    """One window on one stretch of pixels; every view of a chart is handed the same one."""

    window: Span
    left_px: float
    width_px: float

    @property
    def px_per_day(self) -> float:
        """How many pixels one day takes."""
        return self.width_px / self.window.days

    @property
    def right_px(self) -> float:
        """Where the window ends."""
        return self.left_px + self.width_px

    def x(self, day: float) -> float:
        """Give the pixel column of a moment; infinite moments stay infinite."""
        return self.left_px + (day - self.window.start) * self.px_per_day

    def day(self, x_px: float) -> float:
        """Give the moment at a pixel column (days)."""
        return self.window.start + (x_px - self.left_px) / self.px_per_day

    def ticks(self, room_px: float) -> tuple[Tick, ...]:
        """Give round days at least `room_px` apart, else round hours.

        A whole day is [d, d + 1): its tick stands in the middle of it, where a mark of that day
        stands too. Hours stand at their moment.
        """
        for hours in HOURS:
            if hours / 24 * self.px_per_day >= room_px:
                return self._hour_ticks(hours)
        step = next((d for d in DAYS if d * self.px_per_day >= room_px), DAYS[-1])
        first = math.ceil((self.window.start - 0.5) / step) * step
        last = math.floor(self.window.end - 0.5)
        return tuple(Tick(d + 0.5, d, None) for d in range(first, last + 1, step))

    def _hour_ticks(self, hours: int) -> tuple[Tick, ...]:
        per_day = 24 // hours
        first = math.ceil(self.window.start * per_day)
        last = math.floor(self.window.end * per_day)
        return tuple(
            Tick(n / per_day, n // per_day, n % per_day * hours) for n in range(first, last + 1)
        )


@dataclass(frozen=True, slots=True)
class Frame:
    """The columns that all views of a chart share, in pixels from the left edge.

    `before_px` is the strip for what is known only to lie before the day count; `margin_px` at
    the right is kept free for a scroll bar.
    """

    gutter_px: int
    before_px: int
    axis_px: int
    margin_px: int

    @property
    def left_px(self) -> int:
        """Where the time axis begins."""
        return self.gutter_px + self.before_px

    @property
    def width_px(self) -> int:
        """The whole width."""
        return self.left_px + self.axis_px + self.margin_px

    def scale(self, window: Span) -> TimeScale:
        """Give the scale of this frame for a window."""
        return TimeScale(window, self.left_px, self.axis_px)
