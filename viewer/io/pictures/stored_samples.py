"""The samples of a frame as they stand in its file, whatever they are compressed with."""

from typing import TYPE_CHECKING, Any

from numpy.typing import NDArray

from viewer.io.case_files import size_text
from viewer.io.pictures import codestreams, tags
from viewer.io.pictures.decoding_process import DecodingProcess
from viewer.io.pictures.headers import PictureSize, size_of
from viewer.io.pictures.parsing import faults_of, refused
from viewer.model import picture_texts
from viewer.model.pictures import Frame, PictureLimits

if TYPE_CHECKING:
    from pydicom.dataset import FileDataset
    from pydicom.uid import UID

_PIXELS = ("PixelData", "FloatPixelData", "DoubleFloatPixelData")


def of_frame(
    data: "FileDataset", frame: Frame, limits: PictureLimits, process: DecodingProcess
) -> tuple[NDArray[Any], dict[str, Any]]:
    """Give the samples of a frame, (rows, columns) or (rows, columns, 3), and facts about them.

    The facts are those that colours need: photometric_interpretation and bits_stored. Raises
    PictureUnreadableError for what it knows the reason of, and anything for what it does not.
    """
    from pydicom import uid
    from pydicom.encaps import get_frame
    from pydicom.pixels.decoders.base import get_decoder

    size = _checked_size(data, frame, limits)
    syntax = _syntax(data)
    _complete(data, size)
    raw = _raw_pixels(data, syntax, frame)
    if not syntax.is_encapsulated:
        frames: dict[str, Any] = {"number_of_frames": _whole_frames(data, len(raw), frame, size)}
        return get_decoder(syntax).as_array(data, index=frame.index, **frames)
    with faults_of(frame.file, picture_texts.TRUNCATED):
        stream = get_frame(raw, frame.index, number_of_frames=size.frames)
    if syntax == uid.RLELossless:  # decoded by Python, which no file can bring down
        return get_decoder(syntax).as_array(data, index=frame.index)
    _check_stream(stream, frame, size)
    return process.decoded(stream, syntax, _options(data))


def _checked_size(data: "FileDataset", frame: Frame, limits: PictureLimits) -> PictureSize:
    size = size_of(data)
    is_same = size is not None and (size.columns, size.rows) == (frame.columns, frame.rows)
    if size is None or not is_same or frame.index >= size.frames:
        raise refused(frame.file, picture_texts.CHANGED)
    if size.stored_bytes > limits.picture_bytes:
        sizes = {"size": size_text(size.stored_bytes), "limit": size_text(limits.picture_bytes)}
        raise refused(frame.file, picture_texts.PICTURE_TOO_LARGE, **sizes)
    return size


def _syntax(data: "FileDataset") -> "UID":
    """Give how the pixels are encoded; where the file does not say, as its header is."""
    from pydicom import uid

    said = tags.raw(data.file_meta, "TransferSyntaxUID")
    if isinstance(said, uid.UID):
        return said
    is_implicit, is_little = data.original_encoding
    if not is_little:
        found = uid.ExplicitVRBigEndian
    else:
        found = uid.ImplicitVRLittleEndian if is_implicit else uid.ExplicitVRLittleEndian
    data.file_meta.TransferSyntaxUID = found
    return found


def _complete(data: "FileDataset", size: PictureSize) -> None:
    """Say what a careless writer left out, where it can only mean one thing."""
    usual: dict[str, Any] = {
        "SamplesPerPixel": size.samples,
        "BitsStored": size.bits,
        "PixelRepresentation": 0,
        "PhotometricInterpretation": "MONOCHROME2" if size.samples == 1 else "RGB",
        "PlanarConfiguration": 0,
    }
    for keyword, value in usual.items():
        if tags.raw(data, keyword) is None:
            setattr(data, keyword, value)
    data.NumberOfFrames = size.frames


def _raw_pixels(data: "FileDataset", syntax: "UID", frame: Frame) -> bytes:
    """Give the pixels as they stand in the file; refuse those that there is no decoder for."""
    from pydicom.pixels.decoders.base import get_decoder

    raw = next((found for one in _PIXELS if (found := tags.raw(data, one)) is not None), None)
    if not isinstance(raw, bytes):
        raise refused(frame.file, picture_texts.TRUNCATED)
    try:
        has_decoder = get_decoder(syntax).is_available
    except NotImplementedError:
        has_decoder = False
    if not has_decoder:
        raise refused(frame.file, picture_texts.NO_DECODER, syntax=syntax.name)
    return raw


def _whole_frames(data: "FileDataset", length: int, frame: Frame, size: PictureSize) -> int:
    """Give how many frames there are, whatever is said; refuse one past the end."""
    bits = size.columns * size.rows * size.samples * size.bits
    if tags.text(data, "PhotometricInterpretation") == "YBR_FULL_422":
        bits = bits * 2 // 3
    whole = min(length * 8 // bits, size.frames)
    if whole <= frame.index:
        raise refused(frame.file, picture_texts.TRUNCATED)
    return whole


def _check_stream(stream: bytes, frame: Frame, size: PictureSize) -> None:
    """Refuse a compressed frame of another size than is said, or without its end."""
    found = codestreams.size_in(stream)
    if found is not None and found != (size.columns, size.rows):
        sizes = {"said": f"{size.columns} × {size.rows}", "found": f"{found[0]} × {found[1]}"}
        raise refused(frame.file, picture_texts.WRONG_SIZE, **sizes)
    if not codestreams.has_end(stream):  # decoders fill up what is missing, and do not say so
        raise refused(frame.file, picture_texts.TRUNCATED)


def _options(data: "FileDataset") -> dict[str, Any]:
    """Give what a decoder must know of one frame beside its bytes."""
    return {
        "rows": int(data.Rows),
        "columns": int(data.Columns),
        "samples_per_pixel": int(data.SamplesPerPixel),
        "bits_allocated": int(data.BitsAllocated),
        "bits_stored": int(data.BitsStored),
        "pixel_representation": int(data.PixelRepresentation),
        "planar_configuration": int(data.PlanarConfiguration),
        "photometric_interpretation": str(data.PhotometricInterpretation),
        "number_of_frames": 1,
        "pixel_keyword": "PixelData",
    }
