"""What each act does to the picture that is seen."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from viewer.model import picture_view
from viewer.model.picture_view import ZOOM_STEP
from viewer.ui.imaging.acts import act_of
from viewer.ui.imaging.view import ImageView
from viewer.ui.imaging.windows import PRESETS

FAR = 10
"""So many pictures are passed over by the keys that go far."""

FIRST_UNPRINTED = Qt.Key.Key_Escape.value
"""From this key on they stand for no sign."""

Verb = Callable[[], object]


def view_verbs(view: ImageView) -> dict[str, Verb]:
    """Give what the acts do that change only what is seen."""

    def change(transition: Callable[..., picture_view.PictureView], **more: object) -> Verb:
        return lambda: view.apply(transition(view.view, **more))

    windows = {name: change(picture_view.use_window, window=own) for name, own in PRESETS.items()}
    return {
        "back": lambda: view.step(-1),
        "on": lambda: view.step(1),
        "far_back": lambda: view.step(-FAR),
        "far_on": lambda: view.step(FAR),
        "first": lambda: view.show_frame(0),
        "last": lambda: view.show_frame(view.count - 1),
        "window_own": change(picture_view.use_window, window=None),
        **windows,
        "zoom_in": partial(view.zoom, ZOOM_STEP),
        "zoom_out": partial(view.zoom, 1 / ZOOM_STEP),
        "fit": change(picture_view.fit),
        "pixels": view.show_pixels,
        "invert": change(picture_view.invert),
        "flip": change(picture_view.flip),
    }


class PictureKeys(QObject):
    """Lets the keys of the table act while the picture has the focus, before any of the window."""

    def __init__(self, view: ImageView, act: Callable[[str], bool]) -> None:
        """`act` is told the name of an act; it gives whether there was something to do."""
        super().__init__(view)
        self._view = view
        self._act = act
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that mean something here."""
        if watched is not self._view or not isinstance(event, QKeyEvent):
            return False
        act = act_of(_pressed(event))
        if act is None:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return event.type() == QEvent.Type.KeyPress and self._act(act.name)


def _pressed(event: QKeyEvent) -> QKeySequence:
    """Give the keys that were pressed, wherever a keyboard has its digits and signs.

    Some have them on a block of their own, some above others.
    """
    keys = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    is_sign = event.key() < FIRST_UNPRINTED and not event.text().isalpha()
    if is_sign and event.text():
        keys &= ~Qt.KeyboardModifier.ShiftModifier
    return QKeySequence(QKeyCombination(keys, Qt.Key(event.key())))
