"""A long series in fewer rows: of every few samples the lowest and the highest, nothing between.

What is kept was measured, each value at its own moment; no mean is made and no extreme is lost.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from viewer.io.exporters.cells import Cells
from viewer.io.exporters.data_words import SUMMARISED, DataWords
from viewer.io.exporters.values_table import SampleRun, ValueRows
from viewer.model.case import Case
from viewer.model.samples import Values
from viewer.model.series import Series

SAMPLE_ROWS: Final = 100_000
"""So many samples at most stand in a sheet; longer series are summarised and that is said."""


@dataclass(frozen=True)
class Kept:
    """The numbers of the samples that are kept, in order, and of how many in turn."""

    numbers: NDArray[np.intp]
    is_lowest: NDArray[np.bool_]
    """Of each that is kept, whether it is the lowest of its few; else it is the highest."""
    size: int
    """So many in turn stand for themselves by their two extremes; 1 where all are kept."""


def kept_of(values: Values, most: int) -> Kept:
    """Give at most `most` of the values (two at the least), so that every extreme survives."""
    count = len(values)
    if count <= most:
        return Kept(np.arange(count), np.zeros(count, dtype=np.bool_), 1)
    size = -(-count // max(most // 2, 1))
    starts = np.arange(0, count, size)
    # The last few may be fewer: what is filled up repeats a value and wins no place.
    whole = np.append(values, np.full(len(starts) * size - count, values[-1])).reshape(-1, size)
    lowest, highest = starts + whole.argmin(axis=1), starts + whole.argmax(axis=1)
    numbers = np.concatenate((lowest, highest[highest != lowest]))
    order = np.argsort(numbers, kind="stable")
    is_lowest = np.arange(len(numbers)) < len(lowest)
    return Kept(numbers[order], is_lowest[order], size)


class SheetValues:
    """The rows of the values of a disclosed case for a sheet, which cannot hold any number."""

    def __init__(self, case: Case, words: DataWords) -> None:
        self._rows = ValueRows(case, words)
        held = {one.id: one.sampled for one in case.series}
        counts = {id_: 0 if one is None else len(one) for id_, one in held.items()}
        gaps = sum(map(_missing_count, case.series))
        self._is_short = sum(counts.values()) + gaps <= SAMPLE_ROWS
        whole = max(sum(counts.values()), 1)
        self._kept = {
            id_: kept_of(one.values, max(SAMPLE_ROWS * counts[id_] // whole, 2))
            for id_, one in held.items()
            if one is not None
        }

    def said(self) -> Iterator[str]:
        """Say of each series that is summarised that it is, and how."""
        words = self._rows.words
        for series in self._rows.case.series:
            kept = self._kept.get(series.id)
            if kept is not None and kept.size > 1:
                title = series.title.pick(words.language)
                count = f"{series.count - len(series.points):,}"
                said = words.say(SUMMARISED)
                yield said.format(series=title, count=count, size=f"{kept.size:,}")

    def rows(self) -> Iterator[Cells]:
        """Give the rows; those of a summarised series say `lowest` and `highest`."""
        for series in self._rows.case.series:
            yield from self._rows.reported(series)
            for run in self._rows.runs(series):
                yield from _of_run(run, self._kept[series.id])
            missing = self._rows.missing(series)
            if missing is not None and self._is_short:
                for day in missing.held.days.tolist():
                    yield missing.cells | {"start_day": day}


def _missing_count(series: Series) -> int:
    held = None if series.samples is None else series.samples.values
    return 0 if held is None else held.missing_count


def _of_run(run: SampleRun, kept: Kept) -> Iterator[Cells]:
    first, last = np.searchsorted(kept.numbers, (run.first, run.last)).tolist()
    for at in range(first, last):
        number = int(kept.numbers[at])
        cells: Cells = {
            "start_day": float(run.held.days[number]),
            "value": run.held.value(number),
        }
        if kept.size > 1:
            cells["row"] = "lowest" if kept.is_lowest[at] else "highest"
        yield run.cells | cells
