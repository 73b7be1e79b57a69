"""The fields of an annotation: its words, tags and days, and what its kind has besides."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from viewer.model.annotation import Content, OnDay, OnPeriod
from viewer.model.case import Case
from viewer.model.numbering import Counting
from viewer.model.time import Instant, Interval
from viewer.ui.look import Look
from viewer.ui.panels.annotations.day_field import DayField
from viewer.ui.words.joining import labelled

translate = QCoreApplication.translate

_LINES: Final = 4


class Fields(QWidget):
    """Shows what can be typed of an annotation, and gives it back as it was typed."""

    typed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._content: Content | None = None
        self._case: Case | None = None
        self._days: tuple[float, float] = (0.0, 0.0)
        self.title, self.value = QLineEdit(), QLineEdit()
        self.question, self.decision, self.who = QLineEdit(), QLineEdit(), QLineEdit()
        self.lane, self.series = QComboBox(), QComboBox()
        self.first = DayField(translate("Annotations", "Day, or first day"))
        self.last = DayField(translate("Annotations", "Last day"))
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setPlaceholderText(
            translate("Annotations", "Markdown: *italic*, **bold**, - list")
        )
        self.tags = QLineEdit()
        self.tags.setPlaceholderText(translate("Annotations", "With commas between"))
        self.is_known = QCheckBox(translate("Annotations", "May be shown from day"))
        self.known_from = DayField(translate("Annotations", "May be shown from this day on"))
        self.is_known.toggled.connect(self.known_from.setEnabled)
        self._lay_out()
        self._listen()
        self.restyle()

    def _lay_out(self) -> None:
        self._form = QFormLayout()
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setContentsMargins(0, 0, 0, 0)
        rows: tuple[tuple[str, QWidget], ...] = (
            (translate("Annotations", "What happened"), self.title),
            (translate("Annotations", "Lane"), self.lane),
            (translate("Annotations", "Series"), self.series),
            (translate("Annotations", "Value"), self.value),
            (translate("Annotations", "Question"), self.question),
            (translate("Annotations", "Decision"), self.decision),
            (translate("Annotations", "Who does it"), self.who),
            (translate("Annotations", "Day"), self.first),
            (translate("Annotations", "Last day"), self.last),
            (translate("Annotations", "Text"), self.text),
            (translate("Annotations", "Tags"), self.tags),
        )
        for words, field in rows:
            self._form.addRow(words, field)
            field.setAccessibleName(words)
        known = QHBoxLayout()
        known.addStretch(1)
        known.addWidget(self.known_from)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._form)
        column.addWidget(self.is_known)
        column.addLayout(known)

    def _listen(self) -> None:
        lines = (self.title, self.value, self.question, self.decision, self.who, self.tags)
        for line in lines:
            line.textEdited.connect(self.typed)
        for choice in (self.lane, self.series):
            choice.activated.connect(self.typed)
        for day in (self.first, self.last, self.known_from):
            day.valueChanged.connect(self.typed)
        self.text.textChanged.connect(self.typed)
        self.is_known.toggled.connect(self.typed)

    def restyle(self) -> None:
        """Take fonts and measures of another look."""
        self.text.setFont(self._look.font("label"))
        self.text.setFixedHeight(round(_LINES * 1.2 * self._look.h_px))

    def set_known_tags(self, tags: Sequence[str]) -> None:
        """Offer tags that are in use while one is typed."""
        self.tags.setCompleter(_TagCompleter(list(tags), self.tags))

    # -- showing ------------------------------------------------------------------------------

    def show_content(self, content: Content, case: Case, counting: Counting, language: str) -> None:
        """Show what an annotation says."""
        self._content, self._case = content, case
        _offer(self.lane, [(lane.id, lane.title.pick(language)) for lane in case.lanes])
        series = [(one.id, labelled(one.title.pick(language), one.unit)) for one in case.series]
        _offer(self.series, series)
        self._show_rows(content)
        first, last = _first_day(content), _last_day(content)
        self.first.show_day(first or 0.0, counting)
        self.last.show_day(last or first or 0.0, counting)
        self._days = self.first.day(), self.last.day()
        self._show_parts(content)
        self.text.setPlainText(content.text)
        self.tags.setText(", ".join(content.tags))
        self.is_known.setChecked(content.known_from is not None)
        self.known_from.setEnabled(content.known_from is not None)
        self.known_from.show_day(content.known_from or 0.0, counting)
        self._first_field().setFocus()

    def _show_rows(self, content: Content) -> None:
        shown: dict[QWidget, bool] = {
            self.title: content.kind == "event",
            self.lane: content.kind == "event",
            self.series: content.kind == "value",
            self.value: content.kind == "value",
            self.question: content.kind == "outcome",
            self.decision: content.kind == "outcome",
            self.who: content.kind == "outcome",
            self.first: _first_day(content) is not None,
            self.last: _last_day(content) is not None,
            self.tags: content.kind != "reply",
        }
        for field, is_shown in shown.items():
            self._form.setRowVisible(field, is_shown)

    def _show_parts(self, content: Content) -> None:
        event, value, outcome = content.event, content.value, content.outcome
        self.title.setText(event.title if event else "")
        self.lane.setCurrentIndex(self.lane.findData(event.lane) if event else -1)
        self.series.setCurrentIndex(self.series.findData(value.series) if value else -1)
        self.value.setText(f"{value.value:.12g}" if value else "")
        self.question.setText(outcome.question if outcome else "")
        self.decision.setText(outcome.decision if outcome else "")
        self.who.setText(outcome.who if outcome else "")

    def _first_field(self) -> QWidget:
        assert self._content is not None  # it is shown
        of_kind: dict[str, QWidget] = {
            "event": self.title,
            "value": self.value,
            "outcome": self.question,
        }
        return of_kind.get(self._content.kind, self.text)

    # -- what was typed -----------------------------------------------------------------------

    def content(self) -> Content:
        """Give what is typed now; raises ValueError where something is missing or wrong."""
        content = self._content
        assert content is not None  # it is shown
        raw: dict[str, Any] = content.model_dump(exclude_none=True)
        raw["text"] = self.text.toPlainText().strip()
        given = (tag.strip() for tag in self.tags.text().replace("、", ",").split(","))
        raw["tags"] = tuple(dict.fromkeys(tag for tag in given if tag))
        raw.pop("known_from", None)
        if self.is_known.isChecked():
            raw["known_from"] = self.known_from.day()
        self._take_days(raw, content)
        self._take_parts(raw, content)
        return Content.model_validate(raw)

    def _take_days(self, raw: dict[str, Any], content: Content) -> None:
        first, last = self.first.day(), self.last.day()
        if (first, last) == self._days:
            return  # what is known only roughly stays so
        if content.event is not None:
            raw["event"]["when"] = _when(first, last)
        elif content.value is not None:
            raw["value"]["day"] = first
            raw["target"] = OnDay(day=first)
        elif content.kind == "measure":
            raw["target"], raw["second_day"] = OnDay(day=first), last
        elif isinstance(content.target, OnDay):
            raw["target"] = OnDay(day=first)
        elif isinstance(content.target, OnPeriod):
            raw["target"] = {"type": "Period", "start": first, "end": last + _after(last)}

    def _take_parts(self, raw: dict[str, Any], content: Content) -> None:
        if content.event is not None:
            raw["event"]["title"] = self.title.text().strip()
            raw["event"]["lane"] = self.lane.currentData()
        if content.value is not None and self._case is not None:
            raw["value"]["value"] = _number(self.value.text())
            series = next((s for s in self._case.series if s.id == self.series.currentData()), None)
            if series is not None:
                raw["value"] |= {"series": series.id, "unit": series.unit}
        if content.outcome is not None:
            raw["outcome"] = {
                "question": self.question.text().strip(),
                "decision": self.decision.text().strip(),
                "who": self.who.text().strip(),
            }

    def what_is_wrong(self) -> str:
        """Say what keeps the content from being what it should, and what to do."""
        kind = self._content.kind if self._content is not None else ""
        if kind == "event" and not self.title.text().strip():
            return translate("Annotations", "Say what happened.")
        if kind == "value" and _number(self.value.text()) is None:
            return translate("Annotations", "Type the value as a number, such as 5.4.")
        if self.last.day() < self.first.day():
            return translate("Annotations", "The last day lies before the first.")
        return translate("Annotations", "It is too long: at most 20,000 letters, tags 100 each.")


class _TagCompleter(QCompleter):
    """Completes the last of several tags."""

    def __init__(self, tags: list[str], parent: QWidget) -> None:
        super().__init__(tags, parent)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)

    def splitPath(self, path: str) -> list[str]:
        """Look only at what stands behind the last comma."""
        return [path.rpartition(",")[2].strip()]

    def pathFromIndex(self, index: Any) -> str:
        """Put the tag in the place of what was typed of it."""
        field = self.widget()
        typed = field.text() if isinstance(field, QLineEdit) else ""
        before = typed.rpartition(",")[0]
        chosen = super().pathFromIndex(index)
        return f"{before}, {chosen}" if before else chosen


def _offer(field: QComboBox, choices: list[tuple[str, str]]) -> None:
    field.clear()
    for key, words in choices:
        field.addItem(words, key)


def _first_day(content: Content) -> float | None:
    if content.event is not None:
        when = content.event.when
        start = when.start if isinstance(when, Interval) else when
        return start.best if start.best is not None else start.anchor
    if content.value is not None:
        return content.value.day
    is_free = isinstance(content.target, OnDay | OnPeriod)
    return content.span.start if is_free and content.span is not None else None


def _last_day(content: Content) -> float | None:
    if content.second_day is not None:
        return content.second_day
    if isinstance(content.target, OnPeriod):
        end = content.target.end
        return end - _after(end)
    if content.event is not None:
        when = content.event.when
        last = when.end if isinstance(when, Interval) else when
        known = last if isinstance(last, Instant) else None
        return _first_day(content) if known is None or known.best is None else known.best
    return None


def _after(day: float) -> float:
    """Give how long the last day of a period goes on: a whole day to its end, a moment not."""
    return 1.0 if float(day).is_integer() else 0.0


def _when(first: float, last: float) -> dict[str, Any]:
    """Give the time of an added event: a day where both are one, else a period."""
    start = _instant(first)
    return start if last == first else {"start": start, "end": _instant(last)}


def _instant(day: float) -> dict[str, Any]:
    return {"day": day} if float(day).is_integer() else {"day": day, "precision": "minute"}


def _number(text: str) -> float | None:
    try:
        return float(text.strip().replace("\N{MINUS SIGN}", "-").replace(",", "."))
    except ValueError:
        return None
