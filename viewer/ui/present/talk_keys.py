"""What keys and clickers do while something is presented."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from viewer.session.presenting.talk import Talk

Key = Qt.Key
ON = (Key.Key_Right, Key.Key_Down, Key.Key_PageDown, Key.Key_Space)
BACK = (Key.Key_Left, Key.Key_Up, Key.Key_PageUp, Key.Key_Backspace)
MOST_DIGITS = 4


class TalkKeys:
    """Turns keys into steps of a talk; `others` are what single keys do besides."""

    def __init__(self, talk: Talk, others: dict[Qt.Key, Callable[[], object]]) -> None:
        self._talk = talk
        self._digits = ""
        self._acts: dict[Qt.Key, Callable[[], object]] = {
            **dict.fromkeys(ON, lambda: talk.go(1)),
            **dict.fromkeys(BACK, lambda: talk.go(-1)),
            Key.Key_Home: lambda: talk.jump(0),
            Key.Key_End: lambda: talk.jump(len(talk.scenes) - 1),
            Key.Key_B: lambda: talk.put_cover("black"),
            Key.Key_Period: lambda: talk.put_cover("black"),
            Key.Key_W: lambda: talk.put_cover("white"),
            Key.Key_Comma: lambda: talk.put_cover("white"),
            **others,
        }

    def takes(self, event: QKeyEvent) -> bool:
        """Do what a key stands for; False for keys that mean nothing here."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        key = Qt.Key(event.key())
        if event.text().isdecimal() and event.text().isascii():
            self._digits = (self._digits + event.text())[-MOST_DIGITS:]
            return True
        digits, self._digits = self._digits, ""
        if key in (Key.Key_Return, Key.Key_Enter):
            self._talk.jump(int(digits) - 1) if digits else self._talk.go(1)
            return True
        act = self._acts.get(key)
        if act is None:
            return False
        act()
        return True
