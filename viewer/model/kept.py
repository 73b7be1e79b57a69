"""What a filter keeps of a disclosed case: which events, statements and values, and how many."""

from functools import cached_property

import numpy as np

from viewer.model.case import Case
from viewer.model.case_texts import CaseTexts
from viewer.model.event import Event
from viewer.model.event_times import Flags
from viewer.model.filter import Filter
from viewer.model.part import Evidence, EvidenceKind
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
        return part.id not in self.left_out

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
        return len(self.left_out), values

    @cached_property
    def left_out(self) -> frozenset[str]:
        """The ids of the events and statements that are not kept."""
        if not self.chosen.is_on:
            return frozenset()
        events, statements = self.case.events, self.case.statements
        holding = self.texts.holding(self._words) if self._words else None
        told = (
            *zip(*(events.column(name) for name in ("id", "lane", "evidence")), strict=True),
            *((one.id, one.lane, one.evidence) for one in statements),
        )
        return frozenset(
            id_
            for id_, lane, evidence in told
            if (holding is not None and id_ not in holding) or not self._keeps(lane, evidence)
        )

    @cached_property
    def flags(self) -> Flags:
        """Whether each is kept: the events in the order of the case, then the statements."""
        ids = (*self.case.events.column("id"), *(one.id for one in self.case.statements))
        return np.array([id_ not in self.left_out for id_ in ids], dtype=np.bool_)

    def _keeps(self, lane: str | None, evidence: Evidence | dict[str, EvidenceKind]) -> bool:
        """Tell whether lane, kind and evidence, as a case or its file has them, are looked at."""
        chosen = self.chosen
        if chosen.lanes and lane not in chosen.lanes:
            return False
        if chosen.kinds and self._kinds.get(lane or "") not in chosen.kinds:
            return False
        kind = evidence["kind"] if isinstance(evidence, dict) else evidence.kind
        return not chosen.evidence or kind in chosen.evidence

    def _name(self, series: Series) -> str:
        if series.id not in self._named:
            self._named[series.id] = self.texts.of_series(series)
        return self._named[series.id]
