"""What a purge takes with it: all that the annotation said, and no more."""

from __future__ import annotations

import pytest

from tests.making_journals import CASE, a_note, a_record, a_reply, annotation_id
from viewer.io.annotations.lines import checksum, encoded
from viewer.io.annotations.purging import without

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
