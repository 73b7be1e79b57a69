"""What is shown depends only on which records there are: not on order, batches or repetition."""

from __future__ import annotations

import random
from typing import Any

import pytest

from tests.annotating_making import (
    ANNA,
    ANNAS_JOURNAL,
    BEN,
    BENS_JOURNAL,
    CARO,
    CAROS_JOURNAL,
    FIRST,
    SECOND,
    Pen,
    a_note,
    a_record,
    annas_pen,
    annotation_id,
    bens_pen,
    made,
    some_content,
)
from viewer.model.annotating import decision, mark, reply
from viewer.model.annotation import Content
from viewer.model.annotation_record import Record, Stamp
from viewer.model.annotation_set import NO_ANNOTATIONS, AnnotationSet

BENS = annotation_id(BEN)


def all_of(known: AnnotationSet) -> dict[str, Any]:
    """All that a set tells, with its order."""
    return {
        "annotations": list(known.annotations.items()),
        "authors": list(known.authors.items()),
        "signed": known.signed,
        "clock": known.clock,
        "shown": known.shown,
        "resolved": known.resolved,
        "replies": {id_: [one.id for one in those] for id_, those in known.replies.items()},
        "on parts": {id_: [one.id for one in those] for id_, those in known.on_parts.items()},
    }


# -- one author -----------------------------------------------------------------------------------


def test_an_annotation_keeps_all_that_it_said() -> None:
    pen = annas_pen()
    pen.put({FIRST: a_note("one")})
    pen.put({FIRST: a_note("two")})
    pen.put({FIRST: None})
    found = pen.known.annotations[FIRST]
    assert [one.content and one.content.text for one in found.versions] == ["one", "two", None]
    assert (found.created, found.changed) == ("2026-11-30T12:00:01Z", "2026-11-30T12:00:03Z")
    assert found.author == ANNA
    assert FIRST in pen.known
    assert pen.known.content(FIRST) is None
    assert pen.known.shown == ()
    assert pen.known.gone == (found,)
    assert found.last == a_note("two")  # it can be brought back
    pen.put({FIRST: a_note("three")})
    assert pen.known.annotations[FIRST].last == a_note("three")
    assert pen.known.gone == ()


def test_what_nobody_wrote_says_nothing() -> None:
    assert FIRST not in NO_ANNOTATIONS
    assert NO_ANNOTATIONS.content(FIRST) is None
    assert NO_ANNOTATIONS.resolved == frozenset()


def test_a_purged_annotation_is_a_tombstone() -> None:
    pen = annas_pen()
    pen.put({FIRST: a_note("typed by mistake"), SECOND: a_note("meant")})
    pen.write("purge", FIRST)
    found = pen.known.annotations[FIRST]
    assert found.is_purged
    assert found.last is None
    assert (found.content, found.versions, found.created, found.changed) == (None, (), "", "")
    assert [one.id for one in pen.known.shown] == [SECOND]
    assert "mistake" not in repr(pen.known)


def test_annotations_and_authors_are_in_the_order_of_their_making() -> None:
    anna, ben = annas_pen(), bens_pen()
    ben.write("begin", name="Ben")
    ben.put({BENS: a_note()})
    anna.see(ben.written)
    anna.write("begin", name="Anna")
    anna.put({SECOND: a_note(), FIRST: a_note()})
    anna.put({SECOND: a_note("changed last")})
    known = NO_ANNOTATIONS.adding([*anna.written, *ben.written])
    assert list(known.annotations) == [BENS, SECOND, FIRST]
    assert [author.name for author in known.authors.values()] == ["Ben", "Anna"]


def test_who_was_there_first_stays_first() -> None:
    anna, ben = annas_pen(), bens_pen()
    ben.write("begin", name="Ben")
    anna.see(ben.written)
    anna.write("begin", name="Anna")
    ben.see(anna.written)
    ben.put({BENS: a_note()})
    for records in ([*ben.written, *anna.written], [*anna.written, *ben.written[::-1]]):
        assert list(NO_ANNOTATIONS.adding(records).authors) == [BEN, ANNA]


