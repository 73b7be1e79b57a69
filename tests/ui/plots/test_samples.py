"""Samples on the screen: every extreme, words for what is left out, the pointer and the cursor."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.settling import catch_up
from viewer.io.case_store import open_case
from viewer.model import view_state
from viewer.model.plot_choices import PlotChoices
from viewer.model.time import Span
from viewer.session.session import Session
from viewer.ui.fonts import install_fonts
from viewer.ui.look import Look
from viewer.ui.panels.details import DetailsPanel
from viewer.ui.panels.series_details import series_facts
from viewer.ui.panels.telling import Telling
from viewer.ui.plots.placed import PlacedPanel, PlacedSamples
from viewer.ui.plots.plot_stack import PlotStack
from viewer.ui.widgets.link import LinkButton

EVERY = 5 / 1440
COUNT = 60_000
SPIKE, SPIKE_DAY = 480.0, 71.3

Shown = Callable[..., PlotStack]


def course() -> NDArray[np.float64]:
    """A smooth course with one spike, a NaN beside it, and three days without values."""
    days = np.arange(COUNT) * EVERY
    values = np.round(110 + 12 * np.sin(days), 2)
    spike = int(SPIKE_DAY / EVERY)
    values[spike], values[spike + 1] = SPIKE, math.nan
    values[(days >= 100) & (days < 103)] = math.nan
    return values


@pytest.fixture
def shown(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Shown:
    """Show the plots of a case with one series of samples, as opened from its files."""
    install_fonts(qapp)

    def made(values: NDArray[np.float64], *, kind: str = "reported", **more: Any) -> PlotStack:
        np.save(tmp_path / "s.npy", values)
        samples = {"file": "s.npy", "start": 0.0, "every_days": EVERY, "evidence": {"kind": kind}}
        series = {
            "id": "glucose",
            "title": "Glucose",
            "analyte": "glucose",
            "unit": "mg/dL",
            "samples": samples,
        }
        case = {
            "format": "dayline-case/1",
            "id": "long",
            "title": "Long",
            "subject": {},
            "day_zero": {"text": "The first day."},
            "series": [series | more],
        }
        (tmp_path / "case.json").write_text(json.dumps(case), encoding="utf-8")
        stack = PlotStack(Session(open_case(tmp_path)), Look())
        qtbot.addWidget(stack)
        stack.resize(1000, 300)
        with qtbot.waitExposed(stack):
            stack.show()
        return stack

    return made


def show(stack: PlotStack, start: float, end: float) -> tuple[PlacedPanel, PlacedSamples]:
    stack._session.apply(partial(view_state.show, window=Span(start, end)))
    (panel,) = stack.placed.panels
    assert panel.samples is not None
    return panel, panel.samples


def image_of(stack: PlotStack) -> QImage:
    QApplication.processEvents()
    return stack.grab().toImage()


def is_ink(stack: PlotStack, image: QImage, x: float, y: float) -> bool:
    return image.pixel(math.floor(x), math.floor(y)) == stack._type.theme.ink.rgb()


def words(panel: PlacedPanel, kind: str) -> list[str]:
    return [label.words for label in panel.labels if label.kind == kind]


def test_a_spike_of_one_sample_is_seen_at_every_zoom(shown: Shown) -> None:
    stack = shown(course())
    day = round(SPIKE_DAY / EVERY - 0.5) * EVERY
    for length in (210.0, 60.0, 9.0, 2.0, 0.4):
        panel, samples = show(stack, day - length / 3, day + 2 * length / 3)
        image = image_of(stack)
        middle, top = stack.scale().x(day), panel.axis.y(SPIKE)
        columns = range(math.floor(middle) - 2, math.floor(middle) + 3)
        rows = range(math.floor(top) - 1, math.floor(top) + 3)
        assert any(is_ink(stack, image, x, y) for x in columns for y in rows), length
        assert samples.lines[:, 1].min() <= top


def test_a_gap_stays_empty(shown: Shown) -> None:
    stack = shown(course())
    for start, end in ((0, 200), (90, 120), (99, 104)):
        panel, samples = show(stack, start, end)
        image = image_of(stack)
        left, right = (math.ceil(stack.scale().x(day)) for day in (100, 103))
        xs = range(left + 2, right - 2)
        ys = range(round(panel.axis.y(140)), round(panel.axis.y(90)))
        assert xs
        assert not any(is_ink(stack, image, x, y) for x in xs for y in ys)
        assert samples.strokes.count > 0


def test_a_summary_says_so_and_only_where_it_is_one(shown: Shown) -> None:
    stack = shown(course())
    panel, samples = show(stack, 0, 200)
    assert samples.strokes.detail == "extremes"
    (said,) = words(panel, "summary")
    assert "summary" in said
    assert "57,000" in said
    for label in panel.labels:
        others = [one.rect for one in panel.labels if one is not label]
        assert not any(label.rect.intersects(rect) for rect in others)
    panel, samples = show(stack, 10, 11)
    assert samples.strokes.detail == "lines"
    assert not words(panel, "summary")
    panel, samples = show(stack, 10, 10.2)
    assert samples.strokes.detail == "points"
    assert len(samples.shapes) == samples.strokes.count == 58
    assert not words(panel, "summary")


def test_made_up_samples_say_so_at_every_zoom(shown: Shown) -> None:
    stack = shown(course(), kind="synthetic")
    for length in (200.0, 1.0, 0.2):
        panel, _ = show(stack, 10, 10 + length)
        (said,) = words(panel, "summary")
        assert "made up" in said


def test_marks_tell_by_their_shape_what_is_low(shown: Shown) -> None:
    values = np.full(100, 110.0)
    values[[5, 10]] = 60, 50
    _, samples = show(shown(values), 0, 0.2)
    assert sorted(set(samples.shapes.tolist())) == ["below", "far_below", "within"]
    limits = [
        {"high": 5, "laboratory": "L", "period": {"start": {"day": -3}, "end": {"day": -1}}},
        {"low": 70, "high": 100, "high_is_outside": True, "laboratory": "L"},
        {"high": 5, "laboratory": "L"},
    ]
    values[30:] = 100
    values[40:] = 90
    _, samples = show(shown(values, analyte="heart rate", references=limits), 0, 0.2)
    assert samples.shapes[[0, 5, 31, 41]].tolist() == ["above", "below", "above", "within"]


def test_what_a_log_axis_cannot_show_is_marked_at_its_edge(shown: Shown) -> None:
    values = np.geomspace(1, 1e5, COUNT)
    values[30_000] = -7.0
    stack = shown(values, analyte="nse", unit="ng/mL", references=[{"high": 16, "laboratory": "L"}])
    panel, samples = show(stack, 0, 200)
    assert panel.panel.scale.is_log
    assert samples.edges[1].tolist() == [round(stack.scale().x(30_000 * EVERY) - 0.5)]
    image = image_of(stack)
    assert is_ink(stack, image, samples.edges[1][0], panel.rect.bottom() - 1.5)


@pytest.mark.parametrize(
    ("length", "detail"), [(200.0, "extremes"), (1.0, "lines"), (0.2, "points")]
)
def test_no_line_leads_to_a_value_that_a_log_axis_cannot_show(
    shown: Shown, length: float, detail: str
) -> None:
    values = np.full(COUNT, 100.0)
    values[3::7] = -5.0
    values[[297, 299]] = 0.0  # so that number 298 has none beside it that can be shown
    stack = shown(values, analyte="nse", unit="ng/mL", references=[{"high": 16, "laboratory": "L"}])
    panel, samples = show(stack, 1, 1 + length)
    stack._session.point_at(205.0)  # out of the way
    assert samples.strokes.detail == detail
    image, foot, mark = image_of(stack), panel.rect.bottom(), stack._type.mark_px
    left, right = (round(stack.scale().x(day)) for day in (1, 1 + length))
    rows = range(round(panel.axis.y(100) + mark), round(foot - 1.5 * mark))
    dark = [y for y in rows for x in range(left + 2, right - 2) if is_ink(stack, image, x, y)]
    assert bool(dark) == (detail == "extremes")  # a column reaches from its lowest to its highest
    below, alone = (stack.scale().x(number * EVERY) for number in (304, 298))
    assert is_ink(stack, image, below, foot - 1.5)
    around = [(alone + dx, panel.axis.y(100) + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)]
    assert any(is_ink(stack, image, *place) for place in around)
    found = stack.thing_at(QPointF(below, foot - mark / 2))
    assert found is not None
    assert found.sample is not None
    if detail != "extremes":
        assert "−5 ng/mL" in stack.tooltip_of(found)
        assert not any(one.rect.bottom() > foot - mark for one in panel.labels)


def test_values_that_are_all_below_a_log_axis_stand_at_its_edge_alone(shown: Shown) -> None:
    stack = shown(np.full(COUNT, -3.0), analyte="nse", unit="ng/mL")
    stack._session.apply(
        partial(view_state.replot, change=lambda _: PlotChoices(scale="log")),
    )
    for length in (200.0, 1.0):
        panel, samples = show(stack, 0, length)
        assert panel.panel.scale.is_log
        assert not len(samples.lines)
        assert len(samples.edges[1]) > 100
    _, samples = show(stack, 0, 0.2)
    assert (samples.mark_ys > panel.axis.y(panel.panel.scale.low) - 1).all()


@pytest.mark.parametrize("values", [[5.0], [5.0, 6.0], [5.0] * 3_000, [1e308], [-1e308, 1e308] * 9])
def test_odd_values_are_drawn(shown: Shown, values: list[float]) -> None:
    for more in ({}, {"analyte": "x", "references": [{"high": 2, "laboratory": "L"}]}):
        stack = shown(np.array(values), **more)
        _, samples = show(stack, -0.1, len(values) * EVERY + 0.1)
        assert samples.strokes.count == len(values)
        assert np.isfinite(samples.lines).all()
        assert np.isfinite(samples.mark_ys).all()
        image_of(stack)


def test_the_pointer_finds_the_sample_and_its_value(shown: Shown) -> None:
    stack = shown(course())
    spike = math.floor(SPIKE_DAY / EVERY)
    for length in (200.0, 1.0, 0.2):
        panel, _ = show(stack, max(0, SPIKE_DAY - length / 2), SPIKE_DAY + length / 2)
        place = QPointF(stack.scale().x(spike * EVERY), panel.axis.y(SPIKE) + 1)
        found = stack.thing_at(place)
        assert found is not None
        assert found.sample is not None
        assert found.sample.point.value == SPIKE
        assert not found.opens
        tip = stack.tooltip_of(found)
        assert "480 mg/dL" in tip
        assert "day 71, 07:1" in tip
        assert found.rect.contains(QPointF(found.sample.x_px, found.sample.y_px))
    empty = stack.thing_at(QPointF(place.x(), panel.rect.bottom() - 2))
    assert empty is not None
    assert empty.sample is None
    show(stack, 100.5, 102.5)
    nothing = stack.thing_at(panel.rect.center())
    assert nothing is not None
    assert nothing.sample is None


def test_a_click_on_samples_puts_the_cursor_there(shown: Shown) -> None:
    stack = shown(course())
    panel, _ = show(stack, 0, 200)
    place = QPointF(stack.scale().x(50), panel.axis.y(110)).toPoint()
    QTest.mouseClick(stack, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert stack._session.state.cursor == pytest.approx(50, abs=0.3)
    assert stack._session.state.selection is None


def test_the_readout_is_the_last_sample_at_the_cursor(shown: Shown) -> None:
    stack = shown(course())
    for day, off in ((50.2, "this day"), (101.5, "2 days before"), (100.001, "6.44 min before")):
        stack._session.point_at(day)
        (read,) = stack.readouts
        assert read.off == off
        number = min(math.floor(day / EVERY), 28_799)
        assert float(read.value) == pytest.approx(course()[number])


def test_details_say_as_the_readout_how_far_off_a_sample_is(qtbot: QtBot, shown: Shown) -> None:
    stack = shown(course())
    details = DetailsPanel(stack._session, Look())
    qtbot.addWidget(details)
    details.resize(400, 300)
    with qtbot.waitExposed(details):
        details.show()
    for day, off in ((50.0, "this day"), (100.001, "6.44 min before"), (101.5, "2 days before")):
        stack._session.point_at(day)
        catch_up()
        assert stack.readouts[0].off == off
        assert off in "\n".join(label.text() for label in details.findChildren(LinkButton))
    details.hide()


def test_an_empty_window_leads_to_the_nearest_sample(shown: Shown) -> None:
    stack = shown(course())
    for start, day in ((100.2, "99"), (102.1, "103")):
        panel, samples = show(stack, start, start + 0.7)
        assert samples.strokes.count == 0
        (hint,) = words(panel, "hint")
        assert f"day {day}" in hint


def test_nothing_beyond_the_horizon_is_drawn(shown: Shown) -> None:
    stack = shown(course())
    stack._session.hide_after(70)
    panel, samples = show(stack, 0, 71)
    assert samples.strokes.bars.highs.max() < 130
    assert panel.panel.scale.high < SPIKE
    stack._session.point_at(71.5)
    assert float(stack.readouts[0].value) < 130


def test_samples_in_the_other_unit_keep_places_and_levels_and_say_the_reported_value(
    shown: Shown,
) -> None:
    values = np.full(COUNT, 110.0)
    values[[5, 10]] = 54.0, 50.0
    stack = shown(values)
    _, before = show(stack, 0, 0.2)
    stack._session.apply(
        partial(view_state.replot, change=lambda _: PlotChoices(converted=frozenset({"glucose"})))
    )
    panel, samples = show(stack, 0, 0.2)
    assert samples.shapes.tolist() == before.shapes.tolist()
    assert samples.shapes[[5, 10]].tolist() == ["below", "far_below"]  # 54 is 2.997 mmol/L
    place = QPointF(stack.scale().x(5 * EVERY), panel.axis.y(54.0))
    found = stack.thing_at(place)
    assert found is not None
    assert "54 mg/dL as reported; 3.00 mmol/L, ÷ 18.016" in stack.tooltip_of(found)


def test_the_axis_of_samples_follows_the_window_when_asked(shown: Shown) -> None:
    stack = shown(course(), analyte="nse", unit="ng/mL")
    whole, _ = show(stack, 0, 200)
    assert whole.panel.scale.high >= SPIKE
    away, _ = show(stack, 10, 12)
    assert away.panel.scale == whole.panel.scale  # it stays
    stack._session.apply(
        partial(view_state.replot, change=lambda _: PlotChoices(follows_window=True))
    )
    near, _ = show(stack, 10, 12)
    assert near.panel.scale.high < 200
    spike, samples = show(stack, SPIKE_DAY - 1, SPIKE_DAY + 1)
    assert spike.panel.scale.high >= SPIKE
    assert not len(samples.edges[0])


def test_details_tell_what_the_file_holds(shown: Shown) -> None:
    stack = shown(course(), kind="synthetic")
    session = stack._session

    def told() -> str:
        telling = Telling(session.case, session.counting, "en")
        facts = series_facts(telling, session.case.series[0], 12.0)
        return "\n".join(line.text for fact in facts for line in fact.lines)

    assert "59,135 samples, 98 to 480 mg/dL" in told()
    assert "865 without a value" in told()
    assert "usually 5 min apart, joined up to 15 min" in told()
    assert "s.npy" in told()
    assert "Made up" in told()
    assert "The source gives no values" not in told()
    session.hide_after(70)
    assert "20,448 samples, 98 to 122 mg/dL" in told()
    assert "without a value" not in told()


def test_details_tell_of_a_file_that_gives_nothing(shown: Shown, tmp_path: Path) -> None:
    shown(course())
    (tmp_path / "s.npy").unlink()
    session = Session(open_case(tmp_path))
    facts = series_facts(
        Telling(session.case, session.counting, "en"), session.case.series[0], 12.0
    )
    assert any("s.npy gives no values" in line.text for fact in facts for line in fact.lines)


def test_strips_out_of_sight_draw_nothing_until_they_are_scrolled_to(
    shown: Shown, tmp_path: Path
) -> None:
    stack = shown(course())
    case = json.loads((tmp_path / "case.json").read_text("utf-8"))
    case["series"] = [case["series"][0] | {"id": f"s{n}", "analyte": f"a{n}"} for n in range(9)]
    (tmp_path / "case.json").write_text(json.dumps(case), encoding="utf-8")
    stack._session.open(open_case(tmp_path))
    panels = stack.placed.panels
    assert panels[0].samples is not None
    assert panels[-1].samples is None
    assert not words(panels[-1], "hint")
    stack.setFocus()
    for _ in range(20):
        QTest.keyClick(stack, Qt.Key.Key_PageDown)
    panels = stack.placed.panels
    assert panels[0].samples is None
    assert panels[-1].samples is not None
    assert words(panels[-1], "summary")
