"""A device that painters draw SVG on.

Qt's own keeps a clip in force that was left again, so that marks outside of it are lost, and
writes a text in as many pieces as it takes fonts.
"""

import base64
import math
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QLinearGradient,
    QPaintDevice,
    QPaintEngine,
    QPaintEngineState,
    QPainterPath,
    QTextItem,
    QTransform,
)

from viewer.ui.fonts import FAMILIES

_METRIC = QPaintDevice.PaintDeviceMetric
_CAPS = {Qt.PenCapStyle.FlatCap: "butt", Qt.PenCapStyle.RoundCap: "round"}
_JOINS = {Qt.PenJoinStyle.MiterJoin: "miter", Qt.PenJoinStyle.RoundJoin: "round"}
_FAMILY = ", ".join((*FAMILIES, "sans-serif"))
_NEAR_PX = 0.5
"""Pieces of a text stand so close to one another (dots)."""


class SvgDevice(QPaintDevice):
    """Collects what is painted; it is as large as the drawing (dots)."""

    def __init__(self, size: QSize, dots_per_inch: float) -> None:
        super().__init__()
        self._size, self._dots_per_inch = size, dots_per_inch
        self._engine = _Engine()

    def paintEngine(self) -> QPaintEngine:
        """Give what painters hand their shapes to."""
        return self._engine

    def metric(self, metric: QPaintDevice.PaintDeviceMetric) -> int:
        """Tell painters how large a dot is."""
        width, height, dots = self._size.width(), self._size.height(), self._dots_per_inch
        known = {
            _METRIC.PdmWidth: width,
            _METRIC.PdmHeight: height,
            _METRIC.PdmWidthMM: width / dots * 25.4,
            _METRIC.PdmHeightMM: height / dots * 25.4,
            _METRIC.PdmDevicePixelRatio: 1,
            _METRIC.PdmDevicePixelRatioScaled: QPaintDevice.devicePixelRatioFScale(),
            _METRIC.PdmNumColors: 1 << 24,
            _METRIC.PdmDepth: 32,
        }
        return round(known.get(metric, dots))

    @property
    def used(self) -> dict[tuple[int, bool], set[str]]:
        """The letters that texts need, by the weight of their font and whether it is slanted."""
        return self._engine.used

    def drawing(self, title: str, style: str) -> str:
        """Give all that was painted as a document of SVG 1.1."""
        width, height = self._size.width(), self._size.height()
        millimetres = [f"{side / self._dots_per_inch * 25.4:.2f}mm" for side in (width, height)]
        return (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
            f'version="1.1" width="{millimetres[0]}" height="{millimetres[1]}" '
            f'viewBox="0 0 {width} {height}">\n'
            f"<title>{escape(title)}</title>\n<style>\n{style}\n</style>\n"
            f"<defs>\n{self._engine.definitions()}\n</defs>\n{self._engine.body()}\n</svg>\n"
        )


