"""Texts that every file can hold, and two contents of one stamp."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest
from pydantic import ValidationError

from tests.making_journals import a_note, a_record, annotation_id
from viewer.model.annotation import AddedEvent, Author, ConferenceOutcome, Content, whole_text
from viewer.model.annotation_set import NO_ANNOTATIONS


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("", ""),
        ("plain 低血糖 👩‍⚕️", "plain 低血糖 👩‍⚕️"),
        ("\ufeff turned \u202e round \x00", "\ufeff turned \u202e round \x00"),
        ("a\ud800b\udc00", "a\ufffdb\ufffd"),
        ("\ud83d\ude00 and \ud83d", "\U0001f600 and \ufffd"),
        ("\ufeff\udfff", "\ufeff\ufffd"),
    ],
)
def test_halves_of_letters_become_marks_and_pairs_letters(given: str, kept: str) -> None:
    assert whole_text(given) == kept


def test_every_text_that_a_person_types_is_whole() -> None:
    half, mark = "x\ud800", "x\ufffd"
    content = Content.model_validate(
        {"kind": "note", "target": {"type": "Case"}, "text": half, "tags": [half]}
    )
    assert (content.text, content.tags) == (mark, (mark,))
    outcome = ConferenceOutcome(question=half, decision=half, who=half)
    assert {outcome.question, outcome.decision, outcome.who} == {mark}
    assert AddedEvent.model_validate({"title": half, "when": {"day": 1}}).title == mark
    assert Author(id="0" * 12, name=half).name == mark
    assert a_record(1, op="begin", case="c", name=half, device=half).device == mark


def test_what_is_no_text_is_refused_still() -> None:
    with pytest.raises(ValidationError):
        Content.model_validate({"kind": "note", "target": {"type": "Case"}, "text": 3})


def test_two_contents_of_one_stamp_are_both_kept_and_shown_the_same_in_any_order() -> None:
    deleted: dict[str, Any] = {"op": "delete", "id": annotation_id(1)}
    records = [
        a_note(1, "one"),
        a_note(1, "two"),
        a_note(1, "two", at="earlier"),
        a_record(1, **deleted),
    ]
    found = {
        NO_ANNOTATIONS.adding(order[:split]).adding(order[split:]).annotations[annotation_id(1)]
        for order in permutations([*records, *records[:1]])
        for split in (0, 2)
    }
    (annotation,) = found
    assert len(annotation.versions) == 4
