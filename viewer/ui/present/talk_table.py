"""The keys of a talk as a table: what each does, and what the keyboard help says of it."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from viewer.model.problem_texts import QT_TRANSLATE_NOOP

NATIVE = QKeySequence.SequenceFormat.NativeText


@dataclass(frozen=True)
class TalkKey:
    """What some keys do while something is presented."""

    act: str
    text: str
    keys: tuple[str, ...]
    repeats: bool = False
    """Whether it goes on while a key is held down; what switches does not."""
    called: str = ""
    """What the help calls the keys; each by its name where this is empty."""

    @property
    def words(self) -> str:
        """What it does, in the language of the window."""
        return QCoreApplication.translate("TalkKeys", self.text)

    @property
    def names(self) -> str:
        """The keys as this system writes them."""
        if self.called:
            return QCoreApplication.translate("TalkKeys", self.called)
        return "  ".join(QKeySequence(key).toString(NATIVE) for key in self.keys)


TALK_KEYS: tuple[TalkKey, ...] = (
    TalkKey(
        "on",
        QT_TRANSLATE_NOOP("TalkKeys", "The next scene"),
        ("Right", "Down", "PgDown", "Space"),
        repeats=True,
    ),
    TalkKey(
        "back",
        QT_TRANSLATE_NOOP("TalkKeys", "The scene before"),
        ("Left", "Up", "PgUp", "Backspace"),
        repeats=True,
    ),
    TalkKey(
        "number",
        QT_TRANSLATE_NOOP("TalkKeys", "The scene of that number"),
        ("Return", "Enter"),
        called=QT_TRANSLATE_NOOP("TalkKeys", "Digits, then Enter"),
    ),
    TalkKey("first", QT_TRANSLATE_NOOP("TalkKeys", "The first scene"), ("Home",)),
    TalkKey("last", QT_TRANSLATE_NOOP("TalkKeys", "The last scene"), ("End",)),
    TalkKey(
        "black", QT_TRANSLATE_NOOP("TalkKeys", "Black; again, or a step, uncovers"), ("B", ".")
    ),
    TalkKey(
        "white", QT_TRANSLATE_NOOP("TalkKeys", "White; again, or a step, uncovers"), ("W", ",")
    ),
    TalkKey("pointer", QT_TRANSLATE_NOOP("TalkKeys", "Pointer for everybody, or none"), ("L",)),
    TalkKey("play", QT_TRANSLATE_NOOP("TalkKeys", "Play day by day; again stops"), ("R",)),
    TalkKey("as_kept", QT_TRANSLATE_NOOP("TalkKeys", "The scene as it was kept"), ("S",)),
    TalkKey("notes", QT_TRANSLATE_NOOP("TalkKeys", "Your notes over the stage, or away"), ("N",)),
    TalkKey(
        "read_on",
        QT_TRANSLATE_NOOP("TalkKeys", "Read on in your notes"),
        ("Shift+Down", "Shift+PgDown"),
        repeats=True,
    ),
    TalkKey(
        "read_back",
        QT_TRANSLATE_NOOP("TalkKeys", "Back in your notes"),
        ("Shift+Up", "Shift+PgUp"),
        repeats=True,
    ),
    TalkKey(
        "end", QT_TRANSLATE_NOOP("TalkKeys", "End the talk; the window is as it was"), ("Esc",)
    ),
)


def key_of(act: str) -> str:
    """Name the first key of an act."""
    (keys,) = (row.keys for row in TALK_KEYS if row.act == act)
    return QKeySequence(keys[0]).toString(NATIVE)
