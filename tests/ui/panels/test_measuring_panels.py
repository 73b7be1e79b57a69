"""Measure, compare and pinned with something in them: nothing clipped, every look, in time."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSpinBox, QToolButton
from pytestqt.qtbot import QtBot

from tests.ui.panels.panel_words import put_on_screen, shown, told
from tests.ui.panels.test_every_panel import LATE, clipped
from viewer.model import measuring
from viewer.model.case import Case
from viewer.model.comparison import Comparison, compare
from viewer.model.time import Span
from viewer.session import comparing
from viewer.session.comparing import Comparer
from viewer.session.session import Session
from viewer.ui.look import Look
from viewer.ui.panels.compare import ComparePanel
from viewer.ui.panels.measure import MeasurePanel
from viewer.ui.panels.panel import Panel
from viewer.ui.panels.pinned import PinnedPanel

PANELS = (MeasurePanel, ComparePanel, PinnedPanel)
PINS = ("octreotide", "insulin", "study-ct-admission", "report-biopsy", "no-hypoglycaemia")


def measure(session: Session) -> None:
    session.point_at(0.5)
    session.apply(lambda state: measuring.put_second(state, 40.5))
    for span in (Span(0, 12), Span(13, 62)):
        session.apply(lambda state, span=span: measuring.add_period(state, span))
    for id_ in PINS:
        session.apply(lambda state, id_=id_: measuring.pin(state, id_))


@pytest.mark.parametrize("kind", PANELS)
@pytest.mark.parametrize("language", ["en", "ja"])
def test_no_words_are_clipped_in_the_narrowest_panel(
    qtbot: QtBot, session: Session, look: Look, kind: Callable[..., Panel], language: str
) -> None:
    session.language = language
    panel = kind(session, look)
    measure(session)
    window = put_on_screen(qtbot, panel, round(22 * look.em_px), 900)
    qtbot.waitUntil(lambda: clipped(panel) == [])
    window.close()


@pytest.mark.parametrize("kind", PANELS)
def test_the_panels_follow_the_look(
    qtbot: QtBot, session: Session, kind: Callable[..., Panel]
) -> None:
    look = Look("light")
    look.dress()
    panel = kind(session, look)
    measure(session)
    window = put_on_screen(qtbot, panel, 900)
    before = sorted(shown(panel))
    look.set_theme("dark")
    look.set_theme("projector")
    assert sorted(shown(panel)) == before
    assert len(before) > 20
    window.close()


@pytest.mark.parametrize("kind", PANELS)
def test_nothing_later_than_the_horizon_is_told(
    qtbot: QtBot, session: Session, look: Look, kind: Callable[..., Panel]
) -> None:
    panel = kind(session, look)
    measure(session)
    window = put_on_screen(qtbot, panel, 600)
    session.hide_after(10)
    session.apply(lambda state: measuring.put_second(state, 9.5))
    session.apply(lambda state: measuring.add_period(state, Span(5, 200)))
    assert [text for text in (*told(panel), panel.heading) if LATE.search(text)] == []
    days = [(f.minimum(), f.maximum()) for f in panel.findChildren(QSpinBox)]
    assert all(most == 10 for _, most in days)
    window.close()


def test_every_control_has_a_name(qtbot: QtBot, session: Session, look: Look) -> None:
    for kind in PANELS:
        panel = kind(session, look)
        qtbot.addWidget(panel)
        measure(session)
        controls = (*panel.findChildren(QToolButton), *panel.findChildren(QSpinBox))
        assert all(control.accessibleName() for control in controls)


def test_figures_that_take_long_come_later_and_are_copied_then(
    qtbot: QtBot, session: Session, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()

    def waiting(case: Case, periods: tuple[Span, ...]) -> Comparison:
        assert go_on.wait(30)
        return compare(case, periods)

    monkeypatch.setattr(comparing, "compare", waiting)
    panel = ComparePanel(session, look, Comparer(most_at_once=0))
    measure(session)
    window = put_on_screen(qtbot, panel, 600)
    assert "Working it out …" in shown(panel)
    assert "54 mg/dL" not in shown(panel)
    panel.copy()
    go_on.set()
    qtbot.waitUntil(lambda: "54 mg/dL" in shown(panel))
    assert "Working it out …" not in shown(panel)
    assert "54 mg/dL" in QGuiApplication.clipboard().text()
    window.close()


def test_one_period_alone_asks_for_a_second(qtbot: QtBot, session: Session, look: Look) -> None:
    panel = ComparePanel(session, look)
    window = put_on_screen(qtbot, panel, 600)
    session.apply(lambda state: measuring.add_period(state, Span(0, 12)))
    assert "Mark a second period to compare it with this one." in shown(panel)
    assert panel.heading == "days 0–11"
    session.apply(lambda state: measuring.drop_period(state, 0))
    assert any("No period is marked" in text for text in shown(panel))
    window.close()


def test_a_change_is_told_between_two_reported_values(
    qtbot: QtBot, look: Look, opened_from: Callable[..., Session]
) -> None:
    points = [
        {"when": {"day": day}, "value": value, "evidence": {"kind": "reported"}}
        for day, value in ((0, 50), (20, 75))
    ]
    series = {"id": "s", "title": "Sugar", "analyte": "glucose", "unit": "mg/dL", "points": points}
    session = opened_from(series=[series])
    panel = MeasurePanel(session, look)
    qtbot.addWidget(panel)
    session.point_at(22.5)
    session.apply(lambda state: measuring.put_second(state, 3.5))
    panel.show_state()
    words = shown(panel)
    assert "50 mg/dL, day 0, 3 days before" in words
    assert "75 mg/dL, day 20, 2 days before" in words
    assert "+25 mg/dL, × 1.5" in words
    assert panel.heading == "19 d"


def test_without_series_there_is_nothing_to_measure(
    qtbot: QtBot, look: Look, opened_from: Callable[..., Session]
) -> None:
    session = opened_from()
    panel = MeasurePanel(session, look)
    qtbot.addWidget(panel)
    session.apply(lambda state: measuring.put_second(state, 3.5))
    panel.show_state()
    assert "The case has no values." in shown(panel)
