"""Annotations that came by mail or from another program."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path
from typing import Any

import pytest

from tests.annotating_making import (
    ANNA,
    BEN,
    BENS_JOURNAL,
    a_note,
    a_record,
    bens_pen,
    made,
)
from tests.unit.io.annotations.a_reviewed_course import COURSE, anna, ben, reviewed
from viewer.io.annotations import web_import
from viewer.io.annotations.imported import Imported
from viewer.io.annotations.importing import import_annotations
from viewer.io.annotations.journal_reading import read_journals
from viewer.io.annotations.jsonld_export import jsonld
from viewer.io.annotations.lines import checksum, encoded
from viewer.io.annotations.own_journal import OwnJournal
from viewer.io.annotations.web_shape import CASE_URN
from viewer.io.annotations.writing_lock import WritingLock
from viewer.model import annotation_texts, importing_texts, problem_texts
from viewer.model.annotating import reply
from viewer.model.annotation import OnCase, OnDay
from viewer.model.annotation_record import Record
from viewer.model.annotation_set import NO_ANNOTATIONS, AnnotationSet
from viewer.model.going_out import content_going_out

CASE = "case"
LATER = "2026-12-01T08:00:00Z"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "case.notes"


def shown(folder: Path, case: str = CASE) -> AnnotationSet:
    journals = read_journals([folder], case)
    return NO_ANNOTATIONS.adding(record for one in journals for record in one.records)


def imported(path: Path, folder: Path, known: AnnotationSet = NO_ANNOTATIONS) -> Imported:
    return import_annotations(path, CASE, folder, known, LATER)


def messages(answer: Imported) -> list[str]:
    """What the problems say; each can be said whole, and what was refused is an error."""
    assert all(str(problem) for problem in answer.problems)
    severities = {problem.severity for problem in answer.problems}
    assert severities <= {"error", "warning"}
    assert answer.journals or answer.known or "error" in severities or not severities
    return [problem.message for problem in answer.problems]


# -- a journal ------------------------------------------------------------------------------------


def written(count: int = 3, case: str = CASE) -> list[Record]:
    pen = bens_pen()
    pen.write("begin", name="Ben", case=case)
    pen.put({ben(number): a_note(f"note {number}") for number in range(1, count + 1)})
    return pen.written


def as_bytes(records: list[Record], case: str = CASE) -> bytes:
    return b"".join(encoded(record, case) for record in records)


@pytest.fixture
def mailed(tmp_path: Path) -> Path:
    """A colleague's journal as a mail program names it."""
    path = tmp_path / "notes (1).journal"
    path.write_bytes(as_bytes(written()))
    return path


def test_a_journal_is_copied_whole_under_its_own_name(mailed: Path, folder: Path) -> None:
    answer = imported(mailed, folder)
    assert answer.journals == (folder / f"{BENS_JOURNAL}.journal",)
    assert answer.journals[0].read_bytes() == mailed.read_bytes()
    assert (answer.new, answer.known, answer.problems) == (3, 0, ())
    assert [author.name for author in answer.authors] == ["Ben"]
    assert shown(folder).content(ben(2)) == a_note("note 2")


@pytest.mark.skipif(os.name == "nt", reason="files have no such permissions there")
def test_a_journal_can_be_read_by_whom_the_folder_can(mailed: Path, folder: Path) -> None:
    folder.mkdir(mode=0o750)
    folder.chmod(0o750)
    (journal,) = imported(mailed, folder).journals
    assert stat.S_IMODE(journal.stat().st_mode) == 0o640


def test_the_same_journal_again_changes_nothing(mailed: Path, folder: Path) -> None:
    first = imported(mailed, folder)
    again = imported(mailed, folder, shown(folder))
    assert again.journals == first.journals
    assert (again.new, again.known, again.problems) == (0, 3, ())
    assert len(list(folder.glob("*.journal"))) == 1


