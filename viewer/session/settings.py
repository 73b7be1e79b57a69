"""What the program remembers of its window between two starts."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from platformdirs import user_config_path
from PySide6.QtCore import QByteArray, QSettings

from viewer.model.filter import EVIDENCE, KINDS, NO_FILTER, Filter, elsewhere

MOST_RECENT = 10


class Settings:
    """Window state, theme, language, recent cases and the reader's copies of sources.

    Kept in one file of the person's own; a missing or damaged file means defaults.
    """

    def __init__(self, file: Path | None = None) -> None:
        path = file or user_config_path("dayline", appauthor=False) / "settings.ini"
        self._store = QSettings(str(path), QSettings.Format.IniFormat)
        self._kept_back: dict[str, tuple[str, ...]] = {}

    def text(self, key: str, default: str = "") -> str:
        """Give a remembered word."""
        value = self._store.value(key)
        return value if isinstance(value, str) and value else default

    def set_text(self, key: str, value: str) -> None:
        """Remember a word."""
        self._store.setValue(key, value)

    def state(self, key: str) -> QByteArray:
        """Give a window's remembered state; empty where there is none."""
        value = self._store.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()

    def set_state(self, key: str, value: QByteArray) -> None:
        """Remember a window's state."""
        self._store.setValue(key, value)

    def choices(self, key: str) -> dict[str, object]:
        """Give the choices of a dialog that are remembered, by their names."""
        try:
            kept = json.loads(self.text(key, "{}"))
        except (ValueError, RecursionError):
            return {}
        return kept if isinstance(kept, dict) else {}

    def set_choices(self, key: str, chosen: Mapping[str, object]) -> None:
        """Remember the choices of a dialog."""
        self.set_text(key, json.dumps(dict(chosen)))

    def words_kept_back(self, case: str) -> tuple[str, ...]:
        """Give the words that must not go out with a case, by its path."""
        return self._kept_back.get(case, ())

    def keep_words_back(self, case: str, words: Sequence[str]) -> None:
        """Remember such words until the program ends; they are names, and are never written."""
        self._kept_back[case] = tuple(words)

    def filter(self, case_id: str) -> Filter:
        """Give the remembered filter; of one that was set in another case what holds for all."""
        try:
            kept = json.loads(self.text("window/filter", "{}"))
            known = Filter(
                frozenset(map(str, kept["lanes"])),
                frozenset(kind for kind in KINDS if kind in kept["kinds"]),
                frozenset(kind for kind in EVIDENCE if kind in kept["evidence"]),
                str(kept["text"]),
                bool(kept["is_out_of_range"]),
            )
            return known if kept["case"] == case_id else elsewhere(known)
        except (ValueError, KeyError, TypeError, RecursionError):
            return NO_FILTER

    def set_filter(self, chosen: Filter, case_id: str) -> None:
        """Remember a filter and the case in which it was set."""
        kept = {
            "lanes": sorted(chosen.lanes),
            "kinds": sorted(chosen.kinds),
            "evidence": sorted(chosen.evidence),
            "text": chosen.text,
            "is_out_of_range": chosen.is_out_of_range,
            "case": case_id,
        }
        self.set_text("window/filter", json.dumps(kept) if chosen.is_on else "")

    def recent(self) -> tuple[Path, ...]:
        """Give the cases opened last, latest first."""
        value = self._store.value("cases/recent")
        names = [value] if isinstance(value, str) else value if isinstance(value, list) else []
        return tuple(Path(name) for name in names if isinstance(name, str) and name)

    def remember_case(self, path: Path) -> None:
        """Put a case first among the recent ones."""
        path = path.absolute()
        others = [str(known) for known in self.recent() if known != path]
        self._store.setValue("cases/recent", [str(path), *others][:MOST_RECENT])

    def forget_cases(self) -> None:
        """Empty the list of recent cases."""
        self._store.remove("cases/recent")

    def source_copy(self, case_id: str, source_id: str) -> Path | None:
        """Give the reader's own copy of a source, where one was linked."""
        name = self.text(f"sources/{case_id}.{source_id}")
        return Path(name) if name else None

    def link_source(self, case_id: str, source_id: str, copy: Path) -> None:
        """Remember where the reader keeps a copy of a source."""
        self.set_text(f"sources/{case_id}.{source_id}", str(copy.absolute()))
