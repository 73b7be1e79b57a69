"""Very many notes: all are told of, few things are drawn, and packing keeps its promises."""

from __future__ import annotations

import itertools
import random
from functools import partial

import numpy as np
import pytest

from tests.ui.annotate.drawn import Board, board, on_day, on_days
from viewer.model import view_state
from viewer.model.annotation import Author, Content, OnPoint
from viewer.model.time import Span
from viewer.ui.annotate.packing import Cells, Things, pack
from viewer.ui.marks.authors import author_signs, initial_of

__all__ = ["board"]


@pytest.mark.parametrize("seed", range(20))
def test_packing_tells_of_everything_once_and_nothing_overlaps(seed: int) -> None:
    rng = np.random.default_rng(seed)
    count, rows = int(rng.integers(1, 400)), int(rng.integers(1, 6))
    homes = np.sort(rng.uniform(0, 1000, count))
    are_long = rng.random(count) < rng.random()
    lengths = np.where(are_long, rng.uniform(8, 400, count), 8)
    things = Things(homes - 8, homes + lengths, homes, are_long)
    spots = pack(things, rows, Cells(48, -20), 18)
    told = sorted(int(n) for spot in spots for n in spot.members)
    assert told == list(range(count))
    assert all(0 <= spot.row < rows for spot in spots)
    for one, other in itertools.combinations(spots, 2):
        if one.row == other.row:
            assert one.right_px <= other.left_px or other.right_px <= one.left_px
    for spot in spots:
        if not spot.is_count:
            (number,) = spot.members
            assert spot.left_px == things.lefts[number]
            assert spot.right_px == things.rights[number]


def test_counts_stay_the_same_while_the_window_moves(board: Board) -> None:
    board.put(*(on_day(30.5 + n / 100, f"Note {n}") for n in range(40)))
    counts = set()
    for shift in np.arange(0.0, 6.0, 0.37):
        board.session.apply(partial(view_state.show, window=Span(shift, shift + 80)))
        board.settle()
        counts.add(frozenset(p.ids for p in board.strip.placed if p.is_count))
    assert len(counts) == 1


def test_ten_thousand_notes_are_all_told_of_by_few_marks(board: Board) -> None:
    rng = random.Random(7)

    def some(number: int) -> Content:
        day = rng.uniform(-60, 150)
        if number % 5 == 0:
            return on_days(day, day + rng.uniform(0.5, 30), f"Period {number}")
        if number % 5 == 1:
            target = OnPoint(series="glucose", day=day, value=rng.uniform(1, 99))
            return Content(kind="note", target=target, text="Point", known_from=0)
        return on_day(day, f"Note {number}")

    ids = board.put(*(some(number) for number in range(10_000)))
    board.wait_saved()
    in_strip = [id_ for n, id_ in enumerate(ids) if n % 5 != 1]
    for start, end in ((-70, 157), (20, 60)):
        board.session.apply(partial(view_state.show, window=Span(start, end)))
        board.settle()
        placed = board.strip.placed
        told = [id_ for one in placed for id_ in one.ids]
        assert len(told) == len(set(told))
        inside = {
            id_
            for id_ in in_strip
            if (span := board.content(id_).span) is not None
            and span.start < end
            and span.end > start
        }
        assert inside <= set(told)
        assert len(placed) < board.strip.width() / 5
        plots = board.chart.plots
        plotted = plots._notes.placed(plots.placed, plots.scale(), plots._type)
        points = [id_ for one in plotted for id_ in one.ids]
        assert len(points) == len(set(points)) > 0
        assert len(plotted) < 400


def test_authors_have_signs_by_the_order_in_which_they_came() -> None:
    names = ["ann", "Bob", "李", "éva", " Zoe", "\U0001f1ef\U0001f1f5 flag"]
    authors = {
        f"{number:012x}": Author(id=f"{number:012x}", name=name)
        for number, name in enumerate(names)
    }
    signs = list(author_signs(authors).values())
    assert [sign.initial for sign in signs[:5]] == ["A", "B", "李", "É", "Z"]
    assert len({(sign.shape, sign.colour) for sign in signs}) == len(signs)
    assert [sign.shape for sign in signs] == [0, 1, 2, 3, 0, 1]
    assert initial_of("") == "?"
