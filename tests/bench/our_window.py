"""Our side: the whole window on a case, and the steps that a person makes in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from tests.bench.measuring import Painted, Step
from viewer.io.case_store import open_case
from viewer.model import lanes as lane_steps
from viewer.model import plot_choices, view_state
from viewer.model.filter import NO_FILTER, Filter
from viewer.model.time import Span
from viewer.session.session import Session
from viewer.session.settings import Settings
from viewer.ui.look import Look
from viewer.ui.window import Window

SIZE = (1600, 1000)


@contextmanager
def our_window(case: Path) -> Iterator[Window]:
    """Show the real window on a case; it is gone afterwards."""
    with TemporaryDirectory() as folder:
        look = Look()
        look.dress()
        session = Session(open_case(case))
        window = Window(session, look, Settings(Path(folder) / "settings.ini"))
        window.resize(*SIZE)
        window.show()
        for _ in range(5):
            QApplication.processEvents()
        try:
            yield window
        finally:
            window.close()
            window.deleteLater()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def chart_parts(window: Window) -> list[QWidget]:
    """Give the widgets that paint the chart: ruler, lanes and plots."""
    chart = window.chart
    return [chart.ruler, chart.timeline.viewport(), chart.plots.canvas.viewport()]


def show_share(window: Window, share: float, middle: float = 0.5) -> None:
    """Show a share of the course about a place in it (0 to 1)."""
    bounds = window.session.state.bounds
    centre = bounds.start + middle * bounds.days
    half = share * bounds.days / 2
    window.session.apply(partial(view_state.show, window=Span(centre - half, centre + half)))
    QApplication.processEvents()


def panning(window: Window, share: float = 0.01) -> Painted:
    """Move the window to and fro by a share of it."""
    session = window.session

    def step(number: int) -> None:
        state = session.state
        days = (share if number % 2 else -share) * state.window.days
        if view_state.pan(state, days) == state:  # at an end of the course
            days = -days
        session.apply(partial(view_state.pan, days=days))

    return Painted(step, window.chart, chart_parts(window))


def zooming(window: Window) -> Painted:
    """Zoom in and out about the middle by one notch of the wheel."""
    session = window.session

    def step(number: int) -> None:
        state = session.state
        middle = (state.window.start + state.window.end) / 2
        factor = 1 / 0.8 if number % 2 else 0.8
        session.apply(partial(view_state.zoom_about, day=middle, factor=factor))

    return Painted(step, window.chart, chart_parts(window))


def pointing(window: Window) -> Painted:
    """Move the cursor to and fro in the window."""
    session = window.session

    def step(number: int) -> None:
        shown = session.state.window
        session.point_at(shown.start + shown.days * (0.3 + 0.01 * (number % 40)))

    return Painted(step, window.chart, chart_parts(window))


def repainting(window: Window) -> Painted:
    """Lay every view out anew and paint every widget of the window."""

    def step(_: int) -> None:
        window.session.window_changed.emit()
        for widget in window.findChildren(QWidget):
            widget.update()

    return Painted(step, window.chart, chart_parts(window))


@dataclass(frozen=True)
class Kind:
    """A kind of step: what it does, and what must have painted after it."""

    step: Step
    paints: Callable[[Window], list[QWidget]] = chart_parts


def kinds(window: Window) -> dict[str, Kind]:
    """Give what a person does to a case that is open, a kind of step each; add new kinds here."""
    session = window.session
    events = session.case.events
    lanes = session.case.lanes
    window.docks["events"].raise_()
    filter_line = window.panels.events.findChild(QLineEdit)
    words = ("event 1", "event 12", "event 123", "")

    def select(number: int) -> None:
        session.select(events[(number * 7919) % len(events)].id)

    first = lanes[0].id

    def hide(_: int) -> None:
        is_hidden = first not in session.state.hidden
        session.apply(partial(view_state.hide, id_=first, is_hidden=is_hidden))

    def collapse(_: int) -> None:
        is_shut = first in session.state.collapsed
        step = lane_steps.expand if is_shut else lane_steps.collapse
        session.apply(partial(step, ids=(first,)))

    def convert(_: int) -> None:
        is_on = not session.state.plots.is_converted("glucose")
        step = partial(plot_choices.convert, analyte="glucose", is_on=is_on)
        session.apply(partial(view_state.replot, change=step))

    def sift(_: int) -> None:
        reported = Filter(evidence=frozenset({"reported"}))
        chosen = NO_FILTER if session.state.filter.is_on else reported
        session.apply(partial(view_state.sift, chosen=chosen))

    def narrow(_: int) -> None:
        at = words.index(filter_line.text()) if filter_line.text() in words else 0
        filter_line.setText(words[(at + 1) % len(words)])

    def timeline(of: Window) -> list[QWidget]:
        return [of.chart.timeline.viewport()]

    def plots(of: Window) -> list[QWidget]:
        return [of.chart.plots.canvas.viewport()]

    def table(_: Window) -> list[QWidget]:
        return [filter_line]

    return {
        "select": Kind(select, timeline),
        "hide or show a lane": Kind(hide, timeline),
        "collapse or expand a lane": Kind(collapse, timeline),
        "another unit": Kind(convert, plots),
        "filter by evidence": Kind(sift, timeline),
        "filter the events": Kind(narrow, table),
    }


def step_kinds(window: Window) -> dict[str, Painted]:
    """Give every kind of step as a contender."""
    basic = {"pan": panning(window), "zoom": zooming(window), "cursor": pointing(window)}
    more = {
        name: Painted(kind.step, window, kind.paints(window))
        for name, kind in kinds(window).items()
    }
    return basic | more
