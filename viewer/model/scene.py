"""Scenes: saved views of the course for a conference. A deck is a list of them, in order."""

from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from viewer.model import problem_texts
from viewer.model.label_kinds import Kind
from viewer.model.part import DAY_LIMIT, Day, Flag, Id, Number, Part, Text, Token
from viewer.model.plot_choices import ScaleKind
from viewer.model.time import Span

MOST_SECONDS = 86_400
Horizon = Annotated[int, Field(strict=True, ge=-DAY_LIMIT, le=DAY_LIMIT)]


class Days(Part):
    """The days [start, end)."""

    start: Day
    end: Day

    @model_validator(mode="after")
    def _ends_after_start(self) -> Self:
        if self.end <= self.start:
            raise ValueError(problem_texts.ENDS_BEFORE_START)
        return self

    @property
    def span(self) -> Span:
        """The same as a span."""
        return Span(self.start, self.end)


class Labels(Part):
    """How days are labelled."""

    kind: Kind
    zero: Id | None = None
    """The event that days count from; the case's own day zero where it is left out."""


class Drawing(Part):
    """How values are drawn; what is left out stays as it is at first."""

    converted: tuple[Token, ...] = ()
    """Analytes in their other unit."""
    scale: ScaleKind = "auto"
    scales: Annotated[dict[Id, ScaleKind], Field(default_factory=dict)]
    """The scales of single series, by their ids."""
    is_shared: Flag = False
    is_overlay: Flag = False
    follows_window: Flag = False


class SeenPicture(Part):
    """Which picture of a study is looked at, and in which greys; the picture's own, left out."""

    study: Annotated[str, StringConstraints(min_length=1, max_length=100)]
    """Id of a study of the case, or of an annotation that adds one."""
    picture: Token
    """The picture's `key` (`viewer.model.pictures.Frame`)."""
    centre: Number | None = None
    width: Annotated[float, Field(strict=True, allow_inf_nan=False, gt=0)] | None = None


class Scene(Part):
    """One saved view for a conference."""

    id: Id
    title: Text
    notes: Text | None = None
    """What the presenter wants to say; the room never sees it."""
    planned_s: Annotated[int, Field(strict=True, ge=0, le=MOST_SECONDS)] | None = None
    """For how long it is meant to be shown (seconds)."""
    horizon: Horizon | None = None
    """Nothing after the end of this day is shown; all of the course where it is left out."""
    window: Days | None = None
    """The days in view; the whole course, as far as it is shown, where it is left out."""
    cursor: Day | None = None
    select: Id | None = None
    highlights: tuple[Id, ...] = ()
    """Ids of the parts that are washed in the highlighter's colour."""
    hidden: tuple[Id, ...] = ()
    """Ids of the lanes and series that are not shown."""
    collapsed: tuple[Id, ...] = ()
    """Ids of the lanes that are shown as one row."""
    lane_order: tuple[Id, ...] = ()
    """Ids of the lanes in order; the case's order where it is left out."""
    folds: tuple[Days, ...] = ()
    """Days that are folded away."""
    panel: Token | None = None
    """The panel beside the chart, such as "imaging"; none where it is left out."""
    picture: SeenPicture | None = None
    """What the imaging panel shows; as for anybody who opens it, where it is left out."""
    labels: Labels | None = None
    drawing: Drawing | None = None
    annotations: Flag = False
    """Whether the room sees what reviewers have added."""
