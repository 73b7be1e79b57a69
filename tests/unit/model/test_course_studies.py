"""Where studies and reports with pictures stand in a course."""

from typing import Any

from viewer.model.case import FORMAT, Case, DayZero, Subject
from viewer.model.clinical import Figure, Images, Report, Slide, Study
from viewer.model.course_studies import course_studies, has_pictures
from viewer.model.event import Event, Lane
from viewer.model.events import Events
from viewer.model.noted_studies import ShownStudy
from viewer.model.part import Evidence, Text
from viewer.model.time import Instant

KNOWN = Evidence(kind="reported")
LANES = (
    Lane(id="procedures", title=Text("Procedures"), kind="procedure"),
    Lane(id="tests", title=Text("Tests"), kind="diagnostic"),
    Lane(id="more", title=Text("More"), kind="diagnostic"),
)


def case(*events: Event, lanes: tuple[Lane, ...] = LANES, **parts: Any) -> Case:
    told = {"subject": Subject(), "day_zero": DayZero(text=Text("Admission"))}
    return Case(
        format=FORMAT, id="c", title=Text("C"), lanes=lanes, events=Events(events), **told, **parts
    )


def event(id_: str, lane: str, *links: str) -> Event:
    when = Instant(day=3)
    return Event(id=id_, lane=lane, title=Text(id_), when=when, evidence=KNOWN, links=links)


def study(id_: str, *links: str, has_images: bool = True) -> Study:
    return Study(
        id=id_,
        title=Text(id_),
        modality="CT",
        when=Instant(day=5),
        evidence=KNOWN,
        links=links,
        images=(Images(path="ct"),) if has_images else (),
    )


def shown(*studies: Study) -> tuple[ShownStudy, ...]:
    return tuple(map(ShownStudy, studies))


def test_whichever_names_the_other_the_examination_stands_for_its_study() -> None:
    whole = case(event("a", "tests", "one"), event("b", "more"), event("c", "tests"))
    found = course_studies(whole, shown(study("one"), study("two", "b", "gone")))
    assert {id_: one.part.id for id_, one in found.by_event.items()} == {"a": "one", "b": "two"}
    assert found.marks == ()
    assert found.lanes == LANES


def test_a_procedure_does_not_stand_for_a_study() -> None:
    found = course_studies(case(event("tae", "procedures", "one")), shown(study("one")))
    assert not found.by_event
    (mark,) = found.marks
    assert (mark.id, mark.lane, mark.title) == ("one", "tests", Text("one"))
    assert found.by_mark["one"].part.id == "one"


def test_a_biopsy_stands_for_the_report_of_its_time() -> None:
    report = Report(
        id="r",
        title=Text("R"),
        when=Instant(day=3),
        evidence=KNOWN,
        slides=(Slide(path="a.svs"),),
        links=("biopsy",),
    )
    found = course_studies(case(event("biopsy", "procedures"), reports=(report,)))
    assert [*found.by_event] == ["biopsy"]
    assert found.marks == ()


def test_the_first_study_of_an_examination_is_shown() -> None:
    whole = case(event("a", "tests", "one", "two"))
    found = course_studies(whole, shown(study("one"), study("two")))
    assert found.by_event["a"].part.id == "one"
    assert found.marks == ()


def test_without_pictures_there_is_nothing() -> None:
    bare = case(event("a", "tests", "one"))
    found = course_studies(bare, shown(study("one", has_images=False)))
    assert (found.by_event, found.marks, found.lanes) == ({}, (), LANES)


def test_without_a_lane_for_them_they_have_one_whose_id_is_free() -> None:
    taken = Lane(id="pictures", title=Text("P"), kind="drug")
    found = course_studies(case(lanes=(taken,)), shown(study("one")))
    assert [lane.id for lane in found.lanes] == ["pictures", "pictures-"]
    assert found.marks[0].lane == "pictures-"


def test_what_is_added_has_pictures_where_its_author_says_where() -> None:
    added = study("one", has_images=False)
    found = course_studies(case(), (ShownStudy(added, path="../ct"),))
    assert found.by_mark["one"].added is not None
    assert course_studies(case(), (ShownStudy(added),)).marks == ()


def test_figures_and_slides_are_pictures_where_they_are_included() -> None:
    told = {"id": "r", "title": Text("R"), "when": Instant(day=1), "evidence": KNOWN}
    absent, included = Figure(label=Text("Fig. 1")), Figure(label=Text("Fig. 1"), file="f.png")
    assert not has_pictures(Report(**told, figures=(absent,)))
    assert has_pictures(Report(**told, figures=(absent, included)))
    assert has_pictures(Report(**told, slides=(Slide(path="a.svs"),)))
    found = course_studies(case(reports=(Report(**told, figures=(included,)),)))
    assert [mark.id for mark in found.marks] == ["r"]
