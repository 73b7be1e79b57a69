"""While somebody types, a draft is given now and then: not with each key, and never too late."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from viewer.io.case_store import open_case
from viewer.model.annotation import Content, OnDay
from viewer.paths import first_case
from viewer.session.session import Session
from viewer.ui.look import Look
from viewer.ui.panels.annotations import editor as editor_module
from viewer.ui.panels.annotations.editor import DRAFT_MS, Editor

PROMISED_S = 2.0
LATE = 1.05
"""The system's timers may be so much late."""
SHORT_MS = 200


@pytest.fixture
def editor(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Editor:
    monkeypatch.setattr(editor_module, "DRAFT_MS", SHORT_MS)
    editor = Editor(Look())
    qtbot.addWidget(editor)
    session = Session(open_case(first_case()))
    content = Content(kind="note", target=OnDay(day=3), text="")
    told = session.case, session.counting, session.language
    editor.begin("a" * 12 + "-" + "b" * 16, content, "Day 3", *told)
    session.annotating.finish()
    return editor


def test_the_promise_is_kept_by_a_timer_that_is_a_little_late() -> None:
    assert DRAFT_MS * LATE <= PROMISED_S * 1000


def test_drafts_come_at_their_times_while_typing_goes_on(qtbot: QtBot, editor: Editor) -> None:
    keys: list[float] = []
    drafts: list[tuple[float, str]] = []

    def type_on() -> None:
        keys.append(time.monotonic())
        editor.fields.text.insertPlainText("a")

    editor.drafted.connect(lambda _, content: drafts.append((time.monotonic(), content.text)))
    typing = QTimer(editor)
    typing.setInterval(10)
    typing.timeout.connect(type_on)
    typing.start()
    qtbot.waitUntil(lambda: len(drafts) == 4, timeout=20_000)
    typing.stop()
    qtbot.waitUntil(lambda: drafts[-1][1] == "a" * len(keys), timeout=20_000)
    counts = [len(text) for _, text in drafts]
    assert counts == sorted(set(counts))
    for (before, _), (after, _) in pairwise(drafts):
        assert after - before >= SHORT_MS * 0.9 / 1000
    first = 0
    for at, text in drafts:  # the first key that no draft held yet
        assert at - keys[first] <= PROMISED_S
        first = min(len(text), len(keys) - 1)


def test_no_draft_comes_of_what_was_not_changed_or_is_done(qtbot: QtBot, editor: Editor) -> None:
    drafts: list[object] = []
    editor.drafted.connect(lambda *given: drafts.append(given))
    editor.fields.text.insertPlainText("a")
    editor.fields.text.setPlainText("")
    with qtbot.waitSignal(editor._drafting.timeout):
        pass
    editor.fields.text.insertPlainText("a")
    assert editor.finish()
    assert not editor._drafting.isActive()
    assert drafts == []
