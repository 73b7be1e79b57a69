"""Which pictures are scrolled through together, and what is said on them."""

import math
from pathlib import Path

import numpy as np
import pytest
from pydicom.dataset import FileDataset

from tests.dicom_files import (
    AXIAL,
    CORONAL,
    SAGITTAL,
    item,
    make_ct,
    make_ct_series,
    make_enhanced_ct,
    make_picture,
)
from viewer.io.pictures.files import FolderPictures
from viewer.io.pictures.scanning import scan
from viewer.model import picture_texts
from viewer.model.pictures import PictureSeries


def found_in(folder: Path) -> tuple[PictureSeries, ...]:
    found = scan(FolderPictures(folder))
    assert found.problems == ()
    return found.series


def said(series: PictureSeries) -> list[str]:
    assert all(str(remark) for remark in series.remarks)
    return [remark.message for remark in series.remarks]


@pytest.mark.parametrize(
    ("orientation", "axis", "order"),
    [(AXIAL, 2, [9, 5, 1]), (CORONAL, 1, [1, 5, 9]), (SAGITTAL, 0, [1, 5, 9])],
)
def test_slices_are_read_from_head_from_front_and_from_right(
    tmp_path: Path, orientation: tuple[float, ...], axis: int, order: list[float]
) -> None:
    for number, place in enumerate((5.0, 9.0, 1.0)):
        position = [0.0, 0.0, 0.0]
        position[axis] = place
        path = tmp_path / f"{number}.dcm"
        make_ct(path, position=position, orientation=orientation, number=number)
    (series,) = found_in(tmp_path)
    assert [frame.plane.position[axis] for frame in series.frames if frame.plane] == order
    assert series.spacing_mm == 4


def test_uneven_spacing_is_told(tmp_path: Path) -> None:
    make_ct_series(tmp_path, positions=(0, 5, 10, 20))
    (series,) = found_in(tmp_path)
    assert series.spacing_mm is None
    (remark,) = series.remarks
    assert remark.message == picture_texts.UNEVEN
    assert remark.values == {"least": "5", "most": "10"}


def test_spacing_that_differs_by_rounding_is_even(tmp_path: Path) -> None:
    make_ct_series(tmp_path, positions=(0, 0.63, 1.25, 1.88, 2.5))
    (series,) = found_in(tmp_path)
    assert series.spacing_mm == pytest.approx(0.625)
    assert series.remarks == ()


def test_a_tilted_gantry_is_told_from_the_places(tmp_path: Path) -> None:
    make_ct_series(tmp_path, 4, tilt=12.0)
    (series,) = found_in(tmp_path)
    (remark,) = series.remarks
    assert (remark.message, remark.values) == (picture_texts.TILTED, {"degrees": "12"})
    # Slices stand apart along their normal, which is less than the table moved.
    assert series.spacing_mm == pytest.approx(5.0 * math.cos(math.radians(12.0)))


def test_a_tilted_gantry_is_told_from_the_tag(tmp_path: Path) -> None:
    make_ct_series(tmp_path, 4, GantryDetectorTilt=-7.5)
    (series,) = found_in(tmp_path)
    assert [remark.values for remark in series.remarks] == [{"degrees": "7.5"}]


def test_pictures_in_the_same_place_are_told(tmp_path: Path) -> None:
    make_ct_series(tmp_path / "one", positions=(0, 5, 5, 10), series="1")
    make_ct_series(tmp_path / "all", positions=(3, 3, 3), series="2")
    make_ct_series(tmp_path / "alone", 1, series="3")
    some, every, alone = found_in(tmp_path)
    assert said(some) == [picture_texts.DUPLICATES]
    assert some.remarks[0].values == {"count": "1"}
    assert some.spacing_mm is None
    assert [frame.number for frame in some.frames] == [1, 2, 3, 4]
    assert said(every) == [picture_texts.SAME_PLACE]
    assert every.spacing_mm is None
    assert said(alone) == [picture_texts.SINGLE]


