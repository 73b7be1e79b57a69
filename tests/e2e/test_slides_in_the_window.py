"""Slides in the real window: keys stay with the slide, and whoever draws is asked for a name."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.e2e.screen import settle
from tests.e2e.small_cases import REPORTED, OpenCase
from tests.making_slides import png, tissue, write_slide
from tests.ui.slides.looking import drag, wait_shown
from viewer.model.annotation import OnSlide
from viewer.ui.dialogs.author import AuthorDialog
from viewer.ui.dialogs.keyboard import KeyboardDialog
from viewer.ui.slides.slide_view import SlideView
from viewer.ui.window import Window


@pytest.fixture
def window(qtbot: QtBot, open_case: OpenCase, tmp_path: Path) -> Window:
    """The window on a case with a slide and a photograph, the pathology panel in front."""
    slide = write_slide(tmp_path / "he.svs", tissue(1200, 900), 0.25, power=40).read_bytes()
    files = {"he.svs": slide, "photo.png": png(tissue(400, 300))}
    report = {
        "id": "r",
        "title": "Biopsy",
        "when": {"day": 3},
        "evidence": REPORTED,
        "slides": [{"path": "he.svs", "stain": "H&E"}, {"path": "photo.png"}],
    }
    window = open_case(files, reports=[report])
    window.session.select("r")
    window.docks["pathology"].show()
    window.docks["pathology"].raise_()
    settle()
    shelf = window.panels.pathology.shelf
    assert shelf is not None
    wait_shown(qtbot, shelf)
    return window


def view_of(window: Window) -> SlideView:
    shelf = window.panels.pathology.shelf
    assert shelf is not None
    return shelf.views[0]


def test_keys_of_a_slide_do_not_reach_the_chart(window: Window) -> None:
    view, before = view_of(window), window.session.state
    view.setFocus()
    zoom = view.stand.zoom
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_N, Qt.Key.Key_1):
        QTest.keyClick(view, key)
    settle()
    assert view.stand.zoom > zoom
    assert window.session.state == before
    assert window.session.annotating.all.shown == ()


def test_whoever_measures_first_is_asked_for_a_name(window: Window) -> None:
    view = view_of(window)
    QTest.keyClick(view, Qt.Key.Key_L)
    drag(view, (0.3, 0.3), (0.6, 0.6))
    settle()
    dialog = window.findChild(AuthorDialog)
    assert dialog is not None
    dialog.name.setText("Ann")
    dialog.accept()
    settle()
    (one,) = window.session.annotating.all.shown
    assert one.content is not None
    assert isinstance(one.content.target, OnSlide)
    assert [shape.id for shape in view.shapes] == [one.id]


def test_a_note_on_a_region_is_typed_and_stands_on_the_slide(window: Window) -> None:
    window.session.annotating.sign("Ann")
    view = view_of(window)
    QTest.keyClick(view, Qt.Key.Key_B)
    drag(view, (0.3, 0.3), (0.6, 0.6))
    settle()
    editor = window.panels.annotations.editor
    assert "Biopsy" in editor.heading.text()
    QTest.keyClicks(editor.fields.text, "Hot spot")
    QTest.keyClick(editor.fields.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    (one,) = view.shapes
    assert (one.content.kind, one.content.text, one.shape.kind) == ("note", "Hot spot", "box")
    assert window.session.state.selection == one.id
    assert window.panels.pathology.shelf is not None
    assert window.panels.pathology.shelf.shown == ("he.svs",)


def test_the_keyboard_help_tells_the_keys_of_a_slide(window: Window) -> None:
    window.actions_by_name["keyboard"].trigger()
    settle()
    dialog = window.findChild(KeyboardDialog)
    assert dialog is not None
    words = [label.text() for label in dialog.findChildren(QLabel)]
    assert "On a slide" in words
    assert "Measure a length" in words
    assert "Move it alone of those side by side" in words
    dialog.reject()
    settle()


def test_a_slide_is_enlarged_over_the_window_and_comes_back(window: Window) -> None:
    shelf = window.panels.pathology.shelf
    assert shelf is not None
    shelf.enlarge_wanted.emit()
    settle()
    assert shelf.window() is not window
    shown = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    assert shelf.window() in shown
    QTest.keyClick(view_of(window), Qt.Key.Key_Escape)
    settle()
    assert shelf.window() is window
