"""The rows of the list of annotations: sorted here, since Qt would ask for words pair by pair."""

from collections.abc import Callable
from enum import IntEnum

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from viewer.model.annotation import ADDITIONS
from viewer.model.same_text import fold
from viewer.ui.panels.annotations.entries import Entry
from viewer.ui.panels.headed import HeadedRows
from viewer.ui.panels.table import ID_ROLE
from viewer.ui.words.annotation_words import added_by, local_time
from viewer.ui.words.joining import in_line, in_turn, labelled, with_aside
from viewer.ui.words.tooltips import rich

translate = QCoreApplication.translate

Index = QModelIndex | QPersistentModelIndex
NO_DAY = float("inf")
"""What has no day stands last."""


class Column(IntEnum):
    """What the list tells of an annotation."""

    SAID = 0
    WHERE = 1
    AUTHOR = 2
    KIND = 3
    TAGS = 4
    CHANGED = 5


_KEYS: dict[Column, Callable[[Entry], object]] = {
    Column.SAID: lambda entry: fold(entry.said),
    Column.WHERE: lambda entry: (entry.span.start if entry.span else NO_DAY, entry.made),
    Column.AUTHOR: lambda entry: fold(entry.author),
    Column.KIND: lambda entry: entry.kind_words,
    Column.TAGS: lambda entry: tuple(fold(tag) for tag in entry.tags),
    Column.CHANGED: lambda entry: (entry.changed, entry.made),
}


class AnnotationRows(HeadedRows):
    """Those annotations that the filters let through, in the order that was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: tuple[Entry, ...] = ()
        self._column, self._is_down = Column.WHERE, False

    def show_entries(self, entries: tuple[Entry, ...]) -> None:
        """Show other entries, in the order that was asked for last."""
        ordered = self._sorted(entries)
        if ordered != self._entries:
            self.beginResetModel()
            self._entries = ordered
            self.endResetModel()

    def row_of(self, id_: str | None) -> int | None:
        """Give the row of an annotation; None where it is not shown."""
        return next((row for row, one in enumerate(self._entries) if one.id == id_), None)

    def entry(self, row: int) -> Entry:
        """Give what stands in a row."""
        return self._entries[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        """Give the number of annotations that are shown."""
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        """Give the number of columns."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a cell's words, its tooltip, or the annotation's id."""
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _words(entry, Column(index.column()))
            case Qt.ItemDataRole.ToolTipRole:
                return rich([_words(entry, column) for column in Column])
            case Qt.ItemDataRole.FontRole if entry.is_deleted:
                return _deleted_font()
            case _ if role == ID_ROLE:
                return entry.id
        return None

    def head(self, column: int) -> str | None:
        """Name a column."""
        return {
            Column.SAID: translate("Annotations", "Annotation"),
            Column.WHERE: translate("Annotations", "Where"),
            Column.AUTHOR: translate("Annotations", "Author"),
            Column.KIND: translate("Annotations", "Kind"),
            Column.TAGS: translate("Annotations", "Tags"),
            Column.CHANGED: translate("Annotations", "Changed"),
        }[Column(column)]

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column."""
        if column < 0:
            return
        self._column, self._is_down = Column(column), order == Qt.SortOrder.DescendingOrder
        self.layoutAboutToBeChanged.emit()
        before, self._entries = self._entries, self._sorted(self._entries)
        rows = {entry.id: row for row, entry in enumerate(self._entries)}
        for old in self.persistentIndexList():
            moved = self.index(rows[before[old.row()].id], old.column())
            self.changePersistentIndex(old, moved)
        self.layoutChanged.emit()

    def _sorted(self, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
        key: Callable[..., object] = _KEYS[self._column]
        return tuple(sorted(entries, key=key, reverse=self._is_down))  # type: ignore[arg-type]


def _words(entry: Entry, column: Column) -> str:
    match column:
        case Column.SAID:
            return _said(entry)
        case Column.WHERE:
            return entry.where
        case Column.AUTHOR:
            return entry.author
        case Column.KIND:
            return entry.kind_words
        case Column.TAGS:
            return in_line(entry.tags)
        case Column.CHANGED:
            return local_time(entry.changed)


def _said(entry: Entry) -> str:
    """Give the words with what has happened to them: new, resolved, answered, deleted."""
    said, gone = entry.said, ""
    if entry.kind is None:
        said = translate("Annotations", "Removed for good")
    elif entry.is_deleted and not said:
        said = translate("Annotations", "Deleted")
    elif entry.is_deleted:
        gone = translate("Annotations", "deleted")
    asides = [
        added_by(entry.author) if entry.kind in ADDITIONS else "",
        gone,
        translate("Annotations", "resolved") if entry.is_resolved else "",
    ]
    if entry.replies == 1:
        asides.append(translate("Annotations", "1 reply"))
    elif entry.replies:
        asides.append(translate("Annotations", "{count} replies").format(count=entry.replies))
    if any(asides):
        said = with_aside(said, in_turn(asides))
    return labelled(translate("Annotations", "New"), said) if entry.is_new else said


def _deleted_font() -> QFont:
    """Give what a deleted one is written in; all else is the table's."""
    font = QFont()
    font.setStrikeOut(True)
    return font
