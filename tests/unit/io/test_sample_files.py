"""Files of long series: what is read, what is refused, and what is left out and said so."""

from __future__ import annotations

import datetime
import io
import math
import pickle
import sys
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow
import pytest
from pyarrow import parquet

from viewer.io import sample_files, sample_reading
from viewer.io.case_store import OpenedCase, open_case
from viewer.io.case_writer import case_json
from viewer.model import problem_texts
from viewer.model.problem import Problem
from viewer.model.samples import SampleValues

SYNTHETIC = {"kind": "synthetic"}
REGULAR = {"start": 2.0, "every_days": 0.5}

Held = Callable[..., tuple[SampleValues | None, tuple[Problem, ...]]]


@pytest.fixture
def held(write: Callable[[Any], Path], plain: dict[str, Any]) -> Held:
    """Open a case with one file of samples; give what it holds and the problems in it."""

    def opened(content: object, name: str = "s.npy", **more: Any) -> Any:
        raw = content if isinstance(content, bytes) else _npy(content)
        samples = {"file": name, "evidence": SYNTHETIC} | more
        plain["series"][0] |= {"samples": samples}
        folder = write(plain)
        (folder / name).write_bytes(raw)
        case = open_case(folder)
        series = case.case.series[0]
        assert series.samples is not None
        assert series.samples.file == name
        assert len(case.case.events) == 3
        return series.samples.values, case.problems

    return opened


def _npy(array: Any, **more: Any) -> bytes:
    file = io.BytesIO()
    np.save(file, array, **more)
    return file.getvalue()


def _rows(days: Sequence[float], values: Sequence[float]) -> Any:
    return np.array([days, values], dtype=np.float64)


def _told(problems: tuple[Problem, ...]) -> list[tuple[str, str]]:
    for problem in problems:
        assert problem.path == "series[0].samples.file"
        assert problem.line is not None
        assert str(problem)
    return [(problem.severity, problem.message) for problem in problems]


# --- what is read -------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["<f4", "<f8", ">f8"])
def test_values_at_regular_distances(held: Held, kind: str) -> None:
    values, problems = held(np.array([5.5, 6.5, 7.5], dtype=kind), **REGULAR)
    assert problems == ()
    assert values is not None
    assert values.days.tolist() == [2.0, 2.5, 3.0]
    assert values.values.tolist() == [5.5, 6.5, 7.5]
    assert values.values.dtype == np.dtype(kind).newbyteorder("=")


@pytest.mark.parametrize("shape", ["two rows", "two columns", "fortran", "float32"])
def test_days_beside_values(held: Held, shape: str) -> None:
    array = _rows([1, 2, 4], [5, 6, 7])
    array = {
        "two rows": array,
        "two columns": array.T.copy(),
        "fortran": np.asfortranarray(array),
        "float32": array.astype(np.float32),
    }[shape]
    values, problems = held(array)
    assert problems == ()
    assert values is not None
    assert values.days.tolist() == [1, 2, 4]
    assert values.days.dtype == np.float64
    assert values.values.tolist() == [5, 6, 7]


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("day,value\n1,5\n2,6\n4,7\n", {}),
        ("\ufeffValue, Day ,note\r\n5,1,a\r\n6,2,b\r\n7,4,c", {}),
        ('"day","value"\n"1","5"\n"2","6"\n"4","7"\n', {}),
        ("value\n5\n6\n7\n", {"start": 1.0, "every_days": 1.0}),
    ],
)
def test_csv(held: Held, text: str, more: dict[str, float]) -> None:
    values, problems = held(text.encode(), "s.csv", **more)
    assert problems == ()
    assert values is not None
    assert values.values.tolist() == [5, 6, 7]
    assert values.days.tolist() == ([1, 2, 3] if more else [1, 2, 4])


def test_long_files_get_blocks_of_extremes(held: Held) -> None:
    values, _ = held(np.arange(200_000, dtype=np.float32), start=0.0, every_days=0.001)
    assert values is not None
    assert values.levels[0].size == 64
    assert values.levels[0].highs[0] == 63


def test_in_a_dayline_file(plain: dict[str, Any], write: Any, tmp_path: Path) -> None:
    plain["series"][0] |= {"samples": {"file": "in/s.npy", "evidence": SYNTHETIC} | REGULAR}
    path = tmp_path / "case.dayline"
    with zipfile.ZipFile(path, "w") as whole:
        whole.write(write(plain) / "case.json", "case.json")
        whole.writestr("in/s.npy", _npy(np.ones(5)))
    series = open_case(path).case.series[0]
    assert series.sampled is not None
    assert len(series.sampled) == 5


