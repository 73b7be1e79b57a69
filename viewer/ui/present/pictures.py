"""Pictures of scenes, each drawn once by a stage that nobody sees."""

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPixmap

from viewer.io.case_store import OpenedCase
from viewer.model.deck import Deck
from viewer.model.scene import Scene
from viewer.session.presenting.talk import Talk
from viewer.session.session import Session
from viewer.ui.present.stage import Stage

DRAWN = QSize(960, 540)
"""The size of the stage that is drawn."""
ROUGH = QSize(640, 360)
"""The size that small pictures are drawn in."""
SMALL = QSize(256, 144)
PAUSE_MS = 30
"""The window has so long for itself between two pictures."""


class ScenePictures(QObject):
    """Draws what is asked for, one after another, while the window goes on."""

    arrived = Signal(str)
    """The picture of the scene with this id is there."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._stage: Stage | None = None
        self._of: OpenedCase | None = None
        self._small: dict[str, tuple[Scene, QPixmap]] = {}
        self._wanted: dict[str, Scene] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._draw_next)
        session.case_changed.connect(self._on_case_changed)

    def picture(self, scene: Scene) -> QPixmap | None:
        """Give the small picture of a scene; None where it will come."""
        known = self._small.get(scene.id)
        if known is not None and known[0] == scene:
            return known[1]
        self._wanted[scene.id] = scene
        self._timer.start()
        return None

    def large(self, scene: Scene, size: QSize = DRAWN) -> QPixmap:
        """Draw a scene at once, large."""
        stage = self._showing(scene, size)
        stage.settle()
        return stage.grab()

    def _showing(self, scene: Scene, size: QSize) -> Stage:
        stage = self._stage_now()
        stage.resize(size)
        stage.talk.show_one(scene)
        return stage

    def _draw_next(self) -> None:
        if not self._wanted or self._session.opened is None:
            self._timer.stop()
            return
        id_, scene = next(iter(self._wanted.items()))
        del self._wanted[id_]
        # So small nobody could read a panel, and it takes the longest to build.
        chart = scene.model_copy(update={"panel": None})
        mode = Qt.TransformationMode.SmoothTransformation
        self._small[id_] = scene, self._showing(chart, ROUGH).grab().scaled(SMALL, mode=mode)
        self.arrived.emit(id_)

    def _stage_now(self) -> Stage:
        if self._stage is None:
            self._of = self._session.opened
            self._stage = Stage(Talk(self._session, Deck("")))
            self._stage.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
            self._stage.resize(DRAWN)
            self._stage.show()
        return self._stage

    def let_go(self) -> None:
        """Take the stage away that nobody sees; what is still to be drawn is forgotten."""
        self._timer.stop()
        self._wanted.clear()
        if self._stage is not None:
            self._stage.close()
            self._stage.deleteLater()
            self._stage = None

    def _on_case_changed(self) -> None:
        if self._of is not self._session.opened:
            self.let_go()
            self._small.clear()
