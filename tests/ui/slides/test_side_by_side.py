"""Several slides side by side: they move together, at the same scale where both state it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests.ui.slides.looking import Bench, drag, place, wait_shown, wheel
from viewer.ui.slides.slide_view import SlideView

MIDDLE = (0.5, 0.5)


def beside(qtbot: QtBot, bench: Bench, name: str) -> None:
    """Choose a slide from the menu of what can stand beside."""
    bar = bench.shelf.bar
    assert bar is not None
    menu = [one for one in bar.findChildren(QMenu) if one.title() == "Beside"][-1]
    next(one for one in menu.actions() if one.text().replace("&&", "&") == name).trigger()
    wait_shown(qtbot, bench.shelf)


def um_at(view: SlideView, at: tuple[float, float]) -> tuple[float, float]:
    """Give what is at a place, in µm from the middle of the slide."""
    x, y = view.to_slide(QPointF(place(view, at)))
    assert view.info.um_per_px is not None
    across, down = view.info.um_per_px
    return (x - view.info.width / 2) * across, (y - view.info.height / 2) * down


def test_a_slide_stands_beside_another_at_the_same_scale(qtbot: QtBot, bench: Bench) -> None:
    beside(qtbot, bench, "Ki-67")
    he, ki67 = bench.shelf.views
    assert bench.shelf.shown == ("he.svs", "ki67.tiff")
    assert ki67.stand.zoom == pytest.approx(2 * he.stand.zoom)  # 0.5 against 0.25 µm
    wheel(he, (0.3, 0.6), 3)
    assert ki67.stand.zoom == pytest.approx(2 * he.stand.zoom)
    assert um_at(ki67, MIDDLE) == pytest.approx(um_at(he, MIDDLE), abs=2)
    drag(he, MIDDLE, (0.4, 0.3), (0.3, 0.2))
    assert um_at(ki67, MIDDLE) == pytest.approx(um_at(he, MIDDLE), abs=2)


def test_either_takes_the_other_along(qtbot: QtBot, bench: Bench) -> None:
    beside(qtbot, bench, "Ki-67")
    he, ki67 = bench.shelf.views
    wheel(ki67, (0.6, 0.4), 2)
    drag(ki67, MIDDLE, (0.6, 0.6))
    assert um_at(he, MIDDLE) == pytest.approx(um_at(ki67, MIDDLE), abs=2)
    QTest.keyClick(ki67, Qt.Key.Key_Right)
    assert um_at(he, MIDDLE) == pytest.approx(um_at(ki67, MIDDLE), abs=2)


@pytest.mark.parametrize("which", [0, 1])
def test_with_shift_one_is_moved_alone_and_stays_so(qtbot: QtBot, bench: Bench, which: int) -> None:
    beside(qtbot, bench, "Ki-67")
    views = bench.shelf.views
    still, moved = views[1 - which], views[which]
    before = still.stand
    drag(moved, MIDDLE, (0.45, 0.4), keys=Qt.KeyboardModifier.ShiftModifier)
    assert still.stand == before
    apart = [a - b for a, b in zip(um_at(moved, MIDDLE), um_at(still, MIDDLE), strict=True)]
    assert max(map(abs, apart)) > 5
    drag(still, MIDDLE, (0.6, 0.7))
    now = [a - b for a, b in zip(um_at(moved, MIDDLE), um_at(still, MIDDLE), strict=True)]
    assert now == pytest.approx(apart, abs=2)


def test_where_one_states_no_size_they_move_by_their_share(qtbot: QtBot, bench: Bench) -> None:
    beside(qtbot, bench, "Photograph")
    he, photo = bench.shelf.views
    assert photo.stand.zoom == pytest.approx(he.stand.zoom * 1600 / 640)
    drag(he, MIDDLE, (0.4, 0.3))
    assert photo.stand.x / 640 == pytest.approx(he.stand.x / 1600)
    assert photo.stand.y / 480 == pytest.approx(he.stand.y / 1200)
    assert "share" in photo.accessibleDescription()
    assert he.accessibleDescription() == ""


def test_one_beside_can_go_and_come_again(qtbot: QtBot, bench: Bench) -> None:
    beside(qtbot, bench, "Ki-67")
    beside(qtbot, bench, "Photograph")
    assert len(bench.shelf.views) == 3
    beside(qtbot, bench, "Ki-67")
    assert bench.shelf.shown == ("he.svs", "photo.png")
    he, photo = bench.shelf.views
    wheel(he, MIDDLE, 2)
    assert photo.stand.zoom == pytest.approx(he.stand.zoom * 1600 / 640)
    beside(qtbot, bench, "Photograph")
    wheel(bench.view, MIDDLE, 1)
    assert bench.shelf.shown == ("he.svs",)


def test_another_one_can_lead(qtbot: QtBot, bench: Bench) -> None:
    beside(qtbot, bench, "Ki-67")
    wheel(bench.view, MIDDLE, 2)
    bench.shelf.choose("ki67.tiff")
    wait_shown(qtbot, bench.shelf)
    assert bench.shelf.shown == ("ki67.tiff",)
    beside(qtbot, bench, "H&E")
    ki67, he = bench.shelf.views
    assert ki67.stand.zoom == pytest.approx(2 * he.stand.zoom)
