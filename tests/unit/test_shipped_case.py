"""The case that ships: it opens without a fault, in two languages, in words of its own."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from viewer import paths
from viewer.io.case_store import open_case
from viewer.model.case import Case
from viewer.model.disclosure import disclose

RUN = 12
"""So many words in a row that stand in the source too would be a copied sentence."""
SOURCE = Path(__file__).resolve().parents[3] / "shared" / "source" / "case-report.txt"


@pytest.fixture(scope="module")
def raw() -> dict[str, Any]:
    text = (paths.first_case() / "case.json").read_text("utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


@pytest.fixture(scope="module")
def case(raw: dict[str, Any]) -> Case:
    return Case.model_validate(raw)


def _strings(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every string with its place."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from _strings(inner, f"{path}.{name}")
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _strings(inner, f"{path}[{index}]")


TEXT_NAMES = (
    "title|text|label|short|place|why|wording|site|marker|result|caption|figure"
    "|specimen|laboratory|source|diagnosis|grade|reading|word|notes"
)


def _texts(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Everything that stands where the model wants words, with its place."""
    if isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _texts(inner, f"{path}[{index}]")
    elif isinstance(value, dict):
        for name, inner in value.items():
            here = f"{path}.{name}"
            is_words = isinstance(inner, str) or (isinstance(inner, dict) and "en" in inner)
            if is_words and re.fullmatch(TEXT_NAMES, name):
                yield here, inner
            else:
                yield from _texts(inner, here)


def test_it_opens_without_any_problem() -> None:
    opened = open_case(paths.first_case())
    assert [str(problem) for problem in opened.problems] == []


def test_every_text_is_in_english_and_japanese(raw: dict[str, Any]) -> None:
    texts = list(_texts(raw))
    assert len(texts) > 300
    assert [place for place, text in texts if not isinstance(text, dict)] == []
    assert [place for place, text in texts if set(text) != {"en", "ja"}] == []


def test_english_has_no_japanese_in_it(raw: dict[str, Any]) -> None:
    english = [(place, text) for place, text in _strings(raw) if place.endswith(".en")]
    # The glyph that stands for a lost percent sign is quoted from the source.
    is_japanese = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
    assert [place for place, text in english if is_japanese.search(text)] == []


def test_every_event_value_and_statement_says_how_it_is_known_and_where(case: Case) -> None:
    points = [(f"{s.id} {p.id}", p.evidence) for s in case.series for p in s.points]
    parts = [
        (part.id, part.evidence)
        for parts in (case.events, case.statements, case.studies, case.reports)
        for part in parts
    ]
    assert len(points) == 8
    assert [id_ for id_, evidence in [*points, *parts] if evidence.place is None] == []


def test_every_note_and_background_says_where_it_stands(case: Case) -> None:
    parts = (*case.notes, *case.subject.background)
    assert [p for p in parts if p.evidence is None or p.evidence.place is None] == []


def test_every_disagreement_has_two_places(case: Case) -> None:
    assert len(case.discrepancies) == 9
    assert [d.id for d in case.discrepancies if len(d.sides) < 2 or not d.about] == []


def test_every_id_is_used_once_and_every_link_leads_to_one(case: Case) -> None:
    parts = (
        *case.events,
        *case.series,
        *(point for series in case.series for point in series.points),
        *case.statements,
        *case.studies,
        *case.reports,
        *case.notes,
        *case.discrepancies,
    )
    ids = [part.id for part in parts]
    assert len(ids) == len(set(ids))
    links = {link for part in (*case.events, *case.studies, *case.reports) for link in part.links}
    links |= {id_ for discrepancy in case.discrepancies for id_ in discrepancy.about}
    links |= {id_ for statement in case.statements for id_ in statement.series}
    assert links - set(ids) == set()
    lanes = {event.lane for event in case.events}
    assert lanes == {lane.id for lane in case.lanes}


@pytest.mark.parametrize(
    ("horizon", "too_early"),
    [
        (0, r"TAE|mboli[sz]|塞栓|[Ii]nsulinoma|インスリノーマ|癌|iazoxide|ctreotide|ジアゾキシド"),
        (11, r"TAE|mboli[sz]|塞栓|[Ee]toposide|エトポシド"),
        (12, r"from day 13|13病日|normalis|正常化|left lobe|左葉|first TAE|初回TAE|2回"),
        (21, r"left lobe|左葉|first TAE|初回TAE|2回|four weeks|4週"),
        (40, r"[Ee]toposide|エトポシド|clearly smaller|壊死|days 13|free of"),
        (60, r"days 13|61|recur|再燃|came back"),
        (156, r"\bdeath\b|\bdied\b|死亡|157|fung|真菌|recur|再燃|came back|3 courses|3コース"),
    ],
)
def test_nothing_is_told_before_it_may_be_known(case: Case, horizon: int, too_early: str) -> None:
    told = disclose(case, horizon).model_dump(mode="json", exclude={"id", "format"})
    words = [(place, text) for place, text in _strings(told) if re.search(r"\.(en|ja)$", place)]
    assert words
    assert [pair for pair in words if re.search(too_early, pair[1])] == []


def test_at_the_end_everything_is_told(case: Case) -> None:
    told = disclose(case, 157)
    for name in ("events", "series", "statements", "studies", "reports", "notes", "discrepancies"):
        assert [p.id for p in getattr(told, name)] == [p.id for p in getattr(case, name)]
    assert told.glossary == case.glossary, "a term that is used nowhere"
    assert [e.id for e in told.events if e.outcome is None] == [
        e.id for e in case.events if e.outcome is None
    ]


def test_every_abbreviation_is_explained(case: Case, raw: dict[str, Any]) -> None:
    english = " ".join(text for place, text in _strings(raw) if place.endswith(".en"))
    used = set(re.findall(r"(?<![\w-])(?:H&E|CA19-9|[A-Z]{2,}\d*(?:-\d)?)(?![\w])", english))
    used.discard("SPAN-1")  # as the source prints it; stands in the explanation of SPan-1
    assert {"TAE", "CT", "IRI", "NSE", "CA19-9", "DUPAN-2", "CD56", "H&E", "WHO"} <= used
    assert used - {term.term for term in case.glossary} == set()


def test_no_date_and_no_identifier(raw: dict[str, Any]) -> None:
    dated = re.compile(r"\b(?:19|20)\d\d[-/.年]\d{1,2}|\bMRN\b|\b(?:doi|pmid)\b", re.IGNORECASE)
    words = [pair for pair in _strings(raw) if re.search(r"\.(en|ja)$", pair[0])]
    assert [pair for pair in words if dated.search(pair[1])] == []


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", unicodedata.normalize("NFKC", text).lower())


def test_no_sentence_is_copied_from_the_source(raw: dict[str, Any]) -> None:
    if not SOURCE.is_file():
        pytest.skip("the source text is not beside this checkout")
    source = f" {' '.join(_words(SOURCE.read_text('utf-8')))} "
    assert len(source) > 1000
    copied = []
    for place, text in _strings(raw):
        words = _words(text)
        runs = (" ".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1))
        copied += [f"{place}: {run}" for run in runs if f" {run} " in source]
    assert copied == []
