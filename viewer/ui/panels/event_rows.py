"""Events and statements as the rows of a table."""

import math
import time
from collections.abc import Sequence
from enum import IntEnum
from functools import cached_property

import numpy as np
from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QObject,
    Qt,
    QTimer,
    Signal,
)

from viewer.model.case_texts import BETWEEN
from viewer.model.course import in_order
from viewer.model.event import Event
from viewer.model.event_times import EventTimes, Flags, Numbers
from viewer.model.kept import Kept
from viewer.model.same_text import fold
from viewer.model.series import Statement
from viewer.ui.panels.headed import HeadedRows
from viewer.ui.panels.table import ID_ROLE, SIGN_ROLE, Index
from viewer.ui.panels.telling import Telling
from viewer.ui.widgets.plain_text import tip
from viewer.ui.widgets.sign import Sign
from viewer.ui.words.evidence_words import evidence_name
from viewer.ui.words.joining import labelled
from viewer.ui.words.time_words import when_long
from viewer.ui.words.tooltips import tooltip

translate = QCoreApplication.translate

ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, SIGN_ROLE, ID_ROLE)
FEW = 4_000
"""So many rows are looked through at once; more of them between other work."""
GATHERING_SECONDS = 0.008


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
            telling.time(thing.when),
            title,
            outcome,
            self._lane(),
            evidence_name(thing.evidence.kind),
        )

    def _lane(self) -> str:
        lane = self._telling.lanes.get(self.thing.lane or "")
        if lane is not None:
            return self._telling.words(lane.title)
        return translate("Events", "Statements") if isinstance(self.thing, Statement) else ""

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
        telling = self._telling
        if column is Column.WHEN:
            return tip(when_long(self.thing.when, telling.counting, telling.language))
        return tooltip(telling.case, self.thing, telling.counting, telling.language)


class EventRows:
    """The events and statements of a disclosed case; statements are counted on from the events.

    A row is made when it is looked at. Their words, which sorting and filtering need of all rows,
    are gathered a few at a time.
    """

    def __init__(self, telling: Telling) -> None:
        self._telling = telling
        self._events, self._statements = telling.case.events, telling.case.statements
        self._numbers = {s.id: n for n, s in enumerate(self._statements, len(self._events))}
        self._rows: dict[int, Row] = {}
        self.count = len(self._events) + len(self._statements)
        self.anchors = np.concatenate(
            [self._events.times.anchor, EventTimes.of([s.when for s in self._statements]).anchor]
        )
        """The moment of each, by which it is sorted (days)."""
        order = in_order(telling.case)
        self.order = np.concatenate([order, np.arange(len(order), self.count)])
        """The numbers by time."""
        self.order = self.order[np.argsort(self.anchors[self.order], kind="stable")]
        self.words: list[str] = []
        """The comparable words of the rows that have been gathered, by number."""

    def number_of(self, id_: str | None) -> int | None:
        """Give the number of a part; None where it has no row."""
        number = self._events.numbers.get(id_ or "")
        return self._numbers.get(id_ or "") if number is None else number

    def row(self, number: int) -> Row:
        """Give a row by its number."""
        row = self._rows.get(number)
        if row is None:
            is_event = number < len(self._events)
            thing = self._events[number] if is_event else self._statement(number)
            row = self._rows[number] = Row(self._telling, thing)
        return row

    def _statement(self, number: int) -> Statement:
        return self._statements[number - len(self._events)]

    @property
    def is_gathered(self) -> bool:
        """Whether the words of all rows have been gathered."""
        return len(self.words) == self.count

    def gather(self, seconds: float = math.inf) -> None:
        """Gather the words of more rows, for so long."""
        end = time.perf_counter() + seconds
        while not self.is_gathered and time.perf_counter() < end:
            number = len(self.words)
            is_event = number < len(self._events)
            thing = self._events.passing(number) if is_event else self._statement(number)
            self.words.append(fold(BETWEEN.join(Row(self._telling, thing).cells)))

    def holding(self, words: Sequence[str]) -> Flags:
        """Tell which rows hold every word, as far as they have been gathered."""
        found = np.zeros(self.count, dtype=np.bool_)
        found[: len(self.words)] = True
        for word in words:
            found[: len(self.words)] &= np.array(
                [word in row for row in self.words], dtype=np.bool_
            )
        return found

    def sorted_by(self, column: Column, order: Numbers, is_descending: bool) -> Numbers:
        """Put numbers in the order of a column; those alike stay as they are in `order`."""
        if column is Column.WHEN:
            days = self.anchors[order]
            return order[np.argsort(-days if is_descending else days, kind="stable")]
        self.gather()
        keys = [row.split(BETWEEN)[column] for row in self.words]
        return np.array(
            sorted(order.tolist(), key=keys.__getitem__, reverse=is_descending), dtype=np.intp
        )


