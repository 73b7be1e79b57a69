"""The pathology panel: the report that was current, its diagnosis, its stains and its slides."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter

from viewer.model.clinical import Report, Stain
from viewer.model.part import Text
from viewer.session.session import Session
from viewer.ui.look import Look
from viewer.ui.panels.current import heading_of, shown_of, tabs_of
from viewer.ui.panels.figures import Pictures, figure_blocks
from viewer.ui.panels.panel import PagePanel
from viewer.ui.panels.pathology_slides import called, chosen_slide, slide_of
from viewer.ui.panels.stains import StainRow, StainTable
from viewer.ui.panels.telling import Telling
from viewer.ui.widgets.block import Block, Line
from viewer.ui.widgets.empty import Empty
from viewer.ui.widgets.facts import Fact, Facts
from viewer.ui.widgets.link import Target
from viewer.ui.words.day_words import day_label
from viewer.ui.words.joining import in_line
from viewer.ui.words.numbers import number

if TYPE_CHECKING:
    from viewer.session.slides.case_slides import CaseSlides
    from viewer.ui.imaging.enlarging import Enlarging
    from viewer.ui.slides.slide_shelf import SlideShelf

translate = QCoreApplication.translate

PERCENT = "{number}\N{NARROW NO-BREAK SPACE}%"
WIDE, WIDE_EM = 1.6, 60
"""In a panel so many times wider than high, and at least so wide, the slides stand beside the
report, else above it."""
SLIDES_SHARE = 0.6
SLIDE_ACT = "slide "
"""A link that shows a slide names it after this."""


class PathologyPanel(PagePanel):
    """The report current at the cursor, or the selected one, among all that may be known."""

    author_wanted = Signal(object)
    """Nobody was asked yet who annotates; what is to be done then (a callable)."""

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__(session, look, "pathology")
        self._pictures = Pictures(session)
        self._pictures.came.connect(self.show_state)
        self._pictures.came.connect(self.came)
        self._slides: CaseSlides | None = None
        self._enlarging: Enlarging | None = None
        self._is_shared = False
        self.shelf: SlideShelf | None = None
        """The slides; None until a report has one."""
        self.parts = QSplitter(Qt.Orientation.Vertical)
        self.parts.setChildrenCollapsible(False)
        if not look.is_stage:  # there nobody moves the handle
            self.parts.addWidget(self.page)
            self.column.addWidget(self.parts)
        self.follow_cursor()
        self.show_state()

    def title(self) -> str:
        """Give the panel's name."""
        return translate("Pathology", "Pathology")

    def show_state(self) -> None:
        """Show the current or the selected report."""
        telling, reports = self.telling, self.session.case.reports
        shown = shown_of(self.session, reports)
        self._show_slides(telling, shown)
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

    def restyle(self) -> None:
        """Build page and slides again in another look."""
        super().restyle()
        if self.shelf is not None:
            self.shelf.restyle()

    def follow(self, target: Target) -> None:
        """Go where a link leads; one in the stain table shows the slide of its stain."""
        if target.kind == "act" and self.shelf is not None:
            self.shelf.choose(target.id.removeprefix(SLIDE_ACT))
        else:
            super().follow(target)

    @property
    def is_ready(self) -> bool:
        """Whether the slides in sight are there, or known to be broken."""
        is_there = self.shelf is None or self.shelf.is_ready
        return is_there and self._pictures.is_ready

    # -- slides -------------------------------------------------------------------------------

    def _show_slides(self, telling: Telling, report: Report | None) -> None:
        if report is None or not report.slides:
            if self._enlarging is not None:
                self._enlarging.bring_back()
            if self.shelf is not None:
                self.shelf.show_report("", ())
                self.shelf.hide()
                if not any(one.slides for one in self.session.case.reports):
                    self._discard_shelf(self.shelf)
            return
        shelf = self.shelf if self.shelf is not None else self._make_shelf()
        shelf.show_report(report.id, called(telling, report))
        chosen = chosen_slide(self.session, report)
        if chosen is not None and chosen not in shelf.shown:
            shelf.choose(chosen)
        shelf.show()

    def _make_shelf(self) -> "SlideShelf":
        # Most cases have no slides: what shows them is not loaded with the window.
        from viewer.session.slides.case_slides import CaseSlides
        from viewer.ui.imaging.enlarging import Enlarging
        from viewer.ui.slides.slide_shelf import SlideShelf

        if self._slides is None:
            self._slides = CaseSlides(self.session)
            self.session.pictures.limits_changed.connect(self._on_limits_changed)
        self.shelf = shelf = SlideShelf(self.session, self.look, self._slides)
        shelf.came.connect(self.came)
        if self.look.is_stage:
            for place, (widget, parts) in enumerate(((shelf, 3), (self.page, 2))):
                self.column.insertWidget(place, widget, parts)
            return shelf
        self.parts.insertWidget(0, shelf)
        self._enlarging = Enlarging(self.session, shelf, self.parts)
        shelf.enlarge_wanted.connect(self._on_enlarge_wanted)
        shelf.leave_wanted.connect(self._enlarging.bring_back)
        shelf.author_wanted.connect(self.author_wanted)
        self._share()
        return shelf

    def _discard_shelf(self, shelf: "SlideShelf") -> None:
        """Let nothing tell that there were slides, where none may be shown any more."""
        shelf.setParent(None)
        shelf.deleteLater()
        self.shelf = self._enlarging = None
        self._is_shared = False
        self.parts.setOrientation(Qt.Orientation.Vertical)

    def _on_limits_changed(self) -> None:
        """Open the slides anew: one that was too large may be shown now."""
        if self.shelf is not None:
            self.shelf.show_report("", ())
        self.show_state()

    def _on_enlarge_wanted(self) -> None:
        if self._enlarging is not None:
            self._enlarging.toggle(f"{self.heading or self.title()} · Dayline")

    def _share(self) -> None:
        is_wide = self.width() > max(WIDE * self.height(), WIDE_EM * self.look.em_px)
        way = Qt.Orientation.Horizontal if is_wide else Qt.Orientation.Vertical
        if self.shelf is not None and (way != self.parts.orientation() or not self._is_shared):
            self._is_shared = True
            self.parts.setOrientation(way)
            slides = round(1000 * SLIDES_SHARE)
            self.parts.setSizes([slides, 1000 - slides])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the slides beside the report where there is room."""
        super().resizeEvent(event)
        self._share()


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
        blocks.append(_stains(telling, report))
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


def _stains(telling: Telling, report: Report) -> StainTable:
    has_score = any(stain.score is not None for stain in report.stains)
    heads = (
        translate("Pathology", "Stain"),
        translate("Pathology", "Result"),
        *((translate("Pathology", "Score"),) if has_score else ()),
        translate("Pathology", "Figure"),
    )
    rows = (_stain(telling, report, stain, has_score=has_score) for stain in report.stains)
    return StainTable(heads, tuple(rows))


def _stain(telling: Telling, report: Report, stain: Stain, *, has_score: bool) -> StainRow:
    result = telling.words(stain.result)
    if stain.percent is not None:
        share = number(stain.percent)
        # The result may be the number itself, or a word such as "+" beside it.
        result = (
            PERCENT.format(number=share)
            if share in result
            else in_line((result, PERCENT.format(number=share)))
        )
    slide = slide_of(telling, report, stain)
    target = None if slide is None else Target("act", SLIDE_ACT + slide)
    marker = telling.line(telling.words(stain.marker), target=target)
    strong = telling.line(result, role="strong")
    score = _or_none(telling, stain.score) if has_score else None
    return StainRow(marker, strong, _or_none(telling, stain.figure), stain.percent, score)


def _or_none(telling: Telling, text: Text | None) -> Line:
    if text is None:
        return Line(translate("Pathology", "none"), ink="ink_3")
    return telling.line(telling.words(text))
