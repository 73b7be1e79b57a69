"""The filter that is remembered with the window, and what of it another case gets."""

from __future__ import annotations

from pathlib import Path

import pytest

from viewer.model.filter import NO_FILTER, Filter
from viewer.session.settings import Settings

CHOSEN = Filter(
    frozenset({"drugs"}), frozenset({"drug"}), frozenset({"inferred"}), "ＴＡＥ “x”", True
)


def test_a_filter_is_remembered_for_its_case(tmp_path: Path) -> None:
    Settings(tmp_path / "s.ini").set_filter(CHOSEN, "case")
    again = Settings(tmp_path / "s.ini")
    assert again.filter("case") == CHOSEN
    left = Filter(frozenset(), CHOSEN.kinds, CHOSEN.evidence, "", True)
    assert again.filter("another") == left
    again.set_filter(NO_FILTER, "case")
    assert again.filter("case") == NO_FILTER


@pytest.mark.parametrize(
    "text",
    [
        "nonsense",
        "[]",
        "{}",
        "7",
        '{"lanes": 1, "kinds": [], "evidence": [], "text": "", "is_out_of_range": 0, "case": "c"}',
        "[" * 100_000,
    ],
)
def test_a_damaged_filter_is_none(tmp_path: Path, text: str) -> None:
    settings = Settings(tmp_path / "s.ini")
    settings.set_text("window/filter", text)
    assert settings.filter("c") == NO_FILTER


def test_kinds_that_are_not_known_are_left_out(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "s.ini")
    settings.set_text(
        "window/filter",
        '{"lanes": [], "kinds": ["drug", "x"], "evidence": ["y"], "text": "a",'
        ' "is_out_of_range": false, "case": "c"}',
    )
    assert settings.filter("c") == Filter(kinds=frozenset({"drug"}), text="a")
