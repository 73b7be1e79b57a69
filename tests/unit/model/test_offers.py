"""What is proposed of studies that were found, and the annotation that adds one."""

import datetime
from typing import Literal

import pytest
from pydantic import ValidationError

from viewer.model.case import DayZero
from viewer.model.offers import added, day_of, offers
from viewer.model.part import Text
from viewer.model.pictures import Frame, PictureSeries
from viewer.model.time import Instant

APRIL = datetime.date(2021, 4, 13)


def series(
    key: str,
    title: str = "",
    date: datetime.date | None = APRIL,
    modality: str = "CT",
    *,
    is_plain: bool = False,
) -> PictureSeries:
    kind: Literal["picture", "stack"] = "picture" if is_plain else "stack"
    frames = (Frame(key, key, 0, 4, 4),)
    return PictureSeries(key, title, modality, kind, frames, date=date)


def test_series_of_one_date_and_modality_are_one_study() -> None:
    found = offers(
        [
            series("a", "Thin"),
            series("b", "Liver", modality="US"),
            series("c", "Portal"),
            series("d", "Later", date=datetime.date(2021, 5, 1)),
            series("e", "Undated", date=None),
        ]
    )
    assert [[one.key for one in offer.series] for offer in found] == [
        ["e"],
        ["a", "c"],
        ["b"],
        ["d"],
    ]
    assert [offer.date for offer in found][:2] == [None, APRIL]
    assert [(offer.title, offer.modality) for offer in found] == [
        ("Undated", "CT"),
        ("CT", "CT"),
        ("Liver", "US"),
        ("Later", "CT"),
    ]


def test_plain_pictures_are_a_study_of_their_folder_without_its_name() -> None:
    found = offers([series(k, "Jane Doe", None, "", is_plain=True) for k in ("a", "b")])
    assert [(offer.title, offer.modality) for offer in found] == [("", "picture")] * 2


@pytest.mark.parametrize(
    ("date", "zero", "day"),
    [
        (APRIL, "2021-04-01", 12),
        (APRIL, "2021-04-13", 0),
        (APRIL, "2021-05-13", -30),
        (APRIL, None, None),
        (None, "2021-04-01", None),
        (datetime.date(1, 1, 1), "2021-04-01", None),  # in the place of the true one
    ],
)
def test_the_day_follows_from_both_dates_alone(
    date: datetime.date | None, zero: str | None, day: int | None
) -> None:
    assert day_of(date, DayZero(text=Text("Admission"), date=zero)) == day


def test_it_may_be_shown_from_the_last_day_on_that_it_may_have_been_made() -> None:
    when = Instant(earliest=3, latest=7)
    content = added(("CT", "CT"), when, "../ct", ("key",))
    assert content.known_from == 7
    assert content.study is not None
    assert (content.study.path, content.study.series) == ("../ct", ("key",))
    assert added(("CT", "CT"), when, "../ct", is_told_then=False).known_from is None


def test_a_study_without_a_title_is_none() -> None:
    with pytest.raises(ValidationError):
        added(("", "CT"), Instant(day=1), "../ct")


def test_plain_pictures_may_lie_deep_in_folders() -> None:
    key = f"pictures:{'/'.join(['a folder'] * 100)}"
    study = added(("CT", "CT"), Instant(day=1), "../ct", (key,)).study
    assert study is not None
    assert study.series == (key,)
