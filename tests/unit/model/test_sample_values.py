"""Long series as arrays: spacing, cutting, the nearest sample, what a horizon leaves of them."""

from __future__ import annotations

import numpy as np
import pytest
from making import REPORTED, a_case, a_series, a_statement, a_value, lasting
from numpy.typing import NDArray

from viewer.geometry.pyramid import levels_of
from viewer.model.all_values import AllValues
from viewer.model.case_texts import CaseTexts
from viewer.model.course import bounds, known_days, nearest_value
from viewer.model.disclosure import disclose
from viewer.model.figures import Reported
from viewer.model.filter import NO_FILTER, Filter
from viewer.model.kept import Kept
from viewer.model.period_comparison import period_figures
from viewer.model.readings import readings_of
from viewer.model.samples import GAP_SPACINGS, SampleValues
from viewer.model.series import SampledAt, Samples, Series
from viewer.model.sides import NOT_SURELY_WITHIN, samples_out, side_of
from viewer.model.time import Span

SYNTHETIC = {"kind": "synthetic", "why": "drawn by chance"}


def held(days: NDArray[np.float64], **more: object) -> Series:
    values = np.arange(len(days), dtype=np.float32) + np.float32(0.1)
    missing = np.array([1.5, 7.5])
    inside = SampleValues(days, values, missing, levels_of(values))
    plain = {"file": "a.npy", "evidence": SYNTHETIC}
    samples = Samples.model_validate(plain | more).holding(inside)
    return a_series(samples=samples)


def daily(count: int = 10) -> Series:
    return held(np.arange(count, dtype=np.float64))


def test_the_reference_needs_both_of_start_and_spacing() -> None:
    whole = {"file": "a.npy", "start": 1.0, "every_days": 0.5, "evidence": REPORTED}
    assert Samples.model_validate(whole).values is None
    for name in ("start", "every_days"):
        half = {key: value for key, value in whole.items() if key != name}
        with pytest.raises(ValueError, match="go together"):
            Samples.model_validate(half)
    with pytest.raises(ValueError, match="greater than 0"):
        Samples.model_validate(whole | {"every_days": 0.0})


def test_what_a_file_holds_survives_a_copy_and_is_not_written() -> None:
    series = daily()
    assert series.samples is not None
    copy = series.model_copy(update={"title": "Other"})
    assert copy.sampled is series.sampled
    assert "values" not in str(series.samples.model_dump())
    assert series.samples.holding(None).values is None


def test_files_that_hold_the_same_are_equal() -> None:
    assert daily() == daily()
    assert daily() != daily(9)
    assert daily().sampled != held(np.arange(10.0) + 1).sampled
    assert daily().sampled != "samples"
    series = daily()
    assert series.sampled == series.model_copy().sampled


def test_a_series_without_samples_has_none_to_give() -> None:
    assert a_series().sampled is None
    assert a_series().sample_gap_days == 0.0
    assert held(np.empty(0)).sampled is None
    with pytest.raises(ValueError, match="has no samples"):
        a_series().sample(0)


def test_the_gap_is_the_stated_one_else_three_spacings() -> None:
    series = held(np.arange(10) * 0.5)
    assert series.sample_gap_days == GAP_SPACINGS * 0.5
    assert series.model_copy(update={"gap_days": 4.0}).sample_gap_days == 4.0


@pytest.mark.parametrize(
    ("days", "spacing"),
    [([], 0.0), ([3.0], 0.0), ([3.0, 3.0], 0.0), ([0.0, 1.0, 1.0, 2.0, 9.0], 1.0)],
)
def test_the_usual_spacing_is_that_of_most_neighbours(days: list[float], spacing: float) -> None:
    values = np.zeros(len(days))
    assert SampleValues(np.array(days), values).spacing_days == spacing


def test_a_float32_is_told_as_it_was_written() -> None:
    values = np.array([5.4, 36.8], dtype=np.float32)
    assert SampleValues(np.arange(2.0), values).value(1) == 36.8
    assert SampleValues(np.arange(2.0), np.array([5.4, 36.83])).value(1) == 36.83


