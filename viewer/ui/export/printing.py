"""Print, with a preview: the same sheets as in a PDF, on a printer."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QWidget

from viewer.ui.export.sheets import Paged, a4, paint_pages

translate = QCoreApplication.translate


def print_preview(window: QWidget, lay_out: Callable[[], Paged]) -> None:
    """Show the sheets as they would be printed; the person prints them or closes the preview.

    They are laid out anew for every size of paper and for the printer itself. What is raised
    meanwhile closes the preview, and is raised again.
    """
    # It takes long to load, and most people never print.
    from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog

    title = lay_out().title
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setFullPage(True)  # the sheets have margins of their own
    printer.setPageLayout(a4())
    printer.setDocName(title)
    printer.setCreator("Dayline")
    raised = list[Exception]()

    def paint(device: QPrinter) -> None:
        try:
            paint_pages(device, lay_out().pages)
        except Exception as error:  # it must not get lost in the event loop
            raised.append(error)
            QTimer.singleShot(0, dialog.reject)  # the dialog may be about to open

    dialog = QPrintPreviewDialog(printer, window)
    dialog.setWindowTitle(translate("Export", "Print preview: {title}").format(title=title))
    dialog.paintRequested.connect(paint)
    dialog.resize(round(0.8 * window.width()), round(0.9 * window.height()))
    dialog.exec()
    dialog.deleteLater()
    if raised:
        raise raised[0]
