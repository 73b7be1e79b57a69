"""The case as a workbook, read back with the library that wrote it and as bare XML."""

from __future__ import annotations

import io
import re
import tempfile
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import openpyxl
import pytest

from tests.making import a_case, a_discrepancy, a_series, a_value, an_event, one_of_each
from tests.unit.io.exporters.plain_words import WORDS
from tests.unit.io.exporters.test_csv_tables import everything, sampled
from viewer.io.case_store import open_case
from viewer.io.exporters import sample_summary, workbook
from viewer.io.exporters.course_table import COURSE_COLUMNS, course_rows
from viewer.io.exporters.sample_summary import kept_of
from viewer.io.exporters.values_table import VALUE_COLUMNS
from viewer.model.case import Case
from viewer.paths import cases

NAMES = ["About", "Events", "Details", "Values", "Statements"]


def book_of(case: Case, **more: Any) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(workbook.workbook(case, replace(WORDS, **more))))


def rows_of(book: openpyxl.Workbook, name: str) -> list[dict[str, Any]]:
    """Give the rows below the heads by the names that the columns have in CSV."""
    columns = {"Values": VALUE_COLUMNS}.get(name.split(maxsplit=1)[0], COURSE_COLUMNS)
    lines = [*book[name].iter_rows(min_row=3, values_only=True)]
    return [dict(zip(columns, line, strict=False)) for line in lines]


def told(row: dict[str, Any]) -> dict[str, Any]:
    return {name: cell for name, cell in row.items() if cell not in (None, "")}


def test_the_sheets_hold_every_row_of_the_tables() -> None:
    case = everything()
    book = book_of(case)
    assert book.sheetnames == NAMES
    names = ("Events", "Details", "Statements")
    found = [told(row) for name in names for row in rows_of(book, name)]
    wanted = [told(row) for row in course_rows(case, WORDS)]
    assert len(found) == len(wanted)
    assert all(row in wanted for row in found)


def test_numbers_are_numbers_and_words_are_words() -> None:
    case = a_case(
        an_event("e", title="=1+1", details=[{"label": "#N/A", "text": "@x\x07\ufffe"}]),
        series=[a_series(a_value(0, -5.5, printed="+5"))],
    )
    book = book_of(case)
    event = next(cell for cell in book["Events"][3] if cell.value == "=1+1")
    assert event.data_type == "s"
    detail = {cell.value: cell.data_type for cell in book["Details"][3]}
    assert (detail["#N/A"], detail["@x"]) == ("s", "s")
    values = {cell.value: cell.data_type for cell in book["Values"][3]}
    assert (values[-5.5], values["+5"]) == ("n", "s")
    packed = zipfile.ZipFile(io.BytesIO(workbook.workbook(case, WORDS)))
    assert not any(b"<f>" in packed.read(name) for name in packed.namelist())


def test_the_heads_stay_in_view_and_say_what_stands_on_every_export() -> None:
    book = book_of(one_of_each(subject={"is_synthetic": True}), notices=("As known on day 3",))
    for name in NAMES:
        sheet = book[name]
        assert sheet.freeze_panes == "A3"
        assert sheet.print_title_rows == "$1:$2"
        assert sheet["A1"].value == (
            "Not for diagnosis or treatment decisions; Made-up data, not of a patient;"
            " As known on day 3"
        )
        assert sheet["A2"].value in ("Item", "Row")
        assert sheet["A2"].font.bold
        assert sheet.column_dimensions["A"].width == 14


def test_the_same_case_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = workbook.workbook(everything(), WORDS)
    entries = zipfile.ZipFile(io.BytesIO(raw)).infolist()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert workbook.workbook(everything(), WORDS) == raw
    assert b"2026" not in zipfile.ZipFile(io.BytesIO(raw)).read("docProps/core.xml")


def test_the_first_sheet_is_about_the_case() -> None:
    case = one_of_each(
        title="A course",
        subject={
            "sex": "female",
            "age_years": 45,
            "background": [{"label": "Family", "text": "well", "known_from": 0}],
            "follow_up": {"end": {"day": 9}, "reason": "death", "text": "died"},
        },
        day_zero={"text": "Admission.", "short": "Days", "date": "2021-04-01"},
        sources=[{"id": "paper", "title": "The paper"}],
        discrepancies=[a_discrepancy("d", reading={"text": "as told"}), a_discrepancy("f")],
        glossary=[{"term": "TAE", "text": "embolisation"}],
    )
    lines = [line[:3] for line in book_of(case)["About"].iter_rows(min_row=3, values_only=True)]
    assert lines == [
        ("Notice", None, "Not for diagnosis or treatment decisions"),
        ("Case", None, "A course"),
        ("Sex", None, "female"),
        ("Age in years", None, 45),
        ("Background", "Family", "well"),
        ("End of follow-up", "day 9///", "died"),
        ("Day zero", "Days", "Admission."),
        ("Day zero", None, "2021-04-01"),
        ("Source", "paper", "The paper"),
        ("Prose", "n", "n"),
        ("Discrepancy in the source", "d", "a"),
        ("How the case reads it", "d", "as told"),
        ("Discrepancy in the source", "f", "a"),
        ("Abbreviation", "TAE", "embolisation"),
    ]


