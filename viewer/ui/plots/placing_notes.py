"""Gives what reviewers put into plots its pixels; what would lie on one another is counted."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np
from PySide6.QtCore import QPointF, QRectF

from viewer.geometry.time_scale import TimeScale
from viewer.model.annotation_set import AnnotationSet
from viewer.model.noted_series import Floats, Noted, NotedSeries, Numbers
from viewer.ui.marks.authors import AuthorSign
from viewer.ui.marks.letters import count_letters
from viewer.ui.plots.placed import Placed, PlacedPanel
from viewer.ui.plots.typeset import Typeset
from viewer.ui.words.drawn_note_words import added_by
from viewer.ui.words.joining import in_line
from viewer.ui.words.numbers import number

MARK_H = 0.95
_CELL_MARKS, _CROWDED_MARKS = 1.25, 3.0
"""Marks nearer than so many of their size are counted as one; where there are very many."""
_CROWDED = 100
"""From so many in a plot on they are very many."""
_MOST_WITH_WORDS = 40
_ASIDE = 0.62
"""How far the mark of a point stands beside it (sizes)."""


@dataclass(frozen=True, slots=True)
class PlottedNote:
    """A reviewer's value, point or box; several where they lie on one another."""

    things: tuple[Noted, ...]
    series: str
    at: QPointF
    """The place that is meant."""
    mark: QRectF
    """The author's mark."""
    clip: QRectF
    """What can be seen of its panel."""
    box: QRectF | None = None
    edge: str | None = None
    """The edge ("top", "bottom") at which a value beyond the axis stands."""
    words: str = ""
    words_rect: QRectF = field(default_factory=QRectF)

    @property
    def ids(self) -> tuple[str, ...]:
        """The annotations that it stands for."""
        return tuple(thing.one.id for thing in self.things)

    @property
    def thing(self) -> Noted:
        """The annotation, or the first of several."""
        return self.things[0]

    @property
    def is_count(self) -> bool:
        """Whether it stands for several."""
        return len(self.things) > 1

    def is_at(self, place: QPointF, slack_px: float) -> bool:
        """Tell whether a place lies on mark, ring, words, or the outline of a box."""
        if not self.clip.contains(place):
            return False
        around = (-slack_px, -slack_px, slack_px, slack_px)
        if self.mark.adjusted(*around).contains(place) or self.words_rect.contains(place):
            return True
        if self.box is None:
            off = self.at - place
            return self.thing.sort == "point" and off.manhattanLength() <= self.mark.width() / 2
        inner = self.box.adjusted(slack_px, slack_px, -slack_px, -slack_px)
        return self.box.adjusted(*around).contains(place) and not inner.contains(place)

    @property
    def bounds(self) -> QRectF:
        """All that it takes."""
        whole = self.mark if self.box is None else self.mark.united(self.box)
        return whole.united(self.words_rect) if self.words else whole


@dataclass(frozen=True)
class ShownNotes:
    """Reviewers' notes in the plots, and what is told by their look."""

    notes: tuple[PlottedNote, ...] = ()
    signs: Mapping[str, AuthorSign] | None = None
    resolved: frozenset[str] = frozenset()
    selection: str | None = None

    def words_across(self, x_px: float) -> list[tuple[float, float]]:
        """Give top and bottom of the marks and words that stand on a column."""
        rects = (rect for note in self.notes for rect in (note.mark, note.words_rect))
        return [(r.top(), r.bottom()) for r in rects if r.left() - 2 <= x_px <= r.right() + 2]


NO_NOTES = ShownNotes()


def place_notes(
    placed: Placed,
    noted: Mapping[str, NotedSeries],
    annotations: AnnotationSet,
    scale: TimeScale,
    type_: Typeset,
) -> tuple[PlottedNote, ...]:
    """Place what the panels in sight show of it."""
    found: list[PlottedNote] = []
    for panel in placed.panels:
        series = noted.get(panel.panel.series.id)
        if series is None or not panel.is_seen:
            continue
        seen = series.inside(scale.window)
        if len(seen):
            notes = _in_panel(panel, series, seen, scale, type_)
            found += _with_words(notes, panel, annotations, type_)
    return tuple(found)


def mark_px(type_: Typeset) -> float:
    """Give the size of an author's mark; an odd number, so that it has a middle."""
    return 2 * int(MARK_H * type_.h_px / 2) + 1.0


def _in_panel(
    panel: PlacedPanel, series: NotedSeries, seen: Numbers, scale: TimeScale, type_: Typeset
) -> list[PlottedNote]:
    size = mark_px(type_)
    numbers = series.numbers[seen]
    xs = np.maximum(scale.xs(numbers[:, 0]), scale.left_px)
    ys = panel.axis.ys(np.nan_to_num(numbers[:, 3], nan=panel.panel.scale.low))
    found: list[PlottedNote] = []
    cell = (_CELL_MARKS if len(series.things) < _CROWDED else _CROWDED_MARKS) * size
    for part in _near_ones(xs, ys, cell, scale):
        things = tuple(series.things[n] for n in seen[part].tolist())
        at = QPointF(float(xs[part[0]]), float(ys[part[0]]))
        found.append(_placed(things, at, panel, scale, type_))
    return found


