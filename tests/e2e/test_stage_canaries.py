"""A made-up case with a word of its own in every fact: no later one is said, on stage or in window.

Every fact carries a word that names the day from which it may be known, so that whatever a window
says can be held against its horizon.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.e2e.everything import everything
from tests.e2e.screen import settle
from tests.e2e.test_stage_leaks import said
from tests.e2e.twins import hide_after, opened
from tests.making import (
    a_case,
    a_report,
    a_series,
    a_statement,
    a_study,
    a_value,
    an_event,
    lasting,
    on,
)
from viewer.io.case_writer import case_json
from viewer.model.annotating import Edit
from viewer.model.annotation import Content, OnDay
from viewer.model.case import Case
from viewer.model.deck import Deck
from viewer.model.part import Text
from viewer.model.scene import Scene
from viewer.session.presenting.talk import Talk
from viewer.ui.present.stage import PANELS, Stage
from viewer.ui.window import Window

WORD = re.compile(r"canary(\d+)", re.IGNORECASE)
NUMBER = re.compile(r"(?<![\d.])9(\d\d)7(?![\d.])")


def word(day: int) -> str:
    return f"Canary{day:02}"


def number(day: int) -> float:
    """A value that no other fact has: 9, the day, 7."""
    return 9007.0 + 10 * day


def canary_case(seed: int) -> Case:
    """Every kind of fact on days of chance, each with the word of its day."""
    chance = random.Random(seed)
    days = sorted(chance.sample(range(1, 60), 16))
    lanes = [{"id": "lane", "title": "Lane", "kind": "drug"}]
    lanes += [{"id": f"lane{day}", "title": word(day), "kind": "symptom"} for day in days[::4]]
    events = [an_event(f"e{day}", on(day), title=word(day)) for day in days]
    events += [
        an_event(f"l{day}", on(day), title=word(day), lane=f"lane{day}") for day in days[::4]
    ]
    events += [
        an_event(
            f"o{day}",
            lasting(0, day),
            title="Goes on",
            outcome={"text": word(day), "sign": "not_effective", "when": on(day).model_dump()},
            details=[{"label": "Detail", "text": word(day), "known_from": day}],
        )
        for day in days[::3]
    ]
    known = [{"text": word(day), "known_from": day} for day in days[::3]]
    return a_case(
        *events,
        lanes=lanes,
        series=[
            a_series(a_value(0, 90.0), *(a_value(day, number(day)) for day in days)),
            *(
                a_series(a_value(day, 5.0), id=f"s{day}", title=word(day), analyte=word(day))
                for day in days[::5]
            ),
        ],
        statements=[a_statement(f"st{day}", on(day), text=word(day), lane="lane") for day in days],
        studies=[a_study(f"ct{day}", on(day), title=word(day), remarks=known) for day in days[::4]],
        reports=[a_report(f"r{day}", on(day), title=word(day)) for day in days[1::4]],
        notes=[
            {"id": f"n{day}", "title": word(day), "text": word(day), "known_from": day}
            for day in days[::4]
        ],
        discrepancies=[
            {
                "id": f"d{day}",
                "title": word(day),
                "sides": [{"text": word(day), "place": word(day)}],
                "known_from": day,
            }
            for day in days[2::4]
        ],
        deck=[{"id": f"scene{day}", "title": word(day), "horizon": day} for day in days],
    )


def days_said(lines: dict[str, list[str]]) -> set[int]:
    """Give the days whose words or numbers stand in anything that is said."""
    text = "\n".join(line for found in lines.values() for line in found).replace(",", "")
    return {int(day) for pattern in (WORD, NUMBER) for day in pattern.findall(text)}


def note_on(window: Window, day: int) -> None:
    """Let a reviewer write a word of its day, with a tag."""
    annotating = window.session.annotating
    content = Content(
        kind="note", target=OnDay(day=day), text=word(day), tags=(word(day),), known_from=day
    )
    annotating.edit(Edit("Add note", {annotating.new_id(): content}))


@pytest.fixture(params=[1, 2])
def window(request: pytest.FixtureRequest, qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    folder = tmp_path / "case"
    folder.mkdir()
    (folder / "case.json").write_text(case_json(canary_case(request.param)), "utf-8")
    with opened(qtbot, folder, tmp_path) as program:
        assert program.window.session.problems == ()
        program.window.session.annotating.sign("Ann")
        for day in days_of(program.window):
            note_on(program.window, day)
        settle()
        yield program.window


def days_of(window: Window) -> list[int]:
    case = window.session.opened
    assert case is not None
    return sorted({scene.horizon for scene in case.case.deck if scene.horizon is not None})


@contextmanager
def staged(window: Window, scene: Scene) -> Iterator[Stage]:
    stage = Stage(Talk(window.session, Deck("", (scene,), (0,))))
    stage.resize(1280, 720)
    stage.show()
    settle()
    stage.settle()
    yield stage
    stage.close()
    stage.deleteLater()
    settle()


def a_scene(horizon: int | None, panel: str | None, *, annotations: bool = True) -> Scene:
    return Scene(
        id="s", title=Text("A scene"), horizon=horizon, panel=panel, annotations=annotations
    )


def test_no_later_word_is_said_on_the_stage(window: Window) -> None:
    panels = sorted(PANELS)
    days = days_of(window)
    leaks = {}
    for place, horizon in enumerate(sorted({*days, *(day - 1 for day in days)})):
        with staged(window, a_scene(horizon, panels[place % len(panels)])) as stage:
            told = days_said(said(stage))
        if late := {day for day in told if day > horizon}:
            leaks[horizon] = late
        if horizon in days:
            assert horizon in told  # what may be known is said
    assert leaks == {}


def test_no_later_word_is_said_in_the_window(window: Window) -> None:
    window.scenes.show_panel()
    leaks = {}
    for horizon in days_of(window)[::3]:
        window.session.hide_after(None)
        hide_after(window, horizon)
        told = days_said(everything(window))
        assert horizon in told
        if late := {day for day in told if day > horizon}:
            leaks[horizon] = late
    assert leaks == {}


def test_the_words_are_found_where_nothing_is_hidden(window: Window) -> None:
    """The control: every word would be found."""
    with staged(window, a_scene(None, "events")) as stage:
        assert days_said(said(stage)) >= set(days_of(window))
    assert days_said(everything(window)) >= set(days_of(window))
