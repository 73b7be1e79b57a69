"""The strip above the ruler: letters and days of the periods, the bracket between the cursors."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from viewer.geometry.time_scale import Frame, TimeScale
from viewer.model.measuring import days_between
from viewer.model.time import Span
from viewer.session.session import Session
from viewer.ui.look import Look
from viewer.ui.marks.strokes import PixelGrid, dashes_down, kept, line_across, line_down
from viewer.ui.measuring.bracket import Bracket, Widths, placed_bracket
from viewer.ui.measuring.veil import EDGE_DASHES, TINT
from viewer.ui.text_sizes import TextSizes
from viewer.ui.theme import blended
from viewer.ui.words.day_words import day_label
from viewer.ui.words.joining import in_turn, labelled
from viewer.ui.words.measure_words import (
    LETTERS,
    between_words,
    days_long,
    period_days,
    period_words,
)

translate = QCoreApplication.translate

ROW_H = 1.3
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class Named(NamedTuple):
    """A period as the strip names it."""

    number: int
    letter: QRectF
    words: str
    """Its days, as far as there is room; empty for none."""
    rect: QRectF
    """Where the days stand."""


class MeasureStrip(QWidget):
    """Part of the ruler while something is measured, and hidden otherwise."""

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__()
        self._session = session
        self._look = look
        self._sizes = TextSizes(look)
        self._frame = Frame(0, 0, 1, 0)
        self._height_px = 0
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(translate("Measure", "Second cursor and periods"))
        for signal in (
            session.case_changed,
            session.window_changed,
            session.cursor_changed,
            session.periods_changed,
            session.numbering_changed,
        ):
            signal.connect(self.show_state)
        look.changed.connect(self._on_look_changed)
        self.show_state()

    # -- what others ask for ------------------------------------------------------------------

    def set_frame(self, frame: Frame) -> None:
        """Take the columns that all views of the chart share."""
        self._frame = frame
        self.update()

    def scale(self) -> TimeScale:
        """Give the scale of the window."""
        state = self._session.state
        return self._frame.scale(state.window, state.folds)

    def sizeHint(self) -> QSize:
        """Give the height of the rows that are needed; the width is the chart's."""
        return QSize(0, round((self._period_rows() + self._has_bracket()) * self._row_px))

    def minimumSizeHint(self) -> QSize:
        """Never lower than it wants to be."""
        return self.sizeHint()

    def show_state(self) -> None:
        """Show what is measured now."""
        periods, counting = self._session.state.periods, self._session.counting
        self.setVisible(self._has_bracket() or bool(periods))
        said = [
            labelled(letter, period_words(span, counting))
            for letter, span in zip(LETTERS, periods, strict=False)
        ]
        self.setAccessibleDescription(
            in_turn([between_words(self._session.state, counting), *said])
        )
        if self.sizeHint().height() != self._height_px:
            # Every cursor step would lay the whole chart out anew.
            self._height_px = self.sizeHint().height()
            self.updateGeometry()
        self.update()

    def flag_at(self, place: QPointF) -> bool:
        """Tell whether the second cursor's flag is there."""
        return self._has_bracket() and self.flag()[1].contains(place)

    # -- what stands where --------------------------------------------------------------------

    @property
    def _row_px(self) -> float:
        return ROW_H * self._sizes.h_px

    def _has_bracket(self) -> bool:
        return self._session.state.second is not None

    def _period_rows(self) -> int:
        periods = self._session.state.periods
        return len(periods) if len(periods) < 2 or self._overlap() else 1

    def _overlap(self) -> bool:
        """Tell whether the names of the periods would stand in one another's way."""
        first, second = self._session.state.periods
        scale, letter = self.scale(), self._letter_px()
        earlier, later = sorted((first, second))
        return earlier.overlaps(later) or scale.x(later.start) - scale.x(earlier.start) < letter

    def _letter_px(self) -> float:
        return max(self._sizes.width(letter, "strong") for letter in LETTERS) + self._sizes.h_px

    def names(self) -> tuple[Named, ...]:
        """Give the periods that the window shows, with their letters and days."""
        scale, periods = self.scale(), self._session.state.periods
        has_rows = self._period_rows() > 1
        found = []
        for number, span in enumerate(periods):
            left, right = (min(max(x, scale.left_px), scale.right_px) for x in _edges(scale, span))
            if left >= right:
                continue
            top = number * self._row_px if has_rows else 0.0
            letter = QRectF(left, top, min(self._letter_px(), self.width() - left), self._row_px)
            room = scale.right_px if has_rows or len(periods) == 1 else right
            rect = QRectF(letter.right(), top, room - letter.right(), self._row_px)
            counting = self._session.counting
            wanted = (period_words(span, counting), period_days(span, counting))
            words = (w for w in wanted if self._sizes.width(w, "small") <= rect.width())
            found.append(Named(number, letter, next(words, ""), rect))
        return tuple(found)

    def _bracket(self) -> Bracket:
        state, scale, sizes = self._session.state, self.scale(), self._sizes
        second = state.cursor if state.second is None else state.second
        widths = Widths(
            sizes.width(self.days(), "strong"),
            sizes.width(self._flag_words(), "strong") + sizes.h_px,
            sizes.h_px / 2,
        )
        room = scale.left_px, scale.right_px
        return placed_bracket(scale.x(state.cursor), scale.x(second), room, widths)

    def days(self) -> str:
        """Give the words of the bracket: the days between the cursors."""
        return days_long(days_between(self._session.state) or 0)

    def flag(self) -> tuple[str, QRectF]:
        """Give the second cursor's flag and its place; it waits at an edge it is beyond."""
        words = self._flag_words()
        width = self._sizes.width(words, "strong") + self._sizes.h_px
        inset = 0.1 * self._sizes.h_px
        top = self._period_rows() * self._row_px
        return words, QRectF(self._bracket().flag, top + inset, width, self._row_px - 2 * inset)

    def _flag_words(self) -> str:
        second, window = self._session.state.second, self._session.state.window
        words = day_label(0.0 if second is None else second, self._session.counting)
        if second is not None and second < window.start:
            return translate("Timeline", "‹ {day}").format(day=words)
        if second is not None and second > window.end:
            return translate("Timeline", "{day} ›").format(day=words)
        return words

    # -- painting -----------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the periods, and the bracket below them."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._sizes.theme.window)
            painter.fillRect(self._sheet(), self._sizes.theme.paper)
            for named in self.names():
                self._paint_period(painter, named)
            if self._session.state.periods:
                self._paint_caption(painter, translate("Measure", "Periods compared"), 0)
            if self._has_bracket():
                words = translate("Measure", "Between the cursors")
                self._paint_caption(painter, words, self._period_rows())
                self._paint_bracket(painter)

    def _sheet(self) -> QRectF:
        """Give the ground of the axis; it ends with the horizon."""
        horizon, right = self._session.state.horizon, float(self.width())
        if horizon is not None:
            right = min(right, round(self.scale().x(horizon + 1)))
        left = self._frame.gutter_px
        return QRectF(left, 0, max(0.0, right - left), self.height())

    def _paint_caption(self, painter: QPainter, words: str, row: int) -> None:
        pad = 0.75 * self._sizes.h_px
        rect = QRectF(pad, row * self._row_px, self._frame.gutter_px - 1.5 * pad, self._row_px)
        painter.setFont(self._sizes.font("small"))
        painter.setPen(self._sizes.theme.ink_2)
        painter.drawText(rect, _LEFT, self._sizes.elided(words, "small", rect.width()))

    def _paint_period(self, painter: QPainter, named: Named) -> None:
        theme, sizes = self._sizes.theme, self._sizes
        scale, span = self.scale(), self._session.state.periods[named.number]
        left, right = _edges(scale, span)
        area = QRectF(left, named.letter.top(), right - left, self.height() - named.letter.top())
        painter.save()
        painter.setClipRect(QRectF(scale.left_px, 0, scale.width_px + 1, self.height()))
        painter.fillRect(PixelGrid.of(painter).rect(area), blended(theme.ink, theme.paper, TINT))
        self._paint_edges(painter, area, named.number)
        painter.restore()
        painter.setFont(sizes.font("strong"))
        painter.setPen(theme.ink)
        painter.drawText(named.letter, _CENTRE, LETTERS[named.number])
        painter.setFont(sizes.font("small"))
        painter.setPen(theme.ink_2)
        painter.drawText(named.rect, _LEFT, named.words)

    def _paint_edges(self, painter: QPainter, area: QRectF, number: int) -> None:
        """Draw the edges as they go on below, closed at the top."""
        theme = self._sizes.theme
        pattern = [length * theme.stroke_scale for length in EDGE_DASHES[number]]
        for x in (area.left(), area.right()):
            dashes_down(
                painter,
                x,
                area.top(),
                area.bottom(),
                width_px=theme.stroke_scale,
                pattern=pattern,
                brush=theme.ink_3,
            )
        line_across(
            painter,
            area.left(),
            area.right(),
            area.top() + 0.5,
            width_px=theme.stroke_scale,
            brush=theme.ink_3,
        )

    def _paint_bracket(self, painter: QPainter) -> None:
        theme, sizes, placed = self._sizes.theme, self._sizes, self._bracket()
        top = self._period_rows() * self._row_px
        middle = top + self._row_px / 2
        width = theme.stroke_scale
        line_across(painter, placed.start, placed.end, middle, width_px=width, brush=theme.ink)
        scale, state = self.scale(), self._session.state
        for day in (state.cursor, state.second):
            if day is not None and state.window.contains(day):
                line_down(
                    painter, scale.x(day), middle, self.height(), width_px=width, brush=theme.ink
                )
        words = self.days()
        rect = QRectF(placed.words, top, sizes.width(words, "strong"), self._row_px)
        pad = sizes.h_px / 4
        painter.fillRect(rect.adjusted(-pad, 1, pad, -1), theme.paper)
        painter.setFont(sizes.font("strong"))
        painter.setPen(theme.ink)
        painter.drawText(rect, _CENTRE | int(Qt.TextFlag.TextDontClip), words)
        self._paint_flag(painter)

    def _paint_flag(self, painter: QPainter) -> None:
        """Draw the flag in outline; the cursor's own is filled."""
        theme = self._sizes.theme
        words, rect = self.flag()
        with kept(painter):
            painter.setPen(QPen(theme.ink, 1.5 * theme.stroke_scale))
            painter.setBrush(theme.paper)
            radius, half = 3 * theme.stroke_scale, theme.stroke_scale
            painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius)
        painter.setFont(self._sizes.font("strong"))
        painter.setPen(theme.ink)
        painter.drawText(rect, _CENTRE, words)

    def _on_look_changed(self) -> None:
        self._sizes = TextSizes(self._look)
        self.show_state()


def _edges(scale: TimeScale, span: Span) -> tuple[float, float]:
    return scale.x(span.start), scale.x(span.end)
