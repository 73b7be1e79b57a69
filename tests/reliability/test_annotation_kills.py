"""An acknowledged edit survives kill -9."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.reliability.killing import kills
from tests.reliability.outcome import counted, record

pytestmark = pytest.mark.skipif(os.name == "nt", reason="processes are forked")


def test_an_acknowledged_edit_survives_a_kill(tmp_path: Path) -> None:
    outcome = counted(kills(tmp_path, 12))
    assert (outcome.tried, outcome.failed, outcome.first) == (12, 0, "")


@pytest.mark.reliability
def test_an_acknowledged_edit_survives_a_thousand_kills(tmp_path: Path) -> None:
    outcome = counted(kills(tmp_path / "ours", 1000))
    control = counted(kills(tmp_path / "hasty", 100, is_hasty=True))
    record("an acknowledged edit survives kill -9", outcome, control)
