"""How long a talk is meant to take, how long it has taken, and what time it is."""

from PySide6.QtCore import QCoreApplication, QDateTime
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from viewer.session.presenting.talk import Talk
from viewer.ui.look import Look
from viewer.ui.words.joining import labelled
from viewer.ui.words.scene_words import minutes_text

translate = QCoreApplication.translate

TIME_EM = 1.9


class TalkTimes(QWidget):
    """Three times in a row, each after its caption."""

    def __init__(self, talk: Talk, look: Look) -> None:
        super().__init__()
        self._talk, self._look = talk, look
        self._captions = {
            "planned": translate("Console", "planned"),
            "elapsed": translate("Console", "elapsed"),
            "clock": translate("Console", "clock"),
        }
        self.labels = {name: QLabel() for name in self._captions}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(round(look.em_px))
        for name, label in self.labels.items():
            caption = QLabel(self._captions[name])
            caption.setFont(look.font("when"))
            row.addSpacing(round(look.em_px))
            row.addWidget(caption)
            row.addWidget(label)

    def dress(self) -> None:
        """Give the times their fonts."""
        for name, label in self.labels.items():
            font = self._look.font("when" if name == "planned" else "title")
            font.setPointSizeF(TIME_EM * self._look.base_pt)
            label.setFont(font)

    def show_state(self) -> None:
        """Show what the time is; it is also said to who cannot see it."""
        times = {
            "planned": minutes_text(self._talk.planned_s),
            "elapsed": minutes_text(self._talk.elapsed_s),
            "clock": QDateTime.currentDateTime().toString("HH:mm"),
        }
        for name, time in times.items():
            label = self.labels[name]
            if label.text() != time:
                label.setText(time)
                label.setAccessibleName(labelled(self._captions[name], time))
