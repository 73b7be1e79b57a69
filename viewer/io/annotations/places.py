"""Where the annotations of a case lie: beside it, or with the person's own data."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path

from viewer.io.annotations.journal_reading import SUFFIX
from viewer.paths import cases

NOTES_SUFFIX = ".notes"


@dataclass(frozen=True)
class Places:
    """The folders of one case's annotations."""

    beside: Path | None
    """NAME.notes beside the case; None for a case that comes with the program."""
    private: Path
    """In the person's own data: drafts, what was seen last, and notes where `beside` is closed."""

    @property
    def folders(self) -> tuple[Path, ...]:
        """Where journals are looked for."""
        return tuple(folder for folder in (self.beside, self.private) if folder is not None)

    @property
    def everywhere(self) -> tuple[Path, ...]:
        """Where else this computer may have written, too: a case that was moved had another place.

        What lies there may be another case's with the same id, and is not shown.
        """
        beginning = self.private.name.rpartition("-")[0]
        try:
            others = sorted(self.private.parent.iterdir())
        except OSError:  # there is none
            others = []
        found = (one for one in others if one.name.rpartition("-")[0] == beginning)
        return (*self.folders, *(one for one in found if one != self.private))


def places_of(case_path: Path, case: str, data: Path | None = None) -> Places:
    """Give where the annotations of the case at a path lie; `data` stands for the person's own."""
    root = data or user_data_path("dayline", appauthor=False)
    case_path = _real(case_path)
    is_shipped = case_path.is_relative_to(_real(cases()))
    name = case_path.stem if case_path.suffix == ".dayline" else case_path.name
    beside = None if is_shipped else case_path.with_name(name + NOTES_SUFFIX)
    # Another case may have the same id; a case of the program's own moves with each version.
    where = "" if is_shipped else str(case_path)
    key = hashlib.blake2b(f"{case}\0{where}".encode(), digest_size=8).hexdigest()
    return Places(beside, root / "notes" / f"{_plain(case)}-{key}")


def journal_path(folder: Path, journal: str) -> Path:
    """Give the file of a journal in a folder."""
    return folder / f"{journal}{SUFFIX}"


def _real(path: Path) -> Path:
    """Give where a case lies in truth: through a link, too, it has one place of notes."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):  # a link to itself, a drive that is gone
        return path.absolute()


def _plain(case: str) -> str:
    return "".join(letter if letter.isalnum() else "-" for letter in case)[:40]
