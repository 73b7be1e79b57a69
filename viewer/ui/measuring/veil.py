"""Periods and the second cursor over one view of the chart; it takes no mouse and no keys."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from viewer.geometry.time_scale import TimeScale
from viewer.session.session import Session
from viewer.ui.look import Look
from viewer.ui.marks.strokes import PixelGrid, dashes_down

SECOND_DASHES = (5.0, 3.0)
EDGE_DASHES = ((7.0, 2.0), (2.0, 2.0))
"""The edges of period A and of period B (pixels at stroke scale 1)."""
TINT = 0.055
"""How much of the ink lies over the days of a period."""
WIDTH_PX = 1.5
Stretches = Iterable[tuple[float, float]]


class Veil(QWidget):
    """Paints over a view what is measured; nothing, and hidden, where nothing is."""

    def __init__(
        self,
        session: Session,
        look: Look,
        view: QWidget,
        scale: Callable[[], TimeScale],
        words_at: Callable[[float], Stretches] | None = None,
    ) -> None:
        super().__init__(view)
        self._view = view
        self._session = session
        self._look = look
        self._scale = scale
        self._words_at = words_at
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.installEventFilter(self)
        for signal in (
            session.case_changed,
            session.window_changed,
            session.cursor_changed,
            session.periods_changed,
            look.changed,
        ):
            signal.connect(self.show_state)
        self.show_state()

    def show_state(self) -> None:
        """Show what is measured now."""
        state = self._session.state
        self.setGeometry(self._view.rect())
        self.setVisible(state.second is not None or bool(state.periods))
        self.update()

    def eventFilter(self, _view: QObject, event: QEvent) -> bool:
        """Cover the view, whatever size it has, and whatever else it holds."""
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._view.rect())
        elif event.type() == QEvent.Type.ChildAdded:
            self.raise_()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the periods, then the second cursor."""
        scale, state = self._scale(), self._session.state
        with QPainter(self) as painter:
            painter.setClipRect(QRectF(scale.left_px, 0, scale.width_px + 1, self.height()))
            for span, pattern in zip(state.periods, EDGE_DASHES, strict=False):
                self._paint_period(painter, scale.x(span.start), scale.x(span.end), pattern)
            if state.second is not None:
                theme = self._look.theme
                width = WIDTH_PX * theme.stroke_scale
                self._dashes(painter, scale.x(state.second), SECOND_DASHES, width, theme.ink)

    def _paint_period(
        self, painter: QPainter, left: float, right: float, pattern: tuple[float, float]
    ) -> None:
        theme = self._look.theme
        tint = QColor(theme.ink)
        tint.setAlphaF(TINT)
        painter.fillRect(
            PixelGrid.of(painter).rect(QRectF(left, 0, right - left, self.height())), tint
        )
        for x in (left, right):
            self._dashes(painter, x, pattern, theme.stroke_scale, theme.ink_3)

    def _dashes(
        self,
        painter: QPainter,
        x: float,
        pattern: tuple[float, float],
        width_px: float,
        colour: QColor,
    ) -> None:
        """Draw a dashed line from top to bottom that gives way to words and marks."""
        lengths = [length * self._look.theme.stroke_scale for length in pattern]
        words = sorted(self._words_at(x)) if self._words_at is not None else []
        top, bottom = 0.0, float(self.height())
        for start, end in (*words, (bottom, bottom)):
            if start > top:
                dashes_down(
                    painter, x, top, start, width_px=width_px, pattern=lengths, brush=colour
                )
            top = max(top, end)
