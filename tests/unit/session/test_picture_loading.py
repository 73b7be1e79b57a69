"""Pictures are found and decoded in the background: nearest first, cancellable, within a budget."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from pydicom import dcmread
from pytestqt.qtbot import QtBot

from tests.dicom_files import make_ct_series
from tests.making import a_case
from viewer.io.case_files import FolderAssets
from viewer.io.case_store import OpenedCase
from viewer.io.pictures.files import CasePictures, FolderPictures
from viewer.io.unreadable import AssetUnreadableError
from viewer.model.case import Case
from viewer.model.clinical import Study
from viewer.model.picture_view import opening, show_frame
from viewer.model.pictures import Frame, PictureLimits, Pixels, Scan
from viewer.model.problem import Problem
from viewer.session.pictures.series import SeriesPictures, _Decoding, _owned
from viewer.session.pictures.shelf import PictureShelf
from viewer.session.pictures.source import PictureSource
from viewer.session.pictures.study import PicturePart, ShownSeries, StudyPictures, _Scanning


def a_study(*paths: str, id_: str = "ct") -> Study:
    given: dict[str, Any] = {"id": id_, "title": "CT", "modality": "CT", "when": {"day": 0}}
    given |= {"evidence": {"kind": "reported"}, "images": [{"path": path} for path in paths]}
    return Study.model_validate(given)


@pytest.fixture
def opened(tmp_path: Path) -> OpenedCase:
    case: Case = a_case()
    return OpenedCase(tmp_path, case, (), False, FolderAssets(tmp_path))


@pytest.fixture
def shelf(qapp: object) -> Iterator[PictureShelf]:
    shelf = PictureShelf()
    yield shelf
    shelf.forget()


def scanned(qtbot: QtBot, study: StudyPictures | None) -> StudyPictures:
    assert study is not None
    qtbot.waitUntil(lambda: study.is_scanned, timeout=10_000)
    return study


def decoded(qtbot: QtBot, pictures: SeriesPictures) -> None:
    qtbot.waitUntil(lambda: pictures.is_finished, timeout=10_000)


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> threading.Semaphore:
    """Lets through as many pictures as it is told."""
    gate, really = threading.Semaphore(0), PictureSource.decode

    def decode(source: PictureSource, frame: Frame) -> Pixels:
        assert gate.acquire(timeout=10)
        return really(source, frame)

    monkeypatch.setattr(PictureSource, "decode", decode)
    return gate


def test_series_are_found_and_all_pictures_decoded(
    qtbot: QtBot, shelf: PictureShelf, opened: OpenedCase, tmp_path: Path
) -> None:
    make_ct_series(tmp_path / "ct", 5)
    study = scanned(qtbot, shelf.of_study(opened, a_study("ct")))
    (shown,) = study.series
    with qtbot.waitSignal(shown.pictures.finished, timeout=10_000):
        shelf.look_at(shown, 2)
    for index in range(5):  # from the head to the feet
        pixels = shown.pictures.pixels(index)
        assert pixels is not None
        assert np.array_equal(pixels.values, np.full((8, 8), 4 - index - 1024))
        assert shown.pictures.problem(index) is None
    assert shown.pictures.count_done == 5
    assert shown.pictures.held_bytes == 5 * 8 * 8 * 2


def test_what_is_seen_comes_first_then_what_is_near(
    qtbot: QtBot,
    shelf: PictureShelf,
    opened: OpenedCase,
    tmp_path: Path,
    gate: threading.Semaphore,
) -> None:
    make_ct_series(tmp_path / "ct", 9)
    study = scanned(qtbot, shelf.of_study(opened, a_study("ct")))
    (shown,) = study.series
    order = list[int]()
    shown.pictures.frame_ready.connect(order.append)
    shelf.look_at(shown, 4)
    gate.release()
    qtbot.waitUntil(lambda: order == [4], timeout=10_000)
    shelf.look_at(shown, 0)  # somebody scrolls far away; two are on their way already
    gate.release(8)
    decoded(qtbot, shown.pictures)
    assert order == [4, 5, 3, 0, 1, 2, 6, 7, 8]


def test_a_broken_picture_costs_no_other(
    qtbot: QtBot, shelf: PictureShelf, opened: OpenedCase, tmp_path: Path
) -> None:
    paths = make_ct_series(tmp_path / "ct", 4)
    study = scanned(qtbot, shelf.of_study(opened, a_study("ct")))
    (shown,) = study.series
    told = list[tuple[int, Problem]]()
    shown.pictures.failed.connect(lambda *failure: told.append(failure))
    paths[2].write_bytes(paths[2].read_bytes()[:-40])
    shelf.look_at(shown, 0)
    decoded(qtbot, shown.pictures)
    ((index, problem),) = told
    assert (index, shown.pictures.problem(1)) == (1, problem)
    assert paths[2].name in str(problem)
    assert [shown.pictures.pixels(at) is not None for at in range(4)] == [True, False, True, True]


def test_a_fault_of_a_decoder_is_told_without_its_words(
    qtbot: QtBot,
    shelf: PictureShelf,
    opened: OpenedCase,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    make_ct_series(tmp_path / "ct", 1)

    def fail(_source: object, _frame: object) -> Pixels:
        raise ZeroDivisionError("Doe^Jane")

    monkeypatch.setattr(PictureSource, "decode", fail)
    study = scanned(qtbot, shelf.of_study(opened, a_study("ct")))
    (shown,) = study.series
    shelf.look_at(shown, 0)
    decoded(qtbot, shown.pictures)
    said = str(shown.pictures.problem(0))
    assert "ZeroDivisionError" in said
    assert "Doe" not in said


def test_a_folder_that_is_not_there_is_told(
    qtbot: QtBot, shelf: PictureShelf, opened: OpenedCase
) -> None:
    study = scanned(qtbot, shelf.of_study(opened, a_study("gone")))
    assert study.series == ()
    assert study.chosen_series is None
    assert "gone" in str(study.problems[0])


def test_a_folder_that_vanishes_while_its_pictures_are_decoded(
    qtbot: QtBot, shelf: PictureShelf, opened: OpenedCase, tmp_path: Path
) -> None:
    paths = make_ct_series(tmp_path / "ct", 3)
    study = scanned(qtbot, shelf.of_study(opened, a_study("ct")))
    for path in paths:
        path.unlink()
    (shown,) = study.series
    shelf.look_at(shown, 0)
    decoded(qtbot, shown.pictures)
    assert all(shown.pictures.problem(at) is not None for at in range(3))


@pytest.mark.parametrize("fault", ["unreadable", "odd"])
def test_a_search_that_fails_costs_no_other_part(
    qtbot: QtBot,
    shelf: PictureShelf,
    opened: OpenedCase,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    fault: str,
) -> None:
    make_ct_series(tmp_path / "ct", 2)
    really = CasePictures.names

    def names(files: CasePictures) -> Iterator[str]:
        if files._path == "bad":
            problem = Problem("error", "It went.", "Look.", {}, "bad")
            raise AssetUnreadableError(problem) if fault == "unreadable" else MemoryError("Doe")
        return really(files)

    monkeypatch.setattr(CasePictures, "names", names)
    study = scanned(qtbot, shelf.of_study(opened, a_study("bad", "ct")))
    assert [len(one.series.frames) for one in study.series] == [2]
    said = str(study.problems[0])
    assert ("It went." in said) if fault == "unreadable" else ("MemoryError" in said)
    assert "Doe" not in said


def test_parts_keep_the_names_that_the_case_gives_them(
    qtbot: QtBot, shelf: PictureShelf, opened: OpenedCase, tmp_path: Path
) -> None:
    make_ct_series(tmp_path / "one", 2)
    make_ct_series(tmp_path / "two", 3)
    study = scanned(qtbot, shelf.of_study(opened, a_study("one", "two")))
    assert [len(one.series.frames) for one in study.series] == [2, 3]
    assert len({one.key for one in study.series}) == 2  # though the files say they are one series
    study.chosen = study.series[1].key
    assert study.chosen_series == study.series[1]


def test_how_a_series_was_looked_at_is_remembered(
    qtbot: QtBot, shelf: PictureShelf, opened: OpenedCase, tmp_path: Path
) -> None:
    make_ct_series(tmp_path / "ct", 5)
    study = scanned(qtbot, shelf.of_study(opened, a_study("ct")))
    (shown,) = study.series
    assert study.view_of(shown) == opening(5)
    study.views[shown.key] = show_frame(opening(5), 4, 5)
    again = shelf.of_study(opened, a_study("ct"))
    assert again is study
    assert study.view_of(shown).frame == 4


def test_another_case_ends_the_search_and_drops_all_pictures(
    qtbot: QtBot, shelf: PictureShelf, opened: OpenedCase, tmp_path: Path
) -> None:
    make_ct_series(tmp_path / "ct", 3)
    study = scanned(qtbot, shelf.of_study(opened, a_study("ct")))
    (shown,) = study.series
    shelf.look_at(shown, 0)
    decoded(qtbot, shown.pictures)
    other = OpenedCase(tmp_path, a_case(id="other"), (), False, FolderAssets(tmp_path))
    assert shelf.of_study(other, None) is None
    assert shown.pictures.held_bytes == 0
    assert shelf.of_study(other, a_study("ct")) is not study


def test_a_search_that_was_cancelled_tells_nothing(
    qtbot: QtBot, shelf: PictureShelf, opened: OpenedCase, tmp_path: Path, monkeypatch: Any
) -> None:
    make_ct_series(tmp_path / "ct", 3)
    begun, gate, really = threading.Event(), threading.Event(), CasePictures.names

    def names(files: CasePictures) -> Iterator[str]:
        begun.set()
        assert gate.wait(10)
        return really(files)

    monkeypatch.setattr(CasePictures, "names", names)
    first = shelf.of_study(opened, a_study("ct"))
    assert first is not None
    assert begun.wait(10)
    shelf.forget()
    gate.set()
    second = scanned(qtbot, shelf.of_study(opened, a_study("ct")))  # its turn comes after
    assert second.series != ()
    assert not first.is_scanned


def test_an_answer_that_comes_after_all_were_dropped_is_not_taken(
    qtbot: QtBot,
    shelf: PictureShelf,
    opened: OpenedCase,
    tmp_path: Path,
    gate: threading.Semaphore,
) -> None:
    make_ct_series(tmp_path / "ct", 3)
    study = scanned(qtbot, shelf.of_study(opened, a_study("ct")))
    (shown,) = study.series
    shelf.look_at(shown, 0)
    shown.pictures.forget()
    gate.release(20)
    shelf.look_at(shown, 2)
    decoded(qtbot, shown.pictures)
    assert shown.pictures.count_done == 3


def test_nobody_looks_nothing_is_decoded_but_what_is_on_its_way(
    qtbot: QtBot,
    shelf: PictureShelf,
    opened: OpenedCase,
    tmp_path: Path,
    gate: threading.Semaphore,
) -> None:
    make_ct_series(tmp_path / "ct", 9)
    study = scanned(qtbot, shelf.of_study(opened, a_study("ct")))
    (shown,) = study.series
    shelf.look_at(shown, 0)
    shown.pictures.rest()
    gate.release(9)
    qtbot.waitUntil(lambda: shown.pictures.count_done == 2, timeout=10_000)
    shelf._pool.waitForDone(1_000)
    assert shown.pictures.count_done == 2
    assert not shown.pictures.is_wanted


def test_what_was_not_looked_at_the_longest_goes_when_memory_is_needed(
    qtbot: QtBot, qapp: object, opened: OpenedCase, tmp_path: Path
) -> None:
    names = ("a", "b", "c")
    for name in names:
        make_ct_series(tmp_path / name, 3)
    shelf = PictureShelf(kept_bytes=2 * 3 * 8 * 8 * 2)
    study = scanned(qtbot, shelf.of_study(opened, a_study(*names)))
    seen = list[ShownSeries](study.series)
    for shown in seen:
        shelf.look_at(shown, 0)
        decoded(qtbot, shown.pictures)
        shown.pictures.rest()
    held = [shown.pictures.held_bytes > 0 for shown in seen]
    assert held == [False, True, True]
    shelf.look_at(seen[1], 0)  # it is still there
    assert seen[1].pictures.is_finished
    shelf.forget()


def test_other_limits_let_all_be_found_anew(
    qtbot: QtBot, shelf: PictureShelf, opened: OpenedCase, tmp_path: Path
) -> None:
    make_ct_series(tmp_path / "ct", 3)
    assert scanned(qtbot, shelf.of_study(opened, a_study("ct"))).series != ()
    with qtbot.waitSignal(shelf.limits_changed):
        shelf.set_limits(PictureLimits(picture_bytes=10))
    shelf.set_limits(PictureLimits(picture_bytes=10))  # says it once
    assert shelf.limits == PictureLimits(picture_bytes=10)
    study = scanned(qtbot, shelf.of_study(opened, a_study("ct")))
    assert study.series == ()
    assert "10 bytes" in str(study.problems[0])


def test_a_small_picture_does_not_hold_the_memory_of_a_large_one(qapp: object) -> None:
    large = np.zeros((10, 8, 8), np.int16)
    assert _owned(Pixels(large[3])).values.base is None
    whole = np.zeros((8, 8), np.int16)
    assert _owned(Pixels(whole)).values is whole


def test_a_study_without_pictures_has_none(shelf: PictureShelf, opened: OpenedCase) -> None:
    assert shelf.of_study(opened, a_study()) is None
    assert shelf.of_study(None, None) is None


# --- what the worker does, without one ------------------------------------------------------


def test_a_worker_hands_over_pictures_and_reasons(qapp: object, tmp_path: Path) -> None:
    make_ct_series(tmp_path / "ct", 2)
    source = PictureSource(CasePictures(FolderAssets(tmp_path), "ct"), PictureLimits())
    told = list[tuple[int, int]]()
    scan = source.scan(lambda: False, lambda *counts: told.append(counts))
    assert told[-1] == (2, 2)
    frames = scan.series[0].frames

    def fail(_frame: Frame) -> Pixels:
        raise MemoryError("Doe")

    came = list[tuple[int, int, object]]()
    for decode in (source.decode, source.decode, fail):
        job = _Decoding(5, 1, frames[1], decode)
        job.carrier.came.connect(lambda *answer: came.append(answer))
        job.run()
        (tmp_path / frames[1].file).unlink(missing_ok=True)
    assert [answer[:2] for answer in came] == [(5, 1)] * 3
    assert isinstance(came[0][2], Pixels)
    assert isinstance(came[1][2], Problem)
    assert "MemoryError" in str(came[2][2])
    assert "Doe" not in str(came[2][2])


@pytest.mark.parametrize("is_cancelled", [False, True])
def test_a_search_tells_its_progress_and_its_end(
    qapp: object, tmp_path: Path, is_cancelled: bool
) -> None:
    class Gone(PictureSource):
        def scan(self, is_cancelled: object, told: object) -> Scan:  # noqa: ARG002
            raise error

    make_ct_series(tmp_path / "ct", 2)
    files, limits = CasePictures(FolderAssets(tmp_path), "ct"), PictureLimits()
    parts = [PicturePart(PictureSource(files, limits), "ct")]
    parts += [PicturePart(Gone(files, limits), "gone")] * 2
    error: Exception = AssetUnreadableError(Problem("error", "It went.", "Look."))
    cancelled = threading.Event()
    if is_cancelled:
        cancelled.set()
    job, told, came = _Scanning(3, parts, cancelled), list[object](), list[Any]()
    job.carrier.told.connect(lambda *counts: told.append(counts))
    job.carrier.came.connect(lambda *answer: came.append(answer))
    job.run()
    assert told[0] == ((3, 2, 2) if is_cancelled else (3, 0, 2))
    if is_cancelled:
        assert came == []
        return
    ((generation, found),) = came
    assert generation == 3
    assert len(found[0].series[0].frames) == 2
    assert str(found[1]) == str(error)
    error = ValueError("Doe")
    job.run()
    assert "ValueError" in str(came[1][1][1])
    assert "Doe" not in str(came[1][1][1])


def test_progress_is_told_of_the_search_under_way_alone(
    qtbot: QtBot, shelf: PictureShelf, opened: OpenedCase, tmp_path: Path
) -> None:
    make_ct_series(tmp_path / "ct", 2)
    study = shelf.of_study(opened, a_study("ct"))
    assert study is not None
    told = list[tuple[int, int]]()
    study.progressed.connect(lambda *counts: told.append(counts))
    scanned(qtbot, study)
    assert told[0] == (0, 2)
    before = list(told)
    study._on_told(-1, 1, 2)
    study._on_came(-1, [])
    assert told == before
    assert study.is_scanned


def test_a_file_tells_how_it_was_taken_and_whose_it_is_apart(tmp_path: Path) -> None:
    make_ct_series(tmp_path / "ct", 1)
    source = PictureSource(CasePictures(FolderAssets(tmp_path), "ct"), PictureLimits())
    (frame,) = source.scan(lambda: False, lambda _done, _of: None).series[0].frames
    facts, patient = source.facts(frame), source.patient(frame)
    assert not isinstance(facts, Problem)
    assert not isinstance(patient, Problem)
    assert "Doe" not in repr(facts)
    assert "12345" not in repr(facts)
    assert (patient.name, patient.id) == ("Doe Jane", "12345")
    (tmp_path / frame.file).unlink()
    assert isinstance(source.facts(frame), Problem)
    assert isinstance(source.patient(frame), Problem)


# --- a first picture, and the end -----------------------------------------------------------


def test_of_many_files_a_first_picture_is_there_before_the_series(
    qtbot: QtBot, shelf: PictureShelf, opened: OpenedCase, tmp_path: Path
) -> None:
    make_ct_series(tmp_path / "ct", 30)
    study = shelf.of_study(opened, a_study("ct"))
    assert study is not None
    with qtbot.waitSignal(study.glimpsed, timeout=10_000):
        pass
    assert study.glimpse is not None
    assert study.glimpse.pixels(0) is not None
    assert study.glimpse.is_finished
    study._on_glimpsed(-1, None)  # type: ignore[arg-type]  # of a search that was cancelled
    scanned(qtbot, study)
    assert study.glimpse is None
    assert len(study.series[0].series.frames) == 30


def test_a_first_picture_that_cannot_be_had_is_waited_for(
    qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = make_ct_series(tmp_path / "ct", 30)
    source = PictureSource(CasePictures(FolderAssets(tmp_path), "ct"), PictureLimits())
    assert source.glimpse() is not None
    for path in paths:
        path.write_bytes(path.read_bytes()[:-20])
    assert source.glimpse() is None
    told = list[object]()

    def fail(_source: PictureSource) -> None:
        raise MemoryError("Doe")

    for glimpse in (PictureSource.glimpse, fail, lambda _source: "a picture"):
        monkeypatch.setattr(PictureSource, "glimpse", glimpse)
        job = _Scanning(1, [PicturePart(source, "ct")], threading.Event())
        job.carrier.glimpsed.connect(lambda *found: told.append(found))
        job.run()
    assert told == [(1, "a picture")]


def test_a_first_picture_may_be_a_plain_one(tmp_path: Path) -> None:
    for number in range(30):
        Image.new("L", (4, 4), number).save(tmp_path / f"{number:02}.png")
    source = PictureSource(FolderPictures(tmp_path), PictureLimits())
    found = source.glimpse()
    assert found is not None
    series, pixels = found
    assert series.frames[0].file == "15.png"
    assert set(pixels.values.ravel()) == {15}


def test_a_first_picture_of_a_film_is_one_of_its_frames(tmp_path: Path) -> None:
    paths = make_ct_series(tmp_path, 30, rows=4)
    data = dcmread(paths[15])
    film = np.arange(3 * 4 * 4, dtype=np.int16).reshape(3, 4, 4)
    data.NumberOfFrames, data.PixelData = 3, film.tobytes()
    data.Rows, data.Columns = film.shape[1:]
    data.save_as(paths[15])
    source = PictureSource(FolderPictures(tmp_path), PictureLimits())
    found = source.glimpse()
    assert found is not None
    series, pixels = found
    assert [frame.index for frame in series.frames] == [0]
    first = source.decode(series.frames[0])
    np.testing.assert_array_equal(first.values, pixels.values)
    assert first.values.shape == (4, 4)


def test_compressed_pictures_are_decoded_and_all_ends_with_the_program(
    qtbot: QtBot, opened: OpenedCase, tmp_path: Path
) -> None:
    spec = find_spec("pydicom")
    assert spec is not None
    assert spec.origin is not None
    (tmp_path / "ct").mkdir()
    shutil.copy(Path(spec.origin).parent / "data" / "test_files" / "JPEG2000.dcm", tmp_path / "ct")
    files = CasePictures(FolderAssets(tmp_path), "ct")
    source = PictureSource(files, PictureLimits())
    source.close()  # there is nothing to let go of
    (series,) = source.scan(lambda: False, lambda _done, _of: None).series
    assert source.decode(series.frames[0]).values.any()
    source.close()
    shelf = PictureShelf()
    study = scanned(qtbot, shelf.of_study(opened, a_study("ct")))
    (shown,) = study.series
    shelf.look_at(shown, 0)
    decoded(qtbot, shown.pictures)
    assert shown.pictures.problem(0) is None
    study._close_sources()
    shelf.finish()
    assert shown.pictures.held_bytes == 0
