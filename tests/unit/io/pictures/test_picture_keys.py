"""A picture's key is one that an annotation can hold, whatever a file is called or says."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.dicom_files import make_ct
from viewer.io.case_files import FolderAssets
from viewer.io.pictures.files import CasePictures
from viewer.io.pictures.keys import MOST_LETTERS, key_of
from viewer.io.pictures.scanning import scan
from viewer.model.annotation import OnImage


def test_a_plain_name_is_its_own_key() -> None:
    assert key_of("figures/腹部 CT.png") == "figures/腹部 CT.png"
    assert key_of("1.2.3", "#4") == "1.2.3#4"


@pytest.mark.parametrize("name", ["a" * 300, "x/" * 200 + "ct.png", "ct-\udcff.png", "日" * 201])
def test_any_other_has_one_that_stays_the_same_and_is_its_own(name: str) -> None:
    key = key_of(name)
    assert key == key_of(name)
    assert len(key) <= MOST_LETTERS
    assert OnImage(study="ct", picture=key).picture == key
    others = {key_of(name, "#1"), key_of(name, "#2"), key_of("b" + name), key}
    assert len(others) == 4


def test_pictures_of_odd_files_can_be_measured_on(tmp_path: Path) -> None:
    make_ct(tmp_path / "ct" / ("folder" * 30) / ("long" * 30 + ".dcm"), SOPInstanceUID=None)
    make_ct(tmp_path / "ct" / "odd.dcm", SOPInstanceUID="1." * 500 + "1", series="2")
    found = scan(CasePictures(FolderAssets(tmp_path), "ct"))
    frames = [frame for series in found.series for frame in series.frames]
    assert len(frames) == 2
    for frame in frames:
        assert OnImage(study="ct", picture=frame.key).picture == frame.key
