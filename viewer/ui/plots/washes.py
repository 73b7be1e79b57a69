"""Which marks and words the selection and the pointer lie on."""

import math
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QRectF

from viewer.geometry.time_scale import Frame
from viewer.model.kept import Kept
from viewer.model.view_state import ViewState
from viewer.ui.plots.ground_layer import Shown
from viewer.ui.plots.placed import Placed, PlacedPanel, PlacedPoint
from viewer.ui.plots.pointing import Hit
from viewer.ui.plots.typeset import Typeset
from viewer.ui.widgets.found_words import Forms

translate = QCoreApplication.translate


class Faint(NamedTuple):
    """What of a layout a filter leaves out."""

    values: frozenset[int] = frozenset()
    """By the identity of the measurement."""
    statements: frozenset[str] = frozenset()
    """By id."""

    def leaves_out(self, found: Hit) -> bool:
        """Tell whether a value or a statement is left out."""
        if found.point is not None:
            return id(found.point.point) in self.values
        return found.band is not None and found.band.statement.id in self.statements


NOT_FAINT = Faint()


def faint_in(placed: Placed, kept: Kept, selection: str | None) -> Faint:
    """Give what of a layout a filter leaves out; what is selected is drawn whole."""
    if not kept.chosen.is_on:
        return NOT_FAINT
    values = frozenset(
        id(point.point)
        for panel in placed.panels
        for point in panel.points
        if not kept.has_value(panel.panel.series, point.point)
    )
    bands = (band.statement for panel in placed.panels for band in panel.bands)
    left_out = (one.id for one in bands if one.id != selection and not kept.has(one))
    return Faint(values, frozenset(left_out))


def shown_in(
    state: ViewState,
    placed: Placed,
    frame: Frame,
    type_: Typeset,
    room: QRectF,
    hover: Hit | None,
    forms: Forms = (),
    faint: Faint = NOT_FAINT,
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
        forms=forms,
        faint=faint.values,
        faint_statements=faint.statements,
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
