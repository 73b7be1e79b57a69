"""Places the events that stand below the values of a panel; only those that are seen are made."""

import math
from collections.abc import Iterator
from functools import partial

import numpy as np
from PySide6.QtCore import QRectF

from viewer.geometry.bars import Drawn, bar_shape, period, point_shape
from viewer.geometry.density import covered, marks
from viewer.geometry.doses import dose_steps
from viewer.model.event_times import OPEN, POINT, Numbers
from viewer.model.time import Instant
from viewer.ui.marks.letters import count_letters
from viewer.ui.plots.placed import PlacedPanel, PlacedRail, PlacedText, RailThing
from viewer.ui.plots.rails import Rail
from viewer.ui.plots.rows import MARKS_H, rail_px
from viewer.ui.plots.typeset import Typeset

MANY = 100
"""Of more intervals in view one line tells where any surely went on; more instants of which the
day is not exact are counted like the others."""
TOP_H = 0.2
BOTTOM_H = 0.3
"""Free above and below what is drawn; below it stand the bounds of days (line heights)."""
THIN_H = 0.4
"""The height of an interval without a dose."""
COVERED_PX = 3.0


def place_rail(
    placed: PlacedPanel, drawn: Drawn, death: float | None, type_: Typeset
) -> PlacedRail | None:
    """Place the events beside the values of a panel, below them; None where it has none."""
    rail, above = placed.panel.rail, placed.rect
    if rail is None:
        return None
    height = rail_px(placed.panel, type_.h_px)
    rect = QRectF(above.left(), above.bottom(), above.width(), height)
    gutter = QRectF(placed.gutter.left(), rect.top(), placed.gutter.width(), height)
    inner = rect.adjusted(0, TOP_H * type_.h_px, 0, -BOTTOM_H * type_.h_px)
    upper = QRectF(inner)
    if rail.is_mixed:
        # Marks would hide the doses that they stand on.
        upper.setHeight(MARKS_H * type_.h_px)
        inner.setTop(upper.bottom())
    window, times = drawn.scale.window, rail.times
    seen = np.flatnonzero((times.first < window.end) & (times.last > window.start))
    is_point = times.forms[seen] == POINT
    bars = _bars(rail, seen[~is_point], inner, drawn, death, type_)
    things = (*bars, *_points(rail, seen[is_point], upper, drawn, type_))
    return PlacedRail(rect, gutter, _name(rail, gutter, type_), things)


def _name(rail: Rail, gutter: QRectF, type_: Typeset) -> PlacedText:
    left, height = gutter.left() + 0.8 * type_.h_px, type_.height("small")
    words = type_.elided(rail.name, "small", gutter.right() - 0.55 * type_.h_px - left)
    top = round(gutter.center().y() - height / 2)
    return PlacedText(
        words, QRectF(left, top, type_.width(words, "small"), height), "small", "ink_2"
    )


# --- intervals ----------------------------------------------------------------------------


def _bars(
    rail: Rail, places: Numbers, inner: QRectF, drawn: Drawn, death: float | None, type_: Typeset
) -> Iterator[RailThing]:
    if len(places) > MANY:
        yield from _covered(rail, places, inner, drawn, type_)
        return
    line_px = inner.height() / rail.line_count
    for place in places.tolist():
        event = rail.event(place)
        shape = bar_shape(period(event.when), drawn, event.evidence.kind)
        left, right = shape.seen_left_px, shape.seen_right_px
        if death is not None and right <= drawn.scale.x(math.floor(death) + 1) + 0.5:
            right = min(right, drawn.scale.x(death))
        if right <= left:
            continue
        steps = dose_steps(event.dose, event.changes, shape, drawn, rail.peak(event.dose))
        top = inner.top() + line_px * rail.lines[place]
        bar = QRectF(left, top, right - left, line_px)
        if not steps:
            spare = max(0.0, line_px - THIN_H * type_.h_px)
            bar.adjust(0, spare / 2, 0, -spare / 2)
        ids, kind = (rail.ids[place],), rail.kinds[place]
        yield RailThing(ids, event, kind, bar, bar=shape, steps=steps)


def _covered(
    rail: Rail, places: Numbers, inner: QRectF, drawn: Drawn, type_: Typeset
) -> Iterator[RailThing]:
    """Give the columns that very many intervals surely cover."""
    scale, times = drawn.scale, rail.times
    end = min(scale.right_px, drawn.limit_px)
    starts, ends = (days[places] for days in times.certain)
    goes_on = (times.forms[places] == OPEN) & np.isfinite(times.start.last[places])
    starts = np.where(goes_on, times.start.last[places], starts)
    ends = np.where(goes_on, scale.window.end, ends)
    known = ~np.isnan(starts)
    lefts = np.clip(scale.xs(starts[known]), scale.left_px, end)
    rights = np.clip(scale.xs(ends[known]), lefts, end)
    height = COVERED_PX * type_.theme.stroke_scale
    top = inner.center().y() - height / 2
    for left, right in covered(lefts, rights, 1.0):
        rect = QRectF(left, top, max(right - left, 1.0), height)
        yield RailThing((), None, rail.kinds[int(places[0])], rect)


# --- instants -----------------------------------------------------------------------------


def _points(
    rail: Rail, places: Numbers, inner: QRectF, drawn: Drawn, type_: Typeset
) -> Iterator[RailThing]:
    is_exact = rail.times.start.is_exact[places]
    if np.count_nonzero(~is_exact) <= MANY:
        for place in places[~is_exact].tolist():
            yield from _point(rail, place, inner, drawn, type_)
        places = places[is_exact]
    anchors = rail.times.anchor[places]
    order = np.argsort(anchors, kind="stable")
    places, scale = places[order], drawn.scale
    columns = np.clip(scale.xs(anchors[order]), scale.left_px, scale.right_px)
    widest = partial(_letters_px, type_)
    for mark in marks(columns, type_.mark_px, widest, widest(9999)):
        here = places[mark.run.first : mark.run.stop].tolist()
        if len(here) == 1:
            yield from _point(rail, here[0], inner, drawn, type_)
            continue
        half, height = type_.mark_px / 2, min(inner.height(), 1.05 * type_.h_px)
        left = min(mark.left_px, scale.right_px + half - mark.width_px)
        top = inner.center().y() - height / 2
        rect = QRectF(max(left, scale.left_px - half), top, mark.width_px, height)
        ids, kind = tuple(rail.ids[place] for place in here), rail.kinds[here[0]]
        letters = count_letters(len(here))
        yield RailThing(ids, None, kind, rect, letters=letters, has_mark=True)


def _letters_px(type_: Typeset, count: int) -> float:
    return type_.width(count_letters(count), "strong") + 0.5 * type_.h_px


def _point(
    rail: Rail, place: int, inner: QRectF, drawn: Drawn, type_: Typeset
) -> Iterator[RailThing]:
    """Give an instant by itself, where any of it is seen."""
    event, scale, size = rail.event(place), drawn.scale, type_.mark_px
    assert isinstance(event.when, Instant)  # its form says so
    shape = point_shape(event.when, drawn, event.evidence.kind)
    left, right = shape.extent(size)
    left, right = max(left, scale.left_px - size / 2), min(right, scale.right_px + size / 2)
    if right <= scale.left_px or left >= scale.right_px:
        return
    rect = QRectF(left, inner.center().y() - size / 2, right - left, size)
    has_mark = shape.has_mark and scale.left_px <= shape.anchor_px <= scale.right_px + size / 2
    ids, kind = (rail.ids[place],), rail.kinds[place]
    yield RailThing(ids, event, kind, rect, point=shape, has_mark=has_mark)
