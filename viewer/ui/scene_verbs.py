"""What the commands about scenes, highlights and playing do; and how the panel asks for them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt

from viewer.io.case_store import OpenedCase
from viewer.model import view_state
from viewer.model.course import part
from viewer.model.part import Text
from viewer.session.presenting.day_by_day import DayByDay
from viewer.session.presenting.decks import Decks, show_scene
from viewer.ui.front_panel import FrontPanel
from viewer.ui.play_bar import PlayBar
from viewer.ui.words.annotation_words import part_name
from viewer.ui.words.day_words import day_label
from viewer.ui.words.joining import sentences

if TYPE_CHECKING:
    from viewer.ui.window import Window

translate = QCoreApplication.translate

READABLE_SHARE = 0.7
"""How much of the window's height the panel takes when it is opened."""


class ScenesOnWindow(QObject):
    """Joins decks, panel and commands of a window."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self.decks = Decks(window.session, self)
        self.playing = DayByDay(window.session, self)
        self.bar = PlayBar(window.session, self.playing)
        self._begun_in: OpenedCase | None = None
        """The case of which a scene was shown in the window."""

    def connect_all(self) -> None:
        """Listen, once the window has its actions and panels."""
        window, panel = self._window, self._window.panels.scenes
        self.front = FrontPanel(window.docks, self)
        self.playing.changed.connect(self._on_playing_changed)
        window.session.annotating.undone.connect(self._on_undone)
        panel.editing.author_wanted.connect(window.annotate.verbs.writing.as_author)
        panel.show_wanted.connect(self.show_by_id)
        panel.update_wanted.connect(self._update)
        panel.command_wanted.connect(self._on_command_wanted)

    def table(self) -> dict[str, Callable[[], object]]:
        """Give what each command does."""
        session = self._session
        return {
            "add_scene": self.add,
            "update_scene": partial(self._with_chosen, self._update),
            "duplicate_scene": partial(self._with_chosen, self._duplicate),
            "deck_from_template": self.make_deck,
            "next_scene": partial(self.step, 1),
            "previous_scene": partial(self.step, -1),
            "play": self.toggle_playing,
            "highlight": self.highlight,
            "clear_highlights": lambda: session.apply(view_state.clear_highlights),
            "show_scenes": self.show_panel,
        }

    # -- scenes -------------------------------------------------------------------------------

    def show_panel(self) -> None:
        """Show the panel in front of the others, with room to work in it."""
        window, dock = self._window, self._window.docks["scenes"]
        if dock.isHidden():
            dock.show()
            room = round(READABLE_SHARE * window.height())
            window.resizeDocks([dock], [room], Qt.Orientation.Vertical)
        dock.raise_()
        if window.panels.scenes.rows.rowCount():
            window.panels.scenes.list.setFocus()

    def has_kept_all(self) -> bool:
        """Keep what is typed about a scene; where it cannot be kept yet show it, and say so."""
        is_kept = self._window.panels.scenes.finish_typing()
        if not is_kept:
            self._window.notice.say(self.show_what_is_typed())
        return is_kept

    def show_what_is_typed(self) -> str:
        """Bring what is typed about a scene and not kept to the front; say why it is not."""
        fields, dock = self._window.panels.scenes.fields, self._window.docks["scenes"]
        dock.show()
        dock.raise_()
        if self._session.annotating.me is None:
            why = translate("Scenes", "It is kept once you have given your name.")
        else:
            fields.notes.setFocus()
            why = fields.what_is_too_long()
        return sentences((translate("Scenes", "What you typed is not kept in the deck yet."), why))

    def add(self) -> None:
        """Keep what the window shows after the chosen scene, and let its title be typed."""
        panel = self._window.panels.scenes
        if not self.has_kept_all():
            return
        chosen = self.decks.deck.index(panel.chosen)
        at = None if chosen is None else chosen + 1
        title = Text(self._title())
        front = self.front.name

        def then() -> None:
            self.show_panel()
            if panel.chosen is not None:
                panel.list.edit_title(panel.chosen)

        panel.editing.add(title, front, at, then)

    def _title(self) -> str:
        """Give the title of what is selected, else the day's."""
        session = self._session
        chosen = part(session.case, session.state.selection)
        if chosen is not None:
            return part_name(session.case, chosen.id, session.language)
        return day_label(session.state.cursor, session.counting)

    def _with_chosen(self, act: Callable[[str], object]) -> None:
        panel = self._window.panels.scenes
        if not self.has_kept_all():
            return
        if panel.chosen is None:
            self._window.notice.say(translate("Scenes", "Choose a scene in the panel first."))
        else:
            act(panel.chosen)

    def _update(self, id_: str) -> None:
        self._window.panels.scenes.editing.update(id_, self.front.name)

    def _duplicate(self, id_: str) -> None:
        self._window.panels.scenes.editing.duplicate(id_)

    def make_deck(self) -> None:
        """Put the scenes that most courses need at the end of the deck."""
        from viewer.model.deck_template import skeleton

        opened = self._session.opened
        if opened is not None and self.has_kept_all():
            self._window.panels.scenes.editing.add_all(skeleton(opened.case))
            self.show_panel()

    def step(self, steps: int) -> None:
        """Show the next scene (the one before, where negative) of the whole deck."""
        scenes = self.decks.deck.scenes
        chosen = self.decks.deck.index(self._window.panels.scenes.chosen)
        if not scenes:
            self._window.notice.say(translate("Scenes", "There are no scenes to show yet."))
            return
        if chosen is None:
            wanted = 0 if steps > 0 else len(scenes) - 1
        elif self._begun_in is not self._session.opened:
            wanted = chosen  # it was chosen, but nothing has been shown yet
        else:
            wanted = min(max(chosen + steps, 0), len(scenes) - 1)
        self.show_by_id(scenes[wanted].id)

    def show_by_id(self, id_: str) -> None:
        """Show a scene in the window, with its panel in front, and choose it."""
        place, panel = self.decks.deck.index(id_), self._window.panels.scenes
        # What is kept may copy the deck: its scenes have other ids then.
        if not self.has_kept_all() or place is None:
            return
        self.playing.stop()
        self._begun_in = self._session.opened
        scene = self.decks.deck.scenes[place]
        show_scene(self._session, scene)
        panel.choose(scene.id)
        if scene.panel is not None:
            self.front.bring(scene.panel)
        if scene.picture is not None:
            self._window.panels.imaging.show_seen(scene.picture)

    # -- highlights and playing ---------------------------------------------------------------

    def highlight(self) -> None:
        """Wash what is selected in the highlighter's colour, or take the wash away."""
        chosen = part(self._session.case, self._session.state.selection)
        if chosen is None:
            words = translate("Scenes", "Select an event or another part first.")
            self._window.notice.say(words)
        else:
            self._session.apply(partial(view_state.highlight, id_=chosen.id))

    def toggle_playing(self) -> None:
        """Let the course play day by day, or stop."""
        self.playing.toggle()
        self._on_playing_changed()  # the switch, too, where there was nothing to play

    # -- what is heard ------------------------------------------------------------------------

    def _on_playing_changed(self) -> None:
        self._window.actions_by_name["play"].setChecked(self.playing.is_playing)

    def _on_command_wanted(self, name: str) -> None:
        self._window.actions_by_name[name].trigger()

    def _on_undone(self, ids: tuple[str, ...]) -> None:
        """Choose the scene that undo or redo has changed, in the person's own deck."""
        annotating, panel = self._session.annotating, self._window.panels.scenes
        mine = self.decks.by_owner.get(annotating.me.id if annotating.me is not None else "")
        if mine is None or not any(map(self._is_scene, ids)):
            return
        if self.decks.deck is not mine:
            self.decks.choose(mine.owner)
        changed = [id_ for id_ in ids if mine.index(id_) is not None]
        if changed and panel.chosen not in changed:
            panel.choose(changed[0])

    def _is_scene(self, id_: str) -> bool:
        one = self._session.annotating.all.annotations.get(id_)
        contents = () if one is None else (version.content for version in one.versions)
        return any(content is not None and content.scene is not None for content in contents)
