"""How a figure is wanted."""

from dataclasses import dataclass
from typing import Literal

from viewer.model.time import Span

Style = Literal["window", "course"]
STYLES: tuple[Style, ...] = ("window", "course")

WIDTHS_MM = (85.0, 114.0, 174.0)
"""One, one and a half, and two columns of a journal."""
RESOLUTIONS = (300, 600, 1000)
"""For photographs, for combinations, and for line art (dots per inch)."""
LEAST_MM, MOST_MM = 60.0, 600.0
MM_PER_INCH = 25.4
PT_PER_INCH = 72.0


@dataclass(frozen=True)
class FigureChoices:
    """What a figure shows, and how large it is."""

    style: Style = "window"
    width_mm: float = 174.0
    hidden: frozenset[str] = frozenset()
    """Ids of the lanes and series that are left out."""
    days: Span | None = None
    """The days in view; all that may be shown where there are none."""
    keeps_window: bool = False
    """Whether the session's own days stay in view instead."""
    has_legend: bool = True
    has_evidence: bool = True
    """Whether marks tell how each fact is known."""


def dots(length_mm: float, dots_per_pt: float) -> int:
    """Give a length on paper in the dots of a picture."""
    return max(1, round(length_mm / MM_PER_INCH * PT_PER_INCH * dots_per_pt))
