from collections.abc import Callable

import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.ui.panels.panel_words import shown
from viewer.session.session import Session
from viewer.ui.look import Look
from viewer.ui.panels.event_rows import FEW, ID_ROLE, Column
from viewer.ui.panels.events import EventsPanel

FLAG = QItemSelectionModel.SelectionFlag


def panel_of(qtbot: QtBot, session: Session, look: Look) -> EventsPanel:
    panel = EventsPanel(session, look)
    qtbot.addWidget(panel)
    return panel


def ids(panel: EventsPanel) -> list[str]:
    model = panel.found
    return [model.index(row, 0).data(ID_ROLE) for row in range(model.rowCount())]


def index_of(panel: EventsPanel, id_: str, column: Column = Column.WHEN) -> QModelIndex:
    return panel.found.index(ids(panel).index(id_), column)


def selected(panel: EventsPanel) -> list[str]:
    return [index.data(ID_ROLE) for index in panel.table.selectionModel().selectedRows()]


def test_every_event_and_statement_has_a_row_in_order_of_time(
    qtbot: QtBot, session: Session, look: Look
) -> None:
    panel = panel_of(qtbot, session, look)
    case = session.case
    things = (*case.events, *case.statements)
    assert sorted(ids(panel)) == sorted(thing.id for thing in things)
    days = {thing.id: thing.when.anchor for thing in things}
    assert [days[id_] for id_ in ids(panel)] == sorted(days.values())
    assert ids(panel)[-1] == "death"


def test_a_row_tells_when_lane_title_outcome_and_evidence(
    qtbot: QtBot, session: Session, look: Look
) -> None:
    panel = panel_of(qtbot, session, look)
    cells = [index_of(panel, "octreotide", column).data() for column in Column]
    assert cells[Column.WHEN] == "within days 0–12"
    assert cells[Column.TITLE].startswith("Octreotide")
    assert cells[Column.OUTCOME].startswith("stopped")
    assert cells[Column.LANE :] == ["Drugs", "reported"]


def test_a_selected_row_is_selected_everywhere(qtbot: QtBot, session: Session, look: Look) -> None:
    panel = panel_of(qtbot, session, look)
    panel.table.selectionModel().setCurrentIndex(
        index_of(panel, "tae-left"), FLAG.ClearAndSelect | FLAG.Rows
    )
    assert session.state.selection == "tae-left"
    assert session.state.cursor == 22.5


def test_the_selection_selects_its_row_once(qtbot: QtBot, session: Session, look: Look) -> None:
    panel = panel_of(qtbot, session, look)
    emitted: list[None] = []
    session.selection_changed.connect(lambda: emitted.append(None))
    session.select("tae-right")
    assert selected(panel) == ["tae-right"]
    session.select("insulin")
    assert selected(panel) == []
    assert session.state.selection == "insulin"
    session.select(None)
    assert len(emitted) == 3


def test_keys_move_the_selection(qtbot: QtBot, session: Session, look: Look) -> None:
    panel = panel_of(qtbot, session, look)
    session.select("tae-right")
    after = ids(panel)[ids(panel).index("tae-right") + 1]
    qtbot.keyClick(panel.table, Qt.Key.Key_Down)
    assert session.state.selection == after


def test_the_filter_keeps_rows_with_every_word(qtbot: QtBot, session: Session, look: Look) -> None:
    panel = panel_of(qtbot, session, look)
    qtbot.keyClicks(panel.filter, "TAE lobe")
    assert ids(panel) == ["tae-right", "tae-left"]
    assert panel.heading == "2 of 25 rows"
    panel.filter.clear()
    assert len(ids(panel)) == 25


def test_filtering_does_not_change_the_selection(
    qtbot: QtBot, session: Session, look: Look
) -> None:
    panel = panel_of(qtbot, session, look)
    session.select("death")
    panel.filter.setText("lobe")
    assert session.state.selection == "death"
    panel.filter.clear()
    assert selected(panel) == ["death"]


def test_sorting_keeps_the_selected_row(qtbot: QtBot, session: Session, look: Look) -> None:
    panel = panel_of(qtbot, session, look)
    session.select("diazoxide")
    panel.table.sortByColumn(Column.TITLE, Qt.SortOrder.DescendingOrder)
    titles = [panel.found.index(r, Column.TITLE).data() for r in range(panel.found.rowCount())]
    assert titles == sorted(titles, key=str.casefold, reverse=True)
    assert selected(panel) == ["diazoxide"]
    assert session.state.selection == "diazoxide"