class FoundRows(HeadedRows):
    """The rows that hold every word sought, in the order of one column."""

    gathered = Signal()
    """All rows have been looked through; there may be more of them now."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: tuple[str, ...] = ()
        self._rows: EventRows | None = None
        self._kept: Flags | None = None
        self._order: Numbers = np.zeros(0, dtype=np.intp)
        self._shown: Numbers = self._order
        self._gathering = QTimer(self)
        self._gathering.setInterval(0)
        self._gathering.timeout.connect(self._gather)

    def show_rows(self, rows: EventRows, kept: Kept | None = None) -> None:
        """Show the rows of another case, by time; those kept that hold the words sought."""
        self._rows, self._order = rows, rows.order
        self._kept = kept.flags if kept is not None else None
        self._gathering.stop()
        if rows.count <= FEW or self._words:
            self.gather_words()
        self._choose()

    def say_anew(self, rows: EventRows) -> None:
        """Show the same rows in other words, in the same order."""
        self._rows = rows
        self._gathering.stop()
        if rows.count <= FEW or self._words:
            self.gather_words()
        self._choose()

    def keep(self, kept: Kept | None) -> None:
        """Keep only what the window's filter keeps; all rows without one."""
        self._kept = kept.flags if kept is not None else None
        self._choose()

    def seek(self, text: str) -> None:
        """Keep the rows that hold every word of `text`; all rows for none."""
        self._words = tuple(fold(text).split())
        self.gather_words()
        self._choose()

    def gather_words(self) -> None:
        """See to it that the rows can be looked through: at once, or bit by bit if many."""
        if self._rows is None or self._rows.is_gathered:
            return
        if self._rows.count <= FEW:
            self._rows.gather()
        else:
            self._gathering.start()

    @property
    def is_seeking(self) -> bool:
        """Whether rows may still be found."""
        return bool(self._words) and self._rows is not None and not self._rows.is_gathered

    def _gather(self) -> None:
        assert self._rows is not None  # there is nothing to gather before
        self._rows.gather(GATHERING_SECONDS)
        if self._rows.is_gathered:
            self._gathering.stop()
            if self._words:
                self._choose()
            self.gathered.emit()

    def _choose(self) -> None:
        self.beginResetModel()
        self._shown = self._chosen()
        self.endResetModel()

    def _chosen(self) -> Numbers:
        order = self._order if self._kept is None else self._order[self._kept[self._order]]
        if self._rows is None or not self._words:
            return order
        return order[self._rows.holding(self._words)[order]]

    def row_of(self, number: int | None) -> int | None:
        """Give the row that shows a number; None where none does."""
        if number is None:
            return None
        at = np.flatnonzero(self._shown == number)
        return int(at[0]) if at.size else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        """Give the number of rows that are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        """Give the number of columns."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a cell's words, its tooltip or its sign."""
        if not index.isValid() or self._rows is None or role not in ROLES:
            return None
        row, column = self._rows.row(int(self._shown[index.row()])), Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.cells[column]
            case Qt.ItemDataRole.ToolTipRole:
                return row.tip(column)
            case _ if role == ID_ROLE:
                return row.thing.id
        return {Column.TITLE: row.sign, Column.OUTCOME: row.outcome_sign}.get(column)

    def head(self, column: int) -> str | None:
        """Name a column."""
        return {
            Column.WHEN: translate("Events", "When"),
            Column.TITLE: translate("Events", "Event"),
            Column.OUTCOME: translate("Events", "Outcome"),
            Column.LANE: translate("Events", "Lane"),
            Column.EVIDENCE: translate("Events", "Evidence"),
        }.get(Column(column))

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; the times by the day, not by their words."""
        if column < 0 or self._rows is None:
            return
        self.layoutAboutToBeChanged.emit()
        before = self._shown
        is_descending = order == Qt.SortOrder.DescendingOrder
        self._order = self._rows.sorted_by(Column(column), self._order, is_descending)
        self._shown = self._chosen()
        for old in self.persistentIndexList():
            row = self.row_of(int(before[old.row()]))
            moved = QModelIndex() if row is None else self.index(row, old.column())
            self.changePersistentIndex(old, moved)
        self.layoutChanged.emit()
