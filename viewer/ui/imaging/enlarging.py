"""A picture seen large: in a window of its own, and back in its panel with Escape."""

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from viewer.session.session import Session

translate = QCoreApplication.translate


class _Large(QWidget):
    """A window with nothing but the picture; closing it brings the picture back."""

    def __init__(self, parent: QWidget, back: "Enlarging") -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._back = back
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def take(self, page: QWidget) -> None:
        """Show the page."""
        self._column.addWidget(page)
        page.show()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Give the picture back."""
        self._back.bring_back()
        super().closeEvent(event)


class Enlarging(QObject):
    """Takes a page out of its splitter, shows it as large as the screen, and brings it back.

    A window of its own can stand on another screen, beside the course.
    """

    def __init__(self, session: Session, page: QWidget, home: QSplitter) -> None:
        super().__init__(home)
        self._session = session
        self._page = page
        self._home = home
        self._large: _Large | None = None
        self._sizes: list[int] = []

    @property
    def is_large(self) -> bool:
        """Whether the page is in a window of its own."""
        return self._large is not None

    def toggle(self, title: str) -> None:
        """Show the page large, or in its place again."""
        if self._large is not None:
            self.bring_back()
            return
        self._sizes = self._home.sizes()
        large = self._large = _Large(self._home.window(), self)
        large.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        large.setWindowTitle(title)
        undo, redo = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
        QShortcut(undo, large, self._session.annotating.undo)
        QShortcut(redo, large, self._session.annotating.redo)
        large.take(self._page)
        large.resize(self._home.window().size())
        large.showMaximized()
        self._page.setFocus()

    def bring_back(self) -> None:
        """Show the page in its place again."""
        large, self._large = self._large, None
        if large is not None:
            self._home.insertWidget(0, self._page)
            self._home.setSizes(self._sizes)
            self._page.show()
            large.close()
            self._page.setFocus()
