"""Slides are opened from a folder or a .dayline file, and what is wrong with them is named."""

from __future__ import annotations

import gc
import json
import struct
import threading
import zipfile
import zlib
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from tests.making_slides import (
    break_level,
    halves,
    png,
    tissue,
    write_dicom_slide,
    write_slide,
)
from viewer.io.case_files import Assets, FolderAssets
from viewer.io.case_zip import open_zip
from viewer.io.slides.opening import SlideFiles
from viewer.io.slides.stored import OpenedSlide
from viewer.io.slides.whole_slide import _number
from viewer.io.unreadable import AssetUnreadableError
from viewer.model import problem_texts, slide_texts
from viewer.model.pictures import MIB, PictureLimits
from viewer.model.problem import Problem

PIXELS = tissue(700, 500)


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Callable[..., OpenedSlide]]:
    """Opens slides of the folder, and closes what it opened."""
    files: list[SlideFiles] = []

    def one(name: str, limits: PictureLimits | None = None) -> OpenedSlide:
        files.append(SlideFiles(FolderAssets(tmp_path), limits or PictureLimits()))
        return files[-1].open(name)

    yield one
    for one_of_them in files:
        one_of_them.close()


def refused(opened: Callable[..., OpenedSlide], name: str, **limits: int) -> Problem:
    with pytest.raises(AssetUnreadableError) as error:
        opened(name, PictureLimits(**limits))
    return error.value.problem


def test_a_pyramid_is_shown_as_it_was_written(
    tmp_path: Path, opened: Callable[..., OpenedSlide]
) -> None:
    write_slide(tmp_path / "he.tiff", PIXELS)
    slide = opened("he.tiff")
    assert (slide.info.width, slide.info.height, slide.info.kind) == (700, 500, "slide")
    assert [level.downsample for level in slide.info.levels] == [1, 2, 4]
    assert np.array_equal(slide.tile(0, 1, 0), PIXELS[:256, 256:512])
    assert np.array_equal(slide.tile(0, 2, 1), PIXELS[256:500, 512:700])
    assert np.array_equal(slide.tile(1, 1, 0), halves(PIXELS)[1][:250, 256:350])
    assert np.array_equal(slide.thumbnail(), halves(PIXELS)[2])


def test_a_file_without_smaller_levels_is_shown_whole_all_the_same(
    tmp_path: Path, opened: Callable[..., OpenedSlide]
) -> None:
    pixels = tissue(4200, 2400)
    write_slide(tmp_path / "flat.tiff", pixels, levels=1)
    slide = opened("flat.tiff")
    assert slide.info.stored == (1.0,)
    thumbnail = slide.thumbnail().astype(int)
    assert thumbnail.shape == (75, 132, 3)  # it was read in several blocks
    mean = pixels[:2400, :4192].reshape(75, 32, 131, 32, 3).mean((1, 3))
    assert np.abs(thumbnail[:, :131] - mean).mean() < 4


def test_what_is_not_wanted_any_more_is_not_decoded_to_its_end(
    tmp_path: Path, opened: Callable[..., OpenedSlide]
) -> None:
    slide = opened(write_slide(tmp_path / "flat.tiff", tissue(4200, 2400), levels=1).name)
    asked = 0

    def is_wanted() -> bool:
        nonlocal asked
        asked += 1
        return asked < 2

    with pytest.raises(AssetUnreadableError):
        slide.tile(5, 0, 0, is_wanted)
    assert asked == 2  # of the blocks that the tile is made of


@pytest.mark.parametrize(
    ("um", "power", "size", "objective"),
    [(0.5, None, (0.5, 0.5), None), (0.25, 40, (0.25, 0.25), 40.0), (None, None, None, None)],
)
def test_size_and_power_are_told_only_where_the_file_states_them(
    tmp_path: Path,
    opened: Callable[..., OpenedSlide],
    um: float | None,
    power: float | None,
    size: tuple[float, float] | None,
    objective: float | None,
) -> None:
    write_slide(tmp_path / "one.svs", PIXELS, um, power=power)
    info = opened("one.svs").info
    assert info.um_per_px == pytest.approx(size) if size else info.um_per_px is None
    assert info.objective == objective


@pytest.mark.parametrize(("um", "power"), [(0.25, 4000), (264.6, 40)])
def test_what_no_microscope_has_is_not_believed(
    tmp_path: Path, opened: Callable[..., OpenedSlide], um: float, power: float
) -> None:
    """A TIFF of 96 dots per inch says how large it is to be printed."""
    write_slide(tmp_path / "one.svs", PIXELS, um, power=power)
    info = opened("one.svs").info
    assert (info.um_per_px is None, info.objective is None) == (um > 25, power > 400)


