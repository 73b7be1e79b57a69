"""Which study or report a panel shows: the chosen one, else the one that was current."""

from PySide6.QtCore import QCoreApplication

from viewer.model.annotation_pictures import pictured_id
from viewer.model.course import latest_at
from viewer.model.shown_part import P, shown_part
from viewer.session.session import Session
from viewer.ui.panels.telling import Telling
from viewer.ui.widgets.link import Target
from viewer.ui.widgets.tabs import Tab, Tabs
from viewer.ui.words.day_words import day_name
from viewer.ui.words.joining import in_line

translate = QCoreApplication.translate

MOST_TABS = 8
"""With more studies than this, only those around the shown one have a tab."""


def shown_of(session: Session, parts: tuple[P, ...]) -> P | None:
    """Give the one that a panel shows; what is selected may be a note on one of its pictures."""
    selection = session.state.selection
    selection = pictured_id(selection, session.annotations) or selection
    return shown_part(session.case, selection, session.state.cursor, parts)


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
