"""Where things stand in a JSON text, and what is wrong with it in words.

This is the slow second look, in plain Python. It is taken only when the fast parser has refused
the text or when a problem needs the line that it is at.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field

from viewer.model import problem_texts

JsonPath = tuple[str | int, ...]
"""The names and positions (from 0) that lead from the top of a document to a place in it."""

DEPTH_LIMIT = 200
"""Brackets inside brackets beyond this are refused; the fast parser's own limit."""
DIGIT_LIMIT = 4_300
"""Whole numbers with more digits are refused; the fast parser's own limit."""

_SPACE = re.compile(r"[ \t\n\r]*")
_PLAIN = r'[^"\\\x00-\x1f]*'
_STRING = re.compile(rf'"{_PLAIN}(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{{4}}){_PLAIN})*"')
_STRING_START = re.compile(rf'"{_PLAIN}(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{{4}}){_PLAIN})*')
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})|\\[^u]")
_SHORT = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?(?![\w.+-])")
_WORD = re.compile(r"[^\s,:\[\]{}\"]{1,40}")
_LITERALS = frozenset({"true", "false", "null"})
_NOT_NUMBERS = frozenset({"NaN", "Infinity", "-Infinity"})
_QUOTES = frozenset("'`´‘’‚“”„«»「」『』＂＇")
_LINE_END = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True)
class JsonFault:
    """What is wrong at one place of a JSON text."""

    message: str
    remedy: str
    values: dict[str, str]
    line: int
    path: JsonPath = ()


@dataclass
class _Wanted:
    """One step of the places that are asked for."""

    steps: dict[str | int, "_Wanted"] = field(default_factory=dict)
    at: int | None = None


class _SyntaxError(Exception):
    def __init__(self, at: int, message: str, remedy: str, **values: str) -> None:
        super().__init__(message)
        self.at = at
        self.message = message
        self.remedy = remedy
        self.values = values


def line_of(text: str, at: int) -> int:
    """Give the line (from 1) that a character of the text stands on."""
    return 1 + sum(1 for _ in _LINE_END.finditer(text, 0, at))


def syntax_fault(text: str) -> JsonFault | None:
    """Give the first fault of a text against the grammar of JSON; None where there is none.

    NaN, infinities and repeated names are not faults here: `soft_faults` gives them.
    """
    scan = _Scan(text)
    try:
        scan.whole()
    except _SyntaxError as fault:
        return JsonFault(fault.message, fault.remedy, fault.values, scan.line(fault.at))
    return None


def soft_faults(text: str) -> tuple[JsonFault, ...]:
    """Give what strict JSON forbids although its place is plain: NaN and repeated names.

    The text must be free of other faults.
    """
    scan = _Scan(text)
    scan.whole()
    return tuple(scan.soft)


def lines_of(text: str, paths: Iterable[JsonPath]) -> dict[JsonPath, int]:
    """Give the line (from 1) of each path; of its nearest existing part where it is missing."""
    root = _Wanted()
    asked = set(paths)
    for path in asked:
        node = root
        for step in path:
            node = node.steps.setdefault(step, _Wanted())
    scan = _Scan(text)
    with suppress(_SyntaxError):  # the fast parser took the text: what was seen so far is right
        scan.whole(root)
    found = {}
    for path in asked:
        node, at = root, root.at or 0
        for step in path:
            node = node.steps[step]
            if node.at is None:
                break
            at = node.at
        found[path] = scan.line(at)
    return found


