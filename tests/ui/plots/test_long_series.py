"""Series of very many values: every extreme is seen, nothing else costs more than a short one."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from viewer.io.case_store import OpenedCase, open_case
from viewer.model import view_state
from viewer.model.part import Evidence
from viewer.model.series import Measurement, Series
from viewer.model.time import Instant, Span
from viewer.session.session import Session
from viewer.ui.fonts import install_fonts
from viewer.ui.look import Look
from viewer.ui.plots.columns import Columns
from viewer.ui.plots.plot_stack import PlotStack
from viewer.ui.plots.series_panels import series_panel

SHIPPED = Path(__file__).parents[3] / "cases" / "insulinoma-tae"
REPORTED = Evidence.model_construct(kind="reported")
SPIKE_DAY, SPIKE = 71.3, 480.0


def _instant(day: float) -> Instant:
    fields: dict[str, object] = {"day": day, "precision": "second"}
    return Instant.model_construct(**{"evidence": None, **fields})


def _value(day: float, value: float) -> Measurement:
    return Measurement.model_construct(when=_instant(day), value=value, evidence=REPORTED)


def _series(count: int, gap_days: float | None = None) -> Series:
    """Give a smooth course of `count` values over 150 days with a spike of one of them."""
    days = np.linspace(0.0, 150.0, count)
    values = 110 + 30 * np.sin(days) + 8 * np.cos(37 * days)
    values[int(np.searchsorted(days, SPIKE_DAY))] = SPIKE
    points = [_value(*pair) for pair in zip(days.tolist(), values.tolist(), strict=True)]
    return _with_points("glucose", points, gap_days)


def _with_points(id_: str, points: Sequence[Measurement], gap_days: float | None) -> Series:
    case = open_case(SHIPPED).case
    series = next(series for series in case.series if series.id == id_)
    return series.model_copy(update={"points": tuple(points), "gap_days": gap_days})


def _opened(series: Series) -> OpenedCase:
    opened = open_case(SHIPPED)
    case = opened.case.model_copy(update={"series": (series,), "statements": ()})
    return OpenedCase(**{**vars(opened), "case": case})


@pytest.fixture
def stack(qtbot: QtBot, qapp: QApplication) -> Iterator[PlotStack]:
    install_fonts(qapp)
    stack = PlotStack(Session(_opened(_series(1_000))), Look())
    qtbot.addWidget(stack)
    stack.resize(1090, 400)
    with qtbot.waitExposed(stack):
        stack.show()
    yield stack
    qapp.processEvents()


def _pan_seconds(stack: PlotStack, qapp: QApplication) -> float:
    session = stack._session
    session.apply(partial(view_state.show, window=Span(5, 140)))
    qapp.processEvents()
    times = []
    for step in range(8):
        started = time.perf_counter()
        session.apply(partial(view_state.pan, days=0.7 if step % 2 else -0.7))
        qapp.processEvents()
        stack.canvas.viewport().repaint()
        times.append(time.perf_counter() - started)
    return min(times)


def test_a_spike_of_one_sample_in_a_hundred_thousand_is_seen(
    stack: PlotStack, qapp: QApplication
) -> None:
    session = stack._session
    short = _pan_seconds(stack, qapp)
    session.open(_opened(_series(100_000, gap_days=1.0)))
    long = _pan_seconds(stack, qapp)
    assert long < 8 * short
    (panel,) = stack.placed.panels
    (spike,) = [point for point in panel.points if point.point.value == SPIKE]
    days, values = stack.canvas.items_by_series["glucose"].points.getData()
    assert len(days) < 6 * panel.rect.width()
    assert SPIKE in values
    ink = stack._type.theme.ink.rgb()
    image = stack.grab().toImage()
    assert image.pixel(round(spike.x_px), round(spike.y_px)) == ink
    place = QPointF(spike.x_px, spike.y_px)
    found = stack.thing_at(place)
    assert found is not None
    assert found.point == spike


def test_zoomed_in_every_value_is_drawn_again(stack: PlotStack) -> None:
    series = _series(100_000)
    stack._session.open(_opened(series))
    stack._session.apply(partial(view_state.show, window=Span(70, 72)))
    days, _ = stack.canvas.items_by_series["glucose"].points.getData()
    inside = [p.when.anchor for p in series.points if 70 <= p.when.anchor <= 72]
    assert set(inside) <= set(days.tolist())
    assert len(days) < 1.2 * len(inside)


def test_thinned_values_are_not_joined_across_a_gap(stack: PlotStack) -> None:
    series = _series(100_000)
    points = [point for point in series.points if not 60 < point.when.anchor < 63]
    stack._session.open(_opened(_with_points("glucose", points, 1.0)))
    children = stack.canvas.items_by_series["glucose"].view.childGroup.childItems()
    (curve,) = [item for item in children if isinstance(item, pg.PlotCurveItem)]
    starts, ends = curve.xData[::2], curve.xData[1::2]
    assert len(starts) > 1000
    assert (ends - starts).max() <= 1.0
    assert not ((starts < 61) & (ends > 61)).any()
    # The next case has nothing to join.
    stack._session.open(_opened(_with_points("glucose", points[:300], None)))
    children = stack.canvas.items_by_series["glucose"].view.childGroup.childItems()
    assert not [item for item in children if isinstance(item, pg.PlotCurveItem)]


def test_without_values_there_is_none_to_go_to() -> None:
    series = _with_points("glucose", [], None)
    assert Columns(series, [], []).nearest_to(Span(0, 1)) is None


def test_values_between_two_days_stay_among_many(stack: PlotStack) -> None:
    points = [_value(day / 10, 90.0) for day in range(1_000)]
    vague = Instant.model_validate({"earliest": 40, "latest": 50})
    points.append(Measurement.model_construct(when=vague, value=60.0, evidence=REPORTED))
    series = _with_points("glucose", points, None)
    case = _opened(series).case
    panel = series_panel(case, case.series[0], "en")
    assert panel.columns.points[-1].when.is_exact
    stack._session.open(_opened(series))
    assert [p for p in stack.placed.panels[0].points if p.span is not None]
