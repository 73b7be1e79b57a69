"""The timeline as a person meets it: what is drawn, and what clicks, wheel and keys do."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage, QWheelEvent
from PySide6.QtWidgets import QApplication, QMenu, QToolTip

from tests.ui.timeline.conftest import SHIPPED, Open, Show, event
from viewer.geometry.time_scale import Frame
from viewer.io.case_store import open_case
from viewer.model import view_state
from viewer.model.part import words_of
from viewer.model.time import Span
from viewer.session.session import Session
from viewer.ui.look import Look
from viewer.ui.theme import ThemeName
from viewer.ui.timeline.placed import Placed
from viewer.ui.timeline.timeline_view import TimelineView
from viewer.ui.words.event_names import LONGEST_LIST

LEFT = Qt.MouseButton.LeftButton


def thing(view: TimelineView, id_: str) -> Placed:
    found = view.layout_now().find(id_)
    assert found is not None, id_
    return found


def place_of(view: TimelineView, rect: QRectF) -> QPoint:
    centre = rect.center().toPoint()
    return QPoint(centre.x(), centre.y() - view.verticalScrollBar().value())


def name_of(placed: Placed) -> QRectF:
    return placed.words[0].rect


def texts(view: TimelineView) -> str:
    return "\n".join(words.text for placed in view.placed for words in placed.words)


def turn_wheel(
    view: TimelineView,
    at: QPointF,
    down: int = 0,
    across: int = 0,
    keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    whole = view.viewport().mapToGlobal(at)
    turned = QWheelEvent(
        at,
        whole,
        QPoint(),
        QPoint(across, down),
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), turned)


def picture(view: TimelineView) -> QImage:
    return view.viewport().grab().toImage()


# --- what is drawn -----------------------------------------------------------------------


def test_it_paints_when_it_is_shown(session: Session, show: Show) -> None:
    image = picture(show(session))
    colours = {
        image.pixelColor(x, y).name()
        for x in range(0, image.width(), 3)
        for y in range(0, image.height(), 3)
    }
    assert len(colours) > 20


def test_every_event_is_there_with_its_title(session: Session, show: Show) -> None:
    view = show(session, 1600)
    said = {p.id: {words.whole for words in p.words} for p in view.placed}
    for one in session.case.events:
        assert words_of(one.title).pick("en") in said[one.id]
    for statement in session.case.statements:
        if statement.lane is not None:
            assert statement.text.pick("en") in said[statement.id]


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("theme", ["light", "dark", "projector"])
@pytest.mark.parametrize("width", [830, 1245, 1990])
def test_labels_never_overlap(language: str, theme: ThemeName, width: int, show: Show) -> None:
    """The chart of a window of 1280, 1600 and 2560 pixels with its panels."""
    session = Session(open_case(SHIPPED), language)
    view = show(session, width, theme=theme)
    rects = [(p.id, rect) for p in view.placed for rect in p.rects if rect not in (p.bar,)]
    for (one, rect), (other, second) in itertools.combinations(rects, 2):
        overlap = rect.intersected(second)
        if one != other and not overlap.isEmpty():
            pytest.fail(f"{one} covers {other}: {overlap}")
    bars = [(p.id, p.bar) for p in view.placed if p.bar is not None]
    for (one, rect), (other, bar) in itertools.product(rects, bars):
        overlap = rect.intersected(bar)
        if one != other and overlap.width() > 1 and overlap.height() > 1:
            pytest.fail(f"{one} covers the bar of {other}: {overlap}")


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("width", [830, 1245])
def test_words_stay_on_the_chart(language: str, width: int, show: Show) -> None:
    view = show(Session(open_case(SHIPPED), language), width)
    frame = view.frame()
    for placed in view.placed:
        for words in placed.words:
            assert words.rect.left() >= frame.gutter_px, words
            assert words.rect.right() <= frame.left_px + frame.axis_px, words


def test_outcomes_are_said_in_words_beside_their_sign(session: Session, show: Show) -> None:
    view = show(session, 830)
    for id_, sign, words in (
        ("diazoxide", "not_effective", "not effective"),
        ("octreotide", "stopped", "stopped: allergic reaction"),
    ):
        placed = thing(view, id_)
        outcome = next(w for w in placed.words if w.part == "outcome")
        assert outcome.text == words
        (drawn,) = [s for s in placed.signs if s.sign == sign]
        assert 0 < outcome.rect.left() - drawn.rect.right() < drawn.rect.width()
    assert any(w.text == "Death" for w in thing(view, "death").words)


def test_a_disagreement_of_the_source_has_its_sign(session: Session, show: Show) -> None:
    view = show(session)
    assert [s.sign for s in thing(view, "ct-admission").signs] == ["disagreement"]
    assert thing(view, "transfer").signs == ()


def test_the_count_of_a_lane_is_that_of_its_events(session: Session, show: Show) -> None:
    boxes = {box.lane.id: box.count for box in show(session).layout_now().lanes}
    assert boxes["procedures"] == 2
    assert boxes["outcome"] == 1


def test_the_gutter_is_as_wide_as_its_widest_lane(opened_from: Open, show: Show) -> None:
    title = "A lane with quite a long title"
    session = opened_from(lanes=[{"id": "drugs", "title": title, "kind": "drug"}])
    assert show(session).gutter_hint_px() > 200


def test_what_is_exact_has_a_hard_edge_and_what_is_not_has_none(
    opened_from: Open, show: Show
) -> None:
    session = opened_from(
        events=[
            event("exact", {"start": {"day": 10}, "end": {"day": 40}}),
            event(
                "between",
                {"start": {"earliest": 10, "latest": 40}, "end": {"earliest": 60, "latest": 80}},
            ),
            event("unstated", {"start": {"day": 10}, "end": "unknown"}),
        ]
    )
    view = show(session)
    image = picture(view)
    kind = QColor("#194293")

    def ink(id_: str, at: str) -> float:
        """Give the share of the kind's colour at an end of the bar's upper edge."""
        bar = thing(view, id_).bar
        assert bar is not None
        x = round(bar.left()) if at == "start" else round(bar.right()) - 1
        y = round(bar.top()) - view.verticalScrollBar().value()
        light = image.pixelColor(x, y).lightnessF()
        return (1 - light) / (1 - kind.lightnessF())

    assert ink("exact", "start") > 0.9
    assert ink("exact", "end") > 0.9
    assert ink("between", "start") < 0.1
    assert ink("between", "end") < 0.1
    assert ink("unstated", "start") > 0.9
    assert ink("unstated", "end") < 0.1


def test_a_bar_past_the_window_has_no_end_there(session: Session, show: Show) -> None:
    view = show(session)
    session.apply(lambda state: view_state.show(state, Span(20.0, 40.0)))
    band = thing(view, "no-hypoglycaemia")
    assert band.bar_shape is not None
    assert (band.bar_shape.is_past_left, band.bar_shape.is_past_right) == (True, True)
    assert band.bar is not None
    assert band.bar.left() == view.frame().left_px
    assert view.layout_now().find("tae-right") is None


def test_nothing_after_the_horizon_is_laid_out(session: Session, show: Show) -> None:
    view = show(session)
    session.hide_after(11)
    assert view.layout_now().find("tae-right") is None
    assert "Death" not in texts(view)
    bar = thing(view, "hypoglycaemic-attacks").bar_shape
    assert bar is not None
    assert bar.end == "cut"
    assert bar.seen_right_px == pytest.approx(view.scale().x(12.0))
    picture(view)


def test_the_horizon_is_not_drawn_like_death(session: Session, show: Show) -> None:
    view = show(session)
    session.hide_after(61)
    theme, image = Look().theme, picture(view)
    x, y = round(view.scale().x(62.0)), view.viewport().height() - 3
    around = [image.pixelColor(at, y) for at in range(x - 2, x + 3)]
    assert theme.rule_strong in around
    assert theme.ink not in around
    assert image.pixelColor(x + 5, y) == theme.window
    assert image.pixelColor(x - 5, y) == theme.paper


def test_the_rule_of_day_zero_stands_at_its_midnight_among_hours(
    session: Session, show: Show
) -> None:
    view = show(session)
    session.point_at(100.0)
    session.apply(lambda state: view_state.show(state, Span(-0.7, 1.1)))
    image, y = picture(view), view.viewport().height() - 3
    theme = Look().theme

    def has_rule(moment: float) -> bool:
        x = round(view.scale().x(moment))
        return theme.rule_strong in [image.pixelColor(at, y) for at in (x - 1, x, x + 1)]

    assert has_rule(0.0)
    assert not has_rule(0.5)


def test_words_and_mark_of_a_whole_day_stand_apart_on_its_capsule(
    session: Session, show: Show
) -> None:
    view = show(session)
    for window in (Span(0.0, 1.0), Span(0.3, 0.62), Span(12.3, 12.55), Span(12.45, 12.9)):
        session.apply(lambda state, window=window: view_state.show(state, window))
        for placed in view.placed:
            if placed.mark is not None:
                mark = placed.mark.adjusted(1, 1, -1, -1)
                assert not any(words.rect.intersects(mark) for words in placed.words), placed.id
    session.apply(lambda state: view_state.show(state, Span(12.55, 12.9)))
    placed = thing(view, "tae-right")
    assert placed.mark is None
    assert placed.bar is not None
    assert placed.bar.left() == view.scale().left_px
    picture(view)


def test_a_hidden_lane_is_gone(session: Session, show: Show) -> None:
    view = show(session)
    session.apply(lambda state: view_state.hide(state, "drugs", True))
    assert "drugs" not in [box.lane.id for box in view.layout_now().lanes]
    assert view.layout_now().find("diazoxide") is None


def test_a_broken_event_stands_in_its_lane_in_words(opened_from: Open, show: Show) -> None:
    session = opened_from(
        events=[event("good", {"day": 1}), event("broken", {"day": "tomorrow"}, title="Insulin")]
    )
    view = show(session)
    broken = next(p for p in view.placed if p.id.startswith("problem:"))
    assert broken.lane == "drugs"
    assert broken.words[0].text.startswith("Insulin: ")
    assert "Insulin" in view.tooltip_of(broken)
    picture(view)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_more_than_fits_is_counted_and_listed(opened_from: Open, show: Show, qtbot: Any) -> None:
    session = opened_from(
        events=[event(f"dose{n}", {"start": {"day": 5}, "end": {"day": 5}}) for n in range(12)]
    )
    view = show(session)
    more = thing(view, "more:drugs")
    assert more.words[0].text == "+4 more"
    assert len(more.hidden) == 4
    assert more.hidden[0].capitalize() in view.tooltip_of(more)
    qtbot.mouseClick(view.viewport(), LEFT, pos=place_of(view, name_of(more)))
    (menu,) = view.findChildren(QMenu)
    menu.actions()[1].trigger()
    menu.close()
    assert session.state.selection == more.hidden[1]


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_list_that_is_too_long_says_how_many_it_leaves_out(
    opened_from: Open, show: Show, qtbot: Any
) -> None:
    session = opened_from(
        events=[event(f"dose{n}", {"start": {"day": 5}, "end": {"day": 5}}) for n in range(75)]
    )
    view = show(session)
    more = thing(view, "more:drugs")
    words = f"and {len(more.hidden) - LONGEST_LIST} more"
    assert view.tooltip_of(more).endswith(f"{words}</qt>")
    qtbot.mouseClick(view.viewport(), LEFT, pos=place_of(view, name_of(more)))
    (menu,) = view.findChildren(QMenu)
    assert len(menu.actions()) == LONGEST_LIST + 1
    assert menu.actions()[-1].text() == words
    assert not menu.actions()[-1].isEnabled()
    menu.close()


def test_markup_in_a_case_is_shown_and_not_obeyed(opened_from: Open, show: Show) -> None:
    session = opened_from(events=[event("odd", {"day": 1}, title="<b>Dose</b> & more")])
    view = show(session)
    odd = thing(view, "odd")
    assert odd.words[0].whole == "<b>Dose</b> & more"
    assert "&lt;b&gt;Dose" in view.tooltip_of(odd)


def test_a_very_long_title_is_cut_and_kept_in_the_tooltip(opened_from: Open, show: Show) -> None:
    session = opened_from(events=[event("long", {"day": 1}, title="word " * 100)])
    view = show(session)
    words = thing(view, "long").words[0]
    assert words.text != words.whole
    assert words.text.endswith("…")
    assert "word word" in view.tooltip_of(thing(view, "long"))


def test_another_look_lays_out_anew(session: Session, qtbot: Any, show: Show) -> None:
    look = Look()
    view = TimelineView(session, look)
    qtbot.addWidget(view)
    view.set_frame(Frame(150, 0, 900, 14))
    before = view.sizeHint().height()
    look.set_theme("projector")
    assert view.sizeHint().height() > before
    look.set_theme("light")
    assert view.sizeHint().height() == before


def test_a_statement_stands_as_a_band_with_its_words(session: Session, show: Show) -> None:
    view = show(session, 1990)
    band = thing(view, "no-hypoglycaemia")
    assert band.is_statement
    assert band.bar is not None
    words = band.words[0]
    assert band.bar.contains(words.rect)
    assert words.rect.center().x() < band.bar.center().x() + 20
    session.select("no-hypoglycaemia")
    picture(view)
    session.select("markers-tended-to-decrease")
    assert [s.sign for s in thing(view, "markers-tended-to-decrease").signs] == [
        "down",
        "disagreement",
    ]


def test_ends_and_days_of_every_kind_are_painted(opened_from: Open, show: Show) -> None:
    inferred = {"evidence": {"kind": "inferred"}}
    session = opened_from(
        events=[
            event("open", {"start": {"day": 1}, "end": "open"}),
            event("unknown", {"start": {"latest": 1}, "end": "unknown"}, **inferred),
            event("before", {"latest": 5}),
            event("after", {"earliest": 5}, **inferred),
            event("about", {"earliest": 1, "about": 2, "latest": 60}),
            event("result", {"day": 3}, result={"text": "Much better"}),
            event("finer", {"day": 3.5, "precision": "hour"}),
        ]
    )
    view = show(session)
    for name in ("open", "unknown", "about", "before"):
        session.select(name)
        assert not picture(view).isNull()
    shape = thing(view, "open").bar_shape
    assert shape is not None
    assert shape.end == "open"
    assert "continues" in {w.text.split("; ")[-1] for w in thing(view, "open").words}
    session.apply(lambda state: view_state.show(state, Span(10.0, 20.0)))
    assert thing(view, "open").bar_shape.is_past_left
    assert view.layout_now().find("result") is None
    assert "Much better" not in texts(view)
    picture(view)


def test_an_empty_timeline_says_so(opened_from: Open, show: Show) -> None:
    session = opened_from(events=[event("one", {"day": 1}), event("two", {"day": 200})])
    view = show(session)
    session.apply(lambda state: view_state.show(state, Span(50.0, 60.0)))
    assert view.placed == ()
    ground = QColor(Look().theme.paper)
    image = picture(view)
    row = range(view.frame().left_px + 4, view.frame().left_px + 300)
    assert any(image.pixelColor(x, 16) != ground for x in row)


# --- clicks, wheel, drag -----------------------------------------------------------------


def test_a_click_on_a_label_or_mark_selects(session: Session, show: Show, qtbot: Any) -> None:
    view = show(session)
    placed = thing(view, "tae-left")
    qtbot.mouseClick(view.viewport(), LEFT, pos=place_of(view, name_of(placed)))
    assert session.state.selection == "tae-left"
    assert session.state.cursor == 22.5
    placed = thing(view, "tae-right")
    assert placed.mark is not None
    qtbot.mouseClick(view.viewport(), LEFT, pos=place_of(view, placed.mark))
    assert session.state.selection == "tae-right"


def test_a_click_on_the_sign_of_a_disagreement_selects_it(
    session: Session, show: Show, qtbot: Any
) -> None:
    view = show(session)
    (sign,) = thing(view, "ct-admission").signs
    window = session.state.window
    qtbot.mouseClick(view.viewport(), LEFT, pos=place_of(view, sign.rect))
    assert session.state.selection == "disagree-ct-enhancement"
    qtbot.mouseDClick(view.viewport(), LEFT, pos=place_of(view, sign.rect))
    assert session.state.selection == "disagree-ct-enhancement"
    assert session.state.window == window
    outcome, _ = thing(view, "diazoxide").signs
    qtbot.mouseClick(view.viewport(), LEFT, pos=place_of(view, outcome.rect))
    assert session.state.selection == "diazoxide"


def test_selecting_moves_no_label(session: Session, show: Show) -> None:
    view = show(session)
    before = [(p.id, p.bounds) for p in view.placed]
    session.select("diazoxide")
    picture(view)
    assert [(p.id, p.bounds) for p in view.placed] == before


def test_a_click_on_empty_ground_points_there(session: Session, show: Show, qtbot: Any) -> None:
    view = show(session, height=800)
    session.select("tae-left")
    y = round(view.layout_now().height_px) + 10
    x = round(view.scale().x(100.3))
    qtbot.mouseClick(view.viewport(), LEFT, pos=QPoint(x, y))
    assert session.state.selection is None
    assert session.state.cursor == pytest.approx(100.3, abs=0.2)


def test_a_click_near_an_event_snaps_to_it(session: Session, show: Show, qtbot: Any) -> None:
    view = show(session, height=800)
    place = QPoint(round(view.scale().x(22.5)) + 4, round(view.layout_now().height_px) + 10)
    qtbot.mouseClick(view.viewport(), LEFT, pos=place)
    assert session.state.cursor == 22.5
    qtbot.mouseClick(view.viewport(), LEFT, Qt.KeyboardModifier.ShiftModifier, place)
    assert session.state.cursor > 22.9


def test_a_double_click_shows_the_whole_event(session: Session, show: Show, qtbot: Any) -> None:
    view = show(session)
    at = place_of(view, name_of(thing(view, "contrast-ct")))
    qtbot.mouseDClick(view.viewport(), LEFT, pos=at)
    window = session.state.window
    assert window.start < 40
    assert window.end > 51
    assert window.days < 40


def test_the_wheel_zooms_about_the_pointer(session: Session, show: Show) -> None:
    view = show(session)
    x = view.frame().left_px + 400.0
    day = view.scale().day(x)
    days = session.state.window.days
    turn_wheel(view, QPointF(x, 50), down=120)
    assert session.state.window.days < days
    assert view.scale().day(x) == pytest.approx(day)
    turn_wheel(view, QPointF(x, 50), down=-120)
    assert session.state.window.days == pytest.approx(days)


def test_the_wheel_pans_sideways_and_with_shift(session: Session, show: Show) -> None:
    view = show(session)
    session.apply(lambda state: view_state.show(state, Span(20.0, 60.0)))
    at = QPointF(view.frame().left_px + 400.0, 50)
    turn_wheel(view, at, across=-120)
    assert session.state.window == Span(24.0, 64.0)
    turn_wheel(view, at, down=120, keys=Qt.KeyboardModifier.ShiftModifier)
    assert session.state.window == Span(20.0, 60.0)


def test_the_wheel_scrolls_over_the_gutter(session: Session, show: Show) -> None:
    view = show(session, height=200)
    before = session.state.window
    turn_wheel(view, QPointF(20, 50), down=-120)
    assert view.verticalScrollBar().value() > 0
    assert session.state.window == before


def test_a_drag_pans(session: Session, show: Show, qtbot: Any) -> None:
    view = show(session)
    session.apply(lambda state: view_state.show(state, Span(20.0, 60.0)))
    cursor = session.state.cursor
    start = QPoint(round(view.frame().left_px) + 500, 10)
    days = 100 / view.scale().px_per_day
    qtbot.mousePress(view.viewport(), LEFT, pos=start)
    qtbot.mouseMove(view.viewport(), start - QPoint(60, 0))
    qtbot.mouseRelease(view.viewport(), LEFT, pos=start - QPoint(100, 0))
    assert session.state.window.start == pytest.approx(20 + days)
    assert session.state.cursor == cursor


def test_the_hand_shows_only_where_a_click_opens_something(
    session: Session, show: Show, qtbot: Any
) -> None:
    view = show(session, height=800)
    at = place_of(view, name_of(thing(view, "tae-left")))
    qtbot.mouseMove(view.viewport(), at)
    hand = Qt.CursorShape.PointingHandCursor
    qtbot.waitUntil(lambda: view.viewport().cursor().shape() == hand)
    picture(view)
    qtbot.mouseMove(view.viewport(), QPoint(at.x(), round(view.layout_now().height_px) + 20))
    qtbot.waitUntil(lambda: view.viewport().cursor().shape() != hand)
    QApplication.sendEvent(view.viewport(), QEvent(QEvent.Type.Leave))


def test_a_tooltip_says_it_in_full(session: Session, show: Show) -> None:
    view = show(session)
    at = place_of(view, name_of(thing(view, "contrast-ct")))
    asked = QHelpEvent(QEvent.Type.ToolTip, at, view.viewport().mapToGlobal(at))
    QApplication.sendEvent(view.viewport(), asked)
    assert "between day 40 and day 50" in QToolTip.text()
    QToolTip.hideText()


def test_a_shortened_lane_title_has_a_tooltip(opened_from: Open, show: Show) -> None:
    session = opened_from(
        lanes=[{"id": "drugs", "title": "A lane with a long title", "kind": "drug"}]
    )
    view = show(session)
    view.set_frame(Frame(100, 0, 900, 14))
    for y, text in ((10, "A lane with a long title"), (300, "")):
        at = QPoint(20, y)
        asked = QHelpEvent(QEvent.Type.ToolTip, at, view.viewport().mapToGlobal(at))
        QApplication.sendEvent(view.viewport(), asked)
        assert text in QToolTip.text()
    QToolTip.hideText()


def test_a_right_click_and_a_click_beside_the_axis_change_nothing(
    session: Session, show: Show, qtbot: Any
) -> None:
    view = show(session, before_px=90)
    before = session.state
    name = place_of(view, name_of(thing(view, "tae-left")))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.RightButton, pos=name)
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.RightButton, pos=name)
    qtbot.mouseClick(view.viewport(), LEFT, pos=QPoint(20, 50))
    strip = QPoint(view.frame().gutter_px + 10, 595)
    assert view.thing_at(QPointF(strip)) is None
    qtbot.mouseClick(view.viewport(), LEFT, pos=strip)
    assert session.state == before


def test_a_wheel_without_a_turn_changes_nothing(session: Session, show: Show) -> None:
    view = show(session)
    before = session.state
    turn_wheel(view, QPointF(view.frame().left_px + 100, 50))
    assert session.state == before


# --- keys --------------------------------------------------------------------------------


def test_up_and_down_go_to_the_nearest_event_of_another_lane(
    session: Session, show: Show, qtbot: Any
) -> None:
    view = show(session)
    session.select("tae-right")
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert session.state.selection == "nutrition"
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert session.state.selection == "tae-right"
    session.select("death")
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert session.state.selection == "death"
    session.select(None)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert session.state.selection in ("emergency-admission", "transfer")


def test_up_and_down_in_a_case_without_events(opened_from: Open, show: Show, qtbot: Any) -> None:
    session = opened_from()
    view = show(session)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert session.state.selection is None
    assert view.snapped(3.2) == 3.2


def test_other_keys_are_left_to_others(session: Session, show: Show, qtbot: Any) -> None:
    view = show(session)
    before = session.state
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(view, Qt.Key.Key_Q)
    assert session.state == before


def test_a_selected_event_is_scrolled_into_view(session: Session, show: Show) -> None:
    view = show(session, height=200)
    session.select("death")
    bottom = thing(view, "death").bounds.bottom() - view.verticalScrollBar().value()
    assert bottom <= 200
    session.select("transfer")
    top = thing(view, "transfer").bounds.top() - view.verticalScrollBar().value()
    assert top >= 0


def test_a_screen_reader_hears_what_is_selected(session: Session, show: Show) -> None:
    view = show(session)
    assert view.accessibleName() == "Event timeline"
    session.select("tae-right")
    assert view.accessibleDescription() == "TAE, right hepatic lobe, day 12; Day 12"
    session.point_at(30.2)
    assert view.accessibleDescription() == "Day 30"


# --- the cursor --------------------------------------------------------------------------


def test_moving_the_cursor_paints_the_line_alone(session: Session, show: Show) -> None:
    view = show(session, height=800)
    y = round(view.layout_now().height_px) + 10
    x = round(view.scale().x(100.5))
    before = picture(view)
    session.point_at(100.5)
    after = picture(view)
    columns = {
        column
        for column in range(before.width())
        if before.pixel(column, y) != after.pixel(column, y)
    }
    assert any(abs(column - x) <= 2 for column in columns)
    still = round(view.scale().x(0.5))
    assert all(min(abs(c - x), abs(c - still)) <= 3 for c in columns)


def test_the_cursor_passes_behind_words(session: Session, show: Show) -> None:
    view = show(session)
    session.select(None)
    name = name_of(thing(view, "transfer"))
    before = picture(view)
    session.point_at(view.scale().day(name.center().x()))
    after = picture(view)
    band = range(round(name.top()) + 1, round(name.bottom()) - 1)
    x = round(name.center().x())
    assert all(
        before.pixel(column, y) == after.pixel(column, y)
        for y in band
        for column in range(x - 3, x + 4)
    )


def test_the_cursor_passes_behind_the_words_of_an_empty_window(
    opened_from: Open, show: Show
) -> None:
    session = opened_from(events=[event("one", {"day": 1}), event("two", {"day": 200})])
    view = show(session)
    session.apply(lambda state: view_state.show(state, Span(50.0, 60.0)))
    session.point_at(59.5)
    before = picture(view)
    x = view.frame().left_px + 60
    session.point_at(view.scale().day(x))
    after = picture(view)
    measures = view._page.measures
    words = range(round(measures.lane_pad_px) + 1, round(measures.lane_pad_px + measures.row_px))
    columns = range(x - 3, x + 4)
    assert all(
        before.pixel(column, y) == after.pixel(column, y) for y in words for column in columns
    )
    below = view.viewport().height() - 3
    assert any(before.pixel(column, below) != after.pixel(column, below) for column in columns)


@pytest.mark.parametrize("theme", ["light", "dark", "projector"])
def test_an_arrow_head_tells_that_a_bar_goes_on_past_the_window(
    opened_from: Open, show: Show, theme: ThemeName
) -> None:
    long = event("long", {"start": {"day": 1}, "end": {"day": 90}})
    session = opened_from(events=[long, event("far", {"day": 120})])
    view = show(session, theme=theme)
    session.apply(lambda state: view_state.show(state, Span(30.0, 60.0)))
    session.point_at(45.0)
    bar = thing(view, "long").bar
    assert bar is not None
    image = picture(view)
    middle, near = bar.center().y(), round(bar.top()) + 3
    for edge, inwards in ((bar.left(), 1), (bar.right(), -1)):

        def column(y: float, edge: float = edge, inwards: int = inwards) -> int | None:
            """How far from the edge the head is met on a row."""
            kind = QColor(Look(theme).theme.kind("drug"))
            at = range(1, 14)
            return next(
                (n for n in at if image.pixelColor(round(edge) + n * inwards, round(y)) == kind),
                None,
            )

        tip, arm = column(middle), column(near)
        assert tip is not None
        assert arm is None or arm > tip


def test_the_focus_is_drawn_about_the_selected_event(
    session: Session, show: Show, qtbot: Any
) -> None:
    view = show(session)
    session.select("tae-left")
    view.clearFocus()
    without = picture(view)
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    assert picture(view) != without
