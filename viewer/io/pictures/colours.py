"""Stored samples as the red, green and blue of 8 bits that a screen shows."""

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from viewer.io.pictures import tags
from viewer.io.pictures.parsing import refused
from viewer.model import picture_texts

if TYPE_CHECKING:
    from pydicom.dataset import Dataset

_SHOWN = ("RGB", "YBR_ICT", "YBR_RCT")


def is_palette(data: "Dataset") -> bool:
    """Tell whether the stored values stand for colours of a palette."""
    return tags.text(data, "PhotometricInterpretation").upper() == "PALETTE COLOR"


def of_samples(stored: NDArray[Any], facts: dict[str, Any], name: str) -> NDArray[np.uint8]:
    """Give samples of any depth, shape (rows, columns, 3), as 8 bits each.

    Raises PictureUnreadableError where they are no colours that are known.
    """
    photometric = str(facts.get("photometric_interpretation", "RGB"))
    if photometric not in _SHOWN or stored.shape[2] != 3:
        raise refused(name, picture_texts.ODD_COLOURS, what=photometric)
    if stored.dtype == np.uint8:
        shown: NDArray[np.uint8] = stored
        return shown
    surplus = max(int(facts["bits_stored"]) - 8, 0)
    return (stored.astype(np.int64) >> surplus).clip(0, 255).astype(np.uint8)


def of_palette(data: "Dataset", stored: NDArray[Any]) -> NDArray[np.uint8]:
    """Give the colours that stored values stand for; those past the palette are its ends."""
    from pydicom.pixels.processing import apply_color_lut

    shades = apply_color_lut(stored, data)[..., :3]
    bits = tags.numbers(data, "RedPaletteColorLookupTableDescriptor")[2]
    return (shades >> 8 if bits > 8 else shades).astype(np.uint8)
