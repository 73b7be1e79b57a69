"""A series on the screen: slices in order, greys, zoom and words, by mouse and keys."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor

from tests.ui.imaging.pictured_case import (
    CTRL,
    KEYPAD,
    MIDDLE,
    RIGHT,
    SHIFT,
    Desk,
    OpenDesk,
    a_study,
    desk,
    noise,
    open_desk,
    write_case,
    write_ct,
)
from viewer.model.pictures import GreyWindow

__all__ = ["desk", "open_desk"]


def shown_slice(desk: Desk) -> int:
    """Tell which of the slices that were written is on the screen, by its pixels."""
    pixels = desk.view.pixels
    assert pixels is not None
    same = [at for at in range(7) if np.array_equal(pixels.values, noise(at) - 1024)]
    assert len(same) == 1
    return same[0]


def test_it_opens_in_the_middle_of_the_series(desk: Desk) -> None:
    assert shown_slice(desk) == 3
    assert "15 mm · 4 / 7" in desk.words


def test_wheel_and_keys_go_through_the_slices_in_the_order_of_their_places(desk: Desk) -> None:
    desk.key(Qt.Key.Key_Home)
    seen = [shown_slice(desk)]
    for _ in range(3):
        desk.turn(-1)
        seen.append(shown_slice(desk))
    for _ in range(4):
        desk.key(Qt.Key.Key_Down)
        seen.append(shown_slice(desk))
    assert seen == [6, 5, 4, 3, 2, 1, 0, 0]  # from the head to the feet
    desk.turn(2)
    assert shown_slice(desk) == 2
    desk.key(Qt.Key.Key_Up)
    assert shown_slice(desk) == 3
    desk.key(Qt.Key.Key_PageDown)
    assert shown_slice(desk) == 0
    desk.key(Qt.Key.Key_PageUp)
    assert shown_slice(desk) == 6
    assert "30 mm · 1 / 7" in desk.words


def test_a_trackpad_scrolls_a_slice_once_its_steps_are_a_notch(desk: Desk) -> None:
    for _ in range(3):
        desk.turn(-0.25)
    assert shown_slice(desk) == 3
    desk.turn(-0.25)
    assert shown_slice(desk) == 2


def test_the_value_under_the_pointer_is_the_files(desk: Desk) -> None:
    for x, y in ((0, 0), (63, 63), (10, 40)):
        desk.hover(desk.spot(x + 0.5, y + 0.5))
        value = int(noise(3)[y, x]) - 1024
        assert f"{x}, {y} · {value} HU".replace("-", "\N{MINUS SIGN}") in desk.words
    desk.hover(QPoint(2, desk.view.height() // 2))
    assert not any("HU" in text for text in desk.words)


def test_a_drag_with_the_right_button_sets_the_window(desk: Desk) -> None:
    before = desk.view.window_shown
    assert before is not None
    middle = desk.view.rect().center()
    desk.drag(middle, middle + QPoint(64, 0), RIGHT)
    wider = desk.view.window_shown
    assert wider is not None
    assert wider.width == pytest.approx(before.width * 1.25)
    assert wider.centre == before.centre
    desk.drag(middle, middle + QPoint(0, 64), RIGHT)
    raised = desk.view.window_shown
    assert raised is not None
    assert raised.centre == pytest.approx(wider.centre + wider.width / 4)
    assert raised.width == wider.width
    desk.key(Qt.Key.Key_Home)
    assert desk.view.window_shown == raised  # it stays for the series


@pytest.mark.parametrize(
    ("key", "window", "words"),
    [
        (Qt.Key.Key_2, GreyWindow(40, 400), "C 40 · W 400 · Abdomen"),
        (Qt.Key.Key_3, GreyWindow(60, 160), "C 60 · W 160 · Liver"),
        (Qt.Key.Key_4, GreyWindow(-600, 1500), "C −600 · W 1500 · Lung"),
        (Qt.Key.Key_5, GreyWindow(400, 1800), "C 400 · W 1800 · Bone"),
        (Qt.Key.Key_6, GreyWindow(40, 80), "C 40 · W 80 · Brain"),
    ],
)
def test_a_key_chooses_a_window_and_another_the_files_own(
    desk: Desk, key: Qt.Key, window: GreyWindow, words: str
) -> None:
    own = desk.view.window_shown
    desk.key(key)
    assert desk.view.window_shown == window
    assert words in desk.words
    desk.key(Qt.Key.Key_1)
    assert desk.view.window_shown == own


def test_ctrl_and_wheel_zoom_about_the_pointer(desk: Desk) -> None:
    place = desk.view.place
    assert place is not None
    at = desk.spot(20, 30)
    exact = place.on_picture((at.x(), at.y()))
    desk.turn(3, at, CTRL)
    zoomed = desk.view.place
    assert zoomed is not None
    assert zoomed.zoom == pytest.approx(place.zoom * 1.25**3)
    assert zoomed.on_picture((at.x(), at.y())) == pytest.approx(exact)
    desk.key(Qt.Key.Key_0)
    assert desk.view.place == place


@pytest.mark.parametrize(("button", "keys"), [(MIDDLE, None), (None, SHIFT)])
def test_a_drag_moves_the_picture(desk: Desk, button: object, keys: object) -> None:
    desk.turn(4, keys=CTRL)
    before = desk.view.place
    assert before is not None
    middle = desk.view.rect().center()
    given = {"button": button} if button is not None else {"keys": keys}
    desk.drag(middle, middle + QPoint(30, -20), **given)  # type: ignore[arg-type]
    after = desk.view.place
    assert after is not None
    assert (after.left, after.top) == pytest.approx((before.left + 30, before.top - 20))


def test_the_space_bar_lets_the_left_button_move_it(desk: Desk) -> None:
    from PySide6.QtTest import QTest

    desk.turn(4, keys=CTRL)
    before = desk.view.place
    assert before is not None
    middle = desk.view.rect().center()
    QTest.keyPress(desk.view, Qt.Key.Key_Space)
    desk.drag(middle, middle + QPoint(-25, 10))
    QTest.keyRelease(desk.view, Qt.Key.Key_Space)
    after = desk.view.place
    assert after is not None
    assert (after.left, after.top) == pytest.approx((before.left - 25, before.top + 10))


def test_one_to_one_draws_a_pixel_on_a_pixel(desk: Desk) -> None:
    desk.key(Qt.Key.Key_Z)
    place = desk.view.place
    assert place is not None
    assert (place.width, place.height) == (64, 64)


def test_all_of_the_picture_fits_and_is_drawn_as_it_is_stored(desk: Desk) -> None:
    place = desk.view.place
    assert place is not None
    assert place.width == place.height == min(desk.view.width(), desk.view.height())
    desk.key(Qt.Key.Key_5)
    image = desk.view.grab().toImage()
    stored = noise(3).astype(np.float64) - 1024
    at = np.unravel_index(np.argsort(stored, axis=None)[[5, 2000, 4090]], stored.shape)
    greys = [image.pixelColor(desk.spot(x + 0.5, y + 0.5)).red() for y, x in zip(*at, strict=True)]
    assert greys == sorted(greys)
    for y, x, grey in zip(*at, greys, strict=True):
        share = np.clip((stored[y, x] - 399.5) / 1799 + 0.5, 0, 1)
        assert grey == pytest.approx(255 * share, abs=1)


def test_inverting_exchanges_black_and_white_and_says_so(desk: Desk) -> None:
    at = desk.spot(32.5, 32.5)
    before = desk.view.grab().toImage().pixelColor(at).red()
    desk.key(Qt.Key.Key_I)
    assert desk.view.grab().toImage().pixelColor(at).red() == 255 - before
    assert "Inverted" in desk.words


def test_letters_stand_where_the_directions_say_and_follow_a_flip(desk: Desk) -> None:
    assert desk.overlay.letters == ("R", "L", "A", "P")
    place = desk.spot(2.5, 32.5)
    before = desk.view.grab().toImage().pixelColor(place)
    desk.key(Qt.Key.Key_F)
    assert desk.overlay.letters == ("L", "R", "A", "P")
    assert "Left and right exchanged" in desk.words
    mirrored = QPoint(desk.view.width() - 1 - place.x(), place.y())
    assert desk.view.grab().toImage().pixelColor(mirrored) == before
    desk.hover(desk.spot(2.5, 32.5))
    assert any(text.startswith("2, 32 ·") for text in desk.words)


def test_pixels_that_are_not_square_are_drawn_in_their_proportions(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    case = write_case(tmp_path / "case", [a_study()])
    write_ct(case / "ct", 3, PixelSpacing=[2.0, 0.5])
    desk = open_desk(case)
    desk.wait_loaded()
    place = desk.view.place
    assert place is not None
    assert place.height == pytest.approx(4 * place.width)
    assert place.height == pytest.approx(desk.view.height())


def test_beside_the_picture_it_is_black_in_every_theme(desk: Desk) -> None:
    desk.key(Qt.Key.Key_Z)
    image = desk.view.grab().toImage()
    assert image.pixelColor(desk.view.width() // 4, desk.view.height() // 3) == QColor(0, 0, 0)


def test_a_remark_about_the_series_stands_on_the_picture(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    study = a_study(evidence={"kind": "synthetic"})
    case = write_case(tmp_path / "case", [study])
    write_ct(case / "ct", 4, positions=[0.0, 5.0, 10.0, 40.0])
    desk = open_desk(case)
    desk.wait_loaded()
    assert any("unevenly spaced" in text for text in desk.words)
    assert any("Synthetic" in text for text in desk.words)


@pytest.mark.parametrize("keys", [SHIFT, KEYPAD, SHIFT | KEYPAD])
def test_signs_mean_the_same_wherever_a_keyboard_has_them(desk: Desk, keys: object) -> None:
    before = desk.view.place
    desk.key(Qt.Key.Key_Plus, keys)
    larger = desk.view.place
    assert before is not None
    assert larger is not None
    assert larger.zoom == pytest.approx(before.zoom * 1.25)
    desk.key(Qt.Key.Key_3, keys)
    assert desk.view.window_shown == GreyWindow(60, 160)


def test_letters_with_other_keys_are_left_to_the_window(desk: Desk) -> None:
    for keys in (CTRL, SHIFT):
        desk.key(Qt.Key.Key_I, keys)
        desk.key(Qt.Key.Key_L, keys)
    assert not desk.view.view.is_inverted
    assert desk.page.shaping.drawing.tool == "pointer"


def test_outside_the_reconstructed_circle_no_value_is_told(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    def padded(index: int) -> object:
        stored = noise(index)
        stored[:, :10] = -2000
        return stored

    case = write_case(tmp_path / "case", [a_study()])
    write_ct(case / "ct", 3, pixels=padded, PixelPaddingValue=-2000)
    desk = open_desk(case)
    desk.wait_loaded()
    desk.hover(desk.spot(5.5, 30.5))
    assert "5, 30" in desk.words
    desk.hover(desk.spot(20.5, 30.5))
    assert any(text.startswith("20, 30 · ") and text.endswith(" HU") for text in desk.words)
