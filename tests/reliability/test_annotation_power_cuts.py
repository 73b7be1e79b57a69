"""An acknowledged edit survives a power cut."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.reliability.outcome import counted, record
from tests.reliability.power_cuts import cuts, watched_writer


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "beside"


def test_an_acknowledged_edit_survives_a_power_cut(
    strace: str, folder: Path, scratch: Path
) -> None:
    calls = watched_writer(strace, folder, 40)
    named = Counter(call.name for call in calls)
    assert min(named[name] for name in ("fdatasync", "fsync", "rename", "mkdir")) > 0
    outcome = counted(cuts(calls, folder, scratch, 200))
    assert (outcome.tried, outcome.failed, outcome.first) == (200, 0, "")
    assert counted(cuts(calls, folder, scratch, 40, obeys_syncs=False)).failed > 0


@pytest.mark.reliability
def test_an_acknowledged_edit_survives_ten_thousand_power_cuts(
    strace: str, folder: Path, scratch: Path
) -> None:
    calls = watched_writer(strace, folder, 120)
    outcome = counted(cuts(calls, folder, scratch, 10_000))
    no_sync = counted(cuts(calls, folder, scratch, 500, obeys_syncs=False))
    no_names = [call for call in calls if call.name != "fsync"]
    no_folder_sync = counted(cuts(no_names, folder, scratch, 500))
    record("an acknowledged edit survives a power cut", outcome, no_sync, no_folder_sync)
