"""Drawing on a slide: what is being drawn, and what it becomes when it is done."""

from collections.abc import Callable
from functools import partial
from typing import Literal

from PySide6.QtCore import QCoreApplication

from viewer.geometry.slides import UM_PER_MM, ellipse_um2, length_um, polygon_um2
from viewer.model.annotating import Edit
from viewer.model.annotation import MOST_CORNERS, Content, Measured, OnSlide, PictureShape
from viewer.model.slides import SlideInfo
from viewer.session.session import Session

translate = QCoreApplication.translate

Tool = Literal["line", "ellipse", "polygon", "box"]
MEASURING: tuple[Tool, ...] = ("line", "ellipse", "polygon")
"""What gives a length or an area, and needs the size of a pixel for it."""
Place = tuple[float, float]
AskAuthor = Callable[[Callable[[], None]], None]
"""Asks who annotates, then does something."""


class Drawing:
    """The shape that a person is drawing on one slide; at most one at a time."""

    def __init__(self, session: Session, ask_author: AskAuthor) -> None:
        self._session = session
        self._ask_author = ask_author
        self.tool: Tool | None = None
        self.points: tuple[Place, ...] = ()
        """Its corners so far; the last one follows the pointer."""

    @property
    def shape(self) -> PictureShape | None:
        """What is drawn so far; None for nothing that can be seen."""
        points = self.points
        if self.tool is None or len(points) < 2 or points[0] == points[-1]:
            return None
        if self.tool == "polygon":
            kind = "line" if len(points) == 2 else "polygon"
            return PictureShape.model_validate({"kind": kind, "points": points})
        return PictureShape(kind=self.tool, points=points)

    def measured(self, info: SlideInfo) -> Measured:
        """Give what is measured so far; nothing of a region that gets a note."""
        shape = None if self.tool == "box" else self.shape
        return Measured() if shape is None else measured_on(shape, info)

    def take_up(self, tool: Tool | None) -> None:
        """Draw with another tool from now on, or with none."""
        self.tool, self.points = tool, ()

    def press(self, place: Place) -> None:
        """Begin a shape, or set a corner."""
        place = _whole(place)
        if self.tool != "polygon" or not self.points:
            self.points = place, place
        elif place != self.points[-2] and len(self.points) < MOST_CORNERS:
            self.points = (*self.points[:-1], place, place)

    def move(self, place: Place) -> None:
        """Let the last corner follow the pointer."""
        if self.points:
            self.points = (*self.points[:-1], _whole(place))

    def take_back(self) -> None:
        """Take back the last corner of a polygon, or all of what was begun."""
        self.points = (*self.points[:-2], self.points[-1]) if len(self.points) > 2 else ()

    def finish(self, report: str, info: SlideInfo) -> None:
        """Keep what is drawn: a measurement at once, a note once its words are typed."""
        shape, tool = self._done(), self.tool
        self.take_up(None)
        if shape is None:
            return
        target = OnSlide(report=report, slide=info.path, shape=shape)
        if tool == "box":
            self._session.annotating.begin(Content(kind="note", target=target))
            return
        content = Content(kind="shape", target=target, measured=measured_on(shape, info))
        if self._session.annotating.me is None:
            self._ask_author(partial(self._keep, content))
        else:
            self._keep(content)

    def _keep(self, content: Content) -> None:
        annotating = self._session.annotating
        id_ = annotating.new_id()
        annotating.edit(Edit(translate("Slide", "Measure on a slide"), {id_: content}))
        self._session.select(id_)

    def _done(self) -> PictureShape | None:
        if self.tool != "polygon":
            return self.shape
        corners = tuple(dict.fromkeys(self.points))
        if len(corners) < 3:
            return None
        return PictureShape(kind="polygon", points=corners)


def measured_on(shape: PictureShape, info: SlideInfo) -> Measured:
    """Give the length or the area of a shape; nothing where the size of a pixel is not stated."""
    size = info.um_per_px
    if size is None:
        return Measured()
    if shape.kind == "line":
        return Measured(length_mm=length_um(shape.points, size) / UM_PER_MM)
    if shape.kind == "ellipse":
        return Measured(area_mm2=ellipse_um2(shape.points[0], shape.points[1], size) / UM_PER_MM**2)
    if shape.kind == "polygon":
        return Measured(area_mm2=polygon_um2(shape.points, size) / UM_PER_MM**2)
    return Measured()


def _whole(place: Place) -> Place:
    """Give a place as finely as a pointer can mean it (pixels of the slide)."""
    return round(place[0], 1), round(place[1], 1)
