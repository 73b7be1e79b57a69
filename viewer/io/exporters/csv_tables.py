"""Events and values as CSV: RFC 4180, UTF-8 with the mark of it, CRLF.

The columns have the same names in every language. The last one is named by what stands on every
export and is empty: so it is read above the first row even of an empty table, stays in view when
rows are sorted or filtered, and is no row that a program would take for data.
"""

import codecs
import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Final

import numpy as np

from viewer.io.exporters.cells import Cell, Cells, number_text
from viewer.io.exporters.course_table import COURSE_COLUMNS, course_rows
from viewer.io.exporters.data_words import DataWords
from viewer.io.exporters.values_table import VALUE_COLUMNS, SampleRun, ValueRows
from viewer.model.case import Case
from viewer.model.table_cells import harmless

ROWS_AT_ONCE: Final = 4096
"""A piece of a table holds so many rows."""
_HOLE: Final = "\x01"  # no cell holds it: `harmless` takes it out


def events_csv(case: Case, words: DataWords) -> bytes:
    """Give events, studies, reports and statements of a disclosed case as CSV; see `events_pieces`.

    docs/exports.md tells the columns and what of a case they do not hold.
    """
    return b"".join(events_pieces(case, words))


def values_csv(case: Case, words: DataWords) -> bytes:
    """Give all values of a disclosed case as CSV; see `values_pieces` for a long one."""
    return b"".join(values_pieces(case, words))


def events_pieces(case: Case, words: DataWords) -> Iterator[bytes]:
    """Give the table of the course piece by piece, for writing, progress and stopping between."""
    yield _head(COURSE_COLUMNS, case, words)
    yield from _pieces(COURSE_COLUMNS, course_rows(case, words))


def values_pieces(case: Case, words: DataWords) -> Iterator[bytes]:
    """Give the table of values piece by piece: of each series what is reported, then samples."""
    rows = ValueRows(case, words)
    yield _head(VALUE_COLUMNS, case, words)
    for series in case.series:
        yield from _pieces(VALUE_COLUMNS, rows.reported(series))
        missing = rows.missing(series)
        for run in chain(rows.runs(series), () if missing is None else (missing,)):
            yield from _run_pieces(run)


def _head(columns: Sequence[str], case: Case, words: DataWords) -> bytes:
    notice = harmless(words.joined(words.notices_of(case)))
    return codecs.BOM_UTF8 + _lines([[*columns, notice]])


def _pieces(columns: Sequence[str], rows: Iterable[Cells]) -> Iterator[bytes]:
    waiting = iter(rows)
    while piece := list(islice(waiting, ROWS_AT_ONCE)):
        yield _lines([*(_text(row.get(name)) for name in columns), ""] for row in piece)


def _lines(rows: Iterable[Sequence[str]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode("utf-8")


def _text(cell: Cell) -> str:
    """Write a cell: words as text that no spreadsheet carries out, numbers as they are."""
    if isinstance(cell, str):
        return harmless(cell)
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return "" if cell is None else number_text(cell)


def _run_pieces(run: SampleRun) -> Iterator[bytes]:
    """Write samples, of which only the moment and the value differ."""
    cells = [_text(run.cells.get(name)) for name in VALUE_COLUMNS]
    for name in ("start_day", "value"):
        cells[VALUE_COLUMNS.index(name)] = _HOLE
    before, between, after = _lines([[*cells, ""]]).decode("utf-8").split(_HOLE)
    for first in range(run.first, run.last, ROWS_AT_ONCE):
        last = min(first + ROWS_AT_ONCE, run.last)
        days = map(number_text, run.held.days[first:last].tolist())
        values = _value_texts(run, first, last)
        lines = (f"{before}{d}{between}{v}{after}" for d, v in zip(days, values, strict=True))
        yield "".join(lines).encode("utf-8")


def _value_texts(run: SampleRun, first: int, last: int) -> Iterator[str]:
    values = run.held.values[first:last]
    if np.isnan(values[0]):  # a run of moments without a value
        return ("" for _ in values)
    if values.dtype == np.float32:  # no digits that it does not have
        return (number_text(float(str(value))) for value in values)
    return map(number_text, values.tolist())
