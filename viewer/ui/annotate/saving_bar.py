"""What is told when annotations are not on the disk, and what can be done about it."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from viewer.model import annotation_texts
from viewer.model.problem import Problem
from viewer.session.annotating.keeping import Trouble
from viewer.session.session import Session
from viewer.ui.annotate.copying import about_open_case, whole_text
from viewer.ui.widgets.notice_bar import notice_words
from viewer.ui.words.joining import sentences
from viewer.ui.words.problem_words import problem_text

translate = QCoreApplication.translate


class SavingBar(QFrame):
    """Stays until everything is saved; hidden while there is nothing to tell."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._go_on: Callable[[], object] | None = None
        self.setObjectName("notice")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.words = notice_words()
        annotating = session.annotating
        self.take_over = self._button(
            translate("Saving", "Write Here Instead"), annotating.take_over
        )
        self.again = self._button(translate("Saving", "Try Again"), annotating.try_again)
        self.elsewhere = self._button(
            translate("Saving", "Save with My Own Data"),
            lambda: annotating.try_again(is_elsewhere=True),
        )
        self.copy = self._button(translate("Saving", "Copy"), self._copy)
        self.leave = self._button("", self._on_leave_clicked)
        row = QHBoxLayout()
        for button in (self.take_over, self.again, self.elsewhere, self.copy, self.leave):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.addWidget(self.words)
        column.addLayout(row)
        self.hide()
        annotating.saving_changed.connect(self.show_state)
        session.case_changed.connect(self.show_state)

    def _button(self, words: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(words)
        button.clicked.connect(lambda *_: act())
        return button

    def show_state(self) -> None:
        """Tell the trouble there is, if any; what was asked is asked no more."""
        self._go_on = None
        self.leave.hide()
        self._say("")

    def ask(self, why: str, words: str, go_on: Callable[[], object]) -> None:
        """Offer to go on all the same, in these words; `why` says what else would be lost."""
        self._go_on = go_on
        self.leave.setText(words)
        self.leave.show()
        self._say(why)
        if not why:
            self.leave.setFocus()

    def _say(self, more: str) -> None:
        keeping = self._session.annotating.keeping
        trouble = None if keeping is None else keeping.trouble
        is_held = trouble is not None and trouble.is_held
        has_more = keeping is not None and trouble is not None and bool(keeping.pending)
        said = [more]
        if keeping is not None and trouble is not None:
            path = str(keeping.task.places.beside or keeping.task.places.private)
            said.insert(0, problem_text(problem_of(trouble, path)))
        self.words.setText(sentences(said))
        self.setAccessibleName(self.words.text())
        self.take_over.setVisible(is_held)
        self.again.setVisible(trouble is not None and not is_held)
        self.elsewhere.setVisible(has_more)
        self.copy.setVisible(has_more)
        self.setVisible(bool(self.words.text()))

    def _on_leave_clicked(self) -> None:
        go_on = self._go_on
        self.show_state()
        if go_on is not None:
            go_on()

    def _copy(self) -> None:
        keeping = self._session.annotating.keeping
        records = () if keeping is None else keeping.pending
        QGuiApplication.clipboard().setText(whole_text(records, about_open_case(self._session)))


def problem_of(trouble: Trouble, path: str) -> Problem:
    """Give the trouble as what it means and what to do."""
    if trouble.is_held:
        holder = trouble.holder
        named = f"{holder.host}, {holder.pid}" if holder is not None else "?"
        texts = annotation_texts.WRITTEN_BY_OTHER, annotation_texts.WRITTEN_BY_OTHER_REMEDY
        return Problem("warning", *texts, {"holder": named})
    error = trouble.error
    reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
    texts = annotation_texts.NOT_WRITTEN, annotation_texts.NOT_WRITTEN_REMEDY
    return Problem("error", *texts, {"path": path, "reason": reason})
