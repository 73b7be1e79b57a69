import sys
from pathlib import Path

import pytest

from viewer import paths


def lay_out(root: Path) -> None:
    (root / "resources").mkdir(parents=True)
    (root / "cases" / "insulinoma-tae").mkdir(parents=True)


def pretend_package_in(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    package = folder / "viewer"
    package.mkdir(parents=True)
    monkeypatch.delattr(sys, "_MEIPASS", raising=False)
    monkeypatch.setattr(paths, "__file__", str(package / "paths.py"))
    return package


def assert_found_in(root: Path) -> None:
    assert paths.resources() == root / "resources"
    assert paths.cases() == root / "cases"
    assert paths.first_case() == root / "cases" / "insulinoma-tae"


def test_checkout_keeps_them_next_to_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pretend_package_in(tmp_path, monkeypatch)
    lay_out(tmp_path)
    assert_found_in(tmp_path)


def test_wheel_keeps_them_inside_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = pretend_package_in(tmp_path, monkeypatch)
    lay_out(package / "_data")
    lay_out(tmp_path)  # another program's folders in site-packages must not be taken
    assert_found_in(package / "_data")


def test_frozen_bundle_keeps_them_where_it_unpacks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pretend_package_in(tmp_path / "archive", monkeypatch)
    lay_out(tmp_path / "bundle")
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path / "bundle"), raising=False)
    assert_found_in(tmp_path / "bundle")


def test_missing_folder_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pretend_package_in(tmp_path, monkeypatch)
    with pytest.raises(FileNotFoundError, match=r"incomplete.*resources"):
        paths.resources()
    (tmp_path / "cases").mkdir()
    with pytest.raises(FileNotFoundError, match=r"incomplete.*insulinoma-tae"):
        paths.first_case()


def test_this_tree_has_its_resources() -> None:
    assert paths.resources().is_dir()


def test_the_program_can_start_itself_once_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = pretend_package_in(tmp_path, monkeypatch)
    assert paths.own_command() == [sys.executable, "-m", "viewer.app"]
    assert paths.import_folder() == package.parent
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.own_command() == [sys.executable]


def test_the_launcher_for_windows_starts_the_program_and_no_python(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delattr(sys, "_MEIPASS", raising=False)
    monkeypatch.setattr(sys, "_xoptions", {"dayline-launcher": True})
    assert paths.own_command() == [sys.executable]
