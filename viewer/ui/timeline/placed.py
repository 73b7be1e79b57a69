"""The timeline as laid out: what stands where, for painting, hit testing and tests."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF

from viewer.geometry.bars import BarShape, PointShape
from viewer.geometry.doses import Step
from viewer.model.event import Event, Lane
from viewer.model.part import EvidenceKind
from viewer.model.series import Statement
from viewer.model.time import Span
from viewer.ui.look import FontRole
from viewer.ui.timeline.measures import Measures

WordPart = Literal[
    "name", "when", "outcome", "result", "statement", "problem", "more", "dose", "response", "dense"
]


Edges = NDArray[np.float64]
"""The left and right edges of rectangles, a row each (pixels)."""


def _edges(rects: Iterable[QRectF]) -> Edges:
    edges = [(rect.left(), rect.right()) for rect in rects]
    return np.array(edges, dtype=np.float64).reshape(-1, 2)


def _in_column(edges: Edges, x_px: float, slack_px: float) -> list[int]:
    is_near = (edges[:, 0] - slack_px <= x_px) & (x_px <= edges[:, 1] + slack_px)
    return np.flatnonzero(is_near).tolist()


@dataclass(frozen=True, slots=True)
class PlacedWords:
    """A text as it is drawn; `whole` is the same without being shortened."""

    part: WordPart
    text: str
    whole: str
    role: FontRole
    rect: QRectF


@dataclass(frozen=True, slots=True)
class PlacedSign:
    """A sign of outcome, direction or disagreement."""

    sign: str
    rect: QRectF


class PlacedTick(NamedTuple):
    """A cycle or a change on the bar of a treatment: one column where its day is exact."""

    left_px: float
    right_px: float
    letters: str
    evidence: EvidenceKind
    rect: QRectF
    """Where the letters stand."""


@dataclass(frozen=True, slots=True)
class Placed:
    """One thing in its row: its drawing, its words and what a click on it means.

    `subject` is the event or statement; None for a problem, and for "+N more" and a mark that
    counts: their `hidden` names the events that they stand for. Rectangles count pixels from the
    top of the first lane.
    """

    id: str
    lane: str
    row: int
    subject: Event | Statement | None
    evidence: EvidenceKind
    kind: str
    bar: QRectF | None = None
    bar_shape: BarShape | None = None
    mark: QRectF | None = None
    point_shape: PointShape | None = None
    words: tuple[PlacedWords, ...] = ()
    signs: tuple[PlacedSign, ...] = ()
    hidden: Sequence[str] = ()
    letters: str = ""
    """What stands in the mark instead of a shape: a count, or a response."""
    steps: tuple[Step, ...] = ()
    ticks: tuple[PlacedTick, ...] = ()
    is_left_out: bool = False
    """Whether the filter leaves out all that it counts."""

    @property
    def is_statement(self) -> bool:
        """Whether it is words of the source about a period."""
        return isinstance(self.subject, Statement)

    @property
    def word_rects(self) -> tuple[QRectF, ...]:
        """Where words and signs stand: lines that cross them give way."""
        return (*(w.rect for w in self.words), *(s.rect for s in self.signs))

    @property
    def rects(self) -> tuple[QRectF, ...]:
        """All that a click may hit."""
        drawings = tuple(rect for rect in (self.bar, self.mark) if rect is not None)
        return (*drawings, *self.word_rects)

    @property
    def bounds(self) -> QRectF:
        """The smallest rectangle about everything."""
        whole = QRectF()
        for rect in self.rects:
            whole = whole.united(rect)
        return whole

    def sign_at(self, place: QPointF, slack_px: float) -> str | None:
        """Give the sign at a place; None where there is none."""
        around = (-slack_px, -slack_px, slack_px, slack_px)
        hit = (s.sign for s in self.signs if s.rect.adjusted(*around).contains(place))
        return next(hit, None)

    def is_at(self, place: QPointF, slack_px: float) -> bool:
        """Tell whether a place lies on it."""
        return any(
            rect.adjusted(-slack_px, -slack_px, slack_px, slack_px).contains(place)
            for rect in self.rects
        )


@dataclass(frozen=True, slots=True)
class LaneBox:
    """A row's lane with its place and the number of its events.

    `tree_bottom_px` is where the last of the lanes below it ends; `covered` are the columns that
    the periods of a collapsed lane cover.
    """

    lane: Lane
    top_px: float
    height_px: float
    count: int
    rows: int = 1
    depth: int = 0
    is_collapsed: bool = False
    tree_bottom_px: float = 0.0
    covered: tuple[tuple[float, float], ...] = ()

    @property
    def bottom_px(self) -> float:
        """Where the next lane begins."""
        return self.top_px + self.height_px


@dataclass(frozen=True)
class Layout:
    """Everything that the timeline shows of a window."""

    lanes: tuple[LaneBox, ...] = ()
    placed: tuple[Placed, ...] = ()
    height_px: float = 0.0
    seen: Span | None = None
    """The stretch of height (pixels) whose lanes are laid out; None where all are."""

    def at(self, place: QPointF, slack_px: float) -> Placed | None:
        """Give the thing at a place: the last drawn, which is the one that is seen."""
        near = (p for p in reversed(self.placed) if p.is_at(place, slack_px))
        return next(near, None)

    def find(self, id_: str | None) -> Placed | None:
        """Give the thing with this id, else what stands for it; None where nothing does."""
        found = self.own(id_)
        return found or next((p for p in self._counting if id_ in p.hidden), None)

    def own(self, id_: str | None) -> Placed | None:
        """Give the thing with this id; None where only a count stands for it, or nothing does."""
        return self._by_id.get(id_ or "")

    @cached_property
    def rows(self) -> int:
        """How many rows all lanes have; one that is empty has one."""
        return sum(max(box.rows, 1) for box in self.lanes)

    @cached_property
    def _by_id(self) -> dict[str, Placed]:
        return {placed.id: placed for placed in reversed(self.placed)}

    @cached_property
    def _counting(self) -> tuple[Placed, ...]:
        return tuple(placed for placed in self.placed if placed.hidden)

    @cached_property
    def _words(self) -> tuple[list[QRectF], Edges]:
        rects = [rect for placed in self.placed for rect in placed.word_rects]
        return rects, _edges(rects)

    @cached_property
    def _marks(self) -> tuple[list[Placed], Edges]:
        marked = [placed for placed in self.placed if placed.mark is not None]
        return marked, _edges(placed.mark for placed in marked if placed.mark is not None)

    def words_at(self, x_px: float, slack_px: float) -> list[QRectF]:
        """Give the words and signs that stand in a column."""
        rects, edges = self._words
        return [rects[n] for n in _in_column(edges, x_px, slack_px)]

    def marks_at(self, x_px: float, slack_px: float) -> list[Placed]:
        """Give the things whose mark stands in a column."""
        marked, edges = self._marks
        return [marked[n] for n in _in_column(edges, x_px, slack_px)]

    def between(self, top_px: float, bottom_px: float) -> tuple[LaneBox, ...]:
        """Give the lanes that reach into a stretch of height."""
        first = bisect_right(self.lanes, top_px, key=lambda box: box.bottom_px)
        stop = bisect_left(self.lanes, bottom_px, key=lambda box: box.top_px)
        return self.lanes[first:stop]

    def lane(self, id_: str) -> LaneBox | None:
        """Give the row of a lane; None where it is hidden or its group is collapsed."""
        return next((box for box in self.lanes if box.lane.id == id_), None)

    def titles(
        self, top_px: float, bottom_px: float, measures: Measures
    ) -> tuple[tuple[LaneBox, float], ...]:
        """Give the tops of the titles while a stretch of height is seen, those of groups last.

        The title of a lane that is partly scrolled out stays in sight below those of its groups,
        as long as any of its rows are.
        """
        first = bisect_right(self.lanes, top_px, key=lambda box: box.bottom_px)
        boxes = list(self.between(top_px, bottom_px))
        depth = boxes[0].depth if boxes else 0
        while depth > 0 and first > 0:
            first -= 1
            if self.lanes[first].depth < depth:
                boxes.append(self.lanes[first])
                depth = boxes[-1].depth
        row, pad = measures.row_px, measures.lane_pad_px
        boxes.sort(key=lambda box: -box.depth)
        lowest = [box.tree_bottom_px - pad - row for box in boxes]
        return tuple(
            (box, max(box.top_px + pad, min(top_px + box.depth * row, low)))
            for box, low in zip(boxes, lowest, strict=True)
        )
