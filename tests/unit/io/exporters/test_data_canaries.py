"""No later fact stands in the bytes of any export of data, packed or unpacked; a control leaks."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.annotating_making import a_note, annas_pen, annotation_id
from tests.e2e.later import changed_after
from tests.e2e.later_parts import STRANGE, days_of
from tests.e2e.test_stage_canaries import NUMBER, WORD, canary_case, word
from tests.unit.io.exporters.plain_words import WORDS
from tests.unit.io.exporters.test_dayline_file import Files
from viewer.io.case_store import open_case
from viewer.io.case_writer import case_json
from viewer.io.exporters.csv_tables import events_csv, values_csv
from viewer.io.exporters.dayline_file import dayline_file
from viewer.io.exporters.phenopacket import phenopacket
from viewer.io.exporters.timeline import care_html, care_markdown
from viewer.io.exporters.workbook import workbook
from viewer.model.annotation import OnDay
from viewer.model.annotation_places import disclosed
from viewer.model.annotation_set import AnnotationSet
from viewer.model.case import Case
from viewer.model.disclosure import disclose
from viewer.model.samples import SampleValues
from viewer.model.series import Samples
from viewer.paths import cases

SAMPLES = 9_000_000.0
"""A sample says its day as this number and the day: no other fact is so large."""

Export = Callable[[Case, AnnotationSet, "int | None"], bytes]
PICTURES = Files(**{f"f__{day}_png": word(day).encode() for day in range(60)})
EXPORTS: dict[str, Export] = {
    "events": lambda case, *_: events_csv(case, WORDS),
    "values": lambda case, *_: values_csv(case, WORDS),
    "xlsx": lambda case, *_: workbook(case, WORDS),
    "md": lambda case, *_: care_markdown(case, WORDS).encode(),
    "html": lambda case, *_: care_html(case, WORDS).encode(),
    "phenopacket": lambda case, *_: phenopacket(case, WORDS),
    "dayline": lambda case, notes, horizon: dayline_file(
        case, WORDS, PICTURES, notes, horizon=horizon, with_sources=True
    ),
}


def watched(seed: int) -> tuple[Case, AnnotationSet, list[int]]:
    """A case with the word of its day in every fact, samples and pictures too, and notes on it."""
    case = canary_case(seed)
    days = sorted({scene.horizon for scene in case.deck if scene.horizon is not None})
    raw = json.loads(case_json(case))
    raw["studies"][0]["figures"] = [
        {"label": word(day), "file": f"f/{day}.png", "known_from": day} for day in days
    ]
    raw["sources"] = [{"id": "paper", "title": "Paper", "known_from": 0, "file": "f/59.png"}]
    raw["series"][0]["samples"] = {"file": "long.npy", "evidence": {"kind": "reported"}}
    case = Case.model_validate(raw)
    moments = np.arange(0, 60, 0.25)
    held = SampleValues(moments, SAMPLES + np.floor(moments), moments[::9])
    samples = case.series[0].samples
    assert isinstance(samples, Samples)
    series = case.series[0].model_copy(update={"samples": samples.holding(held)})
    pen = annas_pen()
    pen.write("begin", name="Anna")
    notes = {
        annotation_id(number=day): a_note(word(day), OnDay(day=day), known_from=day) for day in days
    }
    pen.put(notes)
    return case.model_copy(update={"series": (series, *case.series[1:])}), pen.known, days


def unpacked(raw: bytes) -> bytes:
    """Give some bytes and, where they are a zip file, all that is in it, names too."""
    if not raw.startswith(b"PK"):
        return raw
    packed = zipfile.ZipFile(io.BytesIO(raw))
    return raw + b"".join(name.encode() + packed.read(name) for name in packed.namelist())


def days_in(raw: bytes) -> set[int]:
    """Give the days that any bytes tell: as words, as numbers in a text or in a file."""
    whole = unpacked(raw)
    text = whole.decode("utf-8", "replace")
    found = {int(day) for pattern in (WORD, NUMBER) for day in pattern.findall(text)}
    for day in range(60):
        number = SAMPLES + day
        if f"{number:.0f}" in text or np.float64(number).tobytes() in whole:
            found.add(day)
    return found


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("name", EXPORTS)
def test_no_later_fact_is_in_any_export(name: str, seed: int) -> None:
    case, notes, days = watched(seed)
    for horizon in [-1, 0, *days[::3]]:
        told = disclose(case, horizon)
        raw = EXPORTS[name](told, disclosed(notes, told, horizon), horizon)
        found = days_in(raw)
        assert {day for day in found if day > horizon} == set(), horizon
        if horizon > 0 and name != "values":
            assert horizon in found  # what may be known is told


@pytest.mark.parametrize("name", EXPORTS)
def test_the_control_leaks(name: str) -> None:
    case, notes, days = watched(1)
    found = days_in(EXPORTS[name](case, notes, None))
    assert found >= set(days)
    if name in ("values", "xlsx", "dayline"):
        assert found >= set(range(60))


def test_each_kind_of_fact_would_leak_from_the_file() -> None:
    """The control of pictures, samples and notes, which stand in files of their own."""
    case, notes, days = watched(1)
    packed = zipfile.ZipFile(io.BytesIO(EXPORTS["dayline"](case, notes, None)))
    names = packed.namelist()
    assert {f"f/{day}.png" for day in days} <= set(names)
    assert days_in(packed.read("long.npy")) == set(range(60))
    assert days_in(packed.read("notes/annotations.jsonld")) == set(days)


def shipped() -> dict[str, Any]:
    raw: dict[str, Any] = json.loads((cases() / "insulinoma-tae" / "case.json").read_text("utf-8"))
    return raw


def opened(raw: dict[str, Any], folder: Path) -> Case:
    folder.mkdir()
    (folder / "case.json").write_text(json.dumps(raw), "utf-8")
    found = open_case(folder)
    assert not [problem for problem in found.problems if problem.severity == "error"]
    return found.case


@pytest.mark.parametrize("horizon", [-1, 0, 5, 11, 12, 22, 41, 61, 156])
def test_whatever_comes_later_the_bytes_are_the_same(horizon: int, tmp_path: Path) -> None:
    mine = disclose(opened(shipped(), tmp_path / "mine"), horizon)
    other = disclose(opened(changed_after(shipped(), horizon), tmp_path / "other"), horizon)
    notes = AnnotationSet()
    for name, export in EXPORTS.items():
        one, two = export(mine, notes, horizon), export(other, notes, horizon)
        text = unpacked(two).decode("utf-8", "replace").lower()
        assert not [strange for strange in STRANGE if strange in text], name
        assert one == two, name


def test_the_twin_says_something_else_without_a_horizon(tmp_path: Path) -> None:
    other = opened(changed_after(shipped(), 11), tmp_path / "other")
    for name, export in EXPORTS.items():
        text = unpacked(export(other, AnnotationSet(), None)).decode("utf-8", "replace").lower()
        found = [strange for strange in STRANGE if strange in text]
        assert found, name


def test_days_are_chosen_that_matter() -> None:
    assert {0, 12, 22, 41, 61} <= set(days_of(shipped()))
