"""What is to be exported, and how."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal

from viewer.model.scene import Scene
from viewer.ui.export.choices import FigureChoices

Table = Literal["events", "values"]
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
    shown: Scene | None = None
    """The scene that is told alone where it stands in no deck, such as what a window shows."""
    is_deck: bool = False
    """Whether all scenes are told, as slides or as a handout."""
    is_summary: bool = False
    choices: FigureChoices = field(default_factory=FigureChoices)
    dots_per_inch: int = 300
    keeps_identity: bool = False
    words: tuple[str, ...] = ()
    """What must not stand in it."""
    is_wide: bool = True
    """Whether slides are 16:9 rather than 4:3."""
    has_notes: bool = True
    """Whether slides and handouts tell what the presenter wants to say."""
    per_page: int = 1
    """How many scenes stand on a page of a handout: 1, 2 or 6."""
    has_annotations: bool = False
    """Whether a .dayline file takes along what reviewers have added."""
    table: Table = "events"
    """Which table a CSV file is."""

    @property
    def ending(self) -> str:
        """The ending of the file's name that says what it is; empty where it is none of ours."""
        name = self.path.name.lower()
        return next((one for one in ENDINGS if name.endswith(one)), "")

    @property
    def kind(self) -> Kind:
        """What kind of export it is."""
        if self.ending == ".pdf" and (self.is_deck or self.is_summary):
            return "summary" if self.is_summary else "handout"
        if self.ending in SLIDES:
            return "slides"
        return "data" if self.ending in DATA else "figure"
