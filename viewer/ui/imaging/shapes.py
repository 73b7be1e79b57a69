"""What was drawn on the picture that is seen, by all authors: painted, and found by the hand."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from viewer.geometry.picture_measuring import measured_of
from viewer.geometry.picture_place import PicturePlace
from viewer.geometry.shape_handles import distance, handles, nearest, outline
from viewer.model.annotation import Content, Measured, OnImage, PictureShape
from viewer.model.annotation_set import AnnotationSet
from viewer.model.picture_view import Place
from viewer.model.pictures import Frame, Pixels
from viewer.session.session import Session
from viewer.ui.imaging.measured_words import measured_lines
from viewer.ui.imaging.texts import PLATE, picture_theme
from viewer.ui.look import Look
from viewer.ui.marks.authors import AuthorSign, author_signs, draw_author
from viewer.ui.marks.strokes import kept

REACH_H = 0.45
"""How near the hand must be to a line or a handle (lines of text)."""
STROKE_PX = 1.5


@dataclass(frozen=True)
class DrawnShape:
    """One shape on the picture, with whose it is."""

    id: str
    shape: PictureShape
    measured: Measured | None
    sign: AuthorSign | None = None
    is_mine: bool = True
    """Whether the person may change it."""


class ShapesOnPictures:
    """Knows which annotations stand on which picture of a study."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._of: tuple[AnnotationSet, str] | None = None
        self._by_picture: Mapping[str, tuple[DrawnShape, ...]] = {}

    def on(self, study: str, picture: str) -> tuple[DrawnShape, ...]:
        """Give the shapes on a picture, in the order of their making."""
        annotations = self._session.annotations
        if self._of is None or self._of[0] is not annotations or self._of[1] != study:
            self._of = annotations, study
            self._by_picture = self._sorted(annotations, study)
        return self._by_picture.get(picture, ())

    def _sorted(
        self, annotations: AnnotationSet, study: str
    ) -> Mapping[str, tuple[DrawnShape, ...]]:
        signs = author_signs(annotations.authors)
        found: dict[str, list[DrawnShape]] = {}
        for one in annotations.shown:
            content = one.content
            target = content.target if content is not None else None
            if content is None or not isinstance(target, OnImage) or target.study != study:
                continue
            if target.shape is not None:
                is_mine = self._session.annotating.is_mine(one.id)
                sign = signs.get(one.author)
                drawn = DrawnShape(one.id, target.shape, content.measured, sign, is_mine)
                found.setdefault(target.picture, []).append(drawn)
        return {picture: tuple(shapes) for picture, shapes in found.items()}


