"""How a measured value and its limits are said: as reported, with the unit."""

import math

from PySide6.QtCore import QCoreApplication

from viewer.geometry.pyramid import extent
from viewer.geometry.value_scale import LEAST_MULTIPLE, counts_multiples
from viewer.model.plot_choices import PlotChoices
from viewer.model.series import Measurement, ReferenceInterval, Series
from viewer.model.units import Conversion, conversion
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


def way_shown(series: Series, choices: PlotChoices) -> Conversion | None:
    """Give the way to the unit that was chosen for a series; None for the reported one."""
    if not choices.is_converted(series.analyte):
        return None
    return conversion(series.analyte, series.unit)


def unit_shown(series: Series, way: Conversion | None) -> str:
    """Give the unit of an axis, with the factor where it is not the reported one."""
    return series.unit if way is None else f"{way.unit} ({way.factor_text})"


def converted_text(point: Measurement, way: Conversion | None) -> str:
    """Give a value in another unit: "3.00 mmol/L"; empty where it is no number or too large."""
    if way is None or point.value is None or not math.isfinite(way.apply(point.value)):
        return ""
    value = way.text(point.value)
    return f"{SIGNS[point.comparator]} {value}" if point.comparator else value


def converted_aside(point: Measurement, way: Conversion | None) -> str:
    """Give the converted value as it stands after the reported one: "= 3.00 mmol/L"."""
    other = converted_text(point, way)
    if not other:
        return ""
    return f"({other})" if point.comparator else f"= {other}"


def converted_sentence(
    point: Measurement, series: Series, way: Conversion | None, language: str
) -> str:
    """Say a value as reported, then in the other unit with the factor; empty where there is none.

    "67.5 µU/mL as reported; 405 pmol/L, × 6.00, approximate".
    """
    converted = converted_text(point, way)
    if way is None or not converted:
        return ""
    words = translate("Values", "{value} as reported; {converted}, {factor}")
    value = value_with_unit(point, series, language)
    return words.format(value=value, converted=converted, factor=factor_text(way))


def factor_text(way: Conversion) -> str:
    """Name a factor, and that it is approximate where it is."""
    if not way.is_approximate:
        return way.factor_text
    return in_line((way.factor_text, translate("Values", "approximate")))


def limits_text(reference: ReferenceInterval, way: Conversion | None = None) -> str:
    """Give the limits alone, in another unit where there is a way: "1.7–10.4", "≤ 16.3", "< 37"."""

    def said(limit: float) -> str:
        return number(limit) if way is None else way.number_text(limit)

    if reference.low is not None and reference.high is not None:
        return f"{said(reference.low)}–{said(reference.high)}"
    if reference.high is not None:
        return f"{'<' if reference.high_is_outside else '≤'} {said(reference.high)}"
    return f"≥ {said(reference.low or 0)}"


def reference_text(
    reference: ReferenceInterval, language: str, way: Conversion | None = None
) -> str:
    """Give the limits with the laboratory whose they are."""
    limits = limits_text(reference, way)
    if way is not None:
        limits = f"{limits} {way.unit}"
    return in_line((limits, reference.laboratory.pick(language)))


def reference_sentence(
    reference: ReferenceInterval, series: Series, language: str, way: Conversion | None = None
) -> str:
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
    unit = series.unit
    if way is not None:
        unit = f"{unit} = {limits_text(reference, way)} {way.unit}"
    return words.format(
        limits=limits_text(reference), unit=unit, laboratory=reference.laboratory.pick(language)
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
