"""Opening the reader's own copy of a source."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QWidget

from viewer.io.case_store import open_case
from viewer.paths import first_case
from viewer.session.session import Session
from viewer.session.settings import Settings
from viewer.ui.sources import Sources
from viewer.ui.start import application


class Reader(QObject):
    """Stands for the system's program that opens files."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toLocalFile())


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    return application()


@pytest.fixture
def reader(qapp: QApplication) -> Iterator[Reader]:
    reader = Reader()
    QDesktopServices.setUrlHandler("file", reader, "open")
    yield reader
    QDesktopServices.unsetUrlHandler("file")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.ini")


def _case(folder: Path, **source: str) -> Path:
    shutil.copytree(first_case(), folder)
    file = folder / "case.json"
    case = json.loads(file.read_text("utf-8"))
    case["sources"][0].update(source)
    file.write_text(json.dumps(case), "utf-8")
    return folder


def test_a_copy_inside_the_case_opens(
    reader: Reader, settings: Settings, tmp_path: Path, qapp: QApplication
) -> None:
    folder = _case(tmp_path / "case", file="paper.txt")
    (folder / "paper.txt").write_text("the paper")
    sources = Sources(Session(open_case(folder)), settings)
    assert sources.show("report", QWidget())
    assert reader.opened == [str(folder / "paper.txt")]


def test_a_linked_copy_opens_and_stays_linked(
    reader: Reader, settings: Settings, tmp_path: Path, qapp: QApplication
) -> None:
    opened = open_case(first_case())
    copy = tmp_path / "my copy.pdf"
    copy.write_text("the paper")
    settings.link_source(opened.case.id, "report", copy)
    again = Settings(tmp_path / "settings.ini")
    assert Sources(Session(opened), again).show("report", QWidget())
    assert reader.opened == [str(copy)]


def test_a_copy_that_has_gone_is_not_offered(
    reader: Reader, settings: Settings, tmp_path: Path, qapp: QApplication
) -> None:
    opened = open_case(first_case())
    settings.link_source(opened.case.id, "report", tmp_path / "gone.pdf")
    assert Sources(Session(opened), settings).copy("report") is None
    assert Sources(Session(), settings).copy("report") is None
