"""Giving a window other colours than the rest of the program has."""

from PySide6.QtWidgets import QWidget

from viewer.ui.theme import Theme, palette, style_sheet


def dress(window: QWidget, theme: Theme) -> None:
    """Give a window, and everything in it so far, the colours of a theme.

    Under the style sheet of the application nothing inherits the palette of what it stands in.
    """
    window.setStyleSheet(style_sheet(theme))
    colours = palette(theme)
    for widget in (window, *window.findChildren(QWidget)):
        widget.setPalette(colours)
