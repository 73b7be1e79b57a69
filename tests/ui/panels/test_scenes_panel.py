"""The panel of scenes by itself: what it lists, asks for and keeps."""

from __future__ import annotations

import json
import re
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.panels.panel_words import put_on_screen
from viewer.io.case_store import open_case
from viewer.model.annotating import Edit
from viewer.model.part import Text
from viewer.model.scene import Scene
from viewer.paths import first_case
from viewer.session.presenting.decks import Decks
from viewer.session.session import NO_CASE, Session
from viewer.ui.look import Look
from viewer.ui.panels.scenes.drawing import wrapped
from viewer.ui.panels.scenes.pictures import Pictures
from viewer.ui.panels.scenes.scenes import ScenesPanel
from viewer.ui.words.scene_words import minutes_text, retitled, seconds_of

DECK: list[dict[str, Any]] = [
    {"id": "one", "title": {"en": "First", "ja": "最初"}, "horizon": 0, "planned_s": 60},
    {"id": "two", "title": "Second", "horizon": 11, "notes": "Ask."},
    {"id": "three", "title": "Third <b>", "annotations": True},
]

OpenSession = Callable[..., Session]


@pytest.fixture
def open_session(qtbot: QtBot, tmp_path: Path) -> Iterator[OpenSession]:
    """Open a session on the shipped case with another deck."""
    sessions: list[Session] = []

    def open_one(deck: list[dict[str, Any]] | None = None, name: str | None = "Ann") -> Session:
        folder = Path(shutil.copytree(first_case(), tmp_path / f"case{len(sessions)}"))
        raw = json.loads((folder / "case.json").read_text("utf-8"))
        raw["deck"] = DECK if deck is None else deck
        (folder / "case.json").write_text(json.dumps(raw), "utf-8")
        session = Session(open_case(folder))
        sessions.append(session)
        keeping = session.annotating.keeping
        assert keeping is not None
        qtbot.waitUntil(lambda: keeping.read is not None, timeout=10_000)
        if name is not None:
            session.annotating.sign(name)
        return session

    yield open_one
    for session in sessions:
        session.annotating.finish()


class Drawn(QObject):
    """Pictures that are there at once, or later."""

    arrived = Signal(str)

    def __init__(self, colour: str = "#123456") -> None:
        super().__init__()
        self.asked: list[str] = []
        self.is_ready = True
        self._pixmap = QPixmap(160, 100)
        self._pixmap.fill(QColor(colour))

    def small(self, scene: Scene) -> QPixmap | None:
        self.asked.append(scene.id)
        return self._pixmap if self.is_ready else None


PanelOn = Callable[..., ScenesPanel]


@pytest.fixture
def panel_on(qtbot: QtBot, look: Look) -> Iterator[PanelOn]:
    """Show the panel on a session in a window of its own."""
    windows: list[QWidget] = []

    def show(session: Session, pictures: Pictures | None = None) -> ScenesPanel:
        panel = ScenesPanel(session, look, Decks(session, session), pictures)
        windows.append(put_on_screen(qtbot, panel, round(28 * look.em_px), 700))
        return panel

    yield show
    for window in windows:
        window.close()


def lines(panel: ScenesPanel) -> list[str]:
    role = Qt.ItemDataRole.AccessibleTextRole
    rows = range(panel.rows.rowCount())
    return [str(panel.rows.index(row).data(role)) for row in rows]


# -- what it lists --------------------------------------------------------------------------------


def test_a_row_says_number_title_days_and_time_as_plain_text(
    open_session: OpenSession, panel_on: PanelOn
) -> None:
    panel = panel_on(open_session())
    assert lines(panel) == [
        "1: First; up to day 0; 1:00",
        "2: Second; up to day 11",
        "3: Third <b>; whole course",
    ]
    tip = str(panel.rows.index(2).data(Qt.ItemDataRole.ToolTipRole))
    assert "Third &lt;b&gt;" in tip
    assert panel.heading == "3"