def test_a_dicom_slide_is_all_of_its_files(
    tmp_path: Path, opened: Callable[..., OpenedSlide]
) -> None:
    write_dicom_slide(tmp_path / "he", PIXELS, 0.5)
    slide = opened("he/level1.dcm")
    assert (slide.info.vendor, slide.info.objective) == ("dicom", 20.0)
    assert slide.info.um_per_px == pytest.approx((0.5, 0.5))
    assert slide.info.stored == (1.0, 2.0, 4.0)
    assert np.array_equal(slide.tile(0, 1, 1), PIXELS[256:500, 256:512])


@pytest.mark.parametrize("words", ["", "forty", "inf", "nan", "-1", "0", "500"])
def test_a_power_that_is_none_is_not_told(words: str) -> None:
    assert _number(words, 0.0, 400.0) is None


# -- in a .dayline file --------------------------------------------------------------------


def zipped(tmp_path: Path, names: tuple[str, ...]) -> Assets:
    path = tmp_path / "case.dayline"
    with zipfile.ZipFile(path, "w") as whole:
        whole.writestr("case.json", json.dumps({}))
        for name in names:
            whole.write(tmp_path / name, name)
    return open_zip(path)


def test_a_zipped_slide_is_unpacked_into_a_private_folder_that_goes_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_dicom_slide(tmp_path / "he", PIXELS, 0.5)
    write_slide(tmp_path / "ki67.tiff", PIXELS)
    (tmp_path / "photo.png").write_bytes(png(PIXELS))
    names = ("he/level0.dcm", "he/level1.dcm", "he/level2.dcm", "ki67.tiff", "photo.png")
    assets = zipped(tmp_path, names)
    private = tmp_path / "private"
    private.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(private))
    files = SlideFiles(assets, PictureLimits())
    for name in ("he/level0.dcm", "ki67.tiff", "photo.png", "ki67.tiff"):
        slide = files.open(name)
        assert np.array_equal(slide.tile(0, 0, 0), PIXELS[:256, :256])
        slide.close()
    (folder,) = private.iterdir()
    assert folder.stat().st_mode & 0o077 == 0
    unpacked = [one for one in folder.rglob("*") if one.is_file()]
    assert len(unpacked) == 5
    files.close()
    assert list(private.iterdir()) == []
    files.close()  # there is nothing left to do


def test_what_nobody_closes_goes_with_the_slides(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_slide(tmp_path / "he.tiff", PIXELS)
    assets = zipped(tmp_path, ("he.tiff",))
    (tmp_path / "private").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "private"))
    files = SlideFiles(assets, PictureLimits())
    files.open("he.tiff").close()
    assert list((tmp_path / "private").iterdir())
    del files
    gc.collect()
    assert list((tmp_path / "private").iterdir()) == []


def test_a_zipped_slide_beyond_the_limit_is_not_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    write_slide(tmp_path / "he.tiff", PIXELS)
    files = SlideFiles(zipped(tmp_path, ("he.tiff",)), PictureLimits(series_bytes=1000))
    with pytest.raises(AssetUnreadableError) as error:
        files.open("he.tiff")
    assert error.value.problem.message == problem_texts.FILE_TOO_LARGE
    assert error.value.problem.file == "he.tiff"
    files.close()
    assert not list(tmp_path.rglob("dayline-*"))


# -- what cannot be shown ------------------------------------------------------------------


def test_what_is_not_there_is_named(opened: Callable[..., OpenedSlide]) -> None:
    assert refused(opened, "gone.svs").message == problem_texts.ASSET_MISSING


@pytest.mark.parametrize(
    "data", [b"", b"Hello, this is a text.\n" * 40, b"<svg xmlns='http://www.w3.org/2000/svg'/>"]
)
def test_a_renamed_file_is_no_slide(
    tmp_path: Path, opened: Callable[..., OpenedSlide], data: bytes
) -> None:
    (tmp_path / "text.svs").write_bytes(data)
    problem = refused(opened, "text.svs")
    assert problem.message == slide_texts.NOT_A_SLIDE
    assert (problem.file, problem.values["path"]) == ("text.svs", "text.svs")


VIRTUAL = """[Virtual Microscope Specimen]
NoLayers=1
ImageFile=none.jpg
NoJpegColumns=1
NoJpegRows=1
"""


