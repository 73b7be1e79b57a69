"""Which pictures the files of a study hold; found by reading headers, never by file names."""

import io
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TYPE_CHECKING

from viewer.io.case_files import size_text
from viewer.io.pictures import grouping, parsing, plain_pictures, tags
from viewer.io.pictures.files import PictureFiles, opened
from viewer.io.pictures.headers import Found, PictureSize, found_in, size_of
from viewer.io.unreadable import UnreadableError
from viewer.model import picture_texts
from viewer.model.pictures import Frame, PictureLimits, PictureSeries, Scan
from viewer.model.problem import Problem

if TYPE_CHECKING:
    from pydicom.dataset import Dataset, FileDataset

_LEAST_FRAME_BYTES = 8
"""Even the smallest frame takes as much of a compressed file."""

MANY_FILES = 20
"""Fewer files are looked at so fast that nobody waits for a first picture."""

_DIRECTORY = "1.2.840.10008.1.3.10"


@dataclass
class _Findings:
    """What has been found so far."""

    dicom: list[Found] = field(default_factory=list)
    plain: list[Frame] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    ignored: int = 0


@dataclass(frozen=True)
class Glimpse:
    """One picture, found before all files have been looked at."""

    series: PictureSeries
    """Of it alone."""
    data: "FileDataset | None"
    """Its file as it was read, pixels and all; None of a plain picture."""


def scan(
    files: PictureFiles,
    limits: PictureLimits | None = None,
    is_cancelled: Callable[[], bool] = lambda: False,
    told: Callable[[int, int], None] = lambda _done, _of: None,
) -> Scan:
    """Find the pictures in files, grouped into series in the order of their places.

    Nothing is decoded. A file that cannot be shown becomes a problem, and costs no other. `told`
    is called with how many files of how many are done. Where it is cancelled, what was found by
    then is given.
    """
    limits = PictureLimits() if limits is None else limits
    names = list(islice(files.names(), limits.files + 1))
    findings = _Findings()
    if len(names) > limits.files:
        names.pop()
        error = parsing.refused("", picture_texts.TOO_MANY_FILES, limit=f"{limits.files:,}")
        findings.problems.append(error.problem)
    for done, name in enumerate(names):
        if is_cancelled():
            break
        told(done, len(names))
        try:
            _look_at(files, name, limits, findings)
        except UnreadableError as error:
            findings.problems.append(error.problem)
    told(len(names), len(names))
    series, problems = grouping.grouped(findings.dicom, findings.plain, limits)
    return Scan(series, (*findings.problems, *problems), findings.ignored)


def glimpse(files: PictureFiles, limits: PictureLimits | None = None) -> Glimpse | None:
    """Find one picture before all files have been looked at; None where the first try fails.

    It is sought in the file whose name is in the middle, which means nothing but that most folders
    have something to be seen there. What can be said of a series alone is not said. The pixels are
    read along with the header, so that its file is gone through once.
    """
    limits = PictureLimits() if limits is None else limits
    names = list(islice(files.names(), limits.files))
    findings = _Findings()
    if len(names) < MANY_FILES:
        return None
    try:
        data = _look_at(files, names[len(names) // 2], limits, findings, with_pixels=True)
    except UnreadableError:
        return None
    series, _ = grouping.grouped(findings.dicom[:1], findings.plain, limits)
    return Glimpse(replace(series[0], remarks=()), data) if series else None


def _look_at(
    files: PictureFiles,
    name: str,
    limits: PictureLimits,
    findings: _Findings,
    *,
    with_pixels: bool = False,
) -> "FileDataset | None":
    """Find the pictures of a file; give what it says where it is DICOM."""
    with opened(files, name, limits.file_bytes) as file:
        head = file.read(parsing.HEAD_BYTES)
        kind = parsing.kind_of(head)
        claims = name.lower().endswith(parsing.CLAIMS)
        if kind == "other":
            if claims:
                raise parsing.refused(
                    name, picture_texts.NOT_DICOM if head else picture_texts.EMPTY
                )
            findings.ignored += 1
            return None
        length = file.seek(0, io.SEEK_END)
        if length > limits.file_bytes:
            sizes = {"size": size_text(length), "limit": size_text(limits.file_bytes)}
            raise parsing.refused(name, picture_texts.FILE_TOO_LARGE, **sizes)
        file.seek(0)
        if kind in ("png", "jpeg"):
            findings.plain.append(plain_pictures.frame_of(file, name, kind, limits))
            return None
        data = parsing.parsed(file, name, with_pixels=with_pixels)
    if kind == "bare" and not claims and size_of(data) is None:
        findings.ignored += 1  # it began like DICOM by chance
    else:
        findings.dicom.extend(_pictures_of(data, name, length, limits, findings))
    return data


def _pictures_of(
    data: "Dataset", name: str, length: int, limits: PictureLimits, findings: _Findings
) -> list[Found]:
    meta = getattr(data, "file_meta", data)
    what = tags.raw(data, "SOPClassUID") or tags.raw(meta, "MediaStorageSOPClassUID")
    if what == _DIRECTORY:
        findings.ignored += 1
        return []
    size = size_of(data)
    if size is None:
        raise _without_picture(data, name, getattr(what, "name", ""))
    _check(size, name, length, limits)
    return found_in(data, name, size)


def _without_picture(data: "Dataset", name: str, what: str) -> UnreadableError:
    if "Rows" in data:
        return parsing.refused(name, picture_texts.NO_SIZE)
    if what:
        return parsing.refused(name, picture_texts.NO_PICTURE_BUT, what=what)
    return parsing.refused(name, picture_texts.NO_PICTURE)


def _check(size: PictureSize, name: str, length: int, limits: PictureLimits) -> None:
    """Refuse what would take too much once decoded, before anything is."""
    each = max(size.stored_bytes, size.columns * size.rows)
    if each > limits.picture_bytes:
        sizes = {"size": size_text(each), "limit": size_text(limits.picture_bytes)}
        raise parsing.refused(name, picture_texts.PICTURE_TOO_LARGE, **sizes)
    if size.frames > max(min(length // _LEAST_FRAME_BYTES, limits.files), 1):
        count = f"{size.frames:,}"
        raise parsing.refused(name, picture_texts.TOO_MANY_FRAMES, count=count)
    if each * size.frames > limits.series_bytes:
        sizes = {"size": size_text(each * size.frames), "limit": size_text(limits.series_bytes)}
        raise parsing.refused(name, picture_texts.SERIES_TOO_LARGE, **sizes)
