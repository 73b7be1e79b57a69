"""Pictures: CT slices as they are and compressed, plain pictures, tiles of slides."""

from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from viewer.io.pictures.files import CasePictures, FolderPictures, PictureFiles
from viewer.io.slides.opening import SlideFiles
from viewer.model.pictures import PictureLimits, PictureSeries
from viewer.paths import synthetic_case
from viewer.session.pictures.source import PictureSource
from viewer.ui.self_check.finding import demand
from viewer.ui.self_check.reading import Checks, opened

SYNTAXES = {
    "RLE": "RLELossless",
    "lossless JPEG": "JPEGLosslessProcess14_1",
    "JPEG-LS": "JPEGLSLossless",
    "JPEG 2000": "JPEG2000Lossless",
}
"""How the slices are compressed, and what gdcm calls it; all of them without loss."""
LIMITS = PictureLimits()


def checks(folder: Path) -> Checks:
    """Give what is tried; `folder` may be written to."""
    yield "a CT of many slices", _series_of_slices
    for name, syntax in SYNTAXES.items():
        yield f"a CT compressed as {name}", partial(_compressed, folder / syntax, syntax)
    for ending, kind in (("png", "PNG"), ("jpg", "JPEG")):
        yield f"a picture as {kind}", partial(_plain, folder / ending, ending)
    yield "slides", _slides


def _series_of_slices() -> str:
    files = _slices()
    source = PictureSource(files, LIMITS)
    series = _scanned(source, files)
    pixels = source.decode(series.frames[len(series.frames) // 2]).values
    demand(len(series.frames) > 10, f"{len(series.frames)} slices")
    demand(pixels.min() < -500 < 100 < pixels.max(), "its values are not those of air and body")
    return f"{len(series.frames)} slices of {pixels.shape[1]} × {pixels.shape[0]}"


def _compressed(folder: Path, syntax: str) -> str:
    """Compress a slice, and decode it in the process that decodes pictures of strangers."""
    files = _slices()
    plain = PictureSource(files, LIMITS)
    frame = _scanned(plain, files).frames[0]
    path = files.path(frame.file)
    demand(path is not None, f"{frame.file} is not on the disk")
    folder.mkdir()
    path, to = Path(str(path)), folder / "slice.dcm"
    _compress(path, to, syntax)
    demand(to.stat().st_size < path.stat().st_size, "it did not become smaller")
    packed = PictureSource(FolderPictures(folder), LIMITS)
    try:
        again = packed.decode(_scanned(packed, FolderPictures(folder)).frames[0]).values
    finally:
        packed.close()
    _demand_same(again, plain.decode(frame).values)
    return f"{to.stat().st_size:,} bytes, the same values"


def _compress(path: Path, to: Path, syntax: str) -> None:
    from viewer.io.pictures import library

    library.prepare()
    import gdcm

    reader = gdcm.ImageReader()
    reader.SetFileName(str(path))
    demand(reader.Read(), f"gdcm does not read {path}")
    change = gdcm.ImageChangeTransferSyntax()
    change.SetTransferSyntax(gdcm.TransferSyntax(getattr(gdcm.TransferSyntax, syntax)))
    change.SetInput(reader.GetImage())
    demand(change.Change(), f"gdcm does not compress as {syntax}")
    writer = gdcm.ImageWriter()
    writer.SetFile(reader.GetFile())
    writer.SetImage(change.GetOutput())
    writer.SetFileName(str(to))
    demand(writer.Write(), f"gdcm does not write {syntax}")


def _plain(folder: Path, ending: str) -> str:
    from PIL import Image

    folder.mkdir()
    Image.new("RGB", (40, 30), (200, 90, 10)).save(folder / f"picture.{ending}", quality=95)
    source = PictureSource(FolderPictures(folder), LIMITS)
    series = _scanned(source, FolderPictures(folder))
    pixels = source.decode(series.frames[0]).values
    demand(pixels.shape == (30, 40, 3), f"its shape is {pixels.shape}")
    off = int(np.abs(pixels[15, 20].astype(int) - (200, 90, 10)).max())
    demand(off <= 6, f"its colours are off by {off}")
    return "40 × 30"


def _slides() -> str:
    """Decode one tile of each slide in all of its sizes."""
    case = opened(synthetic_case)
    names = [slide.path for report in case.case.reports for slide in report.slides]
    demand(names, "the case has no slides")
    files, tiles = SlideFiles(case.assets, LIMITS), 0
    try:
        for name in names:
            slide = files.open(name)
            for level in range(len(slide.info.levels)):
                tile = slide.tile(level, 0, 0)
                demand(tile.size, f"{name}: no pixels at level {level}")
                tiles += 1
            demand(np.unique(slide.thumbnail()).size > 10, f"{name} is blank")
            slide.close()
    finally:
        files.close()
    return f"{tiles} tiles of {len(names)} slides"


def _slices() -> PictureFiles:
    case = opened(synthetic_case)
    study = next(one for one in case.case.studies if one.images)
    return CasePictures(case.assets, study.images[0].path)


def _scanned(source: PictureSource, files: PictureFiles) -> PictureSeries:
    found = source.scan(lambda: False, lambda _done, _all: None)
    told = "; ".join(map(str, getattr(found, "problems", ())))
    demand(found.series, f"no series in {', '.join(files.names())}: {told}")
    return found.series[0]


def _demand_same(one: NDArray[np.generic], other: NDArray[np.generic]) -> None:
    demand(one.shape == other.shape, f"{one.shape} is not {other.shape}")
    wrong = int((one != other).sum())
    demand(not wrong, f"{wrong:,} of {one.size:,} values are others")