def test_a_slide_whose_parts_are_missing_is_broken(
    tmp_path: Path, opened: Callable[..., OpenedSlide]
) -> None:
    (tmp_path / "slide.vms").write_text(VIRTUAL, "utf-8")
    problem = refused(opened, "slide.vms")
    assert problem.message == slide_texts.SLIDE_BROKEN
    assert problem.values["path"] == "slide.vms"


def test_a_slide_that_was_cut_short_is_named(
    tmp_path: Path, opened: Callable[..., OpenedSlide]
) -> None:
    path = write_slide(tmp_path / "he.tiff", PIXELS)
    raw = path.read_bytes()
    (tmp_path / "short.tiff").write_bytes(raw[: len(raw) // 3])
    with pytest.raises(AssetUnreadableError) as error:
        opened("short.tiff").thumbnail()
    assert error.value.problem.values["path"] == "short.tiff"
    assert error.value.problem.message in (slide_texts.SLIDE_BROKEN, slide_texts.NOT_A_SLIDE)


def test_a_broken_level_costs_no_other(tmp_path: Path, opened: Callable[..., OpenedSlide]) -> None:
    break_level(write_slide(tmp_path / "he.tiff", PIXELS), 1)
    slide = opened("he.tiff")
    for _ in range(3):
        with pytest.raises(AssetUnreadableError) as error:
            slide.tile(1, 0, 0)
        assert error.value.problem.message == slide_texts.TILE_BROKEN
        assert np.array_equal(slide.tile(0, 0, 0), PIXELS[:256, :256])
        assert np.array_equal(slide.thumbnail(), halves(PIXELS)[2])


def test_readers_do_not_suffer_from_the_errors_of_others(
    tmp_path: Path, opened: Callable[..., OpenedSlide]
) -> None:
    break_level(write_slide(tmp_path / "he.tiff", PIXELS), 1)
    slide, gate = opened("he.tiff"), threading.Barrier(4)

    def read(number: int) -> int:
        gate.wait(10)
        shown = 0
        for _ in range(25):
            try:
                shown += slide.tile(number % 2, 0, 0).shape == (256, 256, 3)
            except AssetUnreadableError:
                continue
        return shown

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(read, range(4))) == [25, 0, 25, 0]


def test_a_slide_that_vanishes_is_broken_in_its_place(
    tmp_path: Path, opened: Callable[..., OpenedSlide]
) -> None:
    path = write_slide(tmp_path / "he.tiff", PIXELS)
    slide = opened("he.tiff")
    path.unlink()
    slide.close()
    with pytest.raises(AssetUnreadableError) as error:
        slide.tile(0, 0, 0)
    assert error.value.problem.message == slide_texts.TILE_BROKEN


def test_a_closed_slide_can_still_be_asked(
    tmp_path: Path, opened: Callable[..., OpenedSlide]
) -> None:
    """A tile may be on its way while the case is left."""
    write_slide(tmp_path / "he.tiff", PIXELS)
    slide = opened("he.tiff")
    slide.close()
    assert slide.thumbnail().shape == (125, 175, 3)


def test_a_level_that_would_fill_the_memory_is_refused(
    tmp_path: Path, opened: Callable[..., OpenedSlide]
) -> None:
    write_slide(tmp_path / "flat.tiff", PIXELS, levels=1)
    problem = refused(opened, "flat.tiff", series_bytes=MIB)
    assert problem.message == slide_texts.SLIDE_TOO_LARGE
    assert problem.values["width"] == "700"
    assert opened("flat.tiff").info.width == 700


def test_tiles_that_would_fill_the_memory_are_refused(
    tmp_path: Path, opened: Callable[..., OpenedSlide]
) -> None:
    write_slide(tmp_path / "he.tiff", PIXELS)
    problem = refused(opened, "he.tiff", picture_bytes=200_000)
    assert (problem.message, problem.values["width"]) == (slide_texts.SLIDE_TOO_LARGE, "256")


def test_huge_sizes_in_a_small_picture_are_refused_before_it_is_decoded(
    tmp_path: Path, opened: Callable[..., OpenedSlide]
) -> None:
    raw = bytearray(png(PIXELS))
    struct.pack_into(">II", raw, 16, 60_000, 60_000)
    struct.pack_into(">I", raw, 29, zlib.crc32(raw[12:29]))
    (tmp_path / "huge.png").write_bytes(raw)
    problem = refused(opened, "huge.png")
    assert problem.message == slide_texts.SLIDE_TOO_LARGE
    assert problem.values["width"] == "60,000"
