"""What leaves with a case: no calendar date, no great age, and no word that must not."""

from __future__ import annotations

import pytest

from tests.annotating_making import FIRST, a_note, annas_pen
from tests.making import a_case, an_event
from viewer.model.case import Case
from viewer.model.going_out import (
    AGE_POOLED,
    DATE_TAKEN_OUT,
    content_going_out,
    going_out,
    standing,
)
from viewer.model.offers import added
from viewer.model.time import Instant


def aged(age: float | None, **more: object) -> Case:
    return a_case(subject={"sex": "female", "age_years": age}, **more)


@pytest.mark.parametrize(("age", "told"), [(89, 89), (90, 90), (94.5, 90), (None, None)])
def test_ages_above_89_are_pooled(age: float | None, told: float | None) -> None:
    out = going_out(aged(age))
    assert out.case.subject.age_years == told
    is_pooled = age is not None and age > 89
    assert out.case.subject.is_age_least == is_pooled
    assert out.removed == ((AGE_POOLED,) if is_pooled else ())


def test_the_calendar_date_is_taken_out() -> None:
    case = a_case(day_zero={"text": "Admission", "date": "2021-04-01"})
    out = going_out(case)
    assert out.case.day_zero.date is None
    assert out.case.day_zero.text == case.day_zero.text
    assert out.removed == (DATE_TAKEN_OUT,)


def test_identity_stays_where_it_is_wanted() -> None:
    case = aged(94, day_zero={"text": "Admission", "date": "2021-04-01"})
    assert going_out(case, keeps_identity=True) == (case, ())


def test_words_are_found_wherever_they_stand_and_however_they_are_written() -> None:
    case = aged(
        40,
        id="ward-7",
        title={"en": "A course", "ja": "山田さんの経過"},
        events=[an_event("one", title="Seen by Dr ＭＥＩＥＲ")],
        glossary=[{"term": "TAE", "text": "as Meier calls it"}],
        notes=[{"id": "prose", "title": "Prose", "text": "nothing"}],
    )
    found = [
        (one.word, one.part) for one in standing(case, ["meier", "山田", "ward-7", "", "Petri"])
    ]
    assert sorted(found) == [
        ("meier", "TAE"),
        ("meier", "one"),
        ("ward-7", "id"),
        ("山田", "title"),
    ]
    assert list(standing(case, [])) == []


def test_every_stage_of_a_title_is_looked_through() -> None:
    stages = [{"text": "Unclear", "known_from": 0}, {"text": "Meier's disease", "known_from": 9}]
    found = list(standing(aged(40, title=stages), ["Meier"]))
    assert [one.part for one in found] == ["title"]


def test_annotations_that_go_along_are_looked_through_with_their_authors() -> None:
    anna = annas_pen()
    anna.write("begin", case="case", name="Anna Petri", device="here")
    anna.write("put", FIRST, content=a_note("Ask Dr Meier about it", tags=("ward 7",)))
    assert [one.part for one in standing(aged(40), ["meier", "ward 7"], anna.known)] == [FIRST] * 2
    assert [one.part for one in standing(aged(40), ["petri"], anna.known)] == ["author"]
    assert list(standing(aged(40), ["meier", "petri"])) == []


def test_an_added_study_goes_out_without_its_place_and_the_numbers_of_its_series() -> None:
    keys = ("1.2.840.113619.2.55.3.1",)  # by which a hospital finds its patient again
    content = added(("CT", "CT"), Instant(day=3), "../Jane Doe", keys)
    out = content_going_out(content).study
    assert out is not None
    assert (out.title, out.path, out.series) == ("CT", None, ())
