"""A draft stays until what was typed is on the disk, or is thrown away."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.annotating_sessions import OpenSession, add, note, wait_saved
from viewer.io.annotations.drafts import Draft
from viewer.io.annotations.own_journal import OwnJournal
from viewer.model.annotating import Edit
from viewer.model.annotation_record import Record
from viewer.session.session import Session

TypeWithout = Callable[[str, str], str]


class _Stick:
    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.is_out = False
        self.is_everything_out = False
        really = OwnJournal.append

        def append(journal: OwnJournal, records: Sequence[Record]) -> None:
            is_here = journal.path.parent.name.endswith(".notes")
            if self.is_everything_out or (self.is_out and is_here):
                raise OSError(errno.EIO, os.strerror(errno.EIO), str(journal.path))
            really(journal, records)

        monkeypatch.setattr(OwnJournal, "append", append)

    def put_back(self, qtbot: QtBot, session: Session) -> None:
        """Put it in, try again, and wait until all is saved."""
        self.is_out = False
        session.annotating.try_again()
        wait_saved(qtbot, session)


@pytest.fixture
def stick(monkeypatch: pytest.MonkeyPatch) -> _Stick:
    """The drive of the case; the person's own data lie elsewhere."""
    return _Stick(monkeypatch)


@pytest.fixture
def type_without(qtbot: QtBot, session: Session, stick: _Stick) -> TypeWithout:
    """Take the stick out, type a draft and then a text, and wait until it could not be saved."""

    def type_both(draft: str, text: str) -> str:
        stick.is_out = True
        id_ = _typed(session, draft, text)
        qtbot.waitUntil(lambda: session.annotating.saving == "failed", timeout=10_000)
        return id_

    return type_both


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


def test_the_draft_stays_while_the_stick_is_out_and_holds_the_last_word(
    qtbot: QtBot, session: Session, stick: _Stick, type_without: TypeWithout
) -> None:
    id_ = type_without("half a", "half a sentence")
    assert _drafts(qtbot, session) == {id_: "half a sentence"}
    other = add(session, note("never typed"))
    assert _drafts(qtbot, session) == {id_: "half a sentence"}
    stick.put_back(qtbot, session)
    assert _drafts(qtbot, session) == {}
    assert {id_, other} <= set(session.annotating.all.annotations)


def test_a_draft_goes_at_once_where_the_disk_is_quick(qtbot: QtBot, session: Session) -> None:
    _typed(session, "half a", "half a sentence")
    wait_saved(qtbot, session)
    assert _drafts(qtbot, session) == {}


def test_what_is_given_up_leaves_the_word_before_it(
    qtbot: QtBot, session: Session, type_without: TypeWithout
) -> None:
    id_ = type_without("first", "first")
    session.annotating.keep_draft(id_, note("first, and more"))
    assert _drafts(qtbot, session) == {id_: "first, and more"}
    session.annotating.drop_draft(id_)
    assert _drafts(qtbot, session) == {id_: "first"}
    session.annotating.edit(Edit("Delete", {id_: None}))
    session.annotating.drop_draft(id_)
    assert _drafts(qtbot, session) == {id_: "first"}  # the deletion is not saved either


def test_what_is_typed_again_is_not_dropped_when_the_word_before_it_is_saved(
    qtbot: QtBot, session: Session, stick: _Stick, type_without: TypeWithout
) -> None:
    id_ = type_without("first", "first")
    session.annotating.keep_draft(id_, note("first, and more"))
    stick.put_back(qtbot, session)
    assert _drafts(qtbot, session) == {id_: "first, and more"}


def test_a_purge_takes_the_draft_along_whatever_the_disk_does(
    qtbot: QtBot, session: Session, type_without: TypeWithout
) -> None:
    id_ = type_without("a secret", "a secret")
    session.annotating.purge([id_])
    session.annotating.drop_draft(id_)
    assert _drafts(qtbot, session) == {}


@pytest.mark.parametrize("is_saved", [True, False])
def test_at_the_end_a_draft_goes_where_its_annotation_was_saved_somewhere(
    qtbot: QtBot,
    session: Session,
    open_session: OpenSession,
    stick: _Stick,
    type_without: TypeWithout,
    is_saved: bool,
) -> None:
    id_ = type_without("half", "half a sentence")
    stick.is_everything_out = not is_saved
    session.annotating.finish()
    again = open_session()
    assert (again.annotations.content(id_) == note("half a sentence")) is is_saved
    assert _drafts(qtbot, again) == ({} if is_saved else {id_: "half a sentence"})


def test_a_draft_that_cannot_be_removed_at_the_end_is_offered_again(
    qtbot: QtBot, session: Session, type_without: TypeWithout, home: Path
) -> None:
    id_ = type_without("half", "half a sentence")
    assert _drafts(qtbot, session) == {id_: "half a sentence"}
    (draft,) = home.rglob(f"{id_}.json")
    draft.unlink()
    draft.mkdir()  # what is not a file cannot be removed like one
    session.annotating.finish()
    assert session.annotating.drawer.all == []
