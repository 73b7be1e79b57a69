"""The glucose panel: metrics, daily pattern, day by day and episodes of a stretch of days."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QGraphicsOpacityEffect, QStackedWidget, QVBoxLayout, QWidget

from viewer.model.figures import Mark
from viewer.model.glucose_course import GlucoseCourse, GlucoseTold, Wanted, glucose_told
from viewer.model.glucose_metrics import why_no_bands
from viewer.model.time import Span
from viewer.session.background import MOST_AT_ONCE, Background
from viewer.session.glucose import bring_to_moment, step_episode
from viewer.session.session import Session
from viewer.ui.look import Look
from viewer.ui.marks.states import FAINT
from viewer.ui.panels.glucose_blocks import metric_blocks, no_glucose
from viewer.ui.panels.glucose_days import DayStrips
from viewer.ui.panels.glucose_pattern import PatternView
from viewer.ui.panels.glucose_rows import EpisodeColumn, EpisodeRows
from viewer.ui.panels.glucose_stretch import StretchFields
from viewer.ui.panels.panel import Panel
from viewer.ui.panels.table import CaseTable, ColumnWidth
from viewer.ui.widgets.flow import FlowLayout
from viewer.ui.widgets.link import TabButton
from viewer.ui.widgets.page import Page
from viewer.ui.widgets.plain_text import PlainText
from viewer.ui.words.glucose_words import limit_text, why_not_words
from viewer.ui.words.joining import labelled

translate = QCoreApplication.translate

PARTS: tuple[Wanted, ...] = ("metrics", "pattern", "days", "episodes")
WIDTHS = (
    ColumnWidth(EpisodeColumn.LENGTH, 5.5),
    ColumnWidth(EpisodeColumn.LEVEL, 4.0, rank=1),
    ColumnWidth(EpisodeColumn.LOWEST, 5.6),
    ColumnWidth(EpisodeColumn.END, 7.0, rank=2),
    ColumnWidth(EpisodeColumn.SEEN, 7.0, rank=3),
)
START_WIDTH = ColumnWidth(EpisodeColumn.START, 6.5)


class PartTabs(QWidget):
    """The row of words that chooses the part; Left and Right go from one to the next."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.buttons: list[TabButton] = []
        flow = FlowLayout(round(look.h_px), round(0.2 * look.h_px))
        self.setLayout(flow)
        names = (
            translate("Glucose", "Metrics"),
            translate("Glucose", "Daily pattern"),
            translate("Glucose", "Day by day"),
            translate("Glucose", "Episodes"),
        )
        for name in names:
            button = TabButton(name, look)
            self.buttons.append(button)
            flow.addWidget(button)
        self.buttons[0].setChecked(True)
        self.setFocusProxy(self.buttons[0])


