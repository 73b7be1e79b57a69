"""Where a picture lies and how large its pixels are, as the header says it."""

import math
from typing import TYPE_CHECKING, Literal, cast

from viewer.geometry import planes
from viewer.io.pictures import tags
from viewer.io.pictures.frame_groups import FrameGroups
from viewer.model.pictures import PixelSize, Plane, Vector

if TYPE_CHECKING:
    from pydicom.dataset import Dataset

_PROJECTIONS = ("CR", "DX", "MG", "XA", "RF", "IO", "PX", "RG", "XC", "SC", "DG")
"""Modalities whose pictures are shadows: what is farther from the detector is larger on it."""

_SLACK = 1e-2
"""How far direction cosines may be from unit length and from a right angle."""


def plane(data: "Dataset", groups: FrameGroups, index: int, frames: int) -> Plane | None:
    """Give where a frame lies; None where that is not said, or nonsense."""
    position = tags.vector(
        groups.part(index, "PlanePositionSequence"), "ImagePositionPatient", 3
    ) or tags.vector(data, "ImagePositionPatient", 3)
    cosines = tags.vector(
        groups.part(index, "PlaneOrientationSequence"), "ImageOrientationPatient", 6
    ) or tags.vector(data, "ImageOrientationPatient", 6)
    if position is None or cosines is None:
        return None
    row, column = cast(Vector, cosines[:3]), cast(Vector, cosines[3:])
    if not _are_axes(row, column):
        return None
    found = Plane(cast(Vector, position), planes.unit(row), planes.unit(column))
    if frames == 1 or groups.are_there:
        return found
    offsets = tags.vector(data, "GridFrameOffsetVector", frames)
    return None if offsets is None else _of_grid(found, offsets[index] - offsets[0])


def _of_grid(first: Plane, away: float) -> Plane:
    """Give the plane of a frame in a grid of doses; other old films do not say theirs."""
    x, y, z = (
        at + away * along for at, along in zip(first.position, planes.normal(first), strict=True)
    )
    return Plane((x, y, z), first.along_row, first.down_column)


def _are_axes(row: Vector, column: Vector) -> bool:
    lengths = (math.hypot(*row), math.hypot(*column))
    across = sum(a * b for a, b in zip(row, column, strict=True))
    return all(abs(length - 1.0) <= _SLACK for length in lengths) and abs(across) <= _SLACK


def pixel_size(data: "Dataset", groups: FrameGroups, index: int, modality: str) -> PixelSize | None:
    """Give how large a pixel is; None where that is not said, or not above 0."""
    own = _spacing(groups.part(index, "PixelMeasuresSequence"), "PixelSpacing")
    own = own or _spacing(data, "PixelSpacing")
    detector = _spacing(data, "ImagerPixelSpacing") or _spacing(data, "NominalScannedPixelSpacing")
    found = own or detector
    if found is None:
        return None
    kind: Literal["patient", "detector", "calibrated"] = "patient"
    if own is None or modality in _PROJECTIONS:
        is_calibrated = tags.text(data, "PixelSpacingCalibrationType") != ""
        differs = own is not None and detector is not None and own != detector
        kind = "calibrated" if own is not None and (is_calibrated or differs) else "detector"
    down, along = found
    return PixelSize(along, down, kind)


def thickness(groups: FrameGroups, index: int) -> float | None:
    """Give how thick a slice is (mm); None where that is not said."""
    found = tags.number(groups.part(index, "PixelMeasuresSequence"), "SliceThickness")
    return found if found is not None and found > 0 else None


def _spacing(data: "Dataset", keyword: str) -> tuple[float, float] | None:
    """Give the distance between rows and between columns (mm), as the standard orders them."""
    found = tags.vector(data, keyword, 2)
    return (found[0], found[1]) if found is not None and min(found) > 0 else None
