"""Treatments as a person reads them: dose height, changes, cycles, line of therapy, responses."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtGui import QColor

from tests.ui.timeline.conftest import Open, Show, event
from viewer.model import lanes, view_state
from viewer.model.time import Span
from viewer.ui.look import Look
from viewer.ui.timeline.placed import Placed
from viewer.ui.timeline.timeline_view import TimelineView

LANES = [
    {"id": "drugs", "title": "Drugs", "kind": "drug"},
    {"id": "response", "title": "Response", "kind": "response"},
]
INTERVAL = {"start": {"day": 10}, "end": {"day": 69}}


def mg(value: float) -> dict[str, object]:
    return {"value": value, "unit": "mg", "per": "day"}


def thing(view: TimelineView, id_: str) -> Placed:
    found = view.layout_now().find(id_)
    assert found is not None, id_
    return found


def tint_height(view: TimelineView, id_: str, day: float) -> int:
    """Give how many pixels of a bar's height have another colour than paper on a day."""
    bar, image = thing(view, id_).bar, view.viewport().grab().toImage()
    assert bar is not None
    x, paper = round(view.scale().x(day)), QColor(Look().theme.paper)
    rows = range(round(bar.top()), round(bar.bottom()))
    return sum(image.pixelColor(x, y) != paper for y in rows)


def texts(placed: Placed) -> str:
    return " ".join(words.whole for words in placed.words)


@pytest.fixture
def treated(opened_from: Open) -> Any:
    def make(*events: dict[str, object]) -> Any:
        session = opened_from(lanes=LANES, events=[*events, event("far", {"day": 160})])
        session.point_at(session.state.bounds.end)  # out of the way
        return session

    return make


def test_the_height_of_a_bar_is_the_dose(treated: Any, show: Show) -> None:
    changes = [
        {"when": {"day": 25}, "dose": mg(100)},
        {"when": {"day": 40}, "dose": mg(0), "text": "paused"},
        {"when": {"day": 55}, "dose": mg(50)},
    ]
    view = show(treated(event("steroid", INTERVAL, dose=mg(50), changes=changes)))
    whole = tint_height(view, "steroid", 30.5)
    assert tint_height(view, "steroid", 15.5) == pytest.approx(whole / 2, abs=2)
    assert tint_height(view, "steroid", 62.5) == pytest.approx(whole / 2, abs=2)
    assert 1 <= tint_height(view, "steroid", 47.5) <= 2  # the thin line below a pause
    assert "50 mg/day → 100 mg/day → 0 mg/day → 50 mg/day" in texts(thing(view, "steroid"))
    assert "paused" in view.tooltip_of(thing(view, "steroid"))


def test_words_stand_off_a_bar_whose_height_tells_doses(treated: Any, show: Show) -> None:
    changes = [{"when": {"day": 25}, "dose": mg(100)}]
    view = show(treated(event("steroid", INTERVAL, dose=mg(50), changes=changes)))
    placed = thing(view, "steroid")
    assert placed.bar is not None
    assert not any(words.rect.intersects(placed.bar) for words in placed.words)


def test_a_change_between_two_days_looks_like_no_exact_one(treated: Any, show: Show) -> None:
    changes = [{"when": {"earliest": 25, "latest": 45}, "dose": mg(100)}]
    view = show(treated(event("steroid", INTERVAL, dose=mg(50), changes=changes)))
    certain = tint_height(view, "steroid", 15.5)
    assert tint_height(view, "steroid", 36.1) < certain  # hollow: which of the two is not known
    assert tint_height(view, "steroid", 60.5) == pytest.approx(2 * certain, abs=2)


def test_cycles_stand_on_their_days_with_their_names(treated: Any, show: Show) -> None:
    cycles = [
        {"number": 1, "when": {"day": 10}},
        {"number": 2, "when": {"day": 31}},
        {"number": 3, "when": {"earliest": 50, "latest": 56}},
    ]
    session = treated(event("chemo", INTERVAL, cycles=cycles, therapy_line=2))
    view = show(session)
    placed = thing(view, "chemo")
    assert [tick.letters for tick in placed.ticks] == ["C1", "C2", "C3"]
    first, second, third = placed.ticks
    assert first.left_px == first.right_px == view.scale().x(10.0)
    assert second.left_px == view.scale().x(31.0)
    assert (third.left_px, third.right_px) == (view.scale().x(50.0), view.scale().x(57.0))
    assert "line 2" in texts(placed)
    for tick in placed.ticks:
        assert not any(tick.rect.intersects(words.rect) for words in placed.words)
    ink, image = QColor(Look().theme.ink), view.viewport().grab().toImage()
    assert placed.bar is not None
    y = round(placed.bar.top()) + 2
    around = round(second.left_px)
    assert ink in [image.pixelColor(x, y) for x in (around - 1, around, around + 1)]
    assert "C3: between day 50 and day 56" in view.tooltip_of(placed)
    session.apply(lambda state: view_state.show(state, Span(20.0, 40.0)))
    assert [tick.letters for tick in thing(view, "chemo").ticks] == ["C2"]
    assert thing(view, "chemo").bar_shape.is_past_right


