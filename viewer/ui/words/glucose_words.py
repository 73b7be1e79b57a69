"""Figures about glucose, and why there is none, in words."""

from PySide6.QtCore import QCoreApplication

from viewer.model.figures import Figure, Reported, WhyNot
from viewer.model.glucose import BandLimits
from viewer.model.glucose_course import LowEpisode
from viewer.model.numbering import Counting
from viewer.model.time import Instant
from viewer.model.units import plain_unit
from viewer.ui.words import measure_words
from viewer.ui.words.time_words import when_short

translate = QCoreApplication.translate

PERCENT = "{share}\N{NARROW NO-BREAK SPACE}%"
MINUTES = 1440
MOLAR_BELOW = 20.0
"""Limits lower than this are in mmol/L."""


def why_not_words(why_not: WhyNot) -> str:
    """Say why there is no figure."""
    if why_not is WhyNot.NO_VALUES:
        return translate("Glucose", "no values at a known time of day")
    if why_not is WhyNot.NOT_POSITIVE:
        return translate("Glucose", "the mean is not above zero")
    return measure_words.why_not_words(why_not)


def percent(share: float) -> str:
    """Write a share in per cent with one decimal place; none is told as none only where it is."""
    if 0 < share < 0.05:
        return translate("Glucose", "< {share}").format(share=PERCENT.format(share="0.1"))
    if 99.95 <= share < 100:
        return translate("Glucose", "> {share}").format(share=PERCENT.format(share="99.9"))
    return PERCENT.format(share=f"{share:.1f}")


def figure_words(figure: Figure, unit: str) -> str:
    """Write a mean or a deviation with its unit, or why there is none."""
    if isinstance(figure, WhyNot):
        return why_not_words(figure)
    places = 2 if plain_unit(unit) == "mmol/l" else 1
    return f"{figure:.{places}f} {unit}"


def share_words(figure: Figure, places: int = 1) -> str:
    """Write a figure in per cent, or why there is none."""
    if isinstance(figure, WhyNot):
        return why_not_words(figure)
    return PERCENT.format(share=f"{figure:.{places}f}")


def band_names(limits: BandLimits) -> tuple[str, str, str, str, str]:
    """Name the five bands by their limits, from low to high, in the unit of measurement."""
    step = _step(limits)
    level_2, level_1, high, very_high = (limit_text(limit, limits) for limit in limits)
    last_low = limit_text(limits.level_1 - step, limits)
    first_high = limit_text(limits.high + step, limits)
    between = "{low}–{high}"
    return (
        translate("Glucose", "below {limit}: level 2").format(limit=level_2),
        translate("Glucose", "{range}: level 1").format(
            range=between.format(low=level_2, high=last_low)
        ),
        between.format(low=level_1, high=high),
        between.format(low=first_high, high=very_high),
        translate("Glucose", "above {limit}").format(limit=very_high),
    )


def limit_text(limit: float, limits: BandLimits) -> str:
    """Write a limit as finely as its unit is told: 54 mg/dL, 3.0 mmol/L."""
    return f"{limit:.0f}" if _step(limits) == 1 else f"{limit:.1f}"


def _step(limits: BandLimits) -> float:
    return 1.0 if limits.level_1 > MOLAR_BELOW else 0.1


def moment_words(day: float, counting: Counting, language: str) -> str:
    """Name a moment by its day and minute."""
    return when_short(Instant.model_construct(day=day, precision="minute"), counting, language)


def length_words(days: float) -> str:
    """Name a length of time to the minute: "1 h 35 min", "2 d 3 h"."""
    minutes = round(days * MINUTES)
    whole, rest = divmod(minutes, MINUTES)
    hours, minutes = divmod(rest, 60)
    said = (
        (whole, translate("Glucose", "{count} d")),
        (hours, translate("Glucose", "{count} h")),
        (minutes, translate("Glucose", "{count} min")),
    )
    words = [text.format(count=count) for count, text in said if count]
    return " ".join(words[:2]) or said[2][1].format(count=0)


def reported_words(found: Reported, unit: str) -> str:
    """Write the lowest value of an episode as it may be told."""
    words = measure_words.reported_words(found)
    return words if found.value is None else f"{words} {unit}"


def ends_words(episode: LowEpisode) -> str:
    """Say which end of an episode no value shows."""
    whole = episode.whole
    if whole.is_start_seen and whole.is_end_seen:
        return translate("Glucose", "both seen")
    if whole.is_end_seen:
        return translate("Glucose", "start not seen")
    if whole.is_start_seen:
        return translate("Glucose", "end not seen")
    return translate("Glucose", "neither seen")
