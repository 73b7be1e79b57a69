"""How the person wants values drawn: in which unit, on which scale, together or apart."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from viewer.model.units import plain_analyte

ScaleKind = Literal["auto", "linear", "log", "multiples"]
SCALE_KINDS: tuple[ScaleKind, ...] = ("auto", "linear", "log", "multiples")


@dataclass(frozen=True, slots=True)
class PlotChoices:
    """What was chosen for the plots; as it stands here, nothing was."""

    converted: frozenset[str] = frozenset()
    """Analytes that are shown in their other unit, as `plain_analyte` writes them."""
    scale: ScaleKind = "auto"
    """The scale of every series that none was chosen for."""
    scales: tuple[tuple[str, ScaleKind], ...] = ()
    """The scales that were chosen for single series, sorted by their ids."""
    is_shared: bool = False
    """Whether panels that can be compared show the same range."""
    is_overlay: bool = False
    """Whether series that can be compared are drawn in one panel."""
    follows_window: bool = False
    """Whether the axis of values shows what is in the window, or what the whole course holds."""

    def scale_of(self, series_id: str) -> ScaleKind:
        """Give the scale that is wanted for a series."""
        return dict(self.scales).get(series_id, self.scale)

    def is_converted(self, analyte: str) -> bool:
        """Tell whether an analyte is shown in its other unit."""
        return plain_analyte(analyte) in self.converted


AS_REPORTED = PlotChoices()
"""Nothing was chosen: units as reported, scales as fit each series."""

Change = Callable[[PlotChoices], PlotChoices]


def convert(choices: PlotChoices, analyte: str, is_on: bool) -> PlotChoices:
    """Show an analyte in its other unit, or in the reported one again."""
    one = {plain_analyte(analyte)}
    converted = choices.converted | one if is_on else choices.converted - one
    return replace(choices, converted=converted)


def rescale(choices: PlotChoices, kind: ScaleKind, series_id: str | None = None) -> PlotChoices:
    """Choose the scale of one series, or with None of all, whatever was chosen for single ones."""
    if series_id is None:
        return replace(choices, scale=kind, scales=())
    return replace(choices, scales=tuple(sorted({**dict(choices.scales), series_id: kind}.items())))
