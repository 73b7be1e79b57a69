"""Who annotates on this computer: asked once, kept with the person's own data."""

import json
import os
import secrets
from dataclasses import asdict, dataclass
from pathlib import Path

from platformdirs import user_data_path

from viewer.io.annotations.durable import make_folder, replace_file
from viewer.model.annotation import Author

_FILE = "author.json"
_OWNER_ONLY = 0o600
_LIMIT = 64 * 1024


@dataclass(frozen=True)
class Identity:
    """The person at this computer, and the computer."""

    author: Author
    device: str
    """Tells this computer from the person's others; random."""


class IdentityFile:
    """Keeps the identity in one file of the person's own."""

    def __init__(self, data: Path | None = None) -> None:
        self._path = (data or user_data_path("dayline", appauthor=False)) / _FILE

    def load(self) -> Identity | None:
        """Give who annotates here; None while nobody was asked, or where the file is damaged."""
        try:
            return _known(self._read())
        except OSError:
            return None

    def save(self, name: str) -> Identity:
        """Keep a name; the ids stay. Raises OSError, and ValueError for no name.

        A damaged file is set aside: the ids in it say whose the notes are.
        """
        raw = self._read()  # a file that cannot be read now is not written over
        known = _known(raw)
        id_ = secrets.token_hex(6) if known is None else known.author.id
        device = secrets.token_hex(8) if known is None else known.device
        identity = Identity(Author(id=id_, name=name.strip()), device)
        owner_only(self._path.parent)
        if raw and known is None:
            self._path.replace(self._path.with_name(f"{_FILE}.damaged-{secrets.token_hex(4)}"))
        author = identity.author.model_dump()
        text = json.dumps(asdict(identity) | {"author": author}, ensure_ascii=False, indent=1)
        replace_file(self._path, text.encode("utf-8"), _OWNER_ONLY)
        return identity

    def _read(self) -> bytes:
        """Give what the file holds; nothing where it is not there."""
        try:
            with self._path.open("rb") as file:
                return file.read(_LIMIT)
        except FileNotFoundError:
            return b""


def _known(raw: bytes) -> Identity | None:
    try:
        given = json.loads(raw)
        return Identity(Author.model_validate(given["author"]), str(given["device"])[:100])
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def new_annotation_id(author: str) -> str:
    """Give an id that no annotation has."""
    return f"{author}-{secrets.token_hex(8)}"


def new_journal_id() -> str:
    """Give an id that no journal has."""
    return secrets.token_hex(8)


def owner_only(path: Path) -> None:
    """Make a folder that only its owner can look into; raises OSError."""
    make_folder(path)
    if os.name != "nt":
        path.chmod(0o700)
