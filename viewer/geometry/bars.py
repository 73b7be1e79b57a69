"""Where a time is drawn: full tint, fades, ends, whiskers and marks, in pixels.

Full tint means certain. A whole day d is [d, d + 1): a start is drawn at d, an end at d + 1, a
mark in the middle. What has no bound fades over a fixed length.
"""

import math
from dataclasses import dataclass
from typing import Literal, NamedTuple

from viewer.geometry.time_scale import TimeScale
from viewer.model.part import EvidenceKind
from viewer.model.time import CutInstant, Instant, Interval, NotKnown

OPEN_FADE_EM = 5.0
"""Length of a fade that no day bounds."""
CERTAIN_TAIL_EM = 1.5
"""Length of full tint after the last certain day of a period whose end is not stated."""
WHOLE_UNIT_EM = 3.0
"""An exact day (hour, minute) that is wider than about three marks is drawn in its whole width."""
_NEAR_PX = 0.5

End = Literal["hard", "fading", "open", "unknown", "cut"]


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a shape is drawn on: the scale, the size of the font, and where knowledge ends.

    `limit` is the moment nothing without a bound is drawn beyond: the end of the horizon or of
    the follow-up; infinite where there is none (days).
    """

    scale: TimeScale
    em_px: float
    limit: float = math.inf

    @property
    def open_px(self) -> float:
        """How long a fade without a bound is."""
        return OPEN_FADE_EM * self.em_px

    @property
    def limit_px(self) -> float:
        """Where the limit stands; the end of the axis where there is none."""
        return self.scale.x(self.limit) if math.isfinite(self.limit) else self.scale.right_px


class Whisker(NamedTuple):
    """The line that names the two days an instant lies between, and how they are known.

    An end without a tick has no day: there the line is cut at the limit.
    """

    left_px: float
    right_px: float
    evidence: EvidenceKind
    has_right_tick: bool = True


@dataclass(frozen=True, slots=True)
class BarShape:
    """A period: tint rises from `left_px`, is full between the two full columns, and falls.

    The columns never decrease. They may lie far outside the axis; what is seen is cut to
    `clip_left_px` and `clip_right_px`.
    """

    left_px: float
    full_left_px: float
    full_right_px: float
    right_px: float
    start: End
    end: End
    clip_left_px: float
    clip_right_px: float
    is_past_left: bool
    is_past_right: bool
    whiskers: tuple[Whisker, ...] = ()

    @property
    def fade_left_px(self) -> float:
        """How long the tint rises."""
        return self.full_left_px - self.left_px

    @property
    def fade_right_px(self) -> float:
        """How long the tint falls."""
        return self.right_px - self.full_right_px

    @property
    def seen_left_px(self) -> float:
        """The first column that is seen."""
        return max(self.left_px, self.clip_left_px)

    @property
    def seen_right_px(self) -> float:
        """The last column that is seen."""
        return min(self.right_px, self.clip_right_px)


@dataclass(frozen=True, slots=True)
class PointShape:
    """An instant: a mark where the source gives a day, and how far it may be off.

    `capsule` is the ground between two bounds, or of the one day where that is much wider than a
    mark; `fade_left_px` and `fade_right_px` are the lengths
    of a line that fades away from the mark, 0 where there is none.
    """

    anchor_px: float
    has_mark: bool
    capsule: tuple[float, float] | None = None
    whisker: Whisker | None = None
    fade_left_px: float = 0.0
    fade_right_px: float = 0.0
    clip_right_px: float = math.inf

    def extent(self, mark_px: float) -> tuple[float, float]:
        """Give the first and last column it takes, with a mark of this width."""
        half = mark_px / 2
        lefts = [self.anchor_px - half, self.anchor_px - self.fade_left_px]
        rights = [self.anchor_px + half, self.anchor_px + self.fade_right_px]
        if self.capsule is not None:
            lefts = [*(lefts if self.has_mark else ()), self.capsule[0]]
            rights = [*(rights if self.has_mark else ()), self.capsule[1]]
        return min(lefts), min(max(rights), max(self.clip_right_px, self.anchor_px + half))


def point_shape(when: Instant, drawn: Drawn, fact: EvidenceKind) -> PointShape:
    """Give the shape of an instant; `fact` tells how its day is known where it does not say."""
    scale = drawn.scale
    anchor = scale.x(when.anchor)
    if when.day is not None:
        return PointShape(anchor, has_mark=True, capsule=_whole_unit(when.day, when.width, drawn))
    evidence = when.evidence or fact
    first, last, has_mark = when.earliest, when.latest, when.about is not None
    left = scale.x(first) if first is not None else None
    right = scale.x(last + when.width) if last is not None else None
    if isinstance(when, CutInstant) and right is None:
        begin = anchor if left is None else left
        end = max(begin, drawn.limit_px)
        whisker = Whisker(begin, end, evidence, has_right_tick=False)
        fade_px = drawn.open_px / 2 if left is None else 0.0
        return PointShape(anchor, has_mark, (begin, end), whisker, fade_px, clip_right_px=end)
    if left is not None and right is not None:
        return PointShape(anchor, has_mark, (left, right), Whisker(left, right, evidence))
    reach = drawn.open_px / (2 if left is None and right is None else 1)
    solid = None
    if has_mark and left is not None:
        solid = Whisker(left, anchor, evidence)
    elif has_mark and right is not None:
        solid = Whisker(anchor, right, evidence)
    return PointShape(
        anchor,
        has_mark=True,
        capsule=None if solid is None else (solid.left_px, solid.right_px),
        whisker=solid,
        fade_left_px=reach if left is None else 0.0,
        fade_right_px=reach if right is None else 0.0,
        clip_right_px=drawn.limit_px,
    )


def _whole_unit(start: float, days: float, drawn: Drawn) -> tuple[float, float] | None:
    """Give the columns of a stated day, so that its mark is not taken for a stated hour."""
    if days * drawn.scale.px_per_day <= WHOLE_UNIT_EM * drawn.em_px:
        return None
    return drawn.scale.x(start), drawn.scale.x(start + days)


def period(when: Instant | Interval) -> Interval:
    """Give a period as it is; an instant counts as the period that it may fill."""
    if isinstance(when, Interval):
        return when
    return Interval.model_construct(start=when, end=when)


def bar_shape(when: Interval, drawn: Drawn, fact: EvidenceKind) -> BarShape:
    """Give the shape of a period; `fact` tells how its days are known where they do not say."""
    scale = drawn.scale
    left, full_left, start = _start(when, drawn)
    full_right, right, end = _end(when, full_left, drawn)
    if full_left > full_right:
        # No day is certain: the tint rises to the middle and falls again.
        middle = min(max((full_left + full_right) / 2, left), max(left, right))
        full_left = full_right = middle
        right = max(right, middle)
    is_cut = "cut" in (start, end)
    limit = drawn.limit_px if is_cut or end in ("unknown", "open") else math.inf
    clip_right = min(scale.right_px, limit)
    # A fade that no day bounds says nothing that lies past the window.
    solid_left = left if _is_bounded(when.start, "earliest") else full_left
    has_last_day = end != "unknown" and _is_bounded(when.end, "latest")
    solid_right = min(right, limit) if has_last_day else min(full_right, limit)
    return BarShape(
        left,
        full_left,
        full_right,
        right,
        start,
        end,
        clip_left_px=scale.left_px,
        clip_right_px=clip_right,
        is_past_left=solid_left < scale.left_px - _NEAR_PX,
        is_past_right=solid_right > scale.right_px + _NEAR_PX,
        whiskers=_whiskers(when, drawn, fact),
    )


def _is_bounded(side: Instant | NotKnown, bound: Literal["earliest", "latest"]) -> bool:
    """Tell whether the outer end of a side is a day; an end that is cut or open has its line."""
    return not isinstance(side, Instant) or side.is_exact or getattr(side, bound) is not None


def _start(when: Interval, drawn: Drawn) -> tuple[float, float, End]:
    """Give where tint begins, where it is full, and the kind of end."""
    start, x = when.start, drawn.scale.x
    if start.day is not None:
        return x(start.day), x(start.day), "hard"
    latest = start.latest
    if isinstance(start, CutInstant) and latest is None:
        outer = x(start.anchor - start.width / 2)
        return outer, outer + 2 * max(0.0, drawn.limit_px - outer), "cut"
    if latest is None and start.about is None and isinstance(when.end, Instant):
        # It began no later than it ended.
        latest = when.end.last if math.isfinite(when.end.last) else None
    left, right = _sides(start, start.earliest, latest, drawn, shift=0.0)
    return left, right, "fading"


def _end(when: Interval, full_left: float, drawn: Drawn) -> tuple[float, float, End]:
    """Give where tint is full last, where it ends, and the kind of end."""
    end, x = when.end, drawn.scale.x
    if end == "open":
        stop = max(full_left, drawn.limit_px)
        return stop, stop, "open"
    if not isinstance(end, Instant):
        if not math.isfinite(when.start.last):
            return full_left, full_left + drawn.open_px, "unknown"
        certain = x(when.start.last + when.start.width) + CERTAIN_TAIL_EM * drawn.em_px
        return certain, certain + drawn.open_px, "unknown"
    if end.day is not None:
        stop = x(end.day + end.width)
        return stop, stop, "hard"
    if isinstance(end, CutInstant) and end.latest is None:
        return _cut_end(end, when.start, full_left, drawn)
    earliest = end.earliest
    if earliest is None and end.about is None:
        # It ended no earlier than it began.
        earliest = when.start.first if math.isfinite(when.start.first) else None
    left, right = _sides(end, earliest, end.latest, drawn, shift=end.width)
    return left, right, "fading"


def _cut_end(
    end: CutInstant, start: Instant, full_left: float, drawn: Drawn
) -> tuple[float, float, End]:
    """Give an end that is not told: half faded at the limit, since it may have come before."""
    limit = drawn.limit_px
    known = end.earliest if end.earliest is not None else start.last
    if not math.isfinite(known):
        stop = max(full_left, limit)
        return stop, stop, "cut"
    inner = max(min(drawn.scale.x(known + end.width), limit), full_left)
    return inner, max(inner, 2 * limit - inner), "cut"


def _sides(
    instant: Instant, earliest: float | None, latest: float | None, drawn: Drawn, shift: float
) -> tuple[float, float]:
    """Give the columns of the two bounds; a missing one lies a fade away."""
    x = drawn.scale.x
    left = x(earliest + shift) if earliest is not None else None
    right = x(latest + shift) if latest is not None else None
    if left is None and right is None:
        middle = x(instant.anchor)
        return middle - drawn.open_px / 2, middle + drawn.open_px / 2
    about = x(instant.about + shift) if instant.about is not None else None
    if left is None:
        assert right is not None  # else both would be missing
        left = (right if about is None else about) - drawn.open_px
    if right is None:
        right = (left if about is None else about) + drawn.open_px
    return left, max(left, right)


def _whiskers(when: Interval, drawn: Drawn, fact: EvidenceKind) -> tuple[Whisker, ...]:
    """Give a whisker for each end that lies between two days, one where they are the same."""
    x, start, end = drawn.scale.x, when.start, when.end
    found = []
    is_same = isinstance(end, Instant) and (start.earliest, start.latest) == (
        end.earliest,
        end.latest,
    )
    for instant, is_end in ((start, False), (end, True)):
        if not isinstance(instant, Instant) or (is_same and is_end):
            continue
        if instant.earliest is None or instant.latest is None:
            continue
        left = x(instant.earliest + (instant.width if is_end else 0.0))
        right = x(instant.latest + (instant.width if is_end or is_same else 0.0))
        found.append(Whisker(left, right, instant.evidence or fact))
    return tuple(found)
