"""Decks: the scenes of a case in order, and pure edits of them.

A case may bring a deck of its own. Every author may have one, too, kept as annotations; an edit of
a deck that is not the person's own makes it theirs first, as a copy.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from viewer.model.annotating import Edit
from viewer.model.annotation import Content, DeckScene, OnCase, owner_of
from viewer.model.annotation_set import AnnotationSet
from viewer.model.case import Case
from viewer.model.part import Text
from viewer.model.scene import Scene

OF_CASE = "case"
"""Names the deck of the case itself; the others are named by their author's id."""
LEAST_GAP = 1e-6
"""Ranks nearer than this are given anew."""


@dataclass(frozen=True)
class Deck:
    """Scenes in order, and whose they are."""

    owner: str
    scenes: tuple[Scene, ...] = ()
    ranks: tuple[float, ...] = ()

    def index(self, id_: str | None) -> int | None:
        """Give the place of a scene, counted from 0; None where it is not in the deck."""
        return next((n for n, scene in enumerate(self.scenes) if scene.id == id_), None)

    def find(self, id_: str | None) -> Scene | None:
        """Give a scene by its id."""
        number = self.index(id_)
        return None if number is None else self.scenes[number]


def decks_of(case: Case, annotations: AnnotationSet, me: str = "") -> Mapping[str, Deck]:
    """Give every deck that there is, the case's own first, by the name of its owner.

    Of those without a scene only that of `me` is given, who has emptied it.
    """
    found: dict[str, list[tuple[float, str, Scene]]] = {}
    for one in annotations.shown:
        kept = one.content.scene if one.content is not None else None
        if kept is not None:
            those = found.setdefault(owner_of(one.id), [])
            if not kept.is_gone:
                scene = kept.scene.model_copy(update={"id": one.id})
                those.append((kept.rank, one.id, scene))
    decks = {OF_CASE: Deck(OF_CASE, case.deck, tuple(map(float, range(len(case.deck)))))}
    for owner, those in found.items():
        ordered = sorted(those, key=lambda one: one[:2])
        scenes = tuple(scene for _, _, scene in ordered)
        decks[owner] = Deck(owner, scenes, tuple(rank for rank, _, _ in ordered))
    return {owner: deck for owner, deck in decks.items() if deck.scenes or owner == me}


Naming = Callable[[], str]
"""Gives the id of an annotation to be made."""


def copied(deck: Deck, owner: str, new_id: Naming) -> tuple[Deck, dict[str, Content | None]]:
    """Give a deck as the one of another author, and the annotations that make it so."""
    if deck.owner == owner:
        return deck, {}
    scenes = tuple(scene.model_copy(update={"id": new_id()}) for scene in deck.scenes)
    ranks = tuple(float(number) for number in range(len(scenes)))
    return Deck(owner, scenes, ranks), {
        scene.id: kept(scene, rank) for scene, rank in zip(scenes, ranks, strict=True)
    }


def kept(scene: Scene, rank: float) -> Content:
    """Give the annotation that a scene of a deck is kept as."""
    return Content(kind="scene", target=OnCase(), scene=DeckScene(rank=rank, scene=scene))


def put(deck: Deck, label: str, *scenes: Scene, at: int | None = None) -> Edit:
    """Put scenes before the one that is at a place now, or at the end; one it has is moved there.

    `deck` is the person's own. Where there is no room between two ranks all are given anew.
    """
    moved = {scene.id for scene in scenes}
    pairs = zip(deck.scenes, deck.ranks, strict=True)
    place = len(deck.scenes) if at is None else at
    before = [pair for pair in list(pairs)[:place] if pair[0].id not in moved]
    after = [
        (scene, rank)
        for scene, rank in zip(deck.scenes[place:], deck.ranks[place:], strict=True)
        if scene.id not in moved
    ]
    low = before[-1][1] if before else (after[0][1] - 1 - len(scenes) if after else -1.0)
    high = after[0][1] if after else low + 1 + len(scenes)
    step = (high - low) / (len(scenes) + 1)
    if step >= LEAST_GAP:
        new = {scene.id: kept(scene, low + step * n) for n, scene in enumerate(scenes, 1)}
        return Edit(label, new)
    ordered = (*(one for one, _ in before), *scenes, *(one for one, _ in after))
    return Edit(label, {scene.id: kept(scene, float(n)) for n, scene in enumerate(ordered)})


def changed(deck: Deck, label: str, scene: Scene) -> Edit:
    """Give a scene of the person's own deck other words or another view, at its place."""
    number = deck.index(scene.id)
    return Edit(label, {} if number is None else {scene.id: kept(scene, deck.ranks[number])})


def without(deck: Deck, label: str, id_: str) -> Edit:
    """Take a scene out of the person's own deck; the last one leaves a mark that says nothing.

    So an emptied deck stays the person's own, also in the next run of the program. Deleted scenes
    alone do not tell it from one whose first edit was undone, after which there is none.
    """
    if len(deck.scenes) > 1:
        return Edit(label, {id_: None})
    mark = DeckScene(rank=0.0, scene=Scene(id=id_, title=Text("-")), is_gone=True)
    return Edit(label, {id_: Content(kind="scene", target=OnCase(), scene=mark)})
