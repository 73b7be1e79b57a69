"""What keys and clickers do while something is presented."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from viewer.session.presenting.talk import Talk
from viewer.ui.present.talk_table import TALK_KEYS, TalkKey

Modifier = Qt.KeyboardModifier
MOST_DIGITS = 4
NO_DIGIT = Modifier.ControlModifier | Modifier.AltModifier | Modifier.MetaModifier
"""With one of these a digit is a command. With Shift it is not: on some keyboards, such as the
French, digits need it."""


class TalkKeys:
    """Turns keys into steps of a talk; `others` are the acts that are not the talk's own."""

    def __init__(self, talk: Talk, others: dict[str, Callable[[], object]]) -> None:
        self._talk = talk
        self._digits = ""
        acts: dict[str, Callable[[], object]] = {
            "on": lambda: talk.go(1),
            "back": lambda: talk.go(-1),
            "number": self._jump,
            "first": lambda: talk.jump(0),
            "last": lambda: talk.jump(len(talk.scenes) - 1),
            "black": lambda: talk.put_cover("black"),
            "white": lambda: talk.put_cover("white"),
            "as_kept": talk.show_again,
            **others,
        }
        self._acts: dict[str, tuple[TalkKey, Callable[[], object]]] = {
            QKeySequence(key).toString(): (row, acts[row.act])
            for row in TALK_KEYS
            for key in row.keys
        }

    def takes(self, event: QKeyEvent) -> bool:
        """Do what a key stands for; False for keys that mean nothing here."""
        text, modifiers = event.text(), event.modifiers()
        if text.isdecimal() and text.isascii() and not modifiers & NO_DIGIT:
            if not event.isAutoRepeat():
                self._digits = (self._digits + text)[-MOST_DIGITS:]
            return True
        # As a number: Qt.Key does not know every key there is.
        pressed = QKeySequence(event.key() | (modifiers & ~Modifier.KeypadModifier).value)
        found = self._acts.get(pressed.toString())
        if found is None:
            return False
        row, act = found
        if event.isAutoRepeat() and not row.repeats:
            return True
        if row.act != "number":
            self._digits = ""
        act()
        return True

    def _jump(self) -> None:
        """Show the scene whose number was typed; the next one where none was."""
        digits, self._digits = self._digits, ""
        self._talk.jump(int(digits) - 1) if digits else self._talk.go(1)