def test_two_passes_over_the_same_places_are_two_series(tmp_path: Path) -> None:
    for number in (1, 2):
        make_ct_series(
            tmp_path / str(number),
            3,
            AcquisitionNumber=number,
            change=lambda data, at, add=number * 10: setattr(data, "InstanceNumber", add + at),
        )
        for path in (tmp_path / str(number)).iterdir():
            _renamed(path, f".{number}")
    first, second = found_in(tmp_path)
    assert [frame.number for frame in first.frames] == [12, 11, 10]
    assert [frame.number for frame in second.frames] == [22, 21, 20]
    assert (first.key, second.key) == ("1.2.826.0.1.3680043.10.9999.1",) * 1 + (
        "1.2.826.0.1.3680043.10.9999.1#2",
    )
    assert said(first) == said(second) == []


def test_what_differs_from_slice_to_slice_tells_no_passes_apart(tmp_path: Path) -> None:
    def at_its_time(data: FileDataset, index: int) -> None:
        data.ContentTime = f"1200{index:02}"

    make_ct_series(tmp_path, positions=(0, 5, 5, 10), change=at_its_time)
    (series,) = found_in(tmp_path)
    assert len(series.frames) == 4


def test_pictures_of_other_sizes_are_shown_apart(tmp_path: Path) -> None:
    make_ct_series(tmp_path / "a", 3, rows=8)
    for path in make_ct_series(tmp_path / "b", 2, rows=6):
        _renamed(path, ".7")
    for path in make_ct_series(tmp_path / "c", 4, rows=8, pixel=0.7):
        _renamed(path, ".8")
    found = found_in(tmp_path)
    assert [len(series.frames) for series in found] == [4, 3, 2]
    assert all(said(series) == [picture_texts.MIXED] for series in found)
    assert found[0].remarks[0].values == {"count": "3"}
    assert len({series.key for series in found}) == 3


def test_a_few_slices_in_another_direction_are_a_localizer(tmp_path: Path) -> None:
    make_ct_series(tmp_path, 4)
    make_ct(tmp_path / "odd", orientation=CORONAL, number=99)
    stack, odd = found_in(tmp_path)
    assert [(one.kind, len(one.frames)) for one in (stack, odd)] == [("stack", 4), ("localizer", 1)]
    assert odd.spacing_mm is None


def test_scouts_are_one_localizer_and_have_no_hounsfield_units(tmp_path: Path) -> None:
    kind = ["ORIGINAL", "PRIMARY", "LOCALIZER"]
    make_ct(tmp_path / "b", orientation=CORONAL, number=1, ImageType=kind)
    make_ct(tmp_path / "a", orientation=SAGITTAL, number=2, ImageType=kind)
    (series,) = found_in(tmp_path)
    assert series.kind == "localizer"
    assert [frame.number for frame in series.frames] == [1, 2]
    assert {frame.unit for frame in series.frames} == {""}


def test_projections_seen_from_all_round_are_one_series(tmp_path: Path) -> None:
    for number in range(5):
        turn = math.radians(number * 15)
        orientation = (math.cos(turn), math.sin(turn), 0.0, 0.0, 0.0, -1.0)
        make_ct(tmp_path / str(9 - number), orientation=orientation, number=number)
    (series,) = found_in(tmp_path)
    assert series.kind == "loose"
    assert said(series) == [picture_texts.TURNING]
    assert [frame.number for frame in series.frames] == [0, 1, 2, 3, 4]


@pytest.mark.parametrize(
    "values",
    [
        {"ImagePositionPatient": None},
        {"ImageOrientationPatient": None},
        {"ImageOrientationPatient": [1, 0, 0, 0, 0, 0]},
        {"ImageOrientationPatient": [1, 0, 0, 1, 0, 0]},
        {"ImageOrientationPatient": [1, 0, 0]},
    ],
)
def test_slices_without_a_place_follow_their_numbers(
    tmp_path: Path, values: dict[str, object]
) -> None:
    make_ct_series(tmp_path, 3, **values)
    (series,) = found_in(tmp_path)
    assert series.kind == "loose"
    assert said(series) == [picture_texts.NO_PLACE]
    assert [frame.number for frame in series.frames] == [1, 2, 3]
    assert {frame.position_mm for frame in series.frames} == {None}


