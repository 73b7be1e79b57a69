"""Faults in data are values that say what is wrong, where, and what to do."""

from __future__ import annotations

import pytest

from viewer.model.problem import Problem


@pytest.mark.parametrize(
    ("given", "place"),
    [
        ({}, ""),
        ({"file": "case.json"}, "case.json"),
        ({"file": "case.json", "line": 41}, "case.json line 41"),
        ({"file": "case.json", "path": "events[3]"}, "case.json: events[3]"),
        (
            {"file": "case.json", "line": 41, "path": "events[3]"},
            "case.json line 41: events[3]",
        ),
    ],
)
def test_a_problem_names_its_place_as_closely_as_it_can(
    given: dict[str, object], place: str
) -> None:
    assert Problem("error", "m", "", **given).place == place  # type: ignore[arg-type]


def test_a_problem_says_what_is_wrong_what_to_do_and_what_it_costs() -> None:
    problem = Problem("error", "{a} is wrong.", "Write {b}.", {"a": "A", "b": "{b}"})
    assert str(problem) == "A is wrong. Write {b}."
    full = Problem("warning", "m.", "r.", file="case.json", effect="It is not shown.")
    assert str(full) == "case.json: m. r. It is not shown."
    assert str(Problem("error", "m.", "")) == "m."
