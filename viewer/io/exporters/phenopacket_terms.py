"""Terms, times and resources of a phenopacket: codes that the case has, else names of our own.

A phenopacket wants an identifier for everything. No code is guessed: what has none in the case gets
one with the prefix "dayline", which the packet declares as a resource of its own.
"""

import datetime
import math
from collections.abc import Iterable
from typing import Any, Final
from urllib.parse import quote

from viewer.io.exporters.cells import number_text
from viewer.io.exporters.data_words import DataWords
from viewer.model.case import DayZero
from viewer.model.part import Code
from viewer.model.time import Instant, Interval, NotKnown

Json = dict[str, Any]
OWN: Final = "dayline"
_OWN_RESOURCE: Final = {
    "id": OWN,
    "name": "Names given by Dayline; no terminology",
    "url": "urn:dayline",
    "version": "1",
    "namespacePrefix": OWN,
    "iriPrefix": "urn:dayline:",
}
_SYSTEMS: Final = {
    "http://loinc.org": ("loinc", "LOINC", "LOINC", "https://loinc.org/"),
    "http://snomed.info/sct": ("snomedct", "SNOMED CT", "SNOMEDCT", "http://snomed.info/id/"),
}
"""Terminologies by their addresses: id, name, prefix, and what stands before a code in its IRI."""
_SAFE: Final = "/+~,"
_NOT_STATED: Final = "not stated"  # which version a code is from, which no case says
_DAY_END: Final = datetime.timedelta(days=1) - datetime.timedelta(seconds=1)


class Terms:
    """Makes the terms of one phenopacket, and knows the resources that they are from."""

    def __init__(self, words: DataWords, day_zero: DayZero) -> None:
        self._words = words
        self._zero = None if day_zero.date is None else datetime.date.fromisoformat(day_zero.date)
        self._is_midnight = day_zero.is_midnight
        self._used: dict[str, Json] = {OWN: dict(_OWN_RESOURCE)}

    @property
    def resources(self) -> list[Json]:
        """The resources that the terms made so far are from."""
        return [*self._used.values()]

    def own(self, kind: str, name: str, label: str) -> Json:
        """Give a term of our own, such as "dayline:unit_mg/dL"."""
        return {"id": f"{OWN}:{kind}_{quote(name, safe=_SAFE)}", "label": label}

    def coded(self, codes: Iterable[Code], kind: str, name: str, label: str) -> Json:
        """Give the first code that the case has for something, else a term of our own."""
        code = next(iter(codes), None)
        if code is None:
            return self.own(kind, name, label)
        if code.system not in self._used:
            id_, title, prefix, iri = _SYSTEMS.get(code.system) or _other(code, len(self._used))
            self._used[code.system] = {
                "id": id_,
                "name": title,
                "url": code.system,
                "version": _NOT_STATED,
                "namespacePrefix": prefix,
                "iriPrefix": iri,
            }
        prefix = self._used[code.system]["namespacePrefix"]
        return {"id": f"{prefix}:{quote(code.code, safe=_SAFE)}", "label": code.display or label}

    # -- time ---------------------------------------------------------------------------------

    def time(self, when: Instant | Interval) -> Json:
        """Give a TimeElement: a date where the case tells one, else the days in a term of our own.

        A packet has no relative day. Its term for "day 12" is "dayline:day_12", for "between day 2
        and day 9" "dayline:day_2..9", for days 13 to 61 "dayline:day_13/61".
        """
        dated = self._dated(when)
        if dated is not None:
            return dated
        return {"ontologyClass": self.own("day", days_token(when), self._words.when(when))}

    def _dated(self, when: Instant | Interval) -> Json | None:
        if isinstance(when, Instant):
            moment = self._timestamp(when)
            return None if moment is None else {"timestamp": moment}
        start = self._timestamp(when.start)
        end = self._timestamp(when.end, is_end=True) if isinstance(when.end, Instant) else None
        return None if start is None or end is None else {"interval": {"start": start, "end": end}}

    def _timestamp(self, instant: Instant, *, is_end: bool = False) -> str | None:
        """Give a moment of the calendar; None where the case does not tell it exactly."""
        if self._zero is None or instant.day is None:
            return None
        is_whole = instant.precision == "day"
        if not is_whole and not self._is_midnight:
            return None
        first = datetime.datetime.combine(self._zero, datetime.time())
        seconds = round((instant.day - math.floor(instant.day)) * 86_400)
        moment = first + datetime.timedelta(math.floor(instant.day), min(seconds, 86_399))
        if is_whole and is_end:  # the last day counts in full
            moment += _DAY_END
        return f"{moment.isoformat()}Z"


def _other(code: Code, number: int) -> tuple[str, str, str, str]:
    """Give how a terminology is declared that the program knows only by what the case says."""
    prefix = f"CODES{number}"
    return prefix.lower(), code.system, prefix, code.system.rstrip("/") + "/"


def days_token(when: Instant | Interval) -> str:
    """Write the days of a time, with all that is known of them, in a few letters.

    Exact: 12. Bounds: 2..9, 2.. or ..9. The best day before them: ~5 or ~5,2..9. A period: start
    and end with a slash between, where the end may be "open", "unknown" or nothing.
    """
    if isinstance(when, Interval):
        return f"{_moment_token(when.start)}/{_moment_token(when.end)}"
    return _moment_token(when)


def _moment_token(moment: Instant | NotKnown) -> str:
    if not isinstance(moment, Instant):
        return moment
    if moment.day is not None:
        return number_text(moment.day)
    first, last = ("" if d is None else number_text(d) for d in (moment.earliest, moment.latest))
    bounds = f"{first}..{last}" if first or last else ""
    if moment.about is None:
        return bounds
    return f"~{number_text(moment.about)}{',' if bounds else ''}{bounds}"
