"""How a picture comes on the screen: the same pixels whichever way it is made ready."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from tests.bench.measuring import Paints
from tests.ui.imaging.pictured_case import Desk, desk, open_desk
from viewer.geometry.picture_place import PicturePlace
from viewer.model.pictures import GreyWindow, Pixels
from viewer.ui.imaging import slice_image
from viewer.ui.imaging.slice_image import SliceImage, draw_image
from viewer.ui.imaging.view import PATIENCE_MS

__all__ = ["desk", "open_desk"]

WINDOW = GreyWindow(1000.0, 2000.0)
SIDE = 64


def place(scale: float, left: float = 3.25, is_flipped: bool = False) -> PicturePlace:
    half = SIDE / 2
    return PicturePlace(SIDE, SIDE, scale, scale, scale, (half, half), left, 1.5, is_flipped)


def painted(images: SliceImage, pixels: Pixels, where: PicturePlace) -> NDArray[np.uint8]:
    screen = QImage(300, 300, QImage.Format.Format_RGB32)
    screen.fill(0)
    with QPainter(screen) as painter:
        draw_image(painter, images.image(pixels, WINDOW, where, is_inverted=False), where)
    return np.frombuffer(screen.constBits(), np.uint8).copy()


@pytest.fixture
def pixels() -> Pixels:
    values = np.random.default_rng(0).integers(0, 2000, (SIDE, SIDE), dtype=np.int16)
    return Pixels(values)


@pytest.mark.parametrize("scale", [0.2, 0.49, 0.5, 0.51, 1.0, 1.3, 2.9, 3.0, 4.1])
@pytest.mark.parametrize("is_flipped", [False, True])
def test_a_large_picture_is_painted_like_a_small_one(
    qapp: object, pixels: Pixels, scale: float, is_flipped: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    where = place(scale, is_flipped=is_flipped)
    small = painted(SliceImage(), pixels, where)
    monkeypatch.setattr(slice_image, "MOST_READY", 1)
    np.testing.assert_array_equal(painted(SliceImage(), pixels, where), small)
    assert small.any()


def test_it_is_made_ready_for_the_screen_where_that_changes_nothing(
    qapp: object, pixels: Pixels
) -> None:
    images, kinds = SliceImage(), QImage.Format

    def kind(scale: float) -> QImage.Format:
        return images.image(pixels, WINDOW, place(scale), is_inverted=False).format()

    ready, plain = kinds.Format_RGB32, kinds.Format_Grayscale8
    assert [kind(scale) for scale in (0.4, 0.5, 2.9, 3.0, 1.0)] == [
        plain,
        ready,
        ready,
        plain,
        ready,
    ]


def test_what_stands_in_place_of_a_picture_is_said_after_a_while(desk: Desk) -> None:
    """A picture that is there by then follows on the last one, with nothing in between."""
    view, painted = desk.view, Paints([desk.view])
    QApplication.processEvents()
    before = dict(painted.counts)
    view.show_series(None, view.words, view.view)
    assert 0 < view._patience.remainingTime() <= PATIENCE_MS < 50
    assert dict(painted.counts) == before
    desk.qtbot.waitUntil(lambda: painted.all_since(before), timeout=5_000)
