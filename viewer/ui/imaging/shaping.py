"""Measuring on a view: the shapes of its picture, the tools, and what is kept of them."""

from PySide6.QtCore import QObject, Signal

from viewer.session.session import Session
from viewer.ui.imaging.drawing import Drawing
from viewer.ui.imaging.keeping import ShapeKeeping
from viewer.ui.imaging.shapes import DrawnShape, ShapeLayer, ShapesOnPictures
from viewer.ui.imaging.view import ImageView
from viewer.ui.look import Look


class Shaping(QObject):
    """Draws, chooses and keeps the shapes on the picture that a view shows."""

    changed = Signal()
    """Another tool or shape is chosen, or other shapes stand on the picture."""

    def __init__(self, session: Session, view: ImageView, look: Look) -> None:
        super().__init__(view)
        self._view = view
        self._study = ""
        self._drawn = ShapesOnPictures(session)
        self.layer = ShapeLayer(look)
        view.add_layer(self.layer)
        self.drawing = Drawing(view, self.layer, self._take)
        self.keeping = ShapeKeeping(session, self)
        self.drawing.changed.connect(self.changed)
        self.drawing.drawn.connect(self._on_drawn)
        self.drawing.moved.connect(self.keeping.move)
        view.series_changed.connect(self.drawing.abandon)
        view.frame_wanted.connect(self._on_frame_wanted)
        session.annotations_changed.connect(self.refresh)

    @property
    def chosen(self) -> DrawnShape | None:
        """The shape that is chosen on the picture; None for none."""
        return self.layer.chosen_shape

    def show_study(self, id_: str) -> None:
        """Show the shapes on pictures of this study from now on."""
        self._study = id_
        self.refresh()

    def refresh(self) -> None:
        """Show the shapes that stand on the picture now."""
        before = self.layer.shapes
        self._take()
        if self.chosen is None:
            self.drawing.choose("")
        if self.layer.shapes != before:
            self._view.update()
        self.changed.emit()

    def delete(self) -> None:
        """Delete the chosen shape, where it is the person's own."""
        if self.chosen is not None:
            self.keeping.delete(self.chosen.id)

    def _take(self) -> None:
        frame = self._view.frame
        self.layer.shapes = () if frame is None else self._drawn.on(self._study, frame.key)

    def _on_frame_wanted(self, _index: int) -> None:
        self.drawing.abandon()
        self.refresh()

    def _on_drawn(self, drawn: DrawnShape) -> None:
        frame = self._view.frame
        if frame is not None:
            self.keeping.keep(drawn, self._study, frame.key, self.drawing.choose)
