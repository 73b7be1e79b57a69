"""Annotating in a window: what is told of saving, drafts and undo, and what closing waits for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from viewer.io.annotations.drafts import Draft
from viewer.model.annotation import Content
from viewer.ui.annotate.saving_bar import SavingBar
from viewer.ui.annotate.verbs import AnnotatingVerbs
from viewer.ui.words.annotation_words import local_time

if TYPE_CHECKING:
    from viewer.ui.window import Window

translate = QCoreApplication.translate


class AnnotatingOnWindow(QObject):
    """Joins panel, commands and session of a window."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._annotating = window.session.annotating
        self._has_told_where = self._may_leave = False
        self._told = 0
        self.verbs = AnnotatingVerbs(window)
        self.bar = SavingBar(window.session)

    def connect_all(self) -> None:
        """Listen, once the window has its actions and panels."""
        annotating, panel = self._annotating, self._window.panels.annotations
        annotating.steps_changed.connect(self._on_stack_changed)
        annotating.undone.connect(self.verbs.showing.show_changed)
        annotating.changed.connect(self._on_annotations_changed)
        annotating.begun.connect(self.verbs.writing.write)
        annotating.saving_changed.connect(self._on_saving_changed)
        annotating.draft_failed.connect(self._on_draft_failed)
        panel.act_wanted.connect(self.verbs.act)
        panel.drafting.connect(self._window.chart.notes.strip.show_draft)
        panel.given_up.connect(self._on_given_up)
        self.bar.leave_wanted.connect(self._on_leave_wanted)
        self._on_stack_changed()

    def look_for_drafts(self) -> None:
        """Offer to go on with what was being typed when the program ended last."""
        self._has_told_where = False
        self._told = 0
        self._annotating.find_drafts(self._on_drafts_found)

    def finish_typing(self) -> bool:
        """Keep what is being typed, before another case is shown; False where it cannot be."""
        return self._window.panels.annotations.finish_typing()

    def may_close(self) -> bool:
        """Tell whether everything is saved, or the person closes all the same."""
        is_kept = self.finish_typing()
        is_saved = self._annotating.saving in ("saved", "saving")
        if (is_kept and is_saved) or self._may_leave:
            if self._window.docks["annotations"].isVisible():
                self._annotating.look_at_all()
            return True
        self.bar.ask_to_leave()
        return False

    # -- what is heard ------------------------------------------------------------------------

    def _on_stack_changed(self) -> None:
        stack, actions = self._annotating.stack, self._window.actions_by_name
        undo, redo = stack.undoText(), stack.redoText()
        actions["undo"].setText(
            translate("Command", "&Undo: {step}").format(step=undo.replace("&", "&&"))
            if undo
            else translate("Command", "&Undo")
        )
        actions["redo"].setText(
            translate("Command", "&Redo: {step}").format(step=redo.replace("&", "&&"))
            if redo
            else translate("Command", "&Redo")
        )
        actions["undo"].setEnabled(stack.canUndo())
        actions["redo"].setEnabled(stack.canRedo())

    def _on_annotations_changed(self) -> None:
        """Say once that something of the notes is damaged; it is listed with the problems."""
        problems = self._annotating.problems
        count = sum(problem.severity == "error" for problem in problems)
        if count > self._told and self._window.session.state.horizon is None:
            words = translate("Annotations", "Parts of the notes could not be read: {count}.")
            show = translate("Window", "Show")
            self._window.notice.say(words.format(count=count), show, self._window.show_problems)
        self._told = count

    def _on_saving_changed(self) -> None:
        keeping = self._annotating.keeping
        written = None if keeping is None else keeping.written
        if written is None or not written.is_elsewhere or self._has_told_where:
            return
        self._has_told_where = True
        if keeping is not None and keeping.task.places.beside is not None:
            words = translate(
                "Annotations",
                "The folder of the case cannot be written to; your annotations are kept in {path}.",
            )
            self._window.notice.say(words.format(path=written.path.parent))

    def _on_draft_failed(self, error: Exception) -> None:
        words = translate("Annotations", "What you type cannot be kept as a draft: {reason}.")
        self._window.notice.say(words.format(reason=error))

    def _on_drafts_found(self, drafts: tuple[Draft, ...]) -> None:
        mine = [draft for draft in drafts if self._annotating.is_mine(draft.id)]
        if mine:
            words = translate("Annotations", "Something that you typed at {time} was not finished.")
            self._offer(words.format(time=local_time(mine[0].at)), mine[0].id, mine[0].content)

    def _on_given_up(self, id_: str, content: Content) -> None:
        words = translate("Annotations", "What you typed was given up.")
        self._offer(words, id_, content)

    def _offer(self, words: str, id_: str, content: Content) -> None:
        def go_on() -> None:
            self.verbs.writing.show_panel()
            self._window.panels.annotations.write(id_, content)

        self._window.notice.say(words, translate("Annotations", "Go On"), go_on)

    def _on_leave_wanted(self) -> None:
        self._may_leave = True
        self._window.close()
