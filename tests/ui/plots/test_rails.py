"""Events beside values: where they stand below them, what they say, what a click does."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from viewer.io.case_store import open_case
from viewer.model import view_state
from viewer.model.filter import Filter
from viewer.model.time import Span
from viewer.session.session import Session
from viewer.ui.fonts import install_fonts
from viewer.ui.look import Look
from viewer.ui.plots.placed import PlacedPanel, PlacedRail, RailThing
from viewer.ui.plots.placing_rails import MANY
from viewer.ui.plots.plot_stack import PlotStack
from viewer.ui.words.event_names import LONGEST_LIST

Json = dict[str, Any]
Make = Callable[..., tuple[Session, PlotStack]]
REPORTED = {"kind": "reported"}
LANES = [
    {"id": "infusions", "title": "Infusions", "kind": "nutrition"},
    {"id": "rescue", "title": "Rescue doses", "kind": "drug"},
]


def rate(value: float) -> Json:
    return {"value": value, "unit": "mg/kg", "per": "min"}


def infusion(id_: str, start: float, end: Any, **more: Any) -> Json:
    last = end if isinstance(end, str) else {"day": end}
    when = {"start": {"day": start}, "end": last}
    return event(id_, when, lane="infusions", **more)


def event(id_: str, when: Json, **more: Any) -> Json:
    plain = {"id": id_, "lane": "rescue", "title": f"Event {id_}", "when": when}
    return plain | {"evidence": REPORTED, "series": ["glucose"]} | more


def rescue(id_: str, day: float, **more: Any) -> Json:
    precision = {} if float(day).is_integer() else {"precision": "minute"}
    return event(id_, {"day": day} | precision, **more)


def values(id_: str, analyte: str, unit: str) -> Json:
    points = [
        {"when": {"day": day}, "value": 50 + 3 * day, "evidence": REPORTED} for day in (0, 3, 30)
    ]
    return {"id": id_, "title": id_.title(), "analyte": analyte, "unit": unit, "points": points}


@pytest.fixture
def make(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Make]:
    """Give a shown stack on a case with these events."""
    install_fonts(qapp)

    def made(
        *events: Json, size: tuple[int, int] = (1130, 400), theme: Any = "light"
    ) -> tuple[Session, PlotStack]:
        case = {
            "format": "dayline-case/1",
            "id": "rescue",
            "title": "Rescue",
            "subject": {"sex": "female", "is_synthetic": True},
            "day_zero": {"text": "Admission"},
            "lanes": LANES,
            "events": list(events),
            "series": [
                values("glucose", "glucose", "mg/dL"),
                values("first", "first", "U/L"),
                values("second", "second", "U/L"),
            ],
        }
        (tmp_path / "case.json").write_text(json.dumps(case), "utf-8")
        opened = open_case(tmp_path)
        assert not opened.problems
        session = Session(opened, "en")
        stack = PlotStack(session, Look(theme, "en"))
        qtbot.addWidget(stack)
        stack.resize(*size)
        with qtbot.waitExposed(stack):
            stack.show()
        return session, stack

    yield made
    qapp.processEvents()


def show(session: Session, start: float, end: float) -> None:
    session.apply(partial(view_state.show, window=Span(start, end)))


def glucose(stack: PlotStack) -> PlacedPanel:
    return stack.placed.panel_of("glucose")


def rail(stack: PlotStack) -> PlacedRail:
    found = glucose(stack).rail
    assert found is not None
    return found


def thing(stack: PlotStack, id_: str) -> RailThing:
    return next(t for t in rail(stack).things if id_ in t.ids)


def picture(stack: PlotStack) -> QImage:
    return stack.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def changed_below_values(stack: PlotStack, before: QImage, after: QImage) -> bool:
    area = rail(stack).rect.toAlignedRect()
    return before.copy(area) != after.copy(area)


# --- where it stands ----------------------------------------------------------------------


def test_only_a_panel_with_events_beside_it_gives_them_room(make: Make) -> None:
    _, stack = make(rescue("a", 2))
    panel, below = glucose(stack), rail(stack)
    assert stack.placed.panel_of("first").rail is None
    assert below.rect.top() == panel.rect.bottom()
    assert panel.axis.y(0) < below.rect.top(), "the axis ends above it"
    assert panel.row.bottom() == below.rect.bottom() <= stack.placed.panels[1].rect.top()
    line = Look("light", "en").h_px
    assert 1.2 * line < below.rect.height() < 2 * line


def test_nothing_of_the_values_stands_on_it(make: Make) -> None:
    _, stack = make(rescue("a", 2), infusion("b", 1, 20))
    panel, below = glucose(stack), rail(stack)
    for label in panel.labels:
        assert label.rect.bottom() <= below.rect.top()
    for point in panel.points:
        assert point.rect(1.0).bottom() <= below.rect.top()


def test_strips_with_and_without_events_show_values_equally_high(make: Make) -> None:
    _, stack = make(rescue("a", 2, series=["first"]), size=(1130, 600))
    first, second = (stack.placed.panel_of(name) for name in ("first", "second"))
    assert abs(first.rect.height() - second.rect.height()) <= 1
    assert first.row.height() > second.row.height() + 10


def test_all_of_it_fits_where_the_view_asks_for_no_more(make: Make) -> None:
    _, stack = make(rescue("a", 2), infusion("b", 1, 20))
    bare = make(rescue("c", 2, series=[]))[1]
    assert stack.sizeHint().height() > bare.sizeHint().height() + 10
    stack.resize(1130, stack.sizeHint().height())
    assert stack.placed.scroll_max_px == 0
    assert rail(stack).rect.height() > 20


def test_in_an_overlay_the_events_of_all_series_stand_below_them_once(make: Make) -> None:
    session, stack = make(
        rescue("a", 2, series=["first"]), rescue("b", 20, series=["first", "second"])
    )
    session.apply(partial(view_state.replot, change=partial(replace, is_overlay=True)))
    panels = [stack.placed.panel_of(name) for name in ("first", "second")]
    rails = [panel.rail for panel in panels if panel.rail is not None]
    assert [one.ids for one in rails[0].things] == [("a",), ("b",)]
    assert len(rails) == 1
    assert panels[0].rect == panels[1].rect
    assert panels[1].gutter.bottom() <= rails[0].rect.top() + 1


# --- what is drawn ------------------------------------------------------------------------


def test_doses_of_one_unit_are_drawn_to_one_scale(make: Make) -> None:
    change = [{"when": {"day": 6}, "dose": rate(8)}]
    _, stack = make(
        infusion("low", 0, 9, dose=rate(2), changes=change),
        infusion("high", 12, 20, dose=rate(16)),
        infusion("plain", 22, 28),
    )
    assert [step.share for step in thing(stack, "low").steps] == [0.125, 0.5]
    assert [step.share for step in thing(stack, "high").steps] == [1.0]
    assert thing(stack, "plain").steps == ()
    assert thing(stack, "plain").rect.height() < 0.6 * thing(stack, "high").rect.height()


def test_a_change_between_two_days_does_not_look_certain(make: Make) -> None:
    change = [{"when": {"earliest": 5, "latest": 9}, "dose": rate(8)}]
    _, stack = make(infusion("a", 0, 20, dose=rate(4), changes=change))
    assert [step.is_certain for step in thing(stack, "a").steps] == [True, False, True]


def test_intervals_of_one_time_stand_one_below_another(make: Make) -> None:
    _, stack = make(infusion("a", 0, 20), infusion("b", 10, "unknown"), infusion("c", 21, 25))
    one, other, later = (thing(stack, id_).rect for id_ in "abc")
    assert one.bottom() <= other.top()
    assert later.top() == one.top()


def test_marks_stand_above_bars_and_hide_no_dose(make: Make) -> None:
    _, stack = make(infusion("a", 0, 20, dose=rate(3)), rescue("r", 4))
    assert thing(stack, "r").rect.bottom() <= thing(stack, "a").rect.top() + 1
    assert thing(stack, "a").rect.bottom() < rail(stack).rect.bottom()


def test_doses_on_one_column_are_counted_in_one_mark(make: Make) -> None:
    _, stack = make(*(rescue(f"r{n}", 4 + n / 1000) for n in range(12)), rescue("later", 20))
    crowd = thing(stack, "r3")
    assert crowd.letters == "×12"
    assert len(crowd.ids) == 12
    assert abs(crowd.rect.center().x() - stack.scale().x(4)) < 12
    assert thing(stack, "later").ids == ("later",)


@pytest.mark.parametrize("seed", range(6))
def test_every_dose_is_in_one_mark_and_no_mark_over_another(make: Make, seed: int) -> None:
    chance = random.Random(seed)
    days = [round(chance.uniform(0, 29.9), 2) + 0.003 for _ in range(chance.randrange(2, 300))]
    _, stack = make(*(rescue(f"r{n}", day) for n, day in enumerate(days)))
    things = rail(stack).things
    assert sorted(id_ for t in things for id_ in t.ids) == sorted(f"r{n}" for n in range(len(days)))
    ordered = sorted((t.rect for t in things), key=lambda rect: rect.left())
    assert all(a.right() <= b.left() + 0.01 for a, b in pairwise(ordered))
    assert all(t.letters == f"×{len(t.ids)}" for t in things if len(t.ids) > 1)


def test_an_instant_between_two_days_is_as_long_as_it_is_uncertain(make: Make) -> None:
    _, stack = make(event("a", {"earliest": 5, "latest": 14}), event("b", {"latest": 20}))
    scale, loose = stack.scale(), thing(stack, "a")
    assert (loose.rect.left(), loose.rect.right()) == (scale.x(5), scale.x(15))
    assert not loose.has_mark
    before = thing(stack, "b")
    assert before.has_mark
    assert before.rect.left() < scale.x(20) - 20


def test_only_what_the_window_shows_is_placed(make: Make) -> None:
    session, stack = make(*(rescue(f"r{n}", n) for n in range(0, 30, 2)), infusion("a", 0, 3))
    show(session, 9.5, 15)
    assert {id_ for t in rail(stack).things for id_ in t.ids} == {"r10", "r12", "r14"}
    frame = stack.frame()
    for one in rail(stack).things:
        assert one.rect.right() > frame.left_px
    show(session, 9.5, 10)
    assert rail(stack).things == ()


def test_marks_stand_at_their_days_beside_a_fold(make: Make) -> None:
    session, stack = make(rescue("a", 1), rescue("b", 29))
    session.apply(lambda state: view_state.fold(state, Span(4, 27)))
    scale = stack.scale()
    for id_, day in (("a", 1.5), ("b", 29.5)):
        assert abs(thing(stack, id_).rect.center().x() - scale.x(day)) <= 1


def test_very_many_are_few_marks_and_lines(make: Make) -> None:
    loose = [event(f"l{n}", {"earliest": n % 25, "latest": 5 + n % 25}) for n in range(MANY + 50)]
    spans = [
        infusion(f"i{n}", n % 30, "open" if n % 7 == 0 else n % 30 + 1, dose=rate(4))
        for n in range(MANY + 50)
    ]
    _, stack = make(*(rescue(f"r{n}", n % 30) for n in range(2000)), *loose, *spans)
    things = rail(stack).things
    assert len(things) < 120
    assert sum(len(t.ids) for t in things) == 2000 + len(loose)
    lines = [t.rect for t in things if not t.ids]
    assert lines
    assert lines[0].left() <= stack.scale().x(0) + 1
    assert stack.thing_at(lines[0].center()) is not None
    assert picture(stack) is not None


@pytest.mark.parametrize("theme", ["light", "dark", "projector"])
def test_marks_bars_and_the_name_are_painted(make: Make, theme: Any) -> None:
    events = infusion("a", 0, "open", dose=rate(3)), infusion("u", 5, "unknown"), rescue("r", 9)
    loose = event("b", {"earliest": 12, "latest": 15})
    many = [rescue(f"m{n}", 20) for n in range(3)]
    _, stack = make(*events, loose, *many, theme=theme)
    image = picture(stack)
    for one in rail(stack).things:
        area = one.rect.intersected(rail(stack).rect).toAlignedRect()
        colours = {image.pixel(x, area.center().y()) for x in range(area.left(), area.right(), 2)}
        colours |= {image.pixel(area.center().x(), y) for y in range(area.top(), area.bottom())}
        assert len(colours) > 1, one.ids
    name = image.copy(rail(stack).name.rect.toAlignedRect())
    assert len({name.pixel(x, y) for x in range(name.width()) for y in range(name.height())}) > 3


# --- what it says and does ----------------------------------------------------------------


def test_the_gutter_names_it_shortened_and_the_tooltip_whole(make: Make) -> None:
    long = "High-calorie infusion through a central line, day and night"
    _, stack = make(infusion("a", 0, 20, title=long))
    below = rail(stack)
    assert below.name.words.endswith("…")
    assert below.name.rect.right() <= below.gutter.right()
    found = stack.thing_at(below.gutter.center())
    assert found is not None
    assert long in stack.tooltip_of(found)
    assert "Glucose" in stack.tooltip_of(found)
    _, stack = make(infusion("a", 0, 20), rescue("b", 3))
    assert rail(stack).name.words.startswith("Infusions, Rescue")


def test_a_tooltip_says_all_in_words(make: Make) -> None:
    change = [{"when": {"day": 6}, "dose": rate(8), "text": "for a fit"}]
    _, stack = make(
        infusion("a", 0, 20, dose=rate(4), changes=change),
        *(rescue(f"r{n}", 4) for n in range(LONGEST_LIST + 3)),
    )
    found = stack.thing_at(thing(stack, "a").rect.center())
    assert found is not None
    words = stack.tooltip_of(found)
    assert all(part in words for part in ("Event a", "4 mg/kg/min", "8 mg/kg/min", "for a fit"))
    found = stack.thing_at(thing(stack, "r1").rect.center())
    assert found is not None
    assert "Event r1" in stack.tooltip_of(found)
    assert "and 3 more" in stack.tooltip_of(found)
    free = stack.thing_at(QPointF(stack.scale().x(27), rail(stack).rect.center().y()))
    assert free is not None
    assert stack.tooltip_of(free) == ""


def test_a_click_selects_the_event_and_it_is_highlighted(qtbot: QtBot, make: Make) -> None:
    session, stack = make(rescue("a", 5), infusion("b", 0, 20, dose=rate(1)))
    for id_ in ("a", "b"):
        before = picture(stack)
        place = thing(stack, id_).rect.center().toPoint()
        qtbot.mouseClick(stack, Qt.MouseButton.LeftButton, pos=place)
        assert session.state.selection == id_
        assert changed_below_values(stack, before, picture(stack))
    gutter = rail(stack).gutter.center().toPoint()
    qtbot.mouseClick(stack, Qt.MouseButton.LeftButton, pos=gutter)
    assert session.state.selection == "glucose"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_of_several_in_one_mark_one_is_chosen(qtbot: QtBot, make: Make) -> None:
    session, stack = make(*(rescue(f"r{n}", 5) for n in range(3)))
    place = thing(stack, "r1").rect.center().toPoint()
    qtbot.mouseClick(stack, Qt.MouseButton.LeftButton, pos=place)
    (menu,) = stack.findChildren(QMenu)
    assert [action.text().split(",")[0] for action in menu.actions()] == [
        "Event r0",
        "Event r1",
        "Event r2",
    ]
    menu.actions()[1].trigger()
    menu.close()
    assert session.state.selection == "r1"
    assert "r1" in thing(stack, "r1").ids


def test_the_pointer_shows_what_it_is_on(qtbot: QtBot, make: Make) -> None:
    _, stack = make(rescue("a", 5))
    before = picture(stack)
    qtbot.mouseMove(stack, thing(stack, "a").rect.center().toPoint())
    qtbot.waitUntil(lambda: stack.cursor().shape() == Qt.CursorShape.PointingHandCursor)
    assert changed_below_values(stack, before, picture(stack))


def test_what_a_filter_leaves_out_is_faint_and_cannot_be_clicked(make: Make) -> None:
    session, stack = make(rescue("a", 5), infusion("b", 10, 20))
    before = picture(stack)
    session.apply(partial(view_state.sift, chosen=Filter(lanes=frozenset({"infusions"}))))
    assert changed_below_values(stack, before, picture(stack))
    place = thing(stack, "a").rect.center()
    found = stack.thing_at(place)
    assert found is not None
    assert found.thing is None
    kept = stack.thing_at(thing(stack, "b").rect.center())
    assert kept is not None
    assert kept.thing is not None
    session.select("a")
    found = stack.thing_at(place)
    assert found is not None
    assert found.thing is not None


# --- under a horizon ----------------------------------------------------------------------


def test_under_a_horizon_it_shows_what_is_known_and_keeps_no_room_for_the_rest(make: Make) -> None:
    change = [{"when": {"day": 15}, "dose": rate(40)}]
    session, stack = make(
        infusion("a", 4, 20, dose=rate(4), changes=change), rescue("r", 18), rescue("s", 6)
    )
    assert [step.share for step in thing(stack, "a").steps] == [0.1, 1.0]
    session.hide_after(10)
    assert [t.ids for t in rail(stack).things] == [("a",), ("s",)]
    assert [step.share for step in thing(stack, "a").steps] == [1.0]
    assert thing(stack, "a").rect.right() <= stack.scale().x(11) + 0.5
    session.hide_after(3)
    assert glucose(stack).rail is None


def test_what_is_sought_is_underlined_where_it_stands_beside_values(
    qtbot: QtBot, make: Make
) -> None:
    session, stack = make(rescue("dextrose", 3), rescue("glucagon", 9), infusion("drip", 12, 20))
    show(session, 0, 30)

    def pictures() -> dict[str, QImage]:
        whole = picture(stack)
        places = {id_: thing(stack, id_).rect for id_ in ("dextrose", "glucagon", "drip")}
        around = {id_: rect.adjusted(-3, -3, 3, 3) for id_, rect in places.items()}
        return {id_: whole.copy(rect.toAlignedRect()) for id_, rect in around.items()}

    before = pictures()
    for sought in ("glucagon", "drip"):
        session.apply(partial(view_state.seek, text=sought))
        qtbot.waitUntil(lambda: bool(session.hits))
        stack.canvas.repaint()
        found = {id_ for id_, now in pictures().items() if now != before[id_]}
        assert found == {sought}
        session.apply(partial(view_state.seek, text=""))
