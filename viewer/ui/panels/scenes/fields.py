"""What belongs to a scene beside its view: speaker notes, planned time, reviewers' notes."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QTextDocument
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from viewer.model.part import MOST_LINE
from viewer.model.scene import Scene
from viewer.ui.look import Look
from viewer.ui.words.scene_words import minutes_text, seconds_of
from viewer.ui.words.too_many import too_many_letters

translate = QCoreApplication.translate

REST_MS = 2000
"""Notes are kept when nothing was typed for so long."""
_PLANNED_EM = 5


class SceneFields(QWidget):
    """Shows what belongs to the chosen scene; what is typed is told when its field is left.

    Notes are typed for minutes: it is told, too, when it is time to keep them as far as they are.
    """

    changed = Signal(str, object, object)
    """The scene, what was changed of it by name ("notes", "planned_s", "annotations"), and in which
    run of typing; None for none."""
    rested = Signal()
    """Nothing was typed for a while; the notes may be kept as they are."""

    def __init__(self, look: Look, language: str) -> None:
        super().__init__()
        self._look = look
        self._language = language
        self._scene: Scene | None = None
        self._kept = "", ""
        """The notes and the planned time that the scene has, as they are typed."""
        self._told: dict[str, object] | None = None
        """What was told last, and is told once: whoever keeps it may ask for a name first."""
        self._is_telling = False
        self._run, self._at_first = object(), ""
        """Names what is typed in one go, and the notes before it."""
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(REST_MS)
        self._resting.timeout.connect(self.rested)
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
        self.notes.textChanged.connect(self._on_notes_typed)
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
        before, kept, self._scene = self._scene, self._kept, scene
        is_same = before is not None and scene is not None and _is_same(before, scene)
        if before is not scene:
            self._kept = self._as_shown(scene)
            self._told = None if before != scene else self._told
        typed, time = self._notes(), _time(self.planned.text())
        is_typing = is_same and typed not in (kept[0], self._kept[0])
        is_timing = is_same and time not in (_time(kept[1]), _time(self._kept[1]))
        self.setEnabled(scene is not None)
        self.shows_annotations.setChecked(scene is not None and scene.annotations)
        if not is_same:
            self.say("")
        if not is_typing and not (is_same and typed == self._kept[0]):  # else the cursor stays
            self._put_notes()
        if not is_timing:
            self._put_time()
        if (before and before.id) != (scene and scene.id) and not self._is_telling:
            self._begin_run()

    def take_back(self) -> None:
        """Show again what the scene says."""
        self._told = None
        self._put_notes()
        self._put_time()
        self.say("")

    def _put_notes(self) -> None:
        if self.notes.toPlainText() != self._kept[0]:
            self.notes.setPlainText(self._kept[0])
        self._resting.stop()

    def _put_time(self) -> None:
        if self.planned.text() != self._kept[1]:
            self.planned.setText(self._kept[1])

    def _as_shown(self, scene: Scene | None) -> tuple[str, str]:
        """Give the notes and the planned time of a scene as the fields give them back."""
        notes = "" if scene is None or scene.notes is None else scene.notes.pick(self._language)
        planned = None if scene is None else scene.planned_s
        # A document gives some letters back as others, which nobody has typed.
        shown = _or_nothing(QTextDocument(notes).toPlainText())
        return shown, "" if planned is None else minutes_text(planned)

    def _notes(self) -> str:
        """Give the notes that are typed; nothing for blanks alone."""
        return _or_nothing(self.notes.toPlainText())

    # -- keeping ------------------------------------------------------------------------------

    @property
    def is_kept(self) -> bool:
        """Whether the scene says what is typed."""
        notes, planned = self._kept
        return self._notes() == notes and _time(self.planned.text()) == _time(planned)

    def commit(self) -> None:
        """Tell what was typed; a time that is none is taken back, too long notes stay."""
        self._resting.stop()
        if self._scene is None:
            return
        parts, fault = self._typed_notes(), self.what_is_too_long()
        typed = self.planned.text()
        time = _time(typed)
        if isinstance(time, str):
            words = translate(
                "Scenes", "“{typed}” is not a time. Write minutes and seconds, such as 1:30."
            )
            fault = fault or words.format(typed=typed.strip()[:40])
        if isinstance(time, str) or time == self._scene.planned_s:
            self._put_time()
        else:
            parts["planned_s"] = time
        self.say(fault)
        self._tell(parts)

    def keep_notes(self) -> None:
        """Tell the notes as far as they are typed, and leave the fields as they are."""
        if self._scene is not None:
            self._tell(self._typed_notes())

    def _typed_notes(self) -> dict[str, object]:
        notes = self._notes()
        is_told = notes == self._kept[0] or bool(self.what_is_too_long())
        return {} if is_told else {"notes": notes}

    def _tell(self, parts: dict[str, object]) -> None:
        if self._scene is not None and parts and parts != self._told:
            self._told, self._is_telling = parts, True
            self.changed.emit(self._scene.id, parts, self._run)
            self._is_telling = False

    def what_is_too_long(self) -> str:
        """Say that the notes have too many letters, and their count; empty where they have not."""
        if self.notes.document().characterCount() <= MOST_LINE:  # never less than there are letters
            return ""
        return too_many_letters(self.notes.accessibleName(), len(self._notes()), MOST_LINE)

    def say(self, fault: str) -> None:
        """Say what cannot be kept; it goes with the next letter of the notes."""
        self.fault.setText(fault)
        self.fault.setVisible(bool(fault))

    def _begin_run(self) -> None:
        """Take what is typed from now on as one step, which Esc takes back."""
        self._run, self._at_first = object(), self._kept[0]

    def _on_notes_typed(self) -> None:
        self.say(self.what_is_too_long())
        self._resting.start()

    def _on_annotations_clicked(self, is_on: bool) -> None:
        if self._scene is not None:
            self.changed.emit(self._scene.id, {"annotations": is_on}, None)

    # -- keys ---------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep what was typed when its field is left or with Ctrl+Enter; Esc takes it back."""
        if event.type() == QEvent.Type.FocusOut:
            self.commit()
        elif event.type() == QEvent.Type.FocusIn:
            self._told = None
            self._begin_run()
        if not isinstance(event, QKeyEvent) or not (_is_done(event) or self._gives_up(event)):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # before the window's commands see the key
        elif event.type() == QEvent.Type.KeyPress:
            if _is_done(event):
                self.commit()
                self._begin_run()
            else:
                self._give_up()
        return True

    def _gives_up(self, event: QKeyEvent) -> bool:
        is_typed = not self.is_kept or self._kept[0] != self._at_first
        return event.key() == Qt.Key.Key_Escape and is_typed

    def _give_up(self) -> None:
        """Take back what was typed, also what was kept of it meanwhile."""
        self.take_back()
        if self._kept[0] != self._at_first:
            self.notes.setPlainText(self._at_first)
            self.keep_notes()


def _is_done(event: QKeyEvent) -> bool:
    is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return is_enter and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)


def _is_same(before: Scene, after: Scene) -> bool:
    """Tell whether a scene is another one with other notes, or its copy in a copied deck."""
    beside = {name: getattr(after, name) for name in ("id", "notes", "planned_s", "annotations")}
    return before.id == after.id or before.model_copy(update=beside) == after


def _or_nothing(text: str) -> str:
    return text if text.strip() else ""


def _time(typed: str) -> int | str | None:
    """Give a planned time that is typed in seconds, None for none; as it is where it is no time."""
    try:
        return seconds_of(typed)
    except ValueError:
        return typed
