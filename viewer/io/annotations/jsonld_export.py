"""Annotations as W3C Web Annotation JSON-LD, for programs.

Source: https://www.w3.org/TR/annotation-model/ (a collection with its one page in it)
"""

import json
from typing import Any, Final

from viewer.io.annotations.web_shape import ANNOTATION_URN, AUTHOR_URN, OURS, to_web
from viewer.model.annotation import Author
from viewer.model.annotation_set import Annotation, AnnotationSet
from viewer.model.case import Case
from viewer.model.going_out import content_going_out

W3C_CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"
_TERMS: Final = "urn:dayline:terms:"
_TYPES: Final = (
    *("Part", "Day", "Period", "Point", "Box", "Case"),
    *("outcome", "event", "value", "measure", "study"),
)
_PICTURED: Final = ("Image", "Slide", "measured")
"""Inside them words keep the meaning that the web's model gives them."""


def jsonld(annotations: AnnotationSet, case: Case) -> bytes:
    """Give the annotations of a disclosed case as a collection, in UTF-8.

    Deleted ones, tombstones and what an annotation said before are not in it, nor where on its
    author's computer the pictures of an added study lie.
    """
    items = [_item(one, annotations.authors[one.author], case.id) for one in annotations.shown]
    name = f"urn:dayline:annotations:{case.id}"
    page = {"id": f"{name}:1", "type": "AnnotationPage", "partOf": name, "startIndex": 0}
    collection = {
        "@context": [W3C_CONTEXT, _own_context()],
        "id": name,
        "type": "AnnotationCollection",
        "total": len(items),
        "first": page | {"items": items},
    }
    text = json.dumps(collection, ensure_ascii=False, allow_nan=False, indent=1)
    return text.encode("utf-8") + b"\n"


def _item(one: Annotation, author: Author, case: str) -> dict[str, Any]:
    assert one.content is not None  # those that are shown say something
    creator = {"id": AUTHOR_URN + author.id, "type": "Person", "name": author.name}
    return {
        "id": ANNOTATION_URN + one.id,
        "type": "Annotation",
        "creator": creator,
        "created": one.created,
        "modified": one.changed,
    } | to_web(content_going_out(one.content), case)


def _own_context() -> dict[str, Any]:
    """Give our terms: names inside a part of ours mean ours there, whatever they mean elsewhere."""
    inside = {name: OURS + name for name in ("start", "end", "value", "text")}
    own = {"@vocab": _TERMS, "@propagate": True} | inside
    points = {"@id": f"{OURS}points", "@container": "@list"}
    pictured = {"@vocab": _TERMS, "@propagate": True, "points": points}
    types = {
        OURS + name: {"@id": OURS + name, "@context": context}
        for names, context in ((_TYPES, own), (_PICTURED, pictured))
        for name in names
    }
    return {"@version": 1.1, "dayline": _TERMS} | types
