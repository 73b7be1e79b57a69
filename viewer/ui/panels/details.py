"""The details panel: the selected part, or what was going on at the cursor."""

from PySide6.QtCore import QCoreApplication

from viewer.model.clinical import Report, Study
from viewer.model.course import Selectable, first_event, latest_at, nearest_value, on_day, part
from viewer.model.event import Event
from viewer.model.noted_studies import ByAuthor, ShownStudy
from viewer.model.problem import Problem
from viewer.model.series import Measurement, Series, Statement
from viewer.session.session import Session
from viewer.ui.look import Look
from viewer.ui.panels.panel import PagePanel
from viewer.ui.panels.part_details import part_blocks, title_in_any_language
from viewer.ui.panels.problem_block import ProblemBlock
from viewer.ui.panels.telling import Telling
from viewer.ui.summary import left_out_words
from viewer.ui.widgets.block import Block, Line
from viewer.ui.widgets.empty import Empty
from viewer.ui.widgets.facts import Fact, Facts
from viewer.ui.widgets.link import Target
from viewer.ui.widgets.links import Links
from viewer.ui.words.annotation_words import kept_apart, said_words
from viewer.ui.words.day_words import day_label
from viewer.ui.words.evidence_words import place_text
from viewer.ui.words.joining import in_line, labelled
from viewer.ui.words.time_words import how_far_off
from viewer.ui.words.value_words import converted_sentence, value_with_unit, way_shown

translate = QCoreApplication.translate

MOST_LINKS = 15
"""So many of a kind have a link on the page of a day; of hundreds the rest are counted."""


class DetailsPanel(PagePanel):
    """Everything about the selected part; without one, what was going on at the cursor's day."""

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__(session, look, "details")
        self._shows_day = False
        self._studies: tuple[ShownStudy, ...] = ()
        self._units = session.state.plots.converted
        self.follow_cursor()
        session.layout_changed.connect(self._on_layout_changed)
        session.pins_changed.connect(self.show_state)
        session.annotations_changed.connect(self._on_annotations_changed)
        self.show_state()

    def title(self) -> str:
        """Give the panel's name."""
        return translate("Details", "Details")

    def _on_layout_changed(self) -> None:
        """Tell values in other units; how they are drawn changes nothing here."""
        if self._units != self.session.state.plots.converted:
            self._units = self.session.state.plots.converted
            self.show_state()

    def _on_annotations_changed(self) -> None:
        studies = self.session.shown.studies(self.session.annotations)
        if not self._shows_day or studies != self._studies:
            self.show_state()

    def show_state(self) -> None:
        """Show the selected part, or the cursor's day."""
        telling, state = self.telling, self.session.state
        studies = self._studies = self.session.shown.studies(self.session.annotations)
        chosen = part(telling.case, state.selection)
        if chosen is None:
            added = next((one for one in studies if one.study.id == state.selection), None)
            if added is not None:
                self._show_added(added.study)
                return
            self.set_heading("")
            # While the cursor moves, the reader stays at what they read.
            blocks = day_blocks(telling, state.cursor, tuple(one.study for one in studies))
            self.page.show_blocks(blocks, is_staying=self._shows_day)
            self._shows_day = True
            return
        self._shows_day = False
        broken = tuple(
            ProblemBlock(problem) for problem in problems_of(self.session.problems, chosen)
        )
        self.set_heading(_kind_of(chosen))
        title, *told = part_blocks(telling, chosen, state.cursor)
        noted = annotation_blocks(self.session, chosen.id)
        links = () if self.look.is_stage else (_links(chosen, state.pins),)
        self.page.show_blocks((title, *links, *told, *noted, *broken))

    def _show_added(self, study: Study) -> None:
        """Show a study that a reviewer has added, with what is noted on its pictures."""
        self._shows_day = False
        self.set_heading(_kind_of(study))
        noted = annotation_blocks(self.session, study.id)
        self.page.show_blocks((*part_blocks(self.telling, study, study.when.anchor), *noted))


def _links(thing: Selectable, pins: tuple[str, ...]) -> Links:
    """Give what can be done: keep the details beside others or let them go, and write a note."""
    words = (
        translate("Details", "Unpin")
        if thing.id in pins
        else translate("Details", "Pin beside others")
    )
    pin, note = Target("pin", thing.id), Target("note", thing.id)
    return Links(((words, pin), (translate("Annotations", "Write a note"), note)), role="small")


