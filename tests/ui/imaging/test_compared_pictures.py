"""Before and after: two studies side by side or under a divider, moved as one."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from tests.ui.imaging.pictured_case import (
    Desk,
    OpenDesk,
    a_study,
    noise,
    open_desk,
    write_case,
    write_ct,
)
from viewer.geometry.planes import patient_point
from viewer.model.view_state import select
from viewer.ui.imaging.compared import ComparedPages
from viewer.ui.imaging.view import ImageView

__all__ = ["open_desk"]

BEFORE, AFTER, LATER = "before", "after", "later"


@pytest.fixture
def two(open_desk: OpenDesk, tmp_path: Path) -> Desk:
    """A panel that compares: slices 5 mm apart, and 2.5 mm apart beginning 10 mm lower."""
    studies = [
        a_study(BEFORE, 0, "one"),
        a_study(AFTER, 40, "two"),
        a_study(LATER, 90, "three"),
    ]
    case = write_case(tmp_path / "case", studies)
    write_ct(case / "one", 7)
    write_ct(case / "two", 18, positions=[-10 + 2.5 * at for at in range(18)], pixel=1.0)
    write_ct(case / "three", 3, pixel=2.0)
    desk = open_desk(case)
    desk.wait_loaded()
    desk.panel.compare(AFTER, BEFORE)
    wait_both(desk)
    return desk


def pages_of(desk: Desk) -> ComparedPages:
    assert desk.panel.pictured is not None
    return desk.panel.pictured.pages


def wait_both(desk: Desk) -> None:
    pages = pages_of(desk)
    desk.qtbot.waitUntil(lambda: all(is_loaded(p.view) for p in (pages.first, pages.second)))


def is_loaded(view: ImageView) -> bool:
    return view.pictures is not None and view.pictures.is_finished


def height_of(view: ImageView) -> float:
    """Where in the patient the slice lies that a view shows (mm)."""
    assert view.frame is not None
    assert view.frame.plane is not None
    return view.frame.plane.position[2]


def at_pointer(view: ImageView, place: QPoint) -> tuple[float, ...]:
    """Where in the patient the place of a view is."""
    frame, shown = view.frame, view.place
    assert frame is not None
    assert shown is not None
    assert frame.plane is not None
    assert frame.pixel_size is not None
    point = shown.on_picture((place.x(), place.y()))
    return patient_point(frame.plane, frame.pixel_size, point)


def test_the_earlier_study_stands_first_and_each_says_which_it_is(two: Desk) -> None:
    pages = pages_of(two)
    assert pages.first.view.words.title.startswith("BEFORE, day 0")
    assert pages.second.view.words.title.startswith("AFTER, day 40")
    assert pages.first.isVisible()
    assert pages.second.isVisible()
    assert not pages.first.geometry().intersects(pages.second.geometry())


def test_scrolling_either_shows_the_same_place_in_both(two: Desk) -> None:
    first, second = pages_of(two).first.view, pages_of(two).second.view
    QTest.keyClick(first, Qt.Key.Key_Home)
    assert (height_of(first), height_of(second)) == (30.0, 30.0)
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert (height_of(first), height_of(second)) == (25.0, 25.0)
    for _ in range(4):
        QTest.keyClick(second, Qt.Key.Key_Down)
    assert (height_of(first), height_of(second)) == (15.0, 15.0)


def test_between_two_slices_it_says_how_far_off_the_nearest_is(two: Desk) -> None:
    pages = pages_of(two)
    QTest.keyClick(pages.first.view, Qt.Key.Key_Home)
    QTest.keyClick(pages.second.view, Qt.Key.Key_Down)
    assert height_of(pages.second.view) == 27.5
    assert height_of(pages.first.view) in (25.0, 30.0)
    assert "Nearest slice: 2.5 mm off." in pages.linked.words


def test_lengths_are_equal_on_the_screen_and_so_is_the_place(two: Desk) -> None:
    pages = pages_of(two)
    first, second = pages.first.view, pages.second.view
    QTest.keyClick(first, Qt.Key.Key_Plus)
    QTest.keyClick(first, Qt.Key.Key_Plus)
    middle = first.rect().center() + QPoint(20, -30)
    there = middle - first.rect().center() + second.rect().center()
    assert at_pointer(first, middle) == pytest.approx(at_pointer(second, there), abs=1.0)
    two.panel.resize(700, 500)
    QApplication.sendPostedEvents()
    middle, there = first.rect().bottomRight(), second.rect().bottomRight()
    assert at_pointer(first, middle) == pytest.approx(at_pointer(second, there), abs=1.0)


def test_both_have_the_same_greys(two: Desk) -> None:
    pages = pages_of(two)
    QTest.keyClick(pages.second.view, Qt.Key.Key_3)
    assert pages.first.view.window_shown == pages.second.view.window_shown
    shown = pages.first.view.window_shown
    assert shown is not None
    assert (shown.centre, shown.width) == (60, 160)
    QTest.keyClick(pages.first.view, Qt.Key.Key_I)
    assert pages.second.view.view.is_inverted


def test_unlinked_each_is_moved_by_itself_and_linked_again_the_distance_stays(two: Desk) -> None:
    pages = pages_of(two)
    first, second = pages.first.view, pages.second.view
    QTest.keyClick(first, Qt.Key.Key_Home)
    pages.link.click()
    assert pages.linked.words == "Each is scrolled by itself."
    QTest.keyClick(second, Qt.Key.Key_Down)
    QTest.keyClick(second, Qt.Key.Key_Down)
    assert (height_of(first), height_of(second)) == (30.0, 25.0)
    pages.link.click()
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert (height_of(first), height_of(second)) == (25.0, 20.0)
    assert "Shifted by −5 mm." in pages.linked.words
    QTest.keyClick(second, Qt.Key.Key_Up)
    assert (height_of(first), height_of(second)) == (30.0, 22.5)


def test_under_a_divider_each_part_is_its_own_picture(two: Desk) -> None:
    pages = pages_of(two)
    pages.swipe.click()
    first, second = pages.first.view, pages.second.view
    assert first.mapTo(pages, QPoint()) == second.mapTo(pages, QPoint())
    assert first.size() == second.size()
    middle = first.mapTo(pages, first.rect().center())
    left, right = middle - QPoint(80, 0), middle + QPoint(80, 0)
    assert pages.childAt(left) is first
    assert pages.childAt(right) is second
    assert at_pointer(first, QPoint(40, 60)) == pytest.approx(
        at_pointer(second, QPoint(40, 60)), abs=1.0
    )
    start = pages.divider.rect().center()
    QTest.mousePress(pages.divider, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(pages.divider, start + QPoint(120, 0))
    QTest.mouseRelease(pages.divider, Qt.MouseButton.LeftButton)
    assert pages.childAt(right) is first
    QTest.keyClick(pages.divider, Qt.Key.Key_Home)
    assert pages.childAt(right) is second
    assert pages.childAt(left) is second
    pages.beside.click()
    assert not pages.divider.isVisible()
    assert not pages.first.geometry().intersects(pages.second.geometry())


def test_a_divider_shows_the_same_place_even_where_they_were_not_linked(two: Desk) -> None:
    pages = pages_of(two)
    pages.link.click()
    QTest.keyClick(pages.first.view, Qt.Key.Key_Home)
    pages.swipe.click()
    assert pages.linked.is_linked
    assert not pages.link.isEnabled()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_menu_offers_the_other_studies(two: Desk) -> None:
    pages = pages_of(two)
    pages.close_button.click()
    assert not pages.second.isVisible()
    assert pages.first.view.words.title == "Portal phase"
    QTest.keyClick(pages.first.view, Qt.Key.Key_C)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    names = [action.text() for action in menu.actions()]
    assert names == ["AFTER, day 40", "LATER, day 90"]
    menu.actions()[1].trigger()
    menu.close()
    wait_both(two)
    assert pages.second.view.words.title.startswith("LATER, day 90")


def test_escape_ends_comparing(two: Desk) -> None:
    pages = pages_of(two)
    QTest.keyClick(pages.second.view, Qt.Key.Key_Escape)
    assert not pages.is_comparing


def test_two_that_are_compared_stay_while_the_cursor_moves(two: Desk) -> None:
    two.session.point_at(95.0)
    two.panel.show_state()
    assert pages_of(two).first.view.words.title.startswith("BEFORE")
    two.session.apply(lambda state: select(state, LATER))
    assert pages_of(two).second.view.words.title.startswith("AFTER")


def test_a_horizon_takes_both_away_with_the_one_that_is_not_told(two: Desk) -> None:
    two.session.hide_after(20)
    pages = pages_of(two)
    assert not pages.is_comparing
    assert not pages.second.isVisible()
    two.wait_loaded()
    assert pages.second.view.pictures is None


def test_of_different_kinds_the_greys_are_not_shared(open_desk: OpenDesk, tmp_path: Path) -> None:
    case = write_case(tmp_path / "case", [a_study(BEFORE, 0, "one"), a_study(AFTER, 40, "two")])
    write_ct(case / "one", 3)
    write_ct(case / "two", 3, change=lambda data, _at: setattr(data, "Modality", "MR"))
    desk = open_desk(case)
    desk.wait_loaded()
    desk.panel.compare(BEFORE, AFTER)
    wait_both(desk)
    pages = pages_of(desk)
    QTest.keyClick(pages.first.view, Qt.Key.Key_3)
    assert pages.first.view.view.window is not None
    assert pages.second.view.view.window is None


def test_greys_without_a_window_in_the_file_do_not_change_along_the_series(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    case = write_case(tmp_path / "case", [a_study(BEFORE, 0, "one")])
    write_ct(case / "one", 5, pixels=lambda at: noise(at) * (at + 1) // 5)
    desk = open_desk(case)
    desk.wait_loaded()
    windows = set()
    for at in range(5):
        desk.view.show_frame(at)
        windows.add(desk.view.window_shown)
    assert len(windows) == 1


@pytest.mark.parametrize("begun_in", [BEFORE, AFTER])
def test_what_was_looked_at_is_shown_in_both_from_the_beginning(
    open_desk: OpenDesk, tmp_path: Path, begun_in: str
) -> None:
    case = write_case(tmp_path / "case", [a_study(BEFORE, 0, "one"), a_study(AFTER, 40, "two")])
    write_ct(case / "one", 7)
    write_ct(case / "two", 7)
    desk = open_desk(case)
    desk.session.select(begun_in)
    desk.wait_loaded()
    desk.key(Qt.Key.Key_Home)
    desk.key(Qt.Key.Key_3)
    desk.panel.compare(BEFORE, AFTER)
    wait_both(desk)
    first, second = pages_of(desk).first.view, pages_of(desk).second.view
    assert (height_of(first), height_of(second)) == (30.0, 30.0)
    assert pages_of(desk).told.text().startswith("Same place of the ")
    assert first.window_shown == second.window_shown
    assert first.window_shown is not None
    assert first.window_shown.centre == 60


def test_in_a_narrow_panel_two_have_a_window_of_their_own(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    case = write_case(tmp_path / "case", [a_study(BEFORE, 0, "one"), a_study(AFTER, 40, "two")])
    write_ct(case / "one", 3)
    write_ct(case / "two", 3)
    desk = open_desk(case)
    desk.panel.resize(330, 700)
    desk.wait_loaded()
    desk.panel.compare(BEFORE, AFTER)
    wait_both(desk)
    pages = pages_of(desk)
    large = pages.window()
    assert large is not desk.panel.window()
    assert "BEFORE, day 0 · AFTER, day 40" in large.windowTitle()
    QTest.keyClick(pages.first.view, Qt.Key.Key_Escape)
    assert pages.window() is desk.panel.window()
    assert pages.is_comparing
    QTest.keyClick(pages.first.view, Qt.Key.Key_Escape)
    assert not pages.is_comparing
