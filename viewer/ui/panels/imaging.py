"""The imaging panel: the study that was current, its pictures and its findings."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSplitter

from viewer.model.annotation import OnImage
from viewer.model.clinical import Study
from viewer.model.course import discrepancies_about
from viewer.model.noted_studies import ShownStudy
from viewer.model.problem import Problem
from viewer.model.scene import SeenPicture
from viewer.session.pictures.of_session import pictured_studies, pictures_of
from viewer.session.pictures.study import StudyPictures
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
from viewer.ui.widgets.links import Links
from viewer.ui.words.day_words import day_label
from viewer.ui.words.joining import in_line
from viewer.ui.words.problem_words import problem_text

if TYPE_CHECKING:
    from viewer.ui.imaging.pictured import Pictured

translate = QCoreApplication.translate

MOST_PROBLEMS = 10


class ImagingPanel(PagePanel):
    """The study current at the cursor, or the selected one, among all that may be known."""

    author_wanted = Signal(object)
    """Nobody was asked yet who annotates; what is to be done then (a callable)."""

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__(session, look, "imaging")
        self._seen: SeenPicture | None = None
        """The picture of a scene, until it is shown."""
        self._figures = Pictures(session)
        self._figures.came.connect(self.show_state)
        self._figures.came.connect(self.came)
        self._went_to: OnImage | None = None
        """The place on a picture that was selected last; one can scroll on from there."""
        self._is_put_off = False
        """Whether pictures wait until the panel is seen."""
        self._studies: tuple[ShownStudy, ...] = ()
        self.pictured: Pictured | None = None
        """The pictures of the studies; None until one of them has any."""
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.page)
        self.column.addWidget(self.splitter)
        session.pictures.limits_changed.connect(self.show_state)
        session.annotations_changed.connect(self._on_annotations_changed)
        self.follow_cursor()
        self.show_state()

    def title(self) -> str:
        """Give the panel's name."""
        return translate("Imaging", "Imaging")

    def _on_annotations_changed(self) -> None:
        if self.session.shown.studies(self.session.annotations) != self._studies:
            self.show_state()

    def show_state(self) -> None:
        """Show the current or the selected study."""
        telling, self._studies = self.telling, self.session.shown.studies(self.session.annotations)
        studies = tuple(one.study for one in self._studies)
        marked = self._marked()
        shown = self._study_of(marked) or shown_of(self.session, studies)
        self.set_heading(heading_of(self.session, studies, shown))
        pictures = self._show_pictures(shown)
        if shown is None:
            self.page.show_blocks((nothing(telling, studies, self.session.state.cursor),))
            return
        if marked is not None and marked != self._went_to and self.pictured is not None:
            self.pictured.page.show_picture(marked.picture)
        if not self._is_put_off:
            self._went_to = marked
        figures = figure_blocks(telling, shown.figures, self._figures)
        problems = () if pictures is None else _problems(pictures.problems)
        if pictures is not None and pictures.problems and not pictures.series:
            problems = (*problems, *self._way_to_find(shown))
        blocks = (*tabs_of(telling, studies, shown), *figures, *problems)
        self.page.show_blocks((*blocks, *_findings(telling, shown)))
        if self._seen is not None:
            self._show_seen()

    def show_seen(self, seen: SeenPicture | None) -> None:
        """Show the picture that a scene has kept, where the panel shows its study."""
        self._seen = seen
        self._show_seen()

    def _show_seen(self) -> None:
        seen, pictured = self._seen, self.pictured
        if pictured is None or (seen is not None and seen.study != pictured.study_id):
            return
        if seen is not None:
            pictured.show_seen(seen)
        elif self.look.is_stage:
            pictured.page.show_picture("")
        if not self.look.is_stage:
            self._seen = None  # from here on the person looks where they like

    def restyle(self) -> None:
        """Show the same in another look."""
        super().restyle()
        if self.pictured is not None:
            self.pictured.pages.restyle()

    def _show_pictures(self, study: Study | None) -> StudyPictures | None:
        """Show the pictures of a study above its findings, where it has any.

        They are not read before the panel is seen: it may stand behind others all the time.
        """
        self._is_put_off = not self._is_seen()
        wanted = None if self._is_put_off else study
        found = pictures_of(self.session, wanted)
        if study is not None and found is not None:
            if self.pictured is None:
                self.pictured = self._above_findings()
            self.pictured.show_study(found, study)
        elif self.pictured is not None and pictured_studies(self.session):
            self.pictured.put_away()
        elif self.pictured is not None:
            self.pictured.discard()
            self.pictured = None
        return found

    def _is_seen(self) -> bool:
        is_large = self.pictured is not None and self.pictured.enlarging.is_large
        return self.isVisible() or is_large or self.look.is_stage

    def showEvent(self, event: QShowEvent) -> None:
        """Show the pictures that were not read before."""
        super().showEvent(event)
        if self._is_put_off:
            self.show_state()

    @property
    def is_ready(self) -> bool:
        """Whether the picture in sight is there, or known not to come."""
        is_there = self.pictured is None or self.pictured.pages.is_ready
        return is_there and self._figures.is_ready

    def _way_to_find(self, study: Study) -> tuple[Block, ...]:
        """Offer to say where the pictures of an added study are, which its author can."""
        is_own = study.id in self.session.annotations and self.session.annotating.is_mine(study.id)
        words = translate("Imaging", "Find the images…")
        can_act = is_own and not self.look.is_stage
        return (Links(((words, Target("find", study.id)),)),) if can_act else ()

    def _above_findings(self) -> "Pictured":
        from viewer.ui.imaging.pictured import Pictured

        pictured = Pictured(self.session, self.look, self.splitter, self._name)
        pictured.page.problems_changed.connect(self.show_state)
        for page in (pictured.pages.first, pictured.pages.second):
            page.view.came.connect(self.came)
            page.shaping.keeping.author_wanted.connect(self.author_wanted)
        return pictured

    def _name(self, study: Study) -> str:
        """Say which study it is, and when."""
        telling = self.telling
        return in_line((telling.name(study), telling.time(study.when)))

    def compare(self, first: str, second: str) -> None:
        """Show the pictures of two studies, given by their ids, beside each other."""
        studies = {study.id: study for study in pictured_studies(self.session)}
        if first in studies and second in studies:
            if self.pictured is None:
                self.pictured = self._above_findings()
            self.pictured.compare(studies[first], studies[second])

    def _marked(self) -> OnImage | None:
        """Give the place on a picture that the selected annotation is about."""
        content = self.session.annotations.content(self.session.state.selection or "")
        target = None if content is None else content.target
        return target if isinstance(target, OnImage) else None

    def _study_of(self, target: OnImage | None) -> Study | None:
        if target is None:
            return None
        return next((o.study for o in self._studies if o.study.id == target.study), None)


def nothing(telling: Telling, studies: tuple[Study, ...], day: float) -> Empty:
    """Say that there is no study, or none yet, and where the first one is."""
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


def _problems(problems: tuple[Problem, ...]) -> tuple[Block, ...]:
    """Say which files cannot be shown, and why."""
    if not problems:
        return ()
    lines = [Line(problem_text(one), role="small") for one in problems[:MOST_PROBLEMS]]
    more = len(problems) - MOST_PROBLEMS
    if more > 0:
        words = translate("Imaging", "and {count} more").format(count=more)
        lines.append(Line(words, role="small", ink="ink_3"))
    return (Facts((Fact(translate("Imaging", "Not shown"), tuple(lines)),)),)


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
