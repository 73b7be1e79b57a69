"""Two pictures that move as one: the same place of the patient, in the same greys and size."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal

from viewer.geometry.side_by_side import Alignment, matched, off_mm, rule_of, shift_between
from viewer.model.picture_view import PictureView
from viewer.ui.imaging.view import ImageView
from viewer.ui.words.numbers import number

translate = QCoreApplication.translate

TOLD_FROM_MM = 0.1
"""A distance between the pictures is told from here on."""


class LinkedViews(QObject):
    """Lets whichever of two views is moved be followed by the other, while they are linked."""

    changed = Signal()
    """Linked or not, by something else, or another distance apart."""

    def __init__(self, first: ImageView, second: ImageView) -> None:
        super().__init__(first)
        self._views = first, second
        self._is_linked = True
        self._is_following = False
        self._shift_mm = 0.0
        self._shown: object = None
        for view in self._views:
            view.view_changed.connect(self._on_view_changed)
            view.installEventFilter(self)

    @property
    def is_linked(self) -> bool:
        """Whether they move as one."""
        return self._is_linked

    def link(self, is_linked: bool) -> None:
        """Move as one from where they are now on, or each by itself."""
        if is_linked and not self._is_linked:
            self._shift_mm = self._apart() or 0.0
        self._is_linked = is_linked
        self.follow()
        self.changed.emit()

    def follow(self, leader: ImageView | None = None) -> None:
        """Show in the other view what the leader shows; in the second what the first does."""
        lead, other = self._views if leader is not self._views[1] else self._views[::-1]
        self._begin_anew_with_other_series()
        if not self._is_linked or self._is_following or not self._are_there:
            return
        self._is_following = True
        other.apply(self._view_for(lead, other))
        self._is_following = False

    @property
    def words(self) -> str:
        """Say what the pictures are put side by side by."""
        if not self._are_there:
            return ""
        if not self._is_linked:
            return translate("Picture", "Each is scrolled by itself.")
        alignment = self._alignment
        if alignment.rule == "share":
            return translate("Picture", "Scrolled together by their share of the series only.")
        told = (
            translate("Picture", "Same place of the patient.")
            if alignment.rule == "place"
            else translate("Picture", "Same place of the table: the patient may lie otherwise.")
        )
        if abs(self._shift_mm) >= TOLD_FROM_MM:
            told += " " + translate("Picture", "Shifted by {mm} mm.").format(
                mm=number(round(self._shift_mm, 1))
            )
        off = self._off()
        if off is not None and abs(off) >= TOLD_FROM_MM:
            told += " " + translate("Picture", "Nearest slice: {mm} mm off.").format(
                mm=number(round(abs(off), 1))
            )
        return told

    # -- what they show -------------------------------------------------------------------------

    @property
    def _are_there(self) -> bool:
        return all(view.frame is not None for view in self._views)

    @property
    def _alignment(self) -> Alignment:
        first, second = (view.pictures for view in self._views)
        if first is None or second is None:
            return Alignment("share")
        return Alignment(rule_of(first.series, second.series), self._shift_mm)

    def _view_for(self, lead: ImageView, other: ImageView) -> PictureView:
        """Give what the other view shows when it shows what the leader does."""
        own, series, place = lead.pictures, other.pictures, lead.place
        if own is None or series is None or place is None:
            return other.view
        alignment = self._alignment
        if lead is self._views[1]:
            alignment = alignment._replace(shift_mm=-alignment.shift_mm)
        middle = place.zoom, place.centre
        view = matched(lead.view, own.series, series.series, alignment, middle)
        is_same_kind = lead.frame is not None and other.frame is not None
        is_same_kind = is_same_kind and own.series.modality == series.series.modality
        window = lead.window_shown if is_same_kind else other.view.window
        return replace(view, window=window)

    def _apart(self) -> float | None:
        (first, second), (one, other) = self._views, (view.pictures for view in self._views)
        if one is None or other is None or not self._are_there:
            return None
        return shift_between(one.series, first.view.frame, other.series, second.view.frame)

    def _off(self) -> float | None:
        (first, second), (one, other) = self._views, (view.pictures for view in self._views)
        if one is None or other is None:
            return None
        places = first.view.frame, second.view.frame
        return off_mm(one.series, places[0], other.series, places[1], self._shift_mm)

    def _begin_anew_with_other_series(self) -> None:
        """A distance that was set holds for the series it was set for."""
        shown = tuple(view.pictures for view in self._views)
        if shown != self._shown:
            self._shown, self._shift_mm = shown, 0.0

    # -- following ------------------------------------------------------------------------------

    def _on_view_changed(self) -> None:
        sender = self.sender()
        self.follow(sender if isinstance(sender, ImageView) else None)
        if not self._is_following:
            self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the sizes the same in another room."""
        if event.type() == QEvent.Type.Resize and watched is self._views[0]:
            self.follow()
        return False
