"""What was measured on a picture in words: the main number first, and nothing that was not."""

from __future__ import annotations

from typing import Any

import pytest

from tests.annotating_making import a_measurement, a_note, a_shape
from viewer.model.annotation import OnCase, PictureShape
from viewer.model.measured_words import measured_words

LINE = a_shape()
ELLIPSE, ANGLE = a_shape("ellipse"), a_shape("angle", (0, 0), (1, 1), (2, 0))
POINT = a_shape("point", (3, 4))


@pytest.mark.parametrize(
    ("shape", "measured", "said"),
    [
        (LINE, {"length_mm": 23.44}, ["Length 23.4 mm"]),
        (LINE, {}, ["Line, size not known"]),
        (LINE, {"length_mm": 9.0, "is_at_detector": True}, ["Length 9.0 mm", "at the detector"]),
        (LINE, {"length_mm": 20.0, "lesion": "A"}, ["Length 20.0 mm", "diameter of lesion A"]),
        (
            LINE,
            {"length_mm": 9.0, "lesion": "N", "is_node": True},
            ["Length 9.0 mm", "short axis of lymph node N"],
        ),
        (ANGLE, {"angle_deg": 41.26}, ["Angle 41.3°"]),
        (
            ELLIPSE,
            {"area_mm2": 312.4, "mean": 48.3, "sd": 11.8, "unit": "HU"},
            ["Ellipse 312 mm²", "mean 48 HU", "SD 12"],
        ),
        (ELLIPSE, {"area_mm2": 7.26}, ["Ellipse 7.3 mm²"]),
        (
            ELLIPSE,
            {"mean": -1003.6, "sd": 0.0, "unit": "HU"},
            ["Ellipse", "mean −1004 HU", "SD 0"],
        ),
        (ELLIPSE, {"mean": -0.4, "unit": "HU"}, ["Ellipse", "mean 0 HU"]),
        (ELLIPSE, {"mean": 2.3456, "sd": 0.0}, ["Ellipse", "mean 2.35", "SD 0"]),
        (ELLIPSE, {"mean": -0.0}, ["Ellipse", "mean 0"]),
        (ELLIPSE, {"mean": 12345.6}, ["Ellipse", "mean 12346"]),
        (ELLIPSE, {"mean": -2.5, "unit": "SUV"}, ["Ellipse", "mean −2.5 SUV"]),
        (POINT, {}, ["Point"]),
        (POINT, {"mean": 60.0, "unit": "HU"}, ["Point", "mean 60 HU"]),
    ],
)
def test_what_was_measured_is_said_in_its_unit(
    shape: PictureShape, measured: dict[str, Any], said: list[str]
) -> None:
    content = a_measurement(shape, measured=measured)
    assert list(measured_words(content, str)) == said


def test_words_are_those_of_the_language() -> None:
    japanese = {"Length {number} mm": "長さ {number} mm"}
    content = a_measurement(LINE)
    assert measured_words(content, lambda text: japanese.get(text, text)) == ("長さ 23.4 mm",)


def test_what_measures_nothing_says_nothing() -> None:
    assert measured_words(a_note(), str) == ()


def test_a_measurement_without_a_shape_is_told_all_the_same() -> None:
    content = a_note("", OnCase(), kind="shape", measured={"mean": 3.0})
    assert measured_words(content, str) == ("on a picture", "mean 3")
