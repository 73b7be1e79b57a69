"""Folders, drives, clocks and texts that are not as usual: told clearly, nothing lost."""

from __future__ import annotations

import datetime
import random
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tests.making_journals import CASE, a_begin, a_note, text_of_length
from tests.reliability.conftest import IS_ROOT
from tests.reliability.course_of_edits import fault_in, journal_of, make
from tests.reliability.full_disks import small_disk
from viewer.io.annotations.journal_reading import read_journals
from viewer.io.annotations.own_journal import OwnJournal
from viewer.model.annotation_set import NO_ANNOTATIONS

Opened = Callable[[Path], OwnJournal]
Check = Callable[[Path, Opened], str]
MANY = 10_000


def each_place(folder: Path, opened: Opened, rounds: int) -> Iterator[str]:
    """Make the folder of the notes odd in each way in turn while it is written to."""
    # Permissions do not stop root, and nobody else can mount a drive.
    is_read_only = _mounted_read_only if IS_ROOT else _read_only
    yield from _each(
        [_vanished, _deleted, _replaced, _a_file_instead, is_read_only], folder, opened, rounds
    )


def pulled_drives(folder: Path, opened: Opened, rounds: int) -> Iterator[str]:
    """Pull the drive while it is written to."""
    yield from _each([_unplugged], folder, opened, rounds)


def _each(checks: Sequence[Check], folder: Path, opened: Opened, rounds: int) -> Iterator[str]:
    for number in range(rounds):
        for check in checks:
            place = folder / f"{check.__name__}{number}"
            place.mkdir(parents=True)
            try:
                yield check(place, opened)
            except OSError as error:
                yield f"{check.__name__}: {error}"


def _begun(folder: Path, opened: Opened) -> OwnJournal:
    own = opened(folder)
    own.open()
    for number in (1, 2, 3):
        make(own, [number])
    return own


def _is_told(own: OwnJournal, number: int) -> bool:
    """Tell whether the window is told that an edit is not saved."""
    try:
        make(own, [number])
    except OSError:
        return True
    return False


def _vanished(place: Path, opened: Opened) -> str:
    notes, elsewhere = place / "case.notes", place / "elsewhere"
    own = _begun(notes, opened)
    notes.rename(elsewhere)
    if not _is_told(own, 4):
        return "the folder went and nobody was told"
    if notes.exists():
        return "half a folder was made in its place"
    elsewhere.rename(notes)
    make(own, [4])
    return fault_in(notes, {1, 2, 3, 4})


def _deleted(place: Path, opened: Opened) -> str:
    notes = place / "case.notes"
    own = _begun(notes, opened)
    shutil.rmtree(notes)
    is_told = _is_told(own, 4)
    notes.mkdir()
    make(own, [4])
    return fault_in(notes, {1, 2, 3, 4}) if is_told else "the folder went and nobody was told"


def _replaced(place: Path, opened: Opened) -> str:
    notes, older = place / "case.notes", place / "older"
    own = _begun(notes, opened)
    shutil.copytree(notes, older)
    make(own, [4])
    notes.rename(place / "newer")
    older.rename(notes)
    is_told = _is_told(own, 5)
    fault = fault_in(notes, {1, 2, 3, 4} | (set() if is_told else {5}))
    if fault and not is_told:
        return fault
    make(own, [5])
    return fault_in(notes, {1, 2, 3, 4, 5})


def _read_only(place: Path, opened: Opened) -> str:
    notes = place / "case.notes"
    notes.mkdir()
    notes.chmod(0o500)
    try:
        opened(notes).open()
    except OSError:
        return ""
    finally:
        notes.chmod(0o700)
    return "a folder that cannot be written was opened for writing"


def _a_file_instead(place: Path, opened: Opened) -> str:
    notes = place / "case.notes"
    notes.write_text("not a folder")
    try:
        opened(notes).open()
    except OSError:
        return "" if notes.read_text() == "not a folder" else "a file was written over"
    return "a file was taken for a folder"


def _unplugged(place: Path, opened: Opened) -> str:
    """A stick that is pulled while the journal is open: its folder is an empty one from then on."""
    with small_disk(place / "stick", "1m") as stick:
        own = _begun(stick / "case.notes", opened)
        subprocess.run(["umount", "-l", stick], check=True)
        is_told = _is_told(own, 4)
        is_empty = not any(stick.iterdir())
        subprocess.run(["mount", "-t", "tmpfs", "none", stick], check=True)  # for who unmounts
    if not is_empty:
        return "notes were written below the place of the stick"
    return "" if is_told else "the stick went and nobody was told"


