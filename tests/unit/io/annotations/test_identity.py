"""Who annotates here: the ids stay, whatever becomes of the file."""

from __future__ import annotations

import errno
import os
import re
import stat
from pathlib import Path

import pytest

from viewer.io.annotations.identity import (
    IdentityFile,
    new_annotation_id,
    new_journal_id,
    owner_only,
)
from viewer.model.annotation import owner_of


def test_nobody_annotates_before_anybody_was_asked() -> None:
    assert IdentityFile().load() is None


def test_a_name_is_kept_with_the_persons_own_data(home: Path) -> None:
    saved = IdentityFile().save("  青木 Dr. Aoki ")
    assert saved.author.name == "青木 Dr. Aoki"
    assert IdentityFile().load() == saved
    (path,) = home.rglob("author.json")
    if os.name != "nt":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_another_name_is_the_same_person(tmp_path: Path) -> None:
    file = IdentityFile(tmp_path / "new" / "deep")
    first, second = file.save("A"), file.save("B")
    assert (second.author.id, second.device) == (first.author.id, first.device)
    assert file.load() == second


@pytest.mark.parametrize("name", ["", "  ", "x" * 201])
def test_no_name_is_refused_and_changes_nothing(tmp_path: Path, name: str) -> None:
    file = IdentityFile(tmp_path)
    saved = file.save("A")
    with pytest.raises(ValueError, match="name"):
        file.save(name)
    assert file.load() == saved


def test_half_a_letter_in_a_name_is_a_mark(tmp_path: Path) -> None:
    saved = IdentityFile(tmp_path).save("A\ud83d")
    assert saved.author.name == "A\ufffd"
    assert IdentityFile(tmp_path).load() == saved


@pytest.mark.parametrize(
    "text", ["{", "[]", "{}", '{"author": 3, "device": ""}', "\0" * 300, "[" * 100_000, "\xff"]
)
def test_a_damaged_file_is_set_aside_and_not_deleted(tmp_path: Path, text: str) -> None:
    path = tmp_path / "author.json"
    path.write_bytes(text.encode("latin-1"))
    file = IdentityFile(tmp_path)
    assert file.load() is None
    saved = file.save("A")
    assert file.load() == saved
    (aside,) = tmp_path.glob("author.json.damaged-*")
    assert aside.read_bytes() == text.encode("latin-1")


def test_a_file_that_cannot_be_read_now_is_not_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = IdentityFile(tmp_path)
    saved = file.save("A")
    with monkeypatch.context() as context:

        def fail(*_: object) -> None:
            raise OSError(errno.EIO, os.strerror(errno.EIO))

        context.setattr(Path, "open", fail)
        assert file.load() is None
        with pytest.raises(OSError, match=os.strerror(errno.EIO)):
            file.save("B")
    assert file.load() == saved


def test_ids_say_whose_they_are_and_differ() -> None:
    author = "ab" * 6
    ids = {new_annotation_id(author) for _ in range(100)}
    assert len(ids) == 100
    assert {owner_of(id_) for id_ in ids} == {author}
    assert all(re.fullmatch(r"[0-9a-f]{16}", new_journal_id()) for _ in range(10))


def test_on_windows_permissions_are_the_folders_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").mkdir(mode=0o755)
    before = (tmp_path / "a").stat().st_mode
    path = tmp_path / "a"
    with monkeypatch.context() as context:
        context.setattr(os, "name", "nt")
        owner_only(path)
    assert path.stat().st_mode == before
