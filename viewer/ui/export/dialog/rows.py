"""Lists with ticks, and what is ticked in them."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from viewer.ui.widgets.plain_text import tip

_KEY = Qt.ItemDataRole.UserRole


class TickList(QListWidget):
    """Rows of (key, words), each to be ticked."""

    ticked = Signal()

    def __init__(self, name: str, lines: int) -> None:
        """So many `lines` are seen at least; more are scrolled."""
        super().__init__()
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.setSpacing(2)
        self._lines = lines
        self.itemChanged.connect(self.ticked)

    def fill(self, rows: Iterable[tuple[str, str]], off: Iterable[str]) -> None:
        """Show these rows, all ticked but those whose keys are `off`."""
        left_out = frozenset(off)
        self.blockSignals(True)
        self.clear()
        for key, words in rows:
            item = QListWidgetItem(words, self)
            item.setData(_KEY, key)
            item.setToolTip(tip(words))
            flag = Qt.ItemFlag
            item.setFlags(flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsUserCheckable)
            state = Qt.CheckState.Unchecked if key in left_out else Qt.CheckState.Checked
            item.setCheckState(state)
        self.blockSignals(False)
        self.ticked.emit()

    @property
    def off(self) -> frozenset[str]:
        """The keys of the rows that are not ticked."""
        rows = (self.item(row) for row in range(self.count()))
        return frozenset(
            str(row.data(_KEY)) for row in rows if row.checkState() != Qt.CheckState.Checked
        )

    def minimumSizeHint(self) -> QSize:
        """Ask for its lines."""
        line = round(1.5 * self.fontMetrics().height())
        return QSize(super().minimumSizeHint().width(), self._lines * line)

    def sizeHint(self) -> QSize:
        """Ask for no more."""
        return self.minimumSizeHint()
