"""Going through a part and all the parts inside it, whatever their kind."""

from collections.abc import Iterator
from typing import Any, TypeVar

from viewer.model.part import Part, Text

P = TypeVar("P", bound=Part)

SHOWN_WORDS = frozenset({"display", "modality", "printed", "printed_unit", "unit"})
"""Fields that hold words to be shown and are no `Text`; other bare strings are ids and kinds."""


def words_in(value: Any, name: str = "") -> Iterator[str]:
    """Give all words that a part, or anything inside it, may show; in every language."""
    if isinstance(value, Text):
        yield from (value.root,) if isinstance(value.root, str) else value.root.values()
    elif isinstance(value, Part):
        for inner_name, inner in vars(value).items():
            yield from words_in(inner, inner_name)
    elif isinstance(value, tuple):
        for inner in value:
            yield from words_in(inner)
    elif isinstance(value, str) and name in SHOWN_WORDS:
        yield value


def without_unknown(part: P) -> P:
    """Give a part without the keys that the format does not know, here or anywhere inside it."""
    update = {
        name: known for name, value in vars(part).items() if (known := _known(value)) is not value
    }
    if not update and not part.model_extra:
        return part
    copy = part.model_copy(update=update)
    if copy.model_extra:
        copy.model_extra.clear()
    return copy


def _known(value: Any) -> Any:
    if isinstance(value, Part):
        return without_unknown(value)
    if isinstance(value, tuple):
        known = tuple(_known(inner) for inner in value)
        return value if all(a is b for a, b in zip(known, value, strict=True)) else known
    return value
