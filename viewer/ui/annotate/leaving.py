"""What a window waits for before it closes, shows another case or speaks another language."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from viewer.model.annotation import Unfinished
from viewer.ui.words.joining import sentences

if TYPE_CHECKING:
    from viewer.ui.annotate.on_window import AnnotatingOnWindow
    from viewer.ui.panels.annotations.fields import Fields
    from viewer.ui.window import Window

translate = QCoreApplication.translate


class Leaving:
    """Lets go of a case only where nothing that was written is lost, or the person wants it."""

    def __init__(self, window: Window, annotate: AnnotatingOnWindow) -> None:
        self._window = window
        self._annotating = window.session.annotating
        self._annotate = annotate

    def may(self, go_on: Callable[[], object], words: str) -> bool:
        """Tell whether nothing would be lost; else say what would, and offer to `go_on` anyway."""
        panel = self._window.panels.annotations
        is_told = self._window.panels.scenes.finish_typing()
        is_kept = panel.finish_typing() or not panel.editor.has_typed
        self._annotating.settle()  # a drive that fails is known of while there is a window
        if is_told and is_kept and not self.is_unsaved:
            return True
        of_scene = "" if is_told else self._window.scenes.show_what_is_typed()
        why = sentences((of_scene, "" if is_kept else self._show_unfinished()))

        def all_the_same() -> None:
            self.put_aside()
            go_on()

        self._annotate.bar.ask(why, words, all_the_same)
        return False

    def leave_case(self, show: Callable[[], object]) -> None:
        """Show another case. A note that is being typed stays with this one."""

        def go_on() -> None:
            self.put_aside()
            show()

        is_told = self._window.panels.scenes.finish_typing()
        self._window.panels.annotations.finish_typing()
        self._annotating.settle()
        if is_told and not self.is_unsaved:
            go_on()
        else:
            why = "" if is_told else self._window.scenes.show_what_is_typed()
            words = translate("Saving", "Open the Other Case All the Same")
            self._annotate.bar.ask(why, words, go_on)

    @property
    def is_unsaved(self) -> bool:
        """Whether something that was done is not on the disk and cannot get there as it is."""
        keeping = self._annotating.keeping
        return keeping is not None and keeping.trouble is not None and bool(keeping.pending)

    def put_aside(self) -> None:
        """Keep what is being typed, as a draft where it is not whole, and close the editor.

        What is typed about a scene and could not be kept is given up.
        """
        panel, keeping = self._window.panels.annotations, self._annotating.keeping
        self._window.panels.scenes.give_up_typing()  # else a name would be asked for on the way
        if panel.finish_typing():
            return
        id_, editor = panel.editor.id, panel.editor
        typed = editor.fields.as_typed() if editor.has_typed else None
        editor.abandon()
        if typed is not None and keeping is not None:
            self._window.notice.clear()  # nobody has given it up
            keeping.drafting.set_aside(id_, typed)

    def _show_unfinished(self) -> str:
        """Bring what is not whole to the front; say what is wrong with it."""
        self._annotate.verbs.writing.show_panel()
        fields = self._window.panels.annotations.editor.fields
        _faulty_field(fields).setFocus()
        said = translate("Saving", "What you are writing is not finished.")
        kept = translate("Saving", "All the same, it is kept as a draft and offered again.")
        return sentences((said, fields.what_is_wrong(), kept))


def _faulty_field(fields: Fields) -> QWidget:
    """Give the field that keeps the rest from being an annotation; the text for none."""
    typed = fields.as_typed()
    names = typed.typed if isinstance(typed, Unfinished) else ()
    all_: dict[str, QWidget] = {**fields.lines, "last": fields.last}
    found = (all_[name] for name in names if name in all_)
    return next((field for field in found if not field.isHidden()), fields.text)
