"""Where the pictures of a study lie, in the case and beside it."""

import json
from pathlib import Path

import pytest

from viewer.io.case_store import OpenedCase, is_case, open_case
from viewer.io.study_files import AddedPictures, files_in_case, path_to_keep, place_of
from viewer.io.unreadable import AssetUnreadableError
from viewer.model import adding_texts

REPORTED = {"kind": "reported"}


@pytest.fixture
def opened(tmp_path: Path) -> OpenedCase:
    folder = tmp_path / "cases" / "case"
    (folder / "ct").mkdir(parents=True)
    for name in ("ct/a.dcm", "ct/b.dcm", "figure.png", "slide.svs"):
        (folder / name).write_bytes(b"x")
    told = {"title": "T", "when": {"day": 1}, "evidence": REPORTED}
    figures = [{"label": "Fig. 1", "file": "figure.png"}, {"label": "Fig. 2"}]
    study = {"id": "s", "modality": "CT", "images": [{"path": "ct"}], "figures": figures}
    raw = {
        "format": "dayline-case/1",
        "id": "small",
        "title": "Small",
        "subject": {},
        "day_zero": {"text": "Admission"},
        "studies": [study | told],
        "reports": [{"id": "r", "slides": [{"path": "slide.svs"}]} | told],
    }
    (folder / "case.json").write_text(json.dumps(raw), "utf-8")
    return open_case(folder)


def test_in_and_beside_the_case_the_way_from_the_case_is_kept(
    opened: OpenedCase, tmp_path: Path
) -> None:
    cases = tmp_path / "cases"
    kept = [
        path_to_keep(opened, place)
        for place in (cases / "case" / "ct", cases / "images", cases, tmp_path / "far")
    ]
    assert kept == ["ct", "../images", "..", str(tmp_path / "far")]
    assert [place_of(opened, one) for one in kept] == [
        cases / "case" / "ct",
        cases / "images",
        cases,
        tmp_path / "far",
    ]


def test_of_a_case_in_one_file_the_way_goes_from_its_folder(
    opened: OpenedCase, tmp_path: Path
) -> None:
    file = tmp_path / "case.dayline"
    file.write_bytes(b"")
    zipped = OpenedCase(file, opened.case, (), False, opened.assets)
    assert path_to_keep(zipped, tmp_path / "images") == "images"
    assert place_of(zipped, "images") == tmp_path / "images"


def test_at_the_top_of_a_disk_nothing_is_beside_the_case(opened: OpenedCase) -> None:
    top = Path(Path.cwd().anchor)
    near_top = OpenedCase(top / "case.dayline", opened.case, (), False, opened.assets)
    assert path_to_keep(near_top, top / "images") == str(top / "images")


def test_added_pictures_are_read_from_where_their_author_says(
    opened: OpenedCase, tmp_path: Path
) -> None:
    images = tmp_path / "cases" / "images"
    images.mkdir()
    (images / "one.dcm").write_bytes(b"abc")
    files = AddedPictures(opened, "../images", "Ann", is_own=False)
    assert list(files.names()) == ["one.dcm"]
    assert files.read("one.dcm", 10) == b"abc"
    assert files.path("one.dcm") == images / "one.dcm"


def test_where_they_are_gone_it_is_said_where_they_were_expected(
    opened: OpenedCase, tmp_path: Path
) -> None:
    with pytest.raises(AssetUnreadableError) as raised:
        AddedPictures(opened, "../images", "Ann", is_own=True).names()
    assert raised.value.problem.message == adding_texts.NOT_THERE
    assert raised.value.problem.values == {"path": str(tmp_path / "cases" / "images")}


@pytest.mark.parametrize("kept", ["//server/share/ct", "\\\\server\\share\\ct"])
def test_a_place_on_the_net_that_another_names_is_not_looked_at(
    opened: OpenedCase, kept: str
) -> None:
    with pytest.raises(AssetUnreadableError) as raised:
        AddedPictures(opened, kept, "Bob", is_own=False).names()
    assert raised.value.problem.message == adding_texts.ON_THE_NET
    with pytest.raises(AssetUnreadableError) as own:
        AddedPictures(opened, kept, "Bob", is_own=True).names()
    assert own.value.problem.message == adding_texts.NOT_THERE


def test_the_pictures_of_a_part_come_before_its_figures(opened: OpenedCase) -> None:
    (study,), (report,) = opened.case.studies, opened.case.reports
    told = [list(files.names()) for files in files_in_case(opened, study)]
    assert told == [["ct/a.dcm", "ct/b.dcm"], ["figure.png"]]
    assert files_in_case(opened, report) == ()  # a slide is read by others


def test_what_means_to_be_a_case_is_told_from_its_names(opened: OpenedCase, tmp_path: Path) -> None:
    assert is_case(opened.path)
    assert is_case(opened.path / "case.json")
    assert is_case(tmp_path / "anything.DAYLINE")
    assert not is_case(tmp_path)
    assert not is_case(opened.path / "figure.png")
    assert not is_case(tmp_path / "bad\0name")
    assert not is_case(tmp_path / ("long" * 100))
