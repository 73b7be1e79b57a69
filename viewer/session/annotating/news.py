"""What colleagues have written since the person last looked."""

from collections.abc import Iterable

from viewer.io.annotations.seen import Seen
from viewer.model.annotation_set import Annotation
from viewer.session.annotating.desk import Read


class News:
    """Tells what is new beside what was seen; worked out once for all that was read."""

    def __init__(self, seen: Seen | None = None) -> None:
        self._seen: Seen = {} if seen is None else seen
        self._known: tuple[Read, str, frozenset[str]] | None = None

    def ids(self, read: Read | None, me: str) -> frozenset[str]:
        """Give the ids of what is new of others than `me`; it changes only by being read."""
        if read is None:
            return frozenset()
        if self._known is None or self._known[0] is not read or self._known[1] != me:
            found = read.annotations.annotations.values()
            self._known = read, me, frozenset(one.id for one in found if self._is_new(one, me))
        return self._known[2]

    def _is_new(self, one: Annotation, me: str) -> bool:
        if not one.versions:
            return False
        newest = one.versions[-1]
        if newest.stamp.number <= self._seen.get(newest.stamp.journal, 0) or one.author == me:
            return False
        last = newest.content or one.last  # asked here of ten thousand each time all is read
        return last is not None and last.scene is None  # a deck is on no list to be looked at


def ends_before(read: Read, unseen: Iterable[str]) -> dict[str, int]:
    """Give how far each journal counts as seen where some of what is new was not."""
    ends = dict(read.ends)
    for id_ in unseen:
        stamp = read.annotations.annotations[id_].versions[-1].stamp
        ends[stamp.journal] = min(ends[stamp.journal], stamp.number - 1)
    return ends
