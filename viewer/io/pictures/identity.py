"""What a DICOM file says beside its picture: who it is of, only when asked, and how it was taken.

Nothing here is kept, logged, or part of what is exported.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from viewer.io.pictures import parsing, tags
from viewer.io.pictures.files import PictureFiles, opened
from viewer.model import picture_texts
from viewer.model.pictures import Frame, PictureLimits

if TYPE_CHECKING:
    from pydicom.dataset import FileDataset


@dataclass(frozen=True, slots=True)
class Patient:
    """Who a file says that its picture is of; empty or None for what it does not say."""

    name: str = ""
    id: str = ""
    birth_date: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """One technical fact of a picture, which tells nothing about the patient."""

    label: str
    """A text of `picture_texts` in the context "PictureFact"."""
    value: str


def patient_of(files: PictureFiles, frame: Frame, limits: PictureLimits | None = None) -> Patient:
    """Give who a picture is of; nobody for a PNG or a JPEG.

    Raises UnreadableError where the file is gone or damaged.
    """
    data = _header(files, frame, limits)
    if data is None:
        return Patient()
    name = tags.text(data, "PatientName").replace("^", " ").strip()
    return Patient(name, tags.text(data, "PatientID"), tags.day(data, "PatientBirthDate"))


def facts_of(
    files: PictureFiles, frame: Frame, limits: PictureLimits | None = None
) -> tuple[Fact, ...]:
    """Give how a picture was taken and is stored, in the order in which it is read.

    Raises UnreadableError where the file is gone or damaged.
    """
    data = _header(files, frame, limits)
    told = [(picture_texts.MATRIX, f"{frame.columns} × {frame.rows}")]
    if data is not None:
        told = [*_taken(data), *told, *_stored(data)]
    return tuple(Fact(label, value) for label, value in told if value)


def _taken(data: "FileDataset") -> Iterator[tuple[str, str]]:
    yield picture_texts.MODALITY, tags.text(data, "Modality")
    yield picture_texts.SERIES, tags.text(data, "SeriesDescription")
    yield picture_texts.THICKNESS, _with_unit(data, "SliceThickness", "mm")
    yield picture_texts.VOLTAGE, _with_unit(data, "KVP", "kV")
    yield picture_texts.KERNEL, tags.text(data, "ConvolutionKernel")


def _stored(data: "FileDataset") -> Iterator[tuple[str, str]]:
    syntax = tags.raw(data.file_meta, "TransferSyntaxUID")
    yield picture_texts.STORED_AS, str(getattr(syntax, "name", ""))


def _with_unit(data: "FileDataset", keyword: str, unit: str) -> str:
    value = tags.number(data, keyword)
    return "" if value is None else f"{value:g} {unit}"


def _header(
    files: PictureFiles, frame: Frame, limits: PictureLimits | None
) -> "FileDataset | None":
    with opened(files, frame.file, (limits or PictureLimits()).file_bytes) as file:
        kind = parsing.kind_of(file.read(parsing.HEAD_BYTES))
        if kind in ("png", "jpeg"):
            return None
        file.seek(0)
        return parsing.parsed(file, frame.file, with_pixels=False)
