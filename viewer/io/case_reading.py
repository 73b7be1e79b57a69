"""From the bytes of case.json to a case and the problems in it."""

import gc
import re
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from viewer.io.case_checks import check_names, check_whole, declared_ids
from viewer.io.case_draft import CaseDraft
from viewer.io.case_faults import CASE_FILE, path_text, placed
from viewer.io.case_files import Assets
from viewer.io.case_shape import unknown_names
from viewer.io.fault_wording import file_path, wording
from viewer.io.json_places import JsonPath, lines_of
from viewer.io.json_reading import JsonDocument, read_json
from viewer.io.migrations import migrated
from viewer.io.sample_reading import with_samples
from viewer.io.sound_events import set_sound_aside
from viewer.io.unreadable import CaseUnreadableError, UnreadableError
from viewer.model import problem_texts
from viewer.model.case import FORMAT, FORMAT_NAME, FORMAT_VERSION, Case
from viewer.model.problem import Problem


@dataclass(frozen=True)
class ReadCase:
    """A case with the faults found in it; `is_newer` where a later program wrote it."""

    case: Case
    problems: tuple[Problem, ...]
    is_newer: bool


def read_case(raw: bytes, assets: Assets) -> ReadCase:
    """Give the sound parts of a case and a problem for each fault.

    Raises CaseUnreadableError where the bytes are not JSON in UTF-8, or not a case.
    """
    with _collector_paused():
        gc.unfreeze()  # what was read of the last long case
        try:
            document = read_json(raw, CASE_FILE)
        except UnreadableError as error:
            raise CaseUnreadableError(error.problem) from None
        data, version = _checked(document)
        draft = CaseDraft(migrated(data, version))
        is_newer = version > FORMAT_VERSION
        if is_newer:
            draft.warn(
                ("format",),
                problem_texts.NEWER_FORMAT,
                problem_texts.NEWER_FORMAT_REMEDY,
                {"found": data["format"]},
            )
        for fault in document.faults:
            draft.break_at(fault.path, fault.message, fault.remedy, fault.values)
        declared = declared_ids(draft.data)
        aside = frozenset[str]() if document.faults else set_sound_aside(draft)
        check_names(draft, assets, tells_unknown=not is_newer)
        draft.settle()
        case = _sound(draft)
        check_whole(draft, case, declared, aside)
        if draft.settle():
            case = Case.model_validate(draft.data)
        case = with_samples(draft, case, assets)
        problems = (*document.problems, *placed(draft.faults, document.text))
        if aside:
            gc.freeze()  # looking through so much again and again would stop the window each time
        return ReadCase(draft.with_aside(case), problems, is_newer)


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Keep Python from looking for cycles while tens of thousands of values are made."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _checked(document: JsonDocument) -> tuple[dict[str, Any], int]:
    """Give the raw case and its version; refuse what is no case."""
    data = document.data
    if not isinstance(data, dict):
        raise _refusal(problem_texts.NOT_AN_OBJECT, problem_texts.NOT_AN_OBJECT_REMEDY)
    for fault in document.faults:
        if len(fault.path) == 1 and fault.remedy == problem_texts.KEY_TWICE_REMEDY:
            # Which of two lists of events is meant cannot be guessed, and half a case misleads.
            raise _refusal(fault.message, fault.remedy, fault.values, fault.line, fault.path)
    found = data.get("format")
    if "format" not in data:
        raise _refusal(problem_texts.NO_FORMAT, problem_texts.FORMAT_REMEDY)
    version = re.fullmatch(rf"{FORMAT_NAME}/([1-9][0-9]{{0,8}})", str(found))
    if version is None:
        values = {"found": str(found)[:100]}
        line = lines_of(document.text, [("format",)])[("format",)]
        texts = problem_texts.WRONG_FORMAT, problem_texts.FORMAT_REMEDY
        raise _refusal(*texts, values, line, ("format",))
    return data, int(version[1])


def _refusal(
    message: str,
    remedy: str,
    values: dict[str, str] | None = None,
    line: int | None = None,
    path: JsonPath = (),
) -> CaseUnreadableError:
    values = {"format": FORMAT} | (values or {})
    return CaseUnreadableError(
        Problem("error", message, remedy, values, CASE_FILE, line, path_text(path))
    )


def _sound(draft: CaseDraft) -> Case:
    """Leave out what is broken until the rest is a case; each round finds what the last hid."""
    while True:
        try:
            return Case.model_validate(draft.data)
        except ValidationError as error:
            _break(draft, error.errors(include_url=False))
        draft.settle()


def _break(draft: CaseDraft, errors: list[ErrorDetails]) -> None:
    places = defaultdict[JsonPath, list[ErrorDetails]](list)
    for error in errors:
        places[file_path(draft.data, error)].append(error)
    # Where a value may be of several kinds, the kinds it is not of are told around the place that
    # is at fault in the kind it is of.
    around = {path[:length] for path in places for length in range(len(path))}
    for path, found in places.items():
        if path not in around:
            holder = path[:-1] if found[0]["type"] == "missing" else path
            draft.break_at(path, *wording(found, unknown_names(draft.data, holder)))
