"""The details of a procedure lead to the studies before and after it."""

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from tests.ui.panels.panel_words import link, shown
from viewer.session.session import Session
from viewer.ui.export.print_look import PrintLook
from viewer.ui.look import Look
from viewer.ui.panels.details import DetailsPanel

REPORTED = {"kind": "reported"}
LANES = [
    {"id": "procedures", "title": "Procedures", "kind": "procedure"},
    {"id": "drugs", "title": "Drugs", "kind": "drug"},
]
EVENTS = [
    {
        "id": lane,
        "lane": lane,
        "title": f"one of {lane}",
        "when": {"day": 12},
        "evidence": REPORTED,
    }
    for lane in ("procedures", "drugs")
]


def ct(id_: str, when: dict[str, object], **more: object) -> dict[str, object]:
    return {"id": id_, "title": id_, "modality": "CT", "when": when, "evidence": REPORTED} | more


def details_of(qtbot: QtBot, session: Session, look: Look, id_: str) -> DetailsPanel:
    panel = DetailsPanel(session, look)
    qtbot.addWidget(panel)
    session.select(id_)
    return panel


def test_the_embolisation_offers_the_ct_before_and_the_one_after(
    qtbot: QtBot, session: Session, look: Look
) -> None:
    panel = details_of(qtbot, session, look, "tae-left")
    texts = shown(panel)
    assert "last before, before day 12" in texts
    assert "first after, within days 40–50" in texts
    assert "Compare before and after" not in texts  # the source has no pictures
    link(panel, "Contrast CT after TAE").click()
    assert session.state.selection == "study-contrast-ct"


def test_what_may_be_before_is_said_to_be_no_more_than_that(
    qtbot: QtBot, opened_from: Callable[..., Session], look: Look
) -> None:
    studies = [ct("same day", {"day": 12}), ct("some day", {"earliest": 12, "latest": 20})]
    for id_, study in zip(("a", "b"), studies, strict=True):
        study["id"] = id_
    session = opened_from(lanes=LANES, events=EVENTS, studies=studies)
    texts = shown(details_of(qtbot, session, look, "procedures"))
    assert any(text.startswith("may be before") for text in texts)
    assert any(text.startswith("may be after") for text in texts)
    assert not any("last before" in text or "first after" in text for text in texts)


def test_two_studies_with_pictures_can_be_asked_for_beside_one_another(
    qtbot: QtBot, opened_from: Callable[..., Session], look: Look
) -> None:
    studies = [
        ct("ct-1", {"day": 2}, images=[{"path": "one"}]),
        ct("ct-2", {"day": 40}, images=[{"path": "two"}]),
    ]
    session = opened_from(lanes=LANES, events=EVENTS, studies=studies)
    panel = details_of(qtbot, session, look, "procedures")
    with qtbot.waitSignal(panel.comparison_wanted) as asked:
        link(panel, "Compare before and after").click()
    assert asked.args == ["ct-1", "ct-2"]
    assert session.state.selection == "procedures"


def test_on_paper_nothing_is_offered_that_only_a_hand_could_do(
    qtbot: QtBot, opened_from: Callable[..., Session]
) -> None:
    studies = [
        ct("ct-1", {"day": 2}, images=[{"path": "one"}]),
        ct("ct-2", {"day": 40}, images=[{"path": "two"}]),
    ]
    session = opened_from(lanes=LANES, events=EVENTS, studies=studies)
    texts = shown(details_of(qtbot, session, PrintLook("en", 2.0), "procedures"))
    assert "last before, day 2" in texts
    assert "Compare before and after" not in texts


def test_only_procedures_have_a_before_and_an_after(
    qtbot: QtBot, opened_from: Callable[..., Session], look: Look
) -> None:
    session = opened_from(lanes=LANES, events=EVENTS, studies=[ct("ct-1", {"day": 2})])
    assert "ct-1" not in shown(details_of(qtbot, session, look, "drugs"))
