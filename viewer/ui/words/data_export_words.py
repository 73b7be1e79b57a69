"""The words of exported data in the language of the window."""

from functools import partial

from PySide6.QtCore import QCoreApplication

from viewer.io.exporters.data_words import DataWords
from viewer.model.case import Case
from viewer.model.numbering import Counting
from viewer.ui.words.evidence_words import evidence_text
from viewer.ui.words.time_words import when_short


def data_words(
    case: Case, counting: Counting, language: str, notices: tuple[str, ...] = ()
) -> DataWords:
    """Give how an export of a disclosed case says days, evidence and all else.

    `language` is that of the case's own texts; `notices` are sentences that stand on it besides.
    """
    return DataWords(
        partial(QCoreApplication.translate, "DataExport"),
        lambda when: when_short(when, counting, language),
        lambda evidence: evidence_text(evidence, case, language),
        language,
        notices,
    )
