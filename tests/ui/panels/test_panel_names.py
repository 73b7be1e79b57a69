"""Scenes may name the panels that a stage can show, and the window has all of them."""

from viewer.model.panel_names import PANELS
from viewer.ui.panel_set import PanelSet
from viewer.ui.present import stage


def test_a_stage_shows_every_panel_that_a_scene_may_name() -> None:
    assert set(stage.PANELS) == set(PANELS)


def test_the_window_has_them_in_this_order() -> None:
    assert tuple(name for name in PanelSet.__dataclass_fields__ if name in PANELS) == PANELS
