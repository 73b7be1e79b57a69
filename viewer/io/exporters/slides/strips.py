"""One strip of values on a slide: its native chart, its limits, statements and words."""

from collections.abc import Iterator
from dataclasses import replace

from viewer.geometry.value_scale import ValueAxis
from viewer.io.exporters.slides import slide_words as say
from viewer.io.exporters.slides.ground import Ground, run_width
from viewer.io.exporters.slides.strip_scales import StripSeries, sides_of
from viewer.io.exporters.slides.strip_shapes import (
    MARK,
    PlacedStrip,
    loose_values,
    series_name,
    statements,
    undated,
)
from viewer.io.exporters.slides.strip_values import Plotted, is_whole_days, plotted
from viewer.io.exporters.slides.things import (
    Box,
    Chart,
    Plate,
    PointLabel,
    Run,
    Stroke,
    Thing,
    Words,
)
from viewer.io.exporters.slides.type_sizes import elided, one_line
from viewer.io.exporters.slides.value_words import (
    Room,
    limit_words,
    place_labels,
    tick_words,
)
from viewer.model.series import Measurement
from viewer.model.time import Span

HEIGHTS_H = {"tall": (3.8, 11.0), "many": (3.0, 7.0), "slim": (1.9, 4.0)}
"""The least and the greatest height of a strip (lines)."""
PAD_SHARE = 0.16
MOST_TOLD = 12
"""So many values are told one by one to those who do not see the chart."""


def heights(strip: StripSeries, ground: Ground) -> tuple[float, float]:
    """Give the least and the greatest height of a strip (points)."""
    size = "tall" if strip.levels is not None else "many" if strip.is_many else "slim"
    least, most = HEIGHTS_H[size]
    return least * ground.h, most * ground.h


def place_strip(strip: StripSeries, top: float, height: float, ground: Ground) -> PlacedStrip:
    """Give a strip its axis, and the values of each stretch of days that the window shows."""
    pad = min(0.55 * ground.h, PAD_SHARE * height)
    axis = ValueAxis(strip.scale, top, height, pad)
    shift = 0.5 if is_whole_days(strip) else 0.0
    name = series_name(strip, ground)
    charts = tuple(
        (
            stretch.days,
            Box(stretch.left_px, top, stretch.right_px - stretch.left_px, height),
            plotted(strip, name, stretch.days, shift, MARK * ground.em_pt),
        )
        for stretch in ground.scale.stretches
        if not stretch.is_fold
    )
    return PlacedStrip(strip, top, height, axis, charts, shift)


def strip_grounds(placed: PlacedStrip, ground: Ground) -> Iterator[Plate | Stroke]:
    """Draw what lies behind the values: the levels of low glucose, or the limits."""
    look, strip, axis = ground.told.look, placed.strip, placed.axis
    left, right = ground.gutter_right, ground.right
    if strip.levels is not None:
        tops = axis.y(strip.levels.level_1), axis.y(strip.levels.level_2), placed.bottom
        for level, top, bottom in ((1, tops[0], tops[1]), (2, tops[1], tops[2])):
            yield Plate(Box(left, top, right - left, bottom - top), look.role(f"level_{level}"))
            yield Stroke(left, top, right, top, look.role(f"level_{level}_edge"), 1.0)
        return
    for limits in strip.limits:
        begin = max(ground.left, ground.scale.x(limits.span.start))
        end = min(right, ground.scale.x(limits.span.end))
        if end <= begin:
            continue
        low, high = limits.reference.low, limits.reference.high
        top = placed.top if high is None else axis.y(high)
        bottom = placed.bottom if low is None else axis.y(low)
        yield Plate(Box(begin, top, end - begin, bottom - top), look.role("reference"))
        for side in (low, high):
            if side is not None:
                y = axis.y(side)
                yield Stroke(begin, y, end, y, look.role("reference_edge"), 1.0)


def strip_things(placed: PlacedStrip, ground: Ground) -> Iterator[Thing]:
    """Draw a strip over its grounds: names, statements, the charts and their words."""
    yield Stroke(
        ground.gutter_left,
        placed.top,
        ground.right,
        placed.top,
        ground.told.look.role("rule"),
        0.75,
    )
    yield from _gutter(placed, ground)
    left = ground.left if placed.strip.undated else ground.gutter_right
    room = Room(Box(left, placed.top, ground.right - left, placed.height))
    _block_marks(placed, room, ground)
    for side in placed.strip.levels or sides_of(placed.strip.limits):
        room.rule(placed.axis.y(side))
    bands = list(statements(placed, room, ground))
    yield from bands
    yield from loose_values(placed, room, ground)
    labels, limits = _lettered(placed, room, ground)
    yield from limits
    for number, (days, box, values) in enumerate(placed.charts):
        own = {key[1:]: label for key, label in labels.items() if key[0] == number}
        chart = _chart(placed, days, box, values, own, ground)
        if chart is not None:
            yield chart
    yield from undated(placed, room, ground)
    yield from _remarks(placed, bool(bands), ground)


Lettered = tuple[dict[tuple[int, int, int], PointLabel], list[Words]]
"""The words beside points, and those of limits."""


