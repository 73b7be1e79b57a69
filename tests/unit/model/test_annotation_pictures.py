"""Annotations on pictures: where they stand, what they are called, and when they are told."""

from __future__ import annotations

from typing import Any

import pytest

from tests.annotating_making import (
    ANNA,
    BEN,
    FIRST,
    SECOND,
    a_measurement,
    a_note,
    a_shape,
    an_added_study,
    annas_pen,
    annotation_id,
    bens_pen,
    made,
)
from tests.making import a_case, a_lane, a_report, a_study, between, lasting, on
from viewer.model.annotating import reply
from viewer.model.annotation import Content, OnImage, OnSlide
from viewer.model.annotation_pictures import picture_names, pictured_id
from viewer.model.annotation_places import Place, disclosed, moment_of, place_of
from viewer.model.annotation_set import NO_ANNOTATIONS, AnnotationSet
from viewer.model.case import Case
from viewer.model.disclosure import disclose
from viewer.model.noted_studies import ByAuthor, added_study, studies_to_show
from viewer.model.shown_part import shown_part
from viewer.model.standing import PlaceBook
from viewer.model.time import Span


def on_image(text: str = "", known_from: float | None = 0, **more: Any) -> Content:
    told = {"text": text, "known_from": known_from}
    return a_measurement(**more).model_copy(update=told)


def on_slide(slide: str = "he.svs", text: str = "mitoses") -> Content:
    target = OnSlide(report="path", slide=slide, shape=a_shape("box", (1, 2), (3, 4)))
    return a_note(text, target, known_from=0)


def course(**more: Any) -> Case:
    plain = {
        "lanes": [a_lane("drugs"), a_lane("tests", kind="diagnostic")],
        "studies": [a_study("ct", on(12), title="CT before", images=[{"path": "ct"}])],
        "reports": [
            a_report(
                "path",
                on(14),
                title="Biopsy",
                slides=[{"path": "he.svs", "title": "H&E"}, {"path": "ki.svs", "stain": "Ki-67"}],
            )
        ],
    }
    return a_case(**(plain | more))


# -- places --------------------------------------------------------------------------------------


@pytest.mark.parametrize(("content", "day"), [(on_image(), 12.5), (on_slide(), 14.5)])
def test_a_shape_stands_on_the_day_of_its_study_or_report(content: Content, day: float) -> None:
    known = made(content)
    assert place_of(content, course(), known) == Place(Span(day, day))
    found = moment_of(FIRST, course(), known)
    assert found is not None
    assert found.moment == day
    (item,) = PlaceBook(course()).standing(known).items.items
    assert (item.form, item.span) == ("pin", Span(day, day))


@pytest.mark.parametrize("content", [on_image(study="gone"), on_slide()])
def test_what_is_on_a_picture_that_is_not_there_has_no_day(content: Content) -> None:
    case = course(reports=[])
    assert place_of(content, case, made(content)) == Place(None)
    assert PlaceBook(case).standing(made(content)).items.items == ()


@pytest.mark.parametrize(
    ("when", "span"),
    [
        (on(5), Span(5.5, 5.5)),
        (between(2, 8), Span(5.5, 5.5)),
        (lasting(3, 6), Span(3.5, 6.5)),
    ],
)
def test_an_added_study_stands_on_its_own_days_among_examinations(when: Any, span: Span) -> None:
    content = an_added_study(when=when)
    known = made(content, on_image(study=FIRST))
    assert place_of(content, course(), known) == Place(span, lane="tests")
    assert place_of(content, a_case(), known) == Place(span, lane=None)
    standing = PlaceBook(course()).standing(known)
    added, shape = standing.items.items
    assert (added.form, added.id, shape.span) == ("event", FIRST, span)
    assert standing.by_lane == {"tests": 1}


