"""Sums of diameters by RECIST 1.1, each number and each category worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest

from tests.making import a_case, a_lesion, a_study, between, lasting, on
from viewer.model.clinical import Study
from viewer.model.lesions import Assessed, assessed, reported, too_many


def studies(*lesions: dict[str, float], nodes: str = "") -> tuple[Study, ...]:
    """A study every 10 days, each with the diameters of some lesions; of nodes in `nodes`."""
    made = [
        a_study(
            f"ct{number}",
            on(10 * number),
            lesions=[a_lesion(name, mm, is_node=name in nodes) for name, mm in one.items()],
        )
        for number, one in enumerate(lesions)
    ]
    return a_case(studies=made).studies


def those(*lesions: dict[str, float], nodes: str = "") -> tuple[Assessed, ...]:
    return assessed(reported(studies(*lesions, nodes=nodes)))


def told(one: Assessed) -> tuple[Any, ...]:
    """Sum, change from baseline and from nadir in percent, category."""
    changes = (one.from_baseline, one.from_nadir)
    percents = [None if change is None else change.percent for change in changes]
    return (one.sum_mm, *percents, one.category)


def test_a_course_by_hand() -> None:
    """62 at baseline; 40 is −35.48 %; 30 is −51.61 %; 36 is +6 mm and +20 % from 30."""
    found = those({"A": 42, "B": 20}, {"A": 28, "B": 12}, {"A": 20, "B": 10}, {"A": 22, "B": 14})
    assert [told(one)[0] for one in found] == [62, 40, 30, 36]
    assert told(found[0]) == (62, None, None, None)
    assert told(found[1]) == (40, pytest.approx(-35.483871), pytest.approx(-35.483871), "PR")
    assert told(found[2]) == (30, pytest.approx(-51.612903), -25, "PR")
    assert told(found[3]) == (36, pytest.approx(-41.935484), 20, "PD")
    assert [one.from_nadir.since.title.root for one in found[1:] if one.from_nadir] == [
        "ct0",
        "ct1",
        "ct2",
    ]


@pytest.mark.parametrize(
    ("sums", "category"),
    [
        ((100, 70), "PR"),
        ((100, 70.1), "SD"),
        ((100, 119.9), "SD"),
        ((100, 120), "PD"),
        ((20, 24.9), "SD"),  # +24.5 %, and less than 5 mm
        ((20, 25), "PD"),
        ((100, 30, 35.9), "PR"),  # +19.7 % from the nadir, −64.1 % from the baseline
        ((100, 30, 36), "PD"),  # +20 % from the nadir counts before −64 % from the baseline
        ((100, 10, 14.9), "PR"),  # +49 %, and less than 5 mm
        ((100, 80, 90, 96), "PD"),  # of two increases the nadir stays 80
        ((100, 80, 90, 95.9), "SD"),
        ((50, 0), "CR"),
        ((50, 0, 4.9), "PR"),
        ((50, 0, 5), "PD"),
        ((0, 0), "CR"),
        ((0, 4), "SD"),
        ((0, 5), "PD"),
        ((0.3, 0.1 + 0.2), "SD"),
    ],
)
def test_the_category_of_the_last_sum(sums: tuple[float, ...], category: str) -> None:
    assert those(*({"A": mm} for mm in sums))[-1].category == category


@pytest.mark.parametrize(
    ("last", "category"),
    [
        ({"A": 0, "N": 9.9}, "CR"),
        ({"A": 0, "N": 10}, "PR"),
        ({"A": 1, "N": 4}, "PR"),
        ({"A": 30, "N": 9}, "SD"),
    ],
)
def test_lymph_nodes_need_only_be_short(last: dict[str, float], category: str) -> None:
    found = those({"A": 30, "N": 20}, last, nodes="N")
    assert found[1].category == category
    assert found[1].sum_mm == sum(last.values())  # what is left of a node stays in the sum


def test_without_every_lesion_there_is_no_sum() -> None:
    found = those({"A": 30, "B": 20}, {"A": 10}, {}, {"A": 15, "B": 10})
    assert [told(one) for one in found[1:2]] == [(None, None, None, "NE")]
    assert (found[1].missing, [one.lesion for one in found[1].targets]) == (("B",), ["A"])
    assert len(found) == 3  # a study in which nothing was measured is none
    assert told(found[2]) == (25, -50, -50, "PR")


def test_what_was_not_measured_at_baseline_is_in_no_sum() -> None:
    found = those({"A": 30}, {"A": 30, "New": 40}, {"New": 50})
    assert told(found[1]) == (30, 0, 0, "SD")
    assert [one.lesion for one in found[1].others] == ["New"]
    assert (found[2].sum_mm, found[2].missing) == (None, ("A",))


def test_an_earlier_study_is_a_new_baseline() -> None:
    later = those({}, {"A": 50}, {"A": 40})
    assert told(later[1]) == (40, -20, -20, "SD")
    whole = those({"A": 80}, {"A": 50}, {"A": 40})
    assert told(whole[2]) == (40, -50, -20, "PR")


def test_studies_stand_in_the_order_of_their_days() -> None:
    first, second = studies({"A": 30}, {"A": 15})
    assert [one.sum_mm for one in assessed(reported((second, first)))] == [30, 15]


def test_nothing_measured_is_nothing_assessed() -> None:
    assert assessed(reported(studies({}, {}))) == ()


def test_the_day_of_a_sum_is_that_of_its_study() -> None:
    made = [
        a_study("period", lasting(3, 5), lesions=[a_lesion()]),
        a_study("between", between(8, 12, evidence="inferred"), lesions=[a_lesion()]),
    ]
    one, other = reported(a_case(studies=made).studies)
    assert (one.when.day, one.when.evidence) == (3, "reported")
    assert (other.when.earliest, other.when.latest, other.when.evidence) == (8, 12, "inferred")


def test_more_than_recist_counts_is_told() -> None:
    def targets(*sites: str | None) -> Any:
        named = [
            a_lesion(f"L{n}", **({} if site is None else {"site": site}))
            for n, site in enumerate(sites)
        ]
        (one,) = reported(a_case(studies=[a_study(lesions=named)]).studies)
        return one.diameters

    assert too_many(targets("liver", "liver", "lung", None, None), "en") is None
    assert too_many(targets("liver", "liver", "liver"), "en") == (3, ("liver",))
    assert too_many(targets(*"abcdef"), "en") == (6, ())
