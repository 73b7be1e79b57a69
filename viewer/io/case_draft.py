"""A raw case that is relieved of its broken parts until what is left is sound."""

from copy import deepcopy
from dataclasses import replace
from typing import Any

from viewer.io.case_faults import CaseFault, title_of
from viewer.io.case_shape import smallest_loss
from viewer.io.json_places import JsonPath
from viewer.model import problem_texts
from viewer.model.case import Case
from viewer.model.events import Entry, Events

_NOT_READ = {"en": "Not readable in the file", "ja": "ファイルから読み取れません"}
_STAND_INS: dict[JsonPath, Any] = {
    ("id",): "case",
    ("title",): _NOT_READ,
    ("subject",): {},
    # Made-up data must not pass for a patient; the other mistake does no harm.
    ("subject", "is_synthetic"): True,
    ("day_zero",): {"text": _NOT_READ},
}
_PLAIN_LANE = "encounter"
_LOST = object()


def _stand_in(data: dict[str, Any], path: JsonPath) -> tuple[JsonPath, Any] | None:
    """Give the place around a broken one that takes a stand-in, and the stand-in."""
    if path[0] == "lanes" and path[2:3] in (("title",), ("kind",)):
        # The events of the lane must not suffer for its looks.
        lane = data["lanes"][path[1]]
        name = lane.get("id")
        if isinstance(name, str) and name:
            return path[:3], name if path[2] == "title" else _PLAIN_LANE
    for length in (2, 1):
        if path[:length] in _STAND_INS:
            return path[:length], deepcopy(_STAND_INS[path[:length]])
    return None


class CaseDraft:
    """The raw case and the faults found in it so far.

    Paths given and kept are those of the file; entries that were left out do not shift them.
    """

    def __init__(self, data: dict[str, Any]) -> None:
        self.data = data
        self.faults: list[CaseFault] = []
        self._losses: dict[JsonPath, Any] = {}  # with stand-ins, where they take one
        self._positions: dict[int, list[int]] = {}  # id of a shortened list -> places in the file
        self._told_events: set[JsonPath] = set()
        self._aside: dict[int, dict[str, Any]] = {}  # sound events by their places in the file

    def set_aside(self, sound: dict[int, dict[str, Any]]) -> None:
        """Leave sound events, by their places in the file, out of all that follows."""
        entries = self.data["events"]
        positions = [number for number in range(len(entries)) if number not in sound]
        self.data["events"] = left = [entries[number] for number in positions]
        self._positions[id(left)] = positions
        self._aside = sound

    def with_aside(self, case: Case) -> Case:
        """Give a case made of what is left, with the events that were set aside in their places."""
        if not self._aside:
            return case
        entries: dict[int, Entry] = {**self._aside}
        if case.events:
            entries |= zip(self._positions[id(self.data["events"])], case.events, strict=True)
            entries = dict(sorted(entries.items()))
        return case.model_copy(update={"events": Events(entries.values())})

    def in_file(self, path: JsonPath) -> JsonPath:
        """Give the path in the file for a path in what is left."""
        here: Any = self.data
        steps = list[str | int]()
        for step in path:
            known = self._positions.get(id(here)) if isinstance(step, int) else None
            steps.append(known[step] if known is not None and isinstance(step, int) else step)
            is_inside = step in here if isinstance(here, dict) else isinstance(here, list)
            here = here[step] if is_inside else None
        return tuple(steps)

    def entry(self, path: JsonPath) -> Any:
        """Give the entry of a list at the top (an event, a note, …) around a path in what is left.

        None where the path leads to no such entry.
        """
        if len(path) < 2 or not isinstance(path[1], int):
            return None
        entries: Any = self.data[str(path[0])]
        return entries[path[1]]

    def has_fault_at(self, path: JsonPath) -> bool:
        """Tell whether a fault was recorded at a path in what is left."""
        in_file = self.in_file(path)
        return any(fault.path == in_file for fault in self.faults)

    def break_at(
        self,
        path: JsonPath,
        message: str,
        remedy: str,
        values: dict[str, str] | None = None,
        *,
        loses_entry: bool = False,
    ) -> None:
        """Record a fault at a path in what is left; `settle` then leaves out what it costs."""
        loss = path[:2] if loses_entry else smallest_loss(self.data, path)
        stand_in = _stand_in(self.data, path)
        if stand_in is not None and (loss is None or len(loss) < len(stand_in[0])):
            loss = stand_in[0]
            self._losses[loss] = stand_in[1]
            effect = problem_texts.STAND_IN_SHOWN
        else:
            assert loss is not None  # all else at the top may be lost
            self._losses.setdefault(loss, _LOST)
            is_entry = len(loss) == 2 and isinstance(loss[1], int)
            effect = problem_texts.ENTRY_LEFT_OUT if is_entry else problem_texts.PART_LEFT_OUT
        self._tell(path, loss, CaseFault(path, message, remedy, values or {}, effect=effect))

    def warn(
        self,
        path: JsonPath,
        message: str,
        remedy: str,
        values: dict[str, str],
        *,
        loses: bool = False,
    ) -> None:
        """Record a warning at a path in what is left; `loses` leaves out the place itself."""
        if loses:
            self._losses[path] = _LOST
        title = title_of(self.entry(path))
        self.faults.append(
            CaseFault(self.in_file(path), message, remedy, values, "warning", title=title)
        )

    def lack(self, path: JsonPath, message: str, remedy: str, values: dict[str, str]) -> None:
        """Record that what a place names cannot be shown; the place itself stays."""
        title, effect = title_of(self.entry(path)), problem_texts.PART_LEFT_OUT
        fault = CaseFault(self.in_file(path), message, remedy, values, effect=effect, title=title)
        self.faults.append(fault)

    def _tell(self, path: JsonPath, loss: JsonPath, fault: CaseFault) -> None:
        entry, in_file, lane = self.entry(path), self.in_file(path), None
        if len(loss) == 2 and loss[0] == "events" and in_file[:2] not in self._told_events:
            # One mark in the lane is enough, however many faults the event has.
            self._told_events.add(in_file[:2])
            lane = self._lane(entry)
        self.faults.append(replace(fault, path=in_file, lane=lane, title=title_of(entry)))

    def _lane(self, event: Any) -> str | None:
        lane = event.get("lane") if isinstance(event, dict) else None
        lanes = self.data.get("lanes")
        known = [one.get("id") for one in lanes or () if isinstance(one, dict)]
        return lane if isinstance(lane, str) and lane in known else None

    def settle(self) -> bool:
        """Leave out what the faults recorded since the last time cost; tell whether any did."""
        losses, self._losses = self._losses, {}
        for loss in sorted(losses, key=_order, reverse=True):
            self._lose(loss, losses[loss])
        return bool(losses)

    def _lose(self, path: JsonPath, stand_in: Any) -> None:
        holder: Any = self.data
        for step in path[:-1]:
            holder = holder[step]
        last = path[-1]
        if stand_in is not _LOST:
            holder[last] = stand_in
        elif isinstance(last, int):
            positions = self._positions.setdefault(id(holder), list(range(len(holder))))
            del holder[last], positions[last]
        else:
            del holder[last]


def _order(path: JsonPath) -> list[tuple[bool, str, int]]:
    """Make paths comparable: entries of a list by number, what stands inside after its holder."""
    return [(True, "", step) if isinstance(step, int) else (False, step, 0) for step in path]
