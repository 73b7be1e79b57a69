"""The compare panel: two periods side by side, in figures or in words why there are none."""

import math
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from viewer.model import measuring
from viewer.model.case import Case
from viewer.model.comparison import Comparison
from viewer.model.numbering import Counting
from viewer.model.time import Span
from viewer.session.comparing import Comparer
from viewer.session.session import Session
from viewer.ui.look import Look
from viewer.ui.panels.panel import PagePanel
from viewer.ui.widgets.block import Block, Line
from viewer.ui.widgets.compared_table import ComparedTable
from viewer.ui.widgets.empty import Empty
from viewer.ui.widgets.link import LinkButton, Target
from viewer.ui.widgets.period_fields import PeriodFields
from viewer.ui.words.comparison_words import Cell, TableRow, as_text, heads, sections
from viewer.ui.words.joining import in_line
from viewer.ui.words.measure_words import LETTERS, period_days

translate = QCoreApplication.translate


class ComparePanel(PagePanel):
    """Figures of every series in period A and period B, worked out while the panel is seen."""

    def __init__(self, session: Session, look: Look, comparer: Comparer | None = None) -> None:
        super().__init__(session, look, "compare")
        self._comparer = comparer or Comparer()
        self._asked: tuple[Case, tuple[Span, ...]] | None = None
        self._is_copying = False
        self.fields = tuple(PeriodFields(letter, look) for letter in LETTERS)
        self._build_head()
        self._comparer.answered.connect(self._show_answer)
        session.periods_changed.connect(self.show_state)
        session.numbering_changed.connect(self._show_answer)
        self.show_state()

    def _build_head(self) -> None:
        self._head = QWidget()
        rows = QVBoxLayout(self._head)
        side = round(1.2 * self.look.h_px)
        rows.setContentsMargins(side, round(0.6 * self.look.h_px), side, 0)
        rows.setSpacing(round(0.3 * self.look.h_px))
        for number, fields in enumerate(self.fields):
            fields.typed.connect(partial(self._on_typed, number))
            fields.dropped.connect(partial(self._on_dropped, number))
            rows.addWidget(fields)
        self._links = QHBoxLayout()
        self._links.setSpacing(round(self.look.h_px))
        rows.addLayout(self._links)
        self._link_buttons: list[LinkButton] = []
        self._build_links()
        self.column.insertWidget(0, self._head)

    def _build_links(self) -> None:
        """Build the links under the fields in the fonts of the look."""
        for old in self._link_buttons:
            self._links.removeWidget(old)
            old.setParent(None)
            old.deleteLater()
        self.add_link = LinkButton(translate("Compare", "Add the cursor's day"), self.look)
        self.copy_link = LinkButton(translate("Compare", "Copy as text"), self.look)
        self.add_link.clicked.connect(self._add_period)
        self.copy_link.clicked.connect(self.copy)
        self._link_buttons = [self.add_link, self.copy_link]
        for link in self._link_buttons:
            self._links.addWidget(link)

    def title(self) -> str:
        """Give the panel's name."""
        return translate("Compare", "Compare")

    def show_state(self) -> None:
        """Show the periods; their figures follow, at once or when they are worked out."""
        periods, bounds = self.session.state.periods, self.session.state.bounds
        number_of = self._typing().number
        days = number_of(math.ceil(bounds.start)), number_of(math.floor(bounds.end) - 1)
        for number, fields in enumerate(self.fields):
            fields.setVisible(number < len(periods))
            if number < len(periods):
                period = periods[number]
                first, last = number_of(period.start), number_of(period.end - 1)
                fields.show_days(first, last, days)
        self.add_link.setVisible(len(periods) < measuring.MOST_PERIODS)
        self.copy_link.setVisible(bool(periods))
        self.set_heading(in_line(period_days(period, self.session.counting) for period in periods))
        if not periods or self.isVisible():
            self._ask()

    def restyle(self) -> None:
        """Show the same in another look."""
        for fields in self.fields:
            fields.restyle()
        self._build_links()
        self.show_state()
        super().restyle()

    def showEvent(self, event: QShowEvent) -> None:
        """Work out what changed while nobody looked."""
        super().showEvent(event)
        self._ask()

    def copy(self) -> None:
        """Put the comparison on the clipboard, now or when it is worked out."""
        if self.session.state.periods:
            self._is_copying = True
            self._ask()
            self._copy_answer()

    # -- figures ------------------------------------------------------------------------------

    def _ask(self) -> None:
        case, periods = self.session.case, self.session.state.periods
        if self._asked is not None and self._asked[0] is case and self._asked[1] == periods:
            return
        self._asked = case, periods
        self._comparer.ask(case, periods)
        self._show_answer()

    def _show_answer(self) -> None:
        comparison, periods = self._comparer.comparison, self.session.state.periods
        if not periods:
            words = translate(
                "Compare",
                "No period is marked. Drag over the chart with Ctrl held down, or select what "
                "lasted and press C.",
            )
            self.page.show_blocks((Empty(words),))
        elif comparison is None:
            self.page.show_blocks((Line(translate("Compare", "Working it out …"), ink="ink_3"),))
        else:
            blocks = comparison_blocks(comparison, self.session.counting, self.session.language)
            self.page.show_blocks(blocks, is_staying=True)
            self._copy_answer()

    def _copy_answer(self) -> None:
        comparison = self._comparer.comparison
        if self._is_copying and comparison is not None:
            self._is_copying = False
            QGuiApplication.clipboard().setText(
                as_text(comparison, self.session.counting, self.session.language)
            )

    # -- what is typed ------------------------------------------------------------------------

    def _typing(self) -> Counting:
        """Give how typed days are counted: as labels are, where those are one row of numbers."""
        counting = self.session.counting
        return Counting() if counting.kind in ("hospital", "date") else counting

    def _on_typed(self, number: int, first: int, last: int) -> None:
        counting = self._typing()
        span = Span(counting.day_of(first), counting.day_of(last) + 1)
        self.session.apply(partial(measuring.change_period, number=number, span=span))

    def _on_dropped(self, number: int) -> None:
        self.session.apply(partial(measuring.drop_period, number=number))

    def _add_period(self) -> None:
        day = math.floor(self.session.state.cursor)
        self.session.apply(partial(measuring.add_period, span=Span(day, day + 1)))


def comparison_blocks(
    comparison: Comparison, counting: Counting, language: str
) -> tuple[Block, ...]:
    """Say what the periods hold as one table for each series, all with the same columns."""
    columns = len(comparison.periods)
    head = TableRow("", tuple(Cell(in_line(one)) for one in heads(comparison, counting)))
    blocks: list[Block] = [ComparedTable((head,), columns, "strong")]
    for section in sections(comparison, counting, language):
        target = Target("part", section.id) if section.id else None
        blocks.append(Line(section.title, target=target, role="strong"))
        blocks.append(ComparedTable(section.rows, columns))
    if columns < measuring.MOST_PERIODS:
        words = translate("Compare", "Mark a second period to compare it with this one.")
        blocks.append(Empty(words))
    return tuple(blocks)
