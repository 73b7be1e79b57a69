"""A scene shows again what the window showed, at its own horizon, and nothing that is gone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pydantic import ValidationError

from tests.making import a_case, a_series, a_value, an_event, on
from viewer.model import view_state
from viewer.model.course import bounds
from viewer.model.disclosure import disclose
from viewer.model.numbering import Numbering
from viewer.model.part import Text
from viewer.model.plot_choices import PlotChoices
from viewer.model.scene import Days, Drawing, Labels, Scene
from viewer.model.scene_view import as_scene, kept_again, missing, scene_of
from viewer.model.time import Span
from viewer.model.view_state import ViewState

COURSE = a_case(
    an_event("early", on(2)),
    an_event("late", on(40)),
    series=[a_series(a_value(1)), a_series(a_value(3), id="told", title="Insulin")],
)


def at(horizon: int | None = None) -> ViewState:
    return view_state.opening(bounds(disclose(COURSE, horizon), horizon), horizon)


def shown(scene: Scene) -> ViewState:
    return as_scene(at(scene.horizon), scene, disclose(COURSE, scene.horizon))


def a_scene(**more: object) -> Scene:
    return Scene.model_validate({"id": "scene", "title": "A scene"} | more)


STATES = (
    at(),
    at(10),
    view_state.show(at(), Span(5, 9)),
    replace(at(), selection="early", highlights=frozenset({"early", "late"})),
    replace(at(), hidden=frozenset({"series"}), collapsed=frozenset({"lane"})),
    replace(at(), lane_order=("lane",), numbering=Numbering("day_1", "early")),
    view_state.fold(at(), Span(10, 30)),
    replace(at(), plots=PlotChoices(frozenset({"glucose"}), "log", (("told", "linear"),), True)),
    view_state.move_cursor(at(), 7.25),
)


@pytest.mark.parametrize("state", STATES)
def test_a_scene_shows_what_the_window_showed(state: ViewState) -> None:
    scene = scene_of(state, "one", Text("One"), "imaging")
    assert (scene.title, scene.panel) == (Text("One"), "imaging")
    assert shown(scene) == replace(state, shows_annotations=False)
    written = scene.model_dump(exclude_defaults=True, mode="json")
    assert Scene.model_validate(written) == scene


def test_the_whole_course_stays_the_whole_course_of_another_horizon() -> None:
    scene = scene_of(at(), "one", Text("One"))
    earlier = scene.model_copy(update={"horizon": 10})
    assert shown(earlier).window == at(10).bounds


def test_a_scene_that_is_kept_again_keeps_its_own_words() -> None:
    scene = a_scene(notes="Ask.", planned_s=60, annotations=True, select="early")
    again = kept_again(scene, replace(at(5), highlights=frozenset({"early"})), "pathology")
    assert (again.id, again.title, again.notes) == ("scene", Text("A scene"), Text("Ask."))
    assert (again.planned_s, again.annotations) == (60, True)
    assert (again.horizon, again.select, again.highlights) == (5, None, ("early",))
    assert again.panel == "pathology"


def test_what_the_person_was_at_does_not_come_along() -> None:
    busy = replace(
        at(), sought="octreotide", second=3.0, periods=(Span(1, 2),), fold_share=0.2, pins=("late",)
    )
    state = as_scene(busy, a_scene(), COURSE)
    assert (state.sought, state.second, state.periods) == ("", None, ())
    assert state.fold_share == view_state.FOLD_NEVER


def test_what_lies_after_the_horizon_is_not_named() -> None:
    scene = a_scene(
        horizon=10,
        select="late",
        highlights=["late", "early"],
        labels={"kind": "day_0", "zero": "late"},
    )
    state = shown(scene)
    assert state.selection is None
    assert state.highlights == {"early"}
    assert state.numbering == at(10).numbering
    assert "late" not in repr(state)


def test_what_a_scene_names_and_the_case_lacks_is_told() -> None:
    scene = a_scene(
        select="gone",
        highlights=["early", "lost", "gone"],
        hidden=["told", "no-lane"],
        collapsed=["lane"],
        labels={"kind": "day_0", "zero": "nowhere"},
    )
    assert missing(scene, COURSE) == ("gone", "lost", "no-lane", "nowhere")
    assert missing(a_scene(select="late", horizon=3), COURSE) == ()
    assert shown(scene.model_copy(update={"labels": None})).highlights == {"early"}


def test_days_end_after_they_start() -> None:
    assert Days(start=1, end=2).span == Span(1, 2)
    with pytest.raises(ValidationError):
        Days(start=2, end=2)


def test_what_is_not_said_is_as_at_first() -> None:
    assert shown(a_scene(drawing=Drawing().model_dump())) == shown(a_scene())
    assert shown(a_scene(labels=Labels(kind="day_0").model_dump())) == shown(a_scene())
