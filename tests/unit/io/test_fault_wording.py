"""Each refusal of the model is told in words of the program's own."""

from __future__ import annotations

import ast
import inspect
import string
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from viewer.io.case_store import OpenedCase
from viewer.io.fault_wording import close_match, wording
from viewer.model import problem_texts as texts

Raw = dict[str, Any]
Open = Callable[[Any], OpenedCase]

WORDS = [
    ({"value": "12"}, texts.MUST_BE_NUMBER, texts.UNQUOTE_NUMBER),
    ({"value": "twelve"}, texts.MUST_BE_NUMBER, texts.NUMBER_REMEDY),
    ({"value": True}, texts.MUST_BE_NUMBER, texts.NUMBER_REMEDY),
    ({"value": 10**400}, texts.TOO_GREAT, texts.NOT_FINITE_REMEDY),
    ({"value": None}, texts.NO_VALUE, texts.CORRECT_IT),
    ({"value": None, "word": "Low", "comparator": "<"}, texts.COMPARATOR_ALONE, texts.CORRECT_IT),
    ({"comparator": "=<"}, texts.MUST_BE_ONE_OF, texts.CHOICE_REMEDY),
    ({"word": 3}, texts.MUST_BE_WORDS, texts.WORDS_REMEDY),
    ({"word": ""}, texts.EMPTY, texts.EMPTY_REMEDY),
    ({"word": {}}, texts.EMPTY, texts.EMPTY_REMEDY),
    ({"word": {"english": "x"}}, texts.MUST_BE_LANGUAGE, texts.LANGUAGE_REMEDY),
    ({"word": "x" * 20_001}, texts.TOO_LONG, texts.TOO_LONG_REMEDY),
    ({"printed": 3}, texts.MUST_BE_TEXT, texts.TEXT_REMEDY),
    ({"printed": "x" * 201}, texts.TOO_LONG, texts.TOO_LONG_REMEDY),
    ({"remarks": {}}, texts.MUST_BE_LIST, texts.LIST_REMEDY),
    ({"remarks": [3]}, texts.MUST_BE_PART, texts.PART_REMEDY),
    ({"when": 3}, texts.MUST_BE_TIME, texts.TIME_REMEDY),
    ({"when": {}}, texts.NO_DAY, texts.CORRECT_IT),
    ({"when": {"latset": 3}}, texts.NO_DAY, texts.MISSING_RENAME),
    ({"when": {"zzzzz": 3}}, texts.NO_DAY, texts.CORRECT_IT),
    ({"when": {"day": 1, "latest": 2}}, texts.EXACT_WITH_BOUNDS, texts.CORRECT_IT),
    ({"when": {"earliest": 3, "latest": 2}}, texts.BOUNDS_DECREASE, texts.CORRECT_IT),
    ({"when": {"day": 1.5}}, texts.PART_OF_A_DAY, texts.CORRECT_IT),
    ({"when": {"day": -36_501}}, texts.DAY_TOO_FAR, texts.DAY_TOO_FAR_REMEDY),
    ({"evidence": {"kind": "reprted"}}, texts.MUST_BE_ONE_OF, texts.CHOICE_GUESS),
    ({"evidence": {"kind": 3}}, texts.MUST_BE_ONE_OF, texts.CHOICE_REMEDY),
    ({"evidence": {"kind": "reported", "source": "a b"}}, texts.MUST_BE_ID, texts.ID_REMEDY),
    ({"reference": {"laboratory": "L"}}, texts.NO_LIMIT, texts.CORRECT_IT),
    (
        {"reference": {"laboratory": "L", "low": 2, "high": 1}},
        texts.LIMITS_CROSSED,
        texts.CORRECT_IT,
    ),
    (
        {"reference": {"laboratory": "L", "low": 1, "is_own": 1}},
        texts.MUST_BE_FLAG,
        texts.FLAG_REMEDY,
    ),
    (
        {"reference": {"laboratory": "L", "low": 1, "period": {"start": {"day": 1}, "end": "x"}}},
        texts.MUST_BE_END,
        texts.TIME_REMEDY,
    ),
]


@pytest.mark.parametrize(("change", "message", "remedy"), WORDS)
def test_a_wrong_value_is_told_in_words(
    opened: Open, plain: Raw, change: Raw, message: str, remedy: str
) -> None:
    plain["series"][0]["points"][1].update(change)
    problems = [one for one in opened(plain).problems if one.severity == "error"]
    assert [(one.message, one.remedy) for one in problems] == [(message, remedy)]


def test_limits_are_told(opened: Open, plain: Raw) -> None:
    plain["subject"]["age_years"] = 151
    plain["reports"][0]["stains"][0]["percent"] = -1
    plain["deck"][0]["horizon"] = 40_000
    plain["notes"][0]["text"] = "x" * 20_001
    told = [str(problem) for problem in opened(plain).problems]
    assert ": This must be at most 150." in told[0]
    assert ": This must be at least 0." in told[1]
    assert ": The text is longer than 20,000 characters." in told[2]
    assert ": A day must lie within 36,500 days before or after day zero." in told[3]


def test_a_whole_number_is_asked_for(opened: Open, plain: Raw) -> None:
    plain["deck"][0]["horizon"] = 2.5
    (problem,) = opened(plain).problems
    assert problem.message == texts.MUST_BE_WHOLE


def test_the_choices_are_listed(opened: Open, plain: Raw) -> None:
    plain["day_zero"]["counts_from"] = "zero"
    (problem,) = opened(plain).problems
    assert problem.values == {"choices": "0, 1, unstated"}


def test_a_refusal_of_a_kind_to_come_is_passed_on() -> None:
    error: Any = {"type": "brand_new", "loc": ("a",), "msg": "Input is odd", "input": 1}
    said = wording([error], [])
    assert said.message.format(**said.values) == "This cannot stand here (Input is odd)."


def test_close_names_are_found_across_ways_of_writing() -> None:
    known = ["known_from", "evidence", "links"]
    assert close_match("knownFrom", known) == "known_from"
    assert close_match("Evidences", known) == "evidence"
    assert close_match("colour", known) is None


# --- the sentences themselves -------------------------------------------------------------

SENTENCES = {name: text for name, text in vars(texts).items() if name.isupper() and name[0] != "Q"}


def test_every_sentence_ends_and_fills() -> None:
    for name, text in SENTENCES.items():
        fields = {field for _, field, _, _ in string.Formatter().parse(text) if field}
        filled = text.format(**dict.fromkeys(fields, "X"))
        assert filled.endswith((".", "?", '".')), name
        assert filled[0].isupper() or filled[0] in '“"X', name


def test_every_sentence_is_marked_and_used() -> None:
    """Qt's tools find a sentence only where the function that marks it is called by its name."""
    tree = ast.parse(inspect.getsource(texts))
    marked = {
        target.id
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call)
        for target in node.targets
        if isinstance(target, ast.Name) and ast.unparse(node.value.func) == "QT_TRANSLATE_NOOP"
    }
    assert marked == set(SENTENCES)
    viewer = Path(inspect.getfile(texts)).parents[1]
    used = "".join(path.read_text("utf-8") for path in viewer.rglob("*.py"))
    assert [name for name in SENTENCES if f"problem_texts.{name}" not in used] == []