def _count_px(count: int, type_: Typeset) -> float:
    return type_.width(count_letters(count), "strong") + 0.5 * type_.h_px


def _near_ones(xs: Floats, ys: Floats, cell_px: float, scale: TimeScale) -> list[Numbers]:
    """Part what is drawn into what would lie on one another; the parts stay the same in a pan."""
    offset = (scale.window.start * scale.px_per_day) % cell_px
    columns = np.floor((xs - scale.left_px + offset) / cell_px).astype(np.int64)
    rows = np.floor(ys / cell_px).astype(np.int64)
    keys = columns * 100_000 + rows
    order = np.argsort(keys, kind="stable")
    begins = np.flatnonzero(np.diff(keys[order], prepend=np.iinfo(np.int64).min))
    return np.split(order, begins[1:])


def _placed(
    things: tuple[Noted, ...], at: QPointF, panel: PlacedPanel, scale: TimeScale, type_: Typeset
) -> PlottedNote:
    thing, rect, size = things[0], panel.rect, mark_px(type_)
    clip = panel.clip.intersected(rect)
    middle, box, edge = QPointF(at), None, None
    if thing.sort == "value":
        edge = panel.panel.scale.beyond(thing.high) if thing.high == thing.high else "bottom"
        if edge is not None:
            inset = 0.75 * size + 2
            middle.setY(rect.top() + inset if edge == "top" else rect.bottom() - inset)
    elif len(things) > 1:
        pass
    elif thing.sort == "point":
        up = -1 if at.y() - 1.2 * size > rect.top() else 1
        middle += QPointF(_ASIDE * size, up * _ASIDE * size)
    else:
        right = min(scale.x(thing.end), scale.right_px)
        bottom = max(panel.axis.y(thing.low), at.y() + 2)
        box = QRectF(at.x(), at.y(), max(right - at.x(), 2.0), bottom - at.y())
        middle += QPointF(size / 2, size / 2)
    width = size if len(things) == 1 else _count_px(len(things), type_)
    mark = QRectF(middle.x() - width / 2, middle.y() - size / 2, width, size)
    shown = box if len(things) == 1 else None
    return PlottedNote(things, thing.series, at, mark, clip, shown, edge)


def _with_words(
    notes: list[PlottedNote], panel: PlacedPanel, annotations: AnnotationSet, type_: Typeset
) -> list[PlottedNote]:
    """Write beside the marks where nothing else stands."""
    if len(notes) > _MOST_WITH_WORDS:
        return notes
    taken = [label.rect for label in panel.labels]
    taken += [point.rect(1.2 * type_.mark_px) for point in panel.points]
    taken += [band.rect for band in panel.bands]
    taken += [note.mark for note in notes]
    told: list[PlottedNote] = []
    for note in notes:
        words = _words_of(note, annotations)
        if not words:
            told.append(note)
            continue
        rect = _free_beside(note, type_.width(words, "small"), taken, panel, type_)
        if rect is not None:
            taken.append(rect)
        told.append(note if rect is None else replace(note, words=words, words_rect=rect))
    return told


def _words_of(note: PlottedNote, annotations: AnnotationSet) -> str:
    if note.is_count:
        return ""
    added = note.thing.content.value
    return "" if added is None else value_words(note.thing, annotations)


def value_words(thing: Noted, annotations: AnnotationSet) -> str:
    """Say a reviewer's value as it was given, and who has added it."""
    added, author = thing.content.value, annotations.authors.get(thing.one.author)
    said = "" if added is None else f"{number(added.value)} {added.unit}"
    return in_line([said]) if author is None else added_by(said, author.name)


def _free_beside(
    note: PlottedNote, width: float, taken: list[QRectF], panel: PlacedPanel, type_: Typeset
) -> QRectF | None:
    """Give a free place right of a mark, else left of it, else below or above."""
    gap, height = 0.3 * type_.h_px, type_.height("small")
    mark, middle = note.mark, note.mark.center().y() - height / 2
    room = panel.rect.intersected(panel.clip)
    for left, top in (
        (mark.right() + gap, middle),
        (mark.left() - gap - width, middle),
        (mark.left(), mark.bottom() + 1),
        (mark.left(), mark.top() - height - 1),
    ):
        rect = QRectF(left, top, width, height)
        is_free = not any(rect.intersects(other) for other in taken if other is not note.mark)
        if is_free and room.contains(rect):
            return rect
    return None
