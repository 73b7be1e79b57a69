"""Writing that is on the disk: what is called done was synced, and a fault is never swallowed."""

from __future__ import annotations

import errno
import os
import stat
import sys
from pathlib import Path

import pytest

from viewer.io.annotations import durable

SYNCS = ("fdatasync", "fsync") if sys.platform == "linux" else ()
"""What a file is synced with; other systems have calls of their own."""
posix_only = pytest.mark.skipif(os.name == "nt", reason="permissions and links of POSIX")


def _failing(number: int) -> object:
    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    return fail


@pytest.fixture
def synced(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The folders whose names were synced, in order."""
    folders: list[Path] = []
    plain = durable.sync_folder

    def noted(folder: Path) -> None:
        plain(folder)
        folders.append(folder)

    monkeypatch.setattr(durable, "sync_folder", noted)
    return folders


@pytest.fixture
def fd(tmp_path: Path) -> int:
    return durable.open_plain(tmp_path / "file", os.O_RDWR | os.O_CREAT)


def test_a_write_that_the_system_takes_in_steps_is_whole(
    fd: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = os.write
    monkeypatch.setattr(os, "write", lambda fd, data: plain(fd, data[:3]))
    durable.write_whole(fd, b"0123456789")
    assert durable.read_whole(fd, 10) == b"0123456789"


def test_a_write_that_takes_nothing_is_a_fault(fd: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "write", lambda *_: 0)
    with pytest.raises(OSError, match="0 bytes written of 3"):
        durable.write_whole(fd, b"abc")


def test_more_than_the_limit_is_not_read(fd: int) -> None:
    durable.write_whole(fd, b"0123456789")
    with pytest.raises(OSError, match=os.strerror(errno.EFBIG)):
        durable.read_whole(fd, 9)


@pytest.mark.skipif(sys.platform == "darwin", reason="a Mac has a call of its own")
def test_without_fdatasync_a_file_is_synced_all_the_same(
    fd: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(os, "fdatasync", raising=False)
    monkeypatch.setattr(os, "fsync", _failing(errno.EIO))
    with pytest.raises(OSError, match=os.strerror(errno.EIO)):
        durable.sync_file(fd)


@posix_only
@pytest.mark.parametrize(
    ("says", "is_synced_otherwise"), [(errno.ENOTSUP, True), (errno.EIO, False)]
)
def test_a_mac_syncs_the_drives_memory_and_falls_back_on_a_network(
    fd: int, monkeypatch: pytest.MonkeyPatch, says: int, is_synced_otherwise: bool
) -> None:
    import fcntl

    synced: list[int] = []
    monkeypatch.setattr(fcntl, "F_FULLFSYNC", 51, raising=False)
    monkeypatch.setattr(fcntl, "fcntl", _failing(says))
    monkeypatch.setattr(os, "fsync", synced.append)
    with monkeypatch.context() as context:
        context.setattr(sys, "platform", "darwin")
        if is_synced_otherwise:
            durable.sync_file(fd)
        else:
            with pytest.raises(OSError, match=os.strerror(says)):
                durable.sync_file(fd)
    assert synced == ([fd] if is_synced_otherwise else [])


@posix_only
def test_a_mac_whose_drive_syncs_needs_no_more(fd: int, monkeypatch: pytest.MonkeyPatch) -> None:
    import fcntl

    asked: list[tuple[int, int]] = []
    monkeypatch.setattr(fcntl, "F_FULLFSYNC", 51, raising=False)
    monkeypatch.setattr(fcntl, "fcntl", lambda *given: asked.append(given))
    monkeypatch.setattr(os, "fsync", _failing(errno.EIO))
    with monkeypatch.context() as context:
        context.setattr(sys, "platform", "darwin")
        durable.sync_file(fd)
    assert asked == [(fd, 51)]


@posix_only
@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOTSUP])
def test_a_drive_that_cannot_sync_folders_is_written_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    monkeypatch.setattr(os, "fsync", _failing(number))
    durable.sync_folder(tmp_path)


@posix_only
def test_a_folder_whose_sync_fails_is_a_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[int] = []
    plain = os.open

    def noted(path: Path, flags: int) -> int:
        opened.append(plain(path, flags))
        return opened[-1]

    monkeypatch.setattr(os, "open", noted)
    monkeypatch.setattr(os, "fsync", _failing(errno.EIO))
    with pytest.raises(OSError, match=os.strerror(errno.EIO)):
        durable.sync_folder(tmp_path)
    with pytest.raises(OSError, match=os.strerror(errno.EBADF)):
        os.fstat(opened[0])  # closed


@posix_only
def test_on_windows_folders_are_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "open", _failing(errno.EACCES))
    with monkeypatch.context() as context:
        context.setattr(sys, "platform", "win32")
        durable.sync_folder(tmp_path)


def test_each_folder_is_on_the_disk_before_what_stands_in_it(
    tmp_path: Path, synced: list[Path]
) -> None:
    durable.make_folder(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").is_dir()
    assert synced[-2:] == [tmp_path, tmp_path / "a"]


def test_a_folder_that_an_earlier_try_could_not_sync_is_synced_by_the_next(
    tmp_path: Path, synced: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as context:
        context.setattr(os, "fsync", _failing(errno.EIO))
        with pytest.raises(OSError, match=os.strerror(errno.EIO)):
            durable.make_folder(tmp_path / "a")
    (tmp_path / "a").mkdir(exist_ok=True)  # the try may have come so far
    durable.make_folder(tmp_path / "a")
    assert synced == [tmp_path]


def test_a_folder_below_one_that_may_not_be_looked_into_can_be_written_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").mkdir()
    monkeypatch.setattr(durable, "sync_folder", _failing(errno.EACCES))
    durable.make_folder(tmp_path / "a")
    with pytest.raises(PermissionError):
        durable.make_folder(tmp_path / "b")


def test_a_file_where_the_folder_should_be_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    with pytest.raises(OSError, match="a"):
        durable.make_folder(tmp_path / "a")


@posix_only
def test_only_ordinary_files_are_opened_and_nothing_is_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "target").write_text("keep")
    (tmp_path / "link").symlink_to(tmp_path / "target")
    for name in ("pipe", "link", "."):
        for flags in (os.O_RDONLY, os.O_RDWR | os.O_CREAT, os.O_WRONLY | os.O_TRUNC):
            with pytest.raises(OSError, match=r"."):
                durable.open_plain(tmp_path / name, flags)
    assert (tmp_path / "target").read_text() == "keep"


@posix_only
def test_a_file_is_replaced_with_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")
    before = os.umask(0o077)
    try:
        durable.replace_file(path, b"new", 0o664)
    finally:
        os.umask(before)
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o664
    assert list(tmp_path.iterdir()) == [path]


@posix_only
@pytest.mark.parametrize(("mask", "expected"), [(0o022, 0o644), (0o077, 0o600), (0, 0o666)])
def test_a_file_that_asks_for_no_permissions_has_those_of_any_new_file(
    tmp_path: Path, mask: int, expected: int
) -> None:
    path, before = tmp_path / "file", os.umask(mask)
    try:
        durable.replace_file(path, b"new", None)
        assert stat.S_IMODE(path.stat().st_mode) == expected
        path.chmod(0o640)  # the person's own wish
        durable.replace_file(path, b"newer", None)
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert path.read_bytes() == b"newer"


@pytest.mark.parametrize("call", ["write", "replace", *SYNCS])
def test_a_fault_leaves_the_old_contents_and_nothing_beside_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")
    if call == "fsync":  # the system without the finer call
        monkeypatch.delattr(os, "fdatasync", raising=False)
    with monkeypatch.context() as context:
        context.setattr(os, call, _failing(errno.ENOSPC), raising=False)
        if call == "replace":
            context.setattr(Path, "replace", _failing(errno.ENOSPC))
        with pytest.raises(OSError, match=os.strerror(errno.ENOSPC)):
            durable.replace_file(path, b"new", 0o600)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_the_first_fault_is_told_where_clearing_up_fails_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain, calls = Path.unlink, []

    def unlink(path: Path, missing_ok: bool = False) -> None:
        calls.append(path)
        if len(calls) > 1:
            raise OSError(errno.EROFS, os.strerror(errno.EROFS))
        plain(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", unlink)
    monkeypatch.setattr(Path, "replace", _failing(errno.EIO))
    with pytest.raises(OSError, match=os.strerror(errno.EIO)):
        durable.replace_file(tmp_path / "file", b"new", 0o600)
    assert len(calls) == 2


def test_what_a_dead_writer_left_is_removed_and_nothing_else(tmp_path: Path) -> None:
    names = [".file.12-3.new", ".file.new", ".file.12-3", ".other.1-1.new", "file", "file.new"]
    for name in names:
        (tmp_path / name).touch()
    durable.remove_unfinished(tmp_path / "file")
    left = {path.name for path in tmp_path.iterdir()}
    assert left == {".file.12-3", ".other.1-1.new", "file", "file.new"}


def test_what_is_unfinished_in_a_folder_is_known_by_the_file_it_was_to_become(
    tmp_path: Path,
) -> None:
    for name in (".a.x.12-3.new", ".b.y.1-1.new", "c.x", ".d.x", "e.x.new", ".f.x.lock"):
        (tmp_path / name).touch()
    assert list(durable.unfinished_in(tmp_path, ".x")) == [tmp_path / "a.x"]


def test_permissions_are_left_out_where_a_system_has_none(
    fd: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = os.fstat(fd).st_mode
    monkeypatch.delattr(os, "fchmod", raising=False)
    durable.set_mode(fd, 0o600)
    assert os.fstat(fd).st_mode == before


@posix_only
def test_a_drive_that_refuses_permissions_is_no_fault(
    fd: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fchmod", _failing(errno.EPERM))
    durable.set_mode(fd, 0o600)
