"""Where the program's own files lie: in a checkout, in a wheel and in a frozen bundle."""

import sys
from pathlib import Path

FIRST_CASE = "insulinoma-tae"
SYNTHETIC_CASE = "synthetic-course"


def resources() -> Path:
    """Return the folder with fonts, icons, themes and words.

    Raises FileNotFoundError if the installation lacks it.
    """
    return _folder("resources")


def cases() -> Path:
    """Return the folder with the cases that come with the program.

    Raises FileNotFoundError if the installation lacks it.
    """
    return _folder("cases")


def first_case() -> Path:
    """Return the folder of the case that opens on the first start.

    Raises FileNotFoundError if the installation lacks it.
    """
    return _existing(cases() / FIRST_CASE)


def own_command() -> list[str]:
    """Return the command that starts the program once more, from `import_folder` on the path."""
    is_bundle = getattr(sys, "_MEIPASS", None) is not None
    if is_bundle or "dayline-launcher" in sys._xoptions:  # set by the launcher for Windows
        return [sys.executable]
    return [sys.executable, "-m", "viewer.app"]


def import_folder() -> Path:
    """Return the folder that the package is imported from."""
    return Path(__file__).resolve().parent.parent


def synthetic_case() -> Path:
    """Return the folder of the made-up case, which has something of all that a case can hold.

    Raises FileNotFoundError if the installation lacks it.
    """
    return _existing(cases() / SYNTHETIC_CASE)


def _folder(name: str) -> Path:
    return _existing(_root() / name)


def _root() -> Path:
    bundle: str | None = getattr(sys, "_MEIPASS", None)  # set by PyInstaller only
    if bundle is not None:
        return Path(bundle)
    package = Path(__file__).resolve().parent
    data = package / "_data"  # written into the wheel by pyproject.toml
    return data if data.is_dir() else package.parent


def _existing(folder: Path) -> Path:
    if not folder.is_dir():
        raise FileNotFoundError(f"This installation of Dayline is incomplete: no folder {folder}")
    return folder
