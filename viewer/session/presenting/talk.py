"""A talk: which scene of a deck is shown, for how long, and what covers it."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import compress
from typing import Literal

from PySide6.QtCore import QObject, Signal

from viewer.model.deck import Deck
from viewer.model.scene import Scene
from viewer.model.scene_view import missing
from viewer.model.time import Span
from viewer.session.presenting.decks import show_scene
from viewer.session.session import Session

Cover = Literal["black", "white"]


class Talk(QObject):
    """Goes through the scenes of a deck on a session of its own.

    The window's session is left as it is. The deck stays as it was when the talk began; scenes that
    name what the case lacks are passed over where the presenter wants it.
    """

    scene_changed = Signal()
    """Another scene is shown."""
    cover_changed = Signal()
    pointer_changed = Signal()

    def __init__(
        self,
        window: Session,
        deck: Deck,
        *,
        first: int = 0,
        passes_over: bool = False,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`first` is the place in the deck of the scene that it begins with, counted from 0."""
        super().__init__()
        opened = window.opened
        assert opened is not None  # nothing can be presented without a case
        self.session = Session(
            opened, window.language, annotating=window.annotating, pictures=window.pictures
        )
        """What the stage shows."""
        is_shown = [not (passes_over and missing(s, opened.case)) for s in deck.scenes]
        self.scenes = tuple(compress(deck.scenes, is_shown))
        self.index = max(min(sum(is_shown[: max(first, 0)]), len(self.scenes) - 1), 0)
        """The place of the scene that is shown, counted from 0."""
        self.cover: Cover | None = None
        """What is shown instead of everything; None where the scene is."""
        self.left: Span = self.session.state.window
        """The days that were in view before the scene came."""
        self.pointer: tuple[float, float] | None = None
        """Where the presenter points, as shares of the stage's width and height."""
        self._clock = clock
        self._begun = self._since = clock()
        self._spent = [0.0] * len(self.scenes)
        if self.scenes:
            self._show()

    # -- going through ------------------------------------------------------------------------

    @property
    def scene(self) -> Scene | None:
        """The scene that is shown; None for an empty deck."""
        return self.scenes[self.index] if self.scenes else None

    @property
    def next_scene(self) -> Scene | None:
        """The scene that comes after it; None at the end."""
        return self.scenes[self.index + 1] if self.index + 1 < len(self.scenes) else None

    @property
    def notes(self) -> str:
        """What the presenter wants to say with the scene; empty for nothing."""
        notes = None if self.scene is None else self.scene.notes
        return "" if notes is None else notes.pick(self.session.language)

    @property
    def lacking(self) -> tuple[str, ...]:
        """Ids that the scene names and the case lacks."""
        opened = self.session.opened
        return () if self.scene is None or opened is None else missing(self.scene, opened.case)

    def go(self, steps: int) -> None:
        """Show the next scene (the one before, where negative); a cover is taken away first."""
        if self.cover is not None:
            self.put_cover(None)
        else:
            self.jump(self.index + steps)

    def jump(self, index: int) -> None:
        """Show the scene at a place, counted from 0; the nearest where there is none."""
        wanted = min(max(index, 0), len(self.scenes) - 1)
        if not self.scenes:
            return
        self.put_cover(None)
        if wanted != self.index:
            self._count()
            self.index = wanted
            self._show()
            self.scene_changed.emit()

    def show_one(self, scene: Scene) -> None:
        """Show a scene of no deck, such as for a picture of it."""
        self.scenes, self.index, self._spent = (scene,), 0, [0.0]
        self.show_again()

    def show_again(self) -> None:
        """Show the scene as it was kept, whatever was done to it since."""
        if self.scenes:
            self._show()
            self.scene_changed.emit()

    def _show(self) -> None:
        self.left = self.session.state.window
        show_scene(self.session, self.scenes[self.index], is_on_stage=True)

    # -- covering and pointing ----------------------------------------------------------------

    def put_cover(self, cover: Cover | None) -> None:
        """Cover the stage, or uncover it with None; the same cover again uncovers it."""
        wanted = None if cover == self.cover else cover
        if wanted != self.cover:
            self.cover = wanted
            self.cover_changed.emit()

    def point(self, place: tuple[float, float] | None) -> None:
        """Point at a place of the stage, or at none."""
        if place != self.pointer:
            self.pointer = place
            self.pointer_changed.emit()

    # -- time ---------------------------------------------------------------------------------

    @property
    def elapsed_s(self) -> float:
        """How long the talk has been going on (seconds)."""
        return self._clock() - self._begun

    @property
    def planned_s(self) -> int:
        """How long all scenes are meant to take together; those without a plan count nothing."""
        return sum(scene.planned_s or 0 for scene in self.scenes)

    def spent_s(self, index: int) -> float:
        """Give how long a scene has been shown (seconds)."""
        running = self._clock() - self._since if index == self.index else 0.0
        return self._spent[index] + running

    def begin_again(self) -> None:
        """Let the time run from now on."""
        self._begun = self._since = self._clock()
        self._spent = [0.0] * len(self.scenes)

    def _count(self) -> None:
        now = self._clock()
        self._spent[self.index] += now - self._since
        self._since = now