class _Engine(QPaintEngine):
    """Writes each shape where it stands on the page, whatever the painter was moved by."""

    def __init__(self) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.used: dict[tuple[int, bool], set[str]] = {}
        self._body: list[str] = []
        self._defined: dict[str, str] = {}
        """What stands among the definitions, by what it says: its name."""
        self._text: _Text | None = None
        """The text whose pieces are still coming."""

    def definitions(self) -> str:
        return "\n".join(
            said.replace("<id>", f'id="{name}"', 1) for said, name in self._defined.items()
        )

    def body(self) -> str:
        self._end_text()
        return "\n".join(self._body)

    # -- what painters ask for ----------------------------------------------------------------

    def begin(self, _device: QPaintDevice) -> bool:
        return True

    def end(self) -> bool:
        self._end_text()
        return True

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    def updateState(self, _state: QPaintEngineState) -> None:
        """Do nothing: what is in force is asked for where something is drawn."""

    def drawPath(self, path: QPainterPath) -> None:
        painter = self.painter()
        self._draw(path, self._fill(painter.brush()) + self._stroke())

    def drawRects(self, rects: Any) -> None:
        for rect in rects:
            path = QPainterPath()
            path.addRect(QRectF(rect))
            self.drawPath(path)

    def drawEllipse(self, rect: Any) -> None:
        path = QPainterPath()
        path.addEllipse(QRectF(rect))
        self.drawPath(path)

    def drawLines(self, lines: Any) -> None:
        """Draw lines, however many, as one shape."""
        path = QPainterPath()
        for line in lines:
            path.moveTo(QPointF(line.p1()))
            path.lineTo(QPointF(line.p2()))
        self._draw(path, ' fill="none"' + self._stroke())

    def drawPolygon(self, points: Any, mode: Any) -> None:
        path = QPainterPath(QPointF(points[0]))
        for point in points[1:]:
            path.lineTo(QPointF(point))
        if mode == QPaintEngine.PolygonDrawMode.PolylineMode:
            self._draw(path, ' fill="none"' + self._stroke())
            return
        path.closeSubpath()
        path.setFillRule(
            Qt.FillRule.OddEvenFill
            if mode == QPaintEngine.PolygonDrawMode.OddEvenMode
            else Qt.FillRule.WindingFill
        )
        self.drawPath(path)

    def drawPixmap(self, rect: Any, pixmap: Any, source: Any) -> None:
        self.drawImage(rect, pixmap.toImage(), source)

    def drawImage(self, rect: Any, image: Any, source: Any, _flags: Any = None) -> None:
        """Put a picture of the case into the drawing."""
        at, clip = self._transform.mapRect(QRectF(rect)), self._clip(self._transform.mapRect(rect))
        if clip is None:
            return
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.copy(QRectF(source).toAlignedRect()).save(buffer, "PNG")
        data = base64.b64encode(bytes(buffer.data().data())).decode("ascii")
        place = f'x="{_n(at.x())}" y="{_n(at.y())}" width="{_n(at.width())}"'
        self._add(
            f'<image {place} height="{_n(at.height())}" preserveAspectRatio="none"'
            f'{clip}{self._opacity()} xlink:href="data:image/png;base64,{data}"/>'
        )

    def drawTextItem(self, place: Any, item: QTextItem) -> None:
        """Write a piece of a text; one that goes on where the last ended belongs to it."""
        transform, font = self._transform, item.font()
        at, scale = transform.map(QPointF(place)), transform.m11()
        box = QRectF(place.x(), place.y() - item.ascent(), item.width(), 2 * item.ascent())
        clip = self._clip(transform.mapRect(box))
        if clip is None:
            return
        size = font.pixelSize() if font.pixelSize() > 0 else font.pointSizeF() / 72 * self._dots()
        face = min((400, 500, 600), key=lambda w: abs(w - font.weight())), font.italic()
        self.used.setdefault(face, set()).update(item.text())
        pen = self.painter().pen().color()
        slant = ' font-style="italic"' if face[1] else ""
        says = (
            f' font-family="{escape(_FAMILY)}" font-size="{_n(size * scale)}"'
            f' font-weight="{face[0]}"{slant}{_colour("fill", pen)}{clip}{self._opacity()}'
        )
        if self._text is not None and self._text.goes_on(at, says):
            self._text.pieces.append((at.x(), item.text()))
        else:
            self._end_text()
            self._text = _Text(says, at.y(), [(at.x(), item.text())])
        self._text.end = at.x() + item.width() * scale

    # -- what is in force ---------------------------------------------------------------------

    @property
    def _transform(self) -> QTransform:
        return self.painter().deviceTransform()

    def _dots(self) -> int:
        return self.paintDevice().logicalDpiY()

    def _opacity(self) -> str:
        opacity = self.painter().opacity()
        return f' opacity="{_n(opacity)}"' if opacity < 1 else ""

    def _stroke(self) -> str:
        painter = self.painter()
        pen, scale = painter.pen(), self._transform.m11()
        if pen.style() == Qt.PenStyle.NoPen:
            return ""
        width = max(pen.widthF(), 1.0) * (1.0 if pen.isCosmetic() else scale)
        said = _colour("stroke", pen.color()) + f' stroke-width="{_n(width)}"'
        if cap := _CAPS.get(pen.capStyle(), "square"):
            said += (
                f' stroke-linecap="{cap}" stroke-linejoin="{_JOINS.get(pen.joinStyle(), "bevel")}"'
            )
        if pen.style() != Qt.PenStyle.SolidLine:
            said += f' stroke-dasharray="{" ".join(_n(one * width) for one in pen.dashPattern())}"'
        return said

    def _fill(self, brush: QBrush) -> str:
        gradient = brush.gradient()
        if isinstance(gradient, QLinearGradient):
            return f' fill="url(#{self._define(self._gradient(gradient))})"'
        return (
            ' fill="none"'
            if brush.style() == Qt.BrushStyle.NoBrush
            else _colour("fill", brush.color())
        )

    def _gradient(self, gradient: QLinearGradient) -> str:
        start, end = (self._transform.map(p) for p in (gradient.start(), gradient.finalStop()))
        stops = "".join(
            f'<stop offset="{_n(at, 4)}"{_colour("stop-color", colour, "stop-opacity")}/>'
            for at, colour in gradient.stops()
        )
        ends = f'x1="{_n(start.x())}" y1="{_n(start.y())}" x2="{_n(end.x())}" y2="{_n(end.y())}"'
        return (
            f'<linearGradient <id> gradientUnits="userSpaceOnUse" {ends}>{stops}</linearGradient>'
        )

    def _clip(self, bounds: QRectF) -> str | None:
        """Give what cuts a shape with these bounds; None where nothing of it is seen."""
        painter = self.painter()
        if not painter.hasClipping():
            return ""
        path = self._transform.map(painter.clipPath())
        room = path.boundingRect()
        # A line has no height, and would touch nothing.
        if not room.intersects(bounds.adjusted(-_NEAR_PX, -_NEAR_PX, _NEAR_PX, _NEAR_PX)):
            return None
        if _is_rect(path) and room.contains(bounds):
            return ""
        name = self._define(f'<clipPath <id>><path d="{_data(path)}"/></clipPath>')
        return f' clip-path="url(#{name})"'

    def _define(self, said: str) -> str:
        return self._defined.setdefault(said, f"d{len(self._defined)}")

    # -- writing ------------------------------------------------------------------------------

    def _draw(self, path: QPainterPath, says: str) -> None:
        mapped = self._transform.map(path)
        reach = self.painter().pen().widthF() * self._transform.m11() + 1
        clip = self._clip(mapped.boundingRect().adjusted(-reach, -reach, reach, reach))
        if clip is not None and not mapped.isEmpty() and says != ' fill="none"':
            rule = ' fill-rule="evenodd"' if path.fillRule() == Qt.FillRule.OddEvenFill else ""
            self._add(f'<path d="{_data(mapped)}"{rule}{says}{clip}{self._opacity()}/>')

    def _add(self, said: str) -> None:
        self._end_text()
        self._body.append(said)

    def _end_text(self) -> None:
        if self._text is not None:
            self._body.append(self._text.said())
            self._text = None


