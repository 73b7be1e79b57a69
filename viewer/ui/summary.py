"""What was going on at the cursor, in a sentence."""

from PySide6.QtCore import QCoreApplication

from viewer.model.case import Case
from viewer.model.course import on_day
from viewer.model.event import Event
from viewer.model.numbering import Counting
from viewer.model.part import words_of
from viewer.model.series import Statement
from viewer.ui.words.day_words import day_label
from viewer.ui.words.joining import in_line, in_turn, labelled, with_aside
from viewer.ui.words.time_words import when_short

translate = QCoreApplication.translate


MOST_NAMED = 10
"""So many of a kind are named in the sentence; on a day with hundreds the rest are counted."""


def day_sentence(case: Case, day: float, counting: Counting, language: str) -> str:
    """Name what covers a day, then what had begun, then what may have been; each apart."""
    found = on_day(case, day, MOST_NAMED)
    rest = [left_out_words(count) for count in found.left_out]
    said = [*(_name(thing, language) for thing in found.surely), rest[0]]
    if found.begun:
        words = translate("Summary", "begun earlier, end not known: {events}")
        named = [*(_name(e, language) for e in found.begun), rest[1]]
        said.append(words.format(events=in_line(named)))
    if found.perhaps:
        named = [
            with_aside(_name(e, language), when_short(e.when, counting, language))
            for e in found.perhaps
        ]
        words = translate("Summary", "perhaps: {events}")
        said.append(words.format(events=in_line([*named, rest[2]])))
    return in_turn(said) if any(said) else translate("Summary", "no event told for this day")


def left_out_words(count: int) -> str:
    """Say how many more there are; nothing for none."""
    return translate("Summary", "{count} more").format(count=count) if count else ""


def day_lines(case: Case, day: float, counting: Counting, language: str) -> str:
    """Write the same as lines to paste elsewhere, each with its time."""
    found = on_day(case, day)
    lines = [day_label(day, counting)]
    for head, things in (
        ("", found.surely),
        (translate("Summary", "Begun earlier, end not known"), found.begun),
        (translate("Summary", "Perhaps"), found.perhaps),
    ):
        if head and things:
            lines.append(head)
        for thing in things:
            when = when_short(thing.when, counting, language)
            lines.append("- " + labelled(_name(thing, language), when))
    return "\n".join(lines)


def _name(thing: Event | Statement, language: str) -> str:
    words = words_of(thing.title) if isinstance(thing, Event) else thing.text
    return words.pick(language)
