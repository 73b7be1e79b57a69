"""Doses as steps, cycles as columns; what is not certain is not drawn as if it were."""

from __future__ import annotations

import pytest

from tests.making import about, between, lasting, on
from viewer.geometry.bars import Drawn, bar_shape
from viewer.geometry.doses import Step, dose_steps, tick_columns
from viewer.geometry.time_scale import TimeScale
from viewer.model.time import CutInstant, Instant, Interval, Span
from viewer.model.treatment import Change, Dose

DRAWN = Drawn(TimeScale(Span(0.0, 100.0), 0.0, 1000.0), 10.0)
"""Ten pixels a day."""


def mg(value: float, **more: str) -> Dose:
    return Dose.model_validate({"value": value, "unit": "mg"} | more)


def change(when: Instant, dose: Dose | None = None) -> Change:
    return Change(when=when, dose=dose, text=None if dose else {"en": "by mouth"})


def steps(first: Dose | None, *changes: Change, when: Interval | None = None) -> list[Step]:
    shape = bar_shape(when or lasting(10, 59), DRAWN, "reported")
    return list(dose_steps(first, changes, shape, DRAWN))


def test_height_is_the_share_of_the_highest_dose() -> None:
    assert steps(mg(100), change(on(20), mg(200)), change(on(30), mg(0))) == [
        Step(100.0, 200.0, 0.5),
        Step(200.0, 300.0, 1.0),
        Step(300.0, 600.0, 0.0),
    ]


def test_between_two_days_only_the_lower_dose_stands_and_not_as_certain() -> None:
    assert steps(mg(50), change(between(20, 29), mg(100)), change(on(40), mg(25))) == [
        Step(100.0, 200.0, 0.5),
        Step(200.0, 300.0, 0.5, is_certain=False),
        Step(300.0, 400.0, 1.0),
        Step(400.0, 600.0, 0.25),
    ]


@pytest.mark.parametrize(
    ("first", "changes"),
    [
        (mg(100), []),
        (None, [change(on(20), mg(5))]),
        (mg(100), [change(on(20))]),
        (mg(100), [change(on(20), mg(5, per="day"))]),
        (mg(0), [change(on(20), mg(0))]),
    ],
)
def test_what_cannot_be_compared_has_no_height(first: Dose | None, changes: list[Change]) -> None:
    assert steps(first, *changes) == []


def test_beside_others_a_dose_has_its_share_of_the_highest_of_all() -> None:
    shape = bar_shape(lasting(10, 59), DRAWN, "reported")
    assert dose_steps(mg(50), (), shape, DRAWN, 200) == (Step(100.0, 600.0, 0.25),)
    risen = (change(on(20), mg(100)),)
    assert [step.share for step in dose_steps(mg(50), risen, shape, DRAWN, 200)] == [0.25, 0.5]
    assert [step.share for step in dose_steps(mg(50), risen, shape, DRAWN, 10)] == [0.5, 1.0]
    assert dose_steps(None, (), shape, DRAWN, 200) == ()
    assert dose_steps(mg(0), (), shape, DRAWN, 0) == ()


def test_a_change_of_words_alone_is_no_step() -> None:
    assert len(steps(mg(1), change(on(15)), change(on(20), mg(2)))) == 2


def test_steps_are_cut_to_the_window_and_changes_before_the_start_begin_with_it() -> None:
    found = steps(mg(1), change(on(5), mg(2)), change(on(80), mg(4)), when=lasting(10, 200))
    assert found == [Step(100.0, 800.0, 0.5), Step(800.0, 1000.0, 1.0)]


def test_a_moment_lies_in_one_column_or_between_two() -> None:
    assert tick_columns(on(20), DRAWN) == (200.0, 200.0)
    assert tick_columns(between(20, 29), DRAWN) == (200.0, 300.0)
    assert tick_columns(about(20), DRAWN) == (205.0, 205.0)
    assert tick_columns(between(None, 29), DRAWN) == (295.0, 300.0)
    cut = CutInstant(earliest=20)
    drawn = Drawn(DRAWN.scale, 10.0, 50.0)
    assert tick_columns(cut, drawn) == (200.0, 500.0)
