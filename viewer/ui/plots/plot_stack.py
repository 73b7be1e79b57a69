"""The view of the plots under the timeline."""

import math

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from viewer.geometry.time_scale import Frame, TimeScale
from viewer.model.course import course_end, death_moment
from viewer.session.session import Session
from viewer.ui.gestures import NOTCH, POINTER_EVENTS
from viewer.ui.look import Look
from viewer.ui.plots.canvas import Canvas
from viewer.ui.plots.ground_layer import Shown
from viewer.ui.plots.gutter import Readout, gutter_width_px, readout
from viewer.ui.plots.panel_shelf import PanelShelf
from viewer.ui.plots.placed import Placed
from viewer.ui.plots.placing import Sheet, place
from viewer.ui.plots.plot_menu import context_menu
from viewer.ui.plots.plot_notes import PlotNotes
from viewer.ui.plots.plot_tooltips import plot_tooltip
from viewer.ui.plots.pointing import Hit, PlotPointer
from viewer.ui.plots.rows import first_px, least_height_px, most_height_px
from viewer.ui.plots.strip_bar import StripBar
from viewer.ui.plots.typeset import Typeset
from viewer.ui.plots.value_labels import before_width_px
from viewer.ui.plots.washes import shown_in, without_faint
from viewer.ui.words.fold_words import fold_long
from viewer.ui.words.joining import in_turn
from viewer.ui.words.tooltips import rich

translate = QCoreApplication.translate


