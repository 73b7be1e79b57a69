"""Very many annotations do not make the collector stop the window."""

from __future__ import annotations

import gc
import shutil
from pathlib import Path

import pytest

from tests.annotating_making import ANNAS_JOURNAL, a_note, annas_pen, annotation_id
from viewer.io.annotations.own_journal import OwnJournal
from viewer.io.annotations.places import journal_path, places_of
from viewer.io.case_store import open_case
from viewer.paths import first_case
from viewer.session.annotating import desk
from viewer.session.annotating.desk import Desk, Task


@pytest.mark.parametrize("many", [1, 100])
def test_what_was_read_of_very_many_is_not_looked_through_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    monkeypatch.setattr(desk, "MANY", many)
    case = Path(shutil.copytree(first_case(), tmp_path / "case"))
    opened, pen = open_case(case), annas_pen()
    pen.write("begin", name="Anna", case=opened.case.id)
    pen.put({annotation_id(number=number): a_note() for number in range(1, 4)})
    places = places_of(case, opened.case.id)
    assert places.beside is not None
    journal = OwnJournal(journal_path(places.beside, ANNAS_JOURNAL), opened.case.id)
    journal.open()
    journal.append(pen.written)
    journal.close()
    gc.unfreeze()
    desk_of_case = Desk(Task(case, opened.case, places), lambda: "")
    read = desk_of_case.read()
    frozen = gc.get_freeze_count()
    assert len(read.annotations.shown) == 3
    assert (frozen > 0) == (many < 3)
    gc.unfreeze()
    assert len(desk_of_case.read().annotations.shown) == 3
    assert gc.get_freeze_count() == 0  # else rubbish would pile up with each colleague's note
