"""What is written reads as if typed by hand, and reads back as the same case."""

from __future__ import annotations

import math
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from viewer.io.case_store import OpenedCase, open_case
from viewer.io.case_writer import case_json
from viewer.model.case import Case

Open = Callable[[Any], OpenedCase]
CASES = Path(__file__).resolve().parents[3] / "cases"


@pytest.mark.parametrize("folder", sorted(path.parent.name for path in CASES.glob("*/case.json")))
def test_shipped_cases_read_back_equal(tmp_path: Path, folder: str) -> None:
    case = open_case(CASES / folder).case
    text = case_json(case)
    copy = shutil.copytree(CASES / folder, tmp_path / folder)  # with its samples and pictures
    (copy / "case.json").write_text(text, "utf-8")
    written = open_case(copy)
    assert written.problems == ()
    assert written.case == case
    assert case_json(written.case) == text


def test_a_case_with_unknown_parts_reads_back_equal(opened: Open, plain: dict[str, Any]) -> None:
    plain["more"] = {"a": None, "b": [1.5, {}], "c": 'µ 血 "quoted"'}
    plain["events"][0]["colour"] = None
    plain["events"][0]["known_from"] = None
    case = opened(plain).case
    text = case_json(case)
    assert opened(text).case == case
    assert '"more": {"a": null, "b": [1.5, {}], "c": "µ 血 \\"quoted\\""}' in text
    assert '"colour": null' in text
    assert '"known_from": null' not in text


def test_it_is_laid_out_as_a_hand_would(plain: dict[str, Any]) -> None:
    for name in list(plain):
        if name not in ("format", "id", "title", "subject", "day_zero", "events"):
            del plain[name]
    del plain["events"][1:]
    plain["events"][0]["links"] = []
    plain["events"][0]["when"] = {"start": {"day": 1.0}, "end": {"day": 2.5, "precision": "hour"}}
    plain = {**plain, "$schema": "../case.schema.json"}
    assert case_json(Case.model_validate(plain)) == (
        """{
  "$schema": "../case.schema.json",
  "format": "dayline-case/1",
  "id": "plain",
  "title": "A case",
  "subject": {"sex": "female", "age_years": 45},
  "day_zero": {"text": "The day of admission."},
  "events": [
    {
      "id": "a",
      "lane": "drugs",
      "title": {"en": "Drug a", "ja": "薬 a"},
      "when": {"start": {"day": 1}, "end": {"day": 2.5, "precision": "hour"}},
      "evidence": {"kind": "reported"},
      "outcome": {"sign": "effective", "text": "It helped", "known_from": 3},
      "details": [{"label": "Dose", "text": "1 g"}, {"label": "Route", "text": "oral"}],
      "links": [],
      "codes": [{"system": "ATC", "code": "A01"}]
    }
  ]
}
"""
    )


def test_numbers_beyond_all_reason_stay_short(plain: dict[str, Any]) -> None:
    plain["series"][0]["points"][0]["value"] = 1e300
    assert '"value": 1e+300' in case_json(Case.model_validate(plain))


def test_what_json_cannot_say_is_refused(plain: dict[str, Any]) -> None:
    plain["more"] = math.nan
    with pytest.raises(ValueError, match="JSON compliant"):
        case_json(Case.model_validate(plain))
