"""What the header of a DICOM file says of its pictures, one by one, and of their series."""

import datetime
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from viewer.geometry import planes
from viewer.io.pictures import geometry_tags, tags
from viewer.io.pictures.frame_groups import FrameGroups
from viewer.io.pictures.keys import key_of
from viewer.model.pictures import Frame, GreyWindow

if TYPE_CHECKING:
    from pydicom.dataset import Dataset

_NAMING = ("US", "SC", "XC", "ES", "OT", "GM", "IVUS", "OP", "DOC", "SM")
"""Modalities whose pictures often carry the patient's name in their pixels."""

_COMPRESSED = "1.2.840.10008.1.2.4."
"""How the names of all the ways to compress begin, but for the plainest."""

_PASSES = (
    "EchoNumbers",
    "EchoTime",
    "TemporalPositionIdentifier",
    "AcquisitionNumber",
    "TriggerTime",
    "DiffusionBValue",
    "ImageType",
    "AcquisitionTime",
    "ContentTime",
)
"""What tells several passes over the same places apart, the surest first."""


@dataclass(frozen=True, slots=True)
class SeriesFacts:
    """What a header says of the whole series."""

    uid: str
    study: str
    number: int
    title: str
    modality: str
    date: datetime.date | None
    frame_of_reference: str
    may_name_patient: bool


@dataclass(frozen=True, slots=True)
class Found:
    """One picture that was found, and what decides which others it is scrolled with."""

    frame: Frame
    series: SeriesFacts
    is_localizer: bool
    is_colour: bool
    is_compressed: bool
    photometric: str
    passes: tuple[str, ...]
    """For each way to tell passes apart, what this picture says."""
    tilt: float
    """The gantry's, as stated (degrees)."""
    has_bad_window: bool


def found_in(data: "Dataset", name: str, size: "PictureSize") -> list[Found]:
    """Give each picture that a header tells of."""
    series = _series(data, name)
    groups = FrameGroups(data)
    return [_found(data, groups, series, name, size, index) for index in range(size.frames)]


@dataclass(frozen=True, slots=True)
class PictureSize:
    """How large the pictures of a file are."""

    columns: int
    rows: int
    samples: int
    bits: int
    """For each sample, as they are stored."""
    frames: int

    @property
    def stored_bytes(self) -> int:
        """Of one picture without compression."""
        return (self.columns * self.rows * self.samples * self.bits + 7) // 8


def size_of(data: "Dataset") -> PictureSize | None:
    """Give how large the pictures are; None where the header does not say, or says nonsense."""
    columns, rows = tags.whole(data, "Columns"), tags.whole(data, "Rows")
    samples = tags.whole(data, "SamplesPerPixel")
    bits = tags.whole(data, "BitsAllocated")
    frames = tags.whole(data, "NumberOfFrames")
    size = PictureSize(
        columns or 0, rows or 0, 1 if samples is None else samples, bits or 0, frames or 1
    )
    return size if min(size.columns, size.rows, size.samples, size.bits, size.frames) > 0 else None


def _found(
    data: "Dataset",
    groups: FrameGroups,
    series: SeriesFacts,
    name: str,
    size: PictureSize,
    index: int,
) -> Found:
    plane = geometry_tags.plane(data, groups, index, size.frames)
    windows, has_bad = _windows(groups.part(index, "FrameVOILUTSequence"))
    photometric = tags.text(data, "PhotometricInterpretation").upper()
    is_colour = size.samples > 1 or photometric == "PALETTE COLOR"
    kinds = _image_type(data, groups, index)
    is_localizer = "LOCALIZER" in kinds
    rescale = groups.part(index, "PixelValueTransformationSequence")
    frame = Frame(
        key=_key(data, name, index, size.frames),
        file=name,
        index=index,
        columns=size.columns,
        rows=size.rows,
        plane=plane,
        pixel_size=geometry_tags.pixel_size(data, groups, index, series.modality),
        position_mm=None
        if plane is None
        else planes.position(plane.position, planes.normal(plane)),
        thickness_mm=geometry_tags.thickness(groups, index),
        windows=windows,
        unit=_unit(rescale, series, is_localizer),
        number=tags.whole(data, "InstanceNumber"),
        decoded_bytes=size.columns * size.rows * (3 if is_colour else _value_bytes(data, rescale)),
    )
    return Found(
        frame=frame,
        series=series,
        is_localizer=is_localizer,
        is_colour=is_colour,
        is_compressed=_is_compressed(data),
        photometric=photometric,
        passes=(_pass_of(groups, index), *(tags.text(data, keyword) for keyword in _PASSES)),
        tilt=tags.number(data, "GantryDetectorTilt") or 0.0,
        has_bad_window=has_bad,
    )


