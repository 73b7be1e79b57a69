"""Sums of lesion diameters in a session: the case's own, and each reviewer's as they measure."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.annotating_making import a_diameter, an_added_study, annotation_id
from tests.annotating_sessions import OpenSession, add, note
from viewer.io.case_store import open_case
from viewer.model import view_state
from viewer.model.annotating import Edit
from viewer.model.annotation import OnPoint
from viewer.model.course import part
from viewer.model.lesion_series import SUM_ID, WorkedOut
from viewer.paths import first_case
from viewer.session.session import Session


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """The shipped case with diameters of two lesions before treatment and after it."""
    folder = Path(shutil.copytree(first_case(), tmp_path / "case"))
    raw = json.loads((folder / "case.json").read_text("utf-8"))
    evidence = {"kind": "reported"}
    for study, diameters in zip(raw["studies"], ((42, 20), None, (28, 12)), strict=True):
        study["images"] = [{"path": "ct"}]
        if diameters is not None:
            study["lesions"] = [
                {"name": f"L{n}", "diameter_mm": mm, "evidence": evidence}
                for n, mm in enumerate(diameters)
            ]
    (folder / "case.json").write_text(json.dumps(raw), "utf-8")
    return folder


def sums(session: Session) -> dict[str, list[Any]]:
    """The values of each series that was worked out, by what its id ends with."""
    return {
        one.id.removeprefix(SUM_ID): [point.value for point in one.points]
        for one in session.case.series
        if isinstance(one, WorkedOut)
    }


def studies_of(session: Session) -> list[str]:
    return [study.id for study in session.case.studies]


def test_the_case_s_own_sums_are_there_when_it_is_opened(session: Session, case: Path) -> None:
    assert sums(session) == {"": [62, 40]}
    other = Session(open_case(first_case()))
    assert sums(other) == {}
    other.open(open_case(case))
    assert sums(other) == {"": [62, 40]}
    assert part(other.case, SUM_ID) is other.case.series[-1]
    other.open(open_case(first_case()))
    assert sums(other) == {}


def test_a_horizon_tells_no_later_sum(session: Session) -> None:
    session.hide_after(11)
    assert sums(session) == {}
    session.hide_after(60)
    assert sums(session) == {"": [62, 40]}
    session.hide_after(None)
    assert sums(session) == {"": [62, 40]}


def test_what_is_measured_becomes_a_series_as_soon_as_there_are_two_sums(session: Session) -> None:
    told: list[str] = []
    session.case_changed.connect(lambda: told.append("case"))
    session.annotations_changed.connect(lambda: told.append("annotations"))
    first, _, last = studies_of(session)
    me = session.annotating.me
    assert me is not None
    add(session, a_diameter(30, study=first))
    assert sums(session) == {"": [62, 40]}
    assert set(told) == {"annotations"}
    second = add(session, a_diameter(20, study=last))
    assert sums(session) == {"": [62, 40], f"-{me.id}": [30, 20]}
    assert told.count("case") == 1
    assert session.case.series[-1].title.pick("en").endswith("measured by Ann")
    told.clear()
    whole = session.case
    add(session, note("something else"))
    assert "case" not in told
    assert session.case is whole
    session.annotating.edit(Edit("Change", {second: a_diameter(10, study=last)}))
    assert sums(session)[f"-{me.id}"] == [30, 10]
    session.annotating.undo()
    assert sums(session)[f"-{me.id}"] == [30, 20]
    session.annotating.edit(Edit("Delete", {second: None}))
    assert sums(session) == {"": [62, 40]}


def test_reviewers_sums_go_where_their_notes_do(session: Session) -> None:
    first, _, last = studies_of(session)
    me = session.annotating.me
    assert me is not None
    for mm, study in ((30, first), (20, last)):
        add(session, a_diameter(mm, study=study).model_copy(update={"known_from": 45.0}))
    assert f"-{me.id}" in sums(session)
    session.apply(lambda state: replace(state, shows_annotations=False))
    assert sums(session) == {"": [62, 40]}
    session.apply(lambda state: replace(state, shows_annotations=True))
    assert f"-{me.id}" in sums(session)
    session.hide_after(44)
    assert f"-{me.id}" not in sums(session)
    session.hide_after(60)
    assert f"-{me.id}" in sums(session)
    session.hide_after(60, lambda state: view_state.select(state, None))
    assert f"-{me.id}" in sums(session)


def test_they_are_there_again_when_the_case_is_opened_again(
    session: Session, open_session: OpenSession, qtbot: Any
) -> None:
    first, _, last = studies_of(session)
    add(session, a_diameter(30, study=first))
    add(session, a_diameter(20, study=last))
    qtbot.waitUntil(lambda: session.annotating.saving == "saved", timeout=10_000)
    session.annotating.finish()
    again = open_session()
    assert [30, 20] in sums(again).values()


def test_a_note_may_stand_on_a_sum(session: Session) -> None:
    point = OnPoint(series=SUM_ID, day=45.5, value=40)
    id_ = add(session, note("well").model_copy(update={"target": point, "known_from": 50.0}))
    session.hide_after(60)
    assert session.annotations.content(id_) is not None
    session.hide_after(11)
    assert session.annotations.content(id_) is None


def test_every_study_to_be_shown_is_given_once_for_as_long_as_it_is_the_same(
    session: Session,
) -> None:
    def studies() -> Any:
        return session.shown.studies(session.annotations)

    assert [one.study.id for one in studies()] == studies_of(session)
    assert studies() is studies()
    id_ = add(session, an_added_study())
    (added,) = (one for one in studies() if one.author)
    assert (added.study.id, added.author) == (id_, "Ann")
    assert annotation_id() != id_