class GlucosePanel(Panel):
    """What the glucose of a stretch amounts to; worked out while the panel is seen."""

    def __init__(self, session: Session, look: Look, most_at_once: int = MOST_AT_ONCE) -> None:
        super().__init__(session, look, "glucose")
        self._work: Background[GlucoseTold] = Background(most_at_once)
        self._asked: tuple[GlucoseCourse, Span, Wanted, float | None] | None = None
        self._part: Wanted = "metrics"
        self.fields = StretchFields(look)
        self.tabs = PartTabs(look)
        self.sentence = PlainText("", look, "small", "ink_2")
        self.page = Page(look, self.follow)
        self.pattern = PatternView(look)
        self.strips = DayStrips(session, look)
        self.rows = EpisodeRows(self)
        self.table = CaseTable(look, WIDTHS, START_WIDTH)
        self.stack = QStackedWidget()
        self._build()
        self._connect()
        self.restyle()

    def _build(self) -> None:
        self.table.setModel(self.rows)
        self.table.setAccessibleName(translate("Glucose", "Episodes of low glucose"))
        for view in (self.page, self.pattern, self.strips, self.table):
            self.stack.addWidget(view)
        self._dimming = QGraphicsOpacityEffect(self.stack)
        self._dimming.setOpacity(FAINT)
        self._dimming.setEnabled(False)
        self.stack.setGraphicsEffect(self._dimming)
        column = QVBoxLayout(self)
        column.addWidget(self.fields)
        column.addWidget(self.tabs)
        column.addWidget(self.sentence)
        column.addWidget(self.stack, 1)

    def _connect(self) -> None:
        session = self.session
        self.fields.changed.connect(self.show_state)
        for number, button in enumerate(self.tabs.buttons):
            button.clicked.connect(partial(self._on_part_chosen, number))
        self._work.answered.connect(self._show_answer)
        session.glucose.found.connect(self.show_state)
        session.window_changed.connect(self._on_window_changed)
        session.cursor_changed.connect(self._follow_cursor)
        session.selection_changed.disconnect(self.show_state)
        for keys, step in (("E", self._on_next_wanted), ("Shift+E", self._on_previous_wanted)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(step)
        self.table.clicked.connect(self._go_to)
        self.table.activated.connect(self._go_to)
        self.table.selectionModel().currentRowChanged.connect(self._on_row_changed)

    def title(self) -> str:
        """Give the panel's name."""
        return translate("Glucose", "Glucose")

    def show_state(self) -> None:
        """Tell about the chosen stretch, at once or when it is worked out."""
        if not self.isVisible():
            return
        state = self.session.state
        self.fields.show_bounds(state, self.session.counting)
        course = self.session.glucose.course(self.session.case)
        if course is None:
            self._show_no_course()
            return
        has_low = bool((course.readings.marks == Mark.LOW).any())
        self.fields.show_low(course.readings.unit, has_low=has_low)
        self._ask(course)

    def restyle(self) -> None:
        """Take fonts and measures of another look."""
        h = self.look.h_px
        layout = self.layout()
        assert layout is not None  # made by the panel itself
        side = round(0.6 * h)
        layout.setContentsMargins(side, side, side, 0)
        layout.setSpacing(round(0.4 * h))
        self.fields.restyle()
        self.sentence.setFont(self.look.font("small"))
        self.page.restyle()
        self.pattern.restyle()
        self.strips.restyle()
        self.table.dress()

    def showEvent(self, event: QShowEvent) -> None:
        """Work out what changed while nobody looked."""
        super().showEvent(event)
        self.show_state()

    # -- working out --------------------------------------------------------------------------

    def _ask(self, course: GlucoseCourse) -> None:
        span = self.fields.span(self.session.state)
        asked = (course, span, self._part, self.fields.number_for_low())
        if self._asked == asked:
            if not self._work.is_working:
                self._show_answer()  # its words may be others
            return
        self._asked = asked
        low_as = asked[3]
        inside = len(course.readings.within(span)) if self._part != "episodes" else 0
        self._work.ask(partial(glucose_told, course, span, self._part, low_as), inside)
        self._dim(self._work.is_working)

    def _dim(self, is_working: bool) -> None:
        self._dimming.setEnabled(is_working)
        if is_working:
            self.set_heading("…")

    def _show_no_course(self) -> None:
        is_finding = self.session.glucose.is_finding
        self._work.forget()
        self._asked = None
        self._dim(is_finding)
        if is_finding:
            return
        self.set_heading("")
        self.sentence.hide()
        self.page.show_blocks(no_glucose())
        self.stack.setCurrentWidget(self.page)

    def _show_answer(self) -> None:
        told = self._work.answer
        if told is None:
            return
        self._dim(False)
        count = translate("Glucose", "{count} values").format(count=f"{len(told.readings):,}")
        self.set_heading(count if told.course.readings.is_sensor else "")
        match self._part:
            case "metrics":
                if told.metrics is not None:
                    blocks = metric_blocks(self.telling, told, told.metrics)
                    self.page.show_blocks(blocks, is_staying=True)
                self._show_view(self.page, "")
            case "pattern":
                self._show_pattern(told)
            case "days":
                self._show_days(told)
            case "episodes":
                self._show_episodes(told)

    def _show_view(self, view: QWidget, sentence: str) -> None:
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        self.stack.setCurrentWidget(view)

    def _show_pattern(self, told: GlucoseTold) -> None:
        is_midnight = self.session.case.day_zero.is_midnight
        shown = told if is_midnight and told.pattern is not None else None
        self.pattern.show_told(shown)
        why = why_no_bands(told.readings)
        if not is_midnight:
            words = translate(
                "Glucose",
                "No daily pattern: the case does not say that day zero begins at midnight, so the "
                "time of day is not known.",
            )
        elif why is not None:
            head = translate("Glucose", "No daily pattern")
            words = labelled(head, why_not_words(why))
        else:
            words = self.pattern.heading()
        self._show_view(self.pattern, words)

    def _show_days(self, told: GlucoseTold) -> None:
        has_clock = self.session.case.day_zero.is_midnight
        self.strips.show_told(told, has_clock=has_clock)
        if not len(self.strips.days):
            words = translate("Glucose", "No values at a known time of day in these days.")
        elif has_clock:
            words = translate("Glucose", "Each strip is a day; 00 is midnight.")
        else:
            words = translate(
                "Glucose",
                "Each strip is a day of the case's count; its hours begin with it, and whether "
                "that is midnight is not stated.",
            )
        self._show_view(self.strips, words)

    def _show_episodes(self, told: GlucoseTold) -> None:
        course = told.course
        session = self.session
        unit = course.readings.unit
        self.rows.show_episodes(told.episodes, unit, session.counting, session.language)
        self.table.fit_rows()
        head = translate("Glucose", "No episodes are told")
        limits = course.readings.limits
        if course.why_no_episodes is not None:
            words = labelled(head, why_not_words(course.why_no_episodes))
        elif not told.episodes or limits is None:
            words = translate("Glucose", "No episode of low glucose in these days.")
        else:
            words = translate(
                "Glucose",
                "{count} episodes of at least 15 min below {limit} {unit}, until at least 15 min "
                "above it. E: next, Shift+E: previous.",
            ).format(
                count=f"{len(told.episodes):,}",
                limit=limit_text(limits.level_1, limits),
                unit=course.readings.unit,
            )
        self._show_view(self.table, words)
        self._follow_cursor()

    # -- following ----------------------------------------------------------------------------

    def _on_next_wanted(self) -> None:
        step_episode(self.session, 1)

    def _on_previous_wanted(self) -> None:
        step_episode(self.session, -1)

    def _on_part_chosen(self, number: int) -> None:
        self._part = PARTS[number]
        self.tabs.setFocusProxy(self.tabs.buttons[number])
        self.show_state()

    def _on_window_changed(self) -> None:
        if self.fields.follows_window:
            self.show_state()

    def _follow_cursor(self) -> None:
        if not self.isVisible():
            return
        self.strips.follow_cursor()
        self.rows.point_at(self.session.state.cursor)
        self.table.viewport().update()
        row = self.rows.row_at_cursor() if self._part == "episodes" else None
        if row is not None:
            self.table.scrollTo(self.rows.index(row, 0))

    def _go_to(self, index: QModelIndex) -> None:
        if len(self.table.selected_rows()) < 2:  # several are selected to be copied
            bring_to_moment(self.session, self.rows.episode_at(index.row()).whole.start)

    def _on_row_changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid() and self.table.hasFocus():
            self._go_to(now)
