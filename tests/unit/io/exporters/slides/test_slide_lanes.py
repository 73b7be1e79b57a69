"""The timeline of slides: bars with faded ends, marks, whiskers and words as native shapes."""

from __future__ import annotations

from typing import Any

import pytest

from tests.making import (
    a_case,
    a_discrepancy,
    a_lane,
    a_statement,
    about,
    an_event,
    between,
    followed_until,
    lasting,
    on,
)
from tests.unit.io.exporters.slides.reading_slides import a_scene, page, words_on
from viewer.io.exporters.slides.event_shapes import Drawing
from viewer.io.exporters.slides.look import blended, slide_look
from viewer.io.exporters.slides.things import Box, Corners, Group, Plate, Stroke, Table, Words
from viewer.model.case import Case
from viewer.model.disclosure import disclose
from viewer.model.scene import Scene

KINDS = (
    "encounter",
    "symptom",
    "drug",
    "nutrition",
    "procedure",
    "diagnostic",
    "response",
    "complication",
    "outcome",
)
SIGNS = ("effective", "not_effective", "stopped", "death", "improved", "worsened", "other")
EVIDENCE = ("reported", "derived", "digitised", "inferred", "synthetic")


def group_of(case: Case, name: str, scene: Scene | None = None) -> tuple[Drawing, ...]:
    laid_out = page(case, scene)
    (found,) = (t for t in laid_out.things if isinstance(t, Group) and t.name == name)
    return found.things


def plates(things: tuple[Drawing, ...]) -> list[Plate]:
    return [thing for thing in things if isinstance(thing, Plate)]


def strokes(things: tuple[Drawing, ...]) -> list[Stroke]:
    return [thing for thing in things if isinstance(thing, Stroke)]


def one(when: Any, scene: Scene | None = None, **more: Any) -> tuple[Drawing, ...]:
    case = a_case(an_event("it", when, **more), an_event("end", on(100)))
    return group_of(case, "it", scene)


def test_an_exact_period_is_full_between_two_hard_ends() -> None:
    found = plates(one(lasting(3, 20)))
    tint = slide_look().tint("drug")
    (bar,) = (p for p in found if p.fill == tint)
    assert bar.fill_to is None
    ends = [p for p in found if p.fill == slide_look().kind("drug") and p.box.width < 2]
    assert [round(p.box.left, 1) for p in ends] == [
        round(bar.box.left, 1),
        round(bar.box.right - 1.8, 1),
    ]


def test_what_is_not_certain_fades() -> None:
    found = plates(one(lasting(between(3, 20), between(40, 60))))
    tint, paper = slide_look().tint("drug"), slide_look().role("paper")
    fills = [(p.fill, p.fill_to) for p in found if tint in (p.fill, p.fill_to)]
    assert fills == [(paper, tint), (tint, None), (tint, paper)]
    assert len(strokes(one(lasting(between(3, 20), between(40, 60))))) == 6  # whiskers and ticks


def test_a_fade_that_the_window_cuts_begins_at_its_shade() -> None:
    found = plates(one(lasting(between(0, 20), 40), a_scene(window=(10, 60))))
    look = slide_look()
    half = blended(look.tint("drug"), look.role("paper"), 0.5)
    assert (half, look.tint("drug")) in [(p.fill, p.fill_to) for p in found]


def test_what_goes_on_has_an_arrow_and_an_end_not_stated_a_question_mark() -> None:
    assert [t for t in one(lasting(3, "open")) if isinstance(t, Corners) and t.fill]
    texts = [t.text for t in one(lasting(3, "unknown")) if isinstance(t, Words)]
    assert "?" in texts


def test_what_reaches_past_the_window_has_chevrons() -> None:
    found = [t for t in one(lasting(3, 90), a_scene(window=(10, 60))) if isinstance(t, Corners)]
    assert [corners.is_closed for corners in found] == [False, False]
    assert found[0].points[1][0] < found[1].points[1][0]


def test_an_end_beyond_the_horizon_is_cut() -> None:
    found = plates(one(lasting(3, 90), a_scene(20)))
    assert max(p.box.right for p in found) <= 960 - 30


def test_a_bar_ends_at_death() -> None:
    subject = followed_until({"day": 50})
    case = a_case(an_event("it", lasting(3, 50)), subject=subject)
    (line,) = strokes(group_of(case, "Death: day 50"))[:1]
    assert max(p.box.right for p in plates(group_of(case, "it"))) <= line.left + 0.5


