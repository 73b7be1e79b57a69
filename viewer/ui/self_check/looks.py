"""What every window needs: fonts, icons, words in both languages, drawings."""

import sys
from pathlib import Path

import numpy as np
from PySide6.QtCore import QLibraryInfo, QSize
from PySide6.QtGui import QFont, QImage, QPainter, QRawFont
from PySide6.QtSvg import QSvgRenderer

from viewer.paths import resources
from viewer.ui.look import Look
from viewer.ui.self_check.finding import demand
from viewer.ui.start import application, icon, translators
from viewer.ui.theme import THEME_NAMES

SIGNS = "µ≤≥≠×−°→経過表注記悪性"
"""What must not be a box on a machine without fonts."""
PLATFORMS = {"linux": ("xcb", "wayland", "offscreen"), "win32": ("windows",), "darwin": ("cocoa",)}


def _fonts() -> str:
    application()
    for theme in THEME_NAMES:
        families = Look(theme, "ja").font("label").families()
        fonts = [QRawFont.fromFont(QFont(family)) for family in families]
        lacking = [
            sign for sign in SIGNS if not any(one.supportsCharacter(ord(sign)) for one in fonts)
        ]
        demand(not lacking, f"no glyph for {''.join(lacking)}")
    return f"{len(SIGNS)} signs in {len(THEME_NAMES)} themes"


def _icon() -> str:
    application()
    sizes = [size.width() for size in icon().availableSizes()]
    demand(sizes and max(sizes) >= 256, f"sizes {sizes}")
    drawing = QSvgRenderer(str(resources() / "icons" / "dayline.svg"))
    demand(drawing.isValid(), "the drawing is not read")
    image = QImage(QSize(64, 64), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    with QPainter(image) as painter:
        drawing.render(painter)
    demand(is_painted(image), "the drawing draws nothing")
    return f"{len(sizes)} sizes and a drawing"


def _words() -> str:
    application()
    said = translators("ja")
    demand(len(said) == 2, f"{len(said)} of 2 files of Japanese words")
    word = said[-1].translate("Window", "Show")
    demand(word and not word.isascii(), f"Show is {word!r} in Japanese")
    return "English and Japanese"


def _platforms() -> str:
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforms"
    there = [file.name for file in folder.iterdir()]
    for wanted in PLATFORMS.get(sys.platform, ()):
        demand(any(wanted in name for name in there), f"{wanted} is not among {there}")
    return f"{application().platformName()}, of {len(there)}"


def is_painted(image: QImage) -> bool:
    """Tell whether anything is drawn: more than one colour."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(plain.constBits(), np.uint32)
    return bool(pixels.size) and bool((pixels != pixels[0]).any())


CHECKS = (
    ("fonts", _fonts),
    ("icon", _icon),
    ("words", _words),
    ("ways to show a window", _platforms),
)
