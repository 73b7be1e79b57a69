"""Edits of annotations, and taking them back."""

from __future__ import annotations

import random

import pytest

from tests.annotating_making import (
    ANNA,
    BEN,
    FIRST,
    SECOND,
    THIRD,
    a_note,
    a_record,
    annas_pen,
    annotation_id,
    bens_pen,
    made,
    some_content,
)
from viewer.model.annotating import (
    Edit,
    Threads,
    all_tags,
    decision,
    effective,
    inverse,
    mark,
    mark_of,
    moved_to_day,
    reply,
    root_of,
    with_period,
)
from viewer.model.annotation import Content, OnAnnotation, OnCase, OnDay, OnPart, OnPeriod
from viewer.model.annotation_set import NO_ANNOTATIONS, AnnotationSet
from viewer.model.time import Span


def contents(known: AnnotationSet) -> dict[str, Content]:
    return {one.id: one.content for one in known.shown if one.content is not None}


def test_only_what_changes_something_is_kept_of_an_edit() -> None:
    known = made(a_note("one"), a_note("two"))
    edit = Edit("change", {FIRST: a_note("one"), SECOND: a_note("2"), THIRD: None})
    assert effective(edit, known) == Edit("change", {SECOND: a_note("2")})
    assert effective(Edit("nothing"), known).puts == {}


def test_the_inverse_puts_back_what_was_there() -> None:
    known = made(a_note("one"))
    edit = Edit("both", {FIRST: None, SECOND: a_note("new")})
    assert inverse(edit, known) == Edit("both", {FIRST: a_note("one"), SECOND: None})


@pytest.mark.parametrize("seed", range(40))
def test_undoing_all_steps_gives_the_start_and_redoing_them_the_end(seed: int) -> None:
    chance = random.Random(seed)
    pen, colleague = annas_pen(), bens_pen()
    for number in range(chance.randrange(6)):
        pen.put({annotation_id(number=number): some_content(chance, [])})
    start, undos = contents(pen.known), list[Edit]()
    for _ in range(chance.randrange(1, 25)):
        ids = list(pen.known.annotations)
        puts = {
            annotation_id(number=chance.randrange(9)): chance.choice(
                (None, some_content(chance, ids), some_content(chance, ids))
            )
            for _ in range(chance.randrange(1, 4))
        }
        undos.append(pen.do(Edit("step", puts)))
    end, redos = contents(pen.known), list[Edit]()
    while undos:
        if chance.random() < 0.3:  # a colleague's edits are never taken back by ours
            colleague.see(pen.written)
            colleague.put({annotation_id(BEN, len(undos)): some_content(chance, [])})
            pen.see(colleague.written)
        redos.append(pen.do(undos.pop()))
    theirs = contents(colleague.known.adding(pen.written))
    theirs = {id_: one for id_, one in theirs.items() if id_.startswith(BEN)}
    assert contents(pen.known) == start | theirs
    for edit in reversed(redos):
        pen.do(edit)
    assert contents(pen.known) == end | theirs
    assert contents(NO_ANNOTATIONS.adding(pen.written[::-1] + colleague.written)) == end | theirs


def told(threads: Threads, id_: str, keeping: str | None = None) -> list[tuple[str, int]]:
    return [(one.id, depth) for one, depth in threads.below(id_, keeping)]


# -- places ---------------------------------------------------------------------------------------


def test_moving_keeps_the_length_of_a_period() -> None:
    moved = moved_to_day(a_note("x", OnPeriod(start=2, end=5), tags=["t"]), -1.0)
    assert moved == a_note("x", OnPeriod(start=-1, end=2), tags=["t"])
    assert moved_to_day(a_note("x", OnDay(day=3)), 4.5) == a_note("x", OnDay(day=4.5))


@pytest.mark.parametrize("target", [OnCase(), OnPart(part="event")])
def test_what_stands_on_no_day_is_not_moved(target: OnCase | OnPart) -> None:
    assert moved_to_day(a_note("x", target), 4.0) == a_note("x", target)


def test_a_period_is_given_its_edges() -> None:
    changed = with_period(a_note("x", OnDay(day=1)), Span(2, 3.5))
    assert changed == a_note("x", OnPeriod(start=2, end=3.5))


