"""From older versions of the case format to the present one, a step at a time."""

from collections.abc import Callable, Mapping
from typing import Any

from viewer.model.case import FORMAT_VERSION

Step = Callable[[dict[str, Any]], dict[str, Any]]

MIGRATIONS: Mapping[int, Step] = {}
"""For each older version the step to the next one; the present version needs none."""


def migrated(
    document: dict[str, Any],
    version: int,
    steps: Mapping[int, Step] = MIGRATIONS,
    present: int = FORMAT_VERSION,
) -> dict[str, Any]:
    """Give a raw case of an older version as the present version would say it.

    A present or newer one is given back as it is. Raises KeyError where a step is missing.
    """
    for older in range(version, present):
        document = steps[older](document)
    return document
