"""A case as one .dayline file: what the disclosed case says and nothing that it does not.

Files are never copied as a whole folder. Long series are written anew from what was disclosed, and
of the other files only those go in that the disclosed case names. Pictures of studies and slides
stay out: DICOM files and slides may name the patient, and are large. The case still names them.
"""

import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import IO, Final, Protocol

from viewer.io.annotations.jsonld_export import jsonld
from viewer.io.case_faults import CASE_FILE
from viewer.io.case_files import CASE_LIMIT, is_inside, size_text, unsafe
from viewer.io.case_writer import case_json
from viewer.io.case_zip import RATIO_LIMIT, SMALL_ENTRY
from viewer.io.exporters import data_words
from viewer.io.exporters.data_words import DataWords
from viewer.io.exporters.written_case import written_case
from viewer.io.exporters.written_samples import sample_files
from viewer.io.sample_files import SAMPLES_FILE_LIMIT
from viewer.io.unreadable import AssetUnreadableError, CaseUnreadableError, UnreadableError
from viewer.model import exporting_texts, problem_texts
from viewer.model.annotation_set import AnnotationSet
from viewer.model.case import Case
from viewer.model.going_out import pictures_staying
from viewer.model.problem import Problem

NOTES_FILE: Final = "notes/annotations.jsonld"
"""Annotations stand here; opening the case passes them over, importing them reads them."""
README_FILE: Final = "README.txt"


class AssetReader(Protocol):
    """The way to the files of a case, as an opened case has one."""

    def read(self, name: str) -> bytes:
        """Give what a file holds; raises UnreadableError where that cannot be had."""


def dayline_file(
    case: Case,
    words: DataWords,
    assets: AssetReader,
    annotations: AnnotationSet | None = None,
    *,
    horizon: int | None = None,
    with_sources: bool = False,
) -> bytes:
    """Give a disclosed case as the bytes of a .dayline file; see `write_dayline`."""
    file = io.BytesIO()
    write_dayline(
        file, case, words, assets, annotations, horizon=horizon, with_sources=with_sources
    )
    return file.getvalue()


def write_dayline(
    file: IO[bytes],
    case: Case,
    words: DataWords,
    assets: AssetReader,
    annotations: AnnotationSet | None = None,
    *,
    horizon: int | None = None,
    with_sources: bool = False,
    step: Callable[[], object] = lambda: None,
) -> tuple[Problem, ...]:
    """Write a disclosed case as a .dayline file, and give the problems of files left out.

    `horizon` is the one that case and annotations were disclosed at: its day names the case then,
    since the case's own id may tell more, so that the whole case is never taken for the same one.
    Without `annotations` none go in. A source's own file tells the whole course and may name the
    patient: it goes in only `with_sources` and without a horizon. `step` is called before each
    file; what it raises ends the work. The same case gives the same bytes.

    Raises CaseUnreadableError where the case itself would be too long to be opened again.
    """
    whole = written_case(case, with_sources=with_sources and horizon is None)
    if horizon is not None:
        whole = whole.model_copy(update={"id": f"case-to-day-{horizon}"})
    whole, samples = sample_files(whole, frozenset(_named(whole)))
    problems = list[Problem]()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        _put(archive, CASE_FILE, _case_file(whole))
        _put(archive, README_FILE, _readme(whole, words))
        if annotations is not None:
            _put(archive, NOTES_FILE, jsonld(annotations, whole))
        for name, made in samples.items():
            step()
            data = made()
            if len(data) > SAMPLES_FILE_LIMIT:
                remedy = problem_texts.ASSET_TOO_LARGE_REMEDY
                problems.append(_too_large(name, SAMPLES_FILE_LIMIT, remedy))
                continue
            _put(archive, name, data)
        for name in dict.fromkeys(_named(whole)):
            step()
            try:
                if name in archive.NameToInfo or not is_inside(name):
                    raise AssetUnreadableError(unsafe(name))
                _put(archive, name, assets.read(name))
            except UnreadableError as error:
                problems.append(error.problem)
    return (*problems, *_left_out(whole))


def _readme(case: Case, words: DataWords) -> bytes:
    left, said = pictures_staying(case), [*words.notices_of(case)]
    if left:
        said.append(words.say(data_words.PICTURES_LEFT_OUT).format(names=", ".join(left)))
    return "".join(f"{notice}\r\n" for notice in said).encode("utf-8-sig")


def _left_out(case: Case) -> Iterator[Problem]:
    left = pictures_staying(case)
    if left:
        texts = exporting_texts.PICTURES_LEFT_OUT, exporting_texts.PICTURES_LEFT_OUT_REMEDY
        yield Problem("warning", *texts, {"names": ", ".join(left)})


def _case_file(case: Case) -> bytes:
    raw = case_json(case).encode("utf-8")
    if len(raw) > CASE_LIMIT:
        remedy = problem_texts.CASE_TOO_LARGE_REMEDY
        raise CaseUnreadableError(_too_large(CASE_FILE, CASE_LIMIT, remedy))
    return raw


def _too_large(name: str, limit: int, remedy: str) -> Problem:
    values = {"path": name, "limit": size_text(limit)}
    return Problem("error", problem_texts.FILE_TOO_LARGE, remedy, values)


def _named(case: Case) -> Iterator[str]:
    """Give the files that a case names, other than those of samples."""
    pictured = [*(one.figures for one in case.studies), *(one.figures for one in case.reports)]
    yield from (one.file for figures in pictured for one in figures if one.file is not None)
    yield from (source.file for source in case.sources if source.file is not None)


def _put(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    """Put a file in, packed unless it shrinks so much that opening it would be refused."""
    entry = zipfile.ZipInfo(name)  # with the same time always
    entry.external_attr = 0o644 << 16
    entry.compress_type = zipfile.ZIP_DEFLATED
    if len(data) >= SMALL_ENTRY and len(data) > RATIO_LIMIT * len(zlib.compress(data)) / 2:
        entry.compress_type = zipfile.ZIP_STORED
    archive.writestr(entry, data)
