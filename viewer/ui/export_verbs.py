"""What the commands that export do. What makes the files is imported when it is needed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QStandardPaths

from viewer.session.annotating.work_lane import WorkLane

if TYPE_CHECKING:
    from viewer.io.case_store import OpenedCase
    from viewer.ui.export.dialog.dialog import ExportDialog, Given
    from viewer.ui.export.order import Kind
    from viewer.ui.export.speaking import Interpreter
    from viewer.ui.window import Window

translate = QCoreApplication.translate

FOLDER = "export/folder"


class ExportOnWindow(QObject):
    """Opens the dialogs, and tells in the window how it went."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._lane = WorkLane(self)
        self._interpreter: Interpreter | None = None
        self._dialog: ExportDialog | None = None
        self._of: OpenedCase | None = None
        window.session.case_changed.connect(self._on_case_changed)

    def table(self) -> dict[str, Callable[[], object]]:
        """Give what each command does."""
        return {
            "export_figure": partial(self.ask, "figure"),
            "export_slides": partial(self.ask, "slides"),
            "export_handout": partial(self.ask, "handout"),
            "export_data": partial(self.ask, "data"),
            "print": self.show_print,
        }

    def ask(self, kind: Kind) -> None:
        """Ask how a kind of file is wanted, and write it."""
        opened = self._session.opened
        if opened is None or self._dialog is not None:
            return
        from viewer.ui.export.dialog.dialog import ExportDialog
        from viewer.ui.export.speaking import Interpreter

        self._window.scenes.playing.stop()  # what is shown stays as it is while it is asked
        if self._interpreter is None:
            self._interpreter = Interpreter(self._session.language)
            self._interpreter.install()
        self._of = opened
        dialog = self._dialog = ExportDialog(
            kind,
            self._given(kind, opened),
            self._window.look,
            self._lane,
            self._interpreter,
            self._window,
        )
        dialog.writing.setParent(self)  # a file is written to its end without the dialog
        dialog.writing.ended.connect(self._on_ended)
        dialog.writing.failed.connect(self._on_failed)
        dialog.finished.connect(partial(self._on_finished, kind))
        dialog.open()

    def show_print(self) -> None:
        """Show what would be printed."""
        from viewer.ui.export.making import pages_of
        from viewer.ui.export.order import Order
        from viewer.ui.export.printing import print_preview

        opened, state = self._session.opened, self._session.state
        if opened is not None:
            language = self._session.language
            order = Order(Path("print.pdf"), language=language, horizon=state.horizon)
            print_preview(self._window, partial(pages_of, opened, order))

    def end(self) -> None:
        """Close the dialog with the window; what is being written is written to its end."""
        if self._dialog is not None:
            self._dialog.done(0)
        self._lane.finish()
        if self._interpreter is not None:
            QCoreApplication.removeTranslator(self._interpreter)
            self._interpreter = None

    def _given(self, kind: Kind, opened: OpenedCase) -> Given:
        from viewer.ui.export.dialog.dialog import Given

        session, settings, decks = self._session, self._window.settings, self._window.scenes.decks
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        folders = [Path(QStandardPaths.writableLocation(documents)), Path.home()]
        if session.state.horizon is None:  # names of folders may tell what it hides
            folders.insert(0, Path(settings.text(FOLDER, str(folders[0]))))
        folder = next((one for one in folders if one.is_dir()), Path.home())
        scenes = decks.listed()
        case = opened.case.model_copy(update={"deck": scenes})
        return Given(
            session=session,
            opened=replace(opened, case=case),
            scenes=scenes,
            kept=settings.choices(f"export/{kind}"),
            words=settings.words_kept_back(str(opened.path)),
            folder=folder,
        )

    def _on_finished(self, kind: Kind, result: int) -> None:
        """Remember the words for the case and, where there is a file, the choices for all."""
        dialog, opened = self._dialog, self._of
        self._dialog = self._of = None
        if dialog is None or opened is None:
            return
        settings = self._window.settings
        settings.keep_words_back(str(opened.path), dialog.identity.words)
        if result:
            settings.set_choices(f"export/{kind}", dialog.kept())
        writing = dialog.writing
        if writing.is_going:
            writing.ended.connect(writing.deleteLater)
            writing.failed.connect(writing.deleteLater)
        else:
            writing.deleteLater()
        dialog.deleteLater()

    def _on_ended(self, path: Path) -> None:
        from viewer.ui.export.dialog.words import exported_words

        self._window.settings.set_text(FOLDER, str(path.parent))
        self._window.notice.say(exported_words(path))

    def _on_failed(self, path: Path, error: Exception) -> None:
        from viewer.ui.export.dialog.words import failed_words

        self._window.notice.say(failed_words(path, error))

    def _on_case_changed(self) -> None:
        """Close what was asked about another case, or before a horizon."""
        dialog = self._dialog
        if dialog is not None:
            was_going = dialog.writing.is_going and not dialog.writing.is_at_disk
            dialog.done(0)
            if was_going:
                words = translate("Export", "Nothing was exported: another case was opened.")
                self._window.notice.say(words)
