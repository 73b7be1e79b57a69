"""Annotating in sessions for tests: a note in a line, and what is on the disk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from viewer.io.annotations.journal_reading import read_journals
from viewer.model.annotating import Edit
from viewer.model.annotation import Content, OnDay
from viewer.model.annotation_set import NO_ANNOTATIONS
from viewer.session.annotating.keeping import Keeping
from viewer.session.session import Session

OpenSession = Callable[[], Session]


def keeping_of(session: Session) -> Keeping:
    keeping = session.annotating.keeping
    assert keeping is not None
    return keeping


def note(text: str, day: float = 3) -> Content:
    return Content(kind="note", target=OnDay(day=day), text=text)


def add(session: Session, content: Content, label: str = "Add note") -> str:
    id_ = session.annotating.new_id()
    session.annotating.edit(Edit(label, {id_: content}))
    return id_


def wait_saved(qtbot: QtBot, session: Session) -> None:
    qtbot.waitUntil(lambda: session.annotating.saving == "saved", timeout=10_000)


def on_disk(case: Path) -> dict[str, str]:
    """Give the texts that the journals beside the case hold, by id."""
    folder = case.with_name(case.name + ".notes")
    records = [r for journal in read_journals([folder], "insulinoma-tae") for r in journal.records]
    shown = NO_ANNOTATIONS.adding(records).shown
    return {one.id: one.content.text for one in shown if one.content is not None}


def notes_of(case: Path) -> Path:
    return case.with_name(case.name + ".notes")


def journals_in(*folders: Path) -> list[Path]:
    return sorted(path for folder in folders for path in folder.rglob("*.journal"))


def holding(text: str, *folders: Path) -> list[Path]:
    """Give the files below some folders that hold a text, whatever they are."""
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    return sorted(path for path in files if text.encode() in path.read_bytes())
