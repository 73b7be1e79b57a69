"""Sessions on a copy of the first case, in which somebody annotates."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from tests.annotating_sessions import OpenSession, keeping_of
from viewer.io.annotations.own_journal import OwnJournal
from viewer.io.case_store import open_case
from viewer.model.annotation_record import Record
from viewer.paths import first_case
from viewer.session.session import Session


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return Path(shutil.copytree(first_case(), tmp_path / "case"))


@pytest.fixture
def open_session(qtbot: QtBot, case: Path) -> Iterator[OpenSession]:
    """Open sessions on the case, read to the end; all are finished afterwards."""
    sessions: list[Session] = []

    def open_one() -> Session:
        session = Session(open_case(case))
        sessions.append(session)
        qtbot.waitUntil(lambda: keeping_of(session).read is not None, timeout=10_000)
        return session

    yield open_one
    for session in sessions:
        session.annotating.finish()


@pytest.fixture
def session(open_session: OpenSession) -> Session:
    """A session in which Ann annotates."""
    session = open_session()
    session.annotating.sign("Ann")
    return session


@pytest.fixture
def slow_disk(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """A disk that writes nothing until the event is set."""
    gate, really = threading.Event(), OwnJournal.append

    def append(journal: OwnJournal, records: Sequence[Record]) -> None:
        assert gate.wait(10)
        really(journal, records)

    monkeypatch.setattr(OwnJournal, "append", append)
    return gate


@pytest.fixture(autouse=True)
def an_application(qapp: QCoreApplication) -> None:
    """Timers and watchers of a session need one, whatever ran before in this process."""
