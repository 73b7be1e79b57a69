"""What the glucose panel says about a stretch: time below range and episodes first."""

from PySide6.QtCore import QCoreApplication

from viewer.model.course import is_dated
from viewer.model.figures import WhyNot
from viewer.model.glucose_course import GlucoseTold
from viewer.model.glucose_metrics import Coverage, GlucoseMetrics, TimeShares
from viewer.model.readings import Readings
from viewer.model.series import Series
from viewer.ui.panels.telling import Telling
from viewer.ui.widgets.block import Block, Line
from viewer.ui.widgets.empty import Empty
from viewer.ui.widgets.facts import Fact, Facts
from viewer.ui.widgets.link import Target
from viewer.ui.widgets.share_bar import Share, ShareBar
from viewer.ui.words.glucose_words import (
    band_names,
    figure_words,
    limit_text,
    percent,
    share_words,
    why_not_words,
)
from viewer.ui.words.joining import in_line, in_turn, sentences, with_aside
from viewer.ui.words.numbers import number
from viewer.ui.words.value_words import value_text

translate = QCoreApplication.translate

MOST_LISTED = 8
"""So many single values are listed; the table of values has them all."""
BAND_ROLES = ("level_2_edge", "level_1_edge", "reference", "rule", "rule_strong")


def no_glucose() -> tuple[Block, ...]:
    """Say that the case has no glucose values."""
    return (Empty(translate("Glucose", "This case has no glucose values.")),)


def metric_blocks(
    telling: Telling, told: GlucoseTold, metrics: GlucoseMetrics
) -> tuple[Block, ...]:
    """Say what the values of a stretch amount to, or why they do not."""
    if not told.course.readings.is_sensor:
        return (*_no_sensor(telling, told.course.series), *_statements(telling, told))
    if len(told.readings) == 0:
        nothing = Empty(translate("Glucose", "No sensor values in these days."))
        return (nothing, *_statements(telling, told))
    return (
        *_shares(metrics.shares, told),
        Facts((*_below(metrics.shares, told), *_range(metrics.shares, told))),
        Facts((*_spread(metrics, told.readings), *_data(metrics, told.readings))),
        Line(_caveat(), role="small", ink="ink_2"),
        *_statements(telling, told),
    )


def _caveat() -> str:
    return translate(
        "Glucose",
        "These measures and their targets were made for diabetes, not for insulinoma: what counts "
        "here is the time below range and the episodes.",
    )


def _no_sensor(telling: Telling, series: Series) -> tuple[Block, ...]:
    """Say what single values there are, and that nothing about time follows from them."""
    dated = sum(is_dated(point) for point in series.points)
    if series.sampled is not None:
        words = translate("Glucose", "{count} dated glucose values, too far apart for a sensor.")
        first = words.format(count=f"{dated + len(series.sampled):,}")
    elif dated == 0:
        first = translate("Glucose", "No dated glucose values, and no sensor.")
    elif dated == 1:
        first = translate("Glucose", "One dated glucose value, and no sensor.")
    else:
        words = translate("Glucose", "{count} dated glucose values, and no sensor.")
        first = words.format(count=f"{dated:,}")
    second = translate(
        "Glucose",
        "Time below range, episodes, mean, SD, CV and GMI need a sensor's series, so none is told.",
    )
    lines: list[Block] = [Line(first, role="strong"), Line(second, ink="ink_2")]
    language = telling.language
    for point in series.points[:MOST_LISTED]:
        value = value_text(point, language)
        words = f"{value} {series.unit}" if point.value is not None else value
        when = telling.time(point.when)
        target = Target("part", point.id or series.id)
        lines.append(Line(words, target=target, notes=(when,)))
    if len(series.points) > MOST_LISTED:
        more = translate("Glucose", "{count} more stand in the table of values.")
        lines.append(Line(more.format(count=len(series.points) - MOST_LISTED), ink="ink_3"))
    return tuple(lines)


def _statements(telling: Telling, told: GlucoseTold) -> tuple[Block, ...]:
    """Give what the source says about glucose without values."""
    series, language = told.course.series, telling.language
    about = [one for one in telling.case.statements if series.id in one.series]
    if not about:
        return ()
    head = Line(translate("Glucose", "What the source states, without values"), role="strong")
    lines = [
        Line(
            f"[{one.text.pick(language)}]",
            target=Target("part", one.id),
            notes=(telling.time(one.when),),
        )
        for one in about
    ]
    return (head, *lines)


def _shares(shares: TimeShares | WhyNot, told: GlucoseTold) -> tuple[Block, ...]:
    limits = told.readings.limits
    if isinstance(shares, WhyNot) or limits is None:
        return ()
    parts = (shares.very_low, shares.low, shares.in_range, shares.high, shares.very_high)
    named = zip(band_names(limits), parts, BAND_ROLES, strict=True)
    name = translate("Glucose", "Share of time, {unit}").format(unit=told.readings.unit)
    return (
        Line(name, role="small", ink="ink_3"),
        ShareBar(tuple(Share(w, percent(part), part, role) for w, part, role in named), name),
    )


