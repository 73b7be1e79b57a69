"""Whatever call of the system fails, an edit is saved, or the window says that it is not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.reliability.conftest import IS_ROOT
from tests.reliability.outcome import MOUNTS, Outcome, counted, record

if os.name == "nt":
    pytest.skip("calls of POSIX systems", allow_module_level=True)

from tests.reliability.full_disks import full_disk, short_writes
from tests.reliability.injecting import MUST_BE_TOLD, Careless, each_fault

needs_root = pytest.mark.skipif(not IS_ROOT, reason=MOUNTS)


def test_a_fault_of_a_call_is_told_and_the_next_try_saves(strace: str, tmp_path: Path) -> None:
    calls = ("write", "fdatasync", "fsync", "rename")
    for lasts in (False, True):
        outcome = counted(each_fault(strace, tmp_path, calls, ("EIO",), every=15, lasts=lasts))
        assert outcome.tried >= len(calls)
        assert (outcome.failed, outcome.first) == (0, "")


@pytest.mark.reliability
def test_each_call_of_the_system_fails_in_turn(strace: str, tmp_path: Path) -> None:
    (tmp_path / "ours").mkdir()
    (tmp_path / "careless").mkdir()
    outcome = counted(each_fault(strace, tmp_path / "ours"))
    control = counted(
        each_fault(
            strace, tmp_path / "careless", tuple(sorted(MUST_BE_TOLD)), ("EIO",), is_careless=True
        )
    )
    lasting = counted(each_fault(strace, tmp_path / "ours", lasts=True))
    outcome = Outcome(
        outcome.tried + lasting.tried,
        outcome.failed + lasting.failed,
        outcome.first or lasting.first,
    )
    record("a failed write, open, sync, unlink … is told or harmless", outcome, control)


def test_a_line_that_is_written_in_part_is_told_and_written_again(tmp_path: Path) -> None:
    outcome = counted(short_writes(tmp_path / "case.notes", 20))
    assert outcome.tried > 20
    assert (outcome.failed, outcome.first) == (0, "")


@pytest.mark.reliability
def test_lines_are_written_in_part_over_and_over(tmp_path: Path) -> None:
    outcome = counted(short_writes(tmp_path / "ours", 400))
    control = counted(short_writes(tmp_path / "careless", 50, Careless))
    record("a short write is told or harmless", outcome, control)


@needs_root
def test_a_full_disk_is_told_and_loses_nothing(tmp_path: Path) -> None:
    outcome = counted(full_disk(tmp_path / "disk", 2))
    assert outcome.tried > 4
    assert (outcome.failed, outcome.first) == (0, "")


@pytest.mark.reliability
@needs_root
def test_a_disk_of_256_kb_gets_full_over_and_over(tmp_path: Path) -> None:
    outcome = counted(full_disk(tmp_path / "ours", 40))
    control = counted(full_disk(tmp_path / "careless", 3, Careless))
    record("a full disk of 256 KB is told and loses nothing", outcome, control)
