"""Sessions on the shipped case and on small ones, for the panels."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from viewer.io.case_store import open_case
from viewer.session.session import Session
from viewer.ui.look import Look

SHIPPED = Path(__file__).resolve().parents[3] / "cases" / "insulinoma-tae"


@pytest.fixture
def look(qapp: Any) -> Look:
    return Look("light")


@pytest.fixture
def session(qapp: Any) -> Session:
    return Session(open_case(SHIPPED))


@pytest.fixture
def opened_from(tmp_path: Path) -> Callable[..., Session]:
    """Write a case with these parts to a folder and open a session on it."""

    def write(files: dict[str, bytes] | None = None, **parts: object) -> Session:
        case: dict[str, object] = {
            "format": "dayline-case/1",
            "id": "small",
            "title": "Small case",
            "subject": {},
            "day_zero": {"text": "Admission"},
            "lanes": [{"id": "drugs", "title": "Drugs", "kind": "drug"}],
        }
        folder = tmp_path / "case"
        folder.mkdir()
        (folder / "case.json").write_text(json.dumps(case | parts), "utf-8")
        for name, data in (files or {}).items():
            (folder / name).write_bytes(data)
        return Session(open_case(folder))

    return write


@pytest.fixture(autouse=True)
def replaced_widgets_go(qapp: Any) -> Iterator[None]:
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
