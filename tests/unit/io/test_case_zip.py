"""A .dayline file is judged before anything in it is unpacked."""

from __future__ import annotations

import json
import stat
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from viewer.io import case_zip
from viewer.io.case_store import CaseUnreadableError, open_case
from viewer.model import problem_texts as texts
from viewer.model.problem import Problem

Fill = Callable[[zipfile.ZipFile], object]


@pytest.fixture
def pack(tmp_path: Path, plain: dict[str, Any]) -> Callable[[Fill], Path]:
    def packed(fill: Fill) -> Path:
        path = tmp_path / "packed.dayline"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as whole:
            whole.writestr("case.json", json.dumps(plain))
            fill(whole)
        return path

    return packed


Pack = Callable[[Fill], Path]


def refusal(path: Path) -> Problem:
    with pytest.raises(CaseUnreadableError) as caught:
        open_case(path)
    return caught.value.problem


def test_an_ordinary_one_opens(pack: Pack) -> None:
    opened = open_case(pack(lambda whole: whole.writestr("figures/", "")))
    assert len(opened.case.events) == 3
    assert opened.assets.exists("case.json")
    assert not opened.assets.exists("figures")


def test_a_zipped_folder_opens_as_well(tmp_path: Path, plain: dict[str, Any]) -> None:
    path = tmp_path / "x.dayline"
    with zipfile.ZipFile(path, "w") as whole:
        whole.writestr("case one/case.json", json.dumps(plain))
        whole.writestr("case one/ct.png", b"png")
        whole.writestr("__MACOSX/case one/._case.json", b"x")
    opened = open_case(path)
    assert opened.assets.read("ct.png") == b"png"


@pytest.mark.parametrize(
    "names", [["a/case.json", "b/case.json"], ["a/b/case.json"], ["x.txt"], []]
)
def test_one_without_a_case(tmp_path: Path, names: list[str]) -> None:
    path = tmp_path / "x.dayline"
    with zipfile.ZipFile(path, "w") as whole:
        for name in names:
            whole.writestr(name, "{}")
    assert refusal(path).message == texts.NO_CASE_FILE


@pytest.mark.parametrize("raw", [b"", b"PK", b"words", b"PK\x05\x06", b"PK\x05\x06" + b"\xff" * 10])
def test_what_is_no_zip(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "x.dayline"
    path.write_bytes(raw)
    assert refusal(path).message == texts.ZIP_BROKEN


def test_every_cut_is_told_as_damage(pack: Pack) -> None:
    path = pack(lambda whole: whole.writestr("a", "b" * 500))
    raw = path.read_bytes()
    for length in range(0, len(raw), 7):
        path.write_bytes(raw[:length])
        assert refusal(path).message == texts.ZIP_BROKEN


def test_a_flipped_byte_is_told_or_harmless(pack: Pack) -> None:
    """No byte of the file can be spoilt so that opening it fails in a way of its own."""
    path = pack(lambda whole: whole.writestr("figures/ct.png", "b" * 50))
    raw = path.read_bytes()
    refused = 0
    for at in range(0, len(raw), 3):
        path.write_bytes(raw[:at] + bytes([raw[at] ^ 0x5A]) + raw[at + 1 :])
        try:
            open_case(path)
        except CaseUnreadableError:
            refused += 1
    assert refused > len(raw) / 6


UNSAFE_NAMES = ["../a", "/etc/a", "a/../../b", "C:/a", "a//b", ".."]


@pytest.mark.parametrize("name", UNSAFE_NAMES)
def test_unsafe_names(pack: Pack, name: str) -> None:
    problem = refusal(pack(lambda whole: whole.writestr(name, "x")))
    assert problem.message == texts.ZIP_NAME
    assert problem.values["entry"] == name


@pytest.mark.parametrize("name", ["a\\b", "a\0b"])
def test_unsafe_names_as_they_are_written(pack: Pack, name: str) -> None:
    path = pack(lambda whole: whole.writestr("aXb", "x"))
    path.write_bytes(path.read_bytes().replace(b"aXb", name.encode()))
    assert refusal(path).values["entry"] == name


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR])
def test_links_and_special_files(pack: Pack, kind: int) -> None:
    entry = zipfile.ZipInfo("link")
    entry.create_system = 3
    entry.external_attr = (kind | 0o777) << 16
    problem = refusal(pack(lambda whole: whole.writestr(entry, "/etc/passwd")))
    assert problem.message == texts.ZIP_LINK


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_twice(pack: Pack) -> None:
    assert refusal(pack(lambda whole: whole.writestr("case.json", "{}"))).message == texts.ZIP_TWICE


