"""Where the words of one event stand."""

import pytest

from viewer.geometry.labels import (
    Label,
    Level,
    Piece,
    Spacing,
    Thing,
    Words,
    place_label,
    squeeze_label,
)

SPACING = Spacing(inner_px=8, off_px=10, word_px=5, apart_px=12, least_px=40)
ROOM = (0.0, 1000.0)


def mark(at: float, words: Words) -> Thing:
    return Thing(at - 5, at + 5, words)


def bar(left: float, right: float, words: Words) -> Thing:
    return Thing(left, right, words, (left, right))


def place(thing: Thing, free: tuple[float, float] = ROOM, level: Level = "whole") -> Label | None:
    return place_label(thing, free, level, SPACING)


class TestWithoutTail:
    def test_inside_the_bar_first(self) -> None:
        label = place(bar(100, 300, Words(80, 60)))
        assert label == Label(Piece(108, 80), Piece(193, 60))

    def test_inside_without_the_time_where_only_the_name_fits(self) -> None:
        label = place(bar(100, 220, Words(80, 60)))
        assert label == Label(Piece(108, 80))

    def test_right_of_the_mark(self) -> None:
        label = place(mark(200, Words(80, 60)))
        assert label == Label(Piece(215, 80), Piece(300, 60))

    def test_left_where_the_right_is_taken(self) -> None:
        label = place(mark(200, Words(80, 60)), (0, 300))
        assert label == Label(Piece(40, 80), Piece(125, 60))
        assert label.right_px == 185

    def test_nowhere(self) -> None:
        assert place(mark(200, Words(80, 60)), (100, 300)) is None

    def test_without_the_time_there_may_be_room(self) -> None:
        label = place(mark(200, Words(80, 60)), (100, 300), "name")
        assert label == Label(Piece(215, 80))


class TestWithTail:
    def test_the_tail_stays_right_of_the_mark_and_the_name_goes_left(self) -> None:
        label = place(mark(200, Words(80, 60, 70, 70)))
        assert label == Label(Piece(40, 80), Piece(125, 60), Piece(215, 70))

    def test_all_at_the_right_where_the_left_is_taken(self) -> None:
        label = place(mark(200, Words(80, 60, 70, 70)), (100, 1000))
        assert label == Label(Piece(215, 80), Piece(300, 60), Piece(372, 70))

    def test_all_at_the_left_at_the_edge_of_the_plot(self) -> None:
        assert place(mark(980, Words(80, 60, 70, 70))) is None
        label = place(mark(980, Words(80, 60, 70, 70)), level="edge")
        assert label is not None
        assert label.tail == Piece(895, 70)
        assert label.right_px == 965

    def test_nowhere(self) -> None:
        assert place(mark(50, Words(80, 60, 70, 70)), (0, 100)) is None

    def test_beside_the_bar_that_holds_the_name(self) -> None:
        label = place(bar(100, 300, Words(80, 0, 70, 70)))
        assert label == Label(Piece(108, 80), None, Piece(310, 70))

    def test_inside_the_bar_at_the_edge_of_the_plot(self) -> None:
        label = place(bar(700, 995, Words(80, 60, 70, 70)))
        assert label == Label(Piece(708, 80), Piece(793, 60), Piece(865, 70))

    def test_left_of_a_bar_that_has_no_room_for_the_tail(self) -> None:
        label = place(bar(890, 995, Words(80, 0, 70, 70)), level="edge")
        assert label is not None
        assert label.tail is not None
        assert label.tail.right_px <= 880


class TestShortened:
    def test_a_name_is_cut_on_the_side_with_more_room(self) -> None:
        label = place(mark(200, Words(300)), (100, 300), "shortened")
        assert label == Label(Piece(215, 85))
        label = place(mark(200, Words(300)), (100, 250), "shortened")
        assert label == Label(Piece(100, 85))

    def test_not_to_less_than_is_worth_writing(self) -> None:
        assert place(mark(200, Words(300)), (180, 230), "shortened") is None

    def test_inside_a_bar(self) -> None:
        label = place(bar(100, 180, Words(300)), (100, 180), "shortened")
        assert label == Label(Piece(108, 64))

    def test_inside_a_bar_with_its_tail(self) -> None:
        label = place(bar(0, 1000, Words(2000, 0, 70, 70)), level="shortened")
        assert label == Label(Piece(8, 902), None, Piece(922, 70))

    def test_inside_only_where_there_is_most_room(self) -> None:
        label = place(bar(100, 180, Words(300)), (100, 400), "shortened")
        assert label == Label(Piece(190, 210))

    def test_inside_where_an_outcome_has_no_room_beside(self) -> None:
        label = place(bar(20, 300, Words(900, 0, 70, 70)), (20, 340), "shortened")
        assert label == Label(Piece(28, 182), None, Piece(222, 70))

    def test_a_bar_too_short_for_words(self) -> None:
        label = place(bar(100, 130, Words(300)), (0, 300), "shortened")
        assert label == Label(Piece(140, 160))

    def test_a_result_is_cut_but_not_an_outcome(self) -> None:
        label = place(mark(200, Words(80, 0, 300, 50)), (0, 320), "shortened")
        assert label == Label(Piece(105, 80), None, Piece(215, 105))
        assert place(mark(200, Words(80, 0, 300, 300)), (0, 320), "shortened") is None

    def test_the_name_gives_way_to_an_outcome(self) -> None:
        label = place(mark(200, Words(300, 0, 100, 100)), (190, 400), "shortened")
        assert label == Label(Piece(215, 73), None, Piece(300, 100))


class TestSqueezed:
    def test_a_name_stands_on_its_own_drawing(self) -> None:
        label = squeeze_label(mark(100, Words(300)), (90, 120), SPACING)
        assert label == Label(Piece(90, 30))

    def test_name_and_tail_share_the_room(self) -> None:
        label = squeeze_label(mark(100, Words(300, 0, 200)), (80, 180), SPACING)
        assert label == Label(Piece(80, 50), None, Piece(142, 38))

    def test_name_and_tail_stand_on_either_side_of_a_mark_on_a_capsule(self) -> None:
        thing = Thing(0, 400, Words(300, 0, 200), (206, 400), (194, 206))
        label = squeeze_label(thing, (0, 400), SPACING)
        assert label.tail is not None
        assert label.name.right_px == 194 - SPACING.off_px
        assert label.tail.left_px == 206 + SPACING.off_px

    @pytest.mark.parametrize(("middle", "is_left"), [(40, False), (360, True)])
    def test_words_stand_where_a_mark_on_a_capsule_leaves_more_room(
        self, middle: float, is_left: bool
    ) -> None:
        mark_at = (middle - 6, middle + 6)
        label = squeeze_label(Thing(0, 400, Words(500), None, mark_at), (0, 400), SPACING)
        assert (label.right_px <= mark_at[0]) == is_left
        assert (label.left_px >= mark_at[1]) == (not is_left)
