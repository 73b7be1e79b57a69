"""How a fact is known is said in words, with the place where it stands."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from tests.making import a_case, on
from viewer.model.part import Evidence, EvidenceKind
from viewer.ui.words.evidence_words import (
    evidence_name,
    evidence_sentence,
    evidence_text,
    place_text,
    time_evidence,
)

KINDS: tuple[EvidenceKind, ...] = get_args(EvidenceKind)
CASE = a_case(
    sources=[
        {"id": "report", "title": {"en": "Case report", "ja": "症例報告"}},
        {"id": "book", "title": [{"text": "Book"}, {"text": "Textbook", "known_from": 3}]},
    ]
)


def evidence(**given: Any) -> Evidence:
    return Evidence.model_validate({"kind": "reported"} | given)


def test_each_kind_has_words_of_its_own() -> None:
    for words in (evidence_name, evidence_sentence):
        said = [words(kind) for kind in KINDS]
        assert len(set(said)) == len(KINDS) == 5
        assert all(said)


def test_what_is_not_reported_does_not_sound_like_it() -> None:
    assert evidence_sentence("reported") == "Reported by the source"
    assert evidence_sentence("inferred") == "Inferred; not stated by the source"
    assert evidence_sentence("synthetic") == "Made up; not a patient's data"
    assert evidence_name("digitised") == "read off a figure"


def test_a_fact_stands_at_its_place() -> None:
    assert place_text(evidence(place={"en": "Fig. 1", "ja": "図1"}), CASE, "ja") == "図1"


def test_without_a_place_the_source_is_named() -> None:
    assert place_text(evidence(), CASE, "en") == "Case report"
    assert place_text(evidence(source="book"), CASE, "en") == "Textbook"
    assert place_text(evidence(source="report"), CASE, "ja") == "症例報告"


def test_without_a_source_no_place_is_named() -> None:
    assert place_text(evidence(source="lost"), CASE, "en") == ""
    assert place_text(evidence(), a_case(), "en") == ""
    assert evidence_text(evidence(), a_case(), "en") == "Reported by the source"


def test_a_fact_is_told_with_its_place_and_its_reason() -> None:
    told = evidence(kind="derived", place="Fig. 5", why="28 days later")
    assert evidence_text(told, CASE, "en") == (
        "Derived from what the source reports; Fig. 5; 28 days later"
    )


def test_a_reported_day_needs_no_words() -> None:
    assert time_evidence(on(0), "en") == ""
    assert time_evidence(on(0, evidence="reported"), "en") == ""
    assert time_evidence(on(0, evidence="reported", why="p. 3"), "en") == "p. 3"


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("derived", "day derived"),
        ("digitised", "day read off a figure"),
        ("inferred", "day inferred"),
        ("synthetic", "day made up"),
    ],
)
def test_another_day_says_how_it_is_known_and_why(kind: str, words: str) -> None:
    assert time_evidence(on(0, evidence=kind), "en") == words
    why = {"en": "from the order", "ja": "順序から"}
    assert time_evidence(on(0, evidence=kind, why=why), "en") == f"{words}: from the order"
