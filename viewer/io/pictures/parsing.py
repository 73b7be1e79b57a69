"""Which files are pictures, told from how they begin, and what a DICOM file says."""

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO, Literal

from viewer.io.pictures import library
from viewer.io.unreadable import PictureUnreadableError, UnreadableError
from viewer.model import picture_texts
from viewer.model.problem import Problem

if TYPE_CHECKING:
    from pydicom.dataset import FileDataset

Kind = Literal["dicom", "bare", "png", "jpeg", "other"]
"""bare: DICOM without the preamble that a file should begin with."""

HEAD_BYTES = 132
"""As much of a file as tells its kind."""

CLAIMS = (".dcm", ".dicom", ".dic", ".ima")
"""How the name of a file ends that says it is DICOM."""

_PREAMBLE = 128
_FIRST_GROUPS = (0x0002, 0x0008)
_REPRESENTATIONS = "AE AS AT CS DA DS DT FL FD IS LO LT OB OF OW PN SH SL SQ SS ST TM UI UL UN"
_LONGEST_FIRST = 1024
"""No element that a file begins with is longer (bytes)."""


def kind_of(head: bytes) -> Kind:
    """Tell what a file is from its first bytes, never from its name."""
    if head[_PREAMBLE:HEAD_BYTES] == b"DICM":
        return "dicom"
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if head.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    return "bare" if _begins_with_an_element(head) else "other"


def parsed(file: BinaryIO, name: str, *, with_pixels: bool) -> "FileDataset":
    """Give what a DICOM file says, with or without its pixels.

    Raises PictureUnreadableError where it cannot be made out.
    """
    library.prepare()
    from pydicom import dcmread

    message = picture_texts.UNREADABLE_PIXELS if with_pixels else picture_texts.DAMAGED
    with faults_of(name, message):
        return dcmread(file, stop_before_pixels=not with_pixels, force=True)


@contextmanager
def faults_of(name: str, message: str) -> Iterator[None]:
    """Turn whatever a library raises on a bad file into one named PictureUnreadableError.

    The library's own words are left out: they quote the file, which may name a patient.
    """
    try:
        yield
    except UnreadableError:
        raise
    except Exception:  # each of them has dozens, and bad files find new ones
        raise refused(name, message) from None


def refused(name: str, message: str, **values: str) -> PictureUnreadableError:
    """Give the error of a picture that cannot be shown, for a reason of `picture_texts`."""
    remedy = picture_texts.REMEDIES.get(message, picture_texts.ASK_AGAIN)
    return PictureUnreadableError(Problem("error", message, remedy, {"name": name, **values}))


def _begins_with_an_element(head: bytes) -> bool:
    """Tell whether these bytes can be the first element of a data set without a preamble."""
    if len(head) < 8:
        return False
    if head[4:6].decode("latin-1") in _REPRESENTATIONS.split():
        return any(
            struct.unpack_from(order + "H", head)[0] in _FIRST_GROUPS for order in ("<", ">")
        )
    group, _element, length = struct.unpack_from("<HHI", head)
    return group in _FIRST_GROUPS and length <= _LONGEST_FIRST
