"""Long series as files of a new case, made from what was disclosed of them.

The file that the case came with is never copied: it holds what lies beyond the horizon, and a table
may hold columns that nobody looked at.
"""

import io
from collections.abc import Callable, Collection
from functools import partial
from pathlib import PurePosixPath

import numpy as np

from viewer.io.sample_order import regular_days
from viewer.model.case import Case
from viewer.model.samples import Floats, SampleValues, Values
from viewer.model.series import Samples

MadeFiles = dict[str, Callable[[], bytes]]
"""What makes each file, by its name inside the case."""


def sample_files(case: Case, avoided: Collection[str] = ()) -> tuple[Case, MadeFiles]:
    """Give a case whose long series name .npy files, and what makes those.

    Where the moments are regular as the reference says, the file holds only values, else days and
    values. What was not read stays named and has no file. No file gets one of the `avoided` names.
    """
    made: MadeFiles = {}
    series = list(case.series)
    for number, one in enumerate(series):
        held = None if one.samples is None else one.samples.values
        if one.samples is None or held is None:
            continue
        days, values = _with_missing(held)
        is_regular = _is_regular(one.samples, days)
        name = _free_name(one.samples.file, {*avoided, *made})
        made[name] = partial(_npy, values) if is_regular else partial(_npy_pairs, days, values)
        update: dict[str, object] = {} if name == one.samples.file else {"file": name}
        if not is_regular and one.samples.start is not None:
            update |= {"start": None, "every_days": None}
        if update:
            samples = one.samples.model_copy(update=update).holding(held)
            series[number] = one.model_copy(update={"samples": samples})
    return (case.model_copy(update={"series": tuple(series)}) if made else case), made


def _free_name(file: str, taken: Collection[str]) -> str:
    """Give the name with the ending of the format; another where a series has it already."""
    path = PurePosixPath(file)
    name, number = str(path.with_suffix(".npy")), 1
    while name in taken:
        number += 1
        name = str(path.with_name(f"{path.stem}-{number}.npy"))
    return name


def _with_missing(held: SampleValues) -> tuple[Floats, Values]:
    """Give all moments of a file with their values, NaN where it has none."""
    if not held.missing_count:
        return held.days, held.values
    days = np.concatenate((held.days, held.missing_days))
    gaps = np.full(held.missing_count, np.nan, held.values.dtype)
    order = np.argsort(days, kind="stable")
    return days[order], np.concatenate((held.values, gaps))[order]


def _is_regular(samples: Samples, days: Floats) -> bool:
    if samples.start is None or samples.every_days is None:
        return False
    return np.array_equal(regular_days(samples.start, samples.every_days, len(days)), days)


def _npy(values: Values) -> bytes:
    file = io.BytesIO()
    np.save(file, values, allow_pickle=False)
    return file.getvalue()


def _npy_pairs(days: Floats, values: Values) -> bytes:
    """Write days above values, in the kind of the values where that loses nothing of the days."""
    if values.dtype != days.dtype:
        narrow = days.astype(values.dtype)
        if np.array_equal(narrow.astype(days.dtype), days):
            days = narrow
        else:  # widened by the digits that are written, not by the bits
            values = values.astype(np.str_).astype(days.dtype)
    return _npy(np.stack((days, values)))
