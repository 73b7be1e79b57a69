"""A layout that puts widgets side by side and goes on in the next line where they end."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem


class FlowLayout(QLayout):
    """Widgets in lines, each no wider than the layout; wrapping text in them wraps."""

    def __init__(self, gap_x_px: int, gap_y_px: int) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._gap_x = gap_x_px
        self._gap_y = gap_y_px
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Put an item after the others."""
        self._items.append(item)

    def count(self) -> int:
        """Give the number of items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Give an item; None past the last one, as Qt asks for it."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove an item and give it; None past the last one."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Never ask for more room than the items need."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Say that lines break."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of all lines."""
        return self._place(QRect(0, 0, width, 0), is_moving=False)

    def setGeometry(self, rect: QRect) -> None:
        """Put the items into `rect`."""
        super().setGeometry(rect)
        self._place(rect, is_moving=True)

    def sizeHint(self) -> QSize:
        """Ask for one line."""
        hints = [item.sizeHint() for item in self._items]
        gaps = self._gap_x * max(0, len(hints) - 1)
        return QSize(
            sum(hint.width() for hint in hints) + gaps,
            max((hint.height() for hint in hints), default=0),
        )

    def minimumSize(self) -> QSize:
        """Ask for the widest item's least room."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, rect: QRect, is_moving: bool) -> int:
        x, y, line_height = rect.x(), rect.y(), 0
        for item in self._items:
            width = min(item.sizeHint().width(), rect.width())
            tall = item.heightForWidth(width) if item.hasHeightForWidth() else -1
            height = tall if tall >= 0 else item.sizeHint().height()
            if line_height and x + width > rect.x() + rect.width():
                x, y, line_height = rect.x(), y + line_height + self._gap_y, 0
            if is_moving:
                item.setGeometry(QRect(QPoint(x, y), QSize(width, height)))
            x += width + self._gap_x
            line_height = max(line_height, height)
        return y + line_height - rect.y()
