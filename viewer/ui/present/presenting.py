"""A presentation from its beginning to its end: which windows there are, on which screens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QScreen

from viewer.model.deck import Deck
from viewer.session.presenting.day_by_day import DayByDay
from viewer.session.presenting.talk import Talk
from viewer.session.session import Session
from viewer.ui.present.console import WINDOWED, Console
from viewer.ui.present.glide import Glide
from viewer.ui.present.pictures import ScenePictures
from viewer.ui.present.screens import Screens
from viewer.ui.present.stage_window import StageWindow
from viewer.ui.present.talk_keys import TalkKeys

if TYPE_CHECKING:
    from viewer.ui.window import Window


@dataclass(frozen=True)
class Wishes:
    """How a presentation is wanted."""

    first: int = 0
    """The place of the scene that it begins with, counted from 0."""
    is_windowed: bool = False
    """In a window that can be shared in a call, instead of full screen."""
    glides: bool = True
    passes_over: bool = False
    """Whether scenes are left out that name what the case lacks."""


class Presenting(QObject):
    """Presents a deck. The window that it begins from is left as it is, and is there again after.

    With a second screen, or in a window, the presenter has a console; else the stage is alone.
    """

    ended = Signal()

    def __init__(
        self, window: Window, session: Session, deck: Deck, pictures: ScenePictures, wishes: Wishes
    ) -> None:
        super().__init__(window)
        self._window = window
        self._wishes = wishes
        self._has_ended = False
        self._screens = Screens(window.screen())
        self.talk = Talk(session, deck, first=wishes.first, passes_over=wishes.passes_over)
        self.glide = Glide(self.talk)
        self.playing = DayByDay(self.talk.session, self)
        self._take_speed()
        self.stage = StageWindow(self.talk)
        height = WINDOWED.height() if wishes.is_windowed else window.screen().geometry().height()
        given = self.talk, self.stage.stage, pictures, self.playing
        self.console = Console(*given, height)
        keys = TalkKeys(
            self.talk,
            {
                "end": self.end,
                "play": self.playing.toggle,
                "pointer": self.toggle_pointer,
                "notes": self.stage.toggle_notes,
                "read_on": lambda: self._read_on(1),
                "read_back": lambda: self._read_on(-1),
            },
        )
        self.stage.keys = self.console.keys = keys
        self.stage.closed.connect(self.end)
        self.console.closed.connect(self.end)
        self.console.pointer_wanted.connect(self.toggle_pointer)
        self.talk.scene_changed.connect(self.playing.stop)
        window.scenes.playing.changed.connect(self._take_speed)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenRemoved.connect(self._on_screen_removed)
            app.screenAdded.connect(self._on_screen_added)
        self.glide.is_on = wishes.glides
        self._place()

    def _place(self) -> None:
        """Put the stage where the room sees it, and the console where the presenter does."""
        if self._wishes.is_windowed:
            self.stage.put_on(None)
            self.console.put_on(self._window.screen(), is_full=False)
            return
        self.stage.put_on(self._screens.of_stage)
        if self._screens.of_console is None:
            self.console.hide()
        else:
            self.console.put_on(self._screens.of_console, is_full=True)
        self.stage.activateWindow()

    def _on_screen_removed(self, screen: QScreen) -> None:
        """Go on with the screens that are left."""
        if self._screens.remove(screen):
            self._place_anew()

    def _on_screen_added(self, screen: QScreen) -> None:
        """Bring the console back, or show the stage to the room, where there is a screen again."""
        if self._screens.add(screen):
            self._place_anew()

    def _place_anew(self) -> None:
        if not self._has_ended and not self._wishes.is_windowed:
            self._place()

    def _take_speed(self) -> None:
        """Play as fast as was chosen in the window."""
        speed = self._window.scenes.playing.speed
        if speed != self.playing.speed:
            self.playing.set_speed(speed)

    def _read_on(self, steps: int) -> None:
        """Go on in the notes, wherever they are read."""
        for notes in (self.console.notes, self.stage.notes):
            if notes.isVisible():
                notes.read_on(steps)

    def toggle_pointer(self) -> None:
        """Let the mouse point for everybody, or no longer."""
        over = self.stage.stage.over
        over.switch_pointer(not over.points)
        self.console.buttons.show_state()

    def end(self) -> None:
        """Close the windows of the presentation; the one before is as it was."""
        if self._has_ended:
            return
        self._has_ended = True
        self.playing.stop()
        self.glide.finish()
        for window in (self.console, self.stage):
            window.blockSignals(True)
            window.close()
            window.deleteLater()
        self._window.activateWindow()
        self.ended.emit()
        self.deleteLater()
