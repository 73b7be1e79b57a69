"""What was going on at the cursor, in a sentence."""

from PySide6.QtCore import QCoreApplication

from viewer.model.case import Case
from viewer.model.course import going_on, without_end
from viewer.model.part import words_of
from viewer.ui.words.joining import in_line, in_turn, labelled, with_aside
from viewer.ui.words.time_words import day_label, when_short

translate = QCoreApplication.translate


def day_sentence(case: Case, day: float, language: str) -> str:
    """Name the events that cover a day or may do so; each with its time where that is not sure."""
    titles = []
    for event in going_on(case, day):
        title = words_of(event.title).pick(language)
        titles.append(with_aside(title, when_short(event.when, language)))
    begun = [words_of(event.title).pick(language) for event in without_end(case, day)]
    if begun:
        words = translate("Summary", "begun earlier, end not stated: {events}")
        titles.append(words.format(events=in_line(begun)))
    if not titles:
        return translate("Summary", "nothing reported for this day")
    return in_turn(titles)


def day_lines(case: Case, day: float, language: str) -> str:
    """Write the same as lines to paste elsewhere."""
    lines = [day_label(day)]
    for event in (*going_on(case, day), *without_end(case, day)):
        title = words_of(event.title).pick(language)
        lines.append("- " + labelled(title, when_short(event.when, language)))
    return "\n".join(lines)
