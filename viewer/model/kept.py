"""What a filter keeps of a disclosed case: which events, statements and values, and how many."""

from functools import cached_property

from viewer.model.case import Case
from viewer.model.case_texts import CaseTexts
from viewer.model.event import Event
from viewer.model.filter import Filter
from viewer.model.series import Measurement, Series, Statement
from viewer.model.sides import NOT_SURELY_WITHIN, side_of


class Kept:
    """Answers for one filter on one disclosed case. A selected part is no exception."""

    def __init__(self, chosen: Filter, texts: CaseTexts) -> None:
        self.chosen = chosen
        self.texts = texts
        self._words = chosen.words
        self._kinds = {lane.id: lane.kind for lane in self.case.lanes}
        self._named: dict[str, str] = {}

    @property
    def case(self) -> Case:
        """The case it is asked of."""
        return self.texts.case

    def has(self, part: Event | Statement) -> bool:
        """Tell whether an event or a statement is kept."""
        return part.id not in self._left_out

    def has_value(self, series: Series, point: Measurement) -> bool:
        """Tell whether a value is kept; nothing in a lane's choice speaks of values."""
        chosen = self.chosen
        if chosen.evidence and point.evidence.kind not in chosen.evidence:
            return False
        if chosen.is_out_of_range and side_of(series, point) not in NOT_SURELY_WITHIN:
            return False
        if not self._words:
            return True
        text = f"{self._name(series)} {self.texts.of_value(series, point)}"
        return all(word in text for word in self._words)

    @cached_property
    def counts(self) -> tuple[int, int]:
        """How many events and statements, and how many values, are left out."""
        if not self.chosen.is_on:
            return 0, 0
        values = sum(
            not self.has_value(series, point)
            for series in self.case.series
            for point in series.points
        )
        return len(self._left_out), values

    @cached_property
    def _left_out(self) -> frozenset[str]:
        parts: tuple[Event | Statement, ...] = (*self.case.events, *self.case.statements)
        return frozenset(part.id for part in parts if not self._keeps(part))

    def _keeps(self, part: Event | Statement) -> bool:
        chosen = self.chosen
        if chosen.lanes and part.lane not in chosen.lanes:
            return False
        if chosen.kinds and self._kinds.get(part.lane or "") not in chosen.kinds:
            return False
        if chosen.evidence and part.evidence.kind not in chosen.evidence:
            return False
        if not self._words:
            return True
        text = self.texts.of_part(part.id)
        return all(word in text for word in self._words)

    def _name(self, series: Series) -> str:
        if series.id not in self._named:
            self._named[series.id] = self.texts.of_series(series)
        return self._named[series.id]