def test_selected_rows_are_copied_as_text_with_tabs(
    qtbot: QtBot, session: Session, look: Look
) -> None:
    panel = panel_of(qtbot, session, look)
    for id_ in ("tae-right", "tae-left"):
        panel.table.selectionModel().select(index_of(panel, id_), FLAG.Select | FLAG.Rows)
    qtbot.keyClick(panel.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]
    assert lines[0] == ["When", "Event", "Outcome", "Lane", "Evidence"]
    assert [line[:2] for line in lines[1:]] == [
        ["day 12", "TAE, right hepatic lobe"],
        ["day 22", "TAE, left hepatic lobe"],
    ]


def test_enter_shows_the_event_close_up(qtbot: QtBot, session: Session, look: Look) -> None:
    panel = panel_of(qtbot, session, look)
    panel.table.activated.emit(index_of(panel, "tae-left"))
    assert session.state.selection == "tae-left"
    assert session.state.window.days < session.state.bounds.days


def test_a_row_beyond_the_horizon_is_gone(qtbot: QtBot, session: Session, look: Look) -> None:
    panel = panel_of(qtbot, session, look)
    session.hide_after(11)
    assert "tae-right" not in ids(panel)
    assert not any("TAE" in text for text in shown(panel))
    session.hide_after(None)
    assert len(ids(panel)) == 25


def test_a_long_course_is_shown_sorted_and_filtered(
    qtbot: QtBot, opened_from: Callable[..., Session], look: Look
) -> None:
    events = [
        {
            "id": f"e{n}",
            "lane": "drugs",
            "title": f"Dose {n}",
            "when": {"day": (n * 7) % 3000},
            "evidence": {"kind": "reported"},
        }
        for n in range(3000)
    ]
    panel = panel_of(qtbot, opened_from(events=events), look)
    panel.table.sortByColumn(Column.WHEN, Qt.SortOrder.DescendingOrder)
    assert panel.found.index(0, Column.WHEN).data() == "day 2999"
    panel.filter.setText("2777")
    assert "Dose 2777" in [
        panel.found.index(r, Column.TITLE).data() for r in range(panel.found.rowCount())
    ]


@pytest.fixture
def long(opened_from: Callable[..., Session]) -> Session:
    """More events than are looked through at once, and a statement."""
    events = [
        {
            "id": f"e{n}",
            "lane": "drugs",
            "title": f"Dose {n}",
            "when": {"day": (n * 7) % 900},
            "evidence": {"kind": "reported" if n % 2 else "inferred"},
        }
        for n in range(FEW + 1_000)
    ]
    stated = {"id": "stated", "text": "Nothing else, Dose 4777x", "when": {"day": 3}}
    stated["evidence"] = {"kind": "reported"}
    return opened_from(events=events, statements=[stated])


def test_a_very_long_course_is_looked_through_bit_by_bit(
    qtbot: QtBot, long: Session, look: Look
) -> None:
    panel = panel_of(qtbot, long, look)
    assert panel.heading == f"{FEW + 1_001} rows"
    panel.filter.setText("dose 4777")
    assert panel.heading == "0 rows found so far"
    qtbot.waitUntil(lambda: panel.found.rowCount() == 2)
    assert ids(panel) == ["stated", "e4777"]
    assert panel.heading == f"2 of {FEW + 1_001} rows"
    panel.filter.setText("dose 4778")
    assert ids(panel) == ["e4778"]
    long.select("e4778")
    assert selected(panel) == ["e4778"]
    panel.filter.clear()
    assert selected(panel) == ["e4778"]


def test_a_very_long_course_that_is_on_screen_is_ready_before_a_word_is_sought(
    qtbot: QtBot, long: Session, look: Look
) -> None:
    panel = panel_of(qtbot, long, look)
    panel.resize(600, 400)
    with qtbot.waitSignal(panel.found.gathered):
        panel.show()
    panel.filter.setText("dose 4777")
    assert ids(panel) == ["stated", "e4777"]
    with qtbot.waitSignal(panel.found.gathered):
        long.hide_after(800)
    assert panel.heading.endswith(f"of {panel.rows.count} rows")


def test_a_very_long_course_is_sorted_at_once(qtbot: QtBot, long: Session, look: Look) -> None:
    panel = panel_of(qtbot, long, look)
    panel.table.sortByColumn(Column.EVIDENCE, Qt.SortOrder.AscendingOrder)
    count = panel.found.rowCount()
    known = [panel.found.index(row, Column.EVIDENCE).data() for row in range(count)]
    assert known == sorted(known)
    assert len(set(known)) == 2


def test_a_word_may_not_reach_over_two_cells(qtbot: QtBot, session: Session, look: Look) -> None:
    panel = panel_of(qtbot, session, look)
    when, title = (index_of(panel, "tae-right", c).data() for c in (Column.WHEN, Column.TITLE))
    panel.filter.setText(when[-2:] + title[:2])
    assert "tae-right" not in ids(panel)
