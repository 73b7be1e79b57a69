"""The picture itself: one slice of a series as a radiologist expects it, with its words."""

from typing import Protocol

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from viewer.geometry.grey import default_window
from viewer.geometry.picture_place import PicturePlace, placed
from viewer.model import picture_view
from viewer.model.picture_view import PictureView
from viewer.model.pictures import Frame, GreyWindow, Pixels
from viewer.session.pictures.series import SeriesPictures
from viewer.ui.imaging.overlay import draw_message, draw_overlay
from viewer.ui.imaging.slice_image import SliceImage, draw_image
from viewer.ui.imaging.texts import GROUND, picture_theme
from viewer.ui.imaging.words import PictureWords, accessible_words, overlay_of
from viewer.ui.look import Look

translate = QCoreApplication.translate

PATIENCE_MS = 20
"""What is said in place of pictures waits so long: mostly the next one is there by then."""


class Layer(Protocol):
    """Something that is painted over a picture."""

    def paint(self, painter: QPainter, place: PicturePlace, frame: Frame) -> None:
        """Paint it where the picture lies."""


class _Patience(QTimer):
    """Repaints a view after a while."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self.setSingleShot(True)
        self.setInterval(PATIENCE_MS)
        self.timeout.connect(view.update)


class ImageView(QWidget):
    """Shows one picture of a series at a time; what is shown is one frozen `PictureView`.

    It asks for what it shows: `frame_wanted` tells which picture is to be decoded next.
    """

    view_changed = Signal()
    """Another picture, window, size or place is shown."""
    pointed = Signal(object)
    """The place of the picture under the pointer; None where it has left."""
    series_changed = Signal()
    """Another series is shown, or none."""
    came = Signal()
    """The picture that is shown is there now, or is known not to come."""
    frame_wanted = Signal(int)
    """This picture of the series is seen now."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._pictures: SeriesPictures | None = None
        self._words = PictureWords()
        self._view = PictureView()
        self._pointer: QPointF | None = None
        self._image = SliceImage()
        self._fitting: GreyWindow | None = None
        """Fits the values of the series, where its files say none."""
        self._layers: list[Layer] = []
        self._room: QRect | None = None
        """Where the words of the picture stand; None for in all of the view."""
        self._patience = _Patience(self)
        self.setMouseTracking(not look.is_stage)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if look.is_stage else Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(translate("Picture", "Picture"))

    # -- what is shown ------------------------------------------------------------------------

    def show_series(
        self, pictures: SeriesPictures | None, words: PictureWords, view: PictureView
    ) -> None:
        """Show a series as it was looked at; of None only what is said instead."""
        if pictures is not self._pictures:
            if self._pictures is not None:
                self._pictures.frame_ready.disconnect(self._on_frame_known)
                self._pictures.failed.disconnect(self._on_frame_known)
            self._pictures = pictures
            self.series_changed.emit()
            self._image.forget()
            self._fitting = None
            if pictures is not None:
                pictures.frame_ready.connect(self._on_frame_known)
                pictures.failed.connect(self._on_frame_known)
        self._words = words
        self._view = view
        self._say()
        if pictures is None:
            self._patience.start()
        else:
            self.update()

    @property
    def pictures(self) -> SeriesPictures | None:
        """The series that is shown."""
        return self._pictures

    @property
    def view(self) -> PictureView:
        """What is shown of it, and how."""
        return self._view

    @property
    def words(self) -> PictureWords:
        """What is known of the series."""
        return self._words

    def apply(self, view: PictureView) -> None:
        """Show something else of the series; an equal view changes nothing."""
        if view == self._view:
            return
        is_other = view.frame != self._view.frame
        self._view = view
        if is_other:
            self._say()
            self.frame_wanted.emit(view.frame)
        self.update()
        self.view_changed.emit()

    @property
    def count(self) -> int:
        """How many pictures the series has."""
        return 0 if self._pictures is None else len(self._pictures.series.frames)

    @property
    def frame(self) -> Frame | None:
        """The picture that is shown; None without a series."""
        if self._pictures is None or not 0 <= self._view.frame < self.count:
            return None
        return self._pictures.series.frames[self._view.frame]

    @property
    def pixels(self) -> Pixels | None:
        """Its pixels; None where they are still to come, or will not."""
        return None if self._pictures is None else self._pictures.pixels(self._view.frame)

    @property
    def is_ready(self) -> bool:
        """Whether the picture is there, or known not to come."""
        pictures, index = self._pictures, self._view.frame
        is_broken = pictures is not None and pictures.problem(index) is not None
        return self.frame is None or self.pixels is not None or is_broken

    @property
    def window_shown(self) -> GreyWindow | None:
        """The window in force; None for a colour picture, and where there is no picture."""
        frame, pixels = self.frame, self.pixels
        if frame is None or pixels is None or pixels.is_colour:
            return None
        return self._view.window or self._own_window(frame, pixels)

    def _own_window(self, frame: Frame, pixels: Pixels) -> GreyWindow | None:
        """Give the file's window, else none for its table, else one that fits the values.

        Such a one stays the same for the series, so that its greys can be compared.
        """
        if frame.windows:
            return frame.windows[0]
        if pixels.table is not None:
            return None
        if self._fitting is None:
            self._fitting = default_window(pixels)
        return self._fitting

    @property
    def place(self) -> PicturePlace | None:
        """Where the picture lies in the view."""
        frame = self.frame
        if frame is None:
            return None
        return placed(self._view, frame, self.width(), self.height())

    def show_words_in(self, room: QRect | None) -> None:
        """Write on this part of the view, where the rest is covered; None for all of it."""
        if room != self._room:
            self._room = room
            self.update()

    def add_layer(self, layer: Layer) -> None:
        """Paint something over the picture, below its words."""
        self._layers.append(layer)

    def show_pointer(self, place: QPointF | None) -> None:
        """Tell the value at a place of the view; None for none."""
        if place != self._pointer:
            self._pointer = place
            picture = self.place
            if place is None or picture is None:
                self.pointed.emit(None)
            else:
                self.pointed.emit(picture.on_picture((place.x(), place.y())))
            self.update()

    # -- changing what is shown -----------------------------------------------------------------

    def step(self, steps: int) -> None:
        """Go on by some pictures, or back."""
        self.apply(picture_view.step(self._view, steps, self.count))

    def show_frame(self, index: int) -> None:
        """Show the picture with this index."""
        self.apply(picture_view.show_frame(self._view, index, self.count))

    def zoom(self, factor: float, about: QPointF | None = None) -> None:
        """Make the picture larger about a place of the view, else about the middle."""
        picture = self.place
        if picture is not None:
            about = QRectF(self.rect()).center() if about is None else about
            place = picture.on_picture((about.x(), about.y()))
            self.apply(
                picture_view.zoom_about(self._view, picture.zoom, picture.centre, place, factor)
            )

    def shift(self, right_px: float, down_px: float) -> None:
        """Move the picture with the hand."""
        picture = self.place
        if picture is not None:
            right = -right_px if picture.is_flipped else right_px
            x = picture.centre[0] - right / picture.scale_x
            y = picture.centre[1] - down_px / picture.scale_y
            size = picture.columns, picture.rows
            self.apply(picture_view.move(self._view, picture.zoom, (x, y), size))

    def show_pixels(self) -> None:
        """Draw each pixel of the picture on one of the screen."""
        picture = self.place
        if picture is not None:
            zoom = 1 / self.devicePixelRatioF()
            self.apply(picture_view.show_pixels(self._view, zoom, picture.centre))

    # -- painting -----------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Ask for a square as wide as a panel."""
        side = round(22 * self.look.em_px)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Be content with what a few words need."""
        return QSize(round(8 * self.look.em_px), round(8 * self.look.em_px))

    def leaveEvent(self, event: QEvent) -> None:
        """Tell no value where there is no pointer."""
        super().leaveEvent(event)
        self.show_pointer(None)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture on black, what was drawn on it, and its words."""
        frame, place = self.frame, self.place
        room = QRectF(self.rect() if self._room is None else self._room)
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), GROUND)
            if frame is None or place is None:
                draw_message(painter, room, self._words.instead, self.look)
                return
            pixels = self.pixels
            overlay = overlay_of(self, None if self.look.is_stage else self._pointer)
            if pixels is not None:
                window, is_inverted = self.window_shown, self._view.is_inverted
                image = self._image.image(pixels, window, place, is_inverted=is_inverted)
                draw_image(painter, image, place)
                for layer in self._layers:
                    layer.paint(painter, place, frame)
            else:
                draw_message(painter, room, overlay.message, self.look)
            draw_overlay(painter, room, QRectF(self.rect()), overlay, place, frame, self.look)
            if self.hasFocus():
                painter.setPen(picture_theme().ink_3)
                painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    # -- following ----------------------------------------------------------------------------

    def _on_frame_known(self, index: int, *_problem: object) -> None:
        if index == self._view.frame:
            self._say()
            self.update()
            self.came.emit()

    def _say(self) -> None:
        self.setAccessibleDescription(accessible_words(self))
