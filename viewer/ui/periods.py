"""The menu of named periods to zoom to."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from viewer.model import view_state
from viewer.model.case import Case
from viewer.model.part import words_of
from viewer.model.time import Interval
from viewer.session.session import Session
from viewer.ui.menus import plain
from viewer.ui.words.joining import in_line
from viewer.ui.words.time_words import when_short

translate = QCoreApplication.translate

MOST_PERIODS = 30


class Period(NamedTuple):
    """A stretch of time that the case gives a name: an event or a statement that lasted."""

    id: str
    name: str


def named_periods(case: Case, language: str) -> list[Period]:
    """Give what lasted in the disclosed case, in order of its beginning."""
    events = [(e.when, e.id, words_of(e.title)) for e in case.events]
    statements = [(s.when, s.id, s.text) for s in case.statements]
    lasting = [one for one in (*events, *statements) if isinstance(one[0], Interval)]
    lasting.sort(key=lambda one: one[0].anchor)
    return [
        Period(id_, in_line((title.pick(language), when_short(when, language))))
        for when, id_, title in lasting
    ]


def show_periods(chart: QWidget, session: Session) -> None:
    """Offer the whole course and the named periods over the chart."""
    menu = QMenu(chart)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    whole = menu.addAction(translate("Periods", "The whole course"))
    whole.triggered.connect(lambda *_: session.apply(view_state.fit))
    menu.addSeparator()
    periods = named_periods(session.case, session.language)
    for period in periods[:MOST_PERIODS]:
        action = menu.addAction(plain(period.name))
        action.triggered.connect(lambda *_, id_=period.id: session.zoom_to(id_))
    if len(periods) > MOST_PERIODS:
        words = translate("Periods", "{count} more in the table of events")
        more = menu.addAction(words.format(count=len(periods) - MOST_PERIODS))
        more.setEnabled(False)
    menu.popup(chart.mapToGlobal(QPoint(chart.width() // 3, chart.height() // 5)))
