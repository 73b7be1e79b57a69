"""The native charts of slides: the numbers of the case, and no others."""

from __future__ import annotations

import io
from typing import Any

import numpy as np
import pytest
from openpyxl import load_workbook

from tests.making import (
    a_case,
    a_series,
    a_statement,
    a_value,
    about,
    between,
    lasting,
    on,
)
from tests.unit.io.exporters.slides.reading_slides import (
    a_scene,
    charts_of,
    charts_on,
    first_slide,
    labels_of,
    numbers_of,
    page,
    texts_of,
    words_on,
)
from viewer.geometry.pyramid import levels_of
from viewer.model.case import Case
from viewer.model.samples import SampleValues
from viewer.model.series import Samples, Series

LIMIT = {"high": 37.0, "high_is_outside": True, "laboratory": "Niigata"}
MARKER = {"id": "m", "title": "CA19-9", "analyte": "ca19-9", "unit": "U/mL"}


def with_values(*points: Any, **more: Any) -> Case:
    return a_case(series=[a_series(*points, **more)])


def sampled(days: Any, values: Any, **more: Any) -> Series:
    held = np.asarray(values, dtype=np.float64)
    samples = Samples.model_validate({"file": "s.npy", "evidence": {"kind": "reported"}})
    values_ = SampleValues(np.asarray(days, dtype=np.float64), held, levels=levels_of(held))
    return a_series(**more).model_copy(update={"samples": samples.holding(values_)})


def test_the_chart_holds_the_values_of_the_case_and_no_others() -> None:
    case = with_values(a_value(0, 54), a_value(3, 88.5), a_value(9, 120))
    (chart,) = charts_of(first_slide(case))
    assert numbers_of(chart) == {"Glucose (mg/dL)": [(0, 54), (3, 88.5), (9, 120)]}
    book = load_workbook(io.BytesIO(chart.chart.part.chart_workbook.xlsx_part.blob))
    rows = [[cell for cell in row if cell is not None] for row in book.active.values]
    assert [row for row in rows if row] == [["Glucose (mg/dL)"], [0, 54], [3, 88.5], [9, 120]]


def test_a_value_keeps_its_hour() -> None:
    case = with_values(a_value(0.25, 54), a_value(1, 60))
    (chart,) = charts_of(first_slide(case))
    (points,) = numbers_of(chart).values()
    assert points[1] == (1.5, 60)  # a whole day among hours stands in its middle
    assert points[0][0] == pytest.approx(0.25, abs=0.001)


def test_the_axis_of_a_chart_shows_the_window() -> None:
    case = with_values(a_value(0, 54), a_value(5, 60), a_value(20, 70))
    (chart,) = charts_of(first_slide(case, a_scene(window=(1, 10))))
    assert list(numbers_of(chart).values()) == [[(5, 60)]]  # beyond the window it is cut
    axis = chart.chart.category_axis
    assert (axis.minimum_scale, axis.maximum_scale) == (0.5, 9.5)
    assert axis.visible is False


def test_a_value_with_a_comparator_says_so() -> None:
    case = with_values(
        a_value(0, 5, comparator="<"), a_value(1, 9, comparator=">="), a_value(2, 7), **MARKER
    )
    (chart,) = charts_of(first_slide(case))
    assert numbers_of(chart) == {
        "CA19-9 (U/mL)": [(2, 7)],
        "CA19-9 (U/mL) <": [(0, 5)],
        "CA19-9 (U/mL) ≥": [(1, 9)],
    }
    assert any(label.startswith("< 5") for label in labels_of(chart))
    (plain, less, _) = chart.chart.plots[0].series
    assert less.marker.format.fill.fore_color.rgb != plain.marker.format.fill.fore_color.rgb


def test_one_hollow_value_among_others_is_hollow() -> None:
    case = with_values(a_value(0, 90), a_value(1, 95, evidence={"kind": "inferred"}))
    (chart,) = charts_of(first_slide(case))
    (series,) = chart.chart.plots[0].series
    fills = [series.points[n].marker.format.fill for n in (1,)]
    assert str(fills[0].fore_color.rgb) == "FFFFFF"
    assert str(series.marker.format.fill.fore_color.rgb) == "000000"


def test_a_value_between_two_days_is_no_point() -> None:
    case = with_values(a_value(0, 90), a_value(between(3, 6), 61))
    slide = first_slide(case)
    (chart,) = charts_of(slide)
    assert list(numbers_of(chart).values()) == [[(0, 90)]]
    said = " ".join(texts_of(slide))
    assert "61" in said
    assert "within days 3–6" in said


