"""Where the bracket between the cursors, its words and the second cursor's flag stand."""

from typing import NamedTuple


class Bracket(NamedTuple):
    """Columns in pixels: the line, the words on or beside it, and the flag."""

    start: float
    end: float
    words: float
    """The left edge of the words."""
    flag: float
    """The left edge of the flag."""


class Widths(NamedTuple):
    """How wide things are, and how far they stay from one another (pixels)."""

    words: float
    flag: float
    gap: float


def placed_bracket(
    first: float, second: float, room: tuple[float, float], sizes: Widths
) -> Bracket:
    """Place everything for cursors at two columns inside `room` (left, right).

    The flag stands beyond the second cursor; the words stand on the line, or beside it where it
    is too short for them.
    """
    left, right = room
    start, end = (min(max(x, left), right) for x in sorted((first, second)))
    is_after = second >= first
    flag = second if is_after else second - sizes.flag
    flag = min(max(flag, left), right - sizes.flag)
    # Where the edge pushes the flag back over the line, the line ends at the flag.
    free_start = start if is_after else max(start, flag + sizes.flag)
    free_end = min(end, flag) if is_after else end
    needed = sizes.words + 2 * sizes.gap
    if free_end - free_start >= needed:
        return Bracket(start, end, (free_start + free_end - sizes.words) / 2, flag)
    beside = (
        start - sizes.gap - sizes.words if is_after else end + sizes.gap,
        flag - sizes.gap - sizes.words,
        flag + sizes.flag + sizes.gap,
    )
    free = (x for x in beside if left <= x <= right - sizes.words and _is_off_flag(x, flag, sizes))
    return Bracket(start, end, next(free, left), flag)


def _is_off_flag(words: float, flag: float, sizes: Widths) -> bool:
    return words + sizes.words <= flag or flag + sizes.flag <= words
