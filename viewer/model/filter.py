"""What the person wants to look at: by lane, kind, evidence, words and side of the limits."""

from dataclasses import dataclass, replace
from typing import get_args

from viewer.model.event import LaneKind
from viewer.model.part import EvidenceKind
from viewer.model.same_text import fold

KINDS: tuple[LaneKind, ...] = get_args(LaneKind)
EVIDENCE: tuple[EvidenceKind, ...] = get_args(EvidenceKind)


@dataclass(frozen=True, slots=True)
class Filter:
    """What is to be looked at; a part that is empty leaves everything.

    Lanes and kinds concern what stands in lanes, `is_out_of_range` concerns values; evidence and
    text concern both.
    """

    lanes: frozenset[str] = frozenset()
    kinds: frozenset[LaneKind] = frozenset()
    evidence: frozenset[EvidenceKind] = frozenset()
    text: str = ""
    """Words that all must stand in it, as in `same_text`."""
    is_out_of_range: bool = False

    @property
    def is_on(self) -> bool:
        """Whether it leaves anything out."""
        chosen = self.lanes or self.kinds or self.evidence or self.is_out_of_range
        return bool(chosen) or bool(self.words)

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the text, folded."""
        return tuple(fold(self.text).split(" ")) if fold(self.text) else ()


NO_FILTER = Filter()


def elsewhere(chosen: Filter) -> Filter:
    """Give what of a filter holds for another case: nothing that speaks of the first one."""
    return replace(chosen, lanes=frozenset(), text="")