def _mounted_read_only(place: Path, opened: Opened) -> str:
    with small_disk(place / "disk", "1m") as disk:
        notes = disk / "case.notes"
        own = _begun(notes, opened)
        own.close()
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        try:
            opened(notes).open()
        except OSError:
            fault = fault_in(notes, {1, 2, 3})
        else:
            fault = "a drive that cannot be written was opened for writing"
        subprocess.run(["mount", "-o", "remount,rw", disk], check=True)
        if fault:
            return fault
        own = opened(notes)
        own.open()
        make(own, [4])
        own.close()
        return fault_in(notes, {1, 2, 3, 4})


# --- clocks, texts and numbers -----------------------------------------------------------


def backward_clocks(folder: Path, rounds: int, *, by_time: bool = False) -> Iterator[str]:
    """Edit a note while the computer's time runs backwards; showing an older one is a fault."""
    rng = random.Random(9)
    for number in range(rounds):
        own = journal_of(folder / f"{number}.notes")
        own.open()
        own.append([a_begin()])
        now = datetime.datetime(2026, 11, 30, tzinfo=datetime.UTC)
        for edit in range(2, 12):
            now += datetime.timedelta(minutes=rng.choice((1, -600)))
            own.append([a_note(edit, f"edit {edit}", id=a_note(2).id, at=now.isoformat())])
        own.close()
        (journal,) = read_journals([own.path.parent], CASE)
        records = [r for r in journal.records if r.op == "put"]
        rng.shuffle(records)
        if by_time:
            content = max(records, key=lambda record: record.at).content
        else:
            content = NO_ANNOTATIONS.adding(records).content(str(a_note(2).id))
        yield "" if content is not None and content.text == "edit 11" else "an older edit is shown"


STRANGE = ("\ud800", "\udfff", "\ud83d", "\u202e", "\u2066", "\ufeff", "\x00", "\r", "\u2028", "é")


def strange_texts(folder: Path, rounds: int, *, is_bare: bool = False) -> Iterator[str]:
    """Keep texts with halves of letters, turned writing and control marks; read them again."""
    rng = random.Random(10)
    own = journal_of(folder / "case.notes")
    own.open()
    own.append([a_begin()])
    for number in range(2, rounds + 2):
        text = "".join(rng.choice((*STRANGE, "a", "低")) for _ in range(rng.randint(1, 40)))
        if is_bare:
            try:
                text.encode("utf-8")
            except UnicodeEncodeError:
                yield "it cannot be written"
                continue
        own.append([a_note(number, text)])
        (journal,) = read_journals([own.path.parent], CASE)
        content = journal.records[-1].content
        whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        is_kept = content is not None and content.text == whole and not journal.problems
        yield "" if is_kept else f"{text!a} came back as {content and content.text!a}"
    own.close()


def many(folder: Path, count: int, *, limit: int | None = None) -> Iterator[str]:
    """Keep many notes, edit one of them; each that is not read again as it was is a fault."""
    rng = random.Random(12)
    own = journal_of(folder / "case.notes")
    own.open()
    notes = [a_note(number, text_of_length(rng, 80)) for number in range(2, count + 2)]
    own.append([a_begin()])
    for start in range(0, count, 500):
        own.append(notes[start : start + 500])
    own.append([a_note(count + 2, "edited", id=notes[0].id)])
    own.close()
    (journal,) = read_journals([own.path.parent], CASE)
    shown = NO_ANNOTATIONS.adding(journal.records[:limit])
    for note in notes:
        content = shown.content(str(note.id))
        expected = "edited" if note is notes[0] else note.content and note.content.text
        yield "" if content is not None and content.text == expected else "a note is lost"


def trusting(folder: Path) -> OwnJournal:
    """Give a journal that must fail: it writes to the file that it has open, wherever that is."""
    return _Trusting(journal_of(folder).path, CASE)


class _Trusting(OwnJournal):
    def _is_as_left(self, fd: int, more: int = 0) -> bool:  # noqa: ARG002
        return True
