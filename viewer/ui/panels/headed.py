"""Rows of a table that name their columns."""

from PySide6.QtCore import QAbstractTableModel, Qt


class HeadedRows(QAbstractTableModel):
    """A model whose columns have names; each table says its own."""

    def head(self, column: int) -> str | None:
        """Name a column; None for one without a name."""
        raise NotImplementedError

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Name the columns."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return self.head(section)
