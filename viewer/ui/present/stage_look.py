"""The look of a stage: as large as its height allows, with nothing to operate."""

import math
from dataclasses import replace

from viewer.ui.look import Look, dots_per_inch
from viewer.ui.theme import Theme

EMS_HIGH = 40
"""A stage is so many lines of its font's size high."""
NARROWEST = 1.5
"""On a stage that is narrower than so many times its height, sizes follow its width instead: the
titles of lanes need their letters."""
STROKES_AT_PX = 540
"""A stage of this height has strokes of their plain width."""
SMALLEST = 0.74
"""No font is smaller than this share of the stage's own."""
STEPS = 50
"""The chart's font has so many sizes up to the stage's."""


CONSOLE_EMS_HIGH = 72
"""A console is at most so many lines of its font's size high."""


class ConsoleLook(Look):
    """The colours for the presenter's own screen, in sizes that follow its height (pixels)."""

    def __init__(self, language: str, height_px: int) -> None:
        super().__init__("dark", language)
        self._height_px = height_px

    @property
    def base_pt(self) -> float:
        """The size of the console's font: the window's own, or more (points)."""
        return max(super().base_pt, self._height_px / CONSOLE_EMS_HIGH * 72 / dots_per_inch())


def height_for(width_px: int, height_px: int) -> int:
    """Give the height that the sizes on a stage follow (pixels)."""
    return max(1, min(height_px, round(width_px / NARROWEST)))


def share_for(needed: float) -> float:
    """Give the share of the font's size for a chart that needs so much of its room with all of it.

    It is no smaller than can be read.
    """
    return 1.0 if needed <= 1 else max(SMALLEST, math.floor(STEPS / needed) / STEPS)


class StageLook(Look):
    """The colours for a projector, in sizes that follow the height of the stage (pixels)."""

    is_stage = True

    def __init__(self, language: str, height_px: int) -> None:
        super().__init__("projector", language)
        self._height_px = height_px
        self._share = 1.0

    @property
    def theme(self) -> Theme:
        """The colours in force, with strokes as wide as the stage is high."""
        return replace(self._theme, stroke_scale=max(1.0, self._height_px / STROKES_AT_PX))

    @property
    def stage_pt(self) -> float:
        """The size of the stage's font, whatever the chart needs (points)."""
        return self._height_px / EMS_HIGH * 72 / dots_per_inch()

    @property
    def stage_px(self) -> float:
        """The same in pixels."""
        return self._height_px / EMS_HIGH

    @property
    def base_pt(self) -> float:
        """The size of the chart's font (points)."""
        return self._share * self.stage_pt

    @property
    def smallest_pt(self) -> float:
        """No font is smaller (points)."""
        return SMALLEST * self.stage_pt

    def fit(self, height_px: int, share: float = 1.0) -> None:
        """Follow the height of the stage; the chart's font has this share of the stage's."""
        if height_px > 0 and (height_px, share) != (self._height_px, self._share):
            self._height_px, self._share = height_px, share
            self._fonts.clear()
            self.changed.emit()
