"""Reading journals: nothing whole is passed over, nothing damaged goes untold."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path
from typing import Any

import pytest

from tests.making_journals import AUTHOR, CASE, JOURNAL, a_begin, a_note, a_record
from viewer.io.annotations import journal_reading
from viewer.io.annotations.journal_reading import parsed_journal, read_journal, read_journals
from viewer.io.annotations.lines import checksum, encoded
from viewer.model import annotation_texts, problem_texts

PATH = Path(f"{JOURNAL}.journal")


def _raw(count: int = 3) -> bytes:
    records = [a_begin(), *(a_note(number) for number in range(2, count + 1))]
    return b"".join(encoded(record, CASE) for record in records)


def _sealed(body: bytes) -> bytes:
    return f"{checksum(body)} ".encode() + body + b"\n"


def _shape(kind: str, count: int) -> dict[str, Any]:
    return {"kind": kind, "points": [[float(n), 0.0] for n in range(count)]}


def test_a_whole_journal_has_no_problems(tmp_path: Path) -> None:
    path = tmp_path / PATH
    path.write_bytes(_raw())
    journal = read_journal(path, CASE)
    assert [record.number for record in journal.records] == [1, 2, 3]
    assert (journal.problems, journal.damaged, journal.is_torn) == ((), (), False)
    assert journal.begin is not None
    assert journal.begin.author == AUTHOR


def test_an_empty_journal_holds_nothing() -> None:
    journal = parsed_journal(PATH, b"", CASE)
    assert (journal.records, journal.begin, journal.is_torn, journal.problems) == ((), None, 0, ())


def test_damage_names_its_line_and_its_length() -> None:
    lines = _raw(6).splitlines(keepends=True)
    lines[1] = b"?" + lines[1][1:]
    lines[4] = b"?" + lines[4][1:]
    journal = parsed_journal(PATH, b"".join(lines), CASE)
    assert [record.number for record in journal.records] == [1, 3, 4, 6]
    assert [problem.line for problem in journal.problems] == [2, 5]
    assert {problem.message for problem in journal.problems} == {annotation_texts.LINE_DAMAGED}
    assert journal.problems[0].values == {"count": str(len(lines[1]) - 1)}
    assert journal.damaged == (lines[1][:-1], lines[4][:-1])


def test_a_torn_tail_is_told_as_one() -> None:
    journal = parsed_journal(PATH, _raw()[:-20], CASE)
    assert [record.number for record in journal.records] == [1, 2]
    assert journal.is_torn
    (problem,) = journal.problems
    assert (problem.severity, problem.message) == ("warning", annotation_texts.TAIL_TORN)


def test_a_last_line_without_its_end_is_whole() -> None:
    journal = parsed_journal(PATH, _raw()[:-1], CASE)
    assert [record.number for record in journal.records] == [1, 2, 3]
    assert (journal.is_torn, journal.problems) == (True, ())


def test_damage_in_a_row_is_told_of_once() -> None:
    raw = _raw() + b"x\n\ny\nz\n" + encoded(a_note(4), CASE) + b"w\n"
    journal = parsed_journal(PATH, raw, CASE)
    assert journal.damaged == (b"x\n\ny\nz", b"w")
    assert len(journal.problems) == 2


def test_damage_that_was_told_of_is_passed_over() -> None:
    raw = _raw() + b"x\ny\n"
    (damaged,) = parsed_journal(PATH, raw, CASE).damaged
    aside = encoded(a_record(4, op="aside", aside=checksum(damaged)), CASE)
    again = parsed_journal(PATH, raw + aside, CASE)
    assert (again.damaged, again.problems) == ((), ())
    assert len(again.records) == 4


def test_a_file_of_zeros_is_one_problem() -> None:
    journal = parsed_journal(PATH, b"\0" * 100_000, CASE)
    assert (len(journal.problems), len(journal.damaged), journal.begin) == (1, 1, None)


def test_a_large_file_of_nothing_we_know_is_gone_through_quickly() -> None:
    raw = os.urandom(4_000_000)
    begun = time.process_time()
    journal = parsed_journal(PATH, raw, CASE)
    assert len(journal.problems) == 1
    assert time.process_time() - begun < 5


def test_a_whole_line_that_is_no_record_is_told_of() -> None:
    raw = _raw() + _sealed(b"[1]") + _sealed(b'{"op":"dance"}') + _sealed(b"{")
    journal = parsed_journal(PATH, raw, CASE)
    assert len(journal.records) == 3
    assert [p.message for p in journal.problems] == [annotation_texts.RECORD_UNKNOWN] * 3


def test_notes_on_another_case_are_not_shown() -> None:
    raw = encoded(a_begin(case="another"), "another") + encoded(a_note(2), "another")
    journal = parsed_journal(PATH, raw[:-1], CASE)
    assert (journal.records, journal.is_torn) == ((), True)
    (problem,) = journal.problems
    assert problem.message == annotation_texts.OTHER_CASE
    assert problem.values["case"] == "another"


def test_a_journal_whose_beginning_is_lost_is_read() -> None:
    raw = b"".join(_raw().splitlines(keepends=True)[1:])
    journal = parsed_journal(PATH, raw, CASE)
    assert ([record.number for record in journal.records], journal.begin) == ([2, 3], None)


def test_folders_that_are_not_there_hold_none(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    assert read_journals([tmp_path / "none", file, tmp_path], CASE) == ()


def test_only_journals_are_read(tmp_path: Path) -> None:
    (tmp_path / PATH).write_bytes(_raw())
    for name in (f"._{PATH}", f".{PATH}", f"{PATH}.lock", f".{PATH}.12-3.new", "notes.md"):
        (tmp_path / name).write_bytes(b"\0" * 4096)
    (journal,) = read_journals([tmp_path], CASE)
    assert (journal.path.name, journal.problems) == (str(PATH), ())


def test_copies_that_synchronising_makes_are_read(tmp_path: Path) -> None:
    for name in (f"{JOURNAL} (conflicted copy).journal", f"{JOURNAL}.sync-conflict-1.journal"):
        (tmp_path / name).write_bytes(_raw())
    assert [len(journal.records) for journal in read_journals([tmp_path], CASE)] == [3, 3]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a system without named pipes")
def test_a_pipe_a_folder_and_a_link_to_nothing_are_told_of_and_not_waited_for(
    tmp_path: Path,
) -> None:
    os.mkfifo(tmp_path / "a.journal")
    (tmp_path / "b.journal").mkdir()
    (tmp_path / "c.journal").symlink_to(tmp_path / "none")
    messages = [journal.problems[0].message for journal in read_journals([tmp_path], CASE)]
    texts = problem_texts
    assert messages == [texts.IS_PIPE, texts.IS_FOLDER, texts.NOT_FOUND]


def test_a_journal_beyond_the_limit_is_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal_reading, "JOURNAL_LIMIT", 100)
    (tmp_path / PATH).write_bytes(_raw())
    (journal,) = read_journals([tmp_path], CASE)
    assert journal.problems[0].message == problem_texts.FILE_TOO_LARGE


def test_more_journals_than_are_read_are_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal_reading, "MOST_JOURNALS", 2)
    for number in range(3):
        (tmp_path / f"{number}.journal").write_bytes(_raw())
    *journals, rest = read_journals([tmp_path], CASE)
    assert [len(journal.records) for journal in journals] == [3, 3]
    assert rest.problems[0].message == annotation_texts.TOO_MANY_JOURNALS
    assert rest.problems[0].values["count"] == "3"


def test_a_folder_that_cannot_be_listed_is_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A link to itself: listing it fails in the system, for whoever asks.
    folder = tmp_path / "case.notes"
    folder.symlink_to(folder)
    (journal,) = read_journals([folder], CASE)
    assert journal.problems[0].message == annotation_texts.NOTES_UNREADABLE
    assert journal.problems[0].values["path"] == str(folder)


@pytest.mark.parametrize(
    "selector",
    [
        {"type": "dayline:Image", "study": "ct"},
        {"type": "dayline:Image", "study": "ct", "picture": "a", "shape": {"kind": "star"}},
        {"type": "dayline:Image", "study": "ct", "picture": "a", "shape": _shape("line", 3)},
        {"type": "dayline:Slide", "report": "r", "slide": "a", "shape": _shape("polygon", 501)},
        {"type": "dayline:Slide", "report": "r r", "slide": "a"},
        {"type": "dayline:Image", "study": "ct", "picture": "a", "refinedBy": {"type": "Star"}},
    ],
)
def test_a_shape_that_is_none_is_told_of_and_costs_only_its_own_record(selector: Any) -> None:
    lines = _raw().splitlines(keepends=True)
    record = json.loads(lines[1][17:])
    record["annotation"]["target"]["selector"] = selector
    raw = lines[0] + _sealed(json.dumps(record).encode()) + lines[2]
    journal = parsed_journal(PATH, raw, CASE)
    assert [one.number for one in journal.records] == [1, 3]
    assert [p.message for p in journal.problems] == [annotation_texts.RECORD_UNKNOWN]
