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

from viewer.session.session import Session
from viewer.ui.look import Look
from viewer.ui.panel_set import PanelSet
from viewer.ui.panels.panel import Panel
from viewer.ui.widgets.elided import ElidedLabel

translate = QCoreApplication.translate

NARROW_EM = 118
"""Windows narrower than this show the panels as tabs (em)."""
WIDE_EM = 190
"""Windows wider than this show the panels in two columns (em)."""
CLOSED_AT_FIRST = ("measure", "compare", "pinned", "glucose", "annotations", "scenes")
"""Panels for what there is nothing of in most cases that were just opened."""
PANEL_EM = (22, 28)
"""Width of the panels in a narrow and in other windows (em)."""


class DockTitle(QWidget):
    """A dock's title bar: title, a caption that says what is shown, float and close.

    Made-up data is said in each, since a panel may stand outside the window.
    """

    def __init__(self, dock: QDockWidget, session: Session, look: Look) -> None:
        super().__init__()
        self._dock = dock
        self._session = session
        self._look = look
        self._title = QLabel(dock.windowTitle())
        self._synthetic = QLabel(translate("Dock", "SYNTHETIC"))
        self._caption = ElidedLabel(QPalette.ColorRole.PlaceholderText)
        layout = QHBoxLayout(self)
        em = round(look.em_px)
        layout.setContentsMargins(round(1.2 * em), em // 4, em // 2, em // 4)
        layout.setSpacing(em // 2)
        layout.addWidget(self._title)
        layout.addWidget(self._synthetic)
        layout.addWidget(self._caption, 1)
        floating = translate("Dock", "Take out of the window, or put back: {panel}")
        closing = translate("Dock", "Close: {panel}")
        layout.addWidget(self._button("□", floating, self._toggle_floating))
        layout.addWidget(self._button("×", closing, dock.close))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        session.case_changed.connect(self.show_state)
        look.changed.connect(self._dress)
        self.show_state()
        self._dress()

    def show_state(self) -> None:
        """Say whether the case is made up."""
        self._synthetic.setVisible(self._session.case.subject.is_synthetic)

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
        self._synthetic.setFont(self._look.font("small"))
        self._caption.setFont(self._look.font("small"))


class PanelDock(QDockWidget):
    """One panel that can be moved, taken out, closed and brought back."""

    def __init__(
        self, name: str, title: str, panel: Panel, look: Look, window: QMainWindow
    ) -> None:
        super().__init__(title, window)
        self.hide()  # until the panels are placed
        self.setObjectName(f"dock.{name}")
        self.setWidget(panel)
        self.title_bar = DockTitle(self, panel.session, look)
        self.setTitleBarWidget(self.title_bar)
        panel.setAccessibleName(title)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette of another theme."""
        super().changeEvent(event)
        self.title_bar.update()


def make_docks(panels: PanelSet, look: Look, window: QMainWindow) -> dict[str, PanelDock]:
    """Make a hidden dock of the window for every panel; its title bar says what the panel shows."""
    docks = {}
    for name, panel in panels.by_name().items():
        dock = PanelDock(name, panel.title(), panel, look, window)
        panel.heading_changed.connect(dock.title_bar.set_caption)
        dock.title_bar.set_caption(panel.heading)
        docks[name] = dock
    return docks


def stack_up(window: QMainWindow, docks: dict[str, PanelDock]) -> None:
    """Put all panels on one stack of tabs: side by side they would make a small window grow."""
    first, *others = docks.values()
    for dock in docks.values():
        if dock.isFloating():
            dock.setFloating(False)
        window.removeDockWidget(dock)
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, first)
    for dock in others:
        window.tabifyDockWidget(first, dock)
    for name, dock in docks.items():
        dock.setVisible(name not in CLOSED_AT_FIRST)


def arrange(window: QMainWindow, docks: dict[str, PanelDock], look: Look) -> None:
    """Put the panels where they stand at first, by the room there is.

    It does not follow from the case: what is hidden in it would tell of itself.
    """
    stack_up(window, docks)
    em = look.em_px
    if window.width() < NARROW_EM * em:
        leaders = _two_stacks(window, docks)
    elif window.width() < WIDE_EM * em:
        leaders = _one_column(window, docks)
    else:
        leaders = _two_columns(window, docks)
    for name in CLOSED_AT_FIRST:
        # Details has its tables beside it already; more tabs would cut their names.
        window.tabifyDockWidget(docks["imaging"], docks[name])
    docks["imaging"].raise_()
    width = round(PANEL_EM[0 if window.width() < NARROW_EM * em else 1] * em)
    window.resizeDocks(leaders, [width] * len(leaders), Qt.Orientation.Horizontal)
    docks["details"].raise_()


def _two_stacks(window: QMainWindow, docks: dict[str, PanelDock]) -> list[PanelDock]:
    """Stand two stacks of tabs one above the other: one stack of six would cut their names."""
    details, imaging = docks["details"], docks["imaging"]
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, imaging)
    for name in ("pathology", "problems"):
        window.tabifyDockWidget(imaging, docks[name])
    imaging.raise_()
    window.resizeDocks([details, imaging], [200, 220], Qt.Orientation.Vertical)
    return [details]


def _one_column(window: QMainWindow, docks: dict[str, PanelDock]) -> list[PanelDock]:
    column = [docks[name] for name in ("details", "imaging", "pathology", "notes")]
    for dock in column[1:]:
        window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    window.tabifyDockWidget(docks["notes"], docks["problems"])
    docks["notes"].raise_()
    window.resizeDocks(column, [220, 360, 240, 180], Qt.Orientation.Vertical)
    return column[:1]


def _two_columns(window: QMainWindow, docks: dict[str, PanelDock]) -> list[PanelDock]:
    details, imaging, pathology, notes = (
        docks[name] for name in ("details", "imaging", "pathology", "notes")
    )
    # A panel that shares a stack cannot be split: Details leaves it first, then the others join.
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, details)
    window.splitDockWidget(details, pathology, Qt.Orientation.Horizontal)
    window.splitDockWidget(details, imaging, Qt.Orientation.Vertical)
    window.splitDockWidget(pathology, notes, Qt.Orientation.Vertical)
    for name in ("events", "values"):
        window.tabifyDockWidget(details, docks[name])
    window.tabifyDockWidget(notes, docks["problems"])
    notes.raise_()
    for column in ([details, imaging], [pathology, notes]):
        window.resizeDocks(column, [100, 100], Qt.Orientation.Vertical)
    return [details, pathology]
