"""Scenes may name each panel of the window but their own list, and no other."""

from viewer.model.panel_names import PANELS
from viewer.ui.panel_set import PanelSet


def test_scenes_know_every_panel_of_the_window() -> None:
    assert (*PANELS, "scenes") == tuple(PanelSet.__dataclass_fields__)
