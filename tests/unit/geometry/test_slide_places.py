"""Where a slide lies in its view: zoom, tiles, navigator, scale bar, lengths, side by side."""

from __future__ import annotations

import math

import pytest

from viewer.geometry.slide_shapes import distance, outline
from viewer.geometry.slides import (
    LARGEST,
    Box,
    Stand,
    TileRange,
    box_in_view,
    clamped,
    ellipse_um2,
    fit,
    length_um,
    level_for,
    link,
    moved_apart,
    navigator_box,
    panned,
    polygon_um2,
    powers_up_to,
    scale_bar,
    tile_box,
    tiles_in,
    zoom_of_power,
    zoomed_about,
)
from viewer.model.annotation import PictureShape
from viewer.model.slides import SlideInfo

VIEW = (800.0, 600.0)


def a_slide(width: int = 3000, height: int = 2000, um: float | None = None) -> SlideInfo:
    return SlideInfo("he.svs", width, height, (1.0,), None if um is None else (um, um))


def test_the_levels_halve_until_one_tile_holds_the_slide() -> None:
    levels = a_slide().levels
    assert [(one.width, one.height) for one in levels] == [
        (3000, 2000),
        (1500, 1000),
        (750, 500),
        (375, 250),
        (188, 125),
    ]
    assert (levels[0].columns, levels[0].rows) == (12, 8)
    assert (levels[-1].columns, levels[-1].rows) == (1, 1)


def test_without_a_small_level_there_is_no_overview_at_a_glance() -> None:
    assert a_slide().has_overview
    assert not SlideInfo("flat.tiff", 30_000, 20_000, (1.0,)).has_overview
    assert SlideInfo("he.svs", 30_000, 20_000, (1.0, 4.0, 16.0)).has_overview


def test_all_of_a_slide_fits_and_a_small_one_is_not_blown_up() -> None:
    whole = fit(a_slide(), VIEW)
    assert (whole.x, whole.y) == (1500, 1000)
    assert whole.zoom == pytest.approx(800 / 3000)
    assert fit(a_slide(100, 50), VIEW).zoom == 1
    assert fit(a_slide(), (0, 0)).zoom > 0


def test_what_is_under_the_pointer_stays_there() -> None:
    stand, pointer = Stand(1000, 700, 0.5), (130.0, 480.0)
    before = stand.to_slide(pointer, VIEW)
    for zoom in (0.1, 1.0, 7.0):
        after = zoomed_about(stand, zoom, pointer, VIEW)
        assert after.to_slide(pointer, VIEW) == pytest.approx(before)
        assert after.to_view(before, VIEW) == pytest.approx(pointer)


def test_a_drag_moves_the_slide_with_the_pointer() -> None:
    stand = Stand(1000, 700, 0.5)
    place = stand.to_slide((300, 300), VIEW)
    assert panned(stand, 40, -20).to_view(place, VIEW) == pytest.approx((340, 280))


def test_nobody_gets_lost() -> None:
    info = a_slide()
    assert clamped(Stand(-50, 9000, 1), info, VIEW) == Stand(0, 2000, 1)
    assert clamped(Stand(5, 5, 900), info, VIEW).zoom == LARGEST
    assert clamped(Stand(5, 5, 1e-6), info, VIEW).zoom == pytest.approx(fit(info, VIEW).zoom / 2)


@pytest.mark.parametrize(
    ("zoom", "level"), [(4, 0), (1, 0), (0.51, 0), (0.5, 1), (0.26, 1), (0.25, 2), (0.001, 4)]
)
def test_a_level_is_drawn_at_half_to_all_of_its_size(zoom: float, level: int) -> None:
    assert level_for(zoom, a_slide().levels) == level


def test_only_tiles_in_view_are_asked_for() -> None:
    info = a_slide()
    box = box_in_view(Stand(1000, 700, 1), VIEW)
    assert box == Box(600, 400, 1400, 1000)
    assert tiles_in(box, info.levels[0]) == TileRange(2, 1, 6, 4)
    assert tiles_in(box, info.levels[2]) == TileRange(0, 0, 2, 1)
    beyond = box_in_view(Stand(0, 0, 1), (100, 100))
    assert tiles_in(beyond, info.levels[0]) == TileRange(0, 0, 1, 1)


def test_the_last_tiles_end_with_the_slide() -> None:
    info = a_slide()
    assert tile_box(info.levels[0], 11, 7, info) == Box(2816, 1792, 3000, 2000)
    assert tile_box(info.levels[4], 0, 0, info) == Box(0, 0, 3000, 2000)


