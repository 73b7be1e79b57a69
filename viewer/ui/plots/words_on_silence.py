"""Words where nothing is drawn: that nothing is stated, and where the nearest value lies."""

import math
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from viewer.geometry.time_scale import TimeScale
from viewer.ui.plots.labels import Put, Room, Run, make_label
from viewer.ui.plots.placed import PlacedLabel, PlacedPanel, PlacedPoint
from viewer.ui.plots.series_panels import last_stated_day
from viewer.ui.plots.typeset import Typeset
from viewer.ui.plots.words_on_grounds import limit_tops, taken
from viewer.ui.words.day_words import day_name
from viewer.ui.words.time_words import when_short

translate = QCoreApplication.translate


class Note(NamedTuple):
    """What the source is silent about, and from which column on."""

    label: PlacedLabel
    left_px: float


def note_words(placed: PlacedPanel, scale: TimeScale, type_: Typeset, is_cut: bool) -> Note | None:
    """Set what the source is silent about after the last value; None where it is not.

    Under any horizon (`is_cut`) the silence may be the horizon's: then it is only not told.
    """
    if placed.panel.line is not None:
        return None
    words, left = _silence(placed, scale, type_, is_cut)
    if not words:
        return None
    run: Run = (words, "small", "ink_3")
    return Note(make_label("note", [run], placed.panel.series.id, type_), left)


def place_note(
    placed: PlacedPanel, note: Note | None, room: Room, end_px: float, type_: Typeset
) -> list[Put]:
    """Say in the empty space that nothing is stated there, only where that is so."""
    if note is None:
        return []
    label = note.label
    band = placed.bands[-1].rect if placed.bands else None
    middle = band.center().y() if band is not None else placed.rect.center().y()
    start = max(note.left_px, placed.rect.left() + 6)
    top = middle - label.rect.height() / 2
    if start + label.rect.width() > end_px - 6:
        return []
    tops = (top, *(limit_tops(placed, label) if placed.panel.limits is None else ()))
    steps = (start + n * 2 * type_.em_px for n in range(6))
    return taken(room, room.first_fit(label, [(x, y) for x in steps for y in tops]))


def _silence(
    placed: PlacedPanel, scale: TimeScale, type_: Typeset, is_cut: bool
) -> tuple[str, float]:
    panel, bands = placed.panel, placed.bands
    last_end = panel.columns.last_end
    if last_end is None or scale.x(last_end) > placed.rect.right():
        return "", 0.0
    last = last_stated_day(panel)
    if last is not None:
        words = (
            translate("Plots", "nothing told after {day}")
            if is_cut
            else translate("Plots", "nothing stated after {day}")
        )
        return words.format(day=day_name(last, type_.counting)), scale.x(last) + 5 * type_.em_px
    if panel.limits is None or not bands or not all(b.is_hard_right for b in bands):
        return "", 0.0
    words = (
        translate("Plots", "a statement of the source; no value is told after {day}")
        if is_cut
        else translate("Plots", "a statement of the source; it gives no value after {day}")
    )
    after = bands[-1].rect.right() + 0.8 * type_.em_px
    return words.format(day=day_name(last_end - 1e-6, type_.counting)), after


def hint_words(placed: PlacedPanel, scale: TimeScale, type_: Typeset) -> list[Put]:
    """Set the way to the nearest value where none is in view, whole and with less; else nothing.

    They have no place yet; each carries the value that it leads to.
    """
    panel = placed.panel
    if placed.has_values:
        return []
    nearest = panel.columns.nearest_to(scale.window)
    if nearest is None:
        return []
    where = translate("Plots", "Nearest: {when}.")
    where = where.format(when=when_short(nearest.when, type_.counting, type_.language))
    # On a stage nobody could follow it.
    way: list[Run] = [] if type_.is_stage else [(translate("Plots", "Go there"), "small", "ink_2")]
    nothing = translate("Plots", "No values in this window.")
    puts = []
    for words in (f"{nothing} {where}", where, *([""] if way else [])):
        label = make_label("hint", [(words, "small", "ink_3"), *way], panel.series.id, type_)
        x = placed.rect.left()
        goal = PlacedPoint(nearest, x, placed.rect.center().y(), "within", is_dated=True)
        puts.append(Put(label, 0.0, 0.0, goal, f"{nothing} {where}"))
    return puts


def place_hint(
    placed: PlacedPanel, hints: list[Put], room: Room, end_px: float, type_: Typeset
) -> list[Put]:
    """Write the hint in the middle of the empty panel, or where there is room for it."""
    for hint in hints:
        width, height = hint.label.rect.width(), hint.label.rect.height()
        middle = (placed.rect.left() + end_px - width) / 2
        step = 2 * type_.em_px
        count = math.ceil(max(0.0, end_px - placed.rect.left()) / 2 / step)
        lefts = [middle, *(middle + s * n * step for n in range(1, count) for s in (-1, 1))]
        ends = placed.rect.top() + 2, math.floor(placed.rect.bottom() - height) - 1
        tops = [*(y - height / 2 for y in _middles(placed)), *ends]
        corners = [(left, one) for left in lefts for one in tops]
        found = room.first_fit(hint.label, corners)
        if found is not None:
            return taken(room, found._replace(point=hint.point, shortens=hint.shortens))
    return []


def _middles(placed: PlacedPanel) -> list[float]:
    """Give the rows in the middle of the grounds that words may stand on, the best first."""
    rect, limits = placed.rect, placed.panel.limits
    if limits is None:
        return [rect.center().y()]
    over, under = (placed.axis.y(limit) for limit in limits)
    return [(rect.top() + over) / 2, (under + rect.bottom()) / 2]
