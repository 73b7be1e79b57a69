"""Ten thousand annotations: opening, saving and panning beside doing so without."""

from __future__ import annotations

import gc
import itertools
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop
from PySide6.QtWidgets import QApplication

from tests.bench import cases, peers, report
from tests.bench.annotated_case import MANY, annotated_copy, sign_as_ann
from tests.bench.measuring import PATIENCE_S, Painted, Sample, in_turn, medians
from tests.bench.other_process import OtherProcess
from tests.bench.our_window import chart_parts, our_window, panning, show_share
from viewer.io.case_store import open_case
from viewer.model.annotating import Edit
from viewer.model.annotation import Content, OnDay
from viewer.paths import first_case
from viewer.session.collecting import Collector
from viewer.ui.start import SWITCH_S
from viewer.ui.window import Window

ROUNDS = 30


def _wait(is_so: Callable[[], bool]) -> None:
    started = time.perf_counter()
    while not is_so():
        # As a program waits; asking again and again would take the time of what is waited for.
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        assert time.perf_counter() - started < PATIENCE_S


def _is_read(window: Window) -> bool:
    keeping = window.session.annotating.keeping
    return keeping is not None and keeping.read is not None


@pytest.fixture
def as_in_the_program(qapp: QApplication) -> Iterator[None]:
    """Let threads take turns, and rubbish be looked for, as the program does."""
    patience, was_on = sys.getswitchinterval(), gc.isenabled()
    sys.setswitchinterval(SWITCH_S)
    collector = Collector(qapp)
    yield
    collector.deleteLater()
    QCoreApplication.sendPostedEvents(collector, QEvent.Type.DeferredDelete)
    sys.setswitchinterval(patience)
    if was_on:
        gc.enable()


@pytest.mark.usefixtures("as_in_the_program")
def test_opening_with_annotations(tmp_path: Path) -> None:
    """From the path to the painted chart, with every annotation known.

    Once of a case that the program has never seen, and once of one that was open before.
    """
    case = annotated_copy(first_case(), tmp_path)
    unseen = (_other_copy(case, tmp_path / f"copy {number}") for number in itertools.count())

    def opening(window: Window, paths: Iterator[Path]) -> Sample:
        def step(_: int) -> None:
            window.show_case(open_case(path))
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            _wait(lambda: _is_read(window))
            for part in chart_parts(window):
                part.update()

        painted = Painted(step, window.chart, chart_parts(window))
        path = first_case()

        def sample() -> float:
            nonlocal path
            path = next(paths)  # a copy is not made on our time
            return painted()

        return sample

    with our_window(first_case()) as plain, our_window(case) as annotated, our_window(case) as new:
        for window in (annotated, new):
            _wait(partial(_is_read, window))
            assert len(window.session.annotations.shown) == MANY
        contenders = {
            "plain": opening(plain, itertools.repeat(first_case())),
            "again": opening(annotated, itertools.repeat(case)),
            "first": opening(new, unseen),
        }
        took = medians(in_turn(contenders, rounds=10))
        assert len(new.session.annotations.shown) == MANY
        for window in (annotated, new):
            window.session.annotating.finish()
    for which, words in (("first", "for the first time"), ("again", "again")):
        name = f"annotating: case with 10,000 annotations opened {words} in a running program"
        report.record(report.compared(f"{name} / without", took[which], took["plain"], 3))


def _other_copy(case: Path, folder: Path) -> Path:
    """Give a copy of an annotated case that lies elsewhere, with copies of its journals."""
    shutil.copytree(case.with_name("case.notes"), folder / "case.notes")
    return Path(shutil.copytree(case, folder / "case"))


