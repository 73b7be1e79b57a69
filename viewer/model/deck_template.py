"""A deck to start from, for any case: scenes in the case's own words, each at its own horizon.

Every scene stops at the first day on which what it shows may be known, so that a title says
nothing earlier than the case does. What may be known from no stated day has no scene of its own.
"""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from viewer.model.case import Case
from viewer.model.clinical import Report, Study
from viewer.model.course import part
from viewer.model.disclosure import disclose
from viewer.model.event import Event, LaneKind
from viewer.model.horizon import stated
from viewer.model.part import DAY_LIMIT, Text, words_of
from viewer.model.scene import Days, Scene
from viewer.model.series import Measurement, Series
from viewer.model.time import Instant, Interval

MOST_SCENES = 12
MOST_TREATMENTS = 6
NAMED_SERIES = 3
"""So many series stand in the title of the laboratory."""
LONGEST_TITLE = 200
"""Titles of several names are no longer (characters)."""
LEAST_MARGIN = 14.0
"""Before what a scene shows there are at least so many days in its window."""
MARGIN_SHARE = 0.25
LANGUAGES = {"en": ", ", "ja": "、"}
"""The languages that titles are made in, and what stands between two names in each."""
LATER = math.inf
"""Stands for the day of what may be known from no stated day."""

FOUND: tuple[LaneKind, ...] = ("symptom", "encounter")
TREATMENTS: tuple[LaneKind, ...] = ("drug", "procedure")


@dataclass(frozen=True)
class _Stop:
    """What one scene shows, and the day from which it may be known (days)."""

    scene: str
    day: float
    shows: str | None = None
    """Id of the part that is selected; the end of the follow-up where it is left out."""
    panel: str | None = None

    @property
    def horizon(self) -> int:
        """The whole day at whose end it is known."""
        return math.floor(self.day)


def skeleton(case: Case) -> tuple[Scene, ...]:
    """Give a deck of at most twelve scenes; the last one shows the whole course."""
    found = [
        *_presentation(case),
        *_laboratory(case),
        *_first_of(case, case.studies, "imaging"),
        *_first_of(case, case.reports, "pathology"),
    ]
    ended = [*_response(case), *_outcome(case)]
    room = MOST_SCENES - 1 - len(found) - len(ended)
    stops = (*found, *_treatments(case, min(MOST_TREATMENTS, room)), *ended)
    dated = [stop for stop in stops if math.isfinite(stop.day)]
    told = {horizon: disclose(case, horizon) for horizon in {stop.horizon for stop in dated}}
    # Nothing is shown twice on one day: what it is more closely stands later.
    shown = dict[tuple[int, str | None], Scene]()
    for stop in sorted(dated, key=lambda one: one.horizon):  # what is known earlier is told earlier
        scene = _scene(stop, told[stop.horizon])
        if scene is not None:
            shown[stop.horizon, stop.shows] = scene
    return (*shown.values(), _discussion(case))


# --- what there is to show ----------------------------------------------------------------


def _presentation(case: Case) -> Iterator[_Stop]:
    """Show what brought the patient: up to the first encounter, or the first other event."""
    first = next(_events(case), None)
    if first is None:
        return
    encounter = next(_events(case, "encounter"), None)
    others = {lane.kind for lane in case.lanes} - {*FOUND}
    other = next(_events(case, *others), None) if others else None
    day = _told_from(first)
    if encounter is not None and _told_from(encounter) <= (_told_from(other) if other else LATER):
        day = max(day, _told_from(encounter))
    symptom = next(_events(case, "symptom"), None)
    known = (one for one in (symptom, encounter) if one is not None and _told_from(one) <= day)
    yield _Stop("presentation", day, next(known, first).id)


def _laboratory(case: Case) -> Iterator[_Stop]:
    valued = [(day, one) for one in case.series if math.isfinite(day := _first_value(one))]
    if valued:
        day, one = min(valued, key=lambda pair: pair[0])
        yield _Stop("laboratory", day, one.id)


def _first_of(
    case: Case, parts: tuple[Study, ...] | tuple[Report, ...], name: str
) -> Iterator[_Stop]:
    """Show the first study or report, by its event where there is one, and its panel."""
    dated = [(_told_from(one), one.id) for one in parts]
    if not dated:
        return
    day, id_ = min(dated, key=lambda pair: pair[0])
    own = {*case.events.naming.get(id_, ())}.intersection(_numbers(case, "diagnostic"))
    known = (case.events[number] for number in sorted(own))
    yield _Stop(name, day, next((one.id for one in known if _told_from(one) <= day), id_), name)


def _treatments(case: Case, most: int) -> Iterator[_Stop]:
    """Show each treatment once, however often it was given, and the first few alone."""
    titles = case.events.column("title")
    found = dict[str, int]()
    for number in _numbers(case, *TREATMENTS):
        found.setdefault(repr(titles[number]), number)
        if len(found) == most:
            break
    for count, number in enumerate(found.values(), 1):
        event = case.events[number]
        yield _Stop(f"treatment-{count}", _told_from(event), event.id)


