"""From the files of long series to samples in the order of time, and the problems in them."""

from dataclasses import replace

from viewer.geometry.pyramid import levels_of
from viewer.io.case_draft import CaseDraft
from viewer.io.case_files import Assets
from viewer.io.sample_files import (
    SAMPLES_FILE_LIMIT,
    SAMPLES_LIMIT,
    Columns,
    Head,
    open_samples,
    refusal,
)
from viewer.io.sample_order import Ordered, Told, in_order, regular_days
from viewer.io.unreadable import UnreadableError
from viewer.model import problem_texts
from viewer.model.case import Case
from viewer.model.samples import Floats
from viewer.model.series import Samples


def with_samples(draft: CaseDraft, case: Case, assets: Assets) -> Case:
    """Give a case with what the files of its series hold; the draft gets their faults.

    A file that cannot be read leaves its series without samples; the reference stays.
    """
    series = list(case.series)
    left = SAMPLES_LIMIT
    for index, one in enumerate(case.series):
        if one.samples is None:
            continue
        path = ("series", index, "samples", "file")
        try:
            head = _opened(one.samples, assets, left)
            left -= head.length
            ordered = _ordered(one.samples, head.columns())
        except UnreadableError as error:
            draft.lack(path, error.problem.message, error.problem.remedy, error.problem.values)
            continue
        for message, remedy, values in ordered.told:
            draft.warn(path, message, remedy, {"file": one.samples.file} | values)
        held = one.samples.holding(ordered.values)
        series[index] = one.model_copy(update={"samples": held})
    return case.model_copy(update={"series": tuple(series)})


def _opened(samples: Samples, assets: Assets, left: int) -> Head:
    """Give what a file claims to hold, where that is not more than is `left` for it."""
    head = open_samples(samples.file, assets.read(samples.file, SAMPLES_FILE_LIMIT))
    if head.length > left:
        texts = problem_texts.SAMPLES_TOO_MANY, problem_texts.SAMPLES_TOO_MANY_REMEDY
        raise refusal(*texts, file=samples.file, limit=f"{SAMPLES_LIMIT:,}")
    return head


def _ordered(samples: Samples, columns: Columns) -> Ordered:
    """Give the samples of one file, ready to be drawn."""
    ordered = in_order(_days(columns, samples), columns.values)
    told = _bad_rows(columns)
    if not len(ordered.values):
        told.append((problem_texts.SAMPLES_NONE, problem_texts.EMPTY_REMEDY, {}))
    values = replace(ordered.values, levels=levels_of(ordered.values.values))
    return Ordered(values, (*told, *ordered.told))


def _days(columns: Columns, samples: Samples) -> Floats:
    """Give the days of the file, else those of the reference."""
    if columns.days is not None:
        return columns.days
    if samples.start is None or samples.every_days is None:
        texts = problem_texts.SAMPLES_NO_DAYS, problem_texts.SAMPLES_NO_DAYS_REMEDY
        raise refusal(*texts, file=samples.file)
    return regular_days(samples.start, samples.every_days, len(columns.values))


def _bad_rows(columns: Columns) -> list[Told]:
    if columns.bad_rows is None:
        return []
    number, line, text = columns.bad_rows
    texts = problem_texts.SAMPLES_TEXT, problem_texts.SAMPLES_LEFT_OUT
    return [(*texts, {"row": str(line), "found": text, "count": f"{number:,}"})]
