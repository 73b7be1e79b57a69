"""The editor of an annotation: it keeps what is typed, and gives it up only when told so."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from viewer.model.annotation import Content, Unfinished
from viewer.model.case import Case
from viewer.model.numbering import Counting
from viewer.ui.look import Look
from viewer.ui.panels.annotations.fields import Fields
from viewer.ui.words.annotation_words import kind_name
from viewer.ui.words.joining import labelled

translate = QCoreApplication.translate

DRAFT_MS: Final = 1500
"""What is typed is on its way to the disk after so long at the latest."""


class Editor(QWidget):
    """Shows one annotation to be written."""

    finished = Signal(str, object)
    """The id and the content, which is to be kept."""
    abandoned = Signal(str, object)
    """The id and what had been typed, to be brought back if that was a slip."""
    drafted = Signal(str, object)
    """The id and what is typed so far."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._id = ""
        self._begun: Content | None = None
        """What stood in the fields before anything was typed; None where all of it was typed."""
        self._drafting = QTimer(self)
        self._drafting.setSingleShot(True)
        self._drafting.setInterval(DRAFT_MS)
        self._drafting.timeout.connect(self._keep_draft)
        self.fields = Fields(look)
        self.fields.typed.connect(self._on_typed)
        self.fields.emptied.connect(self._on_emptied)
        self.heading, self.fault = QLabel(), QLabel()
        for label in (self.heading, self.fault):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.fault.hide()
        self.done = QPushButton(translate("Annotations", "Done"))
        self.done.setToolTip(translate("Annotations", "Keep it (Ctrl+Enter)"))
        self.done.clicked.connect(self.finish)
        self.cancel = QPushButton(translate("Annotations", "Cancel"))
        self.cancel.setToolTip(translate("Annotations", "Give up what was typed (Esc)"))
        self.cancel.clicked.connect(self.abandon)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.done)
        self._column = QVBoxLayout(self)
        for widget in (self.heading, self.fields, self.fault):
            self._column.addWidget(widget)
        self._column.addLayout(buttons)
        self._column.addStretch(1)
        self.restyle()

    @property
    def id(self) -> str:
        """The annotation that is edited; empty for none."""
        return self._id

    @property
    def has_typed(self) -> bool:
        """Whether anything was typed that is not kept yet."""
        return bool(self._id) and self.fields.as_typed() != self._begun

    def begin(
        self,
        id_: str,
        content: Content,
        where: str,
        case: Case,
        counting: Counting,
        language: str,
        *,
        is_typed: bool = False,
    ) -> None:
        """Show an annotation to be written; `where` says what it is about.

        `is_typed` where it was typed before and is not kept yet, so that it can be lost.
        """
        self._id, self._begun = "", None  # filling the fields is no typing
        self.fault.hide()
        self.heading.setText(labelled(kind_name(content.kind), where))
        self.fields.show_content(content, case, counting, language)
        self._id = id_
        if is_typed:
            self._on_typed()
        else:
            self._begun = self.fields.as_typed()

    def set_known_tags(self, tags: Sequence[str]) -> None:
        """Offer tags that are in use while one is typed."""
        self.fields.set_known_tags(tags)

    def restyle(self) -> None:
        """Take fonts and measures of another look."""
        self.heading.setFont(self._look.font("strong"))
        self.fields.restyle()
        side = round(0.6 * self._look.h_px)
        self._column.setContentsMargins(side, side, side, side)

    def finish(self) -> bool:
        """Keep what is typed; stay and say what is wrong where that cannot be. True when done."""
        if not self._id:
            return True
        content = self.fields.as_typed()
        if isinstance(content, Unfinished):
            self._say(self.fields.what_is_wrong())
            self._keep_draft()
            return False
        self.finished.emit(self._close(), content)
        return True

    def abandon(self) -> None:
        """Give up what is typed."""
        if self._id:
            typed = self.fields.as_typed()
            is_changed = typed != self._begun
            self.abandoned.emit(self._close(), typed if is_changed else None)

    def _say(self, fault: str) -> None:
        self.fault.setText(fault)
        self.fault.setVisible(bool(fault))

    def _close(self) -> str:
        id_, self._id = self._id, ""
        self._drafting.stop()
        return id_

    def _on_typed(self) -> None:
        if not self._id:
            return
        if not self._drafting.isActive():
            self._drafting.start()
        fault = self.fields.what_is_too_long()
        if not fault and not self.fault.isHidden() and self._is_unfinished():
            fault = self.fields.what_is_wrong()  # it goes once it is mended
        self._say(fault)

    def _is_unfinished(self) -> bool:
        return isinstance(self.fields.as_typed(), Unfinished)

    def _on_emptied(self) -> None:
        """Take it as what stood there at first: it was not the person who emptied the field."""
        if self._id and self._begun is not None:
            self._begun = self.fields.as_typed()

    def _keep_draft(self) -> None:
        typed = self.fields.as_typed()
        if typed != self._begun:
            self.drafted.emit(self._id, typed)

    def event(self, event: QEvent) -> bool:
        """Claim the keys that end the editing before the window's commands see them."""
        is_asked = event.type() == QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and _ends(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End the editing by key."""
        if _is_done(event):
            self.finish()
        elif _ends(event):
            self.abandon()
        else:
            super().keyPressEvent(event)


def _ends(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Escape or _is_done(event)


def _is_done(event: QKeyEvent) -> bool:
    is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return is_enter and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