def test_a_shape_goes_along_where_the_study_is_moved() -> None:
    pen = annas_pen()
    pen.put({FIRST: an_added_study(), SECOND: on_image(study=FIRST)})
    book = PlaceBook(course())
    assert [item.span.start for item in book.standing(pen.known).items.items] == [5.5, 5.5]
    pen.put({FIRST: an_added_study(when=on(30))})
    assert [item.span.start for item in book.standing(pen.known).items.items] == [30.5, 30.5]
    pen.put({FIRST: None})
    assert book.standing(pen.known).items.items == ()
    pen.write("purge", FIRST)
    assert book.standing(pen.known).items.items == ()


# -- names ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "names"),
    [
        (on_image(), ("CT before",)),
        (on_slide(), ("Biopsy", "H&E")),
        (on_slide("ki.svs"), ("Biopsy", "Ki-67")),
        (on_slide("other.svs"), ("Biopsy",)),
        (on_image(study=FIRST), ("CT elsewhere",)),
        (on_image(study=SECOND), ()),
        (on_image(study="gone"), ()),
    ],
)
def test_a_picture_is_named_by_what_it_belongs_to(content: Content, names: tuple[str, ...]) -> None:
    assert isinstance(content.target, OnImage | OnSlide)
    known = made(an_added_study())
    assert picture_names(content.target, course(), known, "en") == names


def test_a_slide_of_a_report_that_is_not_there_has_no_name() -> None:
    target = on_slide().target
    assert isinstance(target, OnSlide)
    assert picture_names(target, course(reports=[]), NO_ANNOTATIONS, "en") == ()


def test_a_chosen_note_shows_the_study_whose_picture_it_is_on() -> None:
    known = made(on_image(), on_slide(), an_added_study(), on_image(study=annotation_id(number=3)))
    ids = [pictured_id(annotation_id(number=n), known) for n in range(1, 5)]
    assert ids == ["ct", "path", annotation_id(number=3), annotation_id(number=3)]
    answered = made(on_image(), reply(FIRST, "yes"), a_note())
    assert pictured_id(SECOND, answered) == "ct"
    assert pictured_id(annotation_id(number=3), answered) is None
    assert pictured_id(None, answered) is None
    assert pictured_id("event", answered) is None
    studies = tuple(one.study for one in studies_to_show(course(), known))
    for id_ in ("ct", annotation_id(number=3)):
        found = shown_part(course(), id_, 0, studies)
        assert found is not None
        assert found.id == id_


def test_what_is_on_its_pictures_is_told_with_a_study() -> None:
    known = made(on_image(), on_slide(), on_image(study="other"))
    assert {id_: len(ones) for id_, ones in known.on_parts.items()} == {
        "ct": 1,
        "path": 1,
        "other": 1,
    }


# -- added studies ---------------------------------------------------------------------------------


def test_studies_are_shown_in_the_order_of_their_days_with_who_added_them() -> None:
    pen, other = annas_pen(), bens_pen()
    pen.write("begin", name="Anna")
    pen.put({FIRST: an_added_study("Elsewhere", on(3))})
    other.see(pen.written)
    other.write("begin", name="Ben")
    other.put({annotation_id(BEN): an_added_study("Later", lasting(40, "open"))})
    found = studies_to_show(course(), other.known)
    assert [(one.study.title.root, one.author, one.path) for one in found] == [
        ("Elsewhere", "Anna", "/elsewhere/ct"),
        ("CT before", "", None),
        ("Later", "Ben", "/elsewhere/ct"),
    ]
    first = found[0]
    assert (first.study.id, first.study.modality, first.study.when) == (FIRST, "CT", on(3))
    assert isinstance(first.study.evidence, ByAuthor)
    assert first.study.evidence.place is not None
    assert first.study.evidence.place.pick("en") == "added by Anna"
    assert first.annotation is other.known.annotations[FIRST]
    assert added_study(FIRST, other.known) == first


def test_what_adds_no_study_is_none() -> None:
    pen = annas_pen()
    pen.put({FIRST: an_added_study(), SECOND: a_note()})
    pen.put({FIRST: None})
    for id_ in (FIRST, SECOND, "ct"):
        assert added_study(id_, pen.known) is None
    assert len(studies_to_show(course(), pen.known)) == 1


