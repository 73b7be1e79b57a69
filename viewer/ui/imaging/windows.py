"""The windows of greys that have names of their own, and what a window is called."""

from PySide6.QtCore import QCoreApplication

from viewer.model.pictures import GreyWindow
from viewer.ui.words.numbers import number

translate = QCoreApplication.translate

PRESETS: dict[str, GreyWindow] = {
    "window_abdomen": GreyWindow(40, 400),
    "window_liver": GreyWindow(60, 160),
    "window_lung": GreyWindow(-600, 1500),
    "window_bone": GreyWindow(400, 1800),
    "window_brain": GreyWindow(40, 80),
}
"""By the acts that choose them."""


def preset_of(window: GreyWindow | None) -> str:
    """Give the act that chooses a window; empty for one that a hand has set."""
    if window is None:
        return "window_own"
    named = (name for name, preset in PRESETS.items() if preset == window)
    return next(named, "")


def window_words(window: GreyWindow, name: str = "") -> str:
    """Say centre and width, and what the window is called."""
    words = translate("Picture", "C {centre} · W {width}").format(
        centre=_short(window.centre), width=_short(window.width)
    )
    return f"{words} · {name}" if name else words


def _short(value: float) -> str:
    return number(round(value)) if abs(value) >= 10 else number(float(f"{value:.3g}"))
