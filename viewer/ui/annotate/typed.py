"""What stands in an editor that cannot be kept as it is: half a number, no name, too many words."""

from collections.abc import Mapping

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from viewer.model.annotation import Content, whole_text
from viewer.ui.panels.annotations.day_field import DayField
from viewer.ui.panels.annotations.fields import Fields

Field = QLineEdit | QPlainTextEdit | DayField


def _fields(fields: Fields) -> dict[str, tuple[Field, str]]:
    """Give the fields that may be at fault, with words that could stand in them instead."""
    return {
        "value": (fields.value, "0"),
        "title": (fields.title, "…"),
        "last": (fields.last, fields.first.text()),
        "tags": (fields.tags, ""),
        "question": (fields.question, ""),
        "decision": (fields.decision, ""),
        "who": (fields.who, ""),
        "text": (fields.text, ""),  # the last, since it forgets what can be undone in it
    }


def faulty_field(fields: Fields) -> QWidget:
    """Give the field that keeps the content from being what it should; the text for none."""
    found: list[QWidget] = [fields.text]
    for field, stand_in in _fields(fields).values():
        if field.isHidden():
            continue
        typed = _words(field)
        _put(field, stand_in)
        is_it = _content(fields) is not None
        _put(field, typed)
        if is_it:
            found.insert(0, field)
            break
    return found[0]


def set_aside(fields: Fields) -> tuple[Content | None, dict[str, str]]:
    """Give what can be kept, and the words of the fields that keep the rest from being kept.

    The fields are left with other words in them: nobody goes on in them.
    """
    typed: dict[str, str] = {}
    for name, (field, stand_in) in _fields(fields).items():
        content = _content(fields)
        if content is not None:
            return content, typed
        if not field.isHidden():
            typed[name] = whole_text(_words(field))
            _put(field, stand_in)
    return _content(fields), typed


def bring_back(fields: Fields, typed: Mapping[str, str]) -> None:
    """Put words back into the fields that they stood in."""
    known = _fields(fields)
    for name, words in typed.items():
        if name in known:
            _put(known[name][0], words)


def _content(fields: Fields) -> Content | None:
    try:
        return fields.content()
    except ValueError:
        return None


def _words(field: Field) -> str:
    return field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()


def _put(field: Field, words: str) -> None:
    if isinstance(field, QPlainTextEdit):
        field.setPlainText(words)
    elif isinstance(field, DayField):
        field.setValue(field.valueFromText(words))
    else:
        field.setText(words)
