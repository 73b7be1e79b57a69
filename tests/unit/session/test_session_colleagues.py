"""Several authors and computers in one folder: who comes first, their names, what comes."""

from __future__ import annotations

import json
import os
import stat
import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.annotating_sessions import (
    OpenSession,
    add,
    journals_in,
    keeping_of,
    note,
    notes_of,
    wait_saved,
)
from viewer.io.annotations.lines import encoded
from viewer.io.case_store import open_case
from viewer.model.annotating import Edit
from viewer.model.annotation_record import Record
from viewer.model.deck import kept
from viewer.model.part import Text
from viewer.model.scene import Scene
from viewer.session.annotating import keeping as keeping_module
from viewer.session.annotating.passing_on import write_out
from viewer.session.session import Session

CASE = "insulinoma-tae"
BOB, HIS_JOURNAL = "b" * 12, "0" * 16


def _his(number: int, clock: int, **more: object) -> bytes:
    plain = {"journal": HIS_JOURNAL, "number": number, "clock": clock, "author": BOB}
    return encoded(Record.model_validate(plain | {"at": "2026-11-30T12:00:00Z"} | more), CASE)


def _his_note(number: int, clock: int, text: str) -> bytes:
    return _his(number, clock, op="put", id=f"{BOB}-{number:016x}", content=note(text))


def _begins(case: Path, clock: int = 1) -> Path:
    """Bob's journal, whose id comes before every other."""
    path = notes_of(case) / f"{HIS_JOURNAL}.journal"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(
        _his(1, clock, op="begin", name="Bob", case=CASE) + _his_note(2, clock + 1, "1")
    )
    return path


def _texts(session: Session) -> set[str]:
    return {one.content.text for one in session.annotations.shown if one.content is not None}


def _names(session: Session) -> list[str]:
    return [author.name for author in session.annotations.authors.values()]


# --- what comes --------------------------------------------------------------------------


def test_what_is_added_to_a_journal_that_is_known_comes_by_itself(
    qtbot: QtBot, session: Session, case: Path
) -> None:
    path = _begins(case)
    qtbot.waitUntil(lambda: _texts(session) == {"1"}, timeout=10_000)
    session.annotating.look_at_all()
    with path.open("ab") as file:
        file.write(_his_note(3, 3, "2"))
    qtbot.waitUntil(lambda: _texts(session) == {"1", "2"}, timeout=10_000)
    assert session.annotating.new == {f"{BOB}-{3:016x}"}
    mine = add(session, note("and mine"))
    wait_saved(qtbot, session)
    with path.open("ab") as file:
        file.write(_his_note(4, 4, "3"))
    qtbot.waitUntil(lambda: _texts(session) == {"1", "2", "3", "and mine"}, timeout=10_000)
    assert session.annotations.content(mine) == note("and mine")


def test_a_colleague_s_deck_is_no_news_and_keeps_no_note_from_being_read(
    qtbot: QtBot, session: Session, case: Path
) -> None:
    path = _begins(case)
    scene = kept(Scene(id="x", title=Text("Bob's")), 1)
    ids = [f"{BOB}-{number:016x}" for number in (3, 4)]
    with path.open("ab") as file:
        file.write(_his(3, 3, op="put", id=ids[0], content=scene))
        file.write(_his(4, 4, op="put", id=ids[1], content=scene))
        file.write(_his(5, 5, op="delete", id=ids[1]))
        file.write(_his_note(6, 6, "later"))
    qtbot.waitUntil(lambda: "later" in _texts(session), timeout=10_000)
    notes = {f"{BOB}-{number:016x}" for number in (2, 6)}
    assert session.annotating.new == notes
    session.annotating.look_at_all()
    assert session.annotating.new == frozenset()


