"""Imprecise times, outcomes and evidence are said in words, in every place that tells them."""

from dataclasses import dataclass

import pytest

from tests.e2e.oracle import Words
from tests.e2e.screen import (
    Sighting,
    click,
    missing,
    on_timeline,
    raise_panel,
    read,
    seen,
    table_rows,
    table_tips,
    tooltip_of,
)
from viewer.ui.widgets.sign import SignMark
from viewer.ui.window import Window


@dataclass(frozen=True)
class Told:
    """What is said of one thing: short on chart and table, long in tooltip and details."""

    name: Words
    short: Words
    long: Words
    never: Words = ()
    """Words that would make more of it than the report says."""
    may_be_short: bool = False
    """Whether the timeline may leave the time to the tooltip where there is no room for it."""


TIMES = {
    "diazoxide": Told(
        (r"diazoxide",),
        (r"days? 0–12",),
        (r"between day 0 and day 12", r"inferred", r"after the transfer and before the TAE|order"),
        (r"\(exact\)",),
    ),
    "octreotide": Told(
        (r"octreotide",),
        (r"days? 0–12",),
        (r"between day 0 and day 12", r"inferred"),
        (r"\(exact\)",),
    ),
    "biopsy": Told(
        (r"biops|needle",),
        (r"days? 0–12",),
        (r"between day 0 and day 12", r"inferred"),
        (r"\(exact\)",),
    ),
    "emergency admission": Told(
        (r"emergency admission",),
        (r"day 0 or before",),
        (r"day 0 or before", r"not stated|gives? no day|does not (say|give)"),
        (r"\(exact\)", r"between day"),
    ),
    "transfer": Told(
        (r"transfer",),
        (r"day 0",),
        (r"day 0", r"inferred", r"gives? no day|not stated|does not (say|give)"),
        (r"\(exact\)",),
    ),
    "laboratory tests": Told(
        (r"laborator",), (r"day 0",), (r"day 0", r"inferred"), (r"\(exact\)",)
    ),
    "CT on admission": Told(
        (r"\bCT\b", r"on admission"), (r"day 0",), (r"day 0", r"inferred"), (r"\(exact\)",)
    ),
    "chemotherapy": Told(
        (r"etoposide",),
        (r"from day 41", r"end not stated"),
        (r"from day 41", r"end not stated"),
        (r"to day", r"ended day"),
    ),
    "high-calorie infusion": Told(
        (r"calor",),
        (r"end not stated",),
        (r"between day 0 and day 12", r"end not stated"),
        may_be_short=True,
    ),
    "contrast CT": Told(
        (r"contrast CT|CT.*after TAE",),
        (r"days 40–50",),
        (r"between day 40 and day 50", r"derived", r"(4|four) weeks|28 days"),
        (r"\(exact\)",),
    ),
    "first TAE": Told((r"TAE", r"right"), (r"day 12",), (r"day 12", r"exact|reported")),
    "death": Told((r"\bdeath\b",), (r"day 157",), (r"day 157",)),
    "recurrence": Told(
        (r"hypogly", r"recur"),
        (r"61|62", r"15[67]"),
        (r"61|62", r"15[67]", r"derived"),
        (r"from day 6[12]\b", r"\(exact\)"),
        may_be_short=True,
    ),
    "growth": Told(
        (r"metasta", r"increase"),
        (r"41|42", r"15[67]"),
        (r"41|42", r"15[67]", r"inferred"),
        (r"\(exact\)",),
        may_be_short=True,
    ),
    "fungal infection": Told(
        (r"fung",),
        (r"15[67]",),
        (r"day 157 or before|no later than|before", r"inferred"),
        (r"\(exact\)",),
        may_be_short=True,
    ),
}

OUTCOMES = {
    "diazoxide": ((r"diazoxide",), "not_effective", r"not effective"),
    "octreotide": ((r"octreotide",), "stopped", r"stopped.*allerg"),
}


def row_of(window: Window, name: Words) -> tuple[str, str]:
    """Give the cells of a thing's row in the table, and their tooltips."""
    raise_panel(window, "events")
    table = window.panels.events.table
    for number, row in enumerate(table_rows(table)):
        words = " | ".join(row)
        if not missing(name, words):
            return words, table_tips(table, number)
    raise AssertionError(f"{name} has no row")


