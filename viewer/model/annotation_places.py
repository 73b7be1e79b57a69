"""Where in the course an annotation stands, and whether a horizon lets it through."""

import math
from typing import NamedTuple

from viewer.model.annotation import (
    Content,
    OnAnnotation,
    OnBox,
    OnImage,
    OnPart,
    OnPoint,
    OnSlide,
    Target,
)
from viewer.model.annotation_pictures import (
    days_of_picture,
    id_of_added,
    is_picture_told,
    shown_span,
)
from viewer.model.annotation_set import Annotation, AnnotationSet
from viewer.model.case import Case
from viewer.model.course import Anchored, part
from viewer.model.disclosure import begun_by
from viewer.model.event import Event
from viewer.model.series import Statement
from viewer.model.time import Instant, Interval, Span


class Place(NamedTuple):
    """Where an annotation stands."""

    span: Span | None
    """Its days; without length for a moment, None where it has no place in time."""
    lane: str | None = None
    series: str | None = None


class Found(NamedTuple):
    """A part or an annotation that there is; `moment` is None where it has no place in time."""

    moment: float | None


def moment_of(id_: str, case: Case, annotations: AnnotationSet) -> Found | None:
    """Give the moment that the cursor goes to for a part or an annotation; None without it."""
    found = part(case, id_)
    if found is not None:
        return Found(found.when.anchor if isinstance(found, Anchored) else None)
    one = annotations.annotations.get(id_)
    if one is None:
        return None
    last = one.last  # what was deleted can be gone to, so that it can be restored
    span = None if last is None else place_of(last, case, annotations).span
    return Found(None if span is None else middle_of_day(span).start)


def middle_of_day(span: Span) -> Span:
    """Give where a whole day is drawn, as an event's is; a moment of a day stays where it is."""
    is_whole_day = span.days == 0 and span.start.is_integer()
    return Span(span.start + 0.5, span.end + 0.5) if is_whole_day else span


def place_of(content: Content, case: Case, annotations: AnnotationSet) -> Place:
    """Give where an annotation stands; a reply stands where its thread does."""
    first = _first_of_thread(content, annotations)
    if first is None:
        return Place(None)
    if first.added is not None:
        lane = first.event.lane if first.event is not None else _lane_of_studies(case)
        return Place(shown_span(first.added.when), lane=lane)
    if first.value is not None:
        day = first.value.day
        return Place(Span(day, day), series=first.value.series)
    return _place_of_target(first, case, annotations)


def _place_of_target(content: Content, case: Case, annotations: AnnotationSet) -> Place:
    target, span = content.target, content.span
    match target:
        case OnPart():
            return _place_on(target.part, case)
        case OnImage() | OnSlide():
            return Place(days_of_picture(target, case, annotations))
    if content.second_day is not None and span is not None:
        return Place(Span(*sorted((span.start, content.second_day))))
    series = target.series if isinstance(target, OnPoint | OnBox) else None
    return Place(span, series=series)


def _first_of_thread(content: Content, annotations: AnnotationSet) -> Content | None:
    """Give what a thread is about; None where it was deleted or goes in a circle."""
    seen = set[str]()
    while isinstance(content.target, OnAnnotation):
        above = annotations.content(content.target.annotation)
        if above is None or content.target.annotation in seen:
            return None
        seen.add(content.target.annotation)
        content = above
    return content


def _place_on(id_: str, case: Case) -> Place:
    found = part(case, id_)
    if not isinstance(found, Anchored):
        return Place(None)
    anchor = found.when.anchor
    lane = found.lane if isinstance(found, Event | Statement) else None
    return Place(Span(anchor, anchor), lane=lane)


def _lane_of_studies(case: Case) -> str | None:
    """Give the lane in which a reader looks for studies; None where the case has none of it."""
    return next((lane.id for lane in case.lanes if lane.kind == "diagnostic"), None)


def leans_on_another(content: Content) -> bool:
    """Tell whether it stands where another annotation does, which may move."""
    target = content.target
    return isinstance(target, OnAnnotation) or id_of_added(target) is not None


def disclosed(annotations: AnnotationSet, case: Case, horizon: int | None) -> AnnotationSet:
    """Give the annotations that may be shown with the case disclosed at a horizon.

    What a person wrote may speak of any day, so that only annotations of which a day is said from
    which they may be known are told; those about what is hidden are hidden, too.
    """
    if horizon is None:
        return annotations
    told = {
        one.id: cut for one in annotations.shown if (cut := _cut(one, case, horizon)) is not None
    }
    return AnnotationSet(_with_threads(told), annotations.signed, annotations.clock)


def _cut(one: Annotation, case: Case, horizon: int) -> Annotation | None:
    content = one.content
    if content is None or not _is_told(content, horizon) or not _is_about_told(content, case):
        return None
    return Annotation(one.id, one.made, one.versions[-1:])  # what it said before may tell more


def _is_told(content: Content, horizon: int) -> bool:
    """Tell whether all days that it speaks of are known at the end of a day."""
    if content.known_from is None or content.scene is not None:  # a deck speaks of all the course
        return False
    days = [content.known_from]
    span = content.span
    if span is not None:  # the end of a period is no moment of it
        days += [span.start, math.nextafter(span.end, span.start)]
    if content.second_day is not None:
        days.append(content.second_day)
    if content.value is not None:
        days.append(content.value.day)
    if content.added is not None:
        when = content.added.when
        days.append(begun_by(when))
        if isinstance(when, Interval) and isinstance(when.end, Instant):
            days.append(when.end.spoken)
    return max(days) < horizon + 1


def _is_about_told(content: Content, case: Case) -> bool:
    """Tell whether the disclosed case has all parts that it is about."""
    target = content.target
    series = {target.series} if isinstance(target, OnPoint | OnBox) else set[str]()
    if content.value is not None:
        series.add(content.value.series)
    lane = None if content.event is None else content.event.lane
    return (
        (not isinstance(target, OnPart) or part(case, target.part) is not None)
        and series <= {one.id for one in case.series}
        and (lane is None or lane in {one.id for one in case.lanes})
        and (not isinstance(target, OnImage | OnSlide) or is_picture_told(target, case))
    )


def _with_threads(told: dict[str, Annotation]) -> dict[str, Annotation]:
    """Leave out answers to what is hidden, and what is on pictures of a study that is."""
    kept = dict[str, Annotation]()
    for id_, one in told.items():  # an answer comes after what it answers
        above = None if one.content is None else _leant_on(one.content.target)
        if above is None or above in kept:
            kept[id_] = one
    return kept


def _leant_on(target: Target) -> str | None:
    """Give the annotation without which it is not told; None where there is none."""
    return target.annotation if isinstance(target, OnAnnotation) else id_of_added(target)
