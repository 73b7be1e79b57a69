"""Decks that are edited and kept, a talk that goes through one, a course played day by day."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from viewer.io.case_store import open_case
from viewer.model import view_state
from viewer.model.annotating import Edit
from viewer.model.annotation import Content, OnDay
from viewer.model.course import part
from viewer.model.deck import OF_CASE, Deck
from viewer.model.part import Text
from viewer.model.scene import Scene
from viewer.paths import first_case
from viewer.session.presenting.day_by_day import DayByDay
from viewer.session.presenting.decks import Decks, show_scene
from viewer.session.presenting.talk import Talk
from viewer.session.session import Session

DECK = [
    {"id": "one", "title": "Presentation", "horizon": 0, "select": "laboratory-tests"},
    {"id": "two", "title": "What next?", "horizon": 11, "planned_s": 60, "notes": "Ask."},
    {"id": "three", "title": "Outcome", "cursor": 157},
]

OpenSession = Callable[[], Session]


@pytest.fixture
def case(tmp_path: Path) -> Path:
    folder = Path(shutil.copytree(first_case(), tmp_path / "case"))
    written = json.loads((folder / "case.json").read_text("utf-8"))
    (folder / "case.json").write_text(json.dumps(written | {"deck": DECK}), "utf-8")
    return folder


@pytest.fixture
def open_session(qtbot: QtBot, case: Path) -> Iterator[OpenSession]:
    sessions: list[Session] = []

    def open_one() -> Session:
        session = Session(open_case(case))
        sessions.append(session)
        keeping = session.annotating.keeping
        assert keeping is not None
        qtbot.waitUntil(lambda: keeping.read is not None, timeout=10_000)
        session.annotating.sign("Ann")
        return session

    yield open_one
    for session in sessions:
        session.annotating.finish()


@pytest.fixture
def session(open_session: OpenSession) -> Session:
    return open_session()


@pytest.fixture
def decks(session: Session) -> Decks:
    return decks_of(session)


def decks_of(session: Session) -> Decks:
    return Decks(session, session)


def titles(decks: Decks) -> list[str]:
    return [scene.title.pick("en") for scene in decks.deck.scenes]


# -- decks ----------------------------------------------------------------------------------------


def test_the_case_s_deck_is_shown_until_the_person_has_their_own(
    decks: Decks, qtbot: QtBot
) -> None:
    assert decks.deck.owner == OF_CASE
    assert titles(decks) == ["Presentation", "What next?", "Outcome"]
    with qtbot.waitSignal(decks.changed):
        id_ = decks.add("Add scene", Text("Mine"), "imaging")
    assert titles(decks) == ["Presentation", "What next?", "Outcome", "Mine"]
    assert decks.deck.owner != OF_CASE
    found = decks.deck.find(id_)
    assert found is not None
    assert found.panel == "imaging"
    decks.choose(OF_CASE)
    assert titles(decks) == ["Presentation", "What next?", "Outcome"]


def test_what_is_done_to_a_deck_is_undone_step_by_step_and_kept(
    decks: Decks, session: Session, open_session: OpenSession, qtbot: QtBot
) -> None:
    decks.change("Rename scene", "two", title=Text("And now?"))
    first, second, third = (scene.id for scene in decks.deck.scenes)
    decks.move("Move scene", third, 0)
    decks.duplicate("Duplicate scene", second)
    decks.remove("Delete scene", first)
    assert titles(decks) == ["Outcome", "And now?", "And now?"]
    qtbot.waitUntil(lambda: session.annotating.saving == "saved", timeout=10_000)
    assert titles(decks_of(open_session())) == titles(decks)
    assert session.annotating.stack.undoText() == "Delete scene"
    for _ in range(4):
        session.annotating.undo()
    assert decks.deck.owner == OF_CASE
    assert titles(decks) == ["Presentation", "What next?", "Outcome"]


def test_an_emptied_deck_stays_the_person_s_own_until_all_is_taken_back(
    decks: Decks, session: Session, open_session: OpenSession, qtbot: QtBot
) -> None:
    for _ in range(3):
        decks.remove("Delete scene", decks.deck.scenes[0].id)
    me = session.annotating.me
    assert me is not None
    assert (decks.deck.owner, titles(decks)) == (me.id, [])
    assert list(decks.by_owner) == [OF_CASE, me.id]
    qtbot.waitUntil(lambda: session.annotating.saving == "saved", timeout=10_000)
    later = decks_of(open_session())
    assert (later.deck.owner, titles(later)) == (me.id, [])
    later.add("Add scene", Text("Mine"), None)
    assert titles(later) == ["Mine"]
    for count in (1, 2):
        session.annotating.undo()
        assert len(titles(decks)) == count
    session.annotating.undo()
    assert (decks.deck.owner, len(titles(decks))) == (OF_CASE, 3)


def test_a_scene_follows_the_window_when_it_is_kept_again(decks: Decks, session: Session) -> None:
    session.hide_after(5)
    decks.keep_again("Update scene", "two", "notes")
    scene = decks.deck.scenes[1]
    assert (scene.horizon, scene.panel) == (5, "notes")
    assert (scene.title, scene.notes, scene.planned_s) == (Text("What next?"), Text("Ask."), 60)


def test_what_there_is_no_scene_for_changes_nothing(decks: Decks, session: Session) -> None:
    decks.change("Rename scene", "none", title=Text("x"))
    decks.keep_again("Update scene", "none", None)
    decks.move("Move scene", "none", 0)
    decks.move("Move scene", "two", 1)
    decks.move("Move scene", "two", 2)
    decks.duplicate("Duplicate scene", "none")
    decks.remove("Delete scene", "none")
    assert decks.deck.owner == OF_CASE
    assert not session.annotating.stack.canUndo()


def test_several_scenes_are_added_at_once(decks: Decks) -> None:
    decks.add_all("Make deck", [Scene(id="x", title=Text("A")), Scene(id="x", title=Text("B"))])
    assert titles(decks)[-2:] == ["A", "B"]
    assert len({scene.id for scene in decks.deck.scenes}) == 5


def test_under_a_horizon_only_what_it_lets_through_is_listed(
    decks: Decks, session: Session
) -> None:
    assert len(decks.listed()) == 3
    session.hide_after(4)
    assert [scene.id for scene in decks.listed()] == ["one"]
    id_ = decks.add("Add scene", Text("At day 4"), None)
    assert id_ in {scene.id for scene in decks.listed()}
    assert id_ not in session.annotations  # a deck is no note that is shown
    session.hide_after(None)
    assert len(decks.listed()) == 4


def test_without_a_case_there_is_no_deck(qtbot: QtBot) -> None:
    decks = decks_of(Session())
    assert decks.by_owner == {}
    assert decks.deck.scenes == ()


def test_showing_a_scene_is_one_step_and_keeps_the_notes_as_they_are(
    decks: Decks, session: Session, qtbot: QtBot
) -> None:
    seen: list[int | None] = []
    session.case_changed.connect(lambda: seen.append(session.state.horizon))
    show_scene(session, decks.deck.scenes[1])
    assert seen == [11]
    assert session.state.shows_annotations
    show_scene(session, decks.deck.scenes[2])
    assert (session.state.horizon, session.state.cursor) == (None, pytest.approx(157, abs=1))


# -- a talk ---------------------------------------------------------------------------------------


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def talk(session: Session, decks: Decks, clock: Clock) -> Talk:
    return Talk(session, decks.deck, clock=clock)


def test_a_talk_goes_through_the_scenes_and_leaves_the_window_alone(
    talk: Talk, session: Session
) -> None:
    before = session.state
    assert (talk.session.state.horizon, talk.session.state.selection) == (0, "laboratory-tests")
    assert part(talk.session.case, "tae-left") is None
    talk.go(1)
    assert (talk.scene, talk.session.state.horizon) == (talk.scenes[1], 11)
    talk.go(5)
    assert (talk.scene, talk.next_scene) == (talk.scenes[2], None)
    assert part(talk.session.case, "tae-left") is not None
    for _ in range(2):  # a clicker that is held down
        talk.jump(-3)
        assert (talk.index, talk.session.state.horizon) == (0, 0)
    assert talk.next_scene == talk.scenes[1]
    assert session.state == before


def test_notes_of_reviewers_are_not_for_the_room_unless_a_scene_says_so(
    session: Session, decks: Decks
) -> None:
    note = Content(kind="note", target=OnDay(day=3), text="between us", known_from=0)
    session.annotating.edit(Edit("Add note", {session.annotating.new_id(): note}))
    shown = decks.deck.scenes[1].model_copy(update={"annotations": True})
    talk = Talk(session, Deck("x", (decks.deck.scenes[1], shown), (0, 1)))
    assert talk.session.annotations.shown == ()
    talk.go(1)
    assert [one.content and one.content.text for one in talk.session.annotations.shown] == [
        "between us"
    ]


def test_a_cover_hides_the_scene_and_goes_with_the_next_key(talk: Talk, qtbot: QtBot) -> None:
    talk.put_cover("black")
    assert talk.cover == "black"
    talk.go(1)
    assert (talk.cover, talk.index) == (None, 0)
    talk.put_cover("white")
    talk.put_cover("white")
    assert talk.cover is None
    with qtbot.assertNotEmitted(talk.cover_changed):
        talk.put_cover(None)


def test_the_pointer_is_told_once(talk: Talk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(talk.pointer_changed):
        talk.point((0.5, 0.25))
    with qtbot.assertNotEmitted(talk.pointer_changed):
        talk.point((0.5, 0.25))
    assert talk.pointer == (0.5, 0.25)


def test_time_is_counted_for_each_scene(talk: Talk, clock: Clock) -> None:
    assert talk.planned_s == 60
    clock.now += 20
    talk.go(1)
    clock.now += 5
    talk.go(-1)
    clock.now += 2
    assert (talk.elapsed_s, talk.spent_s(0), talk.spent_s(1)) == (27, 22, 5)
    talk.begin_again()
    assert (talk.elapsed_s, talk.spent_s(0), talk.spent_s(1)) == (0, 0, 0)


def test_what_was_done_on_the_stage_is_taken_back_by_showing_the_scene_again(talk: Talk) -> None:
    talk.go(1)
    talk.session.hide_after(3)
    talk.show_again()
    assert talk.session.state.horizon == 11


def test_scenes_that_name_what_is_gone_are_told_and_passed_over_on_request(
    session: Session, decks: Decks
) -> None:
    broken = decks.deck.scenes[0].model_copy(update={"id": "broken", "select": "gone"})
    deck = Deck("x", (broken, *decks.deck.scenes), (0, 1, 2, 3))
    talk = Talk(session, deck)
    assert talk.lacking == ("gone",)
    assert talk.session.state.selection is None
    passing = Talk(session, deck, passes_over=True)
    assert [scene.id for scene in passing.scenes] == ["one", "two", "three"]
    assert passing.lacking == ()


def test_a_talk_without_scenes_says_nothing_and_breaks_nothing(session: Session) -> None:
    talk = Talk(session, Deck("x"))
    talk.go(1)
    talk.jump(3)
    talk.show_again()
    assert (talk.scene, talk.next_scene, talk.lacking, talk.planned_s) == (None, None, (), 0)


# -- day by day -----------------------------------------------------------------------------------


def test_days_go_by_with_the_cursor_until_all_is_shown(session: Session, qtbot: QtBot) -> None:
    session.hide_after(150)
    playing = DayByDay(session, session)
    playing.set_speed(200)
    days: list[int | None] = []
    session.case_changed.connect(lambda: days.append(session.state.horizon))
    playing.toggle()
    playing.play()
    qtbot.waitUntil(lambda: not playing.is_playing, timeout=10_000)
    assert days == [*range(151, 158), None]
    assert session.state.cursor == pytest.approx(157.5)


def test_it_begins_at_the_cursor_where_nothing_is_hidden_and_stops_when_asked(
    session: Session, qtbot: QtBot
) -> None:
    session.apply(lambda state: view_state.move_cursor(state, 11.2))
    playing = DayByDay(session, session)
    playing.play()
    assert (session.state.horizon, session.state.cursor) == (11, 11.5)
    playing.step()
    assert session.state.horizon == 12
    playing.set_speed(8)
    playing.toggle()
    playing.stop()
    assert not playing.is_playing
    assert session.state.horizon == 12


def test_without_a_case_no_days_go_by(qtbot: QtBot) -> None:
    session = Session()
    playing = DayByDay(session, session)
    playing.play()
    playing.stop()
    assert not playing.is_playing


def test_highlights_are_told_with_the_selection(session: Session, qtbot: QtBot) -> None:
    def highlighted(state: Any) -> Any:
        return replace(state, highlights=frozenset({"tae-left"}))

    with qtbot.waitSignal(session.selection_changed):
        session.apply(highlighted)
    session.hide_after(3)
    assert session.state.highlights == frozenset()


def test_a_course_without_days_is_over_at_once(qtbot: QtBot, tmp_path: Path) -> None:
    empty = {"format": "dayline-case/1", "id": "empty", "title": "Empty", "subject": {}}
    case = empty | {"day_zero": {"text": "Day 0"}}
    (tmp_path / "case.json").write_text(json.dumps(case), "utf-8")
    session = Session(open_case(tmp_path))
    playing = DayByDay(session, session)
    playing.play()
    playing.step()
    assert not playing.is_playing
    assert session.state.horizon is None
    session.annotating.finish()


def test_a_scene_of_no_deck_can_be_shown_alone(talk: Talk, qtbot: QtBot) -> None:
    talk.go(1)
    assert talk.notes == "Ask."
    alone = Scene(id="alone", title=Text("Alone"), horizon=7)
    with qtbot.waitSignal(talk.scene_changed):
        talk.show_one(alone)
    assert (talk.scenes, talk.index, talk.notes) == ((alone,), 0, "")
    assert talk.session.state.horizon == 7


def test_without_a_scene_there_is_nothing_to_say(session: Session) -> None:
    assert Talk(session, Deck("x")).notes == ""
