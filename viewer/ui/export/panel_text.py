"""What a panel beside the chart says, as paragraphs for paper."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QAbstractItemModel, QCoreApplication

from viewer.model.glucose_course import glucose_course, glucose_told
from viewer.session.session import Session
from viewer.ui.export.print_look import PrintLook
from viewer.ui.export.typeset import Paragraph, TextRole
from viewer.ui.look import FontRole
from viewer.ui.panels.event_rows import Column
from viewer.ui.panels.events import EventsPanel
from viewer.ui.panels.glucose import GlucosePanel
from viewer.ui.panels.glucose_blocks import metric_blocks, no_glucose
from viewer.ui.panels.notes import Card
from viewer.ui.panels.panel import PagePanel, Panel
from viewer.ui.panels.stains import StainTable
from viewer.ui.panels.value_rows import ValueColumn
from viewer.ui.panels.values import ValuesPanel
from viewer.ui.present.stage import PANELS
from viewer.ui.widgets.block import Block, Line
from viewer.ui.widgets.empty import Empty
from viewer.ui.widgets.facts import Fact, Facts
from viewer.ui.widgets.picture import Boxed, Picture
from viewer.ui.widgets.share_bar import ShareBar
from viewer.ui.widgets.tabs import Tabs
from viewer.ui.words.joining import in_line, with_aside

translate = QCoreApplication.translate

MOST_ROWS = 40
"""So many rows of a table are told; of more the rest are counted."""
_ROLES: Mapping[FontRole, TextRole] = {
    "title": "strong",
    "readout": "strong",
    "head": "strong",
    "strong": "strong",
    "when": "second",
    "small": "small",
}
_CLOSE = 0.05
"""The gap above what belongs to the line before (lines)."""
_WIDE = 0.6
"""The gap above what is apart from the line before."""


def told_by(name: str | None, session: Session, look: PrintLook) -> tuple[Paragraph, ...]:
    """Say what the panel of this name says in a session, below its title; nothing without one."""
    if name is None or name not in PANELS:
        return ()
    panel = PANELS[name](session, look)
    head = with_aside(panel.title(), panel.heading) if panel.heading else panel.title()
    return (Paragraph(head, "head", gap=0.8), *_said(panel))


def _said(panel: Panel) -> Iterator[Paragraph]:
    match panel:
        case PagePanel():
            yield from _blocks(panel.page.blocks)
        case EventsPanel():
            yield from _rows(panel.found, Column.WHEN, ((Column.TITLE,), (Column.OUTCOME,)))
        case ValuesPanel():
            value = (ValueColumn.VALUE, ValueColumn.UNIT)
            beside = (value, (ValueColumn.SIDE,), (ValueColumn.WHEN,))
            yield from _rows(panel.rows, ValueColumn.SERIES, beside)
        case GlucosePanel():
            yield from _blocks(_glucose(panel))


def _glucose(panel: GlucosePanel) -> tuple[Block, ...]:
    """Give what the panel works out only while it is seen."""
    session = panel.session
    course = glucose_course(session.case)
    if course is None:
        return no_glucose()
    told = glucose_told(course, session.state.window, "metrics")
    return () if told.metrics is None else metric_blocks(panel.telling, told, told.metrics)


def _rows(
    model: QAbstractItemModel, label: int, beside: Sequence[Sequence[int]]
) -> Iterator[Paragraph]:
    """Tell the first rows of a table: one column as the label, groups of others beside it."""

    def cell(row: int, column: int) -> str:
        return str(model.index(row, column).data() or "")

    count = model.rowCount()
    for row in range(min(count, MOST_ROWS)):
        words = (" ".join(cell(row, one) for one in group).strip() for group in beside)
        yield Paragraph(in_line(words), label=cell(row, label))
    if count > MOST_ROWS:
        rest = translate("Timeline", "and {count} more").format(count=f"{count - MOST_ROWS:,}")
        yield Paragraph(rest, "second", label="")


# -- blocks -----------------------------------------------------------------------------------


def _blocks(blocks: Sequence[Block]) -> Iterator[Paragraph]:
    for block in blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[Paragraph]:
    match block:
        case Line():
            yield from _line(block)
        case Facts():
            yield from _facts(block)
        case Card():
            yield from _blocks(block.lines)
        case Boxed():
            yield from _blocks(block.blocks)
        case Picture():
            yield from _line(block.caption)
        case Empty():
            yield Paragraph(block.sentence, "second")
        case ShareBar():
            yield Paragraph(in_line(f"{one.words} {one.written}" for one in block.shares))
        case StainTable():
            for row in block.rows:
                yield Paragraph(in_line((row.result.text, row.figure.text)), label=row.marker.text)
        case Tabs():  # on paper none can be chosen: the shown one is a heading
            shown = (tab.text for tab in block.tabs if tab.target == block.shown)
            yield from (Paragraph(words, "strong") for words in shown)


def _line(line: Line, label: str | None = None) -> Iterator[Paragraph]:
    if line.target is not None and line.target.kind == "note":
        return  # an invitation to write, which paper cannot take
    made = partial(Paragraph, label=label)
    texts = [(line.text, _ROLES.get(line.role, "body")), *((note, "second") for note in line.notes)]
    gap = _WIDE if label is None and (texts[0][1] == "strong" or line.notes) else 0.25
    for number, (text, role) in enumerate(texts, 1):
        for words in filter(None, map(str.strip, text.splitlines())):
            yield made(words, role, gap=gap, is_headlike=number == 1 < len(texts))
            made, gap = partial(Paragraph, label=None if label is None else ""), _CLOSE


def _facts(facts: Facts) -> Iterator[Paragraph]:
    before = ""
    for fact in facts.facts:
        yield from _fact(replace(fact, label="" if fact.label == before else fact.label))
        before = fact.label


def _fact(fact: Fact) -> Iterator[Paragraph]:
    label = fact.label
    for line in fact.lines:
        yield from _line(line, label)
        label = ""