def test_an_edit_is_acknowledged(qapp: QApplication, tmp_path: Path) -> None:
    """From the edit until the window says "Saved", beside a bare append of as many bytes."""
    sign_as_ann()
    case = annotated_copy(first_case(), tmp_path)
    with our_window(case) as window:
        _wait(lambda: _is_read(window))
        annotating = window.session.annotating
        text = "a note of some length, as people write them between two slides. " * 3

        def edit() -> float:
            QApplication.processEvents()
            content = Content(kind="note", target=OnDay(day=3.0), text=text)
            said.clear()
            started = time.perf_counter()
            annotating.edit(Edit("Add note", {annotating.new_id(): content}))
            _wait(lambda: bool(said))
            return said[0] - started

        said: list[float] = []

        def on_saving_changed() -> None:
            if window.status.saving.text() == "Saved":
                said.append(time.perf_counter())

        annotating.saving_changed.connect(on_saving_changed)
        edit()
        keeping = annotating.keeping
        assert keeping is not None
        assert keeping.written is not None
        size = keeping.written.path.stat().st_size
        edit()
        data = b"x" * (keeping.written.path.stat().st_size - size)
        fd = os.open(tmp_path / "bare", os.O_WRONLY | os.O_CREAT | os.O_APPEND)

        def bare() -> float:
            started = time.perf_counter()
            os.write(fd, data)
            os.fdatasync(fd)
            return time.perf_counter() - started

        took = medians(in_turn({"ours": edit, "bare": bare}))
        os.close(fd)
        annotating.finish()
    name = "annotating: an edit acknowledged / bare append and fdatasync"
    report.record(report.compared(name, took["ours"], took["bare"], 3))


def test_panning_with_annotations(qapp: QApplication, tmp_path: Path) -> None:
    case = annotated_copy(first_case(), tmp_path)
    worst: tuple[float, float, str] = (0.0, 1.0, "")
    with our_window(first_case()) as plain, our_window(case) as annotated:
        _wait(lambda: _is_read(annotated))
        for share in (0.9, 0.2):
            contenders = {"plain": panning(plain), "annotated": panning(annotated)}
            for window in (plain, annotated):
                show_share(window, share)
            took = medians(in_turn(contenders))
            print(f"  pan at {share:g} of the course: {took['annotated'] / took['plain']:.2f}")
            if took["annotated"] / took["plain"] > worst[0] / worst[1]:
                worst = took["annotated"], took["plain"], f"worst: {share:g} of the course"
        annotated.session.annotating.finish()
    name = "annotating: pan step with 10,000 annotations / without"
    report.record(report.compared(name, worst[0], worst[1], 1.5, worst[2]))


def test_against_mne_with_annotations(qapp: QApplication, tmp_path: Path) -> None:
    name = "annotating: pan step with 10,000 annotations, six series of 1e5 / mne-qt-browser"
    try:
        python = peers.mne_python()
    except peers.AbsentError as error:
        report.record(report.left_out(name, 1, str(error)))
        return
    samples = 100_000
    series = cases.written(samples_per_series=samples, **cases.FEW_EVENTS)
    case = annotated_copy(series, tmp_path)
    script = Path(__file__).with_name("mne_peer.py")
    with (
        OtherProcess(python, script, str(samples), str(MANY)) as peer,
        our_window(case) as window,
    ):
        _wait(lambda: _is_read(window))
        show_share(window, 0.9)
        times = in_turn({"ours": panning(window), "peer": peer})
        took = medians(times)
        note = f"{peer.greeting} in its own process, {len(times['peer'])} steps each"
        window.session.annotating.finish()
    report.record(report.compared(name, took["ours"], took["peer"], 1, note))


def test_reading_the_journals(tmp_path: Path) -> None:
    """Not a goal: what of the opening is the reading of ten thousand records."""
    from viewer.io.annotations.journal_reading import read_journals
    from viewer.model.annotation_set import NO_ANNOTATIONS

    case = annotated_copy(first_case(), tmp_path)
    taken = []
    for _ in range(5):
        started = time.perf_counter()
        journals = read_journals([case.with_name("case.notes")], "insulinoma-tae")
        known = NO_ANNOTATIONS.adding(r for journal in journals for r in journal.records)
        taken.append(time.perf_counter() - started)
    assert len(known.shown) == MANY
    print(f"  10,000 annotations are read in {median(taken) * 1e3:.0f} ms")


pytestmark = pytest.mark.bench
