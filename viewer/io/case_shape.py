"""What may be lost from a case without making the rest say something wrong.

A broken part costs as little as it can: itself where the entry still holds without it, else the
entry. Never lost alone are a time, a bound, a comparator, how something is known and the day from
which it may be known: without them the rest would be shown at a wrong time, as a wrong value or
too early.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple, get_args, get_origin

from viewer.io.json_places import JsonPath
from viewer.model.case import (
    Case,
    DayZero,
    Discrepancy,
    FollowUp,
    Note,
    Side,
    Source,
    Subject,
    Term,
)
from viewer.model.clinical import (
    Figure,
    Finding,
    Images,
    Lesion,
    Report,
    Slide,
    Stain,
    Study,
)
from viewer.model.event import Detail, Event, Lane, Outcome, Remark
from viewer.model.events import Events
from viewer.model.part import Code, Evidence, Part, Version
from viewer.model.scene import Days, Drawing, Labels, Scene, SeenPicture
from viewer.model.series import Measurement, ReferenceInterval, Samples, Series, Statement
from viewer.model.time import Instant, Interval
from viewer.model.treatment import Change, Cycle, Dose, Response

Shape = type[Part]

_NONE: frozenset[str] = frozenset()
LOSABLE: dict[Shape, frozenset[str]] = {
    Case: frozenset(Case.model_fields) - {"format", "id", "title", "subject", "day_zero"},
    Subject: frozenset({"sex", "age_years", "background", "follow_up"}),
    DayZero: frozenset({"short", "counts_from", "date", "is_midnight", "evidence"}),
    Source: frozenset({"file"}),
    Lane: frozenset({"group"}),
    Event: frozenset(
        {"result", "outcome", "therapy_line", "dose", "cycles", "response", "details"}
        | {"links", "series", "codes"}
    ),  # without one of its changes a dose would seem to have gone on
    Change: frozenset({"text"}),
    Response: frozenset({"scale"}),
    Instant: frozenset({"why", "wording"}),
    Interval: frozenset({"wording"}),
    Evidence: frozenset({"place", "why"}),
    Code: frozenset({"display"}),
    Series: frozenset(
        {"short", "printed_unit", "specimen", "laboratory", "points", "references", "remarks"}
        | {"gap_days", "codes", "samples"}
    ),
    Samples: frozenset(),
    Measurement: frozenset({"id", "printed", "reference", "laboratory", "remarks"}),
    ReferenceInterval: frozenset({"source"}),
    Statement: frozenset({"series", "lane", "direction"}),
    Study: frozenset({"findings", "figures", "images", "lesions", "remarks", "links"}),
    Figure: frozenset({"caption", "file"}),
    Images: frozenset({"title"}),
    Lesion: frozenset({"site"}),
    Slide: frozenset({"title", "stain"}),
    Stain: frozenset({"score", "percent", "figure"}),
    Report: frozenset(
        {"specimen", "diagnosis", "grade", "morphology", "stains", "figures", "slides", "links"}
    ),
    Discrepancy: frozenset({"reading", "about"}),
    SeenPicture: frozenset({"centre", "width"}),
    Scene: frozenset(Scene.model_fields) - {"id", "title", "horizon"},
    **dict.fromkeys((Cycle, Detail, Dose, Finding, FollowUp, Note, Outcome, Remark), _NONE),
    **dict.fromkeys((Days, Drawing, Labels, Side, Term, Version), _NONE),
}
"""For each kind of part the fields that may be lost alone; of a list among them, each entry."""


class Held(NamedTuple):
    """The kinds of part that a field may hold."""

    single: tuple[Shape, ...] = ()
    """As its value."""
    listed: tuple[Shape, ...] = ()
    """As the entries of a list."""


@cache
def held_by(shape: Shape) -> dict[str, Held]:
    """Give what the fields of a part may hold, for those that may hold parts."""
    found = {
        name: Held(*_held(field.annotation, is_listed=False))
        for name, field in shape.model_fields.items()
    }
    return {name: held for name, held in found.items() if held.single or held.listed}


def _held(annotation: Any, *, is_listed: bool) -> tuple[tuple[Shape, ...], tuple[Shape, ...]]:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return ((), (annotation,)) if is_listed else ((annotation,), ())
    if annotation is Events:
        return ((), (Event,))
    is_listed = is_listed or get_origin(annotation) is tuple
    inner = [_held(one, is_listed=is_listed) for one in get_args(annotation)]
    return sum((one for one, _ in inner), ()), sum((two for _, two in inner), ())


def _shape(value: dict[str, Any], shapes: tuple[Shape, ...]) -> Shape | None:
    if not shapes:
        return None
    if Instant in shapes and not ("start" in value or "end" in value):
        return Instant
    return shapes[-1]


def walk(document: dict[str, Any]) -> Iterator[tuple[JsonPath, Shape, dict[str, Any]]]:
    """Give every part of a raw case, whole or broken, with its path and kind; in no order."""
    waiting: list[tuple[JsonPath, Shape, dict[str, Any]]] = [((), Case, document)]
    while waiting:
        path, shape, part = waiting.pop()
        yield path, shape, part
        for name, held in held_by(shape).items():
            value = part.get(name)
            if isinstance(value, dict):
                inner = _shape(value, held.single)
                if inner is not None:
                    waiting.append(((*path, name), inner, value))
            elif isinstance(value, list) and held.listed:
                waiting.extend(
                    ((*path, name, index), held.listed[0], entry)
                    for index, entry in enumerate(value)
                    if isinstance(entry, dict)
                )


class _Step(NamedTuple):
    is_losable: bool
    shape: Shape | None
    value: Any


def _along(document: dict[str, Any], path: JsonPath) -> Iterator[_Step]:
    """Go down a path and tell at each step what stands there and whether it may be lost alone."""
    value: Any = document
    shape: Shape | None = Case
    held = Held()
    is_losable = False
    for step in path:
        if isinstance(step, str):
            is_known = shape is not None and step in shape.model_fields
            is_losable = shape is not None and (not is_known or step in LOSABLE[shape])
            held = held_by(shape).get(step, Held()) if shape is not None else Held()
        value = _within(value, step)
        shapes = held.listed if isinstance(step, int) else held.single
        shape = _shape(value, shapes) if isinstance(value, dict) else None
        yield _Step(is_losable, shape, value)


def smallest_loss(document: dict[str, Any], path: JsonPath) -> JsonPath | None:
    """Give the smallest part around a broken place that may be left out.

    None where that would be a part no case can do without.
    """
    loss: JsonPath | None = None
    for length, step in enumerate(_along(document, path), start=1):
        if step.is_losable:
            loss = path[:length]
    return loss


def unknown_names(document: dict[str, Any], path: JsonPath) -> list[str]:
    """Give the names that the format does not know in the part at a path."""
    step = _Step(False, Case, document)
    for step in _along(document, path):  # noqa: B007 - the last one is wanted
        pass
    return [] if step.shape is None else [*step.value.keys() - step.shape.model_fields.keys()]


def _within(value: Any, step: str | int) -> Any:
    if isinstance(step, str):
        return value.get(step) if isinstance(value, dict) else None
    return value[step] if isinstance(value, list) and step < len(value) else None
