"""Gathers the texts of a long case a few at a time, between other work of the window."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from viewer.model.case_texts import CaseTexts

FEW = 4_000
"""So many events are looked through at once; more of them between other work."""
SLICE_SECONDS = 0.008


class Gathering(QObject):
    """Sees to it that texts can be searched; `texts` gives those of the case that is shown now."""

    done = Signal()
    """What was not ready when it was asked for is ready now."""

    def __init__(self, texts: Callable[[], CaseTexts], parent: QObject) -> None:
        super().__init__(parent)
        self._texts = texts
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._gather)

    @property
    def is_on(self) -> bool:
        """Whether texts are still being gathered."""
        return self._timer.isActive()

    def begin(self) -> bool:
        """Gather at once, or bit by bit where there are many; tell whether all are ready."""
        texts = self._texts()
        if not texts.is_gathered and len(texts.case.events) <= FEW:
            texts.gather()
        if not texts.is_gathered:
            self._timer.start()
        return texts.is_gathered

    def _gather(self) -> None:
        texts = self._texts()
        texts.gather(SLICE_SECONDS)
        if texts.is_gathered:
            self._timer.stop()
            self.done.emit()
