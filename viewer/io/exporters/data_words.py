"""The words of exported data that a person reads, in English, and how they are said.

Each is translated by whoever asks for an export, in the context "DataExport". The names of columns
in CSV are for programs and stay as they are in every language.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from viewer.model.case import Case, Sex
from viewer.model.part import Evidence
from viewer.model.problem_texts import QT_TRANSLATE_NOOP
from viewer.model.time import Instant, Interval


@dataclass(frozen=True)
class DataWords:
    """How an export of data says things to a person."""

    say: Callable[[str], str]
    """Gives a text of this module in the person's language."""
    when: Callable[[Instant | Interval], str]
    """Says when something was, with its imprecision: "between day 0 and day 12"."""
    evidence: Callable[[Evidence], str]
    """Says how a fact is known and where it stands."""
    language: str = "en"
    """The language of the case's own texts."""
    notices: tuple[str, ...] = ()
    """Further sentences that stand on the export, such as what was taken out of it."""

    def notices_of(self, case: Case) -> tuple[str, ...]:
        """Give the sentences that stand on every export of a case."""
        synthetic = (self.say(SYNTHETIC),) if case.subject.is_synthetic else ()
        return (self.say(NOT_FOR_DIAGNOSIS), *synthetic, *self.notices)

    def labelled(self, label: str, words: str) -> str:
        """Put a label before words."""
        return self.say(LABELLED).format(label=label, words=words)

    def joined(self, words: tuple[str, ...] | list[str]) -> str:
        """Put words that stand for themselves on one line."""
        return self.say(JOIN).join(one for one in words if one)


NOT_FOR_DIAGNOSIS: Final = QT_TRANSLATE_NOOP(
    "DataExport", "Not for diagnosis or treatment decisions"
)
SYNTHETIC: Final = QT_TRANSLATE_NOOP("DataExport", "Made-up data, not of a patient")
LABELLED: Final = QT_TRANSLATE_NOOP("DataExport", "{label}: {words}")
JOIN: Final = QT_TRANSLATE_NOOP("DataExport", "; ")

# --- the timeline -------------------------------------------------------------------------

TIMELINE: Final = QT_TRANSLATE_NOOP("DataExport", "Timeline: {case}")
DAY: Final = QT_TRANSLATE_NOOP("DataExport", "Day")
WHAT: Final = QT_TRANSLATE_NOOP("DataExport", "What happened")
DETAILS: Final = QT_TRANSLATE_NOOP("DataExport", "Details, dose and duration")
CHANGES: Final = QT_TRANSLATE_NOOP("DataExport", "Changes and reasons")
OUTCOME: Final = QT_TRANSLATE_NOOP("DataExport", "Outcome")
SOURCE: Final = QT_TRANSLATE_NOOP("DataExport", "Source")
VALUES_MEASURED: Final = QT_TRANSLATE_NOOP("DataExport", "Values")
NOTHING: Final = QT_TRANSLATE_NOOP("DataExport", "There are no events.")
DOSE: Final = QT_TRANSLATE_NOOP("DataExport", "Dose")
DURATION: Final = QT_TRANSLATE_NOOP("DataExport", "Duration")
ONE_DAY: Final = QT_TRANSLATE_NOOP("DataExport", "1 day")
DAYS: Final = QT_TRANSLATE_NOOP("DataExport", "{count} days")
THERAPY_LINE: Final = QT_TRANSLATE_NOOP("DataExport", "Line of therapy")
CYCLE: Final = QT_TRANSLATE_NOOP("DataExport", "Cycle {number}")
MILLIMETRES: Final = QT_TRANSLATE_NOOP("DataExport", "{number} mm")
SHORT_AXIS: Final = QT_TRANSLATE_NOOP("DataExport", "short axis {number} mm")
RANGE: Final = QT_TRANSLATE_NOOP("DataExport", "{count} values, {lowest} to {highest}")

# --- about the case -----------------------------------------------------------------------

