"""What all exports can choose: the language, and the last day that is told."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QHBoxLayout, QWidget

from viewer.model.case import Case
from viewer.model.part import Part, Text
from viewer.session.session import Session
from viewer.ui.export.dialog.days import DayField

translate = QCoreApplication.translate

_ENOUGH = 400
"""So many parts of each kind are asked for their languages."""


class TellingFields(QWidget):
    """Language and horizon, as rows of a form."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.language = QComboBox()
        self.language.setAccessibleName(translate("Export", "Language"))
        for code in languages_of(session.case, session.language):
            self.language.addItem(_name(code), code)
        self.language.setCurrentIndex(self.language.findData(session.language))
        self._horizon = session.state.horizon
        self.hides = QCheckBox(translate("Export", "Tell nothing after day"))
        name = translate("Export", "The last day that is told")
        self.last = DayField(session.counting, session.state.bounds, name)
        self.last.setValue(self.last.maximum())
        if self._horizon is not None:
            self.last.set_day(self._horizon)
            self.last.setMaximum(self.last.value())
            self.hides.setChecked(True)
            self.hides.setEnabled(False)
            self.hides.setToolTip(translate("Export", "The window hides what is later."))
        else:
            self.last.setEnabled(False)
        self.hides.toggled.connect(self.last.setEnabled)
        self.language.currentIndexChanged.connect(self.changed)
        self.hides.toggled.connect(self.changed)
        self.last.valueChanged.connect(self.changed)

    def add_to(self, form: QFormLayout) -> None:
        """Put the rows into a form."""
        form.addRow(translate("Export", "Language:"), self.language)
        row = QHBoxLayout()
        row.addWidget(self.hides)
        row.addWidget(self.last, 1)
        form.addRow(row)

    @property
    def horizon(self) -> int | None:
        """The last day that is told; never one that the window hides."""
        if not self.hides.isChecked():
            return None
        wanted = self.last.day
        return wanted if self._horizon is None else min(wanted, self._horizon)


def languages_of(case: Case, own: str) -> list[str]:
    """Give the languages that a case has texts in, with one's own, in order."""
    return sorted({own, *(code for text in _texts(case) for code in text.languages)})


def _texts(value: Any) -> Iterator[Text]:
    if isinstance(value, Text):
        yield value
    elif isinstance(value, Part):
        for name in type(value).model_fields:
            yield from _texts(getattr(value, name))
    elif not isinstance(value, str | dict) and hasattr(value, "__iter__"):
        for one in islice(value, _ENOUGH):
            yield from _texts(one)


def _name(code: str) -> str:
    locale = QLocale(code)
    if locale.language() == QLocale.Language.C:
        return code
    return "English" if code == "en" else locale.nativeLanguageName()
