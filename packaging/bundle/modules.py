"""Tell as JSON which modules the program imports, anywhere and however late, and which it holds.

Run by the Python of the bundle's environment, which has what is imported:
``modules.py EXECUTABLE`` prints {"wanted": [...], "held": [...]}.
"""

from __future__ import annotations

import ast
import importlib.util
import json
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
OPTIONAL = {"pyarrow"}
"""Asked for where it is there."""
BY_NAME = {"pydicom.pixels.decoders.gdcm", "openslide_bin"}
"""Imported by libraries from a name that they put together."""


class Imports(ast.NodeVisitor):
    """The names that a module imports; what only a checker of types or Windows sees is left out."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_If(self, node: ast.If) -> None:
        """Pass over blocks that do not run here."""
        if not {"TYPE_CHECKING", "sys.platform == 'win32'"} & {ast.unparse(node.test)}:
            self.generic_visit(node)
        for other in node.orelse:
            self.visit(other)

    def visit_Import(self, node: ast.Import) -> None:
        """Take ``import a.b``."""
        self.names |= {name.name for name in node.names}

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        """Take ``from a import b``, where b may be a module."""
        module = node.module or ""
        self.names.add(module)
        self.names |= {f"{module}.{name.name}" for name in node.names if module}

    def visit_Call(self, node: ast.Call) -> None:
        """Take ``import_module("a.b")``."""
        called = ast.unparse(node.func).rpartition(".")[2]
        first = node.args[0] if node.args else None
        if called == "import_module" and isinstance(first, ast.Constant):
            self.names.add(str(first.value))
        self.generic_visit(node)


def imported_by(source: str) -> set[str]:
    """Give each name that a module's source imports; some may be no modules."""
    imports = Imports()
    imports.visit(ast.parse(source))
    return imports.names


def wanted() -> set[str]:
    """Give the modules of the program, and all that any of them imports."""
    sys.path.insert(0, str(ROOT))
    found = set(BY_NAME)
    for file in sorted((ROOT / "viewer").rglob("*.py")):
        steps = file.relative_to(ROOT).with_suffix("").parts
        found.add(".".join(steps[:-1] if steps[-1] == "__init__" else steps))
        found |= imported_by(file.read_text(encoding="utf-8"))
    return {name for name in found if name.partition(".")[0] not in OPTIONAL and is_module(name)}


def is_module(name: str) -> bool:
    """Tell whether a name is a module rather than something in one."""
    try:
        return importlib.util.find_spec(name) is not None
    except (ImportError, AttributeError, ValueError):
        return False


def held(executable: Path) -> Iterator[str]:
    """Give the modules that a bundle can import: packed, as files, and built in."""
    from PyInstaller.archive import readers  # type: ignore[import-untyped]  # noqa: PLC0415

    yield from sys.builtin_module_names
    archive = readers.CArchiveReader(str(executable))
    for name in archive.toc:
        yield name  # those that are needed to unpack the others
        if name.endswith(".pyz"):
            yield from archive.open_embedded_archive(name).toc
    inside = executable.parent / "_internal"
    with zipfile.ZipFile(inside / "base_library.zip") as base:
        files = [Path(name) for name in base.namelist()]
    libraries = [
        one.relative_to(inside) for one in inside.rglob("*") if one.suffix in (".so", ".pyc")
    ]
    for file in (*files, *libraries):
        steps = [one for one in file.parts if one not in ("lib-dynload", "python3.11")]
        steps[-1] = steps[-1].partition(".")[0]
        yield ".".join(steps[:-1] if steps[-1] == "__init__" else steps)


if __name__ == "__main__":
    found = {"wanted": sorted(wanted()), "held": sorted(set(held(Path(sys.argv[1]))))}
    print(json.dumps(found))
