"""What stands in the fields of the editor: an annotation shown there, and given back as typed."""

import math
from collections.abc import Callable, Mapping
from contextlib import suppress
from copy import deepcopy
from typing import Any

from PySide6.QtCore import QCoreApplication

from viewer.model.annotation import (
    MOST_TAGS,
    MOST_TEXT,
    MOST_TITLE,
    Content,
    Unfinished,
    whole_text,
)
from viewer.model.case import Case
from viewer.model.lesion_series import without_worked_out
from viewer.model.numbering import Counting
from viewer.ui.look import Look
from viewer.ui.panels.annotations.content_days import after, first_day, last_day, put_days
from viewer.ui.panels.annotations.form import Form, offer
from viewer.ui.words.joining import labelled
from viewer.ui.words.too_many import too_many_letters

translate = QCoreApplication.translate

_Put = Callable[[dict[str, Any]], None]


class Fields(Form):
    """Shows what can be typed of an annotation, and gives it back as it was typed."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._content: Content | None = None
        self._case: Case | None = None
        self._days: tuple[float, float] = (0.0, 0.0)
        self.series.activated.connect(self._on_series_chosen)

    # -- showing ------------------------------------------------------------------------------

    def show_content(self, content: Content, case: Case, counting: Counting, language: str) -> None:
        """Show what an annotation says, or what was typed of it."""
        typed = content.typed if isinstance(content, Unfinished) else {}
        content = content.content if isinstance(content, Unfinished) else content
        self._content, self._case = content, case
        offer(self.lane, [(lane.id, lane.title.pick(language)) for lane in case.lanes])
        measured = without_worked_out(case).series
        series = [(one.id, labelled(one.title.pick(language), one.unit)) for one in measured]
        offer(self.series, series)
        self.show_rows(content)
        first, last = first_day(content), last_day(content)
        self.first.show_day(first or 0.0, counting)
        self.last.show_day(last or first or 0.0, counting)
        self._days = self.first.day(), self.last.day()
        self._show_parts(content)
        self.text.setPlainText(content.text)
        self.tags.setText(", ".join(content.tags))
        self.is_known.setChecked(content.known_from is not None)
        self.known_from.setEnabled(content.known_from is not None)
        self.known_from.show_day(content.known_from or 0.0, counting)
        self._show_typed(typed)
        self.focus_first(content)

    def _show_parts(self, content: Content) -> None:
        event, value, outcome = content.event, content.value, content.outcome
        self.title.setText(content.added.title if content.added else "")
        self.lane.setCurrentIndex(self.lane.findData(event.lane) if event else -1)
        self.series.setCurrentIndex(self.series.findData(value.series) if value else -1)
        self._offer_units(value.unit if value else None)
        self.value.setText(f"{value.value:.12g}" if value else "")
        self.question.setText(outcome.question if outcome else "")
        self.decision.setText(outcome.decision if outcome else "")
        self.who.setText(outcome.who if outcome else "")

    def _offer_units(self, own: str | None) -> None:
        """Offer the value's own unit, which is chosen, and that of its series."""
        series = () if self._case is None else self._case.series
        chosen = self.series.currentData()
        units = [own, *(one.unit for one in series if one.id == chosen)]
        offer(self.unit, [(unit, unit) for unit in dict.fromkeys(units) if unit])

    def _on_series_chosen(self) -> None:
        self._offer_units(None)

    def _show_typed(self, typed: Mapping[str, str]) -> None:
        """Show what was typed in the place of what could be said."""
        for name, line in self.lines.items():
            line.setText(typed.get(name, line.text()))
        for name in ("lane", "series"):
            choice = self.choices[name]
            choice.setCurrentIndex(choice.findData(typed.get(name, choice.currentData())))
        if "unit" in typed:
            self._offer_units(typed["unit"])
        for name, day in (("first", self.first), ("last", self.last)):
            day.setValue(day.valueFromText(typed.get(name, day.text())))
        if "text" in typed:
            self.text.setPlainText(typed["text"])

    # -- what was typed -----------------------------------------------------------------------

    def content(self) -> Content:
        """Give what is typed now; raises ValueError where something is missing or wrong."""
        raw = self._begun()
        for _, put in self._pieces():
            put(raw)
        return Content.model_validate(raw)

    def as_typed(self) -> Content:
        """Give what is typed now, unfinished where an annotation cannot say it as it stands."""
        with suppress(ValueError):
            return self.content()
        said, typed = self._begun(), dict[str, str]()
        for names, put in self._pieces():
            wanted = deepcopy(said)
            put(wanted)
            try:
                Content.model_validate(wanted)
            except ValueError:
                typed |= self._words_of(names)
            else:
                said = wanted
        return Unfinished.model_validate(said | {"typed": typed})

    def _begun(self) -> dict[str, Any]:
        """Give what was shown at first, with the day from which it may be shown."""
        assert self._content is not None  # it is shown
        raw: dict[str, Any] = self._content.model_dump(exclude_none=True)
        raw.pop("known_from", None)
        if self.is_known.isChecked():
            raw["known_from"] = self.known_from.day()
        return raw

    def _pieces(self) -> tuple[tuple[tuple[str, ...], _Put], ...]:
        """Give the names of fields, and what puts into an annotation what is typed in them."""
        of_kind = ("title", "value", "question", "decision", "who", "lane", "series", "unit")
        return (
            (("text",), self._put_text),
            (("tags",), self._put_tags),
            (("first", "last"), self._put_days),
            (of_kind, self._put_parts),
        )

    def _put_text(self, raw: dict[str, Any]) -> None:
        raw["text"] = self.text.toPlainText().strip()

    def _put_tags(self, raw: dict[str, Any]) -> None:
        raw["tags"] = self._tags()

    def _tags(self) -> tuple[str, ...]:
        given = (tag.strip() for tag in self.tags.text().replace("、", ",").split(","))
        return tuple(dict.fromkeys(tag for tag in given if tag))

    def _put_days(self, raw: dict[str, Any]) -> None:
        first, last = self.first.day(), self.last.day()
        if (first, last) != self._days and self._content is not None:
            put_days(raw, self._content, first, last)  # else what is known only roughly stays so

    def _put_parts(self, raw: dict[str, Any]) -> None:
        if "event" in raw:
            raw["event"]["title"] = self.title.text().strip()
            raw["event"]["lane"] = self.lane.currentData()
        if "study" in raw:
            raw["study"]["title"] = self.title.text().strip()
        if "value" in raw:
            raw["value"]["value"] = _number(self.value.text())
            for name, choice in (("unit", self.unit), ("series", self.series)):
                raw["value"][name] = choice.currentData() or raw["value"][name]
        if "outcome" in raw:
            raw["outcome"] = {
                "question": self.question.text().strip(),
                "decision": self.decision.text().strip(),
                "who": self.who.text().strip(),
            }

    def _words_of(self, names: tuple[str, ...]) -> dict[str, str]:
        """Give what stands in fields, whether an annotation could say it or not."""
        words = {name: line.text() for name, line in self.lines.items()}
        words |= {name: choice.currentData() for name, choice in self.choices.items()}
        words |= {"first": self.first.text(), "last": self.last.text()}
        words["text"] = self.text.toPlainText()
        return {name: words[name] for name in names if words[name] is not None}

    # -- what is wrong ------------------------------------------------------------------------

    def what_is_too_long(self) -> str:
        """Name the field that has too many letters, and their count; empty where none has."""
        if self.text.document().characterCount() > MOST_TEXT:  # never less than there are letters
            fault = _too_long(self.text.accessibleName(), self.text.toPlainText())
            if fault:
                return fault
        for line in (self.question, self.decision, self.who):
            fault = _too_long(line.accessibleName(), line.text())
            if fault:
                return fault
        return _too_long(self.title.accessibleName(), self.title.text(), MOST_TITLE)

    def what_is_wrong(self) -> str:
        """Say what keeps the content from being what it should, and what to do."""
        kind = self._content.kind if self._content is not None else ""
        untitled = {
            "event": translate("Annotations", "Say what happened."),
            "study": translate("Annotations", "Give the study a title."),
        }
        if kind in untitled and not self.title.text().strip():
            return untitled[kind]
        if kind == "value" and _number(self.value.text()) is None:
            return translate("Annotations", "Type the value as a number, such as 5.4.")
        if not self.last.isHidden() and kind != "measure":
            first, last = self.first.day(), self.last.day()
            if last == first and kind not in ("event", "study") and not after(last):
                return translate("Annotations", "The period ends in the moment it begins in.")
            if last < first:
                return translate("Annotations", "The last day lies before the first.")
        if len(self._tags()) > MOST_TAGS:
            words = translate("Annotations", "There are too many tags: {count} of at most {most}.")
            return words.format(count=len(self._tags()), most=MOST_TAGS)
        return self.what_is_too_long() or translate(
            "Annotations", "It is too long: at most 20,000 letters, tags 100 each."
        )


def _too_long(field: str, text: str, most: int = MOST_TEXT) -> str:
    return too_many_letters(field, len(whole_text(text.strip())), most)


def _number(text: str) -> float | None:
    try:
        found = float(text.strip().replace("\N{MINUS SIGN}", "-").replace(",", "."))
    except ValueError:
        return None
    return found if math.isfinite(found) else None
