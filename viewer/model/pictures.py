"""Pictures of a study as nouns: a picture, a series of them, and where they lie in the patient.

Patient coordinates are DICOM's, in millimetres: x to the patient's left, y to the back, z to the
head. A picture's own coordinates are pixels: x along a row, y down, the first pixel covers 0 to 1.
"""

import datetime
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from viewer.model.problem import Problem

Vector = tuple[float, float, float]
MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class PictureLimits:
    """What is decoded at most; a person can change it in the settings."""

    picture_bytes: int = 256 * MIB
    """Decoded pixels of one picture."""
    series_bytes: int = 2048 * MIB
    """Decoded pixels of one series."""
    file_bytes: int = 2048 * MIB
    """Length of one file."""
    files: int = 20_000
    """Files looked at in one folder."""


@dataclass(frozen=True, slots=True)
class Plane:
    """Where a picture lies in the patient."""

    position: Vector
    """Centre of the first pixel (mm)."""
    along_row: Vector
    """Unit vector in the direction of x."""
    down_column: Vector
    """Unit vector in the direction of y."""


@dataclass(frozen=True, slots=True)
class PixelSize:
    """How large a pixel is, and where that holds."""

    x_mm: float
    y_mm: float
    kind: Literal["patient", "detector", "calibrated"] = "patient"
    """"detector": of a projection, where sizes in the patient are smaller than measured."""


@dataclass(frozen=True, slots=True)
class GreyWindow:
    """Which values are drawn from black to white."""

    centre: float
    width: float
    name: str = ""
    """The file's own explanation, such as "LUNG"; empty for none."""
    kind: Literal["linear", "linear_exact", "sigmoid"] = "linear"


PRESETS = (
    ("abdomen", GreyWindow(40.0, 400.0)),
    ("liver", GreyWindow(60.0, 160.0)),
    ("lung", GreyWindow(-600.0, 1500.0)),
    ("bone", GreyWindow(400.0, 1800.0)),
    ("brain", GreyWindow(40.0, 80.0)),
)
"""The windows that every reader of CT knows, by the part of the body they are for; in HU."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One picture of a series: where its pixels come from and where it lies."""

    key: str
    """The same wherever it is read: SOP instance UID and frame, or the name of a plain picture."""
    file: str
    """Its name among the files that were scanned."""
    index: int
    """Which frame of the file, from 0."""
    columns: int
    rows: int
    plane: Plane | None = None
    pixel_size: PixelSize | None = None
    position_mm: float | None = None
    """Along the normal of its plane (row cross column), so that of axial slices it falls from head
    to feet; None without a plane."""
    thickness_mm: float | None = None
    windows: tuple[GreyWindow, ...] = ()
    """The file's own, in its order."""
    unit: str = ""
    """Of the values, such as "HU"; empty where the file does not say."""
    number: int | None = None
    """The file's own instance number; told, never sorted by where there are positions."""
    decoded_bytes: int = 0


@dataclass(frozen=True, slots=True)
class PictureSeries:
    """Pictures that are scrolled through together, in the order of their places."""

    key: str
    title: str
    """The file's own words for it; empty for none."""
    modality: str
    kind: Literal["stack", "localizer", "loose", "picture"]
    """loose: without the geometry of a stack; picture: PNG or JPEG."""
    frames: tuple[Frame, ...]
    """A stack from head to feet, front to back or right to left, whichever its normal is nearest
    to; others as they are numbered."""
    remarks: tuple[Problem, ...] = ()
    """What is said on the picture: uneven spacing, gantry tilt, mixed geometry and the like."""
    date: datetime.date | None = None
    spacing_mm: float | None = None
    """Between neighbours, where it is the same for all."""
    frame_of_reference: str = ""
    """Series with the same one lie in the same coordinates; empty where it is not stated."""
    is_colour: bool = False
    may_name_patient: bool = False
    """Whether text may be burned into the pixels: said by the file, or usual for its kind."""
    is_compressed: bool = False
    """Whether decoding it wants another process, which is better started before it is waited for
    (see `Decoder.warm_up`)."""


@dataclass(frozen=True, slots=True)
class Scan:
    """What was found in the files of a study."""

    series: tuple[PictureSeries, ...]
    """Stacks first, then the others; each kind in the order of date, number and title."""
    problems: tuple[Problem, ...]
    """Files that cannot be shown, each with its name and the reason."""
    ignored: int = 0
    """Files that are no pictures at all, such as a DICOMDIR or a text."""


@dataclass(frozen=True, slots=True)
class Pixels:
    """The decoded values of one picture."""

    values: NDArray[np.int16] | NDArray[np.float32] | NDArray[np.uint8]
    """Shape (rows, columns): values after the modality LUT, as int16 where they all fit and are
    whole, else float32; or (rows, columns, 3), uint8, red green blue."""
    is_inverted: bool = False
    """Whether the file asks for low values to be white (MONOCHROME1)."""
    table: tuple[float, NDArray[np.uint8]] | None = None
    """The file's own VOI LUT: the value of its first entry, and the grey of each; None for none."""
    padding: float | None = None
    """The value outside the reconstructed circle, which is no measurement; None for none."""

    @property
    def is_colour(self) -> bool:
        """Whether it has colours, and no values to measure."""
        return self.values.ndim == 3
