"""The events panel: the whole course as a table that can be sorted, filtered and copied."""

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPalette,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from viewer.session.session import Session
from viewer.ui.look import Look
from viewer.ui.panels.event_rows import ID_ROLE, SIGN_ROLE, Column, EventRows, FoundRows, Index
from viewer.ui.panels.panel import Panel
from viewer.ui.widgets.sign import Sign, paint

translate = QCoreApplication.translate

WIDTHS_EM = {Column.WHEN: 9.0, Column.OUTCOME: 9.0, Column.LANE: 7.0, Column.EVIDENCE: 6.0}
LEAST_TITLE_EM = 12.0
COPY = QKeySequence.StandardKey.Copy
MOST_WRAPPED_ROWS = 500
"""Longer tables keep one line a row: measuring every row would take too long."""


class SignedCell(QStyledItemDelegate):
    """A cell with its sign before the words."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Leave room for the sign, and let long words wrap."""
        super().initStyleOption(option, index)
        option.displayAlignment = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        if isinstance(index.data(SIGN_ROLE), Sign):
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
            option.decorationSize = QSize(round(self._look.h_px), round(self._look.h_px))
            option.decorationAlignment = Qt.AlignmentFlag.AlignTop

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Leave room above and below the words."""
        narrower = QStyleOptionViewItem(option)
        narrower.rect = option.rect.adjusted(self._pad, 0, 0, 0)
        hint = super().sizeHint(narrower, index)
        return QSize(hint.width(), hint.height() + 2 * self._pad)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the ground and the rule below, then the words, then the sign in its room."""
        theme, whole = self._look.theme, QRect(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(whole, theme.select)
        line = max(1, round(theme.stroke_scale))
        painter.fillRect(
            QRect(whole.x(), whole.bottom() + 1 - line, whole.width(), line), theme.rule
        )
        option.rect = whole.adjusted(self._pad, self._pad, 0, -self._pad)
        super().paint(painter, option, index)
        sign = index.data(SIGN_ROLE)
        if isinstance(sign, Sign):
            h = self._look.h_px
            square = QRectF(0, 0, 0.75 * h, 0.75 * h)
            square.moveCenter(option.rect.topLeft() + QPoint(round(0.5 * h) + 3, round(0.5 * h)))
            paint(painter, square, sign, theme)

    @property
    def _pad(self) -> int:
        return round(0.22 * self._look.h_px)


class EventTable(QTableView):
    """The table itself: copies selected rows as text, gives the title the width that is left."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setItemDelegate(SignedCell(look, self))
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.sectionResized.connect(self._on_column_resized)
        self._fitting = QTimer(self)
        self._fitting.setSingleShot(True)
        self._fitting.setInterval(0)
        self._fitting.timeout.connect(self.fit_rows)

    def dress(self) -> None:
        """Take fonts and measures of the look."""
        em, h = self._look.em_px, self._look.h_px
        self.setFont(self._look.font("label"))
        self.viewport().setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self.horizontalHeader().setFont(self._look.font("small"))
        self.verticalHeader().setMinimumSectionSize(round(1.45 * h))
        self.verticalHeader().setDefaultSectionSize(round(1.45 * h))
        for column, width in WIDTHS_EM.items():
            self.setColumnWidth(column, round(width * em))
        self._fit_title()
        self.fit_rows()

    def fit_rows(self) -> None:
        """Make every row as high as its wrapped words; a long table keeps its even rows."""
        model = self.model()
        if model is not None and model.rowCount() <= MOST_WRAPPED_ROWS:
            self.setWordWrap(True)
            self.resizeRowsToContents()
        else:
            self.setWordWrap(False)
            self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def selected_text(self) -> str:
        """Give the selected rows as lines, their cells parted by tabs, under the heads."""
        model, columns = self.model(), range(len(Column))
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        heads = [str(model.headerData(c, Qt.Orientation.Horizontal)) for c in columns]
        lines = ["\t".join(heads)] if len(rows) > 1 else []
        for row in rows:
            cells = [str(model.index(row, c).data()) for c in columns]
            lines.append("\t".join(" ".join(cell.split()) for cell in cells))
        return "\n".join(lines)

    def event(self, event: QEvent) -> bool:
        """Claim Ctrl+C before the window's own command sees it."""
        is_asked = event.type() == QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and event.matches(COPY):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the selected rows."""
        if event.matches(COPY):
            if self.selectionModel().hasSelection():
                QGuiApplication.clipboard().setText(self.selected_text())
            event.accept()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the title what is left."""
        super().resizeEvent(event)
        self._fit_title()

    def _fit_title(self) -> None:
        others = sum(self.columnWidth(c) for c in Column if c is not Column.TITLE)
        least = round(LEAST_TITLE_EM * self._look.em_px)
        self.setColumnWidth(Column.TITLE, max(least, self.viewport().width() - others))

    def _on_column_resized(self) -> None:
        self._fitting.start()


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
        self.table = EventTable(look)
        self.table.setModel(self.found)
        self.table.activated.connect(self._on_row_activated)
        self.table.selectionModel().selectionChanged.connect(self._on_rows_selected)
        column = QVBoxLayout(self)
        column.setSpacing(round(0.4 * look.h_px))
        column.addWidget(self.filter)
        column.addWidget(self.table, 1)
        session.case_changed.disconnect(self.show_state)
        session.case_changed.connect(self._on_case_changed)
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
        self.found.show_rows(self.rows)
        if self.isVisible():
            self.found.gather_words()
        header = self.table.horizontalHeader()
        header.setSortIndicator(Column.WHEN, Qt.SortOrder.AscendingOrder)
        self.table.setSortingEnabled(True)
        self.table.fit_rows()
        self.show_state()

    def _on_filter_changed(self, text: str) -> None:
        self.found.seek(text)
        self.table.fit_rows()
        self.show_state()

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
