"""Many events: a pan step against fewer of ours, and against vis-timeline; opening a big file."""

from __future__ import annotations

import gc
import json
import time
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.bench import cases, peers, report
from tests.bench.measuring import in_turn, medians
from tests.bench.our_window import our_window, panning, show_share
from tests.bench.vis_peer import VisTimeline
from viewer.io.case_store import open_case

IN_VIEW = 0.98
SHARE = 0.01


def test_many_events_in_view(qapp: QApplication) -> None:
    few, many = (cases.written(events=count, lanes=30) for count in (1_000, 100_000))
    with our_window(few) as light, our_window(many) as heavy:
        contenders = {"few": panning(light, SHARE), "many": panning(heavy, SHARE)}
        for window, contender in ((light, contenders["few"]), (heavy, contenders["many"])):
            show_share(window, IN_VIEW)
            contender.assert_changes_the_picture()
        took = medians(in_turn(contenders))
    name = "chart: 100,000 events in view, pan step / 1,000 events"
    report.record(report.compared(name, took["many"], took["few"], 3))


def test_against_vis_timeline(qapp: QApplication) -> None:
    name = "chart: 10,000 events, unstacked, pan step / vis-timeline in headless Chromium"
    try:
        browser, package = peers.browser(), peers.vis_folder()
    except peers.AbsentError as error:
        report.record(report.left_out(name, 0.02, str(error)))
        return
    case = cases.written(events=10_000, lanes=30)
    with VisTimeline(browser, package, case, IN_VIEW, SHARE) as peer, our_window(case) as window:
        show_share(window, IN_VIEW)
        ours = panning(window, SHARE)
        ours.assert_changes_the_picture()
        peer.assert_changes_the_picture()
        took = medians(in_turn({"ours": ours, "peer": peer}))
        note = f"{peer.version()}, the same events, without groups"
    report.record(report.compared(name, took["ours"], took["peer"], 0.02, note))


def test_opening_many_events() -> None:
    case = cases.written(events=100_000, lanes=30, series=0)

    def opened() -> float:
        started = time.perf_counter()
        found = open_case(case)
        seconds = time.perf_counter() - started
        assert len(found.case.events) == 100_000
        assert not found.problems
        return seconds

    def parsed() -> float:
        started = time.perf_counter()
        found = json.loads(Path(case, "case.json").read_bytes())
        seconds = time.perf_counter() - started
        assert len(found["events"]) == 100_000
        return seconds

    gc.enable()  # as Python is by itself, though tests run without its collector
    took = medians(in_turn({"ours": opened, "peer": parsed}, warm_up=1))
    gc.disable()
    name = "chart: 100,000 events opened and checked / json.loads"
    report.record(report.compared(name, took["ours"], took["peer"], 3))
