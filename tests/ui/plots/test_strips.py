"""The strips on changed cases: lines behind words, axes, whole days, horizons and heights."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from viewer.io.case_store import open_case
from viewer.model import view_state
from viewer.model.time import Span
from viewer.session.session import Session
from viewer.ui.fonts import install_fonts
from viewer.ui.look import Look
from viewer.ui.plots.labels import stands_on
from viewer.ui.plots.placed import PlacedPanel
from viewer.ui.plots.plot_stack import PlotStack
from viewer.ui.plots.rows import MOST_H
from viewer.ui.plots.words_on_grounds import limit_rows

SHIPPED = Path(__file__).parents[3] / "cases" / "insulinoma-tae"

Case = dict[str, Any]
Make = Callable[..., tuple[Session, PlotStack]]


def _unchanged(case: Case) -> None:
    del case


@pytest.fixture
def make(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Make]:
    """Give a shown stack on the shipped case with a change."""
    install_fonts(qapp)

    def made(
        change: Callable[[Case], None] = _unchanged,
        size: tuple[int, int] = (1130, 330),
        language: str = "en",
    ) -> tuple[Session, PlotStack]:
        case = copy.deepcopy(json.loads((SHIPPED / "case.json").read_text("utf-8")))
        change(case)
        (tmp_path / "case.json").write_text(json.dumps(case), "utf-8")
        session = Session(open_case(tmp_path), language)
        stack = PlotStack(session, Look("light", language))
        qtbot.addWidget(stack)
        stack.resize(*size)
        with qtbot.waitExposed(stack):
            stack.show()
        return session, stack

    yield made
    qapp.processEvents()


def _series(case: Case, id_: str) -> Case:
    found: Case = next(s for s in case["series"] if s["id"] == id_)
    return found


def _value(day: float, value: float, **when: Any) -> Case:
    return {"when": {"day": day, **when}, "value": value, "evidence": {"kind": "reported"}}


def _colours(image: QImage, y: int, left: float, right: float) -> list[QColor]:
    return [image.pixelColor(x, y) for x in range(round(left), round(right))]


# --- lines and words ----------------------------------------------------------------------


def _struck(panel: PlacedPanel) -> list[str]:
    rows = limit_rows(panel)
    return [lb.words for lb in panel.labels if stands_on(lb.rect.top(), lb.rect.height(), rows)]


@pytest.mark.parametrize("language", ["en", "ja"])
def test_where_there_is_room_values_stand_off_the_lines(make: Make, language: str) -> None:
    _, stack = make(language=language)
    for panel in stack.placed.panels:
        values = {lb.words for lb in panel.labels if lb.kind == "value"}
        assert not values & set(_struck(panel))


def test_a_line_stops_behind_words_that_stand_on_it(make: Make) -> None:
    def change(case: Case) -> None:
        # The ground of the limits is too thin for the words between them.
        _series(case, "span-1")["references"][0] |= {"low": 29.0, "high": 30.0}
        _series(case, "span-1")["points"] = [_value(0, 29.5), _value(30, 400.0)]

    _, stack = make(change, (1130, 300))
    theme = stack._type.theme
    image = stack.grab().toImage()
    for panel in stack.placed.panels:
        for row in limit_rows(panel):
            for label in panel.labels:
                seen = label.rect.adjusted(-1, 0, 1, 0)
                if stands_on(seen.top(), seen.height(), [row]) and panel.clip.contains(seen):
                    line = _colours(image, int(row), seen.left(), seen.right())
                    assert line.count(theme.reference_edge) < len(line) / 2


# --- the horizon --------------------------------------------------------------------------


def test_a_horizon_is_not_drawn_as_a_death(make: Make) -> None:
    session, stack = make()
    session.hide_after(11)
    theme, image = stack._type.theme, stack.grab().toImage()
    x = round(stack.scale().x(12))
    y = round(stack.placed.panels[0].rect.top()) + 4
    line = _colours(image, y, x - 3, x + 4)
    assert theme.rule_strong in line
    assert theme.ink not in line
    assert image.pixelColor(x + 4, y) == theme.window


@pytest.mark.parametrize("has_more", [True, False])
def test_under_any_horizon_silence_is_only_not_told(make: Make, has_more: bool) -> None:
    def change(case: Case) -> None:
        if has_more:
            _series(case, "dupan-2")["points"].append(_value(30, 200.0))

    session, stack = make(change, (1500, 500))
    session.hide_after(12)
    session.apply(partial(view_state.show, window=Span(-2, 13)))
    notes = {label.words for label in stack.placed.labels if label.kind == "note"}
    assert "nothing told after day 0" in notes
    assert not any("stated" in words for words in notes)


# --- axes ---------------------------------------------------------------------------------


def _potassium(*values: float) -> Callable[[Case], None]:
    def change(case: Case) -> None:
        series = _series(case, "nse")
        series["references"][0] |= {"low": 3.5, "high": 5.0}
        series["points"] = [_value(day * 10, value) for day, value in enumerate(values)]

    return change


def test_values_near_two_limits_are_shown_in_their_unit(make: Make) -> None:
    _, stack = make(_potassium(3.1, 5.8))
    panel = stack.placed.panel_of("nse")
    assert not panel.panel.scale.is_log
    assert all(tick.multiple is None for tick in panel.panel.scale.ticks)
    assert not any("×" in label.words for label in panel.labels)


def test_a_hidden_value_far_above_changes_no_axis(make: Make) -> None:
    session, stack = make(_potassium(3.1, 4.0, 50.0))
    assert stack.placed.panel_of("nse").panel.scale.is_log
    session.hide_after(11)
    assert not stack.placed.panel_of("nse").panel.scale.is_log


# --- whole days ---------------------------------------------------------------------------


def test_at_hour_zoom_a_value_of_a_day_takes_the_whole_day(make: Make) -> None:
    def change(case: Case) -> None:
        _series(case, "nse")["points"].append(_value(0.25, 20.0, precision="hour"))

    session, stack = make(change)
    assert all(point.day_px is None for p in stack.placed.panels for point in p.points)
    session.apply(partial(view_state.show, window=Span(-0.2, 1.3)))
    scale = stack.scale()
    days = [point.day_px for point in stack.placed.panel_of("nse").points]
    assert days == [pytest.approx((scale.x(0), scale.x(1))), None]
    (point,) = stack.placed.panel_of("ca19-9").points
    image = stack.grab().toImage()
    line = _colours(image, int(point.y_px), scale.x(0) + 1, scale.x(1) - 1)
    assert line.count(stack._type.theme.ink_2) > len(line) / 2


# --- many values --------------------------------------------------------------------------


@pytest.mark.parametrize("count", [13, 20])
def test_of_many_values_the_chief_ones_are_labelled(make: Make, count: int) -> None:
    values = [100.0 + day for day in range(count)]
    values[4], values[count - 5] = 20.0, 900.0

    def change(case: Case) -> None:
        points = [_value(day * 7, value) for day, value in enumerate(values)]
        _series(case, "nse")["points"] = points

    _, stack = make(change, (1600, 700))
    labels = [lb for lb in stack.placed.panel_of("nse").labels if lb.kind == "value"]
    said = {lb.point.value for lb in labels if lb.point is not None}
    assert said == {values[0], values[-1], 20.0, 900.0}


# --- height -------------------------------------------------------------------------------


def test_it_takes_no_height_that_stays_empty(make: Make) -> None:
    session, stack = make(size=(1500, 3000))
    placed = stack.placed.panels
    assert stack.height() == stack.maximumHeight()
    assert 0 <= stack.height() - placed[-1].rect.bottom() <= 1
    for panel in placed:
        assert panel.rect.height() == int(MOST_H[panel.panel.size] * stack._look.h_px)
    session.apply(partial(view_state.hide, id_="glucose", is_hidden=True))
    assert stack.maximumHeight() < 3000
    assert stack.height() == stack.maximumHeight()


def test_without_series_it_is_one_line(make: Make) -> None:
    def change(case: Case) -> None:
        case["series"] = []
        case["statements"] = []

    session, stack = make(change)
    assert stack.maximumHeight() <= 3 * stack._look.h_px + 1
    assert stack.minimumSizeHint().height() <= stack.sizeHint().height() <= stack.maximumHeight()
    assert stack._shown().empty == "No values in this case."
    ink = stack._type.theme.ink_3
    image = stack.grab().toImage()
    seen = [_colours(image, y, 0, image.width()) for y in range(image.height())]
    assert any(ink in line for line in seen)
    session.hide_after(12)
    assert stack._shown().empty == "No values to show."
