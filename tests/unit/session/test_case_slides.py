"""The slides of the open case: opened in the background, and gone with the case."""

from __future__ import annotations

import json
import threading
import zipfile
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.making_slides import tissue, write_slide
from viewer.io.case_store import OpenedCase, open_case
from viewer.io.slides.opening import SlideFiles
from viewer.io.slides.stored import OpenedSlide
from viewer.model import problem_texts, slide_texts
from viewer.model.pictures import PictureLimits
from viewer.model.problem import Problem
from viewer.session.session import Session
from viewer.session.slides.case_slides import CaseSlides, _open

CASE: dict[str, Any] = {
    "format": "dayline-case/1",
    "id": "small",
    "title": "Small",
    "subject": {},
    "day_zero": {"text": "A"},
}
PIXELS = tissue(400, 300)


def a_case(folder: Path) -> OpenedCase:
    folder.mkdir()
    write_slide(folder / "he.tiff", PIXELS)
    (folder / "text.svs").write_text("no slide", "utf-8")
    (folder / "case.json").write_text(json.dumps(CASE), "utf-8")
    return open_case(folder)


@pytest.fixture
def session(tmp_path: Path, qapp: object) -> Session:
    return Session(a_case(tmp_path / "case"))


def test_a_slide_is_opened_once_and_in_the_background(qtbot: QtBot, session: Session) -> None:
    slides = CaseSlides(session)
    assert slides.slide("he.tiff") is None
    with qtbot.waitSignal(slides.opened) as told:
        assert slides.slide("he.tiff") is None
    assert told.args == ["he.tiff"]
    slide = slides.slide("he.tiff")
    assert isinstance(slide, OpenedSlide)
    assert slide.info.width == 400
    assert slides.slide("he.tiff") is slide
    slides.close()


@pytest.mark.parametrize(
    ("name", "message"),
    [("text.svs", slide_texts.NOT_A_SLIDE), ("gone.svs", problem_texts.ASSET_MISSING)],
)
def test_why_there_is_none_is_told(qtbot: QtBot, session: Session, name: str, message: str) -> None:
    slides = CaseSlides(session)
    with qtbot.waitSignal(slides.opened):
        slides.slide(name)
    problem = slides.slide(name)
    assert isinstance(problem, Problem)
    assert problem.message == message
    slides.close()


def test_another_case_has_slides_of_its_own(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    slides = CaseSlides(session)
    with qtbot.waitSignal(slides.opened):
        slides.slide("he.tiff")
    first = slides.slide("he.tiff")
    session.open(a_case(tmp_path / "other"))
    with qtbot.waitSignal(slides.opened):
        assert slides.slide("he.tiff") is None
    assert slides.slide("he.tiff") is not first
    slides.close()


def test_without_a_case_there_is_none(qapp: object) -> None:
    slides = CaseSlides(Session())
    assert slides.slide("he.tiff") is None
    slides.close()


@pytest.mark.parametrize("name", ["he.tiff", "text.svs"])
def test_a_slide_of_a_case_that_was_left_meanwhile_is_dropped(
    qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    gate, begun, really = threading.Event(), threading.Event(), SlideFiles.open

    def slow(files: SlideFiles, wanted: str) -> OpenedSlide:
        begun.set()
        assert gate.wait(10)
        return really(files, wanted)

    monkeypatch.setattr(SlideFiles, "open", slow)
    slides, told = CaseSlides(session), list[str]()
    slides.opened.connect(told.append)
    slides.slide(name)
    assert begun.wait(10)
    slides.close()
    gate.set()
    with qtbot.waitSignal(slides.opened):
        slides.slide("he.tiff")
    assert told == ["he.tiff"]
    slides.close()


def test_what_was_unpacked_goes_with_the_case(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = a_case(tmp_path / "case").path
    with zipfile.ZipFile(tmp_path / "case.dayline", "w") as whole:
        for file in folder.iterdir():
            whole.write(file, file.name)
    private = tmp_path / "private"
    private.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(private))
    session = Session(open_case(tmp_path / "case.dayline"))
    slides = CaseSlides(session)
    with qtbot.waitSignal(slides.opened):
        slides.slide("he.tiff")
    assert [one.name for one in private.rglob("*.tiff")] == ["he.tiff"]
    session.open(open_case(folder))
    slides.slide("he.tiff")
    qtbot.waitUntil(lambda: not list(private.iterdir()))
    slides.close()


def test_the_worker_hands_over_a_slide_or_why_there_is_none(session: Session) -> None:
    """As it does it in its own thread."""
    assert session.opened is not None
    files = SlideFiles(session.opened.assets, PictureLimits())
    assert isinstance(_open(files, "he.tiff")[2], OpenedSlide)
    problem = _open(files, "text.svs")[2]
    assert isinstance(problem, Problem)
    assert problem.message == slide_texts.NOT_A_SLIDE
