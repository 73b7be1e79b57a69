"""Adding images in the real window: found, described, kept, and there again."""

from __future__ import annotations

import json
import os
import re
import shutil
import stat
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.dicom_files import make_ct_series
from tests.e2e.adding_hand import (
    choose,
    choose_when,
    dialog_of,
    drop,
    press_add,
    rows,
    searched,
    told,
    type_over,
    with_date,
)
from tests.e2e.annotating_hand import (
    activate,
    annotations_in,
    click_link,
    give_name,
    list_of,
    saved,
)
from tests.e2e.measuring_hand import press
from tests.e2e.programs import Opened
from tests.e2e.screen import read, seen, settle
from viewer.model.noted_studies import studies_to_show
from viewer.model.pictures import PictureLimits
from viewer.paths import first_case
from viewer.ui.window import Window

KEYS = "Ctrl+Alt+A"


@pytest.fixture
def ct(tmp_path: Path) -> Path:
    """A folder of one small CT, beside the case."""
    folder = tmp_path / "images"
    make_ct_series(folder, StudyDate="20210413", SeriesDescription="Portal phase")
    return folder


def added_in(window: Window) -> list[str]:
    session = window.session
    shown = studies_to_show(session.case, session.annotations)
    return [one.study.title.pick("en") for one in shown if one.path is not None]