def test_the_name_given_last_is_the_author_s_and_none_is_their_id() -> None:
    pen = annas_pen()
    pen.put({FIRST: a_note()})
    assert pen.known.authors[ANNA].name == ANNA
    pen.write("name", name="Anna")
    pen.write("name", name="Dr Anna")
    pen.put({SECOND: a_note()})
    for records in (pen.written, pen.written[::-1]):
        assert NO_ANNOTATIONS.adding(records).authors[ANNA].name == "Dr Anna"


def test_marks_and_answers_are_found_by_what_they_are_about() -> None:
    known = made(mark("event", "done"), reply(FIRST, "yes"), reply(FIRST, "no"), a_note())
    assert [one.id for one in known.on_parts["event"]] == [FIRST]
    assert [one.content and one.content.text for one in known.replies[FIRST]] == ["yes", "no"]


def test_it_tells_the_same_whether_it_was_asked_before_or_not() -> None:
    pen = annas_pen()
    pen.put({FIRST: mark("event", "done")})
    pen.put({SECOND: reply(FIRST, "yes")})
    pen.put({annotation_id(number=3): a_note("on a day")})
    asked = AnnotationSet()
    for record in pen.written:
        all_of(asked)
        asked = asked.adding([record])
    never_asked = AnnotationSet().adding(pen.written)
    assert all_of(never_asked) == all_of(asked)
    assert [one.id for one in never_asked.on_parts["event"]] == [FIRST]


@pytest.mark.parametrize(
    ("words", "is_resolved"),
    [([], False), ([True], True), ([True, False], False), ([False, True, False, True], True)],
)
def test_the_last_word_tells_whether_it_is_resolved(words: list[bool], is_resolved: bool) -> None:
    answers = [decision(FIRST, is_resolved=word) for word in words]
    known = made(a_note(), reply(FIRST, "hm"), *answers, reply(FIRST, "later"))
    assert known.resolved == ({FIRST} if is_resolved else set())


def test_a_decision_that_is_taken_back_counts_no_more() -> None:
    pen = annas_pen()
    pen.put({FIRST: a_note(), SECOND: decision(FIRST, is_resolved=True)})
    assert pen.known.resolved == {FIRST}
    pen.put({SECOND: None})
    assert pen.known.resolved == set()


def test_a_decision_counts_from_when_it_was_changed_last() -> None:
    pen = annas_pen()
    pen.put({FIRST: a_note(), SECOND: decision(FIRST, is_resolved=True)})
    pen.put({annotation_id(number=3): decision(FIRST, is_resolved=False)})
    assert pen.known.resolved == set()
    pen.put({SECOND: decision(FIRST, is_resolved=True).model_copy(update={"text": "now"})})
    assert pen.known.resolved == {FIRST}


def test_two_tombstones_stand_where_the_first_of_them_does() -> None:
    tombstones = [a_record("purge", FIRST, clock=clock) for clock in (5, 4, 6)]
    assert NO_ANNOTATIONS.adding(tombstones).annotations[FIRST].made.clock == 4


def test_what_a_newer_program_added_is_no_obstacle() -> None:
    pen = annas_pen()
    pen.put({FIRST: a_note(colours=["red", {"deep": []}])})
    pen.put({FIRST: a_note(colours=["green"])})
    found = pen.known.content(FIRST)
    assert found is not None
    assert found.model_extra == {"colours": ["green"]}


# -- several authors ------------------------------------------------------------------------------


@pytest.mark.parametrize("op", ["put", "delete", "purge"])
def test_nobody_changes_another_author_s_annotation(op: str) -> None:
    anna, ben = annas_pen(), bens_pen()
    anna.put({FIRST: a_note("mine")})
    ben.see(anna.written)
    ben.write(op, FIRST, **{"content": a_note("his")} if op == "put" else {})
    for records in ([*anna.written, *ben.written], [*ben.written, *anna.written]):
        known = NO_ANNOTATIONS.adding(records)
        assert known.annotations[FIRST] == anna.known.annotations[FIRST]
        assert list(known.annotations) == [FIRST]


