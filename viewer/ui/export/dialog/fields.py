"""What the dialog needs of the choices that belong to one kind of export."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QWidget

from viewer.ui.export.order import Order

translate = QCoreApplication.translate

Kept = Mapping[str, object]
"""Choices that are remembered, by their names."""


class Fields(QWidget):
    """Choices of one kind of export."""

    changed = Signal()
    """Another choice was made."""

    @property
    def ending(self) -> str:
        """The ending of the file that is chosen; empty where none can be made."""
        raise NotImplementedError

    def choose_ending(self, ending: str) -> bool:
        """Choose the file with this ending, as its name was typed; False where there is none."""
        raise NotImplementedError

    def order(self, plain: Order) -> Order:
        """Add these choices to an order."""
        raise NotImplementedError

    def kept(self) -> Kept:
        """Give what is remembered for the next time; nothing that belongs to one case."""
        raise NotImplementedError


def combo(name: str, rows: Iterable[tuple[str, object]], chosen: object = None) -> QComboBox:
    """Make a list of (words, data) to choose from, the first one where `chosen` is none of it."""
    made = QComboBox()
    made.setAccessibleName(name)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(12)
    for words, data in rows:
        made.addItem(words, data)
    at = next((n for n in range(made.count()) if made.itemData(n) == chosen), 0)
    made.setCurrentIndex(at)
    return made


def form_in(parent: QWidget) -> QFormLayout:
    """Make a form that fills its parent."""
    form = QFormLayout(parent)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    return form


def file_words(ending: str) -> str:
    """Name a kind of file by its ending."""
    return {
        ".svg": translate("Export", "Drawing (SVG)"),
        ".pdf": translate("Export", "Document (PDF)"),
        ".png": translate("Export", "Picture (PNG)"),
        ".tiff": translate("Export", "Picture (TIFF)"),
        ".pptx": translate("Export", "Slides (PPTX)"),
        ".csv": translate("Export", "Table (CSV)"),
        ".xlsx": translate("Export", "Workbook (XLSX)"),
        ".md": translate("Export", "Timeline (Markdown)"),
        ".html": translate("Export", "Timeline (HTML)"),
        ".phenopacket.json": translate("Export", "Phenopacket (JSON)"),
        ".dayline": translate("Export", "Case (.dayline)"),
    }[ending]


class FileChoice(QComboBox):
    """The kinds of files that can be made."""

    def __init__(self, endings: Iterable[str], chosen: object) -> None:
        super().__init__()
        self.setAccessibleName(translate("Export", "Kind of file"))
        for ending in endings:
            self.addItem(file_words(ending), ending)
        self.choose(str(chosen))

    @property
    def ending(self) -> str:
        """The one that is chosen; empty where there is none."""
        return str(self.currentData() or "")

    def choose(self, ending: str) -> bool:
        """Choose one; False where it cannot be made."""
        at = self.findData(".tiff" if ending == ".tif" else ending)
        if at >= 0:
            self.setCurrentIndex(at)
        return at >= 0
