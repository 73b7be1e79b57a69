"""What a purge takes with it: all that the annotation said, and no more."""

from __future__ import annotations

import pytest

from tests.making_journals import (
    AUTHOR,
    CASE,
    OTHER_AUTHOR,
    a_begin,
    a_note,
    a_record,
    a_reply,
    a_tombstone,
    annotation_id,
)
from viewer.io.annotations.lines import checksum, encoded
from viewer.io.annotations.purging import NO_WORDS, Words, swept, without, words_of

SECRET = "a text that names somebody by mistake, which is removed"


def _without(*lines: bytes, number: int = 1) -> list[bytes]:
    return without(b"".join(lines), [annotation_id(number)])


def _line(number: int, text: str = "", **more: object) -> bytes:
    return encoded(a_note(number, text, **more), CASE)


def test_every_version_goes_and_other_lines_stay_as_they_are() -> None:
    versions = [_line(1, SECRET), _line(2, "second", id=annotation_id(1))]
    deleted = encoded(a_record(3, op="delete", id=annotation_id(1)), CASE)
    kept = [_line(4), encoded(a_reply(5, to=1), CASE)]
    assert _without(*versions, kept[0], deleted, kept[1]) == kept


@pytest.mark.parametrize("cut", [(40, 50), (0, 10), (0, 150)])
def test_a_damaged_version_goes_by_its_name_or_its_words(cut: tuple[int, int]) -> None:
    whole = _line(2, SECRET, id=annotation_id(1))
    damaged = whole[: cut[0]] + b"?" * (cut[1] - cut[0]) + whole[cut[1] :]
    assert _without(_line(1, SECRET), damaged, _line(4)) == [_line(4)]


def test_a_damaged_version_of_a_few_words_goes_too() -> None:
    damaged = b"?" * 200 + _line(2, "Sato", id=annotation_id(1))[200:]
    assert b"Sato" in damaged
    assert _without(_line(1, "Sato"), damaged, _line(4)) == [_line(4)]


@pytest.mark.parametrize(
    "text", ["低血糖の患者、山田花子さんの隣人について" * 3, SECRET * 2, 'é\n"q"' * 20]
)
def test_a_part_of_the_words_is_enough(text: str) -> None:
    whole = _line(1, text)
    end = whole.index(b'","format"')
    for length in (31, 40):
        damaged = b"???" + whole[end - length : end] + b"???\n"
        assert _without(whole, damaged, _line(4)) == [_line(4)]
        assert _without(_line(9), damaged, _line(4), number=9) == [damaged, _line(4)]


def test_every_text_of_an_annotation_is_known_again() -> None:
    outcome = {"question": f"Q {SECRET}", "decision": f"D {SECRET}", "who": "Dr. W"}
    event = {"title": f"T {SECRET}", "when": {"day": 1}}
    content = {
        "kind": "outcome",
        "target": {"type": "Case"},
        "tags": ["t"],
        "mark": "important",
        "outcome": outcome,
        "event": event,
    }
    whole = _line(1, content=content)
    for text in (outcome["question"], outcome["decision"], '"Dr. W"', event["title"]):
        damaged = b'??? "' + str(text).encode() + b'" ???\n'
        assert _without(whole, damaged) == []


def test_what_a_presenter_wrote_is_known_again_in_each_language() -> None:
    scene = {"id": "one", "title": f"T {SECRET}", "notes": {"en": f"N {SECRET}", "ja": "秘密の話"}}
    content = {"kind": "scene", "target": {"type": "Case"}, "scene": {"rank": 1.0, "scene": scene}}
    whole = _line(1, content=content)
    for text in (f"T {SECRET}", f"N {SECRET}", "秘密の話"):
        assert _without(whole, b'??? "' + text.encode() + b'" ???\n') == []


def test_damage_without_a_word_of_it_stays() -> None:
    content = {"kind": "mark", "target": {"type": "Case"}, "mark": "important", "tags": ["CT"]}
    damaged = b'???"value":"important"???"value":"CT"???\n'
    assert _without(_line(1, content=content), damaged) == [damaged]
    assert _without(_line(1, SECRET), b"\0\0\n") == [b"\0\0\n"]


def test_whole_lines_that_are_no_records_stay_unless_they_are_of_it() -> None:
    def sealed(body: bytes) -> bytes:
        return f"{checksum(body)} ".encode() + body + b"\n"

    kept = [sealed(b"[1]"), sealed(b"{"), sealed(b'{"op":"dance","id":3}')]
    gone = [
        sealed(b'{"op":"dance","id":"%s"}' % annotation_id(1).encode()),
        sealed(b'{"id":"%s","annotation":{"body":[3,{"value":4}]}}' % annotation_id(1).encode()),
    ]
    assert _without(*kept, *gone) == kept


# --- journals that another window or computer goes on with -------------------------------


def _swept(*lines: bytes, author: str = AUTHOR, words: Words = NO_WORDS) -> list[bytes]:
    raw = swept(b"".join(lines), author, {annotation_id(1)}, words)
    return raw.splitlines(keepends=True)


def test_a_tombstone_takes_the_place_of_each_version_and_its_number() -> None:
    begin, kept = encoded(a_begin(), CASE), encoded(a_reply(4, to=1), CASE)
    deleted = encoded(a_record(5, op="delete", id=annotation_id(1)), CASE)
    versions = [_line(2, SECRET, id=annotation_id(1)), _line(3, "b", id=annotation_id(1))]
    tombstones = [encoded(a_tombstone(number, 1), CASE) for number in (2, 3)]
    expected = [begin, *tombstones, kept, deleted]
    assert _swept(begin, *versions, kept, deleted) == expected
    assert _swept(*expected) == expected


def test_what_needs_no_sweeping_stays_byte_for_byte() -> None:
    raw = _line(4).replace(b"\n", b"\r\n") + b"?damage?\n\n" + _line(5)[:-20]
    assert swept(raw, AUTHOR, {annotation_id(1)}, NO_WORDS) == raw


def test_the_journal_of_another_is_left_alone_whatever_stands_in_it() -> None:
    theirs = encoded(a_begin(author=OTHER_AUTHOR), CASE)
    forged = _line(2, SECRET, id=annotation_id(1), author=OTHER_AUTHOR)
    assert _swept(theirs, forged) == [theirs, forged]
    # Put together by hand: each keeps what is their own.
    mine = encoded(a_begin(), CASE)
    assert _swept(mine, theirs, forged) == [mine, theirs, forged]


def test_damage_in_a_swept_journal_goes_by_name_or_words_from_another_one() -> None:
    words = words_of(_line(1, SECRET), {annotation_id(1)})
    damaged = b"???" + SECRET.encode() + b"???\n"
    assert _swept(_line(4), damaged) == [_line(4), damaged]
    assert _swept(_line(4), damaged, words=words) == [_line(4)]
    assert without(_line(4) + damaged, [annotation_id(1)], words) == [_line(4)]
    named = b"???" + annotation_id(1).encode() + b"???\n"
    assert _swept(_line(4), named) == [_line(4)]


def test_a_journal_of_which_nothing_is_whole_is_its_authors_where_it_names_them() -> None:
    named = b"???" + annotation_id(1).encode() + b"???\n"
    assert _swept(named) == []
    assert _swept(b"???\n", words=frozenset([b"??"])) == [b"???\n"]


def test_a_line_that_makes_no_tombstone_goes() -> None:
    body = b'{"op":"dance","id":"%s","said":"x"}' % annotation_id(1).encode()
    strange = f"{checksum(body)} ".encode() + body + b"\n"
    assert _swept(_line(4), strange) == [_line(4)]
