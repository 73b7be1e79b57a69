"""Cells of tables that leave the program, for a spreadsheet or a text."""

import re
from typing import Final

_FORMULA: Final = "=+-@\uff1d\uff0b\uff0d\uff20"
"""A spreadsheet may take what begins so for a formula, and carry it out."""
_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1b\x7f\u200b\ufeff]")
"""Letters that nobody sees, and that a spreadsheet may pass over."""


def harmless(cell: str) -> str:
    """Give a cell's words on one line, as text that no spreadsheet carries out."""
    words = " ".join(_UNSEEN.sub("", cell).split()).replace("\N{MINUS SIGN}", "-")
    if words[:1] and words[0] in _FORMULA and not _NUMBER.fullmatch(words):
        return f"'{words}"
    return words
