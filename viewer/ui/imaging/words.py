"""What is said on a picture: its place, greys and values, and what must be known of it."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF

from viewer.geometry.picture_place import PicturePlace
from viewer.geometry.planes import edge_letters
from viewer.model.pictures import Frame, GreyWindow, PictureSeries, Pixels
from viewer.ui.imaging.acts import BY_NAME
from viewer.ui.imaging.overlay import Overlay
from viewer.ui.imaging.texts import Words
from viewer.ui.imaging.windows import preset_of, window_words
from viewer.ui.words.joining import in_line
from viewer.ui.words.numbers import number
from viewer.ui.words.problem_words import problem_text

if TYPE_CHECKING:
    from viewer.ui.imaging.view import ImageView

translate = QCoreApplication.translate


@dataclass(frozen=True)
class PictureWords:
    """What the case says of a series."""

    title: str = ""
    is_synthetic: bool = False
    instead: str = ""
    """What is said where there is no series to show."""


def overlay_of(view: ImageView, pointer: QPointF | None) -> Overlay:
    """Give all words on the picture that a view shows."""
    frame, place, pictures = view.frame, view.place, view.pictures
    assert frame is not None  # there are no words on no picture
    assert place is not None
    assert pictures is not None
    message = message_of(view)
    bottom = [Words(slice_words(frame, view.view.frame, view.count))]
    if view.window_shown is not None:
        bottom.append(Words(_window_words(view, view.window_shown)))
    if pointer is not None and view.pixels is not None:
        bottom.insert(0, Words(value_words(frame, view.pixels, place, pointer)))
    return Overlay(
        tuple(_top(view, pictures.series)), tuple(bottom), _letters(view, frame), message
    )


def message_of(view: ImageView) -> str:
    """Say why there is no picture yet, or none at all; empty where it is there."""
    pictures, index = view.pictures, view.view.frame
    if pictures is None or view.pixels is not None:
        return ""
    problem = pictures.problem(index)
    return translate("Picture", "Loading…") if problem is None else problem_text(problem)


def _top(view: ImageView, series: PictureSeries) -> list[Words]:
    words = view.words
    lines = [Words(words.title, "strong")]
    if words.is_synthetic:
        lines.append(Words(translate("Picture", "Synthetic: no patient’s picture"), "small", True))
    if view.view.is_flipped:
        lines.append(Words(translate("Picture", "Left and right exchanged"), "small", True))
    if view.view.is_inverted:
        lines.append(Words(translate("Picture", "Inverted")))
    # What to do about them stands in "About this picture": there is little room here.
    short = [replace(remark, remedy="", effect="") for remark in series.remarks]
    return lines + [Words(problem_text(remark), "small", True) for remark in short]


def slice_words(frame: Frame, index: int, count: int) -> str:
    """Say where a picture lies in its series: "−123.5 mm · 14 / 28"."""
    parts = []
    if frame.position_mm is not None:
        place = translate("Picture", "{length} mm")
        parts.append(place.format(length=number(round(frame.position_mm, 1))))
    if count > 1:
        place = translate("Picture", "{number} / {count}")
        parts.append(place.format(number=index + 1, count=count))
    return " · ".join(parts)


def _window_words(view: ImageView, window: GreyWindow) -> str:
    name, chosen = window.name, preset_of(view.view.window)
    if chosen and chosen != "window_own":
        name = BY_NAME[chosen].words
    return window_words(window, name)


def value_words(frame: Frame, pixels: Pixels, place: PicturePlace, pointer: QPointF) -> str:
    """Say which pixel is under the pointer, and its value where it is a measured one."""
    at = place.pixel_at((pointer.x(), pointer.y()))
    if at is None:
        return ""
    words = translate("Picture", "{x}, {y}").format(x=at[0], y=at[1])
    value = value_at(pixels, *at)
    return words if value is None else f"{words} · {with_unit(value, frame.unit)}"


def value_at(pixels: Pixels, column: int, row: int) -> float | None:
    """Give the measured value of a pixel; None of a colour, and where nothing was measured."""
    if pixels.is_colour or row >= pixels.values.shape[0] or column >= pixels.values.shape[1]:
        return None
    value = float(pixels.values[row, column])
    return None if math.isnan(value) or value == pixels.padding else value


def with_unit(value: float, unit: str) -> str:
    """Write a value as it is measured, with its unit where the file says it."""
    text = number(value) if value.is_integer() else number(float(f"{value:.4g}"))
    return f"{text} {unit}" if unit else text


def _letters(view: ImageView, frame: Frame) -> tuple[str, str, str, str]:
    """Give what lies at the left, right, upper and lower edge as the picture is drawn."""
    if frame.plane is None:
        return ("", "", "", "")
    found = edge_letters(frame.plane)
    left, right = (found.right, found.left) if view.view.is_flipped else (found.left, found.right)
    return left, right, found.top, found.bottom


def accessible_words(view: ImageView) -> str:
    """Say to a screen reader what is shown."""
    frame, pictures = view.frame, view.pictures
    if frame is None or pictures is None:
        return view.words.instead
    parts = [view.words.title, slice_words(frame, view.view.frame, view.count), message_of(view)]
    parts += [words.text for words in _top(view, pictures.series)[1:]]
    return in_line(tuple(part for part in parts if part))
