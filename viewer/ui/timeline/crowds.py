"""Marks that stand for several events: those of a collapsed lane, and a day with too many."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QRectF

from viewer.geometry.density import Floats, Run, covered, runs
from viewer.geometry.labels import Thing, Words
from viewer.model.event import Event
from viewer.model.event_times import Flags, Numbers
from viewer.model.time import Instant
from viewer.ui.marks.letters import count_letters
from viewer.ui.timeline.contents import Contents, LaneContents
from viewer.ui.timeline.placed import Placed
from viewer.ui.timeline.shaping import Ground, Shaped, letters_of

_WIDEST = "×9999"
_GAP_H = 0.4
_STATEMENT = "[ ]"


# --- a collapsed lane ---------------------------------------------------------------------


def collapsed_row(
    contents: Contents, lane: LaneContents, top_px: float, ground: Ground
) -> tuple[list[Placed], tuple[tuple[float, float], ...]]:
    """Give the marks of a collapsed lane, and the columns that its periods surely cover."""
    places = lane.places_between(ground.drawn.scale.window)
    return summary(contents, lane, places, (0, top_px), ground), covered_by(lane, ground)


def summary(
    contents: Contents,
    lane: LaneContents,
    places: Numbers,
    at: tuple[int, float],
    ground: Ground,
    *,
    is_left_out: bool = False,
) -> list[Placed]:
    """Give the marks that stand for what is at these places of a lane, in one row.

    Every one of them is counted by one mark: at its day, or at the edge of the window that it
    reaches in from. `at` is the number of the row and the height at which the lane begins.
    """
    scale, measures, (row, top_px) = ground.drawn.scale, ground.measures, at
    columns = np.clip(scale.xs(lane.anchors[places]), scale.left_px, scale.right_px)
    marks: list[tuple[Run, QRectF, str]] = []
    middle = top_px + measures.lane_pad_px + (row + 0.5) * measures.row_px
    for run in runs(columns, _reach_px(ground)):
        here = run
        while True:
            letters = _letters(lane, places[here.first : here.stop])
            mark = _mark(columns[here.first : here.stop], letters, middle, ground)
            if not marks or mark.left() >= marks[-1][1].right():
                break
            # There is no room for it but in the one before.
            here = Run(marks.pop()[0].first, here.stop)
        marks.append((here, mark, letters))
    return [
        _summary(contents, lane, places[run.first : run.stop], (row, mark, letters), is_left_out)
        for run, mark, letters in marks
    ]


def _reach_px(ground: Ground) -> float:
    """Give how wide the marks and the gap after them are at most."""
    return ground.measures.letters_px(_WIDEST) + _GAP_H * ground.measures.h_px


def _letters(lane: LaneContents, places: Numbers) -> str:
    if len(places) > 1:
        return count_letters(len(places))
    subject = lane.subject(int(lane.numbers[places[0]]))
    return letters_of(subject) if isinstance(subject, Event) else _STATEMENT


def _mark(columns: Floats, letters: str, middle_px: float, ground: Ground) -> QRectF:
    """Give the rectangle of a mark for events at these columns, inside the window."""
    scale, measures = ground.drawn.scale, ground.measures
    most = _reach_px(ground) - _GAP_H * measures.h_px
    needed = measures.letters_px(letters) if letters else measures.mark_px
    height = measures.letters_h_px if letters else measures.mark_px
    first, last = float(columns[0]), float(columns[-1])
    if len(columns) == 1:
        left, width = first - needed / 2, needed
    else:
        left, width = first - measures.mark_px / 2, max(last - first + measures.mark_px, needed)
        width = min(width, max(most, needed))
    half = measures.mark_px / 2
    left = max(min(left, scale.right_px + half - width), scale.left_px - half)
    return QRectF(left, middle_px - height / 2, width, height)


def _summary(
    contents: Contents,
    lane: LaneContents,
    places: Numbers,
    drawn: tuple[int, QRectF, str],
    is_left_out: bool,
) -> Placed:
    """Give the mark of one event as itself, of several as their number."""
    own, (row, mark, letters) = lane.lane.id, drawn
    if len(places) > 1:
        hidden = lane.ids(places)
        return Placed(
            *(f"collapsed:{own}:{hidden[0]}", own, row, None, "reported", lane.lane.kind),
            mark=mark,
            hidden=hidden,
            letters=letters,
            is_left_out=is_left_out,
        )
    first = lane.subject(int(lane.numbers[places[0]]))
    kind = contents.lanes[first.lane or own].lane.kind
    told = first.id, own, row, first, first.evidence.kind, kind
    return Placed(*told, mark=mark, letters=letters)


def covered_by(
    lane: LaneContents, ground: Ground, kept: Flags | None = None
) -> tuple[tuple[float, float], ...]:
    """Give the columns that the periods of a lane surely cover; those that are kept of them."""
    scale = ground.drawn.scale
    end = min(scale.right_px, ground.drawn.limit_px)
    starts, ends = lane.certain
    is_seen = (starts < scale.window.end) & (ends > scale.window.start)
    known = np.flatnonzero(is_seen if kept is None else is_seen & kept[lane.numbers])
    lefts = np.clip(scale.xs(starts[known]), scale.left_px, end)
    rights = np.clip(scale.xs(np.minimum(ends[known], scale.window.end + 1.0)), lefts, end)
    return tuple(covered(lefts, rights, 1.0))


# --- more on one day than fit -------------------------------------------------------------


def crowded(shaped: Sequence[Shaped], left_over: Sequence[int], ground: Ground) -> list[Shaped]:
    """Let the instants of each place where one found no row share one mark with their count."""
    measures = ground.measures
    dated = [
        i
        for i, one in enumerate(shaped)
        if one.subject is not None
        and one.mark is not None
        and isinstance(one.subject.when, Instant)
        and one.subject.when.is_exact
    ]
    dated.sort(key=lambda i: _middle(shaped[i]))
    columns = np.array([_middle(shaped[i]) for i in dated], dtype=np.float64)
    beyond = frozenset(left_over)
    crowds: dict[int, Shaped] = {}
    taken: set[int] = set()
    for run in runs(columns, measures.mark_px):
        here = dated[run.first : run.stop]
        if len(here) > 1 and not beyond.isdisjoint(here):
            members = sorted(here)
            taken.update(members)
            middle = (float(columns[run.first]) + float(columns[run.stop - 1])) / 2
            crowds[members[0]] = _crowd([shaped[i] for i in members], middle, ground)
    return [crowds.get(i, one) for i, one in enumerate(shaped) if i not in taken or i in crowds]


def _middle(one: Shaped) -> float:
    assert one.mark is not None  # those without a mark are never asked
    return (one.mark[0] + one.mark[1]) / 2


def _crowd(members: Sequence[Shaped], middle_px: float, ground: Ground) -> Shaped:
    letters = count_letters(len(members))
    half = ground.measures.letters_px(letters) / 2
    mark = middle_px - half, middle_px + half
    hidden = tuple(id_ for one in members for id_ in one.ids)
    return Shaped(None, Thing(*mark, Words(0.0)), None, None, mark, letters, hidden)
