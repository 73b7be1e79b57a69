"""Before and after: the pictures of two studies beside each other, or on one another."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QRegion, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from viewer.session.session import Session
from viewer.ui.imaging.divider import Divider
from viewer.ui.imaging.linked import LinkedViews
from viewer.ui.imaging.page import PicturePage
from viewer.ui.look import Look
from viewer.ui.widgets.elided import ElidedLabel

translate = QCoreApplication.translate

Way = Literal["beside", "swipe"]
NARROW_EM = 40
"""In less room two studies are compared in a window of their own (em)."""


class ComparedPages(QWidget):
    """One page of pictures; a second one while two studies are compared.

    Beside each other, the one below the other where the room is higher than wide; or the second
    on the first, right of a divider.
    """

    ended = Signal()
    """One study is shown again."""

    def __init__(self, session: Session, look: Look, first: PicturePage) -> None:
        super().__init__()
        self._look = look
        self.first = first
        self.setFocusProxy(first)
        self.second = PicturePage(session, look)
        self.linked = LinkedViews(first.view, self.second.view)
        self.divider = Divider(look, self)
        self._way: Way = "beside"
        self._is_comparing = False
        self._leader = first
        """The page that was looked at before: the other one shows the same place at first."""
        self._build_bar()
        for page in (first, self.second):
            page.setParent(self)
            page.view.installEventFilter(self)
            page.problems_changed.connect(self._on_found)
        self.divider.raise_()
        self.divider.moved.connect(self._place)
        self.linked.changed.connect(self._say)
        self._show_parts()

    def _build_bar(self) -> None:
        self.bar = QWidget(self)
        row = QHBoxLayout(self.bar)
        edge = round(0.35 * self._look.h_px)
        row.setContentsMargins(edge, edge // 2, edge, edge // 2)
        row.setSpacing(max(1, edge // 2))
        words = translate
        self.beside = self._button(
            words("Picture", "Side by side"), "beside", lambda *_: self.show_as("beside")
        )
        self.swipe = self._button(
            words("Picture", "Swipe"), "swipe", lambda *_: self.show_as("swipe")
        )
        self.link = self._button(words("Picture", "Linked"), "linked", self.linked.link)
        self.close_button = self._button(
            words("Picture", "One study"), "one", lambda *_: self.end()
        )
        self.close_button.setCheckable(False)
        self.told = ElidedLabel()
        for widget in (self.beside, self.swipe, self.link):
            row.addWidget(widget)
        row.addWidget(self.told, 1)
        row.addWidget(self.close_button)

    def _button(self, words: str, name: str, act: Callable[..., object]) -> QToolButton:
        button = QToolButton()
        button.setText(words)
        button.setAccessibleName(words)
        button.setObjectName(f"compared.{name}")
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(act)
        return button

    # -- what is shown --------------------------------------------------------------------------

    @property
    def is_comparing(self) -> bool:
        """Whether two studies are shown."""
        return self._is_comparing

    @property
    def way(self) -> Way:
        """How two studies are shown."""
        return self._way

    @property
    def is_narrow(self) -> bool:
        """Whether two pictures with their buttons have no room beside each other."""
        return self.width() < NARROW_EM * self._look.em_px

    def begin(self) -> None:
        """Show two studies from now on."""
        self._is_comparing = True
        self._show_parts()

    def begin_at(self, leader: PicturePage) -> None:
        """Show in the other page what this one shows, as soon as both have something to show."""
        self._leader = leader
        self._on_found()

    def _on_found(self) -> None:
        if self._is_comparing:
            self.linked.follow(self._leader.view)
            self._say()

    def end(self) -> None:
        """Show one study again."""
        if self._is_comparing:
            self._is_comparing = False
            self.second.show_study(None)
            self._show_parts()
            self.ended.emit()

    def show_as(self, way: Way) -> None:
        """Show the two beside each other, or on one another."""
        self._way = way
        if way == "swipe" and not self.linked.is_linked:
            self.linked.link(True)  # else another place would be shown right of the line
        self._show_parts()
        self.linked.follow()

    @property
    def is_ready(self) -> bool:
        """Whether the pictures in sight are there, or known not to come."""
        return self.first.is_ready and (not self._is_comparing or self.second.is_ready)

    def restyle(self) -> None:
        """Show the same in another look."""
        for page in (self.first, self.second):
            page.restyle()
        self._place()

    def _show_parts(self) -> None:
        is_two, is_swipe = self._is_comparing, self._is_comparing and self._way == "swipe"
        self.bar.setVisible(is_two)
        self.second.setVisible(is_two)
        self.divider.setVisible(is_swipe)
        self.second.show_as_picture_alone(is_swipe)
        self.beside.setChecked(not is_swipe)
        self.swipe.setChecked(is_swipe)
        self.link.setEnabled(not is_swipe)
        self._place()
        self._say()

    def _say(self) -> None:
        self.link.setChecked(self.linked.is_linked)
        self.told.set_text(self.linked.words if self._is_comparing else "")

    # -- places ---------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Ask for what a page asks for."""
        return self.first.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Be content with what a page is content with."""
        return self.first.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give each its room."""
        super().resizeEvent(event)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the first picture, whose room changes with its buttons."""
        kinds = (QEvent.Type.Resize, QEvent.Type.Move)
        if watched is self.first.view and event.type() in kinds and self._way == "swipe":
            self._place_swiped()
        return False

    def _place(self) -> None:
        room = self.rect()
        if self._is_comparing:
            height = self.bar.sizeHint().height()
            self.bar.setGeometry(0, 0, room.width(), height)
            room.setTop(height)
        if self._is_comparing and self._way == "swipe":
            self.first.setGeometry(room)
            self._place_swiped()
            return
        self._uncover()
        if not self._is_comparing:
            self.first.setGeometry(room)
            return
        one, two = _halves(room, max(1, round(self._look.theme.stroke_scale)))
        self.first.setGeometry(one)
        self.second.setGeometry(two)

    def _uncover(self) -> None:
        self.second.clearMask()
        for page in (self.first, self.second):
            page.view.show_words_in(None)

    def _place_swiped(self) -> None:
        if not self._is_comparing or self._way != "swipe":
            return
        view = self.first.view
        corner = view.mapTo(self, QPoint(0, 0))
        room = QRect(corner, view.size())
        self.second.setGeometry(room)
        line = self.divider.stand_in(room.x(), room.y(), room.width(), room.height())
        left = QRect(0, 0, line, room.height())
        right = QRect(line, 0, max(room.width() - line, 1), room.height())
        self.second.setMask(QRegion(right))
        view.show_words_in(left)
        self.second.view.show_words_in(right)
        self.second.raise_()
        self.divider.raise_()


def _halves(room: QRect, gap: int) -> tuple[QRect, QRect]:
    """Part a room in two along its longer side."""
    if room.width() >= room.height():
        half = (room.width() - gap) // 2
        return (
            QRect(room.x(), room.y(), half, room.height()),
            QRect(room.x() + half + gap, room.y(), room.width() - half - gap, room.height()),
        )
    half = (room.height() - gap) // 2
    return (
        QRect(room.x(), room.y(), room.width(), half),
        QRect(room.x(), room.y() + half + gap, room.width(), room.height() - half - gap),
    )
