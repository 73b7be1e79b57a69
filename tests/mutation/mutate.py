"""Change one thing at a time in a module and see whether its tests notice.

    python tests/mutation/mutate.py viewer/model/time.py tests/unit/model/test_time.py …

Works on a copy of the checkout and prints each change that no test noticed; exits with 1 where
there is any.
"""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
COPIED = ("viewer", "tests", "cases", "resources", "pyproject.toml")
TIMEOUT_SECONDS = 120

COMPARED: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
CALCULATED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv,
    ast.Pow: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
}
SWAPPED = {"min": "max", "max": "min", "floor": "ceil", "ceil": "floor", "all": "any", "any": "all"}


def _compared(node: ast.Compare) -> list[ast.AST]:
    first, *more = node.ops
    others = COMPARED[type(first)]
    return [ast.Compare(node.left, [other(), *more], node.comparators) for other in others]


def _joined(node: ast.BoolOp) -> list[ast.AST]:
    other = ast.And() if isinstance(node.op, ast.Or) else ast.Or()
    rests = [node.values[:n] + node.values[n + 1 :] for n in range(len(node.values))]
    fewer = [rest[0] if len(rest) == 1 else ast.BoolOp(node.op, rest) for rest in rests]
    return [ast.BoolOp(other, node.values), *fewer]


def _constant(node: ast.Constant) -> list[ast.AST]:
    if isinstance(node.value, bool):
        return [ast.Constant(not node.value)]
    if isinstance(node.value, int | float):
        return [ast.Constant(node.value + 1), ast.Constant(node.value - 1)]
    return [ast.Constant(f"{node.value}!")] if isinstance(node.value, str) else []


def _named(node: ast.Name | ast.Attribute) -> list[ast.AST]:
    if isinstance(node, ast.Name):
        return [ast.Name(SWAPPED[node.id], node.ctx)] if node.id in SWAPPED else []
    other = SWAPPED.get(node.attr)
    return [ast.Attribute(node.value, other, node.ctx)] if other else []


def _returned(node: ast.Return) -> list[ast.AST]:
    is_none = isinstance(node.value, ast.Constant) and node.value.value is None
    return [] if node.value is None or is_none else [ast.Return(ast.Constant(None))]


VARIANTS: dict[type[ast.AST], Callable[[Any], list[ast.AST]]] = {
    ast.Compare: _compared,
    ast.BoolOp: _joined,
    ast.UnaryOp: lambda node: [node.operand],
    ast.BinOp: lambda node: [ast.BinOp(node.left, CALCULATED[type(node.op)](), node.right)],
    ast.IfExp: lambda node: [node.body, node.orelse],
    ast.If: lambda node: [ast.If(ast.Constant(is_so), node.body, node.orelse) for is_so in (1, 0)],
    ast.Constant: _constant,
    ast.Name: _named,
    ast.Attribute: _named,
    ast.Return: _returned,
    ast.Raise: lambda _: [ast.Pass()],
    ast.Expr: lambda node: [] if isinstance(node.value, ast.Constant) else [ast.Pass()],
}
"""For each kind of node the ways to say something else in its place."""


class _Replace(ast.NodeTransformer):
    def __init__(self, place: int, other: ast.AST) -> None:
        self._place, self._other, self._seen = place, other, -1

    def visit(self, node: ast.AST) -> ast.AST:
        self._seen += 1
        return self._other if self._seen == self._place else self.generic_visit(node)


class _Number(ast.NodeVisitor):
    """Gives nodes in the order in which `_Replace` meets them, without types and docstrings."""

    def __init__(self) -> None:
        self.nodes: list[ast.AST] = []
        self.left_alone: set[int] = set()

    def visit(self, node: ast.AST) -> None:
        self.nodes.append(node)
        for name in ("annotation", "returns", "decorator_list"):
            inner = getattr(node, name, None)
            for one in inner if isinstance(inner, list) else [inner] if inner else []:
                self.left_alone |= {id(n) for n in ast.walk(one)}
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            self.left_alone.add(id(node.value))
        self.generic_visit(node)


def mutants(source: str) -> Iterator[tuple[str, str]]:
    """Give each changed source with a line that says what was changed."""
    numbered = _Number()
    numbered.visit(ast.parse(source))
    for place, node in enumerate(numbered.nodes):
        line = getattr(node, "lineno", 0)
        if id(node) in numbered.left_alone:
            continue
        for variant in VARIANTS.get(type(node), lambda _: [])(node):
            other = ast.copy_location(variant, node)
            tree = _Replace(place, other).visit(ast.parse(source))
            changed = ast.unparse(ast.fix_missing_locations(tree))
            said = (ast.unparse(one).split("\n")[0] for one in (node, other))
            yield changed, f"{line}: {'  ->  '.join(said)}"


def _copy(folder: Path) -> None:
    hidden = shutil.ignore_patterns("__pycache__", "e2e", "pixels", "bench")
    for name in COPIED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=hidden)
        elif (ROOT / name).exists():
            shutil.copy2(ROOT / name, folder / name)


def _tests_pass(folder: Path, tests: list[str]) -> bool:
    command = [sys.executable, "-B", "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests]
    try:
        done = subprocess.run(
            command,
            cwd=folder,
            env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
            capture_output=True,
            timeout=TIMEOUT_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def main(module: str, tests: list[str]) -> int:
    """Run the tests against every mutant of a module; print the survivors."""
    found = list(mutants((ROOT / module).read_text("utf-8")))
    workers = min(8, os.cpu_count() or 1)
    with tempfile.TemporaryDirectory() as base:
        folders = [Path(base, str(n)) for n in range(workers)]
        for folder in folders:
            _copy(folder)
        if not _tests_pass(folders[0], tests):
            print("the tests fail without any change")
            return 2

        def survivors(number: int) -> list[str]:
            kept = []
            for changed, what in found[number::workers]:
                (folders[number] / module).write_text(changed, "utf-8")
                if _tests_pass(folders[number], tests):
                    kept.append(what)
            return kept

        with ThreadPoolExecutor(workers) as pool:
            alive = [what for kept in pool.map(survivors, range(workers)) for what in kept]
    for what in sorted(alive, key=lambda text: int(text.partition(":")[0])):
        print(f"{module}:{what}")
    print(f"{module}: {len(found)} changes, {len(alive)} not noticed")
    return 1 if alive else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
