"""Native charts and tables on a slide."""

from typing import TYPE_CHECKING, Any

from viewer.io.exporters.slides.shape_xml import emu, line_spacing, run_properties, runs_xml
from viewer.io.exporters.slides.things import Chart, ChartValues, PointLabel, Run, Table
from viewer.io.exporters.slides.type_sizes import written

if TYPE_CHECKING:
    from pptx.shapes.shapetree import SlideShapes

C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
SIDES = {"right": "r", "left": "l", "above": "t", "below": "b"}
NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""The table style without lines and grounds, by its number in every office program."""
LINE_PT = 1.0


def add_chart(shapes: "SlideShapes", chart: Chart, language: str) -> None:
    """Add a native XY chart; its sheet holds the numbers of the case and no others."""
    from pptx.chart.data import XyChartData
    from pptx.enum.chart import XL_CHART_TYPE
    from pptx.util import Emu

    data: Any = XyChartData()
    for values in chart.values:
        series = data.add_series(written(values.name))
        for day, value in zip(values.days, values.values, strict=True):
            series.add_data_point(day, value)
    left, top = Emu(emu(chart.box.left)), Emu(emu(chart.box.top))
    size = Emu(emu(chart.box.width)), Emu(emu(chart.box.height))
    frame: Any = shapes.add_chart(XL_CHART_TYPE.XY_SCATTER, left, top, *size, data)
    _describe(frame, chart.name, chart.told)
    drawn = frame.chart
    drawn.has_legend, drawn.has_title = False, False
    _fill_whole(drawn)
    for axis, ends in ((drawn.category_axis, chart.days), (drawn.value_axis, chart.range)):
        axis.minimum_scale, axis.maximum_scale = ends
        axis.has_major_gridlines, axis.visible = False, False
    if chart.is_log:
        _make_log(drawn.value_axis)
    for plotted, values in zip(drawn.plots[0].series, chart.values, strict=True):
        _draw(plotted, values, chart.ink)
        _label(plotted, values, language)


def _describe(frame: Any, name: str, told: str) -> None:
    names = frame._element.nvGraphicFramePr.cNvPr
    names.set("name", written(name))
    names.set("descr", written(told))


def _fill_whole(drawn: Any) -> None:
    """Let the plot take all of its frame, so that a day stands in its column of the slide."""
    from pptx.oxml import parse_xml

    sides = "".join(
        f'<c:{name} val="{value}"/>'
        for name, value in (
            ("layoutTarget", "inner"), ("xMode", "edge"), ("yMode", "edge"),
            ("x", 0), ("y", 0), ("w", 1), ("h", 1),
        )
    )  # fmt: skip
    xml = f'<c:layout xmlns:c="{C}"><c:manualLayout>{sides}</c:manualLayout></c:layout>'
    area = drawn._chartSpace.chart.plotArea
    area.insert(0, parse_xml(xml))


def _make_log(axis: Any) -> None:
    from pptx.oxml import parse_xml

    scaling = axis._element.find(f"{{{C}}}scaling")
    scaling.insert(0, parse_xml(f'<c:logBase xmlns:c="{C}" val="10"/>'))


def _draw(plotted: Any, values: ChartValues, ink: str) -> None:
    from pptx.dml.color import RGBColor
    from pptx.enum.chart import XL_MARKER_STYLE
    from pptx.util import Pt

    colour, paper = RGBColor.from_string(ink), RGBColor.from_string("FFFFFF")
    line = plotted.format.line
    if values.is_joined:
        line.width = Pt(LINE_PT)
        line.color.rgb = colour
    else:
        line.fill.background()
    marker = plotted.marker
    if values.mark_pt is None:
        marker.style = XL_MARKER_STYLE.NONE
        return
    marker.style, marker.size = XL_MARKER_STYLE.CIRCLE, max(2, round(values.mark_pt))
    is_all_hollow = len(values.hollow) == len(values.days)
    _mark(marker, colour, paper if is_all_hollow else colour)
    for number in () if is_all_hollow else sorted(values.hollow):
        _mark(plotted.points[number].marker, colour, paper)


def _mark(marker: Any, colour: Any, fill: Any) -> None:
    from pptx.util import Pt

    marker.format.fill.solid()
    marker.format.fill.fore_color.rgb = fill
    marker.format.line.color.rgb = colour
    marker.format.line.width = Pt(1)


def _label(plotted: Any, values: ChartValues, language: str) -> None:
    """Write words beside points; a label moves with its point when the sheet is edited."""
    from pptx.oxml import parse_xml

    if not values.labels:
        return
    labels = "".join(
        _label_xml(number, label, language) for number, label in sorted(values.labels.items())
    )
    shown = "".join(f'<c:{name} val="0"/>' for name in _SHOWN)
    xml = f'<c:dLbls xmlns:c="{C}" xmlns:a="{A}">{labels}{shown}</c:dLbls>'
    series = plotted._element
    before = next(child for child in series if child.tag in (f"{{{C}}}xVal", f"{{{C}}}trendline"))
    before.addprevious(parse_xml(xml))


_SHOWN = (
    "showLegendKey",
    "showVal",
    "showCatName",
    "showSerName",
    "showPercent",
    "showBubbleSize",
)


def _label_xml(number: int, label: PointLabel, language: str) -> str:
    shown = "".join(f'<c:{name} val="{int(name == "showVal")}"/>' for name in _SHOWN)
    return (
        f'<c:dLbl><c:idx val="{number}"/><c:tx><c:rich>'
        '<a:bodyPr wrap="none" lIns="38100" tIns="0" rIns="38100" bIns="0" anchor="ctr"/>'
        "<a:lstStyle/>"
        f"<a:p>{runs_xml(label.runs, language)}</a:p></c:rich></c:tx>"
        f'<c:dLblPos val="{SIDES[label.side]}"/>{shown}</c:dLbl>'
    )


def add_table(shapes: "SlideShapes", table: Table, language: str) -> None:
    """Add a native table with a thin rule under each row."""
    from pptx.oxml import parse_xml
    from pptx.util import Emu

    place = (table.box.left, table.box.top, table.box.width, table.box.height)
    frame: Any = shapes.add_table(
        len(table.rows), len(table.columns), *(Emu(emu(side)) for side in place)
    )
    _describe(frame, table.name, table.name)
    grid = frame.table
    properties = grid._tbl.tblPr
    properties.set("firstRow", "0")
    properties.set("bandRow", "0")
    properties.find(f"{{{A}}}tableStyleId").text = NO_STYLE
    for column, wide in zip(grid.columns, table.columns, strict=True):
        column.width = Emu(emu(wide))
    for row, (cells, high) in zip(grid.rows, table.rows, strict=True):
        row.height = Emu(emu(high))
        for one, cell in zip(row.cells, cells, strict=True):
            _fill_cell(one, cell.text, cell.is_bold, table, language)
            rule = (
                f'<a:lnB xmlns:a="{A}" w="6350"><a:solidFill><a:srgbClr val="{table.rule}"/>'
                "</a:solidFill></a:lnB>"
            )
            bounds = one._tc.get_or_add_tcPr()
            bounds.insert(0, parse_xml(rule))
            bounds.append(parse_xml(f'<a:noFill xmlns:a="{A}"/>'))


def _fill_cell(one: Any, text: str, is_bold: bool, table: Table, language: str) -> None:
    from pptx.oxml import parse_xml
    from pptx.util import Emu

    one.margin_left = one.margin_right = Emu(emu(5.0))
    one.margin_top = one.margin_bottom = Emu(emu(2.2))
    body = one.text_frame._txBody
    for paragraph in body.findall(f"{{{A}}}p"):
        body.remove(paragraph)
    for line in text.split("\n"):
        run = Run(line, table.size_pt, table.ink, is_bold)
        inside = runs_xml((run,), language) if line else _empty(run, language)
        spaced = f"<a:pPr>{line_spacing(table.size_pt)}</a:pPr>"
        body.append(parse_xml(f'<a:p xmlns:a="{A}">{spaced}{inside}</a:p>'))


def _empty(run: Run, language: str) -> str:
    return run_properties(run, language).replace("a:rPr", "a:endParaRPr")
