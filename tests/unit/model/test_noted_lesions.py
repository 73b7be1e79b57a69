"""What reviewers measure of lesions: each author's own sums, of the latest shapes, apart."""

from __future__ import annotations

from tests.annotating_making import (
    ANNA,
    BEN,
    a_diameter,
    a_measurement,
    a_note,
    an_added_study,
    annas_pen,
    annotation_id,
    bens_pen,
)
from tests.making import a_case, a_lesion, a_study, on
from viewer.model.annotation import Content
from viewer.model.annotation_set import AnnotationSet
from viewer.model.case import Case
from viewer.model.disclosure import disclose
from viewer.model.lesion_series import SUM_ID, WorkedOut, with_sums_of
from viewer.model.noted_lesions import noted_sums
from viewer.model.noted_studies import ByAuthor


def course() -> Case:
    return a_case(studies=[a_study("ct", on(0)), a_study("after", on(40)), a_study("late", on(90))])


def by_anna(*contents: Content) -> AnnotationSet:
    pen = annas_pen()
    pen.write("begin", name="Anna")
    pen.put({annotation_id(number=n): one for n, one in enumerate(contents, 1)})
    return pen.known


def values(case: Case, known: AnnotationSet) -> dict[str, list[tuple[float | None, float | None]]]:
    """The sums of each author by day, hand-readable."""
    return {
        one.id.removeprefix(f"{SUM_ID}-"): [(p.when.day, p.value) for p in one.points]
        for one in noted_sums(case, known)
    }


def test_an_author_s_diameters_come_to_that_author_s_sums() -> None:
    known = by_anna(
        a_diameter(20),
        a_diameter(15.5, "B"),
        a_diameter(12, study="after"),
        a_diameter(9.5, "B", study="after"),
    )
    assert values(course(), known) == {ANNA: [(0, 35.5), (40, 21.5)]}
    (series,) = noted_sums(course(), known)
    assert series.title.pick("en") == "Sum of lesion diameters, measured by Anna"
    assert series.title.pick("ja") == "病変径の和（Annaが計測）"
    assert series.short is not None
    assert series.short.pick("en") == "Anna: lesions"
    point = series.points[1]
    assert isinstance(point.evidence, ByAuthor)
    assert point.evidence.kind == "derived"
    assert point.evidence.place is not None
    assert point.evidence.place.pick("en") == "measured by Anna"
    assert [one.text.pick("en") for one in point.remarks] == [
        "after: A 12 mm, B 9.5 mm.",
        "−39.4\u202f% from baseline (ct); −39.4\u202f% from nadir (ct).",
        "Partial response (PR) by target lesions alone; non-target and new lesions are not "
        "considered.",
    ]


def test_authors_are_never_put_together() -> None:
    pen, other = annas_pen(), bens_pen()
    pen.write("begin", name="Anna")
    pen.put(
        {annotation_id(): a_diameter(20), annotation_id(number=2): a_diameter(18, study="after")}
    )
    other.see(pen.written)
    other.write("begin", name="Ben")
    other.put({annotation_id(BEN): a_diameter(30)})
    assert values(course(), other.known) == {ANNA: [(0, 20), (40, 18)]}
    other.put({annotation_id(BEN, 2): a_diameter(33, study="after")})
    assert values(course(), other.known) == {
        ANNA: [(0, 20), (40, 18)],
        BEN: [(0, 30), (40, 33)],
    }


def test_of_two_shapes_of_one_lesion_the_one_changed_last_counts() -> None:
    pen = annas_pen()
    first, second, third = (annotation_id(number=n) for n in (1, 2, 3))
    pen.put({first: a_diameter(20), second: a_diameter(22), third: a_diameter(11, study="after")})
    assert values(course(), pen.known)[ANNA][0] == (0, 22)
    pen.put({first: a_diameter(21)})
    assert values(course(), pen.known)[ANNA][0] == (0, 21)
    pen.put({first: None})
    assert values(course(), pen.known)[ANNA][0] == (0, 22)
    pen.put({second: None})
    assert values(course(), pen.known) == {}


def test_only_lengths_of_named_lesions_on_images_count() -> None:
    known = by_anna(
        a_measurement(),
        a_measurement(measured={"lesion": "A", "area_mm2": 30.0}),
        a_note("A 20 mm"),
        a_diameter(20),
        a_diameter(19, study="gone"),
        a_diameter(1_001, "B"),
        a_diameter(1_001, "B", study="after"),
    )
    assert noted_sums(course(), known) == ()


def test_lengths_at_a_detector_are_no_diameters() -> None:
    at_detector = {"length_mm": 20.0, "lesion": "A", "is_at_detector": True}
    plain = at_detector | {"is_at_detector": False}
    there, here = (
        tuple(a_measurement(study=study, measured=measured) for study in ("ct", "after"))
        for measured in (at_detector, plain)
    )
    assert noted_sums(course(), by_anna(*there)) == ()
    assert len(noted_sums(course(), by_anna(*here))) == 1


def test_a_lesion_that_was_not_measured_again_leaves_no_sum() -> None:
    known = by_anna(
        a_diameter(20),
        a_diameter(12, "B"),
        a_diameter(18, study="after"),
        a_diameter(10, study="late"),
        a_diameter(6, "B", study="late"),
    )
    assert values(course(), known) == {ANNA: [(0, 32), (90, 16)]}
    (series,) = noted_sums(course(), known)
    assert "No sum for after: not measured: B." in [one.text.pick("en") for one in series.remarks]


def test_nodes_and_added_studies_are_measured_too() -> None:
    study = annotation_id(number=1)
    known = by_anna(
        an_added_study("CT elsewhere", on(-20)),
        a_diameter(18, study=study, measured={"is_node": True}),
        a_diameter(8, measured={"is_node": True}),
    )
    (series,) = noted_sums(course(), known)
    assert [(one.when.day, one.value) for one in series.points] == [(-20, 18), (0, 8)]
    assert series.points[1].remarks[2].text.pick("en").startswith("Complete response (CR)")
    assert "CT elsewhere" in series.points[1].remarks[1].text.pick("en")


def test_the_case_s_own_sums_stay_apart() -> None:
    case = a_case(
        studies=[
            a_study("ct", on(0), lesions=[a_lesion("A", 50)]),
            a_study("after", on(40), lesions=[a_lesion("A", 40)]),
        ]
    )
    told = disclose(case, None)
    known = by_anna(a_diameter(20), a_diameter(30, study="after"))
    whole = with_sums_of(told, noted_sums(told, known))
    own, annas = (one for one in whole.series if isinstance(one, WorkedOut))
    assert [one.value for one in own.points] == [50, 40]
    assert [one.value for one in annas.points] == [20, 30]
    assert with_sums_of(told, ()) is told
