"""The pinned panel: details of several parts side by side."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from viewer.model.course import Selectable, part
from viewer.session.session import Session
from viewer.ui.look import Look
from viewer.ui.panels.panel import Panel
from viewer.ui.panels.part_details import part_blocks
from viewer.ui.widgets.block import Block, Follow, rule, stacked
from viewer.ui.widgets.empty import Empty
from viewer.ui.widgets.link import Target

translate = QCoreApplication.translate

COLUMN_EM = 24
"""From this width on a part has a column of its own (em)."""


@dataclass(frozen=True)
class Card:
    """The details of one pinned part, as they are shown."""

    id: str
    name: str
    blocks: tuple[Block, ...]

    def build(self, look: Look, follow: Follow) -> QWidget:
        """Build the details below the title, which selects the part, and the close button."""
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(round(0.4 * look.h_px))
        title, *told = self.blocks
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(title.build(look, follow), 1)
        head.addWidget(self._close_button(follow), 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(stacked(tuple(told), look, follow, gap_h=0.4))
        column.addWidget(rule(look))
        column.addStretch(1)
        return whole

    def _close_button(self, follow: Follow) -> QToolButton:
        button = QToolButton()
        button.setText("×")
        button.setAutoRaise(True)
        button.setObjectName("dock-button")
        said = translate("Pinned", "Unpin: {part}").format(part=self.name)
        button.setToolTip(said)
        button.setAccessibleName(said)
        button.clicked.connect(partial(_followed, follow, Target("pin", self.id)))
        return button


def _followed(follow: Follow, target: Target, *_: object) -> None:
    follow(target)


class PinnedPanel(Panel):
    """Full details of every pinned part, in columns where there is room for them."""

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__(session, look, "pinned")
        self._cards: tuple[Card, ...] = ()
        self._columns = 1
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.viewport().setAutoFillBackground(True)
        self._area.viewport().setBackgroundRole(QPalette.ColorRole.AlternateBase)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._area)
        session.pins_changed.connect(self.show_state)
        self.follow_cursor()
        self._build()

    def title(self) -> str:
        """Give the panel's name."""
        return translate("Pinned", "Pinned")

    def show_state(self) -> None:
        """Show the pinned parts as the case tells them now."""
        pins = self.session.state.pins
        found = (part(self.session.case, id_) for id_ in pins)
        cards = tuple(self._card(thing) for thing in found if thing is not None)
        self.set_heading(str(len(cards)) if cards else "")
        if cards != self._cards:
            self._cards = cards
            self._build()

    def restyle(self) -> None:
        """Build everything again in another look."""
        self._build()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take another number of columns where the width calls for it."""
        super().resizeEvent(event)
        if self._columns_wanted() != self._columns:
            self._build()

    def _card(self, thing: Selectable) -> Card:
        telling = self.telling
        _, *told = part_blocks(telling, thing, self.session.state.cursor)
        name, sign = telling.name(thing), telling.sign(thing)
        title = telling.line(name, sign, Target("part", thing.id), role="strong")
        return Card(thing.id, name, (title, *told))

    def _columns_wanted(self) -> int:
        room = int(self.width() / (COLUMN_EM * self.look.em_px))
        return max(1, min(room, len(self._cards)))

    def _build(self) -> None:
        """Lay the cards out; a page without any says how one gets there."""
        self._columns = self._columns_wanted()
        at = self._area.verticalScrollBar().value()
        sheet, h_px = QWidget(), self.look.h_px
        grid = QGridLayout(sheet)
        side = round(1.2 * h_px)
        grid.setContentsMargins(side, round(0.6 * h_px), side, round(h_px))
        grid.setHorizontalSpacing(round(1.5 * h_px))
        grid.setVerticalSpacing(round(0.8 * h_px))
        sheet.setAutoFillBackground(True)
        sheet.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        for number, card in enumerate(self._cards):
            row, column = divmod(number, self._columns)
            built = card.build(self.look, self.follow)
            grid.addWidget(built, row, column, Qt.AlignmentFlag.AlignTop)
        if not self._cards:
            grid.addWidget(Empty(_how_to_pin()).build(self.look, self.follow), 0, 0)
        for column in range(self._columns):
            grid.setColumnStretch(column, 1)
        grid.setRowStretch(grid.rowCount(), 1)
        old = self._area.takeWidget()
        if old is not None:
            # Not deleted at once: the click that led here may be inside one of its buttons.
            old.deleteLater()
        self._area.setWidget(sheet)
        self._area.verticalScrollBar().setValue(at)


def _how_to_pin() -> str:
    return translate(
        "Pinned", "Nothing is pinned. Select something and pin it in Details, or with Ctrl+D."
    )
