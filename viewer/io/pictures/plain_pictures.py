"""PNG and JPEG files: how large they are, and their pixels. Nothing else is ever opened."""

from typing import TYPE_CHECKING, BinaryIO, cast

import numpy as np

from viewer.io.case_files import size_text
from viewer.io.pictures import codestreams
from viewer.io.pictures.keys import key_of
from viewer.io.pictures.parsing import faults_of, refused
from viewer.model import picture_texts
from viewer.model.pictures import Frame, PictureLimits, Pixels

if TYPE_CHECKING:
    from PIL.Image import Image

_TURNED = frozenset((5, 6, 7, 8))
"""What a camera writes when the picture lies on its side."""
_HEADER_BYTES = 4 * 1024 * 1024
"""The size stands before these; a camera may put a preview in front of it."""
_ORIENTATION = 0x0112
_DEEP = ("I;16", "I;16B", "I", "F")


def frame_of(file: BinaryIO, name: str, kind: str, limits: PictureLimits) -> Frame:
    """Give what the header of a PNG or a JPEG says; nothing is decoded.

    Raises PictureUnreadableError where it cannot be made out, or is too large.
    """
    found = codestreams.size_in(file.read(_HEADER_BYTES))
    if found is None:
        raise refused(name, picture_texts.DAMAGED)
    columns, rows = found
    size = columns * rows * 3
    if size > limits.picture_bytes:
        sizes = {"size": size_text(size), "limit": size_text(limits.picture_bytes)}
        raise refused(name, picture_texts.PICTURE_TOO_LARGE, **sizes)
    file.seek(0)
    with faults_of(name, picture_texts.DAMAGED):
        # Only for a JPEG: to look for it in a PNG, Pillow decodes the whole.
        if kind == "jpeg" and _opened(file, kind).getexif().get(_ORIENTATION) in _TURNED:
            columns, rows = rows, columns
    return Frame(key_of(name), name, 0, columns, rows, decoded_bytes=size)


def decoded(file: BinaryIO, name: str, kind: str, limits: PictureLimits) -> Pixels:
    """Give the pixels of a PNG or a JPEG as colours, on white where they are see-through.

    A photograph stands upright. Raises PictureUnreadableError where it is damaged or too large.
    """
    frame_of(file, name, kind, limits)
    file.seek(0)
    with faults_of(name, picture_texts.UNREADABLE_PIXELS):
        from PIL import Image, ImageOps

        picture: Image.Image = _opened(file, kind)
        if kind == "jpeg":
            picture = ImageOps.exif_transpose(picture)
        if picture.mode in _DEEP:
            return Pixels(_shallow(picture))
        if "A" in picture.getbands() or "transparency" in picture.info:
            above = picture.convert("RGBA")
            picture = Image.new("RGBA", above.size, "white")
            picture.alpha_composite(above)
        return Pixels(np.array(picture.convert("RGB")))


def _opened(file: BinaryIO, kind: str) -> "Image":
    from PIL import Image

    return Image.open(file, formats=[kind.upper()])


def _shallow(picture: "Image") -> "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]":
    """Give a grey picture of 16 bits with 8; Pillow itself would cut off what is bright."""
    grey = (np.asarray(picture).astype(np.float64) / 257).round().clip(0, 255).astype(np.uint8)
    return cast("np.ndarray[tuple[int, ...], np.dtype[np.uint8]]", np.stack([grey] * 3, axis=-1))
