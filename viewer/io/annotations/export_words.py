"""The words of exported annotations that a person reads, in English, and how they are said.

Each is translated by whoever asks for an export, in the context "AnnotationExport".
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from viewer.model.annotation import Kind, MarkWord
from viewer.model.problem_texts import QT_TRANSLATE_NOOP


@dataclass(frozen=True)
class ExportWords:
    """How an export says things to a person."""

    say: Callable[[str], str]
    """Gives a text of this module in the person's language."""
    day: Callable[[float], str]
    """Names the day that a moment lies in, as a heading: "Day 12"."""
    days: Callable[[float, float], str]
    """Names the whole days from one to another: "days 12–15"."""
    language: str = "en"
    """The language of the case's own texts."""


KINDS: Final[Mapping[Kind, str]] = MappingProxyType(
    {
        "note": QT_TRANSLATE_NOOP("AnnotationExport", "Note"),
        "mark": QT_TRANSLATE_NOOP("AnnotationExport", "Mark"),
        "outcome": QT_TRANSLATE_NOOP("AnnotationExport", "Outcome"),
        "event": QT_TRANSLATE_NOOP("AnnotationExport", "Added event"),
        "value": QT_TRANSLATE_NOOP("AnnotationExport", "Added value"),
        "measure": QT_TRANSLATE_NOOP("AnnotationExport", "Distance"),
        "reply": QT_TRANSLATE_NOOP("AnnotationExport", "Reply"),
        "resolve": QT_TRANSLATE_NOOP("AnnotationExport", "Resolved"),
        "reopen": QT_TRANSLATE_NOOP("AnnotationExport", "Reopened"),
        "scene": QT_TRANSLATE_NOOP("AnnotationExport", "Scene"),
        "shape": QT_TRANSLATE_NOOP("AnnotationExport", "Measurement on a picture"),
        "study": QT_TRANSLATE_NOOP("AnnotationExport", "Added study"),
    }
)
MARKS: Final[Mapping[MarkWord, str]] = MappingProxyType(
    {
        "important": QT_TRANSLATE_NOOP("AnnotationExport", "Important"),
        "question": QT_TRANSLATE_NOOP("AnnotationExport", "Question"),
        "disagree": QT_TRANSLATE_NOOP("AnnotationExport", "Disagree"),
        "done": QT_TRANSLATE_NOOP("AnnotationExport", "Done"),
    }
)

ANNOTATIONS: Final = QT_TRANSLATE_NOOP("AnnotationExport", "Annotations: {case}")
CONFERENCE: Final = QT_TRANSLATE_NOOP("AnnotationExport", "Outcome of the conference")
NO_DAY: Final = QT_TRANSLATE_NOOP("AnnotationExport", "On no day")
NOTHING: Final = QT_TRANSLATE_NOOP("AnnotationExport", "There are no annotations.")
RESOLVED: Final = KINDS["resolve"]
WITHOUT_THREAD: Final = QT_TRANSLATE_NOOP("AnnotationExport", "what it answers is no longer there")
DAYS_APART: Final = QT_TRANSLATE_NOOP("AnnotationExport", "Days apart: {count}")

WITHOUT_PATH: Final = QT_TRANSLATE_NOOP("AnnotationExport", "where its pictures lie is not told")

WHEN: Final = QT_TRANSLATE_NOOP("AnnotationExport", "When")
FIRST_DAY: Final = QT_TRANSLATE_NOOP("AnnotationExport", "Start (days from day zero)")
LAST_DAY: Final = QT_TRANSLATE_NOOP("AnnotationExport", "End (days from day zero)")
ABOUT: Final = QT_TRANSLATE_NOOP("AnnotationExport", "About")
KIND: Final = QT_TRANSLATE_NOOP("AnnotationExport", "Kind")
AUTHOR: Final = QT_TRANSLATE_NOOP("AnnotationExport", "Author")
SAID: Final = QT_TRANSLATE_NOOP("AnnotationExport", "What it says")
TEXT: Final = QT_TRANSLATE_NOOP("AnnotationExport", "Text")
TAGS: Final = QT_TRANSLATE_NOOP("AnnotationExport", "Tags")
QUESTION: Final = QT_TRANSLATE_NOOP("AnnotationExport", "Question asked")
DECISION: Final = QT_TRANSLATE_NOOP("AnnotationExport", "Decision")
WHO: Final = QT_TRANSLATE_NOOP("AnnotationExport", "Who does it")
ANSWERS: Final = QT_TRANSLATE_NOOP("AnnotationExport", "Answers")
CREATED: Final = QT_TRANSLATE_NOOP("AnnotationExport", "Made at")
CHANGED: Final = QT_TRANSLATE_NOOP("AnnotationExport", "Changed at")
ID: Final = QT_TRANSLATE_NOOP("AnnotationExport", "Id")
