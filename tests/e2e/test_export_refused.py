"""Exports that do not come about: words that must not go out, folders, cancelling, other cases."""

from __future__ import annotations

import errno
import shutil
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.e2e.exporting_hand import LEFT, Hand
from tests.e2e.programs import Opened, OpenWindow
from tests.e2e.screen import settle
from tests.e2e.small_cases import OpenCase
from tests.e2e.twins import open_in, shipped, written
from viewer.ui.export.dialog import writing
from viewer.ui.window import Window


@pytest.fixture
def hand(qtbot: QtBot, window: Window) -> Hand:
    return Hand(qtbot, window)


# -- who it is about --------------------------------------------------------------------------


def test_a_word_that_must_not_go_out_stops_it_and_is_shown_where_it_stands(
    hand: Hand, tmp_path: Path
) -> None:
    hand.name(tmp_path / "course.svg")
    hand.type_words("nobody has this name\nembozene")
    places = hand.dialog.identity.places
    assert places.isVisible()
    shown = [places.item(row).text() for row in range(places.count())]
    assert shown
    assert all("embozene" in one.lower() for one in shown)
    said = hand.refused()
    assert str(tmp_path / "course.svg") in said
    assert "embozene" in said
    assert "nobody" not in said
    assert hand.window.notice.words.text().startswith(str(tmp_path / "course.svg"))
    assert not (tmp_path / "course.svg").exists()
    hand.type_words("nobody has this name")
    assert not places.isVisible()
    hand.exported()
    assert (tmp_path / "course.svg").exists()


def test_the_words_are_known_again_and_stand_in_no_file(
    qtbot: QtBot, window: Window, tmp_path: Path, home: Path
) -> None:
    hand = Hand(qtbot, window)
    hand.type_words("Quetzal Person\n  \n4711")
    hand.escape()
    again = Hand(qtbot, window)
    assert again.dialog.identity.words == ("Quetzal Person", "4711")
    again.name(tmp_path / "course.svg")
    again.exported()
    window.settings._store.sync()
    files = [one for folder in (tmp_path, home) for one in folder.rglob("*") if one.is_file()]
    assert any(one.suffix == ".ini" for one in files)
    assert [one for one in files if b"Quetzal" in one.read_bytes()] == []


def test_what_is_taken_out_is_told_and_can_be_kept(
    qtbot: QtBot, open_case: OpenCase, tmp_path: Path
) -> None:
    window = open_case(
        subject={"age_years": 93},
        day_zero={"text": "A day", "date": "2021-03-20"},
        numbering=None,
    )
    hand = Hand(qtbot, window)
    identity = hand.dialog.identity
    told = identity.taken_out.text()
    assert "calendar date" in told
    assert "age above 89" in told
    assert not hand.dialog.order().keeps_identity
    hand.tick(identity.keeps)
    assert hand.dialog.order().keeps_identity
    hand.escape()
    assert not Hand(qtbot, window).dialog.order().keeps_identity
    QApplication.activeModalWidget().close()


def test_words_of_a_case_are_shown_as_they_stand(qtbot: QtBot, open_case: OpenCase) -> None:
    window = open_case(title="<b>Bold</b> & {braces}")
    hand = Hand(qtbot, window)
    hand.type_words("braces")
    (row,) = [hand.dialog.identity.places.item(0).text()]
    assert row.endswith("<b>Bold</b> & {braces}")
    hand.escape()


# -- the disk ---------------------------------------------------------------------------------


def test_a_folder_that_is_not_there_or_is_a_file_is_told(hand: Hand, tmp_path: Path) -> None:
    hand.name(tmp_path / "nowhere" / "course.svg")
    said = hand.refused()
    assert said.startswith(str(tmp_path / "nowhere" / "course.svg"))
    assert "folder is not there" in said
    (tmp_path / "file").write_text("no folder")
    hand.name(tmp_path / "file" / "course.svg")
    assert "folder is a file" in hand.refused()
    (tmp_path / "course.svg").mkdir()
    hand.name(tmp_path / "course.svg")
    assert "choose another name" in hand.refused()
    hand.name("")
    assert "name of the file" in hand.refused()
    hand.escape()
    assert sorted(one.name for one in (tmp_path / "course.svg").iterdir()) == []


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.ENOSPC, "disk is full"),
        (errno.EACCES, "close it where it is open"),
        (errno.EROFS, "only be read"),
        (errno.ENAMETOOLONG, "shorter"),
        (errno.EIO, "try again"),
    ],
)
def test_what_the_disk_says_is_told_with_what_to_do(
    hand: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, words: str
) -> None:
    def refuse(path: Path, data: bytes, mode: int | None) -> None:
        raise OSError(code, "Told by the disk")

    monkeypatch.setattr(writing, "replace_file", refuse)
    hand.name(tmp_path / "course.pdf")
    said = hand.refused()
    assert words in said
    assert str(tmp_path / "course.pdf") in said
    assert hand.dialog.export_button.isEnabled()
    hand.escape()


