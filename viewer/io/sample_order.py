"""Puts samples in the order of time and leaves out what cannot be drawn.

Files are long, and memory that is touched for the first time is slow: passes go piece by piece,
so that what they need in between stays small.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from viewer.model import problem_texts
from viewer.model.part import DAY_LIMIT
from viewer.model.samples import Floats, SampleValues, Values

PIECE = 1 << 18
"""So many samples are looked at at a time."""

Told = tuple[str, str, dict[str, str]]
"""A message, what to do about it, and the values for the braces of both."""


@dataclass(frozen=True)
class Ordered:
    """Samples in the order of time, and what had to be done to get them so."""

    values: SampleValues
    told: tuple[Told, ...]


def regular_days(start: float, every_days: float, count: int) -> Floats:
    """Give moments at equal distances (days)."""
    days = np.arange(count, dtype=np.float64)
    days *= every_days
    days += start
    return days


def in_order(days: Floats, values: Values) -> Ordered:
    """Give samples in the order of time, without what cannot be drawn, and say what was done.

    What has no finite day, one too far away, or an infinite value is left out. NaN are counted as
    missing. Samples at one moment stay in the order of the file.
    """
    told: list[Told] = []
    if not _is_plain(days):
        days, values = _in_time(days, values, told)
    missing = np.empty(0)
    if not _all(np.isfinite, values):
        missing = _where(np.isnan, values, days)
        infinite = len(_where(np.isinf, values, values))
        if infinite:
            texts = problem_texts.SAMPLES_INFINITE, problem_texts.SAMPLES_LEFT_OUT
            told.append((*texts, {"count": f"{infinite:,}"}))
        days, values = _where(np.isfinite, values, days), _where(np.isfinite, values, values)
    return Ordered(SampleValues(days, values, missing), tuple(told))


def _in_time(days: Floats, values: Values, told: list[Told]) -> tuple[Floats, Values]:
    """Sort samples by their days and leave out those without a day that can be shown."""
    left_out = problem_texts.SAMPLES_LEFT_OUT
    for is_right, message in (
        (np.isfinite(days), problem_texts.SAMPLES_NO_TIME),
        (~(np.abs(days) > DAY_LIMIT) | ~np.isfinite(days), problem_texts.SAMPLES_TOO_FAR),
    ):
        count = len(days) - int(np.count_nonzero(is_right))
        if count:
            told.append((message, left_out, {"count": f"{count:,}", "limit": f"{DAY_LIMIT:,}"}))
    is_near = np.abs(days) <= DAY_LIMIT  # neither is NaN
    days, values = days[is_near], values[is_near]
    if np.any(days[1:] < days[:-1]):
        order = np.argsort(days, kind="stable")
        days, values = days[order], values[order]
        texts = problem_texts.SAMPLES_UNSORTED, problem_texts.SAMPLES_UNSORTED_REMEDY
        told.append((*texts, {}))
    twice = int(np.count_nonzero(days[1:] == days[:-1]))
    if twice:
        texts = problem_texts.SAMPLES_TWICE, problem_texts.SAMPLES_TWICE_REMEDY
        told.append((*texts, {"count": f"{twice:,}"}))
    return days, values


def _pieces(count: int) -> Iterator[slice]:
    for first in range(0, count, PIECE):
        yield slice(first, min(first + PIECE, count))


def _is_plain(days: Floats) -> bool:
    """Tell whether each day is later than the one before, and none too far away."""
    if len(days) and not (days[0] >= -DAY_LIMIT and days[-1] <= DAY_LIMIT):
        return False
    return all(
        np.all(days[piece.start + 1 : piece.stop + 1] > days[piece][: len(days) - piece.start - 1])
        for piece in _pieces(len(days))
    )


def _all(is_right: Callable[[Values], NDArray[np.bool_]], values: Values) -> bool:
    return all(is_right(values[piece]).all() for piece in _pieces(len(values)))


def _where(
    is_wanted: Callable[[Values], NDArray[np.bool_]], values: Values, given: Values
) -> Values:
    """Give those of the `given` at which the value is wanted."""
    pieces = list(_pieces(len(values)))
    count = sum(int(np.count_nonzero(is_wanted(values[piece]))) for piece in pieces)
    found, at = np.empty(count, dtype=given.dtype), 0
    for piece in pieces:
        kept = given[piece][is_wanted(values[piece])]
        found[at : at + len(kept)] = kept
        at += len(kept)
    return found
