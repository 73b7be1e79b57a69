"""What the dialogs about a picture ask and tell; each is made when it is asked for."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog

from viewer.session.session import Session
from viewer.ui.imaging.page import PicturePage
from viewer.ui.look import Look


class PageDialogs(QObject):
    """Opens the dialogs of a page of pictures."""

    def __init__(self, session: Session, look: Look, page: PicturePage) -> None:
        super().__init__(page)
        self._session = session
        self._look = look
        self._page = page
        page.add_verbs(
            {"lesion": self.name_lesion, "about": self.tell_about, "limits": self.set_limits}
        )

    def name_lesion(self) -> None:
        """Ask which lesion the chosen length is of."""
        from viewer.ui.imaging.lesion_dialog import LesionDialog

        keeping, chosen = self._page.shaping.keeping, self._page.shaping.chosen
        if chosen is None or chosen.measured is None:
            return
        id_ = chosen.id
        dialog = LesionDialog(chosen.measured, keeping.lesions(), self._look, self._page)
        dialog.accepted.connect(
            lambda: keeping.name_lesion(id_, dialog.lesion, is_node=dialog.is_node)
        )
        self._open(dialog)

    def tell_about(self) -> None:
        """Tell how the picture was taken, and whose it is where that is asked for."""
        from viewer.ui.imaging.about_dialog import AboutPictureDialog

        frame, shown = self._page.view.frame, self._page.shown
        if frame is not None and shown is not None:
            dialog = AboutPictureDialog(shown, frame, self._look, self._page)
            self._open(dialog)

    def set_limits(self) -> None:
        """Ask how much memory pictures may take."""
        from viewer.ui.imaging.limits_dialog import LimitsDialog

        pictures = self._session.pictures
        dialog = LimitsDialog(pictures.limits, self._look, self._page)
        dialog.accepted.connect(lambda: pictures.set_limits(dialog.limits))
        self._open(dialog)

    @staticmethod
    def _open(dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
