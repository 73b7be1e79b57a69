"""A case drawn as if its source stated everything, for a figure without marks of evidence."""

from typing import Any, TypeVar

from viewer.model.events import Events
from viewer.model.part import Evidence, Part

P = TypeVar("P", bound=Part)


def without_evidence(part: P) -> P:
    """Give a part in which no fact, and no day, is told apart by how it is known.

    What is not exact stays so: only the way in which it is known is no longer shown.
    """
    plain: P = _plain(part)
    return plain


def _plain(value: Any, name: str = "") -> Any:
    if isinstance(value, Evidence):
        return value.model_copy(update={"kind": "reported"})
    if isinstance(value, Part):
        inner = {name: _plain(one, name) for name, one in vars(value).items()}
        changed = {name: one for name, one in inner.items() if one is not getattr(value, name)}
        return value.model_copy(update=changed) if changed else value
    if isinstance(value, Events):
        return Events([_plain(event) for event in value])
    if isinstance(value, tuple):
        found = tuple(_plain(one) for one in value)
        return found if any(a is not b for a, b in zip(found, value, strict=True)) else value
    # How a day is known stands beside it as a word.
    return None if name == "evidence" and isinstance(value, str) else value
