"""The dialog of an export: choices on the left, the figure on the right, the file below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QMessageBox,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from viewer.io.case_store import OpenedCase
from viewer.model.going_out import Standing
from viewer.model.scene import Scene
from viewer.session.annotating.work_lane import WorkLane
from viewer.session.session import Session
from viewer.ui.export import making
from viewer.ui.export.dialog.fields import Fields, Kept
from viewer.ui.export.dialog.figure_fields import FigureFields
from viewer.ui.export.dialog.identity_fields import IdentityFields
from viewer.ui.export.dialog.other_fields import DataFields, HandoutFields, SlidesFields
from viewer.ui.export.dialog.preview import Preview, Seen, see
from viewer.ui.export.dialog.target import TargetFields
from viewer.ui.export.dialog.words import TOLD, failed_words
from viewer.ui.export.dialog.writing import Writing
from viewer.ui.export.making import StandsInItError
from viewer.ui.export.order import Kind, Order
from viewer.ui.export.speaking import Interpreter, spoken
from viewer.ui.export.steps import StepByStep, Steps
from viewer.ui.look import Look
from viewer.ui.widgets.plain_text import PlainText

translate = QCoreApplication.translate

CALM_MS = 120
"""The figure is drawn anew once nothing was changed for so long."""
_WHOLE = 1000
_FORM_EM = 28.0
_SIZE_EM = (92.0, 66.0)
_PLAIN_EM = (42.0, 44.0)
"""The size of a dialog without a preview."""
_ROOM = 0.94
"""The share of the screen that the dialog takes at most."""


@dataclass(frozen=True)
class Given:
    """What the dialog begins with."""

    session: Session
    opened: OpenedCase
    """The case, its deck the one that goes out."""
    scenes: Sequence[Scene]
    kept: Kept
    words: Sequence[str]
    folder: Path


class ExportDialog(QDialog):
    """Asks how a case goes out as one kind of file, shows it, and has it written."""

    def __init__(
        self,
        kind: Kind,
        given: Given,
        look: Look,
        lane: WorkLane,
        interpreter: Interpreter,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_title(kind))
        self._given, self._look, self._interpreter = given, look, interpreter
        session = given.session
        self.fields = _fields(kind, given)
        self.identity = IdentityFields(session.case, session.language, look, given.words)
        self.preview = Preview(look) if kind == "figure" else None
        self.target = TargetFields(given.folder, _file_name(kind), self.fields.ending)
        self.message = PlainText("", look, "strong")
        self.progress = QProgressBar()
        self.progress.setRange(0, _WHOLE)
        self.progress.setAccessibleName(translate("Export", "Progress"))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.export_button = QPushButton(translate("Export", "Export now"))
        self.buttons.addButton(self.export_button, QDialogButtonBox.ButtonRole.AcceptRole)
        self.writing = Writing(lane, interpreter, parent)
        self._seeing, self._finding = StepByStep(lane, self), StepByStep(lane, self)
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(CALM_MS)
        self._build()
        self._connect()
        self._show_going()
        self._calm.start()

    # -- building -----------------------------------------------------------------------------

    def _build(self) -> None:
        em = self._look.em_px
        choices = QWidget()
        inner = QVBoxLayout(choices)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(round(0.7 * em))
        inner.addWidget(self.fields)
        inner.addWidget(self.identity)
        inner.addStretch(1)
        area = self.choices = QScrollArea()
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidgetResizable(True)
        area.setWidget(choices)
        area.setMinimumWidth(round(_FORM_EM * em))
        beside = QHBoxLayout()
        beside.setSpacing(round(em))
        beside.addWidget(area, 0 if self.preview is not None else 1)
        if self.preview is not None:
            beside.addWidget(self.preview, 1)
        column = QVBoxLayout(self)
        margin = round(0.9 * em)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(round(0.6 * em))
        column.addLayout(beside, 1)
        for one in (self.target, self.message, self.progress, self.buttons):
            column.addWidget(one)
        room = self.screen().availableSize() * _ROOM
        size = _PLAIN_EM if self.preview is None else _SIZE_EM
        wanted = round(size[0] * em), round(size[1] * em)
        self.resize(min(wanted[0], room.width()), min(wanted[1], room.height()))

    def _connect(self) -> None:
        self.fields.changed.connect(self._on_changed)
        self.identity.changed.connect(self._on_changed)
        self._calm.timeout.connect(self._look_again)
        if self.preview is not None:
            self.preview.wanted.connect(self._calm.start)
        self.target.typed.connect(self._on_name_typed)
        self.buttons.accepted.connect(self.export)
        self.buttons.rejected.connect(self.reject)
        self.writing.asked.connect(self._on_asked)
        self.writing.progressed.connect(self._on_progressed)
        self.writing.ended.connect(self._on_ended)
        self.writing.failed.connect(self._on_failed)
        self.export_button.setDefault(True)

    # -- what is ordered ----------------------------------------------------------------------

    def order(self) -> Order:
        """Give what is ordered now."""
        plain = Order(
            path=self.target.path,
            keeps_identity=self.identity.keeps.isChecked(),
            words=self.identity.words,
        )
        return self.fields.order(plain)

    def kept(self) -> Kept:
        """Give what is remembered for the next time."""
        return self.fields.kept()

    def export(self) -> None:
        """Write the file."""
        self._on_name_typed()
        self._say("")
        if self.target.is_empty:
            self._say(translate("Export", "Type the name of the file first."))
            self.target.path_field.setFocus()
        elif not self.fields.ending:
            self._say(translate("Export", "No export has this ending."))
        elif not self.writing.is_going:
            self._calm.stop()
            self._seeing.stop()
            self.progress.setValue(0)
            self.writing.look_and_write(self._given.opened, self.order())
            self._show_going()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button it is on; from a field only that of the name exports."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        focused = self.focusWidget()
        if isinstance(focused, QPushButton):
            focused.click()
        elif focused is self.target.path_field:
            self.export_button.click()

    def reject(self) -> None:
        """Make no file; close where none is being made."""
        if not self.writing.is_going:
            super().reject()
        elif not self.writing.is_at_disk:
            self.writing.stop()
            self._show_going()
            self._calm.start()
            self._say(translate("Export", "Nothing was exported."))

    def done(self, result: int) -> None:
        """Close, and let go of what is still being made; a file is written to its end."""
        self._calm.stop()
        for one in (self._seeing, self._finding, self.writing):
            one.stop()
        super().done(result)

    # -- looking ------------------------------------------------------------------------------

    def _on_changed(self) -> None:
        self.target.show_ending(self.fields.ending)
        self._say("")
        self._calm.start()

    def _on_name_typed(self) -> None:
        """Follow the ending that was typed; one that cannot be made gives way."""
        ending = self.target.typed_ending
        if ending and not self.fields.choose_ending(ending):
            self.target.show_ending(self.fields.ending)

    def _look_again(self) -> None:
        if self.writing.is_going:
            return
        order, opened = self.order(), self._given.opened
        if order.words:
            steps = spoken(_places(opened, order), order.language, self._interpreter)
            self._finding.begin(steps, self.identity.show_places, self._on_not_seen)
        else:
            self._finding.stop()
            self.identity.show_places(())
        if self.preview is not None:
            ratio = self.devicePixelRatioF()
            steps_ = spoken(
                see(opened, order, self.preview.room, ratio), order.language, self._interpreter
            )
            self._seeing.begin(steps_, self._on_seen, self._on_not_seen)

    def _on_seen(self, seen: Seen) -> None:
        assert self.preview is not None  # it asked for it
        self.preview.show_seen(seen)

    def _on_not_seen(self, error: Exception) -> None:
        if not isinstance(error, TOLD):
            raise error
        if self.preview is not None:
            self.preview.show_words(str(error))

    # -- writing ------------------------------------------------------------------------------

    def _on_asked(self) -> None:
        box, path = QMessageBox(self), self.target.path
        box.setWindowTitle(self.windowTitle())
        box.setIcon(QMessageBox.Icon.Warning)
        box.setTextFormat(Qt.TextFormat.PlainText)
        words = translate("Export", "{path} is there already. Replace it?")
        box.setText(words.format(path=path))
        role = QMessageBox.ButtonRole.DestructiveRole
        replaces = box.addButton(translate("Export", "Replace"), role)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def answered(_: int) -> None:
            if box.clickedButton() is replaces:
                self.writing.write()
            self._show_going()

        box.finished.connect(answered)
        box.open()

    def _on_progressed(self, share: float) -> None:
        self.progress.setValue(round(share * _WHOLE))
        self._show_going()

    def _on_ended(self, _: Path) -> None:
        self.accept()

    def _on_failed(self, path: Path, error: Exception) -> None:
        self._say(failed_words(path, error))
        if isinstance(error, StandsInItError):
            self.identity.show_places(error.found)
            self.identity.places.setFocus()
            QTimer.singleShot(0, self, self._bring_places)
        self._show_going()

    def _bring_places(self) -> None:
        """Bring the list into view, once it has its place."""
        self.choices.ensureWidgetVisible(self.identity.places)

    def _show_going(self) -> None:
        is_going = self.writing.is_going
        self.progress.setVisible(is_going)
        for one in (self.fields, self.identity, self.target, self.export_button):
            one.setEnabled(not is_going)
        cancel = self.buttons.button(QDialogButtonBox.StandardButton.Cancel)
        cancel.setEnabled(not self.writing.is_at_disk)
        if is_going and self.focusWidget() is None:
            cancel.setFocus()

    def _say(self, words: str) -> None:
        self.message.setText(words)
        self.message.setVisible(bool(words))


def _places(opened: OpenedCase, order: Order) -> Steps[tuple[Standing, ...]]:
    """Find where words stand that must not go out."""
    session = making.session_for(opened, replace(order, words=()))
    yield 0.1
    found: tuple[Standing, ...] = yield partial(making.places_of, session, order)
    return found


def _fields(kind: Kind, given: Given) -> Fields:
    match kind:
        case "figure":
            return FigureFields(given.session, given.scenes, given.kept)
        case "slides":
            return SlidesFields(given.session, given.kept)
        case "data":
            return DataFields(given.session, given.kept)
    return HandoutFields(given.session, given.kept)


def _title(kind: Kind) -> str:
    return {
        "figure": translate("Export", "Export figure"),
        "slides": translate("Export", "Export slides"),
        "handout": translate("Export", "Export handout"),
        "summary": translate("Export", "Export handout"),
        "data": translate("Export", "Export data"),
    }[kind]


def _file_name(kind: Kind) -> str:
    """Name the file for what it is: the name of a case may tell whose it is, or what comes."""
    return "course" if kind == "figure" else "case" if kind == "data" else kind
