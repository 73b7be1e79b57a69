"""How a fold is said: its length, and what a click does."""

from PySide6.QtCore import QCoreApplication

from viewer.model.numbering import YEAR_DAYS
from viewer.model.time import Span
from viewer.ui.words.numbers import number

translate = QCoreApplication.translate


def fold_short(days: Span) -> str:
    """Give the length of a fold in the fewest words, such as "93 d"."""
    if days.days < 1:
        return translate("Fold", "{hours} h").format(hours=number(round(days.days * 24, 1)))
    return translate("Fold", "{days} d").format(days=number(round(days.days, 1)))


def fold_brief(days: Span) -> str:
    """Give the length of a fold in as little room as it can be told: of years, no more than that.

    The tooltip tells its days.
    """
    if days.days < YEAR_DAYS:
        return fold_short(days)
    words = translate("Fold", "{years} y")
    return words.format(years=number(round(days.days / YEAR_DAYS, 1)))


def fold_long(days: Span) -> str:
    """Say how long a fold is and how to open it."""
    words = translate("Fold", "{length} folded away, in which nothing is stated. Click to show.")
    return words.format(length=fold_short(days))
