"""What the scenes of a case name is there, and is told where it is not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from viewer.io.case_store import OpenedCase
from viewer.model import problem_texts as texts
from viewer.model.panel_names import PANELS
from viewer.model.problem import Problem

Raw = dict[str, Any]
Open = Callable[[Any], OpenedCase]


def only(opened: OpenedCase) -> Problem:
    (problem,) = opened.problems
    return problem


def told(opened: OpenedCase) -> list[tuple[str, str, str]]:
    return [(problem.severity, problem.path, problem.message) for problem in opened.problems]


def test_a_scene_that_names_what_there_is_has_no_problem(opened: Open, plain: Raw) -> None:
    plain["deck"][0] |= {
        "highlights": ["a", "glucose", "well", "ct", "biopsy", "note", "units", "g1"],
        "hidden": ["drugs", "glucose"],
        "collapsed": ["drugs"],
        "lane_order": ["drugs"],
        "labels": {"kind": "day_1", "zero": "b"},
        "drawing": {"converted": ["glucose"], "scales": {"glucose": "log"}},
        "panel": "imaging",
        "window": {"start": 0, "end": 3},
        "folds": [{"start": 1, "end": 2}],
        "cursor": 1.5,
        "planned_s": 60,
        "notes": "Ask.",
        "annotations": True,
    }
    assert opened(plain).problems == ()


@pytest.mark.parametrize("name", PANELS)
def test_every_panel_of_the_program_may_be_named(opened: Open, plain: Raw, name: str) -> None:
    plain["deck"][0]["panel"] = name
    assert opened(plain).problems == ()


@pytest.mark.parametrize(
    ("name", "value", "left", "path", "message"),
    [
        ("select", "zzz", None, "", texts.UNKNOWN_LINK),
        ("highlights", ["a", "zzz"], ("a",), "[1]", texts.UNKNOWN_LINK),
        ("hidden", ["a", "drugs"], ("drugs",), "[0]", texts.UNKNOWN_COLUMN),
        ("collapsed", ["glucose"], (), "[0]", texts.UNKNOWN_LANE),
        ("lane_order", ["drugs", "a"], ("drugs",), "[1]", texts.UNKNOWN_LANE),
        ("panel", "picture", None, "", texts.UNKNOWN_PANEL),
    ],
)
def test_what_is_not_there_is_left_out_of_its_scene(
    opened: Open, plain: Raw, name: str, value: Any, left: object, path: str, message: str
) -> None:
    plain["deck"].insert(0, {"id": "zero", "title": "Zero"})
    plain["deck"][1][name] = value
    one = opened(plain)
    assert told(one) == [("warning", f"deck[1].{name}{path}", message)]
    assert getattr(one.case.deck[1], name) == left
    assert len(one.case.deck) == 2


def test_several_names_of_one_list_are_left_out(opened: Open, plain: Raw) -> None:
    plain["deck"][0]["highlights"] = ["x", "a", "y", "b", "z"]
    one = opened(plain)
    assert [problem.path for problem in one.problems] == [
        f"deck[0].highlights[{number}]" for number in (0, 2, 4)
    ]
    assert one.case.deck[0].highlights == ("a", "b")


@pytest.mark.parametrize("zero", ["zzz", "glucose", "ct", "drugs"])
def test_days_count_from_events_alone(opened: Open, plain: Raw, zero: str) -> None:
    plain["deck"][0]["labels"] = {"kind": "day_1", "zero": zero}
    one = opened(plain)
    assert told(one) == [("warning", "deck[0].labels.zero", texts.UNKNOWN_EVENT)]
    labels = one.case.deck[0].labels
    assert labels is not None
    assert (labels.kind, labels.zero) == ("day_1", None)


def test_scales_are_those_of_series(opened: Open, plain: Raw) -> None:
    plain["deck"][0]["drawing"] = {"scales": {"glucose": "log", "a": "log"}}
    one = opened(plain)
    assert told(one) == [("warning", "deck[0].drawing.scales.a", texts.UNKNOWN_SERIES)]
    drawing = one.case.deck[0].drawing
    assert drawing is not None
    assert drawing.scales == {"glucose": "log"}


@pytest.mark.parametrize(
    ("name", "written", "meant"),
    [("hidden", "Drug", "drugs"), ("collapsed", "drug", "drugs"), ("hidden", "glucos", "glucose")],
)
def test_a_similar_name_is_suggested(
    opened: Open, plain: Raw, name: str, written: str, meant: str
) -> None:
    plain["deck"][0][name] = [written]
    assert f"Did you mean “{meant}”?" in str(only(opened(plain)))


def test_the_panels_are_named_where_one_is_unknown(opened: Open, plain: Raw) -> None:
    plain["deck"][0]["panel"] = "Imaging"
    said = str(only(opened(plain)))
    assert "There is no panel “Imaging”." in said
    assert "details, events, values, imaging, pathology" in said


def test_what_is_broken_itself_says_so(opened: Open, plain: Raw) -> None:
    plain["events"][0]["links"] = []
    plain["events"][1]["when"] = "soon"
    plain["series"][0]["unit"] = 3
    plain["statements"], plain["discrepancies"] = [], []
    plain["deck"][0] |= {
        "highlights": ["b", "c"],
        "hidden": ["glucose"],
        "labels": {"kind": "day_0", "zero": "b"},
    }
    messages = {problem.path: problem.message for problem in opened(plain).problems}
    for path in ("highlights[0]", "hidden[0]", "labels.zero"):
        assert messages[f"deck[0].{path}"] == texts.LINK_TO_LEFT_OUT
    assert "deck[0].highlights[1]" not in messages


def test_the_second_of_two_scenes_with_one_id_is_not_looked_at_alone(
    opened: Open, plain: Raw
) -> None:
    plain["deck"].append({"id": "one", "title": "Again", "panel": "zzz"})
    one = opened(plain)
    assert ("error", "deck[1].id", texts.ID_TWICE) in told(one)
    assert [scene.title.pick("en") for scene in one.case.deck] == ["One"]
