"""Back and Forward through the windows that were looked at."""

from __future__ import annotations

import pytest

from viewer.model.time import Span
from viewer.session.window_history import MOST_STEPS, WindowHistory

A, B, C = Span(0, 10), Span(20, 30), Span(40, 50)


@pytest.fixture
def history() -> WindowHistory:
    """Somebody looked at A, then B, and now looks at C."""
    history = WindowHistory()
    history.note(A, 100)
    history.note(B, 110)
    return history


def test_back_leads_through_what_was_looked_at_and_forward_returns(history: WindowHistory) -> None:
    assert history.back(C) == B
    assert history.back(B) == A
    assert history.back(A) is None
    assert history.forward(A) == B
    assert history.forward(B) == C
    assert history.forward(C) is None


def test_another_window_after_going_back_ends_the_way_forward(history: WindowHistory) -> None:
    history.back(C)
    assert history.has_forward
    history.note(B, 120)
    assert not history.has_forward
    assert history.back(Span(1, 2)) == B


def test_one_movement_of_the_hand_is_one_step_back() -> None:
    history = WindowHistory()
    for step in range(40):
        history.note(Span(step, step + 10), 5 + step * 0.1)
    assert history.back(C) == Span(0, 10)
    assert not history.has_back


def test_a_window_that_is_shown_already_is_no_step(history: WindowHistory) -> None:
    assert history.back(B) == A


def test_what_was_forgotten_is_not_led_to(history: WindowHistory) -> None:
    history.back(C)
    history.forget()
    assert (history.has_back, history.has_forward) == (False, False)
    assert history.back(C) is None


def test_only_so_many_windows_are_remembered() -> None:
    history = WindowHistory()
    for step in range(MOST_STEPS + 50):
        history.note(Span(step, step + 1), step * 10)
    steps = 0
    while history.back(Span(-9, -8 - steps)) is not None:
        steps += 1
    assert steps == MOST_STEPS
