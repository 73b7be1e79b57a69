"""A first picture, before all files of a study have been looked at."""

from pathlib import Path

import pytest

from tests.dicom_files import make_ct_series
from viewer.io.pictures.decoding import decode
from viewer.io.pictures.files import FolderPictures
from viewer.io.pictures.scanning import MANY_FILES, glimpse


def middle_of(folder: Path) -> Path:
    names = sorted(path.name for path in folder.iterdir())
    return folder / names[len(names) // 2]


def test_one_picture_is_found_and_nothing_is_said_of_its_series(tmp_path: Path) -> None:
    make_ct_series(tmp_path, MANY_FILES, spacing=2.5)
    files = FolderPictures(tmp_path)
    found = glimpse(files)
    assert found is not None
    assert [frame.file for frame in found.series.frames] == [middle_of(tmp_path).name]
    assert (found.series.remarks, found.series.spacing_mm) == ((), None)
    assert decode(files, found.series.frames[0]).values.shape == (8, 8)


def test_of_few_files_none_is_needed(tmp_path: Path) -> None:
    make_ct_series(tmp_path, MANY_FILES - 1)
    assert glimpse(FolderPictures(tmp_path)) is None


@pytest.mark.parametrize("data", [b"", b"just words"])
def test_where_the_first_try_fails_the_search_goes_on_without_one(
    tmp_path: Path, data: bytes
) -> None:
    make_ct_series(tmp_path, MANY_FILES)
    middle_of(tmp_path).write_bytes(data)
    assert glimpse(FolderPictures(tmp_path)) is None


def test_a_file_that_is_no_picture_is_none(tmp_path: Path) -> None:
    make_ct_series(tmp_path, MANY_FILES)
    middle = middle_of(tmp_path)
    middle.rename(middle.with_suffix(".txt"))
    middle.with_suffix(".txt").write_text("just words", "utf-8")
    assert glimpse(FolderPictures(tmp_path)) is None
