"""Two periods side by side in words: what a table shows and what is copied."""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QCoreApplication

from viewer.model.comparison import Comparison, SeriesCompared
from viewer.model.figures import Count, Figure, Reported, WhyNot
from viewer.model.glucose import band_limits
from viewer.model.numbering import Counting
from viewer.model.period_comparison import PeriodFigures
from viewer.model.readings import is_glucose
from viewer.model.series import Series, Statement
from viewer.ui.words.joining import in_line, in_turn, with_aside
from viewer.ui.words.measure_words import (
    LETTERS,
    period_words,
    reported_words,
    signed,
    why_not_words,
)
from viewer.ui.words.numbers import number
from viewer.ui.words.time_words import when_short

translate = QCoreApplication.translate


class Cell(NamedTuple):
    """Words in a table; `is_missing` where they stand in the place of a figure."""

    words: str
    is_missing: bool = False


class TableRow(NamedTuple):
    """A label and a cell for each period; one cell alone stands for all of them."""

    label: str
    cells: tuple[Cell, ...]


class Section(NamedTuple):
    """The rows about one series, or about what speaks of none."""

    id: str
    """The series' id; empty for none."""
    title: str
    rows: tuple[TableRow, ...]


def heads(comparison: Comparison, counting: Counting) -> tuple[tuple[str, str], ...]:
    """Give letter and days of each period."""
    letters = LETTERS[: len(comparison.periods)]
    return tuple(
        zip(letters, (period_words(span, counting) for span in comparison.periods), strict=True)
    )


def sections(comparison: Comparison, counting: Counting, language: str) -> tuple[Section, ...]:
    """Say everything that the periods hold, series by series."""
    told = [_series_section(compared, counting, language) for compared in comparison.series]
    others = _statement_rows(comparison.statements, counting, language)
    if others:
        told.append(Section("", translate("Compare", "Not about one series"), others))
    return tuple(told)


def as_text(comparison: Comparison, counting: Counting, language: str) -> str:
    """Write the comparison as lines of cells parted by tabs, to paste into a table."""
    head = ["", *(in_line(one) for one in heads(comparison, counting))]
    lines = ["\t".join(head)]
    for section in sections(comparison, counting, language):
        lines.append(section.title)
        for row in section.rows:
            lines.append("\t".join((row.label, *(cell.words for cell in row.cells))))
    return "\n".join(lines)


def _series_section(compared: SeriesCompared, counting: Counting, language: str) -> Section:
    series = compared.series
    title = with_aside(series.title.pick(language), series.unit)
    if all(period.is_silent for period in compared.periods):
        none = Cell(why_not_words(WhyNot.NO_VALUES), is_missing=True)
        count = TableRow(translate("Compare", "Number of values"), (none,) * len(compared.periods))
        return Section(series.id, title, (count,))
    told = [period.figures for period in compared.periods]
    rows = [
        TableRow(translate("Compare", "Number of values"), tuple(_count(one) for one in told)),
        TableRow(translate("Compare", "Median"), tuple(_value(one.median, series) for one in told)),
        TableRow(translate("Compare", "Range"), tuple(_range(one, series) for one in told)),
    ]
    if compared.median_difference is not None:
        words = f"{signed(_tidied(compared.median_difference, series))} {series.unit}"
        rows.append(TableRow(translate("Compare", "Medians, B less A"), (Cell(words),)))
    if is_glucose(series.analyte):
        rows += _glucose_rows(told, series)
    rows += _statement_rows([period.statements for period in compared.periods], counting, language)
    return Section(series.id, title, tuple(rows))


def _glucose_rows(told: list[PeriodFigures], series: Series) -> list[TableRow]:
    limits = band_limits(series.unit)
    below = translate("Compare", "Time below {limit}")
    names = ("70", "54") if limits is None else (number(limits.level_1), number(limits.level_2))
    return [
        TableRow(
            translate("Compare", "Time the sensor tells of"),
            tuple(_percent(one.told_percent) for one in told),
        ),
        TableRow(
            below.format(limit=names[0]), tuple(_percent(one.below_70_percent) for one in told)
        ),
        TableRow(
            below.format(limit=names[1]), tuple(_percent(one.below_54_percent) for one in told)
        ),
        TableRow(
            translate("Compare", "Episodes, level 1"),
            tuple(_episodes(one.episodes_level_1) for one in told),
        ),
        TableRow(
            translate("Compare", "Episodes, level 2"),
            tuple(_episodes(one.episodes_level_2) for one in told),
        ),
    ]


def _count(told: PeriodFigures) -> Cell:
    said = [number(told.count) if told.count else why_not_words(WhyNot.NO_VALUES)]
    if told.bounded:
        words = translate("Compare", "{count} with a comparator, Low or High")
        said.append(words.format(count=told.bounded))
    if told.perhaps:
        words = translate("Compare", "{count} more may be from these days")
        said.append(words.format(count=told.perhaps))
    if told.words:
        said.append(translate("Compare", "{count} words, no values").format(count=told.words))
    return Cell(in_turn(said), is_missing=not told.count)


def _value(figure: Figure, series: Series) -> Cell:
    if isinstance(figure, WhyNot):
        return Cell(why_not_words(figure), is_missing=True)
    return Cell(f"{number(_tidied(figure, series))} {series.unit}")


def _range(told: PeriodFigures, series: Series) -> Cell:
    low, high = told.lowest, told.highest
    if isinstance(low, WhyNot) or isinstance(high, WhyNot):
        return Cell(why_not_words(WhyNot.NO_VALUES), is_missing=True)
    low, high = _tidied_end(low, series), _tidied_end(high, series)
    if low == high:
        return Cell(f"{reported_words(low)} {series.unit}")
    words = translate("Compare", "{low} to {high} {unit}")
    return Cell(words.format(low=reported_words(low), high=reported_words(high), unit=series.unit))


def _tidied(value: float, series: Series) -> float:
    """Leave out the digits that samples stored as float32 do not have."""
    held = series.sampled
    is_short = held is not None and held.values.dtype == np.float32
    return float(f"{value:.7g}") if is_short else value


def _tidied_end(told: Reported, series: Series) -> Reported:
    return told if told.value is None else told._replace(value=_tidied(told.value, series))


def _percent(figure: Figure) -> Cell:
    if isinstance(figure, WhyNot):
        return Cell(why_not_words(figure), is_missing=True)
    return Cell(f"{figure:.1f} %")


def _episodes(count: Count) -> Cell:
    if isinstance(count, WhyNot):
        return Cell(why_not_words(count), is_missing=True)
    return Cell(number(count))


def _statement_rows(
    said: Iterable[tuple[Statement, ...]], counting: Counting, language: str
) -> tuple[TableRow, ...]:
    """Say for each period what the source says in words; that is no value."""
    label = translate("Compare", "In words, {letter}")
    return tuple(
        TableRow(label.format(letter=letter), (_statements(statements, counting, language),))
        for letter, statements in zip(LETTERS, said, strict=False)
        if statements
    )


def _statements(statements: tuple[Statement, ...], counting: Counting, language: str) -> Cell:
    aside = translate("Compare", "statement; {when}")
    return Cell(
        in_turn(
            with_aside(
                s.text.pick(language), aside.format(when=when_short(s.when, counting, language))
            )
            for s in statements
        )
    )
