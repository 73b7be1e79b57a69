"""Measurements on pictures and added studies: list, thread, editor and details."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.annotating_making import (
    a_diameter,
    a_measurement,
    a_note,
    a_shape,
    an_added_study,
)
from tests.ui.panels.panel_words import follow_cursor, link, put_on_screen, shown, told
from tests.ui.panels.test_annotations_panel import Desk, desk, focused
from viewer.model.annotating import decision
from viewer.model.annotation import AddedStudy, Content, OnImage, OnSlide, Unfinished
from viewer.model.time import Instant, Interval
from viewer.ui.look import Look
from viewer.ui.panels.annotations.rows import Column
from viewer.ui.panels.details import DetailsPanel
from viewer.ui.panels.imaging import ImagingPanel

__all__ = ["desk"]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
STUDY = "study-ct-admission"


@pytest.fixture
def full(desk: Desk) -> Desk:
    """A diameter, statistics in an ellipse, a note on a slide, and an added study."""
    region = OnSlide(report=desk.session.case.reports[0].id, slide="he.svs", shape=a_shape("box"))
    statistics = {"area_mm2": 312.0, "mean": 48.0, "sd": 12.0, "unit": "HU"}
    desk.put(
        a_diameter(27, "Pancreas", STUDY),
        a_measurement(a_shape("ellipse"), STUDY, measured=statistics, text="necrosis?"),
        a_note("Mitoses here", region),
        an_added_study("CT elsewhere", study={"when": Instant(day=30)}),
    )
    return desk


def test_each_is_listed_with_what_it_says_and_where(full: Desk) -> None:
    assert set(zip(full.rows(), full.rows(Column.WHERE), full.rows(Column.KIND), strict=True)) == {
        (
            "Length 27.0 mm; diameter of lesion Pancreas",
            "CT on admission",
            "Measurement on a picture",
        ),
        (
            "Ellipse 312 mm²; mean 48 HU; SD 12; necrosis?",
            "CT on admission",
            "Measurement on a picture",
        ),
        ("Mitoses here", "Needle biopsy, liver and pancreas", "Note"),
        ("CT elsewhere (added by Ann)", "day 30", "Added study"),
    }


def test_they_stand_in_the_order_of_the_days_of_their_pictures(full: Desk) -> None:
    assert [row.split(";")[0] for row in full.rows()] == [
        "Length 27.0 mm",
        "Ellipse 312 mm²",
        "Mitoses here",
        "CT elsewhere (added by Ann)",
    ]


def test_filters_find_them_by_kind_and_by_their_words(full: Desk) -> None:
    filters = full.panel.filters
    full.choose(filters.kind, "Measurement on a picture")
    assert len(full.rows()) == 2
    full.choose(filters.kind, "Added study")
    assert full.rows() == ["CT elsewhere (added by Ann)"]
    filters.clear()
    filters.text.setText("pancreas")
    assert len(full.rows()) == 2  # the lesion, and the report on whose slide the note is


def test_a_click_goes_to_the_study_so_that_its_panel_shows_it(full: Desk, qtbot: QtBot) -> None:
    imaging = ImagingPanel(full.session, Look("light"))
    window = put_on_screen(qtbot, imaging, 600)
    full.session.point_at(120)
    follow_cursor()
    full.click_row(1)
    state = full.session.state
    assert full.session.annotations.content(str(state.selection)) is not None
    assert state.cursor == pytest.approx(0.5)
    assert "CT on admission" in " ".join(shown(imaging))
    link(full.panel, "Measurement on a picture: CT on admission").click()
    assert full.session.state.selection == STUDY
    window.close()


def test_the_thread_says_all_that_was_measured(full: Desk) -> None:
    full.click_row(1)
    thread = [line.strip("\u2068\u2069") for line in full.thread()]
    assert "Ellipse 312 mm²; mean 48 HU; SD 12" in thread
    assert "necrosis?" in thread
    full.click_row(3)
    thread = full.thread()
    assert "CT elsewhere" in thread
    assert any(line.startswith("added by Ann") for line in thread)
    assert not any("/elsewhere" in line for line in full.thread())


def test_a_measurement_takes_a_text_and_tags_and_stays_as_it_was_drawn(full: Desk) -> None:
    full.click_row(0)
    id_ = str(full.session.state.selection)
    before = full.content(id_)
    full.edit(id_)
    fields = full.panel.editor.fields
    assert fields.title.isHidden()
    assert fields.first.isHidden()
    fields.text.setPlainText("on the portal phase")
    fields.tags.setText("size")
    full.done()
    wanted = {"text": "on the portal phase", "tags": ("size",)}
    assert full.content(id_) == before.model_copy(update=wanted)
    assert full.session.annotating.stack.undoText() == "Change Measurement on a picture"


def test_an_added_study_takes_another_title_and_day_and_keeps_its_place_on_the_disk(
    full: Desk,
) -> None:
    full.click_row(3)
    id_ = str(full.session.state.selection)
    full.edit(id_)
    fields = full.panel.editor.fields
    assert fields.title.isVisible()
    assert "Title of the study" in shown(full.panel)
    assert fields.lane.isHidden()
    assert focused() is fields.title
    fields.title.setText(" ")
    full.done()
    assert "Give the study a title." in shown(full.panel)
    fields.title.setText("CT of the chest")
    fields.first.setValue(33)
    fields.last.setValue(35)
    full.done()
    study = full.content(id_).study
    assert study == AddedStudy(
        title="CT of the chest",
        modality="CT",
        when=Interval(start=Instant(day=33), end=Instant(day=35)),
        path="/elsewhere/ct",
    )


def test_what_is_half_typed_of_an_added_study_is_kept_as_typed(full: Desk) -> None:
    full.click_row(3)
    id_ = str(full.session.state.selection)
    full.edit(id_)
    fields = full.panel.editor.fields
    fields.title.setText("")
    typed = fields.as_typed()
    assert isinstance(typed, Unfinished)
    full.panel.editor.abandon()
    assert full.panel.write(id_, typed)
    assert fields.title.text() == ""


def test_a_note_on_a_region_is_written_and_read_in_the_form(desk: Desk) -> None:
    target = OnImage(study=STUDY, picture="1.2:0", shape=a_shape("polygon", (0, 0), (4, 0), (2, 3)))
    id_ = desk.session.annotating.new_id()
    assert desk.panel.write(id_, Content(kind="note", target=target))
    desk.settle()
    fields = desk.panel.editor.fields
    assert any("Note: CT on admission" in line for line in shown(desk.panel))
    assert fields.first.isHidden()
    fields.text.setPlainText("*Washout* here")
    desk.done()
    assert desk.content(id_) == Content(kind="note", target=target, text="*Washout* here")
    assert desk.rows() == ["Washout here"]
    (answer,) = desk.colleague("Ben", decision(id_, is_resolved=True))
    assert answer
    assert desk.rows() == ["New: Washout here (resolved)"]


def test_a_picture_that_is_not_here_is_said_to_be_none(desk: Desk) -> None:
    desk.put(a_measurement(study="gone"))
    assert desk.rows(Column.WHERE) == ["a picture that is not here"]
    desk.click_row(0)
    assert "Measurement on a picture: a picture that is not here" in shown(desk.panel.page)


# -- details ---------------------------------------------------------------------------------------


@pytest.fixture
def details(full: Desk, qtbot: QtBot) -> Iterator[DetailsPanel]:
    panel = DetailsPanel(full.session, Look("light"))
    window = put_on_screen(qtbot, panel, 600)
    yield panel
    window.close()


def test_the_details_of_a_study_name_what_was_measured_on_its_pictures(
    full: Desk, details: DetailsPanel
) -> None:
    full.session.select(STUDY)
    said = shown(details)
    assert "Ann: Length 27.0 mm; diameter of lesion Pancreas" in said


def test_the_details_of_an_added_study_say_who_has_added_it(
    full: Desk, details: DetailsPanel
) -> None:
    (id_,) = full.put(a_measurement(study=added_id(full)))
    full.session.select(added_id(full))
    said = shown(details)
    assert said[0] == "CT elsewhere"
    assert "added by Ann" in said
    assert "Reported by the source" not in " ".join(told(details))
    assert "Ann: Length 23.4 mm" in said
    link(details, "Ann: Length 23.4 mm").click()
    assert full.session.state.selection == id_


def added_id(desk: Desk) -> str:
    shown_ = desk.session.shown.studies(desk.session.annotations)
    return next(one.study.id for one in shown_ if one.author)


def test_the_latest_study_of_a_day_may_be_one_that_was_added(
    full: Desk, details: DetailsPanel
) -> None:
    full.session.point_at(31)
    follow_cursor()
    said = shown(details)
    assert "CT elsewhere" in said
    assert any("added by Ann" in line for line in said)
    full.delete(added_id(full))
    assert "CT elsewhere" not in shown(details)


def test_the_details_of_a_sum_tell_diameters_changes_and_response(
    opened_from: Any, qtbot: QtBot
) -> None:
    evidence = {"kind": "reported"}

    def study(name: str, day: int, mm: float) -> dict[str, Any]:
        lesion = {"name": "A", "site": "Liver", "diameter_mm": mm, "evidence": evidence}
        when = {"id": name, "title": name, "modality": "CT", "when": {"day": day}}
        return when | {"evidence": evidence, "lesions": [lesion]}

    session = opened_from(studies=[study("Before", 0, 40), study("After", 30, 20)])
    panel = DetailsPanel(session, Look("light"))
    window = put_on_screen(qtbot, panel, 700)
    session.select("sum-of-lesion-diameters")
    said = "\n".join(shown(panel))
    assert "20 mm, day 30; After: A (Liver) 20 mm; −50.0\u202f% from baseline (Before)" in said
    assert "Partial response (PR) by target lesions alone" in said
    session.select("After")
    assert "A (Liver): 20 mm" in shown(panel)
    window.close()
