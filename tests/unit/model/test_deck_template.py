"""A deck to start from names only what may be known where it stops, in the case's own words."""

from __future__ import annotations

import json
import random
import re
from typing import Any

import numpy as np
import pytest

from tests.making import (
    REPORTED,
    a_case,
    a_lane,
    a_report,
    a_series,
    a_statement,
    a_study,
    a_value,
    about,
    an_event,
    between,
    followed_until,
    lasting,
    on,
)
from tests.making_long import long_case
from tests.unit.model.a_told_course import told_course
from viewer import paths
from viewer.io.case_store import open_case
from viewer.model import view_state
from viewer.model.case import Case
from viewer.model.course import bounds, part
from viewer.model.deck_template import LONGEST_TITLE, MOST_TREATMENTS, skeleton
from viewer.model.disclosure import disclose
from viewer.model.inside import words_in
from viewer.model.part import DAY_LIMIT
from viewer.model.samples import SampleValues
from viewer.model.scene import Scene
from viewer.model.scene_view import as_scene, missing
from viewer.model.series import Samples

KINDS = ("encounter", "symptom", "drug", "procedure", "diagnostic", "response", "outcome")
LANES = [a_lane(kind, f"The {kind}", kind=kind) for kind in KINDS]


def ids(scenes: tuple[Scene, ...]) -> list[str]:
    return [scene.id for scene in scenes]


def titles(scenes: tuple[Scene, ...]) -> list[str]:
    return [scene.title.pick("en") for scene in scenes]


def check(case: Case) -> tuple[Scene, ...]:
    """Make a deck and hold it to what every deck must keep."""
    scenes = skeleton(case)
    assert 1 <= len(scenes) <= 12
    assert len({*ids(scenes)}) == len(scenes)
    horizons = [scene.horizon for scene in scenes]
    assert horizons[-1] is None
    stops = [horizon for horizon in horizons[:-1] if horizon is not None]
    assert len(stops) == len(scenes) - 1
    assert stops == sorted(stops)
    for scene in scenes:
        _check_scene(scene, case)
    assert Case.model_validate(case.model_dump() | {"deck": scenes}).deck == scenes
    return scenes


def _check_scene(scene: Scene, case: Case) -> None:
    told = disclose(case, scene.horizon)
    assert missing(scene, told) == ()
    assert scene.title.languages == {"en", "ja"}
    assert scene.notes is None
    known = {word for text in words_in(told) for word in re.findall(r"\w+", text)}
    for text in words_in(scene.title):
        assert {*re.findall(r"\w+", text)} <= known
    whole = bounds(told, scene.horizon)
    state = as_scene(view_state.opening(whole, scene.horizon), scene, told)
    assert state.selection == scene.select
    if scene.horizon is not None and scene.horizon < DAY_LIMIT:
        assert scene.window is not None
        assert state.window.end == scene.horizon + 1
        assert state.window.contains(state.cursor)
        shown = part(told, scene.select)
        when = getattr(shown, "when", None)
        assert when is None or when.span.overlaps(state.window)


# --- one case after another ---------------------------------------------------------------


def test_the_shipped_case() -> None:
    scenes = check(open_case(paths.first_case()).case)
    assert [(scene.id, scene.horizon, scene.select, scene.panel) for scene in scenes] == [
        ("presentation", 0, "symptoms-before-admission", None),
        ("laboratory", 0, "glucose", None),
        ("imaging", 0, "ct-admission", "imaging"),
        ("pathology", 11, "biopsy", "pathology"),
        ("treatment-1", 11, "diazoxide", None),
        ("treatment-2", 11, "octreotide", None),
        ("treatment-3", 12, "tae-right", None),
        ("response", 13, "glucose-normalised", None),
        ("treatment-4", 22, "tae-left", None),
        ("treatment-5", 41, "chemotherapy", None),
        ("outcome", 157, "death", None),
        ("discussion", None, None, "notes"),
    ]
    by_id = {scene.id: scene.title for scene in scenes}
    assert by_id["laboratory"].pick("ja") == "血糖、IRI、Cペプチド"
    assert by_id["treatment-5"].pick("en") == "Etoposide + cisplatin", "3 courses are told later"


def test_an_empty_case_has_one_scene() -> None:
    (scene,) = check(a_case())
    assert (scene.id, scene.title.pick("en"), scene.horizon) == ("discussion", "A case", None)
    assert (scene.select, scene.window, scene.panel) == (None, None, None)


def test_a_course_in_which_everything_has_a_day_of_its_own() -> None:
    check(told_course()[0])


def test_a_long_course() -> None:
    check(Case.model_validate(long_case(events=3000)))


def test_what_may_be_known_from_no_day_has_no_scene() -> None:
    case = a_case(
        an_event("drug", between(3, None), lane="drug"),
        an_event("death", between(3, None), lane="outcome"),
        lanes=LANES,
        studies=[a_study(when=between(1, None))],
        series=[a_series(a_value(between(2, None)))],
    )
    assert ids(check(case)) == ["discussion"]


