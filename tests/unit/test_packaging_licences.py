"""What ships is named with its licence, and what is not named, or may not ship, is told."""

from __future__ import annotations

import importlib
import json
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
OURS = (
    "release", "shipping", "part_versions", "licences", "sbom", "inventory", "wheel_inventory",
)  # fmt: skip
MADE = "2.7.1"


@pytest.fixture
def load(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], ModuleType]:
    monkeypatch.syspath_prepend(str(PACKAGING))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    for loaded in OURS:
        monkeypatch.delitem(sys.modules, loaded, raising=False)
    return importlib.import_module


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A bundle of one package, one library of the system and Python, told of by no real Python."""
    place = tmp_path / "dist" / "dayline"
    inside = place / "_internal"
    for file in ("libz.so.1", "libpython3.11.so.1.0", "beans/_fast.abi3.so"):
        (inside / file).parent.mkdir(parents=True, exist_ok=True)
        (inside / file).write_bytes(b"inflate 1.2.13 \0 deflate 1.2.13 Copyright")
    (place / "dayline").write_bytes(b"program")
    site = tmp_path / "site"
    (site / "beans-2.7.1.dist-info" / "licenses").mkdir(parents=True)
    (site / "beans-2.7.1.dist-info" / "licenses" / "LICENSE").write_text("You may.")
    files = ["beans/__init__.py", "beans/_fast.abi3.so", "beans-2.7.1.dist-info/licenses/LICENSE"]
    beans = {
        "Name": "Beans", "Version": MADE, "License-Expression": "MIT", "License": None,
        "Home-page": None, "classifiers": [], "files": files, "texts": files[2:], "sboms": [],
        "root": str(site),
    }  # fmt: skip
    unused = beans | {"Name": "unused", "files": ["unused.py"]}
    told = {
        "python": "3.11.7", "packages": [beans, unused], "modules": ["beans"],
        "archives": {"Beans": "a" * 64},
    }  # fmt: skip

    def run(*_: object, **__: object) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess([], 0, json.dumps(told), "")

    monkeypatch.setattr(subprocess, "run", run)
    return place


def problems(load: Callable[[str], ModuleType], place: Path) -> list[str]:
    shipping = load("shipping")
    bundle = shipping.Bundle.packed(place, Path("python"))
    parts = [one for one in shipping.shipped(bundle) if "bootloader" not in one.name]
    found: list[str] = shipping.problems(bundle, parts)
    return found


def test_what_ships_is_found(load: Callable[[str], ModuleType], place: Path) -> None:
    shipping = load("shipping")
    parts = {
        one.name: one for one in shipping.shipped(shipping.Bundle.packed(place, Path("python")))
    }
    assert {"beans", "zlib", "Python"} <= parts.keys()
    assert "unused" not in parts
    assert parts["beans"].files == ["beans/_fast.abi3.so"]
    assert parts["zlib"].version == "1.2.13"
    assert parts["Python"].version == "3.11.7"
    assert problems(load, place) == []


def test_a_library_that_no_part_names_is_told(
    load: Callable[[str], ModuleType], place: Path
) -> None:
    (place / "_internal" / "libunheard.so.3").write_bytes(b"")
    assert problems(load, place) == ["libunheard.so.3 belongs to no part"]


def test_a_package_without_a_text_is_told(load: Callable[[str], ModuleType], place: Path) -> None:
    for text in place.parents[1].glob("site/*/licenses/*"):
        text.unlink()
    shipping = load("shipping")
    bundle = shipping.Bundle.packed(place, Path("python"))
    bundle.packages["beans"]["texts"] = []
    parts = shipping.shipped(bundle)
    assert "beans has no licence text" in shipping.problems(bundle, parts)


def test_a_library_linked_to_one_under_the_gpl_is_told(
    load: Callable[[str], ModuleType], place: Path
) -> None:
    (place / "_internal" / "beans" / "_fast.abi3.so").write_bytes(b"\0libreadline.so.8\0")
    assert problems(load, place) == [
        "beans/_fast.abi3.so is linked to libreadline.so, which is under the GPL"
    ]


@pytest.mark.parametrize(
    ("licence", "is_gpl"),
    [
        ("MIT", False),
        ("GPL-3.0-only", True),
        ("AGPL-3.0-or-later", True),
        ("GPL-2.0-only OR GPL-3.0-only", True),
        ("MIT AND GPL-2.0-only", True),
        ("LGPL-3.0-only OR GPL-3.0-only", False),
        ("LGPL-2.1-or-later", False),
        ("GPL-3.0-or-later WITH GCC-exception-3.1", False),
        ("BSD-3-Clause OR GPL-2.0-only", False),
    ],
)
def test_the_gpl_is_known(load: Callable[[str], ModuleType], licence: str, is_gpl: bool) -> None:
    assert load("shipping").is_gpl(licence) is is_gpl


def test_every_part_of_the_tables_is_whole(load: Callable[[str], ModuleType]) -> None:
    shipping = load("shipping")
    parts, packages = shipping.table()
    names = [part["name"] for part in parts]
    assert len(names) == len(set(names))
    for part in parts:
        assert part.get("files") or part.get("inside"), part["name"]
        assert part["texts"], part["name"]
        licence = part.get("chosen", part["licence"])
        assert not shipping.is_gpl(licence), part["name"]
        assert "LGPL" not in licence or part["sources"], part["name"]
        for key in ("find", "number", "name"):
            re.compile(part.get("version", {}).get(key, ""))
    for row in [*parts, *packages.values()]:
        for text in row.get("texts", ()):
            file = ROOT / text if "/" in text else shipping.TEXTS / text
            assert ":" in text or file.is_file(), text


def test_every_text_that_is_kept_is_used(load: Callable[[str], ModuleType]) -> None:
    shipping = load("shipping")
    parts, packages = shipping.table()
    used = {text for row in [*parts, *packages.values()] for text in row.get("texts", ())}
    assert {file.name for file in shipping.TEXTS.iterdir()} <= used


def test_a_program_made_of_wheels_is_told_of(
    load: Callable[[str], ModuleType], tmp_path: Path
) -> None:
    wheel, place = tmp_path / "beans-2.7.1-py3-none-any.whl", tmp_path / "stage"
    with zipfile.ZipFile(wheel, "w") as made:
        made.writestr("beans/__init__.py", "")
        made.writestr("beans/_fast.pyd", "")
        about = "Name: Beans\nVersion: 2.7.1\nLicense-Expression: MIT\n"
        made.writestr("beans-2.7.1.dist-info/METADATA", about)
        made.writestr("beans-2.7.1.dist-info/licenses/LICENSE", "You may.")
    site = place / "files" / "site"
    for file in (site / "beans" / "_fast.pyd", place / "dayline.exe"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"")
    inventory = load("wheel_inventory")
    bundle = inventory.bundle(place, site, "dayline.exe", [wheel], "3.11.9", tmp_path / "about")
    assert load("licences").write_for(place / "licences", bundle) == []
    said = json.loads((place / "licences" / "parts.json").read_text("utf-8"))
    names = {part["name"] for part in said["parts"]}
    assert "beans" in names
    assert "libgcc, in the launchers for Windows" in names
    assert "PyInstaller's bootloader" not in names
    assert (place / "licences" / "texts" / "beans" / "LICENSE").read_text() == "You may."


def bill(load: Callable[[str], ModuleType], place: Path) -> dict[str, Any]:
    load("licences").write(place / "licences", Path("python"))
    sbom = load("sbom")
    sbom.built_bundle = lambda: place
    made: dict[str, Any] = sbom.materials()
    return made


def test_licences_are_written(load: Callable[[str], ModuleType], place: Path) -> None:
    bill(load, place)
    folder = place / "licences"
    assert (folder / "texts" / "beans" / "LICENSE").read_text() == "You may."
    listed = (folder / "README.md").read_text("utf-8")
    for link in re.findall(r"\]\(([^)]+)\)", listed):
        assert (folder / link).is_file(), link
    assert "No licence has been chosen" in (folder / "Dayline.txt").read_text("utf-8")
    assert "PARTS" not in (folder / "HOW-TO-REPLACE-QT.md").read_text("utf-8")


def test_a_bill_of_materials_holds_together(load: Callable[[str], ModuleType], place: Path) -> None:
    made = bill(load, place)
    assert made == bill(load, place)
    assert (made["bomFormat"], made["specVersion"]) == ("CycloneDX", "1.6")
    assert re.fullmatch(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", made["serialNumber"])
    assert made["metadata"]["timestamp"] == "2023-11-14T22:13:20Z"
    parts = {one["name"]: one for one in made["components"]}
    assert parts["beans"]["purl"] == f"pkg:pypi/beans@{MADE}"
    assert parts["beans"]["hashes"] == [{"alg": "SHA-256", "content": "a" * 64}]
    assert parts["zlib"]["components"][0]["name"] == "libz.so.1"
    known = {one["bom-ref"] for one in made["components"]} | {"dayline"}
    assert len(known) == len(made["components"]) + 1
    for one in made["dependencies"]:
        assert {one["ref"], *one["dependsOn"]} <= known


def test_another_bundle_has_another_serial_number(
    load: Callable[[str], ModuleType], place: Path
) -> None:
    first = bill(load, place)["serialNumber"]
    (place / "dayline").write_bytes(b"another program")
    assert bill(load, place)["serialNumber"] != first


def test_a_bill_of_materials_follows_the_schema(
    load: Callable[[str], ModuleType], place: Path
) -> None:
    schema = pytest.importorskip("cyclonedx.schema", reason="make package-check-licences does it")
    validation = importlib.import_module("cyclonedx.validation.json")
    validator = validation.JsonStrictValidator(schema.SchemaVersion.V1_6)
    assert validator.validate_str(json.dumps(bill(load, place))) is None
