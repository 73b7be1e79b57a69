"""The JSON Schema of a case, from which text editors complete and check what is typed."""

import ast
import inspect
import json
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from viewer.io.case_checks import SCHEMA_NAME
from viewer.model.case import FORMAT, Case
from viewer.model.part import Part

DIALECT = "https://json-schema.org/draft/2020-12/schema"
"""The name of the dialect; a name, not an address that is fetched."""


def case_schema() -> dict[str, Any]:
    """Give the JSON Schema (draft 2020-12) of case.json.

    It is stricter than the reader in two ways, so that editors underline what is probably a slip:
    unknown names, which the reader keeps with a warning, and null, which it takes for left out.
    """
    schema: dict[str, Any] = Case.model_json_schema()
    definitions = schema.pop("$defs")
    kinds = {kind.__name__: kind for kind in _kinds(Part)}
    for name, part in ((Case.__name__, schema), *definitions.items()):
        if name in kinds:
            _explain(part, kinds[name])
        _tidy(part)
    definitions["Instant"]["anyOf"] = [
        {"required": [name]} for name in ("day", "earliest", "latest", "about")
    ]
    by_language = definitions["Text"]["anyOf"][1]
    by_language["additionalProperties"] = False
    properties = schema.pop("properties")
    properties["format"]["examples"] = [FORMAT]
    names = {"type": "string", "description": "Where an editor finds this schema."}
    return {
        "$schema": DIALECT,
        **schema,
        "title": "Dayline case",
        "properties": {SCHEMA_NAME: names, **properties},
        "$defs": dict(sorted(definitions.items())),
    }


def schema_text() -> str:
    """Give the text of the schema's file."""
    return json.dumps(case_schema(), indent=2, ensure_ascii=False) + "\n"


def _kinds(kind: type[Part]) -> Iterator[type[Part]]:
    for inner in kind.__subclasses__():
        yield inner
        yield from _kinds(inner)


def _explain(part: dict[str, Any], kind: type[Part]) -> None:
    """Describe each field by the words that stand under it in the source."""
    (body,) = ast.parse(inspect.cleandoc("\n" + inspect.getsource(kind))).body
    assert isinstance(body, ast.ClassDef)
    for field, words in pairwise(body.body):
        if (
            isinstance(field, ast.AnnAssign)
            and isinstance(field.target, ast.Name)
            and isinstance(words, ast.Expr)
            and isinstance(words.value, ast.Constant)
        ):
            known = part["properties"][field.target.id] | {"description": words.value.value}
            part["properties"][field.target.id] = dict(sorted(known.items()))


def _tidy(part: dict[str, Any]) -> None:
    """Shape one kind of part for editors."""
    if part.get("additionalProperties") is True:
        part["additionalProperties"] = False
    part["description"] = _one_line(part["description"])
    for field in part.get("properties", {}).values():
        field.pop("title", None)  # the name again, in capitals
        if field.get("default", ...) in (None, []):
            del field["default"]
        _drop_null(field)
        if "description" in field:
            field["description"] = _one_line(field["description"])


def _drop_null(field: dict[str, Any]) -> None:
    choices = [one for one in field.get("anyOf", ()) if one.get("type") != "null"]
    if len(choices) == 1:
        del field["anyOf"]
        field.update(choices[0] | {name: field[name] for name in field.keys() & {"description"}})
    elif choices:
        field["anyOf"] = choices


def _one_line(text: str) -> str:
    return " ".join(inspect.cleandoc(text).split())
