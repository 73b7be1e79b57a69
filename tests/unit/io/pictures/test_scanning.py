"""What is found in the files of a study, and what is said of those that cannot be shown."""

import os
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.dicom_files import make_ct, make_ct_series, make_enhanced_ct, make_picture
from viewer.io.case_files import FolderAssets, ZipAssets
from viewer.io.pictures.decoding import decode
from viewer.io.pictures.files import CasePictures, FolderPictures
from viewer.io.pictures.scanning import scan
from viewer.model import picture_texts, problem_texts
from viewer.model.pictures import PictureLimits, Scan


def messages(found: Scan) -> list[str]:
    return [problem.message for problem in found.problems]


def test_a_series_is_in_the_order_of_its_places(tmp_path: Path) -> None:
    paths = make_ct_series(tmp_path, 5, spacing=5.0)
    files = FolderPictures(tmp_path)
    (series,) = scan(files).series
    # The head first, whatever the names and the numbers of the files say.
    assert [frame.file for frame in series.frames] == [path.name for path in reversed(paths)]
    assert [frame.position_mm for frame in series.frames] == [20, 15, 10, 5, 0]
    assert [frame.number for frame in series.frames] == [1, 2, 3, 4, 5]
    values = [int(decode(files, frame).values[0, 0]) for frame in series.frames]
    assert values == [-1020, -1021, -1022, -1023, -1024]
    assert series.spacing_mm == 5
    assert series.kind == "stack"
    assert series.title == "Portal phase"
    assert (series.date, series.remarks) == (scan(files).series[0].date, ())
    assert str(series.date) == "2020-03-04"


def test_a_case_and_its_zip_hold_the_same_pictures(tmp_path: Path) -> None:
    case = tmp_path / "case"
    make_ct_series(case / "ct", 3)
    make_ct(case / "other" / "alone.dcm", series="2")
    packed = tmp_path / "case.dayline"
    with zipfile.ZipFile(packed, "w") as zipped:
        for path in sorted(case.rglob("*.dcm")):
            zipped.write(path, path.relative_to(case).as_posix())
        names = frozenset(zipped.namelist())
    found = [
        scan(CasePictures(assets, "ct"))
        for assets in (FolderAssets(case), ZipAssets(packed, "", names))
    ]
    assert found[0] == found[1]
    (series,) = found[0].series
    assert all(frame.file.startswith("ct/") for frame in series.frames)
    files = CasePictures(ZipAssets(packed, "", names), "ct")
    assert decode(files, series.frames[0]).values[0, 0] == -1022
    (alone,) = scan(CasePictures(FolderAssets(case), "other/alone.dcm")).series
    assert [frame.file for frame in alone.frames] == ["other/alone.dcm"]


