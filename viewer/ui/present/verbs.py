"""What the commands that present do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QSize
from PySide6.QtGui import QGuiApplication, QPixmap
from PySide6.QtWidgets import QWidget

from viewer.model.case import Case
from viewer.model.deck import Deck
from viewer.model.part import words_of
from viewer.model.scene_view import missing, scene_of
from viewer.model.view_state import ViewState
from viewer.session.presenting.decks import Decks
from viewer.ui.panels.panel import Panel
from viewer.ui.present.pictures import ScenePictures

if TYPE_CHECKING:
    from viewer.ui.present.presenting import Presenting
    from viewer.ui.window import Window

translate = QCoreApplication.translate

GLIDES = "present/glides"
"""The name of the setting that lets scenes change at once where it is "no"."""
SLIDE = QSize(1920, 1080)
TOLD_MS = 4000
PASSES_OVER = "present/passes_over"


class PresentVerbs(QObject):
    """The commands that present, carried out for a window."""

    def __init__(self, window: Window, decks: Decks, pictures: ScenePictures) -> None:
        super().__init__(window)
        self._window = window
        self._decks = decks
        self._pictures = pictures
        self.presenting: Presenting | None = None
        """What is presented now."""
        self._awaited: Callable[[], object] | None = None
        """What is to be presented as soon as one's own deck has been read."""
        window.session.annotating.changed.connect(self._on_known)

    def table(self) -> dict[str, Callable[[], object]]:
        """Give what each of these commands does."""
        return {
            "present": self.present,
            "present_here": lambda: self.present(self.chosen_place()),
            "present_windowed": lambda: self.present(is_windowed=True),
            "scenes_glide": partial(self._switch, GLIDES, "yes"),
            "pass_over": partial(self._switch, PASSES_OVER, "no"),
            "copy_picture": self.copy_picture,
        }

    def show_choices(self) -> None:
        """Show in the menu what was chosen before."""
        actions, settings = self._window.actions_by_name, self._window.settings
        actions["scenes_glide"].setChecked(settings.text(GLIDES, "yes") == "yes")
        actions["pass_over"].setChecked(self._passes_over)

    def _switch(self, name: str, at_first: str) -> None:
        settings = self._window.settings
        settings.set_text(name, "no" if settings.text(name, at_first) == "yes" else "yes")
        self.show_choices()

    def chosen_place(self) -> int:
        """Give the place of the scene that is chosen in the list; the first without one."""
        return self._decks.deck.index(self._window.panels.scenes.chosen) or 0

    def present(self, first: int = 0, *, is_windowed: bool = False) -> None:
        """Present the deck from a scene on, counted from 0; say so where there is none."""
        window = self._window
        if self.presenting is not None or window.session.opened is None:
            return
        if self._is_reading:  # one's own deck may be on its way
            self._awaited = partial(self.present, first, is_windowed=is_windowed)
            return
        if not window.scenes.has_kept_all():
            return
        deck, whole = self._decks.deck, window.session.opened.case
        if why := _why_none(deck, whole if self._passes_over else None):
            window.notice.say(why)
            return
        if first >= len(deck.scenes):
            words = translate("Present", "This deck has {count} scenes; it begins with the last.")
            window.notice.say(words.format(count=len(deck.scenes)))
        self._begin(deck, first, is_windowed=is_windowed)

    @property
    def _is_reading(self) -> bool:
        keeping = self._window.session.annotating.keeping
        return keeping is not None and keeping.is_reading

    @property
    def _passes_over(self) -> bool:
        return self._window.settings.text(PASSES_OVER, "no") == "yes"

    def _begin(self, deck: Deck, first: int, *, is_windowed: bool) -> None:
        from viewer.ui.present.presenting import Presenting, Wishes

        window = self._window
        glides = window.settings.text(GLIDES, "yes") == "yes"
        wishes = Wishes(first, is_windowed, glides=glides, passes_over=self._passes_over)
        self._pictures.is_held = True
        self.presenting = Presenting(window, window.session, deck, self._pictures, wishes)
        self.presenting.ended.connect(self._on_ended)

    def _on_known(self) -> None:
        if self._awaited is not None and not self._is_reading:
            present, self._awaited = self._awaited, None
            present()

    def end(self) -> None:
        """End what is presented, and let go of all that is drawn for it."""
        self._awaited = None
        if self.presenting is not None:
            self.presenting.end()
        self._pictures.let_go()

    def _on_ended(self) -> None:
        self.presenting = None
        self._pictures.is_held = False
        self._pictures.let_go()

    def copy_picture(self) -> None:
        """Put the panel that has the focus on the clipboard as a picture; else the chart.

        The chart is drawn as on a stage, so that it can be read on a slide.
        """
        session, panel = self._window.session, _panel_of(self._window.focusWidget())
        if session.opened is None:
            return
        if panel is not None:
            self._copy(panel.grab())
            return
        state = session.state
        scene = scene_of(state, "picture", words_of(session.case.title))
        scene = scene.model_copy(update={"annotations": state.shows_annotations})
        self._pictures.draw(scene, SLIDE, self._copy, partial(_as_worked_with, like=state))

    def _copy(self, picture: QPixmap) -> None:
        QGuiApplication.clipboard().setPixmap(picture)
        words = translate("Present", "The picture is on the clipboard.")
        self._window.status.showMessage(words, TOLD_MS)


def _as_worked_with(state: ViewState, like: ViewState) -> ViewState:
    """Show what no scene keeps: what is filtered out, the second cursor, and compared periods."""
    return replace(state, filter=like.filter, second=like.second, periods=like.periods)


def _why_none(deck: Deck, case: Case | None) -> str:
    """Say why nothing of a deck can be presented; with a case, scenes that it breaks are none."""
    if not deck.scenes:
        return translate("Present", "There is no scene to present yet. Add one, or make a deck.")
    if case is not None and all(missing(scene, case) for scene in deck.scenes):
        return translate("Present", "Every scene names something that is no longer in the case.")
    return ""


def _panel_of(widget: QWidget | None) -> QWidget | None:
    while widget is not None and not isinstance(widget, Panel):
        widget = widget.parentWidget()
    return widget
