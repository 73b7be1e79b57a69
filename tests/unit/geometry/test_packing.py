"""Rows of a lane: nothing covers anything, and nothing moves with the cursor."""

import itertools
import random
import time

from viewer.geometry.labels import Spacing, Thing, Words
from viewer.geometry.packing import COMFORTABLE_ROWS, MOST_ROWS, Packing, pack

SPACING = Spacing(inner_px=8, off_px=10, word_px=5, apart_px=12, least_px=40)
ROOM = (0.0, 1000.0)


def mark(at: float, words: Words) -> Thing:
    return Thing(at - 5, at + 5, words)


def drawn(things: list[Thing], packing: Packing) -> list[tuple[int, float, float, int, str]]:
    """Give row, left, right, number and kind of every drawing and label."""
    found = []
    for number, (thing, placement) in enumerate(zip(things, packing.placements, strict=True)):
        if placement is None:
            continue
        row, label = placement.row, placement.label
        found.append((row, thing.left_px, thing.right_px, number, "drawing"))
        for piece in (label.name, label.when, label.tail):
            if piece is not None:
                is_in = thing.left_px <= piece.left_px and piece.right_px <= thing.right_px
                kind = "inside" if is_in else "words"
                found.append((row, piece.left_px, piece.right_px, number, kind))
    return found


def assert_nothing_overlaps(things: list[Thing], packing: Packing) -> None:
    by_row = itertools.groupby(sorted(drawn(things, packing)), key=lambda one: one[0])
    for _, group in by_row:
        for one, other in itertools.combinations(list(group), 2):
            if one[3] == other[3]:
                continue
            # Words inside a bar keep its end from another drawing, not the words.
            is_label = "words" in (one[4], other[4])
            apart = SPACING.apart_px if is_label else 0
            assert one[2] + apart <= other[1] + 1 or other[2] + apart <= one[1] + 1, (one, other)


def test_nothing_to_place() -> None:
    assert pack([], ROOM, SPACING) == Packing((), 0)


def test_the_first_of_two_goes_left_where_the_next_mark_is_near() -> None:
    things = [mark(300, Words(100, 50)), mark(360, Words(100, 50))]
    first, second = pack(things, ROOM, SPACING).placements
    assert first is not None
    assert second is not None
    assert (first.row, second.row) == (0, 0)
    assert first.label.right_px < 300
    assert second.label.left_px > 360


def test_two_marks_of_one_day_take_two_rows_at_one_column() -> None:
    packing = pack([mark(300, Words(100)), mark(300, Words(100))], ROOM, SPACING)
    assert [p.row for p in packing.placements if p] == [0, 1]


def test_bars_may_touch() -> None:
    things = [Thing(100, 300, Words(50), (100, 300)), Thing(300, 500, Words(50), (300, 500))]
    packing = pack(things, ROOM, SPACING)
    assert packing.rows == 1


def test_a_label_may_pass_the_next_mark_that_then_takes_another_row() -> None:
    things = [mark(20, Words(100)), mark(60, Words(100))]
    first, second = pack(things, ROOM, SPACING).placements
    assert first is not None
    assert second is not None
    assert first.label.left_px > 20
    assert (first.row, second.row) == (0, 1)


def test_a_high_lane_leaves_out_the_time_rather_than_grow() -> None:
    things = [mark(500, Words(100, 100)) for _ in range(COMFORTABLE_ROWS)]
    things.append(mark(760, Words(100, 800)))
    placement = pack(things, ROOM, SPACING).placements[COMFORTABLE_ROWS]
    assert placement is not None
    assert placement.row == 0
    assert placement.label.when is None


def test_in_a_new_row_the_time_is_left_out_before_the_name_is_cut() -> None:
    (placement,) = pack([mark(500, Words(300, 400))], ROOM, SPACING).placements
    assert placement is not None
    assert placement.label.name.width_px == 300
    assert placement.label.when is None


def test_a_name_wider_than_the_plot_is_cut() -> None:
    (placement,) = pack([mark(500, Words(3000))], ROOM, SPACING).placements
    assert placement is not None
    assert placement.label.right_px <= 1000


def test_a_thing_without_room_beside_it_is_written_on() -> None:
    (placement,) = pack([Thing(0, 1000, Words(500))], ROOM, SPACING).placements
    assert placement is not None
    assert placement.label.left_px >= 0
    assert placement.label.right_px <= 1000


def test_what_finds_no_row_is_left_over() -> None:
    things = [mark(500, Words(100)) for _ in range(MOST_ROWS + 3)]
    packing = pack(things, ROOM, SPACING)
    assert packing.rows == MOST_ROWS
    assert packing.left_over == (8, 9, 10)


def test_in_a_full_lane_a_shortened_name_may_still_find_room() -> None:
    things = [mark(100, Words(100)) for _ in range(MOST_ROWS)]
    things.append(mark(900, Words(5000)))
    placement = pack(things, ROOM, SPACING).placements[-1]
    assert placement is not None
    assert placement.label.name.width_px < 5000


def test_nothing_overlaps_in_any_order_and_all_is_placed_or_left_over() -> None:
    chance = random.Random(7)
    were_left = 0
    for _ in range(200):
        things = []
        for _ in range(chance.choice([chance.randrange(1, 30), 90])):
            left = chance.uniform(0, 950)
            right = left + chance.choice([10, 10, chance.uniform(10, 400)])
            right = min(right, 1000)
            tail = chance.choice([0, 0, chance.uniform(20, 200)])
            words = Words(chance.uniform(20, 200), chance.choice([0, 80]), tail, tail / 2)
            inside = (left, right) if right - left > 20 and chance.random() < 0.5 else None
            things.append(Thing(left, right, words, inside))
        packing = pack(things, ROOM, SPACING)
        assert_nothing_overlaps(things, packing)
        unplaced = [n for n, one in enumerate(packing.placements) if one is None]
        assert len(packing.placements) == len(things)
        assert list(packing.left_over) == unplaced
        rows = {one.row for one in packing.placements if one is not None}
        assert rows == set(range(packing.rows))
        were_left += len(unplaced)
    assert were_left > 100


def test_the_same_things_always_stand_in_the_same_places() -> None:
    things = [mark(at, Words(100, 50)) for at in (10, 60, 300, 310, 700)]
    assert pack(things, ROOM, SPACING) == pack(list(things), ROOM, SPACING)


def test_ten_thousand_events_take_no_time_to_speak_of() -> None:
    things = [mark(i / 10, Words(100, 50)) for i in range(10_000)]
    start = time.perf_counter()
    packing = pack(things, ROOM, SPACING)
    assert time.perf_counter() - start < 0.5
    assert packing.rows == MOST_ROWS
