"""A timeline on a real session and a real case, shown at a size."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from viewer.geometry.time_scale import Frame
from viewer.io.case_store import open_case
from viewer.session.session import Session
from viewer.ui.fonts import install_fonts
from viewer.ui.look import Look
from viewer.ui.theme import ThemeName
from viewer.ui.timeline.timeline_view import TimelineView

SHIPPED = Path(__file__).resolve().parents[3] / "cases" / "insulinoma-tae"
MARGIN_PX = 14

Show = Callable[..., TimelineView]
Open = Callable[..., Session]


@pytest.fixture(autouse=True)
def bundled_fonts(qapp: QApplication) -> None:
    """Texts are as wide here as on a user's screen."""
    before = qapp.font()
    install_fonts(qapp)
    yield
    qapp.setFont(before)


@pytest.fixture
def session(qapp: QApplication) -> Session:
    return Session(open_case(SHIPPED))


@pytest.fixture
def show(qtbot: Any) -> Show:
    """Show a timeline, 1090 by 600 pixels unless told otherwise."""

    def shown(
        session: Session,
        width: int = 1090,
        height: int = 600,
        theme: ThemeName = "light",
        before_px: int = 0,
    ) -> TimelineView:
        view = TimelineView(session, Look(theme, session.language))
        qtbot.addWidget(view)
        view.resize(width, height)
        gutter = view.gutter_hint_px()
        view.set_frame(Frame(gutter, before_px, width - gutter - before_px - MARGIN_PX, MARGIN_PX))
        with qtbot.waitExposed(view):
            view.show()
        return view

    return shown


@pytest.fixture
def opened_from(tmp_path: Path, qapp: QApplication) -> Open:
    """Write a case with these parts to a folder and open a session on it."""

    def write(**parts: object) -> Session:
        case: dict[str, object] = {
            "format": "dayline-case/1",
            "id": "small",
            "title": "Small case",
            "subject": {},
            "day_zero": {"text": "Admission", "short": "Days from admission"},
            "sources": [{"id": "source", "title": "A report"}],
            "lanes": [{"id": "drugs", "title": "Drugs", "kind": "drug"}],
        }
        case |= parts
        folder = tmp_path / "case"
        folder.mkdir()
        (folder / "case.json").write_text(json.dumps(case), encoding="utf-8")
        return Session(open_case(folder))

    return write


def event(id_: str, when: dict[str, object], **more: object) -> dict[str, object]:
    """Give an event of the lane "drugs"."""
    given: dict[str, object] = {
        "id": id_,
        "lane": "drugs",
        "title": id_.capitalize(),
        "when": when,
        "evidence": {"kind": "reported"},
    }
    return given | more
