"""All series of a case set side by side in several periods."""

from dataclasses import dataclass
from typing import Final, NamedTuple

from viewer.model.case import Case
from viewer.model.period_comparison import PeriodFigures, period_figures
from viewer.model.series import Series, Statement
from viewer.model.time import Span

Statements = tuple[Statement, ...]
REPORTED_EFFORT: Final = 100


class InPeriod(NamedTuple):
    """What the case tells of one series in one period."""

    figures: PeriodFigures
    statements: Statements
    """What the source says in words; it may be about more or fewer days than the period."""

    @property
    def is_silent(self) -> bool:
        """Whether there is neither a value, nor one that may lie here, nor a word."""
        told = self.figures
        return not (told.count or told.perhaps or told.words or self.statements)


@dataclass(frozen=True)
class SeriesCompared:
    """One series in each of the periods, in their order."""

    series: Series
    periods: tuple[InPeriod, ...]

    @property
    def median_difference(self) -> float | None:
        """The median of the last period less that of the first, where each has one."""
        medians = [period.figures.median for period in self.periods]
        first, last = medians[0], medians[-1]
        if len(medians) < 2 or not isinstance(first, float) or not isinstance(last, float):
            return None
        return last - first


@dataclass(frozen=True)
class Comparison:
    """What a case tells in one or several periods."""

    periods: tuple[Span, ...]
    series: tuple[SeriesCompared, ...]
    statements: tuple[Statements, ...]
    """Of each period, the statements that speak of no series."""


def compare(case: Case, periods: tuple[Span, ...]) -> Comparison:
    """Set all series of a disclosed case side by side in periods, at least one."""
    said = [_said_in(case, span) for span in periods]
    compared = tuple(_compared(series, periods, said) for series in case.series)
    others = tuple(tuple(s for s in statements if not s.series) for statements in said)
    return Comparison(periods, compared, others)


def _compared(series: Series, periods: tuple[Span, ...], said: list[Statements]) -> SeriesCompared:
    found = (
        InPeriod(
            period_figures(series, span), tuple(s for s in statements if series.id in s.series)
        )
        for span, statements in zip(periods, said, strict=True)
    )
    return SeriesCompared(series, tuple(found))


def _said_in(case: Case, span: Span) -> Statements:
    return tuple(statement for statement in case.statements if statement.when.span.overlaps(span))


def effort(case: Case) -> int:
    """Tell how much a comparison has to go through, in samples.

    A reported value is looked at by itself, which takes as long as a hundred samples.
    """
    return sum(
        REPORTED_EFFORT * len(one.points) + (0 if one.sampled is None else len(one.sampled))
        for one in case.series
    )