def test_what_is_written_anew_names_the_same_file(held: Held, opened: Any, plain: Any) -> None:
    held(np.ones(5), **REGULAR)
    case = opened(plain).case
    again: OpenedCase = opened(case_json(case))
    assert again.case.series[0].samples is not None
    assert (
        again.case.series[0].samples.model_dump(exclude_unset=True) == plain["series"][0]["samples"]
    )
    assert again.problems == ()


# --- what is left out, and said -----------------------------------------------------------


def test_missing_values_are_counted_and_no_fault(held: Held) -> None:
    values, problems = held(np.array([5.0, math.nan, 7.0, math.nan]), **REGULAR)
    assert problems == ()
    assert values is not None
    assert values.days.tolist() == [2.0, 3.0]
    assert values.missing_days.tolist() == [2.5, 3.5]
    assert values.missing_count == 2


def test_a_spike_beside_a_missing_value_stays(held: Held) -> None:
    array = np.full(70_000, 90.0)
    array[40_000], array[40_001] = 480.0, math.nan
    values, _ = held(array, start=0.0, every_days=0.01)
    assert values is not None
    assert values.values[40_000] == 480
    assert len(values) == 69_999


@pytest.mark.parametrize(
    ("days", "values", "message", "kept"),
    [
        ([3, 1, 2], [5, 6, 7], problem_texts.SAMPLES_UNSORTED, [6, 7, 5]),
        ([1, 2, 2, 2], [5, 7, 6, 8], problem_texts.SAMPLES_TWICE, [5, 7, 6, 8]),
        ([1, math.nan, 3], [5, 6, 7], problem_texts.SAMPLES_NO_TIME, [5, 7]),
        ([math.nan, 2, 3], [5, 6, 7], problem_texts.SAMPLES_NO_TIME, [6, 7]),
        ([1, 2, math.inf], [5, 6, 7], problem_texts.SAMPLES_NO_TIME, [5, 6]),
        ([-math.inf, 2], [5, 6], problem_texts.SAMPLES_NO_TIME, [6]),
        ([1, 2, 36_501], [5, 6, 7], problem_texts.SAMPLES_TOO_FAR, [5, 6]),
        ([1, 2, 3], [5, math.inf, -math.inf], problem_texts.SAMPLES_INFINITE, [5]),
        ([], [], problem_texts.SAMPLES_NONE, []),
        ([1], [math.nan], problem_texts.SAMPLES_NONE, []),
    ],
)
def test_what_cannot_be_drawn_is_left_out_and_told(
    held: Held, days: list[float], values: list[float], message: str, kept: list[float]
) -> None:
    found, problems = held(_rows(days, values))
    assert _told(problems) == [("warning", message)]
    assert found is not None
    assert found.values.tolist() == kept
    assert np.all(found.days[1:] >= found.days[:-1])


def test_samples_at_one_moment_keep_their_order_when_sorted(held: Held) -> None:
    values, problems = held(_rows([5, 1, 5, 1, 1], [0, 1, 2, 3, 4]))
    assert [message for _, message in _told(problems)] == [
        problem_texts.SAMPLES_UNSORTED,
        problem_texts.SAMPLES_TWICE,
    ]
    assert values is not None
    assert values.values.tolist() == [1, 3, 4, 0, 2]
    assert problems[1].values["count"] == "3"


@pytest.mark.parametrize("value", [5.0, 0.0, -3.0, 1e308, -1e308])
@pytest.mark.parametrize("count", [1, 2, 5_000])
def test_constant_and_very_great_values_are_kept(held: Held, value: float, count: int) -> None:
    values, problems = held(np.full(count, value), start=0.0, every_days=0.1)
    assert problems == ()
    assert values is not None
    assert values.values.tolist() == [value] * count


def test_words_in_a_column_cost_their_rows(held: Held) -> None:
    text = "day,value\n1,5\n2,Low\n\n3,\n4,1_000\nx,9\n5,6e0\n6,nan\n7"
    values, problems = held(text.encode(), "s.csv")
    assert _told(problems) == [("warning", problem_texts.SAMPLES_TEXT)]
    assert problems[0].values == {"file": "s.csv", "row": "3", "found": "Low", "count": "3"}
    assert values is not None
    assert values.values.tolist() == [5, 6]
    assert values.missing_days.tolist() == [3, 6, 7]