def _fact(label: str, *lines: str) -> Fact:
    return Fact(label, tuple(Line(words) for words in lines if words))


def _below(shares: TimeShares | WhyNot, told: GlucoseTold) -> tuple[Fact, ...]:
    limits = told.readings.limits
    if isinstance(shares, WhyNot) or limits is None:
        why = why_not_words(shares) if isinstance(shares, WhyNot) else ""
        return (_fact(translate("Glucose", "Time below range"), why),)
    level_2, level_1 = (limit_text(one, limits) for one in (limits.level_2, limits.level_1))
    label = translate("Glucose", "Below {limit}")
    return (
        _fact(label.format(limit=level_2), percent(shares.very_low)),
        _fact(label.format(limit=level_1), percent(shares.below)),
        _episodes(told, level_1, level_2),
    )


def _episodes(told: GlucoseTold, level_1: str, level_2: str) -> Fact:
    label = translate("Glucose", "Episodes")
    if told.course.why_no_episodes is not None:
        return _fact(label, why_not_words(told.course.why_no_episodes))
    deep = sum(one.level == 2 for one in told.episodes)
    words = translate("Glucose", "{count} below {limit}, of at least 15 min")
    said = [words.format(count=len(told.episodes), limit=level_1)]
    if told.episodes:
        more = translate("Glucose", "{count} of them below {limit} for at least 15 min")
        said.append(more.format(count=deep, limit=level_2))
    return _fact(label, *said)


def _range(shares: TimeShares | WhyNot, told: GlucoseTold) -> tuple[Fact, ...]:
    limits = told.readings.limits
    if isinstance(shares, WhyNot) or limits is None:
        return ()
    low, high = limit_text(limits.level_1, limits), limit_text(limits.high, limits)
    above = translate("Glucose", "Above {limit}")
    return (
        _fact(translate("Glucose", "In range"), f"{percent(shares.in_range)} ({low}–{high})"),
        _fact(above.format(limit=high), percent(shares.above)),
    )


def _spread(metrics: GlucoseMetrics, readings: Readings) -> tuple[Fact, ...]:
    unit = readings.unit
    gmi = share_words(metrics.gmi_percent, places=2)
    not_here = translate("Glucose", "not validated here: made for diabetes")
    return (
        _fact(translate("Glucose", "Mean"), figure_words(metrics.mean, unit)),
        _fact(translate("Glucose", "SD"), figure_words(metrics.sd, unit)),
        _fact(translate("Glucose", "CV"), share_words(metrics.cv_percent)),
        _fact(translate("Glucose", "GMI"), with_aside(gmi, not_here)),
    )


def _data(metrics: GlucoseMetrics, readings: Readings) -> tuple[Fact, ...]:
    data = translate("Glucose", "Data")
    words = translate("Glucose", "{count} values")
    said = [words.format(count=f"{len(readings):,}"), _sufficiency(metrics.coverage)]
    facts = [_fact(data, *said)]
    placed = _imputation(metrics, readings)
    if placed:
        facts.append(_fact(translate("Glucose", "“Low”, “High”"), placed))
    left = _left_out(readings)
    if left:
        facts.append(_fact(translate("Glucose", "Left out"), left))
    return tuple(facts)


def _sufficiency(coverage: Coverage | WhyNot) -> str:
    if isinstance(coverage, WhyNot):
        return why_not_words(coverage)
    words = translate("Glucose", "{days} days, {share} active")
    share = percent(coverage.active_percent)
    told = words.format(days=number(round(coverage.days, 1)), share=share)
    if coverage.meets_consensus:
        judged = translate("Glucose", "meets the consensus (at least 70 % of 14 days)")
    else:
        judged = translate(
            "Glucose", "does not meet the consensus, which asks for at least 70 % of 14 days"
        )
    return in_turn((told, judged))


def _imputation(metrics: GlucoseMetrics, readings: Readings) -> str:
    """Name what was put in the place of "Low", or say that nothing was."""
    said = []
    if metrics.imputed and metrics.imputed_as is not None:
        words = translate(
            "Glucose",
            "{count} “Low” or bounds counted as {value} {unit} in mean, SD, CV and GMI; "
            "nobody measured that number.",
        )
        value = number(metrics.imputed_as)
        said.append(words.format(count=metrics.imputed, value=value, unit=readings.unit))
    if metrics.bounded:
        words = translate(
            "Glucose",
            "{count} “Low”, “High” or bounds count as time in their band, in no mean, SD, CV or "
            "GMI.",
        )
        said.append(words.format(count=metrics.bounded))
    return sentences(said)


def _left_out(readings: Readings) -> str:
    left = readings.left_out
    said = []
    if left.imprecise:
        words = translate("Glucose", "{count} values without a time of day")
        said.append(words.format(count=left.imprecise))
    if left.not_finite:
        words = translate("Glucose", "{count} entries that are no numbers")
        said.append(words.format(count=left.not_finite))
    if left.words:
        words = translate("Glucose", "{count} other words")
        said.append(words.format(count=sum(count for _word, count in left.words)))
    return with_aside(in_line(said), translate("Glucose", "of the whole course")) if said else ""
