"""The events of a case: many at once in columns, each as a value of its own when it is wanted."""

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any, overload

import numpy as np
from numpy.typing import NDArray
from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from viewer.model.event import Event
from viewer.model.event_times import Days, EventTimes, Flags, Numbers
from viewer.model.part import EvidenceKind

Entry = Event | dict[str, Any]
"""An event, or what stands for it in a file that has been checked."""


class Events(Sequence[Event]):
    """Events in the order of the file; never changed.

    Entries of a long file stay as they were read, and are made an `Event` when they are asked for:
    a hundred thousand of them would take a second and most are never looked at.
    """

    def __init__(
        self,
        entries: Iterable[Entry] = (),
        times: EventTimes | None = None,
    ) -> None:
        self._entries: list[Entry] = list(entries)
        self._times = times
        self._order: tuple[tuple[str, ...], Numbers] | None = None

    @overload
    def __getitem__(self, at: int) -> Event: ...

    @overload
    def __getitem__(self, at: slice) -> "Events": ...

    def __getitem__(self, at: int | slice) -> "Event | Events":
        if isinstance(at, slice):
            return Events(self._entries[at])
        entry = self._entries[at]
        if isinstance(entry, dict):
            self._entries[at] = entry = Event.model_validate(entry)
        return entry

    def passing(self, number: int) -> Event:
        """Give an event without keeping it, for a walk through all of them."""
        entry = self._entries[number]
        return Event.model_validate(entry) if isinstance(entry, dict) else entry

    def __len__(self) -> int:
        return len(self._entries)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Events | tuple):
            return NotImplemented
        return len(self) == len(other) and all(a == b for a, b in zip(self, other, strict=True))

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        del source
        listed = handler(tuple[Event, ...])
        return core_schema.no_info_after_validator_function(
            cls,
            listed,
            serialization=core_schema.plain_serializer_function_ser_schema(
                tuple, return_schema=listed
            ),
        )

    # -- columns --------------------------------------------------------------------------------

    @property
    def entries(self) -> Sequence[Entry]:
        """The events as far as they have been made, the others as they stand in the file."""
        return self._entries

    def column(self, name: str) -> list[Any]:
        """Give one field of each event as it stands: in the file's form, or as a model."""
        return [
            entry.get(name) if isinstance(entry, dict) else getattr(entry, name)
            for entry in self._entries
        ]

    @property
    def times(self) -> EventTimes:
        """When they were, in arrays."""
        if self._times is None:
            self._times = EventTimes.of(self.column("when"))
        return self._times

    @cached_property
    def told_from(self) -> Days:
        """The day from which each as such may be known (days)."""
        stated = np.array(self.column("known_from"), dtype=np.float64)
        return np.where(np.isnan(stated), self.times.begun_by, stated)

    @cached_property
    def wholly_told_from(self) -> Days:
        """The day from which an entry is told just as it stands in the file (days).

        Infinity where that is not seen at a glance: it takes a closer look under any horizon.
        """
        last = np.fmax(self.told_from, self.times.spoken)
        days = zip(last.tolist(), self._entries, strict=True)
        return np.fromiter((_wholly_told_from(*one) for one in days), np.float64, len(last))

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each event by its id; the first where an id stands twice."""
        ids = self.column("id")
        return dict(zip(reversed(ids), range(len(ids) - 1, -1, -1), strict=True))

    @cached_property
    def naming(self) -> dict[str, tuple[int, ...]]:
        """By an id, the numbers of the events that link to it."""
        return self._by_id("links")

    @cached_property
    def beside(self) -> dict[str, tuple[int, ...]]:
        """By the id of a series, the numbers of the events that stand beside its values."""
        return self._by_id("series")

    def _by_id(self, name: str) -> dict[str, tuple[int, ...]]:
        found: dict[str, list[int]] = {}
        for number, ids in enumerate(self.column(name)):
            for id_ in dict.fromkeys(ids or ()):
                found.setdefault(id_, []).append(number)
        return {id_: tuple(numbers) for id_, numbers in found.items()}

    @cached_property
    def _lanes(self) -> tuple[tuple[str, ...], NDArray[np.intp]]:
        lanes = self.column("lane")
        known = {lane: number for number, lane in enumerate(dict.fromkeys(lanes))}
        return tuple(known), np.fromiter(map(known.__getitem__, lanes), np.intp, len(lanes))

    @property
    def lanes(self) -> frozenset[str]:
        """The ids of the lanes that hold any."""
        return frozenset(self._lanes[0])

    def rows(self, lanes: Sequence[str]) -> Numbers:
        """Give the number of each event's lane among `lanes`; -1 where it is not among them."""
        at = {lane: row for row, lane in reversed([*enumerate(lanes)])}
        own, numbers = self._lanes
        return np.array([at.get(lane, -1) for lane in own], dtype=np.intp)[numbers]

    @cached_property
    def _evidence(self) -> tuple[tuple[EvidenceKind, ...], NDArray[np.intp]]:
        kinds = [e["kind"] if isinstance(e, dict) else e.kind for e in self.column("evidence")]
        known = {kind: number for number, kind in enumerate(dict.fromkeys(kinds))}
        return tuple(known), np.fromiter(map(known.__getitem__, kinds), np.intp, len(kinds))

    def is_known_by(self, kinds: Collection[EvidenceKind]) -> Flags:
        """Tell of each whether it is known in one of these ways."""
        own, numbers = self._evidence
        return np.array([kind in kinds for kind in own], dtype=np.bool_)[numbers]

    def order(self, lanes: tuple[str, ...]) -> Numbers:
        """Give the numbers by the moment the cursor goes to, then by lane, then as they stand."""
        if self._order is None or self._order[0] != lanes:
            rows = np.maximum(self.rows(lanes), 0)
            self._order = lanes, np.lexsort((rows, self.times.anchor))
        return self._order[1]

    # -- other events ---------------------------------------------------------------------------

    def chosen(self, numbers: Numbers) -> "Events":
        """Give some of the events, in the order of `numbers`."""
        entries = [self._entries[number] for number in numbers.tolist()]
        return Events(entries, self.times.chosen(numbers))

    def changed(self, changes: Mapping[int, Event]) -> "Events":
        """Give the same with some of the events replaced."""
        if not changes:
            return self
        entries = self._entries.copy()
        for number, event in changes.items():
            entries[number] = event
        numbers = np.array([*changes], dtype=np.intp)
        new = EventTimes.of([event.when for event in changes.values()])
        return Events(entries, self.times.changed(numbers, new))


def _wholly_told_from(last: float, entry: Entry) -> float:
    if not isinstance(entry, dict) or isinstance(entry["title"], list):
        return math.inf
    if any(entry.get(name) for name in ("changes", "cycles", "response")):
        return math.inf
    remarks = [entry[name] for name in ("result", "outcome") if entry.get(name)]
    for remark in (*remarks, *entry.get("details", ())):
        if remark.get("when"):
            return math.inf
        stated = remark.get("known_from")
        last = last if stated is None else max(last, stated)
    return last
