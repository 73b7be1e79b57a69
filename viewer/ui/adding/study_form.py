"""What a person says of a study that is added: its title, its modality and when it was made."""

from dataclasses import dataclass, replace
from typing import Literal

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QWidget,
)

from viewer.model.annotation import MOST_TITLE
from viewer.model.numbering import Counting
from viewer.model.offers import LONGEST_MODALITY, Offer
from viewer.model.time import Instant
from viewer.ui.widgets.day_field import DayField
from viewer.ui.words.day_words import day_name

translate = QCoreApplication.translate

MODALITIES = ("CT", "MR", "US", "PT", "NM", "XA", "CR", "ES")
DayKind = Literal["", "on", "about", "between"]


@dataclass(frozen=True)
class Said:
    """What is said of one study; the day is not said while its kind is empty."""

    title: str
    modality: str
    kind: DayKind = ""
    first: float = 0.0
    last: float = 0.0
    is_derived: bool = False
    """Whether the day is the one that was worked out from the study's date."""
    is_told_then: bool = True

    @property
    def when(self) -> Instant | None:
        """When it was made; None where that is not said, or the last day is before the first."""
        precise: dict[str, object] = {}
        if not (self.first.is_integer() and self.last.is_integer()):
            precise["precision"] = "minute"
        if self.is_derived:
            precise["evidence"] = "derived"
        days = {
            "on": {"day": self.first},
            "about": {"about": self.first},
            "between": {"earliest": self.first, "latest": self.last},
        }.get(self.kind)
        if days is None or (self.kind == "between" and self.last < self.first):
            return None
        return Instant.model_validate(days | precise)


def proposed(offer: Offer, day: int | None, cursor: float) -> Said:
    """Give what is proposed of a study; its day only where its date tells it."""
    said = Said(offer.title, offer.modality, first=cursor, last=cursor)
    if day is None:
        return said
    return replace(said, kind="on", first=float(day), last=float(day), is_derived=True)


class StudyForm(QWidget):
    """Shows what is said of a study, and tells when the person says something else."""

    changed = Signal()

    def __init__(self, counting: Counting) -> None:
        super().__init__()
        self._counting = counting
        self._shown: Said | None = None
        self.title, self.modality = QLineEdit(), QComboBox()
        self.title.setMaxLength(MOST_TITLE)
        self.modality.setEditable(True)
        self.modality.addItems(MODALITIES)
        line = self.modality.lineEdit()
        assert line is not None  # it can be edited
        line.setMaxLength(LONGEST_MODALITY)
        self.kind = QComboBox()
        kinds: tuple[tuple[DayKind, str], ...] = (
            ("on", translate("AddImages", "on day")),
            ("about", translate("AddImages", "about day")),
            ("between", translate("AddImages", "between days")),
        )
        for kind, words in kinds:
            self.kind.addItem(words, kind)
        self.kind.setPlaceholderText(translate("AddImages", "Choose …"))
        self.first = DayField(translate("AddImages", "Day, or first day"))
        self.last = DayField(translate("AddImages", "Last day"))
        self.and_ = QLabel(translate("AddImages", "and"))
        self.date = QLabel()
        self.date.setTextFormat(Qt.TextFormat.PlainText)
        self.is_told_then = QCheckBox(translate("AddImages", "May be shown from that day on"))
        self._lay_out()
        self._listen()

    def _lay_out(self) -> None:
        when = QHBoxLayout()
        for widget in (self.kind, self.first, self.and_, self.last):
            when.addWidget(widget)
        when.addStretch(1)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        rows = (
            (translate("AddImages", "Title"), self.title),
            (translate("AddImages", "Modality"), self.modality),
        )
        for words, field in rows:
            form.addRow(words, field)
            field.setAccessibleName(words)
        words = translate("AddImages", "Made")
        form.addRow(words, when)
        self.kind.setAccessibleName(words)
        form.addRow("", self.date)
        form.addRow("", self.is_told_then)

    def _listen(self) -> None:
        self.title.textEdited.connect(self.changed)
        self.modality.editTextChanged.connect(self.changed)
        self.kind.activated.connect(self._on_kind_activated)
        for day in (self.first, self.last):
            day.valueChanged.connect(self.changed)
        self.is_told_then.toggled.connect(self.changed)

    def show_said(self, said: Said, date: str, day: int | None) -> None:
        """Show what is said of a study, and its `date` with the `day` that it is."""
        self._shown = None  # nothing is said by the person while it is shown
        self.title.setText(said.title)
        self.modality.setEditText(said.modality)
        self.kind.setCurrentIndex(self.kind.findData(said.kind))
        self.first.show_day(said.first, self._counting)
        self.last.show_day(said.last, self._counting)
        self.is_told_then.setChecked(said.is_told_then)
        self.date.setText(self._date_words(date, day))
        self.date.setVisible(bool(date))
        self._show_kind()
        self._shown = said

    def said(self) -> Said | None:
        """Give what is said now; None while nothing is shown."""
        before = self._shown
        if before is None:
            return None
        kind: DayKind = self.kind.currentData() or ""
        days = self.first.day(), self.last.day()
        is_same = (kind, *days) == (before.kind, before.first, before.last)
        return Said(
            self.title.text().strip(),
            self.modality.currentText().strip(),
            kind,
            *days,
            before.is_derived and is_same,
            self.is_told_then.isChecked(),
        )

    def _on_kind_activated(self) -> None:
        self._show_kind()
        self.changed.emit()

    def _show_kind(self) -> None:
        kind = self.kind.currentData()
        self.first.setVisible(kind is not None)
        for widget in (self.and_, self.last):
            widget.setVisible(kind == "between")

    def _date_words(self, date: str, day: int | None) -> str:
        if day is None:
            words = translate("AddImages", "Dated {date}; the case does not say which day that is")
            return words.format(date=date)
        words = translate("AddImages", "{date} = {day}")
        return words.format(date=date, day=day_name(day, self._counting))
