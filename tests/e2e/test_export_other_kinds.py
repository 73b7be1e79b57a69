"""Slides, handouts and data: the same dialog with other choices, read back from the files."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from pptx import Presentation
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.e2e.exporting_hand import Hand
from tests.e2e.screen import settle
from tests.e2e.twins import hide_after
from viewer.io.case_store import open_case
from viewer.session.session import Session
from viewer.ui.export import making
from viewer.ui.export.dialog.dialog import ExportDialog
from viewer.ui.export.order import Order
from viewer.ui.window import Window

Ask = Callable[[str], "Hand"]
KEYS = {"slides": "S", "handout": "H", "data": "X"}


class KindHand(Hand):
    """The hand on the dialog of a kind, which its key opens."""

    def __init__(self, qtbot: QtBot, window: Window, kind: str) -> None:
        self.qtbot, self.window = qtbot, window
        QTest.keySequence(window, f"Ctrl+Alt+{KEYS[kind]}")
        settle()
        found = QApplication.activeModalWidget()
        assert isinstance(found, ExportDialog)
        self.dialog = found
        self.rest()


@pytest.fixture
def ask(qtbot: QtBot, window: Window) -> Ask:
    return lambda kind: KindHand(qtbot, window, kind)


def test_slides_are_made_as_chosen(ask: Ask, tmp_path: Path) -> None:
    hand = ask("slides")
    assert hand.dialog.preview is None
    hand.choose(hand.dialog.fields.shape, "4:3")
    hand.tick(hand.dialog.fields.notes)
    hand.choose(hand.dialog.fields.telling.language, "日本語")
    hand.name(tmp_path / "talk")
    assert hand.exported() == f"Exported to {tmp_path / 'talk.pptx'}."
    show = Presentation(str(tmp_path / "talk.pptx"))
    assert show.slide_width / show.slide_height == pytest.approx(4 / 3)
    assert len(show.slides) == 12
    assert not any(slide.has_notes_slide for slide in show.slides)
    assert "意識消失" in show.slides[0].shapes.title.text


@pytest.mark.parametrize(
    ("pages", "least", "most"), [("One", 12, 40), ("Two", 6, 20), ("Six", 2, 4), ("The case", 1, 1)]
)
def test_handouts_and_the_summary_are_made_as_chosen(
    ask: Ask, tmp_path: Path, pages: str, least: int, most: int
) -> None:
    hand = ask("handout")
    hand.choose(hand.dialog.fields.pages, pages)
    assert hand.dialog.fields.notes.isEnabled() is (pages != "The case")
    hand.name(tmp_path / "pages.pdf")
    hand.exported()
    document = pypdfium2.PdfDocument(tmp_path / "pages.pdf")
    assert least <= len(document) <= most
    words = document[0].get_textpage().get_text_range()
    assert "Not for diagnosis or treatment decisions." in words
    document.close()


@pytest.mark.parametrize(
    ("kind", "ending", "begins"),
    [
        ("Events (CSV)", ".csv", b"\xef\xbb\xbfrow,id"),
        ("Values (CSV)", ".csv", b"\xef\xbb\xbfrow,series"),
        ("Workbook", ".xlsx", b"PK"),
        ("Timeline (Markdown)", ".md", b"# Timeline"),
        ("Timeline (HTML)", ".html", b"<!doctype html>"),
        ("Phenopacket", ".phenopacket.json", b"{"),
        ("Case", ".dayline", b"PK"),
    ],
)
def test_data_are_made_as_chosen(
    ask: Ask, tmp_path: Path, kind: str, ending: str, begins: bytes
) -> None:
    hand = ask("data")
    fields = hand.dialog.fields
    hand.choose(fields.file, kind)
    assert hand.dialog.target.path_field.text().endswith(f"case{ending}")
    assert fields.annotations.isEnabled() is (ending == ".dayline")
    hand.name(tmp_path / f"out{ending}")
    hand.exported()
    assert (tmp_path / f"out{ending}").read_bytes().lower().startswith(begins.lower())


def test_the_case_in_one_file_opens_again(ask: Ask, window: Window, tmp_path: Path) -> None:
    hand = ask("data")
    hand.choose(hand.dialog.fields.file, "Case")
    hand.tick(hand.dialog.fields.annotations)
    hand.name(tmp_path / "out.dayline")
    hand.exported()
    assert open_case(tmp_path / "out.dayline").case.events == window.session.case.events
    with zipfile.ZipFile(tmp_path / "out.dayline") as packed:
        assert json.loads(packed.read("notes/annotations.jsonld")) is not None


def test_under_a_horizon_nothing_later_goes_out(ask: Ask, window: Window, tmp_path: Path) -> None:
    hide_after(window, 11)
    hand = ask("data")
    hand.name(tmp_path / "events.csv")
    hand.exported()
    text = (tmp_path / "events.csv").read_text("utf-8-sig")
    ids = {row["id"] for row in csv.DictReader(io.StringIO(text))}
    assert "diazoxide" in ids
    assert not {"tae-right", "death"} & ids


def test_a_word_stops_every_kind(ask: Ask, tmp_path: Path) -> None:
    hand = ask("slides")
    hand.type_words("octreotide")
    hand.name(tmp_path / "talk.pptx")
    assert "octreotide" in hand.refused()
    assert list(tmp_path.glob("talk*")) == []
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
