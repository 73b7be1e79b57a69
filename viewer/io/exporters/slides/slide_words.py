"""The words of exported slides that a person reads, in English, and how they are said.

Each is translated by whoever asks for the slides, in the context "Slides".
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from viewer.geometry.ticks import Tick
from viewer.model.case import Case, Subject
from viewer.model.event import Event
from viewer.model.event import Sign as OutcomeSign
from viewer.model.numbering import Counting
from viewer.model.part import Evidence
from viewer.model.plot_choices import PlotChoices
from viewer.model.problem_texts import QT_TRANSLATE_NOOP
from viewer.model.series import Measurement, ReferenceInterval, Series
from viewer.model.time import Instant, Interval


@dataclass(frozen=True)
class SlideWords:
    """How slides say things to a person; every callable answers in the person's language."""

    language: str
    """The language of the case's own texts."""
    say: Callable[[str], str]
    """Gives a text of this module."""
    who: Callable[[Subject], str]
    """Says the patient's sex and age."""
    day: Callable[[float, Counting], str]
    """Names the day that a moment lies in within a sentence: "day 12"."""
    tick: Callable[[Tick, Counting, Tick | None], str]
    """Names a tick of the time axis; the last is the tick before it."""
    heading: Callable[[float, Counting], str]
    """Names the day that a moment lies in as a heading: "Day 12"."""
    when: Callable[[Instant | Interval, Counting], str]
    """Says when something was, in few words that keep its imprecision."""
    length: Callable[[float], str]
    """Names a length of time, given in days: "48 d"."""
    value: Callable[[Measurement], str]
    """Gives a value as its source prints it, such as "< 5"."""
    converted: Callable[[Measurement, Series, PlotChoices], str]
    """Gives the same in the unit that was chosen, as it stands after the value; or nothing."""
    multiple: Callable[[float, ReferenceInterval, float], str]
    """Gives a value as a multiple of its upper limit; the last is the highest of the series."""
    reference: Callable[[ReferenceInterval], str]
    """Gives limits and the laboratory whose they are."""
    number: Callable[[float], str]
    treatment: Callable[[Event], tuple[str, ...]]
    """Gives the line of therapy and the doses in the order in which they were given."""
    response: Callable[[Event], str]
    """Gives the letters of a response, a stage or a performance status; nothing without one."""
    outcome: Callable[[OutcomeSign], str]
    """Names the sign of an outcome."""
    evidence: Callable[[Evidence, Case], str]
    """Says how a fact is known, and where it stands."""
    in_line: Callable[[Iterable[str]], str]
    """Joins what belongs together."""
    labelled: Callable[[str, str], str]
    """Puts a label before words."""


SYNTHETIC: Final = QT_TRANSLATE_NOOP("Slides", "SYNTHETIC, not a patient.")
WHO: Final = QT_TRANSLATE_NOOP("Slides", "{who}.")
UP_TO: Final = QT_TRANSLATE_NOOP("Slides", "Up to {day}.")
NO_ROOM: Final = QT_TRANSLATE_NOOP("Slides", "No room for: {names}.")
AND_MORE: Final = QT_TRANSLATE_NOOP("Slides", "and {count} more")
FOOTER: Final = QT_TRANSLATE_NOOP("Slides", "Not for diagnosis or treatment decisions")
PAGE: Final = QT_TRANSLATE_NOOP("Slides", "Slide number")

TIMELINE: Final = QT_TRANSLATE_NOOP("Slides", "Lane: {title}")
DAYS: Final = QT_TRANSLATE_NOOP("Slides", "Days of the course, from {first} to {last}")
DAY_ZERO: Final = QT_TRANSLATE_NOOP("Slides", "The day that the count starts on")
CURSOR: Final = QT_TRANSLATE_NOOP("Slides", "Cursor: {day}")
DEATH: Final = QT_TRANSLATE_NOOP("Slides", "Death: {day}")
FOLDED: Final = QT_TRANSLATE_NOOP("Slides", "Folded away: {time}")
MORE_EVENTS: Final = QT_TRANSLATE_NOOP("Slides", "+{count} more")
COUNTED_EVENTS: Final = QT_TRANSLATE_NOOP("Slides", "{count} events")
DISAGREEMENT: Final = QT_TRANSLATE_NOOP("Slides", "the source disagrees")
STATEMENT: Final = QT_TRANSLATE_NOOP("Slides", "a statement of the source, without values")

