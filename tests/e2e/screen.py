"""What a person can read on the window: words, places and days, taken from widgets alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

import pyqtgraph as pg
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QTableView,
    QToolTip,
    QWidget,
)

from tests.settling import catch_up
from viewer.geometry.time_scale import TimeScale
from viewer.ui.plots.placed import PlacedPanel
from viewer.ui.timeline.placed import Placed
from viewer.ui.widgets.elided import ElidedLabel
from viewer.ui.window import Window

SLACK_PX = 1.5
"""How far an edge may lie from its day's column: the width of a stroke."""


def settle() -> None:
    """Let layouts, pages, posted events and deletions have their turn."""
    take_turns()
    catch_up()
    take_turns()


def take_turns() -> None:
    """Let posted events and deletions have their turn."""
    for _ in range(4):
        QCoreApplication.sendPostedEvents()
        QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def plain(text: str) -> str:
    """Give the words of a text as they are read: no markup, one kind of space."""
    text = re.sub(r"<br ?/?>", "\n", text)
    if text.startswith("<qt>"):
        text = unescape(re.sub(r"<[^>]+>", "", text))
    text = text.replace("\N{ZERO WIDTH SPACE}", "")
    return re.sub(r"[\u2009\u202f\u00a0]", " ", text)


def missing(patterns: tuple[str, ...], text: str) -> list[str]:
    """Give the patterns that a text does not hold."""
    return [p for p in patterns if re.search(p, text, re.IGNORECASE) is None]


def holds(patterns: tuple[str, ...], text: str) -> bool:
    return not missing(patterns, text)


def _own_texts(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel | QAbstractButton | ElidedLabel):
        yield widget.text()
    elif isinstance(widget, QLineEdit):
        yield widget.text() or widget.placeholderText()
    elif isinstance(widget, QTableView):
        for row in table_rows(widget):
            yield " | ".join(row)


def read(widget: QWidget, with_tooltips: bool = False) -> str:
    """Give everything that is written in a widget and in what it holds, a text a line."""
    said: list[str] = []
    for one in (widget, *widget.findChildren(QWidget)):
        if one.isHidden() and one is not widget:
            continue
        said += _own_texts(one)
        if with_tooltips:
            said.append(one.toolTip())
    return "\n".join(plain(text) for text in said if text)


def table_rows(table: QTableView) -> list[list[str]]:
    """Give the words of every row of a table, as its model gives them to the view."""
    model = table.model()
    columns = range(model.columnCount())
    return [
        [plain(str(model.index(row, column).data() or "")) for column in columns]
        for row in range(model.rowCount())
    ]


def table_tips(table: QTableView, row: int) -> str:
    """Give the tooltips of a row's cells."""
    model = table.model()
    tips = (
        model.index(row, column).data(Qt.ItemDataRole.ToolTipRole)
        for column in range(model.columnCount())
    )
    return "\n".join(plain(str(tip)) for tip in tips if tip)


@dataclass(frozen=True)
class Sighting:
    """One thing on the timeline as it is drawn."""

    id: str
    kind: str
    label: str
    """Its words, shortened ones whole."""
    drawn: str
    """Its words as they are drawn."""
    parts: tuple[str, ...]
    """What its words say: name, when, outcome, result, statement."""
    signs: tuple[str, ...]
    mark: QRectF | None
    bar: QRectF | None
    rects: tuple[QRectF, ...]
    is_statement: bool


def sighting(thing: Placed) -> Sighting:
    """Give a thing of the timeline by what is drawn of it."""
    return Sighting(
        thing.id,
        thing.kind,
        plain(" ".join(words.whole for words in thing.words)),
        plain(" ".join(words.text for words in thing.words)),
        tuple(words.part for words in thing.words),
        tuple(sign.sign for sign in thing.signs),
        thing.mark,
        thing.bar,
        (*(w.rect for w in thing.words), *(r for r in (thing.mark, thing.bar) if r is not None)),
        thing.is_statement,
    )


def on_timeline(window: Window) -> list[Sighting]:
    """Give everything that the timeline draws."""
    return [sighting(thing) for thing in window.chart.timeline.placed]


def seen(window: Window, *patterns: str) -> Sighting:
    """Give the one thing on the timeline whose words hold all patterns."""
    found = [s for s in on_timeline(window) if holds(patterns, s.label)]
    labels = [s.label for s in on_timeline(window)]
    assert len(found) == 1, f"{patterns} in {len(found)} of {labels}"
    return found[0]


def scale(window: Window) -> TimeScale:
    """Give the scale of the chart's columns, as the chart hands it to its views."""
    return window.chart.frame().scale(window.session.state.window)


