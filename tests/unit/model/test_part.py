"""What every part of a case shares."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from tests.making import a_case, an_event
from viewer.model.event import Event, Remark
from viewer.model.inside import without_unknown, words_in
from viewer.model.part import Evidence, Text, Version, words_of


def test_words_in_one_language_are_the_words_in_all() -> None:
    assert Text("pain").pick("ja") == "pain"
    assert Text("pain").languages == frozenset()


def test_words_are_picked_by_language_then_english_then_the_first() -> None:
    text = Text({"ja": "痛み", "en": "pain", "de": "Schmerz"})
    assert [text.pick(one) for one in ("de", "ja-JP", "en-GB", "fr")] == [
        "Schmerz",
        "痛み",
        "pain",
        "pain",
    ]
    assert Text({"ja": "痛み", "de": "Schmerz"}).pick("fr-CA") == "痛み"
    assert text.languages == {"ja", "en", "de"}


def test_the_exact_language_comes_before_its_family() -> None:
    text = Text({"pt": "dor", "pt-BR": "dor (BR)"})
    assert (text.pick("pt-BR"), text.pick("pt-PT")) == ("dor (BR)", "dor")


@pytest.mark.parametrize("root", ["", {}, {"en": ""}, {"english!": "x"}, 3, None])
def test_words_are_not_empty(root: Any) -> None:
    with pytest.raises(ValidationError):
        Text.model_validate(root)


def test_the_words_of_a_title_are_those_of_its_last_stage() -> None:
    assert words_of(Text("one")) == Text("one")
    stages = (Version(text=Text("one")), Version(text=Text("two"), known_from=3))
    assert words_of(stages) == Text("two")


def test_a_title_has_at_least_one_stage() -> None:
    with pytest.raises(ValidationError):
        an_event(title=[])


def test_parts_are_frozen() -> None:
    evidence = Evidence(kind="reported")
    with pytest.raises(ValidationError):
        evidence.kind = "derived"  # type: ignore[misc]


@pytest.mark.parametrize("id_", ["", " a", "-a", "a b", "é", "a" * 101])
def test_an_id_is_plain(id_: str) -> None:
    with pytest.raises(ValidationError):
        an_event(id_)


def test_unknown_keys_are_kept_for_writing() -> None:
    raw = {
        "id": "a",
        "lane": "l",
        "title": "a",
        "when": {"day": 0},
        "evidence": {"kind": "reported"},
    }
    assert Event.model_validate(raw | {"colour": "red"}).model_dump()["colour"] == "red"


# --- parts inside parts ------------------------------------------------------------------


def test_all_words_that_may_be_shown_are_found_and_no_ids() -> None:
    event = an_event(
        "the-id",
        title={"en": "pain", "ja": "痛み"},
        result={"text": "seen"},
        details=[{"label": "Dose", "text": "3 g"}],
        codes=[{"system": "http://loinc.org", "code": "1-2", "display": "Insulin"}],
        links=["other"],
    )
    assert sorted(words_in(event)) == sorted(["pain", "痛み", "seen", "Dose", "3 g", "Insulin"])


def test_units_and_printed_values_are_words_too() -> None:
    case = a_case(
        series=[
            {
                "id": "s",
                "title": "IRI",
                "analyte": "insulin",
                "unit": "µU/mL",
                "printed_unit": "U/mL",
                "points": [
                    {
                        "when": {"day": 0},
                        "value": 1,
                        "printed": "1.0",
                        "evidence": {"kind": "reported"},
                    }
                ],
            }
        ],
        studies=[
            {
                "id": "ct",
                "title": "scan",
                "modality": "CT",
                "when": {"day": 0},
                "evidence": {"kind": "reported"},
            }
        ],
    )
    assert {"µU/mL", "U/mL", "1.0", "CT", "IRI"} <= set(words_in(case))
    assert not {"insulin", "reported", "day", "case", "s"} & set(words_in(case))


def test_unknown_keys_are_dropped_however_deep_they_stand() -> None:
    raw = {
        "id": "a",
        "lane": "l",
        "title": [{"text": "a", "x1": 1}],
        "when": {"start": {"day": 0, "x2": 1}, "end": "open", "x3": 1},
        "evidence": {"kind": "reported", "x4": 1},
        "details": [{"label": "l", "text": "t"}, {"label": "l", "text": "t", "x5": 1}],
        "x6": {"known": "never"},
    }
    event = Event.model_validate(raw)
    assert event.model_dump_json().count('"x') == 6
    plain = without_unknown(event)
    assert '"x' not in plain.model_dump_json()
    assert event.model_dump_json().count('"x') == 6, "the whole case keeps them"
    assert plain.details[0] is event.details[0]


def test_a_part_without_unknown_keys_is_given_back_as_it_is() -> None:
    remark = Remark(text=Text("seen"))
    assert without_unknown(remark) is remark
