"""What the packages for Linux say of the program, and what they ask of the system."""

from __future__ import annotations

import configparser
import importlib
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from types import ModuleType

import pytest

import viewer
from viewer.app import present_parser, window_parser

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"
LINUX = PACKAGING / "linux"
KIND = "application/vnd.dayline.case+zip"
MODULES = ("release", "tools", "system_libraries", "elf_needs", "desktop_files", "deb", "tar_xz")
OBJDUMP = """
/x/dayline:     file format elf64-x86-64

Dynamic Section:
  NEEDED               libQt6Core.so.6
  NEEDED               libstdc++.so.6
  NEEDED               libX11.so.6
  NEEDED               libc.so.6
  SONAME               libown.so.1

Version definitions:
1 0x01 0x0865f4e6 GLIBC_2.99

Version References:
  required from libstdc++.so.6:
    0x0297f869 0x00 05 GLIBCXX_3.4.29
    0x0297f860 0x00 06 GLIBCXX_3.4.9
  required from libc.so.6:
    0x069691b4 0x00 03 GLIBC_2.34
    0x06969189 0x00 02 GLIBC_2.9

"""


@pytest.fixture
def script(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> ModuleType:
    monkeypatch.syspath_prepend(str(PACKAGING))
    monkeypatch.syspath_prepend(str(LINUX))
    for name in MODULES:
        monkeypatch.delitem(sys.modules, name, raising=False)
    return importlib.import_module(request.param)


needs = pytest.mark.parametrize("script", ["elf_needs"], indirect=True)
files = pytest.mark.parametrize("script", ["desktop_files"], indirect=True)
deb = pytest.mark.parametrize("script", ["deb"], indirect=True)


def entry() -> configparser.SectionProxy:
    read = configparser.ConfigParser(interpolation=None)
    read.optionxform = str  # type: ignore[assignment,method-assign]
    read.read(LINUX / "dayline.desktop", encoding="utf-8")
    return read["Desktop Entry"]


def metainfo() -> ET.Element:
    return ET.parse(LINUX / "dayline.metainfo.xml").getroot()


def test_the_kind_of_file_is_the_same_everywhere() -> None:
    mime = ET.parse(LINUX / "dayline-mime.xml").getroot()
    space = "{http://www.freedesktop.org/standards/shared-mime-info}"
    kind = mime.find(f"{space}mime-type")
    assert kind is not None
    glob = kind.find(f"{space}glob")
    assert glob is not None
    assert (kind.get("type"), glob.get("pattern")) == (KIND, "*.dayline")
    assert entry()["MimeType"] == f"{KIND};"
    assert metainfo().findtext("provides/mediatype") == KIND


def test_the_menu_entry_is_of_the_form_that_all_desktops_read() -> None:
    told = entry()
    assert (told["Version"], told["Type"], told["Exec"]) == ("1.0", "Application", "dayline %f")
    assert told["Icon"] == told["StartupWMClass"] == metainfo().findtext("provides/binary")
    assert metainfo().findtext("launchable") == "dayline.desktop"


def test_what_software_centres_show_names_no_licence_that_was_not_chosen() -> None:
    assert metainfo().findtext("project_license") == "LicenseRef-proprietary"
    copyright_file = (LINUX / "copyright").read_text(encoding="utf-8")
    assert "all rights reserved" in copyright_file
    assert "/usr/lib/dayline/licences" in copyright_file


def test_the_man_page_names_every_command_and_option() -> None:
    page = (LINUX / "dayline.1").read_text(encoding="utf-8").replace("\\-", "-")
    told = window_parser().format_help() + present_parser().format_help()
    commands = set(re.findall(r"^  dayline ([a-z]+) ", told, re.MULTILINE))
    assert commands >= {"present", "export", "check", "schema"}
    options = set(re.findall(r"--[a-z-]+", told)) - {"--help"}
    assert {word for word in commands | options if word not in page} == set()


@files
def test_desktop_files_lie_where_desktops_look(script: ModuleType, tmp_path: Path) -> None:
    script.put_desktop_files(tmp_path, "1.2.3")
    script.put_metainfo(tmp_path, "1.2.3")
    laid = {str(file.relative_to(tmp_path)) for file in tmp_path.rglob("*") if file.is_file()}
    assert laid >= {
        "applications/dayline.desktop",
        "mime/packages/dayline.xml",
        "man/man1/dayline.1.gz",
        "icons/hicolor/scalable/apps/dayline.svg",
        "icons/hicolor/48x48/apps/dayline.png",
        "icons/hicolor/48x48/mimetypes/dayline-case.png",
    }
    told = (tmp_path / "metainfo/dayline.metainfo.xml").read_text(encoding="utf-8")
    assert '<release version="1.2.3" date="2' in told


@files
def test_the_news_of_this_version_are_in_the_changelog(script: ModuleType) -> None:
    points = script.news()
    assert points
    assert not [point for point in points if "\n" in point or not point]


@deb
def test_the_package_tells_its_version_and_what_it_depends_on(
    script: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = importlib.import_module("elf_needs").told_by({"dayline": OBJDUMP}, ["libQt6Core.so.6"])
    monkeypatch.setattr(script, "needs_of", lambda _: read)
    monkeypatch.setattr(script, "built_bundle", lambda: tmp_path)
    monkeypatch.setattr(script, "architecture", lambda: "amd64")
    told = script.control(tmp_path, viewer.__version__)
    assert f"Version: {viewer.__version__}\n" in told
    assert "Depends: libc6 (>= 2.34), libstdc++6 (>= 11), libx11-6, xkb-data\n" in told


@deb
def test_the_changelog_is_of_the_form_that_debian_reads(script: ModuleType) -> None:
    told = script.changelog("1.2.3")
    assert told.startswith("dayline (1.2.3) unstable; urgency=medium\n\n  * ")
    assert re.search(r"\n\n -- .+ <.+@.+>  \w{3}, \d\d \w{3} \d{4} [\d:]{8} \+0000\n$", told)
    assert max(map(len, told.splitlines())) <= 80


@needs
def test_needs_leave_out_what_the_folder_carries_and_glibc(script: ModuleType) -> None:
    found = script.told_by({"dayline": OBJDUMP}, ["libQt6Core.so.6"])
    assert dict(found.libraries) == {"libX11.so.6": ("dayline",), "libstdc++.so.6": ("dayline",)}
    assert (found.glibc, found.glibcxx) == ((2, 34), 29)


@needs
def test_a_library_that_no_package_is_known_for_stops_the_package(script: ModuleType) -> None:
    found = script.told_by({"plugin.so": OBJDUMP}, [])
    with pytest.raises(Exception, match=r"libQt6Core\.so\.6 by plugin\.so"):
        _ = found.depends


@needs
def test_a_newer_library_of_c_plus_plus_stops_the_package(script: ModuleType) -> None:
    newer = OBJDUMP.replace("3.4.29", "3.4.99")
    found = script.told_by({"dayline": newer}, ["libQt6Core.so.6"])
    with pytest.raises(Exception, match=r"GLIBCXX_3\.4\.99"):
        _ = found.depends


@needs
def test_every_table_names_packages_as_debian_does(script: ModuleType) -> None:
    for soname, package in (script.DEPENDS | script.RECOMMENDS).items():
        assert re.fullmatch(r"lib\S+\.so\.\d+", soname), soname
        for choice in package.split(" | "):
            assert re.fullmatch(r"[a-z][a-z0-9.+-]+", choice), package


@pytest.mark.skipif(os.name != "posix", reason="a script of the shell")
@pytest.mark.parametrize("name", ["install.sh", "uninstall.sh"])
def test_scripts_of_the_installer_are_understood_by_the_shell(name: str) -> None:
    done = subprocess.run(
        ["sh", "-n", str(LINUX / "run" / name)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
