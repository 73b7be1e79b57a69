"""Annotations that are passed on as a file, and such files taken in, in the background."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from viewer.io.annotations.durable import replace_file

if TYPE_CHECKING:
    from viewer.io.annotations.imported import Imported
    from viewer.session.annotating.annotating import Annotating


def write_out(
    annotating: Annotating,
    make: Callable[[], bytes],
    path: Path,
    done: Callable[[Exception | None], None],
) -> None:
    """Make an export and write it, whole or not at all; tell the error there was, if any."""
    annotating.work.do(lambda: replace_file(path, make(), None), done, done)


def take_in(annotating: Annotating, path: Path, at: str, done: Callable[[Imported], None]) -> None:
    """Put the annotations of a file among those of the open case, and show them."""
    from viewer.io.annotations.importing import import_annotations

    keeping = annotating.keeping
    if keeping is None:
        return
    places, case = keeping.task.places, keeping.task.case
    folder = places.beside or places.private

    def taken(imported: Imported) -> None:
        keeping.look()
        done(imported)

    work = partial(import_annotations, path, case, folder, keeping.annotations, at)
    annotating.work.do(work, taken, lambda _: None)
