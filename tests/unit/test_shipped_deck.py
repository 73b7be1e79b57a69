"""The deck that ships tells the story in order, and no scene tells what its horizon hides."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest

from viewer import paths
from viewer.io.case_store import open_case
from viewer.model import view_state
from viewer.model.case import Case
from viewer.model.course import bounds, part
from viewer.model.disclosure import disclose
from viewer.model.event import Event
from viewer.model.inside import words_in
from viewer.model.part import Text, Title
from viewer.model.scene import Scene
from viewer.model.scene_view import as_scene, missing

CASE = open_case(paths.first_case()).case
DECK = CASE.deck
STORY: dict[str, tuple[int | None, str, str]] = {
    "presentation": (0, "consciousness", "意識消失"),
    "laboratory": (0, "insulin", "インスリン"),
    "ct": (0, "CT", "CT"),
    "pathology": (11, "biopsy", "生検"),
    "drugs": (11, "next", "次の手"),
    "tae-right": (13, "right lobe", "右葉"),
    "tae-left": (22, "left lobe", "左葉"),
    "response": (61, "Response", "効果"),
    "chemotherapy": (61, "Chemotherapy", "化学療法"),
    "relapse": (None, "come back", "再燃"),
    "outcome": (None, "death", "死亡"),
    "discussion": (None, "Discussion", "考察"),
}
"""Each scene in order: its horizon, and a word of its title in both languages."""
ASKED = {"presentation", "laboratory", "pathology", "drugs", "chemotherapy", "relapse"}
"""Scenes at which the room is asked before the story goes on."""
GENERIC = frozenset({"given", "time", "values"})
"""Words that titles of hidden parts have but that tell nothing by themselves."""
each_scene = pytest.mark.parametrize("scene", DECK, ids=lambda scene: scene.id)
JAPANESE = r"[\u30a0-\u30ff]{2,}|[\u4e00-\u9fff]{2,}"


@cache
def told_at(horizon: int | None) -> Case:
    return disclose(CASE, horizon)


def spoken(scene: Scene) -> tuple[str, ...]:
    """The title and the notes in every language."""
    return tuple(words_in((scene.title, scene.notes)))


def test_the_story_is_told_in_order() -> None:
    assert 8 <= len(DECK) <= 12
    assert [scene.id for scene in DECK] == list(STORY)
    for scene, (horizon, english, japanese) in zip(DECK, STORY.values(), strict=True):
        assert scene.horizon == horizon
        assert english in scene.title.pick("en")
        assert japanese in scene.title.pick("ja")
    horizons = [scene.horizon for scene in DECK if scene.horizon is not None]
    assert horizons == sorted(horizons)


def test_the_room_is_asked() -> None:
    titles = {scene.id: scene.title for scene in DECK}
    assert all(titles[id_].pick("en").endswith("?") for id_ in ASKED)
    assert all(titles[id_].pick("ja").endswith("？") for id_ in ASKED)


@each_scene
def test_title_and_notes_are_short_and_in_both_languages(scene: Scene) -> None:
    assert scene.notes is not None
    assert scene.title.languages == scene.notes.languages == {"en", "ja"}
    assert len(scene.title.pick("en")) <= 50
    assert len(scene.title.pick("ja")) <= 25
    sentences = re.findall(r"[.?](?=\s|$)", scene.notes.pick("en"))
    assert 2 <= len(sentences) <= 4


def test_the_whole_takes_a_quarter_of_an_hour() -> None:
    planned = [scene.planned_s or 0 for scene in DECK]
    assert all(30 <= seconds <= 120 for seconds in planned)
    assert 600 <= sum(planned) <= 1200


@each_scene
def test_all_that_a_scene_names_is_there_at_its_horizon(scene: Scene) -> None:
    told = told_at(scene.horizon)
    assert missing(scene, told) == ()
    columns = {one.id for one in told.lanes} | {one.id for one in CASE.series}
    assert columns >= {*scene.hidden, *scene.collapsed, *scene.lane_order}
    assert scene.panel in (None, "details", "imaging", "pathology", "notes")
    assert not scene.annotations


@each_scene
def test_the_window_shows_what_the_scene_points_at(scene: Scene) -> None:
    told = told_at(scene.horizon)
    at_first = view_state.opening(bounds(told, scene.horizon), scene.horizon)
    state = as_scene(at_first, scene, told)
    assert scene.window is None or state.window == scene.window.span, "it is cut by the course"
    assert state.cursor == scene.cursor
    assert state.window.contains(state.cursor)
    assert (state.selection, state.highlights) == (scene.select, frozenset(scene.highlights))
    named = [one for id_ in (scene.select, *scene.highlights) if (one := part(told, id_))]
    assert named, "it points at nothing"
    for one in named:
        assert isinstance(one, Event) or hasattr(one, "when")
        assert one.when.span.overlaps(state.window)


@each_scene
def test_what_is_selected_is_on_the_chart_or_in_the_panel(scene: Scene) -> None:
    one = part(told_at(scene.horizon), scene.select)
    if isinstance(one, Event) and one.lane in scene.hidden:
        assert scene.panel == "details"


# --- nothing of what the horizon hides ----------------------------------------------------


def texts_of(title: Title) -> Iterator[Text]:
    if isinstance(title, Text):
        yield title
    else:
        yield from (version.text for version in title)


def titles(case: Case) -> Iterator[str]:
    """The words of all titles and statements, in every language and at every stage."""
    for parts in (case.events, case.studies, case.reports, case.series, case.notes):
        for one in parts:
            yield from words_in(tuple(texts_of(one.title)))
    yield from words_in(tuple(texts_of(case.title)))
    yield from words_in(tuple(one.text for one in case.statements))
    outcomes = (event.outcome for event in case.events if event.outcome)
    yield from words_in(tuple(one.text for one in outcomes))


def english_words(texts: Iterator[str] | tuple[str, ...]) -> set[str]:
    return {word.lower() for text in texts for word in re.findall(r"[A-Za-z]{3,}", text)}


def pairs(texts: Iterator[str]) -> set[str]:
    """Each two signs of a Japanese word side by side: any part of it would tell."""
    runs = (run for text in texts for run in re.findall(JAPANESE, text))
    return {run[at : at + 2] for run in runs for at in range(len(run) - 1)}


def numbers(texts: Iterator[str] | tuple[str, ...]) -> set[str]:
    return {number for text in texts for number in re.findall(r"\d+(?:\.\d+)?", text)}


def dump(case: Case) -> Iterator[str]:
    """All that a case says or counts, but for its deck."""
    yield from words_in(case.model_copy(update={"deck": ()}))
    yield case.model_dump_json(exclude={"deck", "format", "id"}, exclude_none=True)


limited = pytest.mark.parametrize(
    "scene", [scene for scene in DECK if scene.horizon is not None], ids=lambda scene: scene.id
)


def hidden_words(horizon: int | None) -> set[str]:
    told = english_words(tuple(words_in(told_at(horizon))))
    return english_words(titles(CASE)) - told - GENERIC


def hidden_pairs(horizon: int | None) -> set[str]:
    told = "\n".join(words_in(told_at(horizon)))
    return {pair for pair in pairs(titles(CASE)) if pair not in told}


def hidden_numbers(horizon: int) -> set[str]:
    """Numbers that stand nowhere in what is told; those of days up to the horizon may be said."""
    told = numbers(dump(told_at(horizon))) | {str(day) for day in range(horizon + 1)}
    return numbers(dump(CASE)) - told


def test_what_a_horizon_hides_is_known_here() -> None:
    assert {"tae", "embolisation", "etoposide", "relapse", "death"} <= hidden_words(11)
    assert {"塞栓", "再燃", "死亡", "真菌"} <= hidden_pairs(11)
    assert {"12", "13", "22", "41", "61", "157"} <= hidden_numbers(11)
    assert {"diazoxide", "biopsy", "insulinoma", "malignant", "metastases"} <= hidden_words(0)


@limited
def test_no_scene_has_a_word_of_what_its_horizon_hides(scene: Scene) -> None:
    assert english_words(spoken(scene)) & hidden_words(scene.horizon) == set()
    parts = hidden_pairs(scene.horizon)
    assert [(pair, text) for text in spoken(scene) for pair in parts if pair in text] == []


@limited
def test_no_scene_has_a_number_of_what_its_horizon_hides(scene: Scene) -> None:
    assert scene.horizon is not None
    assert numbers(spoken(scene)) & hidden_numbers(scene.horizon) == set()


@each_scene
def test_every_number_that_is_said_stands_in_the_case(scene: Scene) -> None:
    stated = numbers(words_in(CASE.model_copy(update={"deck": ()})))
    stated |= {str(int(day)) for day in CASE.events.times.stated.tolist()}
    stated |= {f"{p.value:g}" for series in CASE.series for p in series.points}
    stated |= {f"{CASE.subject.age_years:g}"}
    assert numbers(spoken(scene)) - stated == set()
