"""What is said on the pictures of a series: what a reader must know before trusting them."""

from collections.abc import Sequence

from viewer.geometry import planes
from viewer.io.pictures.headers import Found
from viewer.model import picture_texts as texts
from viewer.model.problem import Problem

_LEAST_TILT = 0.5
"""A gantry that leans less is called upright (degrees)."""

_SLICED = frozenset(("CT", "MR", "PT", "RTDOSE"))
"""Modalities whose pictures should say where they lie."""


def remark(message: str, remedy: str, **values: str) -> Problem:
    """Give a remark of `picture_texts`."""
    return Problem("warning", message, remedy, values)


def remarks(ordered: Sequence[Found], kind: str) -> tuple[Problem, ...]:
    """Give what is said on the pictures of one series, which are in their order."""
    frames = [one.frame for one in ordered]
    said: list[Problem] = []
    if kind == "stack":
        said.extend(_about_places(ordered))
    elif kind == "loose" and ordered[0].series.modality in _SLICED:
        is_placed = all(frame.plane is not None for frame in frames)
        message = texts.TURNING if is_placed else texts.NO_PLACE
        said.append(remark(message, texts.ONE_OF_THEM))
    if any(frame.pixel_size is None for frame in frames):
        said.append(remark(texts.NO_PIXEL_SIZE, texts.NOT_MEASURED))
    elif any(frame.pixel_size and frame.pixel_size.kind == "detector" for frame in frames):
        said.append(remark(texts.PROJECTED, texts.MEASURE_WITH_CARE))
    if any(one.has_bad_window for one in ordered):
        said.append(remark(texts.BAD_WINDOW, texts.WINDOW_OF_VALUES))
    return tuple(said)


def _about_places(ordered: Sequence[Found]) -> list[Problem]:
    said: list[Problem] = []
    gaps = planes.gaps([one.frame for one in ordered])
    apart = [gap for gap in gaps if gap > planes.SAME_PLACE_MM]
    doubles = len(gaps) - len(apart)
    if not gaps:
        said.append(remark(texts.SINGLE, texts.ASK_FOR_ALL))
    elif not apart:
        said.append(remark(texts.SAME_PLACE, texts.ONE_OF_THEM, count=str(len(ordered))))
    elif doubles:
        said.append(remark(texts.DUPLICATES, texts.ONE_OF_THEM, count=str(doubles)))
    if apart and planes.even_spacing(apart) is None:
        span = {"least": f"{min(apart):.4g}", "most": f"{max(apart):.4g}"}
        said.append(remark(texts.UNEVEN, texts.NOTHING_RESAMPLED, **span))
    tilt = max(abs(ordered[0].tilt), planes.lean([one.frame for one in ordered]))
    if tilt >= _LEAST_TILT:
        said.append(remark(texts.TILTED, texts.NOTHING_RESAMPLED, degrees=f"{tilt:.3g}"))
    return said
