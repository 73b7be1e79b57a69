"""Values as a table: what was measured as it was reported, one row a value.

Reported values come as rows, samples (thousands of them) as runs that share all but their moment
and their value.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np

from viewer.io.exporters.cells import EVIDENCE_COLUMNS, TIME_FIELDS, CaseCells, Cells
from viewer.model.samples import Floats, SampleValues
from viewer.model.series import Measurement, ReferenceInterval, Series

VALUE_COLUMNS: Final = (
    *("row", "series", "series_title", "analyte", "id", "when"),
    *("start", *(f"start_{field}" for field in TIME_FIELDS)),
    *("value", "comparator", "word", "printed", "unit", "printed_unit"),
    *("specimen", "laboratory", "codes"),
    *("reference_low", "reference_high", "reference_high_is_outside"),
    *("reference_laboratory", "reference_is_own", "reference_source"),
    *("remarks", "known_from", *EVIDENCE_COLUMNS),
)


@dataclass(frozen=True)
class SampleRun:
    """Samples [first, last) of a series, which share all cells but `start_day` and `value`."""

    cells: Cells
    held: SampleValues
    first: int
    last: int


class ValueRows(CaseCells):
    """The rows of the values of a disclosed case."""

    def reported(self, series: Series) -> Iterator[Cells]:
        """Give the values that stand in the case itself, then limits and remarks of the series.

        A row `reference` is one of the reference intervals of the series, in their order; a row
        `remark` is said of the whole series.
        """
        own = self._series(series)
        for point in series.points:
            yield own | self._point(series, point)
        for reference in series.references:
            when = None if reference.period is None else self.words.when(reference.period)
            yield own | {"row": "reference", "when": when} | self._reference(reference)
        for remark in series.remarks:
            said: Cells = {"remarks": self.pick(remark.text), "known_from": remark.known_from}
            yield own | {"row": "remark"} | said | self.evidence(remark.evidence)

    def runs(self, series: Series) -> Iterator[SampleRun]:
        """Give the samples of a series, cut where other reference intervals apply."""
        held, samples = series.sampled, series.samples
        if held is None or samples is None:
            return
        plain = self._series(series) | self.evidence(samples.evidence)
        plain |= {"row": "sample", "start": "exact", "known_from": samples.known_from}
        plain["start_precision"] = series.sample(0).when.precision
        for first, last, reference in _reference_runs(series.references, held.days):
            limits = {} if reference is None else self._reference(reference)
            yield SampleRun(plain | limits, held, first, last)

    def missing(self, series: Series) -> SampleRun | None:
        """Give the moments at which the file of a series has no value, as a run without values."""
        samples = series.samples
        held = None if samples is None else samples.values
        if held is None or samples is None or not held.missing_count:
            return None
        cells = self._series(series) | {"row": "missing", "start": "exact"}
        gaps = SampleValues(held.missing_days, np.full(held.missing_count, np.nan))
        return SampleRun(cells | self.evidence(samples.evidence), gaps, 0, len(gaps))

    # -- cells ----------------------------------------------------------------------------------

    def _series(self, series: Series) -> Cells:
        return {
            "series": series.id,
            "series_title": self.pick(series.title),
            "analyte": series.analyte,
            "unit": series.unit,
            "printed_unit": series.printed_unit,
            "specimen": self.pick(series.specimen),
            "laboratory": self.pick(series.laboratory),
            "codes": " ".join(f"{code.system}|{code.code}" for code in series.codes),
        }

    def _point(self, series: Series, point: Measurement) -> Cells:
        reference = series.reference_for(point)
        limits = {} if reference is None else self._reference(reference)
        cells: Cells = {
            "row": "value",
            "id": point.id,
            "value": point.value,
            "comparator": point.comparator,
            "word": self.pick(point.word),
            "printed": point.printed,
            "laboratory": self.pick(point.laboratory or series.laboratory),
            "remarks": self.texts(remark.text for remark in point.remarks),
            "known_from": point.known_from,
        }
        return cells | self.time(point.when) | limits | self.evidence(point.evidence)

    def _reference(self, reference: ReferenceInterval) -> Cells:
        return {
            "reference_low": reference.low,
            "reference_high": reference.high,
            "reference_high_is_outside": reference.high_is_outside,
            "reference_laboratory": self.pick(reference.laboratory),
            "reference_is_own": reference.is_own,
            "reference_source": self.pick(reference.source),
        }


def _reference_runs(
    references: tuple[ReferenceInterval, ...], days: Floats
) -> Iterator[tuple[int, int, ReferenceInterval | None]]:
    """Give [first, last) of the samples that are read against the same limits, and those."""
    which = np.full(len(days), -1)
    for number, reference in reversed([*enumerate(references)]):
        if reference.period is None:
            which[:] = number
        else:
            span = reference.period.span
            which[(days >= span.start) & (days < span.end)] = number
    cuts = [0, *(np.flatnonzero(np.diff(which)) + 1).tolist(), len(days)]
    for first, last in pairwise(cuts):
        number = int(which[first])
        yield first, last, references[number] if number >= 0 else None
