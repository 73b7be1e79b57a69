"""The bundled fonts: Inter for Latin, Noto Sans JP for what Inter lacks."""

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from viewer import paths

# Inter first in both languages: its digits are tabular. See resources/fonts/README.md.
FAMILIES = ("Inter", "Noto Sans JP")
FILES = (
    "Inter-Regular.ttf",
    "Inter-Italic.ttf",
    "Inter-Medium.ttf",
    "Inter-SemiBold.ttf",
    "Inter-SemiBoldItalic.ttf",
    "NotoSansJP-Regular.ttf",
    "NotoSansJP-Medium.ttf",
    "NotoSansJP-SemiBold.ttf",
)


def install_fonts(app: QApplication) -> None:
    """Register the bundled fonts and make them the application's font, its size unchanged.

    Raises FileNotFoundError for a missing file and RuntimeError for one that Qt cannot read.
    """
    folder = paths.resources() / "fonts"
    missing = [name for name in FILES if not (folder / name).is_file()]
    if missing:
        raise FileNotFoundError(f"Fonts missing from {folder}: {', '.join(missing)}")
    for name in FILES:
        number = _added(folder / name)
        families = QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
        if not set(families) & set(FAMILIES):
            raise RuntimeError(f"Not a font that Qt can read: {folder / name}")
    font = app.font()
    _set_families(font)
    app.setFont(font)


def _added(file: Path) -> int:
    # By their names FreeType, which draws where there is no screen, finds on Windows only files
    # whose names its code page has; a user's name may be in another script.
    if str(file).isascii():
        return QFontDatabase.addApplicationFont(str(file))
    return QFontDatabase.addApplicationFontFromData(file.read_bytes())


def ui_font(
    size_pt: float, weight: QFont.Weight = QFont.Weight.Normal, *, is_italic: bool = False
) -> QFont:
    """Return the interface font of this size in points.

    Normal, Medium and DemiBold have files of their own; Qt smears anything bolder. Italics are
    Latin, Normal or DemiBold; Qt slants Japanese, so ask for that upright.
    """
    font = QFont()
    _set_families(font)
    font.setPointSizeF(size_pt)
    font.setWeight(weight)
    font.setItalic(is_italic)
    return font


def smaller(font: QFont, share: float) -> QFont:
    """Give a font in a share of its size, whether that is told in points or in dots."""
    other = QFont(font)
    if font.pixelSize() > 0:
        other.setPixelSize(max(1, round(font.pixelSize() * share)))
    else:
        other.setPointSizeF(font.pointSizeF() * share)
    return other


def _set_families(font: QFont) -> None:
    font.setFamilies(FAMILIES)
    # Without hinting a text is equally wide on every machine and may lie between pixels.
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
