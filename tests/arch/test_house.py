"""The rules of the house, as tests: who imports whom, sizes, names, paths, start-up."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest

ROOT = Path(__file__).resolve().parents[2]
VIEWER = ROOT / "viewer"
SOURCES = sorted(VIEWER.rglob("*.py"))
NOT_OURS = {".git", ".venv", "build", "dist", "htmlcov", "__pycache__"}

# --- who imports whom --------------------------------------------------------------------


def _python(code: str) -> str:
    """Run code in a fresh interpreter that finds ``viewer`` here; return what it prints."""
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_rooms_import_one_way() -> None:
    _python(
        "import sys; from importlinter.cli import lint_imports\n"
        "sys.path.insert(0, '.'); sys.exit(lint_imports(no_cache=True, no_logo=True))"
    )


# --- sizes and names ---------------------------------------------------------------------


def _nodes() -> Iterator[tuple[str, ast.AST]]:
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"), str(path))):
            yield f"{path.relative_to(ROOT).as_posix()}:{getattr(node, 'lineno', 0)}", node


def _too_long(kinds: tuple[type[ast.AST], ...], most: int) -> list[str]:
    return [
        f"{where} {node.name} ({node.end_lineno - node.lineno + 1})"
        for where, node in _nodes()
        if isinstance(node, kinds)
        and isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno is not None
        and node.end_lineno - node.lineno + 1 > most
    ]


def test_there_is_something_to_judge() -> None:
    assert len(SOURCES) > 5


def test_no_file_is_over_400_lines() -> None:
    lengths = {path: len(path.read_text("utf-8").splitlines()) for path in SOURCES}
    assert [str(path) for path, length in lengths.items() if length > 400] == []


def test_no_class_is_over_250_lines() -> None:
    assert _too_long((ast.ClassDef,), 250) == []


def test_no_function_is_over_50_lines() -> None:
    assert _too_long((ast.FunctionDef, ast.AsyncFunctionDef), 50) == []


def test_every_module_is_named_for_what_it_holds() -> None:
    empty_words = re.compile(r"(?:^|_)(?:utils?|helpers?|managers?|common|mixins?)(?:_|$)")
    paths = [path for path in VIEWER.rglob("*") if path.is_dir() or path.suffix == ".py"]
    assert [str(path) for path in paths if empty_words.search(path.stem)] == []


# --- hidden state ------------------------------------------------------------------------

QT_OBJECT = re.compile(
    r"Q(?:Application|GuiApplication|CoreApplication|Object|Settings|Timer|Thread|ThreadPool"
    r"|UndoStack|Widget|MainWindow|Pixmap|Icon)$|Session$"
)


def test_only_paths_knows_where_files_lie() -> None:
    words = ("__file__", "_MEIPASS")

    def is_one(node: ast.AST) -> bool:
        return (
            (isinstance(node, ast.Name) and node.id in words)
            or (isinstance(node, ast.Attribute) and node.attr in words)
            or (isinstance(node, ast.Constant) and node.value in words)
        )

    found = [where for where, node in _nodes() if is_one(node)]
    assert [where for where in found if not where.startswith("viewer/paths.py:")] == []


def test_no_module_makes_itself_a_singleton() -> None:
    assert [where for where, node in _nodes() if isinstance(node, ast.Global)] == []
    made = []
    for where, module in _nodes():
        for node in module.body if isinstance(module, ast.Module) else []:
            value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
            if isinstance(value, ast.Call):
                called = ast.unparse(value.func).rpartition(".")[2]
                if QT_OBJECT.match(called):
                    made.append(f"{where}: {called}")
    assert made == []


# --- what stands in the files ------------------------------------------------------------


def _texts(suffix: str = "") -> Iterator[tuple[str, str]]:
    """Every text file that git would take, with its name; a NUL byte marks a binary."""
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [one for one in folders if one not in NOT_OURS and "_cache" not in one]
        for name in names:
            path = Path(folder, name)
            if not name.endswith(suffix) or b"\0" in (data := path.read_bytes()):
                continue
            yield path.relative_to(ROOT).as_posix(), data.decode("utf-8", "replace")


@pytest.mark.parametrize(
    ("what", "pattern"),
    [
        ("a path of one machine", r"(?<![\w.~-])/(?:(?:home|work|Users|mnt|media)/\w|root\b)"),
        ("a path of one Windows machine", r"(?i)\b[a-z]:[\\/]+(?:users|documents and)[\\/]"),
        ("a package registry", r"pypi\.org|pythonhosted\.org|npmjs\.|anaconda\.org|\bconda-forge/"),
        ("an option that names a registry", r"--(?:extra-)?index-url\b|--find[-]links\b"),
        ("a distribution's server", r"\bdeb\.debian\.org|archive\.ubuntu\.com"),
    ],
    ids=lambda text: text.replace(" ", "-") if text[:2] in ("a ", "an") else "",
)
def test_no_file_holds(what: str, pattern: str) -> None:
    found = [
        f"{name}:{number}: {line.strip()[:120]}"
        for name, text in _texts()
        if re.search(pattern, text)
        for number, line in enumerate(text.splitlines(), 1)
        if re.search(pattern, line)
    ]
    assert found == [], what


LINK = re.compile(
    r"!?\[[^\]]*\]\(\s*<?([^)\s>]+)|^\[[^\]]+\]:\s*<?(\S+?)>?\s*$|<(?:img|a)\s[^>]*?(?:src|href)=\"([^\"]+)",
    re.MULTILINE,
)


def test_every_link_to_a_local_file_leads_somewhere() -> None:
    broken = []
    for name, text in _texts(".md"):
        prose = re.sub(r"^(```|~~~).*?^\1", "", text, flags=re.MULTILINE | re.DOTALL)
        for groups in LINK.findall(re.sub(r"`[^`\n]*`", "", prose)):
            target = "".join(groups)
            local = unquote(target.partition("#")[0])
            if re.match(r"[a-z][a-z0-9+.-]*:", target, re.IGNORECASE) or not local:
                continue
            found = (ROOT / name).parent / local
            if not found.exists() or not found.resolve().is_relative_to(ROOT):
                broken.append(f"{name}: {target}")
    assert broken == []


def _pins(lock: str) -> set[str]:
    text = (ROOT / "requirements" / lock).read_text("utf-8")
    return {line.rstrip(" \\") for line in text.splitlines() if re.match(r"\w", line)}


def test_what_is_tested_is_what_runs() -> None:
    assert _pins("run.txt") <= _pins("dev.txt")


# --- what start-up loads -----------------------------------------------------------------

HEAVY = ("PySide6", "shiboken6", "numpy", "pydantic", "pyqtgraph")
NETWORK = (
    "PySide6.QtNetwork",
    "asyncio",
    "http.client",
    "socketserver",
    "ssl",
    "urllib.request",
)
LOADED = "\nimport json, sys; print(json.dumps([n for n in {names!r} if n in sys.modules]))"


def _loaded_by(code: str, names: tuple[str, ...]) -> list[str]:
    found: list[str] = json.loads(_python(code + LOADED.format(names=names)).splitlines()[-1])
    return found


def test_asking_for_the_version_loads_nothing_heavy() -> None:
    code = (
        "import sys, viewer.app\n"
        "sys.argv = ['dayline', '--version']\n"
        "try: code = viewer.app.main()\n"
        "except SystemExit as stop: code = stop.code\n"
        "assert not code, code"
    )
    assert _loaded_by(code, HEAVY) == []


def test_the_window_loads_nothing_that_talks_to_a_network() -> None:
    if not any(VIEWER.glob("ui/window*")):
        pytest.skip("viewer.ui.window is not there yet")
    assert _loaded_by("import viewer.ui.window", NETWORK) == []


EXPORTS = ("viewer.ui.export.making", "viewer.ui.export.dialog.dialog", "PIL", "fontTools")


def test_the_window_loads_nothing_that_exports() -> None:
    assert _loaded_by("import viewer.ui.window", EXPORTS) == []


def test_no_two_test_files_share_a_name() -> None:
    """Test files that share a name cannot be collected in one run."""
    names = [path.name for path in (ROOT / "tests").rglob("test_*.py")]
    assert sorted(names) == sorted(set(names))
