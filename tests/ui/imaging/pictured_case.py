"""A case with real DICOM files, and its imaging panel, driven by mouse and keys."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.dicom_files import make_ct_series
from viewer.io.case_store import open_case
from viewer.session.session import Session
from viewer.ui.imaging.overlay import Overlay
from viewer.ui.imaging.page import PicturePage
from viewer.ui.imaging.view import ImageView
from viewer.ui.imaging.words import overlay_of
from viewer.ui.look import Look
from viewer.ui.panels.imaging import ImagingPanel

LEFT, RIGHT, MIDDLE = (
    Qt.MouseButton.LeftButton,
    Qt.MouseButton.RightButton,
    Qt.MouseButton.MiddleButton,
)
NONE, SHIFT, CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)

KEYPAD = Qt.KeyboardModifier.KeypadModifier


def noise(index: int, rows: int = 64, columns: int = 64) -> NDArray[np.int16]:
    """Stored values of a slice, all different from those of others."""
    random = np.random.default_rng(index)
    return random.integers(0, 2000, (rows, columns), dtype=np.int16)


def a_study(id_: str = "ct", day: float = 0, path: str = "ct", **more: Any) -> dict[str, Any]:
    plain = {"id": id_, "title": id_.upper(), "modality": "CT", "when": {"day": day}}
    plain |= {"evidence": {"kind": "reported"}, "images": [{"path": path}]}
    return plain | more


def write_case(folder: Path, studies: Sequence[dict[str, Any]], **parts: Any) -> Path:
    case = {
        "format": "dayline-case/1",
        "id": folder.name,
        "title": "Small case",
        "subject": {},
        "day_zero": {"text": "Admission"},
        "lanes": [{"id": "drugs", "title": "Drugs", "kind": "drug"}],
        "studies": list(studies),
    }
    folder.mkdir(exist_ok=True)
    (folder / "case.json").write_text(json.dumps(case | parts), "utf-8")
    return folder


def write_ct(folder: Path, count: int = 7, **more: Any) -> list[Path]:
    """Write a CT of different slices, with pixels of 0.5 mm; give the files in order of places."""
    given: dict[str, Any] = {"rows": 64, "pixels": noise, "spacing": 5.0} | more
    return make_ct_series(folder, count, **given)


@dataclass
class Desk:
    """A panel on a case, and the hand that works on it."""

    qtbot: QtBot
    session: Session
    panel: ImagingPanel
    seen: list[object] = field(default_factory=list)

    @property
    def page(self) -> PicturePage:
        assert self.panel.pictured is not None
        return self.panel.pictured.page

    @property
    def view(self) -> ImageView:
        return self.page.view

    @property
    def overlay(self) -> Overlay:
        return overlay_of(self.view, self.view._pointer)

    @property
    def words(self) -> list[str]:
        """All words on the picture."""
        overlay = self.overlay
        return [one.text for one in (*overlay.top, *overlay.bottom) if one.text]

    def wait_scanned(self) -> None:
        self.qtbot.waitUntil(lambda: self.page.shown is not None, timeout=20_000)

    def wait_loaded(self) -> None:
        self.wait_scanned()
        pictures = self.view.pictures
        assert pictures is not None
        self.qtbot.waitUntil(lambda: pictures.is_finished, timeout=20_000)

    # -- places -------------------------------------------------------------------------------

    def spot(self, x: float, y: float) -> QPoint:
        """Give where a place of the picture is in the view."""
        place = self.view.place
        assert place is not None
        return QPointF(*place.on_screen((x, y))).toPoint()

    # -- the hand -----------------------------------------------------------------------------

    def hover(self, place: QPoint) -> None:
        self._send(QEvent.Type.MouseMove, place, Qt.MouseButton.NoButton, NONE)

    def press(self, place: QPoint, button: Qt.MouseButton = LEFT, keys: Any = NONE) -> None:
        QTest.mousePress(self.view, button, keys, place)

    def drag_to(self, place: QPoint, button: Qt.MouseButton = LEFT, keys: Any = NONE) -> None:
        self._send(QEvent.Type.MouseMove, place, button, keys)

    def release(self, place: QPoint, button: Qt.MouseButton = LEFT, keys: Any = NONE) -> None:
        QTest.mouseRelease(self.view, button, keys, place)

    def drag(
        self, start: QPoint, end: QPoint, button: Qt.MouseButton = LEFT, keys: Any = NONE
    ) -> None:
        self.press(start, button, keys)
        for share in (0.4, 0.8, 1.0):
            self.drag_to(start + (end - start) * share, button, keys)
        self.release(end, button, keys)

    def click(self, place: QPoint) -> None:
        self.press(place)
        self.release(place)

    def key(self, key: Qt.Key, keys: Any = NONE) -> None:
        QTest.keyClick(self.view, key, keys)

    def turn(self, notches: float, place: QPoint | None = None, keys: Any = NONE) -> None:
        """Turn the wheel; upwards where it is above 0."""
        at = QPointF(self.view.rect().center() if place is None else place)
        event = QWheelEvent(
            at,
            QPointF(self.view.mapToGlobal(at.toPoint())),
            QPoint(),
            QPoint(0, round(120 * notches)),
            Qt.MouseButton.NoButton,
            keys,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(self.view, event)

    def _send(self, kind: QEvent.Type, place: QPoint, button: Qt.MouseButton, keys: Any) -> None:
        at, none = QPointF(place), Qt.MouseButton.NoButton
        event = QMouseEvent(kind, at, QPointF(self.view.mapToGlobal(place)), none, button, keys)
        QApplication.sendEvent(self.view, event)


OpenDesk = Callable[[Path], Desk]


@pytest.fixture
def open_desk(qtbot: QtBot, qapp: QApplication, home: Path) -> Iterator[OpenDesk]:
    """Open the imaging panel of a case, as large as a picture likes; Ann annotates."""
    made: list[Desk] = []

    def open_one(case: Path) -> Desk:
        session = Session(open_case(case))
        keeping = session.annotating.keeping
        assert keeping is not None
        qtbot.waitUntil(lambda: keeping.read is not None, timeout=10_000)
        session.annotating.sign("Ann")
        panel = ImagingPanel(session, Look("light"))
        panel.resize(560, 700)
        panel.show()
        made.append(Desk(qtbot, session, panel))
        session.point_at(500.0)
        panel.show_state()
        return made[-1]

    yield open_one
    for desk in made:
        desk.session.annotating.finish()
        desk.panel.close()
        desk.panel.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for desk in made:
        desk.session.pictures.forget()  # once nobody can ask for them any more


@pytest.fixture
def desk(open_desk: OpenDesk, tmp_path: Path) -> Desk:
    """The panel on a study of seven slices, all of them decoded."""
    case = write_case(tmp_path / "case", [a_study()])
    write_ct(case / "ct")
    desk = open_desk(case)
    desk.wait_loaded()
    return desk
