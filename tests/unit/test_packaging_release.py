"""The recipe of a release agrees with the Makefile, and the version stands in one place."""

from __future__ import annotations

import importlib
import re
import struct
import subprocess
import sys
import tomllib
from io import BytesIO
from pathlib import Path
from types import ModuleType

import pytest
from PIL import Image

from viewer import __version__

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
MAKEFILE = "\n".join(
    file.read_text("utf-8") for file in (ROOT / "Makefile", PACKAGING / "artefacts.mk")
)
WORKFLOW = (ROOT / ".github" / "workflows" / "release.yml").read_text("utf-8")
VERSION = re.compile(rf"(?<![\d.]){re.escape(__version__)}(?![\d.]*\d)")


@pytest.fixture
def script(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> ModuleType:
    folder, _, name = request.param.rpartition("/")
    monkeypatch.syspath_prepend(str(PACKAGING))
    monkeypatch.syspath_prepend(str(PACKAGING / folder))
    for loaded in ("release", "info", "icns", "sums"):
        monkeypatch.delitem(sys.modules, loaded, raising=False)
    return importlib.import_module(name)


def targets() -> set[str]:
    return set(re.findall(r"^([a-z-]+):", MAKEFILE, re.M))


def test_every_target_that_the_release_makes_is_there() -> None:
    made = set(re.findall(r"\bmake ([a-z-]+)", WORKFLOW))
    assert made
    assert made <= targets()


def test_every_target_of_packaging_is_phony_and_tells_what_it_does() -> None:
    phony = set(re.findall(r"\S+", " ".join(re.findall(r"^\.PHONY:(.*)", MAKEFILE, re.M))))
    told = set(re.findall(r"^([a-z-]+):.*## \S", MAKEFILE, re.M))
    ours = {target for target in targets() if target.startswith("package")}
    assert ours <= phony
    assert ours <= told


def test_every_script_that_a_target_runs_is_there() -> None:
    for script in re.findall(r"packaging/[\w/-]+\.(?:py|sh)", MAKEFILE):
        assert (ROOT / script).is_file(), script


def test_the_release_uses_actions_by_their_major_version() -> None:
    used = re.findall(r"uses: (\S+)", WORKFLOW)
    assert used
    assert all(re.fullmatch(r"actions/[a-z-]+@v\d+", one) for one in used)


def test_the_release_is_drafted_and_only_that_may_write() -> None:
    assert "--draft" in WORKFLOW
    assert WORKFLOW.count("contents: write") == 1
    assert "\t" not in WORKFLOW


def test_the_version_is_typed_in_one_place() -> None:
    folders = [PACKAGING, ROOT / "docs", ROOT / ".github"]
    files = [file for folder in folders for file in folder.rglob("*") if file.is_file()]
    files += [ROOT / "README.md", ROOT / "Makefile", ROOT / "pyproject.toml"]
    texts = PACKAGING / "licences" / "texts"
    telling = [
        str(file.relative_to(ROOT))
        for file in files
        if not file.is_relative_to(texts)
        and "__pycache__" not in file.parts
        and VERSION.search(file.read_bytes().decode("utf-8", "ignore"))
    ]
    assert telling == []


def test_the_wheel_takes_the_version_from_that_place() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert project["project"]["dynamic"] == ["version"]
    assert project["tool"]["hatch"]["version"]["path"] == "viewer/__init__.py"


@pytest.mark.parametrize("script", ["release"], indirect=True)
def test_artefacts_take_the_version_from_that_place(script: ModuleType) -> None:
    assert script.version() == __version__


@pytest.mark.parametrize("script", ["macos/info"], indirect=True)
def test_an_application_for_macos_owns_its_documents(script: ModuleType) -> None:
    said = script.info("9.8.7")
    assert said["CFBundleVersion"] == said["CFBundleShortVersionString"] == "9.8.7"
    (exported,) = said["UTExportedTypeDeclarations"]
    (document,) = said["CFBundleDocumentTypes"]
    assert document["LSItemContentTypes"] == [exported["UTTypeIdentifier"]]
    tags = exported["UTTypeTagSpecification"]
    assert tags["public.filename-extension"] == ["dayline"]
    mime = (PACKAGING / "linux" / "dayline-mime.xml").read_text("utf-8")
    assert f'"{tags["public.mime-type"][0]}"' in mime


@pytest.mark.parametrize("script", ["macos/icns"], indirect=True)
def test_the_icon_for_macos_holds_every_size(script: ModuleType) -> None:
    made = script.icns()
    assert made == script.icns()
    assert struct.unpack(">4sI", made[:8]) == (b"icns", len(made))
    with Image.open(BytesIO(made)) as icon:
        sizes = {(width * scale, scale) for width, _, scale in icon.info["sizes"]}
        icon.load()
    assert sizes == {(n, 1) for n in (16, 32, 128, 256, 512)} | {(n, 2) for n in (32, 64, 256, 512)}


@pytest.mark.parametrize("script", ["sums"], indirect=True)
def test_sums_are_sorted_and_leave_themselves_out(script: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "b.deb").write_bytes(b"")
    (tmp_path / "a b.whl").write_bytes(b"abc")
    (tmp_path / "SHA256SUMS").write_text("old")
    (tmp_path / ".hidden").write_text("")
    (tmp_path / "dayline").mkdir()
    (tmp_path / "link").symlink_to("b.deb")
    assert script.sums(tmp_path) == (
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  a b.whl\n"
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  b.deb\n"
    )


@pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX shell")
def test_the_recipe_of_the_disk_image_is_a_script_and_refuses_elsewhere() -> None:
    recipe = PACKAGING / "macos" / "dmg.sh"
    subprocess.run(["sh", "-n", recipe], check=True)
    if sys.platform != "darwin":
        done = subprocess.run(["sh", recipe], capture_output=True, text=True, check=False)
        assert done.returncode == 1
        assert "on macOS only" in done.stderr
