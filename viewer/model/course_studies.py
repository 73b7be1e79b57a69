"""Where studies and reports with pictures stand in the course: at an event, or by themselves."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from viewer.model.case import Case
from viewer.model.clinical import Report, Study
from viewer.model.event import Event, Lane
from viewer.model.noted_studies import ShownStudy
from viewer.model.part import Text, words_of

OWN_LANE_TITLE = Text({"en": "Pictures", "ja": "画像"})
"""Of the lane that they stand in where the case has none for examinations."""


class Pictured(NamedTuple):
    """A study or report that has pictures."""

    part: Study | Report
    added: ShownStudy | None = None
    """Whose pictures they are where a reviewer has added it."""


@dataclass(frozen=True)
class CourseStudies:
    """The studies and reports that have pictures, as the lanes show them."""

    by_event: Mapping[str, Pictured] = field(default_factory=dict)
    """Those that an event stands for, by the event's id."""
    by_mark: Mapping[str, Pictured] = field(default_factory=dict)
    """The others, by their own ids."""
    marks: tuple[Event, ...] = ()
    """An event for each of these, with its id, so that it can be drawn like all events."""
    lanes: tuple[Lane, ...] = ()
    """The lanes of the case, and one for the marks where it has none for examinations."""


def has_pictures(part: Study | Report) -> bool:
    """Tell whether there are pictures to a study or report, whether or not they can be read."""
    own = part.images if isinstance(part, Study) else part.slides
    return bool(own) or any(figure.file is not None for figure in part.figures)


def course_studies(case: Case, shown: Iterable[ShownStudy] = ()) -> CourseStudies:
    """Find where the reports of a disclosed case, and the studies that are `shown`, stand.

    An examination stands for its study, and any event of the same time, such as a biopsy. Another
    event does not: a treatment may name a study that was made weeks later.
    """
    known = [Pictured(one.study, one if one.path is not None else None) for one in shown]
    known += [Pictured(report) for report in case.reports]
    pictured = [one for one in known if one.added is not None or has_pictures(one.part)]
    if not pictured:
        return CourseStudies(lanes=case.lanes)
    diagnostic = [lane for lane in case.lanes if lane.kind == "diagnostic"]
    by_event, alone = dict[str, Pictured](), list[Pictured]()
    for one in pictured:
        ids = _standing_for(case, one.part, {lane.id for lane in diagnostic})
        for id_ in ids:
            by_event.setdefault(id_, one)
        if not ids:
            alone.append(one)
    if not alone:
        return CourseStudies(by_event, lanes=case.lanes)
    lane = diagnostic[0] if diagnostic else _own_lane(case)
    lanes = case.lanes if diagnostic else (*case.lanes, lane)
    marks = tuple(_mark(one.part, lane) for one in alone)
    return CourseStudies(by_event, {one.part.id: one for one in alone}, marks, lanes)


def _standing_for(case: Case, part: Study | Report, lanes: Collection[str]) -> list[str]:
    """Give the ids of the events linked with it that are in these lanes, or of its time."""
    events = case.events
    named = (events.numbers[id_] for id_ in part.links if id_ in events.numbers)
    numbers = sorted({*events.naming.get(part.id, ()), *named})
    linked = [events[number] for number in numbers]
    return [e.id for e in linked if e.lane in lanes or e.when.span == part.when.span]


def _own_lane(case: Case) -> Lane:
    id_, taken = "pictures", {lane.id for lane in case.lanes}
    while id_ in taken:
        id_ += "-"
    return Lane(id=id_, title=OWN_LANE_TITLE, kind="diagnostic")


def _mark(part: Study | Report, lane: Lane) -> Event:
    return Event(
        id=part.id,
        lane=lane.id,
        title=words_of(part.title),
        when=part.when,
        evidence=part.evidence,
    )