def test_words_follow_the_language_and_how_days_are_counted(
    open_session: OpenSession, panel_on: PanelOn
) -> None:
    session = open_session()
    session.language = "ja"
    panel = panel_on(session)
    assert lines(panel)[0].startswith("1: 最初")
    panel.editing.rename("one", "初回")
    scene = panel.decks.deck.scenes[0]
    assert (scene.title.pick("ja"), scene.title.pick("en")) == ("初回", "First")


def test_an_empty_title_changes_nothing(open_session: OpenSession, panel_on: PanelOn) -> None:
    panel = panel_on(open_session())
    assert not panel.rows.setData(panel.rows.index(0), "  ")
    assert panel.rows.setData(panel.rows.index(0), "First")
    assert panel.session.annotating.stack.count() == 0
    assert panel.rows.setData(panel.rows.index(0), " Other ")
    assert lines(panel)[0].startswith("1: Other;")


def test_the_panel_works_from_nothing(panel_on: PanelOn) -> None:
    session = Session()
    assert session.case == NO_CASE
    panel = panel_on(session)
    assert lines(panel) == []
    assert not panel.owner.isVisible()


def test_an_empty_deck_offers_two_ways_on(open_session: OpenSession, panel_on: PanelOn) -> None:
    session = open_session([])
    panel = panel_on(session)
    wanted: list[str] = []
    panel.command_wanted.connect(wanted.append)
    panel.page.finish()
    for button in panel.page.findChildren(QWidget):
        if button.accessibleName() in ("Add scene", "Make a deck from a template"):
            QTest.keyClick(button, Qt.Key.Key_Return)
    assert sorted(wanted) == ["add_scene", "deck_from_template"]
    session.hide_after(5)
    panel.page.finish()
    said = [label.text() for label in panel.page.findChildren(QLabel)]
    assert said == ["No scenes of these days. Scenes of later days are not listed."]


def test_every_control_has_a_name(open_session: OpenSession, panel_on: PanelOn) -> None:
    panel = panel_on(open_session())
    fields = panel.fields
    for one in (panel.list, panel.owner, fields.notes, fields.planned):
        assert one.accessibleName()
    assert fields.shows_annotations.text()


@pytest.mark.parametrize("theme", ["light", "dark", "projector"])
def test_the_panel_follows_the_look(
    open_session: OpenSession, panel_on: PanelOn, look: Look, theme: str
) -> None:
    panel = panel_on(open_session())
    look.dress()
    look.set_theme(theme)  # type: ignore[arg-type]
    assert panel.palette().color(panel.backgroundRole()) == look.theme.panel
    panel.choose("two")
    image = panel.list.viewport().grab().toImage()
    row = panel.list.visualRect(panel.rows.index(1))
    assert image.pixelColor(row.left() + 2, row.top() + 2) == look.theme.select


def test_another_case_chooses_nothing(open_session: OpenSession, panel_on: PanelOn) -> None:
    session = open_session()
    panel = panel_on(session)
    panel.choose("two")
    opened = session.opened
    assert opened is not None
    session.open(open_case(opened.path))
    assert panel.chosen is None
    assert panel.fields.notes.toPlainText() == ""
    assert not panel.fields.isEnabled()


# -- pictures -------------------------------------------------------------------------------------


def colour_of(panel: ScenesPanel, row: int) -> str:
    image = panel.list.viewport().grab().toImage()
    rect = panel.list.drawing.picture_rect(panel.list.visualRect(panel.rows.index(row)))
    return image.pixelColor(rect.center().toPoint()).name()


