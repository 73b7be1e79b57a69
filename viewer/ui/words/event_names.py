"""What stands in lanes in a line each, for lists of those that one mark stands for."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from viewer.model.case import Case
from viewer.model.course import Anchored, part
from viewer.model.numbering import Counting
from viewer.model.part import words_of
from viewer.model.series import Statement
from viewer.ui.words.joining import in_line
from viewer.ui.words.time_words import when_short

translate = QCoreApplication.translate

LONGEST_LIST = 60
"""So many events of "+N more" are named."""


def name_of(case: Case, id_: str, counting: Counting, language: str) -> str:
    """Give the words and the time of what stands in a lane, in a line."""
    found = part(case, id_)
    if not isinstance(found, Anchored):
        return id_
    words = found.text if isinstance(found, Statement) else words_of(found.title)
    return in_line((words.pick(language), when_short(found.when, counting, language)))


def names_of(
    case: Case, ids: Sequence[str], counting: Counting, language: str
) -> tuple[list[tuple[str, str]], str]:
    """Give id and name of the first of many, and how many more there are in words."""
    named, count = ids[:LONGEST_LIST], len(ids) - LONGEST_LIST
    rest = translate("Timeline", "and {count} more").format(count=count) if count > 0 else ""
    return [(id_, name_of(case, id_, counting, language)) for id_ in named], rest
