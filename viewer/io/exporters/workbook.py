"""A case as a workbook: about the case, its events, their details, values and statements.

Numbers are numbers, words are words and never formulas. The same case gives the same bytes.
"""

import datetime
import io
import re
import shutil
import zipfile
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, count, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from viewer.io.exporters import data_words
from viewer.io.exporters.about_table import ABOUT_COLUMNS, AboutRows
from viewer.io.exporters.cells import Cell, Cells
from viewer.io.exporters.course_table import COURSE_COLUMNS, WHOLE_ROWS, course_rows
from viewer.io.exporters.data_words import COLUMNS, DataWords
from viewer.io.exporters.sample_summary import SheetValues
from viewer.io.exporters.values_table import VALUE_COLUMNS
from viewer.model.case import Case

if TYPE_CHECKING:
    from openpyxl import Workbook

SHEET_ROWS: Final = 1_048_576
"""A sheet holds no more rows; what goes on beyond stands on a further sheet."""
CELL_LENGTH: Final = 32_767
"""A cell holds no more letters."""
STEP_ROWS: Final = 1000
HEAD_ROWS: Final = 2
_MADE: Final = datetime.datetime(1980, 1, 1)  # the same bytes whenever they are made
_UNSEEN: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]")
_WIDTHS: Final = {"text": 60, "details": 60, "why": 40, "title": 34, "outcome": 24, "when": 24}
_WIDTH: Final = 14


def workbook(case: Case, words: DataWords, step: Callable[[], object] = lambda: None) -> bytes:
    """Give a disclosed case as an XLSX file.

    The first row of every sheet says what stands on every export, the second heads the columns,
    which are those of the CSV tables. `step` is called every now and then; what it raises ends the
    work. More samples than `sample_summary.SAMPLE_ROWS` are summarised so that extremes survive,
    and the first row says so.
    """
    from openpyxl import Workbook
    from openpyxl.writer.excel import ExcelWriter

    book = Workbook(write_only=True)
    book.properties.creator = "Dayline"
    book.properties.created = book.properties.modified = _MADE
    try:
        _Sheets(book, case, words, step).write()
    except BaseException:
        _discard(book)
        raise
    file = io.BytesIO()
    ExcelWriter(book, _SameBytes(file, "w", zipfile.ZIP_DEFLATED)).save()
    return file.getvalue()


def _discard(book: "Workbook") -> None:
    """Remove what was written of the sheets so far: it lies in files of the system's own folder."""
    for sheet in book.worksheets:
        unfinished: Any = sheet
        unfinished.close()
        unfinished._writer.cleanup()


class _SameBytes(zipfile.ZipFile):
    """A zip file whose entries do not tell when they were written."""

    def writestr(self, zinfo_or_arcname: Any, data: Any, *_: Any, **__: Any) -> None:
        super().writestr(_entry(zinfo_or_arcname), data)

    def write(self, filename: Any, arcname: Any = None, *_: Any, **__: Any) -> None:
        with Path(filename).open("rb") as source, self.open(_entry(arcname), "w") as entry:
            shutil.copyfileobj(source, entry)


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name)
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


class _Sheets:
    """The sheets of one workbook, written one after the other."""

    def __init__(
        self, book: "Workbook", case: Case, words: DataWords, step: Callable[[], object]
    ) -> None:
        self._book, self._case, self._words, self._step = book, case, words, step

    def write(self) -> None:
        case, words = self._case, self._words
        self._sheet(data_words.ABOUT, ABOUT_COLUMNS, AboutRows(case, words).rows())
        self._sheet(data_words.EVENTS, COURSE_COLUMNS, self._course(WHOLE_ROWS.__contains__))
        self._sheet(data_words.PARTS, COURSE_COLUMNS, self._course(_is_part))
        values = SheetValues(case, words)
        self._sheet(data_words.VALUES, VALUE_COLUMNS, values.rows(), values.said())
        self._sheet(data_words.STATEMENTS, COURSE_COLUMNS, self._course("statement".__eq__))

    def _course(self, is_wanted: Callable[[Cell], bool]) -> Iterator[Cells]:
        return (row for row in course_rows(self._case, self._words) if is_wanted(row["row"]))

    def _sheet(
        self, name: str, columns: tuple[str, ...], rows: Iterable[Cells], said: Iterable[str] = ()
    ) -> None:
        """Write a table, on further sheets where it is too long for one."""
        title, waiting = self._words.say(name), iter(rows)
        notice = self._words.joined([*self._words.notices_of(self._case), *said])
        names = chain((title,), (f"{title} {number}" for number in count(2)))
        is_full = True
        while is_full:
            sheet = self._begun(next(names), columns, notice)
            written = 0
            for row in islice(waiting, SHEET_ROWS - HEAD_ROWS):
                sheet.append([_cell(sheet, row.get(column)) for column in columns])
                written += 1
                if written % STEP_ROWS == 0:
                    self._step()
            is_full = written == SHEET_ROWS - HEAD_ROWS

    def _begun(self, title: str, columns: tuple[str, ...], notice: str) -> Any:
        """Give a new sheet with its two first rows, which stay in view and on each printed page."""
        from openpyxl.cell import WriteOnlyCell
        from openpyxl.styles import Font
        from openpyxl.utils import get_column_letter

        sheet: Any = self._book.create_sheet(title)
        sheet.freeze_panes = f"A{HEAD_ROWS + 1}"
        sheet.print_title_rows = f"1:{HEAD_ROWS}"
        for number, column in enumerate(columns, 1):
            width = _WIDTHS.get(column, _WIDTH)
            sheet.column_dimensions[get_column_letter(number)].width = width
        sheet.append([_cell(sheet, notice)])
        heads = [WriteOnlyCell(sheet, self._words.say(COLUMNS[column])) for column in columns]
        for head in heads:
            head.font = Font(bold=True)
        sheet.append(heads)
        self._step()
        return sheet


def _is_part(row: Cell) -> bool:
    return row not in WHOLE_ROWS and row != "statement"


def _cell(sheet: Any, cell: Cell) -> Any:
    """Give a cell as it is appended: words that look like a formula or a fault stay words."""
    from openpyxl.cell import WriteOnlyCell

    if not isinstance(cell, str):
        return cell
    text = _UNSEEN.sub("", cell)
    if len(text) > CELL_LENGTH:
        text = text[: CELL_LENGTH - 1] + "…"
    if text[:1] not in ("=", "#"):
        return text
    made = WriteOnlyCell(sheet, text)
    made.data_type = "s"
    return made
