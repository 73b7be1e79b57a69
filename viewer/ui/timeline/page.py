"""The timeline laid out for a session and a look, made anew only where something changed."""

import math
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF
from PySide6.QtGui import QImage

from viewer.geometry.time_scale import Frame
from viewer.model.course import discrepancies_about, part
from viewer.model.event import Event
from viewer.model.lanes import LaneRow, path_to, rows
from viewer.model.series import Statement
from viewer.model.time import Span
from viewer.session.session import Session
from viewer.ui.look import Look
from viewer.ui.small_pictures import SmallPictures
from viewer.ui.timeline.contents import Contents, contents_of
from viewer.ui.timeline.dense import is_dense, with_chosen
from viewer.ui.timeline.gutter import gutter_px, title_shown
from viewer.ui.timeline.layout import Form, lay_out
from viewer.ui.timeline.measures import Measures
from viewer.ui.timeline.noted import LaneNotes, NotedLanes
from viewer.ui.timeline.placed import LaneBox, Layout, Placed
from viewer.ui.timeline.saying import Saying
from viewer.ui.timeline.shaping import Ground, ground_of
from viewer.ui.timeline.studied import Studied
from viewer.ui.words.drawn_note_words import counted
from viewer.ui.words.fold_words import fold_long
from viewer.ui.words.tooltips import rich

translate = QCoreApplication.translate

_FIRST_VIEW = Span(0.0, 1000.0)
"""What is laid out of many lanes before a size is known (pixels)."""
SLACK_H = 0.15
"""How far beside a thing a click still hits it (lines)."""


