"""Disks that take a part of a line, or nothing any more."""

from __future__ import annotations

import contextlib
import random
import resource
import subprocess
from collections.abc import Iterator
from pathlib import Path

from tests.reliability.course_of_edits import fault_in, is_purge, journal_of, make, steps
from viewer.io.annotations.own_journal import OwnJournal


@contextlib.contextmanager
def files_no_longer_than(size: int) -> Iterator[None]:
    """Let the system write files up to a length alone: what goes beyond is written in part."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def short_writes(
    folder: Path, rounds: int, journal: type[OwnJournal] = OwnJournal
) -> Iterator[str]:
    """Let each step be written in part first; tell what is lost of what was called saved."""
    rng = random.Random(11)
    own = journal(journal_of(folder).path, "case")
    own.open()
    saved = set[int]()
    for number, step in enumerate(steps(1, rounds * 4, rng)):
        if number == rounds:
            break
        size = own.path.stat().st_size if own.path.exists() else 0
        room = 40 if is_purge(step[0]) else size + rng.randint(0, 300)
        try:
            with files_no_longer_than(room):
                make(own, step)
        except OSError:
            yield fault_in(folder, saved)
            make(own, step)
        saved |= set(step)
        yield fault_in(folder, saved)
    own.close()


@contextlib.contextmanager
def small_disk(folder: Path, size: str) -> Iterator[Path]:
    """A disk in memory of a size such as "256k"; only root can have one."""
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "none", folder], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", folder], check=True)


def full_disk(folder: Path, fillers: int, journal: type[OwnJournal] = OwnJournal) -> Iterator[str]:
    """Fill a disk, make room, fill it again; tell what is lost of what was called saved."""
    with small_disk(folder, "256k") as disk:
        notes = disk / "case.notes"
        own = journal(journal_of(notes).path, "case")
        for number in range(fillers):
            (disk / f"filler{number}").write_bytes(b"x" * (160_000 // fillers))
        own.open()
        saved, faults = set[int](), 0
        for step in steps(1, 2_000, random.Random(3)):
            try:
                make(own, step)
            except OSError:
                yield fault_in(notes, saved)
                if is_purge(step[0]):
                    continue  # it wants room for a whole journal, long before the disk is full
                faults += 1
                if faults > fillers:
                    break
                (disk / f"filler{faults - 1}").unlink()
                make(own, step)
            saved |= set(step)
        yield fault_in(notes, saved)
        own.close()
        yield "" if faults > fillers else "the disk was never full"
