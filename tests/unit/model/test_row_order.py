"""Which number stands in which row, with and without a list."""

from __future__ import annotations

import random

import numpy as np

from viewer.model.row_order import RowOrder


def test_without_a_list_every_number_is_its_own_row() -> None:
    order = RowOrder(30_000_000)
    assert len(order) == 30_000_000
    assert order.number_at(29_999_999) == order.row_of(29_999_999) == 29_999_999
    assert order.row_of(30_000_000) is None
    assert order.first_row([(7, 9), (3, 4)]) == 3
    assert order.first_row([]) is None


def test_a_number_is_found_in_any_order() -> None:
    chance = random.Random(1)
    for _ in range(50):
        numbers = chance.sample(range(40), chance.randrange(1, 30))
        order = RowOrder(40, np.array(numbers, dtype=np.intp))
        assert [order.number_at(row) for row in range(len(order))] == numbers
        for number in range(40):
            row = order.row_of(number)
            assert row == (numbers.index(number) if number in numbers else None)
        first = chance.randrange(40)
        rows = [row for row, number in enumerate(numbers) if first <= number < first + 5]
        assert order.first_row([(first, first + 5)]) == min(rows, default=None)
