"""Texts of a long case are gathered between other work; those of a short one at once."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.making import a_case, an_event, on
from viewer.io.case_files import FolderAssets
from viewer.io.case_store import OpenedCase
from viewer.model import view_state
from viewer.session import gathering
from viewer.session.session import Session


def a_session(count: int) -> Session:
    case = a_case(*(an_event(f"e{n}", on(n % 90), title=f"Dose {n}") for n in range(count)))
    return Session(OpenedCase(Path("case"), case, (), False, FolderAssets(Path("case"))))


def test_a_short_case_is_searched_at_once(qtbot: QtBot) -> None:
    session = a_session(3)
    session.apply(lambda state: view_state.seek(state, "dose 2"))
    assert [hit.id for hit in session.hits] == ["e2"]
    assert not session.gathering.is_on


def test_a_long_case_tells_when_it_can_be_searched(qtbot: QtBot) -> None:
    session = a_session(gathering.FEW + 1)
    session.apply(lambda state: view_state.seek(state, "dose 4000"))
    assert (session.hits, session.forms) == ((), ())
    assert session.gathering.is_on
    with qtbot.waitSignal(session.found_changed):
        pass
    assert not session.gathering.is_on
    assert [hit.id for hit in session.hits] == ["e4000"]


def test_another_case_is_gathered_instead(qtbot: QtBot) -> None:
    session, other = a_session(gathering.FEW + 1), a_session(gathering.FEW + 2)
    session.apply(lambda state: view_state.seek(state, "dose"))
    assert session.hits == ()
    assert other.opened is not None
    session.open(other.opened)
    with qtbot.waitSignal(session.gathering.done):
        pass
    assert session.texts.is_gathered
    assert session.texts.case is session.case
