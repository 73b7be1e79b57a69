"""Looking for pictures in the background: told, answered, cancelled, and failing with a reason."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.dicom_files import make_ct_series
from viewer.io.pictures import scanning
from viewer.io.unreadable import AssetUnreadableError
from viewer.model import adding_texts
from viewer.model.pictures import PictureLimits, Scan
from viewer.model.problem import Problem
from viewer.session.picture_search import PictureSearch, _Folder, _Searching

LIMITS = PictureLimits()


def run(path: Path, cancelled: threading.Event | None = None) -> tuple[list[object], list[object]]:
    """Look through a place in this thread; gives what is told, and what is answered."""
    job = _Searching(1, path, LIMITS, cancelled or threading.Event())
    told, came = list[object](), list[object]()
    job.carrier.told.connect(lambda *values: told.append(values))
    job.carrier.came.connect(lambda _, found: came.append(found))
    job.run()
    return told, came


def test_a_folder_is_answered_with_what_it_holds(qapp: object, tmp_path: Path) -> None:
    make_ct_series(tmp_path, 3)
    told, (found,) = run(tmp_path)
    assert isinstance(found, Scan)
    assert [len(one.frames) for one in found.series] == [3]
    assert told[-1] == (1, 3, 3)


def test_one_file_is_looked_at_alone(qapp: object, tmp_path: Path) -> None:
    one, *_ = make_ct_series(tmp_path, 3)
    _, (found,) = run(one)
    assert isinstance(found, Scan)
    assert [len(one.frames) for one in found.series] == [1]


def test_a_place_that_is_not_there_says_so(qapp: object, tmp_path: Path) -> None:
    _, (found,) = run(tmp_path / "gone")
    assert isinstance(found, Problem)
    assert found.message == adding_texts.NOT_SEARCHED
    assert found.values["path"] == str(tmp_path / "gone")


@pytest.mark.parametrize(
    ("fault", "message"),
    [
        (AssetUnreadableError(Problem("error", "gone", "")), "gone"),
        (PermissionError(13, "not allowed"), adding_texts.NOT_SEARCHED),
        (OSError(), adding_texts.NOT_SEARCHED),
        (ValueError("Jane Doe"), adding_texts.NOT_SEARCHED),
    ],
)
def test_a_fault_on_the_way_is_told_without_a_library_s_words(
    qapp: object,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    fault: Exception,
    message: str,
) -> None:
    def fails(*_: object) -> Scan:
        raise fault

    monkeypatch.setattr(scanning, "scan", fails)
    _, (found,) = run(tmp_path)
    assert isinstance(found, Problem)
    assert found.message == message
    assert "Jane" not in str(found)


def test_no_more_files_are_named_once_it_is_cancelled(tmp_path: Path) -> None:
    make_ct_series(tmp_path, 3)
    asked = iter([False, True])
    assert len(list(_Folder(tmp_path, lambda: next(asked, True)).names())) == 1


def test_what_was_cancelled_is_not_answered(qapp: object, tmp_path: Path) -> None:
    cancelled = threading.Event()
    cancelled.set()
    assert run(tmp_path, cancelled)[1] == []


def test_only_the_last_place_is_answered(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate, real = threading.Event(), scanning.scan
    make_ct_series(tmp_path / "a", 1)
    make_ct_series(tmp_path / "b", 2)

    def slow(*given: object) -> Scan:
        gate.wait(10)
        return real(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(scanning, "scan", slow)
    search, progress = PictureSearch(LIMITS), list[tuple[int, int]]()
    search.progressed.connect(lambda done, count: progress.append((done, count)))
    search.look_in(tmp_path / "a")
    search.look_in(tmp_path / "b")
    with qtbot.waitSignal(search.found) as found:
        gate.set()
    assert [len(one.frames) for one in found.args[0].series] == [2]
    assert progress[-1] == (2, 2)
    assert all(count == 2 for _, count in progress)


def test_what_comes_after_all_is_dropped(qapp: object, qtbot: QtBot, tmp_path: Path) -> None:
    search, told = PictureSearch(LIMITS), list[object]()
    for signal in (search.found, search.failed, search.progressed):
        signal.connect(lambda *values: told.append(values))
    search.look_in(tmp_path)
    search.cancel()
    search._on_came(search._generation - 1, Scan((), ()))
    search._on_told(search._generation - 1, 1, 2)
    assert told == []
    with qtbot.waitSignal(search.failed):
        search.look_in(tmp_path / "gone")
