"""Which study or report stands for a moment: the chosen one, else the one that was current."""

from typing import TypeVar

from viewer.model.case import Case
from viewer.model.clinical import Report, Study
from viewer.model.course import latest_at, part
from viewer.model.event import Event

P = TypeVar("P", Study, Report)


def shown_part(case: Case, selection: str | None, cursor: float, parts: tuple[P, ...]) -> P | None:
    """Give the selected one, the one a selected examination belongs to, or the current one."""
    chosen = part(case, selection)
    own = next((p for p in parts if p.id == selection), None)
    if own is not None:
        return own
    if isinstance(chosen, Event) and _is_examination(case, chosen):
        linked = [p for p in parts if p.id in chosen.links or chosen.id in p.links]
        if len(linked) == 1:
            return linked[0]
    current = latest_at(parts, cursor)
    return next((p for p in parts if current is not None and p.id == current.id), None)


def _is_examination(case: Case, event: Event) -> bool:
    """Only an examination stands for its study; a treatment may name one made weeks later."""
    lane = next((one for one in case.lanes if one.id == event.lane), None)
    return lane is not None and lane.kind == "diagnostic"
