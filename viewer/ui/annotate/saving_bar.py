"""What is told when annotations are not on the disk, and what can be done about it."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from viewer.model import annotation_texts
from viewer.model.annotation_record import Record
from viewer.model.problem import Problem
from viewer.session.annotating.keeping import Trouble
from viewer.session.session import Session
from viewer.ui.widgets.notice_bar import notice_words
from viewer.ui.words.annotation_words import local_time, said_words
from viewer.ui.words.joining import in_line
from viewer.ui.words.problem_words import problem_text

translate = QCoreApplication.translate


class SavingBar(QFrame):
    """Stays until everything is saved; hidden while there is nothing to tell."""

    leave_wanted = Signal()
    """The window may close although something is not saved."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
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
        self.leave = self._button(translate("Saving", "Close All the Same"), self.leave_wanted.emit)
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
        """Tell the trouble there is, if any."""
        keeping = self._session.annotating.keeping
        trouble = None if keeping is None else keeping.trouble
        if keeping is None or trouble is None:
            self.hide()
            return
        is_held = trouble.is_held
        path = str(keeping.task.places.beside or keeping.task.places.private)
        self.words.setText(problem_text(problem_of(trouble, path)))
        self.setAccessibleName(self.words.text())
        self.take_over.setVisible(is_held)
        self.again.setVisible(not is_held)
        self.elsewhere.setVisible(bool(keeping.pending))
        self.copy.setVisible(bool(keeping.pending))
        self.leave.hide()
        self.show()

    def ask_to_leave(self) -> None:
        """Offer to close the window although something is not saved."""
        self.leave.show()
        self.leave.setFocus()

    def _copy(self) -> None:
        keeping = self._session.annotating.keeping
        records = () if keeping is None else keeping.pending
        QGuiApplication.clipboard().setText("\n".join(_line(record) for record in records))


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


def _line(record: Record) -> str:
    said = said_words(record.content) if record.content is not None else record.op
    return in_line((local_time(record.at), said))
