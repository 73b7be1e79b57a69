"""The few numbers of a long array that its axis depends on."""

import numpy as np
from numpy.typing import NDArray


def value_ends(values: NDArray[np.float64]) -> tuple[float, ...]:
    """Give the lowest, the lowest above 0 and the highest number; nothing where there is none.

    What is no number (not a number, or infinite) does not count.
    """
    if not len(values):
        return ()
    low, high = values.min(), values.max()
    if not (np.isfinite(low) and np.isfinite(high)):
        return value_ends(values[np.isfinite(values)])
    if low > 0:
        return float(low), float(high)
    above = values[values > 0]
    least = (float(above.min()),) if len(above) else ()
    return float(low), *least, float(high)
