"""How far each journal was read when the person last looked; kept with their own data."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from viewer.io.annotations.durable import replace_file
from viewer.io.annotations.identity import owner_only

_FILE: Final = "seen.json"
_LIMIT: Final = 1024 * 1024
_OWNER_ONLY: Final = 0o600

Seen = Mapping[str, int]
"""The number of the last record that was there, by the id of its journal."""


def load_seen(private: Path) -> Seen | None:
    """Give how far journals were read; None where nobody has looked yet."""
    try:
        with (private / _FILE).open("rb") as file:
            given = json.loads(file.read(_LIMIT))
        return {str(journal): int(number) for journal, number in given.items()}
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        return None


def save_seen(private: Path, seen: Seen) -> None:
    """Keep how far journals were read; raises OSError."""
    owner_only(private)
    replace_file(private / _FILE, json.dumps(dict(seen)).encode(), _OWNER_ONLY)
