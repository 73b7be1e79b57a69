"""Everything that a window says, by the way in which it says it; for comparing two windows."""

import re
from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QAction, QGuiApplication, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QComboBox,
    QDockWidget,
    QLabel,
    QLineEdit,
    QMenu,
    QStackedWidget,
    QTabBar,
    QWidget,
)

from tests.e2e.screen import tooltip_at
from viewer.ui.plots.placed import PlacedPanel
from viewer.ui.widgets.elided import ElidedLabel
from viewer.ui.window import Window

ROLES = [*range(0, 15), *range(Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 8)]
Said = dict[str, list[str]]


def everything(window: Window) -> Said:
    """Give all texts, models, tooltips, placed things and copied texts; dynamic ones too."""
    return {
        "texts": [*menus(window), *sorted(texts(window))],
        "models": [line for view in _all(window, QAbstractItemView) for line in _model(view)],
        "tooltips": list(tooltips(window)),
        "placed": list(placed(window)),
        "copied": list(copied(window)),
        "state": [repr(window.session.state)],
    }


def differences(one: Said, other: Said) -> dict[str, list[str]]:
    """Give what only one of two windows says, by the way in which it says it."""
    found = {}
    for name, lines in one.items():
        if lines != other[name]:
            only_one = [f"- {line}" for line in lines if line not in other[name]]
            only_other = [f"+ {line}" for line in other[name] if line not in lines]
            found[name] = [*only_one, *only_other] or ["another order or number"]
    return found


def _all(window: Window, kind: type[QWidget]) -> list[QWidget]:
    """Give the widgets of a kind that can be brought to view: not what is hidden for good."""
    return [one for one in window.findChildren(kind) if _can_be_seen(one, window)]


def _can_be_seen(widget: QWidget, window: Window) -> bool:
    if widget.windowType() == Qt.WindowType.ToolTip:
        return False  # left there by the last look at a tooltip
    while widget is not window:
        is_dock = isinstance(widget, QDockWidget)
        above = widget.parentWidget()
        if widget.isHidden() and not is_dock and not isinstance(widget, QMenu):
            return False
        if isinstance(above, QStackedWidget) and above.currentWidget() is not widget:
            return False
        if above is None:
            return True
        widget = above
    return True


def texts(window: Window) -> Iterator[str]:
    """Give what every widget and every action is and says."""
    for widget in (window, *_all(window, QWidget)):
        place = _place(widget, window)
        if not place and (isinstance(widget, QAbstractSlider) or type(widget) is QWidget):
            continue  # scroll bars of a closed panel, and what Qt puts them into
        said = [
            type(widget).__name__,
            widget.objectName() if not widget.objectName().startswith("qt_") else "",
            widget.windowTitle(),
            widget.toolTip(),
            widget.statusTip(),
            widget.whatsThis(),
            widget.accessibleName(),
            widget.accessibleDescription(),
            str(widget.isEnabled()),
            str(place),
            *_own(widget),
        ]
        yield " | ".join(said)
    yield from (action_line(one) for one in window.findChildren(QAction) if one.isVisible())


def _place(widget: QWidget, window: Window) -> tuple[int, ...]:
    """Give where a widget stands; in a panel that is closed nothing has been given a place."""
    above: QWidget | None = widget
    while above is not None and above is not window:
        if isinstance(above, QDockWidget) and not above.toggleViewAction().isChecked():
            return ()
        above = above.parentWidget()
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()).getRect()


def _own(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel | QAbstractButton | ElidedLabel):
        yield widget.text()
    elif isinstance(widget, QLineEdit):
        yield f"{widget.text()}; {widget.placeholderText()}"
    elif isinstance(widget, QTabBar):
        tabs = range(widget.count())
        yield "; ".join(f"{widget.tabText(i)}, {widget.tabToolTip(i)}" for i in tabs)
    elif isinstance(widget, QComboBox):
        yield "; ".join(widget.itemText(i) for i in range(widget.count()))
    elif isinstance(widget, QAbstractSlider):
        said = widget.minimum(), widget.maximum(), widget.pageStep(), widget.value()
        yield str(said)


def action_line(action: QAction) -> str:
    return " | ".join(
        [
            action.text(),
            action.toolTip(),
            action.statusTip(),
            action.whatsThis(),
            str((action.isEnabled(), action.isVisible(), action.isChecked(), action.data())),
        ]
    )


