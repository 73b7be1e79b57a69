"""A fault in one element costs no more than that element."""

import datetime
import math

import pytest
from pydicom.dataelem import RawDataElement
from pydicom.dataset import Dataset
from pydicom.tag import Tag

from viewer.io.pictures import tags


def with_raw(keyword: str, kind: str, value: bytes) -> Dataset:
    data = Dataset()
    tag = Tag(keyword)
    data[tag] = RawDataElement(tag, kind, len(value), value, 0, False, True)
    return data


def test_a_value_of_the_wrong_kind_is_none() -> None:
    slope = with_raw("RescaleSlope", "DS", b"one and a half")
    assert tags.number(slope, "RescaleSlope") is None
    assert tags.items(slope, "RescaleSlope") == ()
    rows = with_raw("Rows", "US", b"\1\2\3")
    assert tags.raw(rows, "Rows") is None
    assert tags.whole(rows, "Rows") is None


def test_what_is_no_number_is_not_taken_for_one() -> None:
    data = with_raw("SeriesDescription", "LO", b"7\\many")
    first, second = tags.numbers(data, "SeriesDescription")
    assert first == 7
    assert math.isnan(second)
    assert tags.vector(data, "SeriesDescription", 2) is None
    assert tags.vector(data, "SeriesDescription", 3) is None
    assert tags.whole(data, "SeriesDescription") == 7
    assert tags.number(with_raw("SeriesDescription", "LO", b"many"), "SeriesDescription") is None


def test_a_text_is_one_plain_line() -> None:
    data = with_raw("SeriesDescription", "LO", b"  Liver\x07\n\nphase \\ late " + b"x" * 400)
    said = tags.text(data, "SeriesDescription")
    assert said.startswith("Liver phase late xxx")
    assert len(said) == tags.LONGEST_TEXT
    assert tags.text(data, "Modality") == ""


@pytest.mark.parametrize(
    ("value", "day"),
    [
        (b"20200304", datetime.date(2020, 3, 4)),
        (b"2020.03.04", datetime.date(2020, 3, 4)),
        (b"20201304", None),
        (b"", None),
    ],
)
def test_a_date_is_one_of_the_calendar(value: bytes, day: datetime.date | None) -> None:
    assert tags.day(with_raw("StudyDate", "DA", value), "StudyDate") == day
