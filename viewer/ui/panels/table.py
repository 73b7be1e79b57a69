"""The tables of the panels: cells with signs, columns that fit, rows that can be copied."""

from collections.abc import Sequence
from itertools import chain, islice
from typing import NamedTuple

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
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
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from viewer.model.same_text import stretches
from viewer.model.table_cells import harmless
from viewer.ui.look import Look
from viewer.ui.widgets.found_words import Forms, line_rects, underline, wrapped_rects
from viewer.ui.widgets.sign import Sign, paint

translate = QCoreApplication.translate

Index = QModelIndex | QPersistentModelIndex
SIGN_ROLE = Qt.ItemDataRole.UserRole
ID_ROLE = Qt.ItemDataRole.UserRole + 1
CURSOR_ROLE = Qt.ItemDataRole.UserRole + 2
"""Whether a row is of the cursor's day."""
COPY = QKeySequence.StandardKey.Copy
MOST_WRAPPED_ROWS = 500
"""Longer tables keep one line a row: measuring every row would take too long."""
MOST_COPIED_ROWS = 100_000
"""Of more rows only so many are copied, and that is said."""


class ColumnWidth(NamedTuple):
    """How wide a column is, and how soon it goes where there is no room for all."""

    column: int
    width_em: float
    rank: int = 0
    """Columns of the highest rank go first; those of rank 0 always stay."""


