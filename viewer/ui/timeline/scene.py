"""What one picture of the timeline shows."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from viewer.geometry.ticks import TICK_ROOM_EM, Tick, ticks
from viewer.geometry.time_scale import Frame, TimeScale
from viewer.model.event_times import Flags
from viewer.model.kept import Kept
from viewer.model.numbering import Counting
from viewer.ui.timeline.contents import Ids
from viewer.ui.timeline.measures import Measures
from viewer.ui.timeline.noted import NO_NOTES, LaneNotes
from viewer.ui.timeline.placed import LaneBox, Layout, Placed
from viewer.ui.timeline.shaping import Ground
from viewer.ui.widgets.found_words import Forms


def _no_picture(_: str) -> None:
    """Give none: where nobody makes any."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What one picture of the timeline shows; `offset_px` is how far it is scrolled down."""

    layout: Layout
    ground: Ground
    counting: Counting
    frame: Frame
    width_px: float
    height_px: float
    offset_px: float = 0.0
    selection: str | None = None
    highlights: frozenset[str] = frozenset()
    """Ids of what is washed in the highlighter's colour."""
    hover: str | None = None
    horizon_end: float | None = None
    """The moment the axis ends at under a horizon (days)."""
    forms: Forms = ()
    """What is sought, to be underlined."""
    kept: Kept | None = None
    """What the filter keeps; all of it without one."""
    left_out: frozenset[str] = frozenset()
    """The ids of the marks of studies that the filter leaves out."""
    found: Flags | None = None
    """Of each event, statement and mark of a study, whether it holds what is sought."""
    notes: LaneNotes = NO_NOTES
    """What reviewers have added."""
    picture_of: Callable[[str], QImage | None] = _no_picture
    """Gives the small picture of the study that an event or mark stands for, once it is there."""

    @property
    def measures(self) -> Measures:
        """The sizes it is drawn in."""
        return self.ground.measures

    @property
    def scale(self) -> TimeScale:
        """Days to pixels."""
        return self.ground.drawn.scale

    def is_faint(self, placed: Placed) -> bool:
        """Whether the filter leaves a thing out; what is selected is drawn whole.

        A mark for several is faint where it leaves out all of them.
        """
        subject, hidden = placed.subject, placed.hidden
        if self.kept is None or placed.id == self.selection:
            return placed.is_left_out
        if subject is not None:
            return subject.id in self.left_out or not self.kept.has(subject)
        if not hidden or placed.is_left_out or self.is_selected(placed):
            return placed.is_left_out
        if isinstance(hidden, Ids) and self.ground.kept is not None:
            return not hidden.any_of(self.ground.kept)
        return not any(self.kept.has_id(id_) and id_ not in self.left_out for id_ in hidden)

    def is_found(self, placed: Placed) -> bool:
        """Whether a mark stands for something that holds what is sought."""
        hidden = placed.hidden
        return self.found is not None and isinstance(hidden, Ids) and hidden.any_of(self.found)

    def is_selected(self, placed: Placed) -> bool:
        """Whether a thing, or one of those that it counts, is selected."""
        chosen = self.selection
        return chosen is not None and (chosen == placed.id or chosen in placed.hidden)

    def is_highlighted(self, placed: Placed) -> bool:
        """Whether a thing, or one of those that it counts, is highlighted."""
        return placed.id in self.highlights or any(id_ in placed.hidden for id_ in self.highlights)

    @property
    def lanes(self) -> tuple[LaneBox, ...]:
        """The lanes that the scrolled view shows."""
        return self.layout.between(self.offset_px, self.offset_px + self.height_px)

    @property
    def shown(self) -> list[Placed]:
        """The things of the lanes that the scrolled view shows, and of their neighbours."""
        top, slack = self.offset_px, self.measures.row_px
        near = self.layout.between(top - slack, top + self.height_px + slack)
        ids = {box.lane.id for box in near}
        return [placed for placed in self.layout.placed if placed.lane in ids]


@contextmanager
def within(painter: QPainter, rect: QRectF) -> Iterator[None]:
    """Paint only inside a rectangle."""
    painter.save()
    try:
        painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
        yield
    finally:
        painter.restore()


def ticks_in(scale: TimeScale, measures: Measures, counting: Counting) -> tuple[Tick, ...]:
    """Give the ticks of a scale with the room that their labels need."""
    return ticks(scale, TICK_ROOM_EM * measures.em_px, counting)