class Page:
    """Contents, sizes and layout of a timeline, each kept until it is told to forget."""

    def __init__(self, session: Session, look: Look, pictures: SmallPictures | None = None) -> None:
        self._session = session
        self._pictures = pictures
        self._look = look
        self._measures: Measures | None = None
        self._contents: Contents | None = None
        self._rows: tuple[tuple[object, ...], tuple[LaneRow, ...]] | None = None
        self._gutter_px: int | None = None
        self._heights: dict[Form, int] = {}
        self._view = _FIRST_VIEW
        self._laid_out: tuple[Frame, Ground, Layout] | None = None
        self._chosen: tuple[str | None, Layout, Layout] | None = None
        self._laid_for: str | None = None
        self._noted = NotedLanes(session)
        self.studied = Studied(session)
        """Which studies with pictures the lanes show."""
        self.saying = Saying(session, self._noted, self.studied)
        """What it is called."""

    @property
    def measures(self) -> Measures:
        """The sizes that follow from the look."""
        if self._measures is None:
            self._measures = Measures(self._look)
        return self._measures

    @property
    def contents(self) -> Contents:
        """The lanes of the disclosed case."""
        if self._contents is None:
            session = self._session
            given = session.case, session.counting, session.language
            has_pictures = self._pictures is not None
            self._contents = contents_of(*given, self.studied.now, has_pictures=has_pictures)
        return self._contents

    def picture_of(self, id_: str) -> QImage | None:
        """Give the picture of the study that something stands for; asked for where it is none."""
        studies = self.contents.studies
        one = studies.by_event.get(id_) or studies.by_mark.get(id_)
        return None if one is None or self._pictures is None else self._pictures.of(one)

    @property
    def is_studied_otherwise(self) -> bool:
        """Whether other studies stand in the lanes than when they were read."""
        return self._contents is not None and self._contents.studies is not self.studied.now

    @property
    def rows(self) -> tuple[LaneRow, ...]:
        """The lanes that are shown, from top to bottom."""
        state = self._session.state
        key = state.hidden, state.collapsed, state.lane_order
        if self._rows is None or self._rows[0] != key:
            self._rows = key, rows(self.studied.now.lanes, state)
        return self._rows[1]

    @property
    def gutter_px(self) -> int:
        """The width of the left column that shows every lane's title whole."""
        if self._gutter_px is None:
            state = replace(self._session.state, hidden=frozenset(), collapsed=frozenset())
            every = rows(self.studied.now.lanes, state)
            self._gutter_px = gutter_px(self.contents, every, self.measures)
        return self._gutter_px

    @property
    def notes(self) -> LaneNotes:
        """What reviewers have added to what is shown."""
        return self._noted.of(self.rows)

    def forget_all(self) -> None:
        """Read the case and the look anew; another language changes both."""
        self._measures = None
        self._contents = None
        self._rows = None
        self._gutter_px = None
        self._heights.clear()
        self.forget_layout()

    def forget_layout(self) -> None:
        """Lay out anew."""
        self._laid_out = None

    def look_at(self, top_px: float, height_px: float) -> None:
        """Of very many lanes or events lay out those that a stretch of height shows."""
        self._view = Span(top_px, top_px + height_px)
        seen = self._laid_out[2].seen if self._laid_out is not None else None
        if seen is not None and not _holds(seen, self._view):
            self._laid_out = None

    def laid_out(self, frame: Frame) -> tuple[Ground, Layout]:
        """Give everything as it stands in a frame at the session's window.

        What is selected is drawn in a dense lane too, which changes nothing else. In any other
        lane that has no row for it one is added below.
        """
        if self._laid_out is not None and self._needs_other_row(self._laid_out[2]):
            self._laid_out = None
        self._laid_for = self._session.state.selection
        if self._laid_out is None or self._laid_out[0] != frame:
            state, session = self._session.state, self._session
            kept = self.studied.kept
            ground = ground_of(session.case, state, frame, self.measures, kept)
            of = self.contents, self.rows, session.problems
            self._laid_out = frame, ground, lay_out(*of, ground, self._heights, self._view)
        _, ground, layout = self._laid_out
        return ground, self._with_chosen(layout, ground)

    def _needs_other_row(self, layout: Layout) -> bool:
        """Tell whether what was selected has a row more, or what is selected now wants one."""
        before, now = self._laid_for, self._session.state.selection
        if before == now:
            return False
        own, holder = layout.own(before), layout.find(now)
        had_one = own is not None and any(
            before in placed.hidden for placed in layout.placed if placed.lane == own.lane
        )
        box = None if holder is None else layout.lane(holder.lane)
        is_packed = box is not None and not box.is_collapsed and not is_dense(layout, box.lane.id)
        wants_one = is_packed and layout.own(now) is None
        return had_one or wants_one

    def _with_chosen(self, layout: Layout, ground: Ground) -> Layout:
        selection, known = self._session.state.selection, self._chosen
        if known is None or known[0] != selection or known[1] is not layout:
            chosen, drawn = part(self._session.case, selection), layout
            if isinstance(chosen, Event):
                drawn = with_chosen(layout, chosen, self.contents, ground)
            known = self._chosen = selection, layout, drawn
        return known[2]

    def height_px(self, frame: Frame) -> int:
        """Give the height that all lanes take."""
        # Rows that were fitted to a room must not outgrow it by the last digit of a sum.
        return math.ceil(self.laid_out(frame)[1].height_px - 1e-6) + 1

    def usual_height_px(self, frame: Frame) -> int:
        """Give the height that shows all lanes with rows of their usual height."""
        rows, lanes = self._counts(frame)
        usual = Measures(self._look)
        return math.ceil(rows * usual.row_px + 2 * lanes * usual.lane_pad_px) + 1

    def fit(self, frame: Frame, room_px: int) -> None:
        """Lower the rows where that shows all lanes of the whole course in `room_px`.

        Not done while the window moves, so that rows keep their height then.
        """
        before = self.measures.looseness
        self.measures.fit(*self._counts(frame), room_px - 1)
        if self.measures.looseness != before:
            self.forget_layout()

    def _counts(self, frame: Frame) -> tuple[int, int]:
        layout = self.laid_out(frame)[1]
        return layout.rows, len(layout.lanes)

    def meant_by(self, thing: Placed, place: QPointF) -> str:
        """Give the id that a click on a thing selects: at its sign the disagreement itself."""
        if thing.sign_at(place, SLACK_H * self.measures.h_px) == "disagreement":
            about = discrepancies_about(self._session.case, thing.id)
            if about:
                return about[0].id
        return thing.id

    def told_at(
        self, place: QPointF, offset_px: float, frame: Frame, thing: Placed | None
    ) -> tuple[str, QRect]:
        """Give the tooltip at a place of the viewport, and the rectangle that it holds for."""
        if place.x() < frame.gutter_px:
            return self.lane_tooltip(place.y(), offset_px, frame), QRect()
        if thing is not None:
            rect = thing.bounds.translated(0, -offset_px).toAlignedRect()
            return self.saying.tooltip_of(thing), rect
        gap = self.laid_out(frame)[0].drawn.scale.gap_at(place.x())
        return "" if gap is None else rich([fold_long(gap.days)]), QRect()

    def shown_for(self, id_: str | None, frame: Frame) -> QRectF | None:
        """Give where a thing stands, or its lane where that is not laid out; None where neither."""
        layout = self.laid_out(frame)[1]
        found = layout.find(id_)
        if found is not None:
            return found.bounds
        chosen = part(self._session.case, id_)
        lane = chosen.lane if isinstance(chosen, Event | Statement) else None
        for one in path_to(self._session.case.lanes, lane):
            box = layout.lane(one)
            if box is not None and (box.is_collapsed or one == lane):
                return QRectF(0, box.top_px, 1, box.height_px)
        return None

    def box_at(self, y_px: float, offset_px: float, frame: Frame) -> LaneBox | None:
        """Give the lane whose title, or else whose rows, stand at a height of the view."""
        layout = self.laid_out(frame)[1]
        titles = layout.titles(offset_px, offset_px + 1.0, self.measures)
        for box, top in reversed(titles):
            if 0 <= y_px + offset_px - top < self.measures.row_px:
                return box
        return next(iter(layout.between(y_px + offset_px, y_px + offset_px + 0.5)), None)

    def lane_tooltip(self, y_px: float, offset_px: float, frame: Frame) -> str:
        """Give the title of the lane at a height of the view, where it is drawn shortened."""
        box = self.box_at(y_px, offset_px, frame)
        if box is None:
            return ""
        whole = box.lane.title.pick(self._session.language)
        notes = self.notes.counts.get(box.lane.id, 0)
        given = self._session.language, frame.gutter_px, self.measures, notes
        is_whole = title_shown(box, *given) == whole
        return rich([whole, counted(notes) if notes else ""]) if notes or not is_whole else ""


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
