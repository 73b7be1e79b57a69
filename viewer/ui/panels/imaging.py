"""The imaging panel: the study that was current, its findings and its pictures."""

from PySide6.QtCore import QCoreApplication

from viewer.model.clinical import Study
from viewer.model.course import discrepancies_about
from viewer.session.session import Session
from viewer.ui.look import Look
from viewer.ui.panels.current import heading_of, shown_of, tabs_of
from viewer.ui.panels.figures import Pictures, figure_blocks
from viewer.ui.panels.panel import PagePanel
from viewer.ui.panels.telling import Telling
from viewer.ui.widgets.block import Block, Line
from viewer.ui.widgets.empty import Empty
from viewer.ui.widgets.facts import Fact, Facts
from viewer.ui.widgets.link import Target
from viewer.ui.words.day_words import day_label

translate = QCoreApplication.translate


class ImagingPanel(PagePanel):
    """The study current at the cursor, or the selected one, among all that may be known."""

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__(session, look, "imaging")
        self._pictures = Pictures(session)
        self.follow_cursor()
        self.show_state()

    def title(self) -> str:
        """Give the panel's name."""
        return translate("Imaging", "Imaging")

    def show_state(self) -> None:
        """Show the current or the selected study."""
        telling, studies = self.telling, self.session.case.studies
        shown = shown_of(self.session, studies)
        self.set_heading(heading_of(self.session, studies, shown))
        if shown is None:
            self.page.show_blocks((nothing(telling, self.session.state.cursor),))
            return
        figures = figure_blocks(telling, shown.figures, self._pictures)
        blocks = (*tabs_of(telling, studies, shown), *figures, *_findings(telling, shown))
        self.page.show_blocks(blocks)


def nothing(telling: Telling, day: float) -> Empty:
    """Say that there is no study, or none yet, and where the first one is."""
    studies = telling.case.studies
    if not studies:
        return Empty(translate("Imaging", "No imaging studies are told."))
    first = min(studies, key=lambda study: study.when.anchor)
    way = translate("Imaging", "Go to the first: {study}, {time}").format(
        study=telling.name(first), time=telling.time(first.when)
    )
    sentence = translate("Imaging", "{day}: no imaging study yet.").format(
        day=day_label(day, telling.counting)
    )
    return Empty(sentence, way, Target("part", first.id))


def _findings(telling: Telling, study: Study) -> tuple[Block, ...]:
    facts = [
        Fact(telling.words(finding.site), (telling.line(telling.words(finding.text)),))
        for finding in study.findings
    ]
    if not facts:
        facts.append(
            Fact(
                translate("Imaging", "Findings"),
                (Line(translate("Imaging", "No findings are told."), ink="ink_3"),),
            )
        )
    facts += _disagreements(telling, study)
    facts += [
        Fact(translate("Imaging", "Remark"), (telling.line(telling.words(remark.text)),))
        for remark in study.remarks
    ]
    return (Facts((*facts, *telling.when(study.when), *telling.evidence(study.evidence))),)


def _disagreements(telling: Telling, study: Study) -> list[Fact]:
    """Give both sides of each disagreement about the study, beside the findings."""
    facts = []
    for found in discrepancies_about(telling.case, study.id):
        link = telling.link(found, *telling.sides(found))
        facts.append(Fact(translate("Imaging", "Disagreement"), (link,)))
    return facts
