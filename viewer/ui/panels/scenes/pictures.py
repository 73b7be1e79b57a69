"""Where the pictures of scenes come from, and what stands there until somebody draws them."""

from typing import Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtGui import QPixmap

from viewer.model.scene import Scene


class Pictures(Protocol):
    """Gives small pictures of scenes; one that is still to be drawn comes a little later."""

    @property
    def arrived(self) -> SignalInstance:
        """Tells the id of a scene whose picture can be had now."""
        ...

    def small(self, scene: Scene) -> QPixmap | None:
        """Give the picture of a scene; None where it will come, which `arrived` tells."""
        ...


class NoPictures(QObject):
    """Has none: the list draws an empty frame."""

    arrived = Signal(str)

    def small(self, _scene: Scene) -> QPixmap | None:
        """Give nothing, now and later."""
        return None
