"""Drafts of the open case: each stays until its annotation is on the disk, or is thrown away."""

from collections.abc import Callable, Iterable
from functools import partial

from viewer.io.annotations.drafts import Draft, Drafts
from viewer.model.annotation import Content
from viewer.model.annotation_record import Record
from viewer.session.annotating.work_lane import Failed, WorkLane


class Drafting:
    """Keeps and drops drafts in the background."""

    def __init__(
        self, drafts: Drafts, work: WorkLane, now: Callable[[], str], failed: Failed
    ) -> None:
        self.drafts = drafts
        self.done = set[str]()
        """Annotations that are typed to their end, and whose draft goes when they are saved."""
        self._kept: dict[str, Content] = {}
        self._work = work
        self._now = now
        self._failed = failed

    def keep(self, id_: str, content: Content) -> None:
        """Put what is being typed on the disk, apart from what is said."""
        self.done.discard(id_)
        self._keep(id_, content)

    def set_aside(self, id_: str, content: Content) -> None:
        """Keep as a draft what is typed no more, so that it is offered again."""
        self.done.discard(id_)
        self._kept.pop(id_, None)
        draft = Draft(id_, content, self._now())
        self._work.do(partial(self.drafts.set_aside, draft), _ignore, self._failed)

    def finish(self, id_: str, pending: Iterable[Record]) -> None:
        """Drop a draft: at once, or when what is on its way to the disk has got there."""
        if any(record.id == id_ for record in pending):
            self.done.add(id_)
        else:
            self.drop(id_)

    def drop(self, id_: str) -> None:
        """Drop a draft at once."""
        self.done.discard(id_)
        self._kept.pop(id_, None)
        self._work.do(partial(self.drafts.drop, id_), _ignore, _ignore)

    def find(self, done: Callable[[tuple[Draft, ...]], None]) -> None:
        """Tell what was being typed when the program ended last."""
        self._work.do(self.drafts.all, done, _ignore)

    def follow(self, pending: Iterable[Record], *, is_trouble: bool) -> None:
        """Drop the drafts of what is saved; in trouble they hold what was typed to its end."""
        last = {record.id: record.content for record in pending}
        for id_ in tuple(self.done):
            content = last.get(id_)
            if id_ not in last:
                self.drop(id_)
            elif is_trouble and content is not None and content != self._kept.get(id_):
                self._keep(id_, content)

    def _keep(self, id_: str, content: Content) -> None:
        self._kept[id_] = content
        draft = Draft(id_, content, self._now())
        self._work.do(partial(self.drafts.keep, draft), _ignore, self._failed)


def _ignore(_: object) -> None:
    """Ask for no answer."""
