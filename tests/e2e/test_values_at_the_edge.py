"""Nothing that was measured is out of sight: values beyond the axis, and values between two days.

Grounds that tell what is low or out of range are painted where their limits lie.
"""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from tests.e2e.measuring_hand import press
from tests.e2e.screen import panel_of, plain, settle, tooltip_at
from tests.e2e.small_cases import REPORTED, OpenCase, a_series
from tests.e2e.test_one_cursor import wheel
from viewer.ui.plots.placed import PlacedPanel, PlacedPoint
from viewer.ui.window import Window


def only(window: Window) -> PlacedPanel:
    (panel,) = window.chart.plots.placed.panels
    return panel


def point_of(window: Window, value: float) -> PlacedPoint:
    return next(point for point in only(window).points if point.point.value == value)


def is_lined(window: Window, left: float, right: float, y: float, colour: QColor) -> bool:
    """Tell whether a line of a colour leads from one column to another along a row."""
    image = window.chart.plots.grab().toImage()
    rows = [row for row in range(round(y) - 2, round(y) + 2) if 0 <= row < image.height()]
    columns = range(round(left) + 3, round(right) - 3)
    return all(colour in [image.pixelColor(x, row) for row in rows] for x in columns)


def between(value: float, earliest: int, latest: int) -> dict[str, object]:
    return {
        "when": {"earliest": earliest, "latest": latest},
        "value": value,
        "evidence": REPORTED,
    }


def test_an_axis_that_follows_shows_a_value_that_may_be_of_these_days(open_case: OpenCase) -> None:
    series = a_series("x", (50, 20), (55, 25))
    series["points"].append(between(900, 30, 50))
    window = open_case(series=[series])
    plots = window.chart.plots
    press(window, "Shift+O")
    at = QPoint(round(plots.scale().x(57)), 40)
    wheel(plots, at, 4)
    assert 42 < window.session.state.window.start < 50, "its best day, 40, is out of the window"
    point, scale = point_of(window, 900), plots.scale()
    assert point.edge is None
    ends = plots.frame().left_px, scale.x(51)
    assert is_lined(window, *ends, point.y_px, window.look.theme.ink_2)
    (label,) = [lb for lb in only(window).labels if lb.point is point.point]
    assert plain(label.words) == "900 U/mL within days 30–50"
    assert "900 U/mL" in tooltip_at(plots, label.rect.center().toPoint())
    QTest.mouseClick(plots, Qt.MouseButton.LeftButton, pos=label.rect.center().toPoint())
    assert window.session.state.selection == "x"


@pytest.mark.parametrize(("kind", "is_beyond"), [("linear", False), ("log", True)])
def test_a_value_between_two_days_is_marked_at_the_edge_of_a_log_axis(
    open_case: OpenCase, kind: str, is_beyond: bool
) -> None:
    series = a_series("x", (50, 20), (95, 2500))
    series["points"].append(between(-5, 60, 80))
    window = open_case(series=[series])
    window.session.select("x")
    press(window, "Y")
    if kind == "log":
        press(window, "Y")
    window.verbs.put_cursor(52)
    settle()
    assert only(window).panel.scale.is_log is is_beyond
    point, scale = point_of(window, -5), window.chart.plots.scale()
    assert point.edge == ("bottom" if is_beyond else None)
    days, foot = (scale.x(60), scale.x(81)), only(window).rect.bottom()
    assert is_lined(window, *days, foot - 1, window.look.theme.ink) is is_beyond
    row = point.rect(window.chart.plots._type.mark_px).center().y()
    assert is_lined(window, *days, row, window.look.theme.ink_2)
    (label,) = [lb for lb in only(window).labels if lb.point is point.point]
    assert plain(label.words) == "−5 U/mL within days 60–80"
    assert not label.rect.top() <= row <= label.rect.bottom(), "words are not struck through"


def test_levels_of_glucose_are_grounds_between_their_limits(open_case: OpenCase) -> None:
    series = a_series("glucose", (0, 90), (20, 120), unit="mg/dL")
    window = open_case(series=[series])
    theme, axis = window.look.theme, only(window).axis
    image = window.chart.plots.grab().toImage()
    x = round(window.chart.plots.scale().x(10))

    def ground(value: float) -> QColor:
        return image.pixelColor(x, round(axis.y(value)))

    assert [ground(value) for value in (80, 62, 40)] == [theme.paper, theme.level_1, theme.level_2]
    assert theme.level_1_edge in [image.pixelColor(x, round(axis.y(70)) + dy) for dy in (-1, 0, 1)]
    assert theme.level_2_edge in [image.pixelColor(x, round(axis.y(54)) + dy) for dy in (-1, 0, 1)]


def test_a_reference_interval_that_changes_is_a_ground_that_steps(open_case: OpenCase) -> None:
    def limits(first: int, last: int, **more: float) -> dict[str, object]:
        period = {"start": {"day": first}, "end": {"day": last}}
        return {"laboratory": "L", "period": period} | more

    references = [limits(0, 19, high=30), limits(20, 40, low=10, high=60)]
    series = a_series("x", (0, 5), (40, 90), references=references)
    window = open_case(series=[series])
    press(window, "Y")
    panel, scale = panel_of(window, ("^x",)), window.chart.plots.scale()
    window.verbs.put_cursor(39)
    settle()
    image, theme = window.chart.plots.grab().toImage(), window.look.theme

    def is_ground(day: float, value: float) -> bool:
        place = round(scale.x(day)), round(panel.axis.y(value))
        return image.pixelColor(*place) == theme.reference

    assert [is_ground(13.3, value) for value in (20, 50, 80)] == [True, False, False]
    assert [is_ground(27.3, value) for value in (20, 50, 80)] == [True, True, False]
    assert is_ground(13.3, 8), "one side open: down to the foot"
    assert not is_ground(27.3, 6)
