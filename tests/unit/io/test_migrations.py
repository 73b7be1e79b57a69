"""Older versions are brought up to date a step at a time."""

from __future__ import annotations

from typing import Any

import pytest

from viewer.io.migrations import MIGRATIONS, migrated
from viewer.model.case import FORMAT_VERSION


def test_the_present_version_needs_no_step() -> None:
    document: dict[str, Any] = {"a": 1}
    assert migrated(document, FORMAT_VERSION) is document
    assert migrated(document, FORMAT_VERSION + 1) is document


def test_there_is_a_step_for_every_older_version() -> None:
    assert set(MIGRATIONS) == set(range(1, FORMAT_VERSION))


def test_steps_follow_one_another() -> None:
    steps = {
        1: lambda old: old | {"trail": [1]},
        2: lambda old: old | {"trail": [*old["trail"], 2]},
    }
    assert migrated({}, 1, steps, present=3) == {"trail": [1, 2]}
    assert migrated({"trail": []}, 2, steps, present=3) == {"trail": [2]}
    with pytest.raises(KeyError):
        migrated({}, 0, steps, present=3)