def test_one_that_goes_on_takes_the_place_of_its_beginning(mailed: Path, folder: Path) -> None:
    imported(mailed, folder)
    longer = as_bytes(written(5))
    mailed.write_bytes(longer)
    answer = imported(mailed, folder, shown(folder))
    assert (answer.new, answer.known, answer.problems) == (2, 3, ())
    assert [path.read_bytes() for path in folder.glob("*.journal")] == [longer]


def test_an_older_one_never_takes_the_place_of_what_goes_on(mailed: Path, folder: Path) -> None:
    folder.mkdir()
    held = folder / f"{BENS_JOURNAL}.journal"
    held.write_bytes(as_bytes(written(5)))
    answer = imported(mailed, folder, shown(folder))
    assert answer.journals == (held,)
    assert (answer.new, answer.known) == (0, 3)
    assert held.read_bytes() == as_bytes(written(5))


def test_two_that_differ_are_both_kept_and_that_is_said(mailed: Path, folder: Path) -> None:
    imported(mailed, folder)
    begin, *_ = written()
    other = [begin, a_record("put", ben(9), content=a_note("forked"), number=2, clock=2)]
    mailed.write_bytes(as_bytes(other))
    for _ in range(2):
        answer = imported(mailed, folder, shown(folder))
        assert messages(answer) == [importing_texts.KEPT_BOTH]
        assert answer.journals[0].read_bytes() == as_bytes(other)
    kept = {path.read_bytes() for path in folder.glob("*.journal")}
    assert kept == {as_bytes(written()), as_bytes(other)}
    assert shown(folder).content(ben(3)) == a_note("note 3")
    assert shown(folder).content(ben(9)) == a_note("forked")


def test_a_journal_that_is_being_written_is_left_to_its_writer(mailed: Path, folder: Path) -> None:
    own = OwnJournal(folder / f"{BENS_JOURNAL}.journal", CASE)
    own.open()
    own.append(written(2))
    answer = imported(mailed, folder)  # it has more, but the writer may be about to add other
    assert messages(answer) == [importing_texts.KEPT_BOTH]
    more = a_record("put", ben(8), content=a_note("written on"), number=4, clock=4)
    own.append([more])
    own.close()
    assert shown(folder).content(ben(8)) == a_note("written on")
    assert shown(folder).content(ben(3)) == a_note("note 3")


def test_what_its_writer_has_already_is_not_kept_twice(mailed: Path, folder: Path) -> None:
    own = OwnJournal(folder / f"{BENS_JOURNAL}.journal", CASE)
    own.open()
    own.append(written(4))
    answer = imported(mailed, folder, shown(folder))
    own.close()
    assert (answer.journals, answer.problems) == ((own.path,), ())


def test_the_lock_is_given_back(mailed: Path, folder: Path) -> None:
    imported(mailed, folder)
    lock = WritingLock(folder / f"{BENS_JOURNAL}.journal")
    lock.take()
    lock.release()


def test_one_that_cannot_be_read_is_not_written_over(mailed: Path, folder: Path) -> None:
    (folder / f"{BENS_JOURNAL}.journal").mkdir(parents=True)
    answer = imported(mailed, folder)
    assert messages(answer) == [importing_texts.KEPT_BOTH]
    assert answer.journals[0].read_bytes() == mailed.read_bytes()


def test_a_journal_of_another_case_is_refused_and_both_are_named(
    mailed: Path, folder: Path
) -> None:
    mailed.write_bytes(as_bytes(written(case="other-case"), "other-case"))
    answer = imported(mailed, folder)
    assert messages(answer) == [importing_texts.ABOUT_OTHER_CASE]
    assert answer.problems[0].values == {"path": mailed.name, "other": "other-case", "case": CASE}
    assert not folder.exists()


def test_a_journal_that_names_no_case_is_refused(mailed: Path, folder: Path) -> None:
    mailed.write_bytes(as_bytes(written()[1:]))
    assert messages(imported(mailed, folder)) == [importing_texts.CASE_UNSAID]
    assert not folder.exists()


