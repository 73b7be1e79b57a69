"""Axes on awkward values: comparators, words, limits of single values, what no axis can show."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from functools import partial
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from viewer.io.case_store import open_case
from viewer.model import plot_choices, view_state
from viewer.model.plot_choices import PlotChoices
from viewer.model.time import Span
from viewer.session.session import Session
from viewer.ui.fonts import install_fonts
from viewer.ui.look import Look
from viewer.ui.plots.gutter import gutter_lines, tick_words
from viewer.ui.plots.placed import PlacedPanel, PlacedPoint
from viewer.ui.plots.plot_stack import PlotStack
from viewer.ui.plots.pointing import Hit

SHIPPED = Path(__file__).parents[3] / "cases" / "insulinoma-tae"

Case = dict[str, Any]
Make = Callable[..., tuple[Session, PlotStack]]
LABORATORY = {"laboratory": "Lab X"}


@pytest.fixture
def make(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Make]:
    """Give a shown stack on the shipped case with a change."""
    install_fonts(qapp)

    def made(
        change: Callable[[Case], None], size: tuple[int, int] = (1100, 900), theme: Any = "light"
    ) -> tuple[Session, PlotStack]:
        case = copy.deepcopy(json.loads((SHIPPED / "case.json").read_text("utf-8")))
        change(case)
        (tmp_path / "case.json").write_text(json.dumps(case), "utf-8")
        opened = open_case(tmp_path)
        assert [p for p in opened.problems if p.severity == "error"] == []
        session = Session(opened, "en")
        stack = PlotStack(session, Look(theme, "en"))
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


def _value(day: float, value: float | None = None, **more: Any) -> Case:
    known = {} if value is None else {"value": value}
    return {"when": {"day": day}, "evidence": {"kind": "reported"}, **known, **more}


def _with(id_: str, *points: Case, **more: Any) -> Callable[[Case], None]:
    def change(case: Case) -> None:
        _series(case, id_).update({"points": list(points), **more})

    return change


def _choose(session: Session, **choices: Any) -> None:
    session.apply(partial(view_state.replot, change=lambda _: PlotChoices(**choices)))


def _point(panel: PlacedPanel, day: float) -> PlacedPoint:
    return next(p for p in panel.points if p.is_dated and p.point.when.day == day)


def _words(panel: PlacedPanel, day: float) -> str:
    value = _point(panel, day).point
    return next((label.words for label in panel.labels if label.point is value), "")


# --- comparators and words ----------------------------------------------------------------

COMPARED = (_value(0, 5.0, comparator="<"), _value(20, 600.0, comparator=">"), _value(40, 20.0))


@pytest.mark.parametrize("kind", plot_choices.SCALE_KINDS)
@pytest.mark.parametrize("window", [None, Span(-2, 5)])
def test_comparators_stand_at_their_number_with_room_for_the_arrow(
    make: Make, kind: Any, window: Span | None
) -> None:
    session, stack = make(_with("nse", *COMPARED))
    _choose(session, scale=kind, follows_window=window is not None)
    if window is not None:
        session.apply(partial(view_state.show, window=window))
    panel = stack.placed.panel_of("nse")
    seen = [(0, 5.0, "less_than", "<"), (20, 600.0, "more_than", ">")]
    for day, value, shape, sign in seen[: 2 if window is None else 1]:
        point = _point(panel, day)
        assert (point.shape, point.edge) == (shape, None)
        assert point.y_px == pytest.approx(panel.axis.y(value))
        assert _words(panel, day).startswith(f"{sign} ")
        tip = point.y_px + (1.3 if sign == "<" else -1.3) * stack._type.mark_px
        assert panel.rect.top() <= tip <= panel.rect.bottom()


def test_a_word_stands_hollow_at_the_foot_with_itself_beside_it(make: Make) -> None:
    low = _value(3, word="Low")
    session, stack = make(_with("glucose", _value(0, 54.0), low))
    for kind in ("auto", "log"):
        _choose(session, scale=kind)
        panel = stack.placed.panel_of("glucose")
        point = _point(panel, 3)
        assert point.shape == "worded"
        assert panel.axis.y(panel.panel.scale.low) < point.y_px < panel.rect.bottom()
        assert _words(panel, 3).startswith("Low")


def test_a_converted_comparator_keeps_its_sign_and_a_word_is_not_converted(make: Make) -> None:
    session, stack = make(
        _with("glucose", _value(0, 600.0, comparator=">"), _value(30, word="Low"))
    )
    _choose(session, converted=frozenset({"glucose"}))
    panel = stack.placed.panel_of("glucose")
    assert _words(panel, 0) == "> 600 mg/dL (> 33.30 mmol/L) day 0"
    assert _words(panel, 30) == "Low day 30"
    tip = stack.tooltip_of(Hit(panel, _point(panel, 0)))
    assert "&gt; 600 mg/dL as reported; &gt; 33.30 mmol/L" in tip
    assert "reported" not in stack.tooltip_of(Hit(panel, _point(panel, 30))).split("<br")[0]


# --- beyond the axis ----------------------------------------------------------------------


def _ink(image: QImage, rect: QRectF, colour: QColor) -> int:
    box = rect.toAlignedRect()
    places = [
        (x, y) for x in range(box.left(), box.right()) for y in range(box.top(), box.bottom())
    ]
    return sum(image.pixelColor(x, y) == colour for x, y in places)


@pytest.mark.parametrize("value", [0.0, -4.0])
def test_what_a_log_axis_cannot_show_stands_at_its_foot_with_its_value(
    make: Make, value: float
) -> None:
    points = (_value(0, 54.0), _value(4, 180.0), _value(8, value))
    session, stack = make(_with("glucose", *points, gap_days=5))
    assert len(stack.canvas.items_by_series["glucose"].lines.getData()[0]) == 4
    _choose(session, scale="log")
    panel = stack.placed.panel_of("glucose")
    point = _point(panel, 8)
    assert point.edge == "bottom"
    assert point.y_px == pytest.approx(panel.rect.bottom())
    assert _words(panel, 8).startswith(str(value)[:-2].replace("-", "−"))
    theme = stack._type.theme
    foot = QRectF(point.x_px - 6, panel.rect.bottom() - 4, 12, 4)
    assert _ink(stack.grab().toImage(), foot, theme.ink) > 10
    # No line leads there: its slope would be made up.
    assert len(stack.canvas.items_by_series["glucose"].lines.getData()[0]) == 2


@pytest.mark.parametrize("kind", plot_choices.SCALE_KINDS)
@pytest.mark.parametrize(
    "values", [(5.0, 5.0), (1e308, -1e308), (1e308,), (1e-300, 2e-300), (0.0,), (-7.0, -7.0)]
)
def test_values_of_any_size_are_drawn_in_their_order(
    make: Make, kind: Any, values: tuple[float, ...]
) -> None:
    points = [_value(day * 20, value) for day, value in enumerate(values)]
    for references in ([], [{"low": 1.0, "high": 2.0} | LABORATORY]):
        session, stack = make(_with("nse", *points, references=references))
        _choose(session, scale=kind, follows_window=kind == "log")
        panel = stack.placed.panel_of("nse")
        rows = [_point(panel, day * 20).y_px for day in range(len(values))]
        assert all(panel.rect.top() <= row <= panel.rect.bottom() for row in rows)
        if len(values) == 2:
            assert (rows[0] > rows[1]) is (values[0] < values[1]) or rows[0] == rows[1]
        assert stack.grab().toImage() != QImage()
        assert "inf" not in " ".join(words for _, words in tick_words(panel.panel))


# --- limits -------------------------------------------------------------------------------


def test_limits_of_single_values_are_brackets_at_them_and_nowhere_else(make: Make) -> None:
    points = (
        _value(0, 235.0, reference={"high": 150.0} | LABORATORY),
        _value(60, 80.0, reference={"low": 90.0, "high": 100.0} | LABORATORY),
        _value(120, 60.0),
    )
    session, stack = make(_with("dupan-2", *points, references=[]))
    panel = stack.placed.panel_of("dupan-2")
    theme, image = stack._type.theme, stack.grab().toImage()
    first, second, third = (_point(panel, day) for day in (0, 60, 120))
    assert [point.shape for point in (first, second, third)] == ["above", "below", "within"]
    grounds = [theme.reference, theme.reference_edge]

    def is_ground(x: float, y: float) -> bool:
        return image.pixelColor(round(x), round(y)) in grounds

    below, between = panel.axis.y(100.0), panel.axis.y(95.0)
    assert is_ground(first.x_px + 8, below)
    assert is_ground(first.x_px + 8, panel.rect.bottom() - 4)  # one-sided: to the edge
    assert is_ground(second.x_px + 8, between)
    assert not is_ground(second.x_px + 8, panel.axis.y(120.0))
    for x in ((first.x_px + second.x_px) / 2, third.x_px + 4):
        assert not any(is_ground(x, y) for y in (below, between))
    _choose(session, scale="multiples")  # there is no one limit to count by
    assert all(tick.multiple is None for tick in stack.placed.panel_of("dupan-2").panel.scale.ticks)
    words = [label.words for label in stack.placed.panel_of("dupan-2").labels]
    assert "reference intervals given with the values" in words


def _period(first: float, last: float, **limits: float) -> Case:
    period = {"start": {"day": first}, "end": {"day": last}}
    return {"period": period, **limits, **LABORATORY}


def test_limits_that_change_are_steps_and_each_is_named_at_its_time(make: Make) -> None:
    references = [_period(-60, 20, high=30.0), _period(21, 120, low=10.0, high=50.0)]
    points = (_value(0, 36.1), _value(60, 40.0))
    _, stack = make(_with("span-1", *points, references=references))
    panel, scale = stack.placed.panel_of("span-1"), stack.scale()
    assert [_point(panel, day).shape for day in (0, 60)] == ["above", "within"]
    limits = {label.words: label.rect for label in panel.labels if label.kind == "reference"}
    early, late = limits["reference ≤ 30, Lab X"], limits["reference 10–50, Lab X"]
    assert scale.x(-60) <= early.left() < early.right() <= scale.x(21)
    assert scale.x(21) <= late.left() < late.right() <= scale.x(121)


# --- one panel ----------------------------------------------------------------------------


def test_more_series_than_can_be_told_apart_stay_apart_and_say_so(make: Make) -> None:
    def change(case: Case) -> None:
        for number in range(3):
            extra = copy.deepcopy(_series(case, "span-1"))
            extra |= {"id": f"extra-{number}", "title": f"Extra {number}"}
            extra["points"] = [_value(0, 36.1)]
            case["series"].append(extra)

    session, stack = make(change, (1100, 1400))
    _choose(session, is_overlay=True)
    for id_ in ("ca19-9", "extra-2"):
        panel = stack.placed.panel_of(id_)
        assert panel.panel.line is None
        read = stack.readouts[stack._panels.index(panel.panel)]
        assert "too much for one panel" in [
            t[0] for line in gutter_lines(panel.panel, read) for t in line
        ]
        assert "could not be read" in stack.tooltip_of(Hit(panel, is_gutter=True))
    assert stack.placed.panel_of("insulin").panel.members == 2
    assert not stack.placed.panel_of("glucose").panel.is_apart


def test_lines_of_an_overlay_have_a_dash_each(make: Make) -> None:
    def change(case: Case) -> None:
        for id_ in ("insulin", "c-peptide"):
            points = [_value(day, 3.0 + day / 10) for day in range(0, 60, 10)]
            _series(case, id_).update({"points": points, "gap_days": 20})

    session, stack = make(change)
    _choose(session, is_overlay=True, scale="multiples")
    items = stack.canvas.items_by_series
    patterns = [
        tuple(items[id_].lines.opts["pen"].dashPattern()) for id_ in ("insulin", "c-peptide")
    ]
    assert len(set(patterns)) == 2
    panels = [stack.placed.panel_of(id_) for id_ in ("insulin", "c-peptide")]
    assert panels[0].rect == panels[1].rect
    labels = [label.rect for panel in panels for label in panel.labels]
    assert not any(a.intersects(b) for a, b in combinations(labels, 2))


def test_two_glucose_series_may_lie_over_one_another_above_the_scrolling_strips(make: Make) -> None:
    def change(case: Case) -> None:
        case["series"].append(
            {
                "id": "meter",
                "title": "Meter",
                "analyte": "glucose",
                "unit": "mg/dL",
                "points": [_value(10, 40.0), _value(20, 250.0)],
            }
        )

    session, stack = make(change, (1100, 300))
    _choose(session, is_overlay=True)
    first, second = stack.placed.panels[:2]
    assert [p.panel.series.id for p in (first, second)] == ["glucose", "meter"]
    assert first.rect == second.rect
    assert first.clip == second.clip
    assert first.axis.positions == second.axis.positions
    assert _point(second, 10).shape == "far_below"
    assert first.panel.scale.high > 250


def test_a_hint_leads_on_only_where_no_series_of_the_panel_has_a_value(make: Make) -> None:
    session, stack = make(_with("nse", _value(100, 20.0)))
    _choose(session, is_overlay=True)
    session.apply(partial(view_state.show, window=Span(90, 110)))
    assert not [lb for lb in stack.placed.panel_of("span-1").labels if lb.kind == "hint"]
    session.apply(partial(view_state.show, window=Span(40, 60)))
    hints = [
        label for label in stack.placed.labels if label.kind == "hint" and label.about == "span-1"
    ]
    assert len(hints) == 1


# --- cost ---------------------------------------------------------------------------------


def test_another_unit_or_scale_makes_no_array_anew(make: Make) -> None:
    session, stack = make(_with("glucose", *(_value(day, 90.0 + day) for day in range(60))))
    before = {p.panel.series.id: p.panel.columns for p in stack.placed.panels}
    for choices in (
        {"converted": frozenset({"glucose"})},
        {"scale": "log"},
        {"is_overlay": True},
        {"follows_window": True},
    ):
        _choose(session, **choices)
        after = {p.panel.series.id: p.panel.columns for p in stack.placed.panels}
        assert all(after[id_] is columns for id_, columns in before.items())


def test_the_axis_of_a_window_shows_what_is_in_it(make: Make) -> None:
    points = [_value(day, 1000.0 if day == 30 else 90.0 + day / 10) for day in range(60)]
    session, stack = make(_with("glucose", *points))
    whole = stack.placed.panel_of("glucose").panel.scale
    assert whole.high > 1000
    _choose(session, follows_window=True)
    session.apply(partial(view_state.show, window=Span(0, 20)))
    scale = stack.placed.panel_of("glucose").panel.scale
    assert 91 < scale.high < 150
    session.apply(partial(view_state.show, window=Span(0, 31)))
    assert stack.placed.panel_of("glucose").panel.scale.high == whole.high
    session.hide_after(20)
    assert stack.placed.panel_of("glucose").panel.scale.high < 150
