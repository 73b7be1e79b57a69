"""Cells of tables that leave the program: words, times and evidence of a case, field by field."""

from collections.abc import Iterable
from typing import Final

from viewer.io.exporters.data_words import DataWords
from viewer.model.case import Case
from viewer.model.part import Evidence, Text, words_of
from viewer.model.time import CutInstant, Instant, Interval, NotKnown

Cell = str | float | bool | None
"""A whole number is told apart from others only where it is written; None is an empty cell."""
Cells = dict[str, Cell]
"""The cells of a row by the names of their columns; those left out are empty."""

TIME_FIELDS: Final = (
    *("day", "earliest", "about", "latest"),
    *("precision", "evidence", "why", "wording"),
)
EVIDENCE_COLUMNS: Final = ("evidence", "source", "source_title", "place", "why")
_EXACT: Final = 2**53


def number_text(value: float) -> str:
    """Write a number so that reading it gives the same one; whole numbers without ".0"."""
    if float(value).is_integer() and abs(value) < _EXACT:
        return str(int(value))
    return repr(float(value))


def how_known(moment: Instant | NotKnown) -> str:
    """Name how a moment is known: exact, about, between, not_before, not_after.

    The end of a period may be open or unknown as well, and not_told where a horizon hides it.
    """
    if not isinstance(moment, Instant):
        return moment
    if moment.day is not None:
        return "exact"
    if moment.about is not None:
        return "about"
    bounds = moment.earliest is not None, moment.latest is not None
    if bounds == (False, False):
        return "not_told"
    return {(True, True): "between", (True, False): "not_before"}.get(bounds, "not_after")


class CaseCells:
    """Makes cells of what stands in one disclosed case."""

    def __init__(self, case: Case, words: DataWords) -> None:
        self.case = case
        self.words = words
        self._sources = {one.id: one for one in reversed(case.sources)}
        self._first = case.sources[0].id if case.sources else None

    def pick(self, text: Text | None) -> str | None:
        """Give a text in the language of the export."""
        return None if text is None else text.pick(self.words.language)

    def texts(self, texts: Iterable[Text]) -> str | None:
        """Give several texts on one line; None for none."""
        return self.words.joined([text.pick(self.words.language) for text in texts]) or None

    def labelled(self, pairs: Iterable[tuple[Text, Text]]) -> str | None:
        """Give labels with their texts on one line; None for none."""
        language = self.words.language
        said = [self.words.labelled(one.pick(language), two.pick(language)) for one, two in pairs]
        return self.words.joined(said) or None

    # -- time ---------------------------------------------------------------------------------

    def time(self, when: Instant | Interval | None) -> Cells:
        """Give the columns `when`, `start…`, `end…` and `wording` of a time."""
        if when is None:
            return {}
        if isinstance(when, Instant):
            return {"when": self.words.when(when)} | self.moment(when, "start")
        cells: Cells = {"when": self.words.when(when), "wording": self.pick(when.wording)}
        return cells | self.moment(when.start, "start") | self.moment(when.end, "end")

    def moment(self, moment: Instant | NotKnown, name: str) -> Cells:
        """Give how a moment is known in the column `name`, its fields in those beginning so."""
        cells: Cells = {name: how_known(moment)}
        if isinstance(moment, Instant) and not (
            isinstance(moment, CutInstant) and cells[name] == "not_told"
        ):
            for field in TIME_FIELDS:
                value = getattr(moment, field)
                cells[f"{name}_{field}"] = self.pick(value) if isinstance(value, Text) else value
        return cells

    # -- evidence -----------------------------------------------------------------------------

    def evidence(self, evidence: Evidence | None) -> Cells:
        """Give the columns of how a fact is known and where it stands."""
        if evidence is None:
            return {}
        source = self._sources.get(evidence.source or self._first or "")
        return {
            "evidence": evidence.kind,
            "source": None if source is None else source.id,
            "source_title": None if source is None else self.pick(words_of(source.title)),
            "place": self.pick(evidence.place),
            "why": self.pick(evidence.why),
        }
