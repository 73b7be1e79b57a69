"""Sheets of A4: their margins, head and foot, and painting them on paper or into a PDF."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
)

from viewer.ui.export.choices import PT_PER_INCH
from viewer.ui.export.print_look import PrintLook
from viewer.ui.export.steps import Steps
from viewer.ui.export.typeset import DOTS_PER_PT, Column, mm
from viewer.ui.marks.strokes import line_across

translate = QCoreApplication.translate

WIDTH_MM, HEIGHT_MM = 210.0, 297.0
SIDE_MM, TOP_MM, FOOT_MM = 18.0, 12.0, 11.0
"""Margins: no printer needs wider ones."""
LINE_MM = 4.2
"""The height of the head and of the foot."""
GAP_MM = 4.0
TEXT_MM = WIDTH_MM - 2 * SIDE_MM


class Page(Protocol):
    """What is painted on one sheet, or on a part of it; a dot is the same on every sheet."""

    def paint_on(self, painter: QPainter) -> None:
        """Paint it, its upper left corner where the painter's is."""
        ...


class Running(NamedTuple):
    """What stands above and below everything on a sheet."""

    title: str
    """The title of the case, as far as the sheet may tell it."""
    number: int
    is_synthetic: bool


class Placed(NamedTuple):
    """A column of words, and where it stands."""

    at: QPointF
    column: Column

    def paint_on(self, painter: QPainter) -> None:
        """Paint it in its place."""
        self.column.paint_on(painter, self.at.x(), self.at.y())


class Sheet(NamedTuple):
    """One sheet: what stands on it, between head and foot."""

    look: PrintLook
    running: Running
    parts: tuple[Page, ...]

    def paint_on(self, painter: QPainter) -> None:
        """Paint it whole."""
        paint_running(painter, self.look, self.running)
        for part in self.parts:
            part.paint_on(painter)


@dataclass(frozen=True)
class Paged:
    """Sheets that belong together."""

    title: str
    pages: Iterator[Page]
    """Laid out one by one as they are asked for, and once only."""
    count: int
    """How many there are, or a few less."""


def body() -> QRectF:
    """Give the room between head and foot (dots)."""
    top, foot = TOP_MM + LINE_MM + GAP_MM, FOOT_MM + LINE_MM + GAP_MM
    return QRectF(mm(SIDE_MM), mm(top), mm(TEXT_MM), mm(HEIGHT_MM - top - foot))


def paint_running(painter: QPainter, look: PrintLook, running: Running) -> None:
    """Paint the head and the foot of a sheet."""
    left, width, height = mm(SIDE_MM), mm(TEXT_MM), mm(LINE_MM)
    head = QRectF(left, mm(TOP_MM), width, height)
    foot = QRectF(left, mm(HEIGHT_MM - FOOT_MM - LINE_MM), width, height)
    warning = translate("Stage", "SYNTHETIC, not a patient.") if running.is_synthetic else ""
    _words(painter, look, head, running.title, warning)
    line_across(
        painter, left, left + width, head.bottom(), width_px=_line(look), brush=look.theme.ink
    )
    line_across(painter, left, left + width, foot.top(), width_px=_line(look), brush=look.theme.ink)
    below = foot.translated(0, mm(0.8))
    said = translate("Export", "Not for diagnosis or treatment decisions.")
    _words(painter, look, below, said, str(running.number))


def _line(look: PrintLook) -> float:
    return look.theme.stroke_scale


def _words(painter: QPainter, look: PrintLook, room: QRectF, left: str, right: str) -> None:
    """Write something at either side; what is at the left is cut where there is no room."""
    font = look.font("strong")
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    painter.setPen(look.theme.ink)
    middle = Qt.AlignmentFlag.AlignVCenter
    painter.drawText(room, int(Qt.AlignmentFlag.AlignRight | middle), right)
    free = room.width() - metrics.horizontalAdvance(right) - 2 * look.em_px
    one_line = " ".join(left.split())
    shown = metrics.elidedText(one_line, Qt.TextElideMode.ElideRight, free)
    painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | middle), shown)


def paint_pages(device: QPagedPaintDevice, pages: Iterable[Page]) -> None:
    """Paint sheets on a printer or into a PDF, one after the other as they are made."""
    for _ in painting(device, pages):
        pass


def painting(device: QPagedPaintDevice, pages: Iterable[Page]) -> Iterator[int]:
    """Paint sheets, and tell after each how many are done.

    They are as large as they are meant to be, and smaller on paper that is smaller than A4.
    """
    paper = device.pageLayout().fullRect(QPageLayout.Unit.Point)
    sheet = QRectF(0, 0, mm(WIDTH_MM), mm(HEIGHT_MM))
    least = min(paper.width() / sheet.width(), paper.height() / sheet.height()) * DOTS_PER_PT
    share = min(1.0, least + 1e-3)  # the sides of A4 in points are rounded
    with QPainter(device) as painter:
        per_dot = device.logicalDpiX() / PT_PER_INCH / DOTS_PER_PT
        for number, page in enumerate(pages, 1):
            if number > 1:
                device.newPage()
            painter.save()
            painter.scale(per_dot * share, per_dot * share)
            spare = paper.width() * DOTS_PER_PT / share - sheet.width()
            painter.translate(QPointF(max(0.0, spare / 2), 0))
            page.paint_on(painter)
            painter.restore()
            yield number


def pdf_steps(paged: Paged) -> Steps[bytes]:
    """Give sheets as a PDF, in steps."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(paged.title)
    writer.setCreator("Dayline")
    writer.setResolution(round(DOTS_PER_PT * PT_PER_INCH))
    writer.setPageLayout(a4())
    for done in painting(writer, paged.pages):
        yield min(done / paged.count, 0.95)
    return bytes(buffer.data().data())


def a4() -> QPageLayout:
    """Give upright A4; a sheet has its margins itself."""
    size = QPageSize(QPageSize.PageSizeId.A4)
    return QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF())
