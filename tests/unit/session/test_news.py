"""What is new of colleagues' annotations: what was written or changed after they were seen."""

from __future__ import annotations

from tests.annotating_making import (
    ANNA,
    BEN,
    BENS_JOURNAL,
    a_note,
    a_record,
    annotation_id,
)
from tests.making import a_case
from viewer.model.annotation_record import Record
from viewer.model.annotation_set import NO_ANNOTATIONS
from viewer.model.standing import PlaceBook
from viewer.session.annotating.desk import Read
from viewer.session.annotating.news import News

HERS, HIS, OTHER = annotation_id(ANNA), annotation_id(BEN), annotation_id(BEN, 2)


def new(*records: Record, seen: int = 0, me: str = ANNA) -> frozenset[str]:
    annotations = NO_ANNOTATIONS.adding(records)
    read = Read(annotations, {}, (), (), PlaceBook(a_case()))
    news = News({BENS_JOURNAL: seen} if seen else None)
    assert news.ids(read, me) is news.ids(read, me)  # it is worked out once
    return news.ids(read, me)


def put(id_: str, number: int) -> Record:
    return a_record("put", id_, content=a_note(), number=number, clock=number)


def test_a_colleagues_is_new_and_ones_own_is_not() -> None:
    records = put(HERS, 1), put(HIS, 1), put(OTHER, 2)
    assert new(*records) == {HIS, OTHER}
    assert new(*records, me=BEN) == {HERS}
    assert new(*records, seen=1) == {OTHER}
    assert new(*records, seen=2) == frozenset()


def test_what_was_changed_is_new_again() -> None:
    assert new(put(HIS, 1), put(HIS, 5), seen=4) == {HIS}
    assert new(put(HIS, 1), put(HIS, 5), seen=5) == frozenset()


def test_what_was_deleted_is_new_and_what_is_gone_for_good_is_not() -> None:
    deleted = a_record("delete", HIS, number=2, clock=2)
    assert new(put(HIS, 1), deleted, seen=1) == {HIS}
    assert new(a_record("delete", HIS, number=2, clock=2)) == frozenset()  # nothing is known of it
    assert new(put(HIS, 1), a_record("purge", HIS, number=2, clock=2)) == frozenset()


def test_nothing_is_new_before_all_is_read() -> None:
    assert News().ids(None, ANNA) == frozenset()