class _Scan:
    """One pass over a text from its first character to its last."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.soft: list[JsonFault] = []
        self._path: list[str | int] = []
        self._line_ends = [match.end() for match in _LINE_END.finditer(text)]

    def line(self, at: int) -> int:
        return bisect_right(self._line_ends, at) + 1

    def whole(self, wanted: _Wanted | None = None) -> None:
        start = self._skip(0)
        if wanted is not None:
            wanted.at = start
        end = self._skip(self._value(start, wanted, 0))
        if end < len(self.text):
            self._refuse_comment(end)
            found = self._found(end)
            raise _SyntaxError(
                end, problem_texts.JSON_EXTRA, problem_texts.JSON_EXTRA_REMEDY, found=found
            )

    def _skip(self, at: int) -> int:
        match = _SPACE.match(self.text, at)
        assert match is not None  # it matches nothing, too
        return match.end()

    def _found(self, at: int) -> str:
        word = _WORD.match(self.text, at)
        return word[0] if word else self.text[at : at + 1]

    # -- values -------------------------------------------------------------------------------

    def _value(self, at: int, wanted: _Wanted | None, depth: int) -> int:
        first = self.text[at : at + 1]
        if first == '"':
            return self._string(at)
        if first in ("{", "["):
            if depth == DEPTH_LIMIT:
                raise _SyntaxError(
                    at,
                    problem_texts.JSON_DEPTH,
                    problem_texts.JSON_DEPTH_REMEDY,
                    limit=str(DEPTH_LIMIT),
                )
            inside = self._object if first == "{" else self._array
            return inside(at, wanted, depth + 1)
        return self._plain(at)

    def _plain(self, at: int) -> int:
        number = _NUMBER.match(self.text, at)
        if number:
            digits = number[0].lstrip("-")
            if len(digits) > DIGIT_LIMIT and digits.isdigit():
                raise _SyntaxError(at, problem_texts.TOO_GREAT, problem_texts.NOT_FINITE_REMEDY)
            return number.end()
        self._refuse_comment(at)
        word = self._found(at)
        if word in _LITERALS:
            return at + len(word)
        if word in _NOT_NUMBERS:
            message, remedy = problem_texts.NOT_FINITE, problem_texts.NOT_FINITE_REMEDY
            where = tuple(self._path)
            self.soft.append(JsonFault(message, remedy, {"found": word}, self.line(at), where))
            return at + len(word)
        raise self._not_a_value(at, word)

    def _not_a_value(self, at: int, word: str) -> _SyntaxError:
        if word[:1] in _QUOTES:
            return self._quotes(at, word)
        if re.match(r"[+-]?\.?[0-9]", word) or word[:1] in ("-", "+"):
            texts = problem_texts.JSON_NUMBER, problem_texts.JSON_NUMBER_REMEDY
        elif word in ("", ",", "]", "}", ":"):
            texts = problem_texts.JSON_VALUE, problem_texts.JSON_VALUE_REMEDY
        else:
            texts = problem_texts.JSON_WORD, problem_texts.JSON_WORD_REMEDY
        return _SyntaxError(at, *texts, found=word)

    def _quotes(self, at: int, word: str) -> _SyntaxError:
        return _SyntaxError(
            at, problem_texts.JSON_QUOTES, problem_texts.JSON_QUOTES_REMEDY, found=word[0]
        )

    def _refuse_comment(self, at: int) -> None:
        if self.text.startswith(("//", "/*", "#"), at):
            raise _SyntaxError(at, problem_texts.JSON_COMMENT, problem_texts.JSON_COMMENT_REMEDY)

    # -- containers ---------------------------------------------------------------------------

    def _object(self, at: int, wanted: _Wanted | None, depth: int) -> int:
        opened, names = at, dict[str, int]()
        at = self._skip(at + 1)
        if self.text[at : at + 1] == "}":
            return at + 1
        while True:
            name, end = self._name(at, opened)
            if name in names:
                self._repeated(name, names[name], at)
            names[name] = at
            node = wanted.steps.get(name) if wanted is not None else None
            if node is not None:
                node.at = at
            self._path.append(name)
            at = self._skip(self._value(self._colon(end, name, opened), node, depth))
            self._path.pop()
            if self.text[at : at + 1] == "}":
                return at + 1
            at = self._comma(at, opened)

    def _array(self, at: int, wanted: _Wanted | None, depth: int) -> int:
        opened, index = at, 0
        at = self._skip(at + 1)
        if self.text[at : at + 1] == "]":
            return at + 1
        while True:
            self._refuse_end(at, opened)
            node = wanted.steps.get(index) if wanted is not None else None
            if node is not None:
                node.at = at
            self._path.append(index)
            at = self._skip(self._value(at, node, depth))
            self._path.pop()
            if self.text[at : at + 1] == "]":
                return at + 1
            at = self._comma(at, opened)
            index += 1

    def _name(self, at: int, opened: int) -> tuple[str, int]:
        self._refuse_end(at, opened)
        if self.text[at] == '"':
            end = self._string(at)
            return unescaped(self.text[at + 1 : end - 1]), end
        self._refuse_comment(at)
        found = self._found(at)
        if found[:1] in _QUOTES:
            raise self._quotes(at, found)
        raise _SyntaxError(at, problem_texts.JSON_KEY, problem_texts.JSON_KEY_REMEDY, found=found)

    def _colon(self, at: int, name: str, opened: int) -> int:
        at = self._skip(at)
        self._refuse_end(at, opened)
        if self.text[at : at + 1] != ":":
            raise _SyntaxError(
                at, problem_texts.JSON_COLON, problem_texts.JSON_COLON_REMEDY, name=name
            )
        at = self._skip(at + 1)
        self._refuse_end(at, opened)
        return at

    def _comma(self, at: int, opened: int) -> int:
        self._refuse_end(at, opened)
        found = self.text[at]
        if found == ",":
            after = self._skip(at + 1)
            if self.text[after : after + 1] in ("]", "}"):
                raise _SyntaxError(
                    at,
                    problem_texts.JSON_TRAILING_COMMA,
                    problem_texts.JSON_TRAILING_COMMA_REMEDY,
                )
            return after
        self._refuse_comment(at)
        bracket, wanted = self.text[opened], "}" if self.text[opened] == "{" else "]"
        if found in "]}":
            raise _SyntaxError(
                at,
                problem_texts.JSON_MISMATCH,
                problem_texts.JSON_MISMATCH_REMEDY,
                found=found,
                bracket=bracket,
                opened=str(self.line(opened)),
                wanted=wanted,
            )
        raise _SyntaxError(
            at, problem_texts.JSON_COMMA, problem_texts.JSON_COMMA_REMEDY, found=self._found(at)
        )

    def _refuse_end(self, at: int, opened: int) -> None:
        if at == len(self.text):
            raise _SyntaxError(
                at,
                problem_texts.JSON_UNCLOSED,
                problem_texts.JSON_UNCLOSED_REMEDY,
                bracket=self.text[opened],
                opened=str(self.line(opened)),
            )

    def _repeated(self, name: str, first: int, second: int) -> None:
        values = {"name": name, "first": str(self.line(first)), "second": str(self.line(second))}
        where = (*self._path, name)
        is_one_line = values["first"] == values["second"]
        message = problem_texts.KEY_TWICE_ON_LINE if is_one_line else problem_texts.KEY_TWICE
        remedy = problem_texts.KEY_TWICE_REMEDY
        self.soft.append(JsonFault(message, remedy, values, self.line(second), where))

    # -- texts --------------------------------------------------------------------------------

    def _string(self, at: int) -> int:
        match = _STRING.match(self.text, at)
        if match is None:
            raise self._not_a_string(at)
        if "\\u" in match[0]:
            self._refuse_halves(at, match[0])
        return match.end()

    def _not_a_string(self, at: int) -> _SyntaxError:
        start = _STRING_START.match(self.text, at)
        assert start is not None  # the quotation mark is there
        end = start.end()
        stop = self.text[end : end + 1]
        if stop == "\\":
            return _SyntaxError(
                end,
                problem_texts.JSON_ESCAPE,
                problem_texts.JSON_ESCAPE_REMEDY,
                found=self.text[end : end + 2],
            )
        if stop in ("", "\n", "\r"):
            return _SyntaxError(
                at, problem_texts.JSON_OPEN_TEXT, problem_texts.JSON_OPEN_TEXT_REMEDY
            )
        return _SyntaxError(end, problem_texts.JSON_CONTROL, problem_texts.JSON_CONTROL_REMEDY)

    def _refuse_halves(self, at: int, string: str) -> None:
        waiting: re.Match[str] | None = None
        for match in _ESCAPE.finditer(string):
            half = int(match[1], 16) & 0xFC00 if match[1] else 0
            follows = waiting is not None and waiting.end() == match.start() and half == 0xDC00
            if (waiting is not None or half == 0xDC00) and not follows:
                waiting = waiting or match
                break
            waiting = match if half == 0xD800 else None
        if waiting is not None:
            raise _SyntaxError(
                at + waiting.start(),
                problem_texts.JSON_SURROGATE,
                problem_texts.JSON_SURROGATE_REMEDY,
                found=waiting[0],
            )


def unescaped(inner: str) -> str:
    """Give the text that stands between two quotation marks, its escapes resolved."""
    if "\\" not in inner:
        return inner

    def character(match: re.Match[str]) -> str:
        if match[1]:
            return chr(int(match[1], 16))
        return _SHORT.get(match[0][1], match[0][1])

    plain = _ESCAPE.sub(character, inner)
    return plain.encode("utf-16", "surrogatepass").decode("utf-16")
