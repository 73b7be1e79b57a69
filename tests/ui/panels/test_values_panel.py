"""The table of values: what a row tells, both ways of linking, sorting, filtering, copying."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from functools import partial

import numpy as np
import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from viewer.model import view_state
from viewer.model.filter import Filter
from viewer.session.session import Session
from viewer.ui.look import Look
from viewer.ui.panels.table import CURSOR_ROLE
from viewer.ui.panels.value_rows import ValueColumn
from viewer.ui.panels.values import ValuesPanel

FLAG = QItemSelectionModel.SelectionFlag
Column = ValueColumn
COPY = (Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)


@pytest.fixture
def panel(qtbot: QtBot, session: Session, look: Look) -> Iterator[ValuesPanel]:
    shown = ValuesPanel(session, look)
    qtbot.addWidget(shown)
    shown.resize(round(28 * look.em_px), 500)
    shown.show()
    QApplication.processEvents()
    yield shown
    shown.hide()


def cells(panel: ValuesPanel, row: int) -> list[str]:
    return [str(panel.rows.index(row, column).data()) for column in Column]


def names(panel: ValuesPanel) -> list[str]:
    return [cells(panel, row)[Column.SERIES] for row in range(panel.rows.rowCount())]


def index_of(panel: ValuesPanel, name: str) -> QModelIndex:
    return panel.rows.index(names(panel).index(name), Column.SERIES)


def click(qtbot: QtBot, panel: ValuesPanel, name: str) -> None:
    at = index_of(panel, name)
    panel.table.scrollTo(at)
    place = panel.table.visualRect(at).center()
    qtbot.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_row_tells_value_unit_limits_side_evidence_and_place(panel: ValuesPanel) -> None:
    row = names(panel).index("NSE")
    told = cells(panel, row)
    assert told[: Column.REFERENCE] == ["NSE", "day 0", "169.9", "ng/mL", "above"]
    assert told[Column.REFERENCE].startswith("≤ 16.3")
    assert "SRL" in told[Column.REFERENCE]
    assert told[Column.EVIDENCE] == "reported"
    assert told[Column.PLACE]
    assert "borrowed from SRL" in str(panel.rows.index(row, 0).data(Qt.ItemDataRole.ToolTipRole))
    glucose = [cells(panel, r) for r, name in enumerate(names(panel)) if name == "Glucose"]
    assert [(one[Column.VALUE], one[Column.SIDE]) for one in glucose] == [
        ("20", "low, level 2"),
        ("54", "low, level 1"),
    ]
    assert panel.heading == "8 values"


def test_a_row_that_is_clicked_selects_its_series_and_brings_the_cursor(
    qtbot: QtBot, panel: ValuesPanel, session: Session
) -> None:
    session.point_at(90.0)
    click(qtbot, panel, "NSE")
    assert (session.state.selection, session.state.cursor) == ("nse", 0.5)
    qtbot.keyClick(panel.table, Qt.Key.Key_Down)
    assert session.state.selection == "dupan-2"
    assert panel.table.selected_rows() == [names(panel).index("DUPAN-2")]


def test_the_cursor_chooses_the_row_it_reads(
    qtbot: QtBot, panel: ValuesPanel, session: Session
) -> None:
    session.select("ca19-9")
    assert panel.table.selected_rows() == [names(panel).index("CA19-9")]
    session.select("tae-right")
    assert panel.table.selected_rows() == []
    assert not panel.rows.index(3, 0).data(CURSOR_ROLE)
    session.point_at(0.5)
    assert panel.rows.index(3, 0).data(CURSOR_ROLE)
    assert session.state.selection is None


def test_of_several_values_the_cursor_chooses_the_last_before_it(
    qtbot: QtBot, opened_from: Callable[..., Session], look: Look
) -> None:
    reported = {"kind": "reported"}
    points = [{"when": {"day": day}, "value": 50 + day, "evidence": reported} for day in (1, 5, 9)]
    glucose = {"id": "g", "title": "Glucose", "analyte": "glucose", "unit": "mg/dL"}
    session = opened_from(series=[glucose | {"points": points}])
    panel = ValuesPanel(session, look)
    qtbot.addWidget(panel)
    panel.show()
    session.select("g")
    chosen = []
    for day in (0.5, 1.5, 4.0, 5.2, 20.0):
        session.apply(lambda state, day=day: type(state)(**_moved(state, day)))
        chosen.append(panel.table.selected_rows())
    assert chosen == [[0], [0], [0], [1], [2]]
    panel.hide()


def _moved(state: object, day: float) -> dict[str, object]:
    names_ = state.__dataclass_fields__  # type: ignore[attr-defined]
    return {name: getattr(state, name) for name in names_} | {"cursor": day}


def test_columns_fit_a_narrow_and_a_wide_panel(
    qtbot: QtBot, panel: ValuesPanel, look: Look
) -> None:
    for width_em, least in ((22, 4), (28, 5), (60, 8)):
        panel.resize(round(width_em * look.em_px), 500)
        QApplication.processEvents()
        table = panel.table
        shown = [c for c in Column if not table.isColumnHidden(c)]
        assert len(shown) >= least, width_em
        assert sum(table.columnWidth(c) for c in shown) <= table.viewport().width() + 1
        assert not table.horizontalScrollBar().isVisible()
        if width_em > 22:
            assert Column.SIDE in shown


def test_sorting_is_by_number_and_keeps_the_chosen_row(
    qtbot: QtBot, panel: ValuesPanel, session: Session
) -> None:
    session.select("nse")
    panel.table.sortByColumn(Column.VALUE, Qt.SortOrder.DescendingOrder)
    values = [float(cells(panel, row)[Column.VALUE]) for row in range(8)]
    assert values == sorted(values, reverse=True)
    assert panel.table.selected_rows() == [names(panel).index("NSE")]
    assert session.state.selection == "nse"
    panel.table.sortByColumn(Column.SERIES, Qt.SortOrder.AscendingOrder)
    assert names(panel) == sorted(names(panel), key=str.casefold)


def test_filtering_leaves_the_selection_alone(
    qtbot: QtBot, panel: ValuesPanel, session: Session
) -> None:
    session.select("nse")
    qtbot.keyClicks(panel.filter, "glucose")
    assert names(panel) == ["Glucose", "Glucose"]
    assert panel.heading == "2 of 8 values"
    assert session.state.selection == "nse"
    panel.filter.clear()
    assert panel.table.selected_rows() == [names(panel).index("NSE")]


def test_rows_are_copied_under_their_heads_for_a_spreadsheet(
    qtbot: QtBot, panel: ValuesPanel
) -> None:
    for name in ("NSE", "CA19-9"):
        at = index_of(panel, name)
        panel.table.selectionModel().select(at, FLAG.Select | FLAG.Rows)
    qtbot.keyClick(panel.table, *COPY)
    lines = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]
    assert lines[0][:4] == ["Series", "When", "Value", "Unit"]
    assert sorted(line[:4] for line in lines[1:]) == [
        ["CA19-9", "day 0", "53.7", "U/mL"],
        ["NSE", "day 0", "169.9", "ng/mL"],
    ]
    assert {len(line) for line in lines} == {len(Column)}


def test_nothing_beyond_the_horizon_is_listed(panel: ValuesPanel, session: Session) -> None:
    session.hide_after(-1)
    assert all("169.9" not in cells(panel, row) for row in range(panel.rows.rowCount()))
    session.hide_after(None)
    assert panel.rows.rowCount() == 8


# --- samples --------------------------------------------------------------------------------


REPORTED = {"kind": "reported"}


def sampled(opened_from: Callable[..., Session], count: int) -> Session:
    """A sensor's series of so many values, every fifth of them low, and two reported values."""
    buffer = io.BytesIO()
    np.save(buffer, np.where(np.arange(count) % 5 == 0, 50.0, 100.0).astype(np.float32))
    samples = {"file": "g.npy", "start": 0, "every_days": 1 / 288, "evidence": REPORTED}
    glucose = {"analyte": "glucose", "unit": "mg/dL"}
    points = [{"when": {"day": day}, "value": 60 + day, "evidence": REPORTED} for day in (3, 1)]
    return opened_from(
        {"g.npy": buffer.getvalue()},
        series=[
            {"id": "g", "title": "Sensor", "samples": samples} | glucose,
            {"id": "v", "title": "Blood", "points": points} | glucose,
        ],
    )


