"""Files inside a case: found by name, bounded, and never outside of it."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from viewer.io.case_files import FolderAssets, failure, is_inside, size_text
from viewer.io.case_zip import open_zip
from viewer.io.unreadable import AssetUnreadableError
from viewer.model import problem_texts as texts

UNSAFE = [
    "",
    "..",
    ".",
    "../a",
    "a/../b",
    "/a",
    "a//b",
    "a/",
    "C:/a",
    "a\\b",
    "a\0b",
    "a\nb",
    "./a",
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "case"
    (made / "figures").mkdir(parents=True)
    (made / "figures" / "図 1.png").write_bytes(b"picture")
    (tmp_path / "secret").write_bytes(b"secret")
    return made


@pytest.fixture
def packed(folder: Path) -> Path:
    path = folder.parent / "case.dayline"
    with zipfile.ZipFile(path, "w") as whole:
        whole.writestr("case.json", "{}")
        whole.write(folder / "figures" / "図 1.png", "figures/図 1.png")
    return path


def message(assets: FolderAssets, name: str, limit: int = 100) -> str:
    with pytest.raises(AssetUnreadableError) as caught:
        assets.read(name, limit)
    return caught.value.problem.message


@pytest.mark.parametrize("name", UNSAFE)
def test_names_that_lead_elsewhere_are_refused(folder: Path, packed: Path, name: str) -> None:
    for assets in (FolderAssets(folder), open_zip(packed)):
        assert not is_inside(name)
        assert not assets.exists(name)
        assert assets.path(name) is None
        with pytest.raises(AssetUnreadableError) as caught:
            assets.read(name)
        assert caught.value.problem.message == texts.ASSET_UNSAFE


def test_a_file_is_read_from_a_folder(folder: Path) -> None:
    assets = FolderAssets(folder)
    assert assets.exists("figures/図 1.png")
    assert assets.path("figures/図 1.png") == (folder / "figures" / "図 1.png").resolve()
    assert assets.read("figures/図 1.png") == b"picture"


def test_a_file_is_read_from_a_zip(packed: Path) -> None:
    assets = open_zip(packed)
    assert assets.exists("figures/図 1.png")
    assert assets.path("figures/図 1.png") is None
    assert assets.read("figures/図 1.png") == b"picture"


def test_the_files_below_a_folder_are_named_in_order(folder: Path) -> None:
    for name in ("ct/b/2.dcm", "ct/b/1.dcm", "ct/a/3.dcm", "ct/9.dcm", "ct-2/1.dcm"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"dicom")
    expected = ["ct/9.dcm", "ct/a/3.dcm", "ct/b/1.dcm", "ct/b/2.dcm"]
    assert list(FolderAssets(folder).names("ct")) == expected
    path = folder.parent / "ct.dayline"
    with zipfile.ZipFile(path, "w") as whole:
        whole.writestr("top/case.json", "{}")
        for name in (*reversed(expected), "ct-2/1.dcm"):
            whole.write(folder / name, f"top/{name}")
    assert list(open_zip(path).names("ct")) == expected
    assert open_zip(path).size("ct/a/3.dcm") == 5


@pytest.mark.parametrize("name", [*UNSAFE, "figures/図 1.png", "none", "figures/none"])
def test_below_what_is_no_folder_inside_there_is_nothing(
    folder: Path, packed: Path, name: str
) -> None:
    for assets in (FolderAssets(folder), open_zip(packed)):
        assert list(assets.names(name)) == []


def test_the_length_of_a_file_is_told_without_reading_it(folder: Path, packed: Path) -> None:
    for assets in (FolderAssets(folder), open_zip(packed)):
        assert assets.size("figures/図 1.png") == 7
        assert [assets.size(name) for name in ("none", "figures", "../secret", "")] == [0] * 4


@pytest.mark.skipif(os.name != "posix", reason="making links needs rights elsewhere")
def test_no_folder_is_entered_by_a_link(folder: Path) -> None:
    (folder / "figures" / "up").symlink_to("../..")
    (folder / "away").symlink_to("../..")
    assert list(FolderAssets(folder).names("figures")) == ["figures/図 1.png"]
    assert list(FolderAssets(folder).names("away")) == []


def test_what_is_missing(folder: Path, packed: Path) -> None:
    assert message(FolderAssets(folder), "figures/2.png") == texts.NOT_FOUND
    assert not FolderAssets(folder).exists("figures")
    assert message(FolderAssets(folder), "figures") == texts.IS_FOLDER
    with pytest.raises(AssetUnreadableError) as caught:
        open_zip(packed).read("figures/2.png")
    assert caught.value.problem.message == texts.ASSET_MISSING


def test_a_limit_holds(folder: Path, packed: Path) -> None:
    assert FolderAssets(folder).read("figures/図 1.png", limit=7) == b"picture"
    for assets in (FolderAssets(folder), open_zip(packed)):
        with pytest.raises(AssetUnreadableError) as caught:
            assets.read("figures/図 1.png", limit=6)
        assert caught.value.problem.values["limit"] == "6 bytes"


@pytest.mark.skipif(os.name != "posix", reason="making links needs rights elsewhere")
def test_links_are_followed_only_inside(folder: Path) -> None:
    (folder / "in").symlink_to("figures/図 1.png")
    (folder / "out").symlink_to("../secret")
    (folder / "up").symlink_to("..")
    (folder / "loop").symlink_to("loop")
    assets = FolderAssets(folder)
    assert assets.read("in") == b"picture"
    assert message(assets, "out") == texts.LINK_LEAVES
    assert message(assets, "up/secret") == texts.LINK_LEAVES
    assert message(assets, "loop") == texts.READ_FAILED
    assert [name for name in ("in", "out", "up/secret", "loop") if assets.exists(name)] == ["in"]


def test_a_case_folder_that_is_itself_a_link(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(folder)
    assert FolderAssets(tmp_path / "link").read("figures/図 1.png") == b"picture"


def test_a_zip_replaced_after_opening_is_told(packed: Path) -> None:
    assets = open_zip(packed)
    packed.write_bytes(b"something else")
    with pytest.raises(AssetUnreadableError) as caught:
        assets.read("case.json")
    assert caught.value.problem.message == texts.ZIP_BROKEN
    packed.unlink()
    with pytest.raises(AssetUnreadableError) as caught:
        assets.read("case.json")
    assert caught.value.problem.message == texts.NOT_FOUND


def test_sizes_are_told_in_the_unit_that_fits() -> None:
    assert [size_text(size) for size in (12, 2000, 64 * 1024**2)] == [
        "12 bytes",
        "2,000 bytes",
        "64 MiB",
    ]


def test_the_system_refusing_is_told_by_its_cause() -> None:
    """As root nothing refuses; test_case_store asks again as somebody else."""
    problem = failure(Path("/x"), PermissionError())
    assert problem.message == texts.NOT_ALLOWED
    problem = failure(Path("/x"), OSError(5, "broken"))
    assert str(problem).startswith("“/x” could not be read: Input/output error.")
