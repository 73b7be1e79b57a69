"""Single facts of a data set, read so that a fault in one of them costs no more than that one."""

import datetime
import functools
import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pydicom.dataset import Dataset
    from pydicom.tag import BaseTag

LONGEST_TEXT = 200
"""No line on the screen has room for more."""


def raw(data: "Dataset", keyword: str) -> Any:
    """Give a value as pydicom does; None where it is missing, empty or cannot be made out."""
    tag = _tag_of(keyword)
    try:
        value = data[tag].value if tag in data else None
    except Exception:  # whatever a converter stumbles over; it has no error of its own
        return None
    return None if value is None or value == "" else value


@functools.cache
def _tag_of(keyword: str) -> "BaseTag":
    """Give the tag of a keyword; to ask a data set by the keyword itself takes twice the time."""
    from pydicom.tag import Tag

    return Tag(keyword)


def text(data: "Dataset", keyword: str) -> str:
    """Give a value in one line of plain characters; empty where it is missing."""
    value = raw(data, keyword)
    said = " ".join(str(part) for part in _many(value))
    if not said.isprintable():
        said = "".join(sign if sign.isprintable() else " " for sign in said)
    return " ".join(said.split())[:LONGEST_TEXT]


def texts(data: "Dataset", keyword: str) -> tuple[str, ...]:
    """Give each part of a value of several, as it stands."""
    return tuple(str(part) for part in _many(raw(data, keyword)))


def numbers(data: "Dataset", keyword: str) -> tuple[float, ...]:
    """Give the numbers of a value; NaN in the place of each that is none."""
    return tuple(_number(part) for part in _many(raw(data, keyword)))


def number(data: "Dataset", keyword: str) -> float | None:
    """Give the first number of a value; None where there is no finite one."""
    found = numbers(data, keyword)
    return found[0] if found and math.isfinite(found[0]) else None


def whole(data: "Dataset", keyword: str) -> int | None:
    """Give the first number of a value as a whole one; None where there is none."""
    found = number(data, keyword)
    return None if found is None else int(found)


def vector(data: "Dataset", keyword: str, length: int) -> tuple[float, ...] | None:
    """Give exactly so many finite numbers, or None."""
    found = numbers(data, keyword)
    is_sound = len(found) == length and all(math.isfinite(part) for part in found)
    return found if is_sound else None


def day(data: "Dataset", keyword: str) -> datetime.date | None:
    """Give a date; None where it is missing or no date of the calendar."""
    said = text(data, keyword).replace(".", "")[:8]  # older files write 1998.02.17
    try:
        return datetime.datetime.strptime(said, "%Y%m%d").date()
    except ValueError:
        return None


def items(data: "Dataset", keyword: str) -> tuple["Dataset", ...]:
    """Give the items of a sequence; none where it is missing or no sequence."""
    from pydicom.dataset import Dataset

    return tuple(item for item in _many(raw(data, keyword)) if isinstance(item, Dataset))


def _many(value: Any) -> tuple[Any, ...]:
    if value is None:
        return ()
    is_many = isinstance(value, Sequence) and not isinstance(value, str | bytes)
    return tuple(value) if is_many else (value,)


def _number(value: Any) -> float:
    try:
        return float(value)
    except (TypeError, ValueError, OverflowError):
        return math.nan
