"""The buttons above a picture; where there is little room, menus stand for them."""

from collections.abc import Callable, Collection

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from viewer.ui.imaging.acts import ACTS, BY_NAME
from viewer.ui.imaging.menu import fill_menu
from viewer.ui.look import Look
from viewer.ui.widgets.plain_text import tip

translate = QCoreApplication.translate

BUTTONS = ("fit", "pixels", "invert")
"""Acts with a button of their own where there is room."""


class PictureBar(QWidget):
    """Offers tools, greys and sizes; `act` is told what was chosen."""

    def __init__(self, look: Look, act: Callable[[str], object]) -> None:
        super().__init__()
        self._look = look
        self._act = act
        self._in_force: frozenset[str] = frozenset()
        self._disabled: frozenset[str] = frozenset()
        self._checkable = dict[str, QToolButton]()
        """The buttons that show what is in force, by the names of their acts."""
        self._row = QHBoxLayout(self)
        tools = [row.name for row in ACTS if row.group == "tools"]
        self._wide = [self._button(name) for name in tools]
        self._tools = self._menu_button(translate("Picture", "Tool"), ("tools",))
        self._window = self._menu_button(translate("Picture", "Window"), ("window",))
        self._wide += [self._button(name) for name in BUTTONS]
        self._row.addStretch(1)
        self._more = self._menu_button(
            translate("Picture", "More"), ("size", "show", "shape", "more")
        )
        self.enlarge = self._button("enlarge")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._dress)
        self._dress()

    def show_state(self, in_force: Collection[str], disabled: Collection[str]) -> None:
        """Show which acts are in force, and which have nothing to act on."""
        self._in_force, self._disabled = frozenset(in_force), frozenset(disabled)
        for name, button in self._checkable.items():
            button.setChecked(name in in_force)
        tool = next((name for name in in_force if name.startswith("tool_")), "tool_pointer")
        if self._tools.text() != BY_NAME[tool].words:
            self._tools.setText(BY_NAME[tool].words)
            self._fit()

    def _button(self, name: str) -> QToolButton:
        row, button = BY_NAME[name], QToolButton()
        button.setText(row.words)
        button.setObjectName(f"picture.{name}")
        if row.group == "tools" or name == "invert":
            button.setCheckable(True)
            self._checkable[name] = button
        said = f"{row.words} ({row.key_names})"
        button.setToolTip(tip(said))
        button.setAccessibleName(row.words)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda *_: self._act(name))
        self._row.addWidget(button)
        return button

    def _menu_button(self, words: str, groups: tuple[str, ...]) -> QToolButton:
        button, menu = QToolButton(), QMenu(self)
        button.setText(words)
        button.setAccessibleName(words)
        button.setObjectName(f"picture.menu.{groups[0]}")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setMenu(menu)
        menu.aboutToShow.connect(
            lambda: fill_menu(
                menu, groups, self._act, in_force=self._in_force, disabled=self._disabled
            )
        )
        self._row.addWidget(button)
        return button

    def sizeHint(self) -> QSize:
        """Be one row high."""
        return QSize(round(20 * self._look.em_px), self._row.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Be as narrow as a panel can be."""
        return QSize(round(8 * self._look.em_px), self._row.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show buttons where they have room, and menus else."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - 2 * self._row.contentsMargins().left()
        gap = self._row.spacing()
        always = [self._window, self._more, self.enlarge]
        wide = sum(one.sizeHint().width() + gap for one in (*self._wide, *always))
        is_wide = wide <= room
        for button in self._wide:
            button.setVisible(is_wide)
        self._tools.setVisible(not is_wide)
        narrow = [self._tools, *always]
        has_room = sum(one.sizeHint().width() + gap for one in narrow) <= room
        self.enlarge.setVisible(is_wide or has_room)

    def _dress(self) -> None:
        edge = round(0.35 * self._look.h_px)
        self._row.setContentsMargins(edge, edge // 2, edge, edge // 2)
        self._row.setSpacing(max(1, edge // 2))
        self._fit()
