"""Decks of a case and of its reviewers, and what edits make of them."""

from __future__ import annotations

import random

from tests.annotating_making import ANNA, BEN, a_note, a_record, annas_pen, annotation_id
from tests.making import a_case, an_event, on
from viewer.model.annotating import Edit
from viewer.model.annotation_set import NO_ANNOTATIONS
from viewer.model.case import Case
from viewer.model.deck import OF_CASE, Deck, changed, copied, decks_of, kept, put, without
from viewer.model.part import Text
from viewer.model.scene import Scene


def a_scene(id_: str) -> Scene:
    return Scene(id=id_, title=Text(id_))


CASE: Case = a_case(
    an_event("event", on(1)),
    deck=[{"id": "first", "title": "First"}, {"id": "second", "title": "Second"}],
)
PLAIN = a_case(an_event("event", on(1)))


class Desk:
    """Anna at her deck."""

    def __init__(self, case: Case = PLAIN) -> None:
        self.case, self.pen, self.made = case, annas_pen(), 0

    @property
    def deck(self) -> Deck:
        return decks_of(self.case, self.pen.known).get(ANNA, Deck(ANNA))

    def new_id(self) -> str:
        self.made += 1
        return annotation_id(number=self.made)

    def do(self, edit: Edit) -> None:
        self.pen.put(edit.puts)

    def titles(self) -> list[str]:
        return [scene.title.pick("en") for scene in self.deck.scenes]

    def add(self, title: str, at: int | None = None) -> str:
        scene = Scene(id=self.new_id(), title=Text(title))
        self.do(put(self.deck, "Add scene", scene, at=at))
        return scene.id


def test_a_case_brings_its_own_deck_and_reviewers_have_theirs() -> None:
    desk = Desk(CASE)
    assert list(decks_of(CASE, NO_ANNOTATIONS)) == [OF_CASE]
    assert decks_of(PLAIN, NO_ANNOTATIONS) == {}
    desk.add("Mine")
    desk.pen.put({desk.new_id(): a_note("no scene")})
    bens = a_record("put", annotation_id(BEN), content=kept(a_scene("x"), 1), clock=9)
    found = decks_of(CASE, desk.pen.known.adding([bens]))
    assert list(found) == [OF_CASE, ANNA, BEN]
    assert [scene.id for scene in found[BEN].scenes] == [annotation_id(BEN)]
    assert found[OF_CASE].scenes == CASE.deck


def test_scenes_are_put_where_they_are_wanted() -> None:
    desk = Desk()
    first = desk.add("a")
    desk.add("c")
    desk.add("b", at=1)
    desk.add("before", at=0)
    assert desk.titles() == ["before", "a", "b", "c"]
    scene = desk.deck.find(first)
    assert scene is not None
    desk.do(put(desk.deck, "Move scene", scene, at=4))
    assert desk.titles() == ["before", "b", "c", "a"]
    assert desk.deck.index(first) == 3
    desk.do(put(desk.deck, "Move scene", scene, at=0))
    assert desk.titles() == ["a", "before", "b", "c"]


def test_many_scenes_between_two_find_room() -> None:
    desk = Desk()
    desk.add("first")
    desk.add("last")
    for number in range(60):  # ranks come ever nearer until all are given anew
        desk.add(str(number), at=1)
    assert desk.titles() == ["first", *map(str, reversed(range(60))), "last"]


def test_any_moves_give_the_order_that_a_list_would_have() -> None:
    chance, desk = random.Random(7), Desk()
    ids = [desk.add(str(number)) for number in range(6)]
    expected = list(ids)
    for _ in range(200):
        chosen, place = chance.choice(ids), chance.randrange(7)
        scene = desk.deck.find(chosen)
        assert scene is not None
        desk.do(put(desk.deck, "Move scene", scene, at=place))
        at = expected.index(chosen)
        expected.insert(place, chosen)
        del expected[at if at < place else at + 1]
        assert [one.id for one in desk.deck.scenes] == expected


def test_a_scene_is_changed_at_its_place() -> None:
    desk = Desk()
    ids = [desk.add(title) for title in "abc"]
    scene = desk.deck.find(ids[1])
    assert scene is not None
    desk.do(changed(desk.deck, "Rename scene", scene.model_copy(update={"title": Text("B")})))
    assert desk.titles() == ["a", "B", "c"]
    assert changed(desk.deck, "Rename scene", a_scene("other")).puts == {}
    for id_ in ids[:2]:
        desk.do(without(desk.deck, "Delete scene", id_))
    assert desk.titles() == ["c"]
    assert desk.deck.find(ids[0]) is None
    assert desk.deck.index(None) is None


def test_a_deck_that_was_emptied_is_still_there_for_its_owner_alone() -> None:
    desk = Desk(CASE)
    id_ = desk.add("only")
    desk.do(without(desk.deck, "Delete scene", id_))
    found = decks_of(CASE, desk.pen.known, ANNA)
    assert (list(found), found[ANNA]) == ([OF_CASE, ANNA], Deck(ANNA))
    assert "only" not in str(desk.pen.known.content(id_))
    assert list(decks_of(CASE, desk.pen.known, BEN)) == [OF_CASE]
    desk.add("again")
    assert desk.titles() == ["again"]


def test_another_s_deck_becomes_one_s_own_before_it_is_edited() -> None:
    desk = Desk(CASE)
    mine, puts = copied(decks_of(CASE, NO_ANNOTATIONS)[OF_CASE], ANNA, desk.new_id)
    assert [scene.title for scene in mine.scenes] == [scene.title for scene in CASE.deck]
    desk.pen.put(puts)
    assert desk.deck.scenes == mine.scenes
    assert desk.deck.ranks == mine.ranks
    assert copied(desk.deck, ANNA, desk.new_id) == (desk.deck, {})


def test_two_devices_that_gave_one_rank_agree_on_the_order() -> None:
    desk = Desk()
    same = {annotation_id(number=number): kept(a_scene("x"), 1.0) for number in (2, 1)}
    desk.pen.put(same)
    assert [scene.id for scene in desk.deck.scenes] == sorted(same)
    desk.made = 2
    desk.add("between", at=1)
    assert [scene.id for scene in desk.deck.scenes][1] == annotation_id(number=3)
