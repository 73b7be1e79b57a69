"""Drafts: what is being typed, kept with the person's own data until it is saved or thrown away."""

import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from viewer.io.annotations.durable import remove_unfinished, replace_file
from viewer.io.annotations.identity import owner_only
from viewer.io.annotations.web_shape import from_web, to_web
from viewer.model.annotation import Content, Unfinished

_FOLDER: Final = "drafts"
_SUFFIX: Final = ".json"
_LIMIT: Final = 1024 * 1024
_OWNER_ONLY: Final = 0o600


@dataclass(frozen=True)
class Draft:
    """An annotation that was being typed."""

    id: str
    content: Content
    at: str
    """When it was kept last, in UTC."""


class Drafts:
    """The drafts of one case, a file each; every method may wait for the disk."""

    def __init__(self, private: Path, case: str) -> None:
        self._folder = private / _FOLDER
        self._case = case

    def keep(self, draft: Draft) -> None:
        """Put a draft on the disk in place of the one before; raises OSError."""
        owner_only(self._folder)
        given = {"id": draft.id, "at": draft.at, "annotation": to_web(draft.content, self._case)}
        if isinstance(draft.content, Unfinished):
            given["typed"] = dict(draft.content.typed)
        data = json.dumps(given, ensure_ascii=False).encode("utf-8")
        replace_file(self._path(draft.id), data, _OWNER_ONLY)

    def drop(self, id_: str) -> None:
        """Forget a draft; raises OSError where it is still there."""
        with suppress(FileNotFoundError, NotADirectoryError):
            self._path(id_).unlink(missing_ok=True)
            remove_unfinished(self._path(id_))

    def all(self) -> tuple[Draft, ...]:
        """Give what was being typed, the last first; a damaged draft is left where it is."""
        found: list[Draft] = []
        with suppress(OSError):
            for path in self._folder.glob(f"*{_SUFFIX}"):
                with suppress(OSError, ValueError, KeyError, TypeError, RecursionError):
                    found.append(_read(path))
        return tuple(sorted(found, key=lambda draft: draft.at, reverse=True))

    def _path(self, id_: str) -> Path:
        return self._folder / f"{id_}{_SUFFIX}"


def _read(path: Path) -> Draft:
    with path.open("rb") as file:
        given: dict[str, Any] = json.loads(file.read(_LIMIT))
    content = from_web(given["annotation"])
    if "typed" in given:
        content = Unfinished.model_validate(content.model_dump() | {"typed": given["typed"]})
    return Draft(path.stem, content, str(given["at"]))