def test_what_is_no_picture_is_counted_or_named(tmp_path: Path, bundled: Path) -> None:
    make_ct_series(tmp_path, 3)
    (tmp_path / "notes.txt").write_text("Notes about the study, in plain words.")
    (tmp_path / "drawing.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    (tmp_path / "DICOMDIR").write_bytes((bundled / "dicomdirtests" / "DICOMDIR").read_bytes())
    (tmp_path / "renamed.dcm").write_text("These are only words.")
    (tmp_path / "empty.dcm").touch()
    (tmp_path / "cut.dcm").write_bytes((bundled / "CT_small.dcm").read_bytes()[:600])
    (tmp_path / "plan.dcm").write_bytes((bundled / "rtplan.dcm").read_bytes())
    (tmp_path / "text.dcm").write_bytes((bundled / "empty_charset_LEI.dcm").read_bytes())
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n and then nothing of the kind")
    found = scan(FolderPictures(tmp_path))
    assert [len(series.frames) for series in found.series] == [3]
    assert found.ignored == 3
    assert {problem.values["name"]: problem.message for problem in found.problems} == {
        "renamed.dcm": picture_texts.NOT_DICOM,
        "empty.dcm": picture_texts.EMPTY,
        "cut.dcm": picture_texts.NO_PICTURE_BUT,
        "plan.dcm": picture_texts.NO_PICTURE_BUT,
        "text.dcm": picture_texts.NO_PICTURE,
        "picture.png": picture_texts.DAMAGED,
    }
    for problem in found.problems:
        assert problem.values["name"] in str(problem)


def test_dicom_without_its_preamble_is_read(tmp_path: Path) -> None:
    make_ct(tmp_path / "whole.dcm")
    raw = (tmp_path / "whole.dcm").read_bytes()
    (tmp_path / "whole.dcm").unlink()
    (tmp_path / "bare").write_bytes(raw[132:])
    # What begins like DICOM by chance is nothing; unless it says that it is meant to be.
    (tmp_path / "chance").write_bytes(b"\x08\x00\x05\x00CS\x02\x00ab")
    (tmp_path / "short").write_bytes(b"\x08\x00")
    files = FolderPictures(tmp_path)
    found = scan(files)
    (series,) = found.series
    assert [frame.file for frame in series.frames] == ["bare"]
    assert decode(files, series.frames[0]).values[3, 3] == 15 - 1024
    assert found.ignored == 2


def test_thousands_of_other_files_are_passed_over_quickly(tmp_path: Path) -> None:
    make_ct_series(tmp_path, 3)
    for number in range(5_000):
        (tmp_path / f"{number}.txt").write_text("words")
    steps = []
    start = time.perf_counter()
    found = scan(FolderPictures(tmp_path), told=lambda done, of: steps.append((done, of)))
    assert time.perf_counter() - start < 10  # it takes about one second
    assert found.ignored == 5_000
    assert [len(series.frames) for series in found.series] == [3]
    assert steps[0] == (0, 5_003)
    assert steps[-1] == (5_003, 5_003)


def test_no_more_files_are_looked_at_than_the_limit(tmp_path: Path) -> None:
    make_ct_series(tmp_path, 5)
    found = scan(FolderPictures(tmp_path), PictureLimits(files=4))
    assert [len(series.frames) for series in found.series] == [4]
    assert messages(found) == [picture_texts.TOO_MANY_FILES]


def test_a_scan_that_is_cancelled_gives_what_it_has(tmp_path: Path) -> None:
    make_ct_series(tmp_path, 5)
    seen: list[int] = []
    found = scan(
        FolderPictures(tmp_path),
        is_cancelled=lambda: len(seen) == 2,
        told=lambda done, _of: seen.append(done),
    )
    assert [len(series.frames) for series in found.series] == [2]


class Vanishing(FolderPictures):
    """A folder that loses one file between being listed and being read."""

    def names(self) -> Iterator[str]:
        listed = list(super().names())
        (self._folder / listed[1]).unlink()
        yield from listed


def test_a_file_that_vanishes_costs_no_other(tmp_path: Path) -> None:
    make_ct_series(tmp_path, 4)
    found = scan(Vanishing(tmp_path))
    assert [len(series.frames) for series in found.series] == [3]
    assert messages(found) == [problem_texts.NOT_FOUND]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes in folders")
def test_pipes_and_links_out_are_never_opened(tmp_path: Path) -> None:
    make_ct(tmp_path / "elsewhere" / "secret.dcm")
    folder = tmp_path / "study"
    make_ct_series(folder, 2, series="2")
    os.mkfifo(folder / "pipe.dcm")
    (folder / "link.dcm").symlink_to(tmp_path / "elsewhere" / "secret.dcm")
    (folder / "folder").symlink_to(tmp_path / "elsewhere")
    found = scan(FolderPictures(folder))
    assert [len(series.frames) for series in found.series] == [2]
    assert sorted(messages(found)) == sorted([problem_texts.IS_PIPE, problem_texts.LINK_LEAVES])


@pytest.mark.parametrize(
    ("limits", "message"),
    [
        (PictureLimits(picture_bytes=31), picture_texts.PICTURE_TOO_LARGE),
        (PictureLimits(series_bytes=95), picture_texts.SERIES_TOO_LARGE),
        (PictureLimits(file_bytes=100), picture_texts.FILE_TOO_LARGE),
    ],
)
def test_what_would_be_too_large_is_refused(
    tmp_path: Path, limits: PictureLimits, message: str
) -> None:
    make_ct_series(tmp_path, 3, rows=4)  # 32 bytes each once decoded
    found = scan(FolderPictures(tmp_path), limits)
    assert found.series == ()
    assert set(messages(found)) == {message}
    assert "bytes" in str(found.problems[0])


def test_a_file_of_many_frames_is_refused_before_any_is_counted(tmp_path: Path) -> None:
    make_enhanced_ct(tmp_path / "a.dcm", np.zeros((6, 4, 4), np.int16))
    found = scan(FolderPictures(tmp_path), PictureLimits(series_bytes=6 * 32 - 1))
    assert messages(found) == [picture_texts.SERIES_TOO_LARGE]
    make_enhanced_ct(
        tmp_path / "a.dcm",
        np.zeros((6, 4, 4), np.int16),
        change=lambda data: setattr(data, "NumberOfFrames", 2_000_000_000),
    )
    found = scan(FolderPictures(tmp_path))
    assert messages(found) == [picture_texts.TOO_MANY_FRAMES]


def test_a_picture_without_a_size_is_named(tmp_path: Path) -> None:
    make_ct(tmp_path / "a.dcm", Columns=0)
    assert messages(scan(FolderPictures(tmp_path))) == [picture_texts.NO_SIZE]


def test_the_same_picture_in_two_files_is_shown_once(tmp_path: Path) -> None:
    first, *_others = make_ct_series(tmp_path, 3)
    (tmp_path / "zz copy.dcm").write_bytes(first.read_bytes())
    found = scan(FolderPictures(tmp_path))
    assert [len(series.frames) for series in found.series] == [3]
    (problem,) = found.problems
    assert problem.values == {"name": "zz copy.dcm", "other": first.name}


def test_plain_pictures_of_a_folder_are_one_series(tmp_path: Path) -> None:
    for folder, name, kind in (("", "b.png", "png"), ("", "a.JPG", "jpeg"), ("more", "c", "png")):
        (tmp_path / folder).mkdir(exist_ok=True)
        Image.new("RGB", (30, 20)).save(tmp_path / folder / name, kind)
    make_picture(tmp_path / "capture.dcm", np.zeros((4, 4, 3), np.uint8))
    found = scan(FolderPictures(tmp_path))
    assert [(series.kind, series.title) for series in found.series] == [
        ("loose", "Portal phase"),
        ("picture", ""),
        ("picture", "more"),
    ]
    assert [frame.key for frame in found.series[1].frames] == ["a.JPG", "b.png"]
    assert (found.series[1].frames[0].columns, found.series[1].frames[0].rows) == (30, 20)
    assert all(series.is_colour and series.may_name_patient for series in found.series)


def test_the_real_ct_is_one_even_stack(philips: Path) -> None:
    (series,) = scan(FolderPictures(philips)).series
    places = [frame.position_mm for frame in series.frames]
    assert len(places) == 28
    assert places == sorted(places, key=lambda place: -(place or 0))
    assert series.spacing_mm == pytest.approx(5.0)
    assert series.remarks == ()
    assert {frame.unit for frame in series.frames} == {"HU"}


def test_a_case_may_name_one_file_a_folder_or_nothing_that_is_there(tmp_path: Path) -> None:
    make_ct_series(tmp_path / "ct", 2)
    names = [path.name for path in sorted((tmp_path / "ct").iterdir())]

    def found(path: str) -> list[str]:
        return list(CasePictures(FolderAssets(tmp_path), path).names())

    assert found("ct") == [f"ct/{name}" for name in names]
    assert found(f"ct/{names[0]}") == [f"ct/{names[0]}"]
    assert found("other") == []