@pytest.mark.parametrize(
    ("every", "precision"), [(1 / 86_400, "second"), (5 / 1440, "minute"), (1.0, "minute")]
)
def test_a_sample_is_a_measurement_at_its_own_moment(every: float, precision: str) -> None:
    sample = held(2.0 + np.arange(100) * every).sample(3)
    assert sample.value == 3.1
    assert isinstance(sample.when, SampledAt)
    assert sample.when.anchor == sample.when.day == 2.0 + 3 * every
    assert sample.when.precision == precision
    assert sample.evidence.kind == "synthetic"


@pytest.mark.parametrize(
    ("day", "number"), [(-5.0, 0), (0.0, 0), (3.99, 3), (4.0, 4), (9.5, 9), (99.0, 9)]
)
def test_the_nearest_is_the_last_at_or_before_else_the_first(day: float, number: int) -> None:
    sampled = daily().sampled
    assert sampled is not None
    assert sampled.nearest(day) == number
    found = nearest_value(daily(), day)
    assert found is not None
    assert found[0].when.anchor == number


def test_points_and_samples_are_told_by_the_same_rule() -> None:
    series = daily().model_copy(update={"points": (a_value(20, 5.0), a_value(4, 6.0))})
    late, early = nearest_value(series, 25.0), nearest_value(series, 7.2)
    assert late is not None
    assert early is not None
    assert late[0].value == 5.0
    assert early[0].value == 7.1


def test_the_course_reaches_over_its_samples() -> None:
    case = a_case(series=(held(np.array([10.25, 199.5])),))
    assert bounds(case, None) == Span(10 - 190 * 0.04, 200 + 190 * 0.04)


# --- under a horizon ----------------------------------------------------------------------


def test_samples_are_told_from_their_own_day() -> None:
    long = held(np.arange(200_000) / 1000)
    told = disclose(a_case(series=(long,)), 57).series[0]
    assert told.sampled is not None
    assert told.samples is not None
    assert len(told.sampled) == 58_000
    assert told.sampled.days[-1] < 58
    assert len(told.sampled.values) == 58_000
    assert told.sampled.missing_count == 2
    assert disclose(a_case(series=(long,)), 5).series[0].sampled.missing_count == 1  # type: ignore[union-attr]
    for level, whole in zip(told.sampled.levels, long.sampled.levels, strict=True):  # type: ignore[union-attr]
        assert len(level.lows) == len(level.highs) == 58_000 // level.size < len(whole.lows)
    # Why they were made up speaks of all of them.
    assert told.samples.evidence.why is None
    all_told = disclose(a_case(series=(long,)), 300).series[0]
    assert all_told.sampled is long.sampled
    assert all_told.samples is not None
    assert all_told.samples.evidence.why is not None


def test_a_series_whose_samples_are_all_later_is_hidden() -> None:
    assert disclose(a_case(series=(daily(),)), -1).series == ()
    late = held(np.arange(10.0), known_from=20.0)
    assert disclose(a_case(series=(late,)), 15).series == ()
    assert len(disclose(a_case(series=(late,)), 20).series) == 1
    spoken = a_case(
        series=(late,), statements=(a_statement(when=a_value(1).when, series=("series",)),)
    )
    (told,) = disclose(spoken, 15).series
    assert told.samples is None


def test_samples_that_were_not_read_are_not_told_of() -> None:
    unread = a_series(a_value(1), samples={"file": "a.npy", "evidence": REPORTED})
    (told,) = disclose(a_case(series=(unread,)), 15).series
    assert told.samples is None


def test_days_with_samples_are_known_days() -> None:
    case = a_case(series=(held(np.array([-0.5, 3.0, 3.9, 7.0, 7.99])),))
    assert sorted(known_days(case)) == [-1, 3, 7]


# --- in figures ---------------------------------------------------------------------------


def test_samples_count_in_the_figures_of_a_period() -> None:
    days = np.arange(2_000) * (5 / 1440)
    series = held(days).model_copy(update={"points": (a_value(1, 54.0), a_value(90, 1.0))})
    assert len(readings_of(series)) == 2_000
    assert readings_of(series).is_sensor
    figures = period_figures(series, Span(1, 2))
    assert figures.count == 288 + 1
    assert figures.lowest == Reported(54.0)
    assert period_figures(series, Span(500, 501)).count == 0


# --- what a table and a filter make of samples ---------------------------------------------


LIMITS = {"low": 3.9, "high": 7.8, "laboratory": "L"}


