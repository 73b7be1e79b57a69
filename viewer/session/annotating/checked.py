"""Journals that were checked before while the program runs, so that no bytes are checked twice."""

import hashlib
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from viewer.io.annotations.journal_reading import Journal, parsed_journal
from viewer.model.annotation_set import NO_ANNOTATIONS, AnnotationSet
from viewer.model.case import Case
from viewer.model.standing import PlaceBook

MOST_BYTES: Final = 16 * 1024 * 1024
"""Journals are remembered up to this length, all together."""
MANY: Final = 1000
"""Where so many annotations stand takes long enough to be remembered."""
_DIGEST_BYTES: Final = 32


@dataclass(frozen=True)
class _Known:
    digest: bytes
    """Of exactly the bytes that were checked."""
    size: int
    journal: Journal


class CheckedJournals:
    """Remembers what the last journals held, for one thread at a time.

    What is remembered is given only for the very same bytes under the same name and case; every
    file is read anew each time.
    """

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most_bytes = most_bytes
        self._known: OrderedDict[tuple[Path, str], _Known] = OrderedDict()
        """The ones that were asked for last at the end."""
        self._union: tuple[tuple[Journal, ...], AnnotationSet] = ((), NO_ANNOTATIONS)
        self._places: tuple[AnnotationSet, PlaceBook] | None = None

    def parsed(self, path: Path, raw: bytes, case: str) -> Journal:
        """Give what the bytes of a journal hold, as `parsed_journal` does."""
        key, digest = (path, case), hashlib.blake2b(raw, digest_size=_DIGEST_BYTES).digest()
        known = self._known.pop(key, None)
        if known is None or known.digest != digest:
            known = _Known(digest, len(raw), parsed_journal(path, raw, case))
        self._known[key] = known
        self._make_room()
        return known.journal

    def annotations(self, journals: Iterable[Journal]) -> AnnotationSet:
        """Give what all of some journals come to."""
        given = tuple(journals)
        known, union = self._union
        if len(known) == len(given) and all(a is b for a, b in zip(known, given, strict=True)):
            return union
        union = NO_ANNOTATIONS.adding(r for journal in given for r in journal.records)
        held = {id(known.journal) for known in self._known.values()}
        is_held = all(id(journal) in held for journal in given)
        # Of what is not remembered itself nothing else is: it would take room without a limit.
        self._union = (given, union) if is_held else ((), NO_ANNOTATIONS)
        return union

    def places(self, course: Case, annotations: AnnotationSet) -> PlaceBook:
        """Give where annotations stand in a case; known where nothing in either has changed."""
        known, self._places = self._places, None
        if known is not None and known[0] is annotations and known[1].case == course:
            book = known[1].for_equal(course)
        else:
            book = PlaceBook(course)
        book.standing(annotations)
        if annotations is self._union[1] and len(annotations.annotations) > MANY:
            # A copy, since views go on with the book itself; and of this case, so that of one that
            # is opened again and again no more than one is held.
            self._places = annotations, book.for_equal(course)
        return book

    def forget(self) -> None:
        """Forget all: something was removed for good, and may stand in what is remembered."""
        self._known.clear()
        self._union, self._places = ((), NO_ANNOTATIONS), None

    def _make_room(self) -> None:
        held = sum(known.size for known in self._known.values())
        while held > self._most_bytes:
            _, known = self._known.popitem(last=False)
            held -= known.size
