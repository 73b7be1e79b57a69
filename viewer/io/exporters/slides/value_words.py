"""Words beside the values of a strip, and the search for a place where they touch nothing."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from viewer.geometry.value_scale import ValueAxis
from viewer.io.exporters.slides import slide_words as say
from viewer.io.exporters.slides.ground import Ground, run_width
from viewer.io.exporters.slides.strip_scales import StripSeries
from viewer.io.exporters.slides.things import Align, Box, PointLabel, Run, Side, Words
from viewer.io.exporters.slides.type_sizes import one_line
from viewer.model.glucose import level_of
from viewer.model.series import Measurement

T = TypeVar("T")

FEW = 12
"""Up to so many values in view are all labelled; more would be a text, not a plot."""
SOME = 200
"""Of still more values not even the chief ones are labelled."""
BELOW, ABOVE = "▼", "▲"
SIDES: tuple[Side, ...] = ("right", "left", "above", "below")


class Room:
    """The free part of a strip; what was given a place is taken from it."""

    def __init__(self, bounds: Box) -> None:
        self.bounds = bounds
        self._taken: list[Box] = []
        self._lines: list[float] = []

    def fork(self) -> "Room":
        """Give a room with the same things in it, for another try."""
        other = Room(self.bounds)
        other._taken, other._lines = [*self._taken], [*self._lines]
        return other

    def take(self, box: Box) -> None:
        """Keep others off a rectangle."""
        self._taken.append(box)

    def rule(self, y: float) -> None:
        """Name a line across that words had better not stand on, though they may."""
        self._lines.append(y)

    def is_crossed(self, box: Box) -> bool:
        """Tell whether a line would strike through words in a rectangle."""
        return any(
            box.top + 0.12 * box.height < y < box.bottom - 0.05 * box.height for y in self._lines
        )

    def first_free(self, boxes: Iterable[Box], *, may_cross: bool = True) -> Box | None:
        """Give the first rectangle that is free, one that no line crosses where there is one."""
        free = [box for box in boxes if self.is_free(box)]
        plain = next((box for box in free if not self.is_crossed(box)), None)
        return plain if plain is not None or not may_cross or not free else free[0]

    def is_free(self, box: Box) -> bool:
        """Tell whether a rectangle lies inside and touches nothing."""
        bounds = self.bounds
        is_inside = bounds.left <= box.left and box.right <= bounds.right
        is_inside &= bounds.top - 1 <= box.top and box.bottom <= bounds.bottom + 1
        return is_inside and not any(box.overlaps(other) for other in self._taken)

    def free_row(self, box: Box) -> Box:
        """Give the nearest height at which a rectangle touches nothing; its own where none does."""
        step = box.height + 1.5
        for shift in (0.0, step, -step, 2 * step, -2 * step):
            moved = box._replace(top=box.top + shift)
            is_inside = moved.top >= self.bounds.top and moved.bottom <= self.bounds.bottom
            if is_inside and not any(moved.overlaps(other) for other in self._taken):
                return moved
        return box

    def beside(
        self, runs: tuple[Run, ...], columns: tuple[float, float], y: float, ground: Ground
    ) -> Words | None:
        """Write words right of some columns, or left of them; None where neither is free."""
        wide, gap = length_of(runs, ground), 0.5 * ground.h
        places: tuple[tuple[float, Align], ...] = (
            (columns[1] + gap, "left"),
            (columns[0] - gap - wide, "right"),
        )
        top, h = y - ground.h / 2, ground.h
        boxes = {
            Box(left, top + shift * h, wide, h): align
            for shift in (0.0, -0.45, 0.45, -0.9, 0.9)
            for left, align in places
        }
        box = self.first_free(boxes)
        if box is None:
            return None
        self.take(box)
        return Words(box, runs, boxes[box])


def length_of(runs: Sequence[Run], ground: Ground) -> float:
    """Give the width of runs beside one another (points)."""
    return sum(run_width(run) for run in runs) + 0.4 * ground.em_pt * max(0, len(runs) - 1)


# -- values -----------------------------------------------------------------------------------


def sign_of(point: Measurement, strip: StripSeries) -> str:
    """Give the sign of a value's side of its limits: one, or two for level 2 of low glucose."""
    if point.value is None or point.comparator is not None:
        return ""
    level = level_of(point, strip.series.unit) if strip.levels is not None else None
    if level:
        return BELOW * level
    reference = strip.series.reference_for(point)
    side = "within" if reference is None else reference.side_of(point.value)
    return {"below": BELOW, "above": ABOVE}.get(side, "")


def value_runs(
    point: Measurement, strip: StripSeries, ground: Ground
) -> tuple[tuple[Run, ...], ...]:
    """Give the words of a value whole, then with less and less of what can be read elsewhere."""
    told, look, series = ground.told, ground.told.look, strip.series
    words = " ".join(w for w in (sign_of(point, strip), told.words.value(point)) if w)
    value = Run(one_line(words), ground.em_pt, look.role("ink"), is_bold=True)
    reference = series.reference_for(point)
    times = ""
    if reference is not None and point.value is not None and point.comparator is None:
        times = told.words.multiple(point.value, reference, strip.highest)
    converted = told.words.converted(point, series, told.state.plots)
    when = told.words.when(point.when, told.counting)
    unit = series.unit if point.value is not None else ""
    is_exact = point.when.is_exact
    more = [times or when] if is_exact else [times, when]
    tries = [[unit, converted, *more], [unit, *([] if is_exact else [when])], [unit], []]
    return tuple(
        (value, *(ground.second_run(one_line(word)) for word in one if word)) for one in tries
    )


