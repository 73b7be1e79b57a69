"""What lies over a slide in its view: name, scale bar, place of the pointer, overview."""

from collections.abc import Callable, Hashable
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QPen, QPixmap

from viewer.geometry.slides import (
    UM_PER_MM,
    Box,
    ScaleBar,
    Stand,
    navigator_box,
    scale_bar,
)
from viewer.model.slides import SlideInfo
from viewer.ui.look import FontRole, Look
from viewer.ui.words.joining import labelled
from viewer.ui.words.pathology_words import length_words, power_words, share_words

translate = QCoreApplication.translate

NAVIGATOR_SHARE = 0.28
"""The overview takes at most so much of the view in each direction."""
NAVIGATOR_EM = 12
LOW_H, LOWEST_H = 10, 6
"""In a lower view there is no overview; in one lower still all is said on one line (lines)."""
BAR_SHARE = 0.3
LONGEST_BAR_EM = 12
MOST_STAMPS = 32
EDGE_H = 0.4
"""How far all of it is from the edges (lines)."""


class Navigator:
    """A small picture of the whole slide with a frame about what the view shows."""

    def __init__(self, info: SlideInfo, look: Look) -> None:
        self.is_wanted = True
        self._info = info
        self._look = look
        self._image: QImage | None = None
        self._pixmap = QPixmap()
        self._placed: dict[tuple[float, float], QRectF] = {}

    def take(self, thumbnail: QImage) -> None:
        """Show the slide from now on."""
        self._image, self._pixmap = thumbnail, QPixmap()

    def forget(self) -> None:
        """Measure anew, in another look."""
        self._placed.clear()

    def place(self, view: QSizeF) -> QRectF:
        """Give where it is in a view of this size; empty where it is not shown."""
        if not self.is_wanted or self._image is None:
            return QRectF()
        size = view.width(), view.height()
        if size not in self._placed:
            self._placed = {size: self._place(view)}  # it is asked for with every step
        return self._placed[size]

    def _place(self, view: QSizeF) -> QRectF:
        em, edge = self._look.em_px, EDGE_H * self._look.h_px
        if view.height() < LOW_H * self._look.h_px:
            return QRectF()
        most = QSizeF(view.width() * NAVIGATOR_SHARE, view.height() * NAVIGATOR_SHARE)
        most = most.boundedTo(QSizeF(NAVIGATOR_EM * em, NAVIGATOR_EM * em))
        size = QSizeF(self._info.width, self._info.height).scaled(
            most, Qt.AspectRatioMode.KeepAspectRatio
        )
        width, height = (max(2, round(side)) for side in size.toTuple())
        return QRectF(round(view.width() - edge - width), round(edge), width, height)

    def slide_place(self, place: QPointF, view: QSizeF) -> tuple[float, float]:
        """Give which place of the slide is at a place in the view, on it or beside it."""
        shown = self.place(view)
        across = (place.x() - shown.left()) / shown.width() * self._info.width
        down = (place.y() - shown.top()) / shown.height() * self._info.height
        return across, down

    def draw(self, painter: QPainter, stand: Stand, view: QSizeF, ratio: float) -> None:
        """Draw it in its corner."""
        place, theme = self.place(view), self._look.theme
        if place.isEmpty() or self._image is None:
            return
        self._scale(self._image, place, ratio)
        painter.drawPixmap(place.topLeft(), self._pixmap)
        painter.setPen(QPen(theme.rule_strong, 1))
        painter.drawRect(place.adjusted(-0.5, -0.5, 0.5, 0.5))
        device = view.width() * ratio, view.height() * ratio
        seen = navigator_box(stand, device, self._info, (place.width(), place.height()))
        frame = _frame(seen, place)
        for ink, width in ((theme.paper, 3), (theme.ink, 1)):
            painter.setPen(QPen(ink, width))
            painter.drawRect(frame)

    def _scale(self, image: QImage, place: QRectF, ratio: float) -> None:
        size = QSize(round(place.width() * ratio), round(place.height() * ratio))
        if self._pixmap.size() != size:
            smooth = Qt.TransformationMode.SmoothTransformation
            scaled = image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
            self._pixmap = QPixmap.fromImage(scaled)
            self._pixmap.setDevicePixelRatio(ratio)


def _frame(seen: Box, place: QRectF) -> QRectF:
    """Give the frame on whole pixels; never less than can be seen."""
    left, top = round(place.left() + seen.left), round(place.top() + seen.top)
    width = max(3, round(seen.right - seen.left) - 1)
    height = max(3, round(seen.bottom - seen.top) - 1)
    return QRectF(left + 0.5, top + 0.5, width, height)


