"""Bytes that are not JSON in UTF-8 are refused with what they seem to be."""

from __future__ import annotations

import codecs

import pytest

from viewer.io.json_reading import _untold_fault, read_json
from viewer.io.unreadable import UnreadableError
from viewer.model import problem_texts as texts
from viewer.model.problem import Problem

JAPANESE = '{\n "title": "悪性インスリノーマ"\n}'
EUROPEAN = '{\n "title": "Légère fièvre, Müller",\n "more": "plain words follow here"\n}'


def refusal(raw: bytes) -> Problem:
    with pytest.raises(UnreadableError) as caught:
        read_json(raw, "case.json")
    assert str(caught.value) == str(caught.value.problem)
    return caught.value.problem


@pytest.mark.parametrize(
    ("raw", "guess", "line"),
    [
        (JAPANESE.encode("utf-16"), "UTF-16", None),
        (JAPANESE.encode("utf-16-le"), "UTF-16", None),
        (JAPANESE.encode("utf-16-be"), "UTF-16", None),
        (codecs.BOM_UTF16_BE + JAPANESE.encode("utf-16-be"), "UTF-16", None),
        (JAPANESE.encode("utf-32"), "UTF-32", None),
        (JAPANESE.encode("utf-32-le"), "UTF-32", None),
        (JAPANESE.encode("utf-32-be"), "UTF-32", None),
        (JAPANESE.encode("shift_jis"), "Shift-JIS", 2),
        (JAPANESE.encode("euc_jp"), "EUC-JP", 2),
        (EUROPEAN.encode("latin-1"), "Latin-1 (Windows-1252)", 2),
        (EUROPEAN.encode("cp1252"), "Latin-1 (Windows-1252)", 2),
    ],
)
def test_another_encoding_is_named(raw: bytes, guess: str, line: int | None) -> None:
    problem = refusal(raw)
    assert problem.message == texts.NOT_UTF8_GUESS
    assert problem.values == {"encoding": guess}
    assert problem.line == line
    assert "save it as UTF-8" in str(problem)


def test_letters_that_could_be_one_rare_kanji_are_not_called_japanese() -> None:
    raw = '{"title": "Légère"}'.encode("latin-1")
    assert raw.decode("cp932")  # it can be read so
    assert refusal(raw).values == {"encoding": "Latin-1 (Windows-1252)"}


def test_bytes_that_are_no_text_are_not_guessed_at() -> None:
    problem = refusal(b"\x89PNG\r\n\x1a\n" + bytes(range(128, 256)) * 3)
    assert problem.message == texts.NOT_UTF8
    assert "save it as UTF-8" in str(problem)


def test_a_byte_order_mark_is_a_warning() -> None:
    document = read_json(codecs.BOM_UTF8 + b'{"a": 1}', "case.json")
    assert document.data == {"a": 1}
    assert document.text == '{"a": 1}'
    assert [problem.severity for problem in document.problems] == ["warning"]


@pytest.mark.parametrize("raw", [b"", b" \n\t ", codecs.BOM_UTF8])
def test_an_empty_file_says_so(raw: bytes) -> None:
    assert refusal(raw).message == texts.FILE_EMPTY


def test_a_fault_of_grammar_is_told_with_its_line() -> None:
    problem = refusal(b'{\n"a": 1,\n}')
    assert str(problem) == (
        "case.json line 2: A comma stands before a closing bracket. Delete the comma."
    )


def test_what_strict_json_forbids_but_has_a_place_is_passed_on() -> None:
    document = read_json(b'{"a": 1,\n "a": 2, "b": NaN}', "case.json")
    assert isinstance(document.data, dict)
    assert document.data["a"] == 2
    assert [fault.path for fault in document.faults] == [("a",), ("b",)]


def test_what_only_the_parser_knows_is_passed_on() -> None:
    problem = refusal(b"[\n" + b"1" * 5000 + b".5]")
    assert (problem.message, problem.line) == (texts.JSON_OTHER, 2)
    assert problem.values == {"reason": "number out of range"}
    assert _untold_fault("something without a place").line == 1