def test_cycles_beyond_the_certain_part_of_a_treatment_are_drawn_too(
    treated: Any, show: Show
) -> None:
    cycles = [{"number": n, "when": {"day": 20 * n}} for n in (1, 2, 3)]
    chemo = event("chemo", {"start": {"day": 20}, "end": "unknown"}, cycles=cycles)
    view = show(treated(chemo, event("late", {"day": 90})))
    placed = thing(view, "chemo")
    assert [tick.letters for tick in placed.ticks] == ["C1", "C2", "C3"]
    assert all(not tick.rect.intersects(w.rect) for tick in placed.ticks for w in placed.words)


def test_nothing_of_a_treatment_is_told_before_its_day(treated: Any, show: Show) -> None:
    cycles = [{"number": n, "when": {"day": 20 * n}} for n in (1, 2, 3)]
    changes = [
        {"when": {"day": 30}, "dose": mg(80)},
        {"when": {"day": 35}, "dose": mg(9000), "text": "much more", "known_from": 60},
    ]
    more = {"cycles": cycles, "dose": mg(40), "changes": changes}
    judged = event("ct", {"day": 15}, lane="response", response={"value": "PD", "known_from": 50})
    session = treated(event("chemo", INTERVAL, **more), judged)
    view = show(session)
    session.hide_after(45)
    placed = thing(view, "chemo")
    assert [tick.letters for tick in placed.ticks] == ["C1", "C2"]
    assert max(step.share for step in placed.steps) == 1.0
    assert len(placed.steps) == 2
    assert "9000" not in texts(placed) + view.tooltip_of(placed)
    assert thing(view, "ct").letters == ""
    session.hide_after(25)
    assert [tick.letters for tick in thing(view, "chemo").ticks] == ["C1"]
    assert thing(view, "chemo").steps == ()
    session.hide_after(None)
    assert thing(view, "ct").letters == "PD"


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize(
    ("response", "letters", "long"),
    [
        ({"value": "CR"}, "CR", "CR: complete response"),
        ({"value": "PR", "scale": "RECIST 1.1"}, "PR", "PR: partial response, RECIST 1.1"),
        ({"value": "SD"}, "SD", "SD: stable disease"),
        ({"value": "PD"}, "PD", "PD: progressive disease"),
        ({"value": "NE"}, "NE", "NE: not evaluable"),
        ({"kind": "stage", "value": "IV", "scale": "UICC 8"}, "Stage IV", "Stage IV, UICC 8"),
        (
            {"kind": "performance_status", "value": "2", "scale": "ECOG"},
            "PS 2",
            "Performance status 2, ECOG",
        ),
    ],
)
def test_a_response_is_read_in_letters(
    treated: Any, show: Show, response: dict[str, str], letters: str, long: str, language: str
) -> None:
    session = treated(
        event("ct", {"day": 40}, lane="response", response=response),
        event(
            "period", {"start": {"day": 50}, "end": {"day": 90}}, lane="response", response=response
        ),
        event("between", {"earliest": 100, "latest": 120}, lane="response", response=response),
        event("start", {"day": 0}),
    )
    session.language = language
    view = show(session)
    for id_ in ("ct", "period"):
        placed = thing(view, id_)
        assert placed.letters == letters
        assert placed.mark is not None
        assert not any(words.rect.intersects(placed.mark) for words in placed.words)
    assert thing(view, "between").words[0].text == letters
    assert long in view.tooltip_of(thing(view, "ct"))
    image, mark = view.viewport().grab().toImage(), thing(view, "ct").mark
    assert mark is not None
    ink = QColor(Look().theme.ink)
    box = [
        (x, y)
        for x in range(int(mark.left()), int(mark.right()))
        for y in range(int(mark.top()), int(mark.bottom()))
    ]
    assert any(image.pixelColor(x, y) == ink for x, y in box)
    session.apply(lambda state: lanes.collapse(state, ["response"]))
    assert thing(view, "ct").letters == "×2"
    session.apply(lambda state: view_state.show(state, Span(35.0, 48.0)))
    assert thing(view, "ct").letters == letters


def test_a_stop_says_its_reason_beside_the_sign(treated: Any, show: Show) -> None:
    outcome = {"sign": "stopped", "text": "stopped: nausea"}
    cycles = [{"number": 1, "when": {"day": 10}}]
    view = show(treated(event("drug", INTERVAL, outcome=outcome, cycles=cycles)), width=700)
    assert "stopped: nausea" in [w.text for w in thing(view, "drug").words]