def test_the_presentation_goes_up_to_the_first_encounter() -> None:
    case = a_case(
        an_event("pain", between(-9, -5), lane="symptom"),
        an_event("admission", on(0), lane="encounter"),
        an_event("drug", on(3), lane="drug"),
        lanes=LANES,
    )
    first = check(case)[0]
    assert (first.id, first.horizon, first.select) == ("presentation", 0, "pain")


def test_an_encounter_after_a_treatment_is_no_presentation() -> None:
    case = a_case(
        an_event("pain", on(-5), lane="symptom"),
        an_event("drug", on(0), lane="drug"),
        an_event("admission", on(3), lane="encounter"),
        lanes=LANES,
    )
    assert check(case)[0].horizon == -5
    without = a_case(an_event("admission", on(3), lane="encounter"), lanes=LANES[:2])
    assert ids(check(without)) == ["presentation", "discussion"]


def test_nothing_is_shown_twice_on_one_day() -> None:
    case = a_case(an_event("drug", on(1), lane="drug"), lanes=LANES)
    assert [(one.id, one.select) for one in check(case)] == [
        ("treatment-1", "drug"),
        ("discussion", None),
    ]


def test_each_treatment_is_told_once_and_six_at_most() -> None:
    given = [an_event(f"again-{day}", on(day), lane="drug", title="Again") for day in range(9)]
    others = [an_event(f"other-{day}", on(20 + day), lane="procedure") for day in range(9)]
    scenes = check(a_case(*given, *others, lanes=LANES))
    treated = [scene.title.pick("en") for scene in scenes if scene.id.startswith("treatment")]
    assert treated == ["Again", *(f"other-{day}" for day in range(MOST_TREATMENTS - 1))]


def test_a_title_is_the_one_that_is_told_where_the_scene_stops() -> None:
    title = [{"text": "Mass"}, {"text": "Cancer", "known_from": 40}]
    case = a_case(an_event("x", on(3), lane="procedure", title=title), lanes=LANES)
    assert titles(check(case))[0] == "Mass"
    late = [{"text": {"ja": "腫瘤"}, "known_from": 9}, {"text": "Cancer", "known_from": 40}]
    case = a_case(an_event("x", on(3), lane="procedure", title=late), lanes=LANES)
    scene = check(case)[0]
    assert (scene.horizon, scene.title.pick("en")) == (9, "腫瘤")


def test_a_response_may_stand_with_a_treatment() -> None:
    judged = {"value": "PR", "known_from": 60}
    case = a_case(
        an_event("drug", lasting(5, 30), lane="drug", response=judged),
        an_event("other", on(7), lane="drug"),
        lanes=LANES,
    )
    found = {scene.id: (scene.horizon, scene.select) for scene in check(case)}
    assert found["response"] == (60, "drug")


def test_the_outcome_may_be_the_end_of_the_follow_up() -> None:
    subject = followed_until(on(90), "alive", text="Well")
    case = a_case(an_event("x", on(3), lane="drug"), lanes=LANES, subject=subject)
    scene = check(case)[-2]
    assert (scene.id, scene.title.pick("en")) == ("outcome", "Well")
    assert (scene.horizon, scene.select) == (90, None)
    never = followed_until(between(90, None), "alive")
    assert "outcome" not in ids(check(a_case(subject=never)))


def test_studies_and_reports_are_shown_by_their_events() -> None:
    case = a_case(
        an_event("scan", on(4), lane="diagnostic", links=["ct"]),
        an_event("later", on(9), lane="diagnostic", links=["biopsy"]),
        an_event("drug", on(4), lane="drug", links=["ct"]),
        lanes=LANES,
        studies=[a_study("mri", on(6)), a_study("ct", on(4))],
        reports=[a_report("biopsy", on(5))],
    )
    found = {scene.id: (scene.select, scene.panel) for scene in check(case)}
    assert found["imaging"] == ("scan", "imaging")
    assert found["pathology"] == ("biopsy", "pathology")


def test_samples_are_values_too() -> None:
    values = SampleValues(np.array([3.5, 4.5]), np.array([90.0, 80.0]))
    for stated, horizon in (({}, 3), ({"known_from": 6}, 6)):
        plain = {"file": "cgm.csv", "evidence": REPORTED} | stated
        held = Samples.model_validate(plain).holding(values)
        series = a_series().model_copy(update={"samples": held})
        case = a_case().model_copy(update={"series": (series,)})
        first, _ = skeleton(case)
        assert (first.id, first.horizon, first.select) == ("laboratory", horizon, "series")
        assert first.title.pick("en") == "Glucose"


