"""The case: everything about one patient's course, as one frozen value."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from viewer.model.clinical import Report, Study
from viewer.model.event import Detail, Lane, Remark
from viewer.model.events import Events
from viewer.model.part import (
    CalendarDate,
    Day,
    Evidence,
    Flag,
    Id,
    Number,
    Part,
    Text,
    Title,
    Token,
)
from viewer.model.scene import Scene
from viewer.model.series import Series, Statement
from viewer.model.time import Instant

FORMAT = "dayline-case/1"
FORMAT_NAME = "dayline-case"
FORMAT_VERSION = 1

Sex = Literal["female", "male", "other", "unknown"]


class FollowUp(Remark):
    """How and when the course ends as far as it is known."""

    end: Instant
    reason: Literal["death", "lost", "alive", "unknown"]
    """Why nothing is known after it: death is told apart from being lost to follow-up."""


class Subject(Part):
    """The patient, as far as it may be told."""

    sex: Sex = "unknown"
    age_years: Number | None = Field(default=None, ge=0, le=150)
    is_age_least: Flag = False
    """Whether the patient is so old or older, as "90 or older" says it."""
    is_synthetic: Flag = False
    """True for made-up data; said on every screen."""
    background: tuple[Detail, ...] = ()
    follow_up: FollowUp | None = None


class DayZero(Part):
    """The moment the day count starts from."""

    text: Text
    """A sentence that says what day zero is."""
    short: Text | None = None
    """A few words for the axis, such as "Days from transfer"."""
    counts_from: Literal[0, 1, "unstated"] = "unstated"
    """Whether the source calls the first day 0 or 1, or does not say."""
    date: CalendarDate | None = None
    """The calendar date of day zero, such as "2021-04-01", where it is known and may be told."""
    is_midnight: Flag = False
    """Whether day zero begins at midnight, so that the part of a day is the time of day."""
    evidence: Evidence | None = None


class Source(Part):
    """Where the case comes from."""

    id: Id
    title: Title
    known_from: Day | None = None
    file: Token | None = None
    """The reader's own copy, a path inside the case folder."""


class Note(Part):
    """A part of the course in prose."""

    id: Id
    title: Title
    text: Text
    known_from: Day | None = None
    evidence: Evidence | None = None


class Side(Part):
    """One of the places that disagree."""

    text: Text
    place: Text


class Discrepancy(Part):
    """Two places of a source that disagree; kept and shown, not silently resolved."""

    id: Id
    title: Text
    sides: Annotated[tuple[Side, ...], Field(min_length=1)]
    reading: Remark | None = None
    """How the case reads it, and why."""
    about: tuple[Id, ...] = ()
    """Ids of the parts it matters to."""
    known_from: Day | None = None


class Term(Part):
    """An abbreviation and what it stands for."""

    term: Token
    text: Text


class Case(Part):
    """Everything about one patient's course."""

    format: Annotated[str, StringConstraints(pattern=rf"^{FORMAT_NAME}/[1-9][0-9]*$")]
    id: Id
    title: Title
    subject: Subject
    day_zero: DayZero
    sources: tuple[Source, ...] = ()
    lanes: tuple[Lane, ...] = ()
    events: Events = Events()
    series: tuple[Series, ...] = ()
    statements: tuple[Statement, ...] = ()
    studies: tuple[Study, ...] = ()
    reports: tuple[Report, ...] = ()
    notes: tuple[Note, ...] = ()
    discrepancies: tuple[Discrepancy, ...] = ()
    glossary: tuple[Term, ...] = ()
    deck: tuple[Scene, ...] = ()
