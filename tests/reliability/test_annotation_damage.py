"""Damage stays local: what is whole is read, what is not is told of and never deleted."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reliability import damaging
from tests.reliability.outcome import Outcome, counted, record


def _whole(outcome: Outcome) -> bool:
    return outcome.tried > 0 and (outcome.failed, outcome.first) == (0, "")


def test_a_destroyed_sector_costs_three_notes_at_most() -> None:
    assert damaging.read(damaging.journal()) == (damaging.originals(), False)
    assert _whole(counted(damaging.sectors(damaging.journal(), damaging.read, 20)))


def test_a_flipped_bit_is_noticed() -> None:
    assert _whole(counted(damaging.flips(damaging.journal(), damaging.read, 20)))


def test_a_cut_costs_the_tail_alone() -> None:
    assert _whole(counted(damaging.cuts(damaging.journal(), damaging.read, 20)))


def test_what_is_damaged_is_not_deleted(tmp_path: Path) -> None:
    assert _whole(counted(damaging.deletions(tmp_path, 10)))


@pytest.mark.reliability
def test_a_destroyed_sector_costs_three_notes_at_most_anywhere() -> None:
    outcome = counted(damaging.sectors(damaging.journal(), damaging.read, 1000))
    control = counted(damaging.sectors(damaging.one_piece(), damaging.read_one_piece, 50))
    record("a destroyed sector costs at most 3 of 1,000 notes", outcome, control)


@pytest.mark.reliability
def test_no_flipped_bit_goes_unnoticed() -> None:
    outcome = counted(damaging.flips(damaging.journal(), damaging.read, 1000))
    control = counted(damaging.flips(damaging.bare_lines(), damaging.read_bare_lines, 100))
    record("a flipped bit is never unnoticed", outcome, control)


@pytest.mark.reliability
def test_a_cut_costs_the_tail_alone_anywhere() -> None:
    outcome = counted(damaging.cuts(damaging.journal(), damaging.read, 1000))
    control = counted(damaging.cuts(damaging.one_piece(), damaging.read_one_piece, 20))
    record("a truncation costs only the tail", outcome, control)


@pytest.mark.reliability
def test_nothing_damaged_is_ever_deleted(tmp_path: Path) -> None:
    (tmp_path / "ours").mkdir()
    outcome = counted(damaging.deletions(tmp_path / "ours", 300))
    (tmp_path / "mending").mkdir()
    control = counted(damaging.deletions(tmp_path / "mending", 20, damaging.mending))
    record("what is damaged is set aside and never deleted", outcome, control)