def test_missing_cells_alone_are_no_fault(held: Held) -> None:
    values, problems = held(b"day,value\n1,5\n2,\n", "s.csv")
    assert problems == ()
    assert values is not None
    assert values.missing_count == 1


@pytest.mark.parametrize(("text", "more"), [("day,value\n", {}), ("value", REGULAR)])
def test_a_csv_of_a_first_line_alone_is_empty(held: Held, text: str, more: Any) -> None:
    values, problems = held(text.encode(), "s.csv", **more)
    assert _told(problems) == [("warning", problem_texts.SAMPLES_NONE)]
    assert values is not None
    assert len(values) == 0


# --- what is refused ----------------------------------------------------------------------


class _Bomb:
    def __reduce__(self) -> Any:
        return (sys.exit, ("a pickle was loaded",))


OBJECTS = np.array([_Bomb(), 1], dtype=object)
WHOLE = _npy(np.arange(100.0))
HEAD = WHOLE[: len(WHOLE) - 800]


def _claims(shape: str) -> bytes:
    """The same head with another shape, as long as it was."""
    before, _, after = HEAD.partition(b"(100,)")
    room = len(after) + len(b"(100,)") - len(shape) - 1
    return before + shape.encode() + after.rstrip().ljust(room) + b"\n"


@pytest.mark.parametrize(
    ("raw", "name", "message"),
    [
        (_npy(OBJECTS, allow_pickle=True), "s.npy", problem_texts.NPY_OBJECTS),
        (pickle.dumps(_Bomb()), "s.npy", problem_texts.NPY_BROKEN),
        (b"", "s.npy", problem_texts.NPY_BROKEN),
        (WHOLE[:40], "s.npy", problem_texts.NPY_BROKEN),
        (WHOLE[:-1], "s.npy", problem_texts.NPY_LENGTH),
        (WHOLE + b"more", "s.npy", problem_texts.NPY_LENGTH),
        (_claims("(999999999999,)"), "s.npy", problem_texts.NPY_LENGTH),
        (_claims("(-5,)"), "s.npy", problem_texts.NPY_SHAPE),
        (_npy(np.ones((3, 4))), "s.npy", problem_texts.NPY_SHAPE),
        (_npy(np.ones((2, 2, 2))), "s.npy", problem_texts.NPY_SHAPE),
        (_npy(np.float64(5)), "s.npy", problem_texts.NPY_SHAPE),
        (_npy(np.array(["5", "Low"])), "s.npy", problem_texts.NPY_KIND),
        (_npy(np.array([1, 2])), "s.npy", problem_texts.NPY_KIND),
        (_npy(np.ones(3, dtype=np.float16)), "s.npy", problem_texts.NPY_KIND),
        (_npy(np.ones(3)), "s.npy", problem_texts.SAMPLES_NO_DAYS),
        (b"value\n1\n", "s.csv", problem_texts.SAMPLES_NO_DAYS),
        (b"time,glucose\n1,2\n", "s.csv", problem_texts.CSV_HEADER),
        (b"", "s.csv", problem_texts.CSV_HEADER),
        (b"day,value\n1,\xff\n", "s.csv", problem_texts.NOT_UTF8),
        (b"1,2", "s.txt", problem_texts.SAMPLES_KIND),
        (b"1,2", "values", problem_texts.SAMPLES_KIND),
    ],
)
def test_a_broken_file_leaves_the_rest_of_the_case(
    held: Held, raw: bytes, name: str, message: str
) -> None:
    values, problems = held(raw, name)
    assert values is None
    assert _told(problems) == [("error", message)]
    assert problems[0].effect == problem_texts.PART_LEFT_OUT
    assert problems[0].title == "Glucose"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("gone.npy", problem_texts.NOT_FOUND),
        ("../s.npy", problem_texts.ASSET_UNSAFE),
    ],
)
def test_a_file_that_is_not_in_the_case_is_told(
    opened: Any, plain: Any, name: str, message: str
) -> None:
    plain["series"][0] |= {"samples": {"file": name, "evidence": SYNTHETIC}}
    case: OpenedCase = opened(plain)
    assert _told(case.problems) == [("error", message)]
    assert len(case.case.series[0].points) == 3


