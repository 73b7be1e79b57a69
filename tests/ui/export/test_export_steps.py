"""Steps: one after another, in another language where it is wanted, and stopped at any of them."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from viewer.io.case_store import open_case
from viewer.paths import first_case
from viewer.session.annotating.work_lane import WorkLane
from viewer.ui.export import paper
from viewer.ui.export.choices import FigureChoices
from viewer.ui.export.figure import Figure
from viewer.ui.export.making import CannotBeMadeError, endings_of, made, session_for
from viewer.ui.export.order import Order
from viewer.ui.export.speaking import Interpreter, spoken
from viewer.ui.export.steps import StepByStep, Steps, run

SAID = "Not for diagnosis or treatment decisions."


def some(seen: list[object]) -> Steps[str]:
    try:
        yield 0.5
        seen.append(threading.get_ident())
        seen.append((yield threading.get_ident))
        seen.append(QCoreApplication.translate("Export", SAID))
        seen.append((yield lambda: QCoreApplication.translate("Export", SAID)))
        return "made"
    finally:
        seen.append("closed")


@pytest.fixture
def going(qtbot: QtBot) -> StepByStep:
    owner = QObject()
    lane = WorkLane(owner)
    step_by_step = StepByStep(lane, owner)
    step_by_step.owner = owner
    return step_by_step


def test_all_steps_can_be_done_at_once() -> None:
    seen: list[object] = []
    assert run(some(seen)) == "made"
    assert seen[0] == seen[1] == threading.get_ident()


def test_work_is_done_by_another_thread_and_sent_back(qtbot: QtBot, going: StepByStep) -> None:
    seen: list[object] = []
    shares: list[float] = []
    answers: list[str] = []
    going.progressed.connect(shares.append)
    going.begin(some(seen), answers.append, lambda _: None)
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == ["made"]
    assert shares == [0.5]
    assert seen[0] == threading.get_ident()
    assert seen[1] != seen[0]
    assert not going.is_going


def test_what_is_stopped_is_closed_and_never_heard_of(qtbot: QtBot, going: StepByStep) -> None:
    seen: list[object] = []
    waits, may_go_on = threading.Event(), threading.Event()

    def slow() -> Steps[str]:
        try:
            yield lambda: (waits.set(), may_go_on.wait(10))
            return "never"
        finally:
            seen.append(threading.get_ident())

    going.begin(slow(), seen.append, seen.append)
    qtbot.waitUntil(waits.is_set)
    going.stop()
    assert seen == []  # the background still holds what it works on
    may_go_on.set()
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [threading.get_ident()]
    going.begin(some(seen), seen.append, seen.append)
    going.stop()
    assert not going.is_going


@pytest.mark.parametrize("is_in_background", [False, True])
def test_an_error_is_told(qtbot: QtBot, going: StepByStep, is_in_background: bool) -> None:
    def fail() -> None:
        raise CannotBeMadeError("no")

    def failing() -> Steps[str]:
        yield 0.1
        if is_in_background:
            yield fail
        fail()
        return ""

    told: list[Exception] = []
    going.begin(failing(), lambda _: None, told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert isinstance(told[0], CannotBeMadeError)
    assert not going.is_going


def test_another_language_is_spoken_in_both_threads_and_nowhere_else(
    qtbot: QtBot, going: StepByStep
) -> None:
    interpreter = Interpreter("en")
    interpreter.install()
    seen: list[object] = []
    answers: list[str] = []
    button = QPushButton()
    qtbot.addWidget(button)
    told: list[QEvent.Type] = []
    button.changeEvent = lambda event: told.append(event.type())
    going.begin(spoken(some(seen), "ja", interpreter), answers.append, answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    assert seen[2] == seen[3] == "診断・治療の判断には使用できません。"
    assert QCoreApplication.translate("Export", SAID) == SAID
    assert QEvent.Type.LanguageChange not in told
    QCoreApplication.removeTranslator(interpreter)


def test_a_picture_in_strips_is_a_picture(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = open_case(first_case())
    figure = Figure(session_for(opened, Order(Path("x.png"))), FigureChoices(), 2)
    whole = paper.image_of(figure, 144)
    monkeypatch.setattr(paper, "_AT_ONCE_DOTS", whole.width() * 100)
    shares = [*paper.image_steps(figure, 144)]
    assert len(shares) == -(-whole.height() // 100)
    strips = paper.image_of(figure, 144)
    assert strips.size() == whole.size()
    # Lines of dashes may begin elsewhere in a strip; nothing else differs.
    differs = sum(
        whole.pixel(x, y) != strips.pixel(x, y)
        for x in range(0, whole.width(), 3)
        for y in range(0, whole.height(), 3)
    )
    assert differs < 0.005 * (whole.width() * whole.height() / 9)


def test_a_picture_that_is_too_large_is_refused_in_words(qtbot: QtBot) -> None:
    order = Order(Path("x.png"), choices=FigureChoices(width_mm=600), dots_per_inch=4000)
    with pytest.raises(CannotBeMadeError, match="fewer dots"):
        made(open_case(first_case()), order)


def test_the_endings_of_figures_can_be_made() -> None:
    assert endings_of("figure") == (".svg", ".pdf", ".png", ".tiff")
