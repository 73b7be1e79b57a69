"""The docked panels: their title bars and where they stand at first."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QDockWidget,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from viewer.ui.look import Look
from viewer.ui.panel_set import PanelSet
from viewer.ui.widgets.elided import ElidedLabel

translate = QCoreApplication.translate

NARROW_EM = 118
"""Windows narrower than this show the panels as tabs (em)."""
WIDE_EM = 190
"""Windows wider than this show the panels in two columns (em)."""
PANEL_EM = (22, 28)
"""Width of the panels in a narrow and in other windows (em)."""


class DockTitle(QWidget):
    """A dock's title bar: title, a caption that says what is shown, float and close."""

    def __init__(self, dock: QDockWidget, look: Look) -> None:
        super().__init__()
        self._dock = dock
        self._look = look
        self._title = QLabel(dock.windowTitle())
        self._caption = ElidedLabel(QPalette.ColorRole.PlaceholderText)
        layout = QHBoxLayout(self)
        em = round(look.em_px)
        layout.setContentsMargins(round(1.2 * em), em // 4, em // 2, em // 4)
        layout.setSpacing(em // 2)
        layout.addWidget(self._title)
        layout.addWidget(self._caption, 1)
        floating = translate("Dock", "Take out of the window, or put back: {panel}")
        closing = translate("Dock", "Close: {panel}")
        layout.addWidget(self._button("□", floating, self._toggle_floating))
        layout.addWidget(self._button("×", closing, dock.close))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._dress)
        self._dress()

    def _button(self, sign: str, words: str, act: object) -> QToolButton:
        button = QToolButton()
        button.setText(sign)
        button.setAutoRaise(True)
        button.setObjectName("dock-button")
        said = words.format(panel=self._dock.windowTitle())
        button.setToolTip(said)
        button.setAccessibleName(said)
        button.clicked.connect(act)
        return button

    def set_caption(self, text: str) -> None:
        """Say beside the title what the panel shows."""
        self._caption.set_text(text)

    def _toggle_floating(self) -> None:
        self._dock.setFloating(not self._dock.isFloating())

    def _dress(self) -> None:
        self._title.setFont(self._look.font("head"))
        self._caption.setFont(self._look.font("small"))


class PanelDock(QDockWidget):
    """One panel that can be moved, taken out, closed and brought back."""

    def __init__(self, name: str, title: str, panel: QWidget, look: Look) -> None:
        super().__init__(title)
        self.setObjectName(f"dock.{name}")
        self.setWidget(panel)
        self.title_bar = DockTitle(self, look)
        self.setTitleBarWidget(self.title_bar)
        panel.setAccessibleName(title)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette of another theme."""
        super().changeEvent(event)
        self.title_bar.update()


def make_docks(panels: PanelSet, look: Look) -> dict[str, PanelDock]:
    """Make a dock for every panel; its title bar says what the panel shows."""
    docks = {}
    for name, panel in panels.by_name().items():
        dock = PanelDock(name, panel.title(), panel, look)
        panel.heading_changed.connect(dock.title_bar.set_caption)
        dock.title_bar.set_caption(panel.heading)
        docks[name] = dock
    return docks


def stack_up(window: QMainWindow, docks: dict[str, PanelDock]) -> None:
    """Put all panels on one stack of tabs: side by side they would make a small window grow."""
    first, *others = docks.values()
    for dock in docks.values():
        dock.setFloating(False)
        window.removeDockWidget(dock)
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, first)
    for dock in others:
        window.tabifyDockWidget(first, dock)
    for dock in docks.values():
        dock.show()


def arrange(window: QMainWindow, docks: dict[str, PanelDock], look: Look) -> None:
    """Put the panels where they stand at first, by the room there is."""
    em = look.em_px
    right = Qt.DockWidgetArea.RightDockWidgetArea
    stack_up(window, docks)
    details, imaging, pathology, notes, problems = (
        docks[name] for name in ("details", "imaging", "pathology", "notes", "problems")
    )
    is_narrow = window.width() < NARROW_EM * em
    if is_narrow:
        # Two stacks of tabs: one of six would cut their names.
        window.addDockWidget(right, imaging)
        for dock in (pathology, problems):
            window.tabifyDockWidget(imaging, dock)
        column, shares = [details, imaging], [3, 2]
        imaging.raise_()
    else:
        column, shares = [details, imaging, pathology, notes], [30, 28, 20, 22]
        for dock in column[1:]:
            window.addDockWidget(right, dock)
        if window.width() >= WIDE_EM * em:
            window.splitDockWidget(details, pathology, Qt.Orientation.Horizontal)
            window.splitDockWidget(details, imaging, Qt.Orientation.Vertical)
            window.splitDockWidget(pathology, notes, Qt.Orientation.Vertical)
            shares = [1, 1, 1, 1]
        window.tabifyDockWidget(notes, problems)
        notes.raise_()
    window.resizeDocks(column, [s * 100 for s in shares], Qt.Orientation.Vertical)
    width = round(PANEL_EM[0 if is_narrow else 1] * em)
    side_by_side = [details, pathology] if window.width() >= WIDE_EM * em else [details]
    window.resizeDocks(side_by_side, [width] * len(side_by_side), Qt.Orientation.Horizontal)
    details.raise_()
