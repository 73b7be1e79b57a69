"""The annotations panel: every annotation in a list, the chosen one's thread, and the editor."""

from PySide6.QtCore import (
    QCoreApplication,
    QItemSelectionModel,
    QModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QScrollArea,
    QSplitter,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from viewer.model.annotating import Edit, all_tags
from viewer.model.annotation import Content
from viewer.session.session import Session
from viewer.ui.look import Look
from viewer.ui.panels.annotations.editor import Editor
from viewer.ui.panels.annotations.entries import Entries, Entry
from viewer.ui.panels.annotations.filters import Filters
from viewer.ui.panels.annotations.rows import AnnotationRows, Column
from viewer.ui.panels.annotations.thread import thread_blocks
from viewer.ui.panels.panel import Panel
from viewer.ui.panels.table import ID_ROLE, CaseTable, ColumnWidth
from viewer.ui.widgets.block import Block
from viewer.ui.widgets.empty import Empty
from viewer.ui.widgets.link import Target
from viewer.ui.widgets.page import Page
from viewer.ui.words.annotation_words import kind_name, where_words

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


class AnnotationsPanel(Panel):
    """Lists what reviewers have added; the chosen row and the selection are one."""

    act_wanted = Signal(str, str)
    """Something is to be done with an annotation: the verb, and its id."""
    drafting = Signal(object)
    """What is being written anew; None where nothing is."""
    given_up = Signal(str, object)
    """What was typed was given up: the id and the content, to be brought back if wanted."""

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__(session, look, "annotations")
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.show_state)
        self._entries = Entries(session)
        self._all: tuple[Entry, ...] = ()
        self.filters = Filters(look)
        self.filters.changed.connect(self._show_rows)
        self.rows = AnnotationRows()
        self.table = CaseTable(look, WIDTHS, SAID_WIDTH)
        self.table.setModel(self.rows)
        self.table.setAccessibleName(self.title())
        self.table.activated.connect(self._on_row_activated)
        self.table.selectionModel().selectionChanged.connect(self._on_rows_selected)
        header = self.table.horizontalHeader()
        header.setSortIndicator(Column.WHERE, Qt.SortOrder.AscendingOrder)
        self.table.setSortingEnabled(True)
        self.page = Page(look, self.follow)
        self._editor: Editor | None = None
        self._halves = QSplitter(Qt.Orientation.Vertical)
        self._halves.setChildrenCollapsible(False)
        self._halves.addWidget(self.table)
        self._halves.addWidget(self.page)
        self._halves.setSizes([100, 100])
        self._reading = QWidget()
        column = QVBoxLayout(self._reading)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(round(0.4 * look.h_px))
        column.addWidget(self.filters)
        column.addWidget(self._halves, 1)
        self._writing = QScrollArea()
        self._writing.setWidgetResizable(True)
        self._writing.setFrameShape(QFrame.Shape.NoFrame)
        self._writing.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._pages = QStackedLayout()
        self._pages.addWidget(self._reading)
        self._pages.addWidget(self._writing)
        whole = QVBoxLayout(self)
        whole.addLayout(self._pages)
        session.annotations_changed.connect(self._soon.start)
        session.periods_changed.connect(self._soon.start)
        session.window_changed.connect(self._on_window_changed)
        self.show_state()
        self.restyle()

    def title(self) -> str:
        """Give the panel's name."""
        return translate("Annotations", "Annotations")

    # -- showing ------------------------------------------------------------------------------

    def show_state(self) -> None:
        """Show the list and the chosen thread; of a long list only while somebody looks."""
        if not self.isVisible() and self.session.annotations.annotations:
            return
        found = self._entries.gather(SLICE_SECONDS)
        if found is None:
            self._soon.start()
            return
        self._all = found
        periods = self.session.state.periods
        self.filters.offer(found, periods)
        self._show_rows()
        self.page.show_blocks(self._thread(), is_staying=True)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while nobody looked."""
        super().showEvent(event)
        self.show_state()

    def restyle(self) -> None:
        """Take fonts and measures of another look."""
        side = round(0.5 * self.look.h_px)
        layout = self.layout()
        assert layout is not None  # made by the panel itself
        layout.setContentsMargins(side, side, side, 0)
        self.filters.restyle()
        if self._editor is not None:
            self._editor.restyle()
        self.table.dress()
        self.page.restyle()

    def _show_rows(self) -> None:
        state = self.session.state
        sieve = self.filters.sieve(state.window, state.periods)
        shown = tuple(entry for entry in self._all if sieve.keeps(entry))
        self.rows.show_entries(shown)
        self._say_count(len(self._all))
        self.table.fit_rows()
        self._choose_row()

    def _say_count(self, count: int) -> None:
        shown = self.rows.rowCount()
        new = sum(entry.is_new for entry in self._all)
        if shown < count and self.isVisible():
            words = translate("Annotations", "{shown} of {count}")
            self.set_heading(words.format(shown=f"{shown:,}", count=f"{count:,}"))
        elif new:
            words = translate("Annotations", "{count}, {new} new")
            self.set_heading(words.format(count=f"{count:,}", new=f"{new:,}"))
        else:
            self.set_heading(f"{count:,}" if count else "")

    def _choose_row(self) -> None:
        chosen = self.session.state.selection
        if self._selected_ids() == [chosen]:
            return
        row = self.rows.row_of(chosen)
        if row is None:
            self.table.clearSelection()
            return
        at, flag = self.rows.index(row, 0), QItemSelectionModel.SelectionFlag
        self.table.selectionModel().setCurrentIndex(at, flag.ClearAndSelect | flag.Rows)
        self.table.scrollTo(at)

    def _thread(self) -> tuple[Block, ...]:
        chosen = self.session.state.selection
        blocks = thread_blocks(self.session, chosen) if chosen is not None else ()
        if blocks:
            return blocks
        if self._all:
            return (Empty(translate("Annotations", "Choose an annotation to read it whole.")),)
        words = translate(
            "Annotations",
            "No annotations yet. N writes a note on what is selected, or on the cursor's day; "
            "Shift and drag on the chart marks a period.",
        )
        return (Empty(words),)

    # -- what the person does -----------------------------------------------------------------

    @property
    def editor(self) -> Editor:
        """The editor, made when it is needed first: most people only read."""
        if self._editor is None:
            self._editor = editor = Editor(self.look)
            editor.finished.connect(self._on_finished)
            editor.abandoned.connect(self._on_abandoned)
            editor.drafted.connect(self._on_drafted)
            self._writing.setWidget(editor)
        return self._editor

    def finish_typing(self) -> bool:
        """Keep what is being typed; False where it cannot be kept as it stands."""
        return self._editor is None or self._editor.finish()

    def follow(self, target: Target) -> None:
        """Go where a link leads, or ask for what it does."""
        if target.kind == "act":
            verb, _, id_ = target.id.partition(" ")
            self.act_wanted.emit(verb, id_)
        else:
            super().follow(target)

    def write(self, id_: str, content: Content) -> bool:
        """Open the editor; what is typed in it now is kept first. False where that cannot be."""
        if not self.finish_typing():
            return False
        session = self.session
        where = where_words(
            content, session.case, session.annotations, session.counting, session.language
        )
        self.editor.set_known_tags(all_tags(session.annotations))
        told = session.case, session.counting, session.language
        self._pages.setCurrentWidget(self._writing)
        self.editor.begin(id_, content, where, *told)
        self._tell_draft(id_, content)
        return True

    def _on_drafted(self, id_: str, content: Content) -> None:
        self.session.annotating.keep_draft(id_, content)
        self._tell_draft(id_, content)

    def _tell_draft(self, id_: str, content: Content) -> None:
        """Tell of what is written anew; what is changed stands where it stood."""
        self.drafting.emit(None if id_ in self.session.annotating.all else content)

    def _on_finished(self, id_: str, content: Content) -> None:
        self._read_on()
        annotating = self.session.annotating
        is_known = id_ in annotating.all
        if is_known or _says_something(content):
            words = (
                translate("Annotations", "Change {kind}")
                if is_known
                else translate("Annotations", "Add {kind}")
            )
            label = words.format(kind=kind_name(content.kind))
            annotating.edit(Edit(label, {id_: content}))
            self.session.select(id_)
        annotating.drop_draft(id_)

    def _read_on(self) -> None:
        """Show the list again, with the keys on it."""
        self.drafting.emit(None)
        self._pages.setCurrentWidget(self._reading)
        self.table.setFocus()

    def _on_abandoned(self, id_: str, content: Content | None) -> None:
        self._read_on()
        self.session.annotating.drop_draft(id_)
        if content is not None:
            self.given_up.emit(id_, content)

    def _on_rows_selected(self) -> None:
        chosen = self._selected_ids()
        if len(chosen) == 1 and chosen[0] != self.session.state.selection:
            self.session.select(chosen[0])

    def _on_row_activated(self, index: QModelIndex) -> None:
        self.act_wanted.emit("edit", str(index.data(ID_ROLE)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete what is chosen in the list; in the chart that is a command's key."""
        chosen = self._selected_ids()
        if event.key() == Qt.Key.Key_Delete and len(chosen) == 1 and self.table.hasFocus():
            self.act_wanted.emit("delete", chosen[0])
        else:
            super().keyPressEvent(event)

    def _on_window_changed(self) -> None:
        if self.filters.period.currentData() == "window" and self.isVisible():
            self._soon.start()

    def _selected_ids(self) -> list[str]:
        rows = self.table.selectionModel().selectedRows()
        return [str(index.data(ID_ROLE)) for index in rows]


def _says_something(content: Content) -> bool:
    """Tell whether a new annotation has anything to be kept for."""
    outcome = content.outcome
    has_outcome = outcome is not None and any((outcome.question, outcome.decision, outcome.who))
    return content.kind not in ("note", "reply", "outcome") or bool(
        content.text or content.tags or has_outcome
    )
