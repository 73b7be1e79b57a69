"""The bar under the menu: identity at the left, navigation at the right."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QToolBar, QToolButton, QWidget

from viewer.session.session import Session
from viewer.ui.commands import without_mnemonic
from viewer.ui.identity import IdentityStrip
from viewer.ui.look import Look
from viewer.ui.words.joining import with_aside

translate = QCoreApplication.translate


class Header(QToolBar):
    """Always there; its buttons do what the menu entries of the same name do."""

    def __init__(self, session: Session, look: Look, actions: Mapping[str, QAction]) -> None:
        super().__init__(translate("Header", "Identity and navigation"))
        self.setObjectName("header")
        self.setMovable(False)
        self.toggleViewAction().setVisible(False)
        self._session = session
        self.identity = IdentityStrip(session, look)
        row = QHBoxLayout()
        row.setContentsMargins(round(look.em_px * 0.75), 0, round(look.em_px * 0.75), 0)
        row.setSpacing(round(look.em_px * 0.35))
        row.addWidget(self.identity, 1)
        for name, sign in (
            ("previous", "‹"),
            ("next", "›"),
            ("zoom_out", "−"),
            ("fit", translate("Header", "Fit")),
            ("zoom_in", "+"),
        ):
            row.addWidget(_button(actions[name], sign))
        self.hide_button = _button(actions["hide_after"], translate("Header", "Hide later days"))
        self.show_button = _button(actions["show_all"], translate("Header", "Show all days"))
        row.addWidget(self.hide_button)
        row.addWidget(self.show_button)
        holder = QWidget()
        holder.setLayout(row)
        self.addWidget(holder)
        session.case_changed.connect(self.show_state)
        self.show_state()

    def show_state(self) -> None:
        """Offer to hide later days, or to show them again where they are hidden."""
        is_hidden = self._session.state.horizon is not None
        self.hide_button.setVisible(not is_hidden)
        self.show_button.setVisible(is_hidden)


def _button(action: QAction, words: str) -> QToolButton:
    button = QToolButton()
    button.setText(words)
    said = without_mnemonic(action.text())
    keys = action.shortcut().toString()
    button.setToolTip(with_aside(said, keys) if keys else said)
    button.setAccessibleName(said)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.clicked.connect(action.trigger)
    button.setEnabled(action.isEnabled())
    action.enabledChanged.connect(button.setEnabled)
    return button
