"""Going through a part and all the parts inside it, whatever their kind."""

from collections.abc import Iterator
from typing import Any, TypeVar

from viewer.model.event import Event
from viewer.model.events import Events
from viewer.model.part import Evidence, Part, Text

P = TypeVar("P", bound=Part)

SHOWN_WORDS = frozenset({"display", "modality", "per", "printed", "printed_unit", "unit", "value"})
"""Fields that hold words to be shown and are no `Text`; other bare strings are ids and kinds."""
TEXTS = frozenset({"label", "place", "scale", "text", "title", "why", "wording"})
"""Fields of an event, and of what is inside it, that hold a `Text`."""
_BARE = frozenset({bool, dict, float, int, str, type(None)})
"""What holds no part: passed over, since asking what a thing is takes long."""


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
    elif isinstance(value, Events):
        for entry in value.entries:
            yield from _words_as_written(entry) if isinstance(entry, dict) else words_in(entry)
    elif isinstance(value, str) and name in SHOWN_WORDS:
        yield value


def _words_as_written(value: Any, name: str = "") -> Iterator[str]:
    if isinstance(value, str):
        if name in TEXTS or name in SHOWN_WORDS:
            yield value
    elif isinstance(value, dict):
        for inner_name, inner in value.items():
            yield from _words_as_written(inner, name if name in TEXTS else inner_name)
    elif isinstance(value, list):
        for inner in value:
            yield from _words_as_written(inner)


def sources_in(value: object) -> Iterator[str]:
    """Give the id of the source that each evidence in a part names, where it names one."""
    if isinstance(value, Evidence):
        yield from () if value.source is None else (value.source,)
    elif isinstance(value, Part):
        for inner in vars(value).values():
            yield from sources_in(inner)
    elif isinstance(value, tuple):
        for inner in value:
            yield from sources_in(inner)
    elif isinstance(value, Events):
        for entry in value.entries:
            yield from _sources_as_written(entry) if isinstance(entry, dict) else sources_in(entry)


def _sources_as_written(value: Any, name: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        if name == "evidence" and value.get("source") is not None:
            yield value["source"]
        for inner_name, inner in value.items():
            yield from _sources_as_written(inner, inner_name)
    elif isinstance(value, list):
        for inner in value:
            yield from _sources_as_written(inner)


def without_unknown(part: P) -> P:
    """Give a part without the keys that the format does not know, here or anywhere inside it."""
    update = {
        name: known
        for name, value in vars(part).items()
        if type(value) not in _BARE and (known := _known(value)) is not value
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
    if isinstance(value, Events):
        made = [(n, entry) for n, entry in enumerate(value.entries) if type(entry) is Event]
        return value.changed({n: cut for n, event in made if (cut := _known(event)) is not event})
    if isinstance(value, tuple):
        known = tuple(_known(inner) for inner in value)
        return value if all(a is b for a, b in zip(known, value, strict=True)) else known
    return value
