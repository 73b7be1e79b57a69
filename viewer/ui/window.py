"""The main window: identity, chart, panels and status around one Session."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import (
    QMainWindow,
    QStackedWidget,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from viewer.io.case_store import OpenedCase, is_case
from viewer.model import view_state
from viewer.model.case import Discrepancy
from viewer.model.course import part
from viewer.model.part import words_of
from viewer.model.problem import Problem
from viewer.session.opening import Opener
from viewer.session.session import Session
from viewer.session.settings import Settings
from viewer.ui.adding.on_window import AddingOnWindow
from viewer.ui.annotate.on_window import AnnotatingOnWindow
from viewer.ui.chart import Chart
from viewer.ui.commands import COMMANDS
from viewer.ui.day_labels import DayLabels
from viewer.ui.docks import arrange, make_docks, stack_up
from viewer.ui.export_verbs import ExportOnWindow
from viewer.ui.header import Header
from viewer.ui.imaging.on_window import PicturesOnWindow
from viewer.ui.legend import LegendBar
from viewer.ui.look import Look
from viewer.ui.menus import build_actions
from viewer.ui.panel_set import make_panels
from viewer.ui.present.pictures import ScenePictures
from viewer.ui.present.verbs import PresentVerbs
from viewer.ui.scene_verbs import ScenesOnWindow
from viewer.ui.seeking import Seeking
from viewer.ui.small_pictures import SmallPictures
from viewer.ui.sources import Sources
from viewer.ui.start_page import StartPage
from viewer.ui.status import StatusLine
from viewer.ui.verbs import Verbs
from viewer.ui.widgets.notice_bar import NoticeBar
from viewer.ui.window_menus import WindowMenus
from viewer.ui.words.joining import labelled
from viewer.ui.words.problem_words import problem_place, problem_text

translate = QCoreApplication.translate

PATIENCE_MS = 300
"""Reading that takes longer is told."""
STATE_VERSION = 5
"""Raised when docks are added or renamed, so that an old layout is not applied to new docks."""


class Window(QMainWindow):
    """One window on one Session. Nothing here holds state of the case."""

    language_wanted = Signal(str)

    def __init__(self, session: Session, look: Look, settings: Settings) -> None:
        super().__init__()
        self.session = session
        self.look = look
        self.settings = settings
        self.opener = Opener()
        self.sources = Sources(session, settings)
        self._has_placed_docks = self._is_replaced = False
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self.setAcceptDrops(True)
        self.setDockNestingEnabled(True)
        self.seeking = Seeking(self)
        self.annotate = AnnotatingOnWindow(self)
        self.adding = AddingOnWindow(self)
        self.scenes = ScenesOnWindow(self)
        self.imaging = PicturesOnWindow(self)
        self.pictures = ScenePictures(session, self)
        self.present = PresentVerbs(self, self.scenes.decks, self.pictures)
        self.exporting = ExportOnWindow(self)
        self._build_centre()
        self.panels = make_panels(self.session, self.look, self.scenes.decks, self.pictures)
        self.docks = make_docks(self.panels, self.look, self)
        self.verbs = Verbs(self)
        self.actions_by_name = build_actions(self, self.chart, self.verbs.table())
        self.menus = WindowMenus(self)
        self.present.show_choices()
        self.day_labels = DayLabels(self.session, self.actions_by_name, self)
        self.header = Header(self.session, self.look, self.actions_by_name)
        self.addToolBar(Qt.ToolBarArea.TopToolBarArea, self.header)
        self.status = StatusLine(self.session, self.look)
        self.setStatusBar(self.status)
        self._connect()
        self._on_case_changed()

    # -- building -----------------------------------------------------------------------------

    def _build_centre(self) -> None:
        self.notice = NoticeBar()
        self.small_pictures = SmallPictures(self.session)
        self.chart = Chart(self.session, self.look, self.small_pictures)
        self.legend = LegendBar(self.look)
        self.start_page = StartPage(self.look, self.settings)
        charted = QWidget()
        charted.setFocusProxy(self.chart)
        column = QVBoxLayout(charted)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.seeking.filter_bar)
        column.addWidget(self.chart, 1)
        column.addWidget(self.seeking.find_bar)
        column.addWidget(self.legend)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.start_page)
        self.pages.addWidget(charted)
        centre = QWidget()
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.notice)
        layout.addWidget(self.annotate.bar)
        layout.addWidget(self.scenes.bar)
        layout.addWidget(self.pages, 1)
        self.setCentralWidget(centre)

    def _connect(self) -> None:
        self.annotate.connect_all()
        self.scenes.connect_all()
        self.imaging.connect_all()
        self.session.case_changed.connect(self._on_case_changed)
        self.session.selection_changed.connect(self._on_selection_changed)
        self.look.changed.connect(self.legend.update)
        self.opener.started.connect(self._on_opening_started)
        self._patience.timeout.connect(self._on_opening_takes_long)
        self.opener.opened.connect(self._on_case_opened)
        self.opener.refused.connect(self._on_case_refused)
        self.panels.details.source_wanted.connect(partial(self.sources.show, parent=self))
        self.adding.connect_all()
        self.legend.wanted.connect(self.verbs.show_legend)
        self.start_page.case_wanted.connect(self.opener.open)
        self.start_page.open_wanted.connect(self.verbs.open_file)

    # -- opening ------------------------------------------------------------------------------

    def show_case(self, opened: OpenedCase) -> None:
        """Show a case that has been read, once nothing of the one before is lost by it."""
        self.annotate.leaving.leave_case(partial(self._show_case, opened))

    def _show_case(self, opened: OpenedCase) -> None:
        """Show a case, and say what is wrong with it."""
        before = self.session.opened
        is_first = before is None
        if before is not None and before.path != opened.path:
            self.present.end()  # its room would see the notes on another person
        self._place_docks()  # before the panels are filled, whose words are then laid out once
        self.session.open(opened)
        if is_first:
            chosen = self.settings.filter(opened.case.id)
            self.session.apply(partial(view_state.sift, chosen=chosen))
        errors = sum(problem.severity == "error" for problem in opened.problems)
        self.notice.clear()
        if errors:
            words = translate("Window", "Parts of this case could not be read: {count}.")
            self.notice.add(
                words.format(count=errors), translate("Window", "Show"), self.show_problems
            )
        if opened.is_read_only:
            self.notice.add(
                translate("Window", "This case was written by a newer version; it opens read-only.")
            )
        self.annotate.begin_case()

    def show_problems(self) -> None:
        """Bring the list of problems to the front."""
        self.docks["problems"].show()
        self.docks["problems"].raise_()

    def _on_opening_started(self, _path: Path) -> None:
        self._patience.start()

    def _on_opening_takes_long(self) -> None:
        words = translate("Window", "Opening {path} …").format(path=self.opener.path)
        self.notice.say(words, translate("Window", "Cancel"), self.opener.cancel)

    def _on_case_opened(self, opened: OpenedCase) -> None:
        self._patience.stop()
        self.notice.take_back()  # that it takes long
        self.annotate.leaving.leave_case(partial(self._show_opened, opened))

    def _show_opened(self, opened: OpenedCase) -> None:
        self.settings.remember_case(opened.path)
        self._show_case(opened)

    def _on_case_refused(self, path: Path, problem: Problem) -> None:
        self._patience.stop()
        place = problem_place(problem) if problem.path or problem.line else ""
        reason = labelled(place, problem_text(problem))
        words = translate("Window", "{path} was not opened. {reason}")
        self.notice.say(words.format(path=path, reason=reason))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a folder or files."""
        if _dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the case that was dropped, or add the images that were."""
        paths = _dropped(event)
        if not paths:
            return
        event.acceptProposedAction()
        if len(paths) == 1 and is_case(paths[0]):
            self.opener.open(paths[0])
        else:
            self.adding.drop(paths)

    @property
    def is_ready(self) -> bool:
        """Whether nothing of what is in sight is still to come."""
        return self.small_pictures.is_ready and all(
            one.is_ready for one in self.panels.by_name().values() if one.isVisible()
        )

    # -- following ----------------------------------------------------------------------------

    def _on_case_changed(self) -> None:
        has_case = self.session.opened is not None
        horizon = self.session.state.horizon
        if self.pages.currentIndex() != int(has_case):
            self.pages.setCurrentIndex(int(has_case))
            self.pages.currentWidget().setFocus()
        # Names of folders and counts of problems may tell what the horizon hides.
        self.menus.show_state(has_case=has_case, is_hidden=horizon is not None)
        self.actions_by_name["open_first"].setVisible(horizon is None)  # it names a diagnosis
        if horizon is not None:
            self.notice.clear()
            QToolTip.hideText()
        for command in COMMANDS:
            if command.needs_case:
                self.actions_by_name[command.name].setEnabled(has_case)
        self.actions_by_name["show_all"].setEnabled(horizon is not None)
        title = words_of(self.session.case.title).pick(self.session.language)
        self.setWindowTitle(f"{title} · Dayline" if has_case else "Dayline")

    def _on_selection_changed(self) -> None:
        """Bring the notes to the front for what only they tell in full."""
        chosen = part(self.session.case, self.session.state.selection)
        if isinstance(chosen, Discrepancy) and self.docks["notes"].isVisible():
            self.docks["notes"].raise_()

    # -- coming and going ---------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Put the panels in their places before they are seen."""
        super().showEvent(event)
        if self.session.opened is not None:
            self._place_docks()
        self.pages.currentWidget().setFocus()

    def _place_docks(self) -> None:
        """Put the panels where they were, or where they stand at first, once there is a window."""
        if self._has_placed_docks or not self.isVisible():
            return
        self._has_placed_docks = True
        before = self.settings.state("window/docks")
        if not before.isEmpty():
            stack_up(self, self.docks)
        if not self.restoreState(before, STATE_VERSION):
            self.arrange_docks()

    def arrange_docks(self) -> None:
        """Put every panel where it stands at first."""
        arrange(self, self.docks, self.look)
        self.scenes.front.begin_with("details")

    def step_aside(self) -> None:
        """Close for another window on the same session, by which nothing is lost or looked at."""
        self._is_replaced = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window as it was left; wait where something is not saved."""
        if not self._is_replaced and not self.annotate.may_close():
            return event.ignore()
        self.settings.set_state("window/geometry", self.saveGeometry())
        if self._has_placed_docks:
            self.settings.set_state("window/docks", self.saveState(STATE_VERSION))
        if self.session.opened is not None:
            self.settings.set_filter(self.session.state.filter, self.session.case.id)
        self.opener.cancel()
        self.small_pictures.close()
        self.exporting.end()
        self.present.end()
        self.imaging.end()
        return super().closeEvent(event)


def _dropped(event: QDropEvent) -> tuple[Path, ...]:
    """Give the local files or folders that are dragged; none for anything else."""
    urls = event.mimeData().urls()
    is_local = bool(urls) and all(url.isLocalFile() for url in urls)
    return tuple(Path(url.toLocalFile()) for url in urls) if is_local else ()
