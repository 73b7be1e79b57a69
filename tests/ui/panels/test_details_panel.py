from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.panels.panel_words import link, put_on_screen, shown, told
from viewer.session.session import Session
from viewer.ui.look import Look
from viewer.ui.panels.details import MOST_LINKS, DetailsPanel
from viewer.ui.summary import MOST_NAMED, day_lines, day_sentence
from viewer.ui.widgets.sign import SignMark


def panel_of(qtbot: QtBot, session: Session, look: Look) -> DetailsPanel:
    panel = DetailsPanel(session, look)
    qtbot.addWidget(panel)
    return panel


def test_the_selected_treatment_is_told_with_its_day_and_place(
    qtbot: QtBot, session: Session, look: Look
) -> None:
    panel = panel_of(qtbot, session, look)
    session.select("tae-right")
    texts = shown(panel)
    assert "TAE, right hepatic lobe" in texts
    assert "Day 12 (exact)" in texts
    assert "Reported by the source" in texts
    assert "Case Report, 3rd paragraph" in texts


def test_the_outcome_stands_with_its_sign(qtbot: QtBot, session: Session, look: Look) -> None:
    panel = panel_of(qtbot, session, look)
    session.select("octreotide")
    assert any(text.startswith("stopped") for text in shown(panel))
    assert "stopped" in [mark.sign.name for mark in panel.findChildren(SignMark)]


def test_imprecise_days_are_told_with_what_they_rest_on(
    qtbot: QtBot, session: Session, look: Look
) -> None:
    panel = panel_of(qtbot, session, look)
    session.select("diazoxide")
    when = next(text for text in shown(panel) if text.startswith("Between"))
    assert "day 0" in when
    assert "day 12" in when
    assert "inferred" in when


def test_a_click_on_the_place_asks_for_the_source(
    qtbot: QtBot, session: Session, look: Look
) -> None:
    panel = panel_of(qtbot, session, look)
    session.select("tae-right")
    with qtbot.waitSignal(panel.source_wanted) as wanted:
        link(panel, "Case Report, 3rd paragraph").click()
    assert wanted.args == ["report"]


def test_links_select_studies_and_events(qtbot: QtBot, session: Session, look: Look) -> None:
    panel = panel_of(qtbot, session, look)
    session.select("tae-right")
    link(panel, "Contrast CT after TAE").click()
    assert session.state.selection == "study-contrast-ct"
    # A link may be named on either side; it leads back all the same.
    link(panel, "TAE, right hepatic lobe").click()
    assert session.state.selection == "tae-right"


def test_enter_follows_a_link(qtbot: QtBot, session: Session, look: Look) -> None:
    panel = panel_of(qtbot, session, look)
    session.select("tae-right")
    qtbot.keyClick(link(panel, "CT before TAE"), Qt.Key.Key_Return)
    assert session.state.selection == "study-ct-before-tae"


def test_a_disagreement_is_a_link(qtbot: QtBot, session: Session, look: Look) -> None:
    panel = panel_of(qtbot, session, look)
    session.select("insulin")
    title = next(d for d in session.case.discrepancies if d.id == "disagree-iri-unit").title
    link(panel, title.pick("en")).click()
    assert session.state.selection == "disagree-iri-unit"


def test_a_series_shows_value_unit_and_whose_limits(
    qtbot: QtBot, session: Session, look: Look
) -> None:
    panel = panel_of(qtbot, session, look)
    session.select("insulin")
    texts = "\n".join(shown(panel))
    assert "67.5 µU/mL" in texts
    assert "prints “U/mL”" in texts
    assert "borrowed from LSI" in texts
    assert "LOINC 20448-7" in texts


def test_without_selection_the_day_is_told(qtbot: QtBot, session: Session, look: Look) -> None:
    panel = panel_of(qtbot, session, look)
    session.point_at(12.5)
    texts = shown(panel)
    assert "Day 12" in texts
    assert "TAE, right hepatic lobe" in texts
    assert "CT before TAE" in texts
    assert "54 mg/dL, 12 days before" in texts


