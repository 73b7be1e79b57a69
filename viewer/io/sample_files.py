"""The files of long series: days and values as they stand in .npy, .csv and .parquet files.

Everything is read into memory, never mapped: a mapped file that is cut short ends the process.
"""

import csv
import importlib
import io
import math
import re
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.lib import format as npy

from viewer.io.case_files import MIB
from viewer.io.unreadable import AssetUnreadableError
from viewer.model import problem_texts
from viewer.model.problem import Problem
from viewer.model.samples import Floats, Values

SAMPLES_FILE_LIMIT = 400 * MIB
"""One file of samples may be this long (bytes)."""
SAMPLES_LIMIT = 100_000_000
"""All files of a case together may hold this many samples."""

_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?|nan|[+-]?inf(inity)?", re.IGNORECASE)


class BadRows(NamedTuple):
    """Rows that are not numbers: how many, and the line and the text of the first."""

    number: int
    line: int
    text: str


class Columns(NamedTuple):
    """What a file holds, as it stands there: values, and their days where it has any."""

    values: Values
    days: Floats | None = None
    bad_rows: BadRows | None = None


class Head(NamedTuple):
    """How many samples a file claims to hold, and what gives them."""

    length: int
    columns: Callable[[], Columns]


def open_samples(name: str, raw: bytes) -> Head:
    """Give what a file claims to hold; nothing as large as that is made yet.

    Raises AssetUnreadableError where it is broken or of another kind. So does `columns`.
    """
    reader = _READERS.get(name.rpartition(".")[2].lower())
    if reader is None:
        raise refusal(problem_texts.SAMPLES_KIND, problem_texts.SAMPLES_KIND_REMEDY, file=name)
    return reader(name, raw)


def refusal(message: str, remedy: str, **values: str) -> AssetUnreadableError:
    """Give the error of a file of samples that cannot be shown."""
    return AssetUnreadableError(Problem("error", message, remedy, values))


# --- .npy ---------------------------------------------------------------------------------


