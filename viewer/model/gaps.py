"""Stretches of a course in which nothing is known to have begun, ended or been measured."""

import math
from collections.abc import Iterable
from itertools import pairwise

import numpy as np

from viewer.model.case import Case
from viewer.model.course import known_days
from viewer.model.time import Span

MARGIN_SHARE = 0.05
"""So much of a gap stays to be seen on either side of its fold."""
LEAST_SHARE = 0.1
"""A gap is long from this share of the course on."""
LEAST_DAYS = 1 / 24


def foldable(case: Case, bounds: Span) -> tuple[Span, ...]:
    """Give what may be folded of each gap inside `bounds`, in order (days).

    A period that goes on over a gap does not fill it. Whole days are kept whole where the gap is
    longer than a few of them.
    """
    return gaps_between(np.unique(known_days(case)).tolist(), bounds)


def gaps_between(days: Iterable[float], bounds: Span) -> tuple[Span, ...]:
    """Give the folds of the gaps between moments, without the margins (days)."""
    marks = sorted({bounds.start, bounds.end, *(d for d in days if bounds.contains(d))})
    folds = (_inner(Span(one, other)) for one, other in pairwise(marks))
    return tuple(fold for fold in folds if fold.days >= LEAST_DAYS)


def long_ones(gaps: Iterable[Span], of_days: float, share: float) -> tuple[Span, ...]:
    """Give the gaps that take more than a share of so many days."""
    return tuple(gap for gap in gaps if gap.days > share * of_days)


def _inner(gap: Span) -> Span:
    margin = max(gap.days * MARGIN_SHARE, min(1.0, gap.days / 4))
    start, end = gap.start + margin, gap.end - margin
    if end - start < 4:
        return Span(start, end)
    return Span(float(math.ceil(start)), float(math.floor(end)))
