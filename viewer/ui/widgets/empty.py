"""What stands where there is nothing to show: a sentence, and the way on."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from viewer.ui.look import Look
from viewer.ui.widgets.block import Follow, Line, stacked
from viewer.ui.widgets.link import Target


@dataclass(frozen=True)
class Empty:
    """A sentence in the third ink, and a link to where there is something."""

    sentence: str
    way_on: str = ""
    target: Target | None = None

    def build(self, look: Look, follow: Follow) -> QWidget:
        """Build the sentence with the link below it."""
        lines = [Line(self.sentence, ink="ink_3")]
        if self.way_on and self.target is not None:
            lines.append(Line(self.way_on, target=self.target))
        return stacked(tuple(lines), look, follow, gap_h=0.25)
