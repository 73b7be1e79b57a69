"""The choices of slides, handouts and data."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QCheckBox, QLabel

from viewer.model.going_out import pictures_staying
from viewer.session.session import Session
from viewer.ui.export import making
from viewer.ui.export.dialog.fields import Fields, FileChoice, Kept, combo, file_words, form_in
from viewer.ui.export.dialog.telling import TellingFields
from viewer.ui.export.order import Order

translate = QCoreApplication.translate


class SlidesFields(Fields):
    """Slides: their shape, and whether they take the notes along."""

    def __init__(self, session: Session, kept: Kept) -> None:
        super().__init__()
        self.file = FileChoice(making.endings_of("slides"), kept.get("ending"))
        shapes = [("16:9", True), ("4:3", False)]
        self.shape = combo(translate("Export", "Shape"), shapes, kept.get("is_wide"))
        self.notes = QCheckBox(translate("Export", "With the speaker's notes"))
        self.notes.setChecked(kept.get("has_notes") is not False)
        self.telling = TellingFields(session)
        form = form_in(self)
        form.addRow(translate("Export", "Kind:"), self.file)
        form.addRow(translate("Export", "Shape:"), self.shape)
        self.telling.add_to(form)
        form.addRow(self.notes)
        for one in (self.file, self.shape):
            one.currentIndexChanged.connect(self.changed)
        self.notes.toggled.connect(self.changed)
        self.telling.changed.connect(self.changed)

    @property
    def ending(self) -> str:
        """The ending of the file that is chosen."""
        return self.file.ending

    def choose_ending(self, ending: str) -> bool:
        """Choose the kind of file with this ending."""
        return self.file.choose(ending)

    def order(self, plain: Order) -> Order:
        """Order all scenes as slides."""
        return replace(
            plain,
            language=self.telling.language.currentData(),
            horizon=self.telling.horizon,
            is_deck=True,
            is_wide=self.shape.currentData(),
            has_notes=self.notes.isChecked(),
        )

    def kept(self) -> Kept:
        """Give what is remembered for the next time."""
        return {"is_wide": self.shape.currentData(), "has_notes": self.notes.isChecked()}


class HandoutFields(Fields):
    """A handout of scenes, or a summary on one page."""

    def __init__(self, session: Session, kept: Kept) -> None:
        super().__init__()
        scenes = (
            (translate("Export", "One scene a page"), 1),
            (translate("Export", "Two scenes a page"), 2),
            (translate("Export", "Six scenes a page"), 6),
        )
        rows = [*scenes] if making.endings_of("handout") else []
        if making.endings_of("summary"):
            rows.append((translate("Export", "The case on one page"), 0))
        self.pages = combo(translate("Export", "Pages"), rows, kept.get("pages"))
        self.notes = QCheckBox(translate("Export", "With the speaker's notes"))
        self.notes.setChecked(kept.get("has_notes") is not False)
        self.telling = TellingFields(session)
        form = form_in(self)
        form.addRow(translate("Export", "Pages:"), self.pages)
        self.telling.add_to(form)
        form.addRow(self.notes)
        self.pages.currentIndexChanged.connect(self._on_pages_chosen)
        self.notes.toggled.connect(self.changed)
        self.telling.changed.connect(self.changed)
        self._on_pages_chosen()

    @property
    def ending(self) -> str:
        """The ending of a document; empty where none can be made."""
        return ".pdf" if self.pages.count() else ""

    def choose_ending(self, ending: str) -> bool:
        """Say whether it is a document."""
        return ending == self.ending

    def order(self, plain: Order) -> Order:
        """Order the pages as they are chosen."""
        pages = self.pages.currentData() or 0
        return replace(
            plain,
            language=self.telling.language.currentData(),
            horizon=self.telling.horizon,
            is_deck=bool(pages),
            is_summary=not pages,
            per_page=pages or 1,
            has_notes=self.notes.isChecked(),
        )

    def kept(self) -> Kept:
        """Give what is remembered for the next time."""
        return {"pages": self.pages.currentData(), "has_notes": self.notes.isChecked()}

    def _on_pages_chosen(self) -> None:
        self.notes.setEnabled(bool(self.pages.currentData()))
        self.changed.emit()


class DataFields(Fields):
    """Data: which file, which table of it, and whether annotations go along."""

    def __init__(self, session: Session, kept: Kept) -> None:
        super().__init__()
        rows: list[tuple[str, object]] = []
        for ending in making.endings_of("data"):
            if ending == ".csv":
                rows.append((translate("Export", "Events (CSV)"), (ending, "events")))
                rows.append((translate("Export", "Values (CSV)"), (ending, "values")))
            else:
                rows.append((file_words(ending), (ending, "events")))
        kept_file = (kept.get("ending"), kept.get("table"))
        self.file = combo(translate("Export", "Kind of file"), rows, kept_file)
        self.annotations = QCheckBox(translate("Export", "With annotations"))
        self.telling = TellingFields(session)
        self.left_out = QLabel(
            translate(
                "Export",
                "Pictures of studies and slides are not put into the file: they may name the "
                "patient.",
            )
        )
        self.left_out.setTextFormat(Qt.TextFormat.PlainText)
        self.left_out.setWordWrap(True)
        self._has_pictures = bool(pictures_staying(session.case))
        form = form_in(self)
        form.addRow(translate("Export", "Kind:"), self.file)
        self.telling.add_to(form)
        form.addRow(self.annotations)
        form.addRow(self.left_out)
        self.file.currentIndexChanged.connect(self._on_file_chosen)
        self.annotations.toggled.connect(self.changed)
        self.telling.changed.connect(self.changed)
        self._on_file_chosen()

    @property
    def ending(self) -> str:
        """The ending of the file that is chosen."""
        return str(self.file.currentData()[0]) if self.file.count() else ""

    def choose_ending(self, ending: str) -> bool:
        """Choose the kind of file with this ending; of two tables the one that is chosen."""
        ends = [self.file.itemData(n)[0] for n in range(self.file.count())]
        if ending != self.ending and ending in ends:
            self.file.setCurrentIndex(ends.index(ending))
        return ending in ends

    def order(self, plain: Order) -> Order:
        """Order the data as they are chosen."""
        is_values = self.file.currentData() == (".csv", "values")
        return replace(
            plain,
            language=self.telling.language.currentData(),
            horizon=self.telling.horizon,
            table="values" if is_values else "events",
            has_annotations=self.annotations.isEnabled() and self.annotations.isChecked(),
        )

    def kept(self) -> Kept:
        """Give what is remembered for the next time."""
        ending, table = self.file.currentData() or ("", "events")
        return {"ending": ending, "table": table}

    def _on_file_chosen(self) -> None:
        is_case = self.ending == ".dayline"
        self.annotations.setEnabled(is_case)
        self.left_out.setVisible(is_case and self._has_pictures)
        self.changed.emit()
