"""Short ways of writing the parts of a case."""

from typing import Any

Raw = dict[str, Any]
RECORD, LETTER, SENSOR = "record", "letter", "sensor"


def say(en: str, ja: str) -> Raw:
    """Give words in both languages."""
    return {"en": en, "ja": ja}


def made(source: str = RECORD, why: Raw | None = None) -> Raw:
    """Give the evidence of everything here: it is made up."""
    return {"kind": "synthetic", "source": source} | ({"why": why} if why else {})


def on(day: int) -> Raw:
    """Give a whole day."""
    return {"day": day}


def at(day: int, hour: int, minute: int | None = None) -> Raw:
    """Give a moment of a day, to the hour or to the minute."""
    moment = round(day + hour / 24 + (minute or 0) / 1440, 9)
    return {"day": moment, "precision": "hour" if minute is None else "minute"}


def about(best: int, earliest: int | None = None, latest: int | None = None) -> Raw:
    """Give a day that is not known exactly."""
    bounds = {"earliest": earliest, "latest": latest, "about": best}
    return {name: day for name, day in bounds.items() if day is not None}


def between(earliest: int, latest: int) -> Raw:
    """Give a day that lies somewhere between two."""
    return {"earliest": earliest, "latest": latest}


def during(start: Raw | int, end: Raw | int | str) -> Raw:
    """Give a period; numbers are whole days."""
    sides = (on(side) if isinstance(side, int) else side for side in (start, end))
    return dict(zip(("start", "end"), sides, strict=True))


def detail(en: tuple[str, str], ja: tuple[str, str], known_from: int | None = None) -> Raw:
    """Give a labelled remark: label and text in each language."""
    both = {"label": say(en[0], ja[0]), "text": say(en[1], ja[1])}
    return both | ({} if known_from is None else {"known_from": known_from})


def remark(en: str, ja: str, known_from: int | None = None) -> Raw:
    """Give words, with the day from which they may be known."""
    return {"text": say(en, ja)} | ({} if known_from is None else {"known_from": known_from})


def dose(value: float, unit: str, per: str | None = None) -> Raw:
    """Give an amount."""
    return {"value": value, "unit": unit} | ({"per": per} if per else {})


def staged(first: tuple[str, str], later: tuple[str, str], known_from: int) -> list[Raw]:
    """Give a title that says more from a day on, each stage in both languages."""
    return [{"text": say(*first)}, {"text": say(*later), "known_from": known_from}]


def event(lane: str, identity: str, en: str, ja: str, when: Raw, **more: Any) -> Raw:
    """Give an event of a lane."""
    evidence = more.pop("evidence", made())
    named = {"id": identity, "lane": lane, "title": say(en, ja), "when": when}
    return named | {"evidence": evidence} | more  # which may hold a title in stages
