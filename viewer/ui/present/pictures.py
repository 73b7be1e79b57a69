"""Pictures of scenes, drawn by a stage that nobody sees."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPixmap

from viewer.model.deck import Deck
from viewer.model.scene import Scene
from viewer.session.presenting.talk import Talk
from viewer.session.session import Session, Transition
from viewer.ui.present.stage import Stage

LARGE = QSize(960, 540)
"""The size of a large picture."""
ROUGH = QSize(640, 360)
"""The size that small pictures are drawn in."""
SMALL = QSize(256, 144)
PAUSE_MS = 15
"""The window has so long for itself between two steps."""
MOST = 400
"""So many pictures are kept; those that were not asked for the longest go first."""

_UNSEEN = {"notes", "planned_s"}
"""What of a scene no picture shows."""


@dataclass(frozen=True)
class _Wish:
    """A picture that is to be drawn."""

    scene: Scene
    size: QSize
    taken: Callable[[QPixmap], None]
    also: Transition | None = None
    """What the scene is to show that no scene keeps."""


class ScenePictures(QObject):
    """Draws what is asked for, a step at a time, while the window goes on."""

    arrived = Signal(str)
    """A picture of the scene with this id is there."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self.is_held = False
        """Whether the stage is kept for the next picture, as while a talk goes on."""
        self._session = session
        self._stage: Stage | None = None
        self._kept = OrderedDict[tuple[str, bool], tuple[Scene, QPixmap]]()
        self._wishes = OrderedDict[object, _Wish]()
        self._settled: _Wish | None = None
        """The one that the stage is ready for."""
        self._timer = QTimer(self)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._step)
        self._of = session.opened
        session.case_changed.connect(self._on_case_changed)
        session.annotations_changed.connect(self._on_annotations_changed)

    def small(self, scene: Scene) -> QPixmap | None:
        """Give the small picture of a scene; None where it will come."""
        return self._picture(scene, is_large=False)

    def large(self, scene: Scene) -> QPixmap | None:
        """Give the large picture of a scene; None where it will come."""
        return self._picture(scene, is_large=True)

    def draw(
        self, scene: Scene, size: QSize, taken: Callable[[QPixmap], None], also: Transition
    ) -> None:
        """Draw a scene once, with what else it is to show, before all other pictures."""
        if self._session.opened is not None:
            self._wishes["once"] = _Wish(scene, size, taken, also)
            self._wishes.move_to_end("once", last=False)
            self._go_on()

    def let_go(self) -> None:
        """Take the stage away that nobody sees; what is still to be drawn is forgotten."""
        self._timer.stop()
        self._wishes.clear()
        self._settled = None
        if self._stage is not None:
            self._stage.close()
            self._stage.deleteLater()
            self._stage = None

    def _picture(self, scene: Scene, *, is_large: bool) -> QPixmap | None:
        key = scene.model_dump_json(exclude=_UNSEEN), is_large
        known = self._kept.get(key)
        if known is not None:
            self._kept.move_to_end(key)
            return known[1]
        taken = partial(self._keep, key, scene)
        # Small, nobody could read a panel, and it takes the longest to build.
        drawn = scene if is_large else scene.model_copy(update={"panel": None})
        self._wish(key, _Wish(drawn, LARGE if is_large else ROUGH, taken))
        return None

    def _keep(self, key: tuple[str, bool], scene: Scene, picture: QPixmap) -> None:
        if not key[1]:
            picture = picture.scaled(SMALL, mode=Qt.TransformationMode.SmoothTransformation)
        self._kept[key] = scene, picture
        while len(self._kept) > MOST:
            self._kept.popitem(last=False)
        self.arrived.emit(scene.id)

    # -- drawing ------------------------------------------------------------------------------

    def _wish(self, key: object, wish: _Wish) -> None:
        if self._session.opened is not None:
            self._wishes.setdefault(key, wish)
            self._go_on()

    def _go_on(self) -> None:
        if not self._timer.isActive():  # begun anew with each wish it would never come to its end
            self._timer.start()

    def _step(self) -> None:
        """Make the stage, or show it, or put a scene on it, or settle it, or take its picture."""
        if not self._wishes:
            self._rest()
        elif self._stage is None:
            self._stage = Stage(Talk(self._session, Deck("")))
            self._stage.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
            self._stage.setWindowFlag(Qt.WindowType.Tool)  # any other closes an open menu
        elif not self._stage.isVisible():
            self._stage.resize(next(iter(self._wishes.values())).size)
            self._stage.show()
        else:
            self._draw(self._stage)

    def _draw(self, stage: Stage) -> None:
        key, wish = next(iter(self._wishes.items()))
        if stage.size() != wish.size:
            stage.resize(wish.size)
            self._settled = None
        if stage.talk.scene is not wish.scene:
            stage.talk.show_one(wish.scene)
            if wish.also is not None:
                stage.talk.session.apply(wish.also)
        elif self._settled is not wish:
            stage.settle()
            self._settled = wish
        elif stage.is_ready:
            picture = stage.grab()
            del self._wishes[key]
            self._settled = None
            wish.taken(picture)

    def _rest(self) -> None:
        """Keep no scene where programs that read the screen aloud would find it."""
        self._timer.stop()
        if not self.is_held:
            self.let_go()

    def _on_case_changed(self) -> None:
        """Another case is open, or another day is the last; what is in sight is asked for again."""
        self.let_go()
        if self._of is not self._session.opened:
            self._of = self._session.opened
            self._kept.clear()

    def _on_annotations_changed(self) -> None:
        for key in [key for key, (scene, _) in self._kept.items() if scene.annotations]:
            del self._kept[key]
