"""The annotations that have a day, in arrays, so that of very many only those in view are met."""

import math
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from viewer.model.annotation import ANSWERS, Content, OnDay, OnPeriod
from viewer.model.annotation_places import Place, middle_of_day
from viewer.model.annotation_set import Annotation
from viewer.model.time import Instant, Interval, Span

Floats = NDArray[np.float64]
Numbers = NDArray[np.intp]
Flags = NDArray[np.bool_]
Form = Literal["pin", "bar", "measure", "event"]
Flagged = tuple[bool, bool, bool, bool]
DRAFT = "-draft"
"""How the id of an annotation that is being written ends."""


class Item(NamedTuple):
    """An annotation as the strip shows it; `span` has no length for a moment."""

    one: Annotation
    content: Content
    form: Form
    span: Span
    days: tuple[float, float, float]
    """Its first possible day, its last one, and the day that its mark stands on."""
    flags: Flagged
    """Whether its ends have no bound, whether it is more than a moment, and whether its mark stands
    before its days."""

    @property
    def id(self) -> str:
        """The annotation's id."""
        return self.one.id

    @property
    def is_draft(self) -> bool:
        """Whether it is still being written."""
        return self.one.id.endswith(DRAFT)

    @property
    def home(self) -> float:
        """The day by which its mark stands."""
        return self.days[2]

    @property
    def stands_before(self) -> bool:
        """Whether its mark stands before its days: nobody says which of them it was."""
        return self.flags[3]


@dataclass(frozen=True, eq=False)
class Items:
    """Items in the order of their days."""

    items: tuple[Item, ...] = ()
    days: Floats = field(default_factory=lambda: np.empty((0, 3)))
    """The days of each, as an item has them."""
    flags: Flags = field(default_factory=lambda: np.empty((0, 4), dtype=np.bool_))
    """The flags of each, as an item has them."""

    @classmethod
    def of(cls, items: list[Item]) -> "Items":
        """Put items in order."""
        days = np.array([item.days for item in items], dtype=float).reshape(-1, 3)
        flags = np.array([item.flags for item in items], dtype=np.bool_).reshape(-1, 4)
        order = np.argsort(days[:, 0], kind="stable")
        return cls(tuple([items[n] for n in order.tolist()]), days[order], flags[order])

    @cached_property
    def _so_far(self) -> Floats:
        """How far everything up to an item goes at most."""
        reached: Floats = np.maximum.accumulate(self.days[:, 1])
        return reached

    def inside(self, window: Span) -> Numbers:
        """Give the numbers of the items that a window shows any of."""
        stop = int(np.searchsorted(self.days[:, 0], window.end, side="right"))
        first = int(np.searchsorted(self._so_far, window.start, side="left"))
        return first + np.flatnonzero(self.days[first : max(first, stop), 1] >= window.start)

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The place of each by its id."""
        return {item.id: number for number, item in enumerate(self.items)}

    def find(self, id_: str | None) -> Item | None:
        """Give the item of an annotation; None where it has no place here."""
        number = self.numbers.get(id_ or "")
        return None if number is None else self.items[number]

    def having(self, id_: str, content: Content) -> "Items":
        """Give the items as they are while one of them is dragged."""
        item = self.find(id_)
        span = content.span
        if item is None or span is None:
            return self
        moved = _plain(item.one, content, item.form, middle_of_day(span))
        return Items.of([moved if other is item else other for other in self.items])


def item_of(one: Annotation, place: Place) -> Item | None:
    """Give an annotation as the strip shows it; None for what it does not show."""
    content = one.content
    if content is None or content.kind in ANSWERS:
        return None
    if place.span is None or place.series is not None:  # the plots show what is in them
        return None
    form: Form = "pin"
    if content.second_day is not None and isinstance(content.target, OnDay):
        form = "measure"
    elif isinstance(content.target, OnPeriod):
        form = "bar"
    if content.added is not None:
        return _of_added(one, content, content.added.when, place.span)
    if form == "measure":
        ends = (middle_of_day(Span(day, day)).start for day in place.span)
        return _plain(one, content, form, Span(*ends))
    return _plain(one, content, form, middle_of_day(place.span))


def _plain(one: Annotation, content: Content, form: Form, span: Span) -> Item:
    days = span.start, span.end, span.start
    return Item(one, content, form, span, days, (False, False, span.end > span.start, False))


def _of_added(one: Annotation, content: Content, when: Instant | Interval, shown: Span) -> Item:
    """Give an event or a study with all days that it may be on."""
    first, last = when.span
    is_open = not math.isfinite(first), not math.isfinite(last)
    earlier = shown.start if is_open[0] else min(first, shown.start)
    later = shown.end if is_open[1] else max(last, shown.end)
    stands_before = isinstance(when, Instant) and when.best is None and not any(is_open)
    days = earlier, later, earlier if stands_before else shown.start
    flags = *is_open, shown.end > shown.start, stands_before
    return Item(one, content, "event", shown, days, flags)
