"""Links beside one another, in as many lines as they need."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from viewer.ui.look import FontRole, Look
from viewer.ui.widgets.block import Follow
from viewer.ui.widgets.flow import FlowLayout
from viewer.ui.widgets.link import LinkButton, Target


@dataclass(frozen=True)
class Links:
    """Links beside one another: words, and what each is for."""

    links: tuple[tuple[str, Target], ...]
    role: FontRole = "label"

    def build(self, look: Look, follow: Follow) -> QWidget:
        """Build the links in lines."""
        whole = QWidget()
        flow = FlowLayout(round(look.h_px), round(0.25 * look.h_px))
        whole.setLayout(flow)
        for words, target in self.links:
            link = LinkButton(words, look, self.role)
            link.clicked.connect(lambda *_, target=target: follow(target))
            flow.addWidget(link)
        return whole
