"""The values panel: every reported value as a row that can be sorted, filtered and copied."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QCoreApplication, QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout

from viewer.model import view_state
from viewer.model.all_values import MOST_SORTED, AllValues, Flags
from viewer.session.session import Session
from viewer.ui.look import Look
from viewer.ui.panels.panel import Panel
from viewer.ui.panels.table import CaseTable, ColumnWidth
from viewer.ui.panels.value_rows import MOST_BY_WORDS, ValueColumn, ValueRows

translate = QCoreApplication.translate

WIDTHS = (
    ColumnWidth(ValueColumn.WHEN, 6.5),
    ColumnWidth(ValueColumn.VALUE, 4.2),
    ColumnWidth(ValueColumn.UNIT, 4.3),
    ColumnWidth(ValueColumn.SIDE, 5.0, rank=1),
    ColumnWidth(ValueColumn.REFERENCE, 10.0, rank=2),
    ColumnWidth(ValueColumn.EVIDENCE, 6.0, rank=3),
    ColumnWidth(ValueColumn.PLACE, 10.0, rank=4),
)
SERIES_WIDTH = ColumnWidth(ValueColumn.SERIES, 5.0)


class ValuesPanel(Panel):
    """A chosen row selects its series and brings the cursor there; the cursor chooses its row."""

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__(session, look, "values")
        self._values = AllValues(session.texts)
        self.rows = ValueRows(self.telling, self._values, self)
        self._sorted_by = int(ValueColumn.WHEN), Qt.SortOrder.AscendingOrder
        self.filter = QLineEdit()
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._on_kept_changed)
        self.note = QLabel()
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setWordWrap(True)
        self.table = CaseTable(look, WIDTHS, SERIES_WIDTH)
        self.table.setModel(self.rows)
        self.table.clicked.connect(self._go_to)
        self.table.activated.connect(self._go_to)
        self.table.selectionModel().currentRowChanged.connect(self._on_row_changed)
        column = QVBoxLayout(self)
        column.setSpacing(round(0.4 * look.h_px))
        column.addWidget(self.filter)
        column.addWidget(self.note)
        column.addWidget(self.table, 1)
        session.case_changed.disconnect(self.show_state)
        session.case_changed.connect(self._on_case_changed)
        session.numbering_changed.disconnect(self.show_state)
        session.numbering_changed.connect(self._on_numbering_changed)
        session.cursor_changed.connect(self._on_cursor_changed)
        session.filter_changed.connect(self._on_kept_changed)
        session.found_changed.connect(self._on_found_changed)
        self.table.horizontalHeader().sortIndicatorChanged.connect(self._on_sort_wanted)
        self._on_case_changed()
        self.restyle()

    def title(self) -> str:
        """Give the panel's name."""
        return translate("Values", "Values")

    def show_state(self) -> None:
        """Say how many rows there are, and choose the row that the cursor reads."""
        self.filter.setPlaceholderText(translate("Values", "Filter: words that a row must hold"))
        self.filter.setAccessibleName(translate("Values", "Filter the values"))
        self.table.setAccessibleName(self.title())
        self._say_count()
        self.note.setText("\n".join(self._notes()))
        self.note.setVisible(bool(self.note.text()))
        self._follow_cursor()

    def restyle(self) -> None:
        """Take fonts and measures of another look."""
        side = round(0.5 * self.look.h_px)
        layout = self.layout()
        assert layout is not None  # made by the panel itself
        layout.setContentsMargins(side, side, side, 0)
        self.filter.setFont(self.look.font("label"))
        self.note.setFont(self.look.font("small"))
        self.table.dress()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with the cursor, which is not followed while nobody looks."""
        super().showEvent(event)
        self._follow_cursor()

    def _follow_cursor(self) -> None:
        """Choose the row of the selected series that the cursor reads; mark those of its day."""
        state = self.session.state
        self.rows.point_at(state.cursor)
        self.table.viewport().update()
        if not self.isVisible():
            return
        number = self._number_of_state()
        row = self.rows.row_of(number)
        chosen = self.table.selected_rows(most=2)
        if row is None:
            if len(chosen) == 1:  # several are selected to be copied
                self.table.clearSelection()
                self.table.setCurrentIndex(QModelIndex())
            row = self.rows.row_at_cursor()
        elif chosen != [row] and not self._is_read_alike(chosen):
            flag = QItemSelectionModel.SelectionFlag
            at = self.rows.index(row, 0)
            self.table.selectionModel().setCurrentIndex(at, flag.ClearAndSelect | flag.Rows)
        if row is not None:
            self.table.scrollTo(self.rows.index(row, 0))

    def _number_of_state(self) -> int | None:
        """Give the number of the value that the cursor reads of the selected series."""
        state = self.session.state
        if state.hit is not None and state.hit.point is not None:
            return self._values.number_of(state.hit.id, state.hit.point)
        return self._values.nearest(state.selection, state.cursor)

    def _is_read_alike(self, chosen: list[int]) -> bool:
        """Tell whether several rows are chosen, or one that stands just where the cursor does."""
        if len(chosen) != 1:
            return len(chosen) > 1
        series, point = self.rows.value_at(chosen[0])
        state = self.session.state
        return series.id == state.selection and point.when.anchor == state.cursor

    def _go_to(self, index: QModelIndex) -> None:
        """Select the series of a row and bring the cursor to its value."""
        if self.table.selected_count() > 1:
            return
        series, point = self.rows.value_at(index.row())
        go = partial(view_state.go_to, id_=series.id, moment=point.when.anchor)
        self.session.apply(go)

    def _on_row_changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        number = self.rows.number_at(now.row()) if now.isValid() else None
        if number is not None and number != self._number_of_state() and self.table.hasFocus():
            self._go_to(now)

    def _on_case_changed(self) -> None:
        self._values = AllValues(self.session.texts)
        self.rows.show_values(self.telling, self._values, self._kept())
        header = self.table.horizontalHeader()
        header.setSortIndicator(ValueColumn.WHEN, Qt.SortOrder.AscendingOrder)
        self.table.setSortingEnabled(self._values.can_be_sorted)
        self.table.fit_rows()
        self._on_found_changed()
        self.table.scrollToTop()  # how far it was scrolled may tell what is hidden now
        self.show_state()

    def _on_sort_wanted(self, column: int, order: Qt.SortOrder) -> None:
        """Show by what the rows are sorted, also where that could not be changed."""
        if self.rows.can_sort(column):
            self._sorted_by = column, order
        elif self._sorted_by[0] != column:
            self.table.horizontalHeader().setSortIndicator(*self._sorted_by)

    def _on_numbering_changed(self) -> None:
        """Say the days anew; what is sorted and filtered stays."""
        self.rows.say_anew(self.telling)
        self.table.fit_rows()
        self.show_state()

    def _on_kept_changed(self) -> None:
        self.rows.keep(self._kept())
        self.table.fit_rows()
        self.show_state()

    def _kept(self) -> Flags | None:
        """Tell which values are kept; None where nothing leaves any out."""
        kept, text = self.session.kept, self.filter.text()
        return self._values.kept(kept, text) if kept.chosen.is_on or text.strip() else None

    def _on_found_changed(self) -> None:
        self.table.show_found(self.session.forms)

    def _on_cursor_changed(self) -> None:
        self._follow_cursor()

    def _notes(self) -> Iterator[str]:
        """Say what a long table does not do, and why."""
        if not self._values.can_be_sorted:
            words = translate(
                "Values", "More than {count}: too many to be sorted. By series, then by time."
            )
            yield words.format(count=f"{MOST_SORTED:,}")
        elif not self.rows.can_sort(ValueColumn.SIDE):
            words = translate("Values", "More than {count}: sorted by series, time and value only.")
            yield words.format(count=f"{MOST_BY_WORDS:,}")
        if self.rows.count > self.rows.rowCount():
            words = translate("Values", "Only the first {count} are listed.")
            yield words.format(count=f"{self.rows.rowCount():,}")
        if self._values.has_samples and self.filter.text().strip():
            yield translate(
                "Values", "Of sampled series, words are looked for in name and unit only."
            )

    def _say_count(self) -> None:
        all_, shown = len(self._values), self.rows.count
        if shown == all_:
            words = translate("Values", "{count} values").format(count=f"{all_:,}")
        else:
            words = translate("Values", "{shown} of {count} values")
            words = words.format(shown=f"{shown:,}", count=f"{all_:,}")
        self.set_heading(words)