@pytest.mark.parametrize("told", TIMES.values(), ids=TIMES)
def test_a_time_is_said_alike_in_timeline_table_tooltip_and_details(
    window: Window, told: Told
) -> None:
    thing = seen(window, *told.name)
    tip = tooltip_of(window, thing)
    click(window, thing)
    details = read(window.panels.details)
    cells, tips = row_of(window, told.name)
    faults = {
        "timeline": [] if is_left_to_tooltip(told, thing) else missing(told.short, thing.label),
        "table": missing(told.short, cells),
        "tooltip": missing(told.long, tip),
        "table's tooltip": missing(told.long, tips),
        "details": missing(told.long, details),
    }
    for place, words in (
        ("timeline", thing.label),
        ("table", cells),
        ("tooltip", tip),
        ("table's tooltip", tips),
        ("details", details),
    ):
        faults[place] += [f"too much: {p}" for p in told.never if not missing((p,), words)]
    faults = {place: lost for place, lost in faults.items() if lost}
    assert not faults, f"{faults}\n{thing.label}\n{cells}\n{tip}\n{details}"


def is_left_to_tooltip(told: Told, thing: Sighting) -> bool:
    return told.may_be_short and "when" not in thing.parts


@pytest.mark.parametrize(("name", "sign", "words"), OUTCOMES.values(), ids=OUTCOMES)
def test_an_outcome_is_told_by_sign_and_word(
    window: Window, name: Words, sign: str, words: str
) -> None:
    thing = seen(window, *name)
    assert sign in thing.signs
    assert not missing((words,), thing.drawn), "an outcome word is never shortened"
    tip = tooltip_of(window, thing)
    click(window, thing)
    cells, tips = row_of(window, name)
    for said in (tip, read(window.panels.details), cells, tips):
        assert not missing((words,), said), said
    assert sign_in_details(window, sign)


def sign_in_details(window: Window, sign: str) -> bool:
    marks = window.panels.details.findChildren(SignMark)
    return any(mark.sign.name == sign for mark in marks)


def test_death_is_told_by_block_line_and_word(window: Window) -> None:
    thing = seen(window, r"\bdeath\b")
    assert thing.kind == "outcome"
    assert thing.mark is not None
    line = window.chart.plots.placed.death_px
    assert line is not None
    assert abs(line - thing.mark.center().x()) <= 1.0
    click(window, thing)
    assert not missing((r"death", r"day 157"), read(window.panels.details))
    assert not missing((r"death", r"157"), read(window.header.identity))


def test_a_statement_is_never_called_a_value(window: Window) -> None:
    statements = [thing for thing in on_timeline(window) if thing.is_statement]
    assert statements
    for thing in statements:
        tip = tooltip_of(window, thing)
        assert not missing((r"statement", r"no values"), tip), tip
        click(window, thing)
        details = read(window.panels.details)
        assert not missing((r"no values",), details), details


def test_where_the_source_disagrees_its_sign_stands_and_leads_to_the_notes(
    window: Window,
) -> None:
    for name in ((r"diazoxide",), (r"octreotide",), (r"etoposide",)):
        thing = seen(window, *name)
        assert "disagreement" in thing.signs, thing
        assert not missing((r"disagree",), tooltip_of(window, thing))
        click(window, thing)
        assert not missing((r"disagreement",), read(window.panels.details))


def test_abbreviations_are_explained_where_they_stand(window: Window) -> None:
    tip = tooltip_of(window, seen(window, "TAE", "right"))
    assert not missing((r"transarterial", r"embolisation"), tip), tip


def test_every_thing_tells_where_in_the_source_it_stands(window: Window) -> None:
    for thing in on_timeline(window):
        click(window, thing)
        details = read(window.panels.details)
        place = (r"case report|fig\. \d|discussion|abstract",)
        assert not missing((*place, r"reported|derived|inferred"), details), details


def test_nothing_whose_day_is_inferred_is_called_exact(window: Window) -> None:
    wrong = []
    for thing in on_timeline(window):
        click(window, thing)
        when = read(window.panels.details).split("\n")[2]
        if "inferred" in when and "(exact)" in when:
            wrong.append(when)
    assert not wrong
