"""Events and values as CSV: what a spreadsheet makes of it, and what can be read back."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.making import (
    a_case,
    a_lesion,
    a_report,
    a_series,
    a_statement,
    a_study,
    a_value,
    about,
    an_event,
    between,
    lasting,
    on,
    one_of_each,
)
from tests.unit.io.exporters.plain_words import WORDS
from tests.unit.io.exporters.table_reading import as_csv_tells, case_of, table
from viewer.io.case_store import open_case
from viewer.io.exporters import csv_tables
from viewer.io.exporters.cells import number_text
from viewer.io.exporters.csv_tables import events_csv, values_csv, values_pieces
from viewer.model.case import Case
from viewer.model.disclosure import disclose
from viewer.model.samples import SampleValues
from viewer.model.series import Series
from viewer.paths import cases

REPORTED = {"kind": "reported"}
PAGE = (Path(__file__).resolve().parents[4] / "docs" / "exports.md").read_text("utf-8")


def by_id(raw: dict[str, Any]) -> dict[str, Any]:
    """Put parts in the order of their ids: a table has its own order."""
    return {
        name: sorted(parts, key=lambda part: str(part.get("id"))) for name, parts in raw.items()
    }


def sampled(days: Any, values: Any, missing: Any = (), **more: Any) -> Series:
    """A series with samples, as if its file had been read."""
    held = SampleValues(np.array(days, float), np.array(values), np.array(missing, float))
    series = a_series(**{"samples": {"file": "s.npy", "evidence": REPORTED}} | more)
    assert series.samples is not None
    return series.model_copy(update={"samples": series.samples.holding(held)})


def everything() -> Case:
    """A case with every field that a table has a column for."""
    remark = {"text": "= said", "known_from": 2, "evidence": {"kind": "derived", "why": "w"}}
    events = [
        an_event(
            "drug",
            lasting(between(1, 3, why="w", wording="early", evidence="inferred"), "open"),
            title={"en": "Drug\nby mouth", "ja": "薬"},
            known_from=4,
            evidence={"kind": "reported", "source": "two", "place": "p. 1", "why": "w"},
            result=remark,
            outcome=remark | {"sign": "stopped", "when": about(9).model_dump(exclude_none=True)},
            therapy_line=2,
            dose={"value": 100, "unit": "mg", "per": "day"},
            changes=[
                {"when": {"day": 5}, "dose": {"value": 50.5, "unit": "mg"}, "text": "less"},
                {"when": {"earliest": 6}, "text": "-5 more", "known_from": 8, "evidence": REPORTED},
            ],
            cycles=[{"number": 1, "when": {"day": 2}, "evidence": REPORTED}],
            response={"value": "PR", "scale": "RECIST 1.1", "evidence": REPORTED},
            details=[remark | {"label": "Why"}, {"label": "Dose", "text": "−1"}],
            links=["ct", "r"],
            series=["s"],
            codes=[{"system": "ATC", "code": "A01", "display": "x"}, {"system": "B", "code": "1"}],
        ),
        an_event("hour", on(2.5), lane="other"),
        an_event("unknown", lasting(0, "unknown", wording="since the first day")),
        an_event("until", lasting(between(None, 3), about(7, latest=9))),
    ]
    limits = {"low": 1, "high": 2.5, "high_is_outside": True, "laboratory": "L"}
    point = a_value(1, 54.5, id="v", printed="54·5", laboratory="Own", remarks=[remark, remark])
    series = a_series(
        point,
        a_value(between(None, 0), -5.0, comparator="<=", reference=limits | {"is_own": True}),
        a_value(2, None, word="Low"),
        id="s",
        printed_unit="mg/dl",
        specimen="blood",
        laboratory="Theirs",
        references=[limits | {"source": "a page"}, limits | {"period": lasting(0, 1).model_dump()}],
        remarks=[remark],
        codes=[{"system": "http://loinc.org", "code": "2345-7", "display": "Glucose"}],
        short="Glc",
        gap_days=2,
        known_from=0,
    )
    figure = {"label": "Fig. 1", "caption": "c", "file": "f/1.png", "known_from": 1}
    stain = {"marker": "Ki-67", "result": "+", "percent": 27, "figure": "1", "known_from": 1}
    finding = remark | {"site": "Liver"}
    lesions = [
        a_lesion("Liver 1", 42.5, site="Segment 6", known_from=1, evidence=remark["evidence"]),
        a_lesion("Node", 9, is_node=True),
    ]
    images = [{"path": "ct/1", "title": "Portal", "known_from": 1}, {"path": "f/1.png"}]
    slides = [{"path": "he.svs", "title": "H&E", "stain": "HE", "known_from": 1}, {"path": "a.svs"}]
    return a_case(
        *events,
        lanes=[
            {"id": "lane", "title": "Lane", "kind": "drug", "group": "group"},
            {"id": "other", "title": "Other", "kind": "symptom"},
            {"id": "group", "title": "Group", "kind": "drug"},
        ],
        sources=[{"id": "one", "title": "One"}, {"id": "two", "title": "Two"}],
        series=[series],
        statements=[
            a_statement("st", on(1), lane="lane", direction="down", series=["s"], known_from=1),
            a_statement("free", on(1)),
        ],
        studies=[
            a_study(
                "ct",
                on(1),
                findings=[finding],
                figures=[figure],
                images=images,
                lesions=lesions,
                remarks=[remark],
                links=["r"],
            )
        ],
        reports=[
            a_report(
                "r",
                on(1),
                specimen="liver",
                diagnosis=remark,
                grade=remark,
                morphology=[finding],
                stains=[stain, {"marker": "CD56", "result": "-", "score": "0"}],
                figures=[{"label": "Fig. 2"}],
                slides=slides,
            )
        ],
    )


def test_reading_it_back_loses_only_what_the_docs_say() -> None:
    case = everything()
    found = case_of(events_csv(case, WORDS), values_csv(case, WORDS))
    assert by_id(found) == by_id(as_csv_tells(case))


@pytest.mark.parametrize("language", ["en", "ja"])
def test_so_does_reading_the_case_that_ships(language: str) -> None:
    case = open_case(cases() / "insulinoma-tae").case
    words = replace(WORDS, language=language)
    found = case_of(events_csv(case, words), values_csv(case, words))
    assert by_id(found) == by_id(as_csv_tells(case, language))


def test_at_a_horizon_an_end_may_not_be_told() -> None:
    case = disclose(open_case(cases() / "insulinoma-tae").case, 11)
    found = case_of(events_csv(case, WORDS), values_csv(case, WORDS))
    attacks = next(one for one in found["events"] if one["id"] == "hypoglycaemic-attacks")
    assert attacks["when"]["end"] == "not_told"


def test_the_file_is_one_that_spreadsheets_and_programs_read() -> None:
    raw = events_csv(everything(), WORDS)
    assert raw.startswith(b"\xef\xbb\xbfrow,id,of,lane,")
    rows = [*csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""), strict=True)]
    assert {len(row) for row in rows} == {len(rows[0])}
    assert len(set(rows[0])) == len(rows[0])
    assert raw.count(b"\n") == raw.count(b"\r\n") == len(rows)


def test_nothing_is_a_formula_and_numbers_stay_numbers() -> None:
    case = everything()
    rows = table(values_csv(case, WORDS))
    assert rows[1]["value"] == "-5"
    for raw in (events_csv(case, WORDS), values_csv(case, WORDS)):
        for row in csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline="")):
            for cell in row:
                assert cell[:1] not in tuple("=+-@") or float(cell) < 0


def test_what_stands_on_every_export_names_the_last_column() -> None:
    case = one_of_each(subject={"is_synthetic": True})
    words = replace(WORDS, notices=("= As known on day 3",))
    for raw in (events_csv(case, words), values_csv(case, words)):
        head, first, *_ = csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""))
        assert head[-1] == (
            "Not for diagnosis or treatment decisions; Made-up data, not of a patient;"
            " = As known on day 3"
        )
        assert first[-1] == ""
    plain = a_case()
    head = csv_tables.events_csv(plain, WORDS).decode("utf-8-sig")
    assert head.endswith(",Not for diagnosis or treatment decisions\r\n")


def test_samples_are_rows_of_their_own() -> None:
    case = a_case(
        series=[
            sampled([0.5, 1.25, 2.0], np.array([5.4, 60, 7], np.float32), [0.75, 3.0]),
            sampled([1e-5, 2.5], [0.1, -1e-7], id="other"),
            sampled([], [], [1.0], id="gaps"),
            a_series(id="unread", samples={"file": "x.npy", "evidence": REPORTED}),
        ]
    )
    rows = [(row["row"], row["start_day"], row["value"]) for row in table(values_csv(case, WORDS))]
    assert rows == [
        ("sample", "0.5", "5.4"),
        ("sample", "1.25", "60"),
        ("sample", "2", "7"),
        ("missing", "0.75", ""),
        ("missing", "3", ""),
        ("sample", "1e-05", "0.1"),
        ("sample", "2.5", "-1e-07"),
        ("missing", "1", ""),
    ]


def test_samples_are_read_against_the_limits_of_their_time() -> None:
    def limits(high: float, **more: Any) -> dict[str, Any]:
        return {"high": high, "laboratory": "L"} | more

    periods = [lasting(0, 1).model_dump(), lasting(1, 3).model_dump()]
    references = [limits(1, period=periods[0]), limits(2, period=periods[1]), limits(3)]
    series = sampled([0.5, 1.5, 2.5, 3.5, 9], [5.0, 5, 5, 5, 5], references=references)
    rows = table(values_csv(a_case(series=[series]), WORDS))
    highs = [row["reference_high"] for row in rows if row["row"] == "sample"]
    assert highs == ["1", "1", "2", "2", "3"]
    assert [row["when"] for row in rows[:3]] == ["day 0/// to day 1///", "day 1/// to day 3///", ""]
    in_time = sampled([0.5, 9], [5.0, 5], references=references[:1])
    rows = table(values_csv(a_case(series=[in_time]), WORDS))
    assert [row["reference_high"] for row in rows if row["row"] == "sample"] == ["1", ""]


def test_a_long_series_comes_in_pieces() -> None:
    count = 3 * csv_tables.ROWS_AT_ONCE + 5
    series = sampled(np.arange(count) / 288, np.arange(count) % 300 + 0.5)
    pieces = [*values_pieces(a_case(series=[series]), WORDS)]
    assert len(pieces) == 5
    rows = table(b"".join(pieces))
    assert [float(row["value"]) for row in rows] == (np.arange(count) % 300 + 0.5).tolist()
    assert [float(row["start_day"]) for row in rows] == (np.arange(count) / 288).tolist()


@pytest.mark.parametrize("value", [0.0, -0.0, 5, -5, 0.1, 1e-7, 2.0**53, 1.7e300, 1 / 3, 1e15])
def test_a_number_is_read_again_as_it_was(value: float) -> None:
    assert float(number_text(value)) == value
    assert not number_text(1e15).endswith(".0")


def test_a_source_is_named_where_there_is_one() -> None:
    case = a_case(an_event("e", evidence={"kind": "reported", "source": "gone"}))
    assert table(events_csv(case, WORDS))[0]["source"] == ""


def test_the_docs_tell_every_column() -> None:
    columns = {*csv_tables.COURSE_COLUMNS, *csv_tables.VALUE_COLUMNS}
    plain = {name for name in columns if not name.startswith(("start_", "end_"))}
    assert {name for name in plain if f"`{name}`" not in PAGE} == set()
