"""Figures worked out from reported values, or why there is none.

Values come as two arrays of one length: `values` (float64) and `marks` (int8, a `Mark` each), so
that a comparator or a device's word is never taken for a number.
"""

import math
from enum import Enum, IntEnum
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from viewer.model.series import Comparator

Floats = NDArray[np.float64]
Marks = NDArray[np.int8]
Flags = NDArray[np.bool_]

MEDIAN_VALUES = 2
"""From so many values on a median is told; one value is told as the range."""


class WhyNot(Enum):
    """Why there is no figure; stands in its place."""

    NO_VALUES = "no values"
    TOO_FEW = "not enough data"
    NOT_GLUCOSE = "not glucose"
    NO_LIMITS = "no limits are defined in this unit"
    NOT_SENSOR = "not a sensor series"
    LEFT_OPEN = "comparators or words leave it open"
    NOT_POSITIVE = "not positive"
    TOO_LARGE = "too large to calculate with"
    NONE_BEFORE = "no value at or before the day"
    SAME_VALUE = "the same value"
    ORDER_OPEN = "which came first is not known"


Figure = float | WhyNot
Count = int | WhyNot


class Mark(IntEnum):
    """What a reading is: a number, a bound, or a device's word."""

    NUMBER = 0
    IMPUTED = 1
    """A number put in the place of "Low"; the reading itself is only known to be low."""
    BELOW = 2
    AT_MOST = 3
    ABOVE = 4
    AT_LEAST = 5
    LOW = 6
    HIGH = 7


COMPARATOR_MARKS: dict[Comparator | None, Mark] = {
    None: Mark.NUMBER,
    "<": Mark.BELOW,
    "<=": Mark.AT_MOST,
    ">": Mark.ABOVE,
    ">=": Mark.AT_LEAST,
}
_COMPARATORS = {mark: comparator for comparator, mark in COMPARATOR_MARKS.items()}
_MIRRORED = np.array(
    [
        Mark.NUMBER,
        Mark.HIGH,  # it was "Low"; the number put in its place is no end of a range
        Mark.ABOVE,
        Mark.AT_LEAST,
        Mark.BELOW,
        Mark.AT_MOST,
        Mark.HIGH,
        Mark.LOW,
    ],
    dtype=np.int8,
)
_MIRRORED_COMPARATORS: dict[Comparator | None, Comparator | None] = {
    None: None,
    "<": ">",
    "<=": ">=",
    ">": "<",
    ">=": "<=",
}


class Reported(NamedTuple):
    """A value as it may be told: 54, "< 5", "Low".

    The end of a range may be "Low" and "<= 40": some were "Low", and the lowest number was 40.
    """

    value: float | None
    comparator: Comparator | None = None
    word: Literal["Low", "High"] | None = None

    @property
    def is_plain(self) -> bool:
        """Whether it is a number and nothing else."""
        return self.value is not None and self.comparator is None and self.word is None


def are_numbers(marks: Marks) -> Flags:
    """Tell which readings may be calculated with: the plain and the imputed numbers."""
    numbers: Flags = marks <= Mark.IMPUTED
    return numbers


def reported(value: float, mark: int) -> Reported:
    """Tell one reading as it was reported; an imputed one as the "Low" that it was."""
    if mark in {Mark.LOW, Mark.IMPUTED}:
        return Reported(None, None, "Low")
    if mark == Mark.HIGH:
        return Reported(None, None, "High")
    return Reported(value, _COMPARATORS[Mark(mark)])


def lowest_of(values: Floats, marks: Marks) -> Reported | None:
    """Tell the lower end of the range so that it is true; None without readings.

    With "< 5" among the values the end is "< 5" where no number is lower; where 3 is, it is
    "<= 3", as the bounded value may be lower still. "Low" is told beside the lowest number.
    """
    if len(values) == 0:
        return None
    is_low = (marks == Mark.LOW) | (marks == Mark.IMPUTED)
    lowest = _least(values, marks == Mark.NUMBER)
    below, at_most = _least(values, marks == Mark.BELOW), _least(values, marks == Mark.AT_MOST)
    if is_low.any() or min(below, at_most) < math.inf:
        word: Literal["Low"] | None = "Low" if is_low.any() else None
        end = min(lowest, below, at_most)
        if end == math.inf:
            return Reported(None, None, word)
        return Reported(end, "<" if below == end else "<=", word)
    above, at_least = _least(values, marks == Mark.ABOVE), _least(values, marks == Mark.AT_LEAST)
    end = min(lowest, above, at_least)
    if end == math.inf:
        return Reported(None, None, "High")
    if lowest == end:
        return Reported(end)
    return Reported(end, ">=" if at_least == end else ">")


def highest_of(values: Floats, marks: Marks) -> Reported | None:
    """Tell the upper end of the range, as `lowest_of` does the lower one."""
    found = lowest_of(-values, _MIRRORED[marks])
    if found is None:
        return None
    words: dict[str | None, Literal["Low", "High"] | None] = {"Low": "High", "High": "Low"}
    value = None if found.value is None else -found.value
    return Reported(value, _MIRRORED_COMPARATORS[found.comparator], words.get(found.word))


def _least(values: Floats, chosen: Flags) -> float:
    return float(np.min(values[chosen], initial=math.inf))


def median_of(
    values: Floats, marks: Marks, low_below: float = math.inf, high_above: float = -math.inf
) -> Figure:
    """Give the median where bounds and words leave no doubt about it.

    "< 5" may be anything lower, "Low" anything below `low_below`, "High" anything above
    `high_above`. The median is told when it comes out the same whatever they were.
    """
    if len(values) < MEDIAN_VALUES:
        return WhyNot.TOO_FEW if len(values) else WhyNot.NO_VALUES
    if not np.any(marks > Mark.IMPUTED):
        return _middle(values)
    least, most = values.copy(), values.copy()
    least[(marks == Mark.BELOW) | (marks == Mark.AT_MOST) | (marks == Mark.LOW)] = -math.inf
    most[(marks == Mark.ABOVE) | (marks == Mark.AT_LEAST) | (marks == Mark.HIGH)] = math.inf
    least[marks == Mark.HIGH] = high_above
    most[marks == Mark.LOW] = low_below
    lower, upper = _middle(least), _middle(most)
    return lower if lower == upper and math.isfinite(lower) else WhyNot.LEFT_OPEN


def _middle(values: Floats) -> float:
    left, right = (len(values) - 1) // 2, len(values) // 2
    parted = np.partition(values, (left, right))
    # Half and half, since the sum of two large numbers may be too large.
    return float(parted[left]) if left == right else float(parted[left] / 2 + parted[right] / 2)
