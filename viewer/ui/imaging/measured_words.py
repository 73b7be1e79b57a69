"""What was measured on a picture, in words; never millimetres where the file has no scale."""

from PySide6.QtCore import QCoreApplication

from viewer.geometry.picture_measuring import pixel_length
from viewer.model.annotation import Measured, PictureShape
from viewer.model.pictures import Frame
from viewer.ui.words.numbers import number

translate = QCoreApplication.translate


def measured_lines(measured: Measured, shape: PictureShape, frame: Frame) -> list[str]:
    """Say what was measured, a line for each kind of value."""
    lines = []
    if measured.length_mm is not None:
        words = translate("Picture", "{length} mm").format(length=_tenths(measured.length_mm))
        lines.append(words + _where(frame))
    elif shape.kind == "line":
        words = translate("Picture", "no scale: {length} px")
        lines.append(words.format(length=_tenths(pixel_length(shape))))
    if measured.angle_deg is not None:
        lines.append(translate("Picture", "{angle}°").format(angle=_tenths(measured.angle_deg)))
    if measured.area_mm2 is not None:
        words = translate("Picture", "{area} mm²").format(area=_tenths(measured.area_mm2))
        lines.append(words + _where(frame))
    if measured.mean is not None:
        lines.append(_mean(measured))
    if measured.lesion is not None:
        lines[:1] = [" · ".join([_lesion(measured), *lines[:1]])]
    if not lines and shape.kind in ("ellipse", "polygon", "box"):
        lines.append(translate("Picture", "no scale"))
    return lines


def _lesion(measured: Measured) -> str:
    name = measured.lesion or ""
    if not measured.is_node:
        return name
    return translate("Picture", "{name}, lymph node").format(name=name)


def _where(frame: Frame) -> str:
    """Say where a length holds that is none in the patient."""
    size = frame.pixel_size
    if size is not None and size.kind == "detector":
        return " " + translate("Picture", "at the detector")
    return ""


def _mean(measured: Measured) -> str:
    unit = f" {measured.unit}" if measured.unit else ""
    mean = _tenths(measured.mean or 0.0)
    if measured.sd is None:
        return mean + unit
    words = translate("Picture", "{mean} ± {sd}").format(mean=mean, sd=_tenths(measured.sd))
    return words + unit


def _tenths(value: float) -> str:
    return number(round(value, 1)) if abs(value) >= 0.1 else number(float(f"{value:.2g}"))
