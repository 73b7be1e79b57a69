"""Reported values as the rows of a table; a row's words are made when it is looked at."""

from collections.abc import Callable
from enum import IntEnum

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, Qt

from viewer.model.all_values import AllValues, Flags, Floats, Numbers
from viewer.model.same_text import fold
from viewer.model.series import Measurement, Series
from viewer.ui.panels.table import CURSOR_ROLE, Index
from viewer.ui.panels.telling import Telling
from viewer.ui.words.evidence_words import evidence_name, evidence_text, place_text
from viewer.ui.words.side_words import side_name
from viewer.ui.words.time_words import when_long
from viewer.ui.words.tooltips import rich
from viewer.ui.words.value_words import reference_sentence, reference_text, value_text

translate = QCoreApplication.translate


class ValueColumn(IntEnum):
    """The columns, from left to right; value and unit apart, so that a spreadsheet can reckon."""

    SERIES = 0
    WHEN = 1
    VALUE = 2
    UNIT = 3
    SIDE = 4
    REFERENCE = 5
    EVIDENCE = 6
    PLACE = 7


class ValueRows(QAbstractTableModel):
    """The values that are kept, in the order of one column."""

    def __init__(self, telling: Telling, values: AllValues, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._telling = telling
        self._values = values
        self._order: Numbers = values.by_time
        self._kept: Flags = np.ones(len(values), dtype=np.bool_)
        self._shown: Numbers = self._order
        self._day = -np.inf

    def show_values(self, telling: Telling, values: AllValues, kept: Flags) -> None:
        """Show the values of another case, by time."""
        self.beginResetModel()
        self._telling, self._values, self._kept = telling, values, kept
        self._order = values.by_time
        self._shown = self._order[kept[self._order]]
        self.endResetModel()

    def say_anew(self, telling: Telling) -> None:
        """Show the same values in other words, in the same order."""
        self.beginResetModel()
        self._telling = telling
        self.endResetModel()

    def keep(self, kept: Flags) -> None:
        """Show only these rows."""
        self.beginResetModel()
        self._kept = kept
        self._shown = self._order[kept[self._order]]
        self.endResetModel()

    def point_at(self, day: float) -> None:
        """Mark the rows of the cursor's day."""
        self._day = float(np.floor(day))

    def value_at(self, row: int) -> tuple[Series, Measurement]:
        """Give what stands in a row."""
        return self._values.at(int(self._shown[row]))

    def number_at(self, row: int) -> int:
        """Give the number, among all values, of what stands in a row."""
        return int(self._shown[row])

    def row_of(self, number: int | None) -> int | None:
        """Give the row that shows a value; None where none does."""
        if number is None:
            return None
        found = np.flatnonzero(self._shown == number)
        return int(found[0]) if len(found) else None

    def row_at_cursor(self) -> int | None:
        """Give the first row of the cursor's day; None where it has none."""
        days = np.floor(self._values.days[self._shown])
        found = np.flatnonzero(days == self._day)
        return int(found[0]) if len(found) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        """Give the number of values that are kept."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        """Give the number of columns."""
        return 0 if parent.isValid() else len(ValueColumn)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a cell's words, its tooltip, or whether it is of the cursor's day."""
        if not index.isValid():
            return None
        number = int(self._shown[index.row()])
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._words(number, ValueColumn(index.column()))
            case Qt.ItemDataRole.ToolTipRole:
                return self._tip(number)
            case _ if role == CURSOR_ROLE:
                return bool(np.floor(self._values.days[number]) == self._day)
        return None

    def _words(self, number: int, column: ValueColumn) -> str:
        series, point = self._values.at(number)
        language, case = self._telling.language, self._telling.case
        reference = series.reference_for(point)
        makers: dict[ValueColumn, Callable[[], str]] = {
            ValueColumn.SERIES: lambda: (series.short or series.title).pick(language),
            ValueColumn.WHEN: lambda: self._telling.time(point.when),
            ValueColumn.VALUE: lambda: value_text(point, language),
            ValueColumn.UNIT: lambda: series.unit if point.value is not None else "",
            ValueColumn.SIDE: lambda: side_name(self._values.side_at(number)),
            ValueColumn.REFERENCE: lambda: reference_text(reference, language) if reference else "",
            ValueColumn.EVIDENCE: lambda: evidence_name(point.evidence.kind),
            ValueColumn.PLACE: lambda: place_text(point.evidence, case, language),
        }
        return makers[column]()

    def _tip(self, number: int) -> str:
        """Give all that the row says, and the columns for which there is no room."""
        series, point = self._values.at(number)
        language, case = self._telling.language, self._telling.case
        reference = series.reference_for(point)
        value = f"{value_text(point, language)} {self._words(number, ValueColumn.UNIT)}".strip()
        return rich(
            [
                f"{series.title.pick(language)} {value}",
                when_long(point.when, self._telling.counting, language),
                side_name(self._values.side_at(number)),
                reference_sentence(reference, series, language) if reference is not None else "",
                evidence_text(point.evidence, case, language),
                *(remark.text.pick(language) for remark in point.remarks),
            ]
        )

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
            ValueColumn.SERIES: translate("Values", "Series"),
            ValueColumn.WHEN: translate("Values", "When"),
            ValueColumn.VALUE: translate("Values", "Value"),
            ValueColumn.UNIT: translate("Values", "Unit"),
            ValueColumn.SIDE: translate("Values", "Range"),
            ValueColumn.REFERENCE: translate("Values", "Reference interval"),
            ValueColumn.EVIDENCE: translate("Values", "Evidence"),
            ValueColumn.PLACE: translate("Values", "Place"),
        }[ValueColumn(section)]

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column: times and values by their number, all else by its words."""
        if column < 0:
            return
        self.layoutAboutToBeChanged.emit()
        before = self._shown
        by_time = self._values.by_time
        keys = self._keys(ValueColumn(column))[by_time]
        if order == Qt.SortOrder.DescendingOrder:
            keys = -keys
        # What has no key, as a word among values, stands last either way.
        self._order = by_time[np.argsort(keys, kind="stable")]
        self._shown = self._order[self._kept[self._order]]
        places = np.empty(len(self._values), dtype=np.intp)
        places[self._shown] = np.arange(len(self._shown))
        for old in self.persistentIndexList():
            moved = self.index(int(places[before[old.row()]]), old.column())
            self.changePersistentIndex(old, moved)
        self.layoutChanged.emit()

    def _keys(self, column: ValueColumn) -> Floats:
        """Give numbers by which the rows are sorted, one for each value."""
        if column is ValueColumn.WHEN:
            return self._values.days
        if column is ValueColumn.VALUE:
            return self._values.values
        words = [fold(self._words(number, column)) for number in range(len(self._values))]
        ranks = {word: rank for rank, word in enumerate(sorted(set(words)))}
        return np.array([ranks[word] for word in words], dtype=np.float64)
