import struct
import zlib
from collections.abc import Callable

import pytest
from PySide6.QtCore import QBuffer
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from tests.ui.panels.panel_words import follow_cursor, link, shown
from viewer.session.session import Session
from viewer.ui.look import Look
from viewer.ui.panels.imaging import ImagingPanel
from viewer.ui.widgets.link import TabButton
from viewer.ui.widgets.picture import PictureView, read_picture


def panel_of(qtbot: QtBot, session: Session, look: Look) -> ImagingPanel:
    panel = ImagingPanel(session, look)
    qtbot.addWidget(panel)
    return panel


def checked(panel: ImagingPanel) -> list[str]:
    follow_cursor()
    return [tab.text() for tab in panel.findChildren(TabButton) if tab.isChecked()]


def png(width: int, height: int) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("gray"))
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    assert image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def test_the_study_current_at_the_cursor_is_shown(
    qtbot: QtBot, session: Session, look: Look
) -> None:
    panel = panel_of(qtbot, session, look)
    session.point_at(5.5)
    assert checked(panel) == ["CT on admission, about day 0"]
    assert any("2.7 cm" in text for text in shown(panel))
    session.point_at(12.5)
    assert checked(panel)[0].startswith("CT before TAE")
    assert panel.heading == "current on day 12"
    session.point_at(100.5)
    assert checked(panel)[0].startswith("Contrast CT")


def test_another_study_can_be_chosen(qtbot: QtBot, session: Session, look: Look) -> None:
    panel = panel_of(qtbot, session, look)
    session.point_at(5.5)
    tab = next(t for t in panel.findChildren(TabButton) if t.text().startswith("Contrast"))
    tab.click()
    assert session.state.selection == "study-contrast-ct"
    assert checked(panel)[0].startswith("Contrast CT")


def test_the_event_of_an_examination_shows_its_study(
    qtbot: QtBot, session: Session, look: Look
) -> None:
    panel = panel_of(qtbot, session, look)
    session.select("contrast-ct")
    assert checked(panel)[0].startswith("Contrast CT")


def test_absent_pictures_are_said_to_be_absent(qtbot: QtBot, session: Session, look: Look) -> None:
    panel = panel_of(qtbot, session, look)
    session.select("study-ct-admission")
    texts = shown(panel)
    assert "Pictures not included in the source" in texts
    assert {"Fig. 1 A: Arterial phase", "Fig. 1 B: Portal phase"} <= set(texts)


def test_the_disagreement_about_a_study_is_shown_with_both_sides(
    qtbot: QtBot, session: Session, look: Look
) -> None:
    panel = panel_of(qtbot, session, look)
    session.select("study-ct-admission")
    found = next(d for d in session.case.discrepancies if d.id == "disagree-ct-enhancement")
    texts = "\n".join(shown(panel))
    for side in found.sides:
        assert side.text.pick("en") in texts
    link(panel, found.title.pick("en")).click()
    assert session.state.selection == found.id


def test_before_the_first_study_the_way_on_is_shown(
    qtbot: QtBot, session: Session, look: Look
) -> None:
    panel = panel_of(qtbot, session, look)
    session.point_at(-30.0)
    assert any("no imaging study yet" in text for text in shown(panel))
    link(panel, "Go to the first: CT on admission, about day 0").click()
    assert session.state.selection == "study-ct-admission"


def study(file: str) -> dict[str, object]:
    return {
        "id": "ct",
        "title": "CT",
        "modality": "CT",
        "when": {"day": 0},
        "evidence": {"kind": "reported"},
        "figures": [{"label": "Fig. 1", "caption": "Liver", "file": file}],
    }


def test_a_picture_is_shown_scaled_to_the_panel(
    qtbot: QtBot, opened_from: Callable[..., Session], look: Look
) -> None:
    session = opened_from({"ct.png": png(3000, 1500)}, studies=[study("ct.png")])
    panel = panel_of(qtbot, session, look)
    qtbot.waitUntil(lambda: panel.is_ready)
    view = panel.findChild(PictureView)
    assert isinstance(view, PictureView)
    assert view.sizeHint().width() == 1600
    assert view.heightForWidth(400) == 200
    assert "Fig. 1: Liver" in shown(panel)


def test_a_broken_picture_stands_in_its_place(
    qtbot: QtBot, opened_from: Callable[..., Session], look: Look
) -> None:
    session = opened_from({"ct.png": b"not a picture"}, studies=[study("ct.png")])
    panel = panel_of(qtbot, session, look)
    qtbot.waitUntil(lambda: panel.is_ready)
    assert panel.findChild(PictureView) is None
    assert any("ct.png cannot be read" in text for text in shown(panel))
    assert "Fig. 1: Liver" in shown(panel)


def test_a_picture_too_large_for_memory_is_not_decoded(qtbot: QtBot) -> None:
    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + header
    data = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk
    assert read_picture(data + struct.pack(">I", zlib.crc32(chunk))) is None


@pytest.mark.parametrize("data", [b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"GIF89a", b"BM"])
def test_nothing_but_png_and_jpeg_is_looked_at(qtbot: QtBot, data: bytes) -> None:
    assert read_picture(data) is None


def test_without_studies_it_says_so(
    qtbot: QtBot, opened_from: Callable[..., Session], look: Look
) -> None:
    panel = panel_of(qtbot, opened_from(), look)
    assert shown(panel) == ["No imaging studies are told."]
