"""Nothing that nobody measured is drawn: the plots hold the eight reported values and no more."""

import math
import re

import pyqtgraph as pg
import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QGraphicsRectItem, QScrollBar

from tests.e2e import oracle
from tests.e2e.conftest import OpenWindow
from tests.e2e.oracle import Value
from tests.e2e.screen import (
    Point,
    box_of,
    canvas_of,
    gutter_name,
    holds,
    missing,
    panel_of,
    plain,
    points_of,
    read,
    settle,
    tooltip_at,
)
from viewer.ui.plots.canvas import Layer
from viewer.ui.window import Window


def value_of(window: Window, point: Point) -> Value:
    """Give the reported value that a point stands for; fail where there is none."""
    name = gutter_name(window, point.panel)
    day = None if point.day is None else math.floor(point.day)
    for value in oracle.VALUES:
        drawn = value.value if value.limit is None else math.log10(value.value)
        is_same_day = (value.day is None) == (day is None) and (day is None or day == value.day)
        if holds(value.analyte, name) and is_same_day and math.isclose(drawn, point.value):
            return value
    raise AssertionError(f"{name} {point.value} on day {point.day} was never reported")


@pytest.mark.parametrize("size", [(1280, 800), (1600, 1000), (2560, 1440)])
def test_the_points_are_the_eight_reported_values_and_no_more(
    open_window: OpenWindow, size: tuple[int, int]
) -> None:
    window = open_window(size=size)
    found = [value_of(window, point) for point in points_of(window)]
    assert len(found) == len(oracle.VALUES) == 8
    assert set(found) == set(oracle.VALUES)


def test_nothing_in_the_scene_could_be_taken_for_a_line_between_points(window: Window) -> None:
    known = (Layer, pg.ViewBox, pg.ScatterPlotItem, QGraphicsRectItem)
    inner = ("ChildGroup",)
    for item in canvas_of(window).scene().items():
        assert not isinstance(item, pg.PlotDataItem | pg.PlotCurveItem | pg.ErrorBarItem)
        assert isinstance(item, known) or type(item).__name__ in inner, type(item)


def test_every_strip_shows_the_same_multiples_of_its_upper_limit(window: Window) -> None:
    ranges = set()
    for value in oracle.VALUES:
        if value.limit is None:
            continue
        panel = panel_of(window, value.analyte)
        box = box_of(window, panel)
        shift = math.log10(value.limit)
        low, high = (y - shift for y in box.viewRange()[1])
        assert low <= math.log10(0.25) < high, f"{value.analyte} lacks 0.25 times its limit"
        assert high >= math.log10(20), f"{value.analyte} lacks 20 times its limit"
        ranges.add((round(low, 2), round(high, 2)))
    assert len(ranges) == 1, ranges


def printed_values(window: Window) -> list[tuple[str, str]]:
    """Give the number and all words of each label of a value, with the name in its gutter."""
    found = []
    for panel in window.chart.plots.placed.panels:
        for label in panel.labels:
            if label.kind == "value":
                found.append((gutter_name(window, panel), plain(label.whole or label.words)))
    return found


@pytest.mark.parametrize("size", [(1280, 800), (1600, 1000), (2560, 1440)])
def test_the_numbers_beside_the_points_are_the_reported_ones_with_their_units(
    open_window: OpenWindow, size: tuple[int, int]
) -> None:
    printed = printed_values(open_window(size=size))
    left = list(oracle.VALUES)
    for name, words in printed:
        number = re.match(r"[\d.]+", words)
        assert number is not None, words
        value = next(
            (v for v in left if holds(v.analyte, name) and v.value == float(number.group())), None
        )
        assert value is not None, f"{words} of {name} was never reported, or stands twice"
        assert value.unit in words
        if value.limit is not None:
            assert f"{value.value / value.limit:.1f} ×" in words, words
        left.remove(value)
    assert not left


