"""The menu of named periods to zoom to."""

from functools import partial
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from viewer.model import view_state
from viewer.model.case import Case
from viewer.model.event import Event
from viewer.model.event_times import POINT
from viewer.model.numbering import Counting
from viewer.model.part import words_of
from viewer.model.time import Interval
from viewer.session.marking_periods import use_as_period
from viewer.session.session import Session
from viewer.ui.menus import plain
from viewer.ui.words.joining import in_line
from viewer.ui.words.measure_words import LETTERS, period_words
from viewer.ui.words.time_words import when_short

translate = QCoreApplication.translate

MOST_PERIODS = 30


class Period(NamedTuple):
    """A stretch of time that the case gives a name: an event or a statement that lasted."""

    id: str
    name: str


def named_periods(
    case: Case, counting: Counting, language: str, most: int
) -> tuple[list[Period], int]:
    """Give what lasted in the disclosed case, in order of its beginning, and how many more did."""
    events, statements = case.events, [s for s in case.statements if isinstance(s.when, Interval)]
    numbers = np.flatnonzero(events.times.forms != POINT)
    anchors = [*events.times.anchor[numbers].tolist(), *(s.when.anchor for s in statements)]
    found = []
    for at in np.argsort(anchors, kind="stable")[:most].tolist():
        is_event = at < len(numbers)
        thing = events[int(numbers[at])] if is_event else statements[at - len(numbers)]
        title = words_of(thing.title) if isinstance(thing, Event) else thing.text
        name = in_line((title.pick(language), when_short(thing.when, counting, language)))
        found.append(Period(thing.id, name))
    return found, len(anchors) - len(found)


def show_periods(chart: QWidget, session: Session) -> None:
    """Offer the whole course, what was marked and what has a name, to zoom to or to compare."""
    menu = QMenu(chart)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    whole = menu.addAction(translate("Periods", "The whole course"))
    whole.triggered.connect(lambda *_: session.apply(view_state.fit))
    for letter, span in zip(LETTERS, session.state.periods, strict=False):
        action = menu.addAction(in_line((letter, period_words(span, session.counting))))
        action.triggered.connect(
            lambda *_, span=span: session.apply(partial(view_state.zoom_to, span=span))
        )
    menu.addSeparator()
    periods, left_out = named_periods(
        session.case, session.counting, session.language, MOST_PERIODS
    )
    for period in periods:
        action = menu.addAction(plain(period.name))
        action.triggered.connect(lambda *_, id_=period.id: session.zoom_to(id_))
    if left_out:
        words = translate("Periods", "{count} more in the table of events")
        more = menu.addAction(words.format(count=left_out))
        more.setEnabled(False)
    if periods:
        menu.addSeparator()
        used = menu.addMenu(translate("Periods", "Use as period to compare"))
        for period in periods[:MOST_PERIODS]:
            action = used.addAction(plain(period.name))
            action.triggered.connect(lambda *_, id_=period.id: use_as_period(session, id_))
    menu.popup(chart.mapToGlobal(QPoint(chart.width() // 3, chart.height() // 5)))
