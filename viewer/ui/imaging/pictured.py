"""The pictures of a study above what is told of it, with all that belongs to them."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtWidgets import QMenu, QSplitter

from viewer.model.clinical import Study
from viewer.model.scene import SeenPicture
from viewer.session.pictures.of_session import pictured_studies, pictures_of
from viewer.session.pictures.study import StudyPictures
from viewer.session.session import Session
from viewer.ui.imaging.compared import ComparedPages
from viewer.ui.imaging.enlarging import Enlarging
from viewer.ui.imaging.page import PicturePage
from viewer.ui.imaging.page_dialogs import PageDialogs
from viewer.ui.imaging.seen import window_of
from viewer.ui.imaging.sharing import Sharing
from viewer.ui.look import Look

translate = QCoreApplication.translate


class Pictured(QObject):
    """Puts pictures before what a splitter holds, and takes them away where there are none."""

    def __init__(
        self,
        session: Session,
        look: Look,
        splitter: QSplitter,
        name: Callable[[Study], str],
    ) -> None:
        """`name` gives what a study is called, with its day."""
        super().__init__(splitter)
        self._session = session
        self._name = name
        self._study: Study | None = None
        self._other: Study | None = None
        """The study that is compared with; None for none."""
        self.page = PicturePage(session, look)
        self.pages = ComparedPages(session, look, self.page)
        self.enlarging = Enlarging(session, self.pages, splitter)
        splitter.insertWidget(0, self.pages)
        self.sharing = Sharing(splitter, look)
        self.dialogs = tuple(PageDialogs(session, look, page) for page in self._both)
        for page in self._both:
            page.enlarge_wanted.connect(self._on_enlarge_wanted)
            page.leave_wanted.connect(self._leave)
            page.add_verbs({"compare": self._offer_studies})
        self.pages.ended.connect(self._on_ended)

    @property
    def _both(self) -> tuple[PicturePage, PicturePage]:
        return self.pages.first, self.pages.second

    def show_study(self, pictures: StudyPictures, study: Study) -> None:
        """Show the pictures of a study; two that are compared stay while both may be shown."""
        if self._other is not None and self._are_told():
            return
        self.pages.end()
        self._study = study
        self._show(self.page, pictures, study)
        self.pages.show()
        self.sharing.share_out()

    @property
    def study_id(self) -> str:
        """Id of the study whose pictures are shown; empty for none."""
        return "" if self._study is None else self._study.id

    def show_seen(self, seen: SeenPicture) -> None:
        """Show the picture that a scene has kept, once it is found."""
        self.page.show_picture(seen.picture, window_of(seen))

    def put_away(self) -> None:
        """Show no pictures."""
        if self._other is not None and self._are_told():
            return
        self.pages.end()
        self.enlarging.bring_back()
        self.page.show_study(None)
        self.pages.hide()

    def discard(self) -> None:
        """Go for good: no study has pictures any more, and nothing tells that one had."""
        self.put_away()
        self.pages.setParent(None)
        self.pages.deleteLater()
        self.deleteLater()

    # -- before and after -----------------------------------------------------------------------

    def compare(self, first: Study, second: Study) -> None:
        """Show the pictures of two studies, the earlier one first."""
        first, second = sorted((first, second), key=lambda study: study.when.anchor)
        one, other = (pictures_of(self._session, study) for study in (first, second))
        if one is not None and other is not None and first.id != second.id:
            before = self._study
            self._study, self._other = first, second
            self.pages.begin()
            self._show(self.pages.first, one, first)
            self._show(self.pages.second, other, second)
            self.pages.show()
            is_second = before is not None and before.id == second.id
            self.pages.begin_at(self.pages.second if is_second else self.pages.first)
            if self.pages.is_narrow and not self.enlarging.is_large:
                self._on_enlarge_wanted()

    def _show(self, page: PicturePage, pictures: StudyPictures, study: Study) -> None:
        is_made_up = self._session.case.subject.is_synthetic
        is_synthetic = is_made_up or study.evidence.kind == "synthetic"
        caption = "" if self._other is None else self._name(study)
        page.show_study(pictures, study.id, is_synthetic=is_synthetic, caption=caption)

    def _are_told(self) -> bool:
        told = {study.id for study in pictured_studies(self._session)}
        return all(study is not None and study.id in told for study in (self._study, self._other))

    def _offer_studies(self) -> None:
        """Let the study be chosen that is to be compared with."""
        own = self._study
        others = [study for study in pictured_studies(self._session) if study != own]
        menu = QMenu(self.page)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for study in others:
            action = menu.addAction(self._name(study).replace("&", "&&"))
            action.triggered.connect(lambda *_, to=study: self._compare_with(to))
        if not others:
            none = translate("Picture", "No other study has pictures.")
            menu.addAction(none).setEnabled(False)
        menu.popup(self.page.view.mapToGlobal(self.page.view.rect().center()))

    def _compare_with(self, study: Study) -> None:
        if self._study is not None:
            self.compare(self._study, study)

    def _on_ended(self) -> None:
        study, self._other = self._study, None
        if study is not None:
            pictures = pictures_of(self._session, study)
            if pictures is not None:
                self._show(self.page, pictures, study)

    # -- large ----------------------------------------------------------------------------------

    def _leave(self) -> None:
        """Go back to the panel, else to one study."""
        if self.enlarging.is_large:
            self.enlarging.bring_back()
        else:
            self.pages.end()

    def _on_enlarge_wanted(self) -> None:
        shown = " · ".join(self._name(one) for one in (self._study, self._other) if one is not None)
        self.enlarging.toggle(f"{shown} · Dayline")
