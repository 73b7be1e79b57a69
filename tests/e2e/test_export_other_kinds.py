"""Slides, handouts and data: the same dialog with other choices; what makes them is a stand-in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.e2e.exporting_hand import Hand
from tests.e2e.screen import settle
from tests.e2e.twins import hide_after
from viewer.session.session import Session
from viewer.ui.export import making
from viewer.ui.export.dialog.dialog import ExportDialog
from viewer.ui.export.order import DATA, Order
from viewer.ui.export.steps import Steps
from viewer.ui.window import Window

Ask = Callable[[str], "Hand"]


class KindHand(Hand):
    """The hand on a dialog whose command may not be offered yet."""

    def __init__(self, qtbot: QtBot, window: Window, kind: str) -> None:
        self.qtbot, self.window = qtbot, window
        window.exporting.table()[f"export_{kind}"]()
        settle()
        found = QApplication.activeModalWidget()
        assert isinstance(found, ExportDialog)
        self.dialog = found
        self.rest()


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Session, Order]]:
    """Everything can be made; gives what was."""
    seen: list[tuple[Session, Order]] = []

    def at_once(session: Session, order: Order) -> bytes:
        seen.append((session, order))
        return b"made"

    def in_steps(session: Session, order: Order) -> Steps[bytes]:
        seen.append((session, order))
        for step in range(20):
            yield step / 20
        data: bytes = yield lambda: b"made"
        return data

    for ending in DATA:
        monkeypatch.setitem(making._MAKERS, ending, at_once)
    monkeypatch.setitem(making._MAKERS, ".pptx", in_steps)
    monkeypatch.setitem(making._PAGES, "handout", in_steps)
    monkeypatch.setitem(making._PAGES, "summary", at_once)
    return seen


@pytest.fixture
def ask(qtbot: QtBot, window: Window, made: list[tuple[Session, Order]]) -> Ask:
    return lambda kind: KindHand(qtbot, window, kind)


def test_slides_are_made_as_chosen(
    ask: Ask, made: list[tuple[Session, Order]], tmp_path: Path
) -> None:
    hand = ask("slides")
    assert hand.dialog.preview is None
    hand.choose(hand.dialog.fields.shape, "4:3")
    hand.tick(hand.dialog.fields.notes)
    hand.choose(hand.dialog.fields.telling.language, "日本語")
    hand.name(tmp_path / "talk")
    assert hand.exported() == f"Exported to {tmp_path / 'talk.pptx'}."
    ((session, order),) = made
    assert (order.is_deck, order.is_wide, order.has_notes) == (True, False, False)
    assert session.language == "ja"
    assert session.case.deck
    assert (tmp_path / "talk.pptx").read_bytes() == b"made"


@pytest.mark.parametrize(
    ("pages", "wanted"),
    [
        ("One", (True, False, 1)),
        ("Two", (True, False, 2)),
        ("Six", (True, False, 6)),
        ("The case", (False, True, 1)),
    ],
)
def test_handouts_and_the_summary_are_made_as_chosen(
    ask: Ask,
    made: list[tuple[Session, Order]],
    tmp_path: Path,
    pages: str,
    wanted: tuple[bool, bool, int],
) -> None:
    hand = ask("handout")
    hand.choose(hand.dialog.fields.pages, pages)
    assert hand.dialog.fields.notes.isEnabled() is wanted[0]
    hand.name(tmp_path / "pages.pdf")
    hand.exported()
    ((_, order),) = made
    assert (order.is_deck, order.is_summary, order.per_page) == wanted
    assert order.kind == ("handout" if wanted[0] else "summary")


@pytest.mark.parametrize(
    ("kind", "ending", "table"),
    [
        ("Events (CSV)", ".csv", "events"),
        ("Values (CSV)", ".csv", "values"),
        ("Workbook", ".xlsx", "events"),
        ("Timeline (Markdown)", ".md", "events"),
        ("Timeline (HTML)", ".html", "events"),
        ("Phenopacket", ".phenopacket.json", "events"),
        ("Case", ".dayline", "events"),
    ],
)
def test_data_are_made_as_chosen(
    ask: Ask,
    made: list[tuple[Session, Order]],
    tmp_path: Path,
    kind: str,
    ending: str,
    table: str,
) -> None:
    hand = ask("data")
    fields = hand.dialog.fields
    hand.choose(fields.file, kind)
    assert hand.dialog.target.path_field.text().endswith(f"case{ending}")
    assert fields.annotations.isEnabled() is (ending == ".dayline")
    if fields.annotations.isEnabled():
        hand.tick(fields.annotations)
    hand.name(tmp_path / f"out{ending}")
    hand.exported()
    ((_, order),) = made
    assert (order.ending, order.table) == (ending, table)
    assert order.has_annotations is (ending == ".dayline")
    assert order.kind == "data"


def test_under_a_horizon_nothing_later_goes_out(
    ask: Ask, made: list[tuple[Session, Order]], window: Window, tmp_path: Path
) -> None:
    hide_after(window, 11)
    hand = ask("data")
    hand.name(tmp_path / "events.csv")
    hand.exported()
    ((session, order),) = made
    assert order.horizon == session.state.horizon == 11
    assert "tae-right" not in {event.id for event in session.case.events}
    assert all(scene.horizon is not None and scene.horizon <= 11 for scene in session.case.deck)


def test_a_word_stops_every_kind(
    ask: Ask, made: list[tuple[Session, Order]], tmp_path: Path
) -> None:
    hand = ask("slides")
    hand.type_words("octreotide")
    hand.name(tmp_path / "talk.pptx")
    assert "octreotide" in hand.refused()
    assert made == []
    hand.escape()


def test_what_cannot_be_made_is_told(
    ask: Ask, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def refuse(session: Session, order: Order) -> bytes:
        raise making.CannotBeMadeError("There is nothing to show.")

    monkeypatch.setitem(making._MAKERS, ".xlsx", refuse)
    hand = ask("data")
    hand.name(tmp_path / "out.xlsx")
    QTest.keyClick(hand.dialog.target.path_field, Qt.Key.Key_Tab)
    assert hand.dialog.fields.ending == ".xlsx"
    assert "There is nothing to show." in hand.refused()
    hand.escape()


def test_kinds_that_cannot_be_made_are_not_offered(
    qtbot: QtBot, window: Window, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for ending in (*DATA, ".pptx"):
        monkeypatch.delitem(making._MAKERS, ending, raising=False)
    for kind in ("handout", "summary"):
        monkeypatch.delitem(making._PAGES, kind, raising=False)
    hand = KindHand(qtbot, window, "data")
    assert hand.dialog.fields.file.count() == 0
    hand.name(tmp_path / "out")
    assert "No export" in hand.refused()
    hand.escape()
    assert list(tmp_path.glob("out*")) == []
