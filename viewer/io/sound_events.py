"""Which events of a long file are sound beyond doubt, found without making them.

A model for each of a hundred thousand events takes most of the time of opening. Here the same
rules, taken from the models, are applied to the events as they stand in the file. Whatever is not
sound beyond doubt is left to the reader proper, which tells what is wrong with it.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import (
    AfterValidator,
    GetCoreSchemaHandler,
    RootModel,
    TypeAdapter,
    ValidationError,
)
from pydantic_core import CoreSchema, core_schema

from viewer.io.case_checks import SHARING, parts_in
from viewer.io.case_draft import CaseDraft
from viewer.io.case_shape import Held, held_by
from viewer.model.event import Event, Lane
from viewer.model.part import Day, Part
from viewer.model.time import Instant, Interval

MANY = 10_000
"""Shorter lists are read one by one: faster than preparing for more."""
SLICE = 2_000
"""So many events are checked in one go; in between the window may draw."""

Entry = dict[str, Any]


def set_sound_aside(draft: CaseDraft) -> frozenset[str]:
    """Take the events that are sound beyond doubt out of a draft; give their ids."""
    entries, lanes = draft.data.get("events"), _sound_lanes(draft.data.get("lanes"))
    if not isinstance(entries, list) or len(entries) < MANY or lanes is None:
        return frozenset()
    taken = Counter(_ids(draft.data))
    sources = _sources(draft.data.get("sources"))
    sound = {
        number: entry
        for number, entry in _well_formed(entries)
        if entry["lane"] in lanes and taken[entry["id"]] == 1 and _cites(entry, sources)
        # Whether a series is sound is not known yet.
        if not entry.get("series")
    }
    linking = {number: entry["links"] for number, entry in sound.items() if entry.get("links")}
    ids = {entry["id"] for entry in sound.values()}
    while lost := [number for number, links in linking.items() if not ids.issuperset(links)]:
        for number in lost:
            ids.remove(sound.pop(number)["id"])
            del linking[number]
    draft.set_aside(sound)
    return frozenset(ids)


def _sound_lanes(lanes: Any) -> frozenset[str] | None:
    """Give the ids of the lanes; None where a fault may cost one of them."""
    try:
        found = TypeAdapter(list[Lane]).validate_python(lanes)
    except ValidationError:
        return None
    ids = frozenset(lane.id for lane in found)
    return ids if len(ids) == len(found) else None


def _ids(document: Entry) -> Iterator[str]:
    """Give the ids of all parts that share one set of ids, as often as they stand."""
    for name in SHARING:
        for entry in parts_in(document.get(name)):
            yield from _id(entry)
            if name == "series":
                for point in parts_in(entry.get("points")):
                    yield from _id(point)


def _id(entry: Entry) -> tuple[str, ...]:
    found = entry.get("id")
    return (found,) if isinstance(found, str) else ()


def _sources(sources: Any) -> frozenset[str | None]:
    return frozenset([None, *(id_ for entry in parts_in(sources) for id_ in _id(entry))])


def _cites(entry: Entry, sources: frozenset[str | None]) -> bool:
    """Tell whether an event names only sources that are there."""
    if entry["evidence"].get("source") not in sources:
        return False
    remarks = [entry[name] for name in ("result", "outcome") if entry.get(name)]
    for remark in (*remarks, *entry.get("details", ())):
        evidence = remark.get("evidence")
        if evidence and evidence.get("source") not in sources:
            return False
    return True


# --- the rules of the models, for what stands in a file -----------------------------------


def _well_formed(entries: list[Any]) -> Iterator[tuple[int, Entry]]:
    """Give the events that keep every rule for an event by itself, with their numbers."""
    rules = _events()
    for first in range(0, len(entries), SLICE):
        part, broken = entries[first : first + SLICE], set[Any]()
        try:
            rules.validate_python(part)
        except ValidationError as error:
            broken = {one["loc"][0] for one in error.errors(include_url=False)}
        yield from ((first + n, one) for n, one in enumerate(part) if n not in broken)


@cache
def _events() -> TypeAdapter[list[Any]]:
    entries: Any = list[_as_written(Event)]  # type: ignore[misc]  # made while running
    return TypeAdapter(entries)


def _as_written(annotation: Any) -> Any:
    """Give the type of what stands in a file for a value of a type; unknown names are refused."""
    if isinstance(annotation, type) and issubclass(annotation, RootModel):
        return _as_written(annotation.model_fields["root"].annotation)
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return _part_as_written(annotation)
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is None or origin is Literal:
        return annotation
    if origin is Annotated:
        return Annotated[(_as_written(inner[0]), *inner[1:])]
    if origin is tuple:
        return list[_as_written(inner[0])]  # type: ignore[misc]
    changed = tuple(_as_written(one) for one in inner)
    return Union[changed] if origin in (Union, UnionType) else origin[changed]  # noqa: UP007


class _Written:
    """What stands in a file for a part: the fields of its model, and no others."""

    def __init__(self, model: type[Part]) -> None:
        self._model = model

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        del source
        fields, held = {}, held_by(self._model)
        for name, field in self._model.model_fields.items():
            told = [*field.metadata, *([field.discriminator] if field.discriminator else [])]
            type_: Any = _as_written(field.annotation)
            for one in told:
                type_ = Annotated[type_, one]
            if Instant in held.get(name, Held()).single:
                type_ = Annotated[type_, _WholeDayFirst()]
            schema = handler.generate_schema(type_)
            fields[name] = core_schema.typed_dict_field(schema, required=field.is_required())
        return core_schema.typed_dict_schema(fields, extra_behavior="forbid")


def _part_as_written(model: type[Part]) -> Any:
    written = Annotated[dict[str, Any], _Written(model)]
    if not model.__pydantic_decorators__.model_validators:
        return written
    return Annotated[written, AfterValidator(_RULES.get(model) or _ruled(model))]


class _WholeDayFirst:
    """A whole day and no more, as most times are written, is sound before any rule of ours."""

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        number = core_schema.int_schema(strict=True)
        day = core_schema.chain_schema([number, handler.generate_schema(Day)])
        fields = {"day": core_schema.typed_dict_field(day)}
        plain = core_schema.typed_dict_schema(fields, extra_behavior="forbid")
        return core_schema.union_schema([plain, handler(source)], mode="left_to_right")


def _ruled(model: type[Part]) -> Callable[[Entry], Entry]:
    """Give a check of the rules that bind several fields: those of the model itself."""

    def check(entry: Entry) -> Entry:
        model.model_validate(entry)
        return entry

    return check


def _instant(entry: Entry) -> Entry:
    return entry if _is_plain_day(entry) else _checked_instant(entry)


def _interval(entry: Entry) -> Entry:
    start, end = entry["start"], entry["end"]
    is_plain_end = isinstance(end, str) or (
        _is_plain_day(end) and start.get("day", 0) <= end["day"]
    )
    return entry if is_plain_end and _is_plain_day(start) else _checked_interval(entry)


def _is_plain_day(entry: Entry) -> bool:
    day = entry.get("day")
    return isinstance(day, float) and day.is_integer() and len(entry) == 1


_checked_instant, _checked_interval = _ruled(Instant), _ruled(Interval)
_RULES = {Instant: _instant, Interval: _interval}
"""The plainest times, which most are, need no model to be seen to be sound."""
