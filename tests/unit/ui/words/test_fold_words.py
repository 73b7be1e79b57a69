"""How the length of a fold is said, in words and in as little room as can be."""

from __future__ import annotations

import pytest

from viewer.model.time import Span
from viewer.ui.words.fold_words import fold_brief, fold_long, fold_short


@pytest.mark.parametrize(
    ("days", "short", "brief"),
    [
        (0.25, "6 h", "6 h"),
        (84, "84 d", "84 d"),
        (365, "365 d", "365 d"),
        (366, "366 d", "1 y"),
        (3_599, "3599 d", "9.9 y"),
        (36_500, "36500 d", "99.9 y"),
    ],
)
def test_a_fold_of_years_is_brief_in_years(days: float, short: str, brief: str) -> None:
    fold = Span(10, 10 + days)
    assert (fold_short(fold), fold_brief(fold)) == (short, brief)
    assert fold_long(fold).startswith(short), "the tooltip tells the days"
