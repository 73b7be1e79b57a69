"""A page of blocks that scrolls up and down, never sideways."""

from itertools import accumulate

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from viewer.ui.look import Look
from viewer.ui.theme import palette
from viewer.ui.widgets.block import Block, Follow
from viewer.ui.widgets.facts import parts_of
from viewer.ui.widgets.found_words import Forms
from viewer.ui.widgets.link import LinkButton
from viewer.ui.widgets.plain_text import PlainText

IDLE_MS = 150
"""After so long without a change the rest of a page is built."""
TURN_MS = 5
"""So much time is given to others after each block of the rest."""


class Page(QScrollArea):
    """Blocks below one another on the panel's ground.

    Only blocks that have changed are built anew, so that a page can follow the cursor; the
    keyboard focus stays on the same link where it is still there. What is in sight is built at
    once, what is below it a block a turn as soon as the window has nothing else to do.
    """

    def __init__(self, look: Look, follow: Follow) -> None:
        super().__init__()
        self._look = look
        self._follow = follow
        self._blocks: tuple[Block, ...] = ()
        self._built: list[QWidget] = []
        """The widgets of the first blocks; those of the rest are still to be built."""
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._build_rest)
        self._wanted: str | None = None
        self._more: PlainText | None = None
        """Says that blocks are left out."""
        self._forms: Forms = ()
        self._sheet = QWidget()
        self._leaving = QWidget()
        self._column = QVBoxLayout(self._sheet)
        self._column.addStretch(1)
        self.setWidget(self._sheet)
        for ground in (self._sheet, self.viewport()):
            ground.setAutoFillBackground(True)
            ground.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if look.is_stage:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._dress()

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All that the page shows."""
        return self._blocks

    def show_blocks(self, blocks: tuple[Block, ...], is_staying: bool = False) -> None:
        """Show these blocks from the top, or from where the last ones stood where `is_staying`."""
        if self._look.is_stage:  # so that no more than needed is left out
            blocks = tuple(one for block in blocks for one in parts_of(block))
        if blocks != self._blocks:
            self._replace(blocks, _alike(self._blocks, blocks), is_staying)

    def show_found(self, forms: Forms) -> None:
        """Underline what is sought, now and in whatever is shown next."""
        self._forms = forms
        if forms:
            self.finish()
        for widget in self._words():
            widget.show_found(forms)

    def bring_found_to_view(self) -> None:
        """Scroll to the first of what is sought, once the page is laid out."""
        self.finish()
        QTimer.singleShot(0, self, self._scroll_to_found)

    def _scroll_to_found(self) -> None:
        found = (widget for widget in self._words() if widget.found_rects())
        places = {w.mapTo(self._sheet, w.found_rects()[0].center().toPoint()).y() for w in found}
        if places:
            self.ensureVisible(0, min(places), 0, round(2 * self._look.h_px))

    def _words(self) -> list[PlainText | LinkButton]:
        sheet = self._sheet
        return [*sheet.findChildren(PlainText), *sheet.findChildren(LinkButton)]

    def restyle(self) -> None:
        """Build the page again in another look."""
        self._dress()
        self._replace(self._blocks, (0, 0), is_staying=True)

    @property
    def needed(self) -> float:
        """Give how much of its height it needs to be seen whole; 1 is all of it."""
        self._show_all()
        return self._ends_px()[-1] / max(self.viewport().height(), 1) if self._built else 1.0

    def leave_out(self) -> None:
        """Show no block that is cut at the foot, but that there is more: nobody can scroll."""
        self._show_all()
        ends, room = self._ends_px(), self.viewport().height()
        if not ends or ends[-1] <= room:
            return
        self._more = PlainText("…", self._look, ink="ink_2")
        self._more.setPalette(palette(self._look.theme))
        room -= self._more.sizeHint().height() + self._column.spacing()
        count = sum(end <= room for end in ends)
        for widget in self._built[count:]:
            widget.hide()
        self._column.insertWidget(len(self._built), self._more)

    def _show_all(self) -> None:
        self.finish()
        if self._more is not None:
            self._column.removeWidget(self._more)
            self._more.hide()
            self._more.deleteLater()
            self._more = None
        for widget in self._built:
            widget.show()

    def _ends_px(self) -> list[int]:
        """Give where each block ends, with the margin below it."""
        margins, width = self._column.contentsMargins(), self._width_px()
        heights = (self._height_px(one, width) for one in self._built)
        steps = accumulate(height + self._column.spacing() for height in heights)
        spare = margins.top() + margins.bottom() - self._column.spacing()
        return [step + spare for step in steps]

    def bring_to_view(self, name: str) -> None:
        """Scroll to the widget with this object name once the page is laid out."""
        self._wanted = name
        self.finish()
        QTimer.singleShot(0, self, self._scroll_to_wanted)

    def _scroll_to_wanted(self) -> None:
        found = self._sheet.findChild(QWidget, self._wanted) if self._wanted else None
        self._wanted = None
        if found is None:
            return
        margin = round(self._look.h_px)
        # From its end to its beginning: where it is higher than the page, the beginning counts.
        end = found.mapTo(self._sheet, found.rect().bottomLeft())
        start = found.mapTo(self._sheet, found.rect().topLeft())
        self.ensureVisible(0, end.y(), 0, margin)
        self.ensureVisible(0, start.y(), 0, margin)

    def _replace(self, blocks: tuple[Block, ...], kept: tuple[int, int], is_staying: bool) -> None:
        """Put `blocks` in the place of the old ones, keeping so many at the start and the end."""
        first, last = kept
        if self._is_unfinished():
            first, last = min(first, len(self._built)), 0
        at = self.verticalScrollBar().value() if is_staying else 0
        focus = QApplication.focusWidget()
        end = len(self._built) - last
        leaving, below = self._built[first:end], self._built[end:]
        for old in leaving:
            self._column.removeWidget(old)
            # Not deleted at once: the click that led here may still be inside one of its links.
            old.setParent(self._leaving)
            old.deleteLater()
        self._blocks = blocks
        del self._built[first:]
        while below and len(self._built) + last < len(blocks):
            self._build_next()
        self._built += below
        self._build_sight(at)
        if self._forms:
            self.show_found(self._forms)
        self.verticalScrollBar().setValue(at)
        if focus is not None and focus is not QApplication.focusWidget():
            self.finish()
            self._focus_again(focus)

    # -- building -----------------------------------------------------------------------------

    def _is_unfinished(self) -> bool:
        return len(self._built) < len(self._blocks)

    def finish(self) -> None:
        """Build what has not been in sight yet."""
        while self._is_unfinished():
            self._build_next()

    def _build_next(self) -> None:
        widget = self._blocks[len(self._built)].build(self._look, self._follow)
        # Shown at once, in the width it will have: hidden it would count for nothing in the next
        # layout, and be laid out once more for the room it really takes.
        widget.setParent(self._sheet)
        if self._look.is_stage:  # what is made has the colours of the application's style sheet
            colours = palette(self._look.theme)
            for one in (widget, *widget.findChildren(QWidget)):
                one.setPalette(colours)
        width = self._width_px()
        widget.resize(width, self._height_px(widget, width))
        widget.show()
        self._column.insertWidget(len(self._built), widget)
        self._built.append(widget)

    def _width_px(self) -> int:
        margins = self._column.contentsMargins()
        return self.viewport().width() - margins.left() - margins.right()

    def _build_sight(self, top_px: int) -> None:
        """Build what is seen of the page from here on, and a little more: it must scroll then."""
        if not self.window().isVisible():
            self.finish()  # nobody waits for it
        if self._is_unfinished() and self.isVisible():
            width = self._width_px()
            wanted = top_px + self.viewport().height() + round(self._look.h_px)
            gap = self._column.spacing()
            height = sum(self._height_px(one, width) + gap for one in self._built)
            while self._is_unfinished() and height < wanted:
                self._build_next()
                height += self._height_px(self._built[-1], width) + gap
        if self._is_unfinished():
            self._rest.start(IDLE_MS)

    @staticmethod
    def _height_px(widget: QWidget, width_px: int) -> int:
        height = widget.heightForWidth(width_px) if widget.hasHeightForWidth() else -1
        return height if height >= 0 else widget.sizeHint().height()

    def _build_rest(self) -> None:
        if self._is_unfinished():
            self._build_next()
            self._rest.start(TURN_MS)

    def showEvent(self, event: QShowEvent) -> None:
        """Build what comes into sight."""
        super().showEvent(event)
        self._build_sight(self.verticalScrollBar().value())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Build what comes into sight."""
        super().resizeEvent(event)
        self._build_sight(self.verticalScrollBar().value())

    def _focus_again(self, lost: QWidget) -> None:
        """Give the focus to the link that replaces the lost one, else to the page."""
        links = self._sheet.findChildren(LinkButton)
        text = lost.text() if isinstance(lost, LinkButton) else None
        same = next((link for link in links if link.text() == text), None)
        (same or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _dress(self) -> None:
        h = self._look.h_px
        side = round(1.2 * h)
        self._column.setContentsMargins(side, round(0.6 * h), side, round(h))
        self._column.setSpacing(round(0.4 * h))


def _alike(old: tuple[Block, ...], new: tuple[Block, ...]) -> tuple[int, int]:
    """Count the blocks that are the same at the start and at the end."""
    most = min(len(old), len(new))
    first = next((i for i in range(most) if old[i] != new[i]), most)
    rest = most - first
    last = next((i for i in range(rest) if old[-1 - i] != new[-1 - i]), rest)
    return first, last
