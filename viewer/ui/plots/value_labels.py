"""The words beside a measured value: value and unit, multiple of the limit, day."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from viewer.model.series import Measurement
from viewer.ui.plots.labels import Put, Room, Run, Side, make_label, shortened
from viewer.ui.plots.placed import PlacedLabel, PlacedPanel, PlacedPoint
from viewer.ui.plots.series_panels import SeriesPanel
from viewer.ui.plots.typeset import Typeset
from viewer.ui.words.time_words import when_short
from viewer.ui.words.value_words import (
    converted_aside,
    multiple_text,
    value_text,
    value_with_unit,
)

FEW = 12
"""Up to so many values in view are all labelled; more would be a text, not a plot."""
SOME = 200
"""Up to so many values in view, labels keep off every mark; of still more none is labelled."""
MARK_GAP_H = 0.6
SHIFTS_H = (0.0, -0.2, 0.2, -0.45, -0.6, 0.45, 0.6, -0.8, 0.8, -1.1, 1.1)
"""How far up or down a label may stand from its mark, the nearest first (line heights)."""


class Lettered(NamedTuple):
    """A value with its words: whole, then with less and less of what can be read elsewhere."""

    point: PlacedPoint
    variants: list[PlacedLabel]


def value_words(placed: PlacedPanel, type_: Typeset) -> list[Lettered]:
    """Set the words of the values in view, the chief ones first; where they are many, only these.

    Where they are too many for labels to keep off them, none.
    """
    dated = [point for point in placed.points if point.is_dated]
    if len(dated) > SOME:
        return []
    chief = _chief(placed, dated)
    others = [point for point in dated if point not in chief] if len(dated) <= FEW else []
    return [Lettered(point, _variants(placed, point, type_)) for point in (*chief, *others)]


def _chief(placed: PlacedPanel, dated: Sequence[PlacedPoint]) -> list[PlacedPoint]:
    """Give what stands beyond the axis, the first, the last, the lowest and the highest in view."""
    left, right = placed.rect.left(), placed.rect.right()
    seen = [point for point in dated if left <= point.x_px <= right]
    if not seen:
        return []
    in_time = sorted(seen, key=lambda point: point.x_px)
    in_height = sorted(seen, key=lambda point: point.y_px)
    beyond = [point for point in in_time if point.edge is not None][:FEW]
    chief = (*beyond, in_time[0], in_time[-1], in_height[0], in_height[-1])
    return [point for index, point in enumerate(chief) if point not in chief[:index]]


def place_values(values: Sequence[Lettered], room: Room, side: Side, type_: Typeset) -> list[Put]:
    """Write beside each value what was reported, on `side` of it where that is free."""
    puts = []
    for value in values:
        put = _beside(value, room, side, type_)
        if put is not None:
            room.take(put)
            puts.append(put)
    return puts


def _beside(value: Lettered, room: Room, side: Side, type_: Typeset) -> Put | None:
    full, *shorter = value.variants
    other: Side = "left" if side == "right" else "right"
    whole = full.words
    tries = [(side, full), *((side, v) for v in shorter[:1]), (other, full)]
    tries += [(other, v) for v in shorter[:1]]
    tries += [(s, v) for v in shorter[1:] for s in (side, other)]
    for where, label in tries:
        found = room.first_fit(label, _corners(label, value.point, where, room, type_))
        if found is not None:
            return found._replace(point=value.point, shortens="" if label is full else whole)
    return None


def _corners(
    label: PlacedLabel, point: PlacedPoint, side: Side, room: Room, type_: Typeset
) -> Iterator[tuple[float, float]]:
    away = type_.mark_px / 2 + MARK_GAP_H * type_.h_px
    width, height = label.rect.width(), label.rect.height()
    left = point.x_px + away if side == "right" else point.x_px - away - width
    for shift in SHIFTS_H:
        middle = point.rect(type_.mark_px).center().y()
        yield left, room.within(middle + shift * type_.h_px - height / 2, height)


def _variants(placed: PlacedPanel, point: PlacedPoint, type_: Typeset) -> list[PlacedLabel]:
    """Give the label whole, then with less and less of what can be read elsewhere."""
    panel, language = placed.panel, type_.language
    series, measured = panel.series, point.point
    value: Run = (value_text(measured, language), "strong", "ink")
    unit: Run = (series.unit if measured.value is not None else "", "when", "ink_2")
    reference = series.reference_for(measured)
    times: Run = ("", "when", "ink_2")
    if reference is not None and measured.value is not None and measured.comparator is None:
        times = (multiple_text(measured.value, reference, panel.highest), "when", "ink_2")
    when: Run = (when_short(measured.when, type_.counting, language), "when", "ink_2")
    if panel.line is not None:
        # Beside one another, each value says whose it is.
        name: Run = ((series.short or series.title).pick(language), "label", "ink")
        runs = [[name, value, unit, times], [name, value, unit], [name, value]]
        return [make_label("value", one, series.id, type_) for one in runs]
    # Where another unit is shown, the reported one still comes first.
    units: list[Run] = [unit, (converted_aside(measured, panel.way), "when", "ink_2")]
    if measured.when.is_exact:
        # The axis tells an exact day; a multiple can be read nowhere else.
        runs = [[value, *units, times if times[0] else when], [value, *units], [value, unit]]
    else:
        runs = [[value, *units, times, when], [value, *units, when], [value, unit, when]]
        runs.append([value, unit])
    return [make_label("value", one, series.id, type_) for one in [*runs, [value]]]


def strip_room(placed: PlacedPanel) -> Room:
    """Give the free part of the strip before the axis."""
    room = Room(placed.before.adjusted(4, 3, -3, -1), 0.0)
    if placed.panel.limits is not None:
        # The lines of the levels run through this strip, too.
        room.rule(placed.axis.y(limit) for limit in placed.panel.limits)
    return room


def place_undated(placed: PlacedPanel, room: Room, type_: Typeset) -> list[Put]:
    """Write the values of the strip before the axis, and over them when they may have been."""
    points = [point for point in placed.points if not point.is_dated]
    if not points or placed.before.width() < 2 * type_.h_px:
        return []
    bounds = placed.before.adjusted(4, 3, -3, -1)
    for point in points:
        room.block(point.rect(type_.mark_px))
    series = placed.panel.series
    puts: list[Put] = []
    for words in dict.fromkeys(_when(p.point, type_) for p in points):
        head = make_label("undated", [(words, "small", "ink_2")], series.id, type_)
        head = shortened(head, bounds.width(), type_)
        tops = [(bounds.left(), bounds.top() + n * head.rect.height()) for n in range(3)]
        found = room.first_fit(head, tops)
        if found is not None:
            room.take(found)
            puts.append(found)
    for point in points:
        words = value_with_unit(point.point, series, type_.language)
        value = value_text(point.point, type_.language)
        unit = words.removeprefix(value).strip()
        name = (series.short or series.title).pick(type_.language)
        first: Run = (name if placed.panel.line is not None else "", "label", "ink")
        for more in dict.fromkeys((unit, "")):
            line: list[Run] = [first, (value, "strong", "ink"), (more, "when", "ink_2")]
            label = make_label("value", line, series.id, type_)
            found = room.first_fit(label, _corners(label, point, "right", room, type_))
            if found is not None:
                room.take(found)
                puts.append(found._replace(point=point))
                break
    return puts


def _when(point: Measurement, type_: Typeset) -> str:
    return when_short(point.when, type_.counting, type_.language)


def before_width_px(panels: Sequence[SeriesPanel], type_: Typeset) -> int:
    """Give the width of the strip before the axis that its words need, about 7 em; 0 for none."""
    widths = []
    for panel in panels:
        for point in panel.undated:
            value = value_text(point, type_.language)
            unit = value_with_unit(point, panel.series, type_.language).removeprefix(value).strip()
            words = type_.width(value, "strong") + type_.width(unit, "when")
            widths.append(words + 0.4 * type_.em_px + 2.1 * type_.h_px)
            widths.append(type_.width(_when(point, type_), "small") + 10)
    if not widths:
        return 0
    return round(min(max(7 * type_.em_px, *widths), 11 * type_.em_px))
