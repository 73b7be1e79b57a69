"""The form of the editor: the fields of an annotation, and which of them its kind has."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from viewer.model.annotation import Content
from viewer.ui.look import Look
from viewer.ui.panels.annotations.content_days import first_day, last_day
from viewer.ui.panels.annotations.tag_completer import TagCompleter
from viewer.ui.widgets.day_field import DayField

translate = QCoreApplication.translate

_LINES: Final = 4


class Form(QWidget):
    """All fields that an annotation may have; `typed` when the person changes any."""

    typed = Signal()
    emptied = Signal()
    """A line was emptied, and not by the person."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._is_by_hand = False
        self.title, self.value = QLineEdit(), QLineEdit()
        self.question, self.decision, self.who = QLineEdit(), QLineEdit(), QLineEdit()
        self.lane, self.series, self.unit = QComboBox(), QComboBox(), QComboBox()
        self.first = DayField(translate("Annotations", "Day, or first day"))
        self.last = DayField(translate("Annotations", "Last day"))
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setPlaceholderText(
            translate("Annotations", "Markdown: *italic*, **bold**, - list")
        )
        self.tags = QLineEdit()
        self.tags.setPlaceholderText(translate("Annotations", "With commas between"))
        self.lines = {
            "title": self.title,
            "value": self.value,
            "question": self.question,
            "decision": self.decision,
            "who": self.who,
            "tags": self.tags,
        }
        self.choices = {"lane": self.lane, "series": self.series, "unit": self.unit}
        self.is_known = QCheckBox(translate("Annotations", "May be shown from day"))
        self.known_from = DayField(translate("Annotations", "May be shown from this day on"))
        self.is_known.toggled.connect(self.known_from.setEnabled)
        self._lay_out()
        self._listen()
        self.restyle()

    def _lay_out(self) -> None:
        self._form = QFormLayout()
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setContentsMargins(0, 0, 0, 0)
        rows: tuple[tuple[str, QWidget], ...] = (
            (translate("Annotations", "What happened"), self.title),
            (translate("Annotations", "Lane"), self.lane),
            (translate("Annotations", "Series"), self.series),
            (translate("Annotations", "Value"), self.value),
            (translate("Annotations", "Unit"), self.unit),
            (translate("Annotations", "Question"), self.question),
            (translate("Annotations", "Decision"), self.decision),
            (translate("Annotations", "Who does it"), self.who),
            (translate("Annotations", "Day"), self.first),
            (translate("Annotations", "Last day"), self.last),
            (translate("Annotations", "Text"), self.text),
            (translate("Annotations", "Tags"), self.tags),
        )
        for words, field in rows:
            self._form.addRow(words, field)
            field.setAccessibleName(words)
        known = QHBoxLayout()
        known.addStretch(1)
        known.addWidget(self.known_from)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._form)
        column.addWidget(self.is_known)
        column.addLayout(known)

    def _listen(self) -> None:
        for line in self.lines.values():
            line.textEdited.connect(self._on_edited)
            line.textChanged.connect(self._on_line_changed)
        for choice in self.choices.values():
            choice.activated.connect(self.typed)
        for day in (self.first, self.last, self.known_from):
            day.valueChanged.connect(self.typed)
        self.text.textChanged.connect(self.typed)
        self.is_known.toggled.connect(self.typed)

    def _on_edited(self) -> None:
        self._is_by_hand = True
        self.typed.emit()

    def _on_line_changed(self, text: str) -> None:
        if not text and not self._is_by_hand:
            self.emptied.emit()
        self._is_by_hand = False  # what a person has edited is told as that first

    def restyle(self) -> None:
        """Take fonts and measures of another look."""
        self.text.setFont(self._look.font("label"))
        self.text.setFixedHeight(round(_LINES * 1.2 * self._look.h_px))

    def set_known_tags(self, tags: Sequence[str]) -> None:
        """Offer tags that are in use while one is typed."""
        self.tags.setCompleter(TagCompleter(list(tags), self.tags))

    def show_rows(self, content: Content) -> None:
        """Show the fields that an annotation of this kind has."""
        shown: dict[QWidget, bool] = {
            self.title: content.added is not None,
            self.lane: content.kind == "event",
            self.series: content.kind == "value",
            self.value: content.kind == "value",
            self.unit: content.kind == "value",
            self.question: content.kind == "outcome",
            self.decision: content.kind == "outcome",
            self.who: content.kind == "outcome",
            self.first: first_day(content) is not None,
            self.last: last_day(content) is not None,
            self.tags: content.kind != "reply",
        }
        for field, is_shown in shown.items():
            self._form.setRowVisible(field, is_shown)
        self._name_title(content)

    def _name_title(self, content: Content) -> None:
        words = (
            translate("Annotations", "Title of the study")
            if content.study is not None
            else translate("Annotations", "What happened")
        )
        label = self._form.labelForField(self.title)
        assert isinstance(label, QLabel)  # the form has made it from words
        label.setText(words)
        self.title.setAccessibleName(words)

    def focus_first(self, content: Content) -> None:
        """Put the keys on what is most likely typed first."""
        of_kind: dict[str, QWidget] = {
            "event": self.title,
            "study": self.title,
            "value": self.value,
            "outcome": self.question,
        }
        of_kind.get(content.kind, self.text).setFocus()


def offer(field: QComboBox, choices: list[tuple[str, str]]) -> None:
    """Offer these to choose from, keys with their words."""
    field.clear()
    for key, words in choices:
        field.addItem(words, key)
