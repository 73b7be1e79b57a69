"""Edits of the deck, each a step that the menu names; who makes the first one is asked first."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QObject, Signal

from viewer.model.part import Text
from viewer.model.scene import Scene
from viewer.session.presenting.decks import Decks
from viewer.session.session import Session
from viewer.ui.words.scene_words import retitled

translate = QCoreApplication.translate


class SceneEditing(QObject):
    """Changes the person's own deck; that of somebody else is copied with the first change."""

    author_wanted = Signal(object)
    """Nobody was asked for a name yet; what is to be done once there is one."""
    made = Signal(int)
    """Something was done; the place of the scene that it was about."""

    def __init__(self, session: Session, decks: Decks, parent: QObject) -> None:
        super().__init__(parent)
        self.asked = 0
        """So often a name was asked for; what is to be done is not done before it is given."""
        self._session = session
        self._decks = decks

    def add(self, title: Text, panel: str | None, at: int | None, then: Callable[[], None]) -> None:
        """Keep what the window shows as a scene, then do something more."""

        def add() -> None:
            id_ = self._decks.add(translate("Scenes", "Add scene"), title, panel, at)
            self.made.emit(self._decks.deck.index(id_) or 0)
            then()

        self._as_author(add)

    def add_all(self, scenes: Sequence[Scene]) -> None:
        """Put the scenes of a template at the end."""

        def add() -> None:
            place = len(self._decks.deck.scenes)
            self._decks.add_all(translate("Scenes", "Make deck from template"), scenes)
            self.made.emit(place)

        self._as_author(add)

    def rename(self, id_: str, words: str) -> None:
        """Give a scene another title, in the language of the window."""
        scene = self._decks.deck.find(id_)
        if scene is not None:
            title = retitled(scene.title, words, self._session.language)
            self._change(translate("Scenes", "Rename scene"), id_, {"title": title})

    def change(self, id_: str, parts: Mapping[str, object], run: object = None) -> None:
        """Give a scene other notes, another planned time, or another choice about annotations.

        What is changed in one `run` of typing is one step.
        """
        labels: dict[tuple[str, ...], str] = {
            ("notes",): translate("Scenes", "Change speaker notes"),
            ("planned_s",): translate("Scenes", "Change planned time"),
            ("annotations",): translate("Scenes", "Show or hide reviewers' notes"),
        }
        label = labels.get(tuple(parts), translate("Scenes", "Change scene"))
        told = dict(parts)
        scene, notes = self._decks.deck.find(id_), parts.get("notes")
        if scene is not None and isinstance(notes, str):
            before, language = scene.notes, self._session.language
            told["notes"] = _notes(before, notes, language)
        self._change(label, id_, told, run)

    def update(self, id_: str, panel: str | None) -> None:
        """Let a scene show what the window shows."""
        label = translate("Scenes", "Update scene")
        self._at(id_, 0, lambda place: self._decks.keep_again(label, self._id(place), panel))

    def duplicate(self, id_: str) -> None:
        """Put a copy of a scene after it."""
        label = translate("Scenes", "Duplicate scene")
        self._at(id_, 1, lambda place: self._decks.duplicate(label, self._id(place)))

    def remove(self, id_: str) -> None:
        """Take a scene out."""
        label = translate("Scenes", "Delete scene")
        self._at(id_, 0, lambda place: self._decks.remove(label, self._id(place)))

    def move(self, id_: str, before: str | None) -> None:
        """Put a scene before another one; at the end with None."""
        deck, label = self._decks.deck, translate("Scenes", "Move scene")
        place, at = deck.index(id_), deck.index(before)
        at = len(deck.scenes) if at is None else at
        if place is not None and at not in (place, place + 1):
            shift = at - place - int(at > place)
            self._at(id_, shift, lambda place: self._decks.move(label, self._id(place), at))

    def _change(
        self, label: str, id_: str, parts: Mapping[str, object], run: object = None
    ) -> None:
        self._at(id_, 0, lambda place: self._decks.change(label, self._id(place), run=run, **parts))

    def _at(self, id_: str, shift: int, act: Callable[[int], object]) -> None:
        """Do something with the scene at a place; a copied deck has other ids, at the same places.

        `shift` is how far from there the scene stands that it leads to.
        """
        place = self._decks.deck.index(id_)
        if place is None:
            return

        def do() -> None:
            act(place)
            self.made.emit(place + shift)

        self._as_author(do)

    def _id(self, place: int) -> str:
        return self._decks.deck.scenes[place].id

    def _as_author(self, act: Callable[[], None]) -> None:
        if self._session.annotating.me is None:
            self.asked += 1
            self.author_wanted.emit(act)
        else:
            act()


def _notes(before: Text | None, words: str, language: str) -> Text | None:
    """Give notes other words in one language; none where they are empty."""
    if not words.strip():
        return None
    return Text(words) if before is None else retitled(before, words, language)
