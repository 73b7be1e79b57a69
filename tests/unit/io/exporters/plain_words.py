"""Words for exports in tests: English, and every day by its numbers."""

from __future__ import annotations

from viewer.io.exporters.data_words import DataWords
from viewer.model.time import Instant, Interval


def said(when: Instant | Interval) -> str:
    """Name a time by all the numbers that it has."""
    if isinstance(when, Interval):
        end = said(when.end) if isinstance(when.end, Instant) else when.end
        return f"{said(when.start)} to {end}"
    days = (when.day, when.earliest, when.about, when.latest)
    return "day " + "/".join("" if day is None else f"{day:g}" for day in days)


WORDS = DataWords(lambda text: text, said, lambda evidence: evidence.kind)
