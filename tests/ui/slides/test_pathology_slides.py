"""Slides on the pathology panel: beside the report, chosen from it, on a stage, in other looks."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from tests.making_slides import tissue, write_slide
from tests.ui.panels.panel_words import link
from tests.ui.slides.conftest import SLIDES, OpenBench
from tests.ui.slides.looking import Bench, texts, wait_shown
from viewer.io.case_store import open_case
from viewer.model.annotating import Edit
from viewer.model.annotation import Content, OnSlide, PictureShape
from viewer.model.pictures import PictureLimits
from viewer.ui.look import Look
from viewer.ui.present.stage_look import StageLook
from viewer.ui.slides.slide_view import SlideView

STAINS = [
    {"marker": "Synaptophysin", "result": "+"},
    {"marker": "Ki-67", "result": "+", "percent": 27},
]


def test_a_report_without_slides_has_no_room_for_any(qtbot: QtBot, open_bench: OpenBench) -> None:
    bench = open_bench([{"path": "he.svs", "known_from": 9}])
    assert len(bench.shelf.views) == 1
    bench.session.hide_after(5)
    assert bench.panel.findChild(SlideView) is None
    qtbot.waitUntil(lambda: bench.panel.page.height() == bench.panel.height())
    assert not any("he.svs" in words for words in texts(bench.panel.page))


def test_a_row_of_the_stain_table_shows_its_slide(qtbot: QtBot, open_bench: OpenBench) -> None:
    bench = open_bench(stains=STAINS)
    assert bench.shelf.shown == ("he.svs",)
    link(bench.panel.page, "Ki-67").click()
    wait_shown(qtbot, bench.shelf)
    assert bench.shelf.shown == ("ki67.tiff",)
    assert bench.view.info.path == "ki67.tiff"
    with pytest.raises(AssertionError):
        link(bench.panel.page, "Synaptophysin")  # it has no slide


def test_scores_have_a_column_where_there_are_any(open_bench: OpenBench) -> None:
    plain = open_bench(stains=STAINS)
    assert "Score" not in texts(plain.panel.page)
    scored = open_bench(stains=[*STAINS, {"marker": "HER2", "result": "+", "score": "3+"}])
    said = texts(scored.panel.page)
    assert "Score" in said
    assert "3+" in said


def test_a_made_up_slide_says_so(open_bench: OpenBench) -> None:
    assert "Synthetic" in open_bench(evidence="synthetic").view.accessibleDescription()
    assert open_bench().view.accessibleDescription() == ""


def test_a_slide_stays_where_it_stands_while_the_cursor_moves(qtbot: QtBot, bench: Bench) -> None:
    bench.view.zoom_to(1.0)
    stand, view = bench.view.stand, bench.view
    bench.session.point_at(4)
    texts(bench.panel)
    assert bench.view is view
    assert view.stand == stand


def test_another_case_has_slides_of_its_own_whatever_they_are_called(
    qtbot: QtBot, bench: Bench, tmp_path: Path
) -> None:
    other = Path(shutil.copytree(bench.folder, tmp_path / "other"))
    write_slide(other / "he.svs", tissue(500, 400))
    bench.session.open(open_case(other))
    bench.session.select("r")
    wait_shown(qtbot, bench.shelf)
    assert (bench.view.info.width, bench.view.info.um_per_px) == (500, None)


def test_a_picture_beyond_the_limit_is_shown_once_that_is_raised(
    qtbot: QtBot, open_bench: OpenBench
) -> None:
    bench = open_bench([{"path": "photo.png"}])
    assert len(bench.shelf.views) == 1
    bench.session.pictures.set_limits(PictureLimits(picture_bytes=1000))
    wait_shown(qtbot, bench.shelf)
    assert bench.shelf.views == ()
    assert any("must be decoded at once" in words for words in texts(bench.shelf))
    bench.session.pictures.set_limits(PictureLimits())
    wait_shown(qtbot, bench.shelf)
    assert bench.view.info.width == 640


def test_another_look_keeps_what_is_shown(qtbot: QtBot, open_bench: OpenBench) -> None:
    look = Look("light")
    bench = open_bench(look=look)
    bench.view.zoom_to(1.0)
    stand, ground = bench.view.stand, look.theme.paper
    look.set_theme("dark")
    wait_shown(qtbot, bench.shelf)
    assert bench.view.stand == stand
    assert look.theme.paper != ground
    look.set_theme("light")


def test_a_chosen_note_shows_the_slide_it_is_on(qtbot: QtBot, bench: Bench) -> None:
    shape = PictureShape(kind="box", points=((10.0, 10.0), (90.0, 70.0)))
    target = OnSlide(report="r", slide="ki67.tiff", shape=shape)
    id_ = bench.session.annotating.new_id()
    note = Content(kind="note", target=target, text="Hot spot")
    bench.session.annotating.edit(Edit("Add note", {id_: note}))
    bench.session.point_at(4)
    bench.session.select(id_)
    wait_shown(qtbot, bench.shelf)
    assert bench.shelf.shown == ("ki67.tiff",)
    assert [one.id for one in bench.view.shapes] == [id_]


def test_in_a_small_panel_everything_stands_in_menus(qtbot: QtBot, open_bench: OpenBench) -> None:
    bench = open_bench(size=(340, 420))
    bar = bench.shelf.bar
    assert bar is not None

    def said() -> list[str]:
        return [one.text() for one in bar.findChildren(QToolButton) if one.isVisible()]

    qtbot.waitUntil(lambda: said() == ["H&&E", "Tools", "Enlarge"])
    tools = next(one for one in bar.findChildren(QToolButton) if one.text() == "Tools").menu()
    offered = [one.text() for one in tools.actions() if one.text()]
    assert offered == ["Fit", "1:1", "Objective", "Length", "Ellipse", "Area", "Note", "Beside"]
    menu = next(one for one in bar.findChildren(QToolButton) if one.text() == "H&&E").menu()
    menu.actions()[2].trigger()
    wait_shown(qtbot, bench.shelf)
    assert bench.view.info.path == "photo.png"
    bench.panel.resize(1500, 900)
    qtbot.waitUntil(lambda: "Length" in said())
    assert bench.panel.parts.orientation() == Qt.Orientation.Horizontal


def test_on_a_stage_the_slide_stands_without_tools(open_bench: OpenBench) -> None:
    bench = open_bench(look=StageLook("en", 1080))
    assert bench.shelf.bar is None
    assert not bench.view.navigator.is_wanted
    assert bench.view.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert not bench.shelf.findChildren(QToolButton)
    said = texts(bench.shelf)
    assert not any(slide.get("title") in said for slide in SLIDES)


def test_it_is_enlarged_as_it_stands_and_back_with_escape(qtbot: QtBot, bench: Bench) -> None:
    bench.view.zoom_to(0.7)
    view, stand, panel = bench.view, bench.view.stand, bench.panel.window()
    assert bench.shelf.bar is not None
    bench.shelf.bar.enlarge_wanted.emit()
    assert bench.shelf.window() is not panel
    qtbot.waitUntil(bench.shelf.isVisible)
    assert bench.view is view
    assert view.stand == stand
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert bench.shelf.window() is panel
    assert bench.panel.parts.indexOf(bench.shelf) == 0
    assert view.stand == stand


def test_under_a_horizon_no_large_slide_stays(qtbot: QtBot, bench: Bench) -> None:
    assert bench.shelf.bar is not None
    bench.shelf.bar.enlarge_wanted.emit()
    qtbot.waitUntil(bench.shelf.isVisible)
    large = bench.shelf.window()
    assert large is not bench.panel.window()
    bench.session.hide_after(1)
    assert not large.isVisible()
    assert bench.panel.findChild(SlideView) is None
