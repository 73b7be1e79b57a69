"""Without marks of evidence every fact looks stated, and nothing else of a case is another."""

from __future__ import annotations

from tests.making import a_case, a_series, a_value, an_event, between, lasting
from viewer.io.case_store import open_case
from viewer.model.part import Evidence
from viewer.model.plain_evidence import without_evidence
from viewer.paths import first_case

INFERRED = Evidence(kind="inferred", why="It is our reading.")  # type: ignore[arg-type]


def test_facts_and_days_are_no_longer_told_apart() -> None:
    when = lasting(between(2, 9, evidence="inferred"), 12)
    case = a_case(an_event("one", when, evidence=INFERRED), an_event("two"))
    plain = without_evidence(case)
    one, two = plain.events
    assert one.evidence.kind == "reported"
    assert one.evidence.why == INFERRED.why
    assert one.when.start.evidence is None
    assert (one.when.start.earliest, one.when.start.latest) == (2, 9)  # as inexact as before
    assert two == case.events[1]


def test_values_too() -> None:
    series = a_series(a_value(3, 7.0, evidence=INFERRED), a_value(4, 8.0))
    plain = without_evidence(a_case(series=[series]))
    assert [point.evidence.kind for point in plain.series[0].points] == ["reported"] * 2
    assert [point.value for point in plain.series[0].points] == [7.0, 8.0]


def test_the_shipped_case_has_no_other_evidence_left() -> None:
    plain = without_evidence(open_case(first_case()).case)
    text = plain.model_dump_json()
    for kind in ("derived", "digitised", "inferred", "synthetic"):
        assert f'"kind":"{kind}"' not in text
        assert f'"evidence":"{kind}"' not in text


def test_what_has_none_stays_the_same_object() -> None:
    case = a_case()
    assert without_evidence(case.subject) is case.subject
