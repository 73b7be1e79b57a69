"""What reviewers add to a case: notes, marks, measurements, events and values of their own.

An annotation never changes the case. It belongs to one author, whose id its own id begins with,
so that nobody has to be asked whose it is.
"""

from collections.abc import Mapping
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Discriminator, Field, StringConstraints, model_validator

from viewer.model import problem_texts
from viewer.model.part import Day, Flag, Id, Number, Part, Token
from viewer.model.scene import Scene
from viewer.model.time import Span, When

MOST_TEXT = 20_000
"""A note is at most this long (characters)."""
MOST_TAGS = 50
MOST_TITLE = 500
MOST_SERIES = 1_000


def whole_text(text: str) -> str:
    """Give a text that every file can hold: halves of letters become U+FFFD, pairs one letter."""
    if text.isascii():
        return text
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def _whole_text(given: object) -> object:
    return whole_text(given) if isinstance(given, str) else given


Whole = BeforeValidator(_whole_text)
"""For what a person types or pastes."""

AuthorId = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{12}$")]
AnnotationId = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{12}-[0-9a-f]{16}$")]
"""The author's id, a hyphen and a number of its own."""
Words = Annotated[str, Whole, StringConstraints(max_length=MOST_TEXT)]
Tag = Annotated[str, Whole, StringConstraints(min_length=1, max_length=100)]
PlaceName = Annotated[str, Whole, StringConstraints(min_length=1, max_length=4_000)]
"""A path, or what is named by one."""
PersonName = Annotated[str, Whole, StringConstraints(min_length=1, max_length=200)]

Kind = Literal[
    "note",
    "mark",
    "outcome",
    "event",
    "value",
    "measure",
    "reply",
    "resolve",
    "reopen",
    "scene",
    "shape",
    "study",
]
"""A shape is a measurement on a picture, a study one whose pictures the case lacks."""
ANSWERS: tuple[Kind, ...] = ("reply", "resolve", "reopen")
"""They are told in the thread of what they answer, and stand nowhere themselves."""
ADDITIONS: tuple[Kind, ...] = ("event", "value", "study")
"""They say what the case lacks, and are told with who has added it."""
UNLISTED: tuple[Kind, ...] = (*ANSWERS, "scene")
"""What is not listed by itself; scenes form a deck."""
MarkWord = Literal["important", "question", "disagree", "done"]


_NEEDED: dict[Kind, str] = {
    "mark": "mark",
    "outcome": "outcome",
    "event": "event",
    "value": "value",
    "measure": "second_day",
    "scene": "scene",
    "shape": "measured",
    "study": "study",
}
"""What an annotation of some kinds has to have."""


class OnPart(Part):
    """A part of the case, such as an event, a discrepancy or a study."""

    type: Literal["Part"] = "Part"
    part: Id


class OnDay(Part):
    """A day, or a moment of one."""

    type: Literal["Day"] = "Day"
    day: Day


class OnPeriod(Part):
    """The days [start, end)."""

    type: Literal["Period"] = "Period"
    start: Day
    end: Day

    @model_validator(mode="after")
    def _ends_after_start(self) -> Self:
        if self.end <= self.start:
            raise ValueError(problem_texts.ENDS_BEFORE_START)
        return self


class OnPoint(Part):
    """A place in a plot: a moment and a value, in the unit of the series."""

    type: Literal["Point"] = "Point"
    series: Id
    day: Day
    value: Number


class OnBox(Part):
    """A box in a plot: the days [start, end) and the values from low to high."""

    type: Literal["Box"] = "Box"
    series: Id
    start: Day
    end: Day
    low: Number
    high: Number

    @model_validator(mode="after")
    def _has_sides(self) -> Self:
        if self.end <= self.start or self.high < self.low:
            raise ValueError(problem_texts.ENDS_BEFORE_START)
        return self


class OnCase(Part):
    """The case as a whole."""

    type: Literal["Case"] = "Case"


class OnAnnotation(Part):
    """Another annotation, as a reply has it."""

    type: Literal["Annotation"] = "Annotation"
    annotation: AnnotationId


Coordinate = Annotated[float, Field(strict=True, allow_inf_nan=False, ge=-1e7, le=1e7)]
ShapeKind = Literal["point", "line", "angle", "box", "ellipse", "polygon"]
MOST_CORNERS = 500
_CORNERS: dict[ShapeKind, tuple[int, int]] = {
    "point": (1, 1),
    "line": (2, 2),
    "angle": (3, 3),
    "box": (2, 2),
    "ellipse": (2, 2),
    "polygon": (3, MOST_CORNERS),
}


class PictureShape(Part):
    """Something drawn on a picture, in its own pixels: x to the right, y down.

    The first pixel covers 0 to 1 on both axes; on a slide they are pixels of its finest level.
    A box and an ellipse are given by two opposite corners, an angle by arm, vertex, arm.
    """

    kind: ShapeKind
    points: Annotated[
        tuple[tuple[Coordinate, Coordinate], ...], Field(min_length=1, max_length=MOST_CORNERS)
    ]

    @model_validator(mode="after")
    def _has_corners(self) -> Self:
        least, most = _CORNERS[self.kind]
        if not least <= len(self.points) <= most:
            raise ValueError(problem_texts.ANNOTATION_INCOMPLETE)
        return self


