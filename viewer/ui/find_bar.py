"""The bar under the chart in which the person types what they look for."""

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton

from viewer.model import view_state
from viewer.model.finding import position
from viewer.session.session import Session
from viewer.ui.look import Look
from viewer.ui.words.joining import in_turn

translate = QCoreApplication.translate

FIELD_EM = 22
MOST_LETTERS = 200
"""Nobody looks for more."""
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FindBar(QFrame):
    """Looks while it is typed; Enter goes to the next place, Shift+Enter back, Esc closes."""

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__()
        self._session = session
        self._look = look
        self._steps = 0  # wanted while there was nothing to step to yet
        self.setObjectName("find-bar")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAccessibleName(translate("Find", "Find in the case"))
        self.field = QLineEdit()
        self.field.setMaxLength(MOST_LETTERS)
        self.field.setClearButtonEnabled(True)
        self.field.setAccessibleName(translate("Find", "Find"))
        self.field.setPlaceholderText(
            translate("Find", "Find in events, values, findings, reports and notes")
        )
        self.count = QLabel()
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.previous = _button("‹", translate("Find", "Previous place (Shift+Enter)"))
        self.next = _button("›", translate("Find", "Next place (Enter)"))
        self.closing = _button("×", translate("Find", "Stop looking (Esc)"))
        row = QHBoxLayout(self)
        label = QLabel(translate("Find", "Find:"))
        label.setBuddy(self.field)
        for widget in (label, self.field, self.previous, self.next, self.count):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.closing)
        self.field.textChanged.connect(self._on_text_changed)
        self.previous.clicked.connect(self._on_previous_clicked)
        self.next.clicked.connect(self._on_next_clicked)
        self.closing.clicked.connect(self.stop)
        for signal in (session.found_changed, session.selection_changed, session.case_changed):
            signal.connect(self.show_state)
        look.changed.connect(self._dress)
        self._dress()
        self.hide()

    def begin(self) -> None:
        """Open the bar, or come back to what stands in it."""
        self._session.gathering.begin()
        self.show()
        self.show_state()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def stop(self) -> None:
        """Look for nothing any more, and go back to the chart."""
        self.hide()
        self._session.apply(partial(view_state.seek, text=""))
        above = self.parentWidget()
        if above is not None:
            above.setFocus()

    def step(self, steps: int) -> None:
        """Go to the next or the previous place; without a bar, open it first."""
        if self.isHidden() or not self._session.state.sought:
            self.begin()
        else:
            is_ready = self._session.gathering.begin()
            self._steps = 0 if is_ready else steps
            if is_ready:
                self._session.step_to_hit(steps)

    def show_state(self) -> None:
        """Say how many places there are, and at which of them the selection is."""
        state = self._session.state
        if self.field.text() != state.sought:
            self.field.setText(state.sought)
        if self.isHidden():
            return
        hits = self._session.hits
        if self._session.gathering.is_on:
            self.count.setText("…" if state.sought else "")
            return
        words = _count_words(len(hits), position(hits, state), bool(state.sought))
        samples = any(series.sampled is not None for series in self._session.case.series)
        left_out = translate("Find", "the values of sampled series are not searched")
        self.count.setText(in_turn((words, left_out if words and samples else "")))
        self.field.setAccessibleDescription(self.count.text())
        for button in (self.previous, self.next):
            button.setEnabled(bool(hits))
        if self._steps and hits:
            steps, self._steps = self._steps, 0
            self._session.step_to_hit(steps)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter, back with Shift and Enter, and close with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.stop()
        elif event.key() in ENTER and self.field.hasFocus():
            is_back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.step(-1 if is_back else 1)
        else:
            super().keyPressEvent(event)

    def _on_text_changed(self, text: str) -> None:
        self._steps = 0
        self._session.apply(partial(view_state.seek, text=text))

    def _on_previous_clicked(self) -> None:
        self.step(-1)

    def _on_next_clicked(self) -> None:
        self.step(1)

    def _dress(self) -> None:
        em = self._look.em_px
        self.field.setFont(self._look.font("label"))
        self.field.setMinimumWidth(round(FIELD_EM * em))
        self.count.setFont(self._look.font("label"))
        layout = self.layout()
        assert layout is not None  # made by the bar itself
        layout.setContentsMargins(round(em), round(0.25 * em), round(0.5 * em), round(0.25 * em))
        layout.setSpacing(round(0.5 * em))


def _button(sign: str, words: str) -> QToolButton:
    button = QToolButton()
    button.setText(sign)
    button.setToolTip(words)
    button.setAccessibleName(words)
    return button


def _count_words(count: int, at: int | None, is_sought: bool) -> str:
    if not is_sought:
        return ""
    if not count:
        return translate("Find", "Not found")
    if at is not None:
        return translate("Find", "{at} of {count}").format(at=at + 1, count=f"{count:,}")
    if count == 1:
        return translate("Find", "1 place")
    return translate("Find", "{count} places").format(count=f"{count:,}")
