"""Words found on panels as a reader or a screen reader would find them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QTableView, QWidget
from pytestqt.qtbot import QtBot

from tests.settling import catch_up
from viewer.ui.widgets.link import LinkButton

BREAK = "\N{ZERO WIDTH SPACE}"


def follow_cursor() -> None:
    """Let the panels follow the cursor, which they do once the chart has painted it."""
    QApplication.processEvents()
    catch_up()


def shown(panel: QWidget) -> list[str]:
    """Give every text a panel shows, cell by cell in tables."""
    follow_cursor()
    texts = [label.text() for label in panel.findChildren(QLabel)]
    texts += [button.text() for button in panel.findChildren(QAbstractButton)]
    for table in panel.findChildren(QTableView):
        texts += _cells(table, Qt.ItemDataRole.DisplayRole)
    return [text.replace(BREAK, "") for text in texts if text]


def told(panel: QWidget) -> list[str]:
    """Give every text a panel holds: shown, in tooltips, or for a screen reader."""
    texts = shown(panel)
    for widget in (panel, *panel.findChildren(QWidget)):
        texts += [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()]
    for table in panel.findChildren(QTableView):
        texts += _cells(table, Qt.ItemDataRole.ToolTipRole)
    return [text.replace(BREAK, "") for text in texts if text]


def _cells(table: QTableView, role: Qt.ItemDataRole) -> list[str]:
    model = table.model()
    return [
        str(model.index(row, column).data(role) or "")
        for row in range(model.rowCount())
        for column in range(model.columnCount())
    ]


def link(panel: QWidget, text: str) -> LinkButton:
    """Give the link with these words."""
    follow_cursor()
    found = [one for one in panel.findChildren(LinkButton) if one.text() == text]
    assert found, f"no link {text!r} among {[one.text() for one in panel.findChildren(LinkButton)]}"
    return found[0]


def put_on_screen(qtbot: QtBot, panel: QWidget, width: int, height: int = 700) -> QWidget:
    """Show a panel at a size in a window of its own, and give the window."""
    window = QWidget()
    qtbot.addWidget(window)
    panel.setParent(window)
    panel.resize(width, height)
    window.resize(width, height)
    with qtbot.waitActive(window):
        window.show()
    return window
