"""The records that journals are made of; what is shown is worked out from all of them."""

from typing import Annotated, Literal, NamedTuple, Self

from pydantic import Field, StringConstraints, model_validator

from viewer.model import problem_texts
from viewer.model.annotation import AnnotationId, AuthorId, Content, PersonName, Whole
from viewer.model.part import Part

RECORD_VERSION = 1

Digits = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")]
MOST_CLOCK = 2**53 - 1
"""The clock stops here; a journal's own records are still told apart by their numbers."""
Clock = Annotated[int, Field(strict=True, ge=0, le=MOST_CLOCK)]
"""Counts changes: each is greater than all that its writer had seen, so that the order of
changes follows from what was known and not from a computer's time."""
Op = Literal["begin", "name", "put", "delete", "purge", "aside"]


class Stamp(NamedTuple):
    """The place of a record among all of a case, the same on every computer."""

    clock: int
    journal: str
    number: int


class Record(Part):
    """One line of a journal.

    begin: the first one, says whose journal it is and of which case. name: the author's name from
    here on. put: an annotation as it is from here on. delete: it is no longer shown. purge: what it
    said is gone for good. aside: a damaged stretch of the file was told of and is passed over.
    """

    v: Annotated[int, Field(strict=True, ge=1)] = RECORD_VERSION
    op: Op
    journal: Digits
    number: Annotated[int, Field(strict=True, ge=1)]
    """Counts the records of a journal from 1; a record that was written twice counts once."""
    clock: Clock
    at: Annotated[str, StringConstraints(max_length=40)]
    """When, by the writer's own clock, in UTC ("2026-11-30T14:03:12Z"); shown, never compared."""
    author: AuthorId
    case: Annotated[str, StringConstraints(max_length=200)] | None = None
    name: PersonName | None = None
    """The author's name."""
    device: Annotated[str, Whole, StringConstraints(max_length=200)] | None = None
    """The computer that writes the journal."""
    id: AnnotationId | None = None
    content: Content | None = None
    aside: Digits | None = None
    """The checksum of the damaged stretch."""

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        is_about = self.op in ("put", "delete", "purge")
        if is_about == (self.id is None) or (self.op == "put") == (self.content is None):
            raise ValueError(problem_texts.ANNOTATION_INCOMPLETE)
        lacks_name = self.op in ("begin", "name") and self.name is None
        if lacks_name or (self.op == "aside") == (self.aside is None):
            raise ValueError(problem_texts.ANNOTATION_INCOMPLETE)
        return self

    @property
    def stamp(self) -> Stamp:
        """The place of this record among all others."""
        return Stamp(self.clock, self.journal, self.number)
