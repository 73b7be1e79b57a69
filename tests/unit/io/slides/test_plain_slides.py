"""Plain pictures of slides: every kind of PNG and JPEG in its true colours."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.making_slides import png, tissue
from viewer.io.case_files import FolderAssets
from viewer.io.slides.opening import SlideFiles
from viewer.io.slides.stored import OpenedSlide
from viewer.io.unreadable import AssetUnreadableError
from viewer.model import slide_texts
from viewer.model.pictures import PictureLimits

PIXELS = tissue(300, 200)


def written(folder: Path, image: Image.Image, kind: str, **more: object) -> OpenedSlide:
    held = io.BytesIO()
    image.save(held, kind, **more)
    return shown(folder, held.getvalue())


def shown(folder: Path, data: bytes) -> OpenedSlide:
    (folder / "one.bin").write_bytes(data)
    return SlideFiles(FolderAssets(folder), PictureLimits()).open("one.bin")


def test_a_picture_is_known_by_what_it_holds(tmp_path: Path) -> None:
    slide = shown(tmp_path, png(PIXELS))
    assert (slide.info.kind, slide.info.um_per_px, slide.info.objective) == ("picture", None, None)
    assert np.array_equal(slide.tile(0, 0, 0), PIXELS[:, :256])
    assert slide.thumbnail().shape == (100, 150, 3)
    slide.close()
    assert np.array_equal(slide.tile(0, 1, 0), PIXELS[:, 256:])


def test_dots_per_inch_are_no_size_of_a_pixel(tmp_path: Path) -> None:
    slide = written(tmp_path, Image.fromarray(PIXELS), "PNG", dpi=(96, 96))
    assert slide.info.um_per_px is None


def test_a_picture_that_lies_on_its_side_is_set_upright(tmp_path: Path) -> None:
    image = Image.fromarray(PIXELS)
    exif = image.getexif()
    exif[0x112] = 6
    slide = written(tmp_path, image, "JPEG", exif=exif, quality=95)
    assert (slide.info.width, slide.info.height) == (200, 300)
    tile = slide.tile(0, 0, 0).astype(int)
    assert np.abs(tile - np.rot90(PIXELS, -1)[:256].astype(int)).mean() < 6


@pytest.mark.parametrize("mode", ["L", "P", "LA", "RGBA", "I;16", "1"])
def test_every_kind_of_png_is_shown_on_white(tmp_path: Path, mode: str) -> None:
    grey = np.full((40, 60), 128, np.uint8)
    if mode == "I;16":
        image = Image.fromarray(np.full((40, 60), 128 * 256, np.uint16))
    elif mode in ("LA", "RGBA"):
        image = Image.fromarray(grey).convert(mode)
        image.putalpha(0)
    else:
        image = Image.fromarray(grey).convert(mode)
    told = {"transparency": 0} if mode == "1" else {}
    tile = written(tmp_path, image, "PNG", **told).thumbnail()
    assert tile.shape == (40, 60, 3)
    expected = {"LA": 255, "RGBA": 255, "1": None}.get(mode, 128)
    assert expected is None or abs(int(tile[20, 30, 0]) - expected) <= 4


@pytest.mark.parametrize("start", [b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"])
def test_a_picture_without_its_header_is_broken(tmp_path: Path, start: bytes) -> None:
    with pytest.raises(AssetUnreadableError) as error:
        shown(tmp_path, start + b"\0" * 30)
    assert error.value.problem.message == slide_texts.SLIDE_BROKEN


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_that_was_cut_short_is_broken(tmp_path: Path, kind: str) -> None:
    held = io.BytesIO()
    Image.fromarray(PIXELS).save(held, kind)
    slide = shown(tmp_path, held.getvalue()[: len(held.getvalue()) // 2])
    assert slide.info.width == 300
    for _ in range(2):
        with pytest.raises(AssetUnreadableError) as error:
            slide.thumbnail()
        assert error.value.problem.message == slide_texts.SLIDE_BROKEN
