"""Abbreviations, explained on hover."""

import re

from viewer.model.case import Case
from viewer.ui.words.joining import labelled


def explain(text: str, case: Case, language: str) -> str:
    """Give a line for each abbreviation of the case's glossary that stands in `text`."""
    return "\n".join(
        labelled(term.term, term.text.pick(language))
        for term in case.glossary
        if re.search(rf"(?<!\w){re.escape(term.term)}(?!\w)", text, re.ASCII)
    )
