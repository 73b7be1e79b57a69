"""Native shapes of a slide as DrawingML: plates, lines, freeforms, texts and groups.

Written as text, all of a slide's at once: the library makes one shape at a time, which takes long
for a deck of some hundred slides (ECMA-376, part 1, chapters 19 and 20).
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from xml.sax.saxutils import quoteattr

from viewer.io.exporters.slides.things import (
    Box,
    Corners,
    Form,
    Group,
    Plate,
    Run,
    Stroke,
    Words,
)
from viewer.io.exporters.slides.type_sizes import LINE, written

EMU_PER_PT = 12_700
NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
FORMS: dict[Form, str] = {
    "rectangle": "rect",
    "circle": "ellipse",
    "capsule": "roundRect",
    "drop": "teardrop",
    "triangle": "flowChartMerge",
    "diamond": "diamond",
    "hexagon": "hexagon",
    "no_sign": "noSmoking",
    "cross": "mathMultiply",
}
_ADJUSTED = {
    "capsule": '<a:gd name="adj" fmla="val 50000"/>',
    "no_sign": '<a:gd name="adj" fmla="val 12000"/>',
    "cross": '<a:gd name="adj1" fmla="val 12000"/>',
}
DASHES = {"dash": "dash", "dot": "sysDot", "dash_dot": "dashDot"}
ALIGNED = {"left": "l", "center": "ctr", "right": "r"}


class ShapeXml:
    """Writes shapes with ids of their own, in one language."""

    def __init__(self, language: str, first_id: int) -> None:
        self.language = language
        self._ids = count(first_id)

    def all_of(self, things: Iterable[Plate | Stroke | Corners | Words | Group]) -> str:
        """Give things as elements one after another."""
        return "".join(self.of(thing) for thing in things)

    def of(self, thing: Plate | Stroke | Corners | Words | Group) -> str:
        """Give a thing as an element without namespaces of its own."""
        match thing:
            case Plate():
                return self._plate(thing)
            case Stroke():
                return self._stroke(thing)
            case Corners():
                return self._corners(thing)
            case Words():
                return self._words(thing)
            case _:
                return self._group(thing)

    def _names(self, name: str, told: str = "") -> str:
        descr = f" descr={quoteattr(written(told))}" if told else ""
        return f'<p:cNvPr id="{next(self._ids)}" name={quoteattr(written(name))}{descr}/>'

    def _plate(self, plate: Plate) -> str:
        turned = f' rot="{round(plate.turned * 60_000) % 21_600_000}"' if plate.turned else ""
        adjusted = _ADJUSTED.get(plate.form, "")
        form = f'<a:prstGeom prst="{FORMS[plate.form]}"><a:avLst>{adjusted}</a:avLst></a:prstGeom>'
        line = _line(plate.line, plate.line_pt, DASHES.get(plate.dash, ""))
        return self._shape(plate.form, plate.box, turned, form + _fill(plate) + line)

    def _corners(self, corners: Corners) -> str:
        box = extent(corners.points)
        wide, high = emu(box.width), emu(box.height)
        path = "".join(
            f"<a:{'lnTo' if number else 'moveTo'}>"
            f'<a:pt x="{emu(x - box.left)}" y="{emu(y - box.top)}"/>'
            f"</a:{'lnTo' if number else 'moveTo'}>"
            for number, (x, y) in enumerate(corners.points)
        )
        closed = "<a:close/>" if corners.is_closed else ""
        unfilled = "" if corners.fill else ' fill="none"'
        form = (
            "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
            '<a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
            f'<a:path w="{wide}" h="{high}"{unfilled}>{path}{closed}</a:path>'
            "</a:pathLst></a:custGeom>"
        )
        fill = _solid(corners.fill) if corners.fill else "<a:noFill/>"
        return self._shape("freeform", box, "", form + fill + _line(corners.line, corners.line_pt))

    def _shape(self, name: str, box: Box, turned: str, look: str) -> str:
        return (
            f"<p:sp><p:nvSpPr>{self._names(name)}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
            f"<p:spPr>{_place(box, turned)}{look}</p:spPr></p:sp>"
        )

    def _stroke(self, stroke: Stroke) -> str:
        left, right = sorted((stroke.left, stroke.right))
        top, bottom = sorted((stroke.top, stroke.bottom))
        is_rising = (stroke.right - stroke.left) * (stroke.bottom - stroke.top) < 0
        turned = ' flipV="1"' if is_rising else ""
        box = Box(left, top, right - left, bottom - top)
        line = _line(stroke.colour, stroke.width_pt, DASHES.get(stroke.dash, ""))
        return (
            f"<p:cxnSp><p:nvCxnSpPr>{self._names('line')}<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr>"
            f"<p:spPr>{_place(box, turned)}"
            f'<a:prstGeom prst="line"><a:avLst/></a:prstGeom>{line}</p:spPr></p:cxnSp>'
        )

    def _words(self, words: Words) -> str:
        wrap = "square" if words.is_wrapped else "none"
        anchor = "t" if words.is_wrapped else "ctr"
        runs = runs_xml(words.runs, self.language)
        spaced = line_spacing(words.runs[0].size_pt) if words.is_wrapped else ""
        return (
            f"<p:sp><p:nvSpPr>{self._names(words.text)}"
            '<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
            f'<p:spPr>{_place(words.box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
            "<a:noFill/></p:spPr>"
            f'<p:txBody><a:bodyPr wrap="{wrap}" lIns="0" tIns="0" rIns="0" bIns="0" '
            f'anchor="{anchor}"><a:noAutofit/></a:bodyPr><a:lstStyle/>'
            f'<a:p><a:pPr algn="{ALIGNED[words.align]}">{spaced}</a:pPr>{runs}</a:p>'
            "</p:txBody></p:sp>"
        )

    def _group(self, group: Group) -> str:
        names = self._names(group.name, group.told)
        inside = self.all_of(group.things)
        box = around(group.things)
        place = (
            f'<a:off x="{emu(box.left)}" y="{emu(box.top)}"/>'
            f'<a:ext cx="{emu(box.width)}" cy="{emu(box.height)}"/>'
        )
        child = place.replace("a:off", "a:chOff").replace("a:ext", "a:chExt")
        return (
            f"<p:grpSp><p:nvGrpSpPr>{names}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
            f"<p:grpSpPr><a:xfrm>{place}{child}</a:xfrm></p:grpSpPr>{inside}</p:grpSp>"
        )


def emu(points: float) -> int:
    """Give points in English metric units."""
    return round(points * EMU_PER_PT)


def extent(points: Sequence[tuple[float, float]]) -> Box:
    """Give the smallest rectangle about some places."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def around(things: Iterable[Plate | Stroke | Corners | Words]) -> Box:
    """Give the smallest rectangle about some things; nothing at the corner about none."""
    places = [place for thing in things for place in _places(thing)]
    return extent(places) if places else Box(0, 0, 0, 0)


