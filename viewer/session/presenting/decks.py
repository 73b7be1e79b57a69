"""The decks of the open case, and the one that the person looks at and edits."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from viewer.model import deck as deck_edits
from viewer.model.annotating import Edit
from viewer.model.annotation_set import AnnotationSet
from viewer.model.case import Case
from viewer.model.deck import Deck
from viewer.model.part import Text
from viewer.model.scene import Scene
from viewer.model.scene_view import as_scene, kept_again, scene_of
from viewer.model.view_state import ViewState
from viewer.session.session import Session


def show_scene(session: Session, scene: Scene, *, is_on_stage: bool = False) -> None:
    """Show a scene, at its own horizon; off the stage a person's annotations stay as they are."""
    stays = session.state.shows_annotations

    def then(state: ViewState) -> ViewState:
        shown = as_scene(state, scene, session.case)
        return shown if is_on_stage else replace(shown, shows_annotations=stays)

    session.hide_after(scene.horizon, then)


class Decks(QObject):
    """Every deck of the case; edits go to the person's own, which begins as a copy.

    Scenes may speak of all the course: decks are those of the whole case, whatever is shown.
    """

    changed = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)  # the session outlives windows, which come and go with a language
        self._session = session
        self._chosen = ""
        self._known: tuple[Case, AnnotationSet, str, Mapping[str, Deck]] | None = None
        session.case_changed.connect(self.changed)
        session.annotations_changed.connect(self.changed)

    @property
    def by_owner(self) -> Mapping[str, Deck]:
        """Every deck that has a scene, the case's own first; and one that the person emptied."""
        opened, annotations = self._session.opened, self._session.annotating.all
        if opened is None:
            return {}
        known, me = self._known, self._me
        is_other = known is None or known[0] is not opened.case or known[1] is not annotations
        if known is None or is_other or known[2] != me:
            decks = deck_edits.decks_of(opened.case, annotations, me)
            known = self._known = opened.case, annotations, me, decks
        return known[3]

    @property
    def _me(self) -> str:
        """The id of the person; empty while nobody was asked."""
        me = self._session.annotating.me
        return "" if me is None else me.id

    @property
    def deck(self) -> Deck:
        """The one that is chosen; else the person's own, else the case's, else any."""
        decks = self.by_owner
        for owner in (self._chosen, self._me, deck_edits.OF_CASE, *decks):
            if owner in decks:
                return decks[owner]
        return Deck(self._me)

    def choose(self, owner: str) -> None:
        """Look at another deck."""
        self._chosen = owner
        self.changed.emit()

    def listed(self) -> tuple[Scene, ...]:
        """Give the scenes that may be listed: under a horizon none that goes beyond it."""
        horizon, scenes = self._session.state.horizon, self.deck.scenes
        if horizon is None:
            return scenes
        return tuple(s for s in scenes if s.horizon is not None and s.horizon <= horizon)

    # -- editing; needs an author -------------------------------------------------------------

    def add(self, label: str, title: Text, panel: str | None, at: int | None = None) -> str:
        """Keep what the window shows as a scene, at a place or at the end; gives its id."""
        session = self._session
        id_, seen = session.annotating.new_id(), session.pictures.seen
        scene = scene_of(session.state, id_, title, panel, seen)
        self._edit(label, lambda mine: deck_edits.put(mine, label, scene, at=at))
        return scene.id

    def add_all(self, label: str, scenes: Sequence[Scene]) -> None:
        """Put scenes at the end."""
        new_id = self._session.annotating.new_id
        named = [scene.model_copy(update={"id": new_id()}) for scene in scenes]
        self._edit(label, lambda mine: deck_edits.put(mine, label, *named))

    def change(self, label: str, id_: str, *, run: object = None, **parts: object) -> None:
        """Give a scene another title, other notes or another planned time.

        What is changed in one `run` of typing is one step.
        """
        place = self.deck.index(id_)
        if place is not None:
            self._edit(label, lambda mine: _changed(mine, label, place, parts), run)

    def keep_again(self, label: str, id_: str, panel: str | None) -> None:
        """Let a scene show what the window shows now."""
        scene = self.deck.find(id_)
        if scene is not None:
            seen = self._session.pictures.seen
            again = kept_again(scene, self._session.state, panel, seen)
            parts = {name: getattr(again, name) for name in Scene.model_fields if name != "id"}
            self.change(label, id_, **parts)

    def move(self, label: str, id_: str, at: int) -> None:
        """Put a scene before the one that stands at a place now."""
        place = self.deck.index(id_)
        if place is not None and at not in (place, place + 1):
            self._edit(label, lambda mine: deck_edits.put(mine, label, mine.scenes[place], at=at))

    def duplicate(self, label: str, id_: str) -> None:
        """Put a copy of a scene after it."""
        place, scene = self.deck.index(id_), self.deck.find(id_)
        if place is not None and scene is not None:
            copy = scene.model_copy(update={"id": self._session.annotating.new_id()})
            self._edit(label, lambda mine: deck_edits.put(mine, label, copy, at=place + 1))

    def remove(self, label: str, id_: str) -> None:
        """Take a scene out."""
        place = self.deck.index(id_)
        if place is not None:
            self._edit(label, lambda mine: deck_edits.without(mine, label, mine.scenes[place].id))

    def _edit(self, label: str, change: Callable[[Deck], Edit], run: object = None) -> None:
        annotating = self._session.annotating
        me = annotating.me
        assert me is not None  # it is asked before there is anything to edit
        mine, puts = deck_edits.copied(self.deck, me.id, annotating.new_id)
        self._chosen = me.id
        annotating.edit(Edit(label, {**puts, **change(mine).puts}), run)


def _changed(mine: Deck, label: str, place: int, parts: Mapping[str, object]) -> Edit:
    scene = mine.scenes[place].model_copy(update=dict(parts))
    return deck_edits.changed(mine, label, scene)
