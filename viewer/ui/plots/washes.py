"""Which marks and words the selection and the pointer lie on."""

import math
from collections.abc import Iterator
from itertools import chain

from PySide6.QtCore import QCoreApplication, QRectF

from viewer.geometry.time_scale import Frame
from viewer.model.kept import Kept
from viewer.model.view_state import ViewState
from viewer.session.session import Session
from viewer.ui.marks.states import SELECTION_MARGIN_PX
from viewer.ui.plots.ground_layer import Shown
from viewer.ui.plots.placed import Placed, PlacedBand, PlacedPanel, PlacedPoint, PlacedRail
from viewer.ui.plots.placing_notes import NO_NOTES, ShownNotes
from viewer.ui.plots.pointing import Hit
from viewer.ui.plots.typeset import Typeset

translate = QCoreApplication.translate


def without_faint(found: Hit | None, session: Session) -> Hit | None:
    """Give what was hit; of a value or a statement that a filter leaves out the panel alone."""
    if found is None:
        return None
    if found.thing is not None:
        kept, selection = session.kept, session.state.selection
        is_faint = not any(id_ == selection or kept.has_id(id_) for id_ in found.thing.ids)
    elif found.point is not None:
        is_faint = _is_faint_value(session.kept, found.panel, found.point)
    else:
        is_faint = found.band is not None and _is_faint_band(found.band, session)
    return Hit(found.panel) if is_faint else found


def _ids_beside(panel: PlacedPanel) -> Iterator[str]:
    things = panel.rail.things if panel.rail is not None else ()
    return (id_ for thing in things for id_ in thing.ids)


def _is_faint_value(kept: Kept, panel: PlacedPanel, point: PlacedPoint) -> bool:
    return not kept.has_value(panel.panel.series, point.point)


def _is_faint_band(band: PlacedBand, session: Session) -> bool:
    """Tell whether a statement is left out; what is selected is drawn whole."""
    statement = band.statement
    return statement.id != session.state.selection and not session.kept.has(statement)


def shown_in(
    session: Session,
    placed: Placed,
    frame: Frame,
    type_: Typeset,
    room: QRectF,
    hover: Hit | None,
    notes: ShownNotes = NO_NOTES,
) -> Shown:
    """Give a layout with what is chosen, sought and left out, and what the pointer is on."""
    state, kept = session.state, session.kept
    horizon = state.horizon
    panels = placed.panels if kept.chosen.is_on else ()
    scale = frame.scale(state.window, state.folds)
    return Shown(
        placed,
        frame,
        scale,
        type_,
        room,
        selected=selection_washes(placed, state.selection, state.cursor, type_),
        highlighted=highlight_washes(placed, state.highlights, type_),
        highlights=state.highlights,
        selection=state.selection,
        hovered=hover_washes(hover, type_),
        horizon_px=None if horizon is None else scale.x(horizon + 1),
        forms=session.forms,
        found=frozenset(hit.id for hit in session.hits) if session.forms else frozenset(),
        faint=frozenset(
            id(point.point) for p in panels for point in p.points if _is_faint_value(kept, p, point)
        ),
        faint_statements=frozenset(
            band.statement.id for p in panels for band in p.bands if _is_faint_band(band, session)
        ),
        course=session.glucose.course(session.case),
        left_out=frozenset(
            id_ for p in panels for id_ in _ids_beside(p) if not kept.has_id(id_)
        ).difference([state.selection]),
        notes=notes,
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
    """Give the ground of the selected series' value on the cursor's day, mark and words in one.

    And that of a selected event where it stands beside values.
    """
    found: list[QRectF] = []
    for panel in placed.panels:
        if panel.rail is not None:
            found += _on_rail(panel.rail, selection, SELECTION_MARGIN_PX * type_.theme.stroke_scale)
        if panel.panel.series.id != selection:
            continue
        for point in panel.points:
            is_here = math.floor(point.point.when.anchor) == math.floor(cursor)
            if point.is_dated and is_here:
                found.append(_with_label(panel, point, type_))
    return tuple(found)


def highlight_washes(
    placed: Placed, highlights: frozenset[str], type_: Typeset
) -> tuple[QRectF, ...]:
    """Give the ground of the highlighted events that stand beside values."""
    margin_px = SELECTION_MARGIN_PX * type_.theme.stroke_scale
    rails = [panel.rail for panel in placed.panels if panel.rail is not None]
    found = (_on_rail(rail, id_, margin_px) for rail in rails for id_ in sorted(highlights))
    return tuple(chain.from_iterable(found))


def _on_rail(rail: PlacedRail, selection: str | None, margin_px: float) -> Iterator[QRectF]:
    """Give the ground of the selected event; its frame keeps off the values above."""
    inside = rail.rect.adjusted(-margin_px, margin_px, margin_px, -margin_px)
    for thing in rail.things:
        if selection in thing.ids:
            yield thing.rect.intersected(inside)


def hover_washes(hover: Hit | None, type_: Typeset) -> tuple[QRectF, ...]:
    """Give the ground of the value or the event under the pointer."""
    pad = 0.15 * type_.h_px
    if hover is not None and hover.thing is not None:
        return (hover.thing.rect.adjusted(-pad, -1, pad, 1),)
    if hover is None or hover.point is None:
        return ()
    return (_with_label(hover.panel, hover.point, type_).adjusted(-pad, -pad, pad, pad),)


def _with_label(panel: PlacedPanel, point: PlacedPoint, type_: Typeset) -> QRectF:
    rect = point.rect(type_.mark_px)
    for label in panel.labels:
        if label.point is point.point:
            rect = rect.united(label.rect)
    return rect
