"""Measurements and notes on slides: drawn by hand, kept, shown for all, and taken back."""

from __future__ import annotations

import math
from contextlib import closing

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.annotating_sessions import wait_saved
from tests.making_journals import JOURNAL, a_begin, a_record, annotation_id
from tests.ui.slides.conftest import OpenBench
from tests.ui.slides.looking import (
    Bench,
    click,
    colour,
    double_click,
    drag,
    move,
    place,
    wait_shown,
)
from viewer.io.annotations.journal_reading import read_journals
from viewer.io.annotations.own_journal import OwnJournal
from viewer.io.annotations.places import journal_path
from viewer.model.annotation import Content, Measured, OnSlide, PictureShape
from viewer.model.annotation_set import NO_ANNOTATIONS
from viewer.ui.slides.slide_view import SlideView

FIRST, SECOND = (0.3, 0.4), (0.6, 0.5)


def kept(bench: Bench) -> list[Content]:
    shown = bench.session.annotating.all.shown
    return [one.content for one in shown if one.content is not None]


def press(view: SlideView, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(view, key)


def um_between(view: SlideView, first: tuple[float, float], second: tuple[float, float]) -> float:
    """Give the distance on the slide as a ruler would (µm)."""
    ends = [view.to_slide(QPointF(place(view, at))) for at in (first, second)]
    return 0.25 * math.dist(*ends)


def draw_line(view: SlideView) -> None:
    press(view, Qt.Key.Key_L)
    drag(view, FIRST, SECOND)


def test_a_length_is_measured_and_kept(qtbot: QtBot, bench: Bench) -> None:
    view = bench.view
    draw_line(view)
    (content,) = kept(bench)
    assert content.kind == "shape"
    assert content.measured is not None
    assert content.measured.length_mm == pytest.approx(
        um_between(view, FIRST, SECOND) / 1000, rel=0.01
    )
    target = content.target
    assert isinstance(target, OnSlide)
    assert (target.report, target.slide) == ("r", "he.svs")
    assert target.shape is not None
    assert target.shape.kind == "line"
    wait_saved(qtbot, bench.session)
    folder = bench.folder.with_name(bench.folder.name + ".notes")
    records = [r for journal in read_journals([folder], "small") for r in journal.records]
    on_disk = NO_ANNOTATIONS.adding(records).shown
    assert [one.content for one in on_disk] == [content]


def test_it_is_drawn_in_the_colour_of_its_author(bench: Bench) -> None:
    view = bench.view
    middle = ((FIRST[0] + SECOND[0]) / 2, (FIRST[1] + SECOND[1]) / 2)
    before = colour(view, middle)
    draw_line(view)
    ours = view.look.theme.authors[0]
    near = [(middle[0], middle[1] + step / view.height()) for step in (-2, -1, 0, 1, 2)]
    assert colour(view, middle) != before
    assert min(_far(colour(view, at), ours) for at in near) < 40


def _far(one: QColor, other: QColor) -> int:
    ours, theirs = (c.getRgb()[:3] for c in (one, other))  # type: ignore[index]
    return max(abs(a - b) for a, b in zip(ours, theirs, strict=True))


def test_undo_takes_it_back_and_redo_brings_it_again(bench: Bench) -> None:
    draw_line(bench.view)
    bench.session.annotating.undo()
    assert kept(bench) == []
    assert bench.view.shapes == ()
    bench.session.annotating.redo()
    assert len(bench.view.shapes) == 1


def test_an_ellipse_and_an_area_are_measured(bench: Bench) -> None:
    view = bench.view
    press(view, Qt.Key.Key_E)
    drag(view, FIRST, SECOND)
    press(view, Qt.Key.Key_P)
    for at in ((0.2, 0.2), (0.4, 0.2), (0.4, 0.6), (0.2, 0.6)):
        click(view, at)
        move(view, (at[0] + 0.01, at[1]))
    press(view, Qt.Key.Key_Return)
    ellipse, polygon = kept(bench)
    width = um_between(view, FIRST, (SECOND[0], FIRST[1]))
    height = um_between(view, FIRST, (FIRST[0], SECOND[1]))
    assert ellipse.measured is not None
    assert ellipse.measured.area_mm2 == pytest.approx(math.pi / 4 * width * height / 1e6, rel=0.02)
    assert polygon.measured is not None
    sides = um_between(view, (0.2, 0.2), (0.4, 0.2)) * um_between(view, (0.2, 0.2), (0.2, 0.6))
    assert polygon.measured.area_mm2 == pytest.approx(sides / 1e6, rel=0.05)


def test_a_double_click_closes_an_area_and_backspace_takes_a_corner_back(bench: Bench) -> None:
    view = bench.view
    press(view, Qt.Key.Key_P)
    for at in ((0.2, 0.2), (0.9, 0.9)):
        click(view, at)
    press(view, Qt.Key.Key_Backspace)
    for at in ((0.4, 0.2), (0.4, 0.6)):
        click(view, at)
    double_click(view, (0.4, 0.6))
    (content,) = kept(bench)
    target = content.target
    assert isinstance(target, OnSlide)
    assert target.shape is not None
    expected = [
        view.to_slide(QPointF(place(view, at))) for at in ((0.2, 0.2), (0.4, 0.2), (0.4, 0.6))
    ]
    assert len(target.shape.points) == 3
    for corner, meant in zip(target.shape.points, expected, strict=True):
        assert corner == pytest.approx(meant, abs=0.2)


@pytest.mark.parametrize("key", [Qt.Key.Key_L, Qt.Key.Key_E, Qt.Key.Key_P, Qt.Key.Key_B])
def test_escape_gives_up_what_is_drawn_then_the_tool(bench: Bench, key: Qt.Key) -> None:
    view = bench.view
    press(view, key)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=place(view, FIRST))
    move(view, SECOND)
    assert view.drawing.points
    press(view, Qt.Key.Key_Escape)
    assert not view.drawing.points
    assert view.drawing.tool is not None
    press(view, Qt.Key.Key_Escape)
    assert view.drawing.tool is None
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=place(view, SECOND))
    assert kept(bench) == []


