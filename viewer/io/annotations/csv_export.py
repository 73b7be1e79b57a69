"""Annotations as CSV, for spreadsheets: a row an annotation. RFC 4180."""

import codecs
import csv
import io

from viewer.io.annotations import export_words
from viewer.io.annotations.export_words import ExportWords
from viewer.io.annotations.exported import Exported, Told
from viewer.model.annotation import ConferenceOutcome, OnAnnotation
from viewer.model.annotation_set import AnnotationSet
from viewer.model.case import Case
from viewer.model.table_cells import harmless

_HEADS = (
    export_words.WHEN,
    export_words.FIRST_DAY,
    export_words.LAST_DAY,
    export_words.ABOUT,
    export_words.KIND,
    export_words.AUTHOR,
    export_words.SAID,
    export_words.TEXT,
    export_words.TAGS,
    export_words.RESOLVED,
    export_words.QUESTION,
    export_words.DECISION,
    export_words.WHO,
    export_words.ANSWERS,
    export_words.CREATED,
    export_words.CHANGED,
    export_words.ID,
)


def csv_table(annotations: AnnotationSet, case: Case, words: ExportWords) -> bytes:
    """Give the annotations of a disclosed case as a table, in UTF-8 with the mark of it.

    A cell has its words on one line, and none of them is a formula to a spreadsheet.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([harmless(words.say(head)) for head in _HEADS])
    for thread in Exported(annotations, case, words).threads():
        for told in (thread.first, *thread.answers):
            writer.writerow([harmless(cell) for cell in _cells(told, words)])
    return codecs.BOM_UTF8 + text.getvalue().encode("utf-8")


def _cells(told: Told, words: ExportWords) -> tuple[str, ...]:
    one, content = told.annotation, told.content
    outcome = content.outcome or ConferenceOutcome()
    target = content.target
    span = ("", "") if told.span is None else tuple(f"{day:.12g}" for day in told.span)
    return (
        told.when,
        *span,
        told.about,
        words.say(export_words.KINDS[content.kind]),
        told.author,
        told.said,
        content.text,
        ", ".join(content.tags),
        words.say(export_words.RESOLVED) if told.is_resolved else "",
        outcome.question,
        outcome.decision,
        outcome.who,
        target.annotation if isinstance(target, OnAnnotation) else "",
        one.created,
        one.changed,
        one.id,
    )
