"""The days of an annotation as its fields show and take them: first and last day."""

from typing import Any

from viewer.model.annotation import Content, OnDay, OnPeriod
from viewer.model.time import Instant, Interval


def first_day(content: Content) -> float | None:
    """Give the day, or the first day, that can be typed; None where there is none."""
    if content.added is not None:
        when = content.added.when
        start = when.start if isinstance(when, Interval) else when
        return start.best if start.best is not None else start.anchor
    if content.value is not None:
        return content.value.day
    is_free = isinstance(content.target, OnDay | OnPeriod)
    return content.span.start if is_free and content.span is not None else None


def last_day(content: Content) -> float | None:
    """Give the last day that can be typed; None where there is none."""
    if content.second_day is not None:
        return content.second_day
    if isinstance(content.target, OnPeriod):
        end = content.target.end
        return end - after(end)
    if content.added is not None:
        when = content.added.when
        last = when.end if isinstance(when, Interval) else when
        known = last if isinstance(last, Instant) else None
        return first_day(content) if known is None or known.best is None else known.best
    return None


def after(day: float) -> float:
    """Give how long the last day of a period goes on: a whole day to its end, a moment not."""
    return 1.0 if float(day).is_integer() else 0.0


def put_days(raw: dict[str, Any], content: Content, first: float, last: float) -> None:
    """Put other days into what an annotation says."""
    if content.added is not None:
        raw["event" if content.event is not None else "study"]["when"] = _when(first, last)
    elif content.value is not None:
        raw["value"]["day"] = first
        raw["target"] = OnDay(day=first)
    elif content.kind == "measure":
        raw["target"], raw["second_day"] = OnDay(day=first), last
    elif isinstance(content.target, OnDay):
        raw["target"] = OnDay(day=first)
    elif isinstance(content.target, OnPeriod):
        raw["target"] = {"type": "Period", "start": first, "end": last + after(last)}


def _when(first: float, last: float) -> dict[str, Any]:
    """Give the time of what is added: a day where both are one, else a period."""
    start = _instant(first)
    return start if last == first else {"start": start, "end": _instant(last)}


def _instant(day: float) -> dict[str, Any]:
    return {"day": day} if float(day).is_integer() else {"day": day, "precision": "minute"}
