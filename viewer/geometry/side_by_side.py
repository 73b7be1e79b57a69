"""Showing the same place of the patient in two series: which picture, how large, and where."""

from dataclasses import replace
from typing import Literal, NamedTuple

from viewer.geometry.planes import (
    are_parallel,
    distance,
    nearest,
    normal,
    patient_point,
    pixel_point,
)
from viewer.model.picture_view import PictureView, Place, show_frame
from viewer.model.pictures import Frame, PictureSeries, PixelSize, Plane, Vector

Rule = Literal["place", "table", "share"]
"""What series are put side by side by: places of one frame of reference; places along the table,
which another examination may have begun elsewhere; or the share of the way through both."""


class Alignment(NamedTuple):
    """How two series are put side by side."""

    rule: Rule
    shift_mm: float = 0.0
    """How much further along the normal the second one is looked at, as the person set it."""


class Located(NamedTuple):
    """A picture that says where it lies."""

    plane: Plane
    size: PixelSize


def rule_of(first: PictureSeries, second: PictureSeries) -> Rule:
    """Give what two series can be put side by side by."""
    one, other = _some(first), _some(second)
    if one is None or other is None or not are_parallel(one.plane, other.plane):
        return "share"
    same = first.frame_of_reference
    return "place" if same and same == second.frame_of_reference else "table"


def matched(
    view: PictureView,
    first: PictureSeries,
    second: PictureSeries,
    alignment: Alignment,
    middle: tuple[float, Place] | None = None,
) -> PictureView:
    """Give the view of the second series that shows what a view of the first shows.

    `middle` are the zoom and the place in the middle that are in force in the first; None for a
    view that fits its room.
    """
    frame = first.frames[view.frame]
    own = _located(frame)
    if alignment.rule == "share" or own is None:
        return _by_share(view, first, second)
    centre = (frame.columns / 2, frame.rows / 2) if middle is None else middle[1]
    point = _shifted(patient_point(own.plane, own.size, centre), own.plane, alignment.shift_mm)
    index = nearest(second.frames, point)
    if index is None:
        return _by_share(view, first, second)
    found = replace(view, frame=index)
    other = _located(second.frames[index])
    if middle is None or other is None:
        return replace(found, zoom=None, centre=None)
    zoom = middle[0] * _finer(other.size) / _finer(own.size)
    return replace(found, zoom=zoom, centre=pixel_point(other.plane, other.size, point))


def shift_between(
    first: PictureSeries, at: int, second: PictureSeries, other_at: int
) -> float | None:
    """Give how much further the second is looked at than the first (mm); None without places."""
    own, other = _located(first.frames[at]), _located(second.frames[other_at])
    if own is None or other is None or not are_parallel(own.plane, other.plane):
        return None
    return distance(own.plane, other.plane.position)


def off_mm(
    first: PictureSeries, at: int, second: PictureSeries, other_at: int, shift_mm: float = 0.0
) -> float | None:
    """Give how far the second picture lies from where the first is (mm), the shift apart."""
    apart = shift_between(first, at, second, other_at)
    return None if apart is None else apart - shift_mm


def _by_share(view: PictureView, first: PictureSeries, second: PictureSeries) -> PictureView:
    steps, others = len(first.frames) - 1, len(second.frames) - 1
    share = view.frame / steps if steps else 0.5
    found = show_frame(view, round(share * others), len(second.frames))
    return replace(found, zoom=None, centre=None)


def _located(frame: Frame) -> Located | None:
    if frame.plane is None or frame.pixel_size is None:
        return None
    return Located(frame.plane, frame.pixel_size)


def _some(series: PictureSeries) -> Located | None:
    return next((found for f in series.frames if (found := _located(f)) is not None), None)


def _shifted(point: Vector, plane: Plane, by_mm: float) -> Vector:
    along = normal(plane)
    x, y, z = (at + by_mm * step for at, step in zip(point, along, strict=True))
    return (x, y, z)


def _finer(size: PixelSize) -> float:
    return min(size.x_mm, size.y_mm)
