"""DICOM files made for tests: written by pydicom, and read back by the program."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from viewer.io.pictures import library

library.prepare()  # before pydicom, so that no test brings in its downloader

from pydicom import uid  # noqa: E402
from pydicom.dataset import Dataset, FileDataset, FileMetaDataset  # noqa: E402

ROOT_UID = "1.2.826.0.1.3680043.10.9999"
AXIAL = (1.0, 0.0, 0.0, 0.0, 1.0, 0.0)
CORONAL = (1.0, 0.0, 0.0, 0.0, 0.0, -1.0)
SAGITTAL = (0.0, 1.0, 0.0, 0.0, 0.0, -1.0)

Change = Callable[[FileDataset, int], object]


def make_ct(
    path: Path,
    pixels: NDArray[np.generic] | None = None,
    *,
    position: Sequence[float] = (0.0, 0.0, 0.0),
    orientation: Sequence[float] = AXIAL,
    number: int = 1,
    series: str = "1",
    change: Callable[[FileDataset], object] | None = None,
    **values: Any,
) -> FileDataset:
    """Write one CT slice; `values` set or, with None, remove elements by keyword.

    `pixels` are stored values (default: 0 to 15 in 4 × 4), of which 1024 less is the HU.
    """
    stored = np.arange(16, dtype=np.int16).reshape(4, 4) if pixels is None else pixels
    data = _begun(uid.CTImageStorage, f"{ROOT_UID}.{series}.{number}")
    data.Modality = "CT"
    data.SeriesInstanceUID = f"{ROOT_UID}.{series}"
    data.SeriesNumber = 1
    data.InstanceNumber = number
    data.ImageType = ["ORIGINAL", "PRIMARY", "AXIAL"]
    data.ImagePositionPatient = [float(part) for part in position]
    data.ImageOrientationPatient = list(orientation)
    data.PixelSpacing = [0.5, 0.5]
    data.SliceThickness = 5.0
    data.RescaleSlope, data.RescaleIntercept = 1, -1024
    put_pixels(data, stored)
    for keyword, value in values.items():
        if value is None:
            delattr(data, keyword)
        else:
            setattr(data, keyword, value)
    if change is not None:
        change(data)
    path.parent.mkdir(parents=True, exist_ok=True)
    data.save_as(path, enforce_file_format=True)
    return data


def make_ct_series(
    folder: Path,
    count: int = 5,
    rows: int = 8,
    spacing: float = 5.0,
    tilt: float = 0.0,
    *,
    columns: int | None = None,
    pixel: float = 0.5,
    series: str = "1",
    positions: Sequence[float] | None = None,
    pixels: Callable[[int], NDArray[np.generic]] | None = None,
    change: Change | None = None,
    **values: Any,
) -> list[Path]:
    """Write an axial CT; slice i lies at z = i × spacing, or at its place in `positions`.

    Its files are named so that neither their names nor their numbers are in the order of places.
    With a tilt (degrees) each slice leans about x while the table still moves along z. All stored
    values of slice i are i, unless `pixels` gives others. Returns the files in order of places.
    """
    places = [index * spacing for index in range(count)] if positions is None else positions
    lean = np.radians(tilt)
    orientation = (1.0, 0.0, 0.0, 0.0, float(np.cos(lean)), float(np.sin(lean)))
    paths = []
    for index, place in enumerate(places):
        path = folder / f"{(index * 7 + 3) % 1000:03}-{len(places) - index}.dcm"
        size = (rows, rows if columns is None else columns)
        stored = np.full(size, index, np.int16) if pixels is None else pixels(index)
        make_ct(
            path,
            stored,
            position=(0.0, 0.0, place),
            orientation=orientation,
            number=len(places) - index,
            series=series,
            change=None if change is None else lambda data, at=index: change(data, at),  # type: ignore[misc]
            **{"PixelSpacing": [pixel, pixel], **values},
        )
        paths.append(path)
    return paths


def put_pixels(data: Dataset, stored: NDArray[np.generic], photometric: str = "") -> None:
    """Set the pixels of a data set, shape (rows, columns) or (frames, rows, columns), or colours.

    Colours have 3 as the last part of their shape.
    """
    is_colour = stored.shape[-1] == 3 and stored.ndim > 2
    sizes = stored.shape[:-1] if is_colour else stored.shape
    data.Rows, data.Columns = sizes[-2:]
    if len(sizes) == 3:
        data.NumberOfFrames = sizes[0]
    data.SamplesPerPixel = 3 if is_colour else 1
    if is_colour:
        data.PlanarConfiguration = 0
    data.PhotometricInterpretation = photometric or ("RGB" if is_colour else "MONOCHROME2")
    data.BitsAllocated = data.BitsStored = stored.dtype.itemsize * 8
    data.HighBit = data.BitsStored - 1
    data.PixelRepresentation = 1 if stored.dtype.kind == "i" else 0
    raw = stored.astype(stored.dtype.newbyteorder("<")).tobytes()
    data.PixelData = raw + b"\0" * (len(raw) % 2)
    data["PixelData"].VR = "OB" if stored.dtype.itemsize == 1 else "OW"


def _begun(kind: str, instance: str) -> FileDataset:
    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID = uid.UID(kind)
    meta.MediaStorageSOPInstanceUID = uid.UID(instance)
    meta.TransferSyntaxUID = uid.ExplicitVRLittleEndian
    data = FileDataset(None, {}, file_meta=meta, preamble=b"\0" * 128)  # type: ignore[arg-type]
    data.SOPClassUID, data.SOPInstanceUID = kind, instance
    data.StudyInstanceUID = f"{ROOT_UID}.0"
    data.FrameOfReferenceUID = f"{ROOT_UID}.9"
    data.StudyDate = "20200304"
    data.SeriesDescription = "Portal phase"
    data.PatientName, data.PatientID = "Doe^Jane", "12345"
    data.PatientBirthDate = "19700102"
    return data


def make_enhanced_ct(
    path: Path,
    stored: NDArray[np.generic],
    *,
    spacing: float = 2.0,
    rescale: Sequence[tuple[float, float]] = ((1.0, -1024.0),),
    change: Callable[[FileDataset], object] | None = None,
) -> FileDataset:
    """Write an enhanced CT of shape (frames, rows, columns), the last frame nearest to the head.

    `rescale` holds slope and intercept: one pair for all frames, or one for each.
    """
    data = _begun(uid.EnhancedCTImageStorage, f"{ROOT_UID}.7.1")
    data.Modality, data.SeriesInstanceUID = "CT", f"{ROOT_UID}.7"
    data.ImageType = ["ORIGINAL", "PRIMARY", "VOLUME", "NONE"]
    put_pixels(data, stored)
    measures = item(PixelSpacing=[0.7, 0.6], SliceThickness=spacing)
    directions = item(ImageOrientationPatient=list(AXIAL))
    shared = item(PixelMeasuresSequence=[measures], PlaneOrientationSequence=[directions])
    if len(rescale) == 1:
        shared.PixelValueTransformationSequence = [_rescaling(*rescale[0])]
    frames = []
    for index in range(len(stored)):
        own = item(
            PlanePositionSequence=[item(ImagePositionPatient=[0.0, 0.0, index * spacing])],
            FrameVOILUTSequence=[item(WindowCenter=40.0 + index, WindowWidth=400.0)],
        )
        if len(rescale) > 1:
            own.PixelValueTransformationSequence = [_rescaling(*rescale[index])]
        frames.append(own)
    data.SharedFunctionalGroupsSequence = [shared]
    data.PerFrameFunctionalGroupsSequence = frames
    if change is not None:
        change(data)
    data.save_as(path, enforce_file_format=True)
    return data


def make_picture(path: Path, stored: NDArray[np.generic], **values: Any) -> FileDataset:
    """Write a secondary capture: a picture without a place in the patient, grey or in colours."""
    data = _begun(uid.SecondaryCaptureImageStorage, f"{ROOT_UID}.8.{path.stem}")
    data.Modality, data.SeriesInstanceUID = "OT", f"{ROOT_UID}.8"
    put_pixels(data, stored)
    for keyword, value in values.items():
        setattr(data, keyword, value)
    data.save_as(path, enforce_file_format=True)
    return data


def item(**values: Any) -> Dataset:
    item = Dataset()
    for keyword, value in values.items():
        setattr(item, keyword, value)
    return item


def _rescaling(slope: float, intercept: float) -> Dataset:
    return item(RescaleSlope=slope, RescaleIntercept=intercept, RescaleType="HU")