def menus(window: Window) -> Iterator[str]:
    """Open every menu and give its entries; the menus in no order, since some are made anew."""
    found = []
    for menu in window.findChildren(QMenu):
        menu.aboutToShow.emit()
        entries = [action_line(one) for one in menu.actions() if one.isVisible()]
        found.append([f"{menu.title()} {menu.isEnabled()}", *(f"  {entry}" for entry in entries)])
    yield from (line for lines in sorted(found) for line in lines)


def _model(view: QAbstractItemView) -> Iterator[str]:
    """Give what an item view's model says in every role, and how high its rows are."""
    model: QAbstractItemModel = view.model()
    if model is None:
        return
    rows, columns = range(model.rowCount()), range(model.columnCount())
    yield f"{type(view).__name__}: {len(rows)} rows, {len(columns)} columns"
    for column in columns:
        heads = (model.headerData(column, Qt.Orientation.Horizontal, role) for role in ROLES)
        yield f"head {[head for head in heads if head is not None]}"
    for row in rows:
        for column in columns:
            index: QModelIndex = model.index(row, column)
            cell = [(role, index.data(role)) for role in ROLES if index.data(role) is not None]
            yield f"{row}, {column}: {cell}"
        yield f"{row}: {view.visualRect(model.index(row, 0))}"


def placed(window: Window) -> Iterator[str]:
    """Give everything that timeline, plots and rulers have laid out."""
    chart = window.chart
    for ruler in (chart.ruler, chart.ruler_below):
        yield from (f"tick {tick}" for tick in ruler.tick_labels())
        yield f"flag {ruler.flag()}"
    layout = chart.timeline.layout_now()
    yield from (repr(box) for box in layout.lanes)
    yield from (repr(thing) for thing in layout.placed)
    # What has no words of its own is written with its address.
    yield from (re.sub(r" at 0x\w+", "", repr(panel)) for panel in chart.plots.placed.panels)
    yield from (repr(read) for read in chart.plots.readouts)
    yield repr(chart.frame())


def tooltips(window: Window) -> Iterator[str]:
    """Rest the pointer on everything that is laid out, and give the words that come up."""
    chart = window.chart
    for thing in chart.timeline.placed:
        yield f"{thing.id}: {chart.timeline.tooltip_of(thing)}"
    for panel in chart.plots.placed.panels:
        for rect in _targets(panel):
            hit = chart.plots.thing_at(rect.center())
            yield f"{rect}: {chart.plots.tooltip_of(hit) if hit is not None else ''}"
    yield tooltip_at(chart.ruler, QPoint(3, 3))


def _targets(panel: PlacedPanel) -> list[QRectF]:
    points = [point.rect(4) for point in panel.points]
    bands = [band.rect for band in panel.bands]
    rail = panel.rail
    beside = [] if rail is None else [rail.gutter, *(thing.rect for thing in rail.things)]
    return [panel.gutter, *points, *bands, *beside, *(label.rect for label in panel.labels)]


def tooltips_on_a_grid(window: Window, step_px: int) -> list[str]:
    """Rest the pointer on places all over the chart, whatever stands there."""
    found = []
    for view in (window.chart.timeline.viewport(), window.chart.plots, window.chart.ruler):
        for y in range(step_px // 2, view.height(), step_px):
            for x in range(step_px // 2, view.width(), step_px):
                found.append(f"{x}, {y}: {tooltip_at(view, QPoint(x, y))}")
    return found


def copied(window: Window) -> Iterator[str]:
    """Copy the day and the whole table, and give what is then on the clipboard."""
    window.actions_by_name["copy_day"].trigger()
    yield QGuiApplication.clipboard().text()
    for table in (window.panels.events.table, window.panels.values.table):
        chosen = table.selectionModel().selection()
        table.selectAll()
        yield table.selected_text()
        table.selectionModel().select(chosen, table.selectionModel().SelectionFlag.ClearAndSelect)


def picture(window: Window) -> QImage:
    """Give the window as it is painted now."""
    return window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def difference_box(one: QImage, other: QImage) -> QRect | None:
    """Give the smallest rectangle about all pixels that differ; None where none does."""
    if one == other:
        return None
    assert one.size() == other.size()
    differing = [y for y in range(one.height()) if _row(one, y) != _row(other, y)]
    columns = [
        x for y in differing for x in range(one.width()) if one.pixel(x, y) != other.pixel(x, y)
    ]
    return QRect(QPoint(min(columns), differing[0]), QPoint(max(columns), differing[-1]))


def _row(image: QImage, y: int) -> bytes:
    return bytes(image.constScanLine(y))
