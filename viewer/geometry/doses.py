"""The height of a dose over time, and where cycles and changes stand on the bar of a treatment."""

from collections.abc import Sequence
from typing import NamedTuple

from viewer.geometry.bars import BarShape, Drawn
from viewer.model.time import CutInstant, Instant
from viewer.model.treatment import Change, Dose


class Step(NamedTuple):
    """Columns of a bar with one dose, as a share of the highest (0 to 1).

    Where the day of a change is not certain, the lower of the two doses stands, as not certain.
    """

    left_px: float
    right_px: float
    share: float
    is_certain: bool = True


def tick_columns(when: Instant, drawn: Drawn) -> tuple[float, float]:
    """Give the column of an exact moment twice, else the two columns that it lies between."""
    x = drawn.scale.x
    if when.day is not None:
        return x(when.day), x(when.day)
    middle = x(when.anchor)
    left = middle if when.earliest is None else x(when.earliest)
    if when.latest is not None:
        return left, x(when.latest + when.width)
    return left, max(left, drawn.limit_px if isinstance(when, CutInstant) else middle)


def dose_steps(
    dose: Dose | None,
    changes: Sequence[Change],
    shape: BarShape,
    drawn: Drawn,
    peak: float | None = None,
) -> tuple[Step, ...]:
    """Give the steps of a bar that are seen; none where the doses cannot be compared.

    They cannot where the first one or every change is without a dose, or where units differ.
    `peak` is a dose of others that they are compared with: then one alone is a step, too.
    """
    changed = [(change.when, change.dose) for change in changes if change.dose is not None]
    if dose is None or not (changed or peak is not None):
        return ()
    peak = max(peak or 0.0, dose.value, *(one.value for _, one in changed))
    if peak <= 0 or any((one.unit, one.per) != (dose.unit, dose.per) for _, one in changed):
        return ()
    steps: list[Step] = []
    at, share = shape.left_px, dose.value / peak
    for when, one in changed:
        left, right = (max(column, at) for column in tick_columns(when, drawn))
        steps.append(Step(at, left, share))
        steps.append(Step(left, right, min(share, one.value / peak), is_certain=False))
        at, share = right, one.value / peak
    steps.append(Step(at, shape.right_px, share))
    first, last = shape.seen_left_px, shape.seen_right_px
    seen = [
        s._replace(left_px=max(s.left_px, first), right_px=min(s.right_px, last)) for s in steps
    ]
    return tuple(step for step in seen if step.right_px > step.left_px)