def annotation_blocks(session: Session, id_: str) -> tuple[Block, ...]:
    """Give what reviewers say of a part, a link each."""
    annotations = session.annotations
    lines = [
        Line(
            labelled(kept_apart(annotations.authors[one.author].name), said_words(one.content)),
            target=Target("part", one.id),
        )
        for one in annotations.on_parts.get(id_, ())
        if one.content is not None
    ]
    if not lines:
        return ()
    fact = Fact(translate("Annotations", "Annotations"), tuple(lines))
    return (Facts((fact,)),)


def problems_of(problems: tuple[Problem, ...], thing: Selectable) -> tuple[Problem, ...]:
    """Give the problems of a part, found by what the part calls itself."""
    names = title_in_any_language(thing)
    return tuple(problem for problem in problems if problem.title and problem.title in names)


def _kind_of(thing: Selectable) -> str:
    match thing:
        case Study():
            return translate("Details", "imaging study")
        case Report():
            return translate("Details", "pathology report")
        case Series():
            return translate("Details", "values")
        case Statement():
            return translate("Details", "statement of the source")
    return ""


def day_blocks(telling: Telling, day: float, studies: tuple[Study, ...]) -> tuple[Block, ...]:
    """Say what was going on on the day that `day` lies in, and what was known last.

    `studies` are those of the case and those that reviewers have added.
    """
    title = telling.line(day_label(day, telling.counting), role="title")
    going_on_ = _going_on(telling, day)
    latest = _latest(telling, day, studies)
    values = tuple(_value(telling, series, day) for series in telling.case.series)
    told = tuple(value for value in values if value is not None)
    blocks: list[Block] = [title]
    if going_on_:
        blocks.append(Facts(going_on_))
    else:
        blocks.append(Empty(translate("Details", "No event is told for this day."), *_way(telling)))
    if latest:
        blocks.append(Facts(latest))
    if told:
        blocks += [Line(translate("Details", "Latest values"), role="strong"), Facts(told)]
    return tuple(blocks)


def _way(telling: Telling) -> tuple[str, Target] | tuple[()]:
    first = first_event(telling.case)
    if first is None:
        return ()
    words = translate("Details", "Go to the first event: {title}")
    return words.format(title=telling.name(first)), Target("part", first.id)


def _going_on(telling: Telling, day: float) -> tuple[Fact, ...]:
    found = on_day(telling.case, day, MOST_LINKS)
    groups: tuple[tuple[str, tuple[Event | Statement, ...]], ...] = (
        (translate("Details", "Going on"), found.surely),
        (translate("Details", "Begun, end not known"), found.begun),
        (translate("Details", "Perhaps"), found.perhaps),
    )
    facts = []
    for (label, things), left_out in zip(groups, found.left_out, strict=True):
        lines = [telling.link(t, telling.time(t.when)) for t in things]
        if left_out:
            lines.append(telling.line(left_out_words(left_out)))
        if lines:
            facts.append(Fact(label, tuple(lines)))
    return tuple(facts)


def _latest(telling: Telling, day: float, studies: tuple[Study, ...]) -> tuple[Fact, ...]:
    facts: list[Fact] = []
    for label, parts in (
        (translate("Details", "Latest study"), studies),
        (translate("Details", "Latest report"), telling.case.reports),
    ):
        found = latest_at(parts, day)
        if found is None:
            continue
        is_added = isinstance(found.evidence, ByAuthor)
        by = place_text(found.evidence, telling.case, telling.language) if is_added else ""
        notes = [telling.how_far(found.when, day), *([by] if by else [])]
        facts.append(Fact(label, (telling.link(found, *notes),)))
    return tuple(facts)


def _value(telling: Telling, series: Series, day: float) -> Fact | None:
    nearest = nearest_value(series, day)
    if nearest is None:
        return None
    point, _ = nearest
    way = way_shown(series, telling.plots)
    value = converted_sentence(point, series, way, telling.language)
    value = value or value_with_unit(point, series, telling.language)
    words = in_line((value, _off(telling, point, day)))
    label = telling.words(series.short or series.title)
    return Fact(label, (telling.line(words, target=Target("part", series.id)),))


def _off(telling: Telling, point: Measurement, day: float) -> str:
    """Say how far off a value is; where only its bounds are known, say those."""
    if point.when.best is None:
        return telling.time(point.when)
    return how_far_off(point.when, day)
