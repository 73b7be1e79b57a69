"""What of a person goes out: what is taken out, what must not stand in it, what is to be checked.

It never says that nobody can be told any more: no program can know that.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QGroupBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
)

from viewer.model.case import Case
from viewer.model.course import part
from viewer.model.going_out import TO_CHECK, Standing, going_out
from viewer.model.same_text import fold
from viewer.ui.look import Look
from viewer.ui.widgets.plain_text import PlainText, tip
from viewer.ui.words.annotation_words import part_name
from viewer.ui.words.joining import in_turn, labelled

translate = QCoreApplication.translate

_BESIDE = 40
"""So many letters beside a word are told."""
_MOST = 200
"""So many places are listed."""
_LINES = 3


class IdentityFields(QGroupBox):
    """The part of the dialog that all exports share."""

    changed = Signal()

    def __init__(self, case: Case, language: str, look: Look, words: Sequence[str]) -> None:
        """`words` are those that were given before."""
        super().__init__(translate("Export", "Who it is about"))
        self._case, self._language = case, language
        taken_out = [translate("GoingOut", one) for one in going_out(case).removed]
        nothing = translate("Export", "nothing, for no calendar date and no age above 89 is stated")
        said = labelled(translate("Export", "Taken out"), in_turn(taken_out) or nothing)
        self.taken_out = PlainText(said, look)
        self.keeps = QCheckBox(translate("Export", "Keep the calendar date and ages above 89"))
        self.keeps.setEnabled(bool(taken_out))
        asks = QLabel(translate("Export", "Must not stand in it (names, numbers), one a line:"))
        asks.setWordWrap(True)
        self.words_field = QPlainTextEdit("\n".join(words))
        self.words_field.setTabChangesFocus(True)
        self.words_field.setAccessibleName(translate("Export", "Words that must not stand in it"))
        self.words_field.setToolTip(
            tip(translate("Export", "They are forgotten when the program ends."))
        )
        asks.setBuddy(self.words_field)
        self.stands = PlainText("", look, "strong")
        self.places = QListWidget()
        self.places.setAccessibleName(translate("Export", "Where they stand"))
        self.places.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.words_field.setFixedHeight(round((_LINES + 0.8) * look.h_px))
        self.places.setFixedHeight(round(1.5 * _LINES * look.h_px))
        to_check = in_turn(translate("GoingOut", one) for one in TO_CHECK)
        check = PlainText(
            labelled(translate("Export", "You must still check"), to_check), look, "small", "ink_2"
        )
        column = QVBoxLayout(self)
        column.setSpacing(round(0.35 * look.h_px))
        for one in (self.taken_out, self.keeps, asks, self.words_field, self.stands, self.places):
            column.addWidget(one)
        column.addWidget(check)
        self.show_places(())
        self.keeps.toggled.connect(self.changed)
        self.words_field.textChanged.connect(self.changed)

    @property
    def words(self) -> tuple[str, ...]:
        """The words that must not stand in it, each once."""
        lines = (line.strip() for line in self.words_field.toPlainText().splitlines())
        return tuple(dict.fromkeys(line for line in lines if fold(line)))

    def show_places(self, found: Sequence[Standing]) -> None:
        """List where words stand that must not go out; nothing where there are none."""
        self.places.clear()
        for one in found[:_MOST]:
            name = one.part
            if part(self._case, one.part) is not None:
                name = part_name(self._case, one.part, self._language)
            item = QListWidgetItem(labelled(name, _around(one)), self.places)
            item.setToolTip(tip(one.text))
        words = translate("Export", "Nothing is exported: they stand in {count} places.")
        self.stands.setText(words.format(count=len(found)))
        for widget in (self.stands, self.places):
            widget.setVisible(bool(found))


def _around(one: Standing) -> str:
    """Give the words around the place, on one line."""
    text = " ".join(one.text.split())
    at = text.casefold().find(one.word.casefold())
    start = max(0, at - _BESIDE)
    end = max(at, 0) + len(one.word) + _BESIDE
    return ("…" if start else "") + text[start:end] + ("…" if end < len(text) else "")
