"""The buttons that lead a talk; those that switch something show whether it is on."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from viewer.session.presenting.day_by_day import DayByDay
from viewer.session.presenting.talk import Talk
from viewer.ui.present.stage import Stage
from viewer.ui.present.talk_table import key_of

translate = QCoreApplication.translate

WITH_KEY = ("black", "white", "pointer", "play", "as_kept", "end")
"""The acts whose key stands on their button."""


class TalkButtons(QWidget):
    """A row of buttons: going through, covering, pointing, playing, ending."""

    def __init__(
        self,
        talk: Talk,
        stage: Stage,
        playing: DayByDay,
        others: Mapping[str, Callable[[], object]],
    ) -> None:
        """`others` are the acts that are not the talk's own."""
        super().__init__()
        acts: dict[str, Callable[[], object]] = {
            "back": lambda: talk.go(-1),
            "on": lambda: talk.go(1),
            "black": lambda: talk.put_cover("black"),
            "white": lambda: talk.put_cover("white"),
            "play": playing.toggle,
            "as_kept": talk.show_again,
            **others,
        }
        self._is_on: dict[str, Callable[[], bool]] = {
            "black": lambda: talk.cover == "black",
            "white": lambda: talk.cover == "white",
            "pointer": lambda: stage.over.points,
            "play": lambda: playing.is_playing,
        }
        self._buttons = {act: self._button(act, said, acts[act]) for act, said in _captions()}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for button in self._buttons.values():
            row.addWidget(button)
        row.addStretch(1)
        talk.cover_changed.connect(self.show_state)
        playing.changed.connect(self.show_state)

    def _button(self, act: str, said: str, do: Callable[[], object]) -> QToolButton:
        words = f"{said}  {key_of(act)}" if act in WITH_KEY else said
        button = plain_button(words, said, partial(self._do, do))
        button.setCheckable(act in self._is_on)
        return button

    def _do(self, do: Callable[[], object]) -> None:
        do()
        self.show_state()  # a click switches the button, whatever came of it

    def show_state(self) -> None:
        """Show what is on."""
        for act, is_on in self._is_on.items():
            self._buttons[act].setChecked(is_on())


def plain_button(words: str, said: str, act: Callable[[], object]) -> QToolButton:
    """Make a button that leaves the keys to the talk."""
    button = QToolButton()
    button.setText(words)
    button.setAccessibleName(said)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    button.clicked.connect(lambda *_: act())
    return button


def _captions() -> tuple[tuple[str, str], ...]:
    return (
        ("back", translate("Console", "‹ Back")),
        ("on", translate("Console", "Next ›")),
        ("black", translate("Console", "Blank")),
        ("white", translate("Console", "White")),
        ("pointer", translate("Console", "Pointer")),
        ("play", translate("Console", "Day by day")),
        ("as_kept", translate("Console", "Scene as kept")),
        ("zero", translate("Console", "Time from zero")),
        ("end", translate("Console", "End the talk")),
    )
