"""The page about the format says what the program does."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from viewer.io import case_files, case_zip, sample_files
from viewer.io.case_store import OpenedCase
from viewer.io.json_places import DEPTH_LIMIT
from viewer.model.part import DAY_LIMIT
from viewer.model.samples import GAP_SPACINGS

PAGE = (Path(__file__).resolve().parents[3] / "docs" / "case-format.md").read_text("utf-8")
EXAMPLE = re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)[0]
TREATMENTS = re.findall(r"^\| `(\".*?[}\]\d])`", PAGE, re.MULTILINE)
TIMES = re.findall(r"^\| `(\{.*?\})`", PAGE, re.MULTILINE)


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
