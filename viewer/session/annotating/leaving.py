"""Leaving a case: what is not on the disk is written somewhere, or kept and told."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial

from viewer.io.annotations.drafts import Drafts
from viewer.io.annotations.identity import Identity
from viewer.io.annotations.places import Places
from viewer.model.annotation_record import Record
from viewer.session.annotating.desk import Desk, Task, Written
from viewer.session.annotating.making import without_purged


@dataclass(frozen=True)
class Unsaved:
    """What could be written nowhere when its case was left."""

    task: Task
    """Of which case it is."""
    records: tuple[Record, ...]
    """In order; none says what was removed for good."""
    error: Exception
    """Why the last place could not be written."""


class Drawer:
    """What could be saved nowhere, until its case is opened again or somebody throws it away.

    It is filled in the background, so that it holds what was lost also where the program is at its
    end and nobody hears of it any more.
    """

    def __init__(self) -> None:
        self.all: list[Unsaved] = []

    def put(self, unsaved: Unsaved) -> None:
        """Keep what is lost otherwise."""
        self.all.append(unsaved)

    def taken(self, places: Places) -> list[Unsaved]:
        """Take out what is of the case whose notes lie there."""
        found = [one for one in self.all if one.task.places == places]
        for one in found:
            self.all.remove(one)
        return found


@dataclass(frozen=True)
class Leaving:
    """The last job of a case, done behind all others."""

    desk: Desk
    task: Task
    identity: Identity | None
    pending: tuple[Record, ...]
    """What was not known to be saved when the case was left."""
    known: int
    """So many records were known to be saved then; the desk may have written more since."""
    drafts: Drafts
    drafted: frozenset[str]
    """Annotations whose drafts go when they are on the disk."""
    drawer: Drawer

    def __call__(self) -> Unsaved | None:
        """Write what is left: beside the case, else with the person's own data; then let go."""
        rest = self.pending[self.desk.count - self.known :]
        error = self._written(rest)
        self.desk.close()
        if error is None:
            for id_ in self.drafted:
                with suppress(OSError):  # it is offered again, though it was saved
                    self.drafts.drop(id_)
        self.drafts.close()
        if error is None:
            return None
        unsaved = Unsaved(self.task, without_purged(rest), error)
        self.drawer.put(unsaved)
        return unsaved

    def _written(self, rest: tuple[Record, ...]) -> Exception | None:
        """Write it in the first place that takes it; give what was wrong with the last else."""
        if not rest or self.identity is None:
            return None
        error: Exception | None = None
        for write in self._places(self.identity, rest):
            try:
                write()
            except Exception as last:  # whatever it is, nobody may lose notes by it
                error = last
            else:
                return None
        return error

    def _places(
        self, identity: Identity, rest: tuple[Record, ...]
    ) -> tuple[Callable[[], Written], ...]:
        return (
            partial(self.desk.write, identity, rest),
            partial(self.desk.write, identity, rest, is_elsewhere=True),
            partial(self.desk.write_apart, identity, rest),
        )