def test_a_journal_of_several_authors_is_refused(mailed: Path, folder: Path) -> None:
    """One who sends a journal cannot write in another's name."""
    forged = a_record("put", anna(1), content=a_note("forged"), journal=BENS_JOURNAL, number=9)
    mailed.write_bytes(as_bytes([*written(), forged]))
    assert messages(imported(mailed, folder)) == [importing_texts.SEVERAL_AUTHORS]
    assert not folder.exists()


@pytest.mark.parametrize("raw", [b"", b"\0" * 100, b"0123456789abcdef {}\n", b'[{"target": 3}]'])
def test_what_is_no_journal_is_refused(mailed: Path, folder: Path, raw: bytes) -> None:
    mailed.write_bytes(raw)
    assert messages(imported(mailed, folder)) == [annotation_texts.NOT_A_JOURNAL]
    assert not folder.exists()


def test_a_damaged_journal_is_copied_with_its_damage_which_is_told(
    mailed: Path, folder: Path
) -> None:
    lines = mailed.read_bytes().splitlines(keepends=True)
    lines[0] = b"\xff{not ours}\n"
    lines[2] = lines[2].replace(b"note", b"nose")
    begin = encoded(written()[0].model_copy(update={"number": 9}), CASE)
    strange = encoded(written()[0], CASE).replace(b'"begin"', b'"poems"')
    body = strange[17:-1]
    lines += [checksum(body).encode() + b" " + body + b"\n", begin]
    mailed.write_bytes(b"".join(lines))
    answer = imported(mailed, folder)
    assert sorted(messages(answer)) == sorted(
        [annotation_texts.LINE_DAMAGED] * 2 + [annotation_texts.RECORD_UNKNOWN]
    )
    assert answer.journals[0].read_bytes() == mailed.read_bytes()
    assert answer.new == 2


# -- web annotations ------------------------------------------------------------------------------


def document(*items: Any, **more: Any) -> bytes:
    page = {"type": "AnnotationPage", "items": list(items)}
    return json.dumps(page | more).encode()


def an_item(text: str = "said", **more: Any) -> dict[str, Any]:
    target = {"source": CASE_URN + CASE, "selector": {"type": "dayline:Day", "day": 3.0}}
    creator = {"id": "https://example.org/people/7", "name": "Dr Web"}
    plain = {"id": f"https://example.org/{text}", "type": "Annotation", "body": text}
    return plain | {"target": target, "creator": creator} | more


def brought(tmp_path: Path, raw: bytes, folder: Path, known: AnnotationSet) -> Imported:
    path = tmp_path / "annotations.jsonld"
    path.write_bytes(raw)
    return imported(path, folder, known)


def taken(tmp_path: Path, *items: Any) -> tuple[Imported, AnnotationSet]:
    folder = tmp_path / "case.notes"
    answer = brought(tmp_path, document(*items), folder, NO_ANNOTATIONS)
    return answer, shown(folder)


def test_our_own_export_comes_back_as_its_authors(tmp_path: Path, folder: Path) -> None:
    known = reviewed()
    answer = brought(tmp_path, jsonld(known, COURSE), folder, NO_ANNOTATIONS)
    assert (answer.new, answer.known, answer.problems) == (18, 0, ())
    assert [author.name for author in answer.authors] == ["Anna", "Ben"]
    assert len(answer.journals) == 2
    read = shown(folder)
    assert [(one.id, one.content, one.changed) for one in read.shown] == [
        (one.id, content_going_out(one.content), one.changed)
        for one in known.shown
        if one.content is not None
    ]
    assert read.resolved == known.resolved
    assert dict(read.authors) == dict(known.authors)


def test_what_is_known_already_is_not_brought_again(tmp_path: Path, folder: Path) -> None:
    raw = jsonld(reviewed(), COURSE)
    answer = brought(tmp_path, raw, folder, reviewed())
    assert (answer.new, answer.known, answer.journals, answer.problems) == (0, 18, (), ())
    assert not folder.exists()
    brought(tmp_path, raw, folder, NO_ANNOTATIONS)
    again = brought(tmp_path, raw, folder, shown(folder))
    assert (again.new, again.known) == (0, 18)


