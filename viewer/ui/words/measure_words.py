"""How days between two cursors, periods and missing figures are said."""

import math

from PySide6.QtCore import QCoreApplication

from viewer.model.figures import Reported, WhyNot
from viewer.model.measuring import days_between
from viewer.model.numbering import Counting
from viewer.model.time import Span
from viewer.model.view_state import ViewState
from viewer.ui.words.day_words import day_label, day_name, days_name
from viewer.ui.words.joining import in_line
from viewer.ui.words.numbers import number
from viewer.ui.words.value_words import SIGNS

translate = QCoreApplication.translate

LETTERS = ("A", "B")
"""What the periods are called, in their order."""


def days_long(days: int) -> str:
    """Say how many days lie between two days, whichever comes first."""
    if days == 0:
        return translate("Measure", "same day")
    return translate("Measure", "{days} d").format(days=abs(days))


def between_words(state: ViewState, counting: Counting) -> str:
    """Say how far the second cursor is off, and its day; empty without one."""
    days = days_between(state)
    if days is None or state.second is None:
        return ""
    words = translate("Measure", "{days} to {day}")
    return words.format(days=days_long(days), day=day_label(state.second, counting))


def period_days(span: Span, counting: Counting) -> str:
    """Name the whole days of a period."""
    first, last = span.start, span.end - 1
    if first == last:
        return day_name(first, counting)
    return days_name(first, last, counting)


def period_words(span: Span, counting: Counting) -> str:
    """Name the whole days of a period and how many they are."""
    return in_line((period_days(span, counting), days_long(math.floor(span.days))))


def why_not_words(why: WhyNot) -> str:
    """Say why there is no figure."""
    return {
        WhyNot.NO_VALUES: translate("WhyNot", "no values"),
        WhyNot.TOO_FEW: translate("WhyNot", "not enough data"),
        WhyNot.NOT_GLUCOSE: translate("WhyNot", "not glucose"),
        WhyNot.NO_LIMITS: translate("WhyNot", "no limits are defined in this unit"),
        WhyNot.NOT_SENSOR: translate("WhyNot", "not a sensor series"),
        WhyNot.LEFT_OPEN: translate("WhyNot", "comparators or words leave it open"),
        WhyNot.NOT_POSITIVE: translate("WhyNot", "not both values are above zero"),
        WhyNot.TOO_LARGE: translate("WhyNot", "too large to calculate with"),
        WhyNot.NONE_BEFORE: translate("WhyNot", "no value at or before one of the days"),
        WhyNot.SAME_VALUE: translate("WhyNot", "the same value stands for both days"),
        WhyNot.ORDER_OPEN: translate("WhyNot", "which value came first is not known"),
    }[why]


def reported_words(told: Reported) -> str:
    """Write the end of a range as it may be told: "54", "≤ 3", or "Low", "≤ 40"."""
    words = {"Low": translate("Values", "Low"), "High": translate("Values", "High"), None: ""}
    said = [words[told.word]]
    if told.value is not None:
        value = number(told.value)
        said.append(f"{SIGNS[told.comparator]} {value}" if told.comparator else value)
    return in_line(said)


def signed(value: float) -> str:
    """Write a difference with its sign."""
    return f"+{number(value)}" if value > 0 else number(value)
