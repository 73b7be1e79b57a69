"""A case as a GA4GH phenopacket: valid, without a guessed code, and read back."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from tests.making import (
    a_case,
    a_lesion,
    a_report,
    a_series,
    a_statement,
    a_study,
    a_value,
    about,
    an_event,
    between,
    followed_until,
    lasting,
    on,
)
from tests.unit.io.exporters.packet_reading import as_a_packet_tells, case_of, parsed
from tests.unit.io.exporters.plain_words import WORDS
from tests.unit.io.exporters.test_csv_tables import sampled
from viewer.io.case_store import open_case
from viewer.io.exporters.phenopacket import phenopacket
from viewer.io.exporters.phenopacket_terms import Terms, days_token
from viewer.model.case import Case, DayZero
from viewer.model.disclosure import disclose
from viewer.model.time import CutInstant, Instant, Interval
from viewer.paths import cases

LOINC = {"system": "http://loinc.org", "code": "2345-7", "display": "Glucose"}
REQUIRED = {
    "metaData": ("created", "createdBy", "resources", "phenopacketSchemaVersion"),
    "resources": ("id", "name", "url", "version", "namespacePrefix", "iriPrefix"),
    "phenotypicFeatures": ("type",),
    "measurements": ("assay", "value"),
    "biosamples": ("id",),
    "diseases": ("term",),
    "evidence": ("evidenceCode",),
    "therapeuticRegimen": ("ontologyClass", "startTime"),
    "procedure": ("code",),
    "quantity": ("unit", "value"),
    "referenceRange": ("unit", "low", "high"),
    "externalReferences": ("id",),
}
"""What the schema's documentation calls required, by the name of the element around it."""