@pytest.fixture
def long_panel(
    qtbot: QtBot, opened_from: Callable[..., Session], look: Look
) -> Callable[[int], ValuesPanel]:
    def make(count: int) -> ValuesPanel:
        panel = ValuesPanel(sampled(opened_from, count), look)
        qtbot.addWidget(panel)
        panel.resize(round(40 * look.em_px), 500)
        panel.show()
        QApplication.processEvents()
        qtbot.addWidget(panel, before_close_func=lambda one: one.hide())
        return panel

    return make


def test_samples_are_listed_by_time_among_the_others_and_sorted_by_value(
    qtbot: QtBot, long_panel: Callable[[int], ValuesPanel]
) -> None:
    panel = long_panel(2_000)
    assert panel.heading == "2,002 values"
    assert cells(panel, 0)[:5] == ["Sensor", "day 0, 00:00", "50", "mg/dL", "low, level 2"]
    day_1 = [row for row in range(420, 440) if cells(panel, row)[0] == "Blood"]
    assert len(day_1) == 1
    panel.table.sortByColumn(Column.VALUE, Qt.SortOrder.DescendingOrder)
    assert [cells(panel, row)[Column.VALUE] for row in (0, 1599, 1600, 1601, 1602)] == [
        "100",
        "100",
        "63",
        "61",
        "50",
    ]
    panel.table.sortByColumn(Column.SERIES, Qt.SortOrder.AscendingOrder)
    assert [cells(panel, row)[0] for row in (0, 1, 2)] == ["Blood", "Blood", "Sensor"]


