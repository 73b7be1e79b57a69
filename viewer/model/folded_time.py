"""Time with stretches folded away: what is left, end to end.

Folded time counts the days that are not folded. Folds are sorted and share no moment; a fold takes
no folded time at all.
"""

from collections.abc import Iterable

from viewer.model.time import Span

Folds = tuple[Span, ...]


def merged(spans: Iterable[Span]) -> Folds:
    """Give stretches in order, those that touch or overlap as one; empty ones are left out."""
    found: list[Span] = []
    for span in sorted(spans):
        if span.days <= 0:
            continue
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)


def folded(day: float, folds: Folds) -> float:
    """Give the folded time of a moment; every moment of a fold has that of its start."""
    return day - sum(min(day, fold.end) - fold.start for fold in folds if fold.start < day)


def unfolded(time: float, folds: Folds, *, is_end: bool = False) -> float:
    """Give the moment at a folded time.

    Where a fold stands just there it is the moment after the fold, for the end of a stretch the
    moment before it.
    """
    day = time
    for fold in folds:
        if fold.start > day or (is_end and fold.start == day):
            break
        day += fold.days
    return day
