"""Reported values as the rows of a table; a row's words are made when it is looked at."""

import math
from collections.abc import Callable, Sequence
from enum import IntEnum

import numpy as np
from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, Qt

from viewer.model.all_values import AllValues, Flags, Floats, Numbers
from viewer.model.row_order import RowOrder
from viewer.model.same_text import fold
from viewer.model.series import Measurement, Series
from viewer.ui.panels.headed import HeadedRows
from viewer.ui.panels.table import CURSOR_ROLE, Index
from viewer.ui.panels.telling import Telling
from viewer.ui.words.evidence_words import evidence_name, evidence_text, place_text
from viewer.ui.words.side_words import side_name
from viewer.ui.words.time_words import when_long
from viewer.ui.words.tooltips import rich
from viewer.ui.words.value_words import reference_sentence, reference_text, value_text

translate = QCoreApplication.translate

MOST_BY_WORDS = 100_000
"""Of more values the words of every row are not made for sorting."""
MOST_ROWS = 30_000_000
"""A table of more rows would be higher than a whole number of pixels can say."""


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


OF_SERIES = (ValueColumn.SERIES,)
"""Columns that say the same of every value of a series."""


class ValueRows(HeadedRows):
    """The values that are kept, in the order of one column."""

    def __init__(self, telling: Telling, values: AllValues, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._telling = telling
        self._values = values
        self._order: Numbers | None = values.by_time
        self._kept: Flags | None = None
        self._shown = self._choose()
        self._day = -np.inf

    def show_values(self, telling: Telling, values: AllValues, kept: Flags | None) -> None:
        """Show the values of another case, by time; all of them without `kept`."""
        self.beginResetModel()
        self._telling, self._values, self._kept = telling, values, kept
        self._order = values.by_time
        self._shown = self._choose()
        self.endResetModel()

    def _choose(self) -> RowOrder:
        """Put what is kept in order; of very many that are all kept no list is made."""
        if self._kept is None:
            return RowOrder(len(self._values), self._order)
        if self._order is None:
            return RowOrder(len(self._values), np.flatnonzero(self._kept))
        return RowOrder(len(self._values), self._order[self._kept[self._order]])

    def say_anew(self, telling: Telling) -> None:
        """Show the same values in other words, in the same order."""
        self.beginResetModel()
        self._telling = telling
        self.endResetModel()

    def keep(self, kept: Flags | None) -> None:
        """Show only these rows; all without `kept`."""
        self.beginResetModel()
        self._kept = kept
        self._shown = self._choose()
        self.endResetModel()

    def point_at(self, day: float) -> None:
        """Mark the rows of the cursor's day."""
        self._day = float(np.floor(day))

    def value_at(self, row: int) -> tuple[Series, Measurement]:
        """Give what stands in a row."""
        return self._values.at(self._shown.number_at(row))

    def number_at(self, row: int) -> int:
        """Give the number, among all values, of what stands in a row."""
        return self._shown.number_at(row)

    def row_of(self, number: int | None) -> int | None:
        """Give the row that shows a value; None where none does."""
        row = None if number is None else self._shown.row_of(number)
        return row if row is not None and row < self.rowCount() else None

    def row_at_cursor(self) -> int | None:
        """Give the first row of the cursor's day; None where it has none."""
        row = self._shown.first_row(self._values.on_day(self._day))
        return row if row is not None and row < self.rowCount() else None

    @property
    def count(self) -> int:
        """How many values are kept, more than there may be rows."""
        return len(self._shown)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        """Give the number of values that are kept, as far as a table can hold them."""
        return 0 if parent.isValid() else min(len(self._shown), MOST_ROWS)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        """Give the number of columns."""
        return 0 if parent.isValid() else len(ValueColumn)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a cell's words, its tooltip, or whether it is of the cursor's day."""
        if not index.isValid():
            return None
        number = self._shown.number_at(index.row())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._words(number, ValueColumn(index.column()))
            case Qt.ItemDataRole.ToolTipRole:
                return self._tip(number)
            case _ if role == CURSOR_ROLE:
                return math.floor(self._values.at(number)[1].when.anchor) == self._day
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

    def head(self, column: int) -> str | None:
        """Name a column."""
        return {
            ValueColumn.SERIES: translate("Values", "Series"),
            ValueColumn.WHEN: translate("Values", "When"),
            ValueColumn.VALUE: translate("Values", "Value"),
            ValueColumn.UNIT: translate("Values", "Unit"),
            ValueColumn.SIDE: translate("Values", "Range"),
            ValueColumn.REFERENCE: translate("Values", "Reference interval"),
            ValueColumn.EVIDENCE: translate("Values", "Evidence"),
            ValueColumn.PLACE: translate("Values", "Place"),
        }[ValueColumn(column)]

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column: times and values by their number, all else by its words."""
        by_time = self._values.by_time
        if column < 0 or by_time is None or not self.can_sort(column):
            return
        self.layoutAboutToBeChanged.emit()
        before = self._shown
        keys = self._keys(ValueColumn(column))[by_time]
        if order == Qt.SortOrder.DescendingOrder:
            keys = -keys
        # What has no key, as a word among values, stands last either way.
        self._order = by_time[np.argsort(keys, kind="stable")]
        self._shown = self._choose()
        for old in self.persistentIndexList():
            row = self.row_of(before.number_at(old.row()))
            moved = QModelIndex() if row is None else self.index(row, old.column())
            self.changePersistentIndex(old, moved)
        self.layoutChanged.emit()

    def _keys(self, column: ValueColumn) -> Floats:
        """Give numbers by which the rows are sorted, one for each value."""
        if column is ValueColumn.WHEN:
            return self._values.days
        if column is ValueColumn.VALUE:
            return self._values.values
        values = self._values
        if column in OF_SERIES:
            counts = np.diff(values.starts)
            firsts = values.starts[:-1][counts > 0].tolist()
            ranks = _ranks([self._words(number, column) for number in firsts])
            return np.repeat(ranks, counts[counts > 0])
        return _ranks([self._words(number, column) for number in range(len(values))])

    def can_sort(self, column: int) -> bool:
        """Tell whether a column can be sorted while a person waits."""
        is_quick = column in OF_SERIES or column in (ValueColumn.WHEN, ValueColumn.VALUE)
        return self._values.can_be_sorted and (is_quick or len(self._values) <= MOST_BY_WORDS)


def _ranks(words: Sequence[str]) -> Floats:
    """Give each of some words its place among them in alphabetical order."""
    folded = [fold(word) for word in words]
    ranks = {word: rank for rank, word in enumerate(sorted(set(folded)))}
    return np.array([ranks[word] for word in folded], dtype=np.float64)
