"""Notices that wait for one another."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from viewer.ui.widgets.notice_bar import NoticeBar


@pytest.fixture
def bar(qtbot: QtBot) -> NoticeBar:
    bar = NoticeBar()
    qtbot.addWidget(bar)
    return bar


def said(bar: NoticeBar) -> str | None:
    return None if bar.isHidden() else bar.words.text()


def dismissed(bar: NoticeBar) -> list[str]:
    """Dismiss everything; give what was said."""
    found = []
    while (words := said(bar)) is not None:
        found.append(words)
        bar.dismiss.click()
    return found


def test_what_is_added_waits_and_what_is_said_comes_at_once(bar: NoticeBar) -> None:
    bar.add("one")
    bar.add("two")
    bar.say("now")
    assert dismissed(bar) == ["now", "one", "two"]


def test_what_is_said_goes_with_what_is_said_next_unless_it_is_kept(bar: NoticeBar) -> None:
    bar.say("passes")
    bar.say("stays", is_kept=True)
    bar.say("now")
    assert dismissed(bar) == ["now", "stays"]


def test_a_button_acts_once_and_shows_the_next(bar: NoticeBar) -> None:
    acts: list[str] = []
    for words in ("one", "two"):
        bar.add(words, "Go", lambda words=words: acts.append(words))
    bar.add("three")
    bar.action.click()
    bar.action.click()
    assert acts == ["one", "two"]
    assert said(bar) == "three"
    assert bar.action.isHidden()


def test_what_a_button_says_is_not_passed_over(bar: NoticeBar) -> None:
    bar.add("one", "Go", lambda: bar.say("done"))
    bar.add("two")
    bar.action.click()
    assert dismissed(bar) == ["done", "two"]


def test_only_what_passes_is_taken_back(bar: NoticeBar) -> None:
    bar.add("one")
    bar.say("takes long")
    bar.take_back()
    bar.take_back()
    assert said(bar) == "one"
    bar.add("two")
    bar.clear()
    assert said(bar) is None
