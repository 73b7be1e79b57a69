"""From a place in a panel back to a value, in the unit of the series."""

import math
from typing import NamedTuple

from PySide6.QtCore import QPointF

from viewer.ui.plots.placed import Placed, PlacedPanel


class ValueField(NamedTuple):
    """The panel of a series, where each row of pixels is a value."""

    panel: PlacedPanel

    @property
    def series(self) -> str:
        """The id of the series."""
        return self.panel.panel.series.id

    def y(self, value: float) -> float:
        """Give the row of a value; of one beyond the axis that of its end."""
        return self.panel.axis.y(value)

    def value(self, y_px: float) -> float:
        """Give the value at a row, no finer than a row can tell, in the unit of the series.

        The axis counts that unit, whatever other one is shown.
        """
        near, next_ = self._exactly(y_px), self._exactly(y_px + 1)
        step = abs(near - next_)
        if step <= 0 or not math.isfinite(near):
            return near
        decimals = -math.floor(math.log10(step))
        return round(near, decimals) + 0.0

    def _exactly(self, y_px: float) -> float:
        axis, scale = self.panel.axis, self.panel.axis.scale
        bottom = axis.top_px + axis.height_px
        position = axis.positions[0] + (bottom - y_px) * axis.positions_per_px
        value = 10.0**position if scale.is_log else position * scale.per
        return min(max(value, scale.low), scale.high)


def field_at(placed: Placed, place: QPointF) -> ValueField | None:
    """Give the panel of values at a place; of an overlay that of its first series."""
    for panel in placed.panels:
        if panel.rect.contains(place) and panel.clip.contains(place):
            return ValueField(panel)
    return None
