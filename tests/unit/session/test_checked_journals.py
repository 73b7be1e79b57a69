"""Journals that were read before are not checked again, and never taken for what they are not."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.annotating_sessions import add, journals_in, keeping_of, note, notes_of, wait_saved
from tests.making import a_case
from tests.making_journals import CASE, JOURNAL, OTHER_JOURNAL, a_begin, a_note
from viewer.io.annotations.journal_reading import Journal, parsed_journal
from viewer.io.annotations.lines import encoded
from viewer.io.case_store import open_case
from viewer.model import annotation_texts
from viewer.model.annotation_set import NO_ANNOTATIONS, AnnotationSet
from viewer.model.case import Case
from viewer.session.annotating import checked
from viewer.session.annotating.checked import CheckedJournals
from viewer.session.session import Session

PATH, OTHER_PATH = Path(f"{JOURNAL}.journal"), Path(f"{OTHER_JOURNAL}.journal")
SECRET = "the neighbour, Mrs. Yamada"


def raw(count: int = 3) -> bytes:
    records = [a_begin(), *(a_note(number, "A note") for number in range(2, count + 1))]
    return b"".join(encoded(record, CASE) for record in records)


@pytest.fixture
def parsed_count(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Names each journal that is checked, as often as it is."""
    done = list[Path]()

    def parse(path: Path, given: bytes, case: str) -> Journal:
        done.append(path)
        return parsed_journal(path, given, case)

    monkeypatch.setattr(checked, "parsed_journal", parse)
    return done


# --- the bytes -------------------------------------------------------------------------------


def test_the_same_bytes_are_checked_once(parsed_count: list[Path]) -> None:
    known = CheckedJournals()
    first = known.parsed(PATH, raw(), CASE)
    assert known.parsed(PATH, bytes(bytearray(raw())), CASE) is first
    assert first == parsed_journal(PATH, raw(), CASE)
    assert parsed_count == [PATH]


def test_another_byte_anywhere_is_found() -> None:
    given = raw()
    for at in range(0, len(given), 7):
        known = CheckedJournals()
        known.parsed(PATH, given, CASE)
        other = bytearray(given)
        other[at] ^= 1
        found = known.parsed(PATH, bytes(other), CASE)
        assert found == parsed_journal(PATH, bytes(other), CASE)
        assert found.problems or found.damaged or at + 1 == len(given)
        assert not known.parsed(PATH, given, CASE).problems


def test_what_was_added_or_cut_off_is_found() -> None:
    known = CheckedJournals()
    for given in (raw(), raw(5), raw()[:-9], raw(), b""):
        assert known.parsed(PATH, given, CASE) == parsed_journal(PATH, given, CASE)


def test_the_same_bytes_elsewhere_or_of_another_case_are_another_journal() -> None:
    known = CheckedJournals()
    known.parsed(PATH, raw(), CASE)
    assert known.parsed(OTHER_PATH, raw(), CASE).path == OTHER_PATH
    (problem,) = known.parsed(PATH, raw(), "another case").problems
    assert problem.message == annotation_texts.OTHER_CASE
    assert not known.parsed(PATH, raw(), CASE).problems


def test_only_so_many_bytes_are_remembered(parsed_count: list[Path]) -> None:
    size = len(raw())
    known = CheckedJournals(most_bytes=2 * size)
    paths = [Path(f"{number}.journal") for number in range(3)]
    for path in (paths[0], paths[1], paths[0], paths[2]):
        known.parsed(path, raw(), CASE)
    parsed_count.clear()
    for path in (paths[0], paths[2], paths[1]):  # the one that was not asked for the longest went
        known.parsed(path, raw(), CASE)
    assert parsed_count == [paths[1]]
    small = CheckedJournals(most_bytes=size - 1)
    assert len(small.parsed(PATH, raw(), CASE).records) == 3
    assert not small._known


# --- what they come to -----------------------------------------------------------------------


def test_the_same_journals_come_to_the_same() -> None:
    known = CheckedJournals()
    one, other = known.parsed(PATH, raw(), CASE), known.parsed(OTHER_PATH, raw(4), CASE)
    both = known.annotations([one, other])
    records = (*one.records, *other.records)
    assert both.annotations == NO_ANNOTATIONS.adding(records).annotations
    assert known.annotations([one, other]) is both
    assert known.annotations([one]) is not both
    assert known.annotations([one]).annotations == NO_ANNOTATIONS.adding(one.records).annotations
    apart = parsed_journal(PATH, raw(), CASE)
    assert known.annotations([apart]) is not known.annotations([apart])  # it is not held itself


