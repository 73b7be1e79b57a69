"""Keys of the timeline, as changes of the session."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt

from viewer.model import view_state
from viewer.model.event import Event
from viewer.session.session import Session

ZOOM_STEP = 0.8

Verb = Callable[[Session], None]


def _zoom(session: Session, factor: float) -> None:
    state = session.state
    middle = (state.window.start + state.window.end) / 2
    day = state.cursor if state.window.contains(state.cursor) else middle
    session.apply(partial(view_state.zoom_about, day=day, factor=factor))


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


_KEYS: dict[Qt.Key, Verb] = {
    Qt.Key.Key_Left: lambda session: session.step(-1),
    Qt.Key.Key_Right: lambda session: session.step(1),
    Qt.Key.Key_Up: lambda session: step_lane(session, -1),
    Qt.Key.Key_Down: lambda session: step_lane(session, 1),
    Qt.Key.Key_Home: lambda session: session.step_to_end(False),
    Qt.Key.Key_End: lambda session: session.step_to_end(True),
    Qt.Key.Key_0: lambda session: session.apply(view_state.fit),
    Qt.Key.Key_Plus: lambda session: _zoom(session, ZOOM_STEP),
    Qt.Key.Key_Equal: lambda session: _zoom(session, ZOOM_STEP),
    Qt.Key.Key_Minus: lambda session: _zoom(session, 1 / ZOOM_STEP),
    Qt.Key.Key_Escape: lambda session: session.select(None),
}


def verb_for(key: int, modifiers: Qt.KeyboardModifier) -> Verb | None:
    """Give what a key does to the session; None where it does nothing here."""
    plain = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
    if modifiers & ~plain:
        return None
    return _KEYS.get(Qt.Key(key)) if key in _KEYS else None
