"""The sums of a case as a series: its words, and that it tells nothing that the case does not."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.making import REPORTED, a_case, a_lesion, a_series, a_study, an_event, on
from viewer.io.case_writer import case_json
from viewer.io.exporters.written_case import written_case
from viewer.model.case import Case
from viewer.model.disclosure import disclose
from viewer.model.lesion_series import (
    SUM_ID,
    WorkedOut,
    said_of,
    with_lesion_sums,
    without_worked_out,
)
from viewer.model.lesions import assessed, reported
from viewer.model.series import Measurement, Series


def a_ct(number: int, day: float, *lesions: dict[str, Any], **more: Any) -> dict[str, Any]:
    title = {"en": f"CT {number}", "ja": f"第{number}CT"}
    return a_study(f"ct{number}", on(day), title=title, lesions=lesions, **more)


def two(first: float = 42, second: float = 28) -> Case:
    return a_case(
        studies=[
            a_ct(1, 0, a_lesion("A", first, site="liver"), a_lesion("N", 20, is_node=True)),
            a_ct(2, 60, a_lesion("A", second), a_lesion("N", 12, is_node=True)),
        ]
    )


def sums(case: Case) -> Series:
    (found,) = (one for one in case.series if isinstance(one, WorkedOut))
    return found


def words(point: Measurement, language: str = "en") -> list[str]:
    return [remark.text.pick(language) for remark in point.remarks]


def test_each_point_says_what_it_is_made_of() -> None:
    series = sums(disclose(two(), None))
    assert (series.id, series.unit, series.title.pick("en")) == (
        SUM_ID,
        "mm",
        "Sum of lesion diameters",
    )
    assert [(one.value, one.when.day, one.evidence.kind) for one in series.points] == [
        (62, 0, "derived"),
        (40, 60, "derived"),
    ]
    assert words(series.points[0]) == [
        "CT 1: A (liver) 42 mm, N (short axis) 20 mm.",
        "Baseline.",
    ]
    assert words(series.points[1]) == [
        "CT 2: A 28 mm, N (short axis) 12 mm.",
        "−35.5\u202f% from baseline (CT 1); −35.5\u202f% from nadir (CT 1).",
        "Partial response (PR) by target lesions alone; non-target and new lesions are not "
        "considered.",
    ]
    assert words(series.points[1], "ja") == [
        "第2CT：A 28 mm、N（短径） 12 mm。",
        "ベースライン（第1CT）から−35.5\u202f%、最小値（第1CT）から−35.5\u202f%。",
        "部分奏効（PR）：標的病変のみによる判定で、非標的病変と新病変は考慮しない。",
    ]


def test_a_day_of_a_sum_is_known_as_its_study_is() -> None:
    point = sums(disclose(two(), None)).points[0]
    assert (point.when.evidence, point.evidence.source) == ("reported", None)
    assert point.evidence.why is not None
    assert point.evidence.why.pick("en") == "The sum of 2 target lesions."


@pytest.mark.parametrize(
    ("second", "said"),
    [
        (70, "−30.0\u202f%"),
        (70.04, "−29.96\u202f%"),  # which is short of the limit
        (119.98, "+19.98\u202f%"),
        (100, "0.0\u202f%"),
        (99.999, "0.0\u202f%"),
        (0, "−100.0\u202f%"),
    ],
)
def test_a_change_reads_as_what_it_is(second: float, said: str) -> None:
    case = a_case(studies=[a_ct(1, 0, a_lesion("A", 100)), a_ct(2, 9, a_lesion("A", second))])
    assert words(sums(disclose(case, None)).points[1])[1].startswith(f"{said} from baseline")


def test_from_nothing_there_is_no_percentage() -> None:
    case = a_case(studies=[a_ct(1, 0, a_lesion("A", 0)), a_ct(2, 9, a_lesion("A", 7.5))])
    said = words(sums(disclose(case, None)).points[1])
    assert said[1] == "+7.5 mm from baseline (CT 1); +7.5 mm from nadir (CT 1)."


def test_why_a_study_has_no_sum_is_said_where_the_series_is() -> None:
    case = two().model_copy(
        update={"studies": (*two().studies, *a_case(studies=[a_ct(3, 90, a_lesion("A"))]).studies)}
    )
    series = sums(disclose(case, None))
    assert len(series.points) == 2
    said = [remark.text.pick("en") for remark in series.remarks]
    assert "No sum for CT 3: not measured: N." in said
    japanese = [remark.text.pick("ja") for remark in series.remarks]
    assert "第3CT：計測のない病変があるため和はない（N）。" in japanese


def test_new_lesions_are_named_beside_the_sum() -> None:
    case = a_case(
        studies=[a_ct(1, 0, a_lesion("A")), a_ct(2, 9, a_lesion("A"), a_lesion("New", 6))]
    )
    assert words(sums(disclose(case, None)).points[1])[-1] == (
        "Not in the sum, since not measured at baseline: New 6 mm."
    )


def test_more_lesions_than_recist_counts_are_all_summed_and_that_is_said() -> None:
    many = [a_lesion(f"L{n}", 10, site="liver") for n in range(3)]
    others = [a_lesion(f"M{n}", 10) for n in range(3)]
    case = a_case(studies=[a_ct(1, 0, *many, *others), a_ct(2, 9, *many, *others)])
    series = sums(disclose(case, None))
    assert [one.value for one in series.points] == [60, 60]
    assert series.remarks[-1].text.pick("en") == (
        "6 target lesions were measured (more than 2 in: liver); RECIST 1.1 counts at most 5, 2 an "
        "organ. All of them are in the sum."
    )
    assert "2個を超える臓器：liver" in series.remarks[-1].text.pick("ja")
    plain = a_case(studies=[a_ct(1, 0, *others, *many[:1]), a_ct(2, 9, *others, *many[:1])])
    assert not any(
        "RECIST 1.1 counts" in r.text.pick("en") for r in sums(disclose(plain, None)).remarks
    )
    six = [a_lesion(f"O{n}", 10) for n in range(6)]
    case = a_case(studies=[a_ct(1, 0, *six), a_ct(2, 9, *six)])
    assert (
        sums(disclose(case, None))
        .remarks[-1]
        .text.pick("en")
        .startswith("6 target lesions were measured; RECIST")
    )


def test_very_many_lesions_are_no_fault() -> None:
    many = [a_lesion(f"L{n}" + "x" * 190, 1) for n in range(300)]
    case = a_case(studies=[a_ct(1, 0, *many), a_ct(2, 9, *many)])
    assert sums(disclose(case, None)).points[1].value == 300


@pytest.mark.parametrize("studies", [[], [a_ct(1, 0, a_lesion())], [a_ct(1, 0), a_ct(2, 5)]])
def test_one_sum_is_no_series(studies: list[Any]) -> None:
    case = a_case(studies=studies, series=[a_series()])
    assert disclose(case, None) is case


def test_a_part_of_the_case_keeps_its_id() -> None:
    case = two().model_copy(update={"events": a_case(an_event(SUM_ID)).events})
    taken = case.model_copy(update={"series": (a_series(id=f"{SUM_ID}-2"),)})
    assert sums(disclose(taken, None)).id == f"{SUM_ID}-3"


def test_it_is_worked_out_once_however_often_it_is_asked_for() -> None:
    case = disclose(two(), None)
    assert with_lesion_sums(case) is case
    assert disclose(case, None) is case
    assert disclose(case, 0).series == ()
    assert without_worked_out(case).series == ()


# -- what is not told ----------------------------------------------------------------------------


def late() -> Case:
    """Three studies; of the second a lesion is told late, of the third all."""
    return a_case(
        studies=[
            a_ct(1, 0, a_lesion("A", 40)),
            a_ct(2, 20, a_lesion("A", 30), a_lesion("B", 10, known_from=50)),
            a_ct(3, 40, a_lesion("A", 10), known_from=45),
        ]
    )


@pytest.mark.parametrize("horizon", range(-1, 60))
def test_the_series_tells_what_the_told_studies_say_and_nothing_else(horizon: int) -> None:
    told = disclose(late(), horizon)
    days = [0] * (horizon >= 0) + [20] * (horizon >= 20) + [40] * (horizon >= 45)
    found = [one for one in told.series if isinstance(one, WorkedOut)]
    assert [point.when.day for one in found for point in one.points] == days * (len(days) > 1)
    said = told.model_dump_json()
    assert ("CT 3" in said) == (horizon >= 45)
    assert ("B 10 mm" in said) == (horizon >= 50)


@pytest.mark.parametrize("horizon", [0, 19, 20, 44, 49])
def test_whatever_comes_later_the_series_is_the_same(horizon: int) -> None:
    raw = json.loads(case_json(late()))
    changed = json.loads(json.dumps(raw))
    for study in changed["studies"]:
        for lesion in study["lesions"]:
            first = max(study.get("known_from", study["when"]["day"]), lesion.get("known_from", 0))
            if first > horizon:
                lesion |= {"name": "zephyr", "diameter_mm": 333}
    one, other = (disclose(Case.model_validate(each), horizon) for each in (raw, changed))
    assert one.series == other.series
    assert "zephyr" not in other.model_dump_json()


def test_it_is_written_to_no_file() -> None:
    case = disclose(two(), None)
    assert SUM_ID not in case_json(written_case(case))
    assert written_case(case).studies == case.studies


def test_a_response_of_the_case_stays_beside_it() -> None:
    event = an_event("seen", on(60), response={"value": "SD", "evidence": REPORTED})
    case = disclose(two().model_copy(update={"events": a_case(event).events}), None)
    assert case.events[0].response is not None
    assert case.events[0].response.value == "SD"
    assert "Partial response" in words(sums(case).points[1])[2]


def test_of_a_study_without_a_sum_all_that_is_known_is_said() -> None:
    case = a_case(studies=[a_ct(1, 0, a_lesion("A"), a_lesion("B")), a_ct(2, 9, a_lesion("A", 8))])
    last = assessed(reported(case.studies))[1]
    assert [text.pick("en") for text in said_of(last)] == [
        "CT 2: A 8 mm.",
        "No sum for CT 2: not measured: B.",
        "Not evaluable (NE) by target lesions alone; non-target and new lesions are not "
        "considered.",
    ]
