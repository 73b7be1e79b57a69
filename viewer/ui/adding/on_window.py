"""Adding images in a window: by the menu, by dropping them, or saying anew where they are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtWidgets import QFileDialog

from viewer.io.study_files import path_to_keep
from viewer.model.annotating import Edit
from viewer.model.annotation import Content
from viewer.model.offers import added

if TYPE_CHECKING:
    from viewer.ui.adding.study_form import Said
    from viewer.ui.window import Window

translate = QCoreApplication.translate

Given = list[tuple["Said", tuple[str, ...]]]


class AddingOnWindow(QObject):
    """Asks for pictures, and keeps the studies they belong to as annotations of the case."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session

    def connect_all(self) -> None:
        """Listen, once the window has its panels."""
        for panel in self._window.panels.by_name().values():
            panel.pictures_wanted.connect(self.find)

    def table(self) -> dict[str, Callable[[], object]]:
        """Give what each command does."""
        return {"add_images": self.ask}

    def ask(self) -> None:
        """Ask for a folder of pictures, and look through it."""
        title = translate("AddImages", "Choose the folder that the images are in")
        chosen = QFileDialog.getExistingDirectory(self._window, title)
        if chosen:
            self.look_in(Path(chosen))

    def drop(self, paths: Sequence[Path]) -> None:
        """Look through what was dropped: a folder, or files of one folder."""
        if self._session.opened is None:
            words = translate(
                "AddImages",
                "There is no case in what was dropped. To add images to a case, open the case "
                "first, then drop them again.",
            )
            self._window.notice.say(words)
        elif len(paths) == 1:
            self.look_in(paths[0])
        elif len({path.parent for path in paths}) == 1:
            self.look_in(paths[0].parent)
        else:
            words = translate("AddImages", "Drop one folder, or files of one folder.")
            self._window.notice.say(words)

    def look_in(self, path: Path) -> None:
        """Show the dialog that looks there, and add what is chosen in it."""
        from viewer.ui.adding.dialog import AddImagesDialog

        opened = self._session.opened
        if opened is None:
            return
        dialog = AddImagesDialog(self._session, self._window.look, path, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def given(found: Given) -> None:
            if self._session.opened is opened:  # else it was meant for another case
                self._window.annotate.verbs.writing.as_author(lambda: self._add(path, found))

        dialog.given.connect(given)
        dialog.open()

    def _add(self, path: Path, found: Given) -> None:
        opened, annotating = self._session.opened, self._session.annotating
        assert opened is not None  # it was when the dialog was opened, and is the same
        kept, puts = path_to_keep(opened, path), dict[str, Content | None]()
        for said, series in found:
            assert said.when is not None  # the dialog has seen to it
            names = said.title, said.modality
            content = added(names, said.when, kept, series, is_told_then=said.is_told_then)
            puts[annotating.new_id()] = content
        annotating.edit(Edit(translate("AddImages", "Add images"), puts))
        told = [id_ for id_ in puts if id_ in self._session.annotations]
        if len(told) < len(puts):
            words = translate("AddImages", "What is hidden now, with the later days, is kept, too.")
            self._window.notice.say(words)
        if told:
            self._session.select(told[0])
            self._window.docks["imaging"].raise_()

    # -- where they are now -------------------------------------------------------------------

    def find(self, id_: str) -> None:
        """Ask where the pictures of an added study are now, and say so in its annotation."""
        annotating, opened = self._session.annotating, self._session.opened
        content = annotating.all.content(id_)
        if opened is None or content is None or content.study is None:
            return
        if not annotating.is_mine(id_):
            words = translate("AddImages", "Only its author can say where the images are now.")
            self._window.notice.say(words)
            return
        title = translate("AddImages", "Choose the folder that the images are in now")
        chosen = QFileDialog.getExistingDirectory(self._window, title)
        if not chosen or self._session.opened is not opened:
            return
        kept = path_to_keep(opened, Path(chosen))
        study = content.study.model_copy(update={"path": kept})
        changed = content.model_copy(update={"study": study})
        annotating.edit(Edit(translate("AddImages", "Find images"), {id_: changed}))
