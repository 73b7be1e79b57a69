"""The studies that were found, each with its series, to choose those that are added."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from viewer.model.offers import Offer
from viewer.model.pictures import PictureSeries
from viewer.ui.widgets.plain_text import tip
from viewer.ui.words.joining import in_line
from viewer.ui.words.numbers import number
from viewer.ui.words.problem_words import problem_text

translate = QCoreApplication.translate

_CHECKED, _PARTLY = Qt.CheckState.Checked, Qt.CheckState.PartiallyChecked
_UNCHECKED = Qt.CheckState.Unchecked


class FoundList(QTreeWidget):
    """A row for each study, and below it one for each of its series, with a tick each."""

    ticked = Signal()
    current_changed = Signal(int)
    """Another study is looked at: its number."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(translate("AddImages", "Studies and series"))
        self.setHeaderLabels(
            [
                translate("AddImages", "Study and series"),
                translate("AddImages", "Pictures"),
                translate("AddImages", "Date"),
            ]
        )
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.setUniformRowHeights(True)
        self._offers: tuple[Offer, ...] = ()
        self.itemChanged.connect(self._on_item_changed)
        self.currentItemChanged.connect(self._on_current_changed)

    def show_offers(self, offers: tuple[Offer, ...]) -> None:
        """List studies, all of them ticked."""
        self._offers = offers
        self.blockSignals(True)
        self.clear()
        for offer in offers:
            self._add(offer)
        self.expandAll()
        self.blockSignals(False)
        first = self.topLevelItem(0)
        if first is not None:
            self.setCurrentItem(first)

    def name_study(self, at: int, title: str) -> None:
        """Show another title of a study."""
        item = self.topLevelItem(at)
        if item is not None:
            self.blockSignals(True)
            item.setText(0, _named(title))
            self.blockSignals(False)
            self.viewport().update()

    def chosen(self) -> tuple[tuple[int, tuple[PictureSeries, ...]], ...]:
        """Give the number of each study of which anything is ticked, with the series that are."""
        found = []
        for at, offer in enumerate(self._offers):
            top = self.topLevelItem(at)
            assert top is not None  # each has a row
            rows = zip(offer.series, (top.child(n) for n in range(top.childCount())), strict=True)
            series = tuple(one for one, row in rows if row.checkState(0) == _CHECKED)
            if series:
                found.append((at, series))
        return tuple(found)

    def _add(self, offer: Offer) -> None:
        count = sum(len(one.frames) for one in offer.series)
        date = "" if offer.date is None else offer.date.isoformat()
        top = QTreeWidgetItem(self, [_named(offer.title), number(count), date])
        top.setFlags(top.flags() | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsAutoTristate)
        for series in offer.series:
            row = QTreeWidgetItem(top, [series_words(series), number(len(series.frames)), ""])
            row.setFlags(row.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            row.setCheckState(0, _CHECKED)
            remarks = [problem_text(remark) for remark in series.remarks]
            row.setToolTip(0, tip("\n".join((series_words(series), *remarks))))
        for row_at in (top, *(top.child(n) for n in range(top.childCount()))):
            for column in (1, 2):
                row_at.setTextAlignment(column, Qt.AlignmentFlag.AlignRight)

    def _on_item_changed(self) -> None:
        self.ticked.emit()

    def _on_current_changed(self, now: QTreeWidgetItem | None) -> None:
        if now is not None:
            top = now.parent() or now
            self.current_changed.emit(self.indexOfTopLevelItem(top))


def series_words(series: PictureSeries) -> str:
    """Say what a series is in a line: its modality, its own title and what kind it is of."""
    kinds = {
        "stack": "",
        "localizer": translate("AddImages", "localizer"),
        "loose": translate("AddImages", "single pictures"),
        "picture": translate("AddImages", "PNG or JPEG"),
    }
    remarks = translate("AddImages", "with remarks") if series.remarks else ""
    return in_line((series.modality, _named(series.title), kinds[series.kind], remarks))


def _named(title: str) -> str:
    return title or translate("AddImages", "without a title")
