"""How a measured value and its limits are said: as reported, with the unit."""

import math

from PySide6.QtCore import QCoreApplication

from viewer.geometry.pyramid import extent
from viewer.geometry.value_scale import LEAST_MULTIPLE, counts_multiples
from viewer.model.series import Measurement, ReferenceInterval, Series
from viewer.ui.words.joining import in_line
from viewer.ui.words.numbers import number

translate = QCoreApplication.translate

SIGNS = {"<": "<", "<=": "≤", ">": ">", ">=": "≥"}


def value_text(point: Measurement, language: str) -> str:
    """Give the value as the source prints it: "54", "< 5", or a word such as "Low"."""
    if point.printed is not None:
        return point.printed
    if point.value is None:
        return point.word.pick(language) if point.word is not None else ""
    value = number(point.value)
    return f"{SIGNS[point.comparator]} {value}" if point.comparator else value


def value_with_unit(point: Measurement, series: Series, language: str) -> str:
    """Give the value with the unit it was reported in."""
    value = value_text(point, language)
    return value if point.value is None else f"{value} {series.unit}"


def limits_text(reference: ReferenceInterval) -> str:
    """Give the limits alone: "1.7–10.4", "≤ 16.3", "< 37" or "≥ 5"."""
    if reference.low is not None and reference.high is not None:
        return f"{number(reference.low)}–{number(reference.high)}"
    if reference.high is not None:
        return f"{'<' if reference.high_is_outside else '≤'} {number(reference.high)}"
    return f"≥ {number(reference.low or 0)}"


def reference_text(reference: ReferenceInterval, language: str) -> str:
    """Give the limits with the laboratory whose they are."""
    return in_line((limits_text(reference), reference.laboratory.pick(language)))


def reference_sentence(reference: ReferenceInterval, series: Series, language: str) -> str:
    """Say whose limits they are, and that they are borrowed where they are."""
    words = (
        translate("Values", "Reference interval {limits} {unit} ({laboratory})")
        if reference.is_own
        else translate(
            "Values",
            "Reference interval {limits} {unit}, borrowed from {laboratory}; "
            "not the laboratory that measured the value",
        )
    )
    return words.format(
        limits=limits_text(reference),
        unit=series.unit,
        laboratory=reference.laboratory.pick(language),
    )


def highest_value(series: Series) -> float:
    """Give the highest number of a series; minus infinity where it has none."""
    values = [p.value for p in series.points if p.value is not None]
    if series.sampled is not None:
        values.append(extent(series.sampled)[1])
    return max(values, default=-math.inf)


def multiple_text(
    value: float, reference: ReferenceInterval, highest: float, *, is_long: bool = False
) -> str:
    """Give a value as a multiple of its upper limit; empty where it is not to be read as one.

    `highest` is the highest value of the series. There is more room where it `is_long`.
    """
    if not reference.high or not counts_multiples(reference.low, reference.high, highest):
        return ""
    times = value / reference.high
    if times < LEAST_MULTIPLE:
        return ""
    words = (
        translate("Values", "{times} × upper limit")
        if is_long
        else translate("Values", "{times} × limit")
    )
    return words.format(times=f"{times:.1f}" if times >= 0.995 else f"{times:.2g}")
