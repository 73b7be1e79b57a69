"""What belongs to a scene beside its view: speaker notes, planned time, reviewers' notes."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from viewer.model.scene import Scene
from viewer.ui.look import Look
from viewer.ui.words.scene_words import minutes_text, seconds_of

translate = QCoreApplication.translate

_PLANNED_EM = 5


class SceneFields(QWidget):
    """Shows what belongs to the chosen scene; what is typed is told once its field is left."""

    changed = Signal(str, object)
    """The scene, and what was changed of it by name: "notes", "planned_s", "annotations"."""

    def __init__(self, look: Look, language: str) -> None:
        super().__init__()
        self._look = look
        self._language = language
        self._scene: Scene | None = None
        self._told: tuple[str, str] | None = None
        """What was told last, and is told once: whoever keeps it may ask for a name first."""
        self.notes = QPlainTextEdit()
        self.notes.setTabChangesFocus(True)
        self.notes.setAccessibleName(translate("Scenes", "Speaker notes"))
        self.notes.setPlaceholderText(
            translate("Scenes", "Speaker notes; the room never sees them")
        )
        self.planned = QLineEdit()
        self.planned.setAccessibleName(translate("Scenes", "Planned time"))
        self.planned.setPlaceholderText(translate("Scenes", "min:s"))
        self.planned.setToolTip(translate("Scenes", "Minutes and seconds, such as 1:30"))
        self.shows_annotations = QCheckBox(translate("Scenes", "Show reviewers' notes"))
        self.fault = QLabel()
        self.fault.setTextFormat(Qt.TextFormat.PlainText)
        self.fault.setWordWrap(True)
        self.fault.hide()
        label = QLabel(translate("Scenes", "Planned time"))
        label.setBuddy(self.planned)
        self._row = QHBoxLayout()
        self._row.addWidget(label)
        self._row.addWidget(self.planned)
        self._row.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.notes, 1)
        self._column.addLayout(self._row)
        self._column.addWidget(self.shows_annotations)
        self._column.addWidget(self.fault)
        for field in (self.notes, self.planned):
            field.installEventFilter(self)
        self.planned.returnPressed.connect(self.commit)
        self.shows_annotations.clicked.connect(self._on_annotations_clicked)
        self.restyle()

    def restyle(self) -> None:
        """Take fonts and measures of another look."""
        h, em = self._look.h_px, self._look.em_px
        self.notes.setFont(self._look.font("label"))
        self.notes.setMinimumHeight(round(1.8 * h))
        self.planned.setFixedWidth(round(_PLANNED_EM * em))
        self._row.setSpacing(round(0.6 * h))
        self._column.setSpacing(round(0.4 * h))

    # -- showing ------------------------------------------------------------------------------

    def show_scene(self, scene: Scene | None) -> None:
        """Show what belongs to a scene; what is being typed about the same one stays."""
        is_same = scene is not None and self._scene is not None and scene.id == self._scene.id
        is_typing = is_same and self._typed() is not None
        self._scene = scene
        self.setEnabled(scene is not None)
        self.shows_annotations.setChecked(scene is not None and scene.annotations)
        if not is_typing:
            self.take_back()

    def take_back(self) -> None:
        """Show again what the scene says."""
        self._told = None
        self.fault.hide()
        kept = self._kept()
        if self.notes.toPlainText() != kept[0]:
            self.notes.setPlainText(kept[0])
        self.planned.setText(kept[1])

    def _kept(self) -> tuple[str, str]:
        """Give the notes and the planned time that the scene has, as they are typed."""
        scene = self._scene
        notes = "" if scene is None or scene.notes is None else scene.notes.pick(self._language)
        planned = None if scene is None else scene.planned_s
        return notes, "" if planned is None else minutes_text(planned)

    def _typed(self) -> tuple[str, str] | None:
        """Give what is typed; None where that is what the scene says."""
        typed = self.notes.toPlainText(), self.planned.text().strip()
        return None if typed == self._kept() else typed

    # -- keeping ------------------------------------------------------------------------------

    def commit(self) -> None:
        """Tell what was typed; a time that is none is taken back, and said."""
        scene, typed = self._scene, self._typed()
        if scene is None or typed is None:
            return
        parts, kept = self._parts(typed), self._kept()
        if not parts:
            self.planned.setText(kept[1])
        elif typed != self._told:
            self._told = typed
            self.changed.emit(scene.id, parts)

    def _parts(self, typed: tuple[str, str]) -> dict[str, object]:
        """Give by name what of the scene is typed otherwise; what cannot be kept is said."""
        (notes, planned), (old_notes, old_planned) = typed, self._kept()
        parts: dict[str, object] = {} if notes == old_notes else {"notes": notes}
        self.fault.hide()
        if planned == old_planned:
            return parts
        try:
            seconds = seconds_of(planned)
        except ValueError:
            words = translate(
                "Scenes", "“{typed}” is not a time. Write minutes and seconds, such as 1:30."
            )
            self.planned.setText(old_planned)
            self.fault.setText(words.format(typed=planned[:40]))
            self.fault.show()
            return parts
        if self._scene is not None and seconds != self._scene.planned_s:
            parts["planned_s"] = seconds
        return parts

    @property
    def is_kept(self) -> bool:
        """Whether the scene says what is typed."""
        return self._typed() is None

    def _on_annotations_clicked(self, is_on: bool) -> None:
        if self._scene is not None:
            self.changed.emit(self._scene.id, {"annotations": is_on})

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep what was typed when its field is left or with Ctrl+Enter; Esc takes it back."""
        if event.type() == QEvent.Type.FocusOut:
            self.commit()
        elif event.type() == QEvent.Type.FocusIn:
            self._told = None
        if not isinstance(event, QKeyEvent) or not (_is_done(event) or self._gives_up(event)):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # before the window's commands see the key
        elif event.type() == QEvent.Type.KeyPress:
            if _is_done(event):
                self.commit()
            else:
                self.take_back()
        return True

    def _gives_up(self, event: QKeyEvent) -> bool:
        return event.key() == Qt.Key.Key_Escape and self._typed() is not None


def _is_done(event: QKeyEvent) -> bool:
    is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return is_enter and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
