"""Lines: what is whole is found again around what is not."""

from __future__ import annotations

import json
import random

import pytest

from tests.making_journals import CASE, a_begin, a_note, a_record, text_of_length
from viewer.io.annotations.lines import LINE_LIMIT, checksum, decoded, encoded, pieces
from viewer.model.annotation_record import Record


def _line(number: int) -> bytes:
    return encoded(a_note(number), CASE)


def _numbers(raw: bytes) -> list[int]:
    return [decoded(piece.json).number for piece in pieces(raw) if piece.json is not None]


def _damaged(raw: bytes) -> list[bytes]:
    return [raw[p.start : p.start + p.length] for p in pieces(raw) if p.json is None]


def test_a_line_is_a_checksum_and_json_in_the_shape_of_a_web_annotation() -> None:
    sum_, _, body = _line(7).rstrip(b"\n").partition(b" ")
    assert sum_.decode() == checksum(body)
    given = json.loads(body)
    assert (given["op"], given["number"]) == ("put", 7)
    assert given["annotation"]["body"][0]["value"] == "Note 7"


@pytest.mark.parametrize(
    "record",
    [
        a_begin(),
        a_record(2, op="name", name="Dr. Ō"),
        a_note(3, "Two\nlines, \u202e turned \r\n and \x00"),
        a_record(4, op="delete", id=a_note(3).id),
        a_record(5, op="aside", aside="0" * 16),
    ],
    ids=lambda record: record.op,
)
def test_a_record_comes_back_as_it_was(record: Record) -> None:
    line = encoded(record, CASE)
    assert line.count(b"\n") == 1
    (piece,) = pieces(line)
    assert piece.json is not None
    assert decoded(piece.json) == record


def test_the_longest_note_that_can_be_typed_is_read_again() -> None:
    longest = "\x01" * 20_000
    parts = {"question": longest, "decision": longest, "who": longest}
    content = {
        "kind": "outcome",
        "target": {"type": "Case"},
        "text": longest,
        "tags": ["\x01" * 100] * 50,
        "outcome": parts,
    }
    assert _numbers(encoded(a_note(1, content=content), CASE)) == [1]


def test_a_line_too_long_to_be_read_again_is_refused() -> None:
    record = a_record(1, op="name", name="A", unknown="x" * LINE_LIMIT)
    with pytest.raises(ValueError, match="bytes in one line"):
        encoded(record, CASE)


def test_half_a_letter_that_no_rule_caught_is_kept_as_a_mark() -> None:
    record = a_record(1, op="name", name="A", unknown="a\ud800b")
    (piece,) = pieces(encoded(record, CASE))
    assert piece.json is not None
    assert json.loads(piece.json)["unknown"] == "a\ufffdb"