class ShapeLayer:
    """Paints the shapes on a picture, one of them as it is being drawn or moved."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.shapes: tuple[DrawnShape, ...] = ()
        self.chosen = ""
        """Id of the one whose handles are shown; empty for none."""
        self.moving: DrawnShape | None = None
        """Stands for the one with its id, or for one that is not kept yet."""
        self.is_open = False
        """Whether `moving` is a line that is not at its end yet."""

    def at(self, place: QPointF, picture: PicturePlace) -> DrawnShape | None:
        """Give the shape under a place of the view, the last one drawn first."""
        spot = place.x(), place.y()
        for drawn in reversed(self.shapes):
            points, is_closed = outline(drawn.shape)
            lines = [picture.on_screen(point) for point in points]
            if distance(lines, is_closed, spot) <= self.reach_px:
                return drawn
        return None

    def handle_at(self, place: QPointF, picture: PicturePlace) -> tuple[DrawnShape, int] | None:
        """Give the handle of the chosen shape at a place of the view, where it can be moved."""
        chosen = self.chosen_shape
        if chosen is None or not chosen.is_mine:
            return None
        spots = [picture.on_screen(point) for point in handles(chosen.shape)]
        number = nearest(spots, (place.x(), place.y()), self.reach_px)
        return None if number is None else (chosen, number)

    @property
    def chosen_shape(self) -> DrawnShape | None:
        """The shape that is chosen on this picture."""
        return next((drawn for drawn in self.shapes if drawn.id == self.chosen), None)

    @property
    def reach_px(self) -> float:
        """How near the hand must be (pixels)."""
        return REACH_H * self.look.h_px

    # -- painting -----------------------------------------------------------------------------

    def paint(self, painter: QPainter, place: PicturePlace, frame: Frame) -> None:
        """Paint all shapes, with what was measured beside each."""
        moving = self.moving
        shown = [drawn for drawn in self.shapes if moving is None or drawn.id != moving.id]
        room = QRectF(painter.viewport())
        for drawn in [*shown, *([] if moving is None else [moving])]:
            with kept(painter):
                self._paint_one(painter, drawn, place, frame, room)

    def _paint_one(
        self, painter: QPainter, drawn: DrawnShape, place: PicturePlace, frame: Frame, room: QRectF
    ) -> None:
        theme = picture_theme()
        colour = theme.ink if drawn.sign is None else theme.authors[drawn.sign.colour]
        points, is_closed = outline(drawn.shape)
        line = QPolygonF([QPointF(*place.on_screen(point)) for point in points])
        stroke = STROKE_PX * self.look.theme.stroke_scale
        is_open = self.is_open and drawn is self.moving
        for width, pen_colour in ((stroke + 2, PLATE), (stroke, colour)):
            painter.setPen(QPen(pen_colour, width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            if is_closed and not is_open:
                painter.drawPolygon(line)
            else:
                painter.drawPolyline(line)
        if drawn.id == self.chosen or drawn is self.moving or len(points) <= 2:
            self._paint_handles(painter, drawn, place, colour)
        if drawn.measured is not None:
            self._paint_words(painter, drawn, line.boundingRect(), frame, room, colour)

    def _paint_handles(
        self, painter: QPainter, drawn: DrawnShape, place: PicturePlace, colour: QColor
    ) -> None:
        is_chosen = drawn.id == self.chosen or drawn is self.moving
        side = (0.42 if is_chosen else 0.2) * self.look.h_px
        painter.setPen(QPen(PLATE, 1))
        painter.setBrush(colour)
        for spot in handles(drawn.shape):
            rect = QRectF(0, 0, side, side)
            rect.moveCenter(QPointF(*place.on_screen(spot)))
            painter.drawRect(rect)

    def _paint_words(
        self,
        painter: QPainter,
        drawn: DrawnShape,
        around: QRectF,
        frame: Frame,
        room: QRectF,
        colour: QColor,
    ) -> None:
        assert drawn.measured is not None
        lines = measured_lines(drawn.measured, drawn.shape, frame)
        metrics = QFontMetricsF(self.look.font("small"))
        pad = 0.3 * metrics.height()
        mark = 0.0 if drawn.sign is None else 1.1 * metrics.height()
        width = max((metrics.horizontalAdvance(line) for line in lines), default=0) + 2 * pad + mark
        rect = QRectF(0, 0, width, metrics.height() * len(lines) + 0.3 * pad)
        rect.moveCenter(around.center())
        rect.moveLeft(around.right() + pad)
        if rect.right() > room.right():
            rect.moveRight(around.left() - pad)
        rect.moveLeft(min(max(rect.left(), room.left()), room.right() - rect.width()))
        rect.moveTop(min(max(rect.top(), room.top()), room.bottom() - rect.height()))
        painter.fillRect(rect, PLATE)
        painter.setFont(self.look.font("small"))
        painter.setPen(colour)
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(rect.adjusted(pad + mark, 0, 0, 0), flags, "\n".join(lines))
        if drawn.sign is not None:
            centre = QPointF(rect.left() + 0.5 * (pad + mark), rect.top() + 0.5 * metrics.height())
            size = 0.85 * metrics.height()
            font = self.look.font("small")
            draw_author(painter, centre, drawn.sign, picture_theme(), size_px=size, font=font)


def as_measured(
    drawn: DrawnShape, shape: PictureShape, frame: Frame, pixels: Pixels | None
) -> DrawnShape:
    """Give a shape that was changed, measured anew; its lesion stays."""
    measured = measured_of(shape, frame, pixels)
    before = drawn.measured
    if before is not None:
        measured = measured.model_copy(update={"lesion": before.lesion, "is_node": before.is_node})
    return replace(drawn, shape=shape, measured=measured)


def with_shape(content: Content, drawn: DrawnShape) -> Content:
    """Give an annotation with its shape and measures as they are drawn now."""
    target = content.target
    assert isinstance(target, OnImage)
    update = {"target": target.model_copy(update={"shape": drawn.shape})}
    return content.model_copy(update={**update, "measured": drawn.measured})


def inside(place: Place, frame: Frame) -> Place:
    """Give a place of the picture, or the nearest to it at its edge."""
    return min(max(place[0], 0.0), float(frame.columns)), min(max(place[1], 0.0), float(frame.rows))