ABOUT: Final = QT_TRANSLATE_NOOP("DataExport", "About")
EVENTS: Final = QT_TRANSLATE_NOOP("DataExport", "Events")
PARTS: Final = QT_TRANSLATE_NOOP("DataExport", "Details")
VALUES: Final = QT_TRANSLATE_NOOP("DataExport", "Values")
STATEMENTS: Final = QT_TRANSLATE_NOOP("DataExport", "Statements")
ITEM: Final = QT_TRANSLATE_NOOP("DataExport", "Item")
NAME: Final = QT_TRANSLATE_NOOP("DataExport", "Name")
TEXT: Final = QT_TRANSLATE_NOOP("DataExport", "Text")
CASE: Final = QT_TRANSLATE_NOOP("DataExport", "Case")
NOTICE: Final = QT_TRANSLATE_NOOP("DataExport", "Notice")
SEX: Final = QT_TRANSLATE_NOOP("DataExport", "Sex")
SEXES: Final[Mapping[Sex, str]] = MappingProxyType(
    {
        "female": QT_TRANSLATE_NOOP("DataExport", "female"),
        "male": QT_TRANSLATE_NOOP("DataExport", "male"),
        "other": QT_TRANSLATE_NOOP("DataExport", "other"),
        "unknown": QT_TRANSLATE_NOOP("DataExport", "not stated"),
    }
)
AGE: Final = QT_TRANSLATE_NOOP("DataExport", "Age in years")
BACKGROUND: Final = QT_TRANSLATE_NOOP("DataExport", "Background")
FOLLOW_UP: Final = QT_TRANSLATE_NOOP("DataExport", "End of follow-up")
DAY_ZERO: Final = QT_TRANSLATE_NOOP("DataExport", "Day zero")
NOTE: Final = QT_TRANSLATE_NOOP("DataExport", "Prose")
DISCREPANCY: Final = QT_TRANSLATE_NOOP("DataExport", "Discrepancy in the source")
READING: Final = QT_TRANSLATE_NOOP("DataExport", "How the case reads it")
TERM: Final = QT_TRANSLATE_NOOP("DataExport", "Abbreviation")
SPECIMEN: Final = QT_TRANSLATE_NOOP("DataExport", "Specimen")
DIAGNOSIS: Final = QT_TRANSLATE_NOOP("DataExport", "Diagnosis")
GRADE: Final = QT_TRANSLATE_NOOP("DataExport", "Grade")
PICTURES_LEFT_OUT: Final = QT_TRANSLATE_NOOP(
    "DataExport",
    "Pictures of studies and slides are not in this file, since they may name the patient: {names}",
)
SUMMARISED: Final = QT_TRANSLATE_NOOP(
    "DataExport",
    "{series}: {count} samples, summarised: of each {size} in turn only the lowest and the highest"
    " are given, each at its own moment; the CSV table has all of them",
)

# --- the heads of columns in a workbook -----------------------------------------------------