def test_a_best_day_is_a_point_with_its_bounds() -> None:
    case = with_values(a_value(about(4, earliest=2, latest=6), 61))
    laid_out = page(case)
    (chart,) = charts_on(laid_out)
    assert chart.values[0].days == (4.0,)
    assert "61" not in " ".join(words_on(laid_out))  # the label is the chart's
    (label,) = chart.values[0].labels.values()
    assert "about day 4" in " ".join(run.text for run in label.runs)


def test_a_value_before_the_day_count_is_no_point() -> None:
    slide = first_slide(with_values(a_value(between(None, 0), 20), a_value(2, 99)))
    (chart,) = charts_of(slide)
    assert list(numbers_of(chart).values()) == [[(2, 99)]]
    assert "▼▼ 20" in texts_of(slide)
    assert "day 0 or before" in texts_of(slide)


def test_many_values_before_the_day_count_do_not_cover_one_another() -> None:
    case = with_values(*(a_value(between(None, 0), 20 + n / 9) for n in range(5)), a_value(2, 9))
    laid_out = page(case)
    boxes = [
        g.things[0].box for g in laid_out.things if "day 0 or before" in getattr(g, "name", "")
    ]
    assert len(boxes) == 5
    assert not any(a.overlaps(b) for n, a in enumerate(boxes) for b in boxes[:n])


def test_a_word_without_a_number_is_written() -> None:
    case = with_values(
        a_value(0, 90), a_value(2, None, word="Low"), a_value(between(None, 0), None, word="High")
    )
    slide = first_slide(case)
    (chart,) = charts_of(slide)
    assert list(numbers_of(chart).values()) == [[(0, 90)]]
    assert {"Low", "High"} <= set(texts_of(slide))


def test_values_are_joined_only_where_the_gap_allows_and_nothing_is_stated() -> None:
    points = [a_value(day, 80 + day) for day in (0, 1, 2, 8, 9, 12, 13)]
    said = a_statement("st", lasting(12, 13), series=["series"])
    case = a_case(series=[a_series(*points, gap_days=2.0)], statements=[said])
    (chart,) = charts_of(first_slide(case))
    runs = [len(series._element.xpath("c:yVal//c:v")) for series in chart.chart.plots[0].series]
    assert runs == [3, 2, 1, 1]
    lines = [series.format.line.fill.type for series in chart.chart.plots[0].series]
    assert lines[0] is not None
    assert lines[0] != lines[2]  # a single value has no line


def test_lines_that_break_too_often_are_not_drawn() -> None:
    points = [a_value(day * 3 + more, 80.0) for day in range(45) for more in (0, 1)]
    (chart,) = charts_of(first_slide(with_values(*points, gap_days=1.0)))
    (series,) = chart.chart.plots[0].series
    assert len(numbers_of(chart)["Glucose (mg/dL)"]) == 90
    assert series.format.line.fill.type is not None


def test_a_statement_is_words_and_no_number() -> None:
    said = a_statement("st", lasting(13, 61), text="no hypoglycaemia", series=["series"])
    slide = first_slide(a_case(series=[a_series(a_value(0, 54))], statements=[said]))
    (chart,) = charts_of(slide)
    assert list(numbers_of(chart).values()) == [[(0, 54)]]
    assert "no hypoglycaemia" in texts_of(slide)


@pytest.mark.parametrize("direction", ["up", "down", "steady"])
def test_a_direction_is_an_arrow(direction: str) -> None:
    said = a_statement("st", lasting(3, 30), text="so", series=["series"], direction=direction)
    case = a_case(series=[a_series(a_value(0, 54))], statements=[said])
    arrow = {"up": "↑", "down": "↓", "steady": "→"}[direction]
    assert f"{arrow} so" in texts_of(first_slide(case))


def test_a_long_statement_stands_beside_its_short_band_or_is_cut() -> None:
    short = a_statement("st", lasting(3, 4), text="quite a lot is said", series=["series"])
    long = a_statement("st2", lasting(3, 12), text="very " * 50, series=["series"])
    late = a_statement("st3", lasting(30, 40), text="not in view", series=["series"])
    case = a_case(series=[a_series(a_value(0, 54))], statements=[short, long, late])
    texts = texts_of(first_slide(case, a_scene(window=(0, 15))))
    assert "quite a lot is said" in texts
    assert any(text.startswith("very very") and text.endswith("…") for text in texts)
    assert "not in view" not in texts


def test_a_multiple_of_the_limit_is_told_with_whose_limit_it_is() -> None:
    case = with_values(a_value(0, 53.7), **MARKER, references=[LIMIT])
    slide = first_slide(case)
    (chart,) = charts_of(slide)
    assert labels_of(chart) == ["▲ 53.7 U/mL 1.5 × limit"]
    assert "reference < 37, Niigata (another laboratory’s)" in texts_of(slide)
    assert "1×" in texts_of(slide)
    assert chart.chart.value_axis._element.xpath("c:scaling/c:logBase")


