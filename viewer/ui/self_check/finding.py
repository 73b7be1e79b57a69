"""What was tried of an installation, and what came of it."""

import sys
from collections.abc import Callable
from dataclasses import dataclass, field


class FailedError(Exception):
    """Something does not do what it should; says what."""


@dataclass(frozen=True)
class Found:
    """One thing that was tried."""

    check: str
    held: bool
    said: str


@dataclass
class Findings:
    """All that was tried, in order. One that fails keeps none of the others from being tried."""

    all: list[Found] = field(default_factory=list)

    @property
    def passed(self) -> bool:
        """Whether everything held, and something was tried."""
        return bool(self.all) and all(one.held for one in self.all)

    def attempt(self, check: str, work: Callable[[], str]) -> None:
        """Do a piece of work that gives what to say of it; whatever it raises is a failure."""
        try:
            found = Found(check, True, work())
        except Exception as error:  # each way of failing is one that an installation has
            found = Found(check, False, f"{type(error).__name__}: {error}")
        print(f"{'ok    ' if found.held else 'FAILED'} {check}: {found.said}", file=sys.stderr)
        self.all.append(found)


def demand(held: object, said: str) -> None:
    """Raise FailedError, which says what is wrong, unless something holds."""
    if not held:
        raise FailedError(said)
