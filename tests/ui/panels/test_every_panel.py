"""What holds for every panel: nothing beyond the horizon, nothing clipped, every look."""

import re

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.panels.panel_words import put_on_screen, shown, told
from viewer.session.session import NO_CASE, Session
from viewer.ui.look import Look
from viewer.ui.panels.compare import ComparePanel
from viewer.ui.panels.details import DetailsPanel
from viewer.ui.panels.events import EventsPanel
from viewer.ui.panels.imaging import ImagingPanel
from viewer.ui.panels.measure import MeasurePanel
from viewer.ui.panels.notes import NotesPanel
from viewer.ui.panels.panel import PagePanel, Panel
from viewer.ui.panels.pathology import PathologyPanel
from viewer.ui.panels.pinned import PinnedPanel
from viewer.ui.panels.problems import ProblemsPanel
from viewer.ui.widgets.link import LinkButton

PANELS = (
    DetailsPanel,
    EventsPanel,
    ImagingPanel,
    PathologyPanel,
    NotesPanel,
    ProblemsPanel,
    MeasurePanel,
    ComparePanel,
    PinnedPanel,
)

LATE = re.compile(
    r"TAE|embol|day (1[2-9]|[2-9]\d|1\d\d)|days 1[2-9]|not effective|allerg|cisplatin|recurr"
    r"|fungal|death|died|days 0[\N{EN DASH}-]12|necro",
    re.IGNORECASE,
)


@pytest.mark.parametrize("kind", PANELS)
def test_nothing_later_than_the_horizon_is_told(
    qtbot: QtBot, session: Session, look: Look, kind: type[Panel]
) -> None:
    panel = kind(session, look)  # type: ignore[call-arg]
    qtbot.addWidget(panel)
    session.select("tae-right")
    session.hide_after(10)
    days = (-40.0, 0.5, 5.5, 10.5)
    selections = [
        part.id
        for parts in (session.case.events, session.case.series, session.case.studies)
        for part in parts
    ]
    found = []
    for day in days:
        session.point_at(day)
        found += [text for text in (*told(panel), panel.heading) if LATE.search(text)]
    for id_ in selections:
        session.select(id_)
        found += [text for text in (*told(panel), panel.heading) if LATE.search(text)]
    assert found == []


@pytest.mark.parametrize("kind", PANELS)
@pytest.mark.parametrize("language", ["en", "ja"])
def test_no_words_are_clipped_in_the_narrowest_panel(
    qtbot: QtBot, session: Session, look: Look, kind: type[Panel], language: str
) -> None:
    session.language = language
    panel = kind(session, look)  # type: ignore[call-arg]
    window = put_on_screen(qtbot, panel, round(22 * look.em_px), 900)

    def fits() -> None:
        assert clipped(panel) == []

    for id_ in ("octreotide", "insulin", "study-ct-admission", "report-biopsy", None):
        session.select(id_)
        qtbot.waitUntil(fits)
    window.close()


def clipped(panel: Panel) -> list[str]:
    """Give the words that do not fit, and whether the page is wider than its place."""
    words: list[QLabel | LinkButton] = [*panel.findChildren(QLabel)]
    words += panel.findChildren(LinkButton)
    found = [
        one.text()
        for one in words
        if one.heightForWidth(one.width()) > one.height()
        or one.minimumSizeHint().width() > one.width()
    ]
    page = panel.page if isinstance(panel, PagePanel) else None
    sheet = page.widget() if page is not None else None
    if page is not None and sheet is not None and sheet.width() > page.viewport().width():
        found.append("the page")
    return found


@pytest.mark.parametrize("kind", PANELS)
def test_every_panel_follows_the_look(qtbot: QtBot, session: Session, kind: type[Panel]) -> None:
    look = Look("light")
    look.dress()
    panel = kind(session, look)  # type: ignore[call-arg]
    window = put_on_screen(qtbot, panel, 500)
    session.select("tae-right")
    before = shown(panel)
    look.set_theme("dark")
    look.set_theme("projector")
    assert panel.palette().color(panel.backgroundRole()) == look.theme.panel
    inks = {one.palette().color(one.foregroundRole()).name() for one in panel.findChildren(QLabel)}
    assert inks <= {look.theme.ink.name(), look.theme.ink_2.name()}  # no third ink on a projector
    assert sorted(shown(panel)) == sorted(before)
    window.close()


@pytest.mark.parametrize("kind", PANELS)
def test_every_panel_works_from_nothing(qtbot: QtBot, look: Look, kind: type[Panel]) -> None:
    session = Session()
    assert session.case == NO_CASE
    panel = kind(session, look)  # type: ignore[call-arg]
    qtbot.addWidget(panel)
    panel.show_state()
    assert panel.title()
    assert panel.objectName() == f"panel.{panel.title().lower()}"


@pytest.mark.parametrize("kind", PANELS)
def test_every_link_can_be_reached_and_has_a_name(
    qtbot: QtBot, session: Session, look: Look, kind: type[Panel]
) -> None:
    panel = kind(session, look)  # type: ignore[call-arg]
    qtbot.addWidget(panel)
    session.select("tae-right")
    for link in panel.findChildren(LinkButton):
        assert link.accessibleName() == link.text()
        assert link.focusPolicy().value & 1, link.text()
