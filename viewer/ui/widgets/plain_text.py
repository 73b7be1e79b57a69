"""Text of a case in a label: shown letter by letter, wrapped, and selectable."""

import re
from html import escape
from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QEnterEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QLabel, QSizePolicy

from viewer.model.same_text import stretches
from viewer.ui.look import FontRole, Look
from viewer.ui.widgets.found_words import Forms, underline, wrapped_rects

Ink = Literal["ink", "ink_2", "ink_3"]

_LONG_WORD = re.compile(r"[^\s\u2e80-\u9fff\uac00-\ud7ff\uff00-\uffef]{20,}")
_PIECE = 8
BREAK = "\N{ZERO WIDTH SPACE}"

INKS: dict[Ink, QPalette.ColorRole] = {
    "ink": QPalette.ColorRole.WindowText,
    "ink_2": QPalette.ColorRole.LinkVisited,
    "ink_3": QPalette.ColorRole.PlaceholderText,
}
"""The roles that the palette of a theme gives the inks.

Roles, since a widget under a style sheet loses colours of its own when it moves to another window.
"""


def breakable(text: str) -> str:
    """Let words that are too long for a narrow panel break; other text stays as it is."""

    def pieces(found: re.Match[str]) -> str:
        word = found.group()
        return BREAK.join(word[at : at + _PIECE] for at in range(0, len(word), _PIECE))

    return _LONG_WORD.sub(pieces, text)


def tip(text: str) -> str:
    """Make a tooltip that shows markup in `text` instead of obeying it."""
    if not text:
        return ""
    lines = escape(text).replace("\n", "<br>")
    return f"<qt>{lines}</qt>"


def as_high_as_needed() -> QSizePolicy:
    """Make the policy of a widget whose height follows from its width."""
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    return policy


class PlainText(QLabel):
    """Wrapping, selectable text in the font and ink of a role; markup in it is not obeyed.

    What can be selected is a whole document and takes several times as long to lay out and paint;
    a text becomes one when the pointer comes to it. Letters and heights are the same in both.
    """

    def __init__(
        self,
        text: str,
        look: Look,
        role: FontRole = "label",
        ink: Ink = "ink",
        explanation: str = "",
    ) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(breakable(text))
        self.setWordWrap(True)
        self.setFont(look.font(role))
        self.setToolTip(tip(explanation))
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.setSizePolicy(as_high_as_needed())
        self.setForegroundRole(INKS[in_force(ink, look)])
        self._look = look
        self._forms: Forms = ()
        self._hints: tuple[QSize, QSize] | None = None

    def setText(self, text: str) -> None:
        """Show another text."""
        self._hints = None
        super().setText(text)

    def sizeHint(self) -> QSize:
        """Ask for the same room whether it can be selected or not."""
        return self._asked()[0]

    def minimumSizeHint(self) -> QSize:
        """Ask for the same room whether it can be selected or not."""
        return self._asked()[1]

    def _asked(self) -> tuple[QSize, QSize]:
        if self._hints is None:
            self._hints = super().sizeHint(), super().minimumSizeHint()
        return self._hints

    def enterEvent(self, event: QEnterEvent) -> None:
        """Let the pointer select."""
        self._make_selectable()
        super().enterEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to select, also where the pointer was never seen to come."""
        self._make_selectable()
        super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to copy."""
        self._make_selectable()
        super().contextMenuEvent(event)

    def _make_selectable(self) -> None:
        selectable = Qt.TextInteractionFlag.TextSelectableByMouse
        if self.textInteractionFlags() != selectable:
            self._asked()
            self.setTextInteractionFlags(selectable)

    def show_found(self, forms: Forms) -> None:
        """Underline what is sought."""
        if forms != self._forms:
            self._forms = forms
            self.update()

    def found_rects(self) -> list[QRectF]:
        """Give where what is sought stands, a rectangle a line (pixels of the widget)."""
        found = stretches(self.text(), self._forms)
        room = QRectF(self.contentsRect())
        return wrapped_rects(found, self.text(), self.font(), room, self.alignment())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line of a search under what was found, then the words."""
        if self._forms:
            with QPainter(self) as painter:
                underline(painter, self.found_rects(), self._look.theme)
        super().paintEvent(event)


def in_force(ink: Ink, look: Look) -> Ink:
    """Give the ink that may be used: a projector shows no third one."""
    return "ink_2" if ink == "ink_3" and look.name == "projector" else ink
