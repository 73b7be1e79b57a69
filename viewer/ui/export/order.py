"""What is to be exported, and how."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal

from viewer.ui.export.choices import FigureChoices

Kind = Literal["figure", "slides", "handout", "summary", "data"]

FIGURES: Final = (".svg", ".pdf", ".png", ".tiff", ".tif")
SLIDES: Final = (".pptx",)
DATA: Final = (".csv", ".xlsx", ".md", ".html", ".phenopacket.json", ".dayline")
ENDINGS: Final = (*FIGURES, *SLIDES, *DATA)


@dataclass(frozen=True)
class Order:
    """One file, and what it is to tell."""

    path: Path
    language: str = "en"
    horizon: int | None = None
    """Nothing after the end of this day is told."""
    scene: int | None = None
    """The place of the scene in the deck that is told alone, counted from 0."""
    is_deck: bool = False
    """Whether all scenes are told, as slides or as a handout."""
    is_summary: bool = False
    choices: FigureChoices = field(default_factory=FigureChoices)
    dots_per_inch: int = 300
    keeps_identity: bool = False
    words: tuple[str, ...] = ()
    """What must not stand in it."""

    @property
    def ending(self) -> str:
        """The ending of the file's name that says what it is; empty where it is none of ours."""
        name = self.path.name.lower()
        return next((one for one in ENDINGS if name.endswith(one)), "")
