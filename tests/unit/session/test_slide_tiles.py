"""Tiles of slides in the background: what is looked at first, and no more than is wanted."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from tests.making_slides import break_level, tissue, write_slide
from viewer.io.case_files import FolderAssets
from viewer.io.slides.opening import SlideFiles
from viewer.io.slides.stored import OpenedSlide, Tile, broken_part
from viewer.model import slide_texts
from viewer.model.pictures import PictureLimits
from viewer.model.slides import TileKey
from viewer.session.slides.kept_tiles import KeptTiles
from viewer.session.slides.tile_loader import AT_ONCE, TileLoader, _decoded
from viewer.session.work import Work

PIXELS = tissue(1200, 900)
FIRST = TileKey(0, 0, 0)


def opened(path: Path) -> OpenedSlide:
    return SlideFiles(FolderAssets(path.parent), PictureLimits()).open(path.name)


class Workshop:
    """Makes tiles, and notes which ones; waits while the gate is shut."""

    def __init__(self) -> None:
        self.gate = threading.Event()
        self.gate.set()
        self.begun = threading.Semaphore(0)
        self.made: list[float] = []

    def make(self, tile: Tile) -> Tile:
        self.begun.release()
        assert self.gate.wait(10)
        self.made.append(float(tile.mean()))
        return tile


@pytest.fixture
def workshop() -> Workshop:
    return Workshop()


@pytest.fixture
def slide(tmp_path: Path) -> OpenedSlide:
    return opened(write_slide(tmp_path / "he.tiff", PIXELS))


@pytest.fixture
def loader(slide: OpenedSlide, workshop: Workshop, qapp: object) -> Iterator[TileLoader[Tile]]:
    made = TileLoader(slide, workshop.make, KeptTiles[Tile](10_000_000), lambda tile: tile.nbytes)
    yield made
    workshop.gate.set()
    made.close()


def test_a_wanted_tile_comes_and_stays(
    qtbot: QtBot, loader: TileLoader[Tile], workshop: Workshop
) -> None:
    assert loader.tile(FIRST) is None
    with qtbot.waitSignal(loader.came) as came:
        loader.want([FIRST, FIRST])
    assert came.args == [FIRST]
    tile = loader.tile(FIRST)
    assert tile is not None
    assert np.array_equal(tile, PIXELS[:256, :256])
    loader.want([FIRST])
    assert loader.is_idle
    assert len(workshop.made) == 1


def test_what_is_wanted_no_more_is_never_decoded(
    qtbot: QtBot, loader: TileLoader[Tile], workshop: Workshop
) -> None:
    workshop.gate.clear()
    loader.want([TileKey(0, column, 0) for column in range(4)])
    for _ in range(AT_ONCE):
        assert workshop.begun.acquire(timeout=10)
    last = TileKey(0, 4, 3)
    loader.want([last])
    workshop.gate.set()
    qtbot.waitUntil(lambda: loader.is_idle)
    assert len(workshop.made) == AT_ONCE + 1
    there = [
        key for key in (*[TileKey(0, c, 0) for c in range(4)], last) if loader.tile(key) is not None
    ]
    assert there == [TileKey(0, 0, 0), TileKey(0, 1, 0), last]


def test_the_first_ones_come_first(qtbot: QtBot, loader: TileLoader[Tile]) -> None:
    order: list[TileKey] = []
    loader.came.connect(order.append)
    keys = [
        TileKey(2, 0, 0),
        TileKey(0, 3, 1),
        TileKey(0, 0, 0),
        TileKey(0, 4, 2),
        TileKey(1, 0, 0),
    ]
    loader.want(keys)
    qtbot.waitUntil(lambda: loader.is_idle)
    assert sorted(order) == sorted(keys)
    assert set(order[:AT_ONCE]) <= set(keys[: AT_ONCE + 1])


def test_after_closing_nothing_is_told_any_more(
    qtbot: QtBot, loader: TileLoader[Tile], workshop: Workshop
) -> None:
    told: list[TileKey] = []
    loader.came.connect(told.append)
    workshop.gate.clear()
    loader.want([TileKey(0, column, 0) for column in range(4)])
    assert workshop.begun.acquire(timeout=10)
    loader.close()
    workshop.gate.set()
    qtbot.waitUntil(lambda: loader.is_idle)
    assert told == []
    assert loader.tile(FIRST) is None


def test_a_broken_tile_is_told_in_its_place_and_not_asked_for_again(
    qtbot: QtBot, tmp_path: Path, workshop: Workshop
) -> None:
    path = write_slide(tmp_path / "broken.tiff", PIXELS)
    break_level(path, 1)
    broken = TileKey(1, 0, 0)
    loader = TileLoader(opened(path), workshop.make, KeptTiles[Tile](10_000), lambda _: 1)
    loader.want([broken, FIRST])
    qtbot.waitUntil(lambda: loader.is_idle)
    assert loader.broken[broken].message == slide_texts.TILE_BROKEN
    assert loader.tile(FIRST) is not None
    loader.want([broken])
    assert loader.is_idle
    loader.close()


def test_tiles_that_were_not_asked_for_longest_go_first() -> None:
    kept = KeptTiles[str](100)
    for number in range(4):
        kept.put(TileKey(0, number, 0), str(number), 30)
        kept.get(FIRST)
    assert kept.held_bytes == 90
    there = [number for number in range(4) if kept.get(TileKey(0, number, 0)) is not None]
    assert there == [0, 2, 3]
    kept.put(FIRST, "again", 40)
    assert (kept.get(FIRST), kept.held_bytes) == ("again", 100)
    kept.put(FIRST, "huge", 500)
    assert (kept.get(FIRST), kept.held_bytes) == ("huge", 500)


def test_the_worker_hands_over_what_came_out(
    slide: OpenedSlide, tmp_path: Path, workshop: Workshop, qapp: object
) -> None:
    """As it does it in its own thread."""
    told: list[object] = []
    is_closed = threading.Event()
    work = Work(lambda: _decoded(slide, workshop.make, FIRST, is_closed))
    work.carrier.came.connect(told.append)
    work.run()
    ((key, tile),) = told  # type: ignore[misc]
    assert key == FIRST
    assert np.array_equal(tile, PIXELS[:256, :256])
    path = write_slide(tmp_path / "broken.tiff", PIXELS)
    break_level(path, 0)
    broken = FIRST, broken_part("broken.tiff").problem
    assert _decoded(opened(path), workshop.make, FIRST, is_closed) == broken


def test_a_loader_that_nobody_holds_ends_while_it_decodes(
    slide: OpenedSlide, workshop: Workshop, qapp: object
) -> None:
    loader = TileLoader(slide, workshop.make, KeptTiles[Tile](10_000), lambda tile: tile.nbytes)
    ended = weakref.ref(loader)
    workshop.gate.clear()
    loader.want([FIRST])
    assert workshop.begun.acquire(timeout=10)
    threading.Timer(0.1, workshop.gate.set).start()
    del loader
    gc.collect()
    assert ended() is None
    assert len(workshop.made) == 1
