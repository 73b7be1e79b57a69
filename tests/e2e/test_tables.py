"""The tables in the window, by mouse and keys: linked with the chart, sorted and copied."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QTableView

from tests.e2e.screen import click, on_timeline, raise_panel, seen, settle, table_rows
from viewer.ui.window import Window

LEFT = Qt.MouseButton.LeftButton
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def table_of(window: Window, name: str) -> tuple[QTableView, QLineEdit]:
    panel = raise_panel(window, name)
    (table,) = panel.findChildren(QTableView)
    (field,) = panel.findChildren(QLineEdit)
    return table, field


def place_in(table: QTableView, row: int) -> QPoint:
    index = table.model().index(row, 0)
    table.scrollTo(index)
    return table.visualRect(index).center()


def row_with(table: QTableView, words: str) -> int:
    found = [n for n, row in enumerate(table_rows(table)) if words in " | ".join(row)]
    assert len(found) == 1, found
    return found[0]


def copied() -> list[list[str]]:
    return [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]


@pytest.mark.parametrize("name", ["events", "values"])
def test_rows_from_one_to_another_are_copied_for_a_spreadsheet(window: Window, name: str) -> None:
    table, _ = table_of(window, name)
    QGuiApplication.clipboard().setText("something else")
    QTest.mouseClick(table.viewport(), LEFT, pos=place_in(table, 1))
    QTest.mouseClick(table.viewport(), LEFT, SHIFT, place_in(table, 3))
    QTest.keyClick(table, Qt.Key.Key_C, CTRL)
    settle()
    head, *lines = copied()
    model = table.model()
    heads = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())]
    assert head == heads
    assert [line[:2] for line in lines] == [row[:2] for row in table_rows(table)[1:4]]
    assert {len(line) for line in lines} == {len(heads)}


@pytest.mark.parametrize("name", ["events", "values"])
def test_a_click_on_a_head_sorts_and_another_turns_round(window: Window, name: str) -> None:
    table, _ = table_of(window, name)
    column = {"events": 1, "values": 0}[name]
    head = table.horizontalHeader()
    place = QPoint(head.sectionViewportPosition(column) + 12, head.height() // 2)
    orders = []
    for _ in range(2):
        QTest.mouseClick(head.viewport(), LEFT, pos=place)
        settle()
        orders.append([row[column].casefold() for row in table_rows(table)])
    assert orders[0] == sorted(orders[0])
    assert orders[1] == sorted(orders[1], reverse=True)
    assert orders[0] != orders[1]


def test_rows_and_the_chart_lead_to_one_another(window: Window) -> None:
    table, field = table_of(window, "events")
    row = row_with(table, "TAE, left")
    QTest.mouseClick(table.viewport(), LEFT, pos=place_in(table, row))
    settle()
    assert window.session.state.selection == "tae-left"
    QTest.keyClick(table, Qt.Key.Key_Return)
    settle()
    shown = window.session.state.window
    assert shown.contains(22.5)
    assert shown.days < 30
    window.chart.timeline.setFocus()
    QTest.keyClick(window.chart.timeline, Qt.Key.Key_0)
    settle()
    click(window, seen(window, r"TAE.*right"))
    (index,) = table.selectionModel().selectedRows()
    assert index.row() == row_with(table, "TAE, right")
    field.setFocus()
    QTest.keyClicks(field, "lobe")
    settle()
    assert len(table_rows(table)) == 2
    assert len(on_timeline(window)) > 20, "the words in the table's field filter the table alone"


def test_values_lead_to_the_chart_and_back(window: Window) -> None:
    table, _ = table_of(window, "values")
    window.verbs.put_cursor(90)
    QTest.mouseClick(table.viewport(), LEFT, pos=place_in(table, row_with(table, "NSE")))
    settle()
    assert (window.session.state.selection, window.session.state.cursor) == ("nse", 0.5)
    plots = window.chart.plots
    panel = plots.placed.panel_of("dupan-2")
    place = next(label for label in panel.labels if label.kind == "value").rect.center().toPoint()
    QTest.mouseClick(plots, LEFT, pos=place)
    settle()
    (index,) = table.selectionModel().selectedRows()
    assert index.row() == row_with(table, "DUPAN-2")