@pytest.mark.parametrize("op", ["delete", "purge", "put"])
def test_what_its_author_did_here_stays(tmp_path: Path, folder: Path, op: str) -> None:
    raw = jsonld(made(a_note("canary"), a_note("other")), COURSE)
    more = {"content": a_note("changed here")} if op == "put" else {}
    known = made(a_note("canary"), a_note("other")).adding([a_record(op, anna(1), clock=9, **more)])
    answer = brought(tmp_path, raw, folder, known)
    assert messages(answer) == [importing_texts.SAYS_OTHERWISE]
    assert answer.problems[0].values["count"] == "1"
    assert (answer.new, answer.known) == (0, 2)
    assert not folder.exists()


def test_only_what_is_new_is_brought_and_comes_after_what_is_known(
    tmp_path: Path, folder: Path
) -> None:
    here = made(a_note("one"))
    answer = brought(tmp_path, jsonld(made(a_note("one"), a_note("two")), COURSE), folder, here)
    assert (answer.new, answer.known) == (1, 1)
    both = here.adding(record for one in read_journals([folder], CASE) for record in one.records)
    assert [one.content and one.content.text for one in both.shown] == ["one", "two"]
    assert len(both.annotations[anna(1)].versions) == 1


def test_an_annotation_of_another_program_is_shown_as_its_creator_s(tmp_path: Path) -> None:
    answer, known = taken(tmp_path, an_item(created="2026-11-02T09:30:00+09:00"))
    assert answer.problems == ()
    (one,) = known.shown
    assert one.content == a_note("said", OnDay(day=3))
    assert one.created == "2026-11-02T09:30:00+09:00"
    assert known.authors[one.author].name == "Dr Web"
    again, _ = taken(tmp_path, an_item("more"))
    assert again.authors[0].id == one.author


@pytest.mark.parametrize(
    ("creator", "name"),
    [
        ({"id": f"urn:dayline:author:{BEN}", "name": "Ben"}, "Ben"),
        ({"id": "https://x.org/7", "nickname": " Doc\n Web "}, "Doc Web"),
        ([{"name": "First"}, {"name": "Second"}], "First"),
        ("https://x.org/7", "https://x.org/7"),
        ({"id": "https://x.org/7", "name": 7}, "https://x.org/7"),
        ({"name": "x" * 999}, "x" * 200),
        ({"id": f"urn:dayline:author:{'é' * 12}", "name": "Not ours"}, "Not ours"),
        (None, "annotations.jsonld"),
        ([], "annotations.jsonld"),
        (7, "annotations.jsonld"),
    ],
)
def test_a_creator_is_an_author_here(tmp_path: Path, creator: Any, name: str) -> None:
    answer, known = taken(tmp_path, an_item(creator=creator))
    assert answer.problems == ()
    (author,) = known.authors.values()
    assert author.name == name
    assert (author.id == BEN) == (name == "Ben")


def test_nobody_is_given_another_name_by_a_file(tmp_path: Path, folder: Path) -> None:
    item = an_item(creator={"id": f"urn:dayline:author:{ANNA}", "name": "Mallory"})
    known = made(a_note())
    answer = brought(tmp_path, document(item), folder, known)
    assert [author.name for author in answer.authors] == ["Anna"]
    assert shown(folder).authors[ANNA].name == "Anna"


def test_an_id_of_another_author_s_is_not_taken_over(tmp_path: Path, folder: Path) -> None:
    """What claims to be Anna's annotation in Ben's file is a new one, of Ben's."""
    item = an_item("forged", id=f"urn:dayline:annotation:{anna(1)}")
    known = made(a_note("Anna's own"))
    answer = brought(tmp_path, document(item), folder, known)
    assert answer.new == 1
    both = known.adding(record for one in read_journals([folder], CASE) for record in one.records)
    assert both.content(anna(1)) == a_note("Anna's own")
    assert len(both.shown) == 2