def sampled(*values: float, dtype: type = np.float32, **more: object) -> Series:
    array = np.array(values, dtype=dtype)
    inside = SampleValues(np.arange(len(values), dtype=np.float64), array)
    plain = {"file": "a.npy", "evidence": SYNTHETIC}
    return a_series(samples=Samples.model_validate(plain).holding(inside), **more)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("high_is_outside", [True, False])
@pytest.mark.parametrize("unit", ["mg/dL", "mmol/L", "U/mL"])
@pytest.mark.parametrize("period", [None, (2, 9), (40, 50)])
def test_samples_out_of_range_are_those_that_are_each_out(
    dtype: type, high_is_outside: bool, unit: str, period: tuple[int, int] | None
) -> None:
    chance = np.random.default_rng(5)
    near = [v + d for v in (3.0, 3.9, 7.8, 54.0, 70.0) for d in (-0.1, 0.0, 0.1, -1e-7, 1e-7)]
    numbers = [*near, *chance.uniform(0, 100, 40).tolist()]
    first = LIMITS | {"high_is_outside": high_is_outside}
    if period is not None:
        first["period"] = lasting(*(float(day) for day in period))
    second = ({"high": 60.0, "laboratory": "M"}, {"low": 50.0, "laboratory": "M"})
    for limits in ([], [first], *([first, one] for one in second)):
        series = sampled(*numbers, dtype=dtype, unit=unit, references=limits)
        held_ = series.sampled
        assert held_ is not None
        each = [side_of(series, series.at(n)) in NOT_SURELY_WITHIN for n in range(len(held_))]
        assert samples_out(series, held_).tolist() == each


def test_a_limit_beyond_every_float32_leaves_all_within() -> None:
    series = sampled(1.0, 9.0, unit="U/mL", references=[{"high": 1e300, "laboratory": "L"}])
    assert series.sampled is not None
    assert not samples_out(series, series.sampled).any()


def texts_of(*series: Series) -> CaseTexts:
    return CaseTexts(a_case(series=list(series)), "en")


def test_a_filter_counts_samples() -> None:
    texts = texts_of(sampled(50.0, 90.0, 60.0, 100.0), a_series(a_value(0, 80.0), id="plain"))
    for chosen, left_out in (
        (Filter(is_out_of_range=True), 3),
        (Filter(evidence=frozenset({"synthetic"})), 1),
        (Filter(evidence=frozenset({"reported"})), 4),
        (Filter(text="glucose"), 0),
        (Filter(text="mg/dl"), 0),
        (Filter(text="50"), 5),
        (Filter(text="nothing", is_out_of_range=True), 5),
    ):
        assert Kept(chosen, texts).counts[1] == left_out, chosen


def test_samples_are_numbered_on_from_the_points_of_their_series() -> None:
    first = held(np.arange(4, dtype=np.float64)).model_copy(
        update={"points": (a_value(2, 77.0), a_value(9, 55.0))}
    )
    values = AllValues(texts_of(first, a_series(a_value(1, 5.0), id="other", title="Other")))
    assert len(values) == 7
    told = [values.at(number)[1].value for number in range(7)]
    assert told == [77.0, 55.0, 0.1, 1.1, 2.1, 3.1, 5.0]
    assert values.by_time is not None
    assert values.by_time.tolist() == [2, 3, 6, 4, 0, 5, 1]
    assert values.on_day(2.5) == [(0, 1), (4, 5)]
    assert values.on_day(1.0) == [(3, 4), (6, 7)]
    assert values.on_day(5.0) == []
    assert values.nearest("series", 3.5) == 5
    assert values.nearest("series", 9.5) == 1
    assert values.number_of("series", 5) == 5
    assert values.number_of("series", 6) is None
    assert values.has_samples
    kept = Kept(NO_FILTER, values._texts)
    assert np.flatnonzero(values.kept(kept, "glucose")).tolist() == [0, 1, 2, 3, 4, 5]
    assert np.flatnonzero(values.kept(kept, "55")).tolist() == [1]


def test_very_many_are_not_sorted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("viewer.model.all_values.MOST_SORTED", 3)
    assert AllValues(texts_of(daily(4))).by_time is None
    assert AllValues(texts_of(daily(3))).by_time is not None
