"""What a strip shows that is no point of its chart: statements, words, and values of loose days."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from viewer.geometry.bars import bar_shape, period, point_shape
from viewer.geometry.value_scale import ValueAxis
from viewer.io.exporters.slides import slide_words as say
from viewer.io.exporters.slides.event_shapes import band, bounds_of
from viewer.io.exporters.slides.ground import Ground, run_width
from viewer.io.exporters.slides.strip_scales import StripSeries
from viewer.io.exporters.slides.strip_values import Plotted
from viewer.io.exporters.slides.things import Box, Group, Run, Words
from viewer.io.exporters.slides.type_sizes import elided, one_line
from viewer.io.exporters.slides.value_words import Room, value_runs
from viewer.model.series import Statement
from viewer.model.time import Span

MARK = 0.5
"""The size of a point against the font."""


@dataclass(frozen=True)
class PlacedStrip:
    """A strip with its place, its axis and what its charts hold."""

    strip: StripSeries
    top: float
    height: float
    axis: ValueAxis
    charts: tuple[tuple[Span, Box, Plotted], ...]
    shift: float
    """How much earlier the days of the charts are told: half a day where values have no hours."""

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.top + self.height


def series_name(strip: StripSeries, ground: Ground) -> str:
    """Name a series with its unit, as in the sheet of its chart."""
    title = strip.series.title.pick(ground.told.language)
    return one_line(ground.told.say(say.TITLE_AND_UNIT, title=title, unit=strip.series.unit))


def loose_values(placed: PlacedStrip, room: Room, ground: Ground) -> Iterator[Group]:
    """Draw values that no chart can hold, as shapes: between two days, or a word alone."""
    look, size = ground.told.look, MARK * ground.em_pt
    ink = look.role("ink"), look.role("statement")
    for point in placed.strip.dated:
        is_exact = point.when.is_exact
        if is_exact and point.value is not None:
            continue
        shape = point_shape(point.when, ground.drawn, point.evidence.kind)
        left, right = (
            max(shape.extent(size)[0], ground.left),
            min(shape.extent(size)[1], ground.right),
        )
        if right <= left:
            continue
        y = placed.bottom - 0.5 * ground.h if point.value is None else placed.axis.y(point.value)
        drawn = list(bounds_of(shape, y, 0.6 * ground.h, ink, ground))
        runs = value_runs(point, placed.strip, ground)[0]
        words: list[Words] = []
        if point.when.best is None or point.value is None:
            words = [put for put in (room.beside(runs, (left, right), y, ground),) if put]
        name = " ".join(run.text for run in runs)
        told = ground.told.words.labelled(series_name(placed.strip, ground), name)
        yield Group(name, told, (*drawn, *words))


def undated(placed: PlacedStrip, room: Room, ground: Ground) -> Iterator[Group]:
    """Write values that lie before the day count into the strip before the axis."""
    told, look, series = ground.told, ground.told.look, placed.strip.series
    left, size = ground.gutter_right + 0.4 * ground.h, 0.8 * ground.h
    taken: list[Box] = []
    for point in placed.strip.undated:
        y = placed.bottom - size if point.value is None else placed.axis.y(point.value)
        box = Box(left, y - ground.h / 2, ground.before_pt, ground.h)
        while any(box.overlaps(other) for other in taken):
            box = box._replace(top=box.top - ground.h)
        taken.append(box)
        unit = series.unit if point.value is not None else ""
        when = one_line(told.words.when(point.when, told.counting))
        runs = value_runs(point, placed.strip, ground)[-1]
        value = (*runs, Run(unit, ground.small_pt, look.role("ink_2")))
        words = [Words(box, tuple(run for run in value if run.text))]
        said = Run(when, ground.small_pt, look.role("ink_2"))
        free = [
            beside
            for shift in (-0.9, 0.9)
            if placed.top <= (beside := box._replace(top=box.top + shift * ground.h)).top
            and beside.bottom <= placed.bottom
            and not any(beside.overlaps(other) for other in taken[:-1])
        ]
        if free:
            place = next((one for one in free if not room.is_crossed(one)), free[0])
            taken.append(place)
            text = elided(when, ground.before_pt - 0.5 * ground.h, said.size_pt)
            words.append(Words(place, (replace(said, text=text),)))
        name = told.words.in_line((told.words.value(point), when))
        yield Group(
            name, told.words.labelled(series_name(placed.strip, ground), name), tuple(words)
        )


def before_width(strips: Sequence[StripSeries], ground: Ground) -> float:
    """Give the width of the strip before the axis that its words need; 0 where none is needed."""
    told, wide = ground.told, list[float]()
    for strip in strips:
        for point in strip.undated:
            when = Run(one_line(told.words.when(point.when, told.counting)), ground.small_pt, "")
            runs = (
                *value_runs(point, strip, ground)[-1],
                Run(strip.series.unit, ground.small_pt, ""),
            )
            value = sum(run_width(run) + 0.3 * ground.em_pt for run in runs)
            wide.append(max(value, run_width(when)) + 0.8 * ground.h)
    return min(max(wide, default=0.0), 10 * ground.em_pt)


# -- statements and remarks -------------------------------------------------------------------


def statements(placed: PlacedStrip, room: Room, ground: Ground) -> Iterator[Group]:
    """Draw what the source says of the series without values: a bracketed ground with its words."""
    high = 1.15 * ground.h
    levels = placed.strip.levels
    top = placed.top + 0.3 * max(0.0, placed.height - high)
    if levels is not None:
        line = placed.axis.y(levels.level_1)
        top = placed.top + max(1.5, (line - placed.top - high) / 2)
    for statement in placed.strip.statements:
        shape = bar_shape(period(statement.when), ground.drawn, statement.evidence.kind)
        left, right = shape.seen_left_px, min(shape.right_px, ground.clipped(shape))
        if right <= left:
            continue
        row = room.free_row(Box(left, top, right - left, high))
        is_washed = statement.id in (ground.told.state.selection, *ground.told.state.highlights)
        things = list(band(shape, row, is_washed, ground))
        words = _said(statement, row, room, ground)
        room.take(row)
        name = one_line(statement.text.pick(ground.told.language))
        when = ground.told.words.when(statement.when, ground.told.counting)
        told = ground.told.words.in_line((when, ground.told.say(say.STATEMENT)))
        yield Group(name, ground.told.words.labelled(name, told), (*things, *words))


def _said(statement: Statement, row: Box, room: Room, ground: Ground) -> list[Words]:
    """Write a statement into its band, or beside it where it is too long for that."""
    text = one_line(statement.text.pick(ground.told.language))
    arrow = {"up": "↑ ", "down": "↓ ", "steady": "→ "}.get(statement.direction or "", "")
    run = ground.said_run(arrow + text)
    pad = 0.35 * ground.h
    inner = row.width - 2 * pad
    if run_width(run) <= inner:
        return [Words(row, (run,), "center")]
    put = room.beside((run,), (row.left, row.right), row.middle, ground)
    if put is not None:
        return [put]
    cut = replace(run, text=elided(run.text, inner, run.size_pt))
    return (
        [Words(Box(row.left + pad, row.top, inner, row.height), (cut,))]
        if inner > 3 * ground.h
        else []
    )
