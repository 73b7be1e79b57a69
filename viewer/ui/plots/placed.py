"""Everything that is laid out, frozen: what is painted is read from here, and so are the tests."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF

from viewer.geometry.bars import BarShape, PointShape
from viewer.geometry.doses import Step
from viewer.geometry.sample_strokes import Strokes
from viewer.geometry.value_scale import ValueAxis
from viewer.model.event import Event
from viewer.model.series import Measurement, Statement
from viewer.ui.look import FontRole
from viewer.ui.plots.series_panels import SeriesPanel

LabelKind = Literal[
    "value", "undated", "reference", "level", "statement", "note", "hint", "summary"
]
Floats = NDArray[np.float64]

EDGE_MARK = 0.6
"""A mark at an edge stands so far inside, as a share of its size."""


@dataclass(frozen=True)
class PlacedText:
    """Words in one font and colour; `colour` is the name of a role of the theme."""

    words: str
    rect: QRectF
    role: FontRole
    colour: str


@dataclass(frozen=True)
class PlacedLabel:
    """Texts on one line that belong together; `whole` says all of it where it is shortened."""

    kind: LabelKind
    rect: QRectF
    texts: tuple[PlacedText, ...]
    about: str
    """Id of the series or statement it speaks of."""
    whole: str = ""
    point: Measurement | None = None
    """The value it stands beside."""
    sign: str | None = None
    """A direction sign before the first text, in a square as high as the label."""

    @property
    def words(self) -> str:
        """What is written, in one string."""
        return " ".join(text.words for text in self.texts)


@dataclass(frozen=True)
class PlacedBand:
    """The ground of a statement; it may reach past the axis, at whose edge it is cut."""

    statement: Statement
    rect: QRectF
    fade_left_px: float
    fade_right_px: float
    is_hard_left: bool
    is_hard_right: bool


@dataclass(frozen=True)
class PlacedPoint:
    """One reported value at its pixel."""

    point: Measurement
    x_px: float
    y_px: float
    shape: str
    is_dated: bool
    edge: Literal["top", "bottom"] | None = None
    """The edge it stands at where the axis cannot show it."""
    span: PointShape | None = None
    """How far off its day may be; None for an exact one."""
    day_px: tuple[float, float] | None = None
    """Where its whole day begins and ends, where it is known to the day and that is wide."""

    @property
    def has_mark(self) -> bool:
        """Whether a mark stands at it; a value between two days has none without a best day."""
        return self.span is None or self.span.has_mark

    def rect(self, size_px: float) -> QRectF:
        """Give the square that the mark takes; at an edge it stands inside, under its bar."""
        top = self.y_px - size_px / 2
        if self.edge is not None:
            top += EDGE_MARK * size_px * (1 if self.edge == "top" else -1)
        return QRectF(self.x_px - size_px / 2, top, size_px, size_px)


@dataclass(frozen=True, eq=False)
class PlacedSamples:
    """The samples of a series in a window, as arrays."""

    strokes: Strokes
    lines: Floats
    """Rows of x, y, x, y."""
    edges: tuple[Floats, Floats]
    """The columns at whose upper, and at whose lower edge values lie that the axis cannot show."""
    mark_ys: Floats
    shapes: NDArray[np.str_]
    """The signs of the samples that get a mark."""


@dataclass(frozen=True)
class RailThing:
    """One event on a rail, or a mark that counts several."""

    ids: tuple[str, ...]
    """What it stands for; none where so many intervals are seen that they are one line."""
    event: Event | None
    kind: str
    rect: QRectF
    """What is hit: a mark, or the bar of an interval."""
    bar: BarShape | None = None
    point: PointShape | None = None
    steps: tuple[Step, ...] = ()
    letters: str = ""
    has_mark: bool = False


@dataclass(frozen=True)
class PlacedRail:
    """The line of events at the foot of a panel."""

    rect: QRectF
    """The part on the time axis."""
    gutter: QRectF
    name: PlacedText
    things: tuple[RailThing, ...]
    """Intervals, and then what is drawn over them."""

    def at(self, place: QPointF, slack_px: float) -> RailThing | None:
        """Give what stands at a place: the last drawn, which is the one that is seen."""
        slack = (-slack_px, -slack_px, slack_px, slack_px)
        near = (t for t in reversed(self.things) if t.rect.adjusted(*slack).contains(place))
        return next((thing for thing in near if thing.ids), None)


@dataclass(frozen=True)
class PlacedPanel:
    """One series on the screen."""

    panel: SeriesPanel
    gutter: QRectF
    before: QRectF
    """The strip for values without a day; empty where the case has none."""
    rect: QRectF
    """The part on the time axis."""
    axis: ValueAxis
    clip: QRectF
    """What can be seen of it; strips scroll under the fixed panel."""
    points: tuple[PlacedPoint, ...] = ()
    bands: tuple[PlacedBand, ...] = ()
    labels: tuple[PlacedLabel, ...] = ()
    laid_over: tuple[PlacedLabel, ...] = ()
    """In an overlay, at its first series: the words of the others."""
    samples: PlacedSamples | None = None
    rail: PlacedRail | None = None
    """What stands below its values; in an overlay that of the first series."""

    @property
    def whole(self) -> QRectF:
        """The part on the time axis, the rail included."""
        return self.rect if self.rail is None else self.rect.united(self.rail.rect)

    @property
    def whole_gutter(self) -> QRectF:
        """The gutter, that of the rail included."""
        return self.gutter if self.rail is None else self.gutter.united(self.rail.gutter)

    @property
    def row(self) -> QRectF:
        """The whole panel, gutter included."""
        return self.whole_gutter.united(self.whole)

    @property
    def is_seen(self) -> bool:
        """Whether any of it is on the screen; strips scroll."""
        return self.row.intersects(self.clip)

    @property
    def has_values(self) -> bool:
        """Whether the window holds any value or sample; of a panel out of sight it is not known."""
        if self.samples is None and self.panel.samples is not None:
            return True
        is_sampled = self.samples is not None and self.samples.strokes.count > 0
        return is_sampled or any(point.is_dated for point in self.points)


@dataclass(frozen=True)
class Placed:
    """All panels, from top to bottom."""

    panels: tuple[PlacedPanel, ...] = ()
    death_px: float | None = None
    """The column of the death line; None where there is none."""
    scroll_max_px: int = 0
    """How far the strips can be scrolled under the fixed panel."""
    rules: tuple[float, ...] = ()
    """Rows of the lines between groups."""

    @property
    def labels(self) -> Iterator[PlacedLabel]:
        """Give every label of every panel."""
        for panel in self.panels:
            yield from panel.labels

    def panel_of(self, series_id: str) -> PlacedPanel:
        """Give the panel of a series. Raises KeyError where it is not shown."""
        for panel in self.panels:
            if panel.panel.series.id == series_id:
                return panel
        raise KeyError(series_id)
