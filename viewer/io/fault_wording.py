"""What the model's refusals mean to a person who wrote the file by hand."""

import difflib
import re
from collections.abc import Callable
from typing import Any, NamedTuple

from pydantic_core import ErrorDetails

from viewer.io.json_places import JsonPath
from viewer.model import problem_texts
from viewer.model.part import DAY_LIMIT
from viewer.model.time import WHEN_TAGS


class Wording(NamedTuple):
    """A message, what to do, and the values for the braces of both."""

    message: str
    remedy: str
    values: dict[str, str] = {}  # noqa: RUF012 - never written to


_NUMBER = re.compile(r"\s*-?[0-9]+(\.[0-9]+)?\s*")
_CHOICES = re.compile(r"'([^']*)'|(-?[0-9]+)")
_BY_TYPE = {
    "int_type": (problem_texts.MUST_BE_WHOLE, problem_texts.NUMBER_REMEDY),
    "float_type": (problem_texts.MUST_BE_NUMBER, problem_texts.NUMBER_REMEDY),
    "finite_number": (problem_texts.TOO_GREAT, problem_texts.NOT_FINITE_REMEDY),
    "bool_type": (problem_texts.MUST_BE_FLAG, problem_texts.FLAG_REMEDY),
    "string_type": (problem_texts.MUST_BE_TEXT, problem_texts.TEXT_REMEDY),
    "string_too_short": (problem_texts.EMPTY, problem_texts.EMPTY_REMEDY),
    "too_short": (problem_texts.EMPTY, problem_texts.EMPTY_REMEDY),
    "tuple_type": (problem_texts.MUST_BE_LIST, problem_texts.LIST_REMEDY),
    "model_type": (problem_texts.MUST_BE_PART, problem_texts.PART_REMEDY),
}
_WHOLESALE = frozenset(
    {"string_type", "dict_type", "tuple_type", "model_type", "literal_error", "float_type"}
    | {"int_type", "bool_type"}
)
"""Errors that say only that a value is of another kind than one of those it could be."""


def close_match(word: str, known: Any) -> str | None:
    """Give the known word that the given one was probably meant to be."""
    names = {re.sub(r"[^a-z0-9]", "", name.lower()): name for name in known}
    plain = re.sub(r"[^a-z0-9]", "", word.lower())
    found = difflib.get_close_matches(plain, names, n=1, cutoff=0.6)
    return names[found[0]] if plain and found else None


def file_path(document: Any, error: ErrorDetails) -> JsonPath:
    """Give the place in the file of an error, without the names that the model adds to it."""
    here, path = document, list[str | int]()
    last = len(error["loc"]) - 1
    for position, step in enumerate(error["loc"]):
        is_missing = position == last and error["type"] == "missing"
        is_inside = isinstance(here, dict) and step in here and step not in WHEN_TAGS
        if isinstance(step, int) or is_inside:
            here = here[step]
        elif not is_missing:
            continue
        path.append(step)
    return tuple(path)


def wording(errors: list[ErrorDetails], unused: list[str]) -> Wording:
    """Give the words for all errors of one place, most telling first.

    `unused` are the names in the part around it that the format does not know: a required name
    may be among them, misspelt.
    """
    telling = [error for error in errors if error["type"] not in _WHOLESALE]
    types = {error["type"] for error in errors}
    if not telling and {"string_type", "dict_type"} <= types:
        return Wording(problem_texts.MUST_BE_WORDS, problem_texts.WORDS_REMEDY)
    if not telling and {"model_type", "literal_error"} <= types:
        return Wording(problem_texts.MUST_BE_END, problem_texts.TIME_REMEDY)
    return _said(telling[0] if telling else errors[0], unused)


def _said(error: ErrorDetails, unused: list[str]) -> Wording:
    kind = error["type"]
    if kind == "missing":
        return _missing(str(error["loc"][-1]), unused)
    if kind == "value_error":
        return _inconsistent(str(error["ctx"]["error"]), unused)
    if kind in _BY_CONTEXT:
        return _BY_CONTEXT[kind](error)
    if kind in _BY_TYPE:
        return Wording(*_BY_TYPE[kind])
    # A kind of refusal that a later version of the model library may add.
    texts = problem_texts.OTHER_VALUE, problem_texts.OTHER_VALUE_REMEDY
    return Wording(*texts, {"reason": error["msg"]})


