"""Annotations in the shape of the web's model and back, and what other programs write."""

from __future__ import annotations

import json
import random
from typing import Any, get_args

import pytest

from tests.annotating_making import FIRST, a_note, a_shape, annotation_id, some_content
from tests.making import between, lasting, on
from viewer.io.annotations.web_shape import ANNOTATION_URN, CASE_URN, case_of, from_web, to_web
from viewer.model.annotating import reply
from viewer.model.annotation import (
    Content,
    Kind,
    OnAnnotation,
    OnBox,
    OnCase,
    OnDay,
    OnImage,
    OnPart,
    OnPeriod,
    OnPoint,
    OnSlide,
)

TARGETS = [
    OnPart(part="event"),
    OnDay(day=-2.5),
    OnPeriod(start=1, end=2.25),
    OnPoint(series="glucose", day=3, value=41.5),
    OnBox(series="glucose", start=1, end=2, low=3, high=4),
    OnCase(),
    OnAnnotation(annotation=FIRST),
    OnImage(study="ct", picture="1.2.840.1:3"),
    OnImage(study=FIRST, picture="a.png", shape=a_shape("box", (4, 8), (2, 1))),
    OnImage(study="ct", picture="1.2.840.1:3", shape=a_shape("ellipse", (0.1, 9), (7, 0.3))),
    OnSlide(report="path", slide="he.svs", shape=a_shape("polygon", (1, 2), (3, 4.5), (0, 1e-9))),
]
KINDS: dict[Kind, dict[str, Any]] = {
    "note": {"text": "See *here*\n\nand there", "tags": ["dose", "日本"]},
    "mark": {"mark": "disagree", "text": "why"},
    "outcome": {"outcome": {"question": "What?", "decision": "This.", "who": "Ben"}},
    "event": {"event": {"title": "Fall", "lane": "lane", "when": lasting(between(0, 2), "open")}},
    "value": {"value": {"series": "glucose", "day": 2.5, "value": -1.0, "unit": "mg/dL"}},
    "measure": {"second_day": 9.0},
    "reply": {"text": "yes"},
    "resolve": {},
    "reopen": {"known_from": 12.0},
    "shape": {"measured": {"length_mm": 23.4, "lesion": "A", "is_node": True}},
    "study": {
        "study": {"title": "CT", "modality": "CT", "when": between(0, 2), "path": "../ct elsewhere"}
    },
    "scene": {"scene": {"rank": 1.5, "scene": {"id": "s", "title": "Why?", "horizon": 3}}},
}


def by_way_of_json(shaped: dict[str, Any]) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(json.dumps(shaped))
    return read


def test_there_is_every_kind() -> None:
    assert set(KINDS) == set(get_args(Kind))


@pytest.mark.parametrize("target", TARGETS, ids=str)
@pytest.mark.parametrize("kind", KINDS)
def test_what_is_written_is_read_again(kind: Kind, target: Any) -> None:
    content = Content.model_validate({"kind": kind, "target": target} | KINDS[kind])
    shaped = by_way_of_json(to_web(content, "case"))
    assert from_web(shaped) == content
    assert case_of(shaped) == (None if isinstance(target, OnAnnotation) else "case")
    assert set(shaped) >= {"motivation", "body", "target"}


