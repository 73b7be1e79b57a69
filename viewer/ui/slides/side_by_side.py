"""Slides that move together: by length where both state it, else by their share of the whole."""

from PySide6.QtCore import QCoreApplication, QObject

from viewer.geometry.slides import Link, Stand, link, moved_apart
from viewer.ui.slides.slide_view import SlideView

translate = QCoreApplication.translate


class SideBySide(QObject):
    """Lets all views follow the one that a person moves; the first one is the measure."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._views: tuple[SlideView, ...] = ()
        self._links: dict[SlideView, Link] = {}

    def join(self, views: tuple[SlideView, ...]) -> None:
        """Join these views; those that were joined already stay as they lie upon one another."""
        kept = self._links if views[:1] == self._views[:1] else {}
        for view in self._views:
            view.stood.disconnect(self._on_stood)
        self._views = views
        self._links = {
            one: kept[one] if one in kept else link(views[0].info, one.info) for one in views[1:]
        }
        for view in views:
            view.stood.connect(self._on_stood)
            told = self._links.get(view)
            view.say_together("" if told is None else _words(told))
        if self._links:
            self._show(views[0].stand, views[0])

    def _on_stood(self, before: Stand, after: Stand, is_alone: bool) -> None:
        moved = self.sender()
        if not isinstance(moved, SlideView) or not self._links:
            return
        own = self._links.get(moved)
        if is_alone:
            self._shift(moved, before, after)
            return
        leading = after if own is None else own.lead(after)
        self._show(leading, moved)

    def _shift(self, moved: SlideView, before: Stand, after: Stand) -> None:
        """Take another place of one slide for the same as that of the others."""
        own = self._links.get(moved)
        if own is not None:
            self._links[moved] = moved_apart(own, before, after)
            return
        for view, one in self._links.items():
            self._links[view] = moved_apart(one, one.follow(after), one.follow(before))

    def _show(self, leading: Stand, moved: SlideView) -> None:
        for view in self._views:
            if view is not moved:
                own = self._links.get(view)
                view.put(leading if own is None else own.follow(leading))


def _words(told: Link) -> str:
    if told.is_by_length:
        return translate("Slide", "Moves along at the same scale")
    return translate("Slide", "Moves along by share: not both state their size")
