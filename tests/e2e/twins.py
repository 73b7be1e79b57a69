"""Two windows, on a case and on one with other later facts, that are led alike and compared."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot

from tests.e2e.everything import Said, difference_box, differences, everything, picture
from tests.e2e.later import changed_after
from tests.e2e.later_parts import Json
from tests.e2e.programs import a_program, show_opened
from tests.e2e.screen import settle
from viewer.paths import first_case
from viewer.ui.program import Program
from viewer.ui.window import Window

LARGE, SMALL = (1600, 1000), (1280, 800)


def shipped() -> Json:
    """Give the shipped case as it stands in its file."""
    raw: Json = json.loads((first_case() / "case.json").read_text(encoding="utf-8"))
    return raw


def written(raw: Json, folder: Path) -> Path:
    """Write a case and give its folder."""
    folder.mkdir(parents=True)
    (folder / "case.json").write_text(json.dumps(raw, ensure_ascii=False), encoding="utf-8")
    return folder


def open_in(qtbot: QtBot, window: Window, case: Path) -> None:
    """Open a case as the menu does."""
    with qtbot.waitSignal(window.opener.opened):
        window.opener.open(case)
    settle()


@contextmanager
def opened(
    qtbot: QtBot, case: Path, home: Path, size: tuple[int, int] = LARGE, language: str = "en"
) -> Iterator[Program]:
    """Run the program on a case, with settings of its own."""
    wanted = ("--language", language, "--size", f"{size[0]}x{size[1]}")
    program = a_program(case, home / "settings.ini", *wanted)
    try:
        show_opened(qtbot, program).chart.setFocus()
        settle()
        yield program
    finally:
        QToolTip.hideText()
        program.close()
        settle()


def hide_after(window: Window, day: int) -> None:
    """Put the cursor on a day and hide what is later, by the command for it."""
    window.verbs.put_cursor(day)
    window.actions_by_name["hide_after"].trigger()
    assert window.session.state.horizon == day
    settle()


class Twins:
    """The two windows; `lead` does the same in both, `found` says in what they differ."""

    def __init__(self, qtbot: QtBot, one: Program, other: Program, folder: Path) -> None:
        self._qtbot = qtbot
        self._programs = one, other
        self._folder = folder
        self._count = 0

    @property
    def windows(self) -> tuple[Window, Window]:
        one, other = self._programs
        return one.window, other.window

    def lead(self, act: Callable[[Window], Any]) -> tuple[Any, Any]:
        """Do something in both windows and give what came of it."""
        one, other = (self._led(window, act) for window in self.windows)
        return one, other

    def _led(self, window: Window, act: Callable[[Window], Any]) -> Any:
        # One window of the two has the keyboard at a time; what is focused looks different.
        window.activateWindow()
        settle()
        came = act(window)
        settle()
        return came

    def change(self, raw: Json, plain: Json | None = None) -> None:
        """Open the shipped case or `plain` anew in the first window, another in the second."""
        self._count += 1
        case = first_case()
        if plain is not None:
            case = written(plain, self._folder / f"plain-{self._count}")
        open_in(self._qtbot, self.windows[0], case)
        folder = self._folder / f"zephyr-{self._count}"
        open_in(self._qtbot, self.windows[1], written(raw, folder))

    def found(self, name: str = "", with_texts: bool = True) -> dict[str, list[str]]:
        """Give every difference, by the way in which it shows; pictures of it are kept."""

        def look(window: Window) -> tuple[QImage, Said]:
            return picture(window), everything(window) if with_texts else {}

        (one, one_said), (other, other_said) = self.lead(look)
        found, pictures = differences(one_said, other_said), (one, other)
        if (box := difference_box(*pictures)) is not None:
            for image, whose in zip(pictures, ("case", "changed"), strict=True):
                image.save(str(self._folder / f"{name}-{whose}.png"))
            found["pixels"] = [f"{name}: {box.getRect()}, pictures in {self._folder}"]
        return {way: lines[:8] for way, lines in found.items()}


@contextmanager
def twins(
    qtbot: QtBot,
    folder: Path,
    horizon: int,
    size: tuple[int, int] = LARGE,
    language: str = "en",
    case: Path | None = None,
) -> Iterator[Twins]:
    """Open the shipped case, and the same with other facts after `horizon` (or `case`)."""
    changed = case or written(changed_after(shipped(), horizon), folder / "zephyr")
    with (
        opened(qtbot, first_case(), folder / "one", size, language) as one,
        opened(qtbot, changed, folder / "other", size, language) as other,
    ):
        yield Twins(qtbot, one, other, folder)
