"""What was chosen for the plots, step by step."""

from __future__ import annotations

from viewer.model.plot_choices import PlotChoices, convert, rescale


def test_an_analyte_is_switched_by_any_spelling_of_it() -> None:
    choices = convert(PlotChoices(), "C_Peptide", True)
    assert choices.is_converted("c-peptide")
    assert not choices.is_converted("insulin")
    assert convert(choices, "c peptide", False) == PlotChoices()


def test_switching_on_what_is_on_changes_nothing() -> None:
    once = convert(PlotChoices(), "glucose", True)
    assert convert(once, "glucose", True) == once


def test_one_series_may_have_a_scale_of_its_own() -> None:
    choices = rescale(rescale(PlotChoices(), "log"), "linear", "nse")
    assert choices.scale_of("nse") == "linear"
    assert choices.scale_of("ca19-9") == "log"


def test_the_order_of_choosing_does_not_matter() -> None:
    one = rescale(rescale(PlotChoices(), "log", "b"), "linear", "a")
    assert one == rescale(rescale(PlotChoices(), "linear", "a"), "log", "b")


def test_a_scale_for_all_is_for_all() -> None:
    choices = rescale(rescale(PlotChoices(), "linear", "nse"), "multiples")
    assert choices.scale_of("nse") == "multiples"
    assert choices == PlotChoices(scale="multiples")
