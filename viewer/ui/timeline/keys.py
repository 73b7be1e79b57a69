"""Up and down through the lanes; the other keys of the chart are commands of the window."""

from PySide6.QtCore import Qt

from viewer.model.event import Event
from viewer.session.session import Session

LANE_KEYS: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
"""How many lanes down a key goes."""


def step_lane(session: Session, steps: int) -> None:
    """Go to the event nearest in time in the next lane down (up, where negative) that has any."""
    case, state = session.case, session.state
    lanes = [lane.id for lane in case.lanes if lane.id not in state.hidden]
    events = {lane: [e for e in case.events if e.lane == lane] for lane in lanes}
    lanes = [lane for lane in lanes if events[lane]]
    if not lanes:
        return
    selected = next((e for e in case.events if e.id == state.selection), None)
    if selected is None or selected.lane not in lanes:
        target = lanes[0] if steps > 0 else lanes[-1]
    else:
        target = lanes[min(max(lanes.index(selected.lane) + steps, 0), len(lanes) - 1)]
        if target == selected.lane:
            return

    def distance(event: Event) -> float:
        return abs(event.when.anchor - state.cursor)

    session.select(min(events[target], key=distance).id)
