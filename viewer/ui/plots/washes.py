"""Which marks and words the selection and the pointer lie on."""

import math

from PySide6.QtCore import QCoreApplication, QRectF

from viewer.geometry.time_scale import Frame
from viewer.model.view_state import ViewState
from viewer.ui.plots.ground_layer import Shown
from viewer.ui.plots.placed import Placed, PlacedPanel, PlacedPoint
from viewer.ui.plots.pointing import Hit
from viewer.ui.plots.typeset import Typeset

translate = QCoreApplication.translate


def shown_in(
    state: ViewState,
    placed: Placed,
    frame: Frame,
    type_: Typeset,
    room: QRectF,
    hover: Hit | None,
) -> Shown:
    """Give a layout with what is chosen in a state and what the pointer is on."""
    horizon = state.horizon
    scale = frame.scale(state.window, state.folds)
    return Shown(
        placed,
        frame,
        scale,
        type_,
        room,
        selected=selection_washes(placed, state.selection, state.cursor, type_),
        selection=state.selection,
        hovered=hover_washes(hover, type_),
        horizon_px=None if horizon is None else scale.x(horizon + 1),
        empty="" if placed.panels else _no_values(state),
    )


def _no_values(state: ViewState) -> str:
    """Say that there are no values; of the whole case only where nothing is hidden."""
    if state.horizon is not None or state.hidden:
        return translate("Plots", "No values to show.")
    return translate("Plots", "No values in this case.")


def selection_washes(
    placed: Placed, selection: str | None, cursor: float, type_: Typeset
) -> tuple[QRectF, ...]:
    """Give the ground of the selected series' value on the cursor's day, mark and words in one."""
    found = []
    for panel in placed.panels:
        if panel.panel.series.id != selection:
            continue
        for point in panel.points:
            is_here = math.floor(point.point.when.anchor) == math.floor(cursor)
            if point.is_dated and is_here:
                found.append(_with_label(panel, point, type_))
    return tuple(found)


def hover_washes(hover: Hit | None, type_: Typeset) -> tuple[QRectF, ...]:
    """Give the ground of the value under the pointer."""
    if hover is None or hover.point is None:
        return ()
    pad = 0.15 * type_.h_px
    return (_with_label(hover.panel, hover.point, type_).adjusted(-pad, -pad, pad, pad),)


def _with_label(panel: PlacedPanel, point: PlacedPoint, type_: Typeset) -> QRectF:
    rect = point.rect(type_.mark_px)
    for label in panel.labels:
        if label.point is point.point:
            rect = rect.united(label.rect)
    return rect
