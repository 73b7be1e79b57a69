"""Which of the panels that a scene can name is in front."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QDockWidget, QWidget

from viewer.model.panel_names import PANELS


class FrontPanel(QObject):
    """Remembers which of these panels was brought to the front, or used, last."""

    def __init__(self, docks: Mapping[str, QDockWidget], parent: QObject) -> None:
        super().__init__(parent)
        self._docks = {name: docks[name] for name in PANELS}
        self._in_sight: list[str] = []
        """Those that can be seen, the one that came last at the end."""
        for name, dock in self._docks.items():
            dock.visibilityChanged.connect(partial(self._on_visibility_changed, name))
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    @property
    def name(self) -> str | None:
        """The name of the panel in front; None where all of them are closed or covered."""
        return self._in_sight[-1] if self._in_sight else None

    def begin_with(self, name: str) -> None:
        """Take a panel that can be seen for the one in front: all were put in their places."""
        if name in self._in_sight:
            self._put(name, is_in_sight=True)

    def bring(self, name: str) -> None:
        """Bring a panel to the front; a name that is none of these changes nothing."""
        dock = self._docks.get(name)
        if dock is not None:
            dock.show()
            dock.raise_()
            self._put(name, is_in_sight=True)

    def _put(self, name: str, *, is_in_sight: bool) -> None:
        if name in self._in_sight:
            self._in_sight.remove(name)
        if is_in_sight:
            self._in_sight.append(name)

    def _on_visibility_changed(self, name: str, is_visible: bool) -> None:
        self._put(name, is_in_sight=is_visible)

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        for name in self._in_sight[:-1]:
            if now is not None and self._docks[name].isAncestorOf(now):
                self._put(name, is_in_sight=True)
                return
