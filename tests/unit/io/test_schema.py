"""The schema that ships is the model's, and judges cases as the reader does."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from viewer.io.schema import case_schema, schema_text

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def judge() -> jsonschema.Draft202012Validator:
    schema = case_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def test_the_file_that_ships_is_current() -> None:
    shipped = (ROOT / "resources" / "case.schema.json").read_text("utf-8")
    assert shipped == schema_text(), "run: python -m viewer.app schema"


@pytest.mark.parametrize("path", sorted((ROOT / "cases").glob("*/case.json")), ids=str)
def test_shipped_cases_keep_to_it(judge: jsonschema.Draft202012Validator, path: Path) -> None:
    case = json.loads(path.read_text("utf-8"))
    assert [error.message for error in judge.iter_errors(case)] == []
    assert (path.parent / case["$schema"]).resolve() == ROOT / "resources" / "case.schema.json"


def test_a_sound_case_passes(judge: jsonschema.Draft202012Validator, plain: dict[str, Any]) -> None:
    assert judge.is_valid(plain)
    assert judge.is_valid({"$schema": "x", **plain})


@pytest.mark.parametrize(
    "spoil",
    [
        lambda raw: raw.update(colour=1),
        lambda raw: raw["events"][0].update(colour=1),
        lambda raw: raw["events"][0].pop("evidence"),
        lambda raw: raw["events"][0].update(when={"precision": "day"}),
        lambda raw: raw["events"][0].update(when={"day": "3"}),
        lambda raw: raw["events"][0].update(when={"day": 40_000}),
        lambda raw: raw["events"][0].update(title={"EN": "x"}),
        lambda raw: raw["events"][0].update(title=[]),
        lambda raw: raw["events"][0].update(outcome=None),
        lambda raw: raw.pop("format"),
    ],
)
def test_slips_are_underlined(
    judge: jsonschema.Draft202012Validator, plain: dict[str, Any], spoil: Any
) -> None:
    spoil(plain)
    assert not judge.is_valid(plain)


def test_it_explains_itself_and_needs_no_network() -> None:
    text = schema_text()
    assert text.count("http") == 1  # the name of the dialect
    event = case_schema()["$defs"]["Event"]
    assert event["description"] == "Something that happened: a point or an interval in a lane."
    assert "\n" not in event["properties"]["known_from"]["description"]
    assert event["properties"]["known_from"]["type"] == "number"
    assert "title" not in event["properties"]["lane"]