def test_the_cursor_and_a_sample_choose_one_another(
    qtbot: QtBot, long_panel: Callable[[int], ValuesPanel]
) -> None:
    panel = long_panel(2_000)
    session = panel.session
    session.select("g")
    session.apply(partial(view_state.move_cursor, day=1000.5 / 288))
    (row,) = panel.table.selected_rows()
    assert panel.rows.value_at(row)[1].when.anchor == pytest.approx(1000 / 288)
    panel.table.scrollTo(panel.rows.index(40, 0))
    place = panel.table.visualRect(panel.rows.index(40, 0)).center()
    qtbot.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert session.state.cursor == pytest.approx(40 / 288)
    assert session.state.selection == "g"


def test_a_filter_keeps_the_samples_out_of_range(
    qtbot: QtBot, long_panel: Callable[[int], ValuesPanel]
) -> None:
    panel = long_panel(2_000)
    panel.session.apply(partial(view_state.sift, chosen=Filter(is_out_of_range=True)))
    assert panel.heading == "402 of 2,002 values"
    assert {cells(panel, row)[Column.SIDE] for row in range(402)} == {
        "low, level 2",
        "low, level 1",
    }
    qtbot.keyClicks(panel.filter, "sensor")
    assert panel.heading == "400 of 2,002 values"
    assert "name and unit only" in panel.note.text()


def test_of_very_many_nothing_is_sorted_and_that_is_said(
    qtbot: QtBot, long_panel: Callable[[int], ValuesPanel]
) -> None:
    panel = long_panel(1_200_000)
    assert panel.heading == "1,200,002 values"
    assert "too many to be sorted" in panel.note.text()
    assert not panel.table.isSortingEnabled()
    assert cells(panel, 1_200_001)[:3] == ["Blood", "day 1", "61"]
    panel.session.select("g")
    panel.session.apply(partial(view_state.move_cursor, day=700_000.5 / 288))
    assert panel.table.selected_rows() == [700_000]
    panel.session.apply(partial(view_state.sift, chosen=Filter(is_out_of_range=True)))
    assert panel.heading == "240,002 of 1,200,002 values"
    assert panel.table.selected_rows() == [140_000]


def test_a_long_table_is_not_sorted_by_words_of_every_row(
    qtbot: QtBot, long_panel: Callable[[int], ValuesPanel]
) -> None:
    panel = long_panel(110_000)
    header = panel.table.horizontalHeader()
    panel.table.sortByColumn(Column.VALUE, Qt.SortOrder.DescendingOrder)
    panel.table.sortByColumn(Column.EVIDENCE, Qt.SortOrder.AscendingOrder)
    assert header.sortIndicatorSection() == Column.VALUE
    assert "series, time and value only" in panel.note.text()
    assert cells(panel, 0)[Column.VALUE] == "100"
    panel.table.selectAll()
    assert panel.table.selected_count() == 100_000