def test_the_undated_value_stands_in_the_strip_before_the_day_count(window: Window) -> None:
    (point,) = [p for p in points_of(window) if p.day is None]
    assert value_of(window, point).value == 20.0
    frame = window.chart.frame()
    assert frame.gutter_px < point.place.x() < frame.left_px
    heads = [plain(lb.words) for lb in point.panel.labels if lb.kind == "undated"]
    assert heads
    assert holds((r"day 0 or before|before (the )?admission|before the day count",), heads[0])


@pytest.mark.parametrize("theme", ["light", "dark", "projector"])
def test_every_point_is_really_painted(open_window: OpenWindow, theme: str) -> None:
    window = open_window("--theme", theme, "--day", "100")
    bars = window.chart.plots.findChildren(QScrollBar)
    painted: set[Value] = set()
    for share in (0.0, 0.5, 1.0):
        for bar in bars:
            bar.setValue(round(share * bar.maximum()))
        settle()
        picture = window.chart.plots.grab().toImage()
        painted |= {value_of(window, p) for p in points_of(window) if ink_at(picture, p, window)}
    assert painted == set(oracle.VALUES)


def ink_at(picture: QImage, point: Point, window: Window) -> bool:
    """Tell whether the colour of ink fills a good part of a point's square."""
    ink = window.look.theme.ink
    ratio = picture.devicePixelRatio()
    half = point.size_px / 2
    square = QRect(
        round((point.place.x() - half) * ratio),
        round((point.place.y() - half) * ratio),
        round(2 * half * ratio),
        round(2 * half * ratio),
    )
    if not picture.rect().contains(square):
        return False
    near = 0
    for x in range(square.left(), square.right() + 1):
        for y in range(square.top(), square.bottom() + 1):
            colour = picture.pixelColor(x, y)
            apart = (
                abs(colour.red() - ink.red())
                + abs(colour.green() - ink.green())
                + abs(colour.blue() - ink.blue())
            )
            near += apart < 60
    return near > 0.2 * square.width() * square.height()


def test_each_panel_names_whose_limits_it_shows_and_that_they_are_borrowed(window: Window) -> None:
    for name, limits in oracle.LIMITS.items():
        panel = panel_of(window, (name,) if name != "insulin" else (r"insulin|IRI",))
        label = " ".join(lb.whole or lb.words for lb in panel.labels if lb.kind == "reference")
        assert not missing(limits[0], plain(label)), label
        place = panel.gutter.center().toPoint()
        QTest.mouseClick(window.chart.plots, Qt.MouseButton.LeftButton, pos=place)
        settle()
        details = read(window.panels.details)
        for patterns in limits:
            assert not missing((*patterns, oracle.BORROWED), details), details


def test_conversions_name_their_factor_and_keep_the_reported_value(window: Window) -> None:
    told = []
    for panel in window.chart.plots.placed.panels:
        place = panel.gutter.center().toPoint()
        told.append(tooltip_at(window.chart.plots, place))
        QTest.mouseClick(window.chart.plots, Qt.MouseButton.LeftButton, pos=place)
        settle()
        told.append(read(window.panels.details, with_tooltips=True))
    for point in points_of(window):
        told.append(tooltip_at(window.chart.plots, point.place.toPoint()))
    together = "\n".join(told)
    lost = [patterns for patterns in oracle.CONVERSIONS if missing(patterns, together)]
    assert not lost, together


def test_54_is_level_1_although_it_converts_to_less_than_3_mmol(window: Window) -> None:
    (glucose,) = [r for r in window.chart.plots.readouts if holds((r"glucose",), r.name)]
    assert (glucose.value, glucose.unit) == ("54", "mg/dL")
    assert holds((r"level 1",), glucose.level)


def test_the_unit_printed_in_the_source_stands_beside_the_one_it_is_read_as(
    window: Window,
) -> None:
    panel = panel_of(window, (r"insulin|IRI",))
    place = panel.gutter.center().toPoint()
    QTest.mouseClick(window.chart.plots, Qt.MouseButton.LeftButton, pos=place)
    settle()
    details = read(window.panels.details)
    assert not missing((r"µU/mL", r"prints.{0,3}U/mL"), details), details
