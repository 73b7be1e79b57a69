"""PNG and JPEG files are shown as they look, and nothing else is taken for one."""

import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from viewer.io.pictures.decoding import decode
from viewer.io.pictures.files import FolderPictures
from viewer.io.pictures.scanning import scan
from viewer.io.unreadable import PictureUnreadableError
from viewer.model import picture_texts
from viewer.model.pictures import PictureLimits, Pixels


def shown(path: Path) -> Pixels:
    files = FolderPictures(path)
    (series,) = scan(files).series
    (frame,) = series.frames
    pixels = decode(files, frame)
    assert pixels.values.shape == (frame.rows, frame.columns, 3)
    assert pixels.values.dtype == np.uint8
    assert pixels.is_colour
    return pixels


@pytest.mark.parametrize(
    ("mode", "colour", "expected"),
    [
        ("RGB", (10, 20, 30), (10, 20, 30)),
        ("L", 77, (77, 77, 77)),
        ("1", 1, (255, 255, 255)),
        ("I;16", 0x8080, (128, 128, 128)),
        ("RGBA", (10, 20, 30, 255), (10, 20, 30)),
        ("RGBA", (10, 20, 30, 0), (255, 255, 255)),
        ("LA", (0, 255), (0, 0, 0)),
    ],
)
def test_a_png_of_any_kind_becomes_colours(
    tmp_path: Path, mode: str, colour: object, expected: tuple[int, ...]
) -> None:
    Image.new(mode, (6, 4), colour).save(tmp_path / "a.png")  # type: ignore[arg-type]
    assert shown(tmp_path).values[2, 3].tolist() == list(expected)


def test_a_palette_may_be_see_through(tmp_path: Path) -> None:
    picture = Image.new("P", (2, 1))
    picture.putpalette([9, 9, 9, 200, 100, 50])
    picture.putdata([0, 1])
    picture.save(tmp_path / "a.png", transparency=0)
    assert shown(tmp_path).values.tolist() == [[[255, 255, 255], [200, 100, 50]]]


def test_a_photograph_stands_upright(tmp_path: Path) -> None:
    picture = Image.new("RGB", (40, 16), "black")
    picture.paste("white", (0, 0, 8, 16))
    lying = Image.Exif()
    lying[0x0112] = 6  # to be turned clockwise by a quarter
    picture.save(tmp_path / "a.jpg", exif=lying, quality=95)
    values = shown(tmp_path).values
    assert values.shape == (40, 16, 3)
    assert values[:6].min() > 200
    assert values[10:].max() < 60


def test_other_pictures_are_never_opened(tmp_path: Path) -> None:
    for kind in ("gif", "bmp", "tiff"):
        Image.new("L", (4, 4)).save(tmp_path / f"a.{kind}")
    (tmp_path / "a.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    Image.new("L", (4, 4)).save(tmp_path / "named-so.png", "gif")
    found = scan(FolderPictures(tmp_path))
    assert (found.series, found.problems, found.ignored) == ((), (), 5)


def png_of(width: int, height: int) -> bytes:
    """Give the beginning of a PNG that says it is so large, in hardly any bytes."""
    header = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    data = b"IDAT" + zlib.compress(bytes(1000))
    chunks = [
        struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk))
        for chunk in (header, data, b"IEND")
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


@pytest.mark.parametrize("side", [9_600, 60_000, 2_000_000_000])
def test_a_small_file_that_says_it_is_huge_is_refused(tmp_path: Path, side: int) -> None:
    (tmp_path / "a.png").write_bytes(png_of(side, side))
    found = scan(FolderPictures(tmp_path))
    assert found.series == ()
    (problem,) = found.problems
    assert problem.message == picture_texts.PICTURE_TOO_LARGE
    assert "a.png" in str(problem)


def test_a_picture_past_the_limit_is_neither_found_nor_decoded(tmp_path: Path) -> None:
    Image.new("RGB", (10, 10)).save(tmp_path / "a.png")
    tight = PictureLimits(picture_bytes=299)
    files = FolderPictures(tmp_path)
    assert [one.message for one in scan(files, tight).problems] == [picture_texts.PICTURE_TOO_LARGE]
    (series,) = scan(files).series
    with pytest.raises(PictureUnreadableError) as error:
        decode(files, series.frames[0], tight)
    assert error.value.problem.message == picture_texts.PICTURE_TOO_LARGE


def test_a_picture_that_ends_too_soon_is_named(tmp_path: Path) -> None:
    noise = np.random.default_rng(1).integers(0, 255, (50, 50, 3)).astype(np.uint8)
    Image.fromarray(noise).save(tmp_path / "a.png")
    raw = (tmp_path / "a.png").read_bytes()
    (tmp_path / "a.png").write_bytes(raw[: len(raw) // 2])
    files = FolderPictures(tmp_path)
    (series,) = scan(files).series
    with pytest.raises(PictureUnreadableError) as error:
        decode(files, series.frames[0])
    assert error.value.problem.message == picture_texts.UNREADABLE_PIXELS