def test_pictures_are_asked_for_in_sight_alone_and_shown_as_they_come(
    qtbot: QtBot, look: Look, open_session: OpenSession, panel_on: PanelOn
) -> None:
    deck = [{"id": f"s{n}", "title": f"Scene {n}"} for n in range(300)]
    pictures = Drawn()
    pictures.is_ready = False
    panel = panel_on(open_session(deck), pictures)
    panel.list.viewport().grab()
    assert 0 < len(set(pictures.asked)) < 20
    assert "s299" not in pictures.asked
    empty = colour_of(panel, 0)
    assert empty == look.theme.paper.name()
    pictures.is_ready = True
    pictures.asked.clear()
    pictures.arrived.emit("s0")
    pictures.arrived.emit("s299")  # out of sight
    pictures.arrived.emit("unknown")
    qtbot.waitUntil(lambda: "s0" in pictures.asked)
    assert "s299" not in pictures.asked
    assert colour_of(panel, 0) == "#123456"


def test_without_pictures_a_frame_stands_in_their_place(
    look: Look, open_session: OpenSession, panel_on: PanelOn
) -> None:
    panel = panel_on(open_session())
    assert colour_of(panel, 0) == look.theme.paper.name()
    image = panel.list.viewport().grab().toImage()
    rect = panel.list.drawing.picture_rect(panel.list.visualRect(panel.rows.index(0)))
    edge = image.pixelColor(round(rect.left()), round(rect.center().y()))
    assert edge == look.theme.rule


def test_titles_end_in_an_ellipsis_where_there_is_no_room(qtbot: QtBot, look: Look) -> None:
    font = look.font("label")
    long = "A long title of many words that goes on and on " * 100
    found = wrapped(long, font, 120.0, 2)
    assert len(found) == 2
    assert found[1].endswith("…")
    assert all(QFontMetricsF(font).horizontalAdvance(line) <= 121 for line in found)
    assert wrapped("Short", font, 200.0, 2) == ["Short"]
    assert wrapped("Short", font, 200.0, 0) == []
    assert wrapped("two\nlines", font, 200.0, 2) == ["two lines"]
    assert "".join(wrapped("x" * 50, font, 120.0, 9)) == "x" * 50


# -- planned times --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "seconds"),
    [("", None), ("1:30", 90), ("0:05", 5), ("2", 120), (" １：３０ ", 90), ("1440:00", 86_400)],
)
def test_times_are_read_as_they_are_written(typed: str, seconds: int | None) -> None:
    assert seconds_of(typed) == seconds
    if seconds is not None:
        assert seconds_of(minutes_text(seconds)) == seconds


@pytest.mark.parametrize("typed", ["soon", "1:60", "1:5", "-1:00", "1440:01", "1:30:00", "1.5"])
def test_what_is_no_time_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=re.escape(typed)):
        seconds_of(typed)


def test_a_title_keeps_its_other_languages() -> None:
    both = Text({"en": "a", "ja": "あ"})
    assert retitled(both, "b", "en-GB").root == {"en": "b", "ja": "あ"}
    assert retitled(both, "c", "de").root == {"en": "a", "ja": "あ", "de": "c"}
    assert retitled(Text("a"), "b", "ja").root == "b"


# -- editing --------------------------------------------------------------------------------------


def test_who_edits_first_is_asked_and_what_was_typed_waits_for_it(
    open_session: OpenSession, panel_on: PanelOn
) -> None:
    session = open_session(name=None)
    panel = panel_on(session)
    asked: list[Callable[[], None]] = []
    panel.editing.author_wanted.connect(asked.append)
    panel.choose("two")
    panel.fields.notes.setPlainText("Ask twice.")
    panel.fields.planned.setText("2:00")
    panel.fields.commit()
    panel.fields.commit()  # the question has taken the focus away
    assert len(asked) == 1
    assert not panel.finish_typing()
    session.annotating.sign("Ann")
    assert panel.fields.notes.toPlainText() == "Ask twice."
    asked[0]()
    scene = panel.scene
    assert scene is not None
    assert scene.notes is not None
    assert (scene.notes.pick("en"), scene.planned_s) == ("Ask twice.", 120)
    assert panel.chosen != "two"  # the deck is a copy now
    assert panel.decks.deck.index(panel.chosen) == 1
    assert panel.finish_typing()
    assert session.annotating.stack.count() == 1


