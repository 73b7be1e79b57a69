"""What no case should hold, in the real window: told clearly or drawn truly, never a crash."""

from __future__ import annotations

import io
import math
import re
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView

from tests.e2e.screen import panel_of, raise_panel, read, seen, settle, table_rows
from tests.e2e.small_cases import REPORTED, OpenCase, a_series, an_event
from tests.e2e.test_one_cursor import wheel
from viewer.ui.window import Window

LEFT = Qt.MouseButton.LeftButton
EVERY = 1 / 288


def sampled(id_: str, file: str, **more: Any) -> dict[str, Any]:
    samples = {"file": file, "evidence": REPORTED} | more
    return {"id": id_, "title": id_, "analyte": id_, "unit": "U/mL", "samples": samples}


def npy(array: Any, **more: Any) -> bytes:
    file = io.BytesIO()
    np.save(file, array, **more)
    return file.getvalue()


def rows(days: list[float], values: list[float]) -> bytes:
    return npy(np.array([days, values], dtype=np.float64))


def press(window: Window, keys: str) -> None:
    window.chart.timeline.setFocus()
    QTest.keySequence(window.chart.timeline, keys)
    settle()


def go_through(window: Window) -> None:
    """Do with the chart what a person does: every key that moves or changes it, wheel, drag."""
    for keys in ("+", "+", "Right", "End", "Home", "U", "Y", "Y", "Y", "Shift+Y", "O", "Shift+O"):
        press(window, keys)
    for keys in ("O", "F", "Ctrl+Right", "Shift+Right", "Shift+F", "-", "E", "M", "Ctrl+M", "0"):
        press(window, keys)
    for view in (window.chart.timeline.viewport(), window.chart.plots, window.chart.ruler):
        place = QPoint(view.width() // 2, view.height() // 2)
        wheel(view, place, 2)
        QTest.mousePress(view, LEFT, pos=place)
        QTest.mouseMove(view, place - QPoint(60, 0))
        QTest.mouseRelease(view, LEFT, pos=place - QPoint(60, 0))
        wheel(view, place, -40)
        wheel(view, place, 80)
        settle()
        assert not window.grab().isNull()
    press(window, "0")
    shown = window.session.state.window
    assert math.isfinite(shown.start)
    assert shown.days > 0


# --- files of long series -----------------------------------------------------------------


class Bomb:
    """What must never be loaded."""

    def __reduce__(self) -> Any:
        return (sys.exit, ("a pickle was loaded",))


BAD_FILES = {
    "unsorted.npy": rows([3, 1, 2], [5, 6, 7]),
    "twice.npy": rows([1, 2, 2], [5, 6, 7]),
    "untimed.npy": rows([1, math.nan, 3], [5, 6, 7]),
    "endless.npy": rows([1, math.inf, 3], [5, 6, 7]),
    "none.npy": rows([], []),
    "one.npy": rows([4], [5]),
    "same.npy": rows([float(day) for day in range(50)], [5.0] * 50),
    "words.csv": b"day,value\n1,5\n2,Low\n3,7\n",
    "objects.npy": npy(np.array([Bomb(), 1], dtype=object), allow_pickle=True),
    "cut.npy": npy(np.arange(100.0))[:-5],
}
SAID = {
    "unsorted.npy": "not in order",
    "twice.npy": "at the moment of another one: 1",
    "untimed.npy": "without a day: 1",
    "endless.npy": "without a day: 1",
    "none.npy": "no values",
    "words.csv": "line 3 (“Low”)",
    "objects.npy": "could run code; it is not read",
    "cut.npy": "announces 800 bytes of values but holds 795",
}
DRAWN = {"unsorted": 3, "twice": 3, "untimed": 2, "endless": 2, "one": 1, "same": 50, "words": 2}


def test_bad_files_are_told_each_and_the_rest_of_them_is_drawn(open_case: OpenCase) -> None:
    series = [sampled(name.partition(".")[0], name) for name in BAD_FILES]
    window = open_case(BAD_FILES, series=series, events=[an_event("here", {"day": 2})])
    told = read(raise_panel(window, "problems"))
    for name, words in SAID.items():
        assert re.search(rf"“?{re.escape(name)}”?.*{re.escape(words)}", told), name
    assert not any(name in told for name in ("“one.npy", "“same.npy"))
    assert seen(window, "here")
    assert window.chart.plots.placed.panels
    window.chart.splitter.setSizes([80, 700])
    settle()
    drawn = {}
    for _ in range(12):
        for placed in window.chart.plots.placed.panels:
            if placed.samples is not None:
                drawn[placed.panel.series.id] = placed.samples.strokes.count
        QTest.keyClick(window.chart.plots, Qt.Key.Key_PageDown)
        settle()
    assert {id_: count for id_, count in drawn.items() if count} == DRAWN
    go_through(window)


@pytest.mark.parametrize("kind", ["npy", "csv"])
def test_negative_and_very_great_samples_are_drawn_on_every_axis(
    open_case: OpenCase, kind: str
) -> None:
    courses = {
        "mixed": np.where(np.arange(5_000) % 7 == 3, -5.0, 100.0),
        "below": np.full(5_000, -3.0),
        "great": np.full(5_000, 1e308),
        "both": np.where(np.arange(5_000) % 2, 1e308, -1e308),
    }
    files, series = {}, []
    for id_, values in courses.items():
        if kind == "npy":
            files[f"{id_}.npy"] = npy(values)
            series.append(sampled(id_, f"{id_}.npy", start=0, every_days=EVERY))
        else:
            lines = [f"{number * EVERY},{value}" for number, value in enumerate(values.tolist())]
            files[f"{id_}.csv"] = "\n".join(["day,value", *lines]).encode()
            series.append(sampled(id_, f"{id_}.csv"))
    window = open_case(files, series=series)
    assert window.session.problems == ()
    for _ in range(4):
        for placed in window.chart.plots.placed.panels:
            if placed.samples is None:
                continue
            assert placed.samples.strokes.count == 5_000
            for array in (placed.samples.lines, placed.samples.mark_ys):
                assert np.isfinite(array).all()
            inside = placed.samples.lines[:, [1, 3]]
            assert (inside >= placed.rect.top() - 1).all()
            assert (inside <= placed.rect.bottom() + 1).all()
        press(window, "Y")
    go_through(window)


def test_a_file_that_is_cut_or_gone_after_opening_is_still_drawn(
    open_case: OpenCase, tmp_path: Path
) -> None:
    count = 400_000
    values = np.sin(np.arange(count) / 99).astype(np.float32)
    names = ("cut", "gone")
    series = [sampled(name, f"{name}.npy", start=0, every_days=EVERY) for name in names]
    window = open_case({f"{name}.npy": npy(values) for name in names}, series=series)
    with (tmp_path / "small" / "cut.npy").open("r+b") as file:
        file.truncate(200)
    (tmp_path / "small" / "gone.npy").unlink()
    # A file that was mapped would end the program here.
    for _ in range(8):
        wheel(window.chart.plots, QPoint(window.chart.plots.width() // 2, 20), 3)
        for placed in window.chart.plots.placed.panels:
            assert placed.samples is not None
            assert placed.samples.strokes.count > 0
        assert not window.grab().isNull()
    for one in window.session.case.series:
        assert one.sampled is not None
        assert len(one.sampled) == count
        assert one.sampled.values.sum() == pytest.approx(values.sum())


# --- limits, courses and lanes --------------------------------------------------------------


def test_a_reference_interval_upside_down_is_told_and_not_drawn(open_case: OpenCase) -> None:
    crossed = {"low": 40, "high": 10, "laboratory": "Lab X"}
    whole = a_series("whole", (0, 20), (5, 50), references=[crossed])
    single = a_series("single", (0, 20))
    single["points"][0]["reference"] = crossed
    window = open_case(series=[whole, single])
    told = read(raise_panel(window, "problems"))
    assert told.count('"low" must not lie above "high"') == 2
    for id_ in ("whole", "single"):
        panel = panel_of(window, (f"^{id_}",))
        assert {point.shape for point in panel.points} == {"within"}
        assert not [label for label in panel.labels if "Lab X" in label.words]
        assert [label for label in panel.labels if label.words == "no reference interval given"]
    go_through(window)


@pytest.mark.parametrize(
    "parts",
    [
        {},
        {"events": [an_event("only", {"day": 3.25, "precision": "second"})]},
        {"series": [a_series("glucose", (0, 54), unit="mg/dL")]},
        {"series": [sampled("one", "one.npy")]},
    ],
    ids=["nothing", "a moment", "a value", "a sample"],
)
def test_a_course_without_length_is_shown_with_days_about_it(
    open_case: OpenCase, parts: dict[str, Any]
) -> None:
    window = open_case({"one.npy": BAD_FILES["one.npy"]}, **parts)
    bounds = window.session.state.bounds
    assert bounds.days >= 1
    assert window.session.state.window == bounds
    go_through(window)
    if "events" in parts:
        place = seen(window, "only").mark
        assert place is not None
        assert place.center().x() == pytest.approx(window.chart.timeline.scale().x(3.25), abs=1)


def test_no_zoom_makes_a_window_of_no_width(open_case: OpenCase) -> None:
    window = open_case(events=[an_event("first", {"day": 0}), an_event("last", {"day": 36_000})])
    view = window.chart.timeline.viewport()
    for _ in range(3):
        wheel(view, QPoint(view.width() // 2, 20), 200)
        scale = window.chart.timeline.scale()
        assert window.session.state.window.days > 1 / 300
        assert math.isfinite(scale.px_per_day)
        assert window.chart.ruler.tick_labels()
    overview = window.chart.overview
    frame = overview.window_rect()
    assert frame.width() >= 1, "the frame stays to be seen"
    QTest.mouseDClick(overview, LEFT, pos=QPoint(overview.width() // 2, overview.height() // 2))
    settle()
    assert window.session.state.window == window.session.state.bounds


def test_a_chart_of_no_width_is_drawn_again_when_it_has_one(open_case: OpenCase) -> None:
    window = open_case(events=[an_event("here", {"day": 2})], series=[a_series("x", (0, 5))])
    chart = window.chart
    chart.setMinimumSize(0, 0)
    before = seen(window, "here").mark
    for width, height in ((0, 0), (1, 1), (30, 300), (300, 1)):
        for view in (chart.timeline, chart.plots, chart.ruler, chart.overview):
            view.setMinimumSize(0, 0)
            size = view.size()
            view.resize(width, height)
            settle()
            view.grab()
            view.resize(size)
            settle()
    assert seen(window, "here").mark == before


def test_5000_lanes_are_gone_through_with_keys_wheel_and_menus(open_case: OpenCase) -> None:
    lanes = [{"id": f"l{n}", "title": f"Lane {n}", "kind": "drug"} for n in range(5_000)]
    events = [an_event(f"e{n}", {"day": n % 90}, lane=f"l{n}") for n in range(5_000)]
    window = open_case(lanes=lanes, events=events)
    timeline = window.chart.timeline

    def in_sight() -> set[str]:
        top = timeline.verticalScrollBar().value()
        bottom = top + timeline.viewport().height()
        return {p.id for p in timeline.placed if top <= p.bounds.center().y() <= bottom}

    assert "e0" in in_sight()
    press(window, "End")
    assert window.session.state.selection in in_sight()
    timeline.verticalScrollBar().setValue(timeline.verticalScrollBar().maximum())
    settle()
    assert "e4999" in in_sight()
    press(window, "Ctrl+[")
    assert all(box.is_collapsed for box in timeline.layout_now().lanes)
    press(window, "Ctrl+]")
    window.session.select("e2500")
    settle()
    assert "e2500" in in_sight()
    press(window, "Ctrl+Down")
    ids = [box.lane.id for box in timeline.layout_now().lanes]
    assert ids[2500:2502] == ["l2501", "l2500"]
    press(window, "H")
    assert timeline.layout_now().lane("l2500") is None
    press(window, "Shift+H")
    assert len(timeline.layout_now().lanes) == 5_000
    wheel(timeline.viewport(), QPoint(20, 60), -30)
    assert not window.grab().isNull()


def test_numbers_beyond_all_measure_are_told_or_drawn(open_case: OpenCase) -> None:
    dose = {"value": 1e308, "unit": "mg", "per": "day"}
    when = {"start": {"day": 1}, "end": {"day": 9}}
    changes = [{"when": {"day": 5}, "dose": dose | {"value": 1e-308}}]
    window = open_case(
        events=[an_event("drug", when, dose=dose, changes=changes)],
        series=[
            a_series("glucose", (0, 1e308), (1, -1e308), (2, 54), unit="mg/dL"),
            a_series(
                "insulin", (0, 1e308), unit="µU/mL", references=[{"high": 1e308, "laboratory": "L"}]
            ),
            a_series("x", (0, 1e308), (3, 5e-324), gap_days=9),
        ],
    )
    assert "1e+308 mg/day" in seen(window, "drug").label
    for _ in range(5):
        for placed in window.chart.plots.placed.panels:
            for point in placed.points:
                assert placed.rect.top() <= point.y_px <= placed.rect.bottom()
        press(window, "Y")
    go_through(window)
    window.session.select("x")
    settle()
    assert "inf" not in read(window.panels.details).split()


def test_values_in_no_order_and_at_one_moment_stand_each_on_their_day(open_case: OpenCase) -> None:
    given = [(9, 40.0), (0, 20.0), (4, 30.0), (4, 31.0), (4, 30.0)]
    window = open_case(series=[a_series("x", *given, gap_days=10)])
    panel = panel_of(window, ("^x",))
    scale = window.chart.plots.scale()
    drawn = sorted((round(p.x_px), p.point.value) for p in panel.points)
    assert drawn == sorted((round(scale.x(day + 0.5)), value) for day, value in given)
    items = window.chart.plots.canvas.items_by_series["x"]
    days = np.asarray(items.lines.getData()[0]).reshape(-1, 2)
    assert (days[:, 0] <= days[:, 1]).all(), "no line leads back in time"
    window.verbs.put_cursor(8)
    settle()
    (read_out,) = window.chart.plots.readouts
    assert (read_out.value, read_out.off) in {("30", "4 days before"), ("31", "4 days before")}
    listed = [row[1] for row in table_rows(raise_panel(window, "values").findChild(QTableView))]
    assert listed == ["day 0", "day 4", "day 4", "day 4", "day 9"]
    go_through(window)
