"""The dialog that looks for pictures and adds the studies that they belong to."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from viewer.model import adding_texts
from viewer.model.annotation import MOST_SERIES
from viewer.model.offers import Offer, day_of, offers
from viewer.model.pictures import PictureSeries, Scan
from viewer.model.problem import Problem
from viewer.session.picture_search import PictureSearch
from viewer.session.session import Session
from viewer.ui.adding.found_list import FoundList
from viewer.ui.adding.study_form import Said, StudyForm, proposed
from viewer.ui.look import Look
from viewer.ui.widgets.elided import ElidedLabel
from viewer.ui.widgets.plain_text import PlainText
from viewer.ui.words.joining import in_line, labelled, sentences
from viewer.ui.words.numbers import number
from viewer.ui.words.problem_words import problem_text

translate = QCoreApplication.translate

MOST_TOLD = 200
"""So many remarks and problems are listed; of more the number is told."""


class AddImagesDialog(QDialog):
    """Looks through a folder in the background, then asks what is to be added, and as what."""

    given = Signal(object)
    """What the person adds: what is said of each study, with the keys of its series."""

    def __init__(self, session: Session, look: Look, path: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._look, self.path = session, look, path
        self._offers: tuple[Offer, ...] = ()
        self._said: list[Said] = []
        self._current = -1
        self.setWindowTitle(translate("AddImages", "Add images"))
        self.search = PictureSearch(session.pictures.limits)
        self.where = ElidedLabel()
        self.where.set_text(str(path))
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(translate("AddImages", "Files looked at"))
        self.state = PlainText("", look)
        self.found = FoundList()
        self.form = StudyForm(session.counting)
        self.burned = PlainText("", look, "strong")
        self.told = QListWidget()
        self.told.setWordWrap(True)
        self.told.setAccessibleName(translate("AddImages", "Remarks and problems"))
        self.told_label = QLabel(self.told.accessibleName())
        self.told_label.setBuddy(self.told)
        self.wanting = PlainText("", look, ink="ink_2")
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Cancel)
        role = QDialogButtonBox.ButtonRole.AcceptRole
        self.add = self.buttons.addButton(translate("AddImages", "Add"), role)
        self._lay_out()
        self._connect()
        self._show_results(is_shown=False)
        most = round(0.95 * parent.height())
        self.resize(round(46 * look.em_px), min(round(34 * look.h_px), most))
        self.search.look_in(path)

    # -- building -----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        em = round(self._look.em_px)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[round(1.5 * em)] * 4)
        column.setSpacing(round(0.6 * em))
        for widget in (self.where, self.bar, self.state):
            column.addWidget(widget)
        column.addWidget(self.found, 3)
        column.addWidget(self.form)
        column.addWidget(self.burned)
        column.addWidget(self.told_label)
        column.addWidget(self.told, 1)
        column.addWidget(self.wanting)
        column.addWidget(self.buttons)
        self.found.setMinimumHeight(round(5 * self._look.h_px))
        self.told.setMinimumHeight(round(3.5 * self._look.h_px))

    def _connect(self) -> None:
        self.search.progressed.connect(self._on_progressed)
        self.search.found.connect(self._on_found)
        self.search.failed.connect(self._on_failed)
        self.found.ticked.connect(self._show_wanting)
        self.found.current_changed.connect(self._on_current_changed)
        self.form.changed.connect(self._on_form_changed)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.finished.connect(lambda _: self.search.cancel())

    def _show_results(self, *, is_shown: bool) -> None:
        for widget in (self.found, self.form, self.burned, self.told_label, self.told):
            widget.setVisible(is_shown)
        self.wanting.setVisible(is_shown)
        self.add.setEnabled(False)

    # -- what was found -----------------------------------------------------------------------

    def _on_progressed(self, done: int, count: int) -> None:
        self.bar.setRange(0, max(count, 1))
        self.bar.setValue(done)
        words = translate("AddImages", "{done} of {count} files looked at")
        self.state.setText(words.format(done=number(done), count=number(count)))

    def _on_failed(self, problem: Problem) -> None:
        self.bar.hide()
        self.state.setText(problem_text(problem))

    def _on_found(self, scan: Scan) -> None:
        self.bar.hide()
        self._offers = offers(scan.series)
        zero, cursor = self._session.case.day_zero, float(int(self._session.state.cursor // 1))
        self._said = [proposed(one, day_of(one.date, zero), cursor) for one in self._offers]
        self._list_problems(scan)
        if not self._offers:
            texts = adding_texts.NOTHING_FOUND, adding_texts.NOTHING_FOUND_REMEDY
            said = problem_text(Problem("error", *texts, {"path": self.path.name}))
            self.state.setText(sentences((said, _left_out(scan))))
            self.told.setVisible(bool(scan.problems))
            self.told_label.setVisible(bool(scan.problems))
            return
        words = translate("AddImages", "Series found: {count}.").format(count=len(scan.series))
        self.state.setText(sentences((words, _left_out(scan))))
        self._show_results(is_shown=True)
        self.told.setVisible(self.told.count() > 0)
        self.told_label.setVisible(self.told.count() > 0)
        self.found.show_offers(self._offers)
        self.found.setFocus()
        self._show_wanting()

    def _list_problems(self, scan: Scan) -> None:
        told = [
            labelled(in_line((series.modality, series.title)), problem_text(remark))
            for series in scan.series
            for remark in series.remarks
        ]
        told += [problem_text(problem) for problem in scan.problems]
        self.told.addItems(told[:MOST_TOLD])
        if len(told) > MOST_TOLD:
            words = translate("AddImages", "and {count} more")
            self.told.addItem(words.format(count=len(told) - MOST_TOLD))

    # -- what is said -------------------------------------------------------------------------

    def _on_current_changed(self, at: int) -> None:
        self._current = at
        offer = self._offers[at]
        date = "" if offer.date is None else offer.date.isoformat()
        day = day_of(offer.date, self._session.case.day_zero)
        self.form.show_said(self._said[at], date, day)

    def _on_form_changed(self) -> None:
        said = self.form.said()
        if said is not None:
            self._said[self._current] = said
            self.found.name_study(self._current, said.title)
            self._show_wanting()

    def _show_wanting(self) -> None:
        """Say what is still to be said before anything can be added."""
        chosen = self.found.chosen()
        named = any(one.may_name_patient for _, series in chosen for one in series)
        words = translate(
            "AddImages",
            "Text may be burned into these pictures, such as the patient's name. It cannot be "
            "removed, and is seen wherever they are shown.",
        )
        self.burned.setText(words if named else "")
        self.burned.setVisible(named)
        wanting = self._wanting([self._said[at] for at, _ in chosen])
        if any(len(_keys(series, self._offers)) > MOST_SERIES for _, series in chosen):
            words = translate("AddImages", "Tick all series, or at most {most} of a study.")
            wanting = words.format(most=number(MOST_SERIES))
        self.wanting.setText(wanting or self._outside([self._said[at] for at, _ in chosen]))
        self.add.setEnabled(not wanting)
        self.add.setDefault(not wanting)

    def _wanting(self, chosen: list[Said]) -> str:
        if not chosen:
            return translate("AddImages", "Tick what is to be added.")
        for said in chosen:
            if not said.title or not said.modality:
                return translate("AddImages", "Give each study a title and a modality.")
            if not said.kind:
                words = translate("AddImages", "Say when it was made: {title}")
                return words.format(title=said.title)
            if said.when is None:
                return translate("AddImages", "The last day lies before the first.")
        return ""

    def _outside(self, chosen: list[Said]) -> str:
        """Say of what the timeline cannot show, since the course of the case does not go there."""
        course = self._session.state.bounds
        for said in chosen:
            if said.when is not None and not course.contains(said.when.anchor):
                words = translate(
                    "AddImages",
                    "{title} lies outside the days of this course. It is added, but the timeline "
                    "cannot show it.",
                )
                return words.format(title=said.title)
        return ""

    def accept(self) -> None:
        """Add what is ticked."""
        if not self.add.isEnabled():
            return
        self.given.emit(
            [(self._said[at], _keys(series, self._offers)) for at, series in self.found.chosen()]
        )
        super().accept()


def _keys(series: tuple[PictureSeries, ...], offers: tuple[Offer, ...]) -> tuple[str, ...]:
    """Give the keys of the series of one study; none where they are all there are."""
    count = sum(len(offer.series) for offer in offers)
    return () if len(series) == count else tuple(one.key for one in series)


def _left_out(scan: Scan) -> str:
    if not scan.ignored:
        return ""
    words = translate("AddImages", "Files that are no pictures: {count}.")
    return words.format(count=number(scan.ignored))
