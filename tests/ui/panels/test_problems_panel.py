from collections.abc import Callable

from pytestqt.qtbot import QtBot

from tests.ui.panels.panel_words import shown
from viewer.session.session import Session
from viewer.ui.look import Look
from viewer.ui.panels.problems import ProblemsPanel
from viewer.ui.widgets.sign import SignMark

BROKEN = {
    "id": "broken",
    "lane": "drugs",
    "title": "<b>Broken</b> drug",
    "when": {"day": "twelve"},
    "evidence": {"kind": "reported"},
}


def test_each_problem_is_shown_with_place_and_remedy(
    qtbot: QtBot, opened_from: Callable[..., Session], look: Look
) -> None:
    session = opened_from(events=[BROKEN])
    panel = ProblemsPanel(session, look)
    qtbot.addWidget(panel)
    problem = session.problems[0]
    texts = shown(panel)
    assert problem.place in texts
    assert problem.message.format(**problem.values) in texts
    assert problem.remedy.format(**problem.values) in texts
    assert any("<b>Broken</b> drug" in text for text in texts)
    assert [mark.sign.name for mark in panel.findChildren(SignMark)] == [
        problem.severity for problem in session.problems
    ]


def test_the_number_of_problems_is_told(
    qtbot: QtBot, opened_from: Callable[..., Session], session: Session, look: Look
) -> None:
    panel = ProblemsPanel(opened_from(events=[BROKEN]), look)
    qtbot.addWidget(panel)
    assert panel.session.problems
    assert panel.heading == str(len(panel.session.problems))


def test_while_days_are_hidden_problems_are_too(
    qtbot: QtBot, opened_from: Callable[..., Session], look: Look
) -> None:
    session = opened_from(events=[BROKEN])
    panel = ProblemsPanel(session, look)
    qtbot.addWidget(panel)
    session.hide_after(3)
    assert shown(panel) == ["Problems are not shown while later days are hidden."]


def test_a_sound_case_has_none(qtbot: QtBot, session: Session, look: Look) -> None:
    panel = ProblemsPanel(session, look)
    qtbot.addWidget(panel)
    assert shown(panel) == ["No problems in this case."]
