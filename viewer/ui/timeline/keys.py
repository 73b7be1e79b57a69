"""Up and down through the lanes; the other keys of the chart are commands of the window."""

import numpy as np
from PySide6.QtCore import Qt

from viewer.model.lanes import rows
from viewer.session.session import Session

LANE_KEYS: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
"""How many lanes down a key goes."""


def step_lane(session: Session, steps: int) -> None:
    """Go to the event nearest in time in the next lane down (up, where negative).

    Lanes and events that the filter leaves out are passed over.
    """
    case, state = session.case, session.state
    events, shown = case.events, [id_ for row in rows(case.lanes, state) for id_ in row.within]
    row, kept = events.rows(shown), session.kept.events
    lanes = [shown[at] for at in np.unique(row[kept & (row >= 0)]).tolist()]
    if not lanes:
        return
    selected = events.numbers.get(state.selection or "")
    lane = None if selected is None else events[selected].lane
    if lane not in lanes:
        target = lanes[0] if steps > 0 else lanes[-1]
    else:
        target = lanes[min(max(lanes.index(lane) + steps, 0), len(lanes) - 1)]
        if target == lane:
            return
    numbers = np.flatnonzero(kept & (row == shown.index(target)))
    distances = np.abs(events.times.anchor[numbers] - state.cursor)
    session.select(events[int(numbers[distances.argmin()])].id)
