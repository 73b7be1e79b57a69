"""What is found in a case: every text that a view tells, in order of time, then place."""

from __future__ import annotations

from typing import Any

import pytest

from tests.making import (
    a_case,
    a_lane,
    a_lesion,
    a_report,
    a_series,
    a_statement,
    a_study,
    a_value,
    an_event,
    between,
    on,
)
from viewer.model.case import Case
from viewer.model.case_texts import CaseTexts, Hit, value_as_reported
from viewer.model.disclosure import disclose
from viewer.model.events import Events
from viewer.model.filter import Filter
from viewer.model.kept import Kept


def found(case: Case, text: str, language: str = "en") -> list[tuple[str, int | None]]:
    texts = CaseTexts(case, language)
    return [(hit.id, hit.point) for hit in texts.hits(texts.forms(text))]


def test_hits_come_by_time_then_place_and_what_has_no_time_last() -> None:
    lanes = [a_lane("upper"), a_lane("lower")]
    case = a_case(
        an_event("late", on(9), lane="upper", title="X ray"),
        an_event("below", on(3), lane="lower", title="x"),
        an_event("above", on(3), lane="upper", title="the x"),
        lanes=lanes,
        notes=[{"id": "note", "title": "A note", "text": "x"}],
        statements=[a_statement("said", on(3), text="X")],
        series=[a_series(a_value(2, word="X", value=None), a_value(1), title="no")],
    )
    ids = [("series", 0), ("above", None), ("below", None), ("said", None)]
    assert found(case, "x") == [*ids, ("late", None), ("note", None)]


PLACES: dict[str, Any] = {
    "title": {"events": [an_event("it", title="word")]},
    "result": {"events": [an_event("it", result={"text": "a word"})]},
    "outcome": {"events": [an_event("it", outcome={"text": "word", "sign": "other"})]},
    "label": {"events": [an_event("it", details=[{"label": "word", "text": "-"}])]},
    "detail": {"events": [an_event("it", details=[{"label": "-", "text": "word"}])]},
    "statement": {"statements": [a_statement("it", text="word")]},
    "study": {"studies": [a_study("it", title="word")]},
    "modality": {"studies": [a_study("it", modality="word")]},
    "site": {"studies": [a_study("it", findings=[{"site": "word", "text": "-"}])]},
    "finding": {"studies": [a_study("it", findings=[{"site": "-", "text": "word"}])]},
    "remark": {"studies": [a_study("it", remarks=[{"text": "word"}])]},
    "caption": {"studies": [a_study("it", figures=[{"label": "-", "caption": "word"}])]},
    "figure": {"studies": [a_study("it", figures=[{"label": "word"}])]},
    "pictures": {"studies": [a_study("it", images=[{"path": "-", "title": "word"}])]},
    "lesion": {"studies": [a_study("it", lesions=[a_lesion("word")])]},
    "lesion's site": {"studies": [a_study("it", lesions=[a_lesion(site="word")])]},
    "slide": {"reports": [a_report("it", slides=[{"path": "-", "title": "word"}])]},
    "stain of a slide": {"reports": [a_report("it", slides=[{"path": "-", "stain": "word"}])]},
    "score": {
        "reports": [a_report("it", stains=[{"marker": "-", "result": "+", "score": "word"}])]
    },
    "report": {"reports": [a_report("it", title="word")]},
    "specimen": {"reports": [a_report("it", specimen="word")]},
    "diagnosis": {"reports": [a_report("it", diagnosis={"text": "word"})]},
    "grade": {"reports": [a_report("it", grade={"text": "word"})]},
    "morphology": {"reports": [a_report("it", morphology=[{"site": "-", "text": "word"}])]},
    "marker": {"reports": [a_report("it", stains=[{"marker": "word", "result": "+"}])]},
    "stain": {"reports": [a_report("it", stains=[{"marker": "-", "result": "word"}])]},
    "note": {"notes": [{"id": "it", "title": "-", "text": "word"}]},
    "note's title": {"notes": [{"id": "it", "title": "word", "text": "-"}]},
    "side": {
        "discrepancies": [{"id": "it", "title": "-", "sides": [{"text": "word", "place": "-"}]}]
    },
    "place": {
        "discrepancies": [{"id": "it", "title": "-", "sides": [{"text": "-", "place": "word"}]}]
    },
    "reading": {
        "discrepancies": [
            {
                "id": "it",
                "title": "-",
                "sides": [{"text": "-", "place": "-"}],
                "reading": {"text": "word"},
            }
        ]
    },
    "series": {"series": [a_series(id="it", title="word")]},
    "short name": {"series": [a_series(id="it", short="word")]},
    "series' specimen": {"series": [a_series(id="it", specimen="word")]},
    "series' remark": {"series": [a_series(id="it", remarks=[{"text": "word"}])]},
}


@pytest.mark.parametrize("place", PLACES)
def test_every_text_is_found(place: str) -> None:
    case = a_case(**{"events": [], **PLACES[place]})
    assert found(case, "ＷＯＲＤ") == [("it", None)]


def test_nothing_is_found_across_two_texts_or_for_nothing() -> None:
    case = a_case(an_event("it", title="one", result={"text": "two"}))
    assert found(case, "one two") == []
    assert found(case, "onetwo") == []
    assert found(case, "  ") == []


