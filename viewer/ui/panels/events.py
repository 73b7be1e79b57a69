"""The events panel: the whole course as a table that can be sorted, filtered and copied."""

from PySide6.QtCore import (
    QCoreApplication,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    Qt,
)
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from viewer.model.kept import Kept
from viewer.session.session import Session
from viewer.ui.look import Look
from viewer.ui.panels.event_rows import Column, EventRows, FoundRows
from viewer.ui.panels.panel import Panel
from viewer.ui.panels.table import ID_ROLE, CaseTable, ColumnWidth

translate = QCoreApplication.translate

WIDTHS = (
    ColumnWidth(Column.WHEN, 8.5),
    ColumnWidth(Column.OUTCOME, 7.0, rank=1),
    ColumnWidth(Column.LANE, 7.0, rank=2),
    ColumnWidth(Column.EVIDENCE, 6.0, rank=3),
)
TITLE_WIDTH = ColumnWidth(Column.TITLE, 9.5)


class EventsPanel(Panel):
    """All events and statements; the selected row and the selection are one."""

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__(session, look, "events")
        self.rows = EventRows(self.telling)
        self.found = FoundRows(self)
        self.found.gathered.connect(self.show_state)
        self.filter = QLineEdit()
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._on_filter_changed)
        self.table = CaseTable(look, WIDTHS, TITLE_WIDTH)
        self.table.setModel(self.found)
        self.table.activated.connect(self._on_row_activated)
        self.table.selectionModel().selectionChanged.connect(self._on_rows_selected)
        column = QVBoxLayout(self)
        column.setSpacing(round(0.4 * look.h_px))
        column.addWidget(self.filter)
        column.addWidget(self.table, 1)
        session.found_changed.connect(self._on_found_changed)
        session.filter_changed.connect(self._on_kept_changed)
        session.case_changed.disconnect(self.show_state)
        session.case_changed.connect(self._on_case_changed)
        session.numbering_changed.disconnect(self.show_state)
        session.numbering_changed.connect(self._on_numbering_changed)
        self._on_case_changed()
        self.restyle()

    def title(self) -> str:
        """Give the panel's name."""
        return translate("Events", "Events")

    def show_state(self) -> None:
        """Say how many rows there are, and select the row of the selection."""
        self.filter.setPlaceholderText(translate("Events", "Filter: words that a row must hold"))
        self.filter.setAccessibleName(translate("Events", "Filter the events"))
        self.table.setAccessibleName(self.title())
        self._say_count()
        chosen = self.session.state.selection
        if self._selected_ids() == [chosen]:
            return
        row = self.found.row_of(self.rows.number_of(chosen))
        if row is None:
            self.table.clearSelection()
            return
        at = self.found.index(row, 0)
        flag = QItemSelectionModel.SelectionFlag
        self.table.selectionModel().setCurrentIndex(at, flag.ClearAndSelect | flag.Rows)
        self.table.scrollTo(at)

    def restyle(self) -> None:
        """Take fonts and measures of another look."""
        side = round(0.5 * self.look.h_px)
        layout = self.layout()
        assert layout is not None  # made by the panel itself
        layout.setContentsMargins(side, side, side, 0)
        self.filter.setFont(self.look.font("label"))
        self.table.dress()

    def _on_case_changed(self) -> None:
        self.rows = EventRows(self.telling)
        self.found.show_rows(self.rows, self._kept())
        self._on_found_changed()
        if self.isVisible():
            self.found.gather_words()
        header = self.table.horizontalHeader()
        header.setSortIndicator(Column.WHEN, Qt.SortOrder.AscendingOrder)
        self.table.setSortingEnabled(True)
        self.table.fit_rows()
        self.table.scrollToTop()  # how far it was scrolled may tell what is hidden now
        self.show_state()

    def _on_numbering_changed(self) -> None:
        """Say the days anew; what is sorted, filtered and selected stays."""
        self.rows = EventRows(self.telling)
        self.found.say_anew(self.rows)
        self.table.fit_rows()
        self.show_state()

    def _on_filter_changed(self, text: str) -> None:
        self.found.seek(text)
        self.table.fit_rows()
        self.show_state()

    def _on_found_changed(self) -> None:
        self.table.show_found(self.session.forms)

    def _on_kept_changed(self) -> None:
        self.found.keep(self._kept())
        self.table.fit_rows()
        self.show_state()

    def _kept(self) -> Kept | None:
        return self.session.kept if self.session.state.filter.is_on else None

    def _on_rows_selected(self, _now: QItemSelection, _before: QItemSelection) -> None:
        chosen = self._selected_ids()
        # Several rows are selected to be copied; none is what filtering leaves behind.
        if len(chosen) == 1 and chosen[0] != self.session.state.selection:
            self.session.select(chosen[0])

    def showEvent(self, event: QShowEvent) -> None:
        """Make ready for the first word that is sought."""
        super().showEvent(event)
        self.found.gather_words()

    def _on_row_activated(self, index: QModelIndex) -> None:
        self.session.zoom_to(str(index.data(ID_ROLE)))

    def _selected_ids(self) -> list[str]:
        rows = self.table.selectionModel().selectedRows()
        return [str(index.data(ID_ROLE)) for index in rows]

    def _say_count(self) -> None:
        all_, shown = self.rows.count, self.found.rowCount()
        if self.found.is_seeking:
            words = translate("Events", "{shown} rows found so far").format(shown=shown)
        elif shown == all_:
            words = translate("Events", "{count} rows").format(count=all_)
        else:
            words = translate("Events", "{shown} of {count} rows").format(shown=shown, count=all_)
        self.set_heading(words)
