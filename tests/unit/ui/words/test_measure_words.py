"""Days between, periods and missing figures in words."""

from __future__ import annotations

import numpy as np
import pytest

from tests.making import a_case, a_series, a_statement, a_value, between, lasting
from viewer.model import measuring, view_state
from viewer.model.comparison import compare
from viewer.model.figures import Reported, WhyNot
from viewer.model.numbering import Counting
from viewer.model.samples import SampleValues
from viewer.model.series import Samples
from viewer.model.time import Span
from viewer.ui.words.comparison_words import as_text, sections
from viewer.ui.words.measure_words import (
    between_words,
    days_long,
    period_days,
    period_words,
    reported_words,
    signed,
    why_not_words,
)


def test_days_between_and_periods_are_said_in_whole_days() -> None:
    state = view_state.move_cursor(view_state.opening(Span(-4, 100)), 12.5)
    assert between_words(state, Counting()) == ""
    assert between_words(measuring.put_second(state, 22.1), Counting()) == "10 d to Day 22"
    assert days_long(-3) == "3 d"
    assert days_long(0) == "same day"
    assert period_words(Span(0, 12), Counting()) == "days 0–11, 12 d"
    assert period_days(Span(-3, -2), Counting()) == "day −3"


def test_every_reason_has_words() -> None:
    assert len({why_not_words(why) for why in WhyNot}) == len(WhyNot)


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (Reported(54.0), "54"),
        (Reported(3.0, "<="), "≤ 3"),
        (Reported(None, None, "Low"), "Low"),
        (Reported(40.0, "<=", "Low"), "Low, ≤ 40"),
        (Reported(None, None, "High"), "High"),
    ],
)
def test_the_end_of_a_range(told: Reported, words: str) -> None:
    assert reported_words(told) == words


def test_differences_have_their_sign() -> None:
    assert (signed(2.5), signed(-2.5), signed(0.0)) == ("+2.5", "−2.5", "0")


def rows(*points: object, unit: str = "mg/dL", analyte: str = "glucose") -> dict[str, list[str]]:
    series = a_series(*points, unit=unit, analyte=analyte)  # type: ignore[arg-type]
    said = a_statement("told-in-words", lasting(13, 61), series=("series",))
    case = a_case(series=[series], statements=[said])
    (section,) = sections(compare(case, (Span(0, 12), Span(13, 62))), Counting(), "en")
    return {row.label: [cell.words for cell in row.cells] for row in section.rows}


def test_few_values_give_a_range_and_reasons() -> None:
    told = rows(a_value(0, 54.0), a_value(between(10, 20), 60.0))
    assert told["Number of values"] == [
        "1; 1 more may be from these days",
        "no values; 1 more may be from these days",
    ]
    assert told["Range"] == ["54 mg/dL", "no values"]
    assert told["Median"] == ["not enough data", "no values"]
    assert told["Time below 70"] == ["not a sensor series", "no values"]
    assert told["Episodes, level 2"] == ["not a sensor series", "no values"]
    assert told["In words, B"] == ["told-in-words (statement; days 13–61)"]
    assert "In words, A" not in told


def test_comparators_and_words_are_counted_apart() -> None:
    told = rows(
        a_value(1, 5.0, comparator="<"),
        a_value(2, 8.0),
        a_value(3, None, word="clotted"),
        a_value(20, 4.0),
        a_value(21, 8.0),
        unit="ng/mL",
        analyte="nse",
    )
    assert told["Number of values"] == [
        "2; 1 with a comparator, Low or High; 1 words, no values",
        "2",
    ]
    assert told["Range"] == ["< 5 to 8 ng/mL", "4 to 8 ng/mL"]
    assert told["Median"] == ["comparators or words leave it open", "6 ng/mL"]
    assert "Medians, B less A" not in told
    assert not any("below" in label for label in told)


def test_medians_are_set_against_one_another() -> None:
    told = rows(*(a_value(day, 50.0 + day) for day in (0, 2, 20, 22)))
    assert told["Medians, B less A"] == ["+20 mg/dL"]


def sensor(day: int, low_hours: int) -> list[object]:
    """A day of values every five minutes; the first hours of it are low."""
    return [
        a_value(day + (n + 0.5) / 288, 50.0 if n < 12 * low_hours else 100.0) for n in range(288)
    ]


@pytest.mark.parametrize("unit", ["mg/dL", "mmol/L"])
def test_a_sensor_gives_time_and_episodes(unit: str) -> None:
    scale = 1.0 if unit == "mg/dL" else 1 / 18.016
    points = [
        point.model_copy(update={"value": point.value * scale})  # type: ignore[attr-defined]
        for point in (*sensor(1, 6), *sensor(20, 0))
    ]
    told = rows(*points, unit=unit)
    below = [label for label in told if label.startswith("Time below")]
    assert below == (
        ["Time below 70", "Time below 54"]
        if unit == "mg/dL"
        else ["Time below 3.9", "Time below 3"]
    )
    assert told[below[0]] == ["25.0 %", "0.0 %"]
    assert told["Episodes, level 1"] == ["1", "0"]
    assert told["Time the sensor tells of"] == ["8.3 %", "2.0 %"]


def test_a_comparison_is_copied_as_a_table() -> None:
    case = a_case(
        series=[a_series(a_value(0, 54.0))], statements=[a_statement("well", lasting(0, 3))]
    )
    text = as_text(compare(case, (Span(0, 12), Span(13, 62))), Counting(), "en")
    lines = [line.split("\t") for line in text.splitlines()]
    assert lines[0] == ["", "A, days 0–11, 12 d", "B, days 13–61, 49 d"]
    assert ["Number of values", "1", "no values"] in lines
    assert lines[-2:] == [["Not about one series"], ["In words, A", "well (statement; days 0–3)"]]


def test_figures_of_short_floats_have_no_digits_too_many() -> None:
    days = np.array([1.001, 1.002, 20.001, 20.002])
    held = SampleValues(days, np.array([5.4, 5.6, 6.7, 6.9], np.float32))
    samples = Samples.model_validate({"file": "cgm.npy", "evidence": {"kind": "reported"}})
    series = a_series(unit="mmol/L").model_copy(update={"samples": samples.holding(held)})
    case = a_case().model_copy(update={"series": (series,)})
    (section,) = sections(compare(case, (Span(0, 12), Span(13, 62))), Counting(), "en")
    told = {row.label: [cell.words for cell in row.cells] for row in section.rows}
    assert told["Median"] == ["5.5 mmol/L", "6.8 mmol/L"]
    assert told["Range"] == ["5.4 to 5.6 mmol/L", "6.7 to 6.9 mmol/L"]
    assert told["Medians, B less A"] == ["+1.3 mmol/L"]
