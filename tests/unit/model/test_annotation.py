"""What an annotation may say, and whose it is."""

from __future__ import annotations

import math
from typing import Any

import pytest
from pydantic import ValidationError

from tests.annotating_making import ANNA, BEN, a_note, a_record, annotation_id
from tests.making import on
from viewer.model import problem_texts
from viewer.model.annotation import (
    MOST_TAGS,
    MOST_TEXT,
    AddedStudy,
    Author,
    Content,
    OnAnnotation,
    OnBox,
    OnCase,
    OnDay,
    OnPart,
    OnPeriod,
    OnPoint,
    PictureShape,
    owner_of,
)
from viewer.model.time import Span

BOX = {"series": "s", "start": 1.0, "end": 2.0, "low": 3.0, "high": 4.0}


def refusal(part: Any, /, **given: Any) -> str:
    with pytest.raises(ValidationError) as caught:
        part.model_validate(given)
    return str(caught.value.errors()[0]["msg"])


@pytest.mark.parametrize(
    ("target", "span"),
    [
        (OnDay(day=2), Span(2, 2)),
        (OnPoint(series="s", day=2.5, value=1), Span(2.5, 2.5)),
        (OnPeriod(start=-1, end=4), Span(-1, 4)),
        (OnBox(**BOX), Span(1, 2)),
        (OnPart(part="event"), None),
        (OnCase(), None),
        (OnAnnotation(annotation=annotation_id()), None),
    ],
    ids=lambda value: getattr(value, "type", ""),
)
def test_an_annotation_stands_on_the_days_of_its_target(target: Any, span: Span | None) -> None:
    assert a_note("x", target).span == span


@pytest.mark.parametrize(("start", "end"), [(3.0, 3.0), (3.0, 2.0)])
def test_a_period_ends_after_it_starts(start: float, end: float) -> None:
    assert problem_texts.ENDS_BEFORE_START in refusal(OnPeriod, start=start, end=end)
    assert problem_texts.ENDS_BEFORE_START in refusal(OnBox, **BOX | {"start": start, "end": end})


def test_a_box_has_its_low_side_below_its_high_one() -> None:
    assert OnBox.model_validate(BOX | {"high": 3.0}).high == 3
    assert problem_texts.ENDS_BEFORE_START in refusal(OnBox, **BOX | {"high": 2.9})


WHOLE: dict[str, dict[str, Any]] = {
    "mark": {"mark": "done"},
    "outcome": {"outcome": {"question": "What now?"}},
    "event": {"event": {"title": "Fall", "when": on(1)}},
    "value": {"value": {"series": "s", "day": 1.0, "value": 2.0, "unit": "mg/dL"}},
    "measure": {"second_day": 4.0},
    "shape": {"measured": {"length_mm": 4.0}},
    "study": {"study": {"title": "CT", "modality": "CT", "when": on(1)}},
    "note": {},
    "resolve": {},
}


@pytest.mark.parametrize("kind", WHOLE)
def test_each_kind_has_what_it_needs(kind: str) -> None:
    given = {"kind": kind, "target": {"type": "Day", "day": 1.0}}
    assert Content.model_validate(given | WHOLE[kind]).kind == kind
    if WHOLE[kind]:
        assert problem_texts.ANNOTATION_INCOMPLETE in refusal(Content, **given)


@pytest.mark.parametrize(
    "spoilt",
    [
        {"kind": "poem"},
        {"target": {"type": "Moon"}},
        {"target": {"type": "Day", "day": float("nan")}},
        {"target": {"type": "Day", "day": "3"}},
        {"text": "x" * (MOST_TEXT + 1)},
        {"tags": ["x"] * (MOST_TAGS + 1)},
        {"tags": [""]},
        {"known_from": 1e9},
    ],
    ids=str,
)
def test_what_is_none_is_refused(spoilt: dict[str, Any]) -> None:
    given: dict[str, Any] = {"kind": "note", "target": {"type": "Day", "day": 1.0}}
    assert Content.model_validate(given)
    assert refusal(Content, **given | spoilt)


