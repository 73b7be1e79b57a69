"""Every fault a hand can make in JSON is told by its line and in words."""

from __future__ import annotations

import json
import random

import jiter
import pytest

from viewer.io.json_places import line_of, lines_of, soft_faults, syntax_fault, unescaped
from viewer.model import problem_texts as texts

FAULTS = [
    ('{\n"a": 1,\n}', 2, texts.JSON_TRAILING_COMMA),
    ('{"a": [1,\n2,]}', 2, texts.JSON_TRAILING_COMMA),
    ('{\n"a": 1\n"b": 2}', 3, texts.JSON_COMMA),
    ("[1\n2]", 2, texts.JSON_COMMA),
    ('{"a"\n1}', 2, texts.JSON_COLON),
    ('{"a"', 1, texts.JSON_UNCLOSED),
    ('{"a":\n', 2, texts.JSON_UNCLOSED),
    ('{"a": 1,\n', 2, texts.JSON_UNCLOSED),
    ("[1,\n", 2, texts.JSON_UNCLOSED),
    ("[\n", 2, texts.JSON_UNCLOSED),
    ('{"a": [1\n}', 2, texts.JSON_MISMATCH),
    ('{"a": 1\n]', 2, texts.JSON_MISMATCH),
    ("{\na: 1}", 2, texts.JSON_KEY),
    ("{\n'a': 1}", 2, texts.JSON_QUOTES),
    ("{\n“a”: 1}", 2, texts.JSON_QUOTES),
    ("{\"a\":\n'b'}", 2, texts.JSON_QUOTES),
    ('{"a":\n“b”}', 2, texts.JSON_QUOTES),
    ('{"a": "b\n}', 1, texts.JSON_OPEN_TEXT),
    ('{"a": "b\r\n}', 1, texts.JSON_OPEN_TEXT),
    ('\n"abc', 2, texts.JSON_OPEN_TEXT),
    ('["a\tb"]', 1, texts.JSON_CONTROL),
    ('[\n"C:\\Users"]', 2, texts.JSON_ESCAPE),
    ('["\\u12g4"]', 1, texts.JSON_ESCAPE),
    ('["\\ud800"]', 1, texts.JSON_SURROGATE),
    ('["\\ud800\\n"]', 1, texts.JSON_SURROGATE),
    ('["\\ud83d \\ude00"]', 1, texts.JSON_SURROGATE),
    ('["\\ude00"]', 1, texts.JSON_SURROGATE),
    ("[\n01]", 2, texts.JSON_NUMBER),
    ("[+1]", 1, texts.JSON_NUMBER),
    ("[.5]", 1, texts.JSON_NUMBER),
    ("[1.]", 1, texts.JSON_NUMBER),
    ("[-]", 1, texts.JSON_NUMBER),
    ("[0x1F]", 1, texts.JSON_NUMBER),
    ("[1_000]", 1, texts.JSON_NUMBER),
    ("[1e]", 1, texts.JSON_NUMBER),
    ("[\n" + "9" * 4301 + "]", 2, texts.TOO_GREAT),
    ("// words\n{}", 1, texts.JSON_COMMENT),
    ("{\n/* words */ }", 2, texts.JSON_COMMENT),
    ("[1\n# words\n]", 2, texts.JSON_COMMENT),
    ("{}\n// words", 2, texts.JSON_COMMENT),
    ("[\nTrue]", 2, texts.JSON_WORD),
    ("[none]", 1, texts.JSON_WORD),
    ("[nan]", 1, texts.JSON_WORD),
    ('{"a":\n}', 2, texts.JSON_VALUE),
    ('{"a": ,}', 1, texts.JSON_VALUE),
    ("[,1]", 1, texts.JSON_VALUE),
    ("{}\n}", 2, texts.JSON_EXTRA),
    ("{} more", 1, texts.JSON_EXTRA),
    ("[" * 300 + "]" * 300, 1, texts.JSON_DEPTH),
]


@pytest.mark.parametrize(("text", "line", "message"), FAULTS)
def test_a_fault_is_told_by_line_and_in_words(text: str, line: int, message: str) -> None:
    with pytest.raises(ValueError, match=" at line "):
        jiter.from_json(text.encode(), catch_duplicate_keys=False, allow_inf_nan=True)
    fault = syntax_fault(text)
    assert fault is not None
    assert (fault.message, fault.line) == (message, line)
    told = f"{fault.message} {fault.remedy}".format(**fault.values)
    assert "{}" not in told


