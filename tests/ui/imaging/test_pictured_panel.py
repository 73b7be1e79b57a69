"""The imaging panel with pictures: it follows the course, and says what cannot be shown."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton

from tests.settling import catch_up
from tests.ui.imaging.pictured_case import (
    Desk,
    OpenDesk,
    a_study,
    desk,
    noise,
    open_desk,
    write_case,
    write_ct,
)
from viewer.io.case_store import open_case
from viewer.ui.imaging.about_dialog import AboutPictureDialog
from viewer.ui.imaging.limits_dialog import LimitsDialog
from viewer.ui.imaging.view import ImageView
from viewer.ui.panels.imaging import ImagingPanel
from viewer.ui.present.stage_look import StageLook

__all__ = ["desk", "open_desk"]


def texts(widget: object) -> str:
    assert hasattr(widget, "findChildren")
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def follow() -> None:
    QApplication.processEvents()
    catch_up()


@pytest.fixture
def two(open_desk: OpenDesk, tmp_path: Path) -> Desk:
    """A study of day 0, and one of day 40 with two series; the cursor is after both."""
    later = [{"path": "late/a", "title": "Arterial"}, {"path": "late/b", "title": "Portal"}]
    studies = [a_study("first", 0, "early"), a_study("second", 40, images=later)]
    case = write_case(tmp_path / "case", studies)
    write_ct(case / "early", 5)
    write_ct(case / "late" / "a", 3)
    write_ct(case / "late" / "b", 4)
    desk = open_desk(case)
    desk.wait_loaded()
    return desk


def test_the_cursor_brings_the_study_that_was_current(two: Desk) -> None:
    assert two.view.count == 3
    two.session.point_at(10.0)
    follow()
    two.wait_loaded()
    assert two.view.count == 5
    two.session.point_at(60.0)
    follow()
    assert two.view.count == 3


def test_slice_and_window_stay_while_one_goes_to_and_fro(two: Desk) -> None:
    two.key(Qt.Key.Key_End)
    two.key(Qt.Key.Key_4)
    two.session.select("first")
    two.wait_loaded()
    assert two.view.view.window is None
    two.session.select("second")
    assert two.view.view.frame == 2
    assert two.view.window_shown is not None
    assert two.view.window_shown.width == 1500


def test_one_of_several_series_is_chosen_by_its_name(two: Desk) -> None:
    chooser = two.page.chooser
    assert [chooser.itemText(row) for row in range(chooser.count())] == ["Arterial", "Portal"]
    assert chooser.isVisible()
    chooser.setFocus()
    QTest.keyClick(chooser, Qt.Key.Key_Down)
    two.wait_loaded()
    assert two.view.count == 4
    assert two.words[0] == "Portal"
    two.session.select("first")
    two.wait_loaded()
    assert not chooser.isVisible()
    two.session.select("second")
    assert two.view.count == 4


def test_a_study_without_pictures_has_no_place_for_them(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    studies = [a_study("ct", 0), a_study("other", 10, images=[])]
    case = write_case(tmp_path / "case", studies)
    write_ct(case / "ct", 3)
    desk = open_desk(case)
    assert not desk.page.isVisible()
    desk.session.select("ct")
    desk.wait_loaded()
    assert desk.page.isVisible()
    desk.session.select("other")
    assert not desk.page.isVisible()
    assert desk.view.count == 0


def test_before_pictures_are_known_they_are_hidden(open_desk: OpenDesk, tmp_path: Path) -> None:
    study = a_study("ct", 0, images=[{"path": "ct", "known_from": 20}])
    case = write_case(tmp_path / "case", [study])
    write_ct(case / "ct", 3)
    desk = open_desk(case)
    desk.wait_loaded()
    desk.session.hide_after(10)
    assert desk.panel.findChild(ImageView) is None  # nothing tells that there will be any
    desk.session.hide_after(None)
    desk.wait_loaded()
    assert desk.page.isVisible()


def test_a_broken_slice_stands_in_its_place(open_desk: OpenDesk, tmp_path: Path) -> None:
    case = write_case(tmp_path / "case", [a_study()])
    paths = write_ct(case / "ct", 5)
    paths[2].write_bytes(paths[2].read_bytes()[:-400])
    desk = open_desk(case)
    desk.wait_loaded()
    assert desk.view.view.frame == 2
    assert paths[2].name in desk.overlay.message
    assert desk.view.pixels is None
    desk.key(Qt.Key.Key_Up)
    assert desk.overlay.message == ""
    assert desk.view.pixels is not None
    assert np.array_equal(desk.view.pixels.values, noise(3) - 1024)


def test_a_file_that_is_no_picture_is_named_with_the_findings(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    case = write_case(tmp_path / "case", [a_study()])
    write_ct(case / "ct", 3)
    (case / "ct" / "broken.dcm").write_text("not a picture")
    desk = open_desk(case)
    desk.wait_loaded()
    desk.panel.page.finish()
    assert "broken.dcm" in texts(desk.panel.page)
    assert desk.view.count == 3


def test_a_folder_that_is_gone_is_said_in_its_place(open_desk: OpenDesk, tmp_path: Path) -> None:
    case = write_case(tmp_path / "case", [a_study(path="gone")])
    desk = open_desk(case)
    desk.qtbot.waitUntil(lambda: "gone" in desk.view.words.instead)
    assert desk.view.grab().toImage() != QImage()
    assert "gone" in desk.view.accessibleDescription()


def test_a_folder_that_vanishes_leaves_what_was_seen(open_desk: OpenDesk, tmp_path: Path) -> None:
    case = write_case(tmp_path / "case", [a_study()])
    write_ct(case / "ct", 40, rows=64)
    desk = open_desk(case)
    desk.wait_scanned()
    desk.qtbot.waitUntil(lambda: desk.view.pixels is not None)
    shutil.rmtree(case / "ct")
    desk.wait_loaded()
    assert desk.view.pixels is not None
    desk.key(Qt.Key.Key_End)
    assert desk.view.pixels is not None or desk.overlay.message not in ("", "Loading…")


def test_another_case_ends_what_was_loading(open_desk: OpenDesk, tmp_path: Path) -> None:
    case = write_case(tmp_path / "case", [a_study()])
    write_ct(case / "ct", 60)
    other = write_case(tmp_path / "other", [])
    desk = open_desk(case)
    desk.wait_scanned()
    pictures = desk.view.pictures
    assert pictures is not None
    desk.session.open(open_case(other))
    assert desk.panel.findChild(ImageView) is None
    assert (pictures.is_wanted, pictures.held_bytes) == (False, 0)


def test_it_is_seen_large_and_escape_brings_it_back(desk: Desk) -> None:
    assert desk.panel.pictured is not None
    small = desk.view.size()
    desk.key(Qt.Key.Key_Return)
    large = desk.page.window()
    assert large is not desk.panel.window()
    assert large.isVisible()
    assert "CT" in large.windowTitle()
    desk.qtbot.waitUntil(lambda: desk.view.width() > small.width())
    desk.key(Qt.Key.Key_L)
    desk.drag(desk.spot(10, 20), desk.spot(40, 60))
    assert len(desk.session.annotations.shown) == 1
    QTest.keySequence(large, "Ctrl+Z")
    assert desk.session.annotations.shown == ()
    desk.key(Qt.Key.Key_Escape)  # lets go of the tool
    desk.key(Qt.Key.Key_Escape)
    assert desk.page.window() is desk.panel.window()
    assert not large.isVisible()
    assert desk.view.isVisible()


def test_closing_the_large_window_brings_the_picture_back(desk: Desk) -> None:
    desk.key(Qt.Key.Key_Return)
    desk.page.window().close()
    assert desk.page.window() is desk.panel.window()
    assert desk.view.isVisible()


def test_whose_picture_it_is_is_told_on_demand_alone(desk: Desk) -> None:
    desk.key(Qt.Key.Key_F8)
    dialog = next(d for d in desk.page.findChildren(AboutPictureDialog) if d.isVisible())
    desk.qtbot.waitUntil(lambda: "Portal phase" in texts(dialog))
    assert "0.5 × 0.5 mm" in texts(dialog)
    everything = texts(desk.panel) + texts(dialog) + "\n".join(desk.words)
    for secret in ("Doe", "Jane", "12345", "1970"):
        assert secret not in everything
    QTest.mouseClick(dialog.identity_button, Qt.MouseButton.LeftButton)
    desk.qtbot.waitUntil(lambda: "12345" in texts(dialog))
    assert "Doe Jane" in texts(dialog)
    assert "1970-01-02" in texts(dialog)
    dialog.close()
    desk.key(Qt.Key.Key_F8)
    again = next(d for d in desk.page.findChildren(AboutPictureDialog) if d.isVisible())
    assert "12345" not in texts(again)
    again.close()


def test_lower_limits_are_said_in_the_place_of_the_pictures(desk: Desk) -> None:
    desk.key(Qt.Key.Key_F9)
    dialog = next(d for d in desk.page.findChildren(LimitsDialog) if d.isVisible())
    assert (dialog.picture.value(), dialog.series.value()) == (256, 2048)
    dialog.picture.setValue(1)
    dialog.accept()
    desk.wait_loaded()  # a slice takes less than 1 MiB
    assert desk.session.pictures.limits.picture_bytes == 1024 * 1024


def test_in_a_narrow_panel_menus_stand_for_the_buttons(desk: Desk) -> None:
    def seen() -> set[str]:
        buttons = desk.page.bar.findChildren(QToolButton)
        return {button.objectName() for button in buttons if button.isVisible()}

    desk.panel.resize(desk.panel.minimumWidth(), 700)
    QApplication.processEvents()
    assert {"picture.menu.tools", "picture.menu.window", "picture.menu.size"} <= seen()
    assert "picture.tool_line" not in seen()
    desk.panel.resize(1400, 800)
    QApplication.processEvents()
    assert {"picture.tool_line", "picture.fit", "picture.enlarge"} <= seen()
    assert "picture.menu.tools" not in seen()
    button = desk.page.bar.findChild(QToolButton, "picture.tool_line")
    assert isinstance(button, QToolButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert desk.page.shaping.drawing.tool == "line"
    assert button.isChecked()
    assert all(b.accessibleName() for b in desk.page.bar.findChildren(QToolButton))


def test_a_stage_is_not_ready_before_its_picture_is_there(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    case = write_case(tmp_path / "case", [a_study(), a_study("none", 9, images=[])])
    paths = write_ct(case / "ct", 30)
    paths[15].write_bytes(paths[15].read_bytes()[:-40])  # the one that is shown, of 30
    desk = open_desk(case)
    assert desk.panel.is_ready
    desk.session.select("ct")
    assert not desk.panel.is_ready
    desk.qtbot.waitUntil(lambda: desk.panel.is_ready, timeout=10_000)
    assert desk.page.shown is not None
    assert paths[15].name in desk.overlay.message
    desk.key(Qt.Key.Key_Up)
    desk.qtbot.waitUntil(lambda: desk.panel.is_ready, timeout=10_000)
    assert desk.view.pixels is not None


def test_a_study_whose_pictures_are_gone_is_ready_all_the_same(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    desk = open_desk(write_case(tmp_path / "case", [a_study(path="gone")]))
    desk.qtbot.waitUntil(lambda: desk.panel.is_ready, timeout=10_000)
    assert "gone" in desk.view.words.instead


def test_on_a_stage_the_slice_that_was_looked_at_is_shown_without_tools(
    desk: Desk, qapp: QApplication
) -> None:
    desk.key(Qt.Key.Key_Home)
    from viewer.session.session import Session

    before = desk.session
    lent = {"annotating": before.annotating, "pictures": before.pictures}
    session = Session(before.opened, "en", **lent)  # type: ignore[arg-type]
    look = StageLook("en", 720)
    panel = ImagingPanel(session, look)
    panel.resize(500, 700)
    session.point_at(500.0)
    panel.show_state()
    panel.show()
    assert panel.pictured is not None
    page = panel.pictured.page
    assert page.view.view.frame == 0
    assert page.view.pixels is not None
    assert not page.bar.isVisible()
    QTest.keyClick(page.view, Qt.Key.Key_Down)
    assert page.view.view.frame == 0
    panel.close()
    panel.deleteLater()


def test_the_picture_has_most_of_the_room_until_a_hand_parts_it_otherwise(desk: Desk) -> None:
    splitter = desk.panel.splitter
    for height in (700, 1100):
        desk.panel.resize(500, height)
        QApplication.processEvents()
        picture, told = splitter.sizes()
        assert picture > 1.5 * told
    handle = splitter.handle(1)
    middle = handle.rect().center()
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(handle, middle - QPoint(0, 300))
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=middle - QPoint(0, 300))
    parted = splitter.sizes()
    assert parted[0] == pytest.approx(picture - 300, abs=3)
    desk.panel.show_state()
    QApplication.processEvents()
    assert splitter.sizes() == parted


def test_a_plain_picture_has_no_values_window_or_letters(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    case = write_case(tmp_path / "case", [a_study(path="x.png")])
    image = QImage(40, 20, QImage.Format.Format_RGB32)
    image.fill(QColor(200, 30, 40))
    assert image.save(str(case / "x.png"))
    desk = open_desk(case)
    desk.wait_loaded()
    desk.hover(desk.spot(10.5, 5.5))
    assert "10, 5" in desk.words
    assert not any("C " in text or "HU" in text for text in desk.words)
    assert desk.overlay.letters == ("", "", "", "")
    drawn = desk.view.grab().toImage().pixelColor(desk.spot(10.5, 5.5))
    assert drawn == QColor(200, 30, 40)
    middle = desk.view.rect().center()
    desk.drag(middle, middle + QPoint(50, 50), Qt.MouseButton.RightButton)
    assert desk.view.view.window is None


def test_the_keys_go_on_where_the_picture_goes(desk: Desk) -> None:
    desk.view.setFocus()
    desk.key(Qt.Key.Key_Return)
    large = desk.page.window()
    desk.qtbot.waitUntil(lambda: large.focusWidget() is desk.view)
    desk.key(Qt.Key.Key_Escape)
    assert desk.panel.window().focusWidget() is desk.view


def test_a_panel_that_is_not_seen_reads_no_pictures(open_desk: OpenDesk, tmp_path: Path) -> None:
    case = write_case(tmp_path / "case", [a_study("first", 0, "a"), a_study("second", 9, "b")])
    write_ct(case / "a", 3)
    write_ct(case / "b", 4)
    desk = open_desk(case)
    desk.wait_loaded()
    assert desk.view.count == 4
    desk.panel.hide()
    desk.session.select("first")
    assert desk.view.pictures is None
    desk.panel.show()
    desk.wait_loaded()
    assert desk.view.count == 3
