"""Where cycles, changes and doses stand on the bar of a treatment."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRectF

from viewer.geometry.bars import BarShape, Drawn
from viewer.geometry.doses import Step, dose_steps, tick_columns
from viewer.model.event import Event
from viewer.model.series import Statement
from viewer.ui.timeline.measures import Measures
from viewer.ui.timeline.placed import PlacedTick
from viewer.ui.words.treatment_words import cycle_name

_OFF_PX = 3.0
"""How far the letters of a cycle stand off its line."""


def steps_of(subject: Event | Statement, shape: BarShape, drawn: Drawn) -> tuple[Step, ...]:
    """Give the heights of the doses of a treatment; none for anything else."""
    if not isinstance(subject, Event):
        return ()
    return dose_steps(subject.dose, subject.changes, shape, drawn)


def ticks_of(
    subject: Event | Statement, shape: BarShape, drawn: Drawn, measures: Measures
) -> tuple[PlacedTick, ...]:
    """Give the cycles, and the changes that no step shows, in the columns that are seen.

    Their rectangles have no height yet; that of letters has no width where there is no room.
    """
    if not isinstance(subject, Event):
        return ()
    has_steps = bool(dose_steps(subject.dose, subject.changes, shape, drawn))
    plain = [c for c in subject.changes if c.dose is None or not has_steps]
    named = [(one.when, cycle_name(one)) for one in subject.cycles]
    scale, found = drawn.scale, list[PlacedTick]()
    for when, letters in (*((one.when, "") for one in plain), *named):
        left, right = tick_columns(when, drawn)
        if right < scale.left_px or left > scale.right_px:
            continue
        width = measures.width(letters, "small")
        at = left + _OFF_PX if right <= left else (left + right - width) / 2
        evidence = when.evidence or subject.evidence.kind
        found.append(PlacedTick(left, right, letters, evidence, QRectF(at, 0, width, 0)))
    return tuple(found)


def right_px(ticks: Sequence[PlacedTick]) -> Iterator[float]:
    """Give the columns where ticks and their letters end."""
    for tick in ticks:
        yield max(tick.right_px, tick.rect.right())


def quiet_columns(
    room: tuple[float, float], ticks: Sequence[PlacedTick], steps: Sequence[Step]
) -> tuple[float, float]:
    """Give the widest columns of a bar in which nothing begins or changes."""
    taken = [(tick.left_px, max(tick.right_px, tick.rect.right())) for tick in ticks]
    taken += [(step.right_px, step.right_px) for step in steps]
    best, at = (room[0], room[0]), room[0]
    for start, end in sorted([*taken, (room[1], room[1])]):
        if min(start, room[1]) - at > best[1] - best[0]:
            best = at, min(start, room[1])
        at = max(at, end)
    return best


def in_row(
    ticks: Sequence[PlacedTick], row: QRectF, taken: Sequence[QRectF]
) -> tuple[PlacedTick, ...]:
    """Give the ticks with their letters in a row; letters that would cover words are left out."""
    found, free = list[PlacedTick](), list(taken)
    for tick in ticks:
        rect = QRectF(tick.rect.left(), row.top(), tick.rect.width(), row.height())
        is_free = row.left() - 1 <= rect.left() and rect.right() <= row.right() + 1
        if not tick.letters or not is_free or any(rect.intersects(other) for other in free):
            found.append(tick._replace(letters="", rect=QRectF()))
            continue
        free.append(rect.adjusted(-2, 0, 2, 0))
        found.append(tick._replace(rect=rect))
    return tuple(found)
