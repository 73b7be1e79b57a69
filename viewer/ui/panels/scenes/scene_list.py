"""The list of scenes: shown, renamed, moved and removed by mouse and by key."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QListView

from viewer.ui.look import Look
from viewer.ui.panels.scenes.drawing import EditedView, SceneDrawing
from viewer.ui.panels.scenes.pictures import Pictures
from viewer.ui.panels.scenes.rows import ID_ROLE, SceneRows

ALT = Qt.KeyboardModifier.AltModifier
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLAIN_KEYS = (*_ENTER, Qt.Key.Key_F2, Qt.Key.Key_Delete)
_ALT_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down)
_DROP_PX = 3
_EDGE_H = 1.5
"""So near to an edge a scene that is dragged scrolls the list (lines)."""


class SceneList(EditedView):
    """The scenes of a deck, one chosen; a drag moves a scene to another place."""

    show_wanted = Signal(str)
    remove_wanted = Signal(str)
    move_wanted = Signal(str, int)
    """A scene, and the row before which it shall stand."""
    menu_wanted = Signal(str, QPoint)
    """A scene, and the place on the screen at which what can be done with it is to be offered."""
    chosen = Signal(str)

    def __init__(self, look: Look, rows: SceneRows, pictures: Pictures) -> None:
        super().__init__()
        self._look = look
        self._rows = rows
        self._pressed: tuple[QPoint, str] | None = None
        self._drop: int | None = None
        self.drawing = SceneDrawing(look, rows, pictures, self)
        self.setModel(rows)
        self.setItemDelegate(self.drawing)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.viewport().setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        pictures.arrived.connect(self._on_picture_arrived)

    # -- what is chosen -----------------------------------------------------------------------

    def choose(self, id_: str | None) -> None:
        """Choose a scene and bring it into sight; nothing where it is not listed."""
        row = self._rows.row_of(id_)
        if row is None:
            self.setCurrentIndex(QModelIndex())
            self.clearSelection()
        else:
            self.setCurrentIndex(self._rows.index(row))
            self.scrollTo(self._rows.index(row))

    def edit_title(self, id_: str) -> None:
        """Let the person type another title in its place."""
        self.choose(id_)
        if self.currentIndex().isValid():
            self.setFocus()
            self.edit(self.currentIndex())

    def finish_editing(self) -> None:
        """Take the title that is being typed."""
        if self.is_editing:
            self.setFocus()  # which its field loses, and is done

    def _on_current_changed(self, current: QModelIndex) -> None:
        if current.isValid():
            # Qt makes the first row the current one when the list gets the focus, no more.
            select = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().select(current, select)
            self.chosen.emit(self._id(current))

    def _id(self, index: QModelIndex) -> str:
        return str(index.data(ID_ROLE))

    def _on_picture_arrived(self, id_: str) -> None:
        row = self._rows.row_of(id_)
        if row is not None:
            self.viewport().update(self.visualRect(self._rows.index(row)))

    # -- keys ---------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Claim the keys of the list before the window's commands see them."""
        is_asked = event.type() == QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and self._takes(event):
            event.accept()
            return True
        return super().event(event)

    def _takes(self, event: QKeyEvent) -> bool:
        is_dragged = self._drop is not None
        return _is_ours(event) or (is_dragged and event.key() == Qt.Key.Key_Escape)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show, rename, remove or move the chosen scene; Esc leaves a dragged one where it was."""
        index = self.currentIndex()
        if self._drop is not None and event.key() == Qt.Key.Key_Escape:
            self._pressed = None
            self._show_drop(None)
            return
        # The field of a title hands Enter on.
        if not index.isValid() or self.is_editing or not _is_ours(event):
            super().keyPressEvent(event)
            return
        id_, row = self._id(index), index.row()
        if event.key() in _ENTER:
            self.show_wanted.emit(id_)
        elif event.key() == Qt.Key.Key_F2:
            self.edit(index)
        elif event.key() == Qt.Key.Key_Delete:
            self.remove_wanted.emit(id_)
        elif event.key() == Qt.Key.Key_Up and row > 0:
            self.move_wanted.emit(id_, row - 1)
        elif event.key() == Qt.Key.Key_Down and row + 1 < self._rows.rowCount():
            self.move_wanted.emit(id_, row + 2)

    # -- mouse --------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a scene; it may be about to be dragged."""
        super().mousePressEvent(event)
        place = event.position().toPoint()
        index = self.indexAt(place)
        is_left = event.button() == Qt.MouseButton.LeftButton
        self._pressed = (place, self._id(index)) if is_left and index.isValid() else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where the scene that is dragged would stand."""
        place = event.position().toPoint()
        if self._pressed is None:
            if not event.buttons():
                super().mouseMoveEvent(event)
            return
        far = (place - self._pressed[0]).manhattanLength()
        if self._drop is not None or far >= QApplication.startDragDistance():
            self._scroll_at(place.y())
            self._show_drop(self._row_before(place.y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Move the scene that was dragged."""
        pressed, drop = self._pressed, self._drop
        self._pressed = None
        self._show_drop(None)
        if pressed is not None and drop is not None:
            self.move_wanted.emit(pressed[1], drop)
        else:
            super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show the scene; on its words rename it."""
        index = self.indexAt(event.position().toPoint())
        if not index.isValid() or event.button() != Qt.MouseButton.LeftButton:
            return
        words = self.drawing.words_rect(self.visualRect(index))
        if event.position().x() >= words.left():
            self.edit(index)
        else:
            self.show_wanted.emit(self._id(index))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with a scene; by key with the chosen one."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            place = self.visualRect(index).center() if by_key else event.pos()
            self.menu_wanted.emit(self._id(index), self.viewport().mapToGlobal(place))

    def _scroll_at(self, y: int) -> None:
        edge, bar = round(_EDGE_H * self._look.h_px), self.verticalScrollBar()
        if y < edge:
            bar.setValue(bar.value() - edge)
        elif y > self.viewport().height() - edge:
            bar.setValue(bar.value() + edge)

    def _row_before(self, y: int) -> int:
        """Give the row before which something dropped at a height would stand."""
        index = self.indexAt(QPoint(self.viewport().width() // 2, y))
        if not index.isValid():
            return 0 if y < 0 else self._rows.rowCount()
        return index.row() + int(y > self.visualRect(index).center().y())

    def _show_drop(self, row: int | None) -> None:
        if row != self._drop:
            self._drop = row
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, and the line at which a dragged scene would be put."""
        super().paintEvent(event)
        if self._drop is None or not self._rows.rowCount():
            return
        last = self._rows.rowCount() - 1
        rect = self.visualRect(self._rows.index(min(self._drop, last)))
        thick = round(_DROP_PX * self._look.theme.stroke_scale)
        y = rect.top() if self._drop <= last else rect.bottom() + 1
        top = min(max(y - thick // 2, 0), self.viewport().height() - thick)
        with QPainter(self.viewport()) as painter:
            painter.fillRect(0, top, self.viewport().width(), thick, self._look.theme.ink)


def _is_ours(event: QKeyEvent) -> bool:
    keys = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if keys == ALT:
        return event.key() in _ALT_KEYS
    return not keys and event.key() in _PLAIN_KEYS
