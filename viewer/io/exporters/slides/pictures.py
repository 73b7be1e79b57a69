"""Pictures for slides: decoded and written anew, so that nothing but what is seen goes along."""

import io
import warnings
from dataclasses import dataclass

LONGEST_SIDE = 2000
"""Larger pictures are made smaller (pixels)."""


@dataclass(frozen=True)
class Decoded:
    """A picture as PNG without any of its former labels, and its size (pixels)."""

    png: bytes
    width: int
    height: int


def decoded(data: bytes) -> Decoded | None:
    """Give a picture of a file's bytes; None where it is none that can be read.

    What a camera or a scanner wrote beside the picture (names, dates, places) is left out.
    """
    from PIL import Image, ImageOps

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data)) as opened:
                image = ImageOps.exif_transpose(opened)
                image.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
                plain = image.convert("RGBA" if "A" in image.getbands() else "RGB")
    except (
        OSError,
        ValueError,
        SyntaxError,
        Image.DecompressionBombError,
        Image.DecompressionBombWarning,
    ):
        return None
    plain.info.clear()
    written = io.BytesIO()
    plain.save(written, "PNG")
    return Decoded(written.getvalue(), *plain.size)