class _Text:
    """One text, in the pieces that its fonts make of it."""

    def __init__(self, says: str, y: float, pieces: list[tuple[float, str]]) -> None:
        self.pieces = pieces
        self.end = pieces[0][0]
        self._says, self._y = says, y

    def goes_on(self, at: QPointF, says: str) -> bool:
        """Tell whether a piece that stands there is one of it."""
        is_beside = abs(at.x() - self.end) < _NEAR_PX and abs(at.y() - self._y) < _NEAR_PX
        return is_beside and says == self._says

    def said(self) -> str:
        (x, first), *others = self.pieces
        more = "".join(f'<tspan x="{_n(at)}">{escape(words)}</tspan>' for at, words in others)
        place = f'x="{_n(x)}" y="{_n(self._y)}"'
        return f'<text xml:space="preserve" {place}{self._says}>{escape(first)}{more}</text>'


def _colour(name: str, colour: QColor, opacity: str = "") -> str:
    said = f" {name}={quoteattr(colour.name())}"
    if colour.alpha() < 255:
        said += f' {opacity or name + "-opacity"}="{_n(colour.alphaF(), 3)}"'
    return said


def _is_rect(path: QPainterPath) -> bool:
    box = path.boundingRect()
    return path.elementCount() == 5 and all(
        math.isclose(at.x, box.left()) or math.isclose(at.x, box.right())
        for at in (path.elementAt(number) for number in range(5))
    )


def _data(path: QPainterPath) -> str:
    """Give a path as SVG writes it."""
    said, number = [], 0
    while number < path.elementCount():
        at = path.elementAt(number)
        match at.type:
            case QPainterPath.ElementType.MoveToElement:
                said.append(f"M{_n(at.x)} {_n(at.y)}")
            case QPainterPath.ElementType.LineToElement:
                said.append(f"L{_n(at.x)} {_n(at.y)}")
            case _:  # a curve has two more points behind its first
                ends = [path.elementAt(number + more) for more in range(3)]
                said.append("C" + " ".join(f"{_n(one.x)} {_n(one.y)}" for one in ends))
                number += 2
        number += 1
    return "".join(said)


def _n(number: float, digits: int = 2) -> str:
    """Give a number no finer than is seen."""
    return f"{number:.{digits}f}".rstrip("0").rstrip(".") or "0"
