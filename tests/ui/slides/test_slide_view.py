"""A slide is looked at by wheel, mouse and keys, from all of it to its own pixels."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QSizeF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from tests.ui.slides.conftest import OpenBench
from tests.ui.slides.looking import (
    HE,
    Bench,
    away,
    click,
    colour,
    double_click,
    drag,
    move,
    place,
    texts,
    wait_shown,
    wheel,
)
from viewer.geometry.slides import fit
from viewer.ui.slides.slide_view import SlideView

MIDDLE = (0.5, 0.5)


def pixel_at(view: SlideView, at: tuple[float, float]) -> tuple[int, int]:
    x, y = view.to_slide(QPointF(place(view, at)) + QPointF(0.5, 0.5))
    return int(x), int(y)


def press(view: SlideView, key: Qt.Key) -> None:
    QTest.keyClick(view, key)


def button(bench: Bench, text: str) -> QToolButton:
    assert bench.shelf.bar is not None
    found = [one for one in bench.shelf.bar.findChildren(QToolButton) if one.text() == text]
    assert found, text
    return found[-1]


def test_all_of_the_slide_is_shown_first(bench: Bench) -> None:
    view = bench.view
    assert view.stand == fit(view.info, view.device)
    x, y = pixel_at(view, (0.45, 0.55))
    mean = HE[y - 4 : y + 4, x - 4 : x + 4].reshape(-1, 3).mean(0)
    assert away(colour(view, (0.45, 0.55)), mean) < 60


def test_its_own_pixels_are_shown_as_they_are(qtbot: QtBot, bench: Bench) -> None:
    view = bench.view
    press(view, Qt.Key.Key_1)
    wait_shown(qtbot, bench.shelf)
    assert view.stand.zoom == 1
    for at in (MIDDLE, (0.3, 0.6), (0.7, 0.5)):
        x, y = pixel_at(view, at)
        assert away(colour(view, at), HE[y, x]) == 0
    press(view, Qt.Key.Key_Plus)
    press(view, Qt.Key.Key_Plus)
    wait_shown(qtbot, bench.shelf)
    x, y = pixel_at(view, MIDDLE)
    assert view.stand.zoom == 4
    assert min(away(colour(view, MIDDLE), HE[y + i, x + j]) for i in (-1, 0) for j in (-1, 0)) == 0


def test_until_the_right_tiles_come_coarser_ones_are_shown(bench: Bench) -> None:
    view = bench.view
    press(view, Qt.Key.Key_1)
    assert not view.loader.is_idle  # nothing has come yet
    x, y = pixel_at(view, MIDDLE)
    mean = HE[y - 8 : y + 8, x - 8 : x + 8].reshape(-1, 3).mean(0)
    assert away(colour(view, MIDDLE), mean) < 60


def test_the_wheel_zooms_about_the_pointer(bench: Bench) -> None:
    view, at = bench.view, (0.3, 0.4)
    before, zoom = pixel_at(view, at), view.stand.zoom
    wheel(view, at, 2)
    assert view.stand.zoom == pytest.approx(2 * zoom)
    assert pixel_at(view, at) == pytest.approx(before, abs=3)
    wheel(view, at, -2)
    assert view.stand.zoom == pytest.approx(zoom)


def test_a_double_click_zooms_in_where_it_is(bench: Bench) -> None:
    view, at = bench.view, (0.6, 0.4)
    before, zoom = pixel_at(view, at), view.stand.zoom
    double_click(view, at)
    assert view.stand.zoom == pytest.approx(2 * zoom)
    assert pixel_at(view, at) == pytest.approx(before, abs=3)


def test_a_drag_and_the_arrows_move_it(qtbot: QtBot, bench: Bench) -> None:
    view = bench.view
    press(view, Qt.Key.Key_1)
    held = pixel_at(view, MIDDLE)
    drag(view, MIDDLE, (0.4, 0.5), (0.3, 0.4))
    assert pixel_at(view, (0.3, 0.4)) == pytest.approx(held, abs=2)
    wait_shown(qtbot, bench.shelf)
    x, y = pixel_at(view, MIDDLE)
    assert away(colour(view, MIDDLE), HE[y, x]) == 0
    before = view.stand
    press(view, Qt.Key.Key_Right)
    press(view, Qt.Key.Key_Down)
    assert view.stand.x > before.x
    assert view.stand.y > before.y
    press(view, Qt.Key.Key_Left)
    press(view, Qt.Key.Key_Up)
    assert (view.stand.x, view.stand.y) == pytest.approx((before.x, before.y))
    press(view, Qt.Key.Key_0)
    assert view.stand == fit(view.info, view.device)
    press(view, Qt.Key.Key_Minus)
    press(view, Qt.Key.Key_Minus)
    press(view, Qt.Key.Key_Minus)
    assert view.stand.zoom == pytest.approx(fit(view.info, view.device).zoom / 2)


def test_whole_stays_whole_whatever_size_the_panel_takes(qtbot: QtBot, bench: Bench) -> None:
    bench.panel.resize(500, 500)
    view = bench.view
    qtbot.waitUntil(lambda: view.width() < 500)
    assert view.stand == fit(view.info, view.device)


def test_the_overview_moves_the_view_and_can_be_hidden(bench: Bench) -> None:
    view = bench.view
    press(view, Qt.Key.Key_1)
    corner = view.navigator.place(QSizeF(view.size()))
    assert not corner.isEmpty()
    at = corner.center() + QPointF(corner.width() / 4, 0)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=at.toPoint())
    share = (at.toPoint().x() - corner.left()) / corner.width()
    assert view.stand.x == pytest.approx(share * view.info.width)
    drag(view, (at.x() / view.width(), at.y() / view.height()), (0.95, 0.05))
    assert view.stand.zoom == 1
    shown = view.grab().toImage()
    press(view, Qt.Key.Key_N)
    assert view.navigator.place(QSizeF(view.size())).isEmpty()
    inside = corner.center().toPoint()
    assert view.grab().toImage().pixelColor(inside) != shown.pixelColor(inside)


def test_objectives_are_offered_only_where_the_file_states_one(
    qtbot: QtBot, open_bench: OpenBench
) -> None:
    bench = open_bench(size=(1400, 900))
    button(bench, "10×").click()
    assert bench.view.stand.zoom == 0.25
    button(bench, "40×").click()
    assert bench.view.stand.zoom == 1
    assert bench.shelf.bar is not None
    said = [one.text() for one in bench.shelf.bar.findChildren(QToolButton)]
    assert "60×" not in said
    bench.shelf.choose("ki67.tiff")
    wait_shown(qtbot, bench.shelf)
    qtbot.waitUntil(lambda: "10×" not in texts(bench.shelf.bar))


def test_a_scale_bar_stands_only_where_the_size_is_stated(qtbot: QtBot, bench: Bench) -> None:
    def is_paper(view: SlideView) -> bool:
        paper, edge = view.look.theme.paper, round(0.4 * view.look.h_px) + 2
        return view.grab().toImage().pixelColor(QPoint(edge, view.height() - edge)) == paper

    press(bench.view, Qt.Key.Key_1)
    assert is_paper(bench.view)
    bench.shelf.choose("photo.png")
    wait_shown(qtbot, bench.shelf)
    press(bench.view, Qt.Key.Key_1)
    move(bench.view, MIDDLE)
    assert not is_paper(bench.view)


def test_the_buttons_do_what_the_keys_do(open_bench: OpenBench) -> None:
    bench = open_bench(size=(1400, 900))
    view = bench.view
    zoom = view.stand.zoom
    button(bench, "+").click()
    assert view.stand.zoom == pytest.approx(2 * zoom)
    button(bench, "\N{MINUS SIGN}").click()
    assert view.stand.zoom == pytest.approx(zoom)
    button(bench, "1:1").click()
    assert view.stand.zoom == 1
    button(bench, "Fit").click()
    assert view.is_whole


# -- what is broken ---------------------------------------------------------------------------


def test_a_broken_level_is_marked_in_its_place(qtbot: QtBot, open_bench: OpenBench) -> None:
    bench = open_bench([{"path": "broken.tiff"}])
    view = bench.view
    view.zoom_to(0.5)
    wait_shown(qtbot, bench.shelf)
    assert view.has_broken_part
    x, y = pixel_at(view, (0.45, 0.3))
    mean = HE[max(0, y - 10) : y + 10, x - 10 : x + 10].reshape(-1, 3).mean(0)
    assert away(colour(view, (0.45, 0.3)), mean) < 60  # the coarser level stands in
    view.zoom_to(1.0)
    wait_shown(qtbot, bench.shelf)
    assert not view.has_broken_part
    x, y = pixel_at(view, MIDDLE)
    assert away(colour(view, MIDDLE), HE[y, x]) == 0


def test_a_file_that_is_no_slide_is_named_and_costs_no_other(
    qtbot: QtBot, open_bench: OpenBench
) -> None:
    bench = open_bench([{"path": "text.svs"}, {"path": "he.svs"}])
    assert any("“text.svs” is no slide" in words for words in texts(bench.shelf))
    assert bench.shelf.views == ()
    bench.shelf.choose("he.svs")
    wait_shown(qtbot, bench.shelf)
    assert bench.view.info.path == "he.svs"
    assert not any("is no slide" in words for words in texts(bench.shelf))


def test_a_click_on_empty_ground_changes_nothing(bench: Bench) -> None:
    before = bench.view.stand
    click(bench.view, MIDDLE)
    assert bench.view.stand == before
    assert bench.session.state.selection == "r"