class SignedCell(QStyledItemDelegate):
    """A cell with its sign before the words."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.forms: Forms = ()
        """What is sought, to be underlined."""

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
        elif index.data(CURSOR_ROLE):
            painter.fillRect(whole, theme.hover)
        line = max(1, round(theme.stroke_scale))
        painter.fillRect(
            QRect(whole.x(), whole.bottom() + 1 - line, whole.width(), line), theme.rule
        )
        option.rect = whole.adjusted(self._pad, self._pad, 0, -self._pad)
        super().paint(painter, option, index)
        if self.forms:
            underline(painter, self._found_rects(option, index), theme)
        sign = index.data(SIGN_ROLE)
        if isinstance(sign, Sign):
            h = self._look.h_px
            square = QRectF(0, 0, 0.75 * h, 0.75 * h)
            square.moveCenter(option.rect.topLeft() + QPoint(round(0.5 * h) + 3, round(0.5 * h)))
            paint(painter, square, sign, theme)

    def _found_rects(self, option: QStyleOptionViewItem, index: Index) -> list[QRectF]:
        """Give where what is sought stands in a cell; what is cut off has no place."""
        words = str(index.data())
        found = stretches(words, self.forms)
        if not found:
            return []
        laid = QStyleOptionViewItem(option)
        self.initStyleOption(laid, index)
        style = laid.widget.style()
        room = QRectF(
            style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, laid, laid.widget)
        )
        margin = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin) + 1
        room.adjust(margin, 0, -margin, 0)
        wraps = bool(laid.features & QStyleOptionViewItem.ViewItemFeature.WrapText)
        if wraps:
            rects = wrapped_rects(found, words, laid.font, room, Qt.AlignmentFlag.AlignLeft)
        else:
            line = QRectF(room.left(), room.top(), room.width(), self._look.h_px)
            rects = line_rects(found, words, laid.font, line)
        return [rect for rect in rects if room.contains(rect.center())]

    @property
    def _pad(self) -> int:
        return round(0.22 * self._look.h_px)


class CaseTable(QTableView):
    """A table that fits its columns into its width and copies rows for a spreadsheet.

    One column takes the width that is left. Where there is too little for all, those that say
    least go; their words stand in the tooltip, and are copied all the same.
    """

    def __init__(self, look: Look, widths: Sequence[ColumnWidth], stretched: ColumnWidth) -> None:
        super().__init__()
        self._look = look
        self._widths = widths
        self._stretched = stretched
        self._cell = SignedCell(look, self)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setItemDelegate(self._cell)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setMinimumSectionSize(round(2 * look.em_px))
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.sectionResized.connect(self._on_column_resized)
        self._is_unfit = False
        self._fitting = QTimer(self)
        self._fitting.setSingleShot(True)
        self._fitting.setInterval(0)
        self._fitting.timeout.connect(self.fit_rows)

    def dress(self) -> None:
        """Take fonts and measures of the look."""
        h = self._look.h_px
        self.setFont(self._look.font("label"))
        self.viewport().setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self.horizontalHeader().setFont(self._look.font("small"))
        self.verticalHeader().setMinimumSectionSize(round(1.45 * h))
        self.verticalHeader().setDefaultSectionSize(round(1.45 * h))
        self.fit_columns()
        self.fit_rows()

    def show_found(self, forms: Forms) -> None:
        """Underline what is sought."""
        if forms != self._cell.forms:
            self._cell.forms = forms
            self.viewport().update()

    def fit_columns(self) -> None:
        """Show the columns for which there is room; nothing is to be scrolled sideways."""
        em, room = self._look.em_px, self.viewport().width()
        left = room - round(self._stretched.width_em * em)
        for column in sorted(self._widths, key=lambda one: one.rank):
            width = round(column.width_em * em)
            is_shown = column.rank == 0 or width <= left
            left = left - width if is_shown else -1
            self.setColumnHidden(column.column, not is_shown)
            if is_shown:
                self.setColumnWidth(column.column, width)
        shown = (c.column for c in self._widths if not self.isColumnHidden(c.column))
        others = sum(self.columnWidth(column) for column in shown)
        least = round(4 * em)
        self.setColumnWidth(self._stretched.column, max(least, room - others))

    def fit_rows(self) -> None:
        """Make every row as high as its wrapped words; a long table keeps its even rows.

        Put off while nobody can see the table, closed or behind another panel's tab.
        """
        self._is_unfit = self.visibleRegion().isEmpty()
        if self._is_unfit:
            return
        model = self.model()
        if model is not None and model.rowCount() <= MOST_WRAPPED_ROWS:
            self.setWordWrap(True)
            self.resizeRowsToContents()
        else:
            self.setWordWrap(False)
            self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def selected_rows(self, most: int | None = None) -> list[int]:
        """Give the numbers of the selected rows, from top to bottom; the first `most` of them."""
        return list(islice(chain.from_iterable(self._selected_stretches()), most))

    def selected_count(self) -> int:
        """Give how many rows are selected."""
        return sum(len(stretch) for stretch in self._selected_stretches())

    def _selected_stretches(self) -> list[range]:
        """Give the selected rows as stretches, in order and apart."""
        chosen = self.selectionModel().selection()
        parts = [chosen.at(number) for number in range(chosen.count())]
        found: list[range] = []
        for top, end in sorted((part.top(), part.bottom() + 1) for part in parts):
            if found and top <= found[-1].stop:
                found[-1] = range(found[-1].start, max(found[-1].stop, end))
            else:
                found.append(range(top, end))
        return found

    def selectAll(self) -> None:
        """Select all rows; of very many those that can be copied, since each takes its time."""
        model, flag = self.model(), QItemSelectionModel.SelectionFlag
        if model.rowCount() <= MOST_COPIED_ROWS:
            super().selectAll()
        else:
            last = model.index(MOST_COPIED_ROWS - 1, model.columnCount() - 1)
            rows = QItemSelection(model.index(0, 0), last)
            self.selectionModel().select(rows, flag.ClearAndSelect)

    def selected_text(self) -> str:
        """Give the selected rows as lines, their cells parted by tabs, under the heads."""
        model = self.model()
        columns = range(model.columnCount())
        rows, count = self.selected_rows(MOST_COPIED_ROWS), self.selected_count()
        if count == MOST_COPIED_ROWS:  # all of a longer table
            count = model.rowCount()
        heads = [str(model.headerData(c, Qt.Orientation.Horizontal)) for c in columns]
        lines = ["\t".join(heads)]
        for row in rows:
            lines.append("\t".join(harmless(str(model.index(row, c).data())) for c in columns))
        if count > MOST_COPIED_ROWS:
            words = translate("Table", "{count} more rows were not copied")
            lines.append(words.format(count=f"{count - MOST_COPIED_ROWS:,}"))
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
        """Fit the columns into another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit_columns()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Catch up with what was put off while nobody looked."""
        if self._is_unfit:
            self.fit_rows()
            if self.currentIndex().isValid():
                self.scrollTo(self.currentIndex())
        super().paintEvent(event)

    def _on_column_resized(self) -> None:
        self._fitting.start()
