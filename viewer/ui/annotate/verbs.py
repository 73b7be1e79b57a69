"""What the commands about annotations do; those that begin one are in `writing`."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QMessageBox

from viewer.model.annotating import Edit, decision, reply, root_of
from viewer.model.annotation import ANSWERS, Content, MarkWord
from viewer.model.annotation_set import Annotation
from viewer.ui.annotate.passing_on import PassingOn
from viewer.ui.annotate.showing import Showing
from viewer.ui.annotate.writing import Writing
from viewer.ui.panels.annotations.thread import title_of
from viewer.ui.words.annotation_words import kind_name

if TYPE_CHECKING:
    from viewer.ui.window import Window

translate = QCoreApplication.translate


class AnnotatingVerbs:
    """The commands of the menu "Annotate", carried out on the window's Session."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._session = window.session
        self._annotating = window.session.annotating
        self.writing = Writing(window)
        self.passing_on = PassingOn(window)
        self.showing = Showing(window, self.writing)

    def table(self) -> dict[str, Callable[[], object]]:
        """Give what each command does."""
        marks: tuple[MarkWord, ...] = ("important", "question", "disagree", "done")
        return {
            "undo": self._annotating.undo,
            "redo": self._annotating.redo,
            "note_here": self.writing.here,
            "note_period": self.writing.on_period,
            "note_case": self.writing.on_case,
            "outcome_here": self.writing.outcome,
            "add_event": self.writing.add_event,
            "add_value": self.writing.add_value,
            "keep_distance": self.writing.keep_distance,
            **{f"mark_{word}": partial(self.writing.mark, word) for word in marks},
            "annotation_next": lambda: self._step(1),
            "annotation_previous": lambda: self._step(-1),
            "annotation_edit": lambda: self._on_selected("edit"),
            "annotation_reply": lambda: self._on_selected("reply"),
            "annotation_resolve": self._resolve_or_reopen,
            "annotation_history": lambda: self._on_selected("history"),
            "annotation_delete": lambda: self._on_selected("delete"),
            "annotation_purge": lambda: self._on_selected("purge"),
            "show_annotations": self.writing.show_panel,
            "seen_all": self._look_at_all,
            "import_annotations": self.passing_on.ask_import,
            "export_annotations": self.passing_on.ask_export,
            "author": lambda: self.writing.ask_name(lambda: None),
        }

    # -- with an annotation -------------------------------------------------------------------

    def act(self, verb: str, id_: str) -> None:
        """Do something with an annotation that may be shown."""
        one = self._session.annotations.annotations.get(id_)
        if one is None:
            return
        is_mine = self._annotating.is_mine(id_)
        if verb in ("edit", "delete", "purge", "restore") and not is_mine:
            words = translate("Annotations", "Only its author can change it. Reply to it instead.")
            self._window.notice.say(words)
            return
        content = one.content
        if content is None:
            self._act_on_deleted(verb, one)
            return
        verbs: dict[str, Callable[[], object]] = {
            "edit": lambda: self._edit(id_, content),
            "reply": lambda: self.writing.write(reply(self._root(id_), "")),
            "resolve": lambda: self._decide(id_, is_resolved=True),
            "reopen": lambda: self._decide(id_, is_resolved=False),
            "history": lambda: self._show_history(id_),
            "delete": lambda: self._delete(id_, content),
            "purge": lambda: self._purge(id_),
        }
        if verb in verbs:
            verbs[verb]()

    def _act_on_deleted(self, verb: str, one: Annotation) -> None:
        """Show what it was, bring it back or remove it for good; nothing else can be done."""
        last = one.last
        if verb == "history":
            self._show_history(one.id)
        elif last is None:
            self._window.notice.say(translate("Annotations", "It was removed for good."))
        elif verb == "purge":
            self._purge(one.id)
        elif verb == "restore":
            words = translate("Annotations", "Restore {kind}")
            self._annotating.edit(Edit(words.format(kind=kind_name(last.kind)), {one.id: last}))
            self._session.select(one.id)
        else:
            words = translate("Annotations", "It was deleted. Its author can restore it.")
            self._window.notice.say(words)

    def _root(self, id_: str) -> str:
        return root_of(self._session.annotations, id_)

    def _on_selected(self, verb: str) -> None:
        chosen = self._session.state.selection
        if chosen is not None and chosen in self._session.annotations:
            self.act(verb, chosen)
        else:
            self._window.notice.say(translate("Annotations", "Choose an annotation first."))

    def _edit(self, id_: str, content: Content) -> None:
        if content.kind != "mark":
            self.writing.show_panel()
            self._window.panels.annotations.write(id_, content)

    def _resolve_or_reopen(self) -> None:
        chosen = self._session.state.selection
        annotations = self._session.annotations
        is_resolved = chosen is not None and self._root(chosen) in annotations.resolved
        self._on_selected("reopen" if is_resolved else "resolve")

    def _decide(self, id_: str, *, is_resolved: bool) -> None:
        words = (
            translate("Annotations", "Resolve")
            if is_resolved
            else translate("Annotations", "Reopen")
        )

        def decide() -> None:
            content = decision(self._root(id_), is_resolved=is_resolved)
            self._annotating.edit(Edit(words, {self._annotating.new_id(): content}))

        self.writing.as_author(decide)

    def _delete(self, id_: str, content: Content) -> None:
        root = self._root(id_)
        words = translate("Annotations", "Delete {kind}")
        self._annotating.edit(Edit(words.format(kind=kind_name(content.kind)), {id_: None}))
        if self._session.state.selection == id_:
            self._session.select(root if root != id_ else None)

    def _purge(self, id_: str) -> None:
        """Ask, since it cannot be undone, then remove the text for good."""
        words = translate(
            "Annotations",
            "Remove this text for good? It goes from the file and from the history, only that "
            "something was removed stays, and it cannot be undone. Copies that others have made "
            "of the file are not changed.",
        )
        box = QMessageBox(self._window)
        box.setWindowTitle(translate("Annotations", "Purge"))
        box.setIcon(QMessageBox.Icon.Warning)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(title_of(self._session, id_))
        box.setInformativeText(words)
        purge = box.addButton(
            translate("Annotations", "Purge"), QMessageBox.ButtonRole.DestructiveRole
        )
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def asked(_: int) -> None:
            if box.clickedButton() is purge:
                self._annotating.drop_draft(id_)
                self._annotating.purge([id_])

        box.finished.connect(asked)
        box.open()

    def _show_history(self, id_: str) -> None:
        from viewer.ui.dialogs.history import HistoryDialog

        one = self._session.annotations.annotations[id_]
        dialog: QDialog = HistoryDialog(self._session, one, self._window.look, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _look_at_all(self) -> None:
        """Take all as read that may be shown."""
        annotating, shown = self._annotating, self._session.annotations
        hidden = (id_ for id_ in annotating.new if id_ not in shown)
        annotating.look_at_all(id_ for id_ in hidden if annotating.all.content(id_) is not None)

    # -- going there --------------------------------------------------------------------------

    def _step(self, steps: int) -> None:
        """Go to the next (previous, where negative) annotation that has a day."""
        session = self._session
        annotations, state = session.annotations, session.state
        places = session.shown.places(session.case)
        placed: list[tuple[float, str]] = []
        for one in annotations.shown:
            if one.content is not None and one.content.kind not in ANSWERS:
                span = places.place(one, annotations).span
                if span is not None:
                    placed.append((span.start, one.id))
        placed.sort(key=lambda one: one[0])
        at = next((n for n, (_, id_) in enumerate(placed) if id_ == state.selection), None)
        if at is not None:
            wanted = at + steps
        elif steps > 0:
            later = (n for n, (day, _) in enumerate(placed) if day >= state.cursor)
            wanted = next(later, len(placed))
        else:
            wanted = sum(day < state.cursor for day, _ in placed) - 1
        if 0 <= wanted < len(placed):
            session.select(placed[wanted][1])
