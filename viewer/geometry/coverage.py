"""How much of each pixel column is taken in each row, for a course too long to draw one by one."""

import numpy as np
from numpy.typing import NDArray

from viewer.geometry.time_scale import Floats

LEAST_COLUMNS = 3
"""What is shorter than so many columns still takes them, about its middle."""


def coverage(
    rows: NDArray[np.intp],
    lefts: Floats,
    rights: Floats,
    shape: tuple[int, int],
) -> NDArray[np.bool_]:
    """Tell for each row and pixel column of `shape` whether anything stands there.

    `rows`, `lefts` and `rights` are arrays of one length: the row of each thing and its first and
    last column. What lies wholly outside is left out; everything else takes a column at least.
    """
    count, width = shape
    middles = (lefts + rights) / 2
    halves = np.maximum((rights - lefts) / 2, LEAST_COLUMNS / 2)
    firsts = np.floor(middles - halves + 0.5)
    lasts = np.maximum(np.ceil(middles + halves - 0.5), firsts + 1)
    seen = (lasts > 0) & (firsts < width) & (rows >= 0) & (rows < count)
    first = np.clip(firsts[seen], 0, width).astype(np.intp)
    last = np.clip(lasts[seen], 0, width).astype(np.intp)
    steps = np.zeros((count, width + 1), dtype=np.int64)
    np.add.at(steps, (rows[seen], first), 1)
    np.add.at(steps, (rows[seen], last), -1)
    found: NDArray[np.bool_] = np.cumsum(steps, axis=1)[:, :width] > 0
    return found