@pytest.mark.parametrize("seed", range(5))
def test_any_annotation_is_read_again(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(50):
        content = some_content(chance, [FIRST, annotation_id(number=2)])
        assert from_web(by_way_of_json(to_web(content, "case"))) == content


def test_what_a_newer_program_added_to_a_part_is_kept() -> None:
    event = {"title": "Fall", "when": on(1), "type": "of another kind", "colour": ["red"]}
    content = a_note("", OnDay(day=1), kind="event", event=event)
    read = from_web(by_way_of_json(to_web(content, "case")))
    assert read.event is not None
    assert read.event.model_extra == {"colour": ["red"]}


def test_an_answer_of_another_program_is_a_reply() -> None:
    assert from_web({"body": "yes", "target": f"{ANNOTATION_URN}{FIRST}"}) == reply(FIRST, "yes")


# -- other programs -------------------------------------------------------------------------------

CASE = f"{CASE_URN}case"
DAY = {"source": CASE, "selector": {"type": "dayline:Day", "day": 3.0}}
TEXTUAL = {"type": "TextualBody", "value": "said"}


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ({"body": "said"}, "said"),
        ({"bodyValue": "said"}, "said"),
        ({"body": ["one", {"value": "two"}]}, "one\n\ntwo"),
        ({"body": TEXTUAL | {"purpose": "describing", "language": "en"}}, "said"),
        ({"body": TEXTUAL | {"purpose": "assessing"}}, "said"),
        ({"body": []}, ""),
        ({"body": None}, ""),
        ({}, ""),
    ],
)
def test_texts_of_other_programs_are_notes(body: dict[str, Any], text: str) -> None:
    assert from_web({"type": "Annotation", "target": DAY} | body) == a_note(text)


def test_tags_of_other_programs_are_tags() -> None:
    tag = {"type": "TextualBody", "purpose": "tagging", "value": "dose"}
    assert from_web({"body": [TEXTUAL, tag], "target": [DAY]}) == a_note("said", tags=["dose"])


@pytest.mark.parametrize(
    "target", [CASE, [CASE], {"source": CASE}, {"id": CASE}, {"source": CASE, "selector": None}]
)
def test_the_case_itself_is_a_target(target: Any) -> None:
    assert from_web({"body": "said", "target": target}) == a_note("said", OnCase())
    assert case_of({"target": target}) == "case"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"target": None}, "no single target"),
        ({"target": []}, "no single target"),
        ({"target": [DAY, DAY]}, "no single target"),
        ({"target": {"source": 3}}, "no single target"),
        ({"target": {"selector": DAY["selector"]}}, "no single target"),
        ({"target": "https://example.org/page"}, "a target that is no case"),
        ({"target": DAY | {"selector": {"type": "TextQuoteSelector", "exact": "x"}}}, "TextQuote"),
        ({"target": DAY | {"selector": {"type": "Day", "day": 3.0}}}, "a selector of the type Day"),
        ({"target": DAY | {"selector": {"day": 3.0}}}, "a selector of the type None"),
        ({"target": DAY | {"selector": [DAY["selector"]]}}, "a selector of the type"),
        ({"target": DAY | {"selector": {"type": ["dayline:Day"]}}}, "a selector of the type"),
        ({"target": DAY | {"selector": {"type": "dayline:Moon"}}}, "Moon"),
        ({"target": DAY | {"selector": {"type": "dayline:Day"}}}, "day"),
        ({"target": "urn:dayline:annotation:none of ours"}, "annotation"),
        ({"body": 3}, "a body that is int"),
        ({"body": [None]}, "a body that is NoneType"),
        ({"body": {"id": "https://example.org/page"}}, "a body without a text"),
        ({"body": TEXTUAL | {"value": ["x"]}}, "a body without a text"),
        ({"body": {"type": "Choice", "items": []}}, "a body of the type Choice"),
        ({"body": {"type": ["TextualBody"]}}, "a body of the type"),
        ({"body": {"type": "event", "title": "x"}}, "a body of the type event"),
        ({"body": {"type": "dayline:event", "title": "x"}}, "when"),
        ({"body": {"type": "dayline:measure"}, "dayline:kind": "measure"}, "lacks what its kind"),
        ({"body": TEXTUAL | {"purpose": "tagging", "value": ""}}, "tags"),
        ({"dayline:kind": "poem"}, "kind"),
        ({"dayline:known_from": "soon"}, "known_from"),
    ],
)
def test_what_has_no_place_here_is_refused_with_the_reason(
    given: dict[str, Any], said: str
) -> None:
    with pytest.raises(ValueError, match=said):
        from_web({"body": "said", "target": DAY} | given)


def test_a_target_elsewhere_is_no_case() -> None:
    assert case_of({"target": "https://example.org"}) is None
    assert case_of({}) is None
    assert case_of({"target": {"source": f"{CASE_URN}other"}}) == "other"
