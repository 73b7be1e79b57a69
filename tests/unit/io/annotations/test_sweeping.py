"""What was removed for good goes from every journal of its author that can be written now."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from tests.making_journals import (
    AUTHOR,
    CASE,
    JOURNAL,
    OTHER_AUTHOR,
    OTHER_JOURNAL,
    a_begin,
    a_note,
    a_record,
    a_tombstone,
    annotation_id,
    opened,
)
from viewer.io.annotations.drafts import Draft, Drafts
from viewer.io.annotations.journal_reading import read_journals
from viewer.io.annotations.lines import encoded
from viewer.io.annotations.own_journal import OwnJournal
from viewer.io.annotations.places import journal_path
from viewer.io.annotations.sweeping import Sweep
from viewer.io.annotations.writing_lock import WritingLock
from viewer.model import annotation_texts
from viewer.model.problem import Problem

SECRET = "names somebody who must not be named"
IMPORTED = f"{JOURNAL}-{'5' * 16}"


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """The folder beside the case, and one of the person's own."""
    found = tmp_path / "case.notes", tmp_path / "home" / "case-1"
    for folder in found:
        folder.mkdir(parents=True)
    return found


def _write(folder: Path, journal: str = JOURNAL, **more: object) -> Path:
    """A journal of the author whose second record is the secret."""
    secret = a_note(2, SECRET, id=annotation_id(1), **more)
    lines = [a_begin(**more), secret, a_note(3, **more)]
    path = journal_path(folder, journal)
    path.write_bytes(b"".join(encoded(line, CASE) for line in lines))
    return path


def _clean(folders: tuple[Path, ...], own: OwnJournal | None = None) -> tuple[Problem, ...]:
    sweep = Sweep(folders, CASE, AUTHOR, frozenset([annotation_id(1)]))
    return sweep.clean(sweep.words(), own)


def _holding(*folders: Path) -> set[Path]:
    files = {file for folder in folders for file in folder.rglob("*") if file.is_file()}
    return {file for file in files if SECRET.encode() in file.read_bytes()}


def test_every_journal_of_the_author_is_swept_in_every_folder(folders: tuple[Path, Path]) -> None:
    paths = [_write(folder, name) for folder in folders for name in (OTHER_JOURNAL, IMPORTED)]
    assert _clean(folders) == ()
    assert _holding(*folders) == set()
    for path in paths:
        (journal,) = read_journals([path.parent], CASE)[:1]
        assert [record.number for record in journal.records] == [1, 2, 3]
        assert not WritingLock(path).is_held


def test_the_one_that_is_written_here_is_swept_too_and_goes_on(folders: tuple[Path, Path]) -> None:
    _write(folders[0])
    own = opened(folders[0])
    assert _clean(folders, own) == ()
    own.append([a_note(4)])
    own.close()
    assert _holding(*folders) == set()
    (journal,) = read_journals([folders[0]], CASE)
    assert [record.number for record in journal.records] == [1, 2, 3, 4]
    assert journal.problems == ()


def test_of_others_and_of_what_holds_nothing_no_byte_is_changed(folders: tuple[Path, Path]) -> None:
    theirs = _write(folders[0], author=OTHER_AUTHOR)
    mine = journal_path(folders[0], OTHER_JOURNAL)
    mine.write_bytes(encoded(a_begin(), CASE) + encoded(a_tombstone(2, 1), CASE))
    before = {path: (path.read_bytes(), path.stat().st_ino) for path in (theirs, mine)}
    assert _clean(folders) == ()
    assert {path: (path.read_bytes(), path.stat().st_ino) for path in before} == before
    assert sorted(folders[0].iterdir()) == sorted(before)  # no lock either


def test_where_another_window_writes_it_is_told(folders: tuple[Path, Path]) -> None:
    path = _write(folders[0])
    other = opened(folders[0])
    (problem,) = _clean(folders)
    other.close()
    assert problem.message == annotation_texts.STILL_WRITTEN
    assert (problem.values["path"], str(os.getpid()) in problem.values["holder"]) == (
        str(path),
        True,
    )
    assert _holding(*folders) == {path}
    assert _clean(folders) == ()


def test_where_another_computer_may_write_it_is_told_by_name(folders: tuple[Path, Path]) -> None:
    path = _write(folders[0])
    path.with_name(path.name + ".lock").write_text('{"host": "ward-7", "pid": 1}')
    (problem,) = _clean(folders)
    assert problem.values["holder"] == "ward-7, 1"
    assert "ward-7, 1" in str(problem)


def test_a_window_that_does_not_say_its_name_is_told_of(
    folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _write(folders[0])
    other = opened(folders[0])
    path.with_name(path.name + ".lock").write_text("")
    (problem,) = _clean(folders)
    other.close()
    assert problem.values["holder"] == "?"


@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)), OSError("no")])
def test_a_file_that_cannot_be_written_is_told_and_the_others_are_swept(
    folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, error: OSError
) -> None:
    first, second = _write(folders[0]), _write(folders[1])
    really = Path.replace

    def replace(path: Path, target: Path) -> Path:
        if target == first:
            raise error
        return really(path, target)

    with monkeypatch.context() as context:
        context.setattr(Path, "replace", replace)
        (problem,) = _clean(folders)
    assert problem.message == annotation_texts.STILL_THERE
    assert problem.values == {"path": str(first), "reason": error.strerror or "no"}
    assert _holding(*folders) == {first}
    assert second.exists()
    assert _clean(folders) == ()


def test_what_dead_writers_left_unfinished_goes(folders: tuple[Path, Path]) -> None:
    path = _write(folders[0])
    whole = path.read_bytes()
    path.write_bytes(encoded(a_begin(), CASE))
    path.with_name(f".{path.name}.99-1.new").write_bytes(whole)
    journal_path(folders[1], JOURNAL).with_name(f".{IMPORTED}.journal.7-7.new").write_bytes(whole)
    assert _clean(folders) == ()
    assert _holding(*folders) == set()


def test_drafts_of_it_go_and_others_stay(folders: tuple[Path, Path]) -> None:
    content = a_note(1, SECRET).content
    assert content is not None
    drafts = Drafts(folders[1], CASE)
    for number in (1, 2):
        drafts.keep(Draft(annotation_id(number), content, "2026-11-30T14:03:12Z"))
    assert _clean(folders) == ()
    assert [draft.id for draft in drafts.all()] == [annotation_id(2)]


def test_a_draft_that_cannot_be_removed_is_told(folders: tuple[Path, Path]) -> None:
    (folders[1] / "drafts" / f"{annotation_id(1)}.json").mkdir(parents=True)
    (problem,) = _clean(folders)
    assert problem.values["path"] == str(folders[1])


def test_what_cannot_be_read_is_passed_over(folders: tuple[Path, Path], tmp_path: Path) -> None:
    journal_path(folders[0], JOURNAL).mkdir()
    in_the_way = tmp_path / "file"
    in_the_way.touch()
    assert _clean((folders[0], in_the_way, tmp_path / "none")) == ()


def test_words_of_one_journal_are_found_in_the_damage_of_another(
    folders: tuple[Path, Path],
) -> None:
    _write(folders[0])
    damaged = journal_path(folders[1], OTHER_JOURNAL)
    line = encoded(a_record(2, op="delete", id=annotation_id(7)), CASE)
    damaged.write_bytes(line + b"??" + SECRET.encode() + b"??\n")
    assert _clean(folders) == ()
    assert damaged.read_bytes() == line
