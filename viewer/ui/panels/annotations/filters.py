"""The filters over the list of annotations."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from viewer.model.time import Span
from viewer.ui.look import Look
from viewer.ui.panels.annotations.entries import Entry, Sieve, Which
from viewer.ui.widgets.flow import FlowLayout
from viewer.ui.words.annotation_words import kind_name
from viewer.ui.words.measure_words import LETTERS

translate = QCoreApplication.translate

Choice = tuple[str, str]


class Filters(QWidget):
    """Words, author, kind, tag, state and period; `changed` when the person wants others."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.text = QLineEdit()
        self.text.setClearButtonEnabled(True)
        self.text.setPlaceholderText(translate("Annotations", "Filter: words that a row must hold"))
        self.text.setAccessibleName(translate("Annotations", "Filter the annotations"))
        self.text.textChanged.connect(self.changed)
        self.author = self._choice(translate("Annotations", "Author"))
        self.kind = self._choice(translate("Annotations", "Kind"))
        self.tag = self._choice(translate("Annotations", "Tag"))
        self.which = self._choice(translate("Annotations", "State"))
        self.period = self._choice(translate("Annotations", "Period"))
        self._row = QWidget()
        flow = FlowLayout(round(0.4 * look.h_px), round(0.3 * look.h_px))
        self._row.setLayout(flow)
        for field in (self.author, self.kind, self.tag, self.which, self.period):
            flow.addWidget(field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(round(0.3 * look.h_px))
        column.addWidget(self.text)
        column.addWidget(self._row)
        states: tuple[tuple[Which, str], ...] = (
            ("new", translate("Annotations", "New")),
            ("open", translate("Annotations", "Open")),
            ("resolved", translate("Annotations", "Resolved")),
            ("deleted", translate("Annotations", "Deleted")),
        )
        _offer(self.which, translate("Annotations", "Any state"), list(states))

    def _choice(self, name: str) -> QComboBox:
        field = QComboBox()
        field.setAccessibleName(name)
        field.setToolTip(name)
        field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        field.activated.connect(self.changed)
        return field

    def restyle(self) -> None:
        """Take the fonts of another look."""
        for field in (self.text, self.author, self.kind, self.tag, self.which, self.period):
            field.setFont(self._look.font("small"))

    def offer(self, entries: tuple[Entry, ...], periods: tuple[Span, ...]) -> None:
        """Offer what there is to choose from; what was chosen stays chosen where it is there."""
        authors = {entry.author_id: entry.author for entry in entries}
        kinds = {entry.kind: kind_name(entry.kind) for entry in entries if entry.kind is not None}
        tags = sorted({tag for entry in entries for tag in entry.tags})
        _offer(self.author, translate("Annotations", "Any author"), list(authors.items()))
        _offer(self.kind, translate("Annotations", "Any kind"), list(kinds.items()))
        _offer(self.tag, translate("Annotations", "Any tag"), [(tag, tag) for tag in tags])
        words = translate("Annotations", "Period {letter}")
        spans = [
            (letter, words.format(letter=letter))
            for letter, _ in zip(LETTERS, periods, strict=False)
        ]
        window = ("window", translate("Annotations", "What the window shows"))
        _offer(self.period, translate("Annotations", "Whole course"), [window, *spans])

    def sieve(self, window: Span, periods: tuple[Span, ...]) -> Sieve:
        """Give what is wanted of the list."""
        named = dict(zip(LETTERS, periods, strict=False)) | {"window": window}
        return Sieve(
            text=self.text.text().strip(),
            author=self.author.currentData() or "",
            tag=self.tag.currentData() or "",
            kind=self.kind.currentData() or "",
            which=self.which.currentData() or "all",
            period=named.get(self.period.currentData() or ""),
        )

    @property
    def tells_deleted(self) -> bool:
        """Whether what was deleted is asked for."""
        return bool(self.which.currentData() == "deleted")

    def clear(self) -> None:
        """Let everything through."""
        self.text.clear()
        for field in (self.author, self.kind, self.tag, self.which, self.period):
            field.setCurrentIndex(0)


def _offer(field: QComboBox, everything: str, choices: list[Choice]) -> None:
    wanted: list[Choice] = [("", everything), *choices]
    present = [(field.itemData(at), field.itemText(at)) for at in range(field.count())]
    if wanted == present:
        return
    chosen = field.currentData()
    field.clear()
    for key, words in wanted:
        field.addItem(words, key)
    field.setCurrentIndex(max(0, field.findData(chosen)))
