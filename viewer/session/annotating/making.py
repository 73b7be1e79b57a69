"""The records that edits are made of, before they have their place in a journal."""

from collections.abc import Iterable
from typing import Final

from viewer.model.annotation import Author, Content
from viewer.model.annotation_record import MOST_CLOCK, Op, Record
from viewer.model.annotation_set import AnnotationSet

UNPLACED: Final = "f" * 16
"""Stands for the journal of a record until it is written; it comes after all others."""

Change = tuple[Op, str | None, Content | None]
"""What is done, to which annotation, and what that says from then on."""


def records_of(
    changes: Iterable[Change], author: Author, known: AnnotationSet, pending: int, at: str
) -> tuple[Record, ...]:
    """Give records that come after all that is known; `pending` others wait to be written."""
    is_signed = author.id in known.signed  # else the name is shown before it is written
    return tuple(
        Record(
            op=op,
            journal=UNPLACED,
            number=pending + number,
            clock=min(known.clock + number, MOST_CLOCK),
            at=at,
            author=author.id,
            name=None if is_signed and op != "name" else author.name,
            id=id_,
            content=content,
        )
        for number, (op, id_, content) in enumerate(changes, 1)
    )


def told_by(content: Content | None, horizon: int | None) -> Content | None:
    """Give what is written under a horizon: it speaks of nothing later, and may be shown there."""
    if content is None or horizon is None or content.known_from is not None:
        return content
    if content.scene is not None:
        return content  # a deck speaks of all the course, whatever is shown now
    return content.model_copy(update={"known_from": float(horizon)})


def without_purged(records: Iterable[Record]) -> tuple[Record, ...]:
    """Give records of which none says what another of them removes for good."""
    records = tuple(records)
    gone = {record.id for record in records if record.op == "purge"}
    silent = {"op": "purge", "content": None}
    return tuple(
        record.model_copy(update=silent) if record.op == "put" and record.id in gone else record
        for record in records
    )
