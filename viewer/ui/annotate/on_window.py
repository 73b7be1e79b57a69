"""Annotating in a window: what is told of saving, drafts and undo, and what closing waits for."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QGuiApplication
from shiboken6 import isValid

from viewer.io.annotations.drafts import Draft
from viewer.model.annotating import root_of
from viewer.model.annotation import Content
from viewer.model.annotation_set import NO_ANNOTATIONS
from viewer.model.numbering import Counting
from viewer.model.part import words_of
from viewer.session.annotating.leaving import Unsaved
from viewer.ui.annotate.copying import About, whole_text
from viewer.ui.annotate.leaving import Leaving
from viewer.ui.annotate.saving_bar import SavingBar
from viewer.ui.annotate.verbs import AnnotatingVerbs
from viewer.ui.words.annotation_words import local_time

if TYPE_CHECKING:
    from viewer.ui.window import Window

translate = QCoreApplication.translate


class AnnotatingOnWindow(QObject):
    """Joins panel, commands and session of a window.

    It is what hears the session, since it goes with the window; the commands do not.
    """

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._annotating = window.session.annotating
        self._has_told_where = self._may_leave = False
        self._told = 0
        self._horizon: int | None = None
        self.verbs = AnnotatingVerbs(window)
        self.bar = SavingBar(window.session)
        self.leaving = Leaving(window, self)

    def connect_all(self) -> None:
        """Listen, once the window has its actions and panels."""
        annotating, panel = self._annotating, self._window.panels.annotations
        annotating.steps_changed.connect(self._on_stack_changed)
        annotating.undone.connect(self._on_undone)
        annotating.changed.connect(self._on_annotations_changed)
        annotating.begun.connect(self._on_begun)
        annotating.saving_changed.connect(self._on_saving_changed)
        annotating.draft_failed.connect(self._on_draft_failed)
        annotating.lost.connect(self._on_lost)
        self._window.session.case_changed.connect(self._on_case_changed)
        panel.act_wanted.connect(self._on_act_wanted)
        panel.drafting.connect(self._window.chart.notes.strip.show_draft)
        panel.drafting.connect(self._on_drafting)
        panel.given_up.connect(self._on_given_up)
        self._window.panels.pathology.author_wanted.connect(self.verbs.writing.as_author)
        self._on_stack_changed()
        self.bar.show_state()
        if self._window.session.opened is not None:  # in another language, or shown elsewhere
            self._on_annotations_changed()
            self.look_for_drafts()

    def begin_case(self) -> None:
        """Tell what there is to tell of a case that is shown from now on."""
        self._has_told_where = False
        self._told = 0
        self.look_for_drafts()

    def look_for_drafts(self) -> None:
        """Offer to go on with what was typed and not finished."""
        keeping = self._annotating.keeping

        def found(drafts: tuple[Draft, ...]) -> None:
            if isValid(self) and self._annotating.keeping is keeping:  # else of another case
                self._on_drafts_found(drafts)

        self._annotating.find_drafts(found)

    def may_close(self) -> bool:
        """Tell whether everything is saved, or the person closes all the same."""
        if self._may_leave:
            self.leaving.put_aside()
        elif not self.leaving.may(self._leave, translate("Saving", "Close All the Same")):
            return False
        if not self._window.panels.annotations.table.visibleRegion().isEmpty():
            self._annotating.look_at_all(self._unseen())
        return True

    def change_language(self, change: Callable[[], object]) -> None:
        """Speak another language, as soon as nothing would be lost."""
        words = translate("Saving", "Change the Language All the Same")
        if self.leaving.may(change, words):
            change()

    def _leave(self) -> None:
        self._may_leave = True
        self._window.close()

    def _unseen(self) -> frozenset[str]:
        """Give what is new and was not to be seen in the list; what is on no list is left out."""
        new, whole = self._annotating.new, self._annotating.all
        rows = self._window.panels.annotations.rows
        roots = {id_: root_of(whole, id_) for id_ in new if whole.content(id_) is not None}
        listed = {rows.entry(row).id for row in range(rows.rowCount())}
        return frozenset(id_ for id_, root in roots.items() if root not in listed)

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

    def _on_undone(self, ids: tuple[str, ...]) -> None:
        self.verbs.showing.show_changed(ids)

    def _on_begun(self, content: Content) -> None:
        self.verbs.writing.write(content)

    def _on_act_wanted(self, verb: str, id_: str) -> None:
        self.verbs.act(verb, id_)

    def _on_drafting(self, content: Content | None) -> None:
        """Ask no more about what was being typed once it is done or given up."""
        if content is None:
            self.bar.show_state()

    def _on_case_changed(self) -> None:
        """Offer under no horizon what was not offered under one."""
        before, self._horizon = self._horizon, self._window.session.state.horizon
        if before is not None and self._horizon is None:
            self.look_for_drafts()

    def _on_annotations_changed(self) -> None:
        """Say once that something of the notes is damaged; it is listed with the problems."""
        problems = self._annotating.problems
        count = sum(problem.severity == "error" for problem in problems)
        if count > self._told and self._window.session.state.horizon is None:
            words = translate("Annotations", "Parts of the notes could not be read: {count}.")
            show = translate("Window", "Show")
            self._window.notice.add(words.format(count=count), show, self._window.show_problems)
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
            self._window.notice.add(words.format(path=written.path.parent))

    def _on_draft_failed(self, error: Exception) -> None:
        words = translate("Annotations", "What you type cannot be kept as a draft: {reason}.")
        self._window.notice.say(words.format(reason=error))

    def _on_lost(self, unsaved: Unsaved) -> None:
        """Tell of a case that was left with notes that no place took, and offer their words."""
        case, language = unsaved.task.course, self._window.session.language
        annotations = NO_ANNOTATIONS.adding(unsaved.records)
        about = About(case, annotations, Counting(), language)
        words = translate(
            "Saving",
            "Your notes on “{case}” could be saved nowhere: {reason}. They are written when that "
            "case is opened again, as long as the program runs.",
        )
        words = words.format(case=words_of(case.title).pick(language), reason=unsaved.error)

        def copy() -> None:
            QGuiApplication.clipboard().setText(whole_text(unsaved.records, about))

        self._window.notice.add(words, translate("Saving", "Copy"), copy)

    # -- what was not finished ----------------------------------------------------------------

    def _on_drafts_found(self, drafts: tuple[Draft, ...]) -> None:
        """Offer one after the other, the last first; under a horizon only what it lets through."""
        words = translate("Annotations", "Something that you typed at {time} was not finished.")
        horizon = self._window.session.state.horizon
        for draft in drafts:
            content, known = draft.content, draft.content.known_from
            is_told = horizon is None or (known is not None and known < horizon + 1)
            if draft.is_typed or not is_told or not self._annotating.is_mine(draft.id):
                continue
            if self._annotating.all.content(draft.id) == content:
                self._annotating.drop_draft(draft.id)  # it was saved just before a crash
            else:
                said = words.format(time=local_time(draft.at))
                self._offer(self._window.notice.add, said, draft.id, content)

    def _on_given_up(self, id_: str, content: Content) -> None:
        words = translate("Annotations", "What you typed was given up.")
        say = partial(self._window.notice.say, is_kept=True)
        self._offer(say, words, id_, content)

    def _offer(
        self,
        say: Callable[[str, str, Callable[[], None]], None],
        words: str,
        id_: str,
        content: Content,
    ) -> None:
        notice, panel = self._window.notice, self._window.panels.annotations

        def go_on() -> None:
            self.verbs.writing.show_panel()
            if panel.write(id_, content):
                self._annotating.keep_draft(id_, content)  # no other window offers it now
            else:  # what is in the editor is not whole yet
                self._offer(notice.add, words, id_, content)

        say(words, translate("Annotations", "Go On"), go_on)
