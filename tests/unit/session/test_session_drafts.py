"""A draft stays until what was typed is on the disk, or is thrown away."""

from __future__ import annotations

import errno
import os
from collections.abc import Sequence
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.annotating_sessions import OpenSession, add, note, wait_saved
from viewer.io.annotations.drafts import Draft
from viewer.io.annotations.own_journal import OwnJournal
from viewer.model.annotating import Edit
from viewer.model.annotation_record import Record
from viewer.session.session import Session


class _Stick:
    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.is_out = False
        really = OwnJournal.append

        def append(journal: OwnJournal, records: Sequence[Record]) -> None:
            if self.is_out and journal.path.parent.name.endswith(".notes"):
                raise OSError(errno.EIO, os.strerror(errno.EIO), str(journal.path))
            really(journal, records)

        monkeypatch.setattr(OwnJournal, "append", append)


@pytest.fixture
def stick(monkeypatch: pytest.MonkeyPatch) -> _Stick:
    """The drive of the case; the person's own data lie elsewhere."""
    return _Stick(monkeypatch)


def _drafts(qtbot: QtBot, session: Session) -> dict[str, str]:
    """Give what a window would find that opens the case now."""
    found: list[tuple[Draft, ...]] = []
    session.annotating.find_drafts(found.append)
    qtbot.waitUntil(lambda: bool(found), timeout=10_000)
    return {draft.id: draft.content.text for draft in found[0]}


def _typed(session: Session, draft: str, text: str) -> str:
    """Type, and be done: what the editor asks for."""
    id_ = session.annotating.new_id()
    session.annotating.keep_draft(id_, note(draft))
    session.annotating.edit(Edit("Add note", {id_: note(text)}))
    session.annotating.drop_draft(id_)
    return id_


def _wait_failed(qtbot: QtBot, session: Session) -> None:
    qtbot.waitUntil(lambda: session.annotating.saving == "failed", timeout=10_000)


def test_the_draft_stays_while_the_stick_is_out_and_holds_the_last_word(
    qtbot: QtBot, session: Session, stick: _Stick
) -> None:
    stick.is_out = True
    id_ = _typed(session, "half a", "half a sentence")
    _wait_failed(qtbot, session)
    assert _drafts(qtbot, session) == {id_: "half a sentence"}
    other = add(session, note("never typed"))
    assert _drafts(qtbot, session) == {id_: "half a sentence"}
    stick.is_out = False
    session.annotating.try_again()
    wait_saved(qtbot, session)
    assert _drafts(qtbot, session) == {}
    assert {id_, other} <= set(session.annotating.all.annotations)


def test_a_draft_goes_at_once_where_the_disk_is_quick(qtbot: QtBot, session: Session) -> None:
    _typed(session, "half a", "half a sentence")
    wait_saved(qtbot, session)
    assert _drafts(qtbot, session) == {}


def test_what_is_given_up_leaves_the_word_before_it(
    qtbot: QtBot, session: Session, stick: _Stick
) -> None:
    stick.is_out = True
    id_ = _typed(session, "first", "first")
    _wait_failed(qtbot, session)
    session.annotating.keep_draft(id_, note("first, and more"))
    assert _drafts(qtbot, session) == {id_: "first, and more"}
    session.annotating.drop_draft(id_)
    assert _drafts(qtbot, session) == {id_: "first"}
    session.annotating.edit(Edit("Delete", {id_: None}))
    session.annotating.drop_draft(id_)
    assert _drafts(qtbot, session) == {id_: "first"}  # the deletion is not saved either


def test_what_is_typed_again_is_not_dropped_when_the_word_before_it_is_saved(
    qtbot: QtBot, session: Session, stick: _Stick
) -> None:
    stick.is_out = True
    id_ = _typed(session, "first", "first")
    _wait_failed(qtbot, session)
    session.annotating.keep_draft(id_, note("first, and more"))
    stick.is_out = False
    session.annotating.try_again()
    wait_saved(qtbot, session)
    assert _drafts(qtbot, session) == {id_: "first, and more"}


def test_a_purge_takes_the_draft_along_whatever_the_disk_does(
    qtbot: QtBot, session: Session, stick: _Stick
) -> None:
    stick.is_out = True
    id_ = _typed(session, "a secret", "a secret")
    _wait_failed(qtbot, session)
    session.annotating.purge([id_])
    session.annotating.drop_draft(id_)
    assert _drafts(qtbot, session) == {}


@pytest.mark.parametrize("is_saved", [True, False])
def test_at_the_end_a_draft_goes_where_its_annotation_was_saved_somewhere(
    qtbot: QtBot,
    session: Session,
    open_session: OpenSession,
    stick: _Stick,
    monkeypatch: pytest.MonkeyPatch,
    is_saved: bool,
) -> None:
    stick.is_out = True
    id_ = _typed(session, "half", "half a sentence")
    _wait_failed(qtbot, session)
    if not is_saved:

        def append(journal: OwnJournal, records: Sequence[Record]) -> None:
            raise OSError(errno.EIO, os.strerror(errno.EIO), str(journal.path))

        monkeypatch.setattr(OwnJournal, "append", append)
    session.annotating.finish()
    again = open_session()
    assert (again.annotations.content(id_) == note("half a sentence")) is is_saved
    assert _drafts(qtbot, again) == ({} if is_saved else {id_: "half a sentence"})


def test_a_draft_that_cannot_be_removed_at_the_end_is_offered_again(
    qtbot: QtBot, session: Session, stick: _Stick, home: Path
) -> None:
    stick.is_out = True
    id_ = _typed(session, "half", "half a sentence")
    _wait_failed(qtbot, session)
    assert _drafts(qtbot, session) == {id_: "half a sentence"}
    (draft,) = home.rglob(f"{id_}.json")
    draft.unlink()
    draft.mkdir()  # what is not a file cannot be removed like one
    session.annotating.finish()
    assert session.annotating.drawer.all == []