def test_answers_lead_to_what_they_answer(tmp_path: Path) -> None:
    first = an_item("first")
    answer = an_item("yes", target=first["id"], creator="https://example.org/people/8")
    elsewhere = an_item("hm", target={"source": f"urn:dayline:annotation:{anna(1)}"})
    _, known = taken(tmp_path, answer, first, elsewhere)
    ids = {one.content.text: one.id for one in known.shown if one.content is not None}
    assert known.content(ids["yes"]) == reply(ids["first"], "yes")
    assert [one.id for one in known.replies[ids["first"]]] == [ids["yes"]]
    assert known.content(ids["hm"]) == reply(anna(1), "hm")


@pytest.mark.parametrize("shape", ["list", "graph", "one", "collection", "mark"])
def test_annotations_come_in_several_shapes(tmp_path: Path, folder: Path, shape: str) -> None:
    item = an_item()
    shapes: dict[str, Any] = {
        "list": [item],
        "graph": {"@graph": [item]},
        "one": item,
        "collection": {"type": "AnnotationCollection", "first": {"items": [item]}},
        "mark": {"items": [item]},
    }
    mark = b"\xef\xbb\xbf" if shape == "mark" else b""
    answer = brought(tmp_path, mark + json.dumps(shapes[shape]).encode(), folder, NO_ANNOTATIONS)
    assert answer.new == 1
    assert messages(answer) == ([problem_texts.BYTE_ORDER_MARK] if mark else [])


@pytest.mark.parametrize("given", [None, "soon", 3, "2026-11-02T09:30:00Z" * 3, "2026-99"])
def test_without_a_time_of_its_own_it_has_that_of_the_import(tmp_path: Path, given: Any) -> None:
    _, known = taken(tmp_path, an_item(modified=given))
    assert known.shown[0].changed == LATER


def test_without_an_id_of_its_own_it_has_one_by_what_it_says(tmp_path: Path, folder: Path) -> None:
    item = {name: value for name, value in an_item().items() if name != "id"}
    first, known = taken(tmp_path, item)
    again = brought(tmp_path, document(item), folder, known)
    assert (first.new, again.new, again.known) == (1, 0, 1)


# -- files that mean no good ----------------------------------------------------------------------


def test_one_annotation_that_cannot_be_taken_does_not_cost_the_others(tmp_path: Path) -> None:
    bad: list[Any] = [
        3,
        an_item("no target", target=None),
        an_item("no body", body={"type": "Choice"}),
        an_item("a mark", **{"dayline:kind": "mark"}),
        an_item("said"),
        an_item(id="urn:dayline:annotation:../../x"),
        an_item("of another case", target=CASE_URN + "other"),
        an_item("x" * 20_001),
        an_item("large", body={"type": "dayline:event", "title": "x", "when": {"day": 1.0},
                               "junk": "x" * 2_000_000}, **{"dayline:kind": "event"}),
    ]  # fmt: skip
    answer, known = taken(tmp_path, an_item("said"), *bad)
    assert [one.content and one.content.text for one in known.shown] == ["said"]
    assert [problem.path for problem in answer.problems[:-1]] == [
        "items[1]", "items[6]", "items[2]", "items[3]", "items[4]", "items[5]", "items[7]",
        "items[8]",
    ]  # fmt: skip
    assert {problem.file for problem in answer.problems} == {"annotations.jsonld"}
    reasons = [problem.values.get("reason", "") for problem in answer.problems]
    assert reasons[0] == "no annotation"
    assert "its id stands twice" in reasons
    assert "bytes in one line" in reasons[-1]
    assert answer.problems[6].values["other"] == "other"


