"""The slides of a report: which one is shown, and which ones beside it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from viewer.io.case_store import OpenedCase
from viewer.io.slides.stored import OpenedSlide
from viewer.model.problem import Problem
from viewer.session.session import Session
from viewer.session.slides.case_slides import CaseSlides
from viewer.ui.look import Look
from viewer.ui.slides.called import CalledSlide
from viewer.ui.slides.side_by_side import SideBySide
from viewer.ui.slides.slide_bar import Choice, SlideBar
from viewer.ui.slides.slide_hand import SlideHand
from viewer.ui.slides.slide_view import SlideView
from viewer.ui.theme import palette
from viewer.ui.widgets.block import Line
from viewer.ui.widgets.link import Target
from viewer.ui.widgets.picture import Boxed
from viewer.ui.widgets.tabs import Tab, Tabs
from viewer.ui.words.problem_words import problem_text

translate = QCoreApplication.translate

LOW_EM = 20
"""A lower shelf keeps its room for the slides."""
MOST_BESIDE = 3
"""With more slides beside the first one nothing is seen of any."""


class SlideShelf(QWidget):
    """Shows slides of one report; keeps where each stands while the report is the same."""

    came = Signal()
    """A slide, or a part of one, is there now."""
    chosen = Signal(str)
    """Another slide is shown first."""
    enlarge_wanted = Signal()
    """To be shown large, or in its place again."""
    leave_wanted = Signal()
    """Esc was pressed, and no slide had anything to do with it."""
    author_wanted = Signal(object)
    """Nobody was asked yet who annotates; what is to be done then (a callable)."""

    def __init__(self, session: Session, look: Look, slides: CaseSlides) -> None:
        super().__init__()
        self._session = session
        self._look = look
        self._slides = slides
        self._case: OpenedCase | None = None
        self._report = ""
        self._all: tuple[CalledSlide, ...] = ()
        self._shown: tuple[str, ...] = ()
        self._places: dict[str, QWidget] = {}
        self._hands: dict[str, SlideHand] = {}
        self._together = SideBySide(self)
        self._tabs: QWidget | None = None
        self._bar: SlideBar | None = None
        self._row = QSplitter(Qt.Orientation.Horizontal)
        self._row.setChildrenCollapsible(False)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._row, 1)
        slides.opened.connect(self._on_opened)
        self._dress()

    # -- what is shown ------------------------------------------------------------------------

    @property
    def shown(self) -> tuple[str, ...]:
        """The names of the slides that are shown, the chosen one first."""
        return self._shown

    @property
    def views(self) -> tuple[SlideView, ...]:
        """The views of those that are there."""
        places = (self._places[path] for path in self._shown)
        return tuple(one for one in places if isinstance(one, SlideView))

    @property
    def is_ready(self) -> bool:
        """Whether all that is in sight is there, or known to be broken."""
        are_opened = all(self._slides.slide(path) is not None for path in self._shown)
        return are_opened and all(view.loader.is_idle for view in self.views)

    @property
    def bar(self) -> SlideBar | None:
        """The buttons; None where no slide is there, or nothing can be operated."""
        return self._bar

    def show_report(self, report: str, slides: tuple[CalledSlide, ...]) -> None:
        """Show the slides of a report, the first one unless another was chosen before."""
        opened = self._session.opened
        is_same = report == self._report and opened is self._case
        if is_same and slides == self._all:
            return
        self._let_go()
        paths = [one.path for one in slides]
        kept = self._shown if is_same else ()
        self._case, self._report, self._all = opened, report, slides
        self._shown = tuple(path for path in kept if path in paths) or tuple(paths[:1])
        self._build()

    def choose(self, path: str) -> None:
        """Show a slide first; those beside it stay, but for itself."""
        if path in [one.path for one in self._all] and path != self._shown[0]:
            self._shown = (path, *(one for one in self._shown[1:] if one != path))
            self._build()
            self.chosen.emit(path)

    def switch_beside(self, path: str) -> None:
        """Show a slide beside the chosen one, or no longer."""
        if path in self._shown[1:]:
            self._shown = tuple(one for one in self._shown if one != path)
        elif len(self._shown) <= MOST_BESIDE:
            self._shown = (*self._shown, path)
        self._build()

    def restyle(self) -> None:
        """Build what is around the slides again in another look; they stand where they stood."""
        self._dress()
        for path, place in list(self._places.items()):
            if isinstance(place, SlideView):
                place.restyle()
            else:
                _remove(self._places.pop(path))
        self._build()

    # -- building -----------------------------------------------------------------------------

    def _let_go(self) -> None:
        for place in self._places.values():
            _remove(place)
        self._places, self._hands = {}, {}

    def _build(self) -> None:
        for path in [path for path in self._places if path not in self._shown]:
            _remove(self._places.pop(path))
            self._hands.pop(path, None)
        for number, path in enumerate(self._shown):
            if path not in self._places:
                self._places[path] = self._place(path)
            self._row.insertWidget(number, self._places[path])
        self._row.setSizes([1000] * len(self._shown))
        self._build_tabs()
        self._build_bar()
        self._together.join(self.views)
        self._turn()

    def _place(self, path: str) -> QWidget:
        """Make the view of a slide, or say why there is none."""
        slide = self._slides.slide(path)
        known = next(one for one in self._all if one.path == path)
        if not isinstance(slide, OpenedSlide):
            return self._instead(known, slide)
        view = SlideView(self._session, self._look, self._report, slide, known.name, known.aside)
        view.author_wanted.connect(self.author_wanted)
        view.loader.came.connect(self._on_tile_came)
        self._hands[path] = SlideHand(view)
        return view

    def _instead(self, known: CalledSlide, problem: Problem | None) -> QWidget:
        opening = translate("Slide", "The slide is being opened…")
        words = opening if problem is None else problem_text(problem)
        lines = (Line(known.name, role="strong"), Line(words, ink="ink_2"))
        return Boxed(lines, is_centred=True).build(self._look, self._follow)

    def _build_tabs(self) -> None:
        if self._tabs is not None:
            _remove(self._tabs)
            self._tabs = None
        if len(self._all) > 1 and not self._look.is_stage:
            tabs = tuple(Tab(one.name, Target("act", one.path)) for one in self._all)
            row = Tabs(tabs, Target("act", self._shown[0]))
            self._tabs = row.build(self._look, self._follow)
            self._column.insertWidget(0, self._tabs)

    def _build_bar(self) -> None:
        view = self._places.get(self._shown[0]) if self._shown else None
        if self._look.is_stage or not isinstance(view, SlideView):
            if self._bar is not None:
                self._bar.leave()
                self._bar.hide()
            return
        if self._bar is None:
            self._bar = SlideBar(self._look)
            self._bar.chosen.connect(self.choose)
            self._bar.beside_wanted.connect(self.switch_beside)
            self._bar.enlarge_wanted.connect(self.enlarge_wanted)
            self._column.insertWidget(self._column.indexOf(self._row), self._bar)
        ordered = sorted(self._all, key=lambda one: one.path != self._shown[0])
        choices: tuple[Choice, ...] = tuple(
            (one.path, one.name, one.path in self._shown) for one in ordered
        )
        self._bar.serve(view, self._hands[self._shown[0]], choices)
        self._bar.show()

    def _follow(self, target: Target) -> None:
        self.choose(target.id)

    def _on_tile_came(self) -> None:
        self.came.emit()

    def _on_opened(self, path: str) -> None:
        if path in self._places and not isinstance(self._places[path], SlideView):
            _remove(self._places.pop(path))
            self._build()
            self.came.emit()

    # -- room ---------------------------------------------------------------------------------

    def _dress(self) -> None:
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        if self._look.is_stage:  # whatever the window around it looks like
            self.setPalette(palette(self._look.theme))
        side = round(0.5 * self._look.h_px)
        self._column.setContentsMargins(side, side, side, side)
        self._column.setSpacing(round(0.4 * self._look.h_px))
        self._row.setHandleWidth(max(3, round(0.25 * self._look.h_px)))
        if self._bar is not None:
            _remove(self._bar)
            self._bar = None

    def _turn(self) -> None:
        """Use the room: slides below one another where it is high, menus where it is small."""
        bar, is_low = self._bar, self.height() < LOW_EM * self._look.em_px
        is_short = is_low or (bar is not None and self._row.width() < bar.needed_px)
        if bar is not None:
            bar.shorten(is_short=is_short)
        if self._tabs is not None:
            self._tabs.setVisible(not (is_short and bar is not None and not bar.isHidden()))
        is_high = self.height() > 1.2 * self.width()
        self._row.setOrientation(Qt.Orientation.Vertical if is_high else Qt.Orientation.Horizontal)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keys to the first slide."""
        super().focusInEvent(event)
        if self.views:
            self.views[0].setFocus(event.reason())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave_wanted.emit()
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand slides where there is room."""
        super().resizeEvent(event)
        self._turn()


def _remove(widget: QWidget) -> None:
    if isinstance(widget, SlideView):
        widget.close_slide()
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()