def test_an_id_that_stands_twice_is_passed_over() -> None:
    case = a_case(studies=[a_study("x", on(3))], statements=[a_statement("x", on(1))])
    assert ids(check(case)) == ["discussion"]


def test_where_all_is_there_treatments_make_room() -> None:
    kinds = ("symptom", "response", "outcome")
    case = a_case(
        *(an_event(kind, on(day), lane=kind) for day, kind in enumerate(kinds)),
        *(an_event(f"drug-{day}", on(day), lane="drug") for day in range(20)),
        lanes=LANES,
        series=[a_series(a_value(1))],
        studies=[a_study()],
        reports=[a_report()],
    )
    scenes = check(case)
    assert len(scenes) == 12
    assert ids(scenes).count("treatment-5") == 1


def test_titles_of_many_series_stay_short() -> None:
    long = "g" * LONGEST_TITLE
    series = [a_series(a_value(1), id=f"s{n}", title=f"{long}{n}") for n in range(3)]
    assert titles(check(a_case(series=series)))[0] == f"{long}0"


@pytest.mark.parametrize("day", [-DAY_LIMIT, DAY_LIMIT])
def test_the_first_and_the_last_day_there_can_be(day: int) -> None:
    case = a_case(an_event("x", on(day), lane="drug"), lanes=LANES)
    assert check(case)[0].horizon == day


# --- any case -----------------------------------------------------------------------------


def a_moment(chance: random.Random) -> Any:
    first = chance.randrange(-30, 60)
    last = first + chance.randrange(12)
    more: dict[str, Any] = {"known_from": last + 3} if chance.random() < 0.2 else {}
    more |= {"wording": f"w{chance.randrange(10**6)}"} if chance.random() < 0.2 else {}
    forms = (
        on(first, **more),
        on(first + 0.25, **more),
        between(first, last, **more),
        between(None, last, **more),
        between(first, None, **more),
        about(first, **more),
        between(first, last, about=first, **more),
    )
    return chance.choice(forms)


def a_time(chance: random.Random) -> Any:
    start = a_moment(chance)
    if chance.random() < 0.6:
        return start
    ends: tuple[Any, ...] = ("open", "unknown", on(90), between(80, None), between(70, 95))
    return lasting(start, chance.choice(ends))


def known(chance: random.Random) -> dict[str, Any]:
    return {"known_from": chance.randrange(-30, 99)} if chance.random() < 0.4 else {}


def a_title(chance: random.Random) -> Any:
    def words() -> Any:
        token = f"t{chance.randrange(10**9)}"
        both = {"en": f"{token} of them", "ja": f"日{token}"}
        return chance.choice([token, both, {"ja": f"本{token}"}, {"fr": token}])

    if chance.random() < 0.6:
        return words()
    return [{"text": words()} | known(chance) for _ in range(chance.randrange(1, 4))]


def any_case(chance: random.Random) -> Case:
    def these(most: int) -> range:
        return range(chance.randrange(most))

    def plain(id_: str) -> dict[str, Any]:
        return {"id_": id_, "when": a_time(chance), "title": a_title(chance)} | known(chance)

    def event(number: int) -> Any:
        more: dict[str, Any] = {"lane": chance.choice(KINDS)}
        more["links"] = [f"{chance.choice(['study', 'report'])}-{chance.randrange(3)}"]
        if chance.random() < 0.2:
            more["response"] = {"value": "PD"} | known(chance)
        return an_event(**plain(f"event-{number}"), **more)

    def series(number: int) -> Any:
        points = [a_value(a_moment(chance), **known(chance)) for _ in these(4)]
        return a_series(*points, id=f"series-{number}", title=f"s{number}", **known(chance))

    text = {"text": f"f{chance.randrange(10**6)}", "reason": "alive", "end": a_moment(chance)}
    subject = {"follow_up": text | known(chance)} if chance.random() < 0.5 else {}
    return a_case(
        *map(event, these(25)),
        lanes=LANES,
        title=a_title(chance),
        subject=subject,
        series=[series(number) for number in these(5)],
        studies=[a_study(**plain(f"study-{number}")) for number in these(4)],
        reports=[a_report(**plain(f"report-{number}")) for number in these(4)],
    )


@pytest.mark.parametrize("seed", range(150))
def test_of_any_case_each_scene_names_and_says_only_what_is_told(seed: int) -> None:
    case = any_case(random.Random(seed))
    scenes = check(case)
    assert skeleton(case) == scenes
    written = json.loads(case.model_dump_json(exclude_none=True))
    assert skeleton(Case.model_validate(written)) == scenes


def test_any_case_is_of_every_kind() -> None:
    found = [scene.id for seed in range(150) for scene in skeleton(any_case(random.Random(seed)))]
    for name in ("presentation", "laboratory", "imaging", "pathology", "response", "outcome"):
        assert found.count(name) > 20
    assert found.count(f"treatment-{MOST_TREATMENTS}") > 5
