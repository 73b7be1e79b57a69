"""Pictures in the program's own window: keys reach them, and what is measured is kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from pytestqt.qtbot import QtBot

from tests.dicom_files import make_ct_series
from tests.e2e.annotating_hand import saved
from tests.e2e.programs import Opened
from tests.e2e.screen import settle
from viewer.ui.dialogs.author import AuthorDialog
from viewer.ui.imaging.acts import ACTS
from viewer.ui.imaging.view import ImageView
from viewer.ui.window import Window


@pytest.fixture
def pictured(tmp_path: Path) -> Path:
    """A case with a CT of seven slices."""
    folder = tmp_path / "pictured"
    folder.mkdir()
    study = {"id": "ct", "title": "CT", "modality": "CT", "when": {"day": 2}}
    study |= {"evidence": {"kind": "reported"}, "images": [{"path": "ct"}]}
    events = [
        {"id": f"e{day}", "lane": "drugs", "title": f"Event {day}", "when": {"day": day}}
        | {"evidence": {"kind": "reported"}}
        for day in (1, 3, 5)
    ]
    case = {
        "format": "dayline-case/1",
        "id": "pictured",
        "title": "Pictured",
        "subject": {},
        "day_zero": {"text": "Admission"},
        "lanes": [{"id": "drugs", "title": "Drugs", "kind": "drug"}],
        "events": events,
        "studies": [study],
    }
    (folder / "case.json").write_text(json.dumps(case), "utf-8")
    make_ct_series(folder / "ct", 7, 64)
    return folder


def view_of(qtbot: QtBot, window: Window) -> ImageView:
    """Bring the pictures to the front, and wait for them."""
    dock = window.docks["imaging"]
    dock.show()
    dock.raise_()
    window.session.select("ct")
    pictured = window.panels.imaging.pictured
    assert pictured is not None
    view = pictured.page.view
    qtbot.waitUntil(lambda: view.pixels is not None and view.isVisible(), timeout=20_000)
    view.setFocus()
    settle()  # the panel has its last size then, and a place on it stays where it is
    return view


def drag(view: ImageView, start: tuple[float, float], end: tuple[float, float]) -> None:
    place = view.place
    assert place is not None
    at, to = (QPointF(*place.on_screen(spot)).toPoint() for spot in (start, end))
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseMove(view, to)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=to)


def test_keys_mean_the_picture_while_it_has_the_focus(
    qtbot: QtBot, open_on: Opened, pictured: Path
) -> None:
    window = open_on(pictured).window
    view, state = view_of(qtbot, window), window.session.state
    for key in ("Down", "F", "I", "0", "+", "3"):
        QTest.keySequence(view, key)
    assert view.view.frame == 4
    assert (view.view.is_flipped, view.view.is_inverted) == (True, True)
    assert view.view.window is not None
    assert window.session.state == state  # nothing happened to the course
    window.chart.timeline.setFocus()
    QTest.keySequence(window.chart.timeline, "Right")
    assert view.view.frame == 4


def test_who_measures_first_is_asked_for_a_name_and_it_is_kept(
    qtbot: QtBot, open_on: Opened, pictured: Path
) -> None:
    window = open_on(pictured).window
    view = view_of(qtbot, window)
    QTest.keySequence(view, "L")
    drag(view, (10, 20), (40, 60))
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), AuthorDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, AuthorDialog)
    assert window.session.annotations.shown == ()
    dialog.name.setText("Ann")
    dialog.accept()
    (one,) = window.session.annotations.shown
    assert one.content is not None
    assert one.content.measured is not None
    assert one.content.measured.length_mm == pytest.approx(25, abs=0.6)
    saved(qtbot, window)

    again = open_on(pictured).window
    view = view_of(qtbot, again)
    pictured_again = again.panels.imaging.pictured
    assert pictured_again is not None
    (drawn,) = pictured_again.page.shaping.layer.shapes
    assert drawn.measured == one.content.measured
    QTest.keySequence(view, "Ctrl+Z")  # nothing was done in this window yet
    assert len(again.session.annotations.shown) == 1


def test_the_help_tells_what_keys_do_on_a_picture(
    qtbot: QtBot, open_on: Opened, pictured: Path
) -> None:
    window = open_on(pictured).window
    window.verbs.show_keyboard()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    told = [label.text() for label in dialog.findChildren(QLabel)]
    for act in ACTS:
        assert act.key_names in told
        assert act.words.removesuffix("…") in told
    dialog.close()


def test_limits_are_remembered_by_the_program(
    qtbot: QtBot, open_on: Opened, pictured: Path
) -> None:
    from viewer.model.pictures import MIB, PictureLimits
    from viewer.session.pictures.kept_limits import limits_in

    window = open_on(pictured).window
    limits = PictureLimits(picture_bytes=5 * MIB)
    window.session.pictures.set_limits(limits)
    assert limits_in(window.settings) == limits


def test_pictures_let_go_when_the_window_closes(
    qtbot: QtBot, open_on: Opened, pictured: Path
) -> None:
    window = open_on(pictured).window
    view = view_of(qtbot, window)
    QTest.keySequence(view, "Return")
    large = view.window()
    assert large is not window
    window.close()
    assert not large.isVisible()
    assert not view.isVisible()
