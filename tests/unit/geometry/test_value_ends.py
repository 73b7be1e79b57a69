"""The numbers of an array that its axis depends on."""

from __future__ import annotations

import math

import numpy as np
import pytest

from viewer.geometry.value_ends import value_ends


@pytest.mark.parametrize(
    ("values", "ends"),
    [
        ([], ()),
        ([3.0], (3.0, 3.0)),
        ([3.0, 1.0, 2.0], (1.0, 3.0)),
        ([3.0, -1.0, 0.0, 0.5], (-1.0, 0.5, 3.0)),
        ([-3.0, 0.0], (-3.0, 0.0)),
        ([-math.inf, 3.0, math.nan, 2.0], (2.0, 3.0)),
        ([-math.inf], ()),
    ],
)
def test_ends(values: list[float], ends: tuple[float, ...]) -> None:
    assert value_ends(np.array(values, dtype=np.float64)) == ends