COLUMNS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "item": ITEM,
        "name": NAME,
        "row": QT_TRANSLATE_NOOP("DataExport", "Row"),
        "id": QT_TRANSLATE_NOOP("DataExport", "Id"),
        "of": QT_TRANSLATE_NOOP("DataExport", "Belongs to"),
        "lane": QT_TRANSLATE_NOOP("DataExport", "Lane id"),
        "lane_title": QT_TRANSLATE_NOOP("DataExport", "Lane"),
        "lane_kind": QT_TRANSLATE_NOOP("DataExport", "Kind of lane"),
        "kind": QT_TRANSLATE_NOOP("DataExport", "Kind"),
        "title": QT_TRANSLATE_NOOP("DataExport", "Title"),
        "text": TEXT,
        "when": QT_TRANSLATE_NOOP("DataExport", "When"),
        "start": QT_TRANSLATE_NOOP("DataExport", "Start is known"),
        "start_day": QT_TRANSLATE_NOOP("DataExport", "Start, day"),
        "start_earliest": QT_TRANSLATE_NOOP("DataExport", "Start, earliest day"),
        "start_about": QT_TRANSLATE_NOOP("DataExport", "Start, about day"),
        "start_latest": QT_TRANSLATE_NOOP("DataExport", "Start, latest day"),
        "start_precision": QT_TRANSLATE_NOOP("DataExport", "Start, precision"),
        "start_evidence": QT_TRANSLATE_NOOP("DataExport", "Start, how it is known"),
        "start_why": QT_TRANSLATE_NOOP("DataExport", "Start, why"),
        "start_wording": QT_TRANSLATE_NOOP("DataExport", "Start, in the source's sense"),
        "end": QT_TRANSLATE_NOOP("DataExport", "End is known"),
        "end_day": QT_TRANSLATE_NOOP("DataExport", "End, day"),
        "end_earliest": QT_TRANSLATE_NOOP("DataExport", "End, earliest day"),
        "end_about": QT_TRANSLATE_NOOP("DataExport", "End, about day"),
        "end_latest": QT_TRANSLATE_NOOP("DataExport", "End, latest day"),
        "end_precision": QT_TRANSLATE_NOOP("DataExport", "End, precision"),
        "end_evidence": QT_TRANSLATE_NOOP("DataExport", "End, how it is known"),
        "end_why": QT_TRANSLATE_NOOP("DataExport", "End, why"),
        "end_wording": QT_TRANSLATE_NOOP("DataExport", "End, in the source's sense"),
        "wording": QT_TRANSLATE_NOOP("DataExport", "Time in the source's sense"),
        "value": QT_TRANSLATE_NOOP("DataExport", "Value"),
        "unit": QT_TRANSLATE_NOOP("DataExport", "Unit"),
        "per": QT_TRANSLATE_NOOP("DataExport", "Per"),
        "therapy_line": THERAPY_LINE,
        "result": QT_TRANSLATE_NOOP("DataExport", "Result"),
        "outcome_sign": QT_TRANSLATE_NOOP("DataExport", "Kind of outcome"),
        "outcome": OUTCOME,
        "details": PARTS,
        "series": QT_TRANSLATE_NOOP("DataExport", "Series"),
        "links": QT_TRANSLATE_NOOP("DataExport", "Linked to"),
        "file": QT_TRANSLATE_NOOP("DataExport", "File"),
        "known_from": QT_TRANSLATE_NOOP("DataExport", "Known from day"),
        "evidence": QT_TRANSLATE_NOOP("DataExport", "Evidence"),
        "source": QT_TRANSLATE_NOOP("DataExport", "Source id"),
        "source_title": SOURCE,
        "place": QT_TRANSLATE_NOOP("DataExport", "Place in the source"),
        "why": QT_TRANSLATE_NOOP("DataExport", "Why"),
        "series_title": QT_TRANSLATE_NOOP("DataExport", "Name of the series"),
        "analyte": QT_TRANSLATE_NOOP("DataExport", "Analyte"),
        "codes": QT_TRANSLATE_NOOP("DataExport", "Codes"),
        "comparator": QT_TRANSLATE_NOOP("DataExport", "Comparator"),
        "word": QT_TRANSLATE_NOOP("DataExport", "Word for a number"),
        "printed": QT_TRANSLATE_NOOP("DataExport", "As printed"),
        "printed_unit": QT_TRANSLATE_NOOP("DataExport", "Unit as printed"),
        "specimen": SPECIMEN,
        "laboratory": QT_TRANSLATE_NOOP("DataExport", "Laboratory"),
        "reference_low": QT_TRANSLATE_NOOP("DataExport", "Reference interval, low"),
        "reference_high": QT_TRANSLATE_NOOP("DataExport", "Reference interval, high"),
        "reference_high_is_outside": QT_TRANSLATE_NOOP("DataExport", "Its high limit is outside"),
        "reference_laboratory": QT_TRANSLATE_NOOP("DataExport", "Whose reference interval"),
        "reference_is_own": QT_TRANSLATE_NOOP("DataExport", "Of the laboratory that measured"),
        "reference_source": QT_TRANSLATE_NOOP("DataExport", "Source of the interval"),
        "remarks": QT_TRANSLATE_NOOP("DataExport", "Remarks"),
    }
)
