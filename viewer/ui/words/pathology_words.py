"""Lengths, areas and powers on slides, in words."""

from PySide6.QtCore import QCoreApplication

from viewer.model.annotation import Measured
from viewer.ui.words.joining import in_line
from viewer.ui.words.numbers import number

translate = QCoreApplication.translate

UM_PER_MM = 1000.0
FINE_MM2 = 0.1
"""Smaller areas are said in µm²."""


def length_words(mm: float) -> str:
    """Say a length in µm, from a millimetre on in mm."""
    if mm < 1:
        return translate("Slide", "{number} µm").format(number=_rounded(mm * UM_PER_MM))
    return translate("Slide", "{number} mm").format(number=_rounded(mm))


def area_words(mm2: float) -> str:
    """Say an area in µm², a larger one in mm²."""
    if mm2 < FINE_MM2:
        said = _rounded(mm2 * UM_PER_MM**2)
        return translate("Slide", "{number} µm²").format(number=said)
    return translate("Slide", "{number} mm²").format(number=_rounded(mm2))


def measured_words(measured: Measured) -> str:
    """Say what was measured on a slide; empty for nothing."""
    said = []
    if measured.length_mm is not None:
        said.append(length_words(measured.length_mm))
    if measured.area_mm2 is not None:
        said.append(area_words(measured.area_mm2))
    return in_line(said)


def power_words(power: float) -> str:
    """Name the power of an objective."""
    return translate("Slide", "{number}×").format(number=_rounded(power))


def share_words(zoom: float) -> str:
    """Say how large a pixel of the slide is drawn; all of it is 100 %."""
    said = _rounded(100 * zoom)
    return f"{said}\N{NARROW NO-BREAK SPACE}%"


def _rounded(value: float) -> str:
    """Give three figures that count, whole numbers whole: nothing is measured more finely."""
    return f"{value:,.0f}" if abs(value) >= 1000 else number(float(f"{value:.3g}"))
