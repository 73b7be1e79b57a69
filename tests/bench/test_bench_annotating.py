"""Ten thousand annotations: opening, saving and panning beside doing so without."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop
from PySide6.QtWidgets import QApplication

from tests.bench import cases, peers, report
from tests.bench.annotated_case import MANY, annotated_copy, sign_as_ann
from tests.bench.measuring import PATIENCE_S, Painted, in_turn, medians
from tests.bench.other_process import OtherProcess
from tests.bench.our_window import chart_parts, our_window, panning, show_share
from viewer.io.case_store import open_case
from viewer.model.annotating import Edit
from viewer.model.annotation import Content, OnDay
from viewer.paths import first_case
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


def test_opening_with_annotations(qapp: QApplication, tmp_path: Path) -> None:
    """From the path to the painted chart, with every annotation known."""
    case = annotated_copy(first_case(), tmp_path)

    def opening(window: Window, path: Path) -> Painted:
        def step(_: int) -> None:
            window.show_case(open_case(path))
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            _wait(lambda: _is_read(window))
            for part in chart_parts(window):
                part.update()

        return Painted(step, window.chart, chart_parts(window))

    with our_window(first_case()) as plain, our_window(case) as annotated:
        _wait(lambda: _is_read(annotated))
        assert len(annotated.session.annotations.shown) == MANY
        took = medians(
            in_turn(
                {"plain": opening(plain, first_case()), "annotated": opening(annotated, case)},
                rounds=10,
            )
        )
        annotated.session.annotating.finish()
    name = "annotating: case with 10,000 annotations opened in a running program / without"
    report.record(report.compared(name, took["annotated"], took["plain"], 3))


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
