"""The page about the format says what the program does."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import pytest

from viewer.io import case_files, case_zip, sample_files
from viewer.io.case_store import OpenedCase
from viewer.io.json_places import DEPTH_LIMIT
from viewer.model.clinical import Images, Lesion, Slide, Stain
from viewer.model.label_kinds import KINDS
from viewer.model.lesion_series import SUM_ID
from viewer.model.panel_names import PANELS
from viewer.model.part import DAY_LIMIT
from viewer.model.plot_choices import ScaleKind
from viewer.model.samples import GAP_SPACINGS
from viewer.model.scene import MOST_SECONDS, Drawing, Labels, Scene

PAGE = (Path(__file__).resolve().parents[3] / "docs" / "case-format.md").read_text("utf-8")
EXAMPLE = re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)[0]
TREATMENTS = re.findall(r"^\| `(\".*?[}\]\d])`", PAGE, re.MULTILINE)
TIMES = re.findall(r"^\| `(\{.*?\})`", PAGE, re.MULTILINE)
SCENES = re.findall(r"^## Scenes for a conference$(.*?)^## ", PAGE, re.DOTALL | re.MULTILINE)[0]
DECK = re.findall(r"```json\n(.*?)```", SCENES, re.DOTALL)[0]


def test_the_example_opens_without_a_problem(opened: Callable[[Any], OpenedCase]) -> None:
    one = opened(EXAMPLE)
    assert one.problems == ()
    assert [event.id for event in one.case.events] == ["fever", "doxycycline"]


def test_there_is_a_line_for_each_form_of_time() -> None:
    assert len(TIMES) == 11


@pytest.mark.parametrize("written", TIMES)
def test_each_form_of_time_is_one(opened: Callable[[Any], OpenedCase], written: str) -> None:
    example = re.sub(
        r'"when": \{"start": \{"day": 1\}, "end": \{"day": 7\}\}', f'"when": {written}', EXAMPLE
    )
    assert example != EXAMPLE or written.endswith('{"day": 7}}')
    one = opened(example)
    assert one.problems == ()
    assert len(one.case.events) == 2


@pytest.mark.parametrize("written", TREATMENTS)
def test_each_form_of_treatment_is_one(opened: Callable[[Any], OpenedCase], written: str) -> None:
    one = opened(EXAMPLE.replace('"title": "Doxycycline",', f'"title": "Doxycycline", {written},'))
    assert one.problems == ()
    name = written.split('"')[1]
    assert getattr(one.case.events[1], name) not in (None, ())


def test_pictures_lesions_and_slides_are_what_the_page_says(
    opened: Callable[[Any], OpenedCase], write: Callable[[Any], Path]
) -> None:
    (part,) = re.findall(r"^## Pictures, .*?```json\n(.*?)```", PAGE, re.DOTALL | re.MULTILINE)
    raw = json.loads(EXAMPLE) | json.loads("{" + part + "}")
    folder = write(raw)
    for name in ("ct-before/1.dcm", "figures/ct-a.png", "slides/he.svs", "slides/her2.svs"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(b"")
    one = opened(raw)
    assert one.problems == ()
    (study,), (report,) = one.case.studies, one.case.reports
    for kind, given in (
        (Images, raw["studies"][0]["images"]),
        (Lesion, raw["studies"][0]["lesions"]),
        (Slide, raw["reports"][0]["slides"]),
        (Stain, raw["reports"][0]["stains"]),
    ):
        names = {name for entry in given for name in entry}
        assert names >= set(kind.model_fields) - {"known_from", "figure"}
    assert (len(study.images), len(study.lesions), len(report.slides)) == (2, 2, 2)
    assert f"`{SUM_ID}`" in PAGE


def test_there_is_a_line_for_each_form_of_treatment() -> None:
    assert len(TREATMENTS) == 7


def test_the_limits_are_those_of_the_program() -> None:
    for limit in (
        case_files.size_text(case_files.CASE_LIMIT),
        case_files.size_text(case_files.ASSET_LIMIT),
        case_files.size_text(case_zip.TOTAL_LIMIT),
        case_files.size_text(sample_files.SAMPLES_FILE_LIMIT),
        f"{sample_files.SAMPLES_LIMIT:,}",
        f"{case_zip.ENTRY_COUNT_LIMIT:,}",
        f"{case_zip.RATIO_LIMIT} times",
        f"| {DEPTH_LIMIT} |",
        f"{DAY_LIMIT:,} days",
    ):
        assert limit in PAGE
    assert case_zip.ENTRY_LIMIT == case_files.ASSET_LIMIT


def test_the_gap_of_samples_is_the_one_the_page_names() -> None:
    assert GAP_SPACINGS == 3
    assert "three times the usual distance" in PAGE


def test_the_scene_of_the_example_says_all_that_a_scene_can_say(
    opened: Callable[[Any], OpenedCase],
) -> None:
    example = json.loads(EXAMPLE) | json.loads("{" + DECK + "}")
    one = opened(example)
    assert one.problems == ()
    (scene,) = one.case.deck
    assert set(example["deck"][0]) == scene.model_fields_set == set(Scene.model_fields)


def test_there_is_a_line_for_each_field_of_a_scene() -> None:
    rows = dict(re.findall(r"^\| `(\w+)` \| (.*) \|$", SCENES, re.MULTILINE))
    assert list(rows) == list(Scene.model_fields)
    for row, names in (
        ("labels", (*Labels.model_fields, *KINDS)),
        ("drawing", (*Drawing.model_fields, *get_args(ScaleKind))),
        ("panel", PANELS),
        ("planned_s", ()),
    ):
        assert [name for name in names if f"`{name}`" not in rows[row]] == []
    assert f"{MOST_SECONDS:,}" in rows["planned_s"]
