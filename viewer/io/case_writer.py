"""A case as text, laid out the way a person would write it."""

import inspect
import json
from typing import Any

from pydantic import RootModel

from viewer.io.case_checks import SCHEMA_NAME
from viewer.model.case import Case
from viewer.model.events import Events
from viewer.model.part import Part

_WIDTH = 96
_EXACT = 2**53  # beyond it a whole number is no longer told apart from its neighbours


def case_json(case: Case) -> str:
    """Give the text of case.json for a case; reading it gives an equal case.

    What is left out in the case stays left out, unknown names survive, whole numbers stand
    without ".0", and what fits on a line stands on one. Raises ValueError for NaN and infinity.
    """
    plain = _plain(case)
    first = {SCHEMA_NAME: plain.pop(SCHEMA_NAME)} if SCHEMA_NAME in plain else {}
    return _laid_out(first | plain, "", is_open=True) + "\n"


def _plain(value: Any) -> Any:
    if isinstance(value, Part):
        own = inspect.get_annotations(type(value))  # what a part adds says what it is: first
        known = {
            name: _plain(getattr(value, name))
            for name in sorted(type(value).model_fields, key=lambda name: name not in own)
            if name in value.model_fields_set and getattr(value, name) is not None
        }
        return known | (value.model_extra or {})
    if isinstance(value, RootModel):
        return value.root
    if isinstance(value, tuple | Events):
        return [_plain(one) for one in value]
    if isinstance(value, float) and value.is_integer() and abs(value) < _EXACT:
        return int(value)
    return value


def _laid_out(value: Any, indent: str, *, is_open: bool = False) -> str:
    flat = json.dumps(value, ensure_ascii=False, allow_nan=False)
    is_flat = not isinstance(value, dict | list) or not value
    if is_flat or (not is_open and len(indent) + len(flat) <= _WIDTH):
        return flat
    inner = indent + "  "
    if isinstance(value, dict):
        lines = [
            f"{inner}{json.dumps(name, ensure_ascii=False)}: {_laid_out(one, inner)}"
            for name, one in value.items()
        ]
    else:
        lines = [inner + _laid_out(one, inner) for one in value]
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    return f"{opening}\n" + ",\n".join(lines) + f"\n{indent}{closing}"