def test_the_navigator_frames_what_is_seen() -> None:
    info = a_slide()
    assert navigator_box(Stand(1500, 1000, 1), VIEW, info, (300, 200)) == Box(110, 70, 190, 130)
    assert navigator_box(fit(info, VIEW), VIEW, info, (300, 200)) == Box(0, 0, 300, 200)


@pytest.mark.parametrize(
    ("um_per_px", "room", "um", "px"),
    [(0.25, 200, 50, 200), (0.25, 199, 20, 80), (1.0, 120, 100, 100), (0.02, 40, 0.5, 25)],
)
def test_a_scale_bar_is_round_and_finds_room(
    um_per_px: float, room: float, um: float, px: float
) -> None:
    bar = scale_bar(um_per_px, room)
    assert (bar.um, bar.width_px) == pytest.approx((um, px))


def test_objectives_go_up_to_the_one_it_was_scanned_with() -> None:
    assert powers_up_to(40) == (1.25, 2.5, 5, 10, 20, 40)
    assert powers_up_to(20) == (1.25, 2.5, 5, 10, 20)
    assert powers_up_to(33) == (1.25, 2.5, 5, 10, 20, 33)
    assert zoom_of_power(10, 40) == 0.25


def test_lengths_and_areas_follow_the_size_of_a_pixel() -> None:
    size = 0.25, 0.5
    assert length_um([(0, 0), (12, 8)], size) == 5
    assert length_um([(0, 0), (4, 0), (4, 4)], size) == 3
    assert polygon_um2([(0, 0), (8, 0), (8, 4), (0, 4)], size) == 4
    assert polygon_um2([(0, 4), (8, 4), (8, 0), (0, 0)], size) == 4
    assert ellipse_um2((8, 4), (0, 0), size) == pytest.approx(math.pi)


# -- side by side ----------------------------------------------------------------------------


def test_slides_that_state_their_size_move_by_length() -> None:
    leader, follower = a_slide(um=0.25), a_slide(4000, 1000, um=0.5)
    linked = link(leader, follower)
    assert linked.is_by_length
    begun = linked.follow(Stand(1500, 1000, 0.4))
    assert begun == Stand(2000, 500, 0.8)  # middle upon middle, a µm as long on both
    moved = linked.follow(Stand(1600, 1000, 0.4))
    assert (moved.x - begun.x) * 0.5 == 100 * 0.25


def test_others_move_by_their_share_of_the_whole() -> None:
    leader, follower = a_slide(um=0.25), a_slide(1500, 500)
    linked = link(leader, follower)
    assert not linked.is_by_length
    assert linked.follow(Stand(750, 500, 0.4)) == Stand(375, 125, 0.8)


def test_whoever_is_moved_takes_the_others_along() -> None:
    linked = link(a_slide(um=0.25), a_slide(4000, 1000, um=0.4))
    stand = Stand(321, 1234, 0.3)
    back = linked.lead(linked.follow(stand))
    assert (back.x, back.y, back.zoom) == pytest.approx((stand.x, stand.y, stand.zoom))


def test_one_that_is_moved_alone_keeps_its_new_place() -> None:
    linked = link(a_slide(um=0.25), a_slide(um=0.25))
    stand = Stand(1000, 1000, 1)
    apart = moved_apart(linked, linked.follow(stand), Stand(1030, 980, 1))
    assert apart.follow(stand) == Stand(1030, 980, 1)


# -- shapes ----------------------------------------------------------------------------------


def test_outlines_of_closed_shapes_end_where_they_begin() -> None:
    corners = ((0.0, 0.0), (10.0, 6.0))
    box = outline(PictureShape(kind="box", points=corners))
    assert box == ((0, 0), (10, 0), (10, 6), (0, 6), (0, 0))
    ellipse = outline(PictureShape(kind="ellipse", points=corners))
    assert ellipse[0] == pytest.approx(ellipse[-1])
    assert {round(max(x for x, _ in ellipse), 6), round(max(y for _, y in ellipse), 6)} == {10, 6}
    triangle = ((0.0, 0.0), (4.0, 0.0), (0.0, 3.0))
    assert outline(PictureShape(kind="polygon", points=triangle)) == (*triangle, (0, 0))
    assert outline(PictureShape(kind="line", points=corners)) == corners


def test_how_near_the_pointer_is_to_an_outline() -> None:
    line = [(0.0, 0.0), (10.0, 0.0)]
    assert distance(line, (5, 3)) == 3
    assert distance(line, (13, 4)) == 5
    assert distance([(1.0, 1.0)], (4, 5)) == 5
    assert distance([(1.0, 1.0), (1.0, 1.0)], (4, 5)) == 5