def test_the_case_that_ships_fits() -> None:
    case = open_case(cases() / "insulinoma-tae").case
    values = [row for row in rows_of(book_of(case), "Values") if row["row"] == "value"]
    assert [row["value"] for row in values] == [20, 54, 67.5, 6.3, 53.7, 169.9, 235, 36.1]


# --- long series ----------------------------------------------------------------------------


def test_all_samples_stand_there_while_they_are_few() -> None:
    series = sampled([0.5, 1.5], np.array([5.4, 6], np.float32), [1.0])
    found = [
        (r["row"], r["start_day"], r["value"])
        for r in rows_of(book_of(a_case(series=[series])), "Values")
    ]
    assert found == [("sample", 0.5, 5.4), ("sample", 1.5, 6), ("missing", 1, None)]


def test_of_many_the_extremes_survive_and_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sample_summary, "SAMPLE_ROWS", 40)
    chance = np.random.default_rng(7)
    values = chance.normal(100, 10, 1003)
    values[500], values[777] = 20.0, 600.0
    limits = {"high": 140, "laboratory": "L"}
    long = sampled(np.arange(1003) / 10, values, [3.25], references=[limits])
    short = sampled([0.5, 1.5, 2.5], [1.0, 2, 3], id="short", title="Short")
    book = book_of(a_case(series=[long, short, a_series(a_value(), id="plain")]))
    notice = book["Values"]["A1"].value
    assert "Glucose: 1,003 samples, summarised: of each 53 in turn" in notice
    assert "Short: 3 samples, summarised: of each 3 in turn" in notice
    assert "summarised" not in book["Events"]["A1"].value
    rows = [row for row in rows_of(book, "Values") if row["series"] == "series"]
    sampled_rows = [row for row in rows if row["row"] in ("lowest", "highest")]
    assert len(sampled_rows) <= 40
    assert {row["row"] for row in rows} == {"lowest", "highest", "reference"}
    by_day = dict(zip((np.arange(1003) / 10).tolist(), values.tolist(), strict=True))
    for row in sampled_rows:  # nothing is made that was not measured
        assert row["value"] == pytest.approx(by_day[row["start_day"]], rel=1e-14)
    assert {20, 600} <= {row["value"] for row in sampled_rows}
    days = [row["start_day"] for row in sampled_rows]
    assert days == sorted(days)


@pytest.mark.parametrize(("count", "most"), [(1, 2), (2, 2), (3, 2), (10, 4), (11, 4), (100, 7)])
def test_of_every_few_the_lowest_and_the_highest_are_kept(count: int, most: int) -> None:
    values = np.random.default_rng(count).permutation(count).astype(float)
    kept = kept_of(values, most)
    assert len(kept.numbers) <= most
    assert sorted(set(kept.numbers.tolist())) == kept.numbers.tolist()
    assert {values.min(), values.max()} <= {*values[kept.numbers].tolist()}
    for start in range(0, count, kept.size) if kept.size > 1 else ():
        few = values[start : start + kept.size]
        found = values[[n for n in kept.numbers if start <= n < start + kept.size]]
        assert (found.min(), found.max()) == (few.min(), few.max())


def test_a_flat_series_keeps_one_of_each_few() -> None:
    kept = kept_of(np.ones(100), 10)
    assert kept.numbers.tolist() == [0, 20, 40, 60, 80]
    assert kept.is_lowest.all()


def test_what_is_too_long_for_a_sheet_goes_on_on_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "SHEET_ROWS", 5)
    monkeypatch.setattr(workbook, "CELL_LENGTH", 6)
    steps: list[int] = []
    monkeypatch.setattr(workbook, "STEP_ROWS", 2)
    case = a_case(*(an_event(f"e{n}", title="A long title") for n in range(7)))
    raw = workbook.workbook(case, WORDS, lambda: steps.append(1))
    book = openpyxl.load_workbook(io.BytesIO(raw))
    names = ["Events", "Events 2", "Events 3"]
    assert [name for name in book.sheetnames if "Events" in name] == names
    found = [row["id"] for name in names for row in rows_of(book, name)]
    assert found == [f"e{n}" for n in range(7)]
    assert rows_of(book, "Events")[0]["title"] == "A lon…"
    assert len(steps) > len(book.sheetnames)


@pytest.mark.parametrize("at", [1, 2, 5, 6, 7])
def test_it_can_be_stopped_and_leaves_nothing_behind(
    at: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(workbook, "STEP_ROWS", 3)
    steps: list[int] = []

    def stop() -> None:
        steps.append(1)
        if len(steps) == at:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        workbook.workbook(everything(), WORDS, stop)
    assert [*tmp_path.iterdir()] == []
    workbook.workbook(everything(), WORDS)
    assert [*tmp_path.iterdir()] == []


def test_every_column_has_a_head_in_words() -> None:
    heads = [cell.value for cell in book_of(everything())["Events"][2]]
    assert not [head for head in heads if not head or re.search("_", head)]
    assert len(set(heads)) == len(heads)
