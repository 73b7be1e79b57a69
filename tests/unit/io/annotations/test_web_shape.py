"""The shape of web annotations: what an annotation says comes back, and what is none is refused."""

from __future__ import annotations

from typing import Any

import pytest

from tests.making_journals import annotation_id
from viewer.io.annotations.web_shape import case_of, from_web, to_web
from viewer.model.annotation import Content

CASE_URN = "urn:dayline:case:c"
ON_CASE = {"type": "Case"}
ON_DAY = {"source": CASE_URN, "selector": {"type": "dayline:Day", "day": 3.0}}


def _content(**given: Any) -> Content:
    return Content.model_validate({"kind": "note", "target": ON_CASE} | given)


@pytest.mark.parametrize(
    "content",
    [
        _content(),
        _content(text="*Why?*\n\nBecause.", tags=["a", "b"], known_from=-2.5),
        _content(kind="mark", mark="disagree", target={"type": "Part", "part": "event"}),
        _content(
            kind="reply", text="No", target={"type": "Annotation", "annotation": annotation_id(3)}
        ),
        _content(kind="resolve", target={"type": "Annotation", "annotation": annotation_id(3)}),
        _content(target={"type": "Day", "day": 0.1 + 0.2}),
        _content(target={"type": "Period", "start": -1.0, "end": 2.0}),
        _content(target={"type": "Point", "series": "s", "day": 1.0, "value": 1e-9}),
        _content(
            target={"type": "Box", "series": "s", "start": 1.0, "end": 2.0, "low": 3.0, "high": 4.0}
        ),
        _content(kind="outcome", outcome={"question": "Q", "decision": "D", "who": "W"}),
        _content(kind="outcome", outcome={}),
        _content(kind="event", event={"title": "E", "lane": "l", "when": {"day": 2}}),
        _content(kind="event", event={"title": "E", "when": {"start": {"day": 2}, "end": "open"}}),
        _content(kind="value", value={"series": "s", "day": 1.0, "value": 2.0, "unit": "mg/dL"}),
        _content(kind="measure", target={"type": "Day", "day": 1.0}, second_day=8.0),
    ],
    ids=lambda content: f"{content.kind} on {content.target.type}",
)
def test_what_an_annotation_says_comes_back(content: Content) -> None:
    assert from_web(to_web(content, "c")) == content


def test_a_plain_note_of_another_program_is_a_note() -> None:
    assert from_web({"body": "Seen", "target": [ON_DAY]}).text == "Seen"
    parts = [{"type": "TextualBody", "value": "one"}, {"value": "two"}]
    content = from_web({"body": parts, "target": CASE_URN})
    assert (content.kind, content.text, content.target.type) == ("note", "one\n\ntwo", "Case")


@pytest.mark.parametrize(
    "target",
    [None, 3, [], [ON_DAY, ON_DAY], "https://example.org/page", {"source": 3}, {"selector": {}}],
)
def test_a_target_that_is_no_place_of_ours_is_refused(target: object) -> None:
    with pytest.raises(ValueError, match="target"):
        from_web({"body": "x", "target": target})


def test_a_body_that_is_none_of_ours_is_refused() -> None:
    for type_ in ("Video", 3, "dayline:text"):
        with pytest.raises(ValueError, match="a body of the type"):
            from_web({"body": {"type": type_}, "target": CASE_URN})


def test_the_case_of_an_annotation_is_told() -> None:
    assert case_of({"target": ON_DAY}) == "c"
    assert case_of({"target": [ON_DAY]}) == "c"
    assert case_of({"target": CASE_URN}) == "c"
    for target in (None, [], "https://example.org", {"source": 3}):
        assert case_of({"target": target}) is None