def test_an_encrypted_file(pack: Pack) -> None:
    path = pack(lambda whole: whole.writestr("a", "b"))
    raw = bytearray(path.read_bytes())
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(raw)
    assert refusal(path).message == texts.ZIP_ENCRYPTED


def test_an_unusual_compression(pack: Pack) -> None:
    problem = refusal(pack(lambda whole: whole.writestr("a", "b", zipfile.ZIP_BZIP2)))
    assert problem.message == texts.ZIP_METHOD


def test_too_many_files(pack: Pack) -> None:
    def fill(whole: zipfile.ZipFile) -> None:
        for number in range(case_zip.ENTRY_COUNT_LIMIT):
            whole.writestr(f"{number}", b"", zipfile.ZIP_STORED)

    problem = refusal(pack(fill))
    assert problem.message == texts.ZIP_ENTRIES
    assert "10,000" in str(problem)


def test_too_many_files_with_a_count_that_lies(pack: Pack) -> None:
    def fill(whole: zipfile.ZipFile) -> None:
        for number in range(case_zip.ENTRY_COUNT_LIMIT):
            whole.writestr(f"{number}", b"", zipfile.ZIP_STORED)

    path = pack(fill)
    raw = bytearray(path.read_bytes())
    struct.pack_into("<2H", raw, raw.rindex(b"PK\x05\x06") + 8, 2, 2)
    path.write_bytes(raw)
    assert refusal(path).message == texts.ZIP_ENTRIES


def test_a_64_bit_count(pack: Pack) -> None:
    def fill(whole: zipfile.ZipFile) -> None:
        for number in range(66_000):
            whole.writestr(f"{number}", b"", zipfile.ZIP_STORED)

    assert refusal(pack(fill)).message == texts.ZIP_ENTRIES


def claim(path: Path, size: int, packed: int) -> None:
    """Let the list of files claim another size for the last one (bytes)."""
    raw = bytearray(path.read_bytes())
    struct.pack_into("<2L", raw, raw.rindex(b"PK\x01\x02") + 20, packed, size)
    path.write_bytes(raw)


def test_a_file_that_claims_to_be_too_large(pack: Pack) -> None:
    path = pack(lambda whole: whole.writestr("a", "b"))
    claim(path, case_zip.ENTRY_LIMIT + 1, case_zip.ENTRY_LIMIT)
    problem = refusal(path)
    assert problem.message == texts.ZIP_ENTRY_SIZE
    assert "1,024 MiB" in str(problem)


def test_all_files_together_too_large(pack: Pack) -> None:
    def fill(whole: zipfile.ZipFile) -> None:
        for number in range(5):
            whole.writestr(f"z{number}", "b")

    path = pack(fill)
    raw = bytearray(path.read_bytes())
    at = raw.index(b"PK\x01\x02")
    for _ in range(5):
        at = raw.index(b"PK\x01\x02", at + 1)
        struct.pack_into("<2L", raw, at + 20, 1000 * 1024**2, 1000 * 1024**2)
    path.write_bytes(raw)
    problem = refusal(path)
    assert problem.message == texts.ZIP_TOTAL
    assert "4,096 MiB" in str(problem)


def test_a_bomb(pack: Pack) -> None:
    problem = refusal(pack(lambda whole: whole.writestr("a", bytes(2 * 1024**2))))
    assert problem.message == texts.ZIP_RATIO
    assert "200 times" in str(problem)


def test_a_file_that_is_larger_than_it_claims_is_cut_short(pack: Pack, tmp_path: Path) -> None:
    path = tmp_path / "x.dayline"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as whole:
        whole.writestr("case.json", b" " * 200_000_000)
    size = path.stat().st_size
    claim(path, 1000, size)
    assert refusal(path).message in (texts.ZIP_BROKEN, texts.FILE_EMPTY)


def test_a_small_file_may_shrink_as_it_likes(pack: Pack) -> None:
    opened = open_case(pack(lambda whole: whole.writestr("zeros", bytes(900_000))))
    assert opened.assets.read("zeros") == bytes(900_000)
