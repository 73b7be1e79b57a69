"""Reading what a PDF of several sheets holds."""

from __future__ import annotations

import ctypes
import re
from pathlib import Path

import pypdfium2

from viewer.io.case_store import open_case
from viewer.paths import first_case
from viewer.ui.export.making import made
from viewer.ui.export.order import Order

DISCLAIMER = "Not for diagnosis or treatment decisions."


def document(case: Path | None = None, **more: object) -> pypdfium2.PdfDocument:
    more = more or {"is_deck": True}
    order = Order(Path("x.pdf"), **more)  # type: ignore[arg-type]
    return pypdfium2.PdfDocument(made(open_case(case or first_case()), order))


def said(pdf: pypdfium2.PdfDocument) -> list[str]:
    """Give the words of every page."""
    return [str(page.get_textpage().get_text_range()) for page in pdf]


def close(words: str) -> str:
    """Give words without what breaking them into lines changes; one letter has two codes."""
    return re.sub(r"\s+", "", words).replace("\uff5e", "\u301c")


def type_sizes(page: pypdfium2.PdfPage) -> set[float]:
    """Give the sizes of all letters of a page (points)."""
    found, size = set(), ctypes.c_float()
    for one in page.get_objects():
        if one.type == pypdfium2.raw.FPDF_PAGEOBJ_TEXT:
            pypdfium2.raw.FPDFTextObj_GetFontSize(one, size)
            found.add(round(size.value * abs(one.get_matrix().d), 2))
    return found
