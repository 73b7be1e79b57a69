"""The pictures of a study: which series, the buttons, and the picture itself."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from viewer.model.picture_view import PictureView, show_frame, use_window
from viewer.model.pictures import GreyWindow
from viewer.session.pictures.study import ShownSeries, StudyPictures
from viewer.session.session import Session
from viewer.ui.imaging.bar import PictureBar
from viewer.ui.imaging.drawing import ToolName
from viewer.ui.imaging.hand import PictureHand
from viewer.ui.imaging.menu import GROUPS, fill_menu
from viewer.ui.imaging.seen import seen_in
from viewer.ui.imaging.series_chooser import SeriesChooser
from viewer.ui.imaging.series_words import instead_words, series_title
from viewer.ui.imaging.shaping import Shaping
from viewer.ui.imaging.verbs import PictureKeys, view_verbs
from viewer.ui.imaging.view import ImageView
from viewer.ui.imaging.windows import preset_of
from viewer.ui.imaging.words import PictureWords
from viewer.ui.look import Look
from viewer.ui.words.joining import in_line

translate = QCoreApplication.translate

TOOLS: dict[str, ToolName] = {
    "tool_pointer": "pointer",
    "tool_line": "line",
    "tool_angle": "angle",
    "tool_ellipse": "ellipse",
    "tool_polygon": "polygon",
}


class PicturePage(QWidget):
    """Shows one study's pictures at a time, each series as it was looked at last."""

    enlarge_wanted = Signal()
    """The person wants to see it large, or in its place again."""
    leave_wanted = Signal()
    """There was nothing to let go of: the person wants to leave."""
    problems_changed = Signal()
    """It is known which files cannot be shown."""

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__()
        self._session = session
        self._look = look
        self._study: StudyPictures | None = None
        self._study_id = self._caption = ""
        """Which study it is; in words where another one stands beside it."""
        self._is_alone = False
        """Whether there is nothing but the picture."""
        self._is_synthetic = False
        self._wanted = ""
        self._wanted_window: GreyWindow | None = None
        """The key of a picture that is to be shown once it is found, and in which greys."""
        self._fixed: tuple[ShownSeries, PictureView] | None = None
        """What a stage shows, whatever is looked at in the window."""
        self._progress = (0, 0)
        self.view = ImageView(look)
        self.setFocusProxy(self.view)
        self.chooser = SeriesChooser()
        self.chooser.activated.connect(self._on_series_chosen)
        self.shaping = Shaping(session, self.view, look)
        self._verbs = self._own_verbs()
        self.bar = PictureBar(look, self.act)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        for widget in (self.chooser, self.bar):
            widget.setVisible(not look.is_stage)
            self._column.addWidget(widget)
        self._column.addWidget(self.view, 1)
        if not look.is_stage:
            PictureHand(self.view, self.shaping.drawing).menu_wanted.connect(self.show_menu)
            PictureKeys(self.view, self.act)
        self.view.view_changed.connect(self._on_view_changed)
        self.view.frame_wanted.connect(self._on_frame_wanted)
        self.shaping.changed.connect(self._show_acts)

    def sizeHint(self) -> QSize:
        """Ask for a picture as wide as a panel."""
        return self.view.sizeHint()

    # -- what is shown ------------------------------------------------------------------------

    def show_study(
        self,
        study: StudyPictures | None,
        id_: str = "",
        *,
        is_synthetic: bool = False,
        caption: str = "",
    ) -> None:
        """Show the pictures of a study as they were looked at last; None for none.

        `caption` says on the picture which study it is.
        """
        if study is not self._study:
            self._leave_study()
            self._study, self._fixed = study, None
            self._progress = 0, 0
            if study is not None:
                study.progressed.connect(self._on_progressed)
                study.glimpsed.connect(self._show_series)
                study.scanned.connect(self._on_scanned)
        self._study_id, self._is_synthetic, self._caption = id_, is_synthetic, caption
        self._show_series()

    def show_picture(self, key: str, window: GreyWindow | None = None) -> None:
        """Show the picture with this key, once it is found; with an empty one as it was."""
        self._wanted, self._wanted_window, self._fixed = key, window, None
        self._go_to_wanted()

    @property
    def shown(self) -> ShownSeries | None:
        """The series that is shown; None while there is none."""
        if self._study is None:
            return None
        return self._study.chosen_series if self._fixed is None else self._fixed[0]

    def _leave_study(self) -> None:
        if self._study is not None:
            self._study.progressed.disconnect(self._on_progressed)
            self._study.glimpsed.disconnect(self._show_series)
            self._study.scanned.disconnect(self._on_scanned)
            if self.view.pictures is not None:
                self.view.pictures.rest()

    def _show_series(self) -> None:
        """Show the series that was chosen, or say what is there instead."""
        study, shown = self._study, self.shown
        self._fill_chooser()
        before = self.view.pictures
        if study is None or shown is None:
            instead = "" if study is None else instead_words(study, self._progress)
            words = PictureWords(instead, self._is_synthetic, instead)
            first = None if study is None else study.glimpse
            self.view.show_series(first, words, PictureView())
        else:
            title = series_title(shown, study, self._session.language)
            title = in_line(tuple(filter(None, (self._caption, title))))
            words = PictureWords(title, self._is_synthetic)
            view = study.view_of(shown) if self._fixed is None else self._fixed[1]
            self.view.show_series(shown.pictures, words, view)
            if before is not None and before is not shown.pictures:
                before.rest()
            self._session.pictures.look_at(shown, self.view.view.frame)
        self.shaping.show_study(self._study_id)
        self._note()

    def _note(self) -> None:
        """Let the session know what the window shows; a stage only shows what was kept."""
        if not self._look.is_stage:
            self._session.pictures.note(seen_in(self.view, self._study_id))

    def _fill_chooser(self) -> None:
        self.chooser.show_series(self._study, self.shown, self._session.language)
        # Of two studies side by side both have one, so that the pictures are level.
        is_wanted = self.chooser.count() > 1 or bool(self._caption)
        self.chooser.setVisible(is_wanted and not self._is_alone and not self._look.is_stage)

    def show_as_picture_alone(self, is_alone: bool) -> None:
        """Show nothing but the picture, or the buttons again."""
        self._is_alone = is_alone
        self.bar.setVisible(not is_alone and not self._look.is_stage)
        self._fill_chooser()

    @property
    def is_ready(self) -> bool:
        """Whether the picture that is shown is there, or known not to come."""
        study = self._study
        return study is None or (study.is_scanned and self.view.is_ready)

    def restyle(self) -> None:
        """Show the same in another look."""
        self.view.update()

    # -- acts -----------------------------------------------------------------------------------

    def _own_verbs(self) -> dict[str, Callable[[], object]]:
        choose = self.shaping.drawing.choose_tool
        return {
            **view_verbs(self.view),
            **{name: partial(choose, tool) for name, tool in TOOLS.items()},
            "enlarge": self.enlarge_wanted.emit,
            "leave": self._leave,
            "delete": self.shaping.delete,
        }

    def add_verbs(self, verbs: dict[str, Callable[[], object]]) -> None:
        """Let acts be done that need more than a page."""
        self._verbs |= verbs

    def act(self, name: str) -> bool:
        """Do what an act says; False where it is not known here."""
        verb = self._verbs.get(name)
        if verb is None or name in self._disabled():
            return False
        verb()
        self._show_acts()
        return True

    def show_menu(self, place: QPoint) -> None:
        """Offer all that can be done, at a place of the screen."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fill_menu(menu, GROUPS, self.act, in_force=self._in_force(), disabled=self._disabled())
        menu.popup(place)

    def _leave(self) -> None:
        """Let go of what is drawn, else of the tool, else of the shape; else leave."""
        drawing = self.shaping.drawing
        if drawing.abandon():
            return
        if drawing.tool != "pointer":
            drawing.choose_tool("pointer")
        elif self.shaping.chosen is not None:
            drawing.choose("")
        else:
            self.leave_wanted.emit()

    def _in_force(self) -> set[str]:
        view, tools = self.view.view, {tool: name for name, tool in TOOLS.items()}
        found = {tools[self.shaping.drawing.tool], preset_of(view.window)}
        found |= {"invert"} if view.is_inverted else set()
        return found | ({"flip"} if view.is_flipped else set())

    def _disabled(self) -> set[str]:
        chosen = self.shaping.chosen
        found = set() if chosen is not None and chosen.is_mine else {"delete", "lesion"}
        if chosen is not None and chosen.shape.kind != "line":
            found.add("lesion")
        return found | {name for name in ("about", "lesion", "limits") if name not in self._verbs}

    def _show_acts(self) -> None:
        self.bar.show_state(self._in_force(), self._disabled())

    # -- following ------------------------------------------------------------------------------

    def _on_progressed(self, done: int, of: int) -> None:
        self._progress = done, of
        if self._study is not None and not self._study.is_scanned:
            self._show_series()

    def _on_scanned(self) -> None:
        self._show_series()
        self._go_to_wanted()
        self.problems_changed.emit()

    def _on_series_chosen(self, row: int) -> None:
        if self._study is not None and 0 <= row < len(self._study.series):
            self._study.chosen = self._study.series[row].key
            self._show_series()
            self.view.setFocus()

    def _on_view_changed(self) -> None:
        shown = self.shown
        if self._study is not None and shown is not None and not self._look.is_stage:
            self._study.views[shown.key] = self.view.view
        self._note()
        self._show_acts()

    def _on_frame_wanted(self, index: int) -> None:
        shown = self.shown
        if shown is not None:
            self._session.pictures.look_at(shown, index)

    def _go_to_wanted(self) -> None:
        study = self._study
        found = None if study is None or not self._wanted else study.find(self._wanted)
        if study is not None and found is not None:
            shown, index = found
            view = show_frame(study.view_of(shown), index, len(shown.series.frames))
            if self._wanted_window is not None:
                view = use_window(view, self._wanted_window)
            self._wanted = ""
            if self._look.is_stage:
                self._fixed = shown, view
            else:
                study.chosen, study.views[shown.key] = shown.key, view
        if study is not None:
            self._show_series()
