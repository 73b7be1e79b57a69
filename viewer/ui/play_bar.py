"""What is shown while a course plays day by day: the day, the speed, and how to stop."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QPushButton

from viewer.session.presenting.day_by_day import SPEEDS, DayByDay
from viewer.session.session import Session
from viewer.ui.widgets.notice_bar import notice_words
from viewer.ui.words.day_words import day_label
from viewer.ui.words.joining import labelled
from viewer.ui.words.numbers import number

translate = QCoreApplication.translate


class PlayBar(QFrame):
    """Stays while days go by."""

    def __init__(self, session: Session, playing: DayByDay) -> None:
        super().__init__()
        self._session = session
        self._playing = playing
        self.setObjectName("notice")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.words = notice_words()
        self.speed = QComboBox()
        speed = translate("Play", "Days a second")
        self.speed.setAccessibleName(speed)
        for one in SPEEDS:
            self.speed.addItem(number(one), one)
        self.speed.activated.connect(self._on_speed_chosen)
        label = QLabel(speed)
        label.setBuddy(self.speed)
        self.stop = QPushButton(translate("Play", "Stop"))
        self.stop.setToolTip(translate("Play", "Stay at this day"))
        self.stop.clicked.connect(playing.stop)
        row = QHBoxLayout(self)
        row.addWidget(self.words, 1)
        for widget in (label, self.speed, self.stop):
            row.addWidget(widget)
        self.hide()
        playing.changed.connect(self._on_playing_changed)
        session.case_changed.connect(self._say)
        session.numbering_changed.connect(self._say)

    def _on_playing_changed(self) -> None:
        self.speed.setCurrentIndex(self.speed.findData(self._playing.speed))
        self._say()
        self.setVisible(self._playing.is_playing)

    def _on_speed_chosen(self, at: int) -> None:
        self._playing.set_speed(float(self.speed.itemData(at)))

    def _say(self) -> None:
        horizon = self._session.state.horizon
        if self._playing.is_playing and horizon is not None:
            day = day_label(horizon, self._session.counting)
            self.words.setText(labelled(translate("Play", "Playing day by day"), day))
            self.setAccessibleName(self.words.text())
