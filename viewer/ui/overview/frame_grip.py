"""Where a hand takes hold of the frame in the overview, and the window that it then wants."""

from dataclasses import dataclass
from typing import Literal

from viewer.model.time import Span

Grip = Literal["start", "end", "whole", "outside"]


@dataclass(frozen=True)
class Hold:
    """A hold on the frame: what was taken, the day under the hand, and the window at that time."""

    grip: Grip
    day: float
    window: Span

    def window_at(self, day: float, least_days: float) -> Span:
        """Give the window wanted when the hand has moved to a day; its edges never cross."""
        moved = day - self.day
        start, end = self.window
        if self.grip == "start":
            return Span(min(start + moved, end - least_days), end)
        if self.grip == "end":
            return Span(start, max(end + moved, start + least_days))
        return Span(start + moved, end + moved)


def taken(x_px: float, left_px: float, right_px: float, reach_px: float) -> Grip:
    """Tell what a hand at a column takes hold of; an edge within reach comes first.

    Of a frame too narrow for two edges and a middle, the outer halves of the reach are the edges.
    """
    inner = min(reach_px, (right_px - left_px) / 4)
    if left_px - reach_px <= x_px <= left_px + inner:
        return "start"
    if right_px - inner <= x_px <= right_px + reach_px:
        return "end"
    return "whole" if left_px < x_px < right_px else "outside"