def _npy(name: str, raw: bytes) -> Head:
    shape, is_fortran, kind, offset = _npy_head(name, raw)
    if kind.hasobject:
        remedy = problem_texts.NPY_KIND_REMEDY
        raise refusal(problem_texts.NPY_OBJECTS, remedy, file=name)
    if kind.kind != "f" or kind.itemsize not in (4, 8):
        remedy = problem_texts.NPY_KIND_REMEDY
        raise refusal(problem_texts.NPY_KIND, remedy, file=name, kind=str(kind))
    if not (len(shape) == 1 or (len(shape) == 2 and 2 in shape)) or min(shape) < 0:
        remedy = problem_texts.NPY_SHAPE_REMEDY
        raise refusal(problem_texts.NPY_SHAPE, remedy, file=name, shape=str(shape))
    count = math.prod(shape)
    wanted, found = count * kind.itemsize, len(raw) - offset
    if wanted != found:
        values = {"wanted": f"{wanted:,}", "found": f"{found:,}"}
        raise refusal(problem_texts.NPY_LENGTH, problem_texts.SAVE_AGAIN, file=name, **values)

    def columns() -> Columns:
        array = np.frombuffer(raw, kind, count, offset)
        array = array.astype(kind.newbyteorder("="), copy=False)
        if len(shape) == 1:
            return Columns(array)
        array = array.reshape(shape, order="F" if is_fortran else "C")
        days, values = array if shape[0] == 2 else array.T
        return Columns(np.ascontiguousarray(values), np.ascontiguousarray(days, np.float64))

    return Head(count if len(shape) == 1 else count // 2, columns)


def _npy_head(name: str, raw: bytes) -> tuple[tuple[int, ...], bool, np.dtype[Any], int]:
    """Give shape, order, kind and where the values begin; nothing in the file is run."""
    file = io.BytesIO(raw)
    try:
        version = npy.read_magic(file)
        read = npy.read_array_header_1_0 if version == (1, 0) else npy.read_array_header_2_0
        shape, is_fortran, kind = read(file)
    except (ValueError, TypeError, SyntaxError, EOFError, RecursionError, MemoryError):
        raise refusal(problem_texts.NPY_BROKEN, problem_texts.SAVE_AGAIN, file=name) from None
    return shape, is_fortran, kind, file.tell()


# --- .csv ---------------------------------------------------------------------------------


def _csv(name: str, raw: bytes) -> Head:
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        texts = problem_texts.NOT_UTF8, problem_texts.NOT_UTF8_REMEDY
        raise refusal(*texts, file=name) from None
    head, _, rows = text.partition("\n")
    names = [one.strip().strip('"').lower() for one in head.strip().split(",")]
    if "value" not in names:
        raise refusal(problem_texts.CSV_HEADER, problem_texts.CSV_HEADER_REMEDY, file=name)
    places = [names.index(one) for one in ("day", "value") if one in names]
    return Head(rows.count("\n") + 1, lambda: _csv_columns(rows, places))


def _csv_columns(rows: str, places: Sequence[int]) -> Columns:
    if not rows.strip():
        return Columns(np.empty(0), np.empty(0) if len(places) == 2 else None)
    try:
        options: dict[str, Any] = {"delimiter": ",", "comments": None, "quotechar": '"'}
        found = np.loadtxt(io.StringIO(rows), usecols=places, ndmin=2, **options)
    except ValueError:
        found, bad_rows = _row_by_row(rows, places)
    else:
        bad_rows = None
    values = np.ascontiguousarray(found[:, -1])
    days = np.ascontiguousarray(found[:, 0]) if len(places) == 2 else None
    return Columns(values, days, bad_rows)


def _row_by_row(rows: str, places: Sequence[int]) -> tuple[Floats, BadRows | None]:
    """Read what has gaps or words in it: nothing is a missing value, words cost their row."""
    kept: list[list[float]] = []
    bad: BadRows | None = None
    reader = csv.reader(io.StringIO(rows))
    for row in reader:
        if not row:
            continue
        cells = [row[place].strip() if place < len(row) else "" for place in places]
        words = next((one for one in cells if one and not _NUMBER.fullmatch(one)), None)
        if words is None:
            kept.append([float(one) if one else math.nan for one in cells])
        elif bad is None:
            bad = BadRows(1, reader.line_num + 1, words[:100])
        else:
            bad = bad._replace(number=bad.number + 1)
    return np.array(kept, dtype=np.float64).reshape(-1, len(places)), bad


# --- .parquet -----------------------------------------------------------------------------


def _parquet(name: str, raw: bytes) -> Head:
    try:
        arrow = importlib.import_module("pyarrow")
        parquet = importlib.import_module("pyarrow.parquet")
    except ImportError:
        texts = problem_texts.NO_PYARROW, problem_texts.NO_PYARROW_REMEDY
        raise refusal(*texts, file=name) from None
    try:
        file = parquet.ParquetFile(arrow.BufferReader(raw))
        names, count = file.schema_arrow.names, file.metadata.num_rows
    except (arrow.ArrowException, OSError, ValueError):
        texts = problem_texts.PARQUET_BROKEN, problem_texts.SAVE_AGAIN
        raise refusal(*texts, file=name) from None
    if "value" not in names:
        raise refusal(problem_texts.CSV_HEADER, problem_texts.CSV_HEADER_REMEDY, file=name)

    wanted = [one for one in ("day", "value") if one in names]
    for kind in (file.schema_arrow.field(one).type for one in wanted):
        if not (arrow.types.is_floating(kind) or arrow.types.is_integer(kind)):
            texts = problem_texts.NPY_KIND, problem_texts.NPY_KIND_REMEDY
            raise refusal(*texts, file=name, kind=str(kind)[:100])

    def columns() -> Columns:
        try:
            table = file.read(columns=wanted)
        except (arrow.ArrowException, OSError, ValueError):
            texts = problem_texts.PARQUET_BROKEN, problem_texts.SAVE_AGAIN
            raise refusal(*texts, file=name) from None
        found = [np.asarray(table.column(one).to_numpy(), dtype=np.float64) for one in wanted]
        return Columns(found[-1], found[0] if len(found) == 2 else None)

    return Head(count, columns)


_READERS: dict[str, Callable[[str, bytes], Head]] = {
    "npy": _npy,
    "csv": _csv,
    "parquet": _parquet,
}