@pytest.fixture
def course() -> Case:
    return a_case()


@pytest.fixture
def few_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checked, "MANY", 0)


def read(known: CheckedJournals) -> AnnotationSet:
    return known.annotations([known.parsed(PATH, raw(), CASE)])


@pytest.mark.usefixtures("few_are_many")
def test_where_they_stand_is_known_in_an_equal_case(course: Case) -> None:
    known = CheckedJournals()
    annotations = read(known)
    first = known.places(course, annotations)
    again = course.model_copy()
    second = known.places(again, annotations)
    assert (first.case is course, second.case is again) == (True, True)
    assert second.standing(annotations) is first.standing(annotations)
    later = course.model_copy(update={"title": "Another"})
    other = known.places(later, annotations)
    assert other.standing(annotations) is not first.standing(annotations)
    assert other.standing(annotations).items.items == first.standing(annotations).items.items


@pytest.mark.usefixtures("few_are_many")
def test_what_views_do_with_it_is_not_remembered(course: Case) -> None:
    known = CheckedJournals()
    annotations = read(known)
    book = known.places(course, annotations)
    book.standing(NO_ANNOTATIONS)
    assert len(known.places(course, annotations).standing(annotations).items.items) == 2


def test_of_few_it_is_worked_out_anew(course: Case) -> None:
    known = CheckedJournals()
    annotations = read(known)
    first = known.places(course, annotations).standing(annotations)
    assert known.places(course, annotations).standing(annotations) is not first


@pytest.mark.usefixtures("few_are_many")
def test_nothing_stays_of_what_was_forgotten(course: Case, parsed_count: list[Path]) -> None:
    known = CheckedJournals()
    annotations = read(known)
    known.places(course, annotations)
    known.forget()
    assert not known._known
    assert known._places is None
    assert read(known) is not annotations
    assert len(parsed_count) == 2


# --- in a session ----------------------------------------------------------------------------


@pytest.fixture
def session(qtbot: QtBot, case: Path, home: Path) -> Iterator[Session]:
    session = Session(open_case(case))
    wait_read(qtbot, session)
    session.annotating.sign("Ann")
    yield session
    session.annotating.finish()


def wait_read(qtbot: QtBot, session: Session) -> None:
    qtbot.waitUntil(lambda: keeping_of(session).read is not None, timeout=10_000)


def reopen(qtbot: QtBot, session: Session, case: Path) -> None:
    session.open(open_case(case))
    wait_read(qtbot, session)


def test_a_case_that_is_opened_again_is_not_checked_again(
    qtbot: QtBot, session: Session, case: Path, parsed_count: list[Path]
) -> None:
    id_ = add(session, note("kept"))
    wait_saved(qtbot, session)
    reopen(qtbot, session, case)
    count = len(parsed_count)
    reopen(qtbot, session, case)
    assert len(parsed_count) == count == 1
    content = session.annotations.content(id_)
    assert content is not None
    assert content.text == "kept"


def test_damage_that_leaves_size_and_time_alone_is_found(
    qtbot: QtBot, session: Session, case: Path
) -> None:
    id_ = add(session, note("kept"))
    wait_saved(qtbot, session)
    reopen(qtbot, session, case)
    (journal,) = journals_in(notes_of(case))
    state = journal.stat()
    journal.write_bytes(journal.read_bytes().replace(b"kept", b"lept"))
    os.utime(journal, ns=(state.st_atime_ns, state.st_mtime_ns))
    reopen(qtbot, session, case)
    assert id_ not in session.annotations
    messages = [problem.message for problem in session.annotating.problems]
    assert messages in ([annotation_texts.LINE_DAMAGED], [annotation_texts.TAIL_TORN])


def test_what_is_removed_for_good_is_not_remembered(
    qtbot: QtBot, session: Session, case: Path
) -> None:
    id_ = add(session, note(SECRET))
    wait_saved(qtbot, session)
    reopen(qtbot, session, case)
    known = session.annotating._checked
    assert SECRET in repr(known._known)
    session.annotating.purge([id_])
    qtbot.waitUntil(lambda: session.annotating.is_idle, timeout=10_000)
    assert SECRET not in repr(known._known)
    assert SECRET not in repr(known._union)
    reopen(qtbot, session, case)
    assert SECRET not in repr((known._known, known._union))
