"""What a filter keeps of a disclosed case: which events, statements and values, and how many."""

from functools import cached_property

import numpy as np

from viewer.model.case import Case
from viewer.model.case_texts import CaseTexts
from viewer.model.event import Event, LaneKind
from viewer.model.event_times import Flags
from viewer.model.filter import Filter
from viewer.model.part import words_of
from viewer.model.same_text import fold
from viewer.model.series import Measurement, Series, Statement
from viewer.model.sides import NOT_SURELY_WITHIN, samples_out, side_of


class Kept:
    """Answers for one filter on one disclosed case. A selected part is no exception."""

    def __init__(self, chosen: Filter, texts: CaseTexts) -> None:
        self.chosen = chosen
        self.texts = texts
        self._words = chosen.words
        self._kinds = {lane.id: lane.kind for lane in self.case.lanes}
        self._named: dict[str, str] = {}
        self._sampled: dict[str, Flags] = {}

    @property
    def case(self) -> Case:
        """The case it is asked of."""
        return self.texts.case

    def has(self, part: Event | Statement) -> bool:
        """Tell whether an event or a statement is kept."""
        return self.has_id(part.id)

    def has_id(self, id_: str) -> bool:
        """Tell whether the event or statement with an id is kept."""
        number = self._number(id_)
        return number is None or bool(self.flags[number])

    def has_mark(self, mark: Event) -> bool:
        """Tell whether the mark of a study is kept; it stands in a lane, but is no event of it."""
        chosen = self.chosen
        said = fold(words_of(mark.title).pick(self.texts.language))
        if chosen.evidence and mark.evidence.kind not in chosen.evidence:
            return False
        kind = self._kinds.get(mark.lane, "diagnostic")  # that of the lane of their own
        return self._keeps_lane(mark.lane, kind) and all(word in said for word in self._words)

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

    def of_samples(self, series: Series) -> Flags:
        """Tell of each sample of a series whether it is kept; read as one by their arrays.

        Words must stand in the names of the series or its unit: samples have no others.
        """
        samples, held, chosen = series.samples, series.sampled, self.chosen
        if samples is None or held is None:
            return np.zeros(0, dtype=np.bool_)
        if series.id not in self._sampled:
            name = self.texts.of_samples(series)
            may = not chosen.evidence or samples.evidence.kind in chosen.evidence
            may = may and all(word in name for word in self._words)
            flags = np.broadcast_to(np.bool_(may), len(held))
            is_read = may and chosen.is_out_of_range
            self._sampled[series.id] = samples_out(series, held) if is_read else flags
        return self._sampled[series.id]

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
        for series in self.case.series:
            flags = self.of_samples(series)
            values += len(flags) - int(np.count_nonzero(flags))
        return int(np.count_nonzero(~self.flags)), values

    @cached_property
    def flags(self) -> Flags:
        """Whether each is kept: the events in the order of the case, then the statements."""
        chosen, events, statements = self.chosen, self.case.events, self.case.statements
        count = len(events)
        flags = np.ones(count + len(statements), dtype=np.bool_)
        if self._words:
            flags &= self._holding
        if chosen.lanes or chosen.kinds:
            lanes = [id_ for id_, kind in self._kinds.items() if self._keeps_lane(id_, kind)]
            flags[:count] &= events.rows(lanes) >= 0
            flags[count:] &= np.array([one.lane in lanes for one in statements], dtype=np.bool_)
        if chosen.evidence:
            kinds = [one.evidence.kind in chosen.evidence for one in statements]
            flags[:count] &= events.is_known_by(chosen.evidence)
            flags[count:] &= np.array(kinds, dtype=np.bool_)
        return flags

    @property
    def events(self) -> Flags:
        """Whether each event is kept, by its number."""
        return self.flags[: len(self.case.events)]

    @property
    def _holding(self) -> Flags:
        """Whether the texts of each hold the words, as `flags`."""
        numbers = map(self._number, self.texts.holding(self._words))
        flags = np.zeros(len(self.case.events) + len(self.case.statements), dtype=np.bool_)
        flags[[number for number in numbers if number is not None]] = True
        return flags

    def _number(self, id_: str) -> int | None:
        number = self.case.events.numbers.get(id_)
        return self._statements.get(id_) if number is None else number

    @cached_property
    def _statements(self) -> dict[str, int]:
        first = len(self.case.events)
        return {one.id: number for number, one in enumerate(self.case.statements, first)}

    def _keeps_lane(self, id_: str, kind: LaneKind) -> bool:
        chosen = self.chosen
        return (not chosen.lanes or id_ in chosen.lanes) and (
            not chosen.kinds or kind in chosen.kinds
        )

    def _name(self, series: Series) -> str:
        if series.id not in self._named:
            self._named[series.id] = self.texts.of_series(series)
        return self._named[series.id]
