from pytestqt.qtbot import QtBot

from tests.ui.panels.panel_words import link, put_on_screen, shown
from viewer.session.session import Session
from viewer.ui.look import Look
from viewer.ui.panels.notes import NotesPanel, card_name
from viewer.ui.widgets.washed import WashedBox


def test_every_disagreement_is_shown_with_both_sides_and_places(
    qtbot: QtBot, session: Session, look: Look
) -> None:
    panel = NotesPanel(session, look)
    qtbot.addWidget(panel)
    texts = "\n".join(shown(panel))
    assert len(session.case.discrepancies) == 9
    for found in session.case.discrepancies:
        assert found.title.pick("en") in texts
        for side in found.sides:
            assert side.text.pick("en") in texts
            assert side.place.pick("en") in texts
        assert found.reading is not None
        assert found.reading.text.pick("en") in texts
    assert panel.heading == "9 disagreements in the source"


def test_all_notes_are_shown_in_prose(qtbot: QtBot, session: Session, look: Look) -> None:
    panel = NotesPanel(session, look)
    qtbot.addWidget(panel)
    texts = "\n".join(shown(panel))
    for note in session.case.notes:
        for paragraph in note.text.pick("en").split("\n\n"):
            assert paragraph.strip() in texts


def test_a_click_selects(qtbot: QtBot, session: Session, look: Look) -> None:
    panel = NotesPanel(session, look)
    qtbot.addWidget(panel)
    last = session.case.discrepancies[-1]
    link(panel, last.title.pick("en")).click()
    assert session.state.selection == last.id


def test_what_is_selected_elsewhere_comes_into_view_and_is_marked(
    qtbot: QtBot, session: Session, look: Look
) -> None:
    panel = NotesPanel(session, look)
    window = put_on_screen(qtbot, panel, 360, 300)
    assert panel.page.verticalScrollBar().value() == 0
    session.select("disagree-survival")
    card = panel.findChild(WashedBox, card_name("disagree-survival"))
    assert isinstance(card, WashedBox)
    assert card.is_selected
    qtbot.waitUntil(lambda: card.visibleRegion().boundingRect().height() == card.height())
    session.select(None)
    assert not any(box.is_selected for box in panel.findChildren(WashedBox))
    window.close()