# -- what is told ----------------------------------------------------------------------------------


def told(case: Case, known: AnnotationSet, horizon: int) -> list[str]:
    cut = disclose(case, horizon)
    shown = disclosed(known, cut, horizon).shown
    return [one.content.text for one in shown if one.content is not None]


@pytest.mark.parametrize("horizon", [0, 11, 12, 13, 14, 20, 40])
def test_it_is_told_with_its_study_its_picture_and_from_its_day(horizon: int) -> None:
    case = course(
        studies=[
            a_study("ct", on(12), images=[{"path": "ct"}]),
            a_study("late", on(3), images=[{"path": "mr", "known_from": 13}]),
            a_study(
                "plain", on(3), images=[{"path": "a.png"}, {"path": "b.PNG", "known_from": 14}]
            ),
            a_study("drawn", on(3), figures=[{"label": "A", "file": "fig.jpg"}]),
            a_study("none", on(3)),
        ]
    )
    begun: dict[str, tuple[int, Content]] = {
        "of the study": (12, on_image(text="of the study")),
        "known later": (20, on_image(known_from=20, text="known later")),
        "of late pictures": (13, on_image(study="late", text="of late pictures")),
        "of a plain one": (3, on_plain("plain", "a.png", "of a plain one")),
        "of a late plain one": (14, on_plain("plain", "b.PNG", "of a late plain one")),
        "of a figure": (3, on_plain("drawn", "fig.jpg", "of a figure")),
        "of no picture": (1_000, on_image(study="none", text="of no picture")),
        "of no study": (1_000, on_image(study="gone", text="of no study")),
        "of a slide": (14, on_slide(text="of a slide")),
        "of no slide": (1_000, on_slide("x", text="of no slide")),
    }
    known = made(*(one for _, one in begun.values()))
    expected = [text for text, (day, _) in begun.items() if day <= horizon]
    assert told(case, known, horizon) == expected


def on_plain(study: str, picture: str, text: str) -> Content:
    return a_note(text, OnImage(study=study, picture=picture), known_from=0)


def test_without_a_day_from_which_it_is_known_it_is_hidden() -> None:
    known = made(a_measurement(), an_added_study())
    assert disclosed(known, disclose(course(), 500), 500).shown == ()
    assert disclosed(known, course(), None) is known


@pytest.mark.parametrize(
    ("when", "known_from", "first"),
    [
        (on(5), 0, 5),
        (on(5), 9, 9),
        (between(2, 8), 0, 8),
        (lasting(3, 6), 0, 6),
        (lasting(3, "open"), 0, 5),  # it was written on day 5
        (between(2, None), 0, 1_000),
    ],
)
def test_an_added_study_is_told_from_its_day_on_and_shapes_with_it(
    when: Any, known_from: float, first: int
) -> None:
    known = made(
        an_added_study(when=when, known_from=known_from),
        on_image(study=FIRST),
        reply(SECOND, "yes").model_copy(update={"known_from": 0.0}),
    )
    for horizon in range(-1, 12):
        shown = disclosed(known, disclose(course(), horizon), horizon).shown
        assert len(shown) == (3 if horizon >= first else 0), horizon
        studies = studies_to_show(
            disclose(course(), horizon), AnnotationSet({one.id: one for one in shown}, known.signed)
        )
        assert [one.study.id for one in studies if one.author] == ([FIRST] if shown else [])


def test_a_shape_on_another_author_s_study_goes_with_it() -> None:
    pen = annas_pen()
    pen.put({FIRST: an_added_study(known_from=30)})
    other = bens_pen()
    other.see(pen.written)
    other.put({annotation_id(BEN): on_image(study=FIRST)})
    for horizon, count in ((29, 0), (30, 2)):
        cut = disclose(course(), horizon)
        assert len(disclosed(other.known, cut, horizon).shown) == count
    assert ANNA != BEN