# -- marks, answers and tags ----------------------------------------------------------------------


def test_an_author_s_mark_on_a_part_is_found() -> None:
    bens = a_record("put", annotation_id(BEN), content=mark("event", "done"))
    noted = a_note("x", OnPart(part="event"), mark="done")
    known = made(noted, mark("event", "done"), mark("b", "question"))
    known = known.adding([bens])
    assert mark_of(known, "event", "done", ANNA) == SECOND
    assert mark_of(known, "event", "done", BEN) == annotation_id(BEN)
    assert mark_of(known, "event", "question", ANNA) is None
    assert mark_of(known, "other", "done", ANNA) is None


def test_an_answer_and_a_decision_are_about_an_annotation() -> None:
    about = OnAnnotation(annotation=FIRST)
    assert reply(FIRST, "yes") == Content(kind="reply", target=about, text="yes")
    assert decision(FIRST, is_resolved=True) == Content(kind="resolve", target=about)
    assert decision(FIRST, is_resolved=False) == Content(kind="reopen", target=about)


def test_a_thread_leads_to_what_it_began_with() -> None:
    known = made(a_note(), reply(FIRST, "yes"), reply(SECOND, "no"))
    assert [root_of(known, id_) for id_ in (FIRST, SECOND, THIRD)] == [FIRST] * 3


def test_a_thread_whose_beginning_is_gone_begins_there_still() -> None:
    known = made(a_note(), reply(FIRST, "yes")).adding([a_record("delete", FIRST, clock=9)])
    assert root_of(known, SECOND) == FIRST


def test_a_thread_that_goes_in_a_circle_ends() -> None:
    known = made(reply(SECOND, "a"), reply(FIRST, "b"), reply(THIRD, "itself"))
    into_it = annotation_id(number=4)
    known = known.adding([a_record("put", into_it, content=reply(SECOND, "c"), clock=9)])
    assert root_of(known, into_it) == root_of(known, FIRST) == root_of(known, SECOND) == FIRST
    assert root_of(known, THIRD) == THIRD
    threads = Threads(known)
    assert threads.root(into_it) == threads.root(SECOND) == FIRST
    assert told(threads, FIRST) == [(SECOND, 1), (into_it, 2)]
    assert told(threads, THIRD) == []


def test_a_thread_begins_where_what_it_answers_is_not_known() -> None:
    away = annotation_id(BEN, 9)
    known = made(reply(away, "to Ben"), reply(FIRST, "to that"))
    assert root_of(known, SECOND) == FIRST
    assert root_of(known, away) == away
    assert told(Threads(known), FIRST) == [(SECOND, 1)]
    assert told(Threads(known), away) == [(FIRST, 1), (SECOND, 2)]


def test_a_thread_is_told_whole_and_what_was_deleted_keeps_its_place() -> None:
    fourth, fifth = annotation_id(number=4), annotation_id(number=5)
    known = made(
        a_note(), reply(FIRST, "a"), reply(SECOND, "b"), reply(FIRST, "c"), reply(THIRD, "d")
    )
    whole = [(SECOND, 1), (THIRD, 2), (fifth, 3), (fourth, 1)]
    assert told(Threads(known), FIRST) == whole
    assert told(Threads(known), fifth) == []
    gone = known.adding([a_record("delete", id_, clock=9) for id_ in (FIRST, SECOND, fourth)])
    assert told(Threads(gone), FIRST) == whole[:3]
    assert told(Threads(gone), FIRST, fourth) == whole
    assert root_of(gone, fifth) == FIRST
    purged = gone.adding([a_record("purge", THIRD, clock=10)])
    assert root_of(purged, fifth) == THIRD  # nobody knows what it answered
    assert told(Threads(purged), THIRD) == [(fifth, 1)]
    assert told(Threads(purged), FIRST) == []


def test_the_tags_used_most_come_first() -> None:
    known = made(a_note(tags=["b", "a"]), a_note(tags=["c"]), a_note(tags=["c", "a"]), a_note())
    assert all_tags(known) == ("a", "c", "b")
    assert all_tags(NO_ANNOTATIONS) == ()