def place_of(window: Window, thing: Sighting) -> QPoint:
    """Scroll a thing into view and give a place of the viewport at which it is the one on top."""
    view = window.chart.timeline
    bar = view.verticalScrollBar()
    frame = window.chart.frame()
    middle = sum(r.center().y() for r in thing.rects) / len(thing.rects)
    bar.setValue(round(middle - view.viewport().height() / 2))
    settle()
    seen_part = QRectF(frame.gutter_px + 2, bar.value(), frame.width_px, view.viewport().height())
    preferred = [r for r in (thing.mark,) if r is not None]
    for rect in (*preferred, *thing.rects):
        shown = rect.intersected(seen_part)
        for share in (0.5, 0.1, 0.9):
            place = QPointF(shown.left() + share * shown.width(), shown.center().y() - bar.value())
            hit = None if shown.isEmpty() else view.thing_at(place)
            if hit is not None and hit.id == thing.id:
                return place.toPoint()
    raise AssertionError(f"no pixel of {thing.label!r} can be clicked")


def click(window: Window, thing: Sighting) -> None:
    """Click a thing on the timeline."""
    place = place_of(window, thing)
    QTest.mouseClick(
        window.chart.timeline.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        place,
    )
    settle()


def tooltip_at(widget: QWidget, place: QPoint) -> str:
    """Rest the pointer on a place of a widget and give the words that come up."""
    QToolTip.showText(QPoint(0, 0), "")
    QToolTip.hideText()
    take_turns()
    QApplication.sendEvent(
        widget, QHelpEvent(QEvent.Type.ToolTip, place, widget.mapToGlobal(place))
    )
    words = QToolTip.text() if QToolTip.isVisible() else ""
    QToolTip.hideText()
    return plain(words)


def tooltip_of(window: Window, thing: Sighting) -> str:
    """Rest the pointer on a thing of the timeline and give the words that come up."""
    return tooltip_at(window.chart.timeline.viewport(), place_of(window, thing))


def panel_of(window: Window, name: tuple[str, ...]) -> PlacedPanel:
    """Give the plot whose gutter names an analyte."""
    plots = window.chart.plots
    found = [
        panel
        for panel, read_out in zip(plots.placed.panels, plots.readouts, strict=True)
        if holds(name, plain(read_out.name))
    ]
    assert len(found) == 1, [read_out.name for read_out in plots.readouts]
    return found[0]


@dataclass(frozen=True)
class Point:
    """One symbol of a scatter plot in the scene."""

    day: float | None
    """None for one in the strip before the day count."""
    value: float
    """On the scale of its axis: the value, or its decimal logarithm."""
    place: QPointF
    """Where it stands in the plots' widget (pixels)."""
    panel: PlacedPanel
    size_px: float


def canvas_of(window: Window) -> pg.GraphicsView:
    """Give the view in which all plots are painted."""
    (canvas,) = window.chart.plots.findChildren(pg.GraphicsView)
    return canvas


def box_of(window: Window, panel: PlacedPanel) -> pg.ViewBox:
    """Give the view box on the time axis of a plot."""
    frame = window.chart.frame()
    boxes = []
    for item in canvas_of(window).scene().items():
        if isinstance(item, pg.ViewBox):
            area = item.sceneBoundingRect()
            if abs(area.top() - panel.rect.top()) < 1 and area.right() > frame.left_px + 1:
                boxes.append(item)
    assert len(boxes) == 1
    return boxes[0]


def points_of(window: Window) -> list[Point]:
    """Give every point of every scatter plot in the scene."""
    canvas = canvas_of(window)
    left = window.chart.frame().left_px
    found = []
    for item in canvas.scene().items():
        if not isinstance(item, pg.ScatterPlotItem) or not item.isVisible():
            continue
        box = item.getViewBox()
        area = box.sceneBoundingRect()
        is_before = area.center().x() < left
        xs, ys = item.getData()
        for x, y, size in zip(xs, ys, item.data["size"], strict=True):
            exact = box.mapViewToScene(QPointF(x, y))
            panel = next(
                p
                for p in window.chart.plots.placed.panels
                if p.rect.top() - 1 <= exact.y() <= p.rect.bottom() + 1
                and abs(p.rect.top() - area.top()) < 1
            )
            place = QPointF(exact.x(), exact.y())
            found.append(Point(None if is_before else float(x), float(y), place, panel, size))
    return found


def gutter_name(window: Window, panel: PlacedPanel) -> str:
    """Give the name that stands in a plot's gutter."""
    plots = window.chart.plots
    at = plots.placed.panels.index(panel)
    return plain(plots.readouts[at].name)


def raise_panel(window: Window, name: str) -> QWidget:
    """Bring a panel to the front and give it."""
    dock = window.docks[name]
    dock.show()
    dock.raise_()
    settle()
    panel: QWidget = dock.widget()
    return panel


def on_screen(widget: QWidget) -> QRect:
    """Give where a widget stands in its window."""
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())