@pytest.mark.parametrize("evidence", EVIDENCE)
@pytest.mark.parametrize("kind", KINDS)
def test_a_mark_tells_kind_and_evidence(kind: str, evidence: str) -> None:
    lanes = [a_lane(title="Lane", kind=kind)]
    case = a_case(
        an_event("it", on(3), evidence={"kind": evidence}), an_event("end", on(300)), lanes=lanes
    )
    found = group_of(case, "it")
    (mark, *more) = (t for t in found if not isinstance(t, Words))
    assert isinstance(mark, Plate)
    assert mark.line == slide_look().kind(kind)
    is_full = evidence == "reported"
    assert (mark.fill == slide_look().kind(kind)) is is_full
    assert mark.dash == ("dash" if evidence == "inferred" else "solid")
    assert len(more) == (1 if evidence in ("derived", "digitised", "synthetic") else 0)


@pytest.mark.parametrize("evidence", EVIDENCE)
def test_a_bar_tells_evidence(evidence: str) -> None:
    found = one(lasting(3, 60), evidence={"kind": evidence})
    tints = [p for p in plates(found) if p.fill == slide_look().tint("drug")]
    assert bool(tints) is (evidence not in ("digitised", "inferred"))
    dashes = {s.dash for s in strokes(found)}
    assert dashes == {"digitised": {"dot"}, "inferred": {"dash"}}.get(evidence, set())


@pytest.mark.parametrize("sign", SIGNS)
def test_an_outcome_has_its_sign_and_its_word(sign: str) -> None:
    outcome = {"text": "what became of it", "sign": sign}
    found = one(on(3), outcome=outcome)
    assert any(isinstance(t, Words) and t.text == "what became of it" for t in found)
    plain = one(on(3))
    assert len(found) > len(plain) + 1


def test_death_is_not_said_twice() -> None:
    case = a_case(an_event("it", on(3), title="Death", outcome={"text": "death", "sign": "death"}))
    assert words_on(page(case)).count("Death") == 1
    assert "death" not in words_on(page(case))


def test_disagreement_is_a_sign() -> None:
    case = a_case(an_event("it", on(3)), an_event("that", on(5), result={"text": "r"}))
    more = {"discrepancies": (a_discrepancy(about=["it", "that"], known_from=0),)}
    case = Case.model_validate(
        case.model_dump() | more | {"events": [e.model_dump() for e in case.events]}
    )
    assert words_on(page(case)).count("≠") == 2


@pytest.mark.parametrize(
    ("when", "has_mark"),
    [
        (on(3), True),
        (between(3, 20), False),
        (about(3), True),
        (about(10, earliest=3, latest=20), True),
        (between(None, 9), True),
        (between(9, None), True),
    ],
)
def test_an_instant_shows_how_far_off_it_may_be(when: Any, has_mark: bool) -> None:
    found = plates(one(when))
    colour, tint = slide_look().kind("drug"), slide_look().tint("drug")
    assert any(p.form == "capsule" and p.fill == colour for p in found) is has_mark
    is_bounded = when.earliest is not None and when.latest is not None
    assert any(p.fill == tint for p in found) is is_bounded
    is_open = when.day is None and not is_bounded
    assert any(p.fill_to is not None for p in found) is is_open


def test_an_instant_outside_the_window_is_not_shown() -> None:
    case = a_case(an_event("it", on(3)), an_event("that", on(30)), an_event("o", about(33.0)))
    said = words_on(page(case, a_scene(window=(20, 32))))
    assert "it" not in said
    assert "that" in said


def test_a_mark_just_outside_the_window_is_not_shown() -> None:
    case = a_case(an_event("it", about(3)), an_event("that", on(300)))
    assert "it" not in words_on(page(case, a_scene(window=(4.2, 300))))


def test_the_day_of_a_mark_is_as_wide_as_it_is() -> None:
    found = plates(one(on(3), a_scene(window=(0, 6))))
    assert any(p.fill == slide_look().tint("drug") for p in found)


def test_a_best_day_off_the_window_leaves_its_capsule() -> None:
    found = plates(one(about(10, earliest=3, latest=20), a_scene(window=(12, 40))))
    assert [p.fill for p in found if p.form == "capsule"] == [slide_look().tint("drug")]


def test_a_response_is_a_mark_with_letters() -> None:
    lanes = [a_lane(title="Lane", kind="response")]
    response = {"kind": "response", "value": "PR"}
    case = a_case(an_event("it", on(3), response=response), lanes=lanes)
    assert "PR" in [t.text for t in group_of(case, "it") if isinstance(t, Words)]
    loose = a_case(an_event("it", between(3, 30), response=response), lanes=lanes)
    assert "PR" in [t.text for t in group_of(loose, "it") if isinstance(t, Words)]
    cut = disclose(
        a_case(an_event("it", between(3, 30), response=response, known_from=3), lanes=lanes), 9
    )
    assert any(isinstance(t, Group) and t.name == "it" for t in page(cut, a_scene(9)).things)


