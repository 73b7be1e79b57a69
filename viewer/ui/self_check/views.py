"""What the program shows: each part of its window on a case, and its stage, is drawn."""

from argparse import Namespace
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from viewer.ui.self_check.finding import FailedError, Findings, demand
from viewer.ui.self_check.looks import is_painted
from viewer.ui.self_check.reading import opened
from viewer.ui.start import unseen, wait_for
from viewer.ui.window import Window

LOOKS = ("light", "dark", "projector")


def try_views(findings: Findings, case: Callable[[], Path]) -> None:
    """Open a case in the real window, off the screen, and draw every part of it."""
    name = case().name
    for theme in LOOKS:
        check = f"{name}: window, {theme}"
        findings.attempt(check, partial(_window, case, _options(theme)))
    in_japanese = partial(_window, case, _options("light", "ja"))
    findings.attempt(f"{name}: window in Japanese", in_japanese)
    with unseen(_options(), opened(case)) as program:
        for part, widget in _parts(program.window):
            findings.attempt(f"{name}: {part}", partial(_painted, program.window, widget))
        findings.attempt(f"{name}: stage", partial(_stage, program.window))


def _options(theme: str = "light", language: str = "en") -> Namespace:
    """Give what a command line would ask for."""
    nothing = dict.fromkeys(("case", "day", "horizon", "select", "scene"))
    return Namespace(**nothing, size=(1280, 800), theme=theme, language=language, windowed=False)


def _window(case: Callable[[], Path], options: Namespace) -> str:
    with unseen(options, opened(case)) as program:
        return _painted(program.window, program.window)


def _parts(window: Window) -> Iterator[tuple[str, QWidget]]:
    yield "timeline and plots", window.chart
    yield "overview", window.chart.overview
    yield "legend", window.legend
    yield "header", window.header
    yield "status line", window.status
    for name, dock in window.docks.items():
        yield f"panel {name}", dock


def _painted(window: Window, widget: QWidget) -> str:
    if widget is not window:
        widget.show()
        widget.raise_()
    wait_for(window)
    demand(window.is_ready, "it is not ready after a long wait")
    picture = widget.grab().toImage()
    demand(is_painted(picture), "nothing is drawn")
    return f"{picture.width()} × {picture.height()}"


def _stage(window: Window) -> str:
    """Present the deck in windows of its own, and draw the stage and the console."""
    window.present.present(is_windowed=True)
    presenting = window.present.presenting
    if presenting is None:
        raise FailedError("the deck is not presented")
    try:
        for widget in (presenting.stage, presenting.console):
            wait_for(window)
            demand(is_painted(widget.grab().toImage()), f"{widget.objectName()} is not drawn")
        return f"{len(presenting.talk.scenes)} scenes"
    finally:
        presenting.end()
