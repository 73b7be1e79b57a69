"""A window that edits without a pause, and what is there after it was killed."""

from __future__ import annotations

import os
import random
import struct
import time
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path

from tests.reliability.course_of_edits import fault_in, journal_of, make, numbers_in, steps
from tests.reliability.forking import forks

LONGEST_S = 0.025
KILLS_A_JOURNAL = 20
NUMBER = struct.Struct("<q")


def edit_until_killed(folder: Path, told: Connection, is_hasty: bool, seed: int) -> None:
    """Make edits one after the other and acknowledge each; a hasty one acknowledges first."""
    own = journal_of(folder)
    held = own.open()
    first = max((record.number for record in held.records), default=0) + 1
    for step in steps(first, first + 100_000, random.Random(seed)):
        if is_hasty:
            _tell(told, step)
        make(own, step)
        if not is_hasty:
            _tell(told, step)


def _tell(told: Connection, step: list[int]) -> None:
    os.write(told.fileno(), b"".join(NUMBER.pack(number) for number in step))


def kills(folder: Path, rounds: int, *, is_hasty: bool = False, seed: int = 1) -> Iterator[str]:
    """Kill a writer at a random moment, over and over; what is lost is told."""
    rng = random.Random(seed)
    folder.mkdir(exist_ok=True)
    acknowledged: set[int] = set()
    for number in range(rounds):
        notes = folder / f"{number // KILLS_A_JOURNAL}.notes"
        if number % KILLS_A_JOURNAL == 0:
            acknowledged = set()
        acknowledged |= _killed(notes, rng, is_hasty=is_hasty)
        yield fault_in(notes, acknowledged)
        # What was not called saved may be there; then it stays.
        acknowledged = numbers_in(notes)


def _killed(notes: Path, rng: random.Random, *, is_hasty: bool) -> set[int]:
    hears, told = forks().Pipe(duplex=False)
    arguments = (notes, told, is_hasty, rng.randrange(1 << 30))
    writer = forks().Process(target=edit_until_killed, args=arguments, daemon=True)
    writer.start()
    told.close()
    first = os.read(hears.fileno(), NUMBER.size)
    # The moment is the question here, so that nothing can be waited for but time.
    until = time.perf_counter() + rng.random() * LONGEST_S
    while time.perf_counter() < until:
        pass
    writer.kill()
    writer.join()
    rest = b""
    while part := os.read(hears.fileno(), 1 << 16):
        rest += part
    hears.close()
    writer.close()
    return {number for (number,) in NUMBER.iter_unpack(first + rest)}
