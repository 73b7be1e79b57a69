"""The small picture of a study, made from its files."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.dicom_files import make_ct_series
from viewer.io.case_files import FolderAssets, ZipAssets
from viewer.io.pictures.files import FolderPictures
from viewer.io.thumbnails import slide_thumbnail, thumbnail
from viewer.io.unreadable import AssetUnreadableError
from viewer.model.pictures import PictureLimits

LIMITS = PictureLimits()


def never() -> bool:
    return False


def lit(at: int, of: int = 5) -> "object":
    """Let the slice at a place be bright, and all others dark."""

    def pixels(index: int) -> np.ndarray:
        return np.full((8, 8), 3000 if index == at % of else 0, np.int16)

    return pixels


def test_it_is_the_middle_slice_of_the_largest_stack(tmp_path: Path) -> None:
    make_ct_series(tmp_path / "a", 5, series="1", pixels=lit(2))
    make_ct_series(tmp_path / "b", 3, series="2", pixels=lit(9, 10))
    Image.new("RGB", (9, 9), "red").save(tmp_path / "c.png")
    small = thumbnail([FolderPictures(tmp_path)], LIMITS, never)
    assert small is not None
    assert small.min() == 255


def test_of_chosen_series_alone(tmp_path: Path) -> None:
    paths = make_ct_series(tmp_path / "a", 5, series="1", pixels=lit(2))
    make_ct_series(tmp_path / "b", 3, series="2", pixels=lit(9, 10))
    from pydicom import dcmread

    key = str(dcmread(paths[0]).SeriesInstanceUID)
    other = f"{key.rpartition('.')[0]}.2"
    small = thumbnail([FolderPictures(tmp_path)], LIMITS, never, (other,))
    assert small is not None
    assert small.max() == 0


def test_where_a_picture_cannot_be_decoded_another_one_is_taken(tmp_path: Path) -> None:
    (cut,) = make_ct_series(tmp_path / "a", 1)
    cut.write_bytes(cut.read_bytes()[:-50])
    (tmp_path / "b").mkdir()
    Image.new("RGB", (9, 9), "blue").save(tmp_path / "b" / "two.png")
    sources = [FolderPictures(tmp_path / name) for name in ("a", "b")]
    small = thumbnail(sources, LIMITS, never)
    assert small is not None
    assert small[0, 0].tolist() == [0, 0, 255]


def test_without_pictures_there_is_none(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear colleague")
    assert thumbnail([FolderPictures(tmp_path)], LIMITS, never) is None
    assert thumbnail([], LIMITS, never) is None


def test_it_ends_once_it_is_not_wanted(tmp_path: Path) -> None:
    make_ct_series(tmp_path, 2)
    asked = iter([False] * 2 + [True])
    assert thumbnail([FolderPictures(tmp_path)], LIMITS, lambda: next(asked, True)) is None


def test_files_that_are_not_there_are_told(tmp_path: Path) -> None:
    class Gone(FolderPictures):
        def names(self) -> Iterator[str]:
            from viewer.model.problem import Problem

            raise AssetUnreadableError(Problem("error", "gone", ""))

    with pytest.raises(AssetUnreadableError):
        thumbnail([Gone(tmp_path)], LIMITS, never)


def test_a_report_has_that_of_its_first_slide_that_can_be_shown(tmp_path: Path) -> None:
    (tmp_path / "broken.svs").write_bytes(b"no slide")
    Image.new("RGB", (600, 300), "pink").save(tmp_path / "slide.png")
    names = ["gone.svs", "broken.svs", "slide.png"]
    small = slide_thumbnail(FolderAssets(tmp_path), names, LIMITS, never)
    assert small is not None
    assert max(small.shape) <= 256
    assert small[0, 0].tolist() == [255, 192, 203]
    assert slide_thumbnail(FolderAssets(tmp_path), names[:2], LIMITS, never) is None
    assert slide_thumbnail(FolderAssets(tmp_path), names, LIMITS, lambda: True) is None


def test_a_slide_with_a_broken_part_has_none(tmp_path: Path) -> None:
    Image.effect_noise((900, 900), 80).convert("RGB").save(tmp_path / "slide.jpg")
    whole = (tmp_path / "slide.jpg").read_bytes()
    (tmp_path / "slide.jpg").write_bytes(whole[: len(whole) // 2])
    assert slide_thumbnail(FolderAssets(tmp_path), ["slide.jpg"], LIMITS, never) is None


def test_a_slide_inside_a_file_is_not_unpacked_for_it(tmp_path: Path) -> None:
    assets = ZipAssets(tmp_path / "case.dayline", "", frozenset({"slide.svs"}))
    assert slide_thumbnail(assets, ["slide.svs"], LIMITS, never) is None
