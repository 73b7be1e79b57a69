"""Cases as a person would write them, on disk."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from viewer.io import sound_events
from viewer.io.case_store import OpenedCase, open_case
from viewer.io.case_writer import case_json

Write = Callable[[Any], Path]
Open = Callable[[Any], OpenedCase]


@pytest.fixture
def plain() -> dict[str, Any]:
    """A small sound case, as a raw document to be spoilt."""
    reported = {"kind": "reported"}
    document = {
        "format": "dayline-case/1",
        "id": "plain",
        "title": "A case",
        "subject": {"sex": "female", "age_years": 45},
        "day_zero": {"text": "The day of admission."},
        "sources": [{"id": "paper", "title": "The paper"}],
        "lanes": [{"id": "drugs", "title": "Drugs", "kind": "drug"}],
        "events": [
            {
                "id": name,
                "lane": "drugs",
                "title": {"en": f"Drug {name}", "ja": f"薬 {name}"},
                "when": {"start": {"day": 1}, "end": {"day": 4}},
                "evidence": reported,
                "outcome": {"sign": "effective", "text": "It helped", "known_from": 3},
                "details": [{"label": "Dose", "text": "1 g"}, {"label": "Route", "text": "oral"}],
                "codes": [{"system": "ATC", "code": "A01"}],
                "links": ["b"] if name == "a" else [],
            }
            for name in "abc"
        ],
        "series": [
            {
                "id": "glucose",
                "title": "Glucose",
                "analyte": "glucose",
                "unit": "mg/dL",
                "points": [
                    {"id": f"g{day}", "when": {"day": day}, "value": 54, "evidence": reported}
                    for day in range(3)
                ],
                "references": [{"low": 70, "laboratory": "L"}, {"high": 99, "laboratory": "M"}],
            }
        ],
        "statements": [
            {
                "id": "well",
                "text": "No attacks",
                "when": {"day": 2},
                "evidence": reported,
                "series": ["glucose"],
                "lane": "drugs",
            }
        ],
        "studies": [
            {
                "id": "ct",
                "title": "CT",
                "modality": "CT",
                "when": {"day": 0},
                "evidence": reported,
                "findings": [
                    {"site": "Liver", "text": "Tumours"},
                    {"site": "Pancreas", "text": "T"},
                ],
                "figures": [{"label": "Fig. 1"}],
                "links": ["a"],
            }
        ],
        "reports": [
            {
                "id": "biopsy",
                "title": "Biopsy",
                "when": {"earliest": 0, "latest": 3},
                "evidence": reported,
                "stains": [{"marker": "Ki-67", "result": "27 %", "percent": 27}],
            }
        ],
        "notes": [{"id": "note", "title": "Course", "text": "It went on."}],
        "discrepancies": [
            {
                "id": "units",
                "title": "Units",
                "sides": [{"text": "U", "place": "p. 1"}, {"text": "µU", "place": "p. 2"}],
                "about": ["glucose"],
            }
        ],
        "glossary": [{"term": "TAE", "text": "Embolisation"}],
        "deck": [{"id": "one", "title": "One", "select": "a", "horizon": 2}],
    }
    return dict(json.loads(json.dumps(document)))  # nothing in it is shared


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write case.json from a document, a text or bytes; give the case folder."""

    def written(content: Any) -> Path:
        folder = tmp_path / "case"
        folder.mkdir(exist_ok=True)
        if not isinstance(content, bytes):
            text = content if isinstance(content, str) else json.dumps(content, indent=1)
            content = text.encode()
        (folder / "case.json").write_bytes(content)
        return folder

    return written


@pytest.fixture
def opened(write: Write, monkeypatch: pytest.MonkeyPatch) -> Open:
    """Write case.json and open the case, which reads the same as a short and as a long one."""

    def read(content: Any) -> OpenedCase:
        folder = write(content)
        one = open_case(folder)
        with monkeypatch.context() as patch:
            patch.setattr(sound_events, "MANY", 0)
            other = open_case(folder)
        assert other.problems == one.problems
        assert case_json(other.case) == case_json(one.case)
        assert other.case == one.case
        return one

    return read