@pytest.mark.parametrize("spacing", [None, [0, 0], [0.5]])
def test_pictures_without_a_pixel_size_say_so(tmp_path: Path, spacing: object) -> None:
    make_ct_series(tmp_path, 2, PixelSpacing=spacing)
    (series,) = found_in(tmp_path)
    assert said(series) == [picture_texts.NO_PIXEL_SIZE]
    assert {frame.pixel_size for frame in series.frames} == {None}


def test_a_pixel_is_as_wide_as_columns_are_apart(tmp_path: Path) -> None:
    make_ct(tmp_path / "a", PixelSpacing=[0.8, 0.4])
    (series,) = found_in(tmp_path)
    size = series.frames[0].pixel_size
    assert size is not None
    assert (size.x_mm, size.y_mm, size.kind) == (0.4, 0.8, "patient")


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        ({"ImagerPixelSpacing": [0.2, 0.2]}, "detector"),
        ({"ImagerPixelSpacing": [0.2, 0.2], "PixelSpacing": [0.2, 0.2]}, "detector"),
        ({"ImagerPixelSpacing": [0.2, 0.2], "PixelSpacing": [0.15, 0.15]}, "calibrated"),
        ({"PixelSpacing": [0.2, 0.2], "PixelSpacingCalibrationType": "FIDUCIAL"}, "calibrated"),
        ({"NominalScannedPixelSpacing": [0.2, 0.2]}, "detector"),
    ],
)
def test_lengths_on_a_projection_are_not_those_in_the_patient(
    tmp_path: Path, values: dict[str, object], kind: str
) -> None:
    make_picture(tmp_path / "a", np.zeros((4, 4), np.uint16), Modality="DX", **values)
    (series,) = found_in(tmp_path)
    size = series.frames[0].pixel_size
    assert size is not None
    assert size.kind == kind
    assert said(series) == ([picture_texts.PROJECTED] if kind == "detector" else [])


def test_windows_that_are_no_windows_are_told_and_left_out(tmp_path: Path) -> None:
    nan = float("nan")
    make_ct(
        tmp_path / "a",
        WindowCenter=[40, nan, 60, 40],
        WindowWidth=[400, 100, 0, 400],
        WindowCenterWidthExplanation=["SOFT", "BAD"],
    )
    (series,) = found_in(tmp_path)
    assert said(series) == [picture_texts.SINGLE, picture_texts.BAD_WINDOW]
    windows = series.frames[0].windows
    assert [(one.centre, one.width, one.name, one.kind) for one in windows] == [
        (40, 400, "SOFT", "linear"),
        (40, 400, "", "linear"),
    ]


def test_a_window_says_which_curve_it_is(tmp_path: Path) -> None:
    make_ct(tmp_path / "a", WindowCenter=0.5, WindowWidth=0.5, VOILUTFunction="SIGMOID")
    (series,) = found_in(tmp_path)
    assert [window.kind for window in series.frames[0].windows] == ["sigmoid"]


@pytest.mark.parametrize(
    ("values", "unit"),
    [
        ({}, "HU"),
        ({"RescaleType": "HU"}, "HU"),
        ({"RescaleType": "US"}, "HU"),
        ({"RescaleSlope": None}, ""),
        ({"RescaleType": "mgml"}, "mgml"),
        ({"Modality": "PT", "RescaleType": "BQML"}, "BQML"),
        ({"Modality": "MR"}, ""),
        ({"Modality": "MR", "RescaleType": "US"}, ""),
    ],
)
def test_values_have_the_unit_that_the_file_says(
    tmp_path: Path, values: dict[str, object], unit: str
) -> None:
    make_ct(tmp_path / "a", **values)
    assert found_in(tmp_path)[0].frames[0].unit == unit


@pytest.mark.parametrize(
    ("modality", "burned", "may_name"),
    [
        ("CT", None, False),
        ("CT", "YES", True),
        ("US", None, True),
        ("US", "NO", False),
        ("OT", "", True),
    ],
)
def test_pictures_that_may_name_the_patient_are_known(
    tmp_path: Path, modality: str, burned: str | None, may_name: bool
) -> None:
    values = {} if burned is None else {"BurnedInAnnotation": burned}
    make_ct(tmp_path / "a", Modality=modality, **values)
    assert found_in(tmp_path)[0].may_name_patient is may_name