def test_two_forks_of_a_journal_are_shown_alike_everywhere() -> None:
    forks = [a_record("put", FIRST, content=a_note(text)) for text in ("b", "a", "c")]
    forks.append(a_record("delete", FIRST))
    forks.append(a_record("put", FIRST, content=a_note("early"), at="2026-11-29T12:00:00Z"))
    expected = all_of(NO_ANNOTATIONS.adding(forks))
    chance = random.Random(4)
    for _ in range(10):
        chance.shuffle(forks)
        known = NO_ANNOTATIONS
        for record in forks:
            known = known.adding([record])
        assert all_of(known) == expected
    assert known.content(FIRST) == a_note("c")


def test_sets_that_say_different_things_are_not_equal() -> None:
    assert made(a_note("one")) == made(a_note("one"))
    assert made(a_note("one")) != made(a_note("two"))


def random_pens(chance: random.Random, authors: list[str]) -> list[Pen]:
    """Let authors write, each on two computers, and look at what others wrote now and then."""
    journals = iter((ANNAS_JOURNAL, BENS_JOURNAL, CAROS_JOURNAL, "4" * 16, "5" * 16, "6" * 16))
    pens = [Pen(author, next(journals)) for author in authors for _ in range(2)]
    for _ in range(chance.randrange(10, 60)):
        pen = chance.choice(pens)
        ids = list(pen.known.annotations)
        own = [id_ for id_ in ids if id_.startswith(pen.author)]
        new = annotation_id(pen.author, chance.randrange(20))
        match chance.choice(
            ("new", "new", "new", "change", "delete", "purge", "name", "see", "rude")
        ):
            case "new":
                pen.put({new: some_content(chance, ids)})
            case "change" if own:
                pen.put({chance.choice(own): some_content(chance, ids)})
            case "delete" if own:
                pen.put({chance.choice(own): None})
            case "purge" if own and chance.random() < 0.4:
                pen.write("purge", chance.choice(own))
            case "name":
                pen.write("name", name=f"name {chance.randrange(9)}")
            case "rude" if ids:
                pen.put({chance.choice(ids): some_content(chance, ids)})
            case _:
                pen.see(chance.choice(pens).written)
    return pens


def delivered(chance: random.Random, records: list[Record]) -> AnnotationSet:
    """Bring records in any order, some of them repeatedly, in batches of any size."""
    coming = records + chance.sample(records, len(records) // 2)
    chance.shuffle(coming)
    known = NO_ANNOTATIONS
    while coming:
        size = chance.randrange(0, 8)
        batch, coming = coming[:size], coming[size:]
        known = known.adding(batch)
    return known


def said_last(records: list[Record], id_: str) -> Content | None:
    """What an annotation says, found in the plainest way."""
    owners = [record for record in records if record.id == id_ and record.author == id_[:12]]
    if any(record.op == "purge" for record in owners):
        return None
    return max(owners, key=lambda record: record.stamp).content


@pytest.mark.parametrize("authors", [[ANNA, BEN], [ANNA, BEN, CARO]], ids=["two", "three"])
@pytest.mark.parametrize("seed", range(25))
def test_records_in_any_order_give_the_same(seed: int, authors: list[str]) -> None:
    chance = random.Random(seed)
    pens = random_pens(chance, authors)
    records = [record for pen in pens for record in pen.written]
    whole = NO_ANNOTATIONS.adding(records)
    for _ in range(6):
        assert all_of(delivered(chance, records)) == all_of(whole)
    for pen in pens:  # what each has seen, and then all the rest
        assert all_of(pen.known.adding(records)) == all_of(whole)
    for id_ in whole.annotations:
        assert whole.content(id_) == said_last(records, id_)
    assert set(whole.annotations) == {
        record.id for record in records if record.id and record.id[:12] == record.author
    }


@pytest.mark.parametrize("seed", range(20))
def test_what_was_removed_for_good_never_comes_back(seed: int) -> None:
    chance = random.Random(seed)
    pen, other = annas_pen(), Pen(ANNA, BENS_JOURNAL)
    pen.put({FIRST: a_note("canary one")})
    other.see(pen.written)
    other.put({FIRST: a_note("canary two")})
    pen.write("purge", FIRST)
    other.put({FIRST: a_note("canary, typed later by who had not seen it")})
    known = delivered(chance, pen.written + other.written)
    assert known.annotations[FIRST].is_purged
    assert known.annotations[FIRST].made == Stamp(1, ANNAS_JOURNAL, 1)
    assert "canary" not in repr(known)
