"""The status line: the cursor's day, what was going on, and what the program is not."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QStatusBar

from viewer.session.session import Session
from viewer.ui.dialogs.about import not_a_device
from viewer.ui.follower import Follower
from viewer.ui.look import Look
from viewer.ui.summary import day_sentence
from viewer.ui.widgets.elided import ElidedLabel
from viewer.ui.words.day_words import day_label
from viewer.ui.words.joining import with_aside
from viewer.ui.words.measure_words import between_words

translate = QCoreApplication.translate


class StatusLine(QStatusBar):
    """Follows the cursor."""

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__()
        self._session = session
        self._look = look
        self.day = QLabel()
        self.going_on = ElidedLabel()
        self.going_on.setAccessibleName(translate("Status", "What was going on"))
        self.notice = QLabel(not_a_device())
        self.notice.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.notice.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.saving = QLabel()
        self.saving.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.setSizeGripEnabled(False)
        side = round(look.em_px)
        self.setContentsMargins(side, 0, side, 0)
        self.addWidget(self.day)
        self.addWidget(self.going_on, 1)
        self.addPermanentWidget(self.saving)
        self.addPermanentWidget(self.notice)
        session.annotating.saving_changed.connect(self._show_saving)
        session.case_changed.connect(self._show_saving)
        session.case_changed.connect(self.show_state)
        session.cursor_changed.connect(Follower(self, self.show_state).follow)
        session.numbering_changed.connect(self.show_state)
        look.changed.connect(self.show_state)
        self._show_saving()
        self.show_state()

    def _show_saving(self) -> None:
        """Say whether annotations are on the disk, once there are any of the person's own."""
        keeping = self._session.annotating.keeping
        if keeping is None or (keeping.saving == "saved" and keeping.written is None):
            self.saving.clear()
            return
        self.saving.setText(
            {
                "saved": translate("Status", "Saved"),
                "saving": translate("Status", "Saving…"),
                "failed": translate("Status", "Not saved"),
                "held": translate("Status", "Read-only"),
            }[keeping.saving]
        )

    def show_state(self) -> None:
        """Say what was going on at the cursor."""
        self.day.setFont(self._look.font("strong"))
        self.going_on.setFont(self._look.font("label"))
        self.notice.setFont(self._look.font("when"))
        self.saving.setFont(self._look.font("when"))
        if self._session.opened is None:
            self.day.clear()
            self.going_on.set_text("")
            return
        cursor, case = self._session.state.cursor, self._session.case
        counting, language = self._session.counting, self._session.language
        here, between = day_label(cursor, counting), between_words(self._session.state, counting)
        self.day.setText(with_aside(here, between) if between else here)
        self.going_on.set_text(day_sentence(case, cursor, counting, language))