def test_an_enhanced_ct_has_its_geometry_in_its_groups(tmp_path: Path) -> None:
    stored = np.zeros((3, 4, 5), np.int16)
    make_enhanced_ct(tmp_path / "a.dcm", stored, spacing=2.5)
    (series,) = found_in(tmp_path)
    assert (series.kind, series.spacing_mm, said(series)) == ("stack", 2.5, [])
    assert [frame.index for frame in series.frames] == [2, 1, 0]  # the head first
    assert [frame.key.rpartition("#")[2] for frame in series.frames] == ["3", "2", "1"]
    first = series.frames[0]
    assert first.pixel_size is not None
    assert (first.pixel_size.x_mm, first.pixel_size.y_mm) == (0.6, 0.7)
    assert (first.columns, first.rows, first.thickness_mm, first.unit) == (5, 4, 2.5, "HU")
    assert [frame.windows[0].centre for frame in series.frames] == [42, 41, 40]


def test_an_enhanced_ct_of_two_phases_is_two_series(tmp_path: Path) -> None:
    def in_two_phases(data: FileDataset) -> None:
        for index, group in enumerate(data.PerFrameFunctionalGroupsSequence):
            place = item(ImagePositionPatient=[0.0, 0.0, float(index // 2)])
            group.PlanePositionSequence = [place]
            group.FrameContentSequence = [item(TemporalPositionIndex=index % 2 + 1)]

    make_enhanced_ct(tmp_path / "a.dcm", np.zeros((6, 4, 4), np.int16), change=in_two_phases)
    early, late = found_in(tmp_path)
    assert [frame.index for frame in early.frames] == [4, 2, 0]
    assert [frame.index for frame in late.frames] == [5, 3, 1]


def test_an_enhanced_localizer_says_so_for_each_frame(tmp_path: Path) -> None:
    def localizing(data: FileDataset) -> None:
        kind = item(FrameType=["ORIGINAL", "PRIMARY", "LOCALIZER", "NONE"])
        data.SharedFunctionalGroupsSequence[0].CTImageFrameTypeSequence = [kind]

    make_enhanced_ct(tmp_path / "a.dcm", np.zeros((2, 4, 4), np.int16), change=localizing)
    (series,) = found_in(tmp_path)
    assert series.kind == "localizer"


def test_a_film_is_loose_and_in_the_order_of_its_frames(tmp_path: Path) -> None:
    make_picture(tmp_path / "a.dcm", np.zeros((12, 4, 4, 3), np.uint8), Modality="US")
    (series,) = found_in(tmp_path)
    assert (series.kind, series.is_colour, series.is_compressed) == ("loose", True, False)
    assert {frame.decoded_bytes for frame in series.frames} == {48}
    assert [frame.index for frame in series.frames] == list(range(12))
    assert said(series) == [picture_texts.NO_PIXEL_SIZE]


def test_a_grid_of_doses_lies_where_its_offsets_say(tmp_path: Path) -> None:
    place = {"ImagePositionPatient": [0, 0, 100], "ImageOrientationPatient": list(AXIAL)}
    for name, offsets, uid in (("a", [0, 3, 6], "1.2.3"), ("b", [0, 3], "1.2.4")):
        make_picture(
            tmp_path / name,
            np.zeros((3, 4, 4), np.uint16),
            Modality="RTDOSE",
            SeriesInstanceUID=uid,
            GridFrameOffsetVector=offsets,
            **place,
        )
    stack, loose = found_in(tmp_path)
    assert [frame.position_mm for frame in stack.frames] == [106, 103, 100]
    assert loose.kind == "loose"  # it says of two places where there are three frames


def _renamed(path: Path, ending: str) -> None:
    """Give a file's picture an identity of its own."""
    from pydicom import dcmread

    data = dcmread(path)
    data.SOPInstanceUID += ending
    data.file_meta.MediaStorageSOPInstanceUID = data.SOPInstanceUID
    data.save_as(path)