def test_what_a_synchronising_program_puts_in_its_place_comes_by_itself(
    qtbot: QtBot, session: Session, case: Path
) -> None:
    path = _begins(case)
    qtbot.waitUntil(lambda: _texts(session) == {"1"}, timeout=10_000)
    raw = path.read_bytes()
    for number, text in enumerate(("2", "3"), 3):  # the second time it is watched anew
        raw += _his_note(number, number, text)
        beside = path.with_name(".beside")
        beside.write_bytes(raw)
        beside.replace(path)
        qtbot.waitUntil(lambda text=text: text in _texts(session), timeout=10_000)  # type: ignore[misc]
    assert _texts(session) == {"1", "2", "3"}


# --- who comes first, and what they are called -------------------------------------------


def test_a_colleague_who_joins_comes_after_all_who_were_there(
    qtbot: QtBot, session: Session, open_session: OpenSession, case: Path, home: Path
) -> None:
    add(session, note("from Ann"))
    wait_saved(qtbot, session)
    session.annotating.finish()
    for name in ("Bob", "Caro", "Dan", "Eve"):
        next(home.rglob("author.json")).unlink()
        other = open_session()
        other.annotating.sign(name)
        add(other, note(f"from {name}"))
        at_once = _names(other)
        wait_saved(qtbot, other)
        assert _names(other) == at_once
        other.annotating.finish()
    names = _names(open_session())
    assert names == ["Ann", "Bob", "Caro", "Dan", "Eve"]


def test_a_new_name_wins_though_this_computer_s_clock_is_low(
    qtbot: QtBot, session: Session, open_session: OpenSession, case: Path
) -> None:
    add(session, note("words"))
    wait_saved(qtbot, session)
    me = session.annotating.me
    assert me is not None
    elsewhere = notes_of(case) / f"{'e' * 16}.journal"
    place = {"journal": "e" * 16, "author": me.id, "at": "2026-11-30T12:00:00Z"}
    begin = {"op": "begin", "number": 1, "clock": 500, "name": "Ann Old", "case": CASE}
    elsewhere.write_bytes(encoded(Record.model_validate(place | begin), CASE))
    qtbot.waitUntil(lambda: _names(session) == ["Ann Old"], timeout=10_000)
    session.annotating.sign("Ann New")
    assert _names(session) == ["Ann New"]
    wait_saved(qtbot, session)
    session.annotating.finish()
    again = open_session()
    assert _names(again) == ["Ann New"]


def test_a_new_name_is_written_and_shown_after_a_restart_without_another_edit(
    qtbot: QtBot, session: Session, open_session: OpenSession
) -> None:
    id_ = add(session, note("words"))
    wait_saved(qtbot, session)
    session.annotating.finish()
    again = open_session()
    again.annotating.sign("Ann Meier")
    assert _names(again) == ["Ann Meier"]
    wait_saved(qtbot, again)
    again.annotating.sign("Ann Meier")  # nothing is new
    assert again.annotating.saving == "saved"
    again.annotating.finish()
    last = open_session()
    assert _names(last) == ["Ann Meier"]
    assert last.annotations.content(id_) == note("words")


def test_a_name_given_before_all_is_read_is_shown_as_soon_as_it_is(
    qtbot: QtBot, session: Session, case: Path
) -> None:
    add(session, note("words"))
    wait_saved(qtbot, session)
    session.annotating.open(open_case(case))
    assert keeping_of(session).read is None
    session.annotating.sign("Ann Meier")
    qtbot.waitUntil(lambda: _names(session) == ["Ann Meier"], timeout=10_000)


def test_who_has_written_nothing_gets_no_journal_by_a_name(session: Session, case: Path) -> None:
    session.annotating.sign("Ann Meier")
    assert session.annotating.settle() == "saved"
    assert not notes_of(case).exists()


def test_a_new_name_on_a_slow_disk_is_shown_at_once(
    qtbot: QtBot, session: Session, open_session: OpenSession, slow_disk: threading.Event
) -> None:
    slow_disk.set()
    add(session, note("words"))
    wait_saved(qtbot, session)
    slow_disk.clear()
    session.annotating.sign("Ann Meier")
    assert _names(session) == ["Ann Meier"]
    assert session.annotating.saving == "saving"
    slow_disk.set()
    session.annotating.finish()
    names = _names(open_session())
    assert names == ["Ann Meier"]


