"""A disclosed case as it can be written to a file and read again."""

from typing import Any, TypeVar

from viewer.model.case import Case
from viewer.model.event import Event
from viewer.model.events import Events
from viewer.model.lesion_series import without_worked_out
from viewer.model.part import Part
from viewer.model.time import CutInstant, Instant, Interval

P = TypeVar("P", bound=Part)


def written_case(case: Case, *, with_sources: bool = False) -> Case:
    """Give a disclosed case in the words of the format, equal to what is read from its file.

    The format has no word for an end that a horizon hides: where nothing of it is told it is
    written as not known, and a bound that is hidden as one that is not stated. Empty lists are left
    out: one would tell that something was in it. Series that are worked out go: they are worked out
    anew. References to the sources' own files go, unless they are to stay.
    """
    case = without_worked_out(case)
    if not with_sources:
        sources = (one.model_copy(update={"file": None}) for one in case.sources)
        case = case.model_copy(update={"sources": tuple(sources)})
    return _written(case)


def _written(part: P) -> P:
    update = {
        name: written
        for name, value in vars(part).items()
        if isinstance(value, Part | tuple | Events) and (written := _value(value)) is not value
    }
    empty = {name for name in part.model_fields_set if _is_empty(vars(part).get(name))}
    if not update and not empty:
        return part
    copy = part.model_copy(update=update)
    copy.model_fields_set.difference_update(empty)
    return copy


def _value(value: Any) -> Any:
    if isinstance(value, CutInstant):
        return Instant.model_validate(value.model_dump(exclude_unset=True, exclude_none=True))
    if isinstance(value, Interval) and _is_hidden(value.end):
        return _written(value.model_copy(update={"end": "unknown"}))
    if isinstance(value, Events):
        # What stands as it was read is told as a whole: nothing of it is cut.
        made = ((n, entry) for n, entry in enumerate(value.entries) if isinstance(entry, Event))
        return value.changed({n: new for n, event in made if (new := _written(event)) is not event})
    if isinstance(value, tuple):
        written = tuple(_value(one) for one in value)
        return value if all(a is b for a, b in zip(written, value, strict=True)) else written
    return _written(value) if isinstance(value, Part) else value


def _is_hidden(end: object) -> bool:
    return isinstance(end, CutInstant) and (end.earliest, end.about, end.latest) == (None,) * 3


def _is_empty(value: object) -> bool:
    return isinstance(value, tuple | Events) and not value
