"""Opening the reader's own copy of a source."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from viewer.session.session import Session
from viewer.session.settings import Settings

translate = QCoreApplication.translate


class Sources:
    """Knows where the copies are: inside the case, or where the reader has linked them."""

    def __init__(self, session: Session, settings: Settings) -> None:
        self._session = session
        self._settings = settings

    def copy(self, source_id: str) -> Path | None:
        """Give the readable copy of a source; None where there is none."""
        opened = self._session.opened
        if opened is None:
            return None
        source = next((s for s in self._session.case.sources if s.id == source_id), None)
        inside = opened.assets.path(source.file) if source is not None and source.file else None
        linked = inside or self._settings.source_copy(opened.case.id, source_id)
        return linked if linked is not None and linked.is_file() else None

    def show(self, source_id: str, parent: QWidget) -> bool:
        """Open the copy with the system's program; ask where it is first if that is not known.

        False where the person gave none or the system has no program for it.
        """
        copy = self.copy(source_id) or self._ask(source_id, parent)
        return copy is not None and QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy)))

    def _ask(self, source_id: str, parent: QWidget) -> Path | None:
        opened = self._session.opened
        title = translate("Sources", "Where is your copy of the source?")
        chosen, _ = QFileDialog.getOpenFileName(parent, title)
        if not chosen or opened is None:
            return None
        self._settings.link_source(opened.case.id, source_id, Path(chosen))
        return Path(chosen)
