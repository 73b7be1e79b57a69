"""An annotation in the shape of the W3C Web Annotation model, and back.

What that model has no word for (a day, a plot's box, a reviewer's own event) stands in terms of our
own, prefixed "dayline:". Source: https://www.w3.org/TR/annotation-model/
"""

from typing import Any, Final

from viewer.model.annotation import Content, OnAnnotation

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
}
_PARTS: Final = ("outcome", "event", "value")


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
            bodies.append({"type": OURS + name} | given)
    if content.second_day is not None:
        bodies.append({"type": "dayline:measure", "end": content.second_day})
    return bodies


def _textual(purpose: str, value: str) -> dict[str, Any]:
    return {"type": "TextualBody", "purpose": purpose, "value": value}


def _target(content: Content, case: str) -> dict[str, Any]:
    target = content.target
    if isinstance(target, OnAnnotation):
        return {"source": ANNOTATION_URN + target.annotation}
    selector = target.model_dump(mode="json")
    return {
        "source": CASE_URN + case,
        "selector": selector | {"type": OURS + selector["type"]},
    }


def from_web(shaped: dict[str, Any]) -> Content:
    """Give the content that a web annotation says.

    A plain one of another program, with a text and a target of ours, is a note. Raises ValueError
    where there is no place of ours in it, or more than one body of ours of a kind.
    """
    bodies = shaped.get("body", [])
    bodies = bodies if isinstance(bodies, list) else [bodies]
    content: dict[str, Any] = {"kind": shaped.get("dayline:kind", "note"), "tags": []}
    for body in bodies:
        _take_body(content, {"value": body} if isinstance(body, str) else dict(body))
    content["target"] = _place(shaped.get("target"))
    if "dayline:known_from" in shaped:
        content["known_from"] = shaped["dayline:known_from"]
    return Content.model_validate(content)


def _take_body(content: dict[str, Any], body: dict[str, Any]) -> None:
    type_ = body.pop("type", "TextualBody")
    purpose = body.get("purpose")
    if type_ == "TextualBody" and purpose == "tagging":
        content["tags"].append(body.get("value"))
    elif type_ == "TextualBody" and purpose == "assessing":
        content["mark"] = body.get("value")
    elif type_ == "TextualBody":
        texts = [content["text"]] if "text" in content else []
        content["text"] = "\n\n".join([*texts, str(body.get("value", ""))])
    elif type_ == "dayline:measure":
        content["second_day"] = body.get("end")
    elif isinstance(type_, str) and type_.removeprefix(OURS) in _PARTS:
        content[type_.removeprefix(OURS)] = body
    else:
        raise ValueError(f"a body of the type {type_}")


def _place(target: object) -> dict[str, Any]:
    """Give the place that a target names in terms of ours."""
    given = target[0] if isinstance(target, list) and len(target) == 1 else target
    if isinstance(given, str):
        given = {"source": given}
    if not isinstance(given, dict):
        raise ValueError("no single target")
    source, selector = given.get("source"), given.get("selector")
    if isinstance(source, str) and source.startswith(ANNOTATION_URN):
        return {"type": "Annotation", "annotation": source.removeprefix(ANNOTATION_URN)}
    if not isinstance(source, str) or not source.startswith(CASE_URN):
        raise ValueError("a target that is no case")
    if not isinstance(selector, dict):
        return {"type": "Case"}
    return selector | {"type": str(selector.get("type")).removeprefix(OURS)}


def case_of(shaped: dict[str, Any]) -> str | None:
    """Give the id of the case that a web annotation is about; None where its target is none."""
    target = shaped.get("target")
    given = target[0] if isinstance(target, list) and target else target
    source = given.get("source") if isinstance(given, dict) else given
    is_case = isinstance(source, str) and source.startswith(CASE_URN)
    return str(source).removeprefix(CASE_URN) if is_case else None
