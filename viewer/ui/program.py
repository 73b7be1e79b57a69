"""One run of the program: its window, and a new one when the language changes."""

import argparse
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from viewer.io.case_store import OpenedCase
from viewer.session.collecting import Collector
from viewer.session.session import Session
from viewer.session.settings import Settings
from viewer.ui.application import Application
from viewer.ui.start import DEFAULT_SIZE, look_for, translators, wanted_language
from viewer.ui.window import Window


class Program(QObject):
    """Holds the window and what outlives it."""

    def __init__(self, settings: Settings, options: argparse.Namespace) -> None:
        super().__init__()
        Collector(self)
        self._settings = settings
        self._options = options
        self._words: tuple[QTranslator, ...] = ()
        language = wanted_language(options, settings)
        self._speak(language)
        self._look = look_for(options, settings, language)
        self._session = Session(language=language)
        self.window = self._make_window()

    def _speak(self, language: str) -> None:
        for words in self._words:
            QCoreApplication.removeTranslator(words)
        self._words = translators(language)
        for words in self._words:
            QCoreApplication.installTranslator(words)

    def _make_window(self) -> Window:
        window = Window(self._session, self._look, self._settings)
        window.language_wanted.connect(self._on_language_wanted)
        return window

    def show(self) -> None:
        """Show the window as it was left, then open the case that was asked for or was last."""
        if not self.window.restoreGeometry(self._settings.state("window/geometry")):
            self.window.resize(*DEFAULT_SIZE)
        if self._options.size is not None:
            self.window.resize(*self._options.size)
        self.window.show()
        path = self._document() or self._options.case or next(iter(self._settings.recent()), None)
        if path is not None:
            self.window.opener.opened.connect(self._on_opened)
            self.window.opener.open(path)

    def _document(self) -> Path | None:
        """Hear of documents that the system wants opened; give one that it wanted before."""
        app = QApplication.instance()
        if not isinstance(app, Application):
            return None
        app.file_wanted.connect(self._on_file_wanted)
        return app.wanted

    def show_case(self, opened: OpenedCase) -> None:
        """Show a case that has been read already."""
        self.window.show_case(opened)

    def place(self, options: argparse.Namespace) -> None:
        """Put horizon, cursor and selection where the command line wants them."""
        if options.horizon is not None:
            self._session.hide_after(options.horizon)
        if options.day is not None:
            self.window.verbs.put_cursor(options.day)
        if options.select is not None:
            self._session.select(options.select)
        if options.scene is not None:
            self.window.present.present(options.scene - 1, is_windowed=options.windowed)
        options.horizon = options.day = options.select = options.scene = None

    def close(self) -> None:
        """Close the window for good and forget the language."""
        self.window.close()
        self._session.annotating.finish()
        self._session.pictures.finish()
        self.window.deleteLater()
        self._speak("en")

    def _on_opened(self, _: OpenedCase) -> None:
        # No lambda: the window's opener would hold it, and with it this program and the window.
        self.place(self._options)

    def _on_file_wanted(self, path: Path) -> None:
        self.window.opener.open(path)

    def _on_language_wanted(self, language: str) -> None:
        if language != self._session.language:
            change = partial(self._change_language, language)
            self.window.annotate.change_language(change)

    def _change_language(self, language: str) -> None:
        """Words are put into widgets once, so another language is another window."""
        self._settings.set_text("language", language)
        self._speak(language)
        before = self.window
        self._session.language = language
        self._look.set_language(language)
        before.step_aside()
        self.window = self._make_window()
        self.window.restoreGeometry(self._settings.state("window/geometry"))
        self.window.show()
        before.deleteLater()
