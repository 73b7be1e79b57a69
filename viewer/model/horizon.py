"""What a horizon lets through of times and words; the parts of a case are cut with it."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from viewer.model.clinical import Figure, Images, Lesion, Slide, Stain
from viewer.model.event import Remark
from viewer.model.part import Evidence, Text, Title
from viewer.model.time import CutInstant, Instant, Interval, NotKnown
from viewer.model.treatment import Change, Cycle, Response

R = TypeVar("R", bound=Remark | Figure | Images | Lesion | Slide | Stain | Response)
M = TypeVar("M", Change, Cycle)


def stated(known_from: float | None, default: float) -> float:
    """Give the day a part may be known from: as stated, else by the rule (days)."""
    return default if known_from is None else known_from


def told_whole(part: Change | Cycle) -> float:
    """Give the day from which all that a change or a cycle says may be known (days)."""
    return max(stated(part.known_from, -math.inf), part.when.spoken)


@dataclass(frozen=True)
class Horizon:
    """The end of a day; each method gives what may be told by then, or None for nothing.

    `course_end` is the day up to which the course was followed; infinity where it is not known.
    """

    day_told: int
    course_end: float

    def knows(self, day: float) -> bool:
        """Tell whether a day, in days, is not after the horizon."""
        return day < self.day_told + 1

    # -- time ---------------------------------------------------------------------------------

    def instant(self, instant: Instant) -> Instant | None:
        """Give an instant whose later bound is cut where it is not told yet."""
        if self.knows(instant.spoken):
            return instant
        earliest, about = self.day(instant.earliest), self.day(instant.about)
        is_held_back = not self.knows(stated(instant.known_from, -math.inf))
        if is_held_back or (earliest is None and about is None):
            return None
        return CutInstant(
            earliest=earliest,
            about=about,
            precision=instant.precision,
            evidence=instant.evidence,
        )

    def day(self, day: float | None) -> float | None:
        """Give a day that may be told."""
        return day if day is not None and self.knows(day) else None

    def end(self, end: Instant | NotKnown) -> Instant | NotKnown:
        """A best day of an end is hidden with the end; that it was not earlier may be known."""
        if isinstance(end, Instant):
            if self.knows(end.spoken):
                return end
            earliest = self.day(end.earliest)
            if earliest is not None and self.knows(stated(end.known_from, -math.inf)):
                return CutInstant(earliest=earliest, precision=end.precision, evidence=end.evidence)
        if end == "open" and self.knows(self.course_end):
            return end
        return CutInstant()

    def when(self, when: Instant | Interval) -> Instant | Interval | None:
        """Give a time as far as it may be told."""
        return self.instant(when) if isinstance(when, Instant) else self.interval(when)

    def interval(self, interval: Interval) -> Interval | None:
        """Give a period whose end, and words, are cut where they are not told yet."""
        start = self.instant(interval.start)
        if start is None:
            return None
        wording = interval.wording if self.knows(interval.spoken) else None
        return interval.model_copy(
            update={"start": start, "end": self.end(interval.end), "wording": wording}
        )

    # -- words --------------------------------------------------------------------------------

    def title(self, title: Title, last: float) -> Text | None:
        """The first words are told with the part; later ones, unless it is stated, with its end."""
        if isinstance(title, Text):
            return title
        first, *later = title
        known = [first.text] if self.knows(stated(first.known_from, -math.inf)) else []
        known += [v.text for v in later if self.knows(stated(v.known_from, last))]
        return known[-1] if known else None

    def evidence(self, evidence: Evidence, last: float) -> Evidence:
        """Reasons speak of the whole part; they are told when all of it may be."""
        return evidence if self.knows(last) else evidence.model_copy(update={"why": None})

    def told(self, parts: Iterable[R], default: float, last: float) -> tuple[R, ...]:
        """Give those of the parts that may be told; see `one`."""
        return tuple(kept for part in parts if (kept := self.one(part, default, last)) is not None)

    def one(self, part: R | None, default: float, last: float) -> R | None:
        """Give a part from its own day, else from `default` on.

        The reasons of its evidence are told from `last` on, when all it belongs to is.
        """
        if part is None or not self.knows(stated(part.known_from, default)):
            return None
        if isinstance(part, Remark | Response | Lesion) and part.evidence is not None:
            evidence = self.evidence(part.evidence, last)
            return part.model_copy(update={"evidence": evidence})
        return part

    def dated(self, parts: Iterable[M]) -> tuple[M, ...]:
        """Give those of the parts with a time of their own that may be told, with the time cut."""
        found = list[M]()
        for part in parts:
            when = self.instant(part.when)
            if when is None or not self.knows(stated(part.known_from, part.when.spoken)):
                continue
            evidence = part.evidence and self.evidence(part.evidence, told_whole(part))
            found.append(part.model_copy(update={"when": when, "evidence": evidence}))
        return tuple(found)
