"""An annotation in the shape of the W3C Web Annotation model, and back.

What that model has no word for (a day, a plot's box, a reviewer's own event) stands in terms of our
own, prefixed "dayline:". Source: https://www.w3.org/TR/annotation-model/
"""

from typing import Any, Final, get_args

from viewer.io.annotations.web_regions import region, shape_of
from viewer.model.annotation import Content, MarkWord, OnAnnotation, OnImage, OnSlide, PictureShape

CASE_URN: Final = "urn:dayline:case:"
ANNOTATION_URN: Final = "urn:dayline:annotation:"
AUTHOR_URN: Final = "urn:dayline:author:"
OURS: Final = "dayline:"

_MOTIVATIONS: Final = {
    "note": "commenting",
    "mark": "assessing",
    "outcome": "describing",
    "event": "describing",
    "value": "describing",
    "measure": "describing",
    "reply": "replying",
    "resolve": "moderating",
    "reopen": "moderating",
    "scene": "bookmarking",
    "shape": "describing",
    "study": "describing",
}
_PARTS: Final = ("outcome", "event", "value", "scene", "measured", "study")


def to_web(content: Content, case: str) -> dict[str, Any]:
    """Give motivation, body and target of what an annotation on the case with this id says."""
    shaped: dict[str, Any] = {
        "motivation": _MOTIVATIONS[content.kind],
        "dayline:kind": content.kind,
        "body": _bodies(content),
        "target": _target(content, case),
    }
    if content.known_from is not None:
        shaped["dayline:known_from"] = content.known_from
    return shaped


def _bodies(content: Content) -> list[dict[str, Any]]:
    bodies: list[dict[str, Any]] = []
    if content.text:
        purpose = "replying" if content.kind == "reply" else "commenting"
        bodies.append(_textual(purpose, content.text) | {"format": "text/markdown"})
    bodies += [_textual("tagging", tag) for tag in content.tags]
    if content.mark is not None:
        bodies.append(_textual("assessing", content.mark))
    for name in _PARTS:
        part = getattr(content, name)
        if part is not None:
            given = part.model_dump(exclude_defaults=True, mode="json")
            bodies.append(given | {"type": OURS + name})
    if content.second_day is not None:
        bodies.append({"type": "dayline:measure", "end": content.second_day})
    return bodies


def _textual(purpose: str, value: str) -> dict[str, Any]:
    return {"type": "TextualBody", "purpose": purpose, "value": value}


def _target(content: Content, case: str) -> dict[str, Any]:
    target = content.target
    if isinstance(target, OnAnnotation):
        return {"source": ANNOTATION_URN + target.annotation}
    selector = target.model_dump(mode="json", exclude_none=True)
    selector["type"] = OURS + selector["type"]
    if isinstance(target, OnImage | OnSlide) and target.shape is not None:
        # Once more in words of the web's model, for other programs.
        selector["refinedBy"] = region(target.shape)
    return {"source": CASE_URN + case, "selector": selector}


def from_web(shaped: dict[str, Any]) -> Content:
    """Give the content that a web annotation says.

    A plain one of another program, with a text and a target of ours, is a note, or a reply where it
    is about an annotation. Raises ValueError where there is no place of ours in it, or a body that
    is neither a text nor one of ours.
    """
    place = _place(shaped.get("target"))
    kind = shaped.get("dayline:kind", "reply" if place["type"] == "Annotation" else "note")
    content: dict[str, Any] = {"kind": kind, "tags": [], "target": place}
    for body in _given_bodies(shaped):
        if isinstance(body, str):
            _add_text(content, body)
        elif isinstance(body, dict):
            _take_body(content, dict(body))
        else:
            raise ValueError(f"a body that is {type(body).__name__}")
    if "dayline:known_from" in shaped:
        content["known_from"] = shaped["dayline:known_from"]
    return Content.model_validate(content)


def _given_bodies(shaped: dict[str, Any]) -> list[Any]:
    bodies = shaped.get("body", shaped.get("bodyValue"))
    if bodies is None:
        return []
    return bodies if isinstance(bodies, list) else [bodies]


def _take_body(content: dict[str, Any], body: dict[str, Any]) -> None:
    type_ = body.pop("type", "TextualBody")
    if type_ == "TextualBody":
        _take_text(content, body.get("purpose"), body.get("value"))
    elif type_ == "dayline:measure":
        content["second_day"] = body.get("end")
    elif isinstance(type_, str) and type_.startswith(OURS) and type_[len(OURS) :] in _PARTS:
        content[type_[len(OURS) :]] = body
    else:
        raise ValueError(f"a body of the type {type_}")


def _take_text(content: dict[str, Any], purpose: object, value: object) -> None:
    if not isinstance(value, str):
        raise ValueError("a body without a text")
    if purpose == "tagging":
        content["tags"].append(value)
    elif purpose == "assessing" and value in get_args(MarkWord):
        content["mark"] = value
    else:
        _add_text(content, value)


def _add_text(content: dict[str, Any], text: str) -> None:
    content["text"] = f"{content['text']}\n\n{text}" if "text" in content else text


def _place(target: object) -> dict[str, Any]:
    """Give the place that a target names in terms of ours."""
    source, selector = source_of(target)
    if source.startswith(ANNOTATION_URN):
        return {"type": "Annotation", "annotation": source.removeprefix(ANNOTATION_URN)}
    if not source.startswith(CASE_URN):
        raise ValueError("a target that is no case")
    if selector is None:
        return {"type": "Case"}
    type_ = selector.get("type") if isinstance(selector, dict) else selector
    if not isinstance(selector, dict) or not isinstance(type_, str) or not type_.startswith(OURS):
        raise ValueError(f"a selector of the type {type_}")
    return _with_region(selector) | {"type": type_.removeprefix(OURS)}


def _with_region(selector: dict[str, Any]) -> dict[str, Any]:
    """Give a selector with the shape that it is refined by.

    Ours says the shape exactly; where another program has moved the region, that counts.
    """
    if "refinedBy" not in selector:
        return selector
    plain = {name: one for name, one in selector.items() if name != "refinedBy"}
    told = selector["refinedBy"]
    given = plain.get("shape")
    own = None if given is None else PictureShape.model_validate(given)
    if own is not None and region(own) == told:
        return plain
    return plain | {"shape": shape_of(told)}


def source_of(target: object) -> tuple[str, object]:
    """Give what a target names, and the selector of a place in it."""
    given = target[0] if isinstance(target, list) and len(target) == 1 else target
    if isinstance(given, str):
        return given, None
    source = given.get("source", given.get("id")) if isinstance(given, dict) else None
    if not isinstance(given, dict) or not isinstance(source, str):
        raise ValueError("no single target")
    return source, given.get("selector")


def case_of(shaped: dict[str, Any]) -> str | None:
    """Give the id of the case that a web annotation is about; None where its target is none."""
    try:
        source, _ = source_of(shaped.get("target"))
    except ValueError:
        return None
    return source.removeprefix(CASE_URN) if source.startswith(CASE_URN) else None
