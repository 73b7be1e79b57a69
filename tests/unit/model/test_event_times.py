"""The times of many events are those of each, whatever is stated of it."""

from __future__ import annotations

import math
import random
from typing import Any

import numpy as np
import pytest
from pydantic import ValidationError

from tests.making import an_event, between, lasting, on
from viewer.model.event import Event
from viewer.model.event_times import OPEN, POINT, UNKNOWN, EventTimes
from viewer.model.time import CutInstant, Instant, Interval, Span

PRECISIONS = ("day", "day", "day", "hour", "minute", "second")


def an_instant(chance: random.Random) -> dict[str, Any]:
    """A raw instant, which may break a rule."""
    precision = chance.choice(PRECISIONS)
    fine = 0.0 if precision == "day" else chance.choice((0, 0.25, 0.75))
    days = sorted(chance.randrange(-3, 6) + fine for _ in range(3))
    shape = chance.randrange(8)
    names: tuple[str, ...] = (
        ("day",),
        ("day",),
        ("earliest", "about", "latest"),
        ("earliest", "latest"),
        ("about",),
        ("earliest",),
        ("latest",),
        ("about", "latest"),
    )[shape]
    raw: dict[str, Any] = dict(zip(names, days, strict=False))
    if precision != "day":
        raw["precision"] = precision
    if chance.random() < 0.2:
        raw["known_from"] = chance.randrange(-3, 9)
    return raw


def a_time(chance: random.Random) -> dict[str, Any]:
    if chance.random() < 0.4:
        return an_instant(chance)
    end = chance.choice(["open", "unknown", an_instant(chance), an_instant(chance)])
    return {"start": an_instant(chance), "end": end}


def some_times(seed: int) -> tuple[list[dict[str, Any]], list[Instant | Interval]]:
    """Sound times as they stand in a file, and as models."""
    chance, raws, models = random.Random(seed), [], []
    while len(raws) < 500:
        raw = a_time(chance)
        try:
            models.append(Event.model_validate(an_event().model_dump() | {"when": raw}).when)
        except ValidationError:
            continue
        raws.append(raw)
    return raws, models


def with_cut(models: list[Instant | Interval]) -> list[Instant | Interval]:
    """The same, and what a horizon makes of some of them."""
    starts = [CutInstant(earliest=1), CutInstant(about=2), CutInstant(earliest=-2, about=1)]
    ends: list[Any] = [
        CutInstant(),
        CutInstant(earliest=3),
        CutInstant(earliest=3, precision="hour"),
    ]
    cut = [Interval(start=on(1), end="open").model_copy(update={"end": end}) for end in ends]
    vague = [Interval(start=between(0, 4), end="open").model_copy(update={"end": e}) for e in ends]
    return [*models, *starts, *cut, *vague]


def wanted(when: Instant | Interval) -> tuple[float, float, float, float, float]:
    start = when.start if isinstance(when, Interval) else when
    return (*when.span, when.anchor, when.spoken, start.spoken)


def told(times: EventTimes) -> list[tuple[float, ...]]:
    columns = (times.first, times.last, times.anchor, times.spoken, times.begun_by)
    return list(zip(*(column.tolist() for column in columns), strict=True))


@pytest.mark.parametrize("seed", range(6))
def test_columns_say_what_each_time_says(seed: int) -> None:
    raws, models = some_times(seed)
    assert told(EventTimes.of(raws)) == [wanted(when) for when in models]
    models = with_cut(models)
    times = EventTimes.of(models)
    assert told(times) == [wanted(when) for when in models]
    certain = [when.certain if isinstance(when, Interval) else None for when in models]
    start, end = (column.tolist() for column in times.certain)
    found = [None if math.isnan(a) else Span(a, b) for a, b in zip(start, end, strict=True)]
    assert found == certain


def test_every_stated_day_is_given() -> None:
    assert EventTimes.of([]).stated.tolist() == []
    whens = [lasting(between(None, 4), "open"), on(2, known_from=9), {"about": 9, "earliest": 7}]
    whens.append({"start": {"day": -2}, "end": {"day": 3}})
    assert sorted(EventTimes.of(whens).stated.tolist()) == [-2, 2, 3, 4, 7, 9]


def test_some_are_chosen_and_others_put_in_their_place() -> None:
    times = EventTimes.of([{"day": 1}, {"day": 2}, {"day": 3}])
    assert times.chosen(np.array([2, 0])).first.tolist() == [3, 1]
    changed = times.changed(np.array([1]), EventTimes.of([lasting(7, "open")]))
    assert changed.first.tolist() == [1, 7, 3]
    assert changed.forms.tolist() == [POINT, OPEN, POINT]
    assert times.first.tolist() == [1, 2, 3]
    assert EventTimes.of([lasting(7, "unknown")]).forms.tolist() == [UNKNOWN]


def test_only_bounds_on_both_sides_are_no_place() -> None:
    whens = [on(1), between(1, 3), between(1, None), {"about": 2, "earliest": 1, "latest": 3}]
    whens += [lasting(between(0, 2), 5), lasting(0, 5)]
    assert EventTimes.of(whens).has_place.tolist() == [True, False, True, True, False, True]
