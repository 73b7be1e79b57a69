"""The lanes as they stand one below the other: in whose group, in which order, which are folded.

Lanes form a tree: each may name another one as its group. The person may collapse, hide and
reorder them; that changes what the window shows and never the case.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from viewer.model.event import Lane
from viewer.model.view_state import ViewState


@dataclass(frozen=True, slots=True)
class LaneRow:
    """A lane that is shown, how deep it is nested, and the lanes below it, itself the first."""

    lane: Lane
    depth: int
    is_collapsed: bool
    within: tuple[str, ...]
    """Ids of the lane and, where it is collapsed, of all that its row stands for."""
    is_group: bool = False


def with_groups(lanes: Iterable[Lane], used: Collection[str | None]) -> tuple[Lane, ...]:
    """Give the lanes that are used, and those they belong to, in the order given."""
    lanes = tuple(lanes)
    groups = {lane.id: lane.group for lane in lanes}
    kept = set[str]()
    for lane in lanes:
        higher: str | None = lane.id if lane.id in used else None
        while higher is not None and higher not in kept:
            kept.add(higher)
            higher = groups.get(higher)
    return tuple(lane for lane in lanes if lane.id in kept)


def in_order(lanes: Sequence[Lane], order: Sequence[str]) -> tuple[Lane, ...]:
    """Give the lanes in an order of ids; one that is not in it stays after the one before it."""
    if not order:
        return tuple(lanes)
    known = {lane.id: lane for lane in lanes}
    ordered = frozenset(order)
    after: dict[str | None, list[str]] = {}
    before: str | None = None
    for id_ in known:
        if id_ in ordered:
            before = id_
        else:
            after.setdefault(before, []).append(id_)
    found = list(after.get(None, ()))
    for id_ in order:
        found += [id_, *after.get(id_, ())] if id_ in known else ()
    return tuple(known[id_] for id_ in found)


def _below(lanes: Sequence[Lane]) -> dict[str | None, list[Lane]]:
    """Give the lanes directly below each; those without a group that is there below None."""
    known = {lane.id for lane in lanes}
    found: dict[str | None, list[Lane]] = {}
    for lane in lanes:
        found.setdefault(lane.group if lane.group in known else None, []).append(lane)
    return found


def rows(lanes: Sequence[Lane], state: ViewState) -> tuple[LaneRow, ...]:
    """Give the lanes that the window shows, from top to bottom, each above its members."""
    below = _below(in_order(lanes, state.lane_order))
    found: list[LaneRow] = []
    waiting = [(lane, 0) for lane in reversed(below.get(None, ()))]
    while waiting:
        lane, depth = waiting.pop()
        if lane.id in state.hidden:
            continue
        members = below.get(lane.id, [])
        is_collapsed = lane.id in state.collapsed
        within: tuple[str, ...] = (lane.id,)
        if is_collapsed:
            within = tuple(_all_below(lane.id, below, state.hidden))
        else:
            waiting.extend((one, depth + 1) for one in reversed(members))
        found.append(LaneRow(lane, depth, is_collapsed, within, bool(members)))
    return tuple(found)


def _all_below(id_: str, below: dict[str | None, list[Lane]], hidden: Collection[str]) -> list[str]:
    found, waiting = list[str](), [id_]
    while waiting:
        one = waiting.pop()
        found.append(one)
        members = (lane.id for lane in reversed(below.get(one, ())))
        waiting.extend(member for member in members if member not in hidden)
    return found


def path_to(lanes: Iterable[Lane], id_: str | None) -> tuple[str, ...]:
    """Give a lane's id after those of the groups it stands in, the outermost first."""
    groups = {lane.id: lane.group for lane in lanes}
    found = list[str]()
    while id_ is not None and id_ in groups and id_ not in found:
        found.append(id_)
        id_ = groups[id_]
    return tuple(reversed(found))


def siblings(lanes: Sequence[Lane], id_: str, state: ViewState) -> tuple[str, ...]:
    """Give the ids of the lanes that are shown in the same group as a lane, in their order."""
    below = _below(in_order(lanes, state.lane_order))
    for members in below.values():
        ids = tuple(lane.id for lane in members if lane.id not in state.hidden)
        if id_ in ids:
            return ids
    return ()


# --- what the person does -----------------------------------------------------------------


def collapse(state: ViewState, ids: Iterable[str]) -> ViewState:
    """Show each of the lanes, with all below it, as one row."""
    return replace(state, collapsed=state.collapsed | frozenset(ids))


def expand(state: ViewState, ids: Iterable[str]) -> ViewState:
    """Show the events of the lanes again."""
    return replace(state, collapsed=state.collapsed - frozenset(ids))


def unhide(state: ViewState, ids: Iterable[str]) -> ViewState:
    """Show hidden lanes again."""
    return replace(state, hidden=state.hidden - frozenset(ids))


def place(
    state: ViewState, lanes: Sequence[Lane], id_: str, beside: str, is_after: bool
) -> ViewState:
    """Move a lane before or after another one of its group; anywhere else it stays."""
    here = siblings(lanes, id_, state)
    if beside not in here or beside == id_:
        return state
    if _moved(here, id_, beside, is_after) == here:
        return state
    order = tuple(lane.id for lane in in_order(lanes, state.lane_order))
    return replace(state, lane_order=_moved(order, id_, beside, is_after))


def _moved(order: tuple[str, ...], id_: str, beside: str, is_after: bool) -> tuple[str, ...]:
    others = [one for one in order if one != id_]
    others.insert(others.index(beside) + is_after, id_)
    return tuple(others)


def step(state: ViewState, lanes: Sequence[Lane], id_: str, steps: int) -> ViewState:
    """Move a lane down (up, where negative) among the lanes of its group."""
    here = siblings(lanes, id_, state)
    if id_ not in here:
        return state
    at = min(max(here.index(id_) + steps, 0), len(here) - 1)
    return place(state, lanes, id_, here[at], is_after=steps > 0)


def as_in_case(state: ViewState) -> ViewState:
    """Show the lanes in the order of the case."""
    return replace(state, lane_order=())