def place_labels(
    places: Sequence[tuple[Measurement, tuple[int, int, int], float, float]],
    strip: StripSeries,
    room: Room,
    ground: Ground,
    *,
    is_short: bool = False,
) -> dict[tuple[int, int, int], PointLabel]:
    """Give the labels of the points of a strip's charts, by chart, series and number.

    Short ones are the values alone.
    """
    labels: dict[tuple[int, int, int], PointLabel] = {}
    for point, key, x, y in _chief(places):
        tries = value_runs(point, strip, ground)
        label = _label(tries[-1:] if is_short else tries, x, y, room, ground)
        if label is not None:
            labels[key] = label
    return labels


def _chief(
    places: Sequence[tuple[Measurement, tuple[int, int, int], float, float]],
) -> list[tuple[Measurement, tuple[int, int, int], float, float]]:
    """Give the values that are labelled: the first, the last and the extremes, then all of few."""
    if len(places) > SOME or not places:
        return []
    in_time = sorted(places, key=lambda place: place[2])
    in_height = sorted(places, key=lambda place: place[3])
    wanted = [in_time[0], in_time[-1], in_height[0], in_height[-1]]
    wanted += in_time if len(places) <= FEW else []
    found: dict[tuple[int, int, int], tuple[Measurement, tuple[int, int, int], float, float]] = {}
    for place in wanted:
        found.setdefault(place[1], place)
    return list(found.values())


def _label(
    tries: tuple[tuple[Run, ...], ...], x: float, y: float, room: Room, ground: Ground
) -> PointLabel | None:
    h, away = ground.h, 0.55 * ground.em_pt
    for runs, may_cross in _in_turn(tries):
        wide = length_of(runs, ground)
        boxes = {
            "right": Box(x + away, y - h / 2, wide, h),
            "left": Box(x - away - wide, y - h / 2, wide, h),
            "above": Box(x - wide / 2, y - away - h, wide, h),
            "below": Box(x - wide / 2, y + away, wide, h),
        }
        box = room.first_free((boxes[side] for side in SIDES), may_cross=may_cross)
        if box is not None:
            room.take(box.grown(0.3 * h, 0))
            return PointLabel(runs, next(s for s in SIDES if boxes[s] == box), box)
    return None


def _in_turn(tries: Sequence[T]) -> Iterator[tuple[T, bool]]:
    """Give what to try where no line may strike through words, then again where one may."""
    for may_cross in (False, True):
        yield from ((one, may_cross) for one in dict.fromkeys(tries))


# -- limits and ticks -------------------------------------------------------------------------


def limit_words(strip: StripSeries, axis: ValueAxis, room: Room, ground: Ground) -> Iterator[Words]:
    """Write the levels of low glucose, or the limits and whose they are."""
    told, look = ground.told, ground.told.look
    if strip.levels is not None:
        for limit, text, role in (
            (strip.levels.level_1, say.LEVEL_1, "level_1_edge"),
            (strip.levels.level_2, say.LEVEL_2, "level_2_edge"),
        ):
            words = told.say(text, limit=told.words.number(limit))
            yield from _at_edge([words], axis.y(limit), look.role(role), True, room, ground)
        return
    for limits in strip.limits:
        reference = limits.reference
        text = say.OWN_LIMITS if reference.is_own else say.BORROWED
        whose = told.words.reference(reference)
        tries = [one_line(told.say(text, limits=whose)), one_line(whose)]
        line = reference.high if reference.high is not None else reference.low
        assert line is not None  # limits have a side
        yield from _at_edge(tries, axis.y(line), look.role("reference_edge"), False, room, ground)


def _at_edge(
    tries: Sequence[str], y: float, colour: str, is_under: bool, room: Room, ground: Ground
) -> Iterator[Words]:
    """Write words over or under a line at the right edge, else at the left; else nowhere."""
    high, pad = 0.95 * ground.h, 0.4 * ground.h
    under, over = y + 0.5, y - high - 0.5
    tops = (under, over) if is_under else (over, under, room.bounds.bottom - high - 0.5)
    for text, may_cross in _in_turn(tries):
        run = Run(text, ground.small_pt, colour)
        wide = run_width(run)
        places: tuple[tuple[float, Align], ...] = (
            (room.bounds.right - pad - wide, "right"),
            (room.bounds.left + pad, "left"),
        )
        boxes = {Box(left, top, wide, high): align for left, align in places for top in tops}
        box = room.first_free(boxes, may_cross=may_cross)
        if box is not None:
            room.take(box)
            yield Words(box, (run,), boxes[box])
            return


def tick_words(strip: StripSeries, axis: ValueAxis, ground: Ground) -> list[Words]:
    """Write the ticks of the axis of values at the right edge of the gutter."""
    told, high = ground.told, 0.95 * ground.h
    ink = told.look.role("ink_3")
    wanted = set(strip.levels or ())
    ticks = sorted(strip.scale.ticks, key=lambda tick: (tick.value not in wanted, tick.value))
    found: list[Words] = []
    for tick in ticks:
        y = axis.y(tick.value)
        text = told.words.number(tick.value)
        if tick.multiple is not None:
            text = f"{told.words.number(tick.multiple)}×"
        run = Run(text, ground.small_pt, ink)
        wide = run_width(run)
        box = Box(ground.gutter_right - wide - 0.3 * ground.h, y - high / 2, wide, high)
        if not any(box.grown(0, -1).overlaps(other.box) for other in found):
            found.append(Words(box, (run,), "right"))
    return found
