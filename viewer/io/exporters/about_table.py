"""What is told of a case besides its course and its values, as lines of a table."""

from collections.abc import Iterator
from typing import Final

from viewer.io.exporters import data_words
from viewer.io.exporters.cells import CaseCells, Cells
from viewer.model.case import Discrepancy, FollowUp
from viewer.model.part import words_of

ABOUT_COLUMNS: Final = ("item", "name", "text", "known_from", "evidence", "place", "why")


class AboutRows(CaseCells):
    """The lines about a disclosed case: what stands on every export comes first."""

    def rows(self) -> Iterator[Cells]:
        """Give the lines: case, patient, day zero, sources, prose, discrepancies, abbreviations.

        The id of the case is not among them: a folder's name may tell what a horizon hides.
        """
        case, subject, day_zero = self.case, self.case.subject, self.case.day_zero
        for notice in self.words.notices_of(case):
            yield self._line(data_words.NOTICE, notice)
        yield self._line(data_words.CASE, self.pick(words_of(case.title)))
        yield self._line(data_words.SEX, self.words.say(data_words.SEXES[subject.sex]))
        if subject.age_years is not None:
            yield self._line(data_words.AGE, None) | {"text": subject.age_years}
        for one in subject.background:
            line = self._line(data_words.BACKGROUND, self.pick(one.text), self.pick(one.label))
            yield line | {"known_from": one.known_from} | self.evidence(one.evidence)
        if subject.follow_up is not None:
            yield self._follow_up(subject.follow_up)
        said = self._line(data_words.DAY_ZERO, self.pick(day_zero.text), self.pick(day_zero.short))
        yield said | self.evidence(day_zero.evidence)
        if day_zero.date is not None:
            yield self._line(data_words.DAY_ZERO, day_zero.date)
        yield from self._sources_and_prose()
        for found in case.discrepancies:
            yield from self._discrepancy(found)
        for term in case.glossary:
            yield self._line(data_words.TERM, self.pick(term.text), term.term)

    def _follow_up(self, end: FollowUp) -> Cells:
        line = self._line(data_words.FOLLOW_UP, self.pick(end.text), self.words.when(end.end))
        return line | {"known_from": end.known_from} | self.evidence(end.evidence)

    def _sources_and_prose(self) -> Iterator[Cells]:
        for source in self.case.sources:
            line = self._line(data_words.SOURCE, self.pick(words_of(source.title)), source.id)
            yield line | {"known_from": source.known_from}
        for note in self.case.notes:
            title = self.pick(words_of(note.title))
            line = self._line(data_words.NOTE, self.pick(note.text), title)
            yield line | {"known_from": note.known_from} | self.evidence(note.evidence)

    def _discrepancy(self, found: Discrepancy) -> Iterator[Cells]:
        title = self.pick(found.title)
        for side in found.sides:
            line = self._line(data_words.DISCREPANCY, self.pick(side.text), title)
            yield line | {"known_from": found.known_from, "place": self.pick(side.place)}
        if found.reading is not None:
            line = self._line(data_words.READING, self.pick(found.reading.text), title)
            known = {"known_from": found.reading.known_from}
            yield line | known | self.evidence(found.reading.evidence)

    def _line(self, item: str, text: str | None, name: str | None = None) -> Cells:
        return {"item": self.words.say(item), "name": name, "text": text}
