"""What was measured on a picture, in words, for lists, labels and exports alike.

The texts are translated by whoever says them, in the context "AnnotationExport".
"""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from viewer.model.annotation import Content, Measured, OnImage, OnSlide, ShapeKind
from viewer.model.problem_texts import QT_TRANSLATE_NOOP

Say = Callable[[str], str]
"""Gives a text of this module in the person's language."""

SHAPES: Final[Mapping[ShapeKind, str]] = MappingProxyType(
    {
        "point": QT_TRANSLATE_NOOP("AnnotationExport", "Point"),
        "line": QT_TRANSLATE_NOOP("AnnotationExport", "Line"),
        "angle": QT_TRANSLATE_NOOP("AnnotationExport", "Angle"),
        "box": QT_TRANSLATE_NOOP("AnnotationExport", "Rectangle"),
        "ellipse": QT_TRANSLATE_NOOP("AnnotationExport", "Ellipse"),
        "polygon": QT_TRANSLATE_NOOP("AnnotationExport", "Polygon"),
    }
)
LENGTH: Final = QT_TRANSLATE_NOOP("AnnotationExport", "Length {number} mm")
ANGLE: Final = QT_TRANSLATE_NOOP("AnnotationExport", "Angle {number}°")
AREA: Final = QT_TRANSLATE_NOOP("AnnotationExport", "{shape} {number} mm²")
MEAN: Final = QT_TRANSLATE_NOOP("AnnotationExport", "mean {number}")
SD: Final = QT_TRANSLATE_NOOP("AnnotationExport", "SD {number}")
LESION: Final = QT_TRANSLATE_NOOP("AnnotationExport", "diameter of lesion {name}")
NODE: Final = QT_TRANSLATE_NOOP("AnnotationExport", "short axis of lymph node {name}")
ON_PICTURE: Final = QT_TRANSLATE_NOOP("AnnotationExport", "on a picture")
AT_DETECTOR: Final = QT_TRANSLATE_NOOP("AnnotationExport", "at the detector")
NOT_MEASURED: Final = QT_TRANSLATE_NOOP("AnnotationExport", "{shape}, size not known")
_MINUS = "\N{MINUS SIGN}"
_HOUNSFIELD = "HU"
_WHOLE_FROM = 100
"""Areas from this on are told without a fraction (mm²)."""


def measured_words(content: Content, say: Say) -> tuple[str, ...]:
    """Say what was measured, its main number first: "Ellipse 312 mm²", "mean 48 HU", "SD 12".

    What was not measured, or could not be, is not told; nothing where nothing was drawn.
    """
    measured, target = content.measured, content.target
    shape = target.shape if isinstance(target, OnImage | OnSlide) else None
    if measured is None:
        return ()
    drawn = say(ON_PICTURE) if shape is None else say(SHAPES[shape.kind])
    return (_main(measured, drawn, say), *_more(measured, say))


def _main(measured: Measured, drawn: str, say: Say) -> str:
    if measured.area_mm2 is not None:
        decimals = 0 if measured.area_mm2 >= _WHOLE_FROM else 1
        return say(AREA).format(shape=drawn, number=_fixed(measured.area_mm2, decimals))
    if measured.length_mm is not None:
        return say(LENGTH).format(number=_fixed(measured.length_mm, 1))
    if measured.angle_deg is not None:
        return say(ANGLE).format(number=_fixed(measured.angle_deg, 1))
    is_point = measured.mean is not None or drawn == say(SHAPES["point"])
    return drawn if is_point else say(NOT_MEASURED).format(shape=drawn)


def _more(measured: Measured, say: Say) -> Iterator[str]:
    if measured.is_at_detector:
        yield say(AT_DETECTOR)
    if measured.mean is not None:
        mean = f"{_value(measured.mean, measured.unit)} {measured.unit or ''}".rstrip()
        yield say(MEAN).format(number=mean)
    if measured.sd is not None:
        yield say(SD).format(number=_value(measured.sd, measured.unit))
    if measured.lesion is not None:
        yield say(NODE if measured.is_node else LESION).format(name=measured.lesion)


def _value(value: float, unit: str | None) -> str:
    """Give a statistic of pixel values: Hounsfield units without a fraction."""
    if unit == _HOUNSFIELD or abs(value) >= 1_000:
        return _fixed(value, 0)
    return f"{value + 0.0:.3g}".replace("-", _MINUS)  # adding nothing drops a zero's sign


def _fixed(value: float, decimals: int) -> str:
    text = f"{value:.{decimals}f}"
    return text.removeprefix("-") if not float(text) else text.replace("-", _MINUS)
