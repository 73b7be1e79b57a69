"""The measure panel: what lies between the two cursors, series by series."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QShowEvent

from viewer.model.figures import WhyNot
from viewer.model.measuring import days_between
from viewer.model.series import Series
from viewer.model.value_change import ValueAt, ValueChange, changes_between
from viewer.session.session import Session
from viewer.ui.look import Look
from viewer.ui.panels.panel import PagePanel
from viewer.ui.panels.telling import Telling
from viewer.ui.widgets.block import Block, Line
from viewer.ui.widgets.empty import Empty
from viewer.ui.widgets.facts import Fact, Facts
from viewer.ui.widgets.link import Target
from viewer.ui.words.day_words import day_label
from viewer.ui.words.joining import in_line, labelled
from viewer.ui.words.measure_words import days_long, signed, why_not_words
from viewer.ui.words.value_words import value_with_unit

translate = QCoreApplication.translate


class MeasurePanel(PagePanel):
    """The value of each series at both cursors, as reported, and its change or why there is none.

    A value stands for a day until the next one is reported; nothing is read in between.
    """

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__(session, look, "measure")
        session.cursor_changed.connect(self._on_cursor_changed)
        self.show_state()

    def title(self) -> str:
        """Give the panel's name."""
        return translate("Measure", "Measure")

    def _on_cursor_changed(self) -> None:
        """Follow only while somebody looks."""
        if self.isVisible():
            self._follower.follow()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what changed while nobody looked."""
        super().showEvent(event)
        self.show_state()

    def show_state(self) -> None:
        """Show both days and what changed from the earlier to the later one."""
        state = self.session.state
        days = days_between(state)
        if days is None or state.second is None:
            self.set_heading("")
            words = translate(
                "Measure",
                "There is no second cursor. M puts it where the cursor is; Alt and a click put it "
                "anywhere on the chart.",
            )
            self.page.show_blocks((Empty(words),))
            return
        self.set_heading(days_long(days))
        first, last = sorted((state.cursor, state.second))
        self.page.show_blocks(change_blocks(self.telling, first, last), is_staying=True)


def change_blocks(telling: Telling, first: float, last: float) -> tuple[Block, ...]:
    """Say what each series tells at two days, the earlier one first, and what is between."""
    words = translate("Measure", "{first} to {last}")
    days = words.format(
        first=day_label(first, telling.counting), last=day_label(last, telling.counting)
    )
    blocks: list[Block] = [Line(days, role="title")]
    for series in telling.case.series:
        name = telling.words(series.title)
        change = changes_between(series, first, last)
        facts = (
            Fact(
                day_label(first, telling.counting),
                (Line(_value(telling, series, change.first, first)),),
            ),
            Fact(
                day_label(last, telling.counting),
                (Line(_value(telling, series, change.second, last)),),
            ),
            Fact(translate("Measure", "Change"), (_change(series, change),)),
        )
        blocks += [Line(name, target=Target("part", series.id), role="strong"), Facts(facts)]
    if not telling.case.series:
        blocks.append(Empty(translate("Measure", "The case has no values.")))
    return tuple(blocks)


def _value(telling: Telling, series: Series, found: ValueAt | None, day: float) -> str:
    if found is None or found.point is None:
        return translate("Measure", "no value at or before this day")
    value = value_with_unit(found.point, series, telling.language)
    return in_line((value, telling.how_far(found.point.when, day)))


def _change(series: Series, change: ValueChange) -> Line:
    difference, ratio = change.difference, change.ratio
    if isinstance(difference, WhyNot):
        words = translate("Measure", "no change to tell")
        return Line(labelled(words, why_not_words(difference)), ink="ink_3")
    said = [f"{signed(difference)} {series.unit}"]
    if isinstance(ratio, float):
        said.append(translate("Measure", "× {times}").format(times=f"{ratio:.3g}"))
    return Line(in_line(said))
