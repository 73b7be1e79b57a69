"""A link: a button that looks like underlined text and wraps like it."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFont, QFontMetrics, QKeyEvent, QKeySequence, QPainter
from PySide6.QtGui import QPaintEvent as PaintEvent
from PySide6.QtWidgets import QAbstractButton

from viewer.model.same_text import stretches
from viewer.ui.look import FontRole, Look
from viewer.ui.marks.states import draw_focus
from viewer.ui.widgets.found_words import Forms, underline, wrapped_rects
from viewer.ui.widgets.plain_text import BREAK, as_high_as_needed, breakable, tip


@dataclass(frozen=True)
class Target:
    """Where a link leads: to a part of the case, or to the reader's own copy of a source.

    A "pin" keeps the details of a part in view, or lets them go. A "note" begins one on a part.
    "compare" shows two studies beside one another. "find" asks where the pictures of an added
    study are now. An "act" is for the panel to do.
    """

    kind: Literal["part", "source", "day", "pin", "note", "compare", "find", "act"]
    id: str
    other: str = ""
    """The second of two that are compared."""


class LinkButton(QAbstractButton):
    """Wrapping text that can be clicked, or pressed with Space or Enter; `clicked` tells it."""

    def __init__(
        self, text: str, look: Look, role: FontRole = "label", explanation: str = ""
    ) -> None:
        super().__init__()
        self._look = look
        self._shown = breakable(text)
        self._rects: dict[int, QRect] = {}
        self._forms: Forms = ()
        self._underlined = look.font(role)
        self._underlined.setUnderline(True)
        self.setText(text)
        # An "&" in a text of the case is no keyboard shortcut.
        self.setShortcut(QKeySequence())
        self.setAccessibleName(text)
        self.setToolTip(tip(explanation))
        self.setFont(look.font(role))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(as_high_as_needed())

    def show_found(self, forms: Forms) -> None:
        """Underline what is sought."""
        if forms != self._forms:
            self._forms = forms
            self.update()

    def found_rects(self) -> list[QRectF]:
        """Give where what is sought stands, a rectangle a line (pixels of the widget)."""
        found = stretches(self._shown, self._forms)
        room, left = QRectF(self.rect()), Qt.AlignmentFlag.AlignLeft
        return wrapped_rects(found, self._shown, self._underlined, room, left)

    def hasHeightForWidth(self) -> bool:
        """Say that the text wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of the wrapped text."""
        return self._text_rect(width).height()

    def sizeHint(self) -> QSize:
        """Ask for one line."""
        return self._text_rect(100_000).size()

    def minimumSizeHint(self) -> QSize:
        """Ask for the longest word."""
        words = self._shown.replace(BREAK, " ").split() or [""]
        # A text without spaces, such as Japanese, can be broken nearly everywhere.
        widest = max(self._metrics().horizontalAdvance(word[:20]) for word in words)
        room = round(self._look.em_px * 8)
        return QSize(min(widest, room), self._metrics().height())

    def hitButton(self, pos: QPoint) -> bool:
        """Take clicks on the words alone, not on the empty room beside them."""
        return self._text_rect(self.width()).contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter do what Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that the pointer is on it."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Show that the pointer has left."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: PaintEvent) -> None:
        """Paint the underlined words, the hover ground and the focus frame."""
        theme = self._look.theme
        area = self._text_rect(self.width())
        with QPainter(self) as painter:
            if self.underMouse():
                painter.fillRect(area, theme.hover)
            underline(painter, self.found_rects(), theme)
            painter.setFont(self._underlined)
            painter.setPen(theme.ink)
            painter.drawText(self.rect(), _FLAGS, self._shown)
            if self.hasFocus():
                # The frame stands outside its box; drawn inside the words' own room here, since
                # a widget cannot paint beside itself.
                draw_focus(painter, QRectF(area).adjusted(4, 4, -4, -4), theme)

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self._underlined)

    def _text_rect(self, width: int) -> QRect:
        # A layout asks again and again for the same few widths.
        if width not in self._rects:
            room = QRect(0, 0, width, 100_000)
            self._rects[width] = self._metrics().boundingRect(room, _FLAGS, self._shown)
        return self._rects[width]


_FLAGS = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class TabButton(LinkButton):
    """One of several things to look at; the checked one has the line under it."""

    def __init__(self, text: str, look: Look, explanation: str = "") -> None:
        super().__init__(text, look, "label", explanation)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self._plain: QFont = look.font("label")
        self._strong: QFont = look.font("strong")

    def heightForWidth(self, width: int) -> int:
        """Leave room for the line below the words."""
        return super().heightForWidth(width) + self._foot()

    def sizeHint(self) -> QSize:
        """Leave room for the line below the words."""
        return super().sizeHint() + QSize(0, self._foot())

    def paintEvent(self, _event: PaintEvent) -> None:
        """Paint the words, and the line under them where this one is shown."""
        theme = self._look.theme
        area = self._text_rect(self.width())
        with QPainter(self) as painter:
            if self.underMouse() and not self.isChecked():
                painter.fillRect(self.rect(), theme.hover)
            painter.setFont(self._strong if self.isChecked() else self._plain)
            painter.setPen(theme.ink if self.isChecked() else theme.ink_2)
            painter.drawText(self.rect(), _FLAGS, self._shown)
            if self.isChecked():
                width = max(1, round(2 * theme.stroke_scale))
                painter.fillRect(0, self.height() - width, self.width(), width, theme.ink)
            if self.hasFocus():
                draw_focus(painter, QRectF(area).adjusted(4, 4, -4, -4), theme)

    def _metrics(self) -> QFontMetrics:
        # The widest of its fonts, so that nothing moves when another one is checked.
        return QFontMetrics(self._look.font("strong"))

    def _foot(self) -> int:
        return round(0.35 * self._look.h_px)

    def hitButton(self, pos: QPoint) -> bool:
        """Take clicks anywhere on the tab."""
        return self.rect().contains(pos)
