"""How a picture was taken, and whose it is: told on demand alone, and kept nowhere."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from viewer.model.pictures import Frame, PictureSeries
from viewer.model.problem import Problem
from viewer.session.background import Background
from viewer.session.pictures.study import ShownSeries
from viewer.ui.look import Look
from viewer.ui.widgets.block import Line
from viewer.ui.widgets.facts import Fact, Facts
from viewer.ui.widgets.link import Target
from viewer.ui.widgets.plain_text import PlainText
from viewer.ui.words.numbers import number
from viewer.ui.words.problem_words import problem_text

if TYPE_CHECKING:
    from viewer.io.pictures.identity import Fact as FileFact
    from viewer.io.pictures.identity import Patient

translate = QCoreApplication.translate

IN_BACKGROUND = 1
"""What has to be read is never read in the window's own thread."""


class AboutPictureDialog(QDialog):
    """Says how a picture was taken; the patient's name only once a button is pressed."""

    def __init__(self, shown: ShownSeries, frame: Frame, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown, self._frame, self._look = shown, frame, look
        self._facts: Background[tuple[FileFact, ...] | Problem] = Background(0)
        self._patient: Background[Patient | Problem] = Background(0)
        self._facts.answered.connect(self._on_facts_read)
        self._patient.answered.connect(self._on_patient_read)
        self.setWindowTitle(translate("About picture", "About this picture"))
        self._sheet = QVBoxLayout()
        self._sheet.setSpacing(round(0.6 * look.h_px))
        self._taken = self._told(_facts(shown.series, frame))
        self._sheet.addWidget(self._taken)
        if shown.series.may_name_patient:
            words = translate(
                "About picture",
                "Text may stand in the pixels, such as a name. It cannot be removed here: look at "
                "the pictures before you show them or pass them on.",
            )
            self._sheet.addWidget(PlainText(words, look))
        self.identity_button = QPushButton(
            translate("About picture", "Show the patient’s name, number and date of birth")
        )
        self.identity_button.setAutoDefault(False)
        self.identity_button.clicked.connect(self._show_patient)
        self._sheet.addWidget(self.identity_button)
        self._sheet.addStretch(1)
        self._build()
        self._facts.ask(partial(shown.source.facts, frame), IN_BACKGROUND)

    def _build(self) -> None:
        sheet, area, column = QWidget(), QScrollArea(), QVBoxLayout(self)
        self._sheet.setContentsMargins(0, 0, 0, 0)
        sheet.setLayout(self._sheet)
        area.setWidget(sheet)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column.addWidget(area, 1)
        column.addWidget(buttons)
        self.resize(round(34 * self._look.em_px), round(26 * self._look.h_px))

    def _told(self, facts: list[Fact]) -> QWidget:
        return Facts(tuple(facts)).build(self._look, _stay)

    def _on_facts_read(self) -> None:
        """Tell what the file says beside what is known of it already."""
        answer = self._facts.answer
        if answer is None or isinstance(answer, Problem):
            more = [] if answer is None else [_broken(answer)]
        else:
            more = [_fact(translate("PictureFact", one.label), one.value) for one in answer]
        told = self._told([*more, *_facts(self._shown.series, self._frame)])
        self._sheet.replaceWidget(self._taken, told)
        self._taken.deleteLater()
        self._taken = told

    def _show_patient(self) -> None:
        """Read whose picture it is; it is shown here, and kept nowhere."""
        self.identity_button.setEnabled(False)
        self._patient.ask(partial(self._shown.source.patient, self._frame), IN_BACKGROUND)

    def _on_patient_read(self) -> None:
        answer = self._patient.answer
        if answer is None:
            return
        unsaid = translate("About picture", "not stated")
        if isinstance(answer, Problem):
            facts = [_broken(answer)]
        else:
            born = "" if answer.birth_date is None else answer.birth_date.isoformat()
            facts = [
                _fact(translate("About picture", "Patient"), answer.name or unsaid),
                _fact(translate("About picture", "Number"), answer.id or unsaid),
                _fact(translate("About picture", "Born"), born or unsaid),
            ]
        self._sheet.replaceWidget(self.identity_button, self._told(facts))
        self.identity_button.hide()


def _fact(label: str, words: str) -> Fact:
    return Fact(label, (Line(words),))


def _broken(problem: Problem) -> Fact:
    return _fact(translate("About picture", "Not read"), problem_text(problem))


def _facts(series: PictureSeries, frame: Frame) -> list[Fact]:
    """Give what is known of the picture; nothing that names a person."""
    told = [
        (translate("About picture", "File"), frame.file),
        (translate("About picture", "Date"), "" if series.date is None else str(series.date)),
        (translate("About picture", "Pixel size"), _pixel_size(frame)),
        (translate("About picture", "Spacing"), _mm(series.spacing_mm)),
        (translate("About picture", "Position"), _mm(frame.position_mm)),
        (translate("About picture", "Values in"), frame.unit),
    ]
    facts = [_fact(label, words) for label, words in told if words]
    remarks = tuple(Line(problem_text(remark)) for remark in series.remarks)
    return [*facts, Fact(translate("About picture", "Remarks"), remarks)] if remarks else facts


def _pixel_size(frame: Frame) -> str:
    size = frame.pixel_size
    if size is None:
        return translate("About picture", "not stated")
    words = translate("About picture", "{x} × {y} mm")
    x, y = (number(float(f"{side:.4g}")) for side in (size.x_mm, size.y_mm))
    text = words.format(x=x, y=y)
    if size.kind == "detector":
        text += " " + translate("Picture", "at the detector")
    return text


def _mm(length: float | None) -> str:
    if length is None:
        return ""
    return translate("About picture", "{length} mm").format(length=number(round(length, 3)))


def _stay(_target: Target) -> None:
    """Lead nowhere: there are no links."""
