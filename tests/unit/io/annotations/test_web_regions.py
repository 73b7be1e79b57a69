"""Shapes as selectors of the web's model: exactly again, as others write them, and refused."""

from __future__ import annotations

import json
import random
from typing import Any
from xml.etree import ElementTree

import pytest

from tests.annotating_making import FIRST, a_measurement, a_note, a_shape, some_shape
from viewer.io.annotations.web_regions import LONGEST, region, shape_of
from viewer.io.annotations.web_shape import from_web, to_web
from viewer.model.annotation import OnImage, OnSlide, PictureShape


def svg(inside: str) -> dict[str, str]:
    return {
        "type": "SvgSelector",
        "value": f'<svg xmlns="http://www.w3.org/2000/svg">{inside}</svg>',
    }


def fragment(value: str) -> dict[str, str]:
    return {"type": "FragmentSelector", "value": value}


@pytest.mark.parametrize(
    ("shape", "selector"),
    [
        (
            a_shape("box", (40, 8), (10, 20)),
            {
                "type": "FragmentSelector",
                "conformsTo": "http://www.w3.org/TR/media-frags/",
                "value": "xywh=pixel:10,8,30,12",
            },
        ),
        (a_shape("box", (1.5, 2), (3, 4)), svg('<rect x="1.5" y="2.0" width="1.5" height="2.0"/>')),
        (a_shape("point", (3, 4.25)), svg('<circle cx="3.0" cy="4.25" r="0.0"/>')),
        (a_shape("line", (1, 2), (3, 4)), svg('<polyline points="1.0,2.0 3.0,4.0"/>')),
        (
            a_shape("angle", (0, 0), (5, 5), (9, 0)),
            svg('<polyline points="0.0,0.0 5.0,5.0 9.0,0.0"/>'),
        ),
        (
            a_shape("ellipse", (9, 4), (1, 8)),
            svg('<ellipse cx="5.0" cy="6.0" rx="4.0" ry="2.0"/>'),
        ),
        (
            a_shape("polygon", (0, 0), (5, 5), (9, 0)),
            svg('<polygon points="0.0,0.0 5.0,5.0 9.0,0.0"/>'),
        ),
    ],
    ids=lambda one: one.kind if isinstance(one, PictureShape) else "",
)
def test_a_shape_is_a_selector_that_others_know(
    shape: PictureShape, selector: dict[str, str]
) -> None:
    assert region(shape) == selector
    again = shape_of(selector)
    assert again.kind == shape.kind
    assert region(again) == selector


@pytest.mark.parametrize("seed", range(20))
def test_any_shape_comes_back_exactly_by_way_of_a_file(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(20):
        shape = some_shape(chance)
        for target in (
            OnImage(study=FIRST, picture="1.2:0", shape=shape),
            OnSlide(report="r", slide="he.svs", shape=shape),
        ):
            content = a_note("seen", target)
            shaped: dict[str, Any] = json.loads(json.dumps(to_web(content, "c")))
            assert from_web(shaped) == content
            refined = shaped["target"]["selector"]["refinedBy"]
            assert refined["type"] in ("SvgSelector", "FragmentSelector")
            if refined["type"] == "SvgSelector":
                ElementTree.fromstring(refined["value"])


def moved(selector: Any) -> PictureShape | None:
    """Give the shape that is read of an annotation whose region another program has changed."""
    shaped: Any = to_web(a_measurement(a_shape("box", (0, 0), (10, 10))), "c")
    shaped["target"]["selector"]["refinedBy"] = selector
    target = from_web(shaped).target
    assert isinstance(target, OnImage)
    return target.shape


def test_a_region_that_another_program_has_moved_counts() -> None:
    assert moved(fragment("xywh=pixel:5,6,7,8")) == a_shape("box", (5, 6), (12, 14))
    assert moved(svg('<circle cx="5" cy="5" r="2"/>')) == a_shape("ellipse", (3, 3), (7, 7))


def test_a_region_alone_is_a_shape() -> None:
    selector = {"type": "dayline:Image", "study": "ct", "picture": "a.png"}
    target = {"source": "urn:dayline:case:c", "selector": selector}
    assert from_web({"body": "x", "target": target}).target == OnImage(study="ct", picture="a.png")
    refined = selector | {"refinedBy": fragment("xywh=1,2,3,4")}
    read = from_web({"body": "x", "target": target | {"selector": refined}})
    shape = a_shape("box", (1, 2), (4, 6))
    assert read == a_note("x", OnImage(study="ct", picture="a.png", shape=shape))


@pytest.mark.parametrize(
    ("inside", "shape"),
    [
        ('<line x1="1" y1="2" x2="3" y2="4.5"/>', a_shape("line", (1, 2), (3, 4.5))),
        ('<line x2="3"/>', a_shape("line", (0, 0), (3, 0))),
        ('<g><rect x="1" y="2" width="3" height="4"/></g>', a_shape("box", (1, 2), (4, 6))),
        ('<polygon points="0 0, 4 0 , 4,4"/>', a_shape("polygon", (0, 0), (4, 0), (4, 4))),
        (
            '<polyline points="0,0 4,0 4,4 0,4"/>',
            a_shape("polygon", (0, 0), (4, 0), (4, 4), (0, 4)),
        ),
        ('<title>x</title><circle cx="2" cy="3"/>', a_shape("point", (2, 3))),
    ],
)
def test_basic_shapes_of_others_are_read(inside: str, shape: PictureShape) -> None:
    assert shape_of(svg(inside)) == shape


BOMB = "<!DOCTYPE svg [<!ENTITY a 'aaaa'>]><svg><line/></svg>"


@pytest.mark.parametrize(
    ("selector", "said"),
    [
        (None, "no text"),
        ("svg", "no text"),
        ({"type": "SvgSelector"}, "no text"),
        ({"type": "SvgSelector", "value": ["<svg/>"]}, "no text"),
        ({"type": "SvgSelector", "value": " " * (LONGEST + 1)}, "no text"),
        ({"type": "TextQuoteSelector", "value": "x"}, "the type TextQuoteSelector"),
        ({"value": "x"}, "the type None"),
        ({"type": "SvgSelector", "value": BOMB}, "document type"),
        ({"type": "SvgSelector", "value": "<svg>"}, "no SVG"),
        ({"type": "SvgSelector", "value": "no SVG at all"}, "no SVG"),
        ({"type": "SvgSelector", "value": "<html><line/></html>"}, "not one basic shape"),
        (svg(""), "not one basic shape"),
        (svg('<path d="M 0 0 L 1 1"/>'), "not one basic shape"),
        (svg("<line/><line/>"), "not one basic shape"),
        (svg('<line x1="10%"/>'), "could not convert"),
        (svg('<line x1="nan"/>'), "finite"),
        (svg('<rect width="1e300"/>'), "less than"),
        (svg('<rect width="-1" height="2"/>'), "without an extent"),
        (svg('<ellipse cx="3" rx="-2"/>'), "without an extent"),
        (svg('<polygon points="1 2 3"/>'), "second number"),
        (svg('<polygon points="1 2 3 4"/>'), "lacks"),
        (svg("<polyline/>"), "at least 1"),
        (fragment("t=10,20"), "no rectangle"),
        (fragment("xywh=percent:1,2,3,4"), "could not convert"),
        (fragment("xywh=1,2,-3,4"), "without an extent"),
        (fragment("xywh=1,2,3"), "no rectangle"),
    ],
)
def test_what_tells_no_shape_is_refused_with_the_reason(selector: Any, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        shape_of(selector)
    with pytest.raises(ValueError, match=said):
        moved(selector)
