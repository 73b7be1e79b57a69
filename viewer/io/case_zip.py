"""A .dayline file at the door: what it may hold, checked before anything in it is unpacked."""

import stat
import struct
import zipfile
from pathlib import Path
from typing import BinaryIO

from viewer.io.case_faults import CASE_FILE
from viewer.io.case_files import MIB, ZipAssets, broken_zip, is_inside, reading, size_text
from viewer.io.unreadable import CaseUnreadableError
from viewer.model import problem_texts
from viewer.model.problem import Problem

ENTRY_COUNT_LIMIT = 10_000
"""A .dayline file may hold this many files and folders."""
DIRECTORY_LIMIT = 16 * MIB
"""The list of them at its end may be this long (bytes)."""
ENTRY_LIMIT = 1024 * MIB
"""One file may be this long when unpacked (bytes)."""
TOTAL_LIMIT = 4096 * MIB
"""All of them together may be this long when unpacked (bytes)."""
RATIO_LIMIT = 200
"""A file may unpack to this many times its packed size, unless it is small."""
SMALL_ENTRY = MIB
"""Files that unpack to less than this may shrink as they like (bytes)."""

_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_ENCRYPTED = 0x1
_TAIL = 66_000  # the end record, its longest comment and the 64-bit record before it (bytes)
_END = struct.Struct("<4s4H2LH")
_END_64 = struct.Struct("<4sQ2H2L4Q")
_NOT_OF_THE_CASE = "__MACOSX/"  # what one maker of zip files adds of its own


def open_zip(path: Path) -> ZipAssets:
    """Give the files of a .dayline file after checking what it declares.

    Raises UnreadableError where it is damaged, encrypted, beyond a limit, or holds names or
    links that could lead out of it; CaseUnreadableError where it holds no case.json.
    """
    with reading(path) as file, broken_zip(path):
        _check_directory(file)
        with zipfile.ZipFile(file) as whole:
            entries = whole.infolist()
    _check(entries)
    names = frozenset(entry.filename for entry in entries if not entry.is_dir())
    return ZipAssets(path, _prefix(path, names), names)


def _check_directory(file: BinaryIO) -> None:
    """Refuse a list of files too long to be read at leisure, before it is read."""
    size = file.seek(0, 2)
    file.seek(max(0, size - _TAIL))
    tail = file.read()
    file.seek(0)
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) - at < _END.size:
        raise zipfile.BadZipFile("no end record")
    count, length = _END.unpack_from(tail, at)[4:6]
    at_64 = tail.rfind(b"PK\x06\x06", 0, at)
    if at_64 >= 0 and at - at_64 >= _END_64.size:
        count, length = _END_64.unpack_from(tail, at_64)[7:9]
    if count > ENTRY_COUNT_LIMIT or length > DIRECTORY_LIMIT:
        raise _too_many()


def _check(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > ENTRY_COUNT_LIMIT:
        raise _too_many()
    seen = set[str]()
    for entry in entries:
        _check_name(entry)
        if entry.filename in seen:
            raise _refusal(problem_texts.ZIP_TWICE, problem_texts.ZIP_AGAIN_REMEDY, entry)
        seen.add(entry.filename)
        if entry.flag_bits & _ENCRYPTED:
            raise _refusal(problem_texts.ZIP_ENCRYPTED, problem_texts.ZIP_ENCRYPTED_REMEDY, entry)
        if entry.compress_type not in _METHODS:
            raise _refusal(problem_texts.ZIP_METHOD, problem_texts.ZIP_METHOD_REMEDY, entry)
        _check_size(entry)
    if sum(entry.file_size for entry in entries) > TOTAL_LIMIT:
        values = {"limit": size_text(TOTAL_LIMIT)}
        texts = problem_texts.ZIP_TOTAL, problem_texts.ZIP_SMALLER_REMEDY
        raise CaseUnreadableError(Problem("error", *texts, values))


def _check_name(entry: zipfile.ZipInfo) -> None:
    # The library puts other separators and cuts at a zero; the name as written is judged.
    name = entry.orig_filename
    if not is_inside(name.removesuffix("/")):
        raise _refusal(problem_texts.ZIP_NAME, problem_texts.ZIP_UNSAFE_REMEDY, entry, name)
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise _refusal(problem_texts.ZIP_LINK, problem_texts.ZIP_UNSAFE_REMEDY, entry)


def _check_size(entry: zipfile.ZipInfo) -> None:
    if entry.file_size > ENTRY_LIMIT:
        texts = problem_texts.ZIP_ENTRY_SIZE, problem_texts.ZIP_SMALLER_REMEDY
        raise _refusal(*texts, entry, limit=size_text(ENTRY_LIMIT))
    is_small = entry.file_size < SMALL_ENTRY
    if not is_small and entry.file_size > RATIO_LIMIT * entry.compress_size:
        texts = problem_texts.ZIP_RATIO, problem_texts.ZIP_UNSAFE_REMEDY
        raise _refusal(*texts, entry, limit=str(RATIO_LIMIT))


def _prefix(path: Path, names: frozenset[str]) -> str:
    """Give the folder inside that holds the case: the top, or the one folder that was zipped."""
    if CASE_FILE in names:
        return ""
    folders = {
        name.partition("/")[0] + "/" for name in names if not name.startswith(_NOT_OF_THE_CASE)
    }
    prefix = next(iter(folders)) if len(folders) == 1 else ""
    if prefix + CASE_FILE not in names:
        texts = problem_texts.NO_CASE_FILE, problem_texts.CHOOSE_A_CASE
        raise CaseUnreadableError(Problem("error", *texts, {"path": str(path)}))
    return prefix


def _too_many() -> CaseUnreadableError:
    texts = problem_texts.ZIP_ENTRIES, problem_texts.ZIP_SMALLER_REMEDY
    values = {"limit": f"{ENTRY_COUNT_LIMIT:,}"}
    return CaseUnreadableError(Problem("error", *texts, values))


def _refusal(
    message: str,
    remedy: str,
    entry: zipfile.ZipInfo,
    name: str = "",
    limit: str = "",
) -> CaseUnreadableError:
    values = {"entry": name or entry.filename, "limit": limit}
    return CaseUnreadableError(Problem("error", message, remedy, values))
