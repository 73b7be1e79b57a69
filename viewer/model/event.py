"""Events in lanes: what happened, when, with what outcome."""

from typing import Literal

from pydantic import Field

from viewer.model.part import Code, Day, Evidence, Id, Part, Text, Title
from viewer.model.time import Instant, When
from viewer.model.treatment import Change, Count, Cycle, Dose, Response

LaneKind = Literal[
    "encounter",
    "symptom",
    "drug",
    "nutrition",
    "procedure",
    "diagnostic",
    "response",
    "complication",
    "outcome",
]

Sign = Literal["effective", "not_effective", "stopped", "death", "improved", "worsened", "other"]


class Lane(Part):
    """One row of the event timeline."""

    id: Id
    title: Text
    kind: LaneKind
    group: Id | None = None
    """Id of the lane that it belongs to and stands below, such as chemotherapy within drugs."""


class Remark(Part):
    """Words about a part, with the day from which they may be known."""

    text: Text
    known_from: Day | None = None
    evidence: Evidence | None = None


class Detail(Remark):
    """A labelled remark, such as "Why" or "Dose"."""

    label: Text


class Outcome(Remark):
    """How something ended; told by sign and word."""

    sign: Sign
    when: Instant | None = None


class Event(Part):
    """Something that happened: a point or an interval in a lane."""

    id: Id
    lane: Id
    title: Title
    when: When
    evidence: Evidence
    known_from: Day | None = None
    """The day from which the event as such may be known; the latest day on which it may have
    begun where it is left out."""
    result: Remark | None = None
    """What it showed, in a few words that stand beside the mark."""
    outcome: Outcome | None = None
    therapy_line: Count | None = None
    """Which line of therapy it is, counted from 1."""
    dose: Dose | None = None
    """What was given from the beginning; known with the event."""
    changes: tuple[Change, ...] = ()
    """What was changed while it went on, in order."""
    cycles: tuple[Cycle, ...] = ()
    """The courses whose days the source gives, exactly or between bounds; no others."""
    response: Response | None = None
    details: tuple[Detail, ...] = ()
    links: tuple[Id, ...] = ()
    """Ids of studies, reports and other events that belong to it."""
    series: tuple[Id, ...] = ()
    """Ids of the series beside whose values it stands too, such as rescue doses beside glucose."""
    codes: tuple[Code, ...] = Field(default=())
