"""The scenes of a talk in a row, with their pictures and times."""

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem

from viewer.model.scene import Scene
from viewer.session.presenting.talk import Talk
from viewer.ui.look import Look
from viewer.ui.present.pictures import ScenePictures
from viewer.ui.widgets.plain_text import tip
from viewer.ui.words.scene_words import minutes_text

translate = QCoreApplication.translate

_ICON_EM = (10.4, 5.85)
_WORDS_H = 4.0
"""The height of number, title and time below a picture (lines)."""


class SceneStrip(QListWidget):
    """Shows which scene the talk is at; a click goes to another."""

    def __init__(self, talk: Talk, pictures: ScenePictures, look: Look) -> None:
        super().__init__()
        self._talk, self._pictures = talk, pictures
        words_px, em = round(_WORDS_H * look.h_px), look.em_px
        icon = QSize(round(_ICON_EM[0] * em), round(_ICON_EM[1] * em))
        self.setAccessibleName(translate("Console", "Scenes"))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setIconSize(icon)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setFixedHeight(icon.height() + words_px + round(1.5 * look.h_px))
        for scene in talk.scenes:
            item = QListWidgetItem(self)
            item.setToolTip(tip(scene.title.pick(talk.session.language)))
            item.setSizeHint(QSize(icon.width() + round(em), icon.height() + words_px))
        pictures.arrived.connect(self._on_picture)
        self.horizontalScrollBar().valueChanged.connect(self._ask)
        self.itemClicked.connect(lambda item: talk.jump(self.row(item)))

    def show_state(self) -> None:
        """Show where the talk is."""
        for number, scene in enumerate(self._talk.scenes):
            self.item(number).setText(self._words(number, scene))
        self.setCurrentRow(self._talk.index)
        self._ask()

    def _ask(self) -> None:
        """Ask for the pictures of what is in sight; each takes the stage a moment."""
        sight = self.viewport().rect()
        for number, scene in enumerate(self._talk.scenes):
            if self.visualItemRect(self.item(number)).intersects(sight):
                picture = self._pictures.small(scene)
                if picture is not None:
                    self.item(number).setIcon(_icon(picture))

    def _words(self, number: int, scene: Scene) -> str:
        """Give a scene's number and title, and for how long it was shown, or is meant to be."""
        talk = self._talk
        spent, time = talk.spent_s(number), ""
        if spent >= 1:
            time = minutes_text(spent)
        elif scene.planned_s is not None:
            time = translate("Console", "plan {time}").format(time=minutes_text(scene.planned_s))
        return f"{number + 1}  {scene.title.pick(talk.session.language)}\n{time}"

    def _on_picture(self, id_: str) -> None:
        for number, scene in enumerate(self._talk.scenes):
            picture = self._pictures.small(scene) if scene.id == id_ else None
            if picture is not None:
                self.item(number).setIcon(_icon(picture))


def _icon(picture: QPixmap) -> QIcon:
    """Give an icon that is not tinted where it is chosen."""
    icon = QIcon()
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):
        icon.addPixmap(picture, mode)
    return icon