def _places(thing: Plate | Stroke | Corners | Words) -> Iterator[tuple[float, float]]:
    if isinstance(thing, Corners):
        yield from thing.points
    elif isinstance(thing, Stroke):
        yield from ((thing.left, thing.top), (thing.right, thing.bottom))
    else:
        yield from ((thing.box.left, thing.box.top), (thing.box.right, thing.box.bottom))


def runs_xml(runs: Sequence[Run], language: str) -> str:
    """Give runs of words as elements, with a space between them."""
    spaced = [*runs[:1], *(Run(f" {r.text}", *_font(r)) for r in runs[1:])]
    return "".join(
        f"<a:r>{run_properties(r, language)}<a:t>{_escaped(r.text)}</a:t></a:r>" for r in spaced
    )


def _font(run: Run) -> tuple[float, str, bool, bool]:
    return run.size_pt, run.colour, run.is_bold, run.is_italic


def line_spacing(size_pt: float) -> str:
    """Give the height of a line as it was reckoned with, whatever the font's own is."""
    return f'<a:lnSpc><a:spcPts val="{round(size_pt * LINE * 100)}"/></a:lnSpc>'


def run_properties(run: Run, language: str) -> str:
    """Give the font of a run; its typefaces are those of the theme."""
    bold, italic = ' b="1"' if run.is_bold else "", ' i="1"' if run.is_italic else ""
    spoken = "ja-JP" if language.startswith("ja") else "en-GB"
    return (
        f'<a:rPr lang="{spoken}" sz="{round(run.size_pt * 100)}"{bold}{italic} dirty="0">'
        f"{_solid(run.colour)}</a:rPr>"
    )


def _escaped(text: str) -> str:
    return written(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _place(box: Box, more: str = "") -> str:
    return (
        f'<a:xfrm{more}><a:off x="{emu(box.left)}" y="{emu(box.top)}"/>'
        f'<a:ext cx="{emu(max(box.width, 0))}" cy="{emu(max(box.height, 0))}"/></a:xfrm>'
    )


def _solid(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'


def _fill(plate: Plate) -> str:
    if plate.fill is None:
        return "<a:noFill/>"
    if plate.fill_to is None:
        return _solid(plate.fill)
    stops = "".join(
        f'<a:gs pos="{at}"><a:srgbClr val="{colour}"/></a:gs>'
        for at, colour in ((0, plate.fill), (100_000, plate.fill_to))
    )
    way = '<a:lin ang="0" scaled="0"/>'
    return f'<a:gradFill rotWithShape="1"><a:gsLst>{stops}</a:gsLst>{way}</a:gradFill>'


def _line(colour: str | None, width_pt: float, dash: str = "") -> str:
    if colour is None:
        return "<a:ln><a:noFill/></a:ln>"
    dashed = f'<a:prstDash val="{dash}"/>' if dash else ""
    return f'<a:ln w="{emu(width_pt)}">{_solid(colour)}{dashed}</a:ln>'
