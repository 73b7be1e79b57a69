"""Tooltips of events and statements: everything in words, as safe rich text."""

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import QCoreApplication

from viewer.model.case import Case
from viewer.model.course import discrepancies_about
from viewer.model.event import Event
from viewer.model.numbering import Counting
from viewer.model.part import words_of
from viewer.model.series import Statement
from viewer.ui.words.evidence_words import evidence_text
from viewer.ui.words.glossary import explain
from viewer.ui.words.time_words import when_long
from viewer.ui.words.treatment_words import treatment_lines

translate = QCoreApplication.translate

LONGEST_LINE = 400
"""Characters of one line of a tooltip; the details panel shows the whole."""


def rich(lines: list[str]) -> str:
    """Make a tooltip of plain lines, the first one strong; markup in them is shown, not obeyed."""
    shown = [_shortened(line) for line in lines if line]
    if not shown:
        return ""
    head, *rest = (escape(line).replace("\n", "<br>") for line in shown)
    return "<qt>" + "<br>".join([f"<b>{head}</b>", *rest]) + "</qt>"


def tooltip(
    case: Case, part: Event | Statement, counting: Counting, language: str, more: Iterable[str] = ()
) -> str:
    """Say everything about an event or a statement: when, outcome, evidence, abbreviations.

    `more` is what reviewers have added.
    """
    if isinstance(part, Event):
        head = words_of(part.title).pick(language)
        told = treatment_lines(part, counting, language)
        told += [remark.text.pick(language) for remark in (part.result, part.outcome) if remark]
    else:
        head = part.text.pick(language)
        told = [translate("Tooltip", "A statement of the source; it gives no values")]
    lines = [
        head,
        when_long(part.when, counting, language),
        *told,
        evidence_text(part.evidence, case, language),
        *(
            translate("Tooltip", "The source disagrees: {title}").format(
                title=d.title.pick(language)
            )
            for d in discrepancies_about(case, part.id)
        ),
    ]
    return rich([*lines, explain("\n".join(lines), case, language), *more])


def _shortened(line: str) -> str:
    return line if len(line) <= LONGEST_LINE else line[: LONGEST_LINE - 1] + "…"