def bar_of(
    info: SlideInfo, stand: Stand, view: QSizeF, look: Look, ratio: float
) -> ScaleBar | None:
    """Give the scale bar of a view, in its own pixels; None where no size is stated."""
    if info.um_per_px is None:
        return None
    room = min(BAR_SHARE * view.width(), LONGEST_BAR_EM * look.em_px)
    return scale_bar(info.um_per_px[0] / stand.zoom * ratio, max(room, 1))


class Stamp(NamedTuple):
    """Something small that lies over a slide: where, and how it is painted there."""

    place: QRectF
    paint: Callable[[QPainter], None]


class Stamps:
    """Keeps pictures of what stays the same from step to step: letters are slow to paint."""

    def __init__(self) -> None:
        self._made: dict[Hashable, tuple[QPointF, QPixmap]] = {}

    def forget(self) -> None:
        """Paint everything anew when it is drawn next."""
        self._made.clear()

    def draw(
        self, painter: QPainter, key: Hashable, make: Callable[[], Stamp], ratio: float
    ) -> None:
        """Draw what is always the same for a key; `ratio` pixels of the device for each."""
        if key not in self._made:
            if len(self._made) > MOST_STAMPS:
                self._made.clear()
            stamp = make()
            pixmap = QPixmap((stamp.place.size() * ratio).toSize())
            pixmap.setDevicePixelRatio(ratio)
            with QPainter(pixmap) as onto:
                onto.translate(-stamp.place.topLeft())
                stamp.paint(onto)
            self._made[key] = stamp.place.topLeft(), pixmap
        painter.drawPixmap(*self._made[key])


def bar_stamp(bar: ScaleBar, view: QSizeF, look: Look) -> Stamp:
    """Give a scale bar and its length in the lower left corner, on paper."""
    theme, edge, pad = look.theme, EDGE_H * look.h_px, 0.25 * look.h_px
    font = look.font("small")
    metrics, words = QFontMetricsF(font), length_words(bar.um / UM_PER_MM)
    width = max(bar.width_px, metrics.horizontalAdvance(words)) + 2 * pad
    height = metrics.height() + 3 * pad
    box = QRectF(round(edge), round(view.height() - edge - height), round(width), round(height))
    thick = max(2, round(2 * theme.stroke_scale))
    left, foot = round(box.left() + pad), round(box.bottom() - pad)

    def paint(painter: QPainter) -> None:
        painter.fillRect(box, theme.paper)
        painter.fillRect(QRectF(left, foot - thick, round(bar.width_px), thick), theme.ink)
        painter.setFont(font)
        painter.setPen(theme.ink)
        room = QRectF(left, box.top() + 0.5 * pad, width - 2 * pad, metrics.height())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), words)

    return Stamp(box, paint)


def line_stamp(words: str, corner: Qt.Corner, view: QSizeF, look: Look, line: int = 0) -> Stamp:
    """Give words on paper in a corner of the view; `line` counts from that corner."""
    role: FontRole = "strong" if corner == Qt.Corner.TopLeftCorner and line == 0 else "small"
    font, theme, edge = look.font(role), look.theme, EDGE_H * look.h_px
    metrics, pad = QFontMetricsF(font), 0.25 * look.h_px
    is_left = corner in (Qt.Corner.TopLeftCorner, Qt.Corner.BottomLeftCorner)
    is_top = corner in (Qt.Corner.TopLeftCorner, Qt.Corner.TopRightCorner)
    is_beside = is_top and view.height() >= LOW_H * look.h_px
    room = view.width() * (1 - NAVIGATOR_SHARE if is_beside else 1.0) - 3 * edge
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
    box = QRectF(0, 0, round(metrics.horizontalAdvance(shown) + 2 * pad), round(metrics.height()))
    box.moveLeft(round(edge if is_left else view.width() - edge - box.width()))
    step = line * round(look.h_px * 1.1)
    box.moveTop(round(edge + step if is_top else view.height() - edge - step - box.height()))

    def paint(painter: QPainter) -> None:
        painter.fillRect(box, theme.paper)
        painter.setFont(font)
        painter.setPen(theme.ink)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), shown)

    return Stamp(box, paint)


def readout(info: SlideInfo, zoom: float, place: tuple[float, float] | None) -> str:
    """Say how much the slide is magnified, and where on it the pointer is."""
    size = share_words(zoom) if info.objective is None else power_words(zoom * info.objective)
    if place is None or not (0 <= place[0] < info.width and 0 <= place[1] < info.height):
        return size
    x, y = place
    if info.um_per_px is None:
        words = translate("Slide", "pixel {x}, {y}")
        return labelled(size, words.format(x=f"{int(x):,}", y=f"{int(y):,}"))
    x, y = x * info.um_per_px[0] / UM_PER_MM, y * info.um_per_px[1] / UM_PER_MM
    return labelled(size, translate("Slide", "{x}, {y} mm").format(x=f"{x:.3f}", y=f"{y:.3f}"))
