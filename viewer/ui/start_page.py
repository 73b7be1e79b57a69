"""What the window shows while no case is open."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from viewer.paths import first_case, synthetic_case
from viewer.session.settings import Settings
from viewer.ui.look import Look

translate = QCoreApplication.translate


class StartPage(QWidget):
    """Offers a file, the recent cases and the cases that ship with the program."""

    case_wanted = Signal(Path)
    open_wanted = Signal()

    def __init__(self, look: Look, settings: Settings) -> None:
        super().__init__()
        self._look = look
        self._settings = settings
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        self._column = QVBoxLayout()
        self._column.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        outer.addLayout(self._column)
        outer.addStretch(3)

    def showEvent(self, event: QShowEvent) -> None:
        """List the recent cases as they are now."""
        super().showEvent(event)
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        title = QLabel(translate("Start", "No case is open"))
        title.setFont(self._look.font("title"))
        title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._column.addWidget(title)
        hint = QLabel(translate("Start", "Drop a case folder or a .dayline file here, or choose:"))
        hint.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._column.addWidget(hint)
        open_button = QPushButton(translate("Start", "Open a case…"))
        open_button.clicked.connect(self.open_wanted)
        self._column.addWidget(open_button)
        shipped = {
            first_case(): translate("Start", "The insulinoma case"),
            synthetic_case(): translate("Start", "The synthetic course"),
        }
        for path in dict.fromkeys([*self._settings.recent()[:5], *shipped]):
            button = QPushButton(shipped.get(path, str(path)).replace("&", "&&"))
            button.clicked.connect(lambda *_, path=path: self.case_wanted.emit(path))
            self._column.addWidget(button)
