"""One slide in its view: deep zoom, what is drawn on it, and what is said of it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QPointF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from viewer.geometry.slides import Stand, clamped, fit, zoomed_about
from viewer.io.slides.stored import OpenedSlide
from viewer.model.slides import SlideInfo, TileKey
from viewer.session.session import Session
from viewer.session.slides.kept_tiles import KeptTiles
from viewer.session.slides.tile_loader import TileLoader
from viewer.ui.look import Look
from viewer.ui.slides.drawing import Drawing
from viewer.ui.slides.furniture import (
    LOWEST_H,
    Navigator,
    Stamps,
    bar_of,
    bar_stamp,
    line_stamp,
    readout,
)
from viewer.ui.slides.shapes import OnTheSlide, draw_outline, draw_shape, draw_words, shapes_on
from viewer.ui.slides.tile_picture import TilePicture, image_of
from viewer.ui.words.joining import in_line
from viewer.ui.words.pathology_words import measured_words

KEPT_BYTES = 256 * 1024 * 1024
"""Decoded tiles of one view take no more."""
Place = tuple[float, float]
_TOP_LEFT, _BOTTOM_RIGHT = Qt.Corner.TopLeftCorner, Qt.Corner.BottomRightCorner


class SlideView(QWidget):
    """Shows an opened slide. Its stand counts in pixels of the device, places in the widget's."""

    stood = Signal(object, object, bool)
    """A person has moved it: where it stood (Stand), where it stands, and whether it alone."""
    tool_changed = Signal()
    author_wanted = Signal(object)
    """Nobody was asked yet who annotates; what is to be done then (a callable)."""

    def __init__(
        self, session: Session, look: Look, report: str, slide: OpenedSlide, name: str, aside: str
    ) -> None:
        """`name` says what it is, `aside` what is to be known beside it, such as synthetic."""
        super().__init__()
        self.session = session
        self.look = look
        self.report = report
        self.info: SlideInfo = slide.info
        self.drawing = Drawing(session, self.author_wanted.emit)
        self.navigator = Navigator(slide.info, look)
        self.loader = TileLoader[QImage](slide, image_of, KeptTiles(KEPT_BYTES), QImage.sizeInBytes)
        self._picture = TilePicture(slide.info, self.loader, look)
        self._name, self._aside, self._together = name, aside, ""
        self._stand: Stand | None = None
        self._stamps = Stamps()
        self._in_sight: object = None
        """What tiles were asked for last."""
        self._pointer: QPointF | None = None
        self._shapes: tuple[OnTheSlide, ...] = ()
        self.loader.came.connect(self._on_tile_came)
        session.annotations_changed.connect(self._on_annotations_changed)
        session.case_changed.connect(self._on_annotations_changed)
        session.selection_changed.connect(self.update)
        self.setAccessibleName(name)
        self.setAccessibleDescription(aside)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        is_used = not look.is_stage
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_used else Qt.FocusPolicy.NoFocus)
        self.navigator.is_wanted = is_used
        self._on_annotations_changed()

    # -- where it stands ----------------------------------------------------------------------

    @property
    def device(self) -> Place:
        """The size of the view in pixels of the device."""
        ratio = self.devicePixelRatioF()
        return max(1.0, round(self.width() * ratio)), max(1.0, round(self.height() * ratio))

    @property
    def stand(self) -> Stand:
        """Where it stands; the whole slide until it was moved."""
        return fit(self.info, self.device) if self._stand is None else self._stand

    @property
    def is_whole(self) -> bool:
        """Whether it shows the whole slide, whatever size it has."""
        return self._stand is None

    def put(self, stand: Stand | None) -> None:
        """Stand there, without telling others; None for the whole slide."""
        if stand != self._stand:
            self._stand = stand
            self._follow()

    def go(self, stand: Stand | None, *, is_alone: bool = False) -> None:
        """Stand there, where anything is to be seen, and tell those that move along."""
        before = self.stand
        self.put(None if stand is None else clamped(stand, self.info, self.device))
        if self.stand != before:
            self.stood.emit(before, self.stand, is_alone)

    def zoom_to(self, zoom: float, about: QPointF | None = None) -> None:
        """Zoom, keeping what is at a place of the view; its middle unless given."""
        width, height = self.device
        place = (width / 2, height / 2) if about is None else self._on_device(about)
        least = clamped(Stand(0, 0, zoom), self.info, self.device).zoom
        self.go(zoomed_about(self.stand, least, place, self.device))

    def to_slide(self, place: QPointF) -> Place:
        """Give the place on the slide at a place of the widget."""
        return self.stand.to_slide(self._on_device(place), self.device)

    def to_view(self, place: Place) -> Place:
        """Give where a place on the slide is on the widget."""
        x, y = self.stand.to_view(place, self.device)
        ratio = self.devicePixelRatioF()
        return x / ratio, y / ratio

    def _on_device(self, place: QPointF) -> Place:
        ratio = self.devicePixelRatioF()
        return place.x() * ratio, place.y() * ratio

    # -- what is said of it -------------------------------------------------------------------

    @property
    def shapes(self) -> tuple[OnTheSlide, ...]:
        """What all authors have drawn on it, as far as it may be shown."""
        return self._shapes

    @property
    def has_broken_part(self) -> bool:
        """Whether a part of what is shown cannot be read."""
        return self._picture.broken

    def say_together(self, words: str) -> None:
        """Say how it moves along with others; empty for alone."""
        self._together = words
        self.setAccessibleDescription(in_line(one for one in (self._aside, words) if one))
        self.update()

    def point(self, place: QPointF | None) -> None:
        """Tell what is at the pointer; None where there is none."""
        self._pointer = place
        self.update()

    def show_navigator(self, is_shown: bool) -> None:
        """Show or hide the small picture of the whole slide."""
        self.navigator.is_wanted = is_shown
        self.update()

    def restyle(self) -> None:
        """Take the colours of another look."""
        self._picture.forget()
        self._stamps.forget()
        self.navigator.forget()
        self._follow()

    def close_slide(self) -> None:
        """Ask for no more tiles."""
        self.loader.close()

    def _follow(self) -> None:
        """Ask for the tiles of where it stands now."""
        if self.width() > 0 and self.height() > 0:
            self._picture.show(self.stand, QSize(*(int(side) for side in self.device)))
            in_sight = self._picture.in_sight
            if in_sight != self._in_sight:
                self._in_sight = in_sight
                self.loader.want(self._picture.wanted())
        self.update()

    def _on_tile_came(self, key: TileKey) -> None:
        if key.level == len(self.info.levels) - 1:
            thumbnail = self.loader.tile(key)
            if thumbnail is not None:
                self.navigator.take(thumbnail)
                self._picture.forget()  # it is a stand-in for all that is not there yet
                self._picture.show(self.stand, QSize(*(int(side) for side in self.device)))
                self.update()
        if self._picture.take(key):
            self.update()

    def _on_annotations_changed(self) -> None:
        annotations = self.session.annotations
        self._shapes = tuple(shapes_on(annotations, self.report, self.info.path))
        self.update()

    # -- events -------------------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:
        """Be content with little."""
        return QSize(round(8 * self.look.em_px), round(6 * self.look.em_px))

    def sizeHint(self) -> QSize:
        """Ask for a fair part of a panel."""
        return QSize(round(26 * self.look.em_px), round(18 * self.look.em_px))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as there is room for."""
        super().resizeEvent(event)
        self._picture.forget()
        self._follow()

    def leaveEvent(self, event: QEvent) -> None:
        """Say no more where the pointer is."""
        super().leaveEvent(event)
        self.point(None)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the slide, then what lies over it."""
        ratio, size = self.devicePixelRatioF(), QSizeF(self.size())
        with QPainter(self) as painter:
            self._picture.draw(painter, event.rect(), ratio)
            self._paint_shapes(painter)
            if not self.look.is_stage:
                self.navigator.draw(painter, self.stand, size, ratio)
                self._paint_readout(painter, size, ratio)
            self._paint_still(painter, size, ratio)

    def _paint_readout(self, painter: QPainter, size: QSizeF, ratio: float) -> None:
        place = None if self._pointer is None else self.to_slide(self._pointer)
        words = readout(self.info, self.stand.zoom, place)
        stamp = partial(line_stamp, words, _BOTTOM_RIGHT, size, self.look)
        if place is None:
            self._stamps.draw(painter, (words, size.width(), size.height()), stamp, ratio)
        else:  # it is another one with every step
            stamp().paint(painter)

    def _paint_still(self, painter: QPainter, size: QSizeF, ratio: float) -> None:
        """Paint what is said of the slide, and its scale."""
        look, room = self.look, (size.width(), size.height())
        bar = bar_of(self.info, self.stand, size, look, ratio)
        if bar is not None:
            self._stamps.draw(painter, (bar, room), partial(bar_stamp, bar, size, look), ratio)
        said = [words for words in (self._name, self._aside, self._together) if words]
        if size.height() < LOWEST_H * look.h_px:
            # Whatever has no room: that it is no patient's must be seen.
            said = [in_line((self._aside, self._name, self._together))]
        for line, words in enumerate(said):
            stamp = partial(line_stamp, words, _TOP_LEFT, size, look, line)
            self._stamps.draw(painter, (words, line, room), stamp, ratio)

    def _paint_shapes(self, painter: QPainter) -> None:
        chosen = self.session.state.selection
        for one in self._shapes:
            is_selected = one.id == chosen
            draw_shape(painter, one, self.to_view, self.look, is_selected=is_selected)
        drawn = self.drawing.shape
        if drawn is not None:
            draw_outline(painter, drawn, self.to_view, self.look.theme.ink, self.look)
            foot = QPointF(*self.to_view(self.drawing.points[-1]))
            words = measured_words(self.drawing.measured(self.info))
            draw_words(painter, foot + QPointF(self.look.em_px, 0), words, self.look)