def test_own_limits_of_both_sides_are_drawn_for_their_days() -> None:
    first = {"low": 3.5, "high": 5.0, "laboratory": "Own", "is_own": True}
    first["period"] = {"start": {"day": 0}, "end": {"day": 4}}
    second = {"low": 3.0, "laboratory": "Own", "is_own": True}
    second["period"] = {"start": {"day": 5}, "end": {"day": 9}}
    late = {"high": 9.0, "laboratory": "Late", "is_own": True}
    late["period"] = {"start": {"day": 50}, "end": {"day": 60}}
    potassium = {"analyte": "potassium", "title": "Potassium", "unit": "mmol/L"}
    case = with_values(
        a_value(0, 3.1), a_value(6, 4), **potassium, references=[first, second, late]
    )
    slide = first_slide(case, a_scene(window=(0, 12)))
    (chart,) = charts_of(slide)
    texts = texts_of(slide)
    assert any(text.startswith("▼ 3.1") for text in labels_of(chart))
    assert "reference 3.5–5, Own" in texts
    assert not chart.chart.value_axis._element.xpath("c:scaling/c:logBase")


def test_limits_that_all_values_share_are_those_of_the_strip() -> None:
    potassium = {"analyte": "potassium", "title": "Potassium", "unit": "mmol/L"}
    own = {"low": 3.5, "high": 5.0, "laboratory": "Own", "is_own": True}
    case = with_values(a_value(0, 3.1, reference=own), a_value(2, 4, reference=own), **potassium)
    assert "reference 3.5–5, Own" in texts_of(first_slide(case))


@pytest.mark.parametrize(
    ("drawing", "values", "is_log"),
    [
        ({"scale": "log"}, (3, 900), True),
        ({"scale": "log"}, (0, 900), False),  # a log axis cannot show 0
        ({"scale": "linear"}, (3, 900), False),
        ({"scale": "multiples"}, (3, 4), False),  # there is no limit
        (None, (3, 900), True),  # decades apart
        (None, (3, 4), False),
        ({"follows_window": True}, (3, 4), False),
    ],
)
def test_the_scale_is_the_one_that_is_wanted_where_it_can_be(
    drawing: dict[str, Any] | None, values: tuple[float, ...], is_log: bool
) -> None:
    case = with_values(*(a_value(n, v) for n, v in enumerate(values)), **MARKER)
    (chart,) = charts_of(first_slide(case, a_scene(drawing=drawing)))
    assert bool(chart.chart.value_axis._element.xpath("c:scaling/c:logBase")) is is_log


def test_multiples_can_be_wanted() -> None:
    limits = {"low": 3.5, "high": 5.0, "laboratory": "Own", "is_own": True}
    potassium = {"analyte": "potassium", "title": "Potassium", "unit": "mmol/L"}
    case = with_values(a_value(0, 4), **potassium, references=[limits])
    slide = first_slide(case, a_scene(drawing={"scale": "multiples"}))
    assert "1×" in texts_of(slide)


def test_a_window_without_values_says_so() -> None:
    case = with_values(a_value(0, 90), a_value(20, 95))
    slide = first_slide(case, a_scene(window=(5, 10)))
    assert charts_of(slide) == []
    assert "No values in these days." in texts_of(slide)


def test_another_unit_stands_after_the_reported_one() -> None:
    case = with_values(a_value(0, 54))
    (chart,) = charts_of(first_slide(case, a_scene(drawing={"converted": ["glucose"]})))
    assert "▼ 54 mg/dL = 3.00 mmol/L" in labels_of(chart)[0]
    assert list(numbers_of(chart).values()) == [[(0, 54)]]


def test_of_many_values_only_the_chief_ones_are_labelled() -> None:
    case = with_values(*(a_value(n, 80 + n % 7) for n in range(40)))
    (chart,) = charts_of(first_slide(case))
    assert 1 <= len(labels_of(chart)) <= 4


def test_of_very_many_none_is_labelled() -> None:
    case = with_values(*(a_value(n, 80 + n % 7) for n in range(300)))
    (chart,) = charts_of(first_slide(case))
    assert labels_of(chart) == []
    assert "300 values from 80 to 86" in chart._element.xpath(".//p:cNvPr")[0].get("descr")


def test_of_thousands_of_reported_values_the_extremes_survive() -> None:
    points = [a_value(n / 64, 100.0) for n in range(4000)]
    points[1234] = a_value(1234 / 64, 20.0)
    points[2345] = a_value(2345 / 64, 450.0)
    slide = first_slide(with_values(*points))
    (chart,) = charts_of(slide)
    values = [value for _, value in numbers_of(chart)["Glucose (mg/dL)"]]
    assert {20.0, 450.0} <= set(values)
    assert len(values) <= 2000
    assert any(text.startswith("4,000 values: of each short stretch") for text in texts_of(slide))