def _missing(name: str, unused: list[str]) -> Wording:
    guess = close_match(name, unused)
    if guess is not None:
        values = {"name": name, "guess": guess}
        return Wording(problem_texts.MISSING, problem_texts.MISSING_RENAME, values)
    return Wording(problem_texts.MISSING, problem_texts.MISSING_REMEDY, {"name": name})


def _inconsistent(message: str, unused: list[str]) -> Wording:
    if message == problem_texts.NO_DAY:
        for name in ("day", "earliest", "latest", "about"):
            guess = close_match(name, unused)
            if guess is not None:
                return Wording(message, problem_texts.MISSING_RENAME, {"guess": guess})
    return Wording(message, problem_texts.CORRECT_IT)


def _number(error: ErrorDetails) -> Wording:
    message, remedy = _BY_TYPE[error["type"]]
    if isinstance(error["input"], str) and _NUMBER.fullmatch(error["input"]):
        remedy = problem_texts.UNQUOTE_NUMBER
    elif error["type"] == "float_type" and type(error["input"]) is int:
        # A whole number with hundreds of digits is one as JSON writes it.
        message, remedy = problem_texts.TOO_GREAT, problem_texts.NOT_FINITE_REMEDY
    return Wording(message, remedy)


def _part(error: ErrorDetails) -> Wording:
    if error["ctx"]["class_name"] in ("Instant", "Interval"):
        return Wording(problem_texts.MUST_BE_TIME, problem_texts.TIME_REMEDY)
    return Wording(*_BY_TYPE["model_type"])


def _pattern(error: ErrorDetails) -> Wording:
    if error["loc"][-1] == "[key]":
        texts = problem_texts.MUST_BE_LANGUAGE, problem_texts.LANGUAGE_REMEDY
        return Wording(*texts, {"name": error["input"]})
    return Wording(problem_texts.MUST_BE_ID, problem_texts.ID_REMEDY)


def _too_long(error: ErrorDetails) -> Wording:
    values = {"limit": f"{error['ctx']['max_length']:,}"}
    return Wording(problem_texts.TOO_LONG, problem_texts.TOO_LONG_REMEDY, values)


def _out_of_range(error: ErrorDetails) -> Wording:
    limit = next(iter(error["ctx"].values()))
    if abs(limit) == DAY_LIMIT:
        texts = problem_texts.DAY_TOO_FAR, problem_texts.DAY_TOO_FAR_REMEDY
        return Wording(*texts, {"limit": f"{DAY_LIMIT:,}"})
    is_above = error["type"] == "less_than_equal"
    message = problem_texts.AT_MOST if is_above else problem_texts.AT_LEAST
    return Wording(message, problem_texts.RANGE_REMEDY, {"limit": f"{limit:g}"})


def _choice(error: ErrorDetails) -> Wording:
    value = error["input"]
    choices = [text or number for text, number in _CHOICES.findall(error["ctx"]["expected"])]
    values = {"choices": ", ".join(choices)}
    guess = close_match(value, choices) if isinstance(value, str) else None
    if guess is not None:
        values["guess"] = guess
        return Wording(problem_texts.MUST_BE_ONE_OF, problem_texts.CHOICE_GUESS, values)
    return Wording(problem_texts.MUST_BE_ONE_OF, problem_texts.CHOICE_REMEDY, values)


_BY_CONTEXT: dict[str, Callable[[ErrorDetails], Wording]] = {
    "int_type": _number,
    "float_type": _number,
    "model_type": _part,
    "string_pattern_mismatch": _pattern,
    "string_too_long": _too_long,
    "greater_than_equal": _out_of_range,
    "less_than_equal": _out_of_range,
    "literal_error": _choice,
}
