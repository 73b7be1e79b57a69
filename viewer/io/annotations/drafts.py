"""Drafts: what is being typed, kept with the person's own data until it is saved or thrown away.

While a window types, it holds a lock beside the draft, so that no other window takes it for left
over; the lock is the system's own and goes with a window that crashes.
"""

import errno
import json
import os
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from viewer.io.annotations.durable import remove_unfinished, replace_file
from viewer.io.annotations.identity import owner_only
from viewer.io.annotations.web_shape import from_web, to_web
from viewer.io.annotations.writing_lock import LOCK_SUFFIX, HeldError, WritingLock
from viewer.model.annotation import Content, Unfinished

_FOLDER: Final = "drafts"
_SUFFIX: Final = ".json"
_LIMIT: Final = 1024 * 1024
_OWNER_ONLY: Final = 0o600
_DAMAGED: Final = (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError)
"""What reading a damaged draft may come to."""


@dataclass(frozen=True)
class Draft:
    """An annotation that was being typed."""

    id: str
    content: Content
    at: str
    """When it was kept last, in UTC."""
    is_typed: bool = False
    """Whether this window is typing it; what others type is not told."""


class Drafts:
    """The drafts of one case, a file each; every method may wait for the disk."""

    def __init__(self, private: Path, case: str) -> None:
        self._folder = private / _FOLDER
        self._case = case
        self._locks: dict[str, WritingLock] = {}

    def keep(self, draft: Draft) -> None:
        """Put a draft on the disk in place of the one before, as long as it is typed.

        Raises OSError, also where another window types the same annotation.
        """
        owner_only(self._folder)
        self._hold(draft.id)
        given = {"id": draft.id, "at": draft.at, "annotation": to_web(draft.content, self._case)}
        if isinstance(draft.content, Unfinished):
            given["typed"] = dict(draft.content.typed)
        data = json.dumps(given, ensure_ascii=False).encode("utf-8")
        replace_file(self._path(draft.id), data, _OWNER_ONLY)

    def set_aside(self, draft: Draft) -> None:
        """Put a draft on the disk that nobody types any more; raises OSError."""
        try:
            self.keep(draft)
        finally:
            self._let_go(draft.id)

    def drop(self, id_: str) -> None:
        """Forget a draft; raises OSError where it is still there."""
        with suppress(FileNotFoundError, NotADirectoryError):
            self._path(id_).unlink(missing_ok=True)
            remove_unfinished(self._path(id_))
        self._let_go(id_)

    def close(self) -> None:
        """Type no more; the drafts stay."""
        for id_ in tuple(self._locks):
            self._let_go(id_)

    def all(self) -> tuple[Draft, ...]:
        """Give what was being typed, the last first, but not what another window is typing.

        A damaged draft is left where it is.
        """
        found: list[Draft] = []
        with suppress(OSError):
            for path in self._folder.glob(f"*{_SUFFIX}"):
                is_typed = path.stem in self._locks
                if is_typed or not _is_locked(path):
                    with suppress(*_DAMAGED):
                        found.append(replace(_read(path), is_typed=is_typed))
        return tuple(sorted(found, key=lambda draft: draft.at, reverse=True))

    def _path(self, id_: str) -> Path:
        return self._folder / f"{id_}{_SUFFIX}"

    # -- who types ----------------------------------------------------------------------------

    def _hold(self, id_: str) -> None:
        if id_ in self._locks:
            return
        lock = WritingLock(self._path(id_))
        try:
            lock.take()
        except HeldError as error:
            code = errno.EBUSY
            raise OSError(code, os.strerror(code), str(self._path(id_))) from error
        self._locks[id_] = lock

    def _let_go(self, id_: str) -> None:
        lock = self._locks.pop(id_, None)
        if lock is not None:
            with suppress(OSError):  # an empty one tells of nobody
                _lock_path(self._path(id_)).unlink(missing_ok=True)
            lock.release()


def _is_locked(path: Path) -> bool:
    """Tell whether another window types a draft."""
    if not _lock_path(path).exists():
        return False
    lock = WritingLock(path)
    try:
        lock.take()
    except HeldError:
        return True
    except OSError:  # a place where nobody can type is no reason not to offer it
        return False
    lock.release()
    return False


def _lock_path(path: Path) -> Path:
    return path.with_name(path.name + LOCK_SUFFIX)


def _read(path: Path) -> Draft:
    with path.open("rb") as file:
        given: dict[str, Any] = json.loads(file.read(_LIMIT))
    content = from_web(given["annotation"])
    if "typed" in given:
        content = Unfinished.model_validate(content.model_dump() | {"typed": given["typed"]})
    return Draft(path.stem, content, str(given["at"]))
