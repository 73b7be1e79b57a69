"""Events and statements as the rows of a table."""

import unicodedata
from enum import IntEnum
from functools import cached_property

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from viewer.model.course import in_order
from viewer.model.event import Event
from viewer.model.series import Statement
from viewer.ui.panels.telling import Telling
from viewer.ui.widgets.plain_text import tip
from viewer.ui.widgets.sign import Sign
from viewer.ui.words.evidence_words import evidence_name
from viewer.ui.words.joining import labelled
from viewer.ui.words.time_words import when_long, when_short
from viewer.ui.words.tooltips import tooltip

translate = QCoreApplication.translate

Index = QModelIndex | QPersistentModelIndex
SIGN_ROLE = Qt.ItemDataRole.UserRole
ID_ROLE = Qt.ItemDataRole.UserRole + 1


class Column(IntEnum):
    """The columns, from left to right."""

    WHEN = 0
    TITLE = 1
    OUTCOME = 2
    LANE = 3
    EVIDENCE = 4


class Row:
    """One event or statement; its words are made when they are first wanted."""

    def __init__(self, telling: Telling, thing: Event | Statement) -> None:
        self.thing = thing
        self._telling = telling

    @property
    def day(self) -> float:
        """The moment it is sorted by."""
        return self.thing.when.anchor

    @cached_property
    def cells(self) -> tuple[str, ...]:
        """The words of each column."""
        telling, thing = self._telling, self.thing
        title, outcome = telling.name(thing), ""
        if isinstance(thing, Event):
            if thing.result is not None:
                title = labelled(title, telling.words(thing.result.text))
            if thing.outcome is not None:
                outcome = telling.words(thing.outcome.text)
        return (
            when_short(thing.when, telling.language),
            title,
            outcome,
            self._lane(),
            evidence_name(thing.evidence.kind),
        )

    def _lane(self) -> str:
        lane = next((one for one in self._telling.case.lanes if one.id == self.thing.lane), None)
        if lane is not None:
            return self._telling.words(lane.title)
        return translate("Events", "Statements") if isinstance(self.thing, Statement) else ""

    @cached_property
    def sought(self) -> str:
        """All its words, made comparable."""
        return comparable("\n".join(self.cells))

    @property
    def sign(self) -> Sign | None:
        """Its mark."""
        return self._telling.sign(self.thing)

    @property
    def outcome_sign(self) -> Sign | None:
        """The sign of its outcome."""
        if isinstance(self.thing, Event) and self.thing.outcome is not None:
            return self._telling.outcome(self.thing.outcome).sign
        return None

    def tip(self, column: Column) -> str:
        """Give what stands in the tooltip of a cell."""
        if column is Column.WHEN:
            return tip(when_long(self.thing.when, self._telling.language))
        return tooltip(self._telling.case, self.thing, self._telling.language)


def comparable(text: str) -> str:
    """Make text comparable: no case, no wide and narrow forms of one character."""
    return unicodedata.normalize("NFKC", text).casefold()


class EventRows(QAbstractTableModel):
    """The events and statements of the disclosed case, sortable by each column."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def show_case(self, telling: Telling) -> None:
        """Show the rows of another case, by time."""
        self.beginResetModel()
        things: list[Event | Statement] = [*in_order(telling.case), *telling.case.statements]
        self._rows = sorted((Row(telling, thing) for thing in things), key=lambda row: row.day)
        self.endResetModel()

    def row_of(self, id_: str | None) -> int | None:
        """Give the row of a part; None where it has none."""
        return next((i for i, row in enumerate(self._rows) if row.thing.id == id_), None)

    def row_at(self, row: int) -> Row:
        """Give what stands in a row."""
        return self._rows[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        """Give the number of events and statements."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        """Give the number of columns."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a cell's words, its tooltip or its sign."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.cells[column]
            case Qt.ItemDataRole.ToolTipRole:
                return row.tip(column)
            case _ if role == ID_ROLE:
                return row.thing.id
            case _ if role == SIGN_ROLE:
                return {Column.TITLE: row.sign, Column.OUTCOME: row.outcome_sign}.get(column)
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Name the columns."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return {
            Column.WHEN: translate("Events", "When"),
            Column.TITLE: translate("Events", "Event"),
            Column.OUTCOME: translate("Events", "Outcome"),
            Column.LANE: translate("Events", "Lane"),
            Column.EVIDENCE: translate("Events", "Evidence"),
        }.get(Column(section))

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; the times by the day, not by their words."""
        if column < 0:
            return
        self.layoutAboutToBeChanged.emit()
        before = {id(row): at for at, row in enumerate(self._rows)}
        is_descending = order == Qt.SortOrder.DescendingOrder
        if column == Column.WHEN:
            self._rows.sort(key=lambda row: row.day, reverse=is_descending)
        else:
            self._rows.sort(key=lambda row: comparable(row.cells[column]), reverse=is_descending)
        now = {before[id(row)]: at for at, row in enumerate(self._rows)}
        for old in self.persistentIndexList():
            moved = self.index(now[old.row()], old.column())
            self.changePersistentIndex(old, moved)
        self.layoutChanged.emit()


class FoundRows(QSortFilterProxyModel):
    """The rows that hold every word sought; sorting is left to the rows themselves.

    They know the day behind the words, and sort a long course in one step.
    """

    def __init__(self, rows: EventRows, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: tuple[str, ...] = ()
        self._source = rows
        self.setSourceModel(rows)

    def seek(self, text: str) -> None:
        """Keep the rows that hold every word of `text`; all rows for none."""
        self.beginFilterChange()
        self._words = tuple(comparable(text).split())
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def filterAcceptsRow(self, row: int, _parent: Index) -> bool:
        """Tell whether a row holds every word."""
        return all(word in self._source.row_at(row).sought for word in self._words)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort the rows."""
        self._source.sort(column, order)
