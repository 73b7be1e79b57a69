"""The presenter's own screen: what is shown, what comes next, the notes and the time."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QSize, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QFont,
    QHideEvent,
    QKeyEvent,
    QScreen,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from viewer.session.presenting.day_by_day import DayByDay
from viewer.session.presenting.talk import Talk
from viewer.ui.look import FontRole, Look
from viewer.ui.present.dressing import dress
from viewer.ui.present.pictures import ScenePictures
from viewer.ui.present.scene_strip import SceneStrip
from viewer.ui.present.screens import fill
from viewer.ui.present.speaker_notes import SpeakerNotes
from viewer.ui.present.stage import Stage
from viewer.ui.present.stage_look import ConsoleLook
from viewer.ui.present.still_picture import StillPicture
from viewer.ui.present.talk_buttons import TalkButtons, plain_button
from viewer.ui.present.talk_keys import TalkKeys
from viewer.ui.present.talk_times import TalkTimes
from viewer.ui.widgets.elided import ElidedLabel
from viewer.ui.words.day_words import day_name
from viewer.ui.words.joining import in_line, in_turn

translate = QCoreApplication.translate

TICK_MS = 500
FOLLOW_MS = 120
"""Pictures are taken anew so long after a change: the room comes first."""
WINDOWED = QSize(1200, 760)
NOTES_EM = (1.0, 1.3, 1.7, 2.2)
"""The sizes that notes can be read in (em)."""


class Console(QWidget):
    """Follows a talk; its buttons and keys lead it."""

    closed = Signal()
    pointer_wanted = Signal()

    def __init__(
        self,
        talk: Talk,
        stage: Stage,
        pictures: ScenePictures,
        playing: DayByDay,
        height_px: int,
    ) -> None:
        """`height_px` is the height that there will be."""
        super().__init__()
        self._talk, self._stage, self._pictures = talk, stage, pictures
        self._look = ConsoleLook(talk.session.language, height_px)
        self._notes_size = 1
        self.keys: TalkKeys | None = None
        self.place = ElidedLabel()
        self.times = TalkTimes(talk, self._look)
        self.now_words, self.next_words = ElidedLabel(), ElidedLabel()
        self.now, self.coming = StillPicture(), StillPicture()
        self.notes = SpeakerNotes(talk)
        others = {
            "pointer": self.pointer_wanted.emit,
            "zero": self._begin_again,
            "end": self.close,
        }
        self.buttons = TalkButtons(talk, stage, playing, others)
        self.scenes = SceneStrip(talk, pictures, self._look)
        self._follow = QTimer(self)
        self._follow.setSingleShot(True)
        self._follow.setInterval(FOLLOW_MS)
        self._follow.timeout.connect(self._take_picture)
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self.times.show_state)
        self.setObjectName("console")
        self.setWindowTitle(translate("Console", "Presenter's console") + " · Dayline")
        self._build()
        self._dress()
        self._connect()

    # -- building -----------------------------------------------------------------------------

    def _build(self) -> None:
        self.now.setAccessibleName(translate("Console", "On screen now"))
        self.coming.setAccessibleName(translate("Console", "Next scene"))
        em = round(self._look.em_px)
        grid = QGridLayout()
        grid.setSpacing(em)
        grid.addWidget(self.now_words, 0, 0)
        grid.addWidget(self.now, 1, 0, 3, 1)
        grid.addWidget(self.next_words, 0, 1)
        grid.addWidget(self.coming, 1, 1)
        grid.addLayout(self._notes_bar(), 2, 1)
        grid.addWidget(self.notes, 3, 1)
        grid.setColumnStretch(0, 5)
        grid.setColumnStretch(1, 3)
        grid.setRowStretch(1, 3)
        grid.setRowStretch(3, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * em, em, 2 * em, em)
        column.setSpacing(em)
        column.addLayout(self._top_bar())
        column.addLayout(grid, 1)
        column.addWidget(self.buttons)
        column.addWidget(self.scenes)

    def _top_bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.addWidget(self.place, 1)
        bar.addWidget(self.times)
        return bar

    def _notes_bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        caption = QLabel(translate("Console", "Notes"))
        caption.setFont(self._look.font("strong"))
        bar.addWidget(caption, 1)
        for sign, step, said in (
            ("A−", -1, translate("Console", "Smaller notes")),
            ("A+", 1, translate("Console", "Larger notes")),
        ):
            bar.addWidget(plain_button(sign, said, partial(self._resize_notes, step)))
        return bar

    def _connect(self) -> None:
        talk, session = self._talk, self._talk.session
        for signal in (talk.scene_changed, session.case_changed, talk.cover_changed):
            signal.connect(self.show_state)
        for changed in (session.window_changed, session.cursor_changed, session.layout_changed):
            changed.connect(self._follow.start)
        self._stage.came.connect(self._follow.start)
        talk.pointer_changed.connect(self._show_pointer)
        self._pictures.arrived.connect(self._on_picture)
        self.now.pointed.connect(self._point)

    def _dress(self) -> None:
        look = self._look
        dress(self, look.theme)
        self.setAutoFillBackground(True)
        for button in self.findChildren(QToolButton):
            button.setFont(look.font("label"))
        self.scenes.setFont(look.font("when"))
        self.place.setFont(look.font("head"))
        for words in (self.now_words, self.next_words):
            words.setFont(look.font("label"))
        self.times.dress()
        self._resize_notes(0)

    # -- showing ------------------------------------------------------------------------------

    def put_on(self, screen: QScreen, *, is_full: bool) -> None:
        """Show on a screen: all of it, or a window."""
        if is_full:
            fill(self, screen)
        else:
            self.setScreen(screen)
            self.resize(WINDOWED)
            self.show()

    def show_state(self) -> None:
        """Show where the talk is; where nobody sees it nothing is worked out."""
        if not self.isVisible():
            return
        talk, language = self._talk, self._talk.session.language
        scene, coming, count = talk.scene, talk.next_scene, len(talk.scenes)
        words = translate("Console", "Scene {number} of {count}")
        title = "" if scene is None else scene.title.pick(language)
        self.place.set_text(f"{words.format(number=talk.index + 1, count=count)}  {title}")
        self.now_words.set_text(self._now_words())
        number, after = talk.index + 2, translate("Console", "Next: {number}. {title}")
        self.next_words.set_text(
            translate("Console", "The last scene")
            if coming is None
            else after.format(number=number, title=coming.title.pick(language))
        )
        self.notes.show_state()
        self.scenes.show_state()
        self.buttons.show_state()
        self.times.show_state()
        self._follow.start()

    def _now_words(self) -> str:
        talk, session = self._talk, self._talk.session
        parts = [translate("Console", "On screen now")]
        if talk.cover is not None:
            parts.append(translate("Console", "covered"))
        if session.state.horizon is not None:
            words = translate("Console", "nothing after {day} is shown")
            parts.append(words.format(day=day_name(session.state.horizon, session.counting)))
        if talk.lacking:
            words = translate("Console", "the case no longer has: {ids}")
            parts.append(words.format(ids=in_line(talk.lacking)))
        return in_turn(parts)

    def _take_picture(self) -> None:
        if not self.isVisible():
            return  # it is done when it comes
        self._show_coming()
        over = self._stage.over
        over.is_pictured = True  # the pointer is drawn by the picture itself, at once
        self.now.show_picture(self._stage.grab())
        over.is_pictured = False

    def _on_picture(self, id_: str) -> None:
        coming = self._talk.next_scene
        if self.isVisible() and coming is not None and coming.id == id_:
            self._show_coming()

    def _show_coming(self) -> None:
        """Show the next scene, small until it is drawn."""
        coming, pictures = self._talk.next_scene, self._pictures
        if coming is not None:
            self.coming.show_picture(pictures.large(coming) or pictures.small(coming))
        else:
            self.coming.show_picture(None)

    def _show_pointer(self) -> None:
        self.now.show_pointer(self._talk.pointer)

    def _point(self, x: float, y: float) -> None:
        if self._stage.over.points:
            self._talk.point((x, y))

    def _resize_notes(self, step: int) -> None:
        self._notes_size = min(max(self._notes_size + step, 0), len(NOTES_EM) - 1)
        self.notes.setFont(_sized(self._look, "when", NOTES_EM[self._notes_size]))

    def _begin_again(self) -> None:
        self._talk.begin_again()
        self.times.show_state()

    # -- events -------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand keys to the talk."""
        if self.keys is None or not self.keys.takes(event):
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Let the time run while it is seen."""
        super().showEvent(event)
        self._tick.start()
        self.show_state()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop the clock that nobody sees."""
        super().hideEvent(event)
        self._tick.stop()
        self._follow.stop()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing the console ends the talk."""
        super().closeEvent(event)
        self.closed.emit()


def _sized(look: Look, role: FontRole, size_em: float) -> QFont:
    font = look.font(role)
    font.setPointSizeF(look.base_pt * size_em)
    return font
