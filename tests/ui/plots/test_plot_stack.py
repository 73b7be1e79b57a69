"""The plots on a real session and the shipped case: what is drawn, where, and what input does."""

from __future__ import annotations

import copy
import json
import math
from collections.abc import Callable, Iterator
from functools import partial
from itertools import combinations
from pathlib import Path
from typing import Any

import pyqtgraph as pg
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from tests.making import PLAIN
from tests.making_sensor import sensor_points
from viewer.geometry.time_scale import Frame
from viewer.io.case_store import open_case
from viewer.model import view_state
from viewer.model.time import Span
from viewer.session.session import Session
from viewer.ui.fonts import install_fonts
from viewer.ui.look import Look
from viewer.ui.plots.label_layer import words_across
from viewer.ui.plots.placed import PlacedLabel
from viewer.ui.plots.plot_stack import PlotStack
from viewer.ui.plots.pointing import Hit
from viewer.ui.words.time_words import when_short

SHIPPED = Path(__file__).parents[3] / "cases" / "insulinoma-tae"
VALUES = {
    "glucose": [54.0],
    "insulin": [67.5],
    "c-peptide": [6.3],
    "ca19-9": [53.7],
    "nse": [169.9],
    "dupan-2": [235.0],
    "span-1": [36.1],
}
MARGIN_PX = 14

Make = Callable[..., tuple[Session, PlotStack]]


def _frame(stack: PlotStack) -> Frame:
    """Give the columns that the stack itself asks for."""
    gutter, before = stack.gutter_hint_px(), stack.before_hint_px()
    return Frame(gutter, before, stack.width() - gutter - before - MARGIN_PX, MARGIN_PX)


@pytest.fixture
def make(qtbot: QtBot, qapp: QApplication) -> Iterator[Make]:
    """Give a shown stack on a case: the shipped one, or the one in a folder."""
    install_fonts(qapp)

    def made(
        folder: Path = SHIPPED,
        size: tuple[int, int] = (1090, 420),
        theme: Any = "light",
        language: str = "en",
    ) -> tuple[Session, PlotStack]:
        session = Session(open_case(folder), language)
        stack = PlotStack(session, Look(theme, language))
        qtbot.addWidget(stack)
        stack.resize(*size)
        stack.set_frame(_frame(stack))
        with qtbot.waitExposed(stack):
            stack.show()
        return session, stack

    yield made
    qapp.processEvents()


def _changed(folder: Path, change: Callable[[dict[str, Any]], None]) -> Path:
    """Write the shipped case with a change into a folder."""
    case = copy.deepcopy(json.loads((SHIPPED / "case.json").read_text("utf-8")))
    change(case)
    (folder / "case.json").write_text(json.dumps(case), "utf-8")
    return folder


def _series(case: dict[str, Any], id_: str) -> dict[str, Any]:
    found: dict[str, Any] = next(s for s in case["series"] if s["id"] == id_)
    return found


def _value(day: float, value: float, **more: Any) -> dict[str, Any]:
    return {"when": {"day": day}, "value": value, "evidence": {"kind": "reported"}, **more}


def _drawn(stack: PlotStack, id_: str) -> list[tuple[float, float]]:
    """Give what stands in the scatter plot of a series: day and place along its axis."""
    days, places = stack.canvas.items_by_series[id_].points.getData()
    return list(zip(days.tolist(), places.tolist(), strict=True))