class OnImage(Part):
    """A place on one picture of a study."""

    type: Literal["Image"] = "Image"
    study: Annotated[str, StringConstraints(min_length=1, max_length=100)]
    """Id of a study of the case, or of an annotation that adds one."""
    picture: Token
    """The picture's `key` (`viewer.model.pictures.Frame`)."""
    shape: PictureShape | None = None


class OnSlide(Part):
    """A place on a slide of a report."""

    type: Literal["Slide"] = "Slide"
    report: Id
    slide: Token
    """The slide's path in the case."""
    shape: PictureShape | None = None


Target = Annotated[
    OnPart | OnDay | OnPeriod | OnPoint | OnBox | OnCase | OnAnnotation | OnImage | OnSlide,
    Discriminator("type"),
]


class ConferenceOutcome(Part):
    """What a conference came to."""

    question: Words = ""
    decision: Words = ""
    who: Words = ""
    """Who does it."""


class AddedEvent(Part):
    """An event that the case lacks, as a reviewer knows it."""

    title: Annotated[str, Whole, StringConstraints(min_length=1, max_length=MOST_TITLE)]
    lane: Id | None = None
    """Id of the lane that it belongs to."""
    when: When


class AddedValue(Part):
    """A measurement that the case lacks, in the unit of its series."""

    series: Id
    day: Day
    value: Number
    unit: Token


Extent = Annotated[float, Field(strict=True, allow_inf_nan=False, ge=0, le=1e9)]
Statistic = Annotated[float, Field(strict=True, allow_inf_nan=False, ge=-1e12, le=1e12)]


class Measured(Part):
    """What was measured on a picture; what is None has not been, or could not be."""

    length_mm: Extent | None = None
    angle_deg: Annotated[Extent, Field(le=360)] | None = None
    area_mm2: Extent | None = None
    mean: Statistic | None = None
    sd: Annotated[Statistic, Field(ge=0)] | None = None
    unit: Token | None = None
    """Of `mean` and `sd`, such as "HU"; None where the file does not say."""
    lesion: Token | None = None
    """The lesion whose diameter it is: the same name in another study is the same lesion."""
    is_node: Flag = False
    is_at_detector: Flag = False
    """Whether lengths hold at the detector of a projection; in the patient they are smaller."""


class AddedStudy(Part):
    """A study that the case lacks, with pictures that lie where its author says."""

    title: Annotated[str, Whole, StringConstraints(min_length=1, max_length=MOST_TITLE)]
    modality: Token
    when: When
    path: PlaceName | None = None
    """Relative to the case's own folder where they lie in or beside it, else absolute; None where
    it is not known here, as in what was exported: it is a place on its author's computer."""
    series: Annotated[tuple[PlaceName, ...], Field(max_length=MOST_SERIES)] = ()
    """The keys of the series there that belong to it; all of them where it names none."""

    @property
    def names(self) -> tuple[str, ...]:
        """Its title, and its modality where the title does not say that."""
        is_said = self.modality.casefold() in self.title.casefold()
        return (self.title,) if is_said else (self.title, self.modality)


class DeckScene(Part):
    """A scene of its author's deck."""

    rank: Number
    """Scenes of a deck stand in the order of their ranks."""
    scene: Scene
    is_gone: Flag = False
    """Whether it was the last of its deck and was taken out: the deck is empty, and not undone."""


class Content(Part):
    """What an annotation says, and of what."""

    kind: Kind
    target: Target
    text: Words = ""
    """Markdown, shown as plain formatted text."""
    tags: Annotated[tuple[Tag, ...], Field(max_length=MOST_TAGS)] = ()
    mark: MarkWord | None = None
    outcome: ConferenceOutcome | None = None
    event: AddedEvent | None = None
    value: AddedValue | None = None
    scene: DeckScene | None = None
    measured: Measured | None = None
    study: AddedStudy | None = None
    second_day: Day | None = None
    """Where a measured distance ends."""
    known_from: Day | None = None
    """The last day that its author had seen; under a horizon before it the annotation is hidden."""

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        needed = _NEEDED.get(self.kind)
        if needed is not None and getattr(self, needed) is None:
            raise ValueError(problem_texts.ANNOTATION_INCOMPLETE)
        return self

    @property
    def is_addition(self) -> bool:
        """Whether it says what the case lacks: it is told with who has added it."""
        return self.added is not None or self.value is not None

    @property
    def added(self) -> AddedEvent | AddedStudy | None:
        """What it adds to the course, with a title and a time of its own."""
        return self.event or self.study

    @property
    def span(self) -> Span | None:
        """The days that it stands on; None where its target has them, or has none."""
        match self.target:
            case OnDay(day=day) | OnPoint(day=day):
                return Span(day, day)
            case OnPeriod(start=start, end=end) | OnBox(start=start, end=end):
                return Span(start, end)
        return None


class Unfinished(Content):
    """What is being typed where an annotation cannot say it as it stands; no journal has it.

    A number may be half typed, or a text too long. As an annotation it says what could last be
    said.
    """

    typed: Mapping[str, Annotated[str, Whole]]
    """What stands in the fields, by their names."""

    @property
    def content(self) -> Content:
        """What could last be said, as an annotation says it."""
        return Content.model_validate(self.model_dump(exclude={"typed"}, exclude_none=True))


class Author(Part):
    """Who made an annotation."""

    id: AuthorId
    name: PersonName


def owner_of(id_: str) -> str:
    """Give the id of the author whose annotation it is."""
    return id_.split("-", maxsplit=1)[0]