def open_dialog(window: Window, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    choose(monkeypatch, folder)
    press(window, KEYS)


# -- the way through ------------------------------------------------------------------------------


def test_a_folder_is_added_and_is_there_again(
    qtbot: QtBot, opened: Opened, case: Path, ct: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (case / "case.json").read_bytes()
    program = opened()
    window = program.window
    open_dialog(window, monkeypatch, ct)
    dialog = searched(qtbot, window)
    assert rows(dialog) == [("Portal phase", ["CT, Portal phase"])]
    assert not dialog.add.isEnabled()  # the case does not say which date day zero has
    assert "2021-04-13" in dialog.form.date.text()
    assert "Say when it was made" in dialog.wanting.text()
    type_over(dialog.form.title, "CT of the liver")
    choose_when(dialog, "between", "30", "33")
    press_add(dialog)
    give_name(window, "Ann Meier")
    saved(qtbot, window)
    assert added_in(window) == ["CT of the liver"]
    mark = seen(window, "CT of the liver")
    assert (mark.kind, mark.signs) == ("diagnostic", ("picture",))
    (kept,) = annotations_in(case)
    assert '"../images"' in str(kept).replace("'", '"')
    assert (case / "case.json").read_bytes() == before
    program.close()

    again = opened().window
    assert added_in(again) == ["CT of the liver"]
    press(again, "Ctrl+Shift+A")
    assert any("CT of the liver" in row and "Ann Meier" in row for row in list_of(again))


def test_the_day_is_worked_out_where_day_zero_has_a_date(
    qtbot: QtBot,
    opened: Opened,
    ann: str,
    case: Path,
    ct: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with_date(case, "2021-04-01")
    window = opened().window
    open_dialog(window, monkeypatch, ct)
    dialog = searched(qtbot, window)
    assert dialog.form.date.text() == "2021-04-13 = day 12"
    press_add(dialog)
    (one,) = [s for s in studies_to_show(window.session.case, window.session.annotations) if s.path]
    assert one.study.when.model_dump(exclude_none=True) == {
        "day": 12.0,
        "precision": "day",
        "evidence": "derived",
    }
    assert window.session.state.selection == one.study.id
    assert 12 <= window.session.state.cursor < 13


def test_the_panel_shows_the_study_that_was_added_on_its_day_and_after(
    qtbot: QtBot,
    opened: Opened,
    ann: str,
    case: Path,
    ct: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with_date(case, "2021-03-14")
    window = opened().window
    open_dialog(window, monkeypatch, ct)
    press_add(searched(qtbot, window))
    window.session.point_at(29.5)
    settle()
    panel = window.panels.imaging
    assert "CT before TAE" in read(panel)
    assert panel.pictured is None or not panel.pictured.page.isVisible()
    window.session.point_at(31.5)
    settle()
    assert "Portal phase" in read(panel)
    qtbot.waitUntil(lambda: panel.pictured is not None and panel.pictured.page.shown is not None)


def test_what_lies_before_and_after_an_embolisation_is_compared_from_its_details(
    qtbot: QtBot,
    opened: Opened,
    ann: str,
    case: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with_date(case, "2021-04-01")
    folder = tmp_path / "two"
    for number, (date, title) in enumerate((("20210403", "Early"), ("20210513", "Late")), 1):
        make_ct_series(folder / title, series=str(number), StudyDate=date, SeriesDescription=title)
    file = case / "case.json"
    raw = json.loads(file.read_text("utf-8"))
    raw["studies"] = []  # else those of the report, which have no pictures, are nearer
    file.write_text(json.dumps(raw), "utf-8")
    window = opened().window
    open_dialog(window, monkeypatch, folder)
    press_add(searched(qtbot, window))
    window.session.select("tae-right")
    settle()
    details = read(window.panels.details)
    assert "last before, day 2, added by Ann" in details
    assert "first after, day 42, added by Ann" in details
    click_link(window.panels.details, "Compare before and after")
    panel = window.panels.imaging
    assert panel.pictured is not None
    pages = panel.pictured.pages
    qtbot.waitUntil(
        lambda: pages.first.shown is not None and pages.second.shown is not None, timeout=10_000
    )
    assert pages.second.isVisible()
    assert [page.shown.series.title for page in (pages.first, pages.second)] == ["Early", "Late"]


def test_adding_is_one_step_that_can_be_undone(
    qtbot: QtBot,
    opened: Opened,
    ann: str,
    case: Path,
    ct: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with_date(case, "2021-04-01")
    window = opened().window
    open_dialog(window, monkeypatch, ct)
    press_add(searched(qtbot, window))
    activate(window)
    press(window, "Ctrl+Z")
    assert added_in(window) == []
    press(window, "Ctrl+Shift+Z")
    assert added_in(window) == ["Portal phase"]


def test_several_studies_are_offered_and_those_ticked_are_added(
    qtbot: QtBot,
    opened: Opened,
    ann: str,
    case: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with_date(case, "2021-04-01")
    folder = tmp_path / "two"
    make_ct_series(folder / "a", series="1", StudyDate="20210403", SeriesDescription="Before")
    make_ct_series(folder / "b", series="2", StudyDate="20210513", SeriesDescription="After")
    make_ct_series(folder / "c", series="3", StudyDate="20210513", SeriesDescription="Thin")
    window = opened().window
    open_dialog(window, monkeypatch, folder)
    dialog = searched(qtbot, window)
    assert [title for title, _ in rows(dialog)] == ["Before", "CT"]
    first, second = dialog.found.topLevelItem(0), dialog.found.topLevelItem(1)
    assert first is not None
    assert second is not None
    first.setCheckState(0, Qt.CheckState.Unchecked)
    second.child(1).setCheckState(0, Qt.CheckState.Unchecked)
    dialog.found.setCurrentItem(second)
    assert dialog.form.date.text() == "2021-05-13 = day 42"
    press_add(dialog)
    assert added_in(window) == ["CT"]
    (content,) = [one.content for one in window.session.annotations.shown]
    assert content is not None
    assert content.study is not None
    assert len(content.study.series) == 1


def test_a_png_is_added_with_a_title_of_its_own(
    qtbot: QtBot, opened: Opened, ann: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from PIL import Image

    folder = tmp_path / "Jane Doe"
    folder.mkdir()
    Image.new("RGB", (40, 30), "navy").save(folder / "one.png")
    window = opened().window
    open_dialog(window, monkeypatch, folder)
    dialog = searched(qtbot, window)
    assert dialog.form.title.text() == ""  # a folder is often called by the patient's name
    assert "burned into" in dialog.burned.text()
    assert dialog.burned.isVisible()
    type_over(dialog.form.title, "Photograph")
    choose_when(dialog, "on", "5")
    press_add(dialog)
    assert added_in(window) == ["Photograph"]


def test_a_day_outside_the_course_is_said_to_be_that(
    qtbot: QtBot,
    opened: Opened,
    ann: str,
    case: Path,
    ct: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with_date(case, "1999-04-01")
    window = opened().window
    open_dialog(window, monkeypatch, ct)
    dialog = searched(qtbot, window)
    assert "lies outside the days of this course" in dialog.wanting.text()
    press_add(dialog)
    assert added_in(window) == ["Portal phase"]


def test_what_a_horizon_hides_is_kept_and_that_is_said(
    qtbot: QtBot,
    opened: Opened,
    ann: str,
    case: Path,
    ct: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with_date(case, "2021-04-01")
    window = opened().window
    window.session.hide_after(5)
    settle()
    open_dialog(window, monkeypatch, ct)
    press_add(searched(qtbot, window))
    assert added_in(window) == []
    assert "hidden now" in window.notice.words.text()
    window.session.hide_after(12)
    settle()
    assert added_in(window) == ["Portal phase"]


def test_the_arrow_keys_come_past_what_was_added(
    qtbot: QtBot,
    opened: Opened,
    ann: str,
    case: Path,
    ct: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with_date(case, "2021-03-14")  # the study is of day 30
    window = opened().window
    open_dialog(window, monkeypatch, ct)
    press_add(searched(qtbot, window))
    added = window.session.state.selection
    activate(window)
    press(window, "Left")
    assert window.session.state.selection == "tae-left"
    press(window, "Right")
    assert window.session.state.selection == added


# -- dropping -------------------------------------------------------------------------------------


def test_a_dropped_folder_of_images_is_looked_through(
    qtbot: QtBot, opened: Opened, ct: Path
) -> None:
    window = opened().window
    assert drop(window, [ct])
    assert rows(searched(qtbot, window))
    dialog_of(window).reject()


def test_dropped_files_of_one_folder_are_looked_through_together(
    qtbot: QtBot, opened: Opened, ct: Path
) -> None:
    window = opened().window
    assert drop(window, sorted(ct.iterdir())[:2])
    assert rows(searched(qtbot, window)) == [("Portal phase", ["CT, Portal phase"])]
    dialog_of(window).reject()


def test_a_dropped_case_is_opened_as_before(qtbot: QtBot, opened: Opened) -> None:
    window = opened().window
    drop(window, [first_case()])
    qtbot.waitUntil(lambda: window.session.opened.path == first_case().absolute())


def test_without_a_case_it_is_said_what_is_needed(
    qtbot: QtBot, opened: Opened, ct: Path, tmp_path: Path
) -> None:
    from viewer.session.session import Session
    from viewer.session.settings import Settings
    from viewer.ui.look import Look

    window = Window(Session(), Look(), Settings(tmp_path / "none.ini"))
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    assert drop(window, [ct])
    assert "open the case first" in window.notice.words.text()
    assert not window.actions_by_name["add_images"].isEnabled()


# -- unhappy ways ---------------------------------------------------------------------------------


def test_an_empty_folder_and_one_without_pictures_say_so(
    qtbot: QtBot, opened: Opened, tmp_path: Path
) -> None:
    folder = tmp_path / "none"
    folder.mkdir()
    window = opened().window
    drop(window, [folder])
    dialog = searched(qtbot, window)
    assert "There are no pictures in “none”." in dialog.state.text()
    assert not dialog.add.isEnabled()
    dialog.reject()
    settle()
    (folder / "letter.txt").write_text("Dear colleague")
    drop(window, [folder])
    dialog = searched(qtbot, window)
    assert "Files that are no pictures: 1." in dialog.state.text()
    dialog.reject()


def test_what_cannot_be_shown_is_told_by_its_name(qtbot: QtBot, opened: Opened, ct: Path) -> None:
    (ct / "broken.dcm").write_bytes(b"")
    window = opened().window
    drop(window, [ct])
    dialog = searched(qtbot, window)
    assert any("broken.dcm" in line for line in told(dialog))
    assert rows(dialog)
    dialog.reject()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_a_folder_that_may_not_be_read_says_so(qtbot: QtBot, opened: Opened, ct: Path) -> None:
    ct.chmod(0)
    window = opened().window
    drop(window, [ct])
    dialog = searched(qtbot, window)
    assert "cannot be looked through" in dialog.state.text()
    dialog.reject()
    ct.chmod(stat.S_IRWXU)


def test_the_limits_that_a_person_sets_hold_here_too(
    qtbot: QtBot, opened: Opened, ct: Path
) -> None:
    window = opened().window
    window.session.pictures.set_limits(PictureLimits(files=2))
    drop(window, [ct])
    dialog = searched(qtbot, window)
    found = [one.text(1) for one in [dialog.found.topLevelItem(0)] if one is not None]
    assert found == ["2"]
    assert len(told(dialog)) >= 1
    dialog.reject()


def test_a_folder_that_vanishes_says_so(qtbot: QtBot, opened: Opened, ct: Path) -> None:
    window = opened().window
    shutil.rmtree(ct)
    drop(window, [ct])
    dialog = searched(qtbot, window)
    assert "cannot be looked through" in dialog.state.text()
    assert str(ct) in dialog.state.text()
    dialog.reject()


def test_thousands_of_other_files_are_looked_at_and_left_out(
    qtbot: QtBot, opened: Opened, ct: Path
) -> None:
    for number in range(5_000):
        (ct / f"{number}.txt").write_text("x")
    window = opened().window
    drop(window, [ct])
    dialog = searched(qtbot, window)
    assert "Files that are no pictures: 5000." in dialog.state.text()
    assert rows(dialog) == [("Portal phase", ["CT, Portal phase"])]
    dialog.reject()


def test_cancelling_adds_nothing_and_stops_looking(
    qtbot: QtBot, opened: Opened, ann: str, ct: Path, case: Path
) -> None:
    window = opened().window
    drop(window, [ct])
    QTest.keyClick(dialog_of(window), Qt.Key.Key_Escape)
    settle()
    assert QApplication.activeModalWidget() is None
    assert added_in(window) == []
    assert annotations_in(case) == []


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="folders are not protected there")
def test_a_case_in_a_read_only_folder_takes_images_too(
    qtbot: QtBot,
    opened: Opened,
    ann: str,
    case: Path,
    ct: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with_date(case, "2021-04-01")
    case.chmod(stat.S_IRUSR | stat.S_IXUSR)
    window = opened().window
    open_dialog(window, monkeypatch, ct)
    press_add(searched(qtbot, window))
    saved(qtbot, window)
    assert added_in(window) == ["Portal phase"]
    case.chmod(stat.S_IRWXU)


# -- where they are now ---------------------------------------------------------------------------


def test_moved_images_are_found_again_by_their_author(
    qtbot: QtBot,
    opened: Opened,
    ann: str,
    case: Path,
    ct: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with_date(case, "2021-04-01")
    window = opened().window
    open_dialog(window, monkeypatch, ct)
    press_add(searched(qtbot, window))
    saved(qtbot, window)
    moved = ct.rename(tmp_path / "elsewhere")
    window.session.pictures.forget()  # as another run of the program would not know them either
    window.panels.imaging.show_state()
    choose(monkeypatch, moved)
    id_ = window.session.state.selection
    assert id_ is not None
    panel = window.panels.imaging
    where = re.escape(f"expected at “{ct}”")
    qtbot.waitUntil(lambda: re.search(where, read(panel)) is not None, timeout=10_000)
    click_link(panel, "Find the images…")
    saved(qtbot, window)
    qtbot.waitUntil(lambda: panel.pictured is not None and panel.pictured.page.isVisible())
    qtbot.waitUntil(lambda: "expected at" not in read(panel), timeout=10_000)
    content = window.session.annotations.content(id_)
    assert content is not None
    assert content.study is not None
    assert content.study.path == "../elsewhere"
    assert content.study.title == "Portal phase"