def test_a_treatment_says_line_and_doses() -> None:
    dose = {"value": 100, "unit": "mg", "per": "day"}
    found = one(lasting(3, 90), therapy_line=2, dose=dose)
    texts = [t.text for t in found if isinstance(t, Words)]
    assert texts[:3] == ["it", "line 2", "100 mg/day"]


def test_what_is_selected_or_highlighted_is_washed() -> None:
    wash, line = slide_look().role("select"), slide_look().role("select_line")
    bar = plates(one(lasting(3, 90), a_scene(select="it")))
    assert any(p.fill == wash for p in bar)
    assert any(p.line == line and p.fill is None for p in bar)
    mark = plates(one(on(3), a_scene(select="it")))
    assert (mark[0].fill, mark[0].line) == (wash, line)
    washed = plates(one(on(3), a_scene(highlights=("it",))))
    assert (washed[0].fill, washed[0].line) == (wash, None)
    derived = plates(one(lasting(3, 90), a_scene(highlights=("it",)), evidence={"kind": "derived"}))
    assert any(p.fill == wash for p in derived)
    inferred = plates(one(lasting(3, 90), a_scene(select="it"), evidence={"kind": "inferred"}))
    assert any(p.fill == wash for p in inferred)


def test_a_statement_stands_in_brackets() -> None:
    said = [
        a_statement("st", lasting(3, 60), text="free of it", lane="lane"),
        a_statement("st2", lasting(3, "unknown"), text="ever since", lane="lane", direction="down"),
    ]
    case = a_case(an_event("end", on(100)), statements=said)
    found = group_of(case, "free of it")
    assert len([t for t in found if isinstance(t, Corners)]) == 2
    assert {s.dash for s in strokes(found)} == {"dot"}
    open_ = group_of(case, "ever since")
    assert [t for t in open_ if isinstance(t, Corners) and not t.is_closed]
    cut = group_of(case, "free of it", a_scene(window=(10, 50)))
    assert not [t for t in cut if isinstance(t, Corners)]
    washed = group_of(case, "free of it", a_scene(highlights=("st",)))
    assert slide_look().role("select") in [p.fill for p in plates(washed)]


def test_lines_give_way_to_words() -> None:
    found = one(lasting(between(3, 95), between(5, 100)))
    words = [t.box for t in found if isinstance(t, Words)]
    for stroke in strokes(found):
        for box in words:
            is_on = box.top + 0.2 * box.height < stroke.top < box.bottom - 0.2 * box.height
            assert not (is_on and stroke.left < box.right and box.left < stroke.right)


# -- lanes ------------------------------------------------------------------------------------


def test_lanes_stand_in_their_order_with_groups_above_their_members() -> None:
    lanes = [a_lane("a", "All drugs"), a_lane("b", "One drug", group="a"), a_lane("c", "Other")]
    events = [an_event(f"e{x}", on(3), lane=x) for x in "abc"]
    laid_out = page(a_case(*events, lanes=lanes), a_scene(lane_order=("c", "a", "b")))
    titles = [t for t in laid_out.things if isinstance(t, Group) and t.told.startswith("Lane: ")]
    assert [t.name for t in titles] == ["Other", "All drugs", "One drug"]
    lefts = [t.things[0].box.left for t in titles if isinstance(t.things[0], Plate)]
    assert lefts[2] > lefts[1]


def test_a_collapsed_lane_is_one_row_of_marks() -> None:
    lanes = [a_lane("a", "All drugs"), a_lane("b", "One drug", group="a")]
    events = [an_event("ea", on(3), lane="a"), an_event("eb", on(90), lane="b")]
    laid_out = page(a_case(*events, lanes=lanes), a_scene(collapsed=("a",)))
    assert "ea" not in words_on(laid_out)
    assert "One drug" not in words_on(laid_out)
    marks = [t for t in laid_out.things if isinstance(t, Group) and t.told == "All drugs"]
    assert len(plates(marks[0].things)) == 2


def test_a_crowded_lane_is_counted() -> None:
    events = [an_event(f"e{n}", on(n / 10)) for n in range(2000)]
    laid_out = page(a_case(*events))
    assert "2000 events" in words_on(laid_out)
    marks = next(t for t in laid_out.things if isinstance(t, Group) and t.told == "2000 events")
    assert 10 < len(marks.things) < 200


def test_a_crowd_outside_the_window_is_not_counted() -> None:
    events = [an_event(f"e{n}", between(None, 3)) for n in range(80)]
    laid_out = page(a_case(*events, an_event("late", on(500))), a_scene(window=(400, 500)))
    assert not any("events" in words for words in words_on(laid_out))


def test_what_finds_no_row_is_counted() -> None:
    events = [an_event(f"e{n}", on(5), title=f"Quite a long name, {n}") for n in range(20)]
    said = words_on(page(a_case(*events)))
    assert "+12 more" in said