def test_notes_can_be_emptied_and_a_time_taken_away(
    open_session: OpenSession, panel_on: PanelOn
) -> None:
    panel = panel_on(open_session())
    panel.choose("two")
    panel.fields.notes.clear()
    panel.fields.commit()
    assert panel.scene is not None
    assert panel.scene.notes is None
    panel.choose(panel.rows.scenes[0].id)
    panel.fields.planned.clear()
    panel.fields.commit()
    assert panel.scene is not None
    assert panel.scene.planned_s is None
    panel.fields.planned.setText("0:60")
    panel.fields.commit()
    assert panel.fields.planned.text() == ""
    assert "0:60" in panel.fields.fault.text()


def test_what_is_typed_stays_while_others_annotate(
    open_session: OpenSession, panel_on: PanelOn
) -> None:
    session = open_session()
    panel = panel_on(session)
    panel.choose("two")
    panel.fields.notes.setPlainText("half a thought")
    session.annotations_changed.emit()
    panel.decks.changed.emit()
    assert panel.fields.notes.toPlainText() == "half a thought"
    panel.choose("one")
    scene = panel.decks.deck.scenes[1]
    assert scene.notes is not None
    assert scene.notes.pick("en") == "half a thought"
    assert panel.scene is not None
    assert panel.scene.title.pick("en") == "First"


def test_after_the_last_scene_is_removed_nothing_is_chosen(
    open_session: OpenSession, panel_on: PanelOn
) -> None:
    session = open_session([])
    panel = panel_on(session)
    panel.editing.add(Text("Only"), None, None, lambda: None)
    assert panel.chosen is not None
    panel.editing.remove(panel.chosen)
    assert panel.chosen is None
    assert lines(panel) == []
    panel.editing.remove("unknown")
    panel.editing.rename("unknown", "x")
    assert session.annotating.stack.count() == 2


def test_three_hundred_scenes_hold_the_window_no_longer_than_none(
    open_session: OpenSession, panel_on: PanelOn
) -> None:
    deck = [{"id": f"s{n}", "title": f"Scene {n}", "horizon": n % 160} for n in range(300)]
    none, many = (panel_on(open_session(one), Drawn()) for one in ([], deck))

    def seconds(panel: ScenesPanel, act: Callable[[ScenesPanel], object]) -> float:
        begun = time.perf_counter()
        act(panel)
        QApplication.processEvents()
        return time.perf_counter() - begun

    def rename(panel: ScenesPanel) -> None:
        if panel.rows.rowCount():
            panel.editing.rename(panel.rows.scenes[150].id, f"{time.perf_counter()}")

    rename(many)  # copies the deck
    for step in (
        lambda panel: panel.session.hide_after(100),
        lambda panel: panel.session.hide_after(None),
        lambda panel: panel.session.select("tae-right"),
        lambda panel: panel.list.scrollToBottom(),
        lambda panel: panel.list.scrollToTop(),
        rename,
        lambda panel: panel.decks.choose("case"),
    ):
        least = [min(seconds(panel, step) for _ in range(3)) for panel in (none, many)]
        assert least[1] - least[0] < 0.05


def test_a_scene_that_somebody_else_removed_is_no_longer_chosen(
    open_session: OpenSession, panel_on: PanelOn
) -> None:
    session = open_session()
    panel = panel_on(session)
    panel.editing.rename("three", "Last")
    chosen = panel.chosen
    assert chosen is not None
    assert lines(panel)[2].startswith("3: Last")
    session.annotating.edit(Edit("Delete", {chosen: None}))
    assert panel.scene is not None
    assert panel.scene.title.pick("en") == "Second"  # the one that stands there now
