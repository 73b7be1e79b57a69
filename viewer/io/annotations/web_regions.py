"""Shapes on pictures as the selectors of the W3C Web Annotation model, and back.

A box whose corners are whole pixels is a fragment (`xywh=pixel:`), everything else is SVG. What
other programs wrote is read as well: the basic shapes of SVG, one of them in a selector.
Source: https://www.w3.org/TR/annotation-model/ sections 4.2.1 and 4.2.9;
https://www.w3.org/TR/media-frags/ section 4.2.2
"""

import re
from collections.abc import Callable, Mapping
from typing import Any, Final
from xml.etree import ElementTree

from viewer.model.annotation import PictureShape, ShapeKind

FRAGMENTS: Final = "http://www.w3.org/TR/media-frags/"
SVG: Final = "http://www.w3.org/2000/svg"
LONGEST: Final = 100_000
"""So long may the SVG of one shape be (letters)."""
_XYWH = re.compile(r"xywh=(?:pixel:)?([^,]+),([^,]+),([^,]+),([^,]+)")

Points = list[tuple[float, float]]


def region(shape: PictureShape) -> dict[str, Any]:
    """Give the selector of a shape."""
    if shape.kind == "box" and all(number.is_integer() for number in sum(shape.points, ())):
        left, top, width, height = (round(number) for number in _sides(list(shape.points)))
        value = f"xywh=pixel:{left},{top},{width},{height}"
        return {"type": "FragmentSelector", "conformsTo": FRAGMENTS, "value": value}
    return {"type": "SvgSelector", "value": f'<svg xmlns="{SVG}">{_drawn(shape)}</svg>'}


def shape_of(selector: object) -> PictureShape:
    """Give the shape that a selector tells; raises ValueError where it tells none of ours."""
    given = selector if isinstance(selector, dict) else {}
    type_, value = given.get("type"), given.get("value")
    if not isinstance(value, str) or len(value) > LONGEST:
        raise ValueError("a region that is no text")
    if type_ == "FragmentSelector":
        return _of_fragment(value)
    if type_ == "SvgSelector":
        return _of_svg(value)
    raise ValueError(f"a region of the type {type_}")


# -- writing ----------------------------------------------------------------------------------


def _drawn(shape: PictureShape) -> str:
    points = list(shape.points)
    if shape.kind == "point":
        return _element("circle", cx=points[0][0], cy=points[0][1], r=0.0)
    if shape.kind == "box":
        left, top, width, height = _sides(points)
        return _element("rect", x=left, y=top, width=width, height=height)
    if shape.kind == "ellipse":
        left, top, width, height = _sides(points)
        middle = {"cx": left + width / 2, "cy": top + height / 2}
        return _element("ellipse", **middle, rx=width / 2, ry=height / 2)
    name = "polygon" if shape.kind == "polygon" else "polyline"
    return f'<{name} points="{" ".join(f"{x!r},{y!r}" for x, y in points)}"/>'


def _element(name: str, **numbers: float) -> str:
    given = " ".join(f'{key}="{number!r}"' for key, number in numbers.items())
    return f"<{name} {given}/>"


def _sides(points: Points) -> tuple[float, float, float, float]:
    """Give left, top, width and height of what two opposite corners span."""
    (x, y), (other_x, other_y) = points
    return min(x, other_x), min(y, other_y), abs(other_x - x), abs(other_y - y)


# -- reading ----------------------------------------------------------------------------------


def _shape(kind: ShapeKind, points: Points) -> PictureShape:
    return PictureShape(kind=kind, points=tuple(points))


def _spanned(kind: ShapeKind, left: float, top: float, width: float, height: float) -> PictureShape:
    if width < 0 or height < 0:
        raise ValueError("a region without an extent")
    return _shape(kind, [(left, top), (left + width, top + height)])


def _of_fragment(value: str) -> PictureShape:
    found = _XYWH.fullmatch(value.strip())
    if found is None:
        raise ValueError("a fragment that is no rectangle of pixels")
    return _spanned("box", *map(float, found.groups()))


def _of_svg(value: str) -> PictureShape:
    if "<!" in value:  # no document type, whose entities might grow without end
        raise ValueError("an SVG with a document type")
    try:
        root = ElementTree.fromstring(value)
    except ElementTree.ParseError as error:
        raise ValueError(f"a region that is no SVG: {error}") from None
    drawn = [one for one in root.iter() if _name(one) in _READERS]
    if _name(root) != "svg" or len(drawn) != 1:
        raise ValueError("an SVG that is not one basic shape")
    return _READERS[_name(drawn[0])](drawn[0].attrib)


def _name(element: ElementTree.Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _numbers(given: Mapping[str, str], *names: str) -> list[float]:
    return [float(given.get(name, "0")) for name in names]


def _points(given: Mapping[str, str]) -> Points:
    numbers = [float(one) for one in given.get("points", "").replace(",", " ").split()]
    if len(numbers) % 2:
        raise ValueError("a corner without its second number")
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def _circle(given: Mapping[str, str]) -> PictureShape:
    x, y, radius = _numbers(given, "cx", "cy", "r")
    if radius == 0:
        return _shape("point", [(x, y)])
    return _spanned("ellipse", x - radius, y - radius, 2 * radius, 2 * radius)


def _ellipse(given: Mapping[str, str]) -> PictureShape:
    x, y, across, down = _numbers(given, "cx", "cy", "rx", "ry")
    return _spanned("ellipse", x - across, y - down, 2 * across, 2 * down)


def _rectangle(given: Mapping[str, str]) -> PictureShape:
    left, top, width, height = _numbers(given, "x", "y", "width", "height")
    return _spanned("box", left, top, width, height)


def _line(given: Mapping[str, str]) -> PictureShape:
    x, y, other_x, other_y = _numbers(given, "x1", "y1", "x2", "y2")
    return _shape("line", [(x, y), (other_x, other_y)])


def _polyline(given: Mapping[str, str]) -> PictureShape:
    points = _points(given)
    kinds: dict[int, ShapeKind] = {2: "line", 3: "angle"}
    return _shape(kinds.get(len(points), "polygon"), points)


def _polygon(given: Mapping[str, str]) -> PictureShape:
    return _shape("polygon", _points(given))


_READERS: Final[Mapping[str, Callable[[Mapping[str, str]], PictureShape]]] = {
    "circle": _circle,
    "ellipse": _ellipse,
    "rect": _rectangle,
    "line": _line,
    "polyline": _polyline,
    "polygon": _polygon,
}
