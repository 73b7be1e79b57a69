"""What can be found in a disclosed case: its texts, folded once, in the order of time."""

import math
import time
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any, NamedTuple

from viewer.model.case import Case
from viewer.model.clinical import Figure, Report, Study
from viewer.model.course import in_order
from viewer.model.event import Event, Remark
from viewer.model.other_names import OtherNames
from viewer.model.part import Text, words_of
from viewer.model.same_text import Sought, fold, fold_all, pattern
from viewer.model.series import Measurement, Series

SIGNS = {"<": "<", "<=": "≤", ">": ">", ">=": "≥"}
BETWEEN = "\0"
"""Parts one text from the next, so that nothing is found across two."""


AT_ONCE = 500
"""So many texts are gathered without a pause."""

Texts = Iterator[Text | str]


class Hit(NamedTuple):
    """A place where something was found: a part, or one value of a series."""

    id: str
    """The id of the part, or of the value's series."""
    moment: float | None = None
    """Where the cursor goes to; None for what has no place in time (days)."""
    point: int | None = None
    """The number of the value in its series."""


def value_as_reported(point: Measurement, series: Series, language: str) -> str:
    """Give a value as it is found and filtered by: "54 mg/dL", "≤ 5 U/mL", "Low"."""
    if point.printed is not None:
        said = point.printed
    elif point.value is None:
        return point.word.pick(language) if point.word is not None else ""
    else:
        sign = f"{SIGNS[point.comparator]} " if point.comparator else ""
        said = f"{sign}{point.value + 0.0:.12g}"
    return said if point.value is None else f"{said} {series.unit}"


class _Index(NamedTuple):
    """Every place by its moment, its folded words, and what the case calls a word otherwise."""

    places: list[Hit]
    words: list[str]
    names: OtherNames


class CaseTexts:
    """The texts of one disclosed case in one language; made once, then asked with every key."""

    def __init__(self, case: Case, language: str) -> None:
        self._case = case
        self._language = language
        self._work = self._gathering()
        self._index: _Index | None = None

    # -- what is asked ------------------------------------------------------------------------

    @property
    def case(self) -> Case:
        """The case whose texts these are."""
        return self._case

    @property
    def language(self) -> str:
        """The language they are picked by."""
        return self._language

    def forms(self, text: str) -> tuple[Sought, ...]:
        """Give what is looked for when a person types `text`: it, and what the case calls it."""
        return self._gathered().names.forms(text)

    def hits(self, forms: tuple[Sought, ...]) -> tuple[Hit, ...]:
        """Give every part and value that holds one of the forms, in order of time, then place."""
        entries, texts, _ = self._gathered()
        found: set[int] = set()
        for form in forms:
            holding = [at for at, text in enumerate(texts) if form.letters in text]
            if form.is_word:
                holding = [at for at in holding if pattern(form).search(texts[at])]
            found.update(holding)
        return tuple(entries[at] for at in sorted(found))

    def holding(self, words: tuple[str, ...]) -> frozenset[str]:
        """Give the ids of the parts whose texts hold every one of some folded words."""
        entries, texts, _ = self._gathered()
        found: Iterable[int] = range(len(texts))
        for word in words:
            found = [at for at in found if word in texts[at]]
        return frozenset(entries[at].id for at in found if entries[at].point is None)

    def of_series(self, series: Series) -> str:
        """Give the folded names of a series."""
        return fold(self._words(_series(series)))

    def name_of(self, series: Series) -> str:
        """Give the folded title and short name of a series."""
        names = (series.title, *((series.short,) if series.short is not None else ()))
        return fold(self._words(iter(names)))

    def of_samples(self, series: Series) -> str:
        """Give the folded names and the unit of a series, which is all that is said of samples."""
        return f"{self.of_series(series)} {fold(series.unit)}"

    def of_value(self, series: Series, point: Measurement) -> str:
        """Give the folded words of one value."""
        return fold(value_as_reported(point, series, self._language))

    # -- what is kept -------------------------------------------------------------------------

    @property
    def is_gathered(self) -> bool:
        """Whether all texts have been gathered; what needs them gathers the rest first."""
        return self._index is not None

    def gather(self, seconds: float = math.inf) -> None:
        """Gather more of the texts, for about so long."""
        end = time.perf_counter() + seconds
        for _ in self._work:
            if time.perf_counter() >= end:
                return

    def _gathering(self) -> Iterator[None]:
        """Gather all places with their words by their moment, with a pause after every few."""
        found: list[tuple[Hit, str]] = []
        for entry in chain(self._parts(), self._values(), self._untimed()):
            found.append(entry)
            if len(found) % AT_ONCE == 0:
                yield
        last = float("inf")  # what has no moment comes last
        found.sort(key=lambda entry: last if entry[0].moment is None else entry[0].moment)
        yield
        folded: list[str] = []
        names = OtherNames(self._case.glossary)
        for first in range(0, len(found), AT_ONCE):
            words = [words for _, words in found[first : first + AT_ONCE]]
            folded += fold_all(words)
            names.read(words)
            yield
        self._index = _Index([hit for hit, _ in found], folded, names)

    def _gathered(self) -> "_Index":
        self.gather()
        assert self._index is not None  # nothing is left to gather
        return self._index

    def _parts(self) -> Iterator[tuple[Hit, str]]:
        case = self._case
        moments = case.events.times.anchor.tolist()
        for number in in_order(case).tolist():
            # As it stands in the file, where it was not asked for yet: making it takes longer.
            entry = case.events.entries[number]
            if isinstance(entry, Event):
                yield self._entry(entry.id, moments[number], _event(entry))
            else:
                yield self._entry(entry["id"], moments[number], _event_in_file(entry))
        for statement in case.statements:
            yield self._entry(statement.id, statement.when.anchor, iter((statement.text,)))
        for study in case.studies:
            yield self._entry(study.id, study.when.anchor, _study(study))
        for report in case.reports:
            yield self._entry(report.id, report.when.anchor, _report(report))

    def _values(self) -> Iterator[tuple[Hit, str]]:
        language = self._language
        for series in self._case.series:
            moments = [point.when.anchor for point in series.points]
            yield self._entry(series.id, min(moments, default=None), _series(series))
            for at, point in enumerate(series.points):
                yield Hit(series.id, moments[at], at), value_as_reported(point, series, language)

    def _untimed(self) -> Iterator[tuple[Hit, str]]:
        for note in self._case.notes:
            yield self._entry(note.id, None, iter((words_of(note.title), note.text)))
        for one in self._case.discrepancies:
            sides = (text for side in one.sides for text in (side.place, side.text))
            yield self._entry(one.id, None, iter((one.title, *sides, *_remark(one.reading))))

    def _entry(self, id_: str, moment: float | None, texts: Texts) -> tuple[Hit, str]:
        return Hit(id_, moment), self._words(texts)

    def _words(self, texts: Texts) -> str:
        language = self._language
        return BETWEEN.join(t if isinstance(t, str) else t.pick(language) for t in texts)