def _wheel(stack: PlotStack, place: QPointF, *, down: int = 0, across: int = 0) -> None:
    event = QWheelEvent(
        place,
        stack.mapToGlobal(place),
        QPoint(),
        QPoint(across, down),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(stack, event)


# --- one time axis ------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(700, 300), (1090, 340), (1813, 701)])
@pytest.mark.parametrize("window", [None, Span(-3, 25), Span(11.9, 12.1), Span(100.25, 158)])
def test_a_day_is_the_same_column_as_in_the_frame(
    make: Make, size: tuple[int, int], window: Span | None
) -> None:
    session, stack = make(size=size)
    if window is not None:
        session.apply(partial(view_state.show, window=window))
    scale = stack.frame().scale(session.state.window)
    for items in stack.canvas.items_by_series.values():
        for share in (0.0, 0.123, 0.5, 1.0):
            day = session.state.window.start + share * session.state.window.days
            place = items.view.mapToScene(items.view.mapFromView(QPointF(day, 1)))
            assert place.x() == pytest.approx(scale.x(day), abs=0.5)


def test_a_mark_is_painted_where_it_is_laid_out(make: Make) -> None:
    session, stack = make()
    session.apply(partial(view_state.show, window=Span(-10, 20)))
    for panel in stack.placed.panels:
        view = stack.canvas.items_by_series[panel.panel.series.id].view
        (point,) = [p for p in panel.points if p.is_dated]
        ((day, place),) = _drawn(stack, panel.panel.series.id)
        drawn = view.mapToScene(view.mapFromView(QPointF(day, place)))
        assert (point.x_px, point.y_px) == pytest.approx((drawn.x(), drawn.y()), abs=0.5)


def test_a_mark_is_really_painted(make: Make) -> None:
    session, stack = make()
    session.apply(partial(view_state.move_cursor, day=100.5))
    image = stack.grab().toImage()
    ink = stack._type.theme.ink.rgb()
    for panel in stack.placed.panels:
        seen = [p for p in panel.points if panel.clip.contains(p.x_px, p.y_px)]
        for point in seen:
            # Two stacked triangles touch in a point, which need not lie on a whole pixel.
            x, y = round(point.x_px), round(point.y_px)
            assert ink in {image.pixel(x, y + dy) for dy in (-2, 0, 2)}


# --- nothing but what was reported --------------------------------------------------------


def test_points_are_the_reported_values_and_nothing_else(make: Make) -> None:
    _, stack = make()
    shown = {}
    for panel in stack.placed.panels:
        id_ = panel.panel.series.id
        points = _drawn(stack, id_)
        shown[id_] = [10**y if panel.panel.scale.is_log else y for _, y in points]
        assert [x for x, _ in points] == [0.5] * len(points)
    assert shown == {id_: pytest.approx(values) for id_, values in VALUES.items()}


def test_the_value_without_a_day_is_not_on_the_time_axis(make: Make) -> None:
    _, stack = make()
    items = stack.canvas.items_by_series["glucose"]
    assert items.before_points.getData()[1].tolist() == [20.0]
    panel = stack.placed.panel_of("glucose")
    (undated,) = [p for p in panel.points if not p.is_dated]
    assert panel.before.contains(undated.x_px, undated.y_px)
    assert undated.shape == "far_below"
    assert items.before_view.geometry().right() <= stack.frame().left_px
    words = when_short(undated.point.when, PLAIN, "en")
    assert {"20 mg/dL", words} <= {label.words for label in panel.labels}


def test_no_line_joins_anything(make: Make) -> None:
    _, stack = make()
    kinds = {type(item) for item in stack.canvas.scene().items()}
    assert not any(issubclass(kind, pg.PlotCurveItem | pg.PlotDataItem) for kind in kinds)
    for items in stack.canvas.items_by_series.values():
        drawn = [i for i in items.view.childGroup.childItems() if isinstance(i, pg.GraphicsObject)]
        assert drawn == [items.points]


def test_joined_only_within_the_gap_and_not_across_a_statement(make: Make, tmp_path: Path) -> None:
    def change(case: dict[str, Any]) -> None:
        series = _series(case, "glucose")
        days = (5, 6, 8, 12, 62, 63, 90)
        series["points"] += [_value(day, 80.0 + day) for day in days]
        series["points"].append(_value(64, 40.0, comparator="<"))
        series["gap_days"] = 2

    _, stack = make(_changed(tmp_path, change))
    children = stack.canvas.items_by_series["glucose"].view.childGroup.childItems()
    (curve,) = [item for item in children if isinstance(item, pg.PlotCurveItem)]
    days = curve.xData.tolist()
    assert list(zip(days[::2], days[1::2], strict=True)) == [(5.5, 6.5), (6.5, 8.5), (62.5, 63.5)]


def test_without_values_without_a_day_there_is_no_strip(make: Make, tmp_path: Path) -> None:
    def change(case: dict[str, Any]) -> None:
        del _series(case, "glucose")["points"][0]

    _, stack = make(_changed(tmp_path, change))
    assert stack.before_hint_px() == 0


def test_signs_follow_limits_comparators_and_words(make: Make, tmp_path: Path) -> None:
    def change(case: dict[str, Any]) -> None:
        points = [_value(1, 69.0), _value(2, 53.0), _value(3, 70.0)]
        points += [_value(4, 40.0, comparator="<"), _value(5, 400.0, comparator=">")]
        word = {"when": {"day": 6}, "word": {"en": "Low"}, "evidence": {"kind": "reported"}}
        _series(case, "glucose")["points"] = [*points, word]
        _series(case, "nse")["points"] = [_value(1, 16.3), _value(2, 16.4)]
        _series(case, "ca19-9")["points"] = [_value(1, 36.9), _value(2, 37.0)]
        _series(case, "insulin")["points"] = [_value(1, 1.6), _value(2, 0.0), _value(3, 67.5)]

    _, stack = make(_changed(tmp_path, change), (1600, 700))
    shapes = {p.panel.series.id: [q.shape for q in p.points] for p in stack.placed.panels}
    glucose = ["below", "far_below", "within", "less_than", "more_than", "worded"]
    assert shapes["glucose"] == glucose
    assert shapes["nse"] == ["within", "above"]
    assert shapes["ca19-9"] == ["within", "above"]
    assert shapes["insulin"] == ["below", "below", "above"]
    assert [p.edge for p in stack.placed.panel_of("insulin").points] == [None, "bottom", None]


def test_a_value_between_two_days_has_no_mark(make: Make, tmp_path: Path) -> None:
    def change(case: dict[str, Any]) -> None:
        point = _value(0, 100.0)
        point["when"] = {"earliest": 40, "latest": 50}
        _series(case, "nse")["points"].append(point)

    _, stack = make(_changed(tmp_path, change), (1800, 700))
    assert [day for day, _ in _drawn(stack, "nse")] == [0.5]
    (open_,) = [p for p in stack.placed.panel_of("nse").points if not p.has_mark]
    scale = stack.scale()
    assert open_.span is not None
    assert open_.span.capsule == pytest.approx((scale.x(40), scale.x(51)))
    assert any("within days 40–50" in label.words for label in stack.placed.labels)


# --- what is written ----------------------------------------------------------------------


def test_words_of_the_panels(make: Make) -> None:
    _, stack = make(size=(1500, 500))
    words = {label.words for label in stack.placed.labels}
    assert {
        "54 mg/dL day 0",
        "67.5 µU/mL 6.5 × limit",
        "6.3 ng/mL 3.0 × limit",
        "169.9 ng/mL 10.4 × limit",
        "reference 1.7–10.4, LSI Medience",
        "reference < 37, Niigata Cancer Center",
        "reference ≤ 16.3, SRL",
        "level 1: below 70",
        "level 2: below 54",
        "No hypoglycaemia, days 13–61",
        "nothing stated after day 0",
    } <= words
    arrows = {lb.sign for lb in stack.placed.labels if lb.words.startswith("decreased")}
    assert arrows == {"down"}


def test_silence_is_noted_only_where_it_is_true(make: Make) -> None:
    session, stack = make(size=(1500, 500))

    def silent() -> set[str]:
        notes = [label for label in stack.placed.labels if label.kind == "note"]
        return {label.about for label in notes if label.words.startswith("nothing stated")}

    assert silent() == {"dupan-2", "span-1"}
    session.hide_after(40)
    assert silent() <= set(VALUES)
    assert not any(label.kind == "statement" for label in stack.placed.labels)


def test_no_reference_is_said(make: Make, tmp_path: Path) -> None:
    def change(case: dict[str, Any]) -> None:
        del _series(case, "nse")["references"]

    _, stack = make(_changed(tmp_path, change), (1500, 500))
    labels = [lb.words for lb in stack.placed.panel_of("nse").labels]
    assert "no reference interval given" in labels
    assert not stack.placed.panel_of("nse").panel.scale.is_log


@pytest.mark.parametrize("size", [(640, 260), (800, 300), (1090, 340), (1400, 620), (1800, 700)])
@pytest.mark.parametrize("theme", ["light", "projector"])
@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("window", [None, Span(-2, 16), Span(50, 158)])
def test_labels_touch_nothing(
    make: Make, size: tuple[int, int], theme: str, language: str, window: Span | None
) -> None:
    session, stack = make(size=size, theme=theme, language=language)
    if window is not None:
        session.apply(partial(view_state.show, window=window))
    for panel in stack.placed.panels:
        assert not [
            (one.words, other.words)
            for one, other in combinations(panel.labels, 2)
            if one.rect.intersects(other.rect)
        ]
        sheet = panel.before.united(panel.rect).adjusted(-0.5, -0.5, 0.5, 0.5)
        assert [lb.words for lb in panel.labels if not sheet.contains(lb.rect)] == []
        others = [lb for lb in panel.labels if lb.kind in {"value", "level"}]
        assert not [
            (lb.words, band.statement.id)
            for lb in others
            for band in panel.bands
            if lb.rect.intersects(
                band.rect.adjusted(band.fade_left_px / 2, 0, -band.fade_right_px / 2, 0)
            )
        ]


def test_every_value_of_the_whole_course_is_labelled(make: Make) -> None:
    for size in ((800, 420), (1090, 420), (1800, 700)):
        _, stack = make(size=size)
        labelled = {lb.about for lb in stack.placed.labels if lb.kind == "value"}
        assert labelled == set(VALUES)


def test_of_very_many_values_none_is_labelled(make: Make, tmp_path: Path) -> None:
    def change(case: dict[str, Any]) -> None:
        _series(case, "nse")["points"] = [_value(n / 2, 20.0 + n) for n in range(240)]
        for point in _series(case, "nse")["points"]:
            point["when"]["precision"] = "hour"

    _, stack = make(_changed(tmp_path, change))
    assert len(_drawn(stack, "nse")) == 240
    assert not [lb for lb in stack.placed.panel_of("nse").labels if lb.kind == "value"]


@pytest.mark.parametrize("window", [Span(-3, 18), Span(4, 9)])
def test_words_stand_on_none_of_very_many_values(make: Make, tmp_path: Path, window: Span) -> None:
    def change(case: dict[str, Any]) -> None:
        _series(case, "glucose")["points"] = sensor_points(days=16)
        case["statements"] = []  # their words have a place of their own

    session, stack = make(_changed(tmp_path, change))
    session.apply(partial(view_state.show, window=window))
    panel = stack.placed.panel_of("glucose")
    assert len(panel.points) > 500
    marks = [point.rect(stack._type.mark_px) for point in panel.points]
    assert panel.labels
    for label in panel.labels:
        assert not any(label.rect.intersects(mark) for mark in marks), label.words


def test_labels_stay_still_while_the_cursor_moves(make: Make) -> None:
    session, stack = make()
    before = stack.placed
    session.apply(partial(view_state.move_cursor, day=40.2))
    assert stack.placed is before


def test_the_cursor_line_passes_behind_words(make: Make) -> None:
    _, stack = make()
    label = next(lb for lb in stack.placed.labels if lb.words.startswith("54"))
    gaps = words_across(stack.placed, label.rect.center().x())
    assert (label.rect.top(), label.rect.bottom()) in gaps
    assert words_across(stack.placed, label.rect.right() + 2.5) != gaps


# --- disclosure ---------------------------------------------------------------------------


def test_the_value_axis_tells_nothing_of_later_values(make: Make, tmp_path: Path) -> None:
    def change(case: dict[str, Any]) -> None:
        for id_, value in (("glucose", 612.0), ("nse", 90_000.0), ("span-1", 0.01)):
            _series(case, id_)["points"].append(_value(30, value))
        del _series(case, "dupan-2")["references"]
        _series(case, "dupan-2")["points"].append(_value(30, 9_999.0))

    def plain(case: dict[str, Any]) -> None:
        del _series(case, "dupan-2")["references"]

    later, without = tmp_path / "later", tmp_path / "without"
    later.mkdir()
    without.mkdir()
    session, stack = make(_changed(later, change))
    other_session, other = make(_changed(without, plain))
    assert stack.placed.panel_of("glucose").axis.positions[1] > 612
    for one, view in ((session, stack), (other_session, other)):
        one.hide_after(11)
        view.set_frame(_frame(view))
    for panel, same in zip(stack.placed.panels, other.placed.panels, strict=True):
        assert panel.axis == same.axis
        assert panel.rect == same.rect
    assert [lb.words for lb in stack.placed.labels] == [lb.words for lb in other.placed.labels]


def test_under_a_horizon_nothing_later_is_drawn(make: Make) -> None:
    session, stack = make()
    assert stack.placed.death_px is not None
    session.hide_after(11)
    assert stack.placed.death_px is None
    assert not any(panel.bands for panel in stack.placed.panels)
    assert session.state.window.end == pytest.approx(12)


# --- readouts -----------------------------------------------------------------------------


def test_readouts_at_the_cursor(make: Make) -> None:
    session, stack = make()
    session.point_at(12.4)
    reads = {read.name: read for read in stack.readouts}
    glucose = reads["Glucose"]
    assert (glucose.value, glucose.off) == ("54", "12 days before")
    assert glucose.level == "Level 1 (54–69)"
    assert (reads["IRI"].value, reads["IRI"].off, reads["IRI"].level) == (
        "67.5",
        "12 days before",
        "",
    )
    session.point_at(-4.5)
    assert stack.readouts[0].off == "5 days after"
    assert stack.readouts[0].value == "54"
    assert "Glucose: 54 mg/dL, 5 days after, Level 1" in stack.accessibleDescription()
    assert stack.accessibleName() == "Plots"


def test_order_and_groups(make: Make) -> None:
    _, stack = make()
    assert [panel.panel.series.id for panel in stack.placed.panels] == list(VALUES)
    assert [panel.panel.group for panel in stack.placed.panels] == [0, 1, 1, 2, 2, 2, 2]


def test_a_hidden_series_has_no_panel(make: Make) -> None:
    session, stack = make()
    session.apply(partial(view_state.hide, id_="nse", is_hidden=True))
    assert "nse" not in stack.canvas.items_by_series
    with pytest.raises(KeyError):
        stack.placed.panel_of("nse")


def test_a_case_without_series_is_an_empty_view(make: Make, tmp_path: Path) -> None:
    def change(case: dict[str, Any]) -> None:
        case["series"] = []
        case["statements"] = []

    _, stack = make(_changed(tmp_path, change))
    assert stack.placed.panels == ()
    assert not stack.grab().isNull()


# --- input --------------------------------------------------------------------------------


def test_a_click_on_a_point_selects_its_series(make: Make, qtbot: QtBot) -> None:
    session, stack = make()
    session.point_at(80)
    (point,) = stack.placed.panel_of("insulin").points
    qtbot.mouseClick(
        stack, Qt.MouseButton.LeftButton, pos=QPoint(round(point.x_px), round(point.y_px))
    )
    assert session.state.selection == "insulin"
    assert math.floor(session.state.cursor) == 0


def test_a_click_on_a_statement_selects_it(make: Make, qtbot: QtBot) -> None:
    session, stack = make()
    (band,) = stack.placed.panel_of("glucose").bands
    qtbot.mouseClick(stack, Qt.MouseButton.LeftButton, pos=band.rect.center().toPoint())
    assert session.state.selection == "no-hypoglycaemia"


def test_a_click_on_empty_ground_points_at_the_day(make: Make, qtbot: QtBot) -> None:
    session, stack = make()
    session.select("tae-right")
    x = round(stack.scale().x(100.5))
    qtbot.mouseClick(stack, Qt.MouseButton.LeftButton, pos=QPoint(x, 110))
    assert session.state.selection is None
    assert session.state.cursor == pytest.approx(100.5, abs=1 / stack.scale().px_per_day)


def test_a_drag_pans_and_selects_nothing(make: Make, qtbot: QtBot) -> None:
    session, stack = make()
    session.apply(partial(view_state.show, window=Span(0, 60)))
    x = stack.frame().left_px + 200
    day = stack.scale().day(x)
    left = Qt.MouseButton.LeftButton
    qtbot.mousePress(stack, left, pos=QPoint(x, 110))
    qtbot.mouseMove(stack, QPoint(x + 60, 110))
    qtbot.mouseRelease(stack, left, pos=QPoint(x + 60, 110))
    assert stack.scale().day(x + 60) == pytest.approx(day)
    assert session.state.cursor == 0.5


@pytest.mark.parametrize("notches", [1, -1, 3])
def test_the_wheel_keeps_the_day_under_the_pointer(make: Make, notches: int) -> None:
    session, stack = make()
    session.apply(partial(view_state.show, window=Span(0, 60)))
    x = stack.frame().left_px + 333.0
    day, days = stack.scale().day(x), session.state.window.days
    _wheel(stack, QPointF(x, 60), down=120 * notches)
    assert stack.scale().day(x) == pytest.approx(day)
    assert (session.state.window.days < days) is (notches > 0)


def test_a_sideways_wheel_pans(make: Make) -> None:
    session, stack = make()
    session.apply(partial(view_state.show, window=Span(0, 60)))
    _wheel(stack, QPointF(stack.frame().left_px + 100, 60), across=-120)
    assert session.state.window == Span(6, 66)


def test_strips_scroll_under_the_fixed_panel(make: Make) -> None:
    session, stack = make(size=(900, 240))
    glucose, insulin = (stack.placed.panel_of(id_).rect.top() for id_ in ("glucose", "insulin"))
    window = session.state.window
    _wheel(stack, QPointF(20, 200), down=-120)
    assert stack.placed.panel_of("glucose").rect.top() == glucose
    assert stack.placed.panel_of("insulin").rect.top() < insulin
    assert session.state.window == window
    session.select("span-1")
    last = stack.placed.panel_of("span-1")
    assert last.rect.bottom() <= last.clip.bottom() + 1


def test_the_arrows_scroll_the_strips(make: Make, qtbot: QtBot) -> None:
    session, stack = make(size=(900, 240))
    window, top = session.state.window, stack.placed.panel_of("insulin").rect.top()
    qtbot.keyClick(stack, Qt.Key.Key_Down)
    assert stack.placed.panel_of("insulin").rect.top() < top
    qtbot.keyClick(stack, Qt.Key.Key_Up)
    assert stack.placed.panel_of("insulin").rect.top() == top
    qtbot.keyClick(stack, Qt.Key.Key_Q)
    assert session.state.window == window


def _tip(stack: PlotStack, id_: str) -> str:
    panel = stack.placed.panel_of(id_)
    point = next(p for p in panel.points if p.is_dated)
    return stack.tooltip_of(Hit(panel, point))


def test_tooltips_say_it_as_reported_first(make: Make) -> None:
    _, stack = make()
    tip = _tip(stack, "insulin")
    assert "67.5 µU/mL" in tip
    assert "Printed in the source as U/mL" in tip
    assert "= 405 pmol/L" in tip
    assert "× 6.00" in tip
    assert "LSI Medience" in tip
    assert "Case Report, 2nd paragraph" in tip
    glucose = _tip(stack, "glucose")
    assert "= 3.00 mmol/L" in glucose
    assert "÷ 18.016" in glucose
    assert "Level 1: below 70 mg/dL" in glucose
    assert "converted" not in _tip(stack, "nse")


def test_markup_in_a_case_is_shown_not_obeyed(make: Make, tmp_path: Path) -> None:
    def change(case: dict[str, Any]) -> None:
        _series(case, "nse")["title"] = "<img src=x> NSE"

    _, stack = make(_changed(tmp_path, change))
    assert "&lt;img src=x&gt;" in _tip(stack, "nse")


@pytest.mark.parametrize("theme", ["light", "dark", "projector"])
def test_another_look_lays_out_anew(make: Make, theme: Any) -> None:
    _, stack = make()
    stack._look.set_theme(theme)
    texts = [text for label in stack.placed.labels for text in label.texts]
    assert all(text.rect.width() > 0 for text in texts)
    assert not stack.grab().isNull()


def test_the_pointer_shows_what_can_be_clicked(make: Make, qtbot: QtBot) -> None:
    _, stack = make()
    (point,) = stack.placed.panel_of("insulin").points
    plain = stack.grab().toImage()
    qtbot.mouseMove(stack, QPoint(round(point.x_px), round(point.y_px)))
    hand = Qt.CursorShape.PointingHandCursor
    qtbot.waitUntil(lambda: stack.cursor().shape() == hand)
    assert stack.grab().toImage() != plain
    QApplication.sendEvent(stack, QEvent(QEvent.Type.Leave))
    assert stack.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_the_pointer_brings_up_a_tooltip(make: Make, qtbot: QtBot) -> None:
    _, stack = make()
    (point,) = stack.placed.panel_of("insulin").points
    place = QPoint(round(point.x_px), round(point.y_px))
    event = QHelpEvent(QEvent.Type.ToolTip, place, stack.mapToGlobal(place))
    QApplication.sendEvent(stack, event)
    qtbot.waitUntil(lambda: "67.5" in QToolTip.text())
    QToolTip.hideText()


@pytest.mark.parametrize("words", ["reference 1.7", "level 1", "No hypoglycaemia", "67.5"])
def test_words_have_the_tooltip_of_what_they_say(make: Make, words: str) -> None:
    _, stack = make(size=(1500, 500))
    label = next(lb for lb in stack.placed.labels if lb.words.startswith(words))
    found = stack.thing_at(label.rect.center())
    assert found is not None
    assert words.rsplit(maxsplit=1)[-1] in stack.tooltip_of(found)


def test_outside_the_panels_there_is_nothing(make: Make) -> None:
    _, stack = make()
    assert stack.thing_at(QPointF(-5, -5)) is None
    assert stack.minimumSizeHint().height() < stack.sizeHint().height()


def test_a_click_in_the_gutter_selects_the_series(make: Make, qtbot: QtBot) -> None:
    session, stack = make()
    place = stack.placed.panel_of("insulin").gutter.center().toPoint()
    qtbot.mouseClick(stack, Qt.MouseButton.LeftButton, pos=place)
    assert session.state.selection == "insulin"
    assert not stack.grab().isNull()


def test_a_band_that_goes_on_past_the_window_has_no_end_there(make: Make) -> None:
    session, stack = make()
    session.apply(partial(view_state.show, window=Span(-2, 26)))
    (band,) = stack.placed.panel_of("glucose").bands
    assert band.rect.right() == pytest.approx(stack.scale().x(62))


def _labels_of(stack: PlotStack, id_: str) -> tuple[PlacedLabel, ...]:
    return stack.placed.panel_of(id_).labels


def test_a_disagreement_is_signed_in_the_gutter(make: Make) -> None:
    _, stack = make()
    signed = {p.panel.series.id for p in stack.placed.panels if p.panel.discrepancies}
    assert "insulin" in signed
    assert "dupan-2" not in signed
    assert "disagrees" in stack.tooltip_of(Hit(stack.placed.panel_of("insulin"), is_gutter=True))
    assert _labels_of(stack, "insulin")


# --- height, and what is painted anew -----------------------------------------------------


@pytest.mark.parametrize("theme", ["light", "projector"])
def test_at_the_height_it_asks_for_nothing_scrolls(make: Make, theme: Any) -> None:
    session, stack = make(theme=theme)
    whole = stack.sizeHint().height()
    stack.resize(1090, whole)
    assert stack.placed.scroll_max_px == 0
    assert stack.placed.panels[-1].rect.bottom() <= whole
    stack.resize(1090, whole - 8)
    assert stack.placed.scroll_max_px > 0
    session.apply(partial(view_state.hide, id_="nse", is_hidden=True))
    assert stack.sizeHint().height() < whole
    assert stack.minimumSizeHint().height() < stack.sizeHint().height()


def test_what_is_painted_piece_by_piece_is_the_whole_picture(
    make: Make, qapp: QApplication
) -> None:
    session, stack = make()
    steps: list[Callable[[], object]] = [
        lambda: session.apply(partial(view_state.show, window=Span(-4, 60))),
        lambda: session.apply(partial(view_state.pan, days=-1.3)),
        lambda: session.point_at(30.2),
        lambda: session.point_at(0.4),
        lambda: session.select("insulin"),
        lambda: session.select("no-hypoglycaemia"),
        lambda: session.point_at(44),
        stack.setFocus,
        lambda: session.apply(partial(view_state.pan, days=7.7)),
        lambda: stack._look.set_theme("dark"),
        lambda: session.hide_after(20),
        lambda: session.hide_after(None),
        lambda: stack.resize(1000, 240),
        lambda: stack._bar.setValue(40),
        lambda: session.point_at(3.2),
    ]
    for number, step in enumerate(steps):
        step()
        qapp.processEvents()
        qapp.processEvents()
        screen = stack.screen().grabWindow(stack.winId()).toImage()
        whole = stack.grab().toImage()
        assert screen.size() == whole.size()
        assert screen.convertToFormat(whole.format()) == whole, number


def test_one_layout_for_changes_that_come_together(make: Make, qapp: QApplication) -> None:
    session, stack = make()
    before = stack._placed
    session.apply(partial(view_state.show, window=Span(-4, 60)))
    session.apply(partial(view_state.pan, days=3))
    stack.resize(1000, 400)
    assert stack._placed is before
    qapp.processEvents()
    after = stack._placed
    assert after is not before
    assert stack.placed is after