def test_a_folded_window_has_a_chart_for_each_stretch() -> None:
    case = with_values(a_value(0, 54), a_value(30, 60), a_value(60, 70))
    folds = ({"start": 3, "end": 28},)
    slide = first_slide(case, a_scene(folds=folds, window=(0, 62)))
    charts = charts_of(slide)
    assert [list(numbers_of(chart).values()) for chart in charts] == [
        [[(0, 54)]],
        [[(30, 60), (60, 70)]],
    ]
    assert charts[0].left + charts[0].width < charts[1].left
    assert "25 d" in texts_of(slide)


def test_a_value_between_days_outside_the_window_is_left_out() -> None:
    case = with_values(a_value(0, 90), a_value(between(30, 36), 61))
    assert not any("61" in text for text in texts_of(first_slide(case, a_scene(window=(0, 9)))))


def test_a_long_name_of_a_series_is_cut() -> None:
    case = with_values(a_value(0, 1), title="A series whose name goes on " * 3, analyte="x")
    assert any(t.startswith("A series") and t.endswith("…") for t in texts_of(first_slide(case)))


def test_statements_of_one_time_stand_below_one_another_as_far_as_there_is_room() -> None:
    said = [
        a_statement(f"st{n}", lasting(1, 9), text=f"said {n}", series=["series"]) for n in range(9)
    ]
    case = a_case(series=[a_series(a_value(0, 1), analyte="x", unit="u")], statements=said)
    assert {f"said {n}" for n in range(9)} <= set(texts_of(first_slide(case)))


# -- samples ----------------------------------------------------------------------------------


def test_samples_are_joined_up_to_a_gap() -> None:
    days = [*np.arange(0, 1, 0.01), *np.arange(2, 3, 0.01), 5.0]
    case = a_case(series=[sampled(days, np.linspace(70, 90, len(days)))])
    (chart,) = charts_of(first_slide(case))
    runs = [len(series._element.xpath("c:yVal//c:v")) for series in chart.chart.plots[0].series]
    assert runs == [100, 100, 1]


def test_samples_that_break_too_often_are_points() -> None:
    days = [day + more for day in range(60) for more in (0, 0.01, 0.02)]
    case = a_case(series=[sampled(days, np.full(len(days), 90.0), gap_days=0.1)])
    (chart,) = charts_of(first_slide(case))
    assert len(chart.chart.plots[0].series) == 1


def test_of_five_million_samples_the_extremes_survive_and_the_slide_says_so() -> None:
    count = 5_000_000
    values = np.full(count, 100.0)
    values[1_234_567], values[3_456_789] = 31.25, 512.5
    case = a_case(series=[sampled(np.linspace(0, 100, count), values)])
    slide = first_slide(case)
    (chart,) = charts_of(slide)
    points = [point for those in numbers_of(chart).values() for point in those]
    assert {31.25, 512.5} <= {value for _, value in points}
    assert len(points) <= 3000
    assert any(text.startswith("5,000,000 values: of each") for text in texts_of(slide))


def test_samples_outside_the_window_are_left_out() -> None:
    case = a_case(series=[sampled(np.arange(0, 10, 0.1), np.arange(100.0))])
    follows = {"follows_window": True}
    (chart,) = charts_of(first_slide(case, a_scene(window=(2, 3), drawing=follows)))
    (points,) = numbers_of(chart).values()
    assert [value for _, value in points] == [float(n) for n in range(20, 30)]


def test_a_window_without_samples_has_no_chart() -> None:
    case = a_case(series=[sampled(np.arange(0, 2, 0.1), np.arange(20.0))], events=())
    assert charts_of(first_slide(case, a_scene(window=(4, 5)))) == []


# -- words of the sheet -----------------------------------------------------------------------


def test_a_name_that_would_be_a_formula_is_none() -> None:
    case = with_values(a_value(0, 1), title="=1+1", analyte="other", unit="x")
    (chart,) = charts_of(first_slide(case))
    assert [*numbers_of(chart)] == ["'=1+1 (x)"]


def test_text_that_no_xml_can_hold_is_left_out() -> None:
    case = with_values(a_value(0, 1), title="a\x01b", analyte="other", unit="x")
    assert "ab" in texts_of(first_slide(case))


def test_values_of_on_days_stand_in_the_column_of_their_day() -> None:
    (chart,) = charts_on(page(with_values(a_value(on(2), 90)), a_scene(window=(0, 4))))
    (values,) = chart.values
    share = (values.days[0] - chart.days[0]) / (chart.days[1] - chart.days[0])
    assert share == pytest.approx(2.5 / 4)  # the middle of the day
