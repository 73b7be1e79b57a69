"""Shapes on pictures as annotations: kept, moved, deleted and named, each as one step."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Signal

from viewer.model.annotating import Edit
from viewer.model.annotation import Content, OnImage
from viewer.session.session import Session
from viewer.ui.imaging.shapes import DrawnShape, with_shape

translate = QCoreApplication.translate


class ShapeKeeping(QObject):
    """Writes what was drawn; only the person's own shapes are changed."""

    author_wanted = Signal(object)
    """Nobody was asked yet who annotates; what is to be done then (a callable)."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session

    def keep(
        self, drawn: DrawnShape, study: str, picture: str, kept: Callable[[str], object]
    ) -> None:
        """Keep a shape that was drawn; `kept` is told its id."""
        target = OnImage(study=study, picture=picture, shape=drawn.shape)
        content = Content(kind="shape", target=target, measured=drawn.measured)

        def put() -> None:
            id_ = self._session.annotating.new_id()
            self._edit(translate("Picture", "Measure on a picture"), id_, content)
            kept(id_)

        if self._session.annotating.me is None:
            self.author_wanted.emit(put)
        else:
            put()

    def move(self, drawn: DrawnShape) -> None:
        """Keep where a shape is now, and what it measures there."""
        content = self._own(drawn.id)
        if content is not None:
            words = translate("Picture", "Move measurement")
            self._edit(words, drawn.id, with_shape(content, drawn))

    def delete(self, id_: str) -> bool:
        """Delete a shape of the person's own; False where it is none."""
        if self._own(id_) is None:
            return False
        self._edit(translate("Picture", "Delete measurement"), id_, None)
        return True

    def name_lesion(self, id_: str, lesion: str, *, is_node: bool) -> None:
        """Say which lesion a length is of; of none with an empty name."""
        content = self._own(id_)
        if content is not None and content.measured is not None:
            named = {"lesion": lesion or None, "is_node": is_node and bool(lesion)}
            measured = content.measured.model_copy(update=named)
            content = content.model_copy(update={"measured": measured})
            self._edit(translate("Picture", "Name lesion"), id_, content)

    def lesions(self) -> tuple[str, ...]:
        """Give the names of lesions that are in use, in the case and in measurements."""
        session = self._session
        told = [lesion.name for study in session.case.studies for lesion in study.lesions]
        for one in session.annotations.shown:
            measured = None if one.content is None else one.content.measured
            if measured is not None and measured.lesion is not None:
                told.append(measured.lesion)
        return tuple(sorted(set(told)))

    def _own(self, id_: str) -> Content | None:
        """Give a shape that the person may change, as it may be shown."""
        annotating = self._session.annotating
        return self._session.annotations.content(id_) if annotating.is_mine(id_) else None

    def _edit(self, label: str, id_: str, content: Content | None) -> None:
        self._session.annotating.edit(Edit(label, {id_: content}))
