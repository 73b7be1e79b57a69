"""The pictures of studies that reviewers add are found like those of the case."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.annotating_sessions import OpenSession, add
from tests.dicom_files import ROOT_UID, make_ct_series
from viewer.io.annotations.identity import IdentityFile
from viewer.io.pictures.files import FolderPictures
from viewer.model import adding_texts, view_state
from viewer.model.filter import Filter
from viewer.model.noted_studies import ShownStudy, added_study
from viewer.model.offers import added
from viewer.model.pictures import PictureLimits
from viewer.model.time import Instant
from viewer.session.pictures.source import PictureSource
from viewer.session.pictures.study import StudyPictures
from viewer.session.session import Session
from viewer.session.stepping import marks_of, step


@pytest.fixture
def session(open_session: OpenSession, home: Path) -> Iterator[Session]:
    IdentityFile().save("Ann")
    session = open_session()
    yield session
    session.pictures.forget()


def added_to(session: Session, path: str, *series: str, day: int = 20) -> ShownStudy:
    content = added(("CT of the liver", "CT"), Instant(day=day), path, series)
    found = added_study(add(session, content, "Add images"), session.annotations)
    assert found is not None
    return found


def scanned(qtbot: QtBot, session: Session, shown: ShownStudy) -> StudyPictures:
    assert session.opened is not None
    study = session.pictures.of_added(session.opened, shown, is_own=True)
    assert study is not None
    qtbot.waitUntil(lambda: study.is_scanned, timeout=10_000)
    return study


def test_the_series_that_belong_to_it_are_shown(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    make_ct_series(tmp_path / "images" / "a", 2, series="1")
    make_ct_series(tmp_path / "images" / "b", 3, series="2")
    whole = scanned(qtbot, session, added_to(session, "../images"))
    assert [len(one.series.frames) for one in whole.series] == [2, 3]
    key = whole.series[1].series.key
    part = scanned(qtbot, session, added_to(session, "../images", key))
    assert [one.series.key for one in part.series] == [key]
    assert part is not whole


def test_where_they_are_gone_the_place_is_told(qtbot: QtBot, session: Session) -> None:
    study = scanned(qtbot, session, added_to(session, "../gone"))
    assert [one.message for one in study.problems] == [adding_texts.NOT_THERE]
    assert study.series == ()


def test_what_nobody_says_the_place_of_has_none(session: Session) -> None:
    shown, opened = added_to(session, "../images"), session.opened
    assert opened is not None
    content = added(("CT", "CT"), Instant(day=20), "x")
    assert content.study is not None
    unknown = content.study.model_copy(update={"path": None})
    bare = add(session, content.model_copy(update={"study": unknown}))
    told = added_study(bare, session.annotations)
    assert told is not None
    assert session.pictures.of_added(opened, told, is_own=True) is None
    case_study = ShownStudy(shown.study)
    assert session.pictures.of_added(opened, case_study, is_own=True) is None


def test_the_keys_for_the_next_event_go_to_it(session: Session) -> None:
    shown = added_to(session, "../images", day=30)
    assert [mark.id for mark in marks_of(session)] == [shown.study.id]
    session.select("tae-left")
    step(session, 1)
    assert session.state.selection == shown.study.id
    step(session, 1)
    after = session.state.selection
    step(session, -1)
    assert session.state.selection == shown.study.id
    step(session, -1)
    assert session.state.selection == "tae-left"
    session.apply(lambda state: view_state.sift(state, Filter(text="nothing of this kind")))
    step(session, 1)
    assert session.state.selection == "tae-left"
    assert after not in (None, shown.study.id)


@pytest.mark.parametrize(("keys", "count"), [((), 2), (("1",), 1), (("none",), 0)])
def test_a_source_gives_the_series_it_is_asked_for(
    tmp_path: Path, keys: tuple[str, ...], count: int
) -> None:
    for number in ("1", "2"):
        make_ct_series(tmp_path / number, 1, series=number)
    wanted = tuple(f"{ROOT_UID}.{key}" for key in keys)
    source = PictureSource(FolderPictures(tmp_path), PictureLimits(), wanted)
    found = source.scan(lambda: False, lambda _done, _of: None)
    assert len(found.series) == count
    for series in found.series:
        assert source.decode(series.frames[0]).values.shape == (8, 8)
