"""Abbreviations are explained where they stand."""

from __future__ import annotations

from tests.making import a_case
from viewer.ui.words.glossary import explain

CASE = a_case(
    glossary=[
        {"term": "TAE", "text": {"en": "embolisation", "ja": "肝動脈塞栓術"}},
        {"term": "CT", "text": "computed tomography"},
        {"term": "H&E", "text": "a stain"},
        {"term": "CA19-9", "text": "a marker"},
    ]
)


def test_each_term_in_a_text_has_a_line_in_the_order_of_the_glossary() -> None:
    said = explain("CT before TAE, after TAE", CASE, "en")
    assert said == "TAE: embolisation\nCT: computed tomography"


def test_a_term_is_explained_in_the_language_of_the_window() -> None:
    assert explain("初回TAE後", CASE, "ja") == "TAE: 肝動脈塞栓術"


def test_a_part_of_a_word_is_no_term() -> None:
    assert explain("TAEs CTA act tae", CASE, "en") == ""


def test_signs_in_a_term_are_meant() -> None:
    assert explain("H&E, CA19-9", CASE, "en") == "H&E: a stain\nCA19-9: a marker"
    assert explain("CA19x9 HxE", CASE, "en") == ""


def test_a_text_without_terms_explains_nothing() -> None:
    assert explain("", CASE, "en") == ""
