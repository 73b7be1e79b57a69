"""Faults of a case while it is being read, and the problems that are made of them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from viewer.io.json_places import JsonPath, lines_of
from viewer.model.problem import Problem, Severity

CASE_FILE = "case.json"
_PLAIN_NAME = re.compile(r"[A-Za-z_$][\w$-]*")


@dataclass(frozen=True)
class CaseFault:
    """A fault at one place of a case file, before its line is known."""

    path: JsonPath
    message: str
    remedy: str
    values: dict[str, str] = field(default_factory=dict)
    severity: Severity = "error"
    effect: str = ""
    lane: str | None = None
    title: str = ""


def path_text(path: JsonPath) -> str:
    """Give a path as it is told: "events[3].when.day"."""
    parts = []
    for step in path:
        if isinstance(step, int):
            parts.append(f"[{step}]")
        elif _PLAIN_NAME.fullmatch(step):
            parts.append(f".{step}")
        else:
            parts.append(f'["{step}"]')
    return "".join(parts).removeprefix(".")


def placed(faults: Iterable[CaseFault], text: str) -> tuple[Problem, ...]:
    """Give the problems of a case file in the order of its lines."""
    faults = tuple(faults)
    if not faults:
        return ()
    lines = lines_of(text, (fault.path for fault in faults))
    problems = [
        Problem(
            severity=fault.severity,
            message=fault.message,
            remedy=fault.remedy,
            values=fault.values,
            file=CASE_FILE,
            line=lines[fault.path],
            path=path_text(fault.path),
            lane=fault.lane,
            title=fault.title,
            effect=fault.effect,
        )
        for fault in faults
    ]
    return tuple(sorted(problems, key=lambda problem: problem.line or 0))


def title_of(part: Any) -> str:
    """Give what a raw part calls itself, as far as it can be read.

    Of words by stage it is the first stage, which tells least; of words by language English.
    """
    words = part.get("title", part.get("text")) if isinstance(part, dict) else None
    if isinstance(words, list) and words and isinstance(words[0], dict):
        words = words[0].get("text")
    if isinstance(words, dict):
        words = words.get("en", next(iter(words.values()), None))
    return words if isinstance(words, str) else ""
