"""The keyboard help, made from the tables of commands and of the keys of a talk."""

from collections.abc import Collection, Iterator, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from viewer.ui.command import Command
from viewer.ui.commands import COMMANDS, MENUS, SUBMENUS, without_mnemonic
from viewer.ui.imaging.acts import ACTS
from viewer.ui.look import Look
from viewer.ui.present.talk_table import TALK_KEYS
from viewer.ui.slides.acts import rows as slide_rows

translate = QCoreApplication.translate

Row = tuple[str, str]
"""Keys, and what they do."""
Section = tuple[str, Sequence[Row]]


class KeyboardDialog(QDialog):
    """Lists every key and what it does, also during a talk, and what the mouse does.

    `left_out` names the commands that are not told, `panels` the panels with their keys.
    """

    def __init__(
        self,
        look: Look,
        parent: QWidget | None = None,
        left_out: Collection[str] = (),
        panels: Sequence[Row] = (),
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Keyboard", "Keyboard and mouse"))
        self._look = look
        layout = QVBoxLayout(self)
        margin = round(look.em_px * 1.5)
        layout.setContentsMargins(margin, margin, margin, margin)
        sheet = QWidget()
        beside = QHBoxLayout(sheet)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(round(look.em_px * 3))
        for column in _in_columns([*_sections(left_out), *_others(panels)]):
            beside.addLayout(self._column(column))
        area = QScrollArea()
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(sheet)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        bar = area.verticalScrollBar().sizeHint().width()
        area.setMinimumWidth(sheet.sizeHint().width() + bar)
        layout.addWidget(area)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        wanted = sheet.sizeHint().height() + 2 * margin + 2 * buttons.sizeHint().height()
        # A small screen scrolls.
        self.resize(self.sizeHint().width(), min(wanted, self.screen().availableSize().height()))

    def _column(self, sections: Sequence[Section]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(round(self._look.em_px * 2))
        grid.setVerticalSpacing(round(self._look.em_px * 0.35))
        for head, rows in sections:
            self._head(grid, head)
            for keys, words in rows:
                self._row(grid, keys, words)
        grid.setRowStretch(grid.rowCount(), 1)
        return grid

    def _head(self, grid: QGridLayout, text: str) -> None:
        label = QLabel(text)
        label.setFont(self._look.font("strong"))
        grid.addWidget(label, grid.rowCount(), 0, 1, 2)

    def _row(self, grid: QGridLayout, keys: str, words: str) -> None:
        row = grid.rowCount()
        grid.addWidget(QLabel(keys), row, 0)
        meaning = QLabel(words)
        meaning.setTextFormat(Qt.TextFormat.PlainText)
        grid.addWidget(meaning, row, 1)


def _sections(left_out: Collection[str]) -> Iterator[Section]:
    """Give each menu with its commands that have a key."""
    for menu, title in (*MENUS, *((name, title) for name, (_, title) in SUBMENUS.items())):
        told = [c for c in COMMANDS if c.menu == menu and c.keys and c.name not in left_out]
        if told:
            rows = [(key_names(command), without_mnemonic(command.words)) for command in told]
            yield without_mnemonic(translate("Menu", title)), rows


def _others(panels: Sequence[Row]) -> Iterator[Section]:
    if panels:
        yield without_mnemonic(translate("Menu", "&Panels")), panels
    pictured = [(act.key_names, act.words.removesuffix("…")) for act in ACTS]
    yield translate("Keyboard", "On a picture"), [*pictured, *_on_pictures()]
    yield translate("Keyboard", "While presenting"), [(row.names, row.words) for row in TALK_KEYS]
    yield translate("Keyboard", "On a slide"), slide_rows()
    yield translate("Keyboard", "Mouse"), _gestures()


def _on_pictures() -> tuple[Row, ...]:
    return (
        (translate("Keyboard", "Wheel"), translate("Keyboard", "Go through the pictures")),
        (translate("Keyboard", "Ctrl and wheel"), translate("Keyboard", "Zoom about the pointer")),
        (
            translate("Keyboard", "Right-drag"),
            translate("Keyboard", "Set the greys: width across, centre down"),
        ),
        (
            translate("Keyboard", "Shift and drag, or Space and drag"),
            translate("Keyboard", "Move the picture; also with the middle button"),
        ),
        (
            translate("Keyboard", "Double-click"),
            translate("Keyboard", "Close the polygon that is drawn"),
        ),
    )


def _in_columns(sections: Sequence[Section]) -> tuple[Sequence[Section], Sequence[Section]]:
    """Part the sections where both columns become as equally long as they can."""
    lengths = [len(rows) + 1 for _, rows in sections]
    all_ = sum(lengths)
    at = min(range(1, len(sections)), key=lambda n: abs(2 * sum(lengths[:n]) - all_), default=0)
    return sections[:at], sections[at:]


def key_names(command: Command) -> str:
    """Name a command's keys as this system writes them."""
    native = QKeySequence.SequenceFormat.NativeText
    return "  ".join(QKeySequence(key).toString(native) for key in command.keys)


def _gestures() -> tuple[tuple[str, str], ...]:
    return (
        (
            translate("Keyboard", "Click"),
            translate("Keyboard", "Select; on empty ground set the cursor"),
        ),
        (translate("Keyboard", "Double-click"), translate("Keyboard", "Zoom to the event")),
        (
            translate("Keyboard", "Drag"),
            translate("Keyboard", "Move the window; on the ruler the cursor"),
        ),
        (translate("Keyboard", "Wheel"), translate("Keyboard", "Zoom about the pointer")),
        (translate("Keyboard", "Shift and wheel"), translate("Keyboard", "Move the window")),
        (
            translate("Keyboard", "Right-click on the plots"),
            translate("Keyboard", "Choose units and scales"),
        ),
        (
            translate("Keyboard", "Shift and click"),
            translate("Keyboard", "Note on the day; in a plot on the point"),
        ),
        (
            translate("Keyboard", "Shift and drag"),
            translate("Keyboard", "Note on the days; in a plot on the box"),
        ),
        (
            translate("Keyboard", "Drag your own note"),
            translate("Keyboard", "Move it, or the edge of its days; Alt does not snap"),
        ),
        (
            translate("Keyboard", "Alt and click"),
            translate("Keyboard", "Put the second cursor there"),
        ),
        (
            translate("Keyboard", "Ctrl and drag"),
            translate("Keyboard", "Mark a period to compare, or move the edge of one"),
        ),
    )
