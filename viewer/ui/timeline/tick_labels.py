"""The labels of the ruler's ticks: what they say, and which of them have the room to."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from viewer.geometry.ticks import Tick
from viewer.geometry.time_scale import TimeScale
from viewer.model.numbering import Counting
from viewer.ui.timeline.measures import Measures
from viewer.ui.timeline.ruler_folds import is_off_folds
from viewer.ui.words.day_words import day_label, tick_text

Label = tuple[str, QRectF, bool]
"""A tick's text, its place, and whether it is the strong one of day zero."""


@dataclass(frozen=True)
class TickLabels:
    """Sets labels over the ticks of a scale, inside `room` and off what is `taken`."""

    scale: TimeScale
    measures: Measures
    counting: Counting
    room: QRectF
    taken: QRectF

    def of(self, ticks: tuple[Tick, ...]) -> list[Label]:
        """Give the label of each tick; empty where the edge would cut it or another stands.

        Where none that can be read names its day, the first label that has the room does.
        """
        found: list[Label] = []
        before: Tick | None = None
        for tick in ticks:
            found.append(self._label(tick, tick_text(tick, self.counting, before), tick.is_zero))
            if self._is_whole(found[-1][1]):
                before = tick  # the year of a date that the edge cuts is told by the next
        read = [t for t, f in zip(ticks, found, strict=True) if self._is_whole(f[1])]
        if ticks and not any(map(self._names_itself, read)):
            found = self._with_day(ticks, found)
        return self._apart(
            [(text if self._is_whole(rect) else "", rect, zero) for text, rect, zero in found]
        )

    def _label(self, tick: Tick, text: str, is_zero: bool = False) -> Label:
        width = self.measures.width(text, "strong" if is_zero else "small")
        left = self.scale.x(tick.moment) - width / 2
        return text, QRectF(left, 0, width, self.room.height()), is_zero

    def _is_whole(self, rect: QRectF) -> bool:
        is_inside = rect.left() >= self.room.left() and rect.right() <= self.room.right()
        return is_inside and is_off_folds(rect, self.scale.gaps)

    def _names_itself(self, tick: Tick) -> bool:
        """Tell whether a tick's label says what it counts, not only how many."""
        if tick.unit == "clock":
            return tick.number == 0
        return tick.is_zero or tick.unit != "day" or self.counting.kind == "date"

    def _with_day(self, ticks: tuple[Tick, ...], labels: list[Label]) -> list[Label]:
        """Let the first label that has the room name the day; leave out those it would touch."""
        pad = self.measures.h_px / 2
        named = [
            self._label(tick, self._day_and(tick, text))
            for tick, (text, *_) in zip(ticks, labels, strict=True)
        ]
        places = [rect for _, rect, _ in named]
        # Where the edges cut them all, the words move in.
        places += [self._moved_in(rect) for rect in places]
        free = (
            n for n, r in enumerate(places) if self._is_whole(r) and not r.intersects(self.taken)
        )
        at = next(free, len(named))
        chosen, number = places[at], at % len(named)
        around = chosen.adjusted(-pad, 0, pad, 0)
        kept = [("" if around.intersects(r) else text, r, zero) for text, r, zero in labels]
        kept[number] = named[number][0], chosen, False
        return kept

    def _day_and(self, tick: Tick, text: str) -> str:
        day = day_label(tick.day, self.counting)
        return f"{day} {text}" if tick.unit == "clock" else day

    def _moved_in(self, rect: QRectF) -> QRectF:
        left = min(rect.left(), self.room.right() - rect.width())
        return QRectF(max(left, self.room.left()), 0, rect.width(), rect.height())

    def _apart(self, labels: list[Label]) -> list[Label]:
        """Leave out labels that would touch one beside them that says more."""
        gap = self.measures.h_px / 3
        texts = [text for text, *_ in labels]
        shown: list[int] = []
        for at, (text, rect, is_zero) in enumerate(labels):
            while text and texts[at] and shown and rect.left() < labels[shown[-1]][1].right() + gap:
                other, _, is_other_zero = labels[shown[-1]]
                if not is_other_zero and (is_zero or len(text) > len(other)):
                    texts[shown.pop()] = ""
                else:
                    texts[at] = ""
            if texts[at]:
                shown.append(at)
        return [(texts[at], rect, zero) for at, (_, rect, zero) in enumerate(labels)]
