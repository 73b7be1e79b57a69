"""Where no value of a series lies in the window, its panel says so and leads to the nearest."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from viewer.io.case_store import open_case
from viewer.model import view_state
from viewer.model.time import Span
from viewer.session.session import Session
from viewer.ui.fonts import install_fonts
from viewer.ui.look import Look
from viewer.ui.plots.placed import PlacedLabel
from viewer.ui.plots.plot_stack import PlotStack
from viewer.ui.theme import ThemeName

SHIPPED = Path(__file__).parents[3] / "cases" / "insulinoma-tae"
WHOLE = "No values in this window. Nearest: day 0. Go there"

Make = Callable[..., PlotStack]


@pytest.fixture
def make(qtbot: QtBot, qapp: QApplication) -> Iterator[Make]:
    install_fonts(qapp)

    def made(size: tuple[int, int] = (1090, 390), theme: ThemeName = "light") -> PlotStack:
        stack = PlotStack(Session(open_case(SHIPPED)), Look(theme))
        qtbot.addWidget(stack)
        stack.resize(*size)
        with qtbot.waitExposed(stack):
            stack.show()
        return stack

    yield made
    qapp.processEvents()


def _hints(stack: PlotStack) -> dict[str, PlacedLabel]:
    return {label.about: label for label in stack.placed.labels if label.kind == "hint"}


def test_it_is_said_only_where_it_is_true(make: Make) -> None:
    stack = make()
    session = stack._session
    ids = {panel.panel.series.id for panel in stack.placed.panels}
    assert _hints(stack) == {}
    session.apply(partial(view_state.show, window=Span(30, 90)))
    assert set(_hints(stack)) == ids
    assert {hint.words for hint in _hints(stack).values()} == {WHOLE}
    session.apply(partial(view_state.show, window=Span(-3, 60)))
    assert _hints(stack) == {}


def test_a_click_goes_there(make: Make, qtbot: QtBot) -> None:
    stack = make()
    session = stack._session
    session.select("death")
    session.apply(partial(view_state.show, window=Span(100, 130)))
    hint = _hints(stack)["insulin"]
    place = hint.rect.center().toPoint()
    qtbot.mouseMove(stack, place)
    qtbot.waitUntil(lambda: stack.cursor().shape() == Qt.CursorShape.PointingHandCursor)
    qtbot.mouseClick(stack, Qt.MouseButton.LeftButton, pos=place)
    assert session.state.cursor == 0.5
    assert session.state.window.contains(0.5)
    assert session.state.selection is None
    assert _hints(stack) == {}


@pytest.mark.parametrize("size", [(640, 260), (800, 300), (1090, 390), (1800, 700)])
@pytest.mark.parametrize("theme", ["light", "projector"])
def test_it_touches_no_other_words(make: Make, size: tuple[int, int], theme: ThemeName) -> None:
    stack = make(size, theme)
    for window in (Span(3, 8), Span(20, 70), Span(100, 158)):
        stack._session.apply(partial(view_state.show, window=window))
        assert _hints(stack)
        for panel in stack.placed.panels:
            rects = [label.rect for label in panel.labels]
            assert not [1 for one, other in combinations(rects, 2) if one.intersects(other)]
            hints = [label.rect for label in panel.labels if label.kind == "hint"]
            assert not [1 for rect in hints for b in panel.bands if rect.intersects(b.rect)]
            assert all(panel.rect.contains(rect) for rect in hints)