def test_a_long_title_of_a_lane_is_cut() -> None:
    lanes = [a_lane("a", "A lane with a very long title indeed, longer than any gutter")]
    said = words_on(page(a_case(an_event("e", on(3), lane="a"), lanes=lanes)))
    assert any(text.startswith("A lane with") and text.endswith("…") for text in said)


def test_a_title_a_little_too_long_is_smaller() -> None:
    lanes = [a_lane("a", "A lane with a long title, so")]
    laid_out = page(a_case(an_event("e", on(3), lane="a"), lanes=lanes))
    title = next(t for t in laid_out.things if isinstance(t, Group) and t.told.startswith("Lane"))
    (words,) = (t for t in title.things if isinstance(t, Words))
    assert words.text == "A lane with a long title, so"
    assert words.runs[0].size_pt < 13.5


def test_a_fold_is_two_waves_and_its_length() -> None:
    case = a_case(an_event("a", on(0)), an_event("b", on(60)))
    folds = ({"start": 3, "end": 55},)
    laid_out = page(case, a_scene(folds=folds, cursor=20.0))
    found = next(
        t for t in laid_out.things if isinstance(t, Group) and t.name == "Folded away: 52 d"
    )
    assert len([t for t in found.things if isinstance(t, Corners)]) == 2
    assert "52 d" in words_on(laid_out)
    assert not any(getattr(t, "name", "").startswith("Cursor") for t in laid_out.things)


def test_a_box_knows_its_sides() -> None:
    box = Box(1, 2, 3, 4)
    assert (box.right, box.bottom, box.middle) == (4, 6, 4)
    assert box.grown(1, 2) == Box(0, 0, 5, 8)
    assert box.overlaps(Box(3, 5, 1, 1))
    assert not box.overlaps(Box(4, 2, 1, 1))


@pytest.mark.parametrize(
    ("when", "window"),
    [
        (about(10, latest=20), (0, 8)),
        (about(10, latest=20), (12, 40)),
        (about(20, earliest=10), (0, 15)),
        (about(20, earliest=10), (22, 40)),
    ],
)
def test_of_what_reaches_into_the_window_only_that_is_drawn(
    when: Any, window: tuple[float, float]
) -> None:
    found = plates(one(when, a_scene(window=window)))
    left = min(p.box.left for p in found)
    assert found
    assert all(p.box.width > 0 for p in found)
    assert max(p.box.right for p in found) - left < 900


def test_a_response_of_one_bound_stands_in_its_mark() -> None:
    lanes = [a_lane(title="Lane", kind="response")]
    response = {"kind": "response", "value": "SD"}
    case = a_case(an_event("it", between(None, 9), response=response), lanes=lanes)
    assert [t.text for t in group_of(case, "it") if isinstance(t, Words)].count("SD") == 1


def test_a_bar_that_ends_before_death_keeps_its_end() -> None:
    case = a_case(an_event("it", lasting(3, 10)), subject=followed_until({"day": 50}))
    ends = [p for p in plates(group_of(case, "it")) if p.box.width < 2]
    assert len(ends) == 2


def test_a_statement_that_all_stayed_the_same_has_an_arrow() -> None:
    said = [a_statement("st", lasting(3, 60), text="so", lane="lane", direction="steady")]
    case = a_case(an_event("end", on(100)), statements=said)
    assert len([t for t in group_of(case, "so") if isinstance(t, Corners)]) == 3


def test_a_bar_that_the_source_ends_after_death_is_drawn_so() -> None:
    case = a_case(an_event("it", lasting(3, 80)), subject=followed_until({"day": 50}))
    (line,) = strokes(group_of(case, "Death: day 50"))[:1]
    assert max(p.box.right for p in plates(group_of(case, "it"))) > line.left + 5


def test_nothing_fades_on_beyond_the_end_of_the_course() -> None:
    subject = followed_until({"day": 5}, "lost")
    found = plates(group_of(a_case(an_event("it", between(10, None)), subject=subject), "it"))
    assert not any(p.fill_to for p in found)


def test_an_outcome_is_cut_only_where_it_would_cover_the_panel() -> None:
    outcome = {"text": "stopped for an allergic reaction of the skin", "sign": "stopped"}
    more = {"notes": [{"id": "n", "title": "n", "text": "n", "known_from": 0}]}
    case = a_case(an_event("it", on(90), outcome=outcome), an_event("o", on(0)), **more)
    laid_out = page(case, a_scene(panel="notes"), is_wide=False)
    table = next(t for t in laid_out.things if isinstance(t, Table))
    group = next(t for t in laid_out.things if isinstance(t, Group) and t.name == "it")
    words = [t for t in group.things if isinstance(t, Words)]
    assert max(t.box.right for t in words) < table.box.left
    assert any(t.text.startswith("stopped") for t in words)
