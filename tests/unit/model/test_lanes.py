"""Lanes in groups, in an order, collapsed, hidden and moved; as pure steps."""

from __future__ import annotations

import random

import pytest

from viewer.model import lanes as steps
from viewer.model.event import Lane
from viewer.model.time import Span
from viewer.model.view_state import ViewState, hide, opening

STATE = opening(Span(0.0, 10.0))


def a_lane(id_: str, group: str | None = None) -> Lane:
    return Lane.model_validate({"id": id_, "title": id_, "kind": "drug", "group": group})


NESTED = (
    a_lane("cisplatin", "chemo"),
    a_lane("symptoms"),
    a_lane("drugs"),
    a_lane("chemo", "drugs"),
    a_lane("etoposide", "chemo"),
    a_lane("insulin", "drugs"),
)


def shown(state: ViewState = STATE, lanes: tuple[Lane, ...] = NESTED) -> list[tuple[str, int]]:
    return [(row.lane.id, row.depth) for row in steps.rows(lanes, state)]


def test_every_lane_stands_below_its_group_however_they_are_listed() -> None:
    assert shown() == [
        ("symptoms", 0),
        ("drugs", 0),
        ("chemo", 1),
        ("cisplatin", 2),
        ("etoposide", 2),
        ("insulin", 1),
    ]
    groups = [row.lane.id for row in steps.rows(NESTED, STATE) if row.is_group]
    assert groups == ["drugs", "chemo"]


def test_a_lane_whose_group_is_not_there_stands_alone() -> None:
    assert shown(lanes=(a_lane("a", "gone"), a_lane("b"))) == [("a", 0), ("b", 0)]


def test_a_collapsed_group_is_one_row_that_stands_for_all_below() -> None:
    state = steps.collapse(STATE, ["drugs", "etoposide"])
    assert shown(state) == [("symptoms", 0), ("drugs", 0)]
    (row,) = [row for row in steps.rows(NESTED, state) if row.is_collapsed]
    assert row.within == ("drugs", "chemo", "cisplatin", "etoposide", "insulin")
    state = steps.expand(state, ["drugs"])
    rows = {row.lane.id: row for row in steps.rows(NESTED, state)}
    assert rows["etoposide"].is_collapsed
    assert rows["drugs"].within == ("drugs",)


def test_a_hidden_group_hides_what_stands_below_it() -> None:
    assert shown(hide(STATE, "chemo", True)) == [("symptoms", 0), ("drugs", 0), ("insulin", 1)]
    state = hide(steps.collapse(STATE, ["drugs"]), "chemo", True)
    assert steps.rows(NESTED, state)[1].within == ("drugs", "insulin")
    assert shown(steps.unhide(hide(STATE, "chemo", True), ["chemo"])) == shown()


def test_a_lane_moves_with_all_below_it_and_only_within_its_group() -> None:
    state = steps.place(STATE, NESTED, "drugs", "symptoms", False)
    assert [id_ for id_, _ in shown(state)] == [
        "drugs",
        "chemo",
        "cisplatin",
        "etoposide",
        "insulin",
        "symptoms",
    ]
    state = steps.place(state, NESTED, "cisplatin", "etoposide", True)
    assert [id_ for id_, _ in shown(state)][2:4] == ["etoposide", "cisplatin"]
    assert steps.place(STATE, NESTED, "cisplatin", "symptoms", True) == STATE
    assert steps.place(STATE, NESTED, "cisplatin", "cisplatin", True) == STATE
    assert steps.place(STATE, NESTED, "cisplatin", "etoposide", False) == STATE
    assert steps.as_in_case(state) == STATE


def test_steps_stop_at_the_ends_of_the_group() -> None:
    down = steps.step(STATE, NESTED, "chemo", 1)
    assert [id_ for id_, _ in shown(down)][2:] == ["insulin", "chemo", "cisplatin", "etoposide"]
    assert steps.step(down, NESTED, "chemo", 1) == down
    assert shown(steps.step(down, NESTED, "chemo", -1)) == shown()
    assert steps.step(STATE, NESTED, "symptoms", -1) == STATE
    assert steps.step(STATE, NESTED, "gone", 1) == STATE
    assert steps.place(STATE, NESTED, "gone", "chemo", is_after=True) == STATE
    hidden = hide(STATE, "insulin", True)
    assert steps.step(hidden, NESTED, "chemo", 1) == hidden


def test_a_lane_that_the_order_does_not_know_stays_after_the_one_before_it() -> None:
    lanes = tuple(a_lane(id_) for id_ in "abcd")
    assert [lane.id for lane in steps.in_order(lanes, ("c", "x", "b"))] == ["a", "c", "d", "b"]
    assert steps.in_order(lanes, ()) == lanes


def test_a_path_leads_from_the_outermost_group_to_the_lane() -> None:
    assert steps.path_to(NESTED, "cisplatin") == ("drugs", "chemo", "cisplatin")
    assert steps.path_to(NESTED, "symptoms") == ("symptoms",)
    assert steps.path_to(NESTED, None) == ()
    assert steps.path_to((a_lane("a", "b"), a_lane("b", "a")), "a") == ("b", "a")


def test_groups_of_what_is_used_are_kept() -> None:
    kept = steps.with_groups(NESTED, {"etoposide", None})
    assert [lane.id for lane in kept] == ["drugs", "chemo", "etoposide"]
    assert steps.with_groups((a_lane("a", "b"), a_lane("b", "a")), {"a"}) != ()


@pytest.mark.parametrize("seed", range(40))
def test_whatever_is_collapsed_or_moved_every_lane_is_shown_or_stood_for_once(seed: int) -> None:
    chance = random.Random(seed)
    count = chance.randrange(1, 30)
    lanes = [
        a_lane(f"l{n}", f"l{chance.randrange(n)}" if n and chance.random() < 0.6 else None)
        for n in range(count)
    ]
    chance.shuffle(lanes)
    given, ids, state = tuple(lanes), [lane.id for lane in lanes], STATE
    for _ in range(20):
        one, other = chance.choice(ids), chance.choice(ids)
        match chance.randrange(4):
            case 0:
                state = steps.collapse(state, [one])
            case 1:
                state = steps.expand(state, [one])
            case 2:
                state = steps.place(state, given, one, other, chance.random() < 0.5)
            case _:
                state = steps.step(state, given, one, chance.choice([-1, 1]))
        rows = steps.rows(given, state)
        assert sorted(id_ for row in rows for id_ in row.within) == sorted(ids)
        at = {row.lane.id: number for number, row in enumerate(rows)}
        for row in rows:
            if row.lane.group is not None:
                assert at[row.lane.group] < at[row.lane.id]
                assert rows[at[row.lane.group]].depth == row.depth - 1


def test_a_hidden_lane_is_beside_no_other() -> None:
    assert steps.siblings(NESTED, "insulin", hide(STATE, "insulin", True)) == ()