@pytest.mark.parametrize(
    ("kind", "least", "most"),
    [
        ("point", 1, 1),
        ("line", 2, 2),
        ("angle", 3, 3),
        ("box", 2, 2),
        ("ellipse", 2, 2),
        ("polygon", 3, 500),
    ],
)
def test_a_shape_has_the_corners_of_its_kind(kind: str, least: int, most: int) -> None:
    def corners(count: int) -> list[tuple[float, float]]:
        return [(float(at), 0.5) for at in range(count)]

    for count in {least, most}:
        assert len(PictureShape(kind=kind, points=corners(count)).points) == count  # type: ignore[arg-type]
    for count in (least - 1, most + 1):
        assert refusal(PictureShape, kind=kind, points=corners(count))


@pytest.mark.parametrize("place", [math.nan, math.inf, 1e8, -1e8, "3", None, [1]])
def test_a_corner_is_a_place_that_a_picture_can_have(place: Any) -> None:
    assert refusal(PictureShape, kind="point", points=[(place, 0.0)])


@pytest.mark.parametrize(
    "measured",
    [
        {"length_mm": -1.0},
        {"length_mm": math.inf},
        {"length_mm": "3"},
        {"angle_deg": 361.0},
        {"area_mm2": 1e10},
        {"mean": 1e13},
        {"sd": -0.1},
        {"lesion": ""},
        {"is_node": 1},
    ],
    ids=str,
)
def test_what_nobody_can_have_measured_is_refused(measured: dict[str, Any]) -> None:
    target = {"type": "Image", "study": "ct", "picture": "a"}
    assert refusal(Content, kind="shape", target=target, measured=measured)
    assert Content.model_validate({"kind": "shape", "target": target, "measured": {}})


@pytest.mark.parametrize(
    "target",
    [
        {"type": "Image", "study": "", "picture": "a"},
        {"type": "Image", "study": "ct", "picture": ""},
        {"type": "Image", "study": "ct"},
        {"type": "Slide", "report": "r", "slide": "x" * 201},
        {"type": "Slide", "report": "r r", "slide": "x"},
    ],
    ids=str,
)
def test_a_picture_has_a_name(target: dict[str, Any]) -> None:
    assert refusal(Content, kind="note", target=target)


def test_a_study_is_named_with_its_modality_where_its_title_does_not_say_it() -> None:
    def names(title: str) -> tuple[str, ...]:
        return AddedStudy(title=title, modality="CT", when=on(1)).names

    assert names("Of the chest") == ("Of the chest", "CT")
    assert names("Chest ct") == ("Chest ct",)


def test_its_id_tells_whose_an_annotation_is() -> None:
    assert owner_of(annotation_id(BEN, 77)) == BEN


@pytest.mark.parametrize("id_", ["", "anna", ANNA.upper(), f"{ANNA}\n", "a" * 13])
def test_an_author_has_an_id_of_twelve_digits(id_: str) -> None:
    assert refusal(Author, id=id_, name="Anna")
    assert Author(id=ANNA, name="Anna")


# -- records --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("op", "given"),
    [
        ("begin", {"name": "Anna"}),
        ("name", {"name": "Anna"}),
        ("put", {"id_": annotation_id(), "content": a_note()}),
        ("delete", {"id_": annotation_id()}),
        ("purge", {"id_": annotation_id()}),
        ("aside", {"aside": "0" * 16}),
    ],
)
def test_a_record_has_what_its_kind_needs_and_no_more(op: str, given: dict[str, Any]) -> None:
    assert a_record(op, **given).op == op
    all_of_it = {"id_": annotation_id(), "content": a_note(), "aside": "0" * 16}
    for name in given:
        with pytest.raises(ValidationError, match="lacks what its kind needs"):
            a_record(op, **{key: value for key, value in given.items() if key != name})
    for name, value in all_of_it.items():
        if name not in given:
            with pytest.raises(ValidationError, match="lacks what its kind needs"):
                a_record(op, **given | {name: value})


def test_the_order_of_records_is_told_by_clock_journal_and_number() -> None:
    places = [(1, "2", 9), (2, "1", 2), (2, "2", 1), (2, "2", 2)]
    records = [
        a_record("aside", aside="0" * 16, clock=clock, journal=journal * 16, number=number)
        for clock, journal, number in places
    ]
    mixed = [records[at] for at in (2, 0, 3, 1)]
    assert sorted(mixed, key=lambda record: record.stamp) == records
