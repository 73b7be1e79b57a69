"""Episodes of low glucose as the rows of a table."""

from enum import IntEnum

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, Qt

from viewer.model.glucose_course import LowEpisode
from viewer.model.numbering import Counting
from viewer.ui.panels.headed import HeadedRows
from viewer.ui.panels.table import CURSOR_ROLE, Index
from viewer.ui.words.glucose_words import (
    ends_words,
    length_words,
    moment_words,
    reported_words,
)
from viewer.ui.words.joining import labelled
from viewer.ui.words.tooltips import rich

translate = QCoreApplication.translate


OWN = Counting()


class EpisodeColumn(IntEnum):
    """The columns, from left to right."""

    START = 0
    LENGTH = 1
    LEVEL = 2
    LOWEST = 3
    END = 4
    SEEN = 5


class EpisodeRows(HeadedRows):
    """Episodes in the order of time."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._episodes: tuple[LowEpisode, ...] = ()
        self._unit = ""
        self._wording = (OWN, "en")
        self._cursor = 0.0

    def show_episodes(
        self, episodes: tuple[LowEpisode, ...], unit: str, counting: Counting, language: str
    ) -> None:
        """Show other episodes, or days with other numbers; the same ones cost nothing."""
        shown = (episodes, unit, (counting, language))
        if shown == (self._episodes, self._unit, self._wording):
            return
        self.beginResetModel()
        self._episodes, self._unit, self._wording = shown
        self.endResetModel()

    def point_at(self, moment: float) -> None:
        """Mark the episode that the cursor is in."""
        self._cursor = moment

    def episode_at(self, row: int) -> LowEpisode:
        """Give what stands in a row."""
        return self._episodes[row]

    def row_at_cursor(self) -> int | None:
        """Give the row of the episode that the cursor is in; None between episodes."""
        for row, one in enumerate(self._episodes):
            if self._is_at_cursor(one):
                return row
        return None

    def _is_at_cursor(self, one: LowEpisode) -> bool:
        return one.whole.start <= self._cursor <= one.whole.end

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        """Give the number of episodes."""
        return 0 if parent.isValid() else len(self._episodes)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        """Give the number of columns."""
        return 0 if parent.isValid() else len(EpisodeColumn)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a cell's words, its tooltip, or whether the cursor is in the episode."""
        if not index.isValid():
            return None
        one = self._episodes[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._words(one, EpisodeColumn(index.column()))
            case Qt.ItemDataRole.ToolTipRole:
                heads = (self._head(column) for column in EpisodeColumn)
                cells = (self._words(one, column) for column in EpisodeColumn)
                return rich([labelled(*pair) for pair in zip(heads, cells, strict=True)])
            case _ if role == CURSOR_ROLE:
                return self._is_at_cursor(one)
        return None

    def _words(self, one: LowEpisode, column: EpisodeColumn) -> str:
        whole = one.whole
        match column:
            case EpisodeColumn.START:
                return moment_words(whole.start, *self._wording)
            case EpisodeColumn.END:
                return moment_words(whole.end, *self._wording)
            case EpisodeColumn.LENGTH:
                least = "" if whole.is_start_seen and whole.is_end_seen else "≥ "
                return least + length_words(whole.end - whole.start)
            case EpisodeColumn.LEVEL:
                return str(one.level)
            case EpisodeColumn.LOWEST:
                return reported_words(whole.lowest, self._unit)
        return ends_words(one)

    def _head(self, column: EpisodeColumn) -> str:
        return {
            EpisodeColumn.START: translate("Glucose", "Start"),
            EpisodeColumn.LENGTH: translate("Glucose", "Length"),
            EpisodeColumn.LEVEL: translate("Glucose", "Level"),
            EpisodeColumn.LOWEST: translate("Glucose", "Lowest"),
            EpisodeColumn.END: translate("Glucose", "Ended"),
            EpisodeColumn.SEEN: translate("Glucose", "Ends seen"),
        }[column]

    def head(self, column: int) -> str | None:
        """Name a column."""
        return self._head(EpisodeColumn(column))