def test_a_click_or_two_corners_measure_nothing(bench: Bench) -> None:
    view = bench.view
    press(view, Qt.Key.Key_L)
    click(view, FIRST)
    assert view.drawing.tool == "line"
    press(view, Qt.Key.Key_P)
    click(view, FIRST)
    click(view, SECOND)
    press(view, Qt.Key.Key_Return)
    assert kept(bench) == []
    assert view.drawing.tool is None


def test_one_s_own_is_chosen_and_deleted_and_a_colleague_s_is_not(
    qtbot: QtBot, bench: Bench
) -> None:
    view = bench.view
    theirs = colleagues_line(qtbot, bench, ((100.0, 600.0), (1500.0, 640.0)))
    draw_line(view)
    mine = bench.session.state.selection
    assert mine is not None
    assert mine != theirs
    assert {one.id for one in view.shapes} == {mine, theirs}
    click(view, (0.5, 0.5 + 0))  # on empty ground nothing is chosen
    x, y = view.to_view((800.0, 620.0))
    click(view, (x / view.width(), y / view.height()))
    assert bench.session.state.selection == theirs
    press(view, Qt.Key.Key_Delete)
    assert {one.id for one in view.shapes} == {mine, theirs}
    middle = ((FIRST[0] + SECOND[0]) / 2, (FIRST[1] + SECOND[1]) / 2)
    click(view, middle)
    assert bench.session.state.selection == mine
    press(view, Qt.Key.Key_Delete)
    assert {one.id for one in view.shapes} == {theirs}
    bench.session.annotating.undo()
    assert len(view.shapes) == 2


def colleagues_line(
    qtbot: QtBot, bench: Bench, points: tuple[tuple[float, float], tuple[float, float]]
) -> str:
    """Let somebody else have measured on the slide, in a journal of their own."""
    shape = PictureShape(kind="line", points=points)
    target = OnSlide(report="r", slide="he.svs", shape=shape)
    content = Content(kind="shape", target=target, measured=Measured(length_mm=0.35))
    folder = bench.folder.with_name(bench.folder.name + ".notes")
    folder.mkdir(exist_ok=True)
    with closing(OwnJournal(journal_path(folder, JOURNAL), "small")) as journal:
        journal.open()
        journal.append([a_begin(case="small", name="Bob")])
        put = {"op": "put", "id": annotation_id(2), "content": content.model_dump()}
        journal.append([a_record(2, **put)])
    qtbot.waitUntil(lambda: len(bench.view.shapes) == 1, timeout=10_000)
    return annotation_id(2)


def test_a_note_on_a_region_is_begun_for_its_words(bench: Bench) -> None:
    begun: list[Content] = []
    bench.session.annotating.begun.connect(begun.append)
    press(bench.view, Qt.Key.Key_B)
    drag(bench.view, FIRST, SECOND)
    (content,) = begun
    target = content.target
    assert content.kind == "note"
    assert isinstance(target, OnSlide)
    assert target.shape is not None
    assert target.shape.kind == "box"
    assert kept(bench) == []


def test_without_a_stated_size_nothing_is_measured(qtbot: QtBot, open_bench: OpenBench) -> None:
    bench = open_bench([{"path": "photo.png"}], size=(1400, 900))
    press(bench.view, Qt.Key.Key_L)
    assert bench.view.drawing.tool is None
    assert bench.shelf.bar is not None
    faint = [one for one in bench.shelf.bar.actions_by_tool.values() if not one.isEnabled()]
    assert [one.text() for one in faint] == ["Length", "Ellipse", "Area"]
    assert all("does not state" in one.toolTip() for one in faint)
    press(bench.view, Qt.Key.Key_B)
    assert bench.view.drawing.tool == "box"


def test_whoever_was_not_asked_yet_is_asked_first(bench: Bench) -> None:
    waiting: list[object] = []
    bench.panel.author_wanted.connect(waiting.append)
    bench.session.annotating._identity = None
    draw_line(bench.view)
    assert kept(bench) == []
    (act,) = waiting
    bench.session.annotating.sign("Ann")
    assert callable(act)
    act()
    assert len(kept(bench)) == 1


def test_a_horizon_hides_what_was_drawn_without_one(qtbot: QtBot, bench: Bench) -> None:
    draw_line(bench.view)
    assert len(bench.view.shapes) == 1
    bench.session.hide_after(5)
    wait_shown(qtbot, bench.shelf)
    assert bench.view.shapes == ()
    bench.session.hide_after(1)
    assert bench.panel.shelf is None
