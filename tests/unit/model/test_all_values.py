"""Every value as a row: where it stands, which the cursor reads, which are kept."""

from __future__ import annotations

import numpy as np
import pytest

from tests.making import a_case, a_series, a_value
from viewer.model.all_values import AllValues
from viewer.model.case_texts import CaseTexts
from viewer.model.filter import NO_FILTER, Filter
from viewer.model.kept import Kept

CASE = a_case(
    series=[
        a_series(a_value(5, 54.0), a_value(2, None, word="Low"), a_value(5.75, 90.0)),
        a_series(id="empty", title="Empty"),
        a_series(a_value(3, 7.0), id="other", title="Other", analyte="other", unit="U/mL"),
    ]
)
TEXTS = CaseTexts(CASE, "en")


@pytest.fixture
def values() -> AllValues:
    return AllValues(TEXTS)


def test_rows_stand_series_by_series_and_are_found_by_time(values: AllValues) -> None:
    assert len(values) == 4
    told = [values.at(row) for row in range(4)]
    assert [series.id for series, _ in told] == ["series"] * 3 + ["other"]
    assert told[3][1].value == 7.0
    assert values.by_time.tolist() == [1, 3, 0, 2]
    assert np.isnan(values.values[1])
    assert values.side_at(0) == "level_1"


@pytest.mark.parametrize(
    ("series", "day", "row"),
    [
        ("series", 5.5, 0),
        ("series", 5.9, 2),
        ("series", 4.0, 1),
        ("series", 99.0, 2),
        ("series", -3.0, 1),
        ("other", 0.0, 3),
        ("empty", 0.0, None),
        ("nothing", 0.0, None),
        (None, 0.0, None),
    ],
)
def test_the_cursor_reads_a_row(
    values: AllValues, series: str | None, day: float, row: int | None
) -> None:
    assert values.nearest(series, day) == row


def test_a_row_is_found_by_its_number_in_the_series(values: AllValues) -> None:
    assert values.number_of("series", 2) == 2
    assert values.number_of("other", 0) == 3
    assert values.number_of("other", 1) is None
    assert values.number_of("nothing", 0) is None


@pytest.mark.parametrize(
    ("chosen", "text", "rows"),
    [
        (NO_FILTER, "", [0, 1, 2, 3]),
        (NO_FILTER, "ＧＬＵＣＯＳＥ", [0, 1, 2]),
        (NO_FILTER, "glucose low", [1]),
        (NO_FILTER, "u/ml", [3]),
        (Filter(is_out_of_range=True), "", [0, 1]),
        (Filter(text="7"), "", [3]),
        (Filter(is_out_of_range=True), "54", [0]),
    ],
)
def test_what_is_kept(values: AllValues, chosen: Filter, text: str, rows: list[int]) -> None:
    assert np.flatnonzero(values.kept(Kept(chosen, TEXTS), text)).tolist() == rows


def test_a_case_without_values_has_no_rows() -> None:
    none = AllValues(CaseTexts(a_case(), "en"))
    assert len(none) == 0
    assert none.kept(Kept(NO_FILTER, CaseTexts(a_case(), "en")), "a").tolist() == []