def _response(case: Case) -> Iterator[_Stop]:
    """Show the first event that tells a response; else the first that was judged."""
    event = next(_events(case, "response"), None)
    if event is not None:
        yield _Stop("response", _told_from(event), event.id)
        return
    judged = (number for number, one in enumerate(case.events.column("response")) if one)
    dated = [(_judged_from(case.events[number]), case.events[number].id) for number in judged]
    if dated:
        day, id_ = min(dated, key=lambda pair: pair[0])
        yield _Stop("response", day, id_)


def _outcome(case: Case) -> Iterator[_Stop]:
    """Show the last outcome; else how the follow-up ended."""
    outcomes = _numbers(case, "outcome")
    follow_up = case.subject.follow_up
    if outcomes:
        event = case.events[outcomes[-1]]
        yield _Stop("outcome", _told_from(event), event.id)
    elif follow_up is not None:
        told = max(stated(follow_up.known_from, follow_up.end.spoken), _partly(follow_up.end))
        yield _Stop("outcome", told)


def _numbers(case: Case, *kinds: str) -> list[int]:
    """Give the numbers of the events of these kinds (of all without), as they may be known."""
    lanes = [lane.id for lane in case.lanes if not kinds or lane.kind in kinds]
    told, anchors = case.events.told_from, case.events.times.anchor
    numbers = np.flatnonzero((case.events.rows(lanes) >= 0) & np.isfinite(told))
    ordered: list[int] = numbers[np.lexsort((anchors[numbers], told[numbers]))].tolist()
    return ordered


def _events(case: Case, *kinds: str) -> Iterator[Event]:
    return (case.events[number] for number in _numbers(case, *kinds))


# --- from which day it may be known -------------------------------------------------------


def _partly(when: Instant) -> float:
    """Give the day from which a time may be known, if only as "on that day or after"."""
    bounds = [day for day in (when.earliest, when.about) if day is not None]
    return min(when.spoken, max(min(bounds, default=LATER), stated(when.known_from, -LATER)))


def _told_from(one: Event | Study | Report) -> float:
    """Give the day from which a part and its first title may be known."""
    start = one.when.start if isinstance(one.when, Interval) else one.when
    titled = None if isinstance(one.title, Text) else one.title[0].known_from
    return max(stated(one.known_from, start.spoken), _partly(start), stated(titled, -LATER))


def _judged_from(event: Event) -> float:
    judged = None if event.response is None else event.response.known_from
    return max(_told_from(event), stated(judged, max(_told_from(event), event.when.spoken)))


def _first_value(series: Series) -> float:
    """Give the day from which the first value of a series may be known."""
    days = [_valued_from(point) for point in series.points]
    if series.samples is not None and series.sampled is not None:
        days.append(max(float(series.sampled.days[0]), stated(series.samples.known_from, -LATER)))
    return max(min(days, default=LATER), stated(series.known_from, -LATER))


def _valued_from(point: Measurement) -> float:
    return max(stated(point.known_from, point.when.spoken), _partly(point.when))


# --- the scenes ---------------------------------------------------------------------------


def _scene(stop: _Stop, told: Case) -> Scene | None:
    """Make the scene of a case as it is told at its horizon; None where what it shows is not."""
    shown = part(told, stop.shows)
    follow_up = told.subject.follow_up
    if stop.shows is None and follow_up is not None:
        title, first = follow_up.text, _begin(follow_up.end)
    elif isinstance(shown, Event | Study | Report):
        title, first = words_of(shown.title), _begin(shown.when)
    elif isinstance(shown, Series):
        title = _names(one for one in told.series if one.points or one.sampled is not None)
        first = stop.day
    else:
        return None
    return Scene(
        id=stop.scene,
        title=_in_languages(title),
        horizon=stop.horizon,
        window=_window(first, stop.horizon),
        cursor=min(stop.horizon + 0.5, float(DAY_LIMIT)),
        select=None if shown is None else shown.id,
        panel=stop.panel,
    )


def _discussion(case: Case) -> Scene:
    title = _in_languages(words_of(case.title))
    panel = "notes" if case.notes or case.discrepancies else None
    return Scene(id="discussion", title=title, panel=panel)


def _begin(when: Instant | Interval) -> float:
    """Give the first day that is stated of a time (days)."""
    start = when.start if isinstance(when, Interval) else when
    return start.first if math.isfinite(start.first) else math.floor(start.anchor)


def _window(first: float, horizon: int) -> Days | None:
    """Give the days up to the horizon with a margin before what is shown; None beyond the days."""
    end = horizon + 1.0
    start = max(first - max(LEAST_MARGIN, (end - first) * MARGIN_SHARE), -float(DAY_LIMIT))
    return Days(start=math.floor(start), end=end) if start < end <= DAY_LIMIT else None


def _in_languages(title: Text) -> Text:
    return Text({language: title.pick(language) for language in LANGUAGES})


def _names(series: Iterable[Series]) -> Text:
    """Name the first few series, in short; one alone where that is too long."""
    named = [one.short or one.title for one in series][:NAMED_SERIES]
    found = {
        language: between.join(one.pick(language) for one in named)
        for language, between in LANGUAGES.items()
    }
    is_short = all(len(words) <= LONGEST_TITLE for words in found.values())
    return Text(found) if is_short else named[0]
