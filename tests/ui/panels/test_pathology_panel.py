from pytestqt.qtbot import QtBot

from tests.ui.panels.panel_words import shown
from viewer.session.session import Session
from viewer.ui.look import Look
from viewer.ui.panels.pathology import PathologyPanel
from viewer.ui.panels.stains import PercentBar


def test_the_report_is_told_with_every_stain(qtbot: QtBot, session: Session, look: Look) -> None:
    panel = PathologyPanel(session, look)
    qtbot.addWidget(panel)
    session.select("report-biopsy")
    texts = shown(panel)
    for marker in ("H&E", "Synaptophysin", "Chromogranin A", "CD56", "Ki-67"):
        assert marker in texts
    assert texts.count("+") == 3
    assert "27\N{NARROW NO-BREAK SPACE}%" in texts
    for figure in ("2 A", "2 B", "2 C", "2 D"):
        assert figure in texts
    assert any("neuroendocrine carcinoma" in text for text in texts)
    assert any("Grade 3" in text for text in texts)


def test_only_a_reported_percentage_has_a_bar(qtbot: QtBot, session: Session, look: Look) -> None:
    panel = PathologyPanel(session, look)
    qtbot.addWidget(panel)
    session.select("report-biopsy")
    assert len(panel.findChildren(PercentBar)) == 1


def test_before_the_report_nothing_of_it_is_shown(
    qtbot: QtBot, session: Session, look: Look
) -> None:
    panel = PathologyPanel(session, look)
    qtbot.addWidget(panel)
    session.point_at(-20.0)
    assert any("no pathology report yet" in text for text in shown(panel))
    assert not any("Ki-67" in text for text in shown(panel))
