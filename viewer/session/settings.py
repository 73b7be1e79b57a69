"""What the program remembers of its window between two starts."""

from pathlib import Path

from platformdirs import user_config_path
from PySide6.QtCore import QByteArray, QSettings

MOST_RECENT = 10


class Settings:
    """Window state, theme, language, recent cases and the reader's copies of sources.

    Kept in one file of the person's own; a missing or damaged file means defaults.
    """

    def __init__(self, file: Path | None = None) -> None:
        path = file or user_config_path("dayline", appauthor=False) / "settings.ini"
        self._store = QSettings(str(path), QSettings.Format.IniFormat)

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
