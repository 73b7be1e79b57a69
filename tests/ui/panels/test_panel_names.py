"""Scenes may name each panel of the window, and no other."""

from viewer.model.panel_names import PANELS
from viewer.ui.panel_set import PanelSet


def test_scenes_know_every_panel_of_the_window() -> None:
    assert tuple(PanelSet.__dataclass_fields__) == PANELS