def test_a_file_that_is_there_is_asked_about_once(hand: Hand, tmp_path: Path) -> None:
    path = tmp_path / "course.svg"
    path.write_text("what was there")
    hand.name(path)
    hand.export()
    assert str(path) in hand.box().text()
    hand.answer("Cancel")
    assert path.read_text() == "what was there"
    assert hand.dialog.isVisible()
    hand.export()
    hand.answer("Replace")
    hand.qtbot.waitUntil(lambda: hand.window.exporting._dialog is None, timeout=20_000)
    assert path.read_bytes().startswith(b"<?xml")


# -- cancelling and leaving -------------------------------------------------------------------


def test_escape_leaves_nothing_behind(hand: Hand, tmp_path: Path, home: Path) -> None:
    hand.name(tmp_path / "course.svg")
    hand.escape()
    assert hand.window.exporting._dialog is None
    assert QApplication.activeModalWidget() is None
    assert not (tmp_path / "course.svg").exists()
    assert not hand.window.notice.isVisible()
    assert hand.window.settings.choices("export/figure") == {}


def begin_long(hand: Hand, path: Path) -> None:
    """Begin an export that takes long, and wait until it is under way."""
    fields = hand.dialog.fields
    hand.choose(fields.file, "Picture (TIFF)")
    hand.choose(fields.dots, "1000")
    hand.name(path)
    hand.export()
    progress = hand.dialog.progress
    hand.qtbot.waitUntil(lambda: progress.isVisible() and progress.value() > 0, timeout=20_000)


def test_a_long_export_shows_how_far_it_is_and_is_cancelled(hand: Hand, tmp_path: Path) -> None:
    begin_long(hand, tmp_path / "course.tiff")
    assert not hand.dialog.export_button.isEnabled()
    hand.escape()
    assert hand.dialog.isVisible()
    assert "Nothing was exported" in hand.dialog.message.text()
    assert not hand.dialog.progress.isVisible()
    hand.rest()
    assert hand.dialog.export_button.isEnabled()
    hand.escape()
    assert hand.window.exporting._dialog is None
    hand.window.exporting._lane.settle()
    assert not (tmp_path / "course.tiff").exists()
    assert [one for one in tmp_path.iterdir() if one.name.startswith(".")] == []


@pytest.mark.parametrize("is_going", [False, True])
def test_closing_the_window_closes_it(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path, is_going: bool
) -> None:
    window = open_window()
    hand = Hand(qtbot, window)
    if is_going:
        begin_long(hand, tmp_path / "course.tiff")
    window.close()
    settle()
    assert QApplication.activeModalWidget() is None
    assert not window.isVisible()
    assert not (tmp_path / "course.tiff").exists()


@pytest.mark.parametrize("is_going", [False, True])
def test_another_case_closes_it(hand: Hand, tmp_path: Path, is_going: bool) -> None:
    if is_going:
        begin_long(hand, tmp_path / "course.tiff")
    open_in(hand.qtbot, hand.window, written(shipped() | {"id": "other"}, tmp_path / "other"))
    assert hand.window.exporting._dialog is None
    assert QApplication.activeModalWidget() is None
    assert not (tmp_path / "course.tiff").exists()
    assert ("another case" in hand.window.notice.words.text()) is is_going


def test_another_horizon_closes_it(hand: Hand) -> None:
    hand.window.session.hide_after(11)
    settle()
    assert hand.window.exporting._dialog is None


def test_another_language_closes_it(qtbot: QtBot, opened: Opened) -> None:
    program = opened()
    Hand(qtbot, program.window)
    program.window.language_wanted.emit("ja")
    settle()
    assert QApplication.activeModalWidget() is None
    hand = Hand(qtbot, program.window)
    assert hand.dialog.windowTitle() == "図を書き出す"
    hand.choose(hand.dialog.fields.telling.language, "English")
    assert hand.dialog.export_button.text() == "書き出す"
    hand.escape()


def test_a_case_that_is_gone_from_the_disk_is_exported_as_it_was_read(
    qtbot: QtBot, opened: Opened, case: Path, tmp_path: Path
) -> None:
    hand = Hand(qtbot, opened().window)
    shutil.rmtree(case)
    hand.name(tmp_path / "course.svg")
    hand.exported()
    assert (tmp_path / "course.svg").exists()


def test_the_button_beside_the_name_asks_for_a_file(
    hand: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from viewer.ui.export.dialog import target

    def chosen(*_: object, **__: object) -> tuple[str, str]:
        return str(tmp_path / "picture.png"), ""

    monkeypatch.setattr(target.QFileDialog, "getSaveFileName", chosen)
    QTest.mouseClick(hand.dialog.target.choose, LEFT)
    assert hand.dialog.fields.ending == ".png"
    hand.exported()
    assert (tmp_path / "picture.png").read_bytes().startswith(b"\x89PNG")
