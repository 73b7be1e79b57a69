"""The part of a slide around a view: painted once, and only moved while the zoom stays."""

from collections.abc import Iterator

import numpy as np
from PySide6.QtCore import QCoreApplication, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QImage, QPainter, QPen, QPixmap, QRegion

from viewer.geometry.slides import Box, Stand, TileRange, level_for, tile_box, tiles_in
from viewer.io.slides.stored import Tile
from viewer.model.slides import TILE_PX, SlideInfo, TileKey
from viewer.session.slides.tile_loader import TileLoader
from viewer.ui.look import Look

translate = QCoreApplication.translate

MARGIN = 0.2
"""So much of the view is painted beyond each of its sides once it moves."""
CRISP = 2.0
"""From this zoom on the slide's own pixels are shown as squares."""
_COARSE_STEPS = 3
"""Tiles so many levels coarser are asked for first: they are soon there for all of the view."""


def image_of(tile: Tile) -> QImage:
    """Give a tile as a picture that is drawn without being converted again."""
    pixels = np.ascontiguousarray(tile)
    height, width = pixels.shape[:2]
    image = QImage(pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888)
    return image.convertToFormat(QImage.Format.Format_RGB32)


class TilePicture:
    """Paints tiles on a sheet: the slide at the zoom of the view, in device pixels from its corner.

    Where the right tile is not there yet, the nearest coarser or finer one is drawn.
    """

    def __init__(self, info: SlideInfo, loader: TileLoader[QImage], look: Look) -> None:
        self._info = info
        self._levels = info.levels
        self._loader = loader
        self._look = look
        self._pixmap = QPixmap()
        self._area = QRect()
        self._seen = QRect()
        self._zoom = 0.0

    # -- what the view asks for ---------------------------------------------------------------

    def show(self, stand: Stand, view: QSize) -> None:
        """Have ready what a view of this size (device pixels) shows."""
        left = round(stand.x * stand.zoom - view.width() / 2)
        top = round(stand.y * stand.zoom - view.height() / 2)
        self._seen = QRect(QPoint(left, top), view)
        if stand.zoom != self._zoom or self._pixmap.isNull():
            self._zoom = stand.zoom
            self._begin(self._seen)
        elif not self._area.contains(self._seen):
            self._move()

    def draw(self, painter: QPainter, place: QRect, ratio: float) -> None:
        """Draw a part of the view; `place` is in its own pixels, `ratio` of the device's each."""
        if ratio != 1:  # a part might end between two pixels of the device
            place = QRect(QPoint(), self._seen.size())
            painter.save()
            painter.scale(1 / ratio, 1 / ratio)
        source = place.translated(self._seen.topLeft() - self._area.topLeft())
        painter.drawPixmap(place.topLeft(), self._pixmap, source)
        if ratio != 1:
            painter.restore()

    def take(self, key: TileKey) -> bool:
        """Paint a tile that has come; give whether the view shows anything of it."""
        place = self._place(key).intersected(self._area)
        if not place.isEmpty() and not self._pixmap.isNull():
            self._paint(QRegion(place))
        return place.intersects(self._seen)

    def forget(self) -> None:
        """Paint everything anew when it is shown next."""
        self._pixmap = QPixmap()

    @property
    def in_sight(self) -> tuple[int, TileRange]:
        """The level that is drawn, and its tiles that the view touches."""
        level = self._level
        return level, tiles_in(self._on_slide(self._seen), self._levels[level])

    def wanted(self) -> Iterator[TileKey]:
        """Give the tiles that are needed for what is in sight, the most needed first."""
        level, inside = self.in_sight
        whole = TileKey(len(self._levels) - 1, 0, 0)
        if not self._info.has_overview:  # all of it would have to be decoded before anything
            yield from self._by_distance(level, inside)
        yield whole
        coarse = min(level + _COARSE_STEPS, len(self._levels) - 1)
        seen = tiles_in(self._on_slide(self._seen), self._levels[coarse])
        yield from self._by_distance(coarse, seen)
        yield from self._by_distance(level, inside)
        shown = self._levels[level]
        around = TileRange(
            max(0, inside.left - 1),
            max(0, inside.top - 1),
            min(shown.columns, inside.right + 1),
            min(shown.rows, inside.bottom + 1),
        )
        yield from self._by_distance(level, around)

    @property
    def broken(self) -> bool:
        """Whether a part of what the view shows cannot be read."""
        keys = [key for key in self._loader.broken if self._is_drawn(key)]
        return any(self._place(key).intersects(self._seen) for key in keys)

    def _is_drawn(self, key: TileKey) -> bool:
        return key.level == self._level

    @property
    def _level(self) -> int:
        return level_for(self._zoom, self._levels)

    def _by_distance(self, level: int, tiles: TileRange) -> list[TileKey]:
        x, y = (tiles.left + tiles.right - 1) / 2, (tiles.top + tiles.bottom - 1) / 2
        keys = [
            TileKey(level, column, row)
            for row in range(tiles.top, tiles.bottom)
            for column in range(tiles.left, tiles.right)
        ]
        return sorted(keys, key=lambda key: (key.column - x) ** 2 + (key.row - y) ** 2)

    # -- the sheet ----------------------------------------------------------------------------

    def _begin(self, area: QRect) -> None:
        self._area = area
        self._pixmap = QPixmap(area.size())
        self._paint(QRegion(area))

    def _move(self) -> None:
        """Take along what is painted already, and paint what is new, with room to move on."""
        across, down = (round(MARGIN * side) for side in self._seen.size().toTuple())
        area = self._seen.adjusted(-across, -down, across, down)
        old, was = self._pixmap, self._area
        if not was.intersects(area):
            self._begin(area)
            return
        self._area, self._pixmap = area, QPixmap(area.size())
        with QPainter(self._pixmap) as painter:
            painter.drawPixmap(was.topLeft() - area.topLeft(), old)
        self._paint(QRegion(area) - QRegion(was))

    def _paint(self, region: QRegion) -> None:
        look = self._look.theme
        level = self._level
        with QPainter(self._pixmap) as painter:
            painter.translate(-self._area.topLeft())
            painter.setClipRegion(region)
            painter.fillRect(region.boundingRect(), look.window)
            is_smooth = self._zoom < CRISP
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, is_smooth)
            tiles = tiles_in(self._on_slide(region.boundingRect()), self._levels[level])
            for key in self._by_distance(level, tiles):
                place = self._place(key)
                if region.intersects(place):
                    self._paint_tile(painter, key, place)

    def _paint_tile(self, painter: QPainter, key: TileKey, place: QRect) -> None:
        image = self._loader.tile(key)
        if image is not None:
            painter.drawImage(place, image)
            return
        if not self._paint_coarser(painter, key, place):
            painter.fillRect(place, self._look.theme.hover)
        self._paint_finer(painter, key)
        if key in self._loader.broken:
            self._mark_broken(painter, place)

    def _paint_coarser(self, painter: QPainter, key: TileKey, place: QRect) -> bool:
        box = tile_box(self._levels[key.level], key.column, key.row, self._info)
        for level in range(key.level + 1, len(self._levels)):
            steps = level - key.level
            over = TileKey(level, key.column >> steps, key.row >> steps)
            image = self._loader.tile(over)
            if image is not None:
                painter.drawImage(QRectF(place), image, self._source(box, over))
                return True
        return False

    def _paint_finer(self, painter: QPainter, key: TileKey) -> None:
        """Draw what is left of the level that was looked at before the view went farther away."""
        if key.level == 0:
            return
        for column in (2 * key.column, 2 * key.column + 1):
            for row in (2 * key.row, 2 * key.row + 1):
                finer = TileKey(key.level - 1, column, row)
                image = self._loader.tile(finer)
                if image is not None:
                    painter.drawImage(self._place(finer), image)

    def _source(self, box: Box, key: TileKey) -> QRectF:
        """Give which part of a coarser tile shows a box of the slide."""
        size = self._levels[key.level].downsample
        left, top = key.column * TILE_PX, key.row * TILE_PX
        first = box.left / size - left, box.top / size - top
        return QRectF(*first, (box.right - box.left) / size, (box.bottom - box.top) / size)

    def _mark_broken(self, painter: QPainter, place: QRect) -> None:
        theme = self._look.theme
        pen = QPen(theme.rule_strong, max(1, round(theme.stroke_scale)))
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.drawRect(QRectF(place).adjusted(1.5, 1.5, -1.5, -1.5))
        words, font = translate("Slide", "Cannot be read"), self._look.font("small")
        room = QFontMetrics(font).boundingRect(words).adjusted(-4, -2, 4, 2)
        room.moveCenter(place.center())
        if place.contains(room):
            painter.setFont(font)
            painter.fillRect(room, theme.paper)
            painter.setPen(theme.ink)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), words)

    # -- places -------------------------------------------------------------------------------

    def _place(self, key: TileKey) -> QRect:
        """Give where a tile lies on the sheet: its sides on whole pixels, without gaps."""
        box = tile_box(self._levels[key.level], key.column, key.row, self._info)
        first = QPoint(round(box.left * self._zoom), round(box.top * self._zoom))
        last = QPoint(round(box.right * self._zoom) - 1, round(box.bottom * self._zoom) - 1)
        return QRect(first, last)

    def _on_slide(self, area: QRect) -> Box:
        zoom = self._zoom
        ends = area.left() + area.width(), area.top() + area.height()
        return Box(area.left() / zoom, area.top() / zoom, ends[0] / zoom, ends[1] / zoom)
