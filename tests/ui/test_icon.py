"""The icon by which desktops show the program."""

import subprocess
import sys

from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

from viewer.paths import resources
from viewer.ui.start import icon

SIZES = (16, 24, 32, 48, 64, 128, 256, 512)


def test_every_size_is_a_picture_of_its_own(qtbot: QtBot) -> None:
    drawn = icon()
    assert sorted(size.width() for size in drawn.availableSizes()) == list(SIZES)
    for size in SIZES:
        image = drawn.pixmap(size, size).toImage()
        assert image.width() == image.height() == size
        assert image.pixelColor(0, 0).alpha() == 0  # the corners are round
        assert image.pixelColor(size // 2, size // 8).lightness() < 80  # the cursor's flag


def test_the_pictures_are_drawn_from_the_drawing(qtbot: QtBot) -> None:
    drawing = QSvgRenderer(str(resources() / "icons" / "dayline.svg"))
    drawn = QImage(64, 64, QImage.Format.Format_ARGB32)
    drawn.fill(0)
    with QPainter(drawn) as painter:
        drawing.render(painter)
    kept = QImage(str(resources() / "icons" / "dayline-64.png"))
    assert kept.convertToFormat(drawn.format()) == drawn


def test_the_program_has_it() -> None:
    code = "from viewer.ui.start import application; print(application().windowIcon().isNull())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
