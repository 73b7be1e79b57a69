"""What the check of a bundle calls missing: resources, cases, modules imported late, links."""

from __future__ import annotations

import ast
import importlib
import shutil
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"


@pytest.fixture
def complete(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    return _script("complete", monkeypatch)


@pytest.fixture
def modules(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    return _script("modules", monkeypatch)


def _script(name: str, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    for folder in (PACKAGING, PACKAGING / "bundle"):
        monkeypatch.syspath_prepend(str(folder))
    monkeypatch.delitem(sys.modules, name, raising=False)
    return importlib.import_module(name)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    for name in ("resources/fonts/a.ttf", "cases/one/case.json", "cases/one/__pycache__/x.pyc"):
        file = tmp_path / "source" / name
        file.parent.mkdir(parents=True)
        file.write_text(name)
    return tmp_path / "source"


@pytest.fixture
def bundle(source: Path, tmp_path: Path) -> Path:
    shutil.copytree(source, tmp_path / "bundle" / "_internal")
    return tmp_path / "bundle"


def test_a_whole_bundle_lacks_nothing(complete: ModuleType, bundle: Path, source: Path) -> None:
    shutil.rmtree(bundle / "_internal" / "cases" / "one" / "__pycache__")  # nobody misses it
    assert list(complete.lacking_files(bundle, source)) == []


def test_a_missing_resource_and_a_changed_case_are_named(
    complete: ModuleType, bundle: Path, source: Path
) -> None:
    (bundle / "_internal" / "resources" / "fonts" / "a.ttf").unlink()
    (bundle / "_internal" / "cases" / "one" / "case.json").write_text("{}")
    lacking = list(complete.lacking_files(bundle, source))
    assert lacking == ["resources/fonts/a.ttf is missing", "cases/one/case.json is another"]


def test_what_opens_connections_and_links_to_nowhere_are_named(
    complete: ModuleType, bundle: Path
) -> None:
    assert complete.network_parts(bundle, ["numpy"]) == []
    (bundle / "_internal" / "libQt6Network.so.6").symlink_to("gone.so")
    (bundle / "_internal" / "_ssl.cpython-311-x86_64-linux-gnu.so").touch()
    found = complete.network_parts(bundle, ["numpy", "http.client"])
    assert [Path(one).name for one in found] == [
        "_ssl.cpython-311-x86_64-linux-gnu.so",
        "libQt6Network.so.6",
        "http.client",
    ]
    assert complete.dangling_links(bundle) == ["_internal/libQt6Network.so.6"]


def test_modules_that_are_imported_late_are_wanted(modules: ModuleType) -> None:
    source = """
from typing import TYPE_CHECKING
if TYPE_CHECKING:
    import checked_only
def late():
    from importlib import import_module
    import pptx.util
    import_module("named.late")
    if True:
        from openpyxl import styles
"""
    found = modules.imported_by(source)
    assert {"pptx.util", "named.late", "openpyxl", "openpyxl.styles"} <= found
    assert "checked_only" not in found


def test_every_library_that_the_program_imports_anywhere_is_wanted(modules: ModuleType) -> None:
    """However late, and whether or not it is imported at the start."""
    wanted = modules.wanted()
    for name in (
        "pptx",
        "openpyxl",
        "gdcm",
        "openslide",
        "fontTools.subset",
        "pydicom",
        "PIL.Image",
    ):
        assert name in wanted, name
    own = {
        ".".join(file.relative_to(ROOT).with_suffix("").parts)
        for file in (ROOT / "viewer").rglob("*.py")
        if file.name != "__init__.py"
    }
    assert own <= wanted


def test_a_missing_module_is_named(complete: ModuleType, modules: ModuleType) -> None:
    wanted = modules.wanted()
    assert complete.lacking_modules(wanted, wanted - {"pptx", "socket"}) == ["pptx"]


def test_names_that_libraries_import_are_in_the_recipe(modules: ModuleType) -> None:
    recipe = (PACKAGING / "bundle" / "dayline.spec").read_text("utf-8")
    lazy = next(
        ast.literal_eval(node.value)
        for node in ast.parse(recipe).body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "LAZY"
    )
    assert set(lazy) == modules.BY_NAME
