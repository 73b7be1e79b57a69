"""The panels of the window, made once for a Session."""

from dataclasses import dataclass

from viewer.session.presenting.decks import Decks
from viewer.session.session import Session
from viewer.ui.look import Look
from viewer.ui.panels.annotations.annotations import AnnotationsPanel
from viewer.ui.panels.compare import ComparePanel
from viewer.ui.panels.details import DetailsPanel
from viewer.ui.panels.events import EventsPanel
from viewer.ui.panels.glucose import GlucosePanel
from viewer.ui.panels.imaging import ImagingPanel
from viewer.ui.panels.measure import MeasurePanel
from viewer.ui.panels.notes import NotesPanel
from viewer.ui.panels.panel import Panel
from viewer.ui.panels.pathology import PathologyPanel
from viewer.ui.panels.pinned import PinnedPanel
from viewer.ui.panels.problems import ProblemsPanel
from viewer.ui.panels.scenes.pictures import Pictures
from viewer.ui.panels.scenes.scenes import ScenesPanel
from viewer.ui.panels.values import ValuesPanel


@dataclass(frozen=True)
class PanelSet:
    """One panel of each kind."""

    details: DetailsPanel
    events: EventsPanel
    values: ValuesPanel
    imaging: ImagingPanel
    pathology: PathologyPanel
    notes: NotesPanel
    problems: ProblemsPanel
    measure: MeasurePanel
    compare: ComparePanel
    pinned: PinnedPanel
    glucose: GlucosePanel
    annotations: AnnotationsPanel
    scenes: ScenesPanel

    def by_name(self) -> dict[str, Panel]:
        """Give the panels by name, in the order in which the menu lists them."""
        return {name: getattr(self, name) for name in self.__dataclass_fields__}


def make_panels(
    session: Session, look: Look, decks: Decks, pictures: Pictures | None = None
) -> PanelSet:
    """Make every panel and let it show the session's state; `pictures` are those of scenes."""
    panels = PanelSet(
        DetailsPanel(session, look),
        EventsPanel(session, look),
        ValuesPanel(session, look),
        ImagingPanel(session, look),
        PathologyPanel(session, look),
        NotesPanel(session, look),
        ProblemsPanel(session, look),
        MeasurePanel(session, look),
        ComparePanel(session, look),
        PinnedPanel(session, look),
        GlucosePanel(session, look),
        AnnotationsPanel(session, look),
        ScenesPanel(session, look, decks, pictures),
    )
    for panel in panels.by_name().values():
        panel.show_state()
    return panels
