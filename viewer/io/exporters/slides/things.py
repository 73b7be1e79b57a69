"""What stands on a slide, as plain values in points from its left upper corner.

It is laid out here and written elsewhere, so that a layout can be tried and looked at without a
file. Colours are six hexadecimal digits.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Align = Literal["left", "center", "right"]
Dash = Literal["solid", "dash", "dot", "dash_dot"]
Side = Literal["right", "left", "above", "below"]
Form = Literal[
    "rectangle",
    "circle",
    "capsule",
    "drop",
    "triangle",
    "diamond",
    "hexagon",
    "arrow_head",
    "no_sign",
    "cross",
]


class Box(NamedTuple):
    """A rectangle (points)."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top + self.height

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return self.top + self.height / 2

    def overlaps(self, other: "Box") -> bool:
        """Tell whether two rectangles share a place."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def grown(self, across: float, down: float) -> "Box":
        """Give it larger by so much on either side."""
        return Box(
            self.left - across, self.top - down, self.width + 2 * across, self.height + 2 * down
        )


@dataclass(frozen=True)
class Run:
    """Words in one font; no line end stands in them."""

    text: str
    size_pt: float
    colour: str
    is_bold: bool = False
    is_italic: bool = False


@dataclass(frozen=True)
class Words:
    """A text in a box of its own; `is_wrapped` where it may take several lines."""

    box: Box
    runs: tuple[Run, ...]
    align: Align = "left"
    is_wrapped: bool = False

    @property
    def text(self) -> str:
        """What is written, in one string."""
        return " ".join(run.text for run in self.runs)


@dataclass(frozen=True)
class Plate:
    """A native shape: filled, or filled from one colour to another from left to right."""

    box: Box
    fill: str | None = None
    fill_to: str | None = None
    line: str | None = None
    line_pt: float = 0.75
    dash: Dash = "solid"
    form: Form = "rectangle"
    turned: float = 0.0
    """How far it is turned clockwise (degrees)."""


@dataclass(frozen=True)
class Stroke:
    """A straight line."""

    left: float
    top: float
    right: float
    bottom: float
    colour: str
    width_pt: float = 0.75
    dash: Dash = "solid"


@dataclass(frozen=True)
class Corners:
    """A filled shape with straight sides; an open one is a line along its corners."""

    points: tuple[tuple[float, float], ...]
    fill: str | None = None
    line: str | None = None
    line_pt: float = 1.0
    is_closed: bool = True


@dataclass(frozen=True)
class PointLabel:
    """The words at one point of a chart, and on which side of it they stand."""

    runs: tuple[Run, ...]
    side: Side
    box: Box
    """Where they are meant to stand."""


@dataclass(frozen=True)
class ChartValues:
    """One XY series of a chart: real numbers only, `days` and `values` of one length."""

    name: str
    days: tuple[float, ...]
    values: tuple[float, ...]
    is_joined: bool = False
    mark_pt: float | None = None
    """The size of the points; None where only the line is drawn."""
    hollow: frozenset[int] = frozenset()
    """The numbers of the points that are not filled."""
    labels: Mapping[int, PointLabel] = field(default_factory=dict)


@dataclass(frozen=True)
class Chart:
    """A native XY chart whose plot fills its whole box; its axes are drawn by others."""

    box: Box
    values: tuple[ChartValues, ...]
    days: tuple[float, float]
    """Both ends of the time axis (days)."""
    range: tuple[float, float]
    """Both ends of the axis of values, in the unit of the series."""
    is_log: bool
    name: str
    told: str
    """What the chart shows, for those who do not see it."""
    ink: str


@dataclass(frozen=True)
class Cell:
    """The words of one cell of a table."""

    text: str
    is_bold: bool = False


@dataclass(frozen=True)
class Table:
    """A native table; each row has as many cells as there are columns."""

    box: Box
    columns: tuple[float, ...]
    """Their widths (points)."""
    rows: tuple[tuple[tuple[Cell, ...], float], ...]
    """The cells of each row, and its height (points)."""
    size_pt: float
    ink: str
    rule: str
    name: str
    has_head: bool = False


@dataclass(frozen=True)
class Photo:
    """A picture, and what it shows in words."""

    box: Box
    png: bytes
    told: str


@dataclass(frozen=True)
class Group:
    """What belongs together, with a name and a sentence for those who do not see it."""

    name: str
    told: str
    things: tuple["Plate | Stroke | Corners | Words", ...]


Thing = Words | Plate | Stroke | Corners | Chart | Table | Photo | Group


@dataclass(frozen=True)
class Page:
    """One slide: its placeholders, and what stands on it from the back to the front."""

    title: Words
    facts: Words
    footer: Words
    things: tuple[Thing, ...]
    notes: str
