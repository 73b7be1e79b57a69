"""Which studies lie before and after an event, and how sure that is."""

from dataclasses import replace

import pytest

from viewer.io.case_store import open_case
from viewer.model.around import Around, studies_around
from viewer.model.clinical import Images, Study
from viewer.model.course import part
from viewer.model.event import Event
from viewer.model.noted_studies import ShownStudy
from viewer.model.part import Evidence, Text
from viewer.model.time import Instant, Interval
from viewer.paths import first_case

TAE = Instant(day=12)


def study(
    id_: str, when: Instant | Interval, modality: str = "CT", pictures: str = ""
) -> ShownStudy:
    made = Study(
        id=id_,
        title=Text(id_),
        modality=modality,
        when=when,
        evidence=Evidence(kind="reported"),
        images=(Images(path=pictures),) if pictures else (),
    )
    return ShownStudy(made)


def told(around: Around) -> list[tuple[str, bool] | None]:
    return [None if one is None else (one.shown.study.id, one.is_certain) for one in around]


@pytest.mark.parametrize("event", ["tae-right", "tae-left"])
def test_both_embolisations_lie_between_the_ct_before_and_the_contrast_ct(event: str) -> None:
    case = open_case(first_case()).case
    tae = part(case, event)
    assert isinstance(tae, Event)
    around = studies_around(map(ShownStudy, case.studies), tae.when)
    assert told(around) == [("study-ct-before-tae", True), ("study-contrast-ct", True)]
    assert around.pair is None  # the source has no pictures of them


def test_the_nearest_on_each_side_are_given() -> None:
    days = [(f"d{day}", Instant(day=day)) for day in (30, 1, 10, 20)]
    around = studies_around([study(*one) for one in days], TAE)
    assert told(around) == [("d10", True), ("d20", True)]


def test_a_study_of_that_day_is_not_said_to_be_before() -> None:
    around = studies_around([study("that-day", TAE)], TAE)
    assert told(around) == [("that-day", False), None]


def test_the_day_before_and_the_day_after_are_certain() -> None:
    near = study("eve", Instant(day=11)), study("morrow", Instant(day=13))
    assert told(studies_around(near, TAE)) == [("eve", True), ("morrow", True)]


def test_one_about_a_day_without_bounds_may_be_on_the_side_of_that_day() -> None:
    around = studies_around([study("a", Instant(about=0)), study("b", Instant(about=40))], TAE)
    assert told(around) == [("a", False), ("b", False)]


def test_what_is_certain_comes_before_what_may_be_nearer() -> None:
    unsure = study("unsure", Instant(earliest=8, latest=13))
    around = studies_around([study("sure", Instant(day=2)), unsure], TAE)
    assert told(around) == [("sure", True), None]


def test_the_same_modality_comes_before_a_nearer_one() -> None:
    found = studies_around(
        [
            study("ct", Instant(day=2)),
            study("us", Instant(day=10), "US"),
            study("mr", Instant(day=15), "MR"),
            study("ct-after", Instant(day=40)),
        ],
        TAE,
    )
    assert told(found) == [("ct", True), ("ct-after", True)]


def test_without_a_common_modality_the_nearest_are_given() -> None:
    found = studies_around([study("us", Instant(day=10), "US"), study("ct", Instant(day=15))], TAE)
    assert told(found) == [("us", True), ("ct", True)]


def test_nothing_is_after_what_has_not_ended() -> None:
    going_on = Interval(start=Instant(day=12), end="open")
    around = studies_around([study("during", Instant(day=20))], going_on)
    assert told(around) == [None, ("during", False)]


def test_without_studies_there_are_none() -> None:
    assert told(studies_around((), TAE)) == [None, None]


def test_two_that_have_pictures_can_be_compared() -> None:
    before, after = study("a", Instant(day=2), "CT", "a"), study("b", Instant(day=40), "CT", "b")
    assert studies_around([before, after], TAE).pair == (before, after)


def test_one_that_only_may_be_before_is_not_offered_as_such() -> None:
    before, after = study("a", TAE, "CT", "a"), study("b", Instant(day=40), "CT", "b")
    assert studies_around([before, after], TAE).pair is None
    assert studies_around([after], TAE).pair is None


def test_an_added_study_has_pictures_where_its_author_says_where_they_lie() -> None:
    added = replace(study("a", Instant(day=2)), path="../ct")
    after = study("b", Instant(day=40), "CT", "b")
    assert studies_around([added, after], TAE).pair == (added, after)
    unknown = replace(added, path=None)
    assert studies_around([unknown, after], TAE).pair is None
