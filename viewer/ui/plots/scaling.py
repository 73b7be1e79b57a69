"""Which scale each panel gets, and which series share an axis or a panel."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Literal

import numpy as np

from viewer.geometry.pyramid import ends_between
from viewer.geometry.value_ends import value_ends
from viewer.geometry.value_scale import (
    ValueScale,
    counts_multiples,
    glucose_scale,
    limits_scale,
    linear_scale,
    log_scale,
    multiples_scale,
    spans_decades,
)
from viewer.model.plot_choices import PlotChoices, ScaleKind
from viewer.model.time import Span
from viewer.model.units import plain_unit
from viewer.ui.plots.rails import together
from viewer.ui.plots.series_panels import SeriesPanel, Size
from viewer.ui.words.value_words import way_shown

MOST_OVERLAID = 4
"""More series than this in one panel cannot be told apart."""
LONGEST_OVERLAID = 2000
"""Nor can series of more values than this: where values are dense no dash can be seen."""

Kind = Literal["glucose", "linear", "log", "multiples"]


@dataclass(frozen=True)
class _Need:
    """What an axis must show: the ends of the values, and the limits."""

    panel: SeriesPanel
    kind: Kind
    shown: tuple[float, ...]

    @property
    def upper_limit(self) -> float:
        """The limit that multiples count; 1 where they count none."""
        upper = self.panel.upper
        return upper.high or 1.0 if upper is not None and self.kind == "multiples" else 1.0

    @property
    def key(self) -> Hashable:
        """What two axes have in common that can be the same one."""
        if self.kind == "multiples":
            return self.kind
        return self.kind, plain_unit(self.panel.series.unit), self.panel.limits


def scaled(
    panels: Sequence[SeriesPanel], choices: PlotChoices, window: Span
) -> tuple[SeriesPanel, ...]:
    """Give the panels with units, scales and places in an overlay as they were chosen."""
    needs = [_need(panel, choices, window) for panel in panels]
    slots = _slots(needs) if choices.is_overlay else [[need] for need in needs]
    found: list[SeriesPanel] = []
    for slot in slots:
        for line, need in enumerate(slot):
            same = [n for n in needs if n.key == need.key] if choices.is_shared else slot
            scale = _scale(need, same, choices)
            panel = replace(need.panel, scale=scale, way=way_shown(need.panel.series, choices))
            if (panel.way is not None or panel.has_arrows) and panel.size == "slim":
                panel = replace(panel, size="noted")
            found.append(_overlaid(panel, line, slot, choices) if len(slot) > 1 else panel)
    if not choices.is_overlay:
        return tuple(found)
    apart = _left_apart(slots)
    return tuple(replace(p, is_apart=True) if p.series.id in apart else p for p in found)


def kind_shown(panel: SeriesPanel, wanted: ScaleKind) -> Kind:
    """Give the scale that a series can have, as near as possible to the one that is wanted."""
    upper = panel.upper
    if wanted == "log":
        return "log"
    if wanted == "linear":
        return "linear" if panel.limits is None else "glucose"
    if wanted == "multiples" and upper is not None:
        return "multiples"
    if panel.limits is not None:
        return "glucose"
    if upper is not None and counts_multiples(upper.low, upper.high, panel.highest):
        return "multiples"
    return "log" if not panel.limit_values and spans_decades(_all_values(panel)) else "linear"


def _need(panel: SeriesPanel, choices: PlotChoices, window: Span) -> _Need:
    kind = kind_shown(panel, choices.scale_of(panel.series.id))
    shown = _values_in(panel, window) if choices.follows_window else ()
    return _Need(panel, kind, shown or _all_values(panel))


def _all_values(panel: SeriesPanel) -> tuple[float, ...]:
    return *panel.ends, *_undated(panel)


def _values_in(panel: SeriesPanel, window: Span) -> tuple[float, ...]:
    """Give the ends of the values of a window, and of those that a line leads to from there."""
    days = panel.columns.days
    first, last = np.searchsorted(days, (window.start, window.end))
    if panel.series.gap_days is not None:
        first, last = max(first - 1, 0), last + 1
    perhaps = panel.columns.perhaps_in(window)
    ends = value_ends(np.concatenate((panel.columns.values[first:last], perhaps)))
    if panel.samples is not None:
        samples = panel.samples.samples
        first, last = np.searchsorted(samples.days, (window.start, window.end))
        ends += ends_between(samples, int(first), int(last))
    return (*ends, *_undated(panel)) if ends else ()


def _undated(panel: SeriesPanel) -> Iterable[float]:
    return (point.value for point in panel.undated if point.value is not None)


def _scale(need: _Need, same: Sequence[_Need], choices: PlotChoices) -> ValueScale:
    """Make the axis of a panel, with the range that all of `same` need."""
    panel, limit = need.panel, need.upper_limit
    shown = [value / n.upper_limit * limit for n in same for value in n.shown]
    way = way_shown(panel.series, choices)
    per_unit = 1.0 if way is None else way.per_unit
    if need.kind == "multiples":
        return multiples_scale(shown, limit, is_tight=choices.follows_window)
    if need.kind == "glucose" and panel.limits is not None:
        return glucose_scale(shown, panel.limits, per_unit)
    marks = panel.limit_values if panel.limits is None else tuple(reversed(panel.limits))
    others = list(chain.from_iterable(n.panel.limit_values for n in same))
    if need.kind == "log":
        return log_scale([*shown, *others], marks, per_unit)
    return (
        limits_scale([*shown, *others], marks, per_unit)
        if others
        else linear_scale(shown, per_unit)
    )


def _slots(needs: Sequence[_Need]) -> list[list[_Need]]:
    """Put series of one group that have the same kind of axis together, up to what can be read."""
    slots: dict[Hashable, list[_Need]] = {}
    for need in needs:
        samples = need.panel.samples.samples if need.panel.samples is not None else ()
        is_long = max(len(need.panel.columns.days), len(samples)) > LONGEST_OVERLAID
        key = need.panel.series.id if is_long else (need.panel.group, need.key)
        slots.setdefault(key, []).append(need)
    found: list[list[_Need]] = []
    for slot in slots.values():
        found += [slot] if len(slot) <= MOST_OVERLAID else [[need] for need in slot]
    return sorted(found, key=lambda slot: slot[0].panel.group)


def _left_apart(slots: Sequence[Sequence[_Need]]) -> set[str]:
    """Give the series that stand alone though others could share their axis."""
    alone = [slot[0] for slot in slots if len(slot) == 1]
    keys = [(need.panel.group, need.key) for need in chain.from_iterable(slots)]
    return {need.panel.series.id for need in alone if keys.count((need.panel.group, need.key)) > 1}


def _overlaid(
    panel: SeriesPanel, line: int, slot: Sequence[_Need], choices: PlotChoices
) -> SeriesPanel:
    """Make a series one of several in a panel: of their limits only the common one is drawn."""
    is_common = line == 0 and slot[0].kind == "multiples"
    grounds = tuple(g for g in panel.grounds if g.reference == panel.upper)[:1] if is_common else ()
    size: Size = "overlay"
    if any(way_shown(need.panel.series, choices) is not None for need in slot):
        size = "noted"
    return replace(
        panel,
        line=line,
        members=len(slot),
        has_arrows=any(need.panel.has_arrows for need in slot),
        size="tall" if panel.limits is not None else size,
        grounds=grounds,
        own_references=(),
        rail=together(need.panel.rail for need in slot),
    )
