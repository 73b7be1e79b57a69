"""What is written on a picture: where it lies, in which greys, and what must be known of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from viewer.geometry.picture_place import PicturePlace, scale_bar_mm
from viewer.model.pictures import Frame
from viewer.ui.imaging.texts import Words, WordSizes, draw_column, draw_plate, picture_theme
from viewer.ui.look import Look
from viewer.ui.words.numbers import number

translate = QCoreApplication.translate

BAR_SHARE = 0.28
"""The scale bar takes at most this share of the width."""


@dataclass(frozen=True)
class Overlay:
    """All words on a picture."""

    top: tuple[Words, ...] = ()
    """What it is, and what must be known of it."""
    bottom: tuple[Words, ...] = ()
    """Where it lies, its greys and the value under the pointer."""
    letters: tuple[str, str, str, str] = ("", "", "", "")
    """What of the patient lies at its left, right, upper and lower edge as it is drawn."""
    message: str = ""
    """Stands in place of a picture that is not there."""


def draw_overlay(
    painter: QPainter,
    room: QRectF,
    whole: QRectF,
    overlay: Overlay,
    place: PicturePlace,
    frame: Frame,
    look: Look,
) -> None:
    """Draw all words, and the scale bar, in a room of the screen.

    Letters stand at the edges of the `whole` view, of which the room may be the part in sight.
    """
    sizes = WordSizes(look)
    edge = 0.35 * sizes.letters_px("label")
    inside = room.adjusted(edge, edge, -edge, -edge)
    side = sizes.letters_px("strong")
    overlay = _fitting(overlay, inside, side, sizes, is_whole=room == whole)
    letters, column = overlay.letters, QRectF(inside)
    column.setWidth(_column_width(inside, side, letters))
    draw_column(painter, column, overlay.top, sizes)
    low = QRectF(column)
    low.setWidth(inside.width())
    low.setTop(inside.bottom() - sizes.height(overlay.bottom, low.width()))
    draw_column(painter, low, overlay.bottom, sizes)
    around = whole.adjusted(edge, edge, -edge, -edge)
    is_wide = room == whole and sizes.widest(overlay.bottom) > 0.5 * inside.width() - side
    foot = low.top() if is_wide else around.bottom()
    _draw_letters(painter, around, foot, letters, look)
    if not overlay.message:
        _draw_bar(painter, inside, low.top(), place, frame, look)


def _column_width(inside: QRectF, side: float, letters: Sequence[str]) -> float:
    """Give how wide words may be: what it is ends before a letter in the middle of the edge."""
    return max(inside.width() / 2 - side if letters[2] else inside.width() - side, 1)


def _fitting(
    overlay: Overlay, inside: QRectF, side: float, sizes: WordSizes, *, is_whole: bool
) -> Overlay:
    """Give what has room: first letters go, then the greys and the title; no warning ever does."""

    def height(given: Overlay) -> float:
        width = _column_width(inside, side, given.letters)
        return sizes.height(given.top, width) + sizes.height(given.bottom, inside.width())

    if not is_whole:
        overlay = replace(overlay, letters=(*overlay.letters[:2], "", ""))
    if height(overlay) > inside.height() - 2 * side:
        overlay = replace(overlay, letters=("", "", "", ""))
    if height(overlay) > inside.height():
        overlay = replace(overlay, bottom=overlay.bottom[:1])
    if height(overlay) > inside.height():
        overlay = replace(overlay, top=tuple(words for words in overlay.top if words.is_warning))
    return overlay


def draw_message(painter: QPainter, room: QRectF, message: str, look: Look) -> None:
    """Say in the place of a picture why it is not there."""
    painter.setFont(look.font("label"))
    painter.setPen(picture_theme().ink_2)
    edge = look.h_px
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    painter.drawText(room.adjusted(edge, 2 * edge, -edge, -2 * edge), int(flags), message)


def _draw_letters(
    painter: QPainter, room: QRectF, foot: float, letters: Sequence[str], look: Look
) -> None:
    """Draw the letters at the edges; the lower one above `foot`, where words may stand."""
    metrics = QFontMetricsF(look.font("strong"))
    painter.setFont(look.font("strong"))
    height = metrics.height()
    middle = room.center()
    ends = (
        QPointF(room.left(), middle.y()),
        QPointF(room.right(), middle.y()),
        QPointF(middle.x(), room.top()),
        QPointF(middle.x(), foot),
    )
    for letter, end in zip(letters, ends, strict=True):
        if letter:
            width = metrics.horizontalAdvance(letter) + 0.4 * height
            rect = QRectF(0, 0, width, height)
            rect.moveCenter(end)
            rect.moveLeft(min(max(rect.left(), room.left()), room.right() - width))
            rect.moveTop(min(max(rect.top(), room.top()), foot - height))
            flags = int(Qt.AlignmentFlag.AlignCenter)
            draw_plate(painter, rect, letter, picture_theme().ink, flags)


def _draw_bar(
    painter: QPainter, room: QRectF, below: float, place: PicturePlace, frame: Frame, look: Look
) -> None:
    """Draw a bar of a round length above what is written at the foot, at the right edge."""
    size = frame.pixel_size
    if size is None or size.x_mm <= 0:
        return
    px_per_mm = place.scale_x / size.x_mm
    length = scale_bar_mm(px_per_mm, BAR_SHARE * room.width())
    if length is None:
        return
    theme, metrics = picture_theme(), QFontMetricsF(look.font("small"))
    words = length_words(length)
    width = length * px_per_mm
    stroke = max(1, round(2 * look.theme.stroke_scale))
    pad = 0.3 * metrics.height()
    plate_width = max(width, metrics.horizontalAdvance(words)) + 2 * pad
    height = metrics.height() + stroke + pad
    plate = QRectF(room.right() - plate_width, room.bottom() - height, plate_width, height)
    if plate_width > 0.5 * room.width():
        plate.moveBottom(below)
    painter.setFont(look.font("small"))
    draw_plate(
        painter,
        plate,
        words,
        theme.ink,
        int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop),
    )
    left, y = plate.center().x() - width / 2, plate.bottom() - stroke - 0.5 * pad
    painter.fillRect(QRectF(round(left), round(y), round(width), stroke), theme.ink)
    for end in (round(left), round(left + width) - stroke):
        painter.fillRect(QRectF(end, round(y) - 2 * stroke, stroke, 3 * stroke), theme.ink)


def length_words(length_mm: float) -> str:
    """Say a length of the scale bar."""
    words = translate("Picture", "{length} mm")
    return words.format(length=number(length_mm))
