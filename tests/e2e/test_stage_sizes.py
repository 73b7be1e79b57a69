"""On a stage of any shape titles of lanes keep their letters, and no page is cut at its foot."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.e2e.screen import settle
from viewer.io.case_store import open_case
from viewer.model.deck import Deck
from viewer.paths import first_case
from viewer.session.presenting.talk import Talk
from viewer.session.session import Session
from viewer.ui.present.stage import Stage
from viewer.ui.widgets.page import Page
from viewer.ui.widgets.plain_text import PlainText

SHAPES = [(1024, 768), (1280, 1024), (1280, 720), (1920, 1080)]


@pytest.fixture
def stage(qtbot: QtBot) -> Stage:
    session = Session(open_case(first_case()))
    deck = session.case.deck
    stage = Stage(Talk(session, Deck("", deck, (0,) * len(deck))))
    qtbot.addWidget(stage)
    session.setParent(stage)
    return stage


def page_of(stage: Stage) -> Page | None:
    return next((page for page in stage.findChildren(Page) if page.isVisibleTo(stage)), None)


def shown(page: Page) -> list[PlainText]:
    return [one for one in page.findChildren(PlainText) if one.isVisibleTo(page) and one.text()]


def foot_px(page: Page, widget: QWidget) -> int:
    return widget.mapTo(page.viewport(), widget.rect().bottomLeft()).y()


@pytest.mark.parametrize("shape", SHAPES)
def test_in_every_scene_titles_and_pages_are_whole(stage: Stage, shape: tuple[int, int]) -> None:
    stage.resize(*shape)
    stage.show()
    pages = 0
    for scene in stage.talk.scenes:
        stage.talk.show_one(scene)
        settle()
        stage.settle()
        frame = stage.chart.frame()
        assert frame.gutter_px >= stage.chart.timeline.gutter_hint_px(), scene.id
        page = page_of(stage)
        if page is not None:
            pages += 1
            feet = [foot_px(page, one) for one in shown(page)]
            assert max(feet) < page.viewport().height(), scene.id
    assert pages >= 4


def test_a_page_that_is_too_long_ends_with_a_sign_that_there_is_more(stage: Stage) -> None:
    """The discussion of all that the sources disagree about is longer than any stage."""
    stage.resize(1280, 720)
    stage.show()
    scene = next(one for one in stage.talk.scenes if one.panel == "notes")
    stage.talk.show_one(scene)
    settle()
    page = page_of(stage)
    assert page is not None
    last = max(shown(page), key=lambda one: foot_px(page, one))
    assert last.text() == "…"
    before = len(shown(page))

    stage.resize(1280, 5000)  # where there is room for all, all are shown again
    settle()

    assert len(shown(page)) > before
    assert "…" not in {one.text() for one in shown(page)}
