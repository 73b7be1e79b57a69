"""The phantom as DICOM files, each marked as synthetic in every field that has words."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from pydicom import Dataset, FileMetaDataset
from pydicom.encaps import encapsulate
from pydicom.uid import (
    UID,
    CTImageStorage,
    ExplicitVRLittleEndian,
    JPEGLSLossless,
    RLELossless,
)

from making.facts import CT_AFTER, CT_BEFORE, date_of, uid
from making.phantom import EDGE, PADDING, PIXEL_MM, SLICE_MM, SLICES, abdomen, projection

WORDS = "SYNTHETIC: a phantom drawn by a program, not a patient"
Ints = NDArray[np.int16] | NDArray[np.uint16]


@dataclass(frozen=True)
class Shape:
    """How the pixels of a series are stored."""

    syntax: UID
    bits: int
    is_signed: bool
    intercept: int


PLAIN = Shape(ExplicitVRLittleEndian, 16, True, 0)
RLE = Shape(RLELossless, 16, True, 0)
JPEG_LS = Shape(JPEGLSLossless, 12, False, -1024)


@dataclass(frozen=True)
class Examination:
    """One of the two studies."""

    folder: str
    day: int
    lowest_mm: float
    is_after: bool
    shape: Shape
    seed: int


EXAMINATIONS = (
    Examination("ct-day-5", CT_BEFORE, -100.0, False, RLE, 51),
    Examination("ct-day-76", CT_AFTER, -105.0, True, JPEG_LS, 76),
)


def write_all(into: Path) -> None:
    """Write both studies; the first has a localizer as well."""
    for number, one in enumerate(EXAMINATIONS, 1):
        folder = into / one.folder
        folder.mkdir(parents=True, exist_ok=True)
        values = abdomen(one.lowest_mm, is_after=one.is_after, seed=one.seed)
        # Names tell nothing of the order, as those that scanners give.
        names = np.random.RandomState(one.seed).permutation(SLICES)
        for index, pixels in enumerate(values):
            dataset = _slice(one, number, index, pixels)
            _save(dataset, one.shape, folder / f"S{names[index] + 1:03d}.dcm")
        if not one.is_after:
            dataset = _localizer(one, number, projection(values))
            _save(dataset, PLAIN, folder / "S000.dcm")


def _slice(one: Examination, number: int, index: int, pixels: NDArray[np.int16]) -> Dataset:
    level = one.lowest_mm + index * SLICE_MM
    dataset = _common(one, number, f"{one.folder} axial", SLICES - index, pixels, one.shape)
    dataset.ImageType = ["ORIGINAL", "PRIMARY", "AXIAL"]
    dataset.SeriesNumber = 2
    dataset.SeriesDescription = "SYNTHETIC, portal venous"
    dataset.ImagePositionPatient = [EDGE, EDGE, level]
    dataset.ImageOrientationPatient = [1, 0, 0, 0, 1, 0]
    dataset.SliceLocation = level
    dataset.SliceThickness = SLICE_MM
    dataset.PixelPaddingValue = int(_stored(np.array(PADDING), one.shape))
    dataset["PixelPaddingValue"].VR = "SS" if one.shape.is_signed else "US"
    dataset.WindowCenter = [60, 40]
    dataset.WindowWidth = [160, 400]
    dataset.WindowCenterWidthExplanation = ["LIVER", "ABDOMEN"]
    dataset.ContrastBolusAgent = "SYNTHETIC: none was given"
    dataset.ConvolutionKernel = "NONE"
    return dataset


def _localizer(one: Examination, number: int, pixels: NDArray[np.int16]) -> Dataset:
    dataset = _common(one, number, f"{one.folder} localizer", 1, pixels, PLAIN)
    dataset.ImageType = ["ORIGINAL", "PRIMARY", "LOCALIZER"]
    dataset.SeriesNumber = 1
    dataset.SeriesDescription = "SYNTHETIC localizer, from the front"
    dataset.ImagePositionPatient = [EDGE, 0, one.lowest_mm + (SLICES - 1) * SLICE_MM]
    dataset.ImageOrientationPatient = [1, 0, 0, 0, 0, -1]
    dataset.SliceThickness = None
    dataset.WindowCenter = -300
    dataset.WindowWidth = 1000
    return dataset


def _common(
    one: Examination, number: int, series: str, instance: int, pixels: NDArray[np.int16], how: Shape
) -> Dataset:
    day = date_of(one.day).strftime("%Y%m%d")
    dataset = Dataset()
    dataset.SpecificCharacterSet = "ISO_IR 100"
    dataset.SOPClassUID = CTImageStorage
    dataset.SOPInstanceUID = uid(f"{series} {instance}")
    dataset.StudyDate = dataset.SeriesDate = dataset.AcquisitionDate = dataset.ContentDate = day
    dataset.StudyTime = dataset.SeriesTime = dataset.ContentTime = "100000"
    dataset.AccessionNumber = ""
    dataset.Modality = "CT"
    dataset.Manufacturer = "SYNTHETIC, no scanner"
    dataset.InstitutionName = "SYNTHETIC, no hospital"
    dataset.ReferringPhysicianName = ""
    dataset.StudyDescription = WORDS
    dataset.PatientName = "SYNTHETIC^PHANTOM"
    dataset.PatientID = "SYNTHETIC"
    dataset.PatientBirthDate = ""
    dataset.PatientSex = "M"
    dataset.PatientIdentityRemoved = "YES"
    dataset.DeidentificationMethod = "There never was a patient"
    dataset.BodyPartExamined = "ABDOMEN"
    dataset.KVP = None
    dataset.PatientPosition = "HFS"
    dataset.StudyInstanceUID = uid(one.folder)
    dataset.SeriesInstanceUID = uid(series)
    dataset.StudyID = str(number)
    dataset.AcquisitionNumber = 1
    dataset.InstanceNumber = instance
    dataset.FrameOfReferenceUID = uid("frame of reference")
    dataset.PositionReferenceIndicator = ""
    dataset.ImageComments = WORDS
    dataset.PixelSpacing = [PIXEL_MM, PIXEL_MM]
    dataset.BurnedInAnnotation = "NO"
    dataset.RescaleIntercept = how.intercept
    dataset.RescaleSlope = 1
    dataset.RescaleType = "HU"
    _add_pixels(dataset, _stored(pixels, how), how)
    return dataset


def _stored(pixels: NDArray[np.int16], how: Shape) -> Ints:
    values = pixels.astype(np.int32) - how.intercept
    return values.astype(np.int16) if how.is_signed else values.clip(0).astype(np.uint16)


def _add_pixels(dataset: Dataset, stored: Ints, how: Shape) -> None:
    dataset.SamplesPerPixel = 1
    dataset.PhotometricInterpretation = "MONOCHROME2"
    dataset.Rows, dataset.Columns = stored.shape
    dataset.BitsAllocated = 16
    dataset.BitsStored = how.bits
    dataset.HighBit = how.bits - 1
    dataset.PixelRepresentation = int(how.is_signed)
    raw = stored.astype(stored.dtype.newbyteorder("<")).tobytes()
    is_plain = how.syntax == ExplicitVRLittleEndian
    dataset.PixelData = raw if is_plain else encapsulate([_compressed(raw, stored.shape, how)])
    dataset["PixelData"].VR = "OW" if is_plain else "OB"


def _compressed(raw: bytes, shape: tuple[int, ...], how: Shape) -> bytes:
    """Give the pixels in the codestream that their syntax asks for."""
    # After Pillow, which fails where gdcm's own zlib was loaded first.
    import gdcm  # noqa: PLC0415

    writer = gdcm.ImageWriter()  # it keeps the image
    image = writer.GetImage()
    image.SetNumberOfDimensions(2)
    image.SetDimensions((shape[1], shape[0], 1))
    kind = gdcm.PhotometricInterpretation.GetPIType("MONOCHROME2")
    image.SetPhotometricInterpretation(gdcm.PhotometricInterpretation(kind))
    image.SetTransferSyntax(gdcm.TransferSyntax(gdcm.TransferSyntax.ImplicitVRLittleEndian))
    image.SetPixelFormat(gdcm.PixelFormat(1, 16, how.bits, how.bits - 1, int(how.is_signed)))
    element = gdcm.DataElement(gdcm.Tag(0x7FE0, 0x0010))
    element.SetByteStringValue(raw)
    image.SetDataElement(element)
    change = gdcm.ImageChangeTransferSyntax()
    change.SetTransferSyntax(gdcm.TransferSyntax(gdcm.TransferSyntax.GetTSType(how.syntax)))
    change.SetInput(image)
    if not change.Change():
        raise RuntimeError(f"The pixels cannot be stored as {how.syntax.name}.")
    fragments = change.GetOutput().GetDataElement().GetSequenceOfFragments()
    value: str = fragments.GetFragment(0).GetByteValue().GetBuffer()
    return value.encode("utf-8", "surrogateescape")


def _save(dataset: Dataset, how: Shape, path: Path) -> None:
    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID = dataset.SOPClassUID
    meta.MediaStorageSOPInstanceUID = dataset.SOPInstanceUID
    meta.TransferSyntaxUID = how.syntax
    # Stated here, so that a file does not change with the version of a library.
    meta.ImplementationClassUID = uid("implementation")
    meta.ImplementationVersionName = "SYNTHETIC"
    dataset.file_meta = meta
    dataset.save_as(path, enforce_file_format=True)