def test_a_broken_reference_leaves_the_points(opened: Any, plain: Any) -> None:
    plain["series"][0] |= {"samples": {"file": "s.npy", "start": 1.0, "evidence": SYNTHETIC}}
    case: OpenedCase = opened(plain)
    (problem,) = case.problems
    assert problem.message == problem_texts.HALF_A_SPACING
    assert problem.path == "series[0].samples"
    assert case.case.series[0].samples is None
    assert len(case.case.series[0].points) == 3


def test_files_and_cases_beyond_a_limit_are_refused(
    held: Held, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sample_reading, "SAMPLES_LIMIT", 4)
    _, problems = held(np.ones(5), **REGULAR)
    assert _told(problems) == [("error", problem_texts.SAMPLES_TOO_MANY)]
    assert problems[0].values["limit"] == "4"
    monkeypatch.setattr(sample_reading, "SAMPLES_FILE_LIMIT", 100)
    _, problems = held(np.ones(500), **REGULAR)
    assert _told(problems) == [("error", problem_texts.FILE_TOO_LARGE)]


def test_all_files_of_a_case_share_one_limit(
    opened: Any, write: Any, plain: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sample_reading, "SAMPLES_LIMIT", 9)
    first = plain["series"][0] | {"samples": {"file": "s.npy", "evidence": SYNTHETIC} | REGULAR}
    second = first | {"id": "other", "points": []}
    plain["series"] = [first, second]
    (write(plain) / "s.npy").write_bytes(_npy(np.ones(5)))
    case: OpenedCase = opened(plain)
    assert [series.sampled is not None for series in case.case.series] == [True, False]
    assert [problem.path for problem in case.problems] == ["series[1].samples.file"]


def test_a_long_head_is_read_too(held: Held) -> None:
    file = io.BytesIO()
    np.lib.format.write_array(file, np.ones(3), version=(2, 0))
    values, problems = held(file.getvalue(), **REGULAR)
    assert problems == ()
    assert values is not None


# --- Parquet, where there is pyarrow ------------------------------------------------------


def _parquet(**columns: Any) -> bytes:
    file = io.BytesIO()
    parquet.write_table(pyarrow.table(columns), file)
    return file.getvalue()


def test_without_pyarrow_a_parquet_file_says_so(
    held: Held, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    _, problems = held(b"PAR1", "s.parquet")
    assert _told(problems) == [("error", problem_texts.NO_PYARROW)]


@pytest.mark.parametrize("has_days", [True, False])
def test_parquet(held: Held, has_days: bool) -> None:
    days = {"day": [1.0, 2.0, 4.0]} if has_days else {}
    raw = _parquet(value=[5, 6, 7], note=["a", "b", "c"], **days)
    values, problems = held(raw, "s.parquet", **({} if has_days else REGULAR))
    assert problems == ()
    assert values is not None
    assert values.values.tolist() == [5, 6, 7]
    assert values.days.tolist() == ([1, 2, 4] if has_days else [2, 2.5, 3])


def test_what_a_parquet_file_leaves_empty_is_no_value(held: Held) -> None:
    values, problems = held(_parquet(day=[1, 2, 3], value=[5, None, 7]), "s.parquet")
    assert problems == ()
    assert values is not None
    assert (values.days.tolist(), values.values.tolist()) == ([1, 3], [5, 7])
    assert values.missing_count == 1


GOOD = _parquet(day=[1.0, 2.0], value=[5.0, 6.0])
OVERWRITTEN = GOOD[:4] + bytes(40) + GOOD[44:]
"""Its description is whole, and its values are not."""


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"else", problem_texts.PARQUET_BROKEN),
        (GOOD[:-9], problem_texts.PARQUET_BROKEN),
        (OVERWRITTEN, problem_texts.PARQUET_BROKEN),
        (_parquet(glucose=[1.0]), problem_texts.CSV_HEADER),
        (_parquet(day=[1.0], value=["Low"]), problem_texts.NPY_KIND),
        (_parquet(day=[1.0], value=[[5.0]]), problem_texts.NPY_KIND),
        (_parquet(day=[datetime.datetime(2026, 11, 30)], value=[5.0]), problem_texts.NPY_KIND),
    ],
)
def test_a_broken_parquet_file(held: Held, raw: bytes, message: str) -> None:
    _, problems = held(raw, "s.parquet")
    assert _told(problems) == [("error", message)]


def test_every_reader_is_for_one_ending() -> None:
    assert set(sample_files._READERS) == {"npy", "csv", "parquet"}
