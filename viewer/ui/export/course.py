"""What makes a figure a clinical-course chart: moments as arrows on top, all of it in black.

The chart that Japanese reports draw by hand has what was done at a moment as arrows above, what
went on as bars below them, then the values, on one axis of days.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF

from viewer.geometry.arrows import Arrow, Wanted, place_arrows
from viewer.geometry.bars import Drawn, point_shape
from viewer.geometry.time_scale import Frame, TimeScale
from viewer.model.case import Case
from viewer.model.event import Event
from viewer.model.part import words_of
from viewer.model.time import Instant
from viewer.session.session import Session
from viewer.ui.look import Look
from viewer.ui.marks.shaped import draw_point_bounds
from viewer.ui.marks.strokes import kept, line_across, line_down
from viewer.ui.text_sizes import TextSizes
from viewer.ui.theme import KINDS, Theme
from viewer.ui.words.time_words import when_short

LIFTED = ("encounter", "procedure", "outcome")
"""Lanes of these kinds stand as arrows where all that is in them are moments."""
MOST_ARROWS = 14
ROW_H, FOOT_H, HEAD_H = 1.5, 1.0, 0.5
"""The height of a row of words, of the arrow heads below them, and of the head itself (lines)."""
GAP_EM = 0.5
INK, GREY, PALE, PAPER = QColor(0, 0, 0), QColor(90, 90, 90), QColor(238, 238, 238), QColor("white")


def in_black(theme: Theme) -> Theme:
    """Give a theme in which only shapes and greys tell things apart, as print has them."""
    kinds: Mapping[str, QColor] = dict.fromkeys(KINDS, INK)
    return replace(
        theme,
        kinds=kinds,
        tint_fraction=0.22,
        ink=INK,
        ink_2=QColor(40, 40, 40),
        ink_3=GREY,
        after=PAPER,
        level_1=PAPER,
        level_1_edge=INK,
        level_2=PALE,
        level_2_edge=INK,
        reference=PALE,
        reference_edge=GREY,
        statement=PAPER,
        statement_edge=INK,
    )


def lifted(case: Case) -> frozenset[str]:
    """Give the ids of the lanes that stand as arrows."""
    found, left = set[str](), MOST_ARROWS
    counts = Counter(case.events.column("lane"))
    for lane in case.lanes:
        if lane.kind not in LIFTED or not 0 < counts[lane.id] <= left:
            continue  # of a long course no event is made for this
        if all(isinstance(one.when, Instant) for one in case.events if one.lane == lane.id):
            found.add(lane.id)
            left -= counts[lane.id]
    return frozenset(found)


class _Said(NamedTuple):
    """An event with its words as they find room."""

    event: Event
    kind: str
    name: str
    when: str


@dataclass(frozen=True)
class Placed:
    """An arrow on the page."""

    said: _Said
    arrow: Arrow


class Arrows:
    """The moments of a course on the axis of a chart."""

    def __init__(
        self, session: Session, look: Look, frame: Frame, lanes: frozenset[str], width_px: float
    ) -> None:
        self._sizes, self._frame, self._width = TextSizes(look), frame, width_px
        state = session.state
        self.scale: TimeScale = frame.scale(state.window, state.folds)
        self.placed = tuple(self._place(tuple(_said(session, lanes))))

    @property
    def height_px(self) -> float:
        """How high they are (dots)."""
        rows = 1 + max((one.arrow.row for one in self.placed), default=0)
        return (rows * ROW_H + FOOT_H) * self._sizes.h_px if self.placed else 0.0

    @property
    def marked(self) -> tuple[float, ...]:
        """Where lines go on through the whole chart: the days of procedures (dots)."""
        return tuple(one.arrow.x_px for one in self.placed if one.said.kind == "procedure")

    def paint_on(self, painter: QPainter) -> None:
        """Paint them from the top, with the line that they stand on."""
        if not self.placed:
            return
        sizes, theme = self._sizes, self._sizes.theme
        foot = self.height_px - theme.stroke_scale
        for one in self.placed:
            arrow = one.arrow
            top = foot - (FOOT_H + (arrow.row + 0.5) * ROW_H) * sizes.h_px
            line_down(
                painter, arrow.x_px, top, foot, width_px=1.5 * theme.stroke_scale, brush=theme.ink
            )
            self._paint_head(painter, arrow.x_px, foot)
            self._paint_bounds(painter, one, foot)
            self._paint_words(painter, one, foot)
        line_across(painter, 0, self._width, foot, width_px=2 * theme.stroke_scale, brush=theme.ink)

    # -- placing ------------------------------------------------------------------------------

    def _place(self, all_said: tuple[_Said, ...]) -> Iterator[Placed]:
        """Place all; of what finds no room the time is left out first, and then the end."""
        sizes, right = self._sizes, self._width
        seen = [said for said in all_said if self._is_seen(said)]
        gap, left = GAP_EM * sizes.em_px, self._frame.gutter_px
        for shorten in (_whole, _without_time, self._cut):
            short = [shorten(said) for said in seen]
            wanted = [Wanted(self._x(said), self._width_of(said)) for said in short]
            arrows = place_arrows(wanted, left, right, gap)
            if None not in arrows:
                break
        for said, arrow in zip(short, arrows, strict=True):
            if arrow is not None:
                yield Placed(said, arrow)

    def _cut(self, said: _Said) -> _Said:
        room = 9 * self._sizes.em_px
        return said._replace(name=self._sizes.elided(said.name, "strong", room), when="")

    def _width_of(self, said: _Said) -> float:
        gap = GAP_EM * self._sizes.em_px if said.when else 0.0
        return self._sizes.width(said.name, "strong") + gap + self._sizes.width(said.when, "when")

    def _x(self, said: _Said) -> float:
        return self.scale.x(said.event.when.anchor)

    def _is_seen(self, said: _Said) -> bool:
        return self._frame.left_px <= self._x(said) <= self.scale.right_px + 1

    # -- painting -----------------------------------------------------------------------------

    def _paint_head(self, painter: QPainter, x: float, foot: float) -> None:
        height = HEAD_H * self._sizes.h_px
        half = 0.4 * height
        corners = [QPointF(x - half, foot - height), QPointF(x + half, foot - height)]
        with kept(painter):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._sizes.theme.ink)
            painter.drawPolygon(QPolygonF([*corners, QPointF(x, foot)]))

    def _paint_bounds(self, painter: QPainter, one: Placed, foot: float) -> None:
        """Draw between which days it was, or that it was before or after."""
        when = one.said.event.when
        assert isinstance(when, Instant)  # only moments are lifted
        drawn = Drawn(self.scale, self._sizes.em_px)
        shape = point_shape(when, drawn, one.said.event.evidence.kind)
        y = foot - (FOOT_H - 0.2) * self._sizes.h_px
        tick = 0.4 * self._sizes.h_px
        draw_point_bounds(painter, shape, y, one.said.kind, self._sizes.theme, tick_px=tick)

    def _paint_words(self, painter: QPainter, one: Placed, foot: float) -> None:
        sizes, arrow = self._sizes, one.arrow
        top = foot - (FOOT_H + (arrow.row + 1) * ROW_H) * sizes.h_px
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        name_px = sizes.width(one.said.name, "strong")
        painter.setFont(sizes.font("strong"))
        painter.setPen(sizes.theme.ink)
        room = QRectF(arrow.left_px, top, arrow.width_px + sizes.em_px, ROW_H * sizes.h_px)
        painter.drawText(room, flags, one.said.name)
        painter.setFont(sizes.font("when"))
        painter.setPen(sizes.theme.ink_2)
        room.setLeft(arrow.left_px + name_px + GAP_EM * sizes.em_px)
        painter.drawText(room, flags, one.said.when)


def _whole(said: _Said) -> _Said:
    return said


def _without_time(said: _Said) -> _Said:
    return said._replace(when="")


def _said(session: Session, lanes: frozenset[str]) -> Iterator[_Said]:
    case, language = session.case, session.language
    if not lanes:
        return
    kinds = {lane.id: lane.kind for lane in case.lanes}
    for event in case.events:
        if event.lane in lanes:
            name = words_of(event.title).pick(language)
            when = when_short(event.when, session.counting, language)
            yield _Said(event, kinds[event.lane], name, when)
