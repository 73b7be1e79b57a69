"""The words of exported annotations in the language of the window."""

from functools import partial

from PySide6.QtCore import QCoreApplication

from viewer.io.annotations.export_words import ExportWords
from viewer.model.numbering import Counting
from viewer.ui.words.day_words import day_label, days_name


def export_words(counting: Counting, language: str) -> ExportWords:
    """Give how an export names days and all else; `language` is that of the case's own texts."""
    return ExportWords(
        partial(QCoreApplication.translate, "AnnotationExport"),
        lambda day: day_label(day, counting),
        lambda first, last: days_name(first, last, counting),
        language,
    )
