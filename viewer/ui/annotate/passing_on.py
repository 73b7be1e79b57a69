"""Annotations to and from other people's computers: export and import."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox

from viewer.session.annotating.annotating import utc_now
from viewer.session.annotating.passing_on import take_in, write_out
from viewer.session.session import Session
from viewer.ui.words.joining import sentences
from viewer.ui.words.problem_words import problem_text

if TYPE_CHECKING:
    from viewer.io.annotations.imported import Imported
    from viewer.ui.window import Window

translate = QCoreApplication.translate

ENDINGS: Final = (".md", ".csv", ".jsonld")


def maker(session: Session, ending: str) -> Callable[[], bytes]:
    """Give what makes an exported file with this ending, of what may be shown now."""
    from viewer.io.annotations.csv_export import csv_table
    from viewer.io.annotations.jsonld_export import jsonld
    from viewer.io.annotations.markdown_export import markdown
    from viewer.ui.words.export_words import export_words

    words = export_words(session.counting, session.language)
    annotations, case = session.annotations, session.case
    if ending == ".csv":
        return lambda: csv_table(annotations, case, words)
    if ending == ".jsonld":
        return lambda: jsonld(annotations, case)
    return lambda: markdown(annotations, case, words).encode("utf-8")


class PassingOn:
    """Asks for files, and tells how it went."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._session = window.session

    def ask_export(self) -> None:
        """Ask for a file and export to it."""
        kinds = [
            translate("Annotations", "Markdown (*.md)"),
            translate("Annotations", "Spreadsheet (*.csv)"),
            translate("Annotations", "Web annotations (*.jsonld)"),
        ]
        title = translate("Annotations", "Export annotations")
        chosen, kind = QFileDialog.getSaveFileName(self._window, title, "", ";;".join(kinds))
        if not chosen:
            return
        path = Path(chosen)
        if path.suffix.lower() in ENDINGS:
            self.export(path)
            return
        ending = ENDINGS[kinds.index(kind)] if kind in kinds else ENDINGS[0]
        path = path.with_name(path.name + ending)
        if path.exists():  # the dialog asked about the name that was typed
            self._ask_to_replace(path)
        else:
            self.export(path)

    def _ask_to_replace(self, path: Path) -> None:
        box, opened = QMessageBox(self._window), self._session.opened
        box.setWindowTitle(translate("Annotations", "Export annotations"))
        box.setIcon(QMessageBox.Icon.Warning)
        box.setTextFormat(Qt.TextFormat.PlainText)
        words = translate("Annotations", "{path} is there already. Replace it?")
        box.setText(words.format(path=path))
        role = QMessageBox.ButtonRole.DestructiveRole
        replace = box.addButton(translate("Annotations", "Replace"), role)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def asked(_: int) -> None:
            if box.clickedButton() is replace and self._session.opened is opened:
                self.export(path)

        box.finished.connect(asked)
        box.open()

    def export(self, path: Path) -> None:
        """Write what may be shown to a file, in the form that its ending names."""

        def done(error: Exception | None) -> None:
            if error is None:
                words = translate("Annotations", "Exported to {path}.").format(path=path)
            else:
                words = translate("Annotations", "{path} was not written: {reason}.")
                words = words.format(path=path, reason=error)
            self._window.notice.say(words)

        make = maker(self._session, path.suffix.lower())
        write_out(self._session.annotating, make, path, done)

    def ask_import(self) -> None:
        """Ask for files and take in what they hold."""
        kinds = translate("Annotations", "Annotations (*.journal *.jsonld *.json)")
        title = translate("Annotations", "Import annotations")
        chosen, _ = QFileDialog.getOpenFileNames(self._window, title, "", kinds)
        for name in chosen:
            self.take_in(Path(name))

    def take_in(self, path: Path) -> None:
        """Put the annotations of a file among those of the case."""

        def done(imported: Imported) -> None:
            words = translate("Annotations", "Annotations taken in: {new}; known before: {known}.")
            said = [words.format(new=imported.new, known=imported.known)]
            said += (problem_text(problem) for problem in imported.problems)
            self._window.notice.say(sentences(said))

        take_in(self._session.annotating, path, utc_now(), done)
