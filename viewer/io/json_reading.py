"""From bytes to a JSON document: strict, in UTF-8, with every fault in its place."""

import codecs
import re
from contextlib import suppress
from dataclasses import dataclass

import jiter

from viewer.io.json_places import JsonFault, line_of, soft_faults, syntax_fault
from viewer.io.unreadable import UnreadableError
from viewer.model import problem_texts
from viewer.model.problem import Problem

_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_JAPANESE = (("euc_jp", "EUC-JP"), ("cp932", "Shift-JIS"))
_KANA_OR_KANJI = re.compile("[ぁ-ヶ]|[一-龥]{3}")


@dataclass(frozen=True)
class JsonDocument:
    """What a JSON file holds, with its text to find places in."""

    data: object
    """Numbers may be NaN or infinite; `faults` names each NaN and infinity that is written out."""
    text: str
    faults: tuple[JsonFault, ...] = ()
    """NaN, infinities and names that stand twice; of such a name the last value is in `data`."""
    problems: tuple[Problem, ...] = ()


def read_json(raw: bytes, file: str) -> JsonDocument:
    """Give the document that the bytes of a file hold.

    Raises UnreadableError for an empty file, another encoding than UTF-8, or what is not JSON;
    `file` is the name that problems tell.
    """
    text = _decoded(raw, file)
    problems: tuple[Problem, ...] = ()
    if raw.startswith(codecs.BOM_UTF8):
        raw, text = raw[len(codecs.BOM_UTF8) :], text[1:]
        problems = (
            Problem(
                "warning",
                problem_texts.BYTE_ORDER_MARK,
                problem_texts.BYTE_ORDER_MARK_REMEDY,
                file=file,
            ),
        )
    if not text.strip():
        raise UnreadableError(
            Problem("error", problem_texts.FILE_EMPTY, problem_texts.FILE_EMPTY_REMEDY, file=file)
        )
    with suppress(ValueError):
        strict = jiter.from_json(raw, catch_duplicate_keys=True, allow_inf_nan=False)
        return JsonDocument(strict, text, (), problems)
    fault = syntax_fault(text)
    if fault is None:
        try:
            lax = jiter.from_json(raw, allow_inf_nan=True)
            return JsonDocument(lax, text, soft_faults(text), problems)
        except ValueError as error:
            fault = _untold_fault(str(error))
    raise UnreadableError(
        Problem("error", fault.message, fault.remedy, fault.values, file=file, line=fault.line)
    )


def _untold_fault(refusal: str) -> JsonFault:
    """Pass on what the parser says of a text in which the second look found no fault."""
    reason, _, place = refusal.partition(" at line ")
    line = re.match(r"\d+", place)
    message, remedy = problem_texts.JSON_OTHER, problem_texts.JSON_OTHER_REMEDY
    return JsonFault(message, remedy, {"reason": reason}, int(line[0]) if line else 1)


def _decoded(raw: bytes, file: str) -> str:
    guess = _wide(raw)
    line = None
    if not guess:
        try:
            return raw.decode("utf-8")
        except UnicodeDecodeError as error:
            line = line_of(raw.decode("latin-1"), error.start)
            guess = _eight_bit(raw)
    raise UnreadableError(
        Problem(
            "error",
            problem_texts.NOT_UTF8_GUESS if guess else problem_texts.NOT_UTF8,
            problem_texts.NOT_UTF8_REMEDY,
            {"encoding": guess} if guess else {},
            file=file,
            line=line,
        )
    )


def _wide(raw: bytes) -> str:
    for mark, name in _MARKS:
        if raw.startswith(mark):
            return name
    # JSON begins with two plain characters at least; zeros among them tell their width.
    zeros = raw[:4].count(0)
    return {2: "UTF-16", 3: "UTF-32"}.get(zeros, "")


def _eight_bit(raw: bytes) -> str:
    for codec, name in _JAPANESE:
        try:
            text = raw.decode(codec)
        except UnicodeDecodeError:
            continue
        if _KANA_OR_KANJI.search(text):
            return name
    high = sum(byte > 0x7F for byte in raw)
    return "Latin-1 (Windows-1252)" if high * 4 < len(raw) and 0 not in raw else ""
