"""A change of scene glides: the window moves from the days that were in view to those that are."""

from functools import partial

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation

from viewer.model import view_state
from viewer.model.time import Span
from viewer.session.presenting.talk import Talk

GLIDE_MS = 240


class Glide(QObject):
    """Moves the window of a talk; what is shown is that of the new scene from the first frame.

    A frame that comes late is left out, so that a glide never takes longer.
    """

    def __init__(self, talk: Talk) -> None:
        super().__init__(talk)
        self.is_on = True
        """Whether scenes glide; without, they change at once."""
        self._talk = talk
        self._from = self._to = talk.session.state.window
        self._moving = QVariantAnimation(self)
        self._moving.setDuration(GLIDE_MS)
        self._moving.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._moving.setStartValue(0.0)
        self._moving.setEndValue(1.0)
        self._moving.valueChanged.connect(self._move)
        talk.scene_changed.connect(self._on_scene_changed)

    def finish(self) -> None:
        """Come to the end at once."""
        if self._moving.state() == QVariantAnimation.State.Running:
            self._moving.stop()
            self._show(self._to)

    def _on_scene_changed(self) -> None:
        self._moving.stop()
        state, left = self._talk.session.state, self._talk.left
        start = max(left.start, state.bounds.start)
        self._from, self._to = Span(start, min(left.end, state.bounds.end)), state.window
        if self.is_on and self._from.days > 0 and self._from != self._to:
            self._show(self._from)
            self._moving.start()

    def _move(self, share: float) -> None:
        if share >= 1:
            self._show(self._to)  # exactly: a window on the whole course is known as one
            return
        first = self._from.start + share * (self._to.start - self._from.start)
        last = self._from.end + share * (self._to.end - self._from.end)
        self._show(Span(first, last))

    def _show(self, window: Span) -> None:
        show = partial(view_state.show, window=window)
        self._talk.session.apply(show, is_remembered=False)
