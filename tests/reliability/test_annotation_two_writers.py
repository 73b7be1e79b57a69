"""Never two writers to a journal, and nothing lost where one author writes on two computers."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.making_journals import AUTHOR, CASE, JOURNAL, OTHER_JOURNAL, a_begin, a_note, a_record
from tests.reliability.outcome import counted, record
from viewer.io.annotations.journal_reading import read_journals
from viewer.io.annotations.own_journal import OwnJournal
from viewer.io.annotations.places import journal_path
from viewer.io.annotations.writing_lock import HeldError, host_name
from viewer.model.annotation_record import Record
from viewer.model.annotation_set import NO_ANNOTATIONS

if os.name == "nt":
    pytest.skip("processes are forked", allow_module_level=True)

from tests.reliability.racing import races


def test_one_of_several_windows_writes(tmp_path: Path) -> None:
    outcome = counted(races(tmp_path, 8))
    assert (outcome.tried, outcome.failed, outcome.first) == (8, 0, "")


@pytest.mark.reliability
def test_one_of_several_windows_writes_in_two_hundred_races(tmp_path: Path) -> None:
    outcome = counted(races(tmp_path / "ours", 200))
    control = counted(races(tmp_path / "trusting", 20, is_trusting=True))
    record("two or three windows, never two writers to a journal", outcome, control)


def _other_computers(folder: Path, rounds: int, *, is_forced: bool = False) -> Iterator[str]:
    """Find a lock with another computer's name; passing it over unasked is a fault."""
    for number in range(rounds):
        path = journal_path(folder / f"{number}.notes", JOURNAL)
        path.parent.mkdir(parents=True)
        path.with_name(path.name + ".lock").write_text(f'{{"host": "ward-{number}", "pid": 1}}')
        own = OwnJournal(path, CASE)
        try:
            own.open(is_forced=is_forced)
        except HeldError as error:
            named = error.holder.host if error.holder is not None else ""
        else:
            named = ""
        own.close()
        if named != f"ward-{number}":
            yield "another computer was passed over"
            continue
        own.open(is_forced=True)
        is_ours = host_name() in path.with_name(path.name + ".lock").read_text()
        own.close()
        yield "" if is_ours else "it could not be taken over"


@pytest.mark.parametrize("rounds", [3, pytest.param(50, marks=pytest.mark.reliability)])
def test_another_computer_is_named_and_not_ignored(tmp_path: Path, rounds: int) -> None:
    outcome = counted(_other_computers(tmp_path / "ours", rounds))
    control = counted(_other_computers(tmp_path / "forced", 3, is_forced=True))
    assert (outcome.failed, control.failed) == (0, 3)
    if rounds > 3:
        record("another computer that holds a journal is named, not ignored", outcome, control)


# --- one author, two computers -----------------------------------------------------------


def _two_computers(folder: Path, rng: random.Random, *, shares_a_journal: bool) -> str:
    """Edit on two computers that synchronise now and then; tell what is lost or differs."""
    journals = (JOURNAL, JOURNAL if shares_a_journal else OTHER_JOURNAL)
    sides = [folder / "ward.notes", folder / "home.notes"]
    own = [OwnJournal(journal_path(s, j), CASE) for s, j in zip(sides, journals, strict=True)]
    made: list[Record] = []
    numbers = [1, 1]
    for one, journal in zip(own, journals, strict=True):
        one.open()
        made.append(a_begin(journal=journal))
        one.append([made[-1]])
    for step in range(30):
        side = rng.randrange(2)
        numbers[side] += 1
        known = NO_ANNOTATIONS.adding(_records(sides[side]))
        edit = _an_edit(journals[side], numbers[side], known.clock + 1, rng, step)
        own[side].append([edit])
        made.append(edit)
        if rng.random() < 0.3:
            _synchronise(sides, own)
    _synchronise(sides, own)
    for one in own:
        one.close()
    return _difference(sides, made, rng)


def _an_edit(journal: str, number: int, clock: int, rng: random.Random, step: int) -> Record:
    more = {"journal": journal, "clock": clock}
    id_ = f"{AUTHOR}-{rng.randrange(8):016x}"
    if rng.random() < 0.2:
        return a_record(number, op="delete", id=id_, **more)
    return a_note(number, f"step {step}", id=id_, **more)


def _synchronise(sides: list[Path], own: list[OwnJournal]) -> None:
    """Copy each computer's journal to the other one, as a synchronised folder does."""
    for here, there, one in zip(sides, reversed(sides), own, strict=True):
        shutil.copy(here / one.path.name, there / one.path.name)


def _records(folder: Path) -> list[Record]:
    return [record for journal in read_journals([folder], CASE) for record in journal.records]


def _difference(sides: list[Path], made: list[Record], rng: random.Random) -> str:
    shown = []
    for side in sides:
        records = _records(side)
        if any(record not in records for record in made):
            return "an edit is lost"
        for _ in range(3):
            rng.shuffle(records)
            shown.append(NO_ANNOTATIONS.adding(records))
    alike = all(one == shown[0] and [*one.annotations] == [*shown[0].annotations] for one in shown)
    return "" if alike else "what is shown depends on the order"


def _on_two_computers(
    folder: Path, rounds: int, *, shares_a_journal: bool = False
) -> Iterator[str]:
    rng = random.Random(6)
    for number in range(rounds):
        place = folder / str(number)
        place.mkdir(parents=True)
        yield _two_computers(place, rng, shares_a_journal=shares_a_journal)


@pytest.mark.parametrize("rounds", [3, pytest.param(100, marks=pytest.mark.reliability)])
def test_one_author_on_two_computers_loses_nothing(scratch: Path, rounds: int) -> None:
    outcome = counted(_on_two_computers(scratch / "ours", rounds))
    assert (outcome.failed, outcome.first) == (0, "")
    control = counted(_on_two_computers(scratch / "one", 10, shares_a_journal=True))
    assert control.failed > 0
    if rounds > 3:
        record("one author on two synchronised computers loses nothing", outcome, control)
