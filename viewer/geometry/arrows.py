"""Where the words of arrows stand that point down at a row of moments, as on a chart for print.

An arrow is a line from its words down to the foot; no line crosses the words of another.
"""

from collections.abc import Sequence
from typing import NamedTuple

MOST_ROWS = 12
"""Words are never higher above the foot (rows)."""
LEFT_COSTS = 1.5
"""Words on the left are in the way of earlier arrows: they have to be lower by more than that."""


class Wanted(NamedTuple):
    """An arrow that is to be placed: where it points, and how wide its words are."""

    x_px: float
    width_px: float


class Arrow(NamedTuple):
    """A placed one: the left edge of its words, and their row counted from the foot."""

    x_px: float
    left_px: float
    width_px: float
    row: int

    @property
    def right_px(self) -> float:
        """The right edge of its words."""
        return self.left_px + self.width_px


def place_arrows(
    wanted: Sequence[Wanted], left_px: float, right_px: float, gap_px: float
) -> list[Arrow | None]:
    """Place arrows, the last one first; None where the words of one find no room.

    All words stand between two edges and a gap apart, right of their arrow, or left of it where
    that is much lower. Where words on the left are in the way of earlier arrows, none stands there
    that has room on the right.
    """
    first = _placed(wanted, (left_px, right_px), gap_px, LEFT_COSTS)
    if None not in first:
        return first
    second = _placed(wanted, (left_px, right_px), gap_px, MOST_ROWS)
    return min(first, second, key=lambda placed: placed.count(None))


def _placed(
    wanted: Sequence[Wanted], edges: tuple[float, float], gap_px: float, left_costs: float
) -> list[Arrow | None]:
    placed: list[Arrow | None] = [None] * len(wanted)
    done: list[Arrow] = []
    for number in sorted(range(len(wanted)), key=lambda n: wanted[n].x_px, reverse=True):
        found = _best(wanted[number], done, edges, gap_px, left_costs)
        if found is not None:
            placed[number] = found
            done.append(found)
    return placed


def _best(
    one: Wanted,
    done: Sequence[Arrow],
    edges: tuple[float, float],
    gap_px: float,
    left_costs: float,
) -> Arrow | None:
    """Give the lowest place; one on the left counts as some rows higher than it is."""
    sides = ((one.x_px + gap_px, 0.0), (one.x_px - gap_px - one.width_px, left_costs))
    found: list[tuple[float, Arrow]] = []
    for left, costs in sides:
        if left < edges[0] or left + one.width_px > edges[1]:
            continue
        for row in range(MOST_ROWS):
            arrow = Arrow(one.x_px, left, one.width_px, row)
            if not any(_collide(arrow, other, gap_px) for other in done):
                found.append((row + costs, arrow))
                break
    return min(found)[1] if found else None


def _collide(one: Arrow, other: Arrow, gap_px: float) -> bool:
    """Tell whether words meet words, or a line goes through words."""
    is_same_row = one.row == other.row
    meet = one.left_px < other.right_px + gap_px and other.left_px < one.right_px + gap_px
    return (is_same_row and meet) or _crosses(one, other, gap_px) or _crosses(other, one, gap_px)


def _crosses(line: Arrow, words: Arrow, gap_px: float) -> bool:
    is_beside = words.left_px - gap_px / 2 < line.x_px < words.right_px + gap_px / 2
    return is_beside and line.row >= words.row
