"""The list of annotations below its filters, and the chosen one's thread."""

from PySide6.QtCore import (
    QCoreApplication,
    QItemSelectionModel,
    QModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from viewer.session.session import Session
from viewer.ui.look import Look
from viewer.ui.panels.annotations.entries import Entries, Entry
from viewer.ui.panels.annotations.filters import Filters
from viewer.ui.panels.annotations.rows import AnnotationRows, Column
from viewer.ui.panels.annotations.thread import OneThread, answer_name, thread_blocks
from viewer.ui.panels.table import ID_ROLE, CaseTable, ColumnWidth
from viewer.ui.widgets.block import Block, Follow
from viewer.ui.widgets.empty import Empty
from viewer.ui.widgets.page import Page

translate = QCoreApplication.translate

WIDTHS = (
    ColumnWidth(Column.WHERE, 7.0),
    ColumnWidth(Column.AUTHOR, 5.0, rank=1),
    ColumnWidth(Column.KIND, 4.5, rank=2),
    ColumnWidth(Column.TAGS, 6.0, rank=3),
    ColumnWidth(Column.CHANGED, 8.0, rank=4),
)
SAID_WIDTH = ColumnWidth(Column.SAID, 10.0)
SLICE_SECONDS = 0.01
"""For so long entries are made at a time, between other work of the window."""


class Reading(QWidget):
    """Lists what reviewers have added; the chosen row and the selection are one."""

    act_wanted = Signal(str, str)
    """Something is to be done with an annotation: the verb, and its id."""
    counted = Signal(str)
    """How many there are, in words."""

    def __init__(self, session: Session, look: Look, follow: Follow, name: str) -> None:
        super().__init__()
        self._session = session
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.show_state)
        self._entries = Entries(session)
        self._all: tuple[Entry, ...] = ()
        self._is_following = False
        self._brought: str | None = None
        self.filters = Filters(look)
        self.filters.changed.connect(self._on_filtered)
        self.rows = AnnotationRows()
        self.table = CaseTable(look, WIDTHS, SAID_WIDTH)
        self.table.setModel(self.rows)
        self.table.setAccessibleName(name)
        self.table.activated.connect(self._on_row_activated)
        self.table.clicked.connect(self._on_row_clicked)
        self.table.selectionModel().selectionChanged.connect(self._on_rows_selected)
        header = self.table.horizontalHeader()
        header.setSortIndicator(Column.WHERE, Qt.SortOrder.AscendingOrder)
        self.table.setSortingEnabled(True)
        self.page = Page(look, follow)
        halves = QSplitter(Qt.Orientation.Vertical)
        halves.setChildrenCollapsible(False)
        halves.addWidget(self.table)
        halves.addWidget(self.page)
        halves.setSizes([100, 100])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(round(0.4 * look.h_px))
        column.addWidget(self.filters)
        column.addWidget(halves, 1)
        session.annotations_changed.connect(self._soon.start)
        session.periods_changed.connect(self._soon.start)
        session.window_changed.connect(self._on_window_changed)

    # -- showing ------------------------------------------------------------------------------

    def show_state(self) -> None:
        """Show the list and the chosen thread; of a long list only while somebody looks."""
        if not self.isVisible() and self._session.annotations.annotations:
            return
        found = self._entries.gather(SLICE_SECONDS)
        if found is None:
            self._soon.start()
            return
        self._all = found
        self._show_rows()
        self._show_thread()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while nobody looked."""
        super().showEvent(event)
        self.show_state()

    def restyle(self) -> None:
        """Take fonts and measures of another look."""
        self.filters.restyle()
        self.table.dress()
        self.page.restyle()

    def _on_filtered(self) -> None:
        self._show_rows()
        self._show_thread()

    def _show_rows(self) -> None:
        state = self._session.state
        sieve = self.filters.sieve(state.window, state.periods)
        offered = sieve.offered(self._all)
        self.filters.offer(offered, state.periods)
        sieve = self.filters.sieve(state.window, state.periods)
        self.rows.show_entries(tuple(entry for entry in offered if sieve.keeps(entry)))
        self._say_count()
        self.table.fit_rows()
        self._choose_row()

    def _say_count(self) -> None:
        listed = [entry for entry in self._all if entry.is_listed]
        shown, count = self.rows.rowCount(), len(listed)
        new = sum(entry.is_new for entry in listed)
        if self._tells_deleted and self.isVisible():
            words = translate("Annotations", "{count} deleted")
            self.counted.emit(words.format(count=f"{shown:,}"))
        elif shown < count and self.isVisible():
            words = translate("Annotations", "{shown} of {count}")
            self.counted.emit(words.format(shown=f"{shown:,}", count=f"{count:,}"))
        elif new:
            words = translate("Annotations", "{count}, {new} new")
            self.counted.emit(words.format(count=f"{count:,}", new=f"{new:,}"))
        else:
            self.counted.emit(f"{count:,}" if count else "")

    @property
    def _tells_deleted(self) -> bool:
        return self.filters.tells_deleted

    def _choose_row(self) -> None:
        """Choose the row of what is selected; of an answer the row of its thread."""
        wanted = self._session.state.selection
        if wanted is not None and self.rows.row_of(wanted) is None:
            wanted = self._entries.threads.root(wanted)
        if self._selected_ids() == [wanted]:
            return
        row = self.rows.row_of(wanted)
        if row is None:
            self.table.clearSelection()
            return
        at, flag = self.rows.index(row, 0), QItemSelectionModel.SelectionFlag
        self._is_following = True
        self.table.selectionModel().setCurrentIndex(at, flag.ClearAndSelect | flag.Rows)
        self._is_following = False
        self.table.scrollTo(at)

    def _show_thread(self) -> None:
        """Show the chosen thread, and bring the answer that is chosen now into sight."""
        chosen = self._session.state.selection
        self.page.show_blocks(self._thread(chosen), is_staying=True)
        if chosen != self._brought:
            self._brought = chosen
            if chosen is not None and self._entries.threads.root(chosen) != chosen:
                self.page.bring_to_view(answer_name(chosen))

    def _thread(self, chosen: str | None) -> tuple[Block, ...]:
        if chosen is not None:
            threads = self._entries.threads
            blocks = thread_blocks(OneThread(self._session, threads, chosen, self._tells_deleted))
            if blocks:
                return blocks
        if any(entry.is_listed for entry in self._all):
            return (Empty(translate("Annotations", "Choose an annotation to read it whole.")),)
        words = translate(
            "Annotations",
            "No annotations yet. N writes a note on what is selected, or on the cursor's day; "
            "Shift and drag on the chart marks a period.",
        )
        return (Empty(words),)

    # -- what the person does -----------------------------------------------------------------

    def _on_rows_selected(self) -> None:
        chosen = self._selected_ids()
        is_other = len(chosen) == 1 and chosen[0] != self._session.state.selection
        if is_other and not self._is_following:
            self._session.select(chosen[0])

    def _on_row_clicked(self) -> None:
        """Go there, also where the row was chosen before and its days are out of sight now."""
        chosen = self._selected_ids()
        if len(chosen) == 1:
            self._session.select(chosen[0])

    def _on_row_activated(self, index: QModelIndex) -> None:
        self.act_wanted.emit("edit", self._meant(str(index.data(ID_ROLE))))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete what is chosen in the list; in the chart that is a command's key."""
        chosen = self._selected_ids()
        if event.key() == Qt.Key.Key_Delete and len(chosen) == 1 and self.table.hasFocus():
            self.act_wanted.emit("delete", self._meant(chosen[0]))
        else:
            super().keyPressEvent(event)

    def _meant(self, row: str) -> str:
        """Give the answer that is chosen of a row's thread, else what stands in the row."""
        chosen = self._session.state.selection
        is_in_it = chosen is not None and self._entries.threads.root(chosen) == row
        return chosen if chosen is not None and is_in_it else row

    def _on_window_changed(self) -> None:
        if self.filters.period.currentData() == "window" and self.isVisible():
            self._soon.start()

    def _selected_ids(self) -> list[str]:
        rows = self.table.selectionModel().selectedRows()
        return [str(index.data(ID_ROLE)) for index in rows]
