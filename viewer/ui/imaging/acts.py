"""What can be done with a picture, as a table: words and keys of each act.

The keys act while the picture has the focus; menu, buttons and keyboard help say the same.
"""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from viewer.model.problem_texts import QT_TRANSLATE_NOOP

NATIVE = QKeySequence.SequenceFormat.NativeText


@dataclass(frozen=True)
class Act:
    """One thing that can be done with a picture."""

    name: str
    text: str
    keys: tuple[str, ...] = ()
    group: str = ""
    """Where it stands in the menu; empty for what only keys do."""

    @property
    def words(self) -> str:
        """What it does, in the language of the window."""
        return QCoreApplication.translate("Picture", self.text)

    @property
    def key_names(self) -> str:
        """The keys as this system writes them."""
        return "  ".join(QKeySequence(key).toString(NATIVE) for key in self.keys)


ACTS: tuple[Act, ...] = (
    Act("back", QT_TRANSLATE_NOOP("Picture", "Picture before"), ("Up",)),
    Act("on", QT_TRANSLATE_NOOP("Picture", "Next picture"), ("Down",)),
    Act("far_back", QT_TRANSLATE_NOOP("Picture", "Ten pictures back"), ("PgUp",)),
    Act("far_on", QT_TRANSLATE_NOOP("Picture", "Ten pictures on"), ("PgDown",)),
    Act("first", QT_TRANSLATE_NOOP("Picture", "First picture"), ("Home",)),
    Act("last", QT_TRANSLATE_NOOP("Picture", "Last picture"), ("End",)),
    Act("tool_pointer", QT_TRANSLATE_NOOP("Picture", "Pointer"), ("V",), "tools"),
    Act("tool_line", QT_TRANSLATE_NOOP("Picture", "Length"), ("L",), "tools"),
    Act("tool_angle", QT_TRANSLATE_NOOP("Picture", "Angle"), ("A",), "tools"),
    Act("tool_ellipse", QT_TRANSLATE_NOOP("Picture", "Ellipse"), ("E",), "tools"),
    Act("tool_polygon", QT_TRANSLATE_NOOP("Picture", "Polygon"), ("G",), "tools"),
    Act("window_own", QT_TRANSLATE_NOOP("Picture", "The file’s own"), ("1",), "window"),
    Act("window_abdomen", QT_TRANSLATE_NOOP("Picture", "Abdomen"), ("2",), "window"),
    Act("window_liver", QT_TRANSLATE_NOOP("Picture", "Liver"), ("3",), "window"),
    Act("window_lung", QT_TRANSLATE_NOOP("Picture", "Lung"), ("4",), "window"),
    Act("window_bone", QT_TRANSLATE_NOOP("Picture", "Bone"), ("5",), "window"),
    Act("window_brain", QT_TRANSLATE_NOOP("Picture", "Brain"), ("6",), "window"),
    Act("zoom_in", QT_TRANSLATE_NOOP("Picture", "Larger"), ("+", "="), "size"),
    Act("zoom_out", QT_TRANSLATE_NOOP("Picture", "Smaller"), ("-",), "size"),
    Act("fit", QT_TRANSLATE_NOOP("Picture", "Fit"), ("0",), "size"),
    Act("pixels", QT_TRANSLATE_NOOP("Picture", "1:1"), ("Z",), "size"),
    Act("invert", QT_TRANSLATE_NOOP("Picture", "Invert"), ("I",), "show"),
    Act("flip", QT_TRANSLATE_NOOP("Picture", "Exchange left and right"), ("F",), "show"),
    Act("lesion", QT_TRANSLATE_NOOP("Picture", "Lesion…"), ("N",), "shape"),
    Act("delete", QT_TRANSLATE_NOOP("Picture", "Delete measurement"), ("Delete",), "shape"),
    Act("compare", QT_TRANSLATE_NOOP("Picture", "Compare with…"), ("C",), "more"),
    Act("enlarge", QT_TRANSLATE_NOOP("Picture", "Enlarge"), ("Return",), "more"),
    Act("about", QT_TRANSLATE_NOOP("Picture", "About this picture…"), ("F8",), "more"),
    Act("limits", QT_TRANSLATE_NOOP("Picture", "Picture limits…"), ("F9",), "more"),
    Act(
        "leave", QT_TRANSLATE_NOOP("Picture", "Abandon what is drawn; back to the panel"), ("Esc",)
    ),
)
BY_NAME = {act.name: act for act in ACTS}
SWITCHES = frozenset({"invert", "flip"})


def act_of(keys: QKeySequence) -> Act | None:
    """Give the act that a key does; None where it does none."""
    for act in ACTS:
        if any(QKeySequence(key) == keys for key in act.keys):
            return act
    return None
