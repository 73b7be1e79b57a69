"""The studies around an event: the last one before it and the first one after it."""

from collections.abc import Iterable
from typing import NamedTuple

from viewer.model.noted_studies import ShownStudy
from viewer.model.time import Instant, Interval


class Beside(NamedTuple):
    """A study on one side of an event."""

    shown: ShownStudy
    is_certain: bool
    """Whether it surely was on this side, whatever moments the two were at."""


class Around(NamedTuple):
    """The studies on both sides of an event; None where there is none."""

    before: Beside | None
    after: Beside | None

    @property
    def pair(self) -> tuple[ShownStudy, ShownStudy] | None:
        """The two studies, where the event surely lies between them and both have pictures."""
        before, after = self
        if before is None or after is None or not (before.is_certain and after.is_certain):
            return None
        found = before.shown, after.shown
        return found if all(one.path or one.study.images for one in found) else None


def studies_around(studies: Iterable[ShownStudy], when: Instant | Interval) -> Around:
    """Give the last study before and the first one after an event, of one modality if possible.

    A study whose moments overlap with the event's is taken only where no other is surely on its
    side, and only on the side that its likeliest moment lies on.
    """
    before, after = list[Beside](), list[Beside]()
    for one in sorted(studies, key=lambda shown: shown.study.when.anchor):
        made = one.study.when
        if made.span.end <= when.span.start:
            before.append(Beside(one, True))
        elif when.span.end <= made.span.start:
            after.append(Beside(one, True))
        else:
            side = before if made.anchor <= when.anchor else after
            side.append(Beside(one, False))
    return _nearest(_surest(before), _surest(after))


def _surest(found: list[Beside]) -> list[Beside]:
    return [one for one in found if one.is_certain] or found


def _nearest(before: list[Beside], after: list[Beside]) -> Around:
    for one in reversed(before):
        like = [two for two in after if two.shown.study.modality == one.shown.study.modality]
        if like:
            return Around(one, like[0])
    return Around(before[-1] if before else None, after[0] if after else None)