def test_an_unclosed_bracket_names_the_line_that_opened_it() -> None:
    fault = syntax_fault('{\n"events": [\n{"id": "a"}\n')
    assert fault is not None
    assert fault.values == {"bracket": "[", "opened": "2"}


def test_a_wrong_bracket_names_the_right_one() -> None:
    fault = syntax_fault('{"a": [1}}')
    assert fault is not None
    assert fault.values == {"found": "}", "bracket": "[", "opened": "1", "wanted": "]"}


def test_sound_texts_have_no_fault() -> None:
    for text in ('{"a": [1, -0.5e+3, "\\u00b5\\ud83d\\ude00\\n", true, false, null, {}, []]}', "1"):
        assert syntax_fault(text) is None
        assert soft_faults(text) == ()


def test_not_a_number_and_repeated_names_are_soft() -> None:
    text = '{"a": NaN,\n"b": {"c": [1, -Infinity]},\n"\\u0061": Infinity}'
    assert syntax_fault(text) is None
    told = [(fault.path, fault.line, fault.values) for fault in soft_faults(text)]
    assert told == [
        (("a",), 1, {"found": "NaN"}),
        (("b", "c", 1), 2, {"found": "-Infinity"}),
        (("a",), 3, {"name": "a", "first": "1", "second": "3"}),
        (("a",), 3, {"found": "Infinity"}),
    ]


def test_a_name_twice_on_one_line_says_so() -> None:
    (fault,) = soft_faults('{"a": 1, "a": 2}')
    assert fault.message == texts.KEY_TWICE_ON_LINE


def test_places_are_found_by_line() -> None:
    text = '{\n "a": {\r\n  "b": [\n   1,\n   {"c":\n 2}\n]},\r "d": 3}'
    asked = [(), ("a",), ("a", "b", 0), ("a", "b", 1, "c"), ("a", "x", "y"), ("d",), ("z",)]
    assert lines_of(text, asked) == dict(zip(asked, (1, 2, 4, 5, 2, 8, 1), strict=True))


def test_places_before_a_fault_are_still_found() -> None:
    assert lines_of('{\n"a": 1,\n}', [("a",), ("b",)]) == {("a",): 2, ("b",): 1}
    assert lines_of("", [()]) == {(): 1}


def test_a_line_is_counted_for_every_kind_of_line_end() -> None:
    text = "a\nb\r\nc\rd"
    assert [line_of(text, text.index(letter)) for letter in "abcd"] == [1, 2, 3, 4]


def test_escapes_are_resolved() -> None:
    for word in ("plain", 'quo"te', "a\\b/c", "tab\tline\n\r\b\f", "µ 血 😀"):
        for is_ascii in (True, False):
            assert unescaped(json.dumps(word, ensure_ascii=is_ascii)[1:-1]) == word


def test_the_second_look_agrees_with_the_parser_on_spoilt_texts() -> None:
    """Cut, double or exchange a character anywhere: both refuse, or both accept."""
    sound = json.dumps({"a": [1, -2.5e3, {"b": "x\\ny µ"}], "c": None, "d": True}, indent=1)
    chance = random.Random(12)
    for _ in range(3000):
        text = list(sound)
        for _ in range(chance.randint(1, 2)):
            at = chance.randrange(len(text))
            text[at : at + 1] = chance.choice(
                ["", text[at] * 2, chance.choice('{}[]",:\\ue0-1 \n')]
            )
        spoilt = "".join(text)
        try:
            jiter.from_json(spoilt.encode(), allow_inf_nan=True)
            is_sound = True
        except ValueError:
            is_sound = False
        assert (syntax_fault(spoilt) is None) == is_sound, spoilt


def test_every_place_of_a_random_document_is_found() -> None:
    """Each value is its own line: the line of a path is the number the value holds."""
    chance = random.Random(3)
    for _ in range(50):
        lines, asked = ["{"], {}
        for index in range(chance.randint(1, 30)):
            lines.append(f'"k{index}": [')
            for item in range(chance.randint(1, 4)):
                lines.append(f'{"," if item else ""}{{"v": 1}}')
                asked["k" + str(index), item, "v"] = len(lines)
            lines.append("],")
        text = "\n".join(lines).rstrip(",") + "}"
        assert lines_of(text, asked) == asked
