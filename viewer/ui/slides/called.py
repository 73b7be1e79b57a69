"""Slides as they are called in the words of the window."""

from dataclasses import dataclass


@dataclass(frozen=True)
class CalledSlide:
    """A slide of a report by its path in the case, with its name."""

    path: str
    name: str
    aside: str = ""
    """What is to be known beside it, such as that it is synthetic."""
