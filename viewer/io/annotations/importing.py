"""Annotations that came by mail or from another program, put into the folder of notes."""

from pathlib import Path

from viewer.io.annotations.imported import Imported, not_written, refused
from viewer.io.annotations.journal_copy import copied
from viewer.io.annotations.journal_reading import JOURNAL_LIMIT, SUFFIX
from viewer.io.annotations.web_import import IMPORT_LIMIT, from_other_program
from viewer.io.case_files import bounded, reading
from viewer.io.unreadable import UnreadableError
from viewer.model import problem_texts
from viewer.model.annotation_set import AnnotationSet


def import_annotations(
    path: Path, case: str, folder: Path, known: AnnotationSet, at: str
) -> Imported:
    """Put the annotations of a file into a folder of notes of the case with this id.

    The file is a journal, which is copied whole, or JSON-LD, which becomes a journal of each of its
    authors. `known` is all that is shown now, and `at` the time in UTC. Nothing that is there is
    ever overwritten by less. What is wrong is in the answer's problems; nothing is raised for it.
    May wait for the disk.
    """
    is_journal = path.suffix == SUFFIX
    limit = JOURNAL_LIMIT if is_journal else IMPORT_LIMIT
    try:
        with reading(path) as file:
            raw = bounded(file, limit, str(path), problem_texts.ASSET_TOO_LARGE_REMEDY)
        if is_journal:
            return copied(path, raw, case, folder, known)
        return from_other_program(path, raw, case, folder, known, at)
    except UnreadableError as error:
        return refused(path, error.problem)
    except OSError as error:
        return refused(path, not_written(folder, error))
