"""What an import gives back."""

from dataclasses import dataclass
from pathlib import Path

from viewer.model import importing_texts
from viewer.model.annotation import Author
from viewer.model.problem import Problem


@dataclass(frozen=True)
class Imported:
    """What was made of one file."""

    path: Path
    """The file that was read."""
    journals: tuple[Path, ...] = ()
    """The files in the folder of notes that hold it now, read them to show it."""
    authors: tuple[Author, ...] = ()
    new: int = 0
    """So many annotations are new, or say something new."""
    known: int = 0
    """So many were here already and stay as they are."""
    problems: tuple[Problem, ...] = ()


def refused(path: Path, problem: Problem) -> Imported:
    """Give the answer where nothing was imported."""
    return Imported(path, problems=(problem,))


def about_other_case(path: Path, other: str, case: str, place: str = "") -> Problem:
    """Give the problem of annotations of another case; both are named."""
    texts = importing_texts.ABOUT_OTHER_CASE, importing_texts.ABOUT_OTHER_CASE_REMEDY
    values = {"path": path.name, "other": other, "case": case}
    return Problem("error", *texts, values, file=path.name if place else "", path=place)


def not_written(path: Path, error: OSError) -> Problem:
    """Give the problem of a file that could not be put into the folder of notes."""
    texts = importing_texts.NOT_IMPORTED, importing_texts.NOT_IMPORTED_REMEDY
    return Problem("error", *texts, {"path": str(path), "reason": error.strerror or str(error)})