def _series(data: "Dataset", name: str) -> SeriesFacts:
    modality = tags.text(data, "Modality").upper()
    burned = tags.text(data, "BurnedInAnnotation").upper()
    dates = ("StudyDate", "AcquisitionDate", "SeriesDate", "ContentDate")
    return SeriesFacts(
        uid=tags.text(data, "SeriesInstanceUID") or f"file:{name}",
        study=tags.text(data, "StudyInstanceUID"),
        number=tags.whole(data, "SeriesNumber") or 0,
        title=tags.text(data, "SeriesDescription") or tags.text(data, "ProtocolName"),
        modality=modality,
        date=next((day for keyword in dates if (day := tags.day(data, keyword))), None),
        frame_of_reference=tags.text(data, "FrameOfReferenceUID"),
        may_name_patient=burned == "YES" or (burned != "NO" and modality in _NAMING),
    )


def _key(data: "Dataset", name: str, index: int, frames: int) -> str:
    uid = tags.text(data, "SOPInstanceUID") or name
    return key_of(uid, f"#{index + 1}" if frames > 1 else "")


def _image_type(data: "Dataset", groups: FrameGroups, index: int) -> tuple[str, ...]:
    own = tags.texts(data, "ImageType")
    for macro in ("CTImageFrameTypeSequence", "MRImageFrameTypeSequence"):
        own += tags.texts(groups.part(index, macro), "FrameType")
    return tuple(part.upper().strip() for part in own)


def _pass_of(groups: FrameGroups, index: int) -> str:
    content = groups.part(index, "FrameContentSequence")
    stack, time = tags.text(content, "StackID"), tags.text(content, "TemporalPositionIndex")
    return f"{stack} {time}".strip()


def _unit(rescale: "Dataset", series: SeriesFacts, is_localizer: bool) -> str:
    said = tags.text(rescale, "RescaleType")
    has_rescale = tags.number(rescale, "RescaleSlope") is not None
    if series.modality == "CT" and said.upper() in ("", "HU", "US"):  # US: unspecified
        return "HU" if has_rescale and not is_localizer else ""
    return "" if said.upper() == "US" else said


def _windows(data: "Dataset") -> tuple[tuple[GreyWindow, ...], bool]:
    """Give the usable windows of a file, and whether there are others."""
    kinds = {"LINEAR_EXACT": "linear_exact", "SIGMOID": "sigmoid"}
    kind = kinds.get(tags.text(data, "VOILUTFunction").upper(), "linear")
    centres, widths = tags.numbers(data, "WindowCenter"), tags.numbers(data, "WindowWidth")
    names = tags.texts(data, "WindowCenterWidthExplanation")
    least = 1.0 if kind == "linear" else math.ulp(0.0)
    windows = [
        GreyWindow(centre, width, names[place].strip() if place < len(names) else "", kind)  # type: ignore[arg-type]
        for place, (centre, width) in enumerate(zip(centres, widths, strict=False))
        if math.isfinite(centre) and math.isfinite(width) and width >= least
    ]
    return tuple(dict.fromkeys(windows)), len(windows) < max(len(centres), len(widths))


def _value_bytes(data: "Dataset", rescale: "Dataset") -> int:
    """Give how many bytes a value takes at most, once it is decoded."""
    stored = tags.whole(data, "BitsStored") or tags.whole(data, "BitsAllocated") or 0
    is_signed = tags.whole(data, "PixelRepresentation") == 1
    factors = tags.numbers(rescale, "RescaleSlope") + tags.numbers(rescale, "RescaleIntercept")
    is_narrow = stored <= (16 if is_signed else 15) and all(part.is_integer() for part in factors)
    return 2 if is_narrow else 4


def _is_compressed(data: "Dataset") -> bool:
    syntax = tags.text(getattr(data, "file_meta", data), "TransferSyntaxUID")
    return syntax.startswith(_COMPRESSED)
