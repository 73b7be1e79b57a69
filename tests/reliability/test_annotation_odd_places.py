"""Odd folders, drives, clocks and texts: told clearly, nothing lost."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.reliability.conftest import IS_ROOT
from tests.reliability.outcome import MOUNTS, Outcome, counted, record

if os.name == "nt":
    pytest.skip("drives of POSIX systems", allow_module_level=True)

from tests.reliability import odd_places
from tests.reliability.course_of_edits import journal_of

needs_root = pytest.mark.skipif(not IS_ROOT, reason=MOUNTS)


def _whole(outcome: Outcome) -> bool:
    return outcome.tried > 0 and (outcome.failed, outcome.first) == (0, "")


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path]:
    for name in ("ours", "control"):
        (tmp_path / name).mkdir()
    return tmp_path / "ours", tmp_path / "control"


def test_an_odd_folder_is_told_of(tmp_path: Path) -> None:
    assert _whole(counted(odd_places.each_place(tmp_path, journal_of, 1)))


@needs_root
def test_a_drive_that_is_pulled_is_told_of(tmp_path: Path) -> None:
    assert _whole(counted(odd_places.pulled_drives(tmp_path, journal_of, 1)))


def test_a_clock_that_goes_backwards_changes_nothing(tmp_path: Path) -> None:
    assert _whole(counted(odd_places.backward_clocks(tmp_path, 2)))


def test_strange_texts_are_kept(tmp_path: Path) -> None:
    assert _whole(counted(odd_places.strange_texts(tmp_path, 20)))


def test_many_notes_are_kept(tmp_path: Path) -> None:
    assert _whole(counted(odd_places.many(tmp_path, 1000)))


@pytest.mark.reliability
def test_odd_folders_are_told_of_over_and_over(two: tuple[Path, Path]) -> None:
    outcome = counted(odd_places.each_place(two[0], journal_of, 20))
    control = counted(odd_places.each_place(two[1], odd_places.trusting, 1))
    record("a read-only or vanished folder is told of", outcome, control)


@pytest.mark.reliability
@needs_root
def test_drives_are_pulled_over_and_over(two: tuple[Path, Path]) -> None:
    outcome = counted(odd_places.pulled_drives(two[0], journal_of, 20))
    control = counted(odd_places.pulled_drives(two[1], odd_places.trusting, 1))
    record("a drive that is pulled is told of", outcome, control)


@pytest.mark.reliability
def test_clocks_go_backwards_over_and_over(two: tuple[Path, Path]) -> None:
    outcome = counted(odd_places.backward_clocks(two[0], 100))
    control = counted(odd_places.backward_clocks(two[1], 10, by_time=True))
    record("a clock that goes backwards changes nothing", outcome, control)


@pytest.mark.reliability
def test_strange_texts_are_kept_over_and_over(two: tuple[Path, Path]) -> None:
    outcome = counted(odd_places.strange_texts(two[0], 300))
    control = counted(odd_places.strange_texts(two[1], 20, is_bare=True))
    record("a lone surrogate or a bidi override costs no note", outcome, control)


@pytest.mark.reliability
def test_ten_thousand_notes_are_kept(two: tuple[Path, Path]) -> None:
    outcome = counted(odd_places.many(two[0], odd_places.MANY))
    control = counted(odd_places.many(two[1], 300, limit=200))
    record("10,000 annotations are all there", outcome, control)
