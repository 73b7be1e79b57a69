"""What the person does with lanes: collapse, hide and move them; by key, menu and mouse alike."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QWidget

from viewer.model import lanes, view_state
from viewer.model.course import part
from viewer.model.event import Event
from viewer.model.series import Statement
from viewer.session.session import Session

translate = QCoreApplication.translate


class LaneVerbs:
    """Changes of the lanes of a session; those named by no lane act on the selection's."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def table(self) -> dict[str, Callable[[], object]]:
        """Give what each command about lanes does."""
        return {
            "collapse_lane": self.collapse_selected,
            "expand_lane": self.expand_selected,
            "collapse_lanes": self.collapse_all,
            "expand_lanes": self.expand_all,
            "lane_up": lambda: self.move_selected(-1),
            "lane_down": lambda: self.move_selected(1),
            "hide_lane": self.hide_selected,
            "show_lanes": self.show_hidden,
            "lanes_as_in_case": self.order_as_in_case,
        }

    # -- one lane -----------------------------------------------------------------------------

    def collapse(self, id_: str, is_collapsed: bool) -> None:
        """Show a lane, with all below it, as one row, or show its events again."""
        self._session.apply(partial(lanes.collapse if is_collapsed else lanes.expand, ids=(id_,)))

    def hide(self, id_: str) -> None:
        """Show a lane no more."""
        self._session.apply(partial(view_state.hide, id_=id_, is_hidden=True))

    def move(self, id_: str, steps: int) -> None:
        """Move a lane down (up, where negative) among those of its group."""
        self._session.apply(
            partial(lanes.step, lanes=self._session.case.lanes, id_=id_, steps=steps)
        )

    def place(self, id_: str, beside: str, is_after: bool) -> None:
        """Move a lane before or after another one of its group."""
        whole = self._session.case.lanes
        self._session.apply(
            partial(lanes.place, lanes=whole, id_=id_, beside=beside, is_after=is_after)
        )

    # -- the lane of what is selected ---------------------------------------------------------

    def _path(self) -> tuple[str, ...]:
        """Give the lane of the selection after its groups; nothing where nothing is selected."""
        chosen = part(self._session.case, self._session.state.selection)
        lane = chosen.lane if isinstance(chosen, Event | Statement) else None
        return lanes.path_to(self._session.case.lanes, lane)

    def _row(self) -> str | None:
        """Give the lane whose row shows the selection: its own, or a collapsed group's."""
        path = self._path()
        shut = [id_ for id_ in path if id_ in self._session.state.collapsed]
        return next(iter((*shut, *reversed(path))), None)

    def collapse_selected(self) -> None:
        """Collapse the lane of the selection; where it is, the group that it stands in."""
        path, collapsed = self._path(), self._session.state.collapsed
        shut = next((n for n, id_ in enumerate(path) if id_ in collapsed), len(path))
        if shut > 0:
            self.collapse(path[shut - 1], is_collapsed=True)

    def expand_selected(self) -> None:
        """Expand the outermost lane that is collapsed about the selection."""
        shut = [id_ for id_ in self._path() if id_ in self._session.state.collapsed]
        if shut:
            self.collapse(shut[0], is_collapsed=False)

    def move_selected(self, steps: int) -> None:
        """Move the row of the selection."""
        if (id_ := self._row()) is not None:
            self.move(id_, steps)

    def hide_selected(self) -> None:
        """Hide the row of the selection."""
        if (id_ := self._row()) is not None:
            self.hide(id_)

    # -- all ----------------------------------------------------------------------------------

    def collapse_all(self) -> None:
        """Show every lane as one row, those that stand in no group with all below them."""
        ids = [lane.id for lane in self._session.case.lanes]
        self._session.apply(partial(lanes.collapse, ids=ids))

    def expand_all(self) -> None:
        """Show the events of every lane again."""
        ids = [lane.id for lane in self._session.case.lanes]
        self._session.apply(partial(lanes.expand, ids=ids))

    def hidden(self) -> list[str]:
        """Give the lanes of the disclosed case that the person has hidden."""
        return [lane.id for lane in self._session.case.lanes if lane.id in self._hidden]

    @property
    def _hidden(self) -> frozenset[str]:
        return self._session.state.hidden

    def show_hidden(self) -> None:
        """Show every lane that was hidden."""
        self._session.apply(partial(lanes.unhide, ids=self.hidden()))

    def order_as_in_case(self) -> None:
        """Put every lane where the case has it."""
        self._session.apply(lanes.as_in_case)


def lane_menu(parent: QWidget, verbs: LaneVerbs, session: Session, id_: str) -> QMenu:
    """Make the menu of a lane's title; it deletes itself when closed."""
    state = session.state
    here = lanes.siblings(session.case.lanes, id_, state)
    is_collapsed = id_ in state.collapsed
    entries: tuple[tuple[str, Callable[[], object], bool] | None, ...] = (
        (translate("Lanes", "Collapse"), partial(verbs.collapse, id_, True), not is_collapsed),
        (translate("Lanes", "Expand"), partial(verbs.collapse, id_, False), is_collapsed),
        (translate("Lanes", "Hide"), partial(verbs.hide, id_), True),
        None,
        (translate("Lanes", "Move Up"), partial(verbs.move, id_, -1), here[0] != id_),
        (translate("Lanes", "Move Down"), partial(verbs.move, id_, 1), here[-1] != id_),
        (
            translate("Lanes", "Order as in the Case"),
            verbs.order_as_in_case,
            bool(state.lane_order),
        ),
        None,
        (translate("Lanes", "Collapse All"), verbs.collapse_all, True),
        (translate("Lanes", "Expand All"), verbs.expand_all, bool(state.collapsed)),
        (translate("Lanes", "Show Hidden Lanes"), verbs.show_hidden, bool(verbs.hidden())),
    )
    menu = QMenu(parent)
    for entry in entries:
        if entry is None:
            menu.addSeparator()
            continue
        words, verb, is_enabled = entry
        action = menu.addAction(words)
        action.triggered.connect(lambda *_, verb=verb: verb())
        action.setEnabled(is_enabled)
    return menu
