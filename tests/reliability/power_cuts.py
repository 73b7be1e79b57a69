"""Power cuts at every moment of a writer's work, and what is there afterwards."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.reliability.course_of_edits import fault_in, journal_of, make, numbers_in
from tests.reliability.disk import Disk, Folder, put_down
from tests.reliability.system_calls import Call, calls_of

NOTES = "case.notes"
WRITER = "tests.reliability.power_writer"
AFTERWARDS = 100_001
"""The edit that is made after the recovery."""


def watched_writer(strace: str, folder: Path, last: int, seed: int = 3) -> list[Call]:
    """Give the calls of a writer of edits beside a case in a folder."""
    log = folder.with_name("calls")
    folder.mkdir()
    return calls_of(strace, log, WRITER, folder / NOTES, str(last), str(seed))


def cuts(
    calls: Sequence[Call],
    folder: Path,
    scratch: Path,
    states: int,
    *,
    obeys_syncs: bool = True,
    seed: int = 7,
) -> Iterator[str]:
    """Cut the power at moments all over the work of a writer below a folder; tell what is lost."""
    rng = random.Random(seed)
    disk = Disk(folder, obeys_syncs=obeys_syncs)
    ours = [at for at, call in enumerate(calls) if _is_ours(call, folder)]
    moments = sorted(rng.choices(range(ours[0], len(calls)), k=states))
    saved, done = set[int](), 0
    for moment in moments:
        for call in calls[done:moment]:
            disk.take(call)
            saved |= _said_to_be_saved(call)
        done = max(done, moment)
        for state in disk.states(rng, 1):
            yield fault_after(state, scratch / "recovered", saved)


def fault_after(state: Folder, place: Path, saved: set[int]) -> str:
    """Recover from a state and go on; tell what was called saved and is not there."""
    shutil.rmtree(place, ignore_errors=True)
    put_down(state, place)
    notes = place / NOTES
    fault = fault_in(notes, saved)
    if fault:
        return fault
    found = numbers_in(notes)
    own = journal_of(notes)
    own.open()
    make(own, [AFTERWARDS])
    own.close()
    unfinished = [path.name for path in notes.iterdir() if path.name.endswith(".new")]
    if unfinished:
        return f"left behind: {unfinished[0]}"
    return fault_in(notes, found | {AFTERWARDS})


def _is_ours(call: Call, folder: Path) -> bool:
    return any(isinstance(a, bytes) and bytes(folder) in a for a in call.arguments)


def _said_to_be_saved(call: Call) -> set[int]:
    if call.name != "write" or call.arguments[0] != "1":
        return set()
    said = call.arguments[1]
    assert isinstance(said, bytes)
    return {int(number) for number in said.removeprefix(b"saved ").split()}