def test_a_name_that_was_changed_elsewhere_is_said_with_the_next_edit(
    qtbot: QtBot, session: Session, open_session: OpenSession
) -> None:
    add(session, note("words"))
    wait_saved(qtbot, session)
    session.annotating.finish()
    session.annotating.sign("Ann Meier")  # no case is open
    again = open_session()
    assert _names(again) == ["Ann"]
    add(again, note("more"))
    wait_saved(qtbot, again)
    assert _names(again) == ["Ann Meier"]


def test_who_has_no_name_takes_nothing_over(open_session: OpenSession, case: Path) -> None:
    session = open_session()
    session.annotating.take_over()
    session.annotating.try_again()
    assert session.annotating.settle() == "saved"
    assert not notes_of(case).exists()


# --- one journal an author and a computer ------------------------------------------------


def test_each_computer_has_its_own_file_and_its_bytes_stay(
    qtbot: QtBot, session: Session, open_session: OpenSession, case: Path, home: Path
) -> None:
    id_ = add(session, note("first"))
    wait_saved(qtbot, session)
    (mine,) = journals_in(notes_of(case))
    raw = mine.read_bytes()
    session.annotating.edit(Edit("Change", {id_: note("second")}))
    session.annotating.undo()
    session.annotating.redo()
    session.annotating.edit(Edit("Delete", {id_: None}))
    wait_saved(qtbot, session)
    assert mine.read_bytes().startswith(raw)
    assert len(mine.read_bytes()) > len(raw)
    raw = mine.read_bytes()
    session.annotating.finish()
    again = open_session()
    add(again, note("after a restart"))
    wait_saved(qtbot, again)
    again.annotating.finish()
    assert journals_in(notes_of(case), home) == [mine]
    assert mine.read_bytes().startswith(raw)
    raw = mine.read_bytes()
    (file,) = home.rglob("author.json")
    file.write_text(json.dumps(json.loads(file.read_text("utf-8")) | {"device": "f" * 16}), "utf-8")
    other = open_session()
    other.annotating.edit(Edit("Change", {id_: note("at another computer")}))
    other.annotating.undo()
    wait_saved(qtbot, other)
    other.annotating.finish()
    assert len(journals_in(notes_of(case), home)) == 2
    assert mine.read_bytes() == raw


def test_a_file_that_was_put_back_gives_no_number_twice(
    qtbot: QtBot, session: Session, open_session: OpenSession, case: Path
) -> None:
    add(session, note("first"))
    wait_saved(qtbot, session)
    (mine,) = journals_in(notes_of(case))
    older = mine.read_bytes()
    second = add(session, note("second"))
    wait_saved(qtbot, session)
    session.annotating.finish()
    mine.rename(mine.with_name(f"{mine.stem} (conflicted copy).journal"))
    mine.write_bytes(older)
    again = open_session()
    third = add(again, note("third"))
    wait_saved(qtbot, again)
    numbers = [
        again.annotating.all.annotations[id_].versions[0].stamp.number for id_ in (second, third)
    ]
    assert numbers == [3, 4]


# --- passing on --------------------------------------------------------------------------


@pytest.mark.skipif(os.name == "nt", reason="permissions of POSIX systems")
@pytest.mark.parametrize(("mask", "expected"), [(0o077, 0o600), (0o022, 0o644)])
def test_an_export_is_for_whom_the_person_s_mask_lets_read(
    qtbot: QtBot, session: Session, tmp_path: Path, mask: int, expected: int
) -> None:
    done: list[object] = []
    path, before = tmp_path / "notes.md", os.umask(mask)
    try:
        write_out(session.annotating, lambda: b"words", path, done.append)
        qtbot.waitUntil(lambda: bool(done), timeout=10_000)
    finally:
        os.umask(before)
    assert (done, path.read_bytes()) == ([None], b"words")
    assert stat.S_IMODE(path.stat().st_mode) == expected


@pytest.fixture(autouse=True)
def looks_often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping_module, "LOOK_MS", 100)
