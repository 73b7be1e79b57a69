"""Nothing later than a scene's horizon stands in the bytes of its slides, in whatever file."""

from __future__ import annotations

import json
import re
import shutil
from html import unescape
from pathlib import Path

import pytest

from tests.e2e.later import changed_after
from tests.e2e.test_stage_canaries import NUMBER, WORD, canary_case, word
from tests.unit.io.exporters.slides.reading_slides import WORDS, a_scene, unpacked
from viewer.io.case_store import open_case
from viewer.io.exporters.slides.writing import slides
from viewer.model.case import Case
from viewer.model.disclosure import disclose
from viewer.paths import first_case

PANELS = ("details", "events", "values", "imaging", "pathology", "notes", "glucose")
TEXTS = re.compile(rb">([^<]+)<|(?:name|descr)=\"([^\"]*)\"")


def days_in(data: bytes) -> set[int]:
    """Give the days whose words stand anywhere in a file, or whose numbers in any of its texts."""
    found: set[int] = set()
    for part in unpacked(data).values():
        found |= {int(day) for day in WORD.findall(part.decode("utf-8", "replace"))}
        for match in TEXTS.findall(part):
            text = unescape(b"".join(match).decode("utf-8", "replace")).replace(",", "")
            whole = text.removesuffix(".0")
            found |= {int(day) for day in NUMBER.findall(whole)}
    return found


def deck_at(case: Case, horizon: int | None, told: int | None, panel: str) -> bytes:
    """Make a slide of a scene at one horizon from a case that is told up to another."""
    scene = a_scene(horizon, panel=panel)
    return slides(lambda _: disclose(case, told), [scene], WORDS)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_no_later_word_or_number_is_in_the_file(seed: int) -> None:
    case = canary_case(seed)
    days = sorted({scene.horizon for scene in case.deck if scene.horizon is not None})
    leaks = {}
    for place, horizon in enumerate(sorted({*days, *(day - 1 for day in days)})):
        told = days_in(deck_at(case, horizon, horizon, PANELS[place % len(PANELS)]))
        if late := {day for day in told if day > horizon}:
            leaks[horizon] = late
        if horizon in days:
            assert horizon in told  # what may be known is said
    assert leaks == {}


def test_the_control_leaks() -> None:
    case = canary_case(1)
    days = sorted({scene.horizon for scene in case.deck if scene.horizon is not None})
    told = days_in(deck_at(case, days[0], None, "events"))
    assert any(day > days[0] for day in told)


def test_a_number_in_the_sheet_of_a_chart_is_found() -> None:
    case = canary_case(1)
    day = max(scene.horizon for scene in case.deck if scene.horizon is not None)
    parts = unpacked(deck_at(case, None, None, "details"))
    sheets = {name: part for name, part in parts.items() if ".xlsx/" in name}
    assert any(f"{9007 + 10 * day}".encode() in part for part in sheets.values())
    assert any(word(day).encode() in part for part in parts.values())


@pytest.mark.parametrize("horizon", [-1, 0, 11, 12, 22, 61, 156])
@pytest.mark.parametrize("panel", ["details", "notes", "imaging"])
def test_what_is_not_told_changes_nothing(horizon: int, panel: str, tmp_path: Path) -> None:
    """The slides of two courses that differ only later are the same."""
    folder = tmp_path / "case"
    shutil.copytree(first_case(), folder)
    raw = json.loads((folder / "case.json").read_text("utf-8"))
    (folder / "case.json").write_text(json.dumps(changed_after(raw, horizon)), "utf-8")
    one, other = open_case(first_case()).case, open_case(folder).case
    made = [unpacked(deck_at(case, horizon, horizon, panel)) for case in (one, other)]
    for parts in made:
        for name in [name for name in parts if "docProps/" in name]:
            del parts[name]  # they hold the time at which the file was made
    assert made[0] == made[1]
