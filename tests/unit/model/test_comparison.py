"""Series side by side in periods: values by their days, statements in words."""

from __future__ import annotations

import numpy as np

from tests.making import a_case, a_series, a_statement, a_value, between, lasting
from viewer.model.comparison import compare, effort
from viewer.model.figures import Reported, WhyNot
from viewer.model.samples import SampleValues
from viewer.model.series import Samples
from viewer.model.time import Span

A, B = Span(0, 12), Span(13, 62)


def test_series_are_set_side_by_side_with_the_statements_about_them() -> None:
    case = a_case(
        series=[
            a_series(a_value(0, 54.0), a_value(5, 60.0), a_value(20, 90.0), a_value(21, 100.0)),
            a_series(id="empty", analyte="insulin"),
        ],
        statements=[
            a_statement("none", lasting(13, 61), series=("series",)),
            a_statement("early", lasting(0, 3)),
            a_statement("late", lasting(80, 90)),
        ],
    )
    found = compare(case, (A, B))
    glucose, empty = found.series
    assert [period.figures.count for period in glucose.periods] == [2, 2]
    assert glucose.median_difference == 38.0
    assert [[s.id for s in period.statements] for period in glucose.periods] == [[], ["none"]]
    assert [[s.id for s in statements] for statements in found.statements] == [["early"], []]
    assert [period.is_silent for period in empty.periods] == [True, True]
    assert not glucose.periods[0].is_silent
    assert effort(case) == 400


def test_what_may_lie_in_a_period_or_is_only_said_breaks_the_silence() -> None:
    series = a_series(a_value(between(10, 20), 5.0), a_value(30, None, word="clotted"))
    statement = a_statement("said", lasting(50, 55), series=("series",))
    case = a_case(series=[series], statements=[statement])
    periods = (Span(12, 15), Span(30, 31), Span(50, 51), Span(60, 61))
    (found,) = compare(case, periods).series
    assert [period.is_silent for period in found.periods] == [False, False, False, True]


def test_there_is_no_difference_without_two_medians() -> None:
    case = a_case(series=[a_series(a_value(0, 54.0), a_value(5, 60.0), a_value(20, 90.0))])
    assert compare(case, (A,)).series[0].median_difference is None
    found = compare(case, (A, B)).series[0]
    assert found.periods[1].figures.median is WhyNot.TOO_FEW
    assert found.median_difference is None
    assert compare(case, (B, A)).series[0].median_difference is None


def test_samples_give_figures_together_with_reported_values() -> None:
    days = np.arange(1, 3, 1 / 288) + 0.001
    held = SampleValues(days, np.where(days < 2, 50.0, 100.0).astype(np.float32))
    samples = Samples.model_validate({"file": "cgm.npy", "evidence": {"kind": "reported"}})
    series = a_series(a_value(1.5, 200.0), a_value(0, 30.0))
    sampled = series.model_copy(update={"samples": samples.holding(held)})
    case = a_case().model_copy(update={"series": (sampled,)})
    first, second = compare(case, (Span(1, 2), Span(2, 3))).series[0].periods
    assert (first.figures.count, second.figures.count) == (289, 288)
    assert (first.figures.median, second.figures.median) == (50.0, 100.0)
    assert first.figures.highest == Reported(200.0)
    assert first.figures.episodes_level_2 == 1
    assert second.figures.below_70_percent == 0.0
    assert effort(case) == 200 + 576
