"""Write the folder with the licences of all that ships in a bundle.

Standard library only. Called by bundle/make_bundle.py; licences/README.md tells what it reads.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from release import committed_at, version
from shipping import HERE, Bundle, Part, digest, problems, shipped

PAGE = HERE / "licences" / "HOW-TO-REPLACE-QT.md"
OURS = """\
Dayline
Copyright The Dayline authors

All rights reserved. No licence has been chosen for Dayline itself yet.
The parts that it is made of and that are not ours have licences of their own: see README.md.
What those licences allow you, such as exchanging a library under the LGPL and finding faults in
doing so, is not taken away by this: see HOW-TO-REPLACE-QT.md.
"""
HEAD = """\
# Licences of what ships with Dayline {version}

Dayline itself: all rights reserved, no licence has been chosen yet ([Dayline.txt](Dayline.txt)).

Everything else in this folder belongs to others. The table lists each part with its version as far
as it can be read, its licence and where the text stands. Where several licences are offered, the
one in bold is the one it is passed on under. [HOW-TO-REPLACE-QT.md](HOW-TO-REPLACE-QT.md) tells
how to exchange the libraries under the LGPL, and where their sources are to be had.

"""


def write(place: Path, python: Path) -> list[str]:
    """Write the folder for the bundle that it lies in, built with a Python; give what is wrong."""
    return write_for(place, Bundle.packed(place.parent, python))


def write_for(place: Path, bundle: Bundle) -> list[str]:
    """Write the folder for a bundle; give what is wrong.

    What is wrong is printed too. It does not stop a build; `make package-check-licences` fails.
    """
    shutil.rmtree(place, ignore_errors=True)
    parts = shipped(bundle)
    place.mkdir(parents=True)
    put(place / "README.md", HEAD.format(version=version()) + index(parts) + crates(parts))
    put(place / "HOW-TO-REPLACE-QT.md", how_to_replace(parts))
    put(place / "Dayline.txt", OURS)
    for part in parts:
        for name, source in part.texts.items():
            file = place / "texts" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, file)
    put(place / "parts.json", json.dumps(told(bundle, parts), indent=1, ensure_ascii=False) + "\n")
    wrong = problems(bundle, parts)
    for one in wrong:
        print(f"dayline: licences: {one}", file=sys.stderr)
    return wrong


def put(file: Path, text: str) -> None:
    """Write a text with line ends that are the same everywhere."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")


def index(parts: Sequence[Part]) -> str:
    """Give the table of all parts."""
    lines = ["| part | version | licence | where | text |", "| --- | --- | --- | --- | --- |"]
    for part in sorted(parts, key=lambda one: (one.kind != "python", one.name.lower())):
        texts = ", ".join(f"[{name}](texts/{name})" for name in part.texts)
        cells = [part.name, part.version or "not stated", licence(part), where(part), texts]
        lines.append("| " + " | ".join(cells) + " |")
    notes = [f"- **{part.name}**: {part.note}" for part in parts if part.note]
    return "\n".join([*lines, "", "## Notes", "", *notes, ""])


def licence(part: Part) -> str:
    """Word the licence of a part, the one that was chosen in bold."""
    return f"**{part.chosen}**, of {part.licence}" if part.chosen else part.licence


def where(part: Part) -> str:
    """Say where in the bundle a part is."""
    if part.kind == "python":
        return "Python package"
    places = part.files or part.inside
    first = places[0].removeprefix("../")
    more = f" and {len(places) - 1} more" if len(places) > 1 else ""
    return f"{'' if part.files else 'in '}`{first}`{more}"


def contained(part: Part) -> list[dict[str, Any]]:
    """List what a package with Rust inside says of its crates; the first may be the package."""
    found: list[dict[str, Any]] = []
    for file in part.sboms:
        read = json.loads(file.read_text(encoding="utf-8"))
        found += [one for one in read.get("components", ()) if is_crate(one)]
    return sorted(found, key=lambda one: (one["name"], one["version"]))


def is_crate(component: dict[str, Any]) -> bool:
    """Tell whether a component is a crate from outside of the package."""
    return (
        str(component.get("purl", "")).startswith("pkg:cargo/") and "file:" not in component["purl"]
    )


def crates(parts: Sequence[Part]) -> str:
    """Give the tables of crates, as the packages themselves state them."""
    lines = []
    for part in parts:
        inside = contained(part)
        if inside:
            lines += ["", f"## Rust crates in {part.name}, as its wheel states them", ""]
            lines += ["Some of them only took part in building it. Of several licences offered, "]
            lines[-1] += "MIT or else Apache-2.0 holds."
            lines += ["", "| crate | version | licence | authors |", "| --- | --- | --- | --- |"]
            for one in inside:
                cells = [one["name"], one["version"], stated(one), one.get("author", "not stated")]
                lines.append("| " + " | ".join(cells) + " |")
    return "\n".join([*lines, ""])


def stated(component: dict[str, Any]) -> str:
    """Give the licence that a list of components states."""
    said = [one.get("expression") or one.get("license", {}) for one in component["licenses"]]
    return " AND ".join(
        one if isinstance(one, str) else str(one.get("id") or one.get("name")) for one in said
    )


def how_to_replace(parts: Sequence[Part]) -> str:
    """Give the page on exchanging libraries, with the parts that it holds for."""
    lines = ["| part | version | licence | sources |", "| --- | --- | --- | --- |"]
    for part in parts:
        if "LGPL" in part.passed_on:
            cells = [part.name, part.version or "not stated", part.passed_on, part.sources]
            lines.append("| " + " | ".join(cells) + " |")
    qt = next((part.version for part in parts if part.name == "Qt"), "6")
    text = PAGE.read_text(encoding="utf-8").replace("VERSION_OF_QT", qt)
    return text.replace("PARTS", "\n".join(lines), 1)


def told(bundle: Bundle, parts: Sequence[Part]) -> dict[str, Any]:
    """Tell of the parts as programs read it; sbom.py makes a bill of materials of it."""
    rows = []
    for part in parts:
        simple = replace(part, texts={}, sboms=[])
        row = {key: value for key, value in vars(simple).items() if value}
        row["texts"] = list(part.texts)
        row["files"] = {file: digest(bundle.libraries_in / file) for file in part.files}
        row["crates"] = [
            {"name": one["name"], "version": one["version"], "purl": one["purl"],
             "licence": stated(one)}
            for one in contained(part)
        ]  # fmt: skip
        rows.append(row)
    program = {"sha256": digest(bundle.program()), "committed_at": committed_at()}
    return {"version": version(), "python": bundle.python, **program, "parts": rows}