def _lettered(placed: PlacedStrip, room: Room, ground: Ground) -> Lettered:
    """Letter values and limits: the values first, unless that leaves no room for a limit.

    A limit is not shown without the laboratory whose it is, if that can be: then values say less.
    """
    strip, points = placed.strip, _points(placed)
    tries: list[Lettered] = []
    is_glucose = strip.levels is not None
    ways = ((not is_glucose, False), (is_glucose, False), (False, True), (True, True))
    for is_value_first, is_short in ways:
        here = room.fork()
        if is_value_first:
            labels = place_labels(points, strip, here, ground, is_short=is_short)
        limits = list(limit_words(strip, placed.axis, here, ground))
        if not is_value_first:
            labels = place_labels(points, strip, here, ground, is_short=is_short)
        tries.append((labels, limits))
    return max(tries, key=lambda one: len(one[0]) + len(one[1]))


def _gutter(placed: PlacedStrip, ground: Ground) -> Iterator[Thing]:
    strip, told, look = placed.strip, ground.told, ground.told.look
    ticks = tick_words(strip, placed.axis, ground)
    yield from ticks
    wide = max((run_width(tick.runs[0]) for tick in ticks), default=0.0)
    room = ground.gutter_right - ground.gutter_left - wide - 0.6 * ground.h
    title = one_line((strip.series.short or strip.series.title).pick(told.language))
    name = Run(title, ground.em_pt, look.role("ink"), is_bold=True)
    unit = Run(strip.series.unit, ground.small_pt, look.role("ink_3"))
    both = run_width(name) + 0.4 * ground.em_pt + run_width(unit)
    top = placed.top + (0.25 if placed.height > 2.2 * ground.h else 0.1) * ground.h
    if both <= room and placed.height < 3.5 * ground.h:
        at = ground.gutter_left + run_width(name) + 0.3 * ground.em_pt
        top = placed.top + (placed.height - ground.h) / 2
        yield Words(Box(ground.gutter_left, top, run_width(name), ground.h), (name,))
        yield Words(Box(at, top, run_width(unit), ground.h), (unit,))
        return
    if run_width(name) > room:
        name = replace(name, size_pt=ground.small_pt)
        name = replace(name, text=elided(title, room, ground.small_pt, is_bold=True))
    yield Words(Box(ground.gutter_left, top, room, ground.h), (name,))
    yield Words(Box(ground.gutter_left, top + 0.95 * ground.h, room, 0.9 * ground.h), (unit,))


# -- the chart --------------------------------------------------------------------------------


Place = tuple[Measurement, tuple[int, int, int], float, float]
"""A value, its chart, series and number there, and where its point stands (points)."""


def _points(placed: PlacedStrip) -> list[Place]:
    found: list[Place] = []
    for number, (days, box, values) in enumerate(placed.charts):
        for point, at, own in values.points:
            x = box.left + (point.when.anchor - days.start) / days.days * box.width
            assert point.value is not None  # a point of a chart is a number
            found.append((point, (number, at, own), x, placed.axis.y(point.value)))
    return found


def _block_marks(placed: PlacedStrip, room: Room, ground: Ground) -> None:
    size = MARK * ground.em_pt
    for _, _, x, y in _points(placed):
        room.take(Box(x - size / 2, y - size / 2, size, size))


def _chart(
    placed: PlacedStrip,
    days: Span,
    box: Box,
    values: Plotted,
    labels: dict[tuple[int, int], PointLabel],
    ground: Ground,
) -> Chart | None:
    if not values.values:
        return None
    scale, positions = placed.strip.scale, placed.axis.positions
    ends = (
        (10.0 ** positions[0], 10.0 ** positions[1])
        if scale.is_log
        else (positions[0] * scale.per, positions[1] * scale.per)
    )
    lettered = tuple(
        replace(one, labels={n: label for (at, n), label in labels.items() if at == number})
        for number, one in enumerate(values.values)
    )
    name = series_name(placed.strip, ground)
    axis = days.start - placed.shift, days.end - placed.shift
    ink = ground.told.look.role("ink")
    told = _told(placed, values, ground)
    return Chart(box, lettered, axis, ends, scale.is_log, name, told, ink)


def _told(placed: PlacedStrip, values: Plotted, ground: Ground) -> str:
    """Say what a chart shows, value by value where these are few."""
    told, series = ground.told, placed.strip.series
    title = one_line(series.title.pick(told.language))
    if values.count <= MOST_TOLD and values.points:
        said = (
            " ".join((told.words.value(p), told.words.when(p.when, told.counting)))
            for p, _, _ in values.points
        )
        every = told.words.in_line(said)
        return told.say(say.CHART, title=title, unit=series.unit, count=values.count, values=every)
    numbers = [value for one in values.values for value in one.values]
    low, high = (told.words.number(end) for end in (min(numbers), max(numbers)))
    count = f"{values.count:,}"
    return told.say(
        say.CHART_OF_MANY, title=title, unit=series.unit, count=count, low=low, high=high
    )


def _remarks(placed: PlacedStrip, has_bands: bool, ground: Ground) -> Iterator[Words]:
    """Say that there is nothing to see, or that not every value is drawn."""
    told, look = ground.told, ground.told.look
    charts = [values for _, _, values in placed.charts]
    text = ""
    if any(values.is_summarised for values in charts):
        count = f"{sum(values.count for values in charts):,}"
        text = told.say(say.SUMMARISED, count=count)
    elif not has_bands and not any(values.values for values in charts):
        text = "" if placed.strip.undated or placed.strip.dated else told.say(say.NO_VALUES)
        text = text or (told.say(say.NO_VALUES) if not placed.strip.undated else "")
    if text:
        run = Run(text, ground.small_pt, look.role("ink_2"))
        box = Box(ground.left + 0.4 * ground.h, placed.top + 1.0, run_width(run), ground.h)
        yield Words(box, (run,))
