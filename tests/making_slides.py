"""Slides for tests: pyramidal TIFFs of tissue that nobody has, plain pictures, DICOM."""

from __future__ import annotations

import io
import zlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import tifffile
from numpy.typing import NDArray
from PIL import Image

TILE = 256
Pixels = NDArray[np.uint8]


def tissue(width: int, height: int, hue: Sequence[int] = (170, 90, 160)) -> Pixels:
    """Give a slide that looks different everywhere: bright ground, a blob, dark dots on a grid."""
    y, x = np.mgrid[0:height, 0:width]
    pixels = np.full((height, width, 3), 244, np.uint8)
    across, down = (x - width / 2) / (width * 0.42), (y - height / 2) / (height * 0.38)
    edge = 1 + 0.12 * np.sin(5 * np.arctan2(down, across))
    inside = across**2 + down**2 < edge**2
    pixels[inside] = np.clip(np.asarray(hue) + 40, 0, 255)
    dots = inside & (((x % 40 - 20) ** 2 + (y % 40 - 20) ** 2) < 60 + 40 * np.sin(x / 300))
    pixels[dots] = hue
    shade = (20 * np.sin(x / 97) * np.cos(y / 131)).astype(np.int16)
    return np.clip(pixels.astype(np.int16) + shade[..., None], 0, 255).astype(np.uint8)


def halves(pixels: Pixels, least: int = TILE) -> list[Pixels]:
    """Give a picture and its halves until one is a single tile."""
    levels = [pixels]
    while max(levels[-1].shape[:2]) > least:
        image = Image.fromarray(levels[-1])
        levels.append(np.asarray(image.reduce(2)))
    return levels


def write_slide(
    path: Path,
    pixels: Pixels,
    um_per_px: float | None = None,
    levels: int | None = None,
    power: float | None = None,
) -> Path:
    """Write a tiled TIFF with all its levels, or so many; with `power` as a scanner does it."""
    stated = {}
    if power is not None:
        words = f"Aperio Image Library v1|AppMag = {power:g}"
        stated["description"] = words + (f"|MPP = {um_per_px}" if um_per_px else "")
    elif um_per_px is not None:
        stated |= {"resolution": (1e4 / um_per_px,) * 2, "resolutionunit": "CENTIMETER"}
    with tifffile.TiffWriter(path, bigtiff=False) as file:
        for number, level in enumerate(halves(pixels)[:levels]):
            file.write(
                level,
                tile=(TILE, TILE),
                photometric="rgb",
                compression="zlib",
                subfiletype=0 if number == 0 else 1,
                metadata=None,
                software=False,
                **stated,  # type: ignore[arg-type]
            )
    return path


def break_level(path: Path, level: int) -> None:
    """Destroy what one level of a slide holds, and leave where it lies as it was."""
    with tifffile.TiffFile(path) as file:
        page = file.pages[level]
        pieces = list(zip(page.dataoffsets, page.databytecounts, strict=True))  # type: ignore[union-attr]
    raw = bytearray(path.read_bytes())
    for start, length in pieces:
        raw[start : start + length] = b"\x55" * length
    path.write_bytes(raw)


def png(pixels: Pixels) -> bytes:
    held = io.BytesIO()
    Image.fromarray(pixels).save(held, "PNG")
    return held.getvalue()


def write_dicom_slide(folder: Path, pixels: Pixels, um_per_px: float) -> list[Path]:
    """Write a slide as DICOM, a file for each level; any one of them stands for the slide."""
    import pydicom
    from pydicom.dataset import Dataset, FileMetaDataset

    folder.mkdir(parents=True, exist_ok=True)
    root, written = "1.2.826.0.1.3680043.8.498.", []
    for number, level in enumerate(halves(pixels)):
        height, width = level.shape[:2]
        told = Dataset()
        told.SOPClassUID = "1.2.840.10008.5.1.4.1.1.77.1.6"
        told.SOPInstanceUID = f"{root}{number + 1}"
        told.SeriesInstanceUID, told.StudyInstanceUID = f"{root}100", f"{root}101"
        told.FrameOfReferenceUID = f"{root}102"
        told.Modality, told.PatientName, told.PatientID = "SM", "Doe^Jane", "007"
        told.ImageType = ["ORIGINAL" if number == 0 else "DERIVED", "PRIMARY", "VOLUME", "NONE"]
        told.Rows = told.Columns = TILE
        told.TotalPixelMatrixRows, told.TotalPixelMatrixColumns = height, width
        told.TotalPixelMatrixFocalPlanes = told.NumberOfOpticalPaths = 1
        told.DimensionOrganizationType = "TILED_FULL"
        told.SamplesPerPixel, told.PhotometricInterpretation = 3, "RGB"
        told.PlanarConfiguration = told.PixelRepresentation = 0
        told.BitsAllocated, told.BitsStored, told.HighBit = 8, 8, 7
        measures, groups, path = Dataset(), Dataset(), Dataset()
        measures.PixelSpacing = [um_per_px * width_ratio(pixels, level) / 1000] * 2
        groups.PixelMeasuresSequence = [measures]
        told.SharedFunctionalGroupsSequence = [groups]
        path.ObjectiveLensPower = "20"
        told.OpticalPathSequence = [path]
        frames = tiles_of(level)
        told.NumberOfFrames = len(frames)
        told.PixelData = b"".join(frames)
        meta = FileMetaDataset()
        meta.MediaStorageSOPClassUID = told.SOPClassUID
        meta.MediaStorageSOPInstanceUID = told.SOPInstanceUID
        meta.TransferSyntaxUID = pydicom.uid.ExplicitVRLittleEndian
        told.file_meta = meta
        file = folder / f"level{number}.dcm"
        told.save_as(file, enforce_file_format=True)
        written.append(file)
    return written


def width_ratio(finest: Pixels, level: Pixels) -> float:
    return float(finest.shape[1] / level.shape[1])


def tiles_of(level: Pixels) -> list[bytes]:
    """Give the pixels of all tiles of a level, the last ones filled up."""
    height, width = level.shape[:2]
    whole = np.full((-(-height // TILE) * TILE, -(-width // TILE) * TILE, 3), 255, np.uint8)
    whole[:height, :width] = level
    return [
        whole[y : y + TILE, x : x + TILE].tobytes()
        for y in range(0, height, TILE)
        for x in range(0, width, TILE)
    ]


def write_wide_slide(path: Path, side: int) -> Path:
    """Write a square slide of any size with all its levels, every tile the same."""
    tile = zlib.compress(tissue(TILE, TILE).tobytes())
    with tifffile.TiffWriter(path, bigtiff=False) as file:
        number, length = 0, side
        while True:
            count = (-(-length // TILE)) ** 2
            file.write(
                iter([tile] * count),
                shape=(length, length, 3),
                dtype=np.uint8,
                tile=(TILE, TILE),
                photometric="rgb",
                compression="zlib",
                subfiletype=0 if number == 0 else 1,
                metadata=None,
                software=False,
            )
            if length <= TILE:
                return path
            number, length = number + 1, -(-length // 2)