@pytest.mark.parametrize("raw", [b"[]", b"null", b"{", b'{"op":"put"}', b'{"annotation":[]}', b""])
def test_what_is_no_record_is_refused(raw: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        decoded(raw)


def test_nothing_holds_nothing() -> None:
    assert pieces(b"") == []
    assert pieces(b"\n\n") == []


def test_line_ends_of_windows_harm_nothing() -> None:
    raw = (_line(1) + _line(2)).replace(b"\n", b"\r\n")
    assert (_numbers(raw), _damaged(raw)) == ([1, 2], [])


def test_a_mark_that_an_editor_puts_first_costs_no_record() -> None:
    raw = b"\xef\xbb\xbf" + _line(1) + _line(2)
    assert (_numbers(raw), _damaged(raw)) == ([1, 2], [b"\xef\xbb\xbf"])


@pytest.mark.parametrize("instead", [b"", b"\0", b"\x0b", b"}", b"\xff"])
def test_a_destroyed_line_feed_costs_no_record(instead: bytes) -> None:
    raw = _line(1) + _line(2)[:-1] + instead + _line(3) + _line(4)
    assert (_numbers(raw), b"".join(_damaged(raw))) == ([1, 2, 3, 4], instead)


@pytest.mark.parametrize("noise", [b"\0" * 90, b"}" * 90, b'{"' * 45, b"\xff" * 90])
def test_a_destroyed_stretch_from_a_line_feed_on_costs_the_next_record_alone(
    noise: bytes,
) -> None:
    raw = _line(1) + _line(2)[:-1] + noise + _line(3)[89:] + _line(4)
    assert _numbers(raw) == [1, 2, 4]
    assert _damaged(raw) == [noise + _line(3)[89:-1]]


def test_lines_that_were_joined_are_told_apart() -> None:
    raw = b"".join(_line(number) for number in range(1, 200))
    assert _numbers(raw.replace(b"\n", b" ")) == [*range(1, 200)]
    assert _numbers(raw.replace(b"\n", b"")) == [*range(1, 200)]


def test_every_flipped_bit_of_a_line_is_noticed() -> None:
    line = _line(2)
    raw = _line(1) + line + _line(3)
    for bit in range(len(_line(1)) * 8, (len(_line(1)) + len(line)) * 8):
        flipped = bytearray(raw)
        flipped[bit // 8] ^= 1 << bit % 8
        assert _damaged(bytes(flipped)), bit
        assert set(_numbers(bytes(flipped))) <= {1, 2, 3}


def test_a_line_holds_no_more_than_it_says_and_can_be_read_by_people() -> None:
    line = encoded(a_note(2, "低血糖"), CASE)
    assert "低血糖".encode() in line
    given = json.loads(line[17:])
    assert {*given} == {"v", "op", "journal", "number", "clock", "at", "author", "id", "annotation"}


def test_what_is_no_number_is_not_written() -> None:
    with pytest.raises(ValueError, match="JSON"):
        encoded(a_record(1, op="name", name="A", unknown=float("nan")), CASE)


def test_the_longest_line_that_is_written_is_read() -> None:
    def record(length: int) -> Record:
        return a_record(1, op="name", name="A", unknown="x" * length)

    most = LINE_LIMIT - len(encoded(record(0), CASE))
    assert _numbers(encoded(record(most), CASE)) == [1]
    with pytest.raises(ValueError, match="bytes in one line"):
        encoded(record(most + 1), CASE)


def test_a_longer_line_is_none_of_ours() -> None:
    body = json.dumps({"x": "x" * LINE_LIMIT}).encode()
    line = f"{checksum(body)} ".encode() + body + b"\n"
    assert [piece.json for piece in pieces(line)] == [None]


def test_a_destroyed_beginning_costs_its_own_record_alone() -> None:
    raw = _line(1) + b"?" * 40 + _line(2)[40:] + _line(3)
    assert _numbers(raw) == [1, 3]


def test_a_destroyed_stretch_over_a_line_feed_costs_the_lines_it_touches() -> None:
    raw = bytearray(_line(1) + _line(2) + _line(3))
    end = len(_line(1))
    raw[end - 3 : end + 3] = b"\0" * 6
    assert _numbers(bytes(raw)) == [3]


def test_a_record_after_much_that_looks_like_one_is_found() -> None:
    # Somebody's note on how a journal looks, and the line feed before the next record is gone.
    text = "0123456789abcdef {" * 100
    raw = encoded(a_note(1, text), CASE)[:-1] + b"\0" + _line(2)
    assert 2 in _numbers(raw)


def test_what_looks_like_a_record_inside_a_whole_one_is_a_part_of_it() -> None:
    raw = encoded(a_note(1, "0123456789abcdef {…}"), CASE)[:-1] + b"\0" + _line(2)
    assert (_numbers(raw), _damaged(raw)) == ([1, 2], [b"\0"])


def test_the_pieces_cover_all_but_line_feeds() -> None:
    rng = random.Random(4)
    for _ in range(200):
        raw = bytearray(b"".join(_line(number) for number in range(1, 8)))
        for _ in range(rng.randint(0, 4)):
            at = rng.randrange(len(raw))
            raw[at : at + rng.randint(1, 300)] = rng.randbytes(rng.randint(0, 300))
        covered = bytearray(raw)
        for piece in pieces(bytes(raw)):
            covered[piece.start : piece.start + piece.length] = b"\n" * piece.length
        assert set(covered) <= {10}


def test_a_letter_cut_in_the_middle_is_damage_and_no_fault_of_ours() -> None:
    line = encoded(a_note(2, "低血糖" * 5), CASE)
    raw = _line(1) + line[: line.index("糖".encode()) + 1]
    assert _numbers(raw) == [1]
    assert len(_damaged(raw)) == 1


@pytest.mark.parametrize(
    "raw",
    [
        b"\0" * 3_000_000,
        b"0123456789abcdef {" * 200_000,
        b'0123456789abcdef {"":' * 100_000,
        b'0123456789abcdef {"":' + b"[" * 1_000_000,
        b'0123456789abcdef {"":' + b"9" * 1_000_000,
        b'0123456789abcdef {"' + b" 0123456789abcdef {" * 100_000,
        b"x" * 3_000_000,
    ],
    ids=range(7),
)
def test_a_long_line_of_none_of_ours_is_one_piece(raw: bytes) -> None:
    assert _numbers(raw) == []
    assert b"".join(_damaged(raw)) == raw


def test_texts_of_any_kind_come_back() -> None:
    rng = random.Random(5)
    for number in range(1, 200):
        record = a_note(number, text_of_length(rng, rng.randint(1, 300)))
        (piece,) = pieces(encoded(record, CASE))
        assert piece.json is not None
        assert decoded(piece.json) == record
