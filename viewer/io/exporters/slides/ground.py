"""What the chart of a slide is laid out on: the scene's state, its columns and sizes."""

import math
from dataclasses import dataclass, replace
from functools import cached_property

from viewer.geometry.bars import BarShape, Drawn
from viewer.geometry.labels import Spacing
from viewer.geometry.time_scale import TimeScale
from viewer.io.exporters.slides.look import Look
from viewer.io.exporters.slides.slide_words import SlideWords
from viewer.io.exporters.slides.things import Run
from viewer.io.exporters.slides.type_sizes import LINE, width
from viewer.model.case import Case
from viewer.model.course import course_end, death_moment
from viewer.model.numbering import Counting
from viewer.model.time import Span
from viewer.model.view_state import ViewState

SMALL = 0.86
"""Second text against the font of the chart."""
LEAST_PT = 9.0
"""No text of a chart is smaller (points)."""
ROW_H = (1.15, 1.75)
"""The least and the greatest height of a row (lines)."""
STROKE_PT = 1.0


@dataclass(frozen=True)
class Told:
    """The disclosed case of a scene, what is shown of it, and how it is said."""

    case: Case
    state: ViewState
    counting: Counting
    words: SlideWords
    look: Look

    @property
    def language(self) -> str:
        """The language of the case's own texts."""
        return self.words.language

    def say(self, text: str, **values: object) -> str:
        """Give a text of the slides with its braces filled."""
        return self.words.say(text).format(**values)


@dataclass(frozen=True)
class Ground:
    """A chart's columns and sizes (points); its rows are `loose` from 0 to 1."""

    told: Told
    em_pt: float
    gutter_left: float
    scale: TimeScale
    before_pt: float = 0.0
    """The width of the strip for values that lie before the day count."""
    loose: float = 0.0

    # -- sizes --------------------------------------------------------------------------------

    @property
    def h(self) -> float:
        """The height of a line."""
        return LINE * self.em_pt

    @property
    def small_pt(self) -> float:
        """The font of second text."""
        return max(LEAST_PT, SMALL * self.em_pt)

    @property
    def row_pt(self) -> float:
        """The height of one row of a lane."""
        return (ROW_H[0] + (ROW_H[1] - ROW_H[0]) * self.loose) * self.h

    @property
    def bar_pt(self) -> float:
        """The height of a bar."""
        return self.row_pt - (0.22 + 0.2 * self.loose) * self.h

    @property
    def mark_pt(self) -> float:
        """The size of a mark."""
        return 0.75 * self.h

    @property
    def sign_pt(self) -> float:
        """The size of the sign of an outcome."""
        return 0.85 * self.h

    @property
    def pad_pt(self) -> float:
        """The room above the first and below the last row of a lane."""
        return (0.1 + 0.2 * self.loose) * self.h

    @property
    def spacing(self) -> Spacing:
        """The distances that labels keep."""
        h = self.h
        return Spacing(
            inner_px=0.5 * h, off_px=0.5 * h, word_px=0.4 * h, apart_px=0.75 * h, least_px=3 * h
        )

    def loosened(self, share: float) -> "Ground":
        """Give the same with rows of another height."""
        return replace(self, loose=min(max(share, 0.0), 1.0))

    # -- columns ------------------------------------------------------------------------------

    @property
    def left(self) -> float:
        """Where the time axis begins."""
        return self.scale.left_px

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.scale.right_px

    @property
    def gutter_right(self) -> float:
        """Where the gutter ends, before the strip for what lies before the day count."""
        return self.left - self.before_pt

    @property
    def room(self) -> tuple[float, float]:
        """The columns that words may take."""
        pad = 0.25 * self.h
        return self.gutter_right + pad, self.right - pad

    @cached_property
    def limit(self) -> float:
        """The moment beyond which nothing is drawn that has no end of its own (days)."""
        return course_end(self.told.case, self.told.state.horizon)

    @cached_property
    def drawn(self) -> Drawn:
        """What the shapes of times are drawn on."""
        return Drawn(self.scale, self.em_pt, self.limit)

    @cached_property
    def death(self) -> Span | None:
        """The moment of death and the end of that day."""
        moment = death_moment(self.told.case)
        return None if moment is None else Span(moment, math.floor(moment) + 1.0)

    def clipped(self, shape: BarShape) -> float:
        """Give the last column of a bar that is seen; one that ends that day ends at death."""
        right = shape.clip_right_px
        if self.death is not None:
            line, day_end = (self.scale.x(day) for day in self.death)
            if min(shape.right_px, shape.clip_right_px) <= day_end + 0.5:
                right = min(right, line)
        return right

    # -- words --------------------------------------------------------------------------------

    def name_run(self, text: str) -> Run:
        """Give the words of a name."""
        return Run(text, self.em_pt, self.told.look.role("ink"), is_bold=True)

    def second_run(self, text: str) -> Run:
        """Give second words, such as a time."""
        return Run(text, self.small_pt, self.told.look.role("ink_2"))

    def said_run(self, text: str) -> Run:
        """Give the words of a statement: slanted, unless the letters have no slanted form."""
        is_slanted = not self.told.language.startswith("ja")
        return Run(text, self.small_pt, self.told.look.role("ink_2"), is_italic=is_slanted)


def run_width(run: Run) -> float:
    """Give the width of words (points)."""
    return width(run.text, run.size_pt, run.is_bold)