def test_texts_with_odd_letters_in_them_are_found_as_well() -> None:
    case = a_case(an_event("one", title="a\1b\0c"), an_event("two", title="word"))
    assert found(case, "word") == [("two", None)]


def test_texts_are_found_in_the_language_of_the_window() -> None:
    case = a_case(an_event("it", title={"en": "infusion", "ja": "点滴"}))
    assert found(case, "点滴") == []
    assert found(case, "点滴", "ja") == [("it", None)]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (a_value(value=54.0), "54 mg/dL"),
        (a_value(value=-0.0), "0 mg/dL"),
        (a_value(value=5.0, comparator="<="), "≤ 5 mg/dL"),
        (a_value(value=600.0, comparator=">"), "> 600 mg/dL"),
        (a_value(value=6.3, printed="6.30"), "6.30 mg/dL"),
        (a_value(value=None, word={"en": "Low", "ja": "低"}), "Low"),
        (a_value(value=None, word="Low", printed="LO"), "LO"),
    ],
)
def test_a_value_is_found_as_it_was_reported(value: Any, words: str) -> None:
    assert value_as_reported(value, a_series(), "en") == words
    assert found(a_case(series=[a_series(value)]), words) == [("series", 0)]


def test_a_value_hit_tells_where_it_is() -> None:
    case = a_case(series=[a_series(a_value(between(None, 3), 1.0), a_value(7, 77.0))])
    texts = CaseTexts(case, "en")
    assert texts.hits(texts.forms("77")) == (Hit("series", 7.5, 1),)
    assert texts.of_series(case.series[0]) == "glucose"
    short = a_series(short="Ｇ", remarks=[{"text": "a remark"}])
    assert texts.name_of(short).split("\0") == ["glucose", "g"]


def test_the_glossary_and_readings_in_brackets_lead_to_other_names() -> None:
    case = a_case(
        an_event("short", title="TAE of the liver"),
        an_event("long", title="a transcatheter arterial embolization"),
        an_event("kanji", title="塞栓術（そくせんじゅつ）"),
        an_event("plain", title="塞栓術のみ"),
        an_event("inside", title="metaesthesia"),
        glossary=[
            {
                "term": "TAE",
                "text": {"en": "transcatheter arterial embolization, by way of an artery"},
            },
            {"term": "ソク", "text": "そく"},
        ],
    )
    assert {id_ for id_, _ in found(case, "Transcatheter arterial embolization")} == {
        "short",
        "long",
    }
    assert {id_ for id_, _ in found(case, "tae")} == {"short", "long", "inside"}
    assert {id_ for id_, _ in found(case, "ｿｸｾﾝｼﾞｭﾂ")} == {"kanji", "plain"}


def test_a_plain_glossary_text_is_read_too() -> None:
    case = a_case(an_event("it", title="CT of the head"), glossary=[{"term": "CT", "text": "scan"}])
    assert found(case, "scan") == [("it", None)]


def test_nothing_beyond_the_horizon_is_found() -> None:
    whole = a_case(
        an_event("early", on(1), title="word", outcome={"text": "later", "sign": "death"}),
        an_event("late", on(9), title="word"),
        series=[a_series(a_value(8, 54.0))],
    )
    told = disclose(whole, 5)
    assert found(told, "word") == [("early", None)]
    assert found(told, "54") == []


def test_events_are_found_as_they_stand_in_the_file_too() -> None:
    told = (
        an_event("plain", on(2), title="a word"),
        an_event("both", on(1), title={"en": "a word", "ja": "言葉"}),
        an_event("stages", on(3), title=[{"text": "first"}, {"text": "word"}]),
        an_event("result", on(4), result={"text": "word"}),
        an_event("detail", on(5), details=[{"label": "word", "text": "-"}]),
        an_event("other", on(6), lane="lane"),
    )
    entries = [one.model_dump(mode="json", exclude_none=True) for one in told]
    case = a_case()
    read = case.model_copy(update={"events": Events(entries)})
    made = case.model_copy(update={"events": Events(told)})
    assert (
        found(read, "word")
        == found(made, "word")
        == [
            ("both", None),
            ("plain", None),
            ("stages", None),
            ("result", None),
            ("detail", None),
        ]
    )
    assert found(read, "言葉", "ja") == [("both", None)]
    assert all(isinstance(entry, dict) for entry in read.events.entries)
    kept = [Kept(Filter(evidence=frozenset({"derived"})), CaseTexts(c, "en")) for c in (read, made)]
    assert kept[0].flags.tolist() == kept[1].flags.tolist() == [False] * len(told)


def test_texts_of_many_events_are_gathered_a_few_at_a_time() -> None:
    many = a_case(*(an_event(f"e{n}", on(n % 50), title=f"Dose {n}") for n in range(2_000)))
    texts, slices = CaseTexts(many, "en"), 0
    while not texts.is_gathered:
        texts.gather(0.0)
        slices += 1
    assert slices > 5
    texts.gather()
    at_once = CaseTexts(many, "en")
    found = texts.hits(texts.forms("dose 19"))
    assert len(found) == 111
    assert found == at_once.hits(at_once.forms("dose 19"))
    assert at_once.is_gathered
