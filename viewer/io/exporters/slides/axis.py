"""The time axis of a slide: grid, day zero, the cursor, the end of the course, folds and ticks."""

from collections.abc import Iterable, Iterator, Sequence

from viewer.geometry.ticks import TICK_ROOM_EM, Tick, ticks, zero_moments
from viewer.io.exporters.slides import slide_words as say
from viewer.io.exporters.slides.ground import Ground, run_width
from viewer.io.exporters.slides.things import Box, Corners, Group, Plate, Run, Stroke, Thing, Words
from viewer.io.exporters.slides.type_sizes import one_line

RULER_H = 1.7
"""The height of the row with the labels of the days (lines)."""
WAVE_PT = 7.0


def shown_ticks(ground: Ground) -> tuple[Tick, ...]:
    """Give the ticks of the axis in the columns that are seen."""
    room = TICK_ROOM_EM * ground.em_pt
    found = ticks(ground.scale, room, ground.told.counting)
    return tuple(t for t in found if ground.left <= ground.scale.x(t.moment) <= ground.right)


def after_things(top: float, bottom: float, ground: Ground) -> Iterator[Thing]:
    """Draw the ground after death, which lies behind everything."""
    if ground.death is not None and ground.death.start < ground.scale.window.end:
        left = max(ground.left, ground.scale.x(ground.death.start))
        box = Box(left, top, ground.right - left, bottom - top)
        yield Plate(box, ground.told.look.role("after"))


def grid_things(top: float, bottom: float, ground: Ground) -> Iterator[Thing]:
    """Draw the grid of days, and the day that the count starts on."""
    look, scale = ground.told.look, ground.scale
    shown = shown_ticks(ground)
    for tick in shown:
        x = scale.x(tick.moment)
        yield Stroke(x, top, x, bottom, look.role("grid"), 0.75)


def line_things(top: float, bottom: float, words: Iterable[Box], ground: Ground) -> Iterator[Thing]:
    """Draw day zero, the cursor, death and the folds; lines are broken where words stand."""
    told, scale, ink = ground.told, ground.scale, ground.told.look.role("ink")
    taken = sorted((box.top, box.bottom, box.left, box.right) for box in words)

    def line(x: float, colour: str, width: float) -> tuple[Stroke, ...]:
        over = [(high, low) for high, low, left, right in taken if left - 1 < x < right + 1]
        return tuple(_broken(x, (top, bottom), over, colour, width))

    for moment in zero_moments(shown_ticks(ground), told.counting, scale.window):
        said = told.say(say.DAY_ZERO)
        yield Group(said, said, line(scale.x(moment), told.look.role("rule_strong"), 1.0))
    cursor = told.state.cursor
    if scale.window.start <= cursor <= scale.window.end and scale.gap_at(scale.x(cursor)) is None:
        x = scale.x(cursor)
        said = told.say(say.CURSOR, day=told.words.day(cursor, told.counting))
        yield Group(said, said, line(x, ink, 1.25))
    if ground.death is not None and scale.window.contains(ground.death.start):
        x = scale.x(ground.death.start)
        said = told.say(say.DEATH, day=told.words.day(ground.death.start, told.counting))
        yield Group(said, said, line(x, ink, 2.25))
    for gap in scale.gaps:
        said = told.say(say.FOLDED, time=told.words.length(gap.days.days))
        paper, rule = told.look.role("paper"), told.look.role("rule_strong")
        box = Box(gap.left_px, top, gap.right_px - gap.left_px, bottom - top)
        waves = tuple(_wave(x, top, bottom, rule) for x in (box.left, box.right))
        yield Group(said, said, (Plate(box, paper), *waves))


def _broken(
    x: float,
    ends: tuple[float, float],
    over: Sequence[tuple[float, float]],
    colour: str,
    width: float,
) -> Iterator[Stroke]:
    """Give the pieces of a line down that stand behind no words; `over` is in order."""
    at = ends[0]
    for high, low in (*over, (ends[1], ends[1])):
        if high > at:
            yield Stroke(x, at, x, high, colour, width)
        at = max(at, low)


def _wave(x: float, top: float, bottom: float, colour: str) -> Corners:
    count = max(2, round((bottom - top) / WAVE_PT))
    points = tuple(
        (x + (1.5 if n % 2 else -1.5), top + (bottom - top) * n / count) for n in range(count + 1)
    )
    return Corners(points, line=colour, line_pt=0.75, is_closed=False)


def ruler_things(top: float, ground: Ground) -> Iterator[Thing]:
    """Draw the axis with its ticks and their labels; the cursor's day covers those under it."""
    told, scale, look = ground.told, ground.scale, ground.told.look
    ink, row = look.role("ink"), RULER_H * ground.h
    window = scale.window
    first, last = (told.words.day(day, told.counting) for day in (window.start, window.end - 1e-6))
    strokes: list[Stroke | Words] = [Stroke(ground.left, top, ground.right, top, ink, 1.25)]
    shown = shown_ticks(ground)
    strokes += [
        Stroke(scale.x(t.moment), top, scale.x(t.moment), top + 0.3 * ground.h, ink, 1.0)
        for t in shown
    ]
    said = told.say(say.DAYS, first=first, last=last)
    labels = [Words(box, (run,), "center") for run, box in _labels(shown, top, row, ground)]
    yield Group(said, said, (*strokes, *labels))


def _labels(
    shown: tuple[Tick, ...], top: float, row: float, ground: Ground
) -> Iterator[tuple[Run, Box]]:
    """Give the labels that touch no other: the cursor's day first, then the zero, then in turn."""
    told, scale, look = ground.told, ground.scale, ground.told.look
    ink, ink_2, size = look.role("ink"), look.role("ink_2"), ground.small_pt
    wanted: list[tuple[int, float, Run]] = []
    cursor = told.state.cursor
    is_seen = scale.window.start <= cursor <= scale.window.end
    if is_seen and scale.gap_at(scale.x(cursor)) is None:
        run = Run(one_line(told.words.heading(cursor, told.counting)), size, ink, is_bold=True)
        wanted.append((0, scale.x(cursor), run))
    for gap in scale.gaps:
        run = Run(told.words.length(gap.days.days), size, ink_2)
        wanted.append((1, (gap.left_px + gap.right_px) / 2, run))
    before: Tick | None = None
    for tick in shown:
        text = one_line(told.words.tick(tick, told.counting, before))
        run = Run(text, size, ink if tick.is_zero else ink_2, is_bold=tick.is_zero)
        wanted.append((2 if tick.is_zero else 3, scale.x(tick.moment), run))
        before = tick
    taken: list[Box] = []
    for _, x, run in sorted(wanted, key=lambda one: one[:2]):
        wide = run_width(run)
        left = min(max(x - wide / 2, ground.gutter_left), ground.right + 0.75 * ground.em_pt - wide)
        box = Box(left, top + 0.3 * ground.h, wide, row - 0.3 * ground.h)
        if not any(box.grown(0.3 * ground.h, 0).overlaps(other) for other in taken):
            taken.append(box)
            yield run, box
