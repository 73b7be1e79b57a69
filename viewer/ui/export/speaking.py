"""Words in another language than the window's, while a file is made in it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QTranslator

from viewer.ui.export.steps import Answer, Steps
from viewer.ui.start import translators

Words = tuple[QTranslator, ...] | None


class Interpreter(QTranslator):
    """Gives all words in the language that the thread speaks just now; else it says nothing.

    It never makes Qt tell the widgets of another language, as a translator that comes or goes does:
    the window keeps its own.
    """

    def __init__(self, language: str) -> None:
        """`language` is that of the window."""
        super().__init__()
        self._of_window = language
        self._known: dict[str, Words] = {}
        self._spoken: dict[int, Words] = {}

    @contextmanager
    def speaking(self, language: str) -> Iterator[None]:
        """Speak a language in this thread."""
        if language == self._of_window:
            yield
            return
        if language not in self._known:
            self._known[language] = translators(language)
        here = threading.get_ident()
        self._spoken[here] = self._known[language]
        try:
            yield
        finally:
            del self._spoken[here]

    def install(self) -> None:
        """Be asked before all others from now on."""
        QCoreApplication.installTranslator(self)

    def isEmpty(self) -> bool:
        """Say that it has no words of its own, so that nobody is told of its coming."""
        return True

    def translate(self, context: Any, source: Any, disambiguation: Any = None, n: int = -1) -> Any:
        """Give the words; None where the window's own are meant."""
        words = self._spoken.get(threading.get_ident())
        if words is None:
            return None
        for one in reversed(words):
            found = one.translate(context, source, disambiguation, n)
            if found:
                return found
        return source


def spoken(steps: Steps[Answer], language: str, interpreter: Interpreter) -> Steps[Answer]:
    """Do the same steps in a language, also what is meant for the background."""
    answer: object = None
    try:
        while True:
            try:
                with interpreter.speaking(language):
                    wanted = steps.send(answer)
            except StopIteration as end:
                made: Answer = end.value
                return made
            answer = yield (
                partial(_told, wanted, language, interpreter) if callable(wanted) else wanted
            )
    finally:
        steps.close()


def _told(work: Callable[[], object], language: str, interpreter: Interpreter) -> object:
    with interpreter.speaking(language):
        return work()