def _event(event: Event) -> Texts:
    yield from (words_of(event.title), *_remark(event.result), *_remark(event.outcome))
    for detail in event.details:
        yield from (detail.label, detail.text)


def _event_in_file(entry: dict[str, Any]) -> Texts:
    """Give the texts of an event that stands as it was read."""
    title = entry["title"]
    yield _text(title[-1]["text"] if isinstance(title, list) else title)
    for name in ("result", "outcome"):
        if entry.get(name):
            yield _text(entry[name]["text"])
    for detail in entry.get("details") or ():
        yield from (_text(detail["label"]), _text(detail["text"]))


def _text(raw: str | dict[str, str]) -> Text | str:
    return raw if isinstance(raw, str) else Text.model_construct(root=raw)


def _study(study: Study) -> Texts:
    yield from (words_of(study.title), study.modality)
    for finding in study.findings:
        yield from (finding.site, finding.text)
    for remark in study.remarks:
        yield remark.text
    yield from _figures(study.figures)
    yield from (images.title for images in study.images if images.title is not None)
    for lesion in study.lesions:
        yield from (lesion.name, *((lesion.site,) if lesion.site is not None else ()))


def _report(report: Report) -> Texts:
    yield words_of(report.title)
    if report.specimen is not None:
        yield report.specimen
    yield from (*_remark(report.diagnosis), *_remark(report.grade))
    for finding in report.morphology:
        yield from (finding.site, finding.text)
    for stain in report.stains:
        yield from (stain.marker, stain.result)
        yield from (stain.score,) if stain.score is not None else ()
    yield from _figures(report.figures)
    for slide in report.slides:
        yield from (text for text in (slide.title, slide.stain) if text is not None)


def _figures(figures: tuple[Figure, ...]) -> Texts:
    for figure in figures:
        yield from (figure.label, *((figure.caption,) if figure.caption is not None else ()))


def _series(series: Series) -> Texts:
    yield series.title
    for text in (series.short, series.specimen):
        if text is not None:
            yield text
    for remark in series.remarks:
        yield remark.text


def _remark(remark: Remark | None) -> tuple[Text, ...]:
    return (remark.text,) if remark is not None else ()
