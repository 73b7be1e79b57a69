"""What can be done with a slide, as a table: words and keys of each act.

The keys act while the slide has the focus; buttons and keyboard help say the same.
"""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence

from viewer.model.problem_texts import QT_TRANSLATE_NOOP

_NATIVE = QKeySequence.SequenceFormat.NativeText


@dataclass(frozen=True)
class SlideAct:
    """One thing that keys do with a slide."""

    name: str
    text: str
    keys: tuple[Qt.Key, ...]

    @property
    def words(self) -> str:
        """What it does, in the language of the window."""
        return QCoreApplication.translate("Slide keys", self.text)

    @property
    def key_names(self) -> str:
        """The keys as this system writes them."""
        return "  ".join(QKeySequence(key).toString(_NATIVE) for key in self.keys)


_K = Qt.Key
ACTS: tuple[SlideAct, ...] = (
    SlideAct("closer", QT_TRANSLATE_NOOP("Slide keys", "Closer"), (_K.Key_Plus, _K.Key_Equal)),
    SlideAct("farther", QT_TRANSLATE_NOOP("Slide keys", "Farther away"), (_K.Key_Minus,)),
    SlideAct("whole", QT_TRANSLATE_NOOP("Slide keys", "The whole slide"), (_K.Key_0,)),
    SlideAct("pixels", QT_TRANSLATE_NOOP("Slide keys", "Its own pixels"), (_K.Key_1,)),
    SlideAct("left", QT_TRANSLATE_NOOP("Slide keys", "Move to the left"), (_K.Key_Left,)),
    SlideAct("right", QT_TRANSLATE_NOOP("Slide keys", "Move to the right"), (_K.Key_Right,)),
    SlideAct("up", QT_TRANSLATE_NOOP("Slide keys", "Move up"), (_K.Key_Up,)),
    SlideAct("down", QT_TRANSLATE_NOOP("Slide keys", "Move down"), (_K.Key_Down,)),
    SlideAct("line", QT_TRANSLATE_NOOP("Slide keys", "Measure a length"), (_K.Key_L,)),
    SlideAct("ellipse", QT_TRANSLATE_NOOP("Slide keys", "Measure an ellipse"), (_K.Key_E,)),
    SlideAct("polygon", QT_TRANSLATE_NOOP("Slide keys", "Measure an area"), (_K.Key_P,)),
    SlideAct("box", QT_TRANSLATE_NOOP("Slide keys", "Note on a region"), (_K.Key_B,)),
    SlideAct(
        "finish",
        QT_TRANSLATE_NOOP("Slide keys", "Close the area that is drawn"),
        (_K.Key_Return, _K.Key_Enter),
    ),
    SlideAct("abandon", QT_TRANSLATE_NOOP("Slide keys", "Give up what is drawn"), (_K.Key_Escape,)),
    SlideAct(
        "delete",
        QT_TRANSLATE_NOOP("Slide keys", "Delete the chosen measurement or note of your own"),
        (_K.Key_Delete, _K.Key_Backspace),
    ),
    SlideAct(
        "navigator", QT_TRANSLATE_NOOP("Slide keys", "Show or hide the overview"), (_K.Key_N,)
    ),
)


def act_of(key: int) -> str | None:
    """Give what a key does with a slide; None for nothing."""
    return next((act.name for act in ACTS if key in act.keys), None)


def rows() -> tuple[tuple[str, str], ...]:
    """Give all keys and gestures with what they do, for the keyboard help."""
    translate = QCoreApplication.translate
    gestures = (
        (translate("Slide keys", "Wheel"), translate("Slide keys", "Zoom about the pointer")),
        (translate("Slide keys", "Drag"), translate("Slide keys", "Move the slide")),
        (
            translate("Slide keys", "Shift and drag"),
            translate("Slide keys", "Move it alone of those side by side"),
        ),
        (translate("Slide keys", "Double-click"), translate("Slide keys", "Closer")),
    )
    return (*((act.key_names, act.words) for act in ACTS), *gestures)
