"""The glucose of the disclosed case is found once, and stepped through."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.making import a_case
from tests.making_sensor import sensor_parts
from viewer.io.case_files import FolderAssets
from viewer.io.case_store import OpenedCase
from viewer.model import view_state
from viewer.model.case import Case
from viewer.model.time import Span
from viewer.session.glucose import GlucoseFinder, step_episode
from viewer.session.session import Session


@pytest.fixture(scope="module")
def case() -> Case:
    return a_case(**sensor_parts(days=6))


@pytest.fixture
def session(qapp: object, case: Case) -> Session:
    return Session(OpenedCase(Path("case"), case, (), False, FolderAssets(Path("case"))))


def test_a_short_course_is_there_at_once_and_made_once(qapp: object, case: Case) -> None:
    finder, told = GlucoseFinder(), list[bool]()
    finder.found.connect(lambda: told.append(True))
    course = finder.course(case)
    assert course is not None
    assert finder.course(case) is course
    assert not finder.is_finding
    assert told == []
    other = finder.course(a_case(id="other"))
    assert other is None


def test_a_long_course_is_told_when_it_is_there(qtbot: QtBot, case: Case) -> None:
    finder = GlucoseFinder(most_at_once=10)
    with qtbot.waitSignal(finder.found):
        assert finder.course(case) is None
        assert finder.is_finding
    course = finder.course(case)
    assert course is not None
    assert len(course.episodes) == 5


def test_steps_bring_cursor_and_window_to_each_episode_in_turn(session: Session) -> None:
    course = session.glucose.course(session.case)
    assert course is not None
    session.apply(lambda state: view_state.show(state, Span(0, 0.5)))
    session.point_at(0.0)
    reached = []
    for _ in range(7):
        step_episode(session, 1)
        reached.append(session.state.cursor)
        assert session.state.window.contains(session.state.cursor)
    assert reached == pytest.approx([*course.starts, *[course.starts[-1]] * 2])
    step_episode(session, -1)
    assert session.state.cursor == pytest.approx(course.starts[-2])


def test_an_episode_in_folded_days_is_unfolded(session: Session) -> None:
    session.apply(lambda state: view_state.fold(state, Span(1, 3)))
    session.point_at(0.9)
    step_episode(session, 1)
    assert session.state.folds == ()
    assert session.state.cursor == pytest.approx(1 + 3 / 24)


def test_no_step_leads_beyond_the_horizon(session: Session) -> None:
    session.hide_after(1)
    session.point_at(0.0)
    for _ in range(4):
        step_episode(session, 1)
    assert session.state.cursor == pytest.approx(1 + 3 / 24)


def test_without_glucose_nothing_is_stepped_to(qapp: object) -> None:
    plain = Session()
    before = plain.state
    step_episode(plain, 1)
    assert plain.state == before
