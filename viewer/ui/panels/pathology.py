"""The pathology panel: the report that was current, its diagnosis and its stains."""

from PySide6.QtCore import QCoreApplication

from viewer.model.clinical import Report, Stain
from viewer.session.session import Session
from viewer.ui.look import Look
from viewer.ui.panels.current import heading_of, shown_of, tabs_of
from viewer.ui.panels.figures import Pictures, figure_blocks
from viewer.ui.panels.panel import PagePanel
from viewer.ui.panels.stains import StainRow, StainTable
from viewer.ui.panels.telling import Telling
from viewer.ui.widgets.block import Block, Line
from viewer.ui.widgets.empty import Empty
from viewer.ui.widgets.facts import Fact, Facts
from viewer.ui.widgets.link import Target
from viewer.ui.words.day_words import day_label
from viewer.ui.words.joining import in_line
from viewer.ui.words.numbers import number

translate = QCoreApplication.translate

PERCENT = "{number}\N{NARROW NO-BREAK SPACE}%"


class PathologyPanel(PagePanel):
    """The report current at the cursor, or the selected one, among all that may be known."""

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__(session, look, "pathology")
        self._pictures = Pictures(session)
        self.follow_cursor()
        self.show_state()

    def title(self) -> str:
        """Give the panel's name."""
        return translate("Pathology", "Pathology")

    def show_state(self) -> None:
        """Show the current or the selected report."""
        telling, reports = self.telling, self.session.case.reports
        shown = shown_of(self.session, reports)
        if shown is None:
            self.set_heading("")
            self.page.show_blocks((nothing(telling, self.session.state.cursor),))
            return
        many = len(reports) > 1
        current = heading_of(self.session, reports, shown)
        self.set_heading(current if many else telling.name(shown))
        tabs = tabs_of(telling, reports, shown) if many else ()
        figures = figure_blocks(telling, shown.figures, self._pictures)
        self.page.show_blocks((*tabs, *report_blocks(telling, shown), *figures))


def nothing(telling: Telling, day: float) -> Empty:
    """Say that there is no report, or none yet, and where the first one is."""
    reports = telling.case.reports
    if not reports:
        return Empty(translate("Pathology", "No pathology reports are told."))
    first = min(reports, key=lambda report: report.when.anchor)
    way = translate("Pathology", "Go to the first: {report}, {time}").format(
        report=telling.name(first), time=telling.time(first.when)
    )
    sentence = translate("Pathology", "{day}: no pathology report yet.")
    return Empty(
        sentence.format(day=day_label(day, telling.counting)), way, Target("part", first.id)
    )


def report_blocks(telling: Telling, report: Report) -> tuple[Block, ...]:
    """Say what a report says: diagnosis and grade first, then the stains, then the rest."""
    blocks: list[Block] = []
    said = [telling.words(r.text) for r in (report.diagnosis, report.grade) if r is not None]
    if said:
        blocks += [telling.line(words, role="strong") for words in said]
    else:
        told = translate("Pathology", "No diagnosis is told.")
        blocks.append(Line(told, ink="ink_3"))
    if report.stains:
        blocks.append(_stains(telling, report.stains))
    facts = [
        *telling.fact(translate("Pathology", "Specimen"), telling.words(report.specimen)),
        *(
            Fact(telling.words(seen.site), (telling.line(telling.words(seen.text)),))
            for seen in report.morphology
        ),
        *telling.disagreements(report.id),
        *telling.when(report.when),
        *telling.evidence(report.evidence),
    ]
    return (*blocks, Facts(tuple(facts)))


def _stains(telling: Telling, stains: tuple[Stain, ...]) -> StainTable:
    heads = (
        translate("Pathology", "Stain"),
        translate("Pathology", "Result"),
        translate("Pathology", "Figure"),
    )
    return StainTable(heads, tuple(_stain(telling, stain) for stain in stains))


def _stain(telling: Telling, stain: Stain) -> StainRow:
    result = telling.words(stain.result)
    if stain.percent is not None:
        share = number(stain.percent)
        # The result may be the number itself, or a word such as "+" beside it.
        result = (
            PERCENT.format(number=share)
            if share in result
            else in_line((result, PERCENT.format(number=share)))
        )
    figure = (
        telling.line(telling.words(stain.figure))
        if stain.figure is not None
        else Line(translate("Pathology", "none"), ink="ink_3")
    )
    marker = telling.line(telling.words(stain.marker))
    return StainRow(marker, telling.line(result, role="strong"), figure, stain.percent)
