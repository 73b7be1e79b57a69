"""Which study or report a panel shows: the chosen one, else the one that was current."""

from typing import TypeVar

from PySide6.QtCore import QCoreApplication

from viewer.model.clinical import Report, Study
from viewer.model.course import latest_at, part
from viewer.model.event import Event
from viewer.session.session import Session
from viewer.ui.panels.telling import Telling
from viewer.ui.widgets.link import Target
from viewer.ui.widgets.tabs import Tab, Tabs
from viewer.ui.words.day_words import day_name
from viewer.ui.words.joining import in_line

translate = QCoreApplication.translate

P = TypeVar("P", Study, Report)

MOST_TABS = 8
"""With more studies than this, only those around the shown one have a tab."""


def shown_of(session: Session, parts: tuple[P, ...]) -> P | None:
    """Give the selected one, the one a selected examination belongs to, or the current one."""
    chosen = part(session.case, session.state.selection)
    own = next((p for p in parts if chosen is not None and p.id == chosen.id), None)
    if own is not None:
        return own
    if isinstance(chosen, Event) and _is_examination(session, chosen):
        linked = [p for p in parts if p.id in chosen.links or chosen.id in p.links]
        if len(linked) == 1:
            return linked[0]
    current = latest_at(parts, session.state.cursor)
    return next((p for p in parts if current is not None and p.id == current.id), None)


def _is_examination(session: Session, event: Event) -> bool:
    """Only an examination stands for its study; a treatment may name one made weeks later."""
    lane = next((one for one in session.case.lanes if one.id == event.lane), None)
    return lane is not None and lane.kind == "diagnostic"


def heading_of(session: Session, parts: tuple[P, ...], shown: P | None) -> str:
    """Say that the shown one was current on the cursor's day, where that is so."""
    current = latest_at(parts, session.state.cursor)
    if shown is None or current is None or current.when.anchor != shown.when.anchor:
        return ""
    words = translate("Current", "current on {day}")
    return words.format(day=day_name(session.state.cursor, session.counting))


def tabs_of(telling: Telling, parts: tuple[P, ...], shown: P | None) -> tuple[Tabs, ...]:
    """Give a tab for each, in order of time; none where there is only one."""
    ordered = sorted(parts, key=lambda p: p.when.anchor)
    at = ordered.index(shown) if shown is not None else 0
    first = max(0, min(at - MOST_TABS // 2, len(ordered) - MOST_TABS))
    tabs = []
    for thing in ordered[first : first + MOST_TABS]:
        words = in_line((telling.name(thing), telling.time(thing.when)))
        tabs.append(Tab(words, Target("part", thing.id), telling.line(words).explanation))
    return (Tabs(tuple(tabs), Target("part", shown.id) if shown is not None else None),)
