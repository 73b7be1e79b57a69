"""Reviewers' values, points and boxes in the plots."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from tests.ui.annotate.drawn import LEFT, Board, board
from viewer.model import view_state
from viewer.model.annotation import AddedValue, Content, OnBox, OnCase, OnPoint
from viewer.model.time import Span
from viewer.ui.plots.placing_notes import PlottedNote

__all__ = ["board"]


def value(number: float, day: float, unit: str = "mg/dL", series: str = "glucose") -> Content:
    added = AddedValue(series=series, day=day, value=number, unit=unit)
    return Content(kind="value", target=OnCase(), value=added, known_from=0)


def point(number: float, day: float) -> Content:
    target = OnPoint(series="glucose", day=day, value=number)
    return Content(kind="note", target=target, text="Odd one", known_from=0)


def box(start: float, end: float, low: float, high: float) -> Content:
    target = OnBox(series="glucose", start=start, end=end, low=low, high=high)
    return Content(kind="note", target=target, text="These", known_from=0)


def notes(board: Board) -> tuple[PlottedNote, ...]:
    plots = board.chart.plots
    return plots._notes.placed(plots.placed, plots.scale(), plots._type)


def note(board: Board, id_: str) -> PlottedNote:
    return next(placed for placed in notes(board) if id_ in placed.ids)


def click(board: Board, place: QPointF) -> None:
    QTest.mouseClick(board.chart.plots, LEFT, pos=place.toPoint())


def test_an_added_value_stands_at_its_day_and_value_with_its_words(board: Board) -> None:
    (id_,) = board.put(value(62, 30.5))
    placed, panel = note(board, id_), board.chart.plots.placed.panels[0]
    assert placed.mark.center().x() == pytest.approx(board.x(30.5), abs=1)
    assert placed.mark.center().y() == pytest.approx(panel.axis.y(62), abs=1)
    assert placed.words.replace("\u2068", "").replace("\u2069", "") == "62 mg/dL, added by Ann"
    assert not any(placed.words_rect.intersects(label.rect) for label in panel.labels)
    assert id_ not in {i for p in board.strip.placed for i in p.ids}  # told once
    picture = board.chart.plots.grab().toImage()
    heart = QPoint(int(placed.mark.center().x()), int(placed.mark.center().y()))
    theme = board.strip.sizes.theme
    assert picture.pixelColor(heart) == theme.authors[0]  # a plus in a hollow shape
    assert picture.pixelColor(heart + QPoint(3, 3)) == theme.paper


def test_the_words_name_the_author_as_they_are_called_now(board: Board) -> None:
    (id_,) = board.put(value(62, 30.5))
    assert "Ann" in note(board, id_).words
    board.session.annotating.sign("Dr Berger")
    board.qtbot.waitUntil(lambda: "Dr Berger" in note(board, id_).words, timeout=10_000)


def test_a_value_of_a_whole_day_stands_in_its_middle_as_the_cases_own_do(board: Board) -> None:
    (id_,) = board.put(value(62, 30))
    assert note(board, id_).mark.center().x() == pytest.approx(board.x(30.5), abs=1)


def test_a_value_in_another_unit_is_converted_to_that_of_the_series(board: Board) -> None:
    (id_,) = board.put(value(3.0, 30.5, "mmol/L"))
    placed, panel = note(board, id_), board.chart.plots.placed.panels[0]
    assert placed.mark.center().y() == pytest.approx(panel.axis.y(3.0 * 18.016), abs=1)
    assert "3 mmol/L" in placed.words


def test_a_value_in_an_unknown_unit_is_not_placed_as_if_it_were_known(board: Board) -> None:
    (id_,) = board.put(value(3.0, 30.5, "stones"))
    assert note(board, id_).edge == "bottom"
    assert "3 stones" in note(board, id_).words


@pytest.mark.parametrize(("number", "edge"), [(900, "top"), (-40, "bottom")])
def test_beyond_the_scale_it_stands_at_the_edge(board: Board, number: float, edge: str) -> None:
    (id_,) = board.put(value(number, 30.5))
    placed, panel = note(board, id_), board.chart.plots.placed.panels[0]
    assert placed.edge == edge
    assert panel.rect.contains(placed.mark)
    off = placed.mark.top() - panel.rect.top()
    assert off < 12 if edge == "top" else off > panel.rect.height() - 40


def test_a_click_selects_value_point_and_outline_of_a_box(board: Board) -> None:
    a_value, a_point, a_box = board.put(value(62, 30.5), point(40, 45.5), box(90, 110, 30, 60))
    for id_ in (a_value, a_point, a_box):
        click(board, note(board, id_).mark.center())
        assert board.session.state.selection == id_
    click(board, note(board, a_point).at)
    assert board.session.state.selection == a_point
    drawn = note(board, a_box).box
    assert drawn is not None
    click(board, QPointF(drawn.right(), drawn.center().y()))
    assert board.session.state.selection == a_box
    click(board, drawn.center())  # what lies in a box can still be reached
    assert board.session.state.selection != a_box


def test_a_box_has_its_days_and_values(board: Board) -> None:
    (id_,) = board.put(box(90, 110, 30, 60))
    drawn, panel = note(board, id_).box, board.chart.plots.placed.panels[0]
    assert drawn is not None
    sides = (board.x(90), board.x(110), panel.axis.y(60), panel.axis.y(30))
    assert (drawn.left(), drawn.right(), drawn.top(), drawn.bottom()) == pytest.approx(sides, abs=1)


def test_the_tooltip_tells_author_day_and_text(board: Board) -> None:
    a_value, a_point = board.put(value(62, 30.5), point(40, 45.5))
    plots = board.chart.plots
    found = plots.thing_at(note(board, a_value).mark.center())
    assert found is not None
    assert "62 mg/dL" in plots.tooltip_of(found)
    assert "day 30" in plots.tooltip_of(found)
    found = plots.thing_at(note(board, a_point).mark.center())
    assert found is not None
    assert "Odd one" in plots.tooltip_of(found)
    assert "Ann" in plots.tooltip_of(found)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_what_lies_on_one_another_is_counted_and_listed(board: Board) -> None:
    ids = board.put(*(value(62 + n / 100, 30.5 + n / 100) for n in range(9)))
    (count,) = notes(board)
    assert set(count.ids) == set(ids)
    click(board, count.mark.center())
    (menu,) = board.chart.plots.findChildren(QMenu)
    assert len(menu.actions()) == 9
    menu.actions()[4].trigger()
    menu.close()
    assert board.session.state.selection == count.ids[4]


def test_the_horizon_hides_values_that_lie_beyond_it(board: Board) -> None:
    early, late = board.put(value(62, 5.5), value(70, 50.5))
    board.session.hide_after(12)
    board.settle()
    told = {id_ for placed in notes(board) for id_ in placed.ids}
    assert told == {early}
    assert late not in told


def test_it_follows_the_window(board: Board) -> None:
    (id_,) = board.put(value(62, 30.5))
    board.session.apply(lambda state: view_state.show(state, Span(20, 40)))
    board.settle()
    assert note(board, id_).mark.center().x() == pytest.approx(board.x(30.5), abs=1)
    board.session.apply(lambda state: view_state.show(state, Span(60, 90)))
    board.settle()
    assert notes(board) == ()
