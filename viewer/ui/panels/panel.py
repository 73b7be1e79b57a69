"""What every panel is: a view of the session that can be shown anew at any time."""

from abc import abstractmethod
from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from viewer.model import measuring
from viewer.model.annotation import Content, OnPart
from viewer.session.session import Session
from viewer.ui.follower import Follower
from viewer.ui.look import Look
from viewer.ui.panels.telling import Telling
from viewer.ui.widgets.link import Target
from viewer.ui.widgets.page import Page

NARROWEST_EM = 22


class Panel(QWidget):
    """One docked view of the disclosed case; it never writes but through the session's verbs."""

    heading_changed = Signal(str)
    """The few words that stand beside the panel's title."""
    source_wanted = Signal(str)
    """The reader asks for their own copy of the source with this id."""
    comparison_wanted = Signal(str, str)
    """The reader asks for two studies beside one another; their ids, the earlier one first."""
    pictures_wanted = Signal(str)
    """The reader wants to say where the pictures of an added study are now; its id."""
    came = Signal()
    """More of what it shows has come out of the background."""

    def __init__(self, session: Session, look: Look, name: str) -> None:
        super().__init__()
        self.session = session
        self.look = look
        self._heading = ""
        self._follower = Follower(self, self.show_state)
        self.setObjectName(f"panel.{name}")
        self._dress()
        session.case_changed.connect(self.show_state)
        session.selection_changed.connect(self.show_state)
        session.numbering_changed.connect(self.show_state)
        look.changed.connect(self._on_look_changed)

    @abstractmethod
    def title(self) -> str:
        """Give the panel's name."""

    @abstractmethod
    def show_state(self) -> None:
        """Show what the session shows now, from nothing."""

    @abstractmethod
    def restyle(self) -> None:
        """Show the same in another look."""

    @property
    def heading(self) -> str:
        """The few words that stand beside the title; empty for none."""
        return self._heading

    @property
    def is_ready(self) -> bool:
        """Whether nothing of what it shows is still to come."""
        return True

    @property
    def telling(self) -> Telling:
        """The case, in the words of the window's language."""
        session = self.session
        told = session.case, session.counting, session.language, session.state.plots
        studies = session.shown.studies(session.annotations)
        return Telling(*told, studies, can_act=not self.look.is_stage)

    def set_heading(self, words: str) -> None:
        """Say something beside the title."""
        self._heading = words
        self.heading_changed.emit(words)

    def follow_cursor(self) -> None:
        """Show the cursor's day from now on, a little after the chart."""
        self.session.cursor_changed.connect(self._follower.follow)

    def follow(self, target: Target) -> None:
        """Go where a link leads."""
        match target.kind:
            case "part":
                self.session.select(target.id)
            case "day":
                self.session.point_at(float(target.id))
            case "source":
                self.source_wanted.emit(target.id)
            case "pin":
                self.session.apply(partial(measuring.toggle_pin, id_=target.id))
            case "compare":
                self.comparison_wanted.emit(target.id, target.other)
            case "find":
                self.pictures_wanted.emit(target.id)
            case "note":
                note = Content(kind="note", target=OnPart(part=target.id))
                self.session.annotating.begin(note)

    def _on_look_changed(self) -> None:
        self._dress()
        self.restyle()

    def _dress(self) -> None:
        self.setMinimumWidth(round(NARROWEST_EM * self.look.em_px))
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)


class PagePanel(Panel):
    """A panel that is one page of blocks."""

    def __init__(self, session: Session, look: Look, name: str) -> None:
        super().__init__(session, look, name)
        self.page = Page(look, self.follow)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(self.page)
        session.found_changed.connect(self._on_found_changed)
        session.case_changed.connect(self._on_found_changed)

    def minimumSizeHint(self) -> QSize:
        """Be content with what a page needs, so that no layout tells of what is hidden later."""
        return self.page.minimumSizeHint()

    def _on_found_changed(self) -> None:
        self.page.show_found(self.session.forms)
        if self.session.state.hit is not None:
            self.page.bring_found_to_view()

    def restyle(self) -> None:
        """Build the page again in another look."""
        self.page.restyle()
