"""The scenes of a deck as rows; the words of a row are made when it is looked at."""

from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from viewer.model.scene import Scene
from viewer.model.scene_view import missing
from viewer.session.session import Session
from viewer.ui.words.joining import in_turn, labelled
from viewer.ui.words.scene_words import missing_words, when_words
from viewer.ui.words.tooltips import rich

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
ID_ROLE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class SceneRow:
    """What a row says."""

    number: int
    """Its place, counted from 1."""
    title: str
    when: str
    lacking: str
    """What the scene names and the case lacks; empty for nothing."""

    @property
    def lines(self) -> tuple[str, ...]:
        """Everything it says, a line each."""
        said = (labelled(str(self.number), self.title), self.when, self.lacking)
        return tuple(line for line in said if line)


class SceneRows(QAbstractListModel):
    """The listed scenes in order."""

    retitled = Signal(str, str)
    """The person gave a scene, by its id, another title."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._scenes: tuple[Scene, ...] = ()
        self._made: dict[int, SceneRow] = {}
        self._context: tuple[object, ...] = ()

    def show_scenes(self, scenes: tuple[Scene, ...]) -> None:
        """Show these scenes; where they are as many as before, each row only says something else.

        So a title can be typed on while its deck is copied, which gives every scene another id.
        """
        session = self._session
        context = session.case, session.counting, session.language
        before, self._scenes = self._scenes, scenes
        is_new_context, self._context = context != self._context, context
        if len(before) != len(scenes):
            self._scenes = before
            self.beginResetModel()
            self._scenes, self._made = scenes, {}
            self.endResetModel()
            return
        for row, (old, new) in enumerate(zip(before, scenes, strict=True)):
            if is_new_context or (old is not new and old != new):
                self._made.pop(row, None)
                self.dataChanged.emit(self.index(row), self.index(row))

    @property
    def scenes(self) -> tuple[Scene, ...]:
        """The scenes that are shown."""
        return self._scenes

    def row_of(self, id_: str | None) -> int | None:
        """Give the row of a scene; None where it is not listed."""
        return next((row for row, one in enumerate(self._scenes) if one.id == id_), None)

    def said(self, row: int) -> SceneRow:
        """Give what a row says."""
        made = self._made.get(row)
        if made is None:
            made = self._made[row] = self._say(row, self._scenes[row])
        return made

    def _say(self, row: int, scene: Scene) -> SceneRow:
        session = self._session
        opened, is_told = session.opened, session.state.horizon is None
        # What is later than the horizon is lacking, too, but that must not be told.
        gone = missing(scene, opened.case) if opened is not None and is_told else ()
        title = scene.title.pick(session.language)
        return SceneRow(row + 1, title, when_words(scene, session.counting), missing_words(gone))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        """Give the number of scenes."""
        return 0 if parent.isValid() else len(self._scenes)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        """Give the one column, which Qt keeps to itself otherwise."""
        return 0 if parent.isValid() else 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let titles be changed in place."""
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a row's words, for the eye and for screen readers."""
        if not index.isValid():
            return None
        said, role_of = self.said(index.row()), Qt.ItemDataRole
        if role in (role_of.DisplayRole, role_of.EditRole):
            return said.title
        if role == role_of.AccessibleTextRole:
            return in_turn(said.lines)
        if role == role_of.ToolTipRole:
            return rich([*said.lines])
        return {ROW_ROLE: said, ID_ROLE: self._scenes[index.row()].id}.get(role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take another title; an empty one changes nothing."""
        words = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or not words:
            return False
        if words != self.said(index.row()).title:
            self.retitled.emit(self._scenes[index.row()].id, words)
        return True