CHART: Final = QT_TRANSLATE_NOOP("Slides", "Chart of {title} ({unit}), {count} values: {values}")
CHART_OF_MANY: Final = QT_TRANSLATE_NOOP(
    "Slides", "Chart of {title} ({unit}), {count} values from {low} to {high}"
)
TITLE_AND_UNIT: Final = QT_TRANSLATE_NOOP("Slides", "{title} ({unit})")
SUMMARISED: Final = QT_TRANSLATE_NOOP(
    "Slides", "{count} values: of each short stretch the lowest and the highest are drawn"
)
NO_VALUES: Final = QT_TRANSLATE_NOOP("Slides", "No values in these days.")
LEVEL_1: Final = QT_TRANSLATE_NOOP("Slides", "level 1: below {limit}")
LEVEL_2: Final = QT_TRANSLATE_NOOP("Slides", "level 2: below {limit}")
OWN_LIMITS: Final = QT_TRANSLATE_NOOP("Slides", "reference {limits}")
BORROWED: Final = QT_TRANSLATE_NOOP("Slides", "reference {limits} (another laboratory’s)")

PANELS: Final = {
    "details": QT_TRANSLATE_NOOP("Slides", "Details"),
    "events": QT_TRANSLATE_NOOP("Slides", "Events"),
    "values": QT_TRANSLATE_NOOP("Slides", "Values"),
    "imaging": QT_TRANSLATE_NOOP("Slides", "Imaging"),
    "pathology": QT_TRANSLATE_NOOP("Slides", "Pathology"),
    "notes": QT_TRANSLATE_NOOP("Slides", "Notes"),
    "glucose": QT_TRANSLATE_NOOP("Slides", "Glucose"),
}
"""The panels that a scene may have beside the chart."""
WHEN: Final = QT_TRANSLATE_NOOP("Slides", "When")
WHAT: Final = QT_TRANSLATE_NOOP("Slides", "What")
OUTCOME: Final = QT_TRANSLATE_NOOP("Slides", "Outcome")
RESULT: Final = QT_TRANSLATE_NOOP("Slides", "Result")
TREATMENT: Final = QT_TRANSLATE_NOOP("Slides", "Treatment")
JUDGED: Final = QT_TRANSLATE_NOOP("Slides", "Judged")
EVIDENCE: Final = QT_TRANSLATE_NOOP("Slides", "Evidence")
FINDINGS: Final = QT_TRANSLATE_NOOP("Slides", "Findings")
NO_FINDINGS: Final = QT_TRANSLATE_NOOP("Slides", "No findings are told.")
REMARK: Final = QT_TRANSLATE_NOOP("Slides", "Remark")
DISAGREES: Final = QT_TRANSLATE_NOOP("Slides", "Disagreement")
READING: Final = QT_TRANSLATE_NOOP("Slides", "Reading")
SPECIMEN: Final = QT_TRANSLATE_NOOP("Slides", "Specimen")
DIAGNOSIS: Final = QT_TRANSLATE_NOOP("Slides", "Diagnosis")
GRADE: Final = QT_TRANSLATE_NOOP("Slides", "Grade")
ABSENT: Final = QT_TRANSLATE_NOOP("Slides", "Pictures")
NOT_INCLUDED: Final = QT_TRANSLATE_NOOP("Slides", "Not included in the source: {names}")
UNREADABLE: Final = QT_TRANSLATE_NOOP("Slides", "Cannot be read: {names}")
NOTHING_TOLD: Final = QT_TRANSLATE_NOOP("Slides", "Nothing is told yet.")
ROWS_MORE: Final = QT_TRANSLATE_NOOP("Slides", "{count} more in the program")
MILLIMETRES: Final = QT_TRANSLATE_NOOP("Slides", "{number} mm")
SHORT_AXIS: Final = QT_TRANSLATE_NOOP("Slides", "short axis {number} mm")
PERCENT: Final = QT_TRANSLATE_NOOP("Slides", "{number} %")