class PlotStack(QWidget):
    """Reported values over the shared time axis, one panel a series."""

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__()
        self._session = session
        self._look = look
        self._frame: Frame | None = None
        self._type = Typeset(look, session.counting, session.language)
        self._shelf = PanelShelf(session)
        self._placed = Placed()
        self._hover: Hit | None = None
        self._notes = PlotNotes(session)
        self._pointer = PlotPointer(session, self, self)
        self._is_stale = True
        self._measured: tuple[int, int] | None = None
        self._canvas = Canvas(self, self._catch_up)
        self._bar = StripBar(self, is_on_stage=look.is_stage)
        self._bar.valueChanged.connect(self._lay_out_soon)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(translate("Plots", "Plots"))
        for changed in (session.case_changed, session.layout_changed, session.numbering_changed):
            changed.connect(self._on_case_changed)
        for changed in (session.glucose.found, session.found_changed, session.annotations_changed):
            changed.connect(self._show_washes)
        for changed in (session.window_changed, session.filter_changed):
            changed.connect(self._lay_out_soon)
        session.cursor_changed.connect(self._on_cursor_changed)
        session.selection_changed.connect(self._on_selection_changed)
        look.changed.connect(self._on_look_changed)
        self._on_case_changed()

    # -- what others ask for ------------------------------------------------------------------

    def gutter_hint_px(self) -> int:
        """Give the width of the left column that shows names, readouts and ticks whole."""
        return self._widths()[0]

    def before_hint_px(self) -> int:
        """Give the width of the strip for values without a day; 0 where the case has none."""
        return self._widths()[1]

    def _widths(self) -> tuple[int, int]:
        """Give the widths of gutter and strip; measured once for a case and a look."""
        if self._measured is None:
            gutter = math.ceil(gutter_width_px(self._panels, self._type))
            self._measured = gutter, before_width_px(self._panels, self._type)
        return self._measured

    def set_frame(self, frame: Frame) -> None:
        """Take the columns that all views of the chart share."""
        if frame != self._frame:
            self._frame = frame
            self._lay_out_soon()

    @property
    def canvas(self) -> Canvas:
        """The scene that shows the present layout."""
        self._catch_up()
        return self._canvas

    @property
    def placed(self) -> Placed:
        """Everything that is laid out now: words, bands and points with their pixels."""
        self._catch_up()
        return self._placed

    @property
    def readouts(self) -> tuple[Readout, ...]:
        """What the gutters say at the cursor, from top to bottom."""
        told = self._session.state.cursor, self._session.counting, self._session.language
        return tuple(readout(panel, *told) for panel in self._panels)

    def tooltip_of(self, found: Hit) -> str:
        """Give the tooltip of what was hit as safe rich text."""
        told = self._session.state.cursor, self._session.counting, self._session.language
        return self._notes.tooltip(found) or plot_tooltip(self._session.case, found, *told)

    def sizeHint(self) -> QSize:
        """Ask for the least height at which nothing has to scroll."""
        return QSize(800, least_height_px(self._panels, self._look.h_px, self._look.is_stage))

    def minimumSizeHint(self) -> QSize:
        """Ask for a low glucose panel at least."""
        return QSize(300, min(first_px(self._look.h_px, self._look.is_stage), self.maximumHeight()))

    # -- what the pointer acts on -------------------------------------------------------------

    def frame(self) -> Frame:
        """Give the columns; its own where none were handed over."""
        if self._frame is not None:
            return self._frame
        margin = self._bar.sizeHint().width()
        gutter, before = self.gutter_hint_px(), self.before_hint_px()
        return Frame(gutter, before, max(1, self.width() - gutter - before - margin), margin)

    def scale(self) -> TimeScale:
        """Give the scale of the window."""
        state = self._session.state
        return self.frame().scale(state.window, state.folds)

    def thing_at(self, place: QPointF) -> Hit | None:
        """Give what stands at a place; no value or statement that a filter leaves out."""
        found = self._notes.hit(self.placed, place, self._type, self.scale())
        return without_faint(found, self._session)

    def set_hover(self, found: Hit | None, *, is_on_fold: bool = False) -> None:
        """Show what the pointer is on; a hand only where a click opens something."""
        hover = found if found is not None and found.opens else None
        is_hand = hover is not None or is_on_fold
        shape = Qt.CursorShape.PointingHandCursor if is_hand else Qt.CursorShape.ArrowCursor
        if self.cursor().shape() != shape:
            self.setCursor(shape)
        if hover != self._hover:
            self._hover = hover
            self._canvas.show_washes(self._shown())

    # -- layout -------------------------------------------------------------------------------

    def _on_case_changed(self) -> None:
        self._panels = self._shelf.panels()
        self._type.counting = self._session.counting
        self._canvas.fill(self._panels)
        self._fit()

    def _on_look_changed(self) -> None:
        self._type = Typeset(self._look, self._session.counting, self._session.language)
        self._fit()

    def _fit(self) -> None:
        """Measure anew; take no more height than the panels can use, the rest is the timeline's."""
        self._measured = None
        self.setMaximumHeight(most_height_px(self._panels, self._look.h_px))
        self.updateGeometry()
        self._lay_out_soon()

    def _lay_out_soon(self) -> None:
        """Lay out once for all changes that come together, at the latest before the next paint."""
        if not self._is_stale:
            self._is_stale = True
            # A posted event comes before the paint that the same changes ask for.
            QCoreApplication.postEvent(self, QEvent(QEvent.Type.LayoutRequest))

    def _catch_up(self) -> None:
        if self._is_stale:
            self._lay_out()

    def _lay_out(self) -> None:
        """Place everything anew and show it."""
        self._panels = self._shelf.panels()  # their axes may follow the window
        self._placed = place(self._sheet(), self._type)
        self._bar.fit(self._placed, self.frame(), QRectF(self.rect()), self._type.h_px)
        self._hover = None
        self._is_stale = False
        self._canvas.show_placed(self._shown())
        self._show_cursor()

    def _sheet(self) -> Sheet:
        case, state = self._session.case, self._session.state
        room = self.frame(), self.scale(), self.height(), self._bar.value()
        return Sheet(
            self._panels,
            *room,
            course_end(case, state.horizon),
            death_moment(case),
            state.horizon is not None,
        )

    def _shown(self) -> Shown:
        notes = self._notes.shown(self._placed, self.scale(), self._type)
        chosen = QRectF(self.rect()), self._hover, notes
        return shown_in(self._session, self._placed, self.frame(), self._type, *chosen)

    # -- changes ------------------------------------------------------------------------------

    def _on_cursor_changed(self) -> None:
        if not self._is_stale:
            self._show_cursor()
        if not self._is_stale and self._session.state.selection is not None:
            # Which value of the selected series is meant follows the cursor.
            self._canvas.show_washes(self._shown())

    def _show_cursor(self) -> None:
        reads = self.readouts
        by_id = {panel.series.id: read for panel, read in zip(self._panels, reads, strict=True)}
        self._canvas.show_cursor(self.scale().x(self._session.state.cursor), by_id)
        self.setAccessibleDescription(in_turn(read.sentence() for read in reads))

    def _on_selection_changed(self) -> None:
        selection = self._session.state.selection
        for panel in self.placed.panels:
            if panel.panel.series.id == selection:
                self._bar.reveal(panel.row, panel.clip)
        self._show_washes()

    def _show_washes(self) -> None:
        if not self._is_stale:
            self._canvas.show_washes(self._shown())

    # -- events -------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew for the new size."""
        super().resizeEvent(event)
        self._canvas.setGeometry(self.rect())
        self._lay_out_soon()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, where the wheel does not zoom."""
        self._catch_up()
        self._bar.turn(-event.angleDelta().y() / NOTCH)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll."""
        self._catch_up()
        if not self._bar.takes(event):
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer units and scales, on the gutter of a panel those of its series."""
        menu = context_menu(self._session, self.thing_at(event.pos().toPointF()), self)
        menu.popup(event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the outline of the keyboard focus."""
        super().focusInEvent(event)
        self._canvas.show_focus(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the outline away."""
        super().focusOutEvent(event)
        self._canvas.show_focus(False)

    def event(self, event: QEvent) -> bool:
        """Lay out, follow the mouse and show tooltips."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._catch_up()
        if isinstance(event, QHelpEvent):
            found = self.thing_at(QPointF(event.pos()))
            gap = self.scale().gap_at(event.pos().x())
            text = self.tooltip_of(found) if found is not None else ""
            text = text or (rich([fold_long(gap.days)]) if gap is not None else "")
            rect = found.rect.toAlignedRect() if found is not None else self.rect()
            QToolTip.showText(event.globalPos(), text, self, rect)
            return True
        if event.type() in POINTER_EVENTS and self._pointer.takes(event):
            return True
        return super().event(event)
