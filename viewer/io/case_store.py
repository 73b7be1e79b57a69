"""Opening a case: a folder, its case.json, or a .dayline file. What is opened is never changed."""

import stat
from dataclasses import dataclass, replace
from pathlib import Path

from viewer.io.case_faults import CASE_FILE
from viewer.io.case_files import CASE_LIMIT, Assets, FolderAssets, failure, size_text
from viewer.io.case_reading import read_case
from viewer.io.case_zip import open_zip
from viewer.io.unreadable import CaseUnreadableError, UnreadableError
from viewer.model import problem_texts
from viewer.model.case import Case
from viewer.model.problem import Problem

__all__ = ["ZIP_SUFFIX", "Assets", "CaseUnreadableError", "OpenedCase", "open_case"]

ZIP_SUFFIX = ".dayline"


@dataclass(frozen=True)
class OpenedCase:
    """A case as opened, with the faults found in it and a way to its files."""

    path: Path
    """The case folder or the .dayline file, absolute."""
    case: Case
    problems: tuple[Problem, ...]
    """In the order of the lines of case.json."""
    is_read_only: bool
    """Whether a newer program wrote it, so that writing it anew would lose something."""
    assets: Assets


def open_case(path: Path) -> OpenedCase:
    """Give the case at a path: a case folder, its case.json, or a .dayline file.

    Faults inside the case are its problems. Raises CaseUnreadableError only where the case as a
    whole cannot be opened: it is not there or not allowed, is no case, is not JSON in UTF-8, or
    is beyond a limit.
    """
    path = path.absolute()
    try:
        path, assets = _located(path)
        raw = _case_file(path, assets)
        read = read_case(raw, assets)
    except CaseUnreadableError:
        raise
    except UnreadableError as error:
        raise CaseUnreadableError(error.problem) from None
    return OpenedCase(path, read.case, read.problems, read.is_newer, assets)


def is_case(path: Path) -> bool:
    """Tell whether something on the disk means to be a case, sound or not."""
    if path.name == CASE_FILE or path.suffix.lower() == ZIP_SUFFIX:
        return True
    try:
        return (path / CASE_FILE).exists()
    except (OSError, ValueError):
        return False


def _located(path: Path) -> tuple[Path, Assets]:
    """Give where a case lies and a way to its files."""
    try:
        mode = path.stat().st_mode
    except (OSError, RuntimeError, ValueError) as error:
        raise CaseUnreadableError(failure(path, error)) from None
    if stat.S_ISDIR(mode) and path.name != CASE_FILE:
        return path, FolderAssets(path)
    if path.name == CASE_FILE:
        return path.parent, FolderAssets(path.parent)
    if path.suffix.lower() == ZIP_SUFFIX:
        return path, open_zip(path)
    texts = problem_texts.NOT_A_CASE, problem_texts.CHOOSE_A_CASE
    raise CaseUnreadableError(Problem("error", *texts, {"path": str(path)}))


def _case_file(path: Path, assets: Assets) -> bytes:
    try:
        return assets.read(CASE_FILE, CASE_LIMIT)
    except UnreadableError as error:
        problem = error.problem
        if problem.message == problem_texts.NOT_FOUND:
            texts = problem_texts.NO_CASE_FILE, problem_texts.NO_CASE_FILE_REMEDY
            problem = Problem("error", *texts, {"path": str(path)})
        elif problem.message == problem_texts.FILE_TOO_LARGE:
            values = {"path": CASE_FILE, "limit": size_text(CASE_LIMIT)}
            remedy = problem_texts.CASE_TOO_LARGE_REMEDY
            problem = replace(problem, remedy=remedy, values=values)
        raise CaseUnreadableError(problem) from None