def elements(value: Any, name: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(value, dict):
        yield name, value
        for inner, one in value.items():
            yield from elements(one, inner)
    elif isinstance(value, list):
        for one in value:
            yield from elements(one, name)


def assert_valid(packet: dict[str, Any]) -> None:
    assert packet["id"]
    assert packet["subject"]["id"]
    prefixes = {one["namespacePrefix"] for one in packet["metaData"]["resources"]}
    for name, element in elements(packet):
        for required in REQUIRED.get(name, ()):
            assert required in element, (name, element)
        if set(element) == {"id", "label"}:  # a term
            prefix, _, rest = element["id"].partition(":")
            assert prefix in prefixes
            assert rest
            assert re.fullmatch(r"\w[^:\s]+:[^\s:]+", element["id"]), element
            assert element["label"]


def packet_of(case: Case, **more: Any) -> dict[str, Any]:
    packet = parsed(phenopacket(case, WORDS, **more))
    assert_valid(packet)
    return packet


def all_kinds(**more: Any) -> Case:
    """A case with an event in a lane of every kind, and all that a packet has a place for."""
    kinds = ("encounter", "symptom", "drug", "nutrition", "procedure")
    kinds += ("diagnostic", "response", "complication", "outcome")
    limits = {"low": 70, "high": 110, "laboratory": "L"}
    snomed = {"system": "http://snomed.info/sct", "code": "25324008"}
    plain: dict[str, Any] = {
        "lanes": [{"id": kind, "title": kind, "kind": kind} for kind in kinds],
        "subject": {"sex": "male", "age_years": 45} | followed_until({"day": 99}),
        "sources": [{"id": "paper", "title": "The paper"}],
        "series": [
            a_series(
                a_value(1, 54.0, reference=limits | {"is_own": True}),
                a_value(between(1, 3), 60.0),
                a_value(2, 5.0, comparator="<"),
                a_value(2, None, word="Low"),
                a_value(3, 5.0, reference={"high": 3, "laboratory": "L", "is_own": True}),
                codes=[LOINC],
                references=[limits],
            ),
            a_series(a_value(0, 1.0), id="plain", title="Insulin (µU)", analyte="insulin or so"),
        ],
        "statements": [
            a_statement("both", lasting(13, 61), series=["plain", "series"]),
            a_statement("free", between(2, None)),
            a_statement("gone", about(2), series=["gone"]),
        ],
        "studies": [
            a_study(
                "ct",
                on(1),
                findings=[{"site": "Liver", "text": "tumours"}] * 2,
                lesions=[a_lesion("L1", 42.5, site="Liver"), a_lesion("N", 9, is_node=True)],
            )
        ],
        "reports": [
            a_report(
                "biopsy",
                between(0, 12),
                specimen="liver",
                diagnosis={"text": "carcinoma"},
                grade={"text": "G3"},
                morphology=[{"site": "Cells", "text": "atypical"}],
                stains=[
                    {"marker": "Ki-67", "result": "27 %", "percent": 27},
                    {"marker": "CD56", "result": "+", "score": "3+"},
                ],
            ),
            a_report("plain-report", on(2)),
        ],
    }
    events = [an_event(f"e-{kind}", on(1), lane=kind, title=f"{kind} ü") for kind in kinds]
    events += [
        an_event("open", lasting(between(1, 3), "open"), lane="drug"),
        an_event(
            "stopped",
            lasting(1, about(7, latest=9)),
            lane="drug",
            outcome={"text": "rash", "sign": "stopped"},
            response={"value": "PR"},
        ),
        an_event(
            "worked",
            lasting(1, "unknown"),
            lane="drug",
            outcome={"text": "well", "sign": "effective"},
            response={"value": "PR"},
        ),
        an_event("answered", lane="procedure", response={"value": "SD"}, codes=[snomed]),
        an_event(
            "pain",
            lasting(about(-61, latest=-46), 5),
            lane="symptom",
            result={"text": "bad"},
            details=[{"label": "Where", "text": "left"}],
        ),
        an_event("long", lasting(2, "open"), lane="complication"),
        an_event("lost", lane="nowhere"),
    ]
    return a_case(*events, **(plain | more))


def test_reading_it_back_loses_only_what_the_docs_say() -> None:
    case = all_kinds()
    assert case_of(packet_of(case)) == as_a_packet_tells(case)


def test_so_does_reading_the_case_that_ships() -> None:
    case = open_case(cases() / "insulinoma-tae").case
    assert case_of(packet_of(case)) == as_a_packet_tells(case)


@pytest.mark.parametrize("horizon", [-1, 0, 11, 41])
def test_at_every_horizon_it_is_valid(horizon: int) -> None:
    case = disclose(open_case(cases() / "insulinoma-tae").case, horizon)
    assert case_of(packet_of(case)) == as_a_packet_tells(case)


def test_a_number_that_nobody_measured_is_never_a_quantity() -> None:
    found = packet_of(all_kinds())["measurements"]
    values = [one["value"]["quantity"]["value"] for one in found if "quantity" in one["value"]]
    assert values == [54, 60, 5, 1, 42.5, 9]
    words = [one["value"]["ontologyClass"]["label"] for one in found[2:4]]
    assert words == ["< 5 mg/dL", "Low"]


def test_borrowed_and_one_sided_limits_have_no_place() -> None:
    found = packet_of(all_kinds())["measurements"]
    ranges = ["referenceRange" in one["value"].get("quantity", {}) for one in found[:5]]
    assert ranges == [True, False, False, False, False]


def test_codes_are_those_of_the_case_and_no_others() -> None:
    strange = {"system": "https://codes.example/x/", "code": "A 1"}
    case = all_kinds(
        series=[
            a_series(a_value(), codes=[strange, LOINC]),
            a_series(a_value(), id="other", codes=[{"system": "urn:other", "code": "7"}]),
        ]
    )
    packet = packet_of(case)
    ids = {e["id"] for name, e in elements(packet) if set(e) == {"id", "label"}}
    assert {id_ for id_ in ids if not id_.startswith("dayline:")} == {
        *("SNOMEDCT:25324008", "CODES1:A%201", "CODES2:7")
    }
    resources = {one["id"]: one["url"] for one in packet["metaData"]["resources"]}
    assert resources == {
        "dayline": "urn:dayline",
        "codes1": "https://codes.example/x/",
        "codes2": "urn:other",
        "snomedct": "http://snomed.info/sct",
    }
    plain = packet_of(a_case(an_event("e")))
    assert [one["id"] for one in plain["metaData"]["resources"]] == ["dayline"]


@pytest.mark.parametrize(
    ("subject", "said"),
    [
        ({}, {"sex": None, "age": None, "status": None}),
        ({"sex": "other", "age_years": 0.75}, {"sex": "OTHER_SEX", "age": "P0Y9M", "status": None}),
        ({"age_years": 45.02}, {"sex": None, "age": "P45Y", "status": None}),
        (followed_until({"day": 5}, "alive"), {"sex": None, "age": None, "status": "ALIVE"}),
        (followed_until({"day": 5}, "lost"), {"sex": None, "age": None, "status": "UNKNOWN"}),
    ],
)
def test_the_subject_is_told_as_far_as_it_is_known(
    subject: dict[str, Any], said: dict[str, Any]
) -> None:
    found = packet_of(a_case(subject=subject))["subject"]
    age = found.get("timeAtLastEncounter", {}).get("age", {}).get("iso8601duration")
    vital = found.get("vitalStatus")
    status = None if vital is None else vital.get("status", "UNKNOWN")
    assert {"sex": found.get("sex"), "age": age, "status": status} == said
    assert vital is None or "timeOfDeath" not in vital


def test_where_a_date_is_known_times_are_dates() -> None:
    zero = {"text": "Admission.", "date": "2021-04-01", "is_midnight": True}
    case = a_case(
        an_event("day", on(12), lane="lane"),
        an_event("hour", on(0.5, precision="hour"), lane="lane"),
        an_event("period", lasting(13, 61), lane="procedure"),
        an_event("vague", lasting(13, between(14, 15)), lane="procedure"),
        an_event("bounds", between(2, 9), lane="procedure"),
        lanes=[
            {"id": "lane", "title": "Lane", "kind": "symptom"},
            {"id": "procedure", "title": "P", "kind": "procedure"},
        ],
        day_zero=zero,
    )
    packet = packet_of(case)
    onsets = [one["onset"] for one in packet["phenotypicFeatures"]]
    assert onsets == [{"timestamp": "2021-04-13T00:00:00Z"}, {"timestamp": "2021-04-01T12:00:00Z"}]
    performed = [one["procedure"]["performed"] for one in packet["medicalActions"]]
    assert performed[0] == {
        "interval": {"start": "2021-04-14T00:00:00Z", "end": "2021-06-01T23:59:59Z"}
    }
    assert performed[1]["ontologyClass"]["id"] == "dayline:day_13/14..15"
    assert performed[2]["ontologyClass"]["id"] == "dayline:day_2..9"
    assert case_of(packet, datetime.date(2021, 4, 1)) == as_a_packet_tells(case)


def test_a_part_of_a_day_is_no_clock_where_day_zero_is_no_midnight() -> None:
    terms = Terms(WORDS, DayZero.model_validate({"text": "x", "date": "2021-04-01"}))
    assert terms.time(on(0.5))["ontologyClass"]["id"] == "dayline:day_0.5"
    assert terms.time(on(-1)) == {"timestamp": "2021-03-31T00:00:00Z"}
    midnight = Terms(
        WORDS, DayZero.model_validate({"text": "x", "date": "2021-04-01", "is_midnight": True})
    )
    almost = on(1 - 1e-9, precision="second")
    assert midnight.time(almost) == {"timestamp": "2021-04-01T23:59:59Z"}


@pytest.mark.parametrize(
    ("when", "token"),
    [
        (on(12), "12"),
        (on(-3), "-3"),
        (between(2, 9), "2..9"),
        (between(2, None), "2.."),
        (between(None, 9), "..9"),
        (about(5), "~5"),
        (about(5, earliest=2), "~5,2.."),
        (lasting(13, 61), "13/61"),
        (lasting(13, "open"), "13/open"),
        (lasting(13, "unknown"), "13/unknown"),
        (Interval.model_construct(start=on(13), end=CutInstant()), "13/"),
    ],
)
def test_the_days_of_a_time_stand_in_its_term(when: Instant | Interval, token: str) -> None:
    assert days_token(when) == token


def test_an_end_that_a_horizon_hides_is_left_out() -> None:
    case = a_case(
        an_event("drug", lasting(1, 9)),
        an_event("pain", lasting(1, 9), lane="pain"),
        lanes=[
            {"id": "lane", "title": "Lane", "kind": "drug"},
            {"id": "pain", "title": "Pain", "kind": "symptom"},
        ],
    )
    packet = packet_of(disclose(case, 3))
    assert "endTime" not in packet["medicalActions"][0]["therapeuticRegimen"]
    assert "resolution" not in packet["phenotypicFeatures"][0]


def test_samples_have_no_place() -> None:
    assert "measurements" not in packet_of(a_case(series=[sampled([1.0, 2.0], [5.0, 6.0])]))


def test_it_says_what_stands_on_every_export_and_when_it_was_made() -> None:
    case = a_case(
        subject={"is_synthetic": True},
        sources=[{"id": "paper", "title": {"en": "P", "ja": "原典"}}],
    )
    words = replace(WORDS, language="ja")
    raw = phenopacket(case, words, datetime.datetime(2026, 11, 30, 12))
    assert raw == phenopacket(case, words, datetime.datetime(2026, 11, 30, 12))
    meta = parsed(raw)["metaData"]
    assert meta["created"] == "2026-11-30T12:00:00Z"
    assert meta["externalReferences"] == [
        {"id": "dayline:notice_1", "description": "Not for diagnosis or treatment decisions"},
        {"id": "dayline:notice_2", "description": "Made-up data, not of a patient"},
        {"id": "dayline:source_paper", "description": "原典"},
    ]
    assert "原典" in raw.decode("utf-8")
