"""The buttons above a slide: how large it is shown, what is drawn on it, what stands beside it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from viewer.geometry.slides import powers_up_to, zoom_of_power
from viewer.ui.look import Look
from viewer.ui.slides.acts import ACTS
from viewer.ui.slides.drawing import MEASURING, Tool
from viewer.ui.slides.slide_hand import PER_KEY, SlideHand
from viewer.ui.slides.slide_view import SlideView
from viewer.ui.widgets.flow import FlowLayout
from viewer.ui.widgets.plain_text import as_high_as_needed
from viewer.ui.words.pathology_words import power_words

translate = QCoreApplication.translate

Choice = tuple[str, str, bool]
"""Name of a slide, what it is called, and whether it is shown."""


class SlideBar(QWidget):
    """Acts on the slide that it is given; what cannot be done with that is not there, or faint.

    Where there is little room the acts stand in menus, and the slides to choose from with them.
    """

    chosen = Signal(str)
    """The slide of this name is to be shown."""
    beside_wanted = Signal(str)
    """The slide of this name is to stand beside the chosen one, or no longer."""
    enlarge_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._hand: SlideHand | None = None
        self._view: SlideView | None = None
        self._slides: tuple[Choice, ...] = ()
        self.actions_by_tool: dict[Tool, QAction] = {}
        """What draws on the slide."""
        self._is_short = False
        self.needed_px = 0
        """The width of a line with everything in it."""
        self._flow = FlowLayout(round(0.25 * look.h_px), round(0.25 * look.h_px))
        self.setLayout(self._flow)
        self.setSizePolicy(as_high_as_needed())
        self.setStyleSheet("QToolButton { padding: 0.2em 0.5em; }")

    def serve(self, view: SlideView, hand: SlideHand, slides: tuple[Choice, ...]) -> None:
        """Act on this slide from now on; it is the first of `slides`."""
        if self._view is not None:
            self._view.tool_changed.disconnect(self._show_tool)
        self._view, self._hand, self._slides = view, hand, slides
        view.tool_changed.connect(self._show_tool)
        self._is_short = False
        self._build()
        self.needed_px = self._flow.sizeHint().width()

    def leave(self) -> None:
        """Act on no slide any more."""
        if self._view is not None:
            self._view.tool_changed.disconnect(self._show_tool)
        self._view = self._hand = None

    def shorten(self, *, is_short: bool) -> None:
        """Take as little room as possible, or show everything."""
        if is_short != self._is_short:
            self._is_short = is_short
            self._build()

    def _build(self) -> None:
        view = self._view
        if view is None:
            return
        self._clear()
        self._make_tools(view)
        if self._is_short:
            self._add_short(view)
        else:
            self._add_long(view)
        words = translate("Slide", "Show the slides in a large window, or here again")
        self._add(translate("Slide", "Enlarge"), words, self.enlarge_wanted.emit)
        buttons = self.findChildren(QToolButton)
        # Letters of another script are higher; a row of buttons is of one height.
        height = max(button.sizeHint().height() for button in buttons)
        for button in buttons:
            button.setMinimumHeight(height)
        self._flow.invalidate()
        self.updateGeometry()

    def _add_long(self, view: SlideView) -> None:
        self._add("\N{MINUS SIGN}", told("farther"), self._zoom(1 / PER_KEY))
        self._add("+", told("closer"), self._zoom(PER_KEY))
        self._add(translate("Slide", "Fit"), told("whole"), lambda: view.go(None))
        self._add(translate("Slide", "1:1"), told("pixels"), lambda: view.zoom_to(1.0))
        for name, words, act in self._powers(view):
            self._add(name, words, act)
        for action in self.actions_by_tool.values():
            self._add("", "", lambda: None).setDefaultAction(action)
        if len(self._slides) > 1:
            words = translate("Slide", "Show another slide beside this one")
            self._fill_beside(self._menu(translate("Slide", "Beside"), words))

    def _add_short(self, view: SlideView) -> None:
        if len(self._slides) > 1:
            menu = self._menu(self._slides[0][1], translate("Slide", "Choose a slide"))
            for path, called, _ in self._slides:
                self._entry(menu, called, partial(self._on_chosen, path))
        words = translate("Slide", "Zoom, measure, note, or show another slide beside")
        menu = self._menu(translate("Slide", "Tools"), words)
        self._entry(menu, translate("Slide", "Fit"), partial(view.go, None))
        self._entry(menu, translate("Slide", "1:1"), partial(view.zoom_to, 1.0))
        powers = self._powers(view)
        if powers:
            objectives = menu.addMenu(translate("Slide", "Objective"))
            for name, _, act in powers:
                self._entry(objectives, name, act)
        menu.addSeparator()
        menu.addActions(list(self.actions_by_tool.values()))
        if len(self._slides) > 1:
            menu.addSeparator()
            self._fill_beside(menu.addMenu(translate("Slide", "Beside")))

    # -- buttons ------------------------------------------------------------------------------

    def _clear(self) -> None:
        for action in self.actions_by_tool.values():
            action.deleteLater()
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _add(self, text: str, words: str, act: Callable[[], object]) -> QToolButton:
        button = QToolButton(self)
        button.setText(text.replace("&", "&&"))
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setFont(self._look.font("small"))
        button.clicked.connect(lambda *_: act())
        self._flow.addWidget(button)
        button.show()
        return button

    def _menu(self, text: str, words: str) -> QMenu:
        button = self._add(text, words, lambda: None)
        menu = QMenu(text.replace("&", "&&"), button)
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return menu

    def _entry(self, menu: QMenu, text: str, act: Callable[..., object]) -> QAction:
        action = QAction(text.replace("&", "&&"), menu)
        action.triggered.connect(lambda *_: act())
        menu.addAction(action)
        return action

    def _zoom(self, times: float) -> Callable[[], None]:
        def act() -> None:
            if self._view is not None:
                self._view.zoom_to(self._view.stand.zoom * times)

        return act

    def _powers(self, view: SlideView) -> list[tuple[str, str, Callable[[], object]]]:
        """Give name, words and act of each objective; none where the file states no power."""
        objective = view.info.objective
        if objective is None:
            return []
        words = translate("Slide", "As through an objective of {power}")
        found: list[tuple[str, str, Callable[[], object]]] = []
        for power in powers_up_to(objective):
            name = power_words(power)
            act = partial(view.zoom_to, zoom_of_power(power, objective))
            found.append((name, words.format(power=name), act))
        return found

    def _make_tools(self, view: SlideView) -> None:
        texts: dict[Tool, str] = {
            "line": translate("Slide", "Length"),
            "ellipse": translate("Slide", "Ellipse"),
            "polygon": translate("Slide", "Area"),
            "box": translate("Slide", "Note"),
        }
        unsized = translate("Slide", "The file does not state how large a pixel is.")
        self.actions_by_tool = {}
        for tool, text in texts.items():
            can = tool not in MEASURING or view.info.um_per_px is not None
            action = QAction(text, self)
            action.setToolTip(told(tool) if can else unsized)
            action.setCheckable(True)
            action.setEnabled(can)
            action.triggered.connect(partial(self._switch, tool))
            self.actions_by_tool[tool] = action

    def _switch(self, tool: Tool, *_: bool) -> None:
        if self._hand is not None and self._view is not None:
            self._hand.take_up(None if self._view.drawing.tool == tool else tool)
            self._view.setFocus()

    def _show_tool(self) -> None:
        chosen = None if self._view is None else self._view.drawing.tool
        for tool, action in self.actions_by_tool.items():
            action.setChecked(tool == chosen)

    def _on_chosen(self, path: str) -> None:
        self.chosen.emit(path)

    def _on_beside(self, path: str) -> None:
        self.beside_wanted.emit(path)

    def _fill_beside(self, menu: QMenu) -> None:
        for path, called, is_shown in self._slides[1:]:
            action = self._entry(menu, called, partial(self._on_beside, path))
            action.setCheckable(True)
            action.setChecked(is_shown)


def told(name: str) -> str:
    """Say what an act does, and by which key."""
    act = next(act for act in ACTS if act.name == name)
    return translate("Slide", "{act} ({keys})").format(act=act.words, keys=act.key_names)
