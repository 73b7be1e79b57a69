"""Reads exported CSV back into a raw case, and takes from one what the docs say CSV loses."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from typing import Any

from tests.e2e.later_parts import is_text
from viewer.io.case_writer import case_json
from viewer.model.case import Case

Json = dict[str, Any]
FORMULA = "=+-@＝＋－＠"
TIME = ("day", "earliest", "about", "latest", "precision", "evidence", "why", "wording")


def table(raw: bytes) -> list[dict[str, str]]:
    """Give the rows of a table, cells by the names of their columns."""
    text = raw.decode("utf-8-sig")
    return [
        {name: _cell(cell) for name, cell in row.items()}
        for row in csv.DictReader(io.StringIO(text, newline=""), strict=True)
    ]


def _cell(cell: str) -> str:
    return cell[1:] if cell[:1] == "'" and cell[1:2] and cell[1] in FORMULA else cell


def case_of(events: bytes, values: bytes) -> Json:
    """Give the lanes, events, statements, studies, reports and series that two tables tell."""
    reader = _Reader()
    for row in table(events):
        reader.take(row)
    found = reader.found
    found["series"] = [*_series(table(values)).values()]
    return {name: parts for name, parts in found.items() if parts}


class _Reader:
    def __init__(self) -> None:
        names = ("lanes", "events", "statements", "studies", "reports", "series")
        self.found: dict[str, list[Json]] = {name: [] for name in names}
        self.whole: dict[str, Json] = {}

    def take(self, row: dict[str, str]) -> None:
        kind = row["row"]
        part = _known(row)
        if kind in ("event", "statement"):
            self.lane(row)
        name = {"event": "events", "study": "studies"}.get(kind, f"{kind}s")
        if kind == "event":
            part |= {"id": row["id"], "lane": row["lane"], "title": row["title"]} | _when(row)
            part |= _dose(row) | _given(row, "therapy_line", number=True) | _ids(row)
        elif kind == "statement":
            part |= {"id": row["id"], "text": row["text"]} | _when(row) | _ids(row)
            part |= _given(row, "lane") | _named(row, kind="direction")
        elif kind == "study":
            part |= {"id": row["id"], "title": row["title"], "modality": row["kind"]}
            part |= _when(row) | _ids(row)
        elif kind == "report":
            part |= {"id": row["id"], "title": row["title"]} | _named(row, text="specimen")
            part |= _when(row) | _ids(row)
        else:
            self.part(row, part)
            return
        self.found[name].append(part)
        self.whole[row["id"]] = part

    def part(self, row: dict[str, str], part: Json) -> None:
        whole, kind = self.whole[row["of"]], row["row"]
        part |= _named(row, text="text")
        if kind in ("result", "diagnosis", "grade"):
            whole[kind] = part
        elif kind == "outcome":
            whole[kind] = part | {"sign": row["kind"]} | _when(row)
        elif kind == "response":
            del part["text"]
            whole[kind] = part | {"kind": row["kind"], "value": row["text"]}
            whole[kind] |= _named(row, title="scale")
        elif kind == "change":
            whole.setdefault("changes", []).append(part | _when(row) | _dose(row))
        elif kind == "cycle":
            cycle = part | _when(row) | {"number": int(row["value"])}
            whole.setdefault("cycles", []).append(cycle)
        elif kind == "detail":
            whole.setdefault("details", []).append(part | {"label": row["title"]})
        elif kind == "finding":
            name = "findings" if "modality" in whole else "morphology"
            whole.setdefault(name, []).append(part | {"site": row["title"]})
        elif kind == "remark":
            whole.setdefault("remarks", []).append(part)
        elif kind == "figure":
            figure = (
                _known(row) | {"label": row["title"]} | _named(row, text="caption", file="file")
            )
            whole.setdefault("figures", []).append(figure)
        elif kind in PICTURED:
            name, read = PICTURED[kind]
            whole.setdefault(name, []).append(read(row))
        elif kind == "stain":
            stain = _known(row) | {"marker": row["title"], "result": row["text"]}
            stain |= _named(row, kind="figure", details="score")
            percent = {"percent": float(row["value"])} if row["value"] else {}
            whole.setdefault("stains", []).append(stain | percent)
        else:
            code = {"system": row["kind"], "code": row["text"]} | _named(row, title="display")
            whole.setdefault("codes", []).append(code)

    def lane(self, row: dict[str, str]) -> None:
        lane = {"id": row["lane"], "title": row["lane_title"], "kind": row["lane_kind"]}
        if row["lane"] and lane not in self.found["lanes"]:
            self.found["lanes"].append(lane)


def _lesion(row: dict[str, str]) -> Json:
    assert row["unit"] == "mm"
    lesion = _known(row) | {"name": row["title"]} | _named(row, text="site")
    lesion["diameter_mm"] = float(row["value"])
    return lesion | ({"is_node": True} if row["kind"] == "node" else {})


def _images(row: dict[str, str]) -> Json:
    return _known(row) | {"path": row["file"]} | _named(row, title="title")


def _slide(row: dict[str, str]) -> Json:
    return _known(row) | {"path": row["file"]} | _named(row, title="title", text="stain")


PICTURED: dict[str, tuple[str, Callable[[dict[str, str]], Json]]] = {
    "lesion": ("lesions", _lesion),
    "images": ("images", _images),
    "slide": ("slides", _slide),
}


# --- cells --------------------------------------------------------------------------------


def _given(row: dict[str, str], *names: str, number: bool = False) -> Json:
    return {n: float(row[n]) if number else row[n] for n in names if row[n]}


def _named(row: dict[str, str], **names: str) -> Json:
    return {name: row[column] for column, name in names.items() if row[column]}


def _known(row: dict[str, str]) -> Json:
    evidence = _named(row, evidence="kind", source="source", place="place", why="why")
    known = _given(row, "known_from", number=True)
    return known | ({"evidence": evidence} if evidence else {})


def _ids(row: dict[str, str]) -> Json:
    return {name: row[name].split() for name in ("series", "links") if row[name]}


def _dose(row: dict[str, str]) -> Json:
    if not row["value"]:
        return {}
    return {"dose": {"value": float(row["value"]), "unit": row["unit"]} | _given(row, "per")}


def _moment(row: dict[str, str], name: str) -> Json:
    cells = {field: row[f"{name}_{field}"] for field in TIME if row.get(f"{name}_{field}")}
    return {f: float(c) if f in TIME[:4] else c for f, c in cells.items()}


def _when(row: dict[str, str]) -> Json:
    if not row["start"]:
        return {}
    start = _moment(row, "start")
    if not row["end"]:
        return {"when": start}
    end = row["end"] if row["end"] in ("open", "unknown", "not_told") else _moment(row, "end")
    return {"when": {"start": start, "end": end} | _given(row, "wording")}


# --- values -------------------------------------------------------------------------------


def _series(rows: list[dict[str, str]]) -> dict[str, Json]:
    found: dict[str, Json] = {}
    for row in rows:
        own = {"id": row["series"], "title": row["series_title"], "analyte": row["analyte"]}
        own |= _given(row, "unit", "printed_unit", "specimen")
        if row["codes"]:
            pairs = [code.rpartition("|") for code in row["codes"].split()]
            own["codes"] = [{"system": system, "code": code} for system, _, code in pairs]
        series = found.setdefault(row["series"], own)
        if row["row"] == "value":
            series.setdefault("points", []).append(_point(row))
        elif row["row"] == "reference":
            series.setdefault("references", []).append(_reference(row))
        elif row["row"] == "remark":
            series.setdefault("remarks", []).append({"text": row["remarks"]} | _known(row))
        else:
            sample = [float(row["start_day"]), float(row["value"] or "nan")]
            series.setdefault("samples", []).append(sample)
    for series in found.values():  # only limits of its own make a value's
        for point in series.get("points", []):
            if point.get("reference") in series.get("references", []):
                del point["reference"]
    return found


def _point(row: dict[str, str]) -> Json:
    point = _known(row) | {"when": _moment(row, "start")} | _given(row, "value", number=True)
    point |= _given(row, "id", "comparator", "word", "printed", "laboratory", "remarks")
    reference = _reference(row)
    return point | ({"reference": reference} if reference else {})


def _reference(row: dict[str, str]) -> Json:
    if not row["reference_laboratory"]:
        return {}
    names = {f"reference_{n}": n for n in ("low", "high")}
    limits = {name: float(row[column]) for column, name in names.items() if row[column]}
    for name in ("high_is_outside", "is_own"):
        limits |= {name: True} if row[f"reference_{name}"] == "true" else {}
    return limits | _named(row, reference_laboratory="laboratory", reference_source="source")


# --- what is lost -------------------------------------------------------------------------


def as_csv_tells(case: Case, language: str = "en") -> Json:
    """Give what docs/exports.md says is left of a case in CSV: all else is lost."""
    raw = json.loads(case_json(case))
    first = raw["sources"][0]["id"] if raw.get("sources") else None
    kept = ("lanes", "events", "statements", "studies", "reports", "series")
    left = {name: plain(raw[name], language, first) for name in kept if raw.get(name)}
    used = {part.get("lane") for name in ("events", "statements") for part in left.get(name, [])}
    left["lanes"] = [lane for lane in left.get("lanes", []) if lane["id"] in used]
    for lane in left["lanes"]:
        lane.pop("group", None)
    for series in left.get("series", []):
        _cut_series(series)
    return {name: parts for name, parts in left.items() if parts}


def plain(value: Any, language: str, source: str | None, name: str = "") -> Any:
    """Give a part with texts in one language, on one line, titles at their last stage."""
    if is_text(value) or isinstance(value, str):
        text = value if isinstance(value, str) else value.get(language, next(iter(value.values())))
        return " ".join(re.sub("[\x00-\x08\x0e-\x1b\x7f\u200b\ufeff]", "", text).split()).replace(
            "−", "-"
        )
    if isinstance(value, list) and name == "title":
        return plain(value[-1]["text"], language, source)
    if isinstance(value, list):
        return [plain(one, language, source) for one in value]
    if isinstance(value, dict):
        made = {key: plain(one, language, source, key) for key, one in value.items()}
        if name == "evidence" and source is not None:
            made.setdefault("source", source)
        return _cut_part({k: one for k, one in made.items() if one is not False and one != []})
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _cut_part(part: Json) -> Json:
    """Take from a time the day it is known from; a precision is always said."""
    if any(name in part for name in TIME[:4]):
        part.pop("known_from", None)
        part.setdefault("precision", "day")
    if ("value" in part and set(part) & {"scale"}) or part.get("value") in ("CR", "PR", "SD"):
        part.setdefault("kind", "response")
    return part


def _cut_series(series: Json) -> None:
    for name in ("short", "gap_days", "known_from", "samples"):
        series.pop(name, None)
    laboratory = series.pop("laboratory", None)
    for code in series.get("codes", []):
        code.pop("display", None)
    for point in series.get("points", []):
        if laboratory:
            point.setdefault("laboratory", laboratory)
        if "remarks" in point:
            point["remarks"] = "; ".join(remark["text"] for remark in point["remarks"])
        point.get("reference", {}).pop("period", None)
    for reference in series.get("references", []):
        reference.pop("period", None)