def test_moving_the_cursor_keeps_the_focused_link(
    qtbot: QtBot, session: Session, look: Look
) -> None:
    panel = DetailsPanel(session, look)
    window = put_on_screen(qtbot, panel, 360)
    session.point_at(20.5)
    link(panel, "No hypoglycaemia, days 13–61").setFocus()
    session.point_at(25.5)
    assert link(panel, "No hypoglycaemia, days 13–61").hasFocus()
    window.close()


def test_abbreviations_are_explained_on_hover(qtbot: QtBot, session: Session, look: Look) -> None:
    panel = panel_of(qtbot, session, look)
    session.select("tae-right")
    title = next(one for one in panel.findChildren(QLabel) if one.text().startswith("TAE, right"))
    assert "TAE: " in title.toolTip()


def test_markup_in_a_case_is_shown_letter_by_letter(
    qtbot: QtBot, opened_from: Callable[..., Session], look: Look
) -> None:
    event = {
        "id": "bold",
        "lane": "drugs",
        "title": "<b>Drug</b> A & B",
        "when": {"day": 1},
        "evidence": {"kind": "reported", "place": "<a href='x'>p. 1</a>"},
        "details": [{"label": "<i>Why</i>", "text": "<img src='x'>", "known_from": 1}],
        "links": ["other"],
    }
    other = event | {"id": "other", "title": "Other & <u>more</u>", "links": []}
    session = opened_from(events=[event, other], glossary=[{"term": "Drug", "text": "<b>bad</b>"}])
    panel = panel_of(qtbot, session, look)
    session.select("bold")
    texts = shown(panel)
    for words in ("<b>Drug</b> A & B", "<i>Why</i>", "<img src='x'>", "Other & <u>more</u>"):
        assert words in texts
    labels = panel.findChildren(QLabel)
    assert {one.textFormat() for one in labels} == {Qt.TextFormat.PlainText}
    assert not any("<b>bad" in text for text in told(panel))


def test_what_is_made_up_or_derived_is_said(
    qtbot: QtBot, opened_from: Callable[..., Session], look: Look
) -> None:
    event = {
        "id": "one",
        "lane": "drugs",
        "title": "Drug",
        "when": {"day": 1},
        "evidence": {"kind": "synthetic", "why": "a test"},
    }
    session = opened_from(events=[event])
    panel = panel_of(qtbot, session, look)
    session.select("one")
    assert "Made up; not a patient's data" in shown(panel)
    assert "a test" in shown(panel)


def test_a_part_with_a_fault_shows_its_problem(
    qtbot: QtBot, opened_from: Callable[..., Session], look: Look
) -> None:
    event = {
        "id": "one",
        "lane": "drugs",
        "title": {"en": "Drug"},
        "when": {"day": 1},
        "evidence": {"kind": "reported"},
        "outcome": {"sign": "stoped", "text": "stopped"},
    }
    session = opened_from(events=[event])
    panel = panel_of(qtbot, session, look)
    session.select("one")
    assert session.problems[0].place in shown(panel)


def test_of_a_day_with_hundreds_of_events_some_are_links_and_the_rest_counted(
    qtbot: QtBot, opened_from: Callable[..., Session], look: Look
) -> None:
    def event(number: int, end: object) -> dict[str, object]:
        when = {"start": {"day": 0}, "end": end}
        plain = {"lane": "drugs", "when": when, "evidence": {"kind": "reported"}}
        return plain | {"id": f"e{number}", "title": f"Drug {number}"}

    events = [event(n, {"day": 9}) for n in range(300)]
    events += [event(n, "unknown") for n in range(300, 600)]
    session = opened_from(events=events)
    panel = panel_of(qtbot, session, look)
    session.point_at(5.5)
    texts = shown(panel)
    assert "Drug 0" in texts
    assert "Drug 300" in texts
    assert "Drug 299" not in texts
    assert texts.count(f"{300 - MOST_LINKS} more") == 2
    assert f"{300 - MOST_NAMED} more" in day_sentence(session.case, 5.5, session.counting, "en")
    assert len(day_lines(session.case, 5.5, session.counting, "en").splitlines()) == 602, (
        "copied in full"
    )
