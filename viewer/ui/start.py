"""From the command line to a window: application, look, language, case."""

import argparse
import gc
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QEventLoop,
    QLibraryInfo,
    QLocale,
    Qt,
    QTranslator,
)
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from viewer import __version__
from viewer.io.case_store import CaseUnreadableError, OpenedCase, open_case
from viewer.paths import resources
from viewer.session.settings import Settings
from viewer.ui.application import Application
from viewer.ui.fonts import install_fonts
from viewer.ui.look import Look
from viewer.ui.theme import THEME_NAMES, ThemeName

if TYPE_CHECKING:
    from viewer.ui.program import Program
    from viewer.ui.window import Window

DEFAULT_SIZE = (1600, 1000)
LEAST_ROUNDS = 3
"""Layouts settle, then the views follow them; after that pictures come in the background."""
TURN_MS = 20
PATIENCE_S = 30.0
"""A picture of the window waits so long for the pictures in it."""
LANGUAGES = ("en", "ja")
SWITCH_S = 0.0005
"""The window waits at most so long for its turn beside what the background works out: a tenth of
Python's own patience, which a single repaint takes many times over."""


def application() -> QApplication:
    """Give the one application, in Fusion style and with the bundled fonts."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    app = Application([sys.argv[0] if sys.argv else "dayline"])
    app.setApplicationName("dayline")
    app.setApplicationDisplayName("Dayline")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("dayline")  # how desktops find the entry that the window belongs to
    app.setWindowIcon(icon())
    app.setStyle("Fusion")
    install_fonts(app)
    return app


def icon() -> QIcon:
    """Give the program's icon; each size is read when it is asked for."""
    drawn = QIcon()
    for file in sorted((resources() / "icons").glob("dayline-*.png")):
        drawn.addFile(str(file))
    return drawn


def run(options: argparse.Namespace) -> int:
    """Open the window that the command line asks for; give the exit code."""
    if options.screenshot is not None:
        return draw(options)
    from viewer.ui.program import Program

    app = application()
    program = Program(Settings(), options)
    program.show()
    sys.setswitchinterval(SWITCH_S)
    gc.freeze()  # what starting made stays; the first look for rubbish would go through all of it
    code = app.exec()
    program.close()
    return code


def draw(options: argparse.Namespace) -> int:
    """Draw the real window into a picture, without a screen and without remembering anything."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if options.case is None:
        print("dayline: --screenshot needs a CASE", file=sys.stderr)
        return 2
    try:
        opened = open_case(options.case)
    except CaseUnreadableError as error:
        print(f"dayline: {error.problem}", file=sys.stderr)
        return 1
    with unseen(options, opened) as program:
        with suppress(OSError):  # saving fails then, and says so
            options.screenshot.parent.mkdir(parents=True, exist_ok=True)
        is_saved = program.window.grab().save(str(options.screenshot), "PNG")
    if not is_saved:
        print(f"dayline: could not write {options.screenshot}", file=sys.stderr)
    return 0 if is_saved else 1


@contextmanager
def unseen(options: argparse.Namespace, opened: OpenedCase) -> Iterator["Program"]:
    """Give the program with the real window on a case, all drawn, off the screen.

    Nothing of it is remembered.
    """
    application()
    from viewer.ui.program import Program

    with TemporaryDirectory() as folder:
        program = Program(Settings(Path(folder) / "settings.ini"), options)
        window = program.window
        window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        window.resize(*(options.size or DEFAULT_SIZE))
        program.show_case(opened)
        window.show()
        program.place(options)
        wait_for(window)
        try:
            yield program
        finally:
            program.close()
            # Without a loop of events nobody else lets the window go.
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def wait_for(window: "Window") -> None:
    """Wait until layouts have settled and all that is in sight is drawn, or patience ends."""
    from viewer.ui.follower import Follower
    from viewer.ui.widgets.page import Page

    rounds, begun = 0, time.monotonic()
    while rounds < LEAST_ROUNDS or not window.is_ready:
        for follower in window.findChildren(Follower):
            follower.catch_up()
        for page in window.findChildren(Page):
            page.finish()
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, TURN_MS)
        rounds += 1
        if time.monotonic() - begun > PATIENCE_S:
            break


def translators(language: str) -> tuple[QTranslator, ...]:
    """Give the words of Qt's own buttons and dialogs in a language, then those of the window.

    None for English, in which they are written.
    """
    if language == "en":
        return ()
    of_qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    files = (
        of_qt / f"qtbase_{language}.qm",
        resources() / "translations" / f"dayline_{language}.qm",
    )
    words = [(QTranslator(), file) for file in files]
    return tuple(translator for translator, file in words if translator.load(str(file)))


def wanted_language(options: argparse.Namespace, settings: Settings) -> str:
    """Give the language: asked for, else remembered, else the system's, else English."""
    system = QLocale.system().name().split("_", maxsplit=1)[0]
    for language in (options.language, settings.text("language"), system):
        if language in LANGUAGES:
            return str(language)
    return "en"


def wanted_theme(options: argparse.Namespace, settings: Settings) -> ThemeName:
    """Give the theme: asked for, else remembered, else dark where the system is dark."""
    named = {str(name): name for name in THEME_NAMES}
    for wanted in (options.theme, settings.text("theme")):
        if wanted in named:
            return named[wanted]
    scheme = QGuiApplication.styleHints().colorScheme()
    return "dark" if scheme == Qt.ColorScheme.Dark else "light"


def look_for(options: argparse.Namespace, settings: Settings, language: str) -> Look:
    """Dress the application as wanted."""
    look = Look(wanted_theme(options, settings), language)
    look.dress()
    return look
