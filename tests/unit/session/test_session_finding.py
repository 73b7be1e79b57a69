"""Seeking and filtering through a session: what is found, gone to, told, and let go of."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.making import a_case, a_lane, a_series, a_statement, a_value, an_event, on
from viewer.io.case_files import FolderAssets
from viewer.io.case_store import OpenedCase
from viewer.model import lanes, view_state
from viewer.model.case import Case
from viewer.model.filter import NO_FILTER, Filter
from viewer.model.same_text import Sought
from viewer.session.session import Session


def opened(case: Case) -> OpenedCase:
    return OpenedCase(Path("case"), case, (), False, FolderAssets(Path("case")))


def a_course(id_: str = "case") -> Case:
    return a_case(
        an_event("first", on(0), title="TAE"),
        an_event("other", on(4)),
        an_event("last", on(99), title="TAE"),
        statements=[a_statement("said", on(5), text="after TAE", lane="lane")],
        series=[a_series(a_value(3, None, word="TAE"), id="glucose")],
        id=id_,
    )


@pytest.fixture
def session() -> Session:
    return Session(opened(a_course()))


def seek(session: Session, text: str) -> None:
    session.apply(lambda state: view_state.seek(state, text))


def sift(session: Session, chosen: Filter) -> None:
    session.apply(lambda state: view_state.sift(state, chosen))


def test_what_is_sought_is_told_and_found(session: Session) -> None:
    told: list[str] = []
    session.found_changed.connect(lambda: told.append("found"))
    assert (session.hits, session.forms) == ((), ())
    seek(session, "ｔａｅ")
    assert [hit.id for hit in session.hits] == ["first", "glucose", "said", "last"]
    assert session.forms == (Sought("tae"),)
    seek(session, "nowhere")
    assert (session.hits, session.forms) == ((), ())
    assert told == ["found", "found"]


def test_stepping_selects_and_brings_the_cursor(session: Session) -> None:
    seek(session, "tae")
    session.apply(lambda state: view_state.hide(state, "lane", True))
    gone = []
    for _ in range(5):
        session.step_to_hit(1)
        gone.append((session.state.selection, session.state.cursor))
    places = [("first", 0.5), ("glucose", 3.5), ("said", 5.5), ("last", 99.5)]
    assert gone == [*places, places[0]]
    assert session.state.hidden == frozenset()
    session.step_to_hit(-1)
    assert session.state.selection == "last"


def test_stepping_without_hits_does_nothing(session: Session) -> None:
    before = session.state
    session.step_to_hit(1)
    assert session.state is before


def test_under_a_horizon_only_what_is_told_is_found(session: Session) -> None:
    seek(session, "tae")
    session.hide_after(4)
    assert [hit.id for hit in session.hits] == ["first", "glucose"]
    session.hide_after(None)
    assert len(session.hits) == 4


def test_the_language_of_the_window_is_searched(session: Session) -> None:
    session.open(opened(a_case(an_event("it", title={"en": "drip", "ja": "点滴"}))))
    seek(session, "点滴")
    assert session.hits == ()
    session.language = "ja"
    assert [hit.id for hit in session.hits] == ["it"]


def test_a_filter_is_told_and_kept_to(session: Session) -> None:
    told: list[str] = []
    session.filter_changed.connect(lambda: told.append("filter"))
    sift(session, Filter(text="tae"))
    first, other, _ = session.case.events
    assert (session.kept.has(first), session.kept.has(other)) == (True, False)
    assert session.kept.counts == (1, 0)
    sift(session, Filter(text="none of it"))
    assert session.kept.counts == (4, 1)
    session.hide_after(4)
    assert session.kept.counts == (2, 1)
    sift(session, NO_FILTER)
    assert session.kept.counts == (0, 0)
    assert told == ["filter"] * 3


def test_another_case_lets_go_of_what_speaks_of_the_first(session: Session) -> None:
    seek(session, "tae")
    chosen = Filter(lanes=frozenset({"lane"}), text="tae", is_out_of_range=True)
    sift(session, chosen)
    session.open(opened(a_course()))
    assert (session.state.filter, session.state.sought) == (chosen, "")
    session.open(opened(a_course("another")))
    assert session.state.filter == Filter(is_out_of_range=True)


def test_what_is_gone_to_stands_in_no_lane_that_is_hidden_or_collapsed() -> None:
    nested = [a_lane("group"), a_lane(group="group"), a_lane("other")]
    event = an_event("found", on(5), title="TAE")
    session = Session(opened(a_case(event, an_event("x", on(1), lane="other"), lanes=nested)))
    session.apply(lambda state: lanes.collapse(state, ["group", "lane", "other"]))
    session.apply(lambda state: view_state.hide(state, "group", is_hidden=True))
    seek(session, "tae")
    session.step_to_hit(1)
    assert session.state.selection == "found"
    assert session.state.collapsed == {"other"}
    assert not session.state.hidden


def test_steps_pass_over_what_the_filter_leaves_out(session: Session) -> None:
    sift(session, Filter(text="TAE"))
    session.select("first")
    session.step(1)
    assert session.state.selection == "last"
    session.step(-1)
    assert session.state.selection == "first"
    sift(session, Filter(text="other"))
    session.step_to_end(is_last=True)
    assert session.state.selection == "other"
    sift(session, Filter(text="nothing"))
    session.step(1)
    session.step_to_end(is_last=False)
    assert session.state.selection == "other"
