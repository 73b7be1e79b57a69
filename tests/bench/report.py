"""What was measured: a table on the screen, `build/bench.json`, and the table of the docs."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BUILD = ROOT / "build"
FILE = BUILD / "bench.json"
DOCS = ROOT / "docs" / "performance.md"
MARKS = ("<!-- figures -->", "<!-- end of the figures -->")


@dataclass(frozen=True)
class Row:
    """One figure and the most it should be; None where it could not be measured."""

    name: str
    figure: float | None
    goal: float
    met: bool
    note: str


def time_text(seconds: float) -> str:
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1e3:.3g} ms"


def compared(name: str, ours: float, peer: float, goal: float, note: str = "") -> Row:
    """Give the row of a ratio of seconds."""
    figure = round(ours / peer, 4)
    said = f"{time_text(ours)} / {time_text(peer)}"
    return Row(name, figure, goal, ours / peer <= goal, f"{said}; {note}" if note else said)


def left_out(name: str, goal: float, why: str) -> Row:
    """Give the row of what could not be measured here."""
    return Row(name, None, goal, False, f"skipped: {why}")


def record(row: Row) -> None:
    """Print a row and put it into the file, in place of an older one of the same name."""
    print(f"\n{line(row)}")
    rows = {known["name"]: known for known in read()} | {row.name: asdict(row)}
    FILE.parent.mkdir(exist_ok=True)
    FILE.write_text(json.dumps([*rows.values()], indent=1, ensure_ascii=False) + "\n", "utf-8")


def read() -> list[dict[str, object]]:
    """Give the rows measured so far."""
    return json.loads(FILE.read_text("utf-8")) if FILE.is_file() else []


def figure_text(figure: object) -> str:
    return "–" if figure is None else f"{figure:.3g}"


def line(row: Row) -> str:
    sign = "met" if row.met else "skipped" if row.figure is None else "NOT MET"
    return f"{row.name:100} {figure_text(row.figure):>7} ≤ {row.goal:<5} {sign:8} {row.note}"


def table() -> str:
    """Give all rows as a table in Markdown."""
    lines = ["| what | figure | at most | met | measured |", "| --- | --- | --- | --- | --- |"]
    for row in read():
        met = "yes" if row["met"] else "–" if row["figure"] is None else "**no**"
        cells = (row["name"], figure_text(row["figure"]), row["goal"], met, row["note"])
        lines.append(f"| {' | '.join(str(cell) for cell in cells)} |")
    return "\n".join(lines)


def main() -> None:
    """Write the table of the last run into the docs."""
    before, _, rest = DOCS.read_text("utf-8").partition(MARKS[0])
    after = rest.partition(MARKS[1])[2]
    text = f"{before}{MARKS[0]}\n\n{table()}\n\n{MARKS[1]}{after}"
    DOCS.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
