"""What the commands that present do."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from viewer.model.part import words_of
from viewer.model.scene_view import scene_of
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


class PresentVerbs:
    """The commands that present, carried out for a window."""

    def __init__(self, window: Window, decks: Decks, pictures: ScenePictures) -> None:
        self._window = window
        self._decks = decks
        self._pictures = pictures
        self.presenting: Presenting | None = None
        """What is presented now."""

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
        actions["pass_over"].setChecked(settings.text(PASSES_OVER, "no") == "yes")

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
        window.panels.scenes.finish_typing()
        if not self._decks.deck.scenes:
            window.notice.say(
                translate("Present", "There is no scene to present yet. Add one, or make a deck.")
            )
            return
        from viewer.ui.present.presenting import Presenting, Wishes

        settings = window.settings
        wishes = Wishes(
            first,
            is_windowed,
            glides=settings.text(GLIDES, "yes") == "yes",
            passes_over=settings.text(PASSES_OVER) == "yes",
        )
        self.presenting = Presenting(
            window, window.session, self._decks.deck, self._pictures, wishes
        )
        self.presenting.ended.connect(self._on_ended)

    def end(self) -> None:
        """End what is presented, and let go of all that is drawn for it."""
        if self.presenting is not None:
            self.presenting.end()
        self._pictures.let_go()

    def _on_ended(self) -> None:
        self.presenting = None

    def copy_picture(self) -> None:
        """Put the panel that has the focus on the clipboard as a picture; else the chart.

        The chart is drawn as on a stage, so that it can be read on a slide.
        """
        session, panel = self._window.session, _panel_of(self._window.focusWidget())
        if session.opened is None:
            return
        scene = scene_of(session.state, "picture", words_of(session.case.title))
        scene = scene.model_copy(update={"annotations": session.state.shows_annotations})
        picture = self._pictures.large(scene, SLIDE) if panel is None else panel.grab()
        QGuiApplication.clipboard().setPixmap(picture)
        words = translate("Present", "The picture is on the clipboard.")
        self._window.status.showMessage(words, TOLD_MS)


def _panel_of(widget: QWidget | None) -> QWidget | None:
    while widget is not None and not isinstance(widget, Panel):
        widget = widget.parentWidget()
    return widget