def test_web_annotations_of_another_case_are_refused_and_both_are_named(
    tmp_path: Path, folder: Path
) -> None:
    item = an_item(target=CASE_URN + "other-case")
    answer = brought(tmp_path, document(item, item), folder, NO_ANNOTATIONS)
    assert messages(answer) == [importing_texts.ABOUT_OTHER_CASE]
    assert answer.problems[0].values["other"] == "other-case"
    assert answer.problems[0].values["case"] == CASE
    assert not folder.exists()


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"", problem_texts.FILE_EMPTY),
        (b"{", None),
        (b"\xff\xfe{\0}\0", problem_texts.NOT_UTF8_GUESS),
        (b'{"items": [NaN]}', None),
        (b'{"items": [], "items": []}', None),
        (b"[" * 100_000, None),
        (b"{}", importing_texts.NO_ANNOTATIONS),
        (b'{"items": []}', importing_texts.NO_ANNOTATIONS),
        (b'{"first": "https://example.org/1"}', importing_texts.NO_ANNOTATIONS),
        (b"3", importing_texts.NO_ANNOTATIONS),
    ],
)
def test_a_file_that_holds_none_is_refused(
    tmp_path: Path, folder: Path, raw: bytes, message: str | None
) -> None:
    answer = brought(tmp_path, raw, folder, NO_ANNOTATIONS)
    assert answer.problems
    assert answer.problems[0].severity == "error"
    assert (answer.new, answer.journals) == (0, ())
    assert message is None or messages(answer) == [message]
    assert not folder.exists()


@pytest.mark.parametrize(
    "given", [{"body": "HALF"}, {"creator": {"name": "HALF"}}, {"id": "HALF"}, {"HALF": "HALF"}]
)
def test_half_a_letter_spoils_no_journal(
    tmp_path: Path, folder: Path, given: dict[str, Any]
) -> None:
    raw = document(an_item("whole"), an_item("half", **given)).replace(b"HALF", b"\\ud83d")
    answer = brought(tmp_path, raw, folder, NO_ANNOTATIONS)
    assert answer.new + len(answer.problems) in {1, 2}
    assert not [one for one in read_journals([folder], CASE) if one.problems or one.damaged]
    assert len(shown(folder).shown) == answer.new


def test_more_annotations_than_anyone_writes_are_refused(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(web_import, "MOST_ITEMS", 2)
    items = [an_item(str(number)) for number in range(3)]
    answer = brought(tmp_path, document(*items), folder, NO_ANNOTATIONS)
    assert messages(answer) == [importing_texts.TOO_MANY]
    assert brought(tmp_path, document(*items[:2]), folder, NO_ANNOTATIONS).new == 2


def test_a_file_of_nothing_but_faults_tells_so_many(tmp_path: Path) -> None:
    answer, _ = taken(tmp_path, *range(1000))
    assert len(answer.problems) == web_import.MOST_PROBLEMS


def test_a_file_that_is_too_long_is_refused(tmp_path: Path, folder: Path) -> None:
    path = tmp_path / "long.jsonld"
    with path.open("wb") as file:
        file.truncate(web_import.IMPORT_LIMIT + 1)
    assert messages(imported(path, folder)) == [problem_texts.FILE_TOO_LARGE]


@pytest.mark.parametrize("name", ["gone.journal", "gone.jsonld"])
def test_a_file_that_is_not_there_is_told(tmp_path: Path, folder: Path, name: str) -> None:
    assert messages(imported(tmp_path / name, folder)) == [problem_texts.NOT_FOUND]


@pytest.mark.parametrize("is_journal", [True, False])
def test_a_folder_that_cannot_be_made_is_told(
    mailed: Path, tmp_path: Path, is_journal: bool
) -> None:
    taken_up = tmp_path / "case.notes"
    taken_up.write_text("a file", "utf-8")
    if is_journal:
        answer = imported(mailed, taken_up)
    else:
        answer = brought(tmp_path, document(an_item()), taken_up, NO_ANNOTATIONS)
    assert messages(answer) == [importing_texts.NOT_IMPORTED]
    assert (answer.new, answer.journals, answer.authors) == (0, (), ())


def test_an_import_leaves_nothing_but_journals_and_their_locks(
    mailed: Path, tmp_path: Path, folder: Path
) -> None:
    imported(mailed, folder)
    brought(tmp_path, document(an_item(target=CASE_URN + CASE)), folder, NO_ANNOTATIONS)
    assert {path.suffix for path in folder.iterdir()} == {".journal", ".lock"}
    assert a_note("said", OnCase()) in [one.content for one in shown(folder).shown]
    assert all(not path.name.startswith(".") for path in folder.iterdir())
