"""Summaries of a case as PDF, and sheets on a printer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QTimer
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QApplication, QWidget

from tests.e2e.later_parts import Json
from tests.e2e.sheets_reading import DISCLAIMER, close, document, said, type_sizes
from tests.e2e.twins import shipped, written
from viewer.io.case_store import open_case
from viewer.paths import first_case
from viewer.ui.export.making import pages_of
from viewer.ui.export.order import Order
from viewer.ui.export.printing import print_preview
from viewer.ui.export.sheets import Page, Paged, a4, paint_pages

# -- the summary ------------------------------------------------------------------------------


def test_a_summary_is_one_page_with_what_was_found_and_done(qapp: QApplication) -> None:
    (page,) = said(document(is_summary=True))
    words = re.sub(r"\s+", " ", page)
    for wanted in (
        "Woman, 45 years",
        "small-cell type; Grade 3 (WHO); Ki-67 27",
        "multiple liver tumours",
        "169.9 ng/mL, day 0, above (≤ 16.3, SRL)",
        "54 mg/dL, day 0, low, level 1",
        "9 disagreements in the source",
        "Diazoxide, by mouth; not effective",
        "Followed until death on day 157",
        DISCLAIMER,
    ):
        assert wanted in words, wanted


def crowded() -> Json:
    """Give a case of which nothing has room on a page."""
    raw = shipped()
    for name in ("events", "series", "studies", "reports"):
        raw[name] = [
            {**one, "id": f"{one['id']}-{number}", "links": [], "series": []}
            if name == "events"
            else {**one, "id": f"{one['id']}-{number}"}
            for number in range(30)
            for one in raw[name]
        ]
        for one in raw[name]:
            one.pop("group", None)
    raw["discrepancies"], raw["deck"] = [], []
    for report in raw["reports"]:
        report["diagnosis"]["text"] = {"en": "A very long diagnosis. " * 200}
    for study in raw["studies"]:
        study["links"] = []
    for report in raw["reports"]:
        report["links"] = []
    raw["statements"] = []
    return raw


def test_a_summary_of_very_much_is_one_page_that_counts_the_rest(
    qapp: QApplication, tmp_path: Path
) -> None:
    (page,) = said(document(written(crowded(), tmp_path / "case"), is_summary=True))
    assert len(re.findall(r"and \d+ more", page)) >= 3
    assert "No room for:" in page
    assert DISCLAIMER in page


def test_a_summary_of_nothing_is_one_page(qapp: QApplication, tmp_path: Path) -> None:
    raw = {
        "format": "dayline-case/1",
        "id": "empty",
        "title": "Empty",
        "subject": {},
        "day_zero": {"text": "A day"},
    }
    (page,) = said(document(written(raw, tmp_path / "empty"), is_summary=True))
    assert "Sex not stated" in page or "age not stated" in page


# -- print ------------------------------------------------------------------------------------


@pytest.mark.parametrize("more", [{"is_deck": True}, {"is_summary": True}, {"scene": 4}, {}])
def test_a_printer_gets_the_same_sheets(
    qapp: QApplication, tmp_path: Path, more: dict[str, object]
) -> None:
    order = Order(Path("x.pdf"), **more)  # type: ignore[arg-type]
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "print.pdf"))
    printer.setFullPage(True)
    printer.setPageLayout(a4())
    paint_pages(printer, pages_of(open_case(first_case()), order).pages)
    printed = pypdfium2.PdfDocument(tmp_path / "print.pdf")
    assert all(DISCLAIMER in page for page in said(printed))
    if more.keys() & {"is_deck", "is_summary"}:
        assert [close(page) for page in said(printed)] == [
            close(page) for page in said(document(**more))
        ]
    assert min(min(type_sizes(page)) for page in printed) >= 5.9
    printed.close()


@pytest.fixture
def window(qapp: QApplication) -> Iterator[QWidget]:
    made_ = QWidget()
    made_.resize(900, 700)
    made_.show()
    yield made_
    made_.close()


def test_the_preview_shows_the_sheets(window: QWidget) -> None:
    seen = list[str]()

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QPrintPreviewDialog)
        seen.append(dialog.windowTitle())
        dialog.reject()

    laid_out = list[Paged]()
    order = Order(Path("x.pdf"), is_summary=True)
    opened = open_case(first_case())

    def lay_out() -> Paged:
        laid_out.append(pages_of(opened, order))
        return laid_out[-1]

    QTimer.singleShot(300, look)
    print_preview(window, lay_out)
    assert seen == ["Print preview: Malignant insulinoma, embolisation of liver metastases"]
    assert next(laid_out[-1].pages, None) is None  # they were painted


def test_what_fails_while_sheets_are_made_is_told(window: QWidget) -> None:
    def pages() -> Iterator[Page]:
        yield from ()
        raise InterruptedError

    with pytest.raises(InterruptedError):
        print_preview(window, lambda: Paged("A case", pages(), 1))
