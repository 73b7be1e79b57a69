"""What stored grey values mean: the modality LUT, padding, and the file's own VOI LUT."""

import math
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from viewer.io.pictures import tags
from viewer.io.pictures.frame_groups import FrameGroups
from viewer.io.pictures.parsing import refused
from viewer.model import picture_texts
from viewer.model.pictures import Frame, Pixels

if TYPE_CHECKING:
    from pydicom.dataset import Dataset

Values = NDArray[np.int16] | NDArray[np.float32]
_INT16 = np.iinfo(np.int16)


def valued(data: "Dataset", groups: FrameGroups, frame: Frame, stored: NDArray[Any]) -> Pixels:
    """Give stored values as what they mean.

    Raises PictureUnreadableError where the header says nonsense about it.
    """
    slope, intercept = _rescale(data, groups, frame)
    is_signed = tags.whole(data, "PixelRepresentation") == 1
    padding = _stored_value(data, "PixelPaddingValue", is_signed)
    if padding is not None:
        stored = _one_padding(data, stored, padding, is_signed)
    table = _modality_table(data, is_signed)
    values = _scaled(stored, slope, intercept) if table is None else _looked_up(stored, table)
    photometric = tags.text(data, "PhotometricInterpretation").upper()
    is_inverse = tags.text(data, "PresentationLUTShape").upper() == "INVERSE"
    voi = tags.items(groups.part(frame.index, "FrameVOILUTSequence"), "VOILUTSequence")
    return Pixels(
        values,
        is_inverted=photometric == "MONOCHROME1" or is_inverse,
        table=_greys(voi[0], is_signed or intercept < 0) if voi else None,
        padding=padding * slope + intercept if padding is not None and table is None else None,
    )


def _rescale(data: "Dataset", groups: FrameGroups, frame: Frame) -> tuple[float, float]:
    """Give slope and intercept, which an enhanced file keeps inside its functional groups."""
    part = groups.part(frame.index, "PixelValueTransformationSequence")
    if "RescaleSlope" not in part:
        part = data
    slopes, intercepts = tags.numbers(part, "RescaleSlope"), tags.numbers(part, "RescaleIntercept")
    slope = slopes[0] if slopes else 1.0
    intercept = intercepts[0] if intercepts else 0.0
    if slope == 0 or not math.isfinite(slope) or not math.isfinite(intercept):
        raise refused(frame.file, picture_texts.BAD_RESCALE)
    return slope, intercept


def _scaled(stored: NDArray[Any], slope: float, intercept: float) -> Values:
    is_whole = stored.dtype.kind in "iu" and slope.is_integer() and intercept.is_integer()
    ends = [float(end) * slope + intercept for end in (stored.min(), stored.max())]
    if is_whole and _INT16.min <= min(ends) and max(ends) <= _INT16.max:
        # Modulo 65,536 throughout, which is exact because the results fit.
        values = stored.astype(np.int16)
        values *= np.int64(slope).astype(np.int16)
        values += np.int64(intercept).astype(np.int16)
        return values
    with np.errstate(over="ignore", invalid="ignore"):
        return (stored.astype(np.float64) * slope + intercept).astype(np.float32)


def _stored_value(data: "Dataset", keyword: str, is_signed: bool) -> float | None:
    """Give a stored value with its sign, which some writers leave out."""
    value = tags.number(data, keyword)
    bits = tags.whole(data, "BitsAllocated") or 16
    if value is not None and is_signed and value >= 1 << (bits - 1):
        return value - (1 << bits)
    return value


def _one_padding(
    data: "Dataset", stored: NDArray[Any], padding: float, is_signed: bool
) -> NDArray[Any]:
    """Give the values with one padding where the file has a whole range of them."""
    limit = _stored_value(data, "PixelPaddingRangeLimit", is_signed)
    if limit is None or limit == padding:
        return stored
    low, high = sorted((padding, limit))
    return np.where((stored >= low) & (stored <= high), np.int64(padding), stored)


def _modality_table(data: "Dataset", is_signed: bool) -> "_Table | None":
    found = tags.items(data, "ModalityLUTSequence")
    return _table(found[0], is_signed) if found and "RescaleSlope" not in data else None


def _looked_up(stored: NDArray[Any], table: "_Table") -> Values:
    places = np.clip(stored.astype(np.int64) - table.first, 0, len(table.entries) - 1)
    return _scaled(table.entries[places], 1.0, 0.0)


class _Table(NamedTuple):
    """A lookup table of a file."""

    first: int
    """The value that the first entry is for."""
    entries: NDArray[Any]
    bits: int
    """Of each entry."""


def _table(item: "Dataset", is_signed: bool) -> _Table:
    count, first, bits = (int(part) for part in tags.numbers(item, "LUTDescriptor"))
    count = count or 65_536
    raw = tags.raw(item, "LUTData")
    entries: NDArray[Any]
    if isinstance(raw, bytes):
        entries = np.frombuffer(raw, "<u2" if len(raw) >= 2 * count else "u1", count)
    else:
        entries = np.array(tags.numbers(item, "LUTData")).astype(np.int64)
    if len(entries) != count or not 8 <= bits <= 16:
        raise ValueError("a table of another length than is said")
    return _Table(first - 65_536 if is_signed and first >= 32_768 else first, entries, bits)


def _greys(item: "Dataset", is_signed: bool) -> tuple[float, NDArray[np.uint8]] | None:
    """Give a VOI LUT as greys of 8 bits, with the value that its first entry is for.

    None where it is broken: the values themselves are sound all the same.
    """
    try:
        table = _table(item, is_signed)
    except ValueError:
        return None
    shares = table.entries / float((1 << table.bits) - 1)
    return float(table.first), (shares * 255).round().clip(0, 255).astype(np.uint8)
